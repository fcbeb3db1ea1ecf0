"""What a register records, as the timelines read it: steps by party, lists, organizations."""

from __future__ import annotations

from migrationgov.dates.partial_date import AFTER_ALL, PartialDate
from migrationgov.model.legal_transitions import SEAT_TRANSFERRED
from migrationgov.timelines.evidence import PartyList, Step, party_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from migrationgov.model.register import Register


class RegisterSteps:
    """
    The steps of each party of a register.

    Attributes:
        own: The transitions of each party, in order.
        ceded: The last step of each state of which another one continues the membership.
        organizations: The parties that are organizations.
    """

    __slots__ = ("ceded", "organizations", "own")

    def __init__(self, register: Register) -> None:
        self.own: dict[str, list[Step]] = {}
        self.ceded: list[tuple[str, Step]] = []
        self.organizations: set[str] = set()
        for party, is_organization, kind, date, predecessor in register.outline():
            if is_organization:
                self.organizations.add(party)
            step = Step(kind, PartialDate.parse(date))
            self.own.setdefault(party, []).append(step)
            if predecessor:
                self.ceded.append((predecessor, Step(SEAT_TRANSFERRED, step.date)))

    def with_ceded(self, steps: dict[str, list[Step]]) -> dict[str, list[Step]]:
        """Return steps with the last one of each predecessor."""
        for predecessor, step in self.ceded:
            steps.setdefault(predecessor, []).append(step)
        return steps


def lists_of(register: Register, organizations: set[str], first_place: int = 0) -> list[PartyList]:
    """Return the lists of a register; note the organizations that they name."""
    found: list[PartyList] = []
    for place, outline in enumerate(register.listed(), first_place):
        organizations |= {party for party, is_organization, _ in outline[-1] if is_organization}
        found.append(party_list(outline, place))
    return found


def known_until(register: Register) -> int:
    """Return the last day on which the register names every party, as far as is known."""
    until = register.complete_until
    return AFTER_ALL if until is None else until.last_ordinal
