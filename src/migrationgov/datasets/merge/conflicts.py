"""The conflicts of a merge: values of two datasets that contradict each other."""

from __future__ import annotations

from typing import Any

from migrationgov.datasets.class_words import class_words
from migrationgov.model.field_metadata import key_fields
from migrationgov.model.sources import Claim, Disagreement

_REASON = "The value of the first dataset is used; {other} gives another."


class Conflicts:
    """
    The conflicts of a merge: each is recorded as a disagreement, or reported as a problem.

    Attributes:
        other: The name of the second dataset.
        record: Whether to record conflicts as disagreements.
        problems: The places and messages of conflicts that refuse the merge.
        disagreements: The conflicts that are recorded for the present file.
    """

    def __init__(self, other: str, *, record: bool) -> None:
        self.other = other
        self.record = record
        self.problems: list[tuple[str, str]] = []
        self.disagreements: list[Disagreement] = []

    def add(self, place: str, about: tuple[str, str, str], first: Claim, second: Claim) -> None:
        """Record or report two values of one fact, given as subject, context and field."""
        subject, context, fact = about
        if not self.record:
            message = f"{fact} is {first.value} here and {second.value} in {self.other}"
            self.refuse(place, f"{subject}: {message}")
            return
        self.disagreements.append(
            Disagreement(
                subject=subject,
                context=context,
                field=fact,
                claims=(first, second),
                preferred=first.value,
                reason=_REASON.format(other=self.other),
            )
        )

    def refuse(self, place: str, message: str) -> None:
        """Report a conflict that cannot be recorded as a disagreement."""
        self.problems.append((place, message))

    def taken(self) -> tuple[Disagreement, ...]:
        """Return the disagreements recorded since the last call."""
        found, self.disagreements = self.disagreements, []
        return tuple(found)


class ConflictsInFile:
    """The conflicts between the records of two data files, for the merge of records."""

    def __init__(self, conflicts: Conflicts, place: str, head: Any = None) -> None:
        self.conflicts = conflicts
        self.place = place
        self.head = head

    def add(self, first: Any, second: Any, field: str) -> None:
        """Record or report that a field differs; in a list of states or sources it is refused."""
        values = [_in_words(getattr(each, field)) for each in (first, second)]
        if self.head is None:  # an id of a state or source means one thing
            message = f"{field} is {values[0]} here and {values[1]} in {self.conflicts.other}"
            self.refuse(first, message)
            return
        owner = getattr(self.head, key_fields(type(self.head))[0])
        label = getattr(first, "id", "") or getattr(first, "participant", "")
        about = f"{field} of the {class_words(first)} {label}".strip() if label != owner else field
        claims = [
            Claim(value=value, citations=each.citations)
            for value, each in zip(values, (first, second), strict=True)
        ]
        self.conflicts.add(self.place, (owner, owner, about), *claims)

    def refuse(self, record: Any, message: str) -> None:
        """Report a conflict about a record that cannot be recorded as a disagreement."""
        name = getattr(record, "id", "") or str(record)
        self.conflicts.refuse(f"{self.place} {name}", message)

    def within(self, record: Any) -> ConflictsInFile:
        """Return the conflicts of the records in a record, whose messages name both."""
        own = getattr(record, "id", "") if self.head is None else ""
        return ConflictsInFile(self.conflicts, f"{self.place} {own}".strip(), self.head)


def _in_words(value: Any) -> str:
    return (", ".join(map(str, value)) if isinstance(value, tuple) else str(value)) or "none"
