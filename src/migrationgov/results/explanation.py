"""The answer of `why`: the records that count for one party on a date, and what each says."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.dataset import Dataset
from migrationgov.model.fact_ids import fact_id
from migrationgov.model.field_metadata import date_of
from migrationgov.model.sources import Citation
from migrationgov.record import Record
from migrationgov.results.readings import kind_of, record_in_words
from migrationgov.results.record_list import RecordList
from migrationgov.results.status_on import StatusOn


@frozen(kw_only=True, repr=False)
class Reason(Record):
    """
    One record that counts on a date.

    Attributes:
        record: The record: a transition, lists of participants, a term, a milestone.
        says: What it says of the status of the party, in words.
        later: Whether it is later than the date.
        decides: Whether the best reading rests on it.
    """

    record: Any
    says: str
    later: bool
    decides: bool
    _dataset: Dataset = field(alias="dataset", eq=False)

    @property
    def date(self) -> PartialDate:
        """The date of the record; of a term its start."""
        found: PartialDate = date_of(self.record)
        return found

    @property
    def kind(self) -> str:
        """What the record is, in a word."""
        return kind_of(self.record)

    @property
    def id(self) -> str:
        """The id of the record among the facts of the dataset."""
        return fact_id(self._dataset, self.record)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The sources of the record."""
        found: tuple[Citation, ...] = self.record.citations
        return found

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "id": self.id,
            "kind": self.kind,
            "date": str(self.date),
            "says": self.says,
            "later": self.later,
            "decides": self.decides,
            "sources": [each.source for each in self.citations],
        }

    def __str__(self) -> str:
        decides = "; the best reading rests on it" if self.decides else ""
        return f"{record_in_words(self.record)}: {self.says}{decides}"


@frozen(kw_only=True, repr=False)
class Explanation(Record):
    """
    Why a party has a status on a date.

    Attributes:
        status: The answer of `status_on`.
        reasons: The records that count, by date.
    """

    status: StatusOn
    reasons: RecordList[Reason]

    @property
    def rule(self) -> str:
        """The rule that decides, in words."""
        return self.status.reason

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The sources of all records that count, each once."""
        return self.reasons.citations

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return a dictionary for each record that counts."""
        return self.reasons.to_dicts()

    def __str__(self) -> str:
        lines = [str(self.status), *(f"  {each}" for each in self.reasons)]
        return "\n".join(lines)
