"""The conflicts of a merge: values of two datasets that contradict each other."""

from __future__ import annotations

from typing import Any

from migrationgov.datasets.class_words import class_words
from migrationgov.datasets.merge.order import reason
from migrationgov.model.field_metadata import key_fields
from migrationgov.model.sources import Claim, Disagreement


class Conflicts:
    """
    The conflicts of a merge: each is recorded as a disagreement, or reported as a problem.

    Attributes:
        record: Whether to record conflicts as disagreements.
        problems: The places and messages of conflicts that refuse the merge.
        disagreements: The conflicts that are recorded for the present file.
    """

    def __init__(self, *, record: bool) -> None:
        self.record = record
        self.problems: list[tuple[str, str]] = []
        self.disagreements: list[Disagreement] = []

    def add(self, place: str, about: tuple[str, str, str], claims: list[Claim], why: str) -> None:
        """Record or report two values of one fact, first the value in use, with the reason."""
        subject, context, fact = about
        if not self.record:
            values = [_with_source(each.value, each) for each in claims]
            self.refuse(place, f"{subject}: {differing(fact, values)}")
            return
        self.disagreements.append(
            Disagreement(
                subject=subject,
                context=context,
                field=fact,
                claims=tuple(claims),
                preferred=claims[0].value,
                reason=why,
            )
        )

    def refuse(self, place: str, message: str) -> None:
        """Report a conflict that cannot be recorded as a disagreement."""
        self.problems.append((place, message))

    def taken(self) -> tuple[Disagreement, ...]:
        """Return the disagreements recorded since the last call."""
        found, self.disagreements = self.disagreements, []
        return tuple(found)


def _with_source(value: str, record: Any) -> str:
    """Return a value with the first source of its record, by which one knows the dataset."""
    citations = getattr(record, "citations", ())
    return f"{value} ({citations[0].source})" if citations else value


def differing(field: str, values: list[str]) -> str:
    """Return that a field has two values; which dataset is the first plays no part."""
    return f"{field} is {values[0]} in one dataset and {values[1]} in the other"


class ConflictsInFile:
    """The conflicts between the records of two data files, for the merge of records."""

    def __init__(self, conflicts: Conflicts, place: str, head: Any = None) -> None:
        self.conflicts = conflicts
        self.place = place
        self.head = head

    def add(self, first: Any, second: Any, field: str) -> None:
        """Record or report that a field differs; in a list of states or sources it is refused."""
        values = [_in_words(getattr(each, field)) for each in (first, second)]
        cited = [getattr(each, "citations", ()) for each in (first, second)]
        # An id of a state or source means one thing, and a claim has a source.
        if self.head is None or not all(cited):
            values = list(map(_with_source, values, (first, second)))
            self.refuse(first, differing(field, values))
            return
        owner = getattr(self.head, key_fields(type(self.head))[0])
        label = getattr(first, "id", "") or getattr(first, "participant", "")
        about = f"{field} of the {class_words(first)} {label}".strip() if label != owner else field
        claims = [
            Claim(value=value, citations=each) for value, each in zip(values, cited, strict=True)
        ]
        self.conflicts.add(self.place, (owner, owner, about), claims, reason(first, second))

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
