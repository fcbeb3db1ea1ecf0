"""Answers about the evidence itself: last looks, second sources, rules by which was concluded."""

from __future__ import annotations

from attrs import frozen

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.sources import Citation
from migrationgov.record import Record
from migrationgov.vocabularies import SourceId


@frozen(kw_only=True, repr=False)
class LastLook(Record):
    """
    When a file of facts was last checked for news, or a source was read.

    Attributes:
        kind: "register", "process", "history" or "source".
        id: Id of the institution, or of the source.
        looked_on: The date; where none is recorded, the days that the data leave: a file was
            looked at on the last day that it covers or later, a source was read after it was
            published, and nothing after the collection of evidence was closed. None where they
            leave any day.
        recorded: Whether the date is recorded.
        stale: Whether this was longer ago than asked; unknown where the date leaves it open.
    """

    kind: str
    id: str
    looked_on: PartialDate | None
    recorded: bool
    stale: Answer

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The source; of a file none."""
        return (Citation(source=SourceId(self.id)),) if self.kind == "source" else ()

    def __str__(self) -> str:
        what = "read" if self.kind == "source" else "checked"
        when = f"{what} {self.looked_on}" if self.recorded else "no date recorded"
        return f"{self.kind} {self.id}: {when}; stale: {self.stale.value}"


@frozen(kw_only=True, repr=False)
class SourceShare(Record):
    """
    How many facts of one table have two sources or more.

    Attributes:
        table: The table: the name of the list in the data files.
        facts: The number of facts with sources of their own.
        two_documents: How many of them have two sources (documents) or more.
        two_publishers: How many have sources of two publishers or more.
        two_agree: How many have sources of two publishers or more that give the value in use.
    """

    table: str
    facts: int
    two_documents: int
    two_publishers: int
    two_agree: int

    @property
    def citations(self) -> tuple[Citation, ...]:
        """None: it is about all facts of a table."""
        return ()

    @property
    def share(self) -> float:
        """The share of facts with sources of two publishers or more, from 0 to 1."""
        return self.two_publishers / self.facts

    def __str__(self) -> str:
        return f"{self.table}: {self.two_publishers} of {self.facts} ({self.share:.0%})"


@frozen(kw_only=True, repr=False)
class RuleCount(Record):
    """
    A rule of the data, and how many facts of one table were concluded by it.

    Attributes:
        rule: Its name.
        meaning: What it concludes, in a sentence.
        table: The table: the name of the list in the data files.
        facts: The number of facts. The note of each gives the reasoning.
    """

    rule: str
    meaning: str
    table: str
    facts: int

    @property
    def citations(self) -> tuple[Citation, ...]:
        """None: it is about all facts of a rule."""
        return ()

    def __str__(self) -> str:
        return f"{self.rule}: {self.facts} {self.table}"
