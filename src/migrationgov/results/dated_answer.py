"""Answers about the history of an organization: what was so on a date, certainly or possibly."""

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
    What held on a date: names, holders of an office, relations, seats.

    `len`, iteration and `citations` are about what is certain; `possible` holds what dates leave
    open. Nothing on either side means that no source read tells, never that there was nothing.

    Attributes:
        organization: Id of the organization.
        what: What was asked for, in words.
        on: The date asked about.
        certain: What held on every day of the date.
        possible: What may have held on some day of it.
    """

    organization: OrganizationId
    what: str
    on: PartialDate
    certain: RecordList[Dated_co]
    possible: RecordList[Dated_co]
    _dataset: Dataset | None = field(default=None, eq=False, alias="dataset")

    @property
    def dataset(self) -> Dataset:
        """The facts that were asked."""
        return resolve_dataset(self._dataset)

    @property
    def only(self) -> Dated_co | None:
        """The one record that is certain, where no other is recorded as possible; else None."""
        alone = len(self.certain) == 1 and not self.possible
        return self.certain[0] if alone else None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations in what is certain and what is possible, each once."""
        return tuple(dict.fromkeys(citations_in((*self.certain, *self.possible))))

    def __len__(self) -> int:
        return len(self.certain)

    def __iter__(self) -> Iterator[Dated_co]:
        return iter(self.certain)

    def __str__(self) -> str:
        sure = " and ".join(str(each) for each in self.certain)
        maybe = " or ".join(str(each) for each in self.possible)
        if not maybe:
            return sure or "no source read tells"
        return f"{sure}; possibly also {maybe}" if sure else f"possibly {maybe}"

    def __repr__(self) -> str:
        return f"<AsOf: {self.what} of {self.organization} on {self.on}: {shorten(str(self))}>"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one plain dictionary per record; `certain` tells certain and possible apart."""
        sides = ((self.certain, True), (self.possible, False))
        return [{**row, "certain": sure} for side, sure in sides for row in side.to_dicts()]


def as_of_days(
    records: Iterable[Dated_co],
    days: tuple[DayRange, ...],
    whole: AsOf[Any] | None = None,
    **about: Any,
) -> AsOf[Dated_co]:
    """
    Sort records into those that certainly and those that possibly held on the days.

    Of a dataset cut out of a *whole*, nothing is certain that the whole does not hold for certain.
    """
    answers = [(each, _answer(each, days)) for each in records]
    if whole is not None:
        sure = {_who(each) for each in whole.certain}
        answers = [
            (each, said if said is not Answer.YES or _who(each) in sure else Answer.UNKNOWN)
            for each, said in answers
        ]
    return AsOf(
        certain=RecordList(each for each, said in answers if said is Answer.YES),
        possible=RecordList(each for each, said in answers if said is Answer.UNKNOWN),
        **about,
    )


def _who(record: Any) -> tuple[str, ...]:
    """Return who or what a record is about, whatever its dates and sources."""
    names = ("person", "office", "kind", "to", "place", "text", "lang")
    return tuple(str(getattr(record, each, "")) for each in names)


def _answer(record: Name | DatedRecord, days: tuple[DayRange, ...]) -> Answer:
    sure, maybe = _sure(record), _maybe(record)
    if all(any(low <= first and last <= high for low, high in sure) for first, last in days):
        return Answer.YES
    met = any(low <= last and first <= high for low, high in maybe for first, last in days)
    return Answer.UNKNOWN if met else Answer.NO


def _sure(record: Name | DatedRecord) -> list[DayRange]:
    """Return the stretches of days on which it certainly held."""
    shown = [each.date.day for each in getattr(record, "attested", ())]
    single = [(day.toordinal(), day.toordinal()) for day in shown if day is not None]
    start, end = record.start, record.end
    if start is None or start.uncertain or (end is not None and end.uncertain):
        return single
    return [(start.last_ordinal, AFTER_ALL if end is None else end.first_ordinal), *single]


def _maybe(record: Name | DatedRecord) -> list[DayRange]:
    """Return the stretches of days on which it may have held."""
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
