"""Which institution and status a list covers, and for which parties absence from it means "no"."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Completeness:
    """
    Which institution and status a list covers, and for which parties absence from it means "no".

    Many member lists share a `Completeness`.

    Attributes:
        institution: Id of the organization or process.
        status: The status or role.
        complete: Whether a state that is not on the list certainly does not have the status.
        known_organizations: The organizations for which absence means "no". None: the rule for
            states applies to organizations, too.
        settled: The parties for which absence means "no" although the list is not complete.
    """

    __slots__ = ("complete", "institution", "known_organizations", "settled", "status")

    def __init__(
        self,
        institution: str,
        status: str,
        *,
        complete: bool = True,
        known_organizations: frozenset[str] | None = None,
        settled: frozenset[str] = frozenset(),
    ) -> None:
        self.institution = institution
        self.status = status
        self.complete = complete
        self.known_organizations = known_organizations
        self.settled = settled

    def key(self) -> tuple[Any, ...]:
        """Return all values, for comparison."""
        return (
            self.institution,
            self.status,
            self.complete,
            self.known_organizations,
            self.settled,
        )
