"""Which institution and status a list covers, and for which parties absence from it means "no"."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Completeness:
    """
    What a roll is of, and of whom it is sure that they are not on it; shared by many rolls.

    Attributes:
        of: Id of the organization or process.
        word: The status or role.
        complete: Whether a state that is not on the roll certainly has not the status.
        known_organizations: The organizations of which the same holds; None if of all, as far as of states.
        settled: Those of whom it holds although the roll is not complete.
    """

    __slots__ = ("complete", "known_organizations", "of", "settled", "word")

    def __init__(
        self,
        of: str,
        word: str,
        *,
        complete: bool = True,
        known_organizations: frozenset[str] | None = None,
        settled: frozenset[str] = frozenset(),
    ) -> None:
        self.of = of
        self.word = word
        self.complete = complete
        self.known_organizations = known_organizations
        self.settled = settled

    def key(self) -> tuple[Any, ...]:
        """Return all of it, to compare it by."""
        return self.of, self.word, self.complete, self.known_organizations, self.settled
