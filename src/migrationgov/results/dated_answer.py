"""Answers about an organization: the records that certainly or possibly apply on a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import DayRange
from migrationgov.model.dataset import Dataset
from migrationgov.model.names import Name
from migrationgov.model.sources import Citation, citations_in
from migrationgov.model.tenures import DatedRecord
from migrationgov.record import Record, shorten
from migrationgov.results.record_list import RecordList
from migrationgov.vocabularies import OrganizationId

#: The records that an answer can hold.
Dated_co = TypeVar("Dated_co", bound=Name | DatedRecord, covariant=True)


@frozen(kw_only=True, repr=False)
class AsOf(Record, Generic[Dated_co]):
    """
    The records that apply on a date: names, offices, relations, headquarters, presences.

    `len` and iteration are about the certain records; `possible` has the records whose dates leave
    it open. An empty answer means that no source in the dataset gives one.

    Attributes:
        organization: Id of the organization.
        what: The subject of the query, in words.
        on: The date of the query.
        certain: The records that apply on every day of the date.
        possible: The records that may apply on some day of the date.
    """

    organization: OrganizationId
    what: str
    on: PartialDate
    certain: RecordList[Dated_co]
    possible: RecordList[Dated_co]
    _dataset: Dataset | None = field(default=None, eq=False, alias="dataset")

    @property
    def dataset(self) -> Dataset:
        """The dataset of the query."""
        return resolve_dataset(self._dataset)

    @property
    def only(self) -> Dated_co | None:
        """The certain record, if there is only one and no possible record; else None."""
        alone = len(self.certain) == 1 and not self.possible
        return self.certain[0] if alone else None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations of the certain and the possible records, each once."""
        return tuple(dict.fromkeys(citations_in((*self.certain, *self.possible))))

    def __len__(self) -> int:
        return len(self.certain)

    def __iter__(self) -> Iterator[Dated_co]:
        return iter(self.certain)

    def __str__(self) -> str:
        certain = " and ".join(str(each) for each in self.certain)
        possible = " or ".join(str(each) for each in self.possible)
        if not possible:
            return certain or "no source gives one"
        return f"{certain}; possibly also {possible}" if certain else f"possibly {possible}"

    def __repr__(self) -> str:
        return f"<AsOf: {self.what} of {self.organization} on {self.on}: {shorten(str(self))}>"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one plain dictionary per record; `certain` is False for the possible records."""
        sides = ((self.certain, True), (self.possible, False))
        return [{**row, "certain": which} for side, which in sides for row in side.to_dicts()]


def as_of_days(
    kind: type[Dated_co],
    records: Iterable[Dated_co],
    days: tuple[DayRange, ...],
    whole: AsOf[Any] | None = None,
    **about: Any,
) -> AsOf[Dated_co]:
    """
    Return the records of a kind that certainly, and those that possibly, apply on the days.

    In a filtered dataset a record is certain only if the answer of the *whole* has it as certain.
    """
    answers = [(each, _answer(each, days)) for each in records]
    if whole is not None:
        certain = {_who(each) for each in whole.certain}
        answers = [
            (each, given if given is not Answer.YES or _who(each) in certain else Answer.UNKNOWN)
            for each, given in answers
        ]
    return AsOf(
        certain=RecordList((each for each, given in answers if given is Answer.YES), kind),
        possible=RecordList((each for each, given in answers if given is Answer.UNKNOWN), kind),
        **about,
    )


def _who(record: Any) -> tuple[str, ...]:
    """Return the values of a record that do not depend on its dates and sources."""
    names = ("person", "office", "kind", "to", "place", "text", "lang")
    return tuple(str(getattr(record, each, "")) for each in names)


def _answer(record: Name | DatedRecord, days: tuple[DayRange, ...]) -> Answer:
    certain = _certain_days(record)
    possible = [
        *certain,
        *_possible_days(record),
    ]  # a source may show it on a day before its start
    if all(any(low <= first and last <= high for low, high in certain) for first, last in days):
        return Answer.YES
    met = any(low <= last and first <= high for low, high in possible for first, last in days)
    return Answer.UNKNOWN if met else Answer.NO


def _certain_days(record: Name | DatedRecord) -> list[DayRange]:
    """Return the ranges of days on which a record certainly applies."""
    shown = [each.date.day for each in getattr(record, "attested", ())]
    single = [(day.toordinal(), day.toordinal()) for day in shown if day is not None]
    start, end = record.start, record.end
    if start is None or start.uncertain or (end is not None and end.uncertain):
        return single
    return [(start.last_ordinal, AFTER_ALL if end is None else end.first_ordinal), *single]


def _possible_days(record: Name | DatedRecord) -> list[DayRange]:
    """Return the ranges of days on which a record may apply."""
    attested: list[PartialDate] = [each.date for each in getattr(record, "attested", ())]
    over = AFTER_ALL if record.end is None else _last(record.end)
    if record.start is not None:
        return [(_first(record.start), over)]
    if not attested:
        return [(BEFORE_ALL, over)]
    return [(min(map(_first, attested)), max(map(_last, attested)))]


def _first(when: PartialDate) -> int:
    return BEFORE_ALL if when.uncertain else when.first_ordinal


def _last(when: PartialDate) -> int:
    return AFTER_ALL if when.uncertain else when.last_ordinal
