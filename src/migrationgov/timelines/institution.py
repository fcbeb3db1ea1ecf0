"""
All timelines of one institution, each compiled when the first question needs it.

A question about one party compiles the timeline of that party alone. A question about all parties
compiles them all, once, into a `StatusIndex`.
"""

from __future__ import annotations

from migrationgov.timelines.claims import MEMBER, STATUSES
from migrationgov.timelines.index import StatusIndex
from migrationgov.timelines.list_claims import ListClaims
from migrationgov.timelines.registers import RegisterEntry
from migrationgov.timelines.statuses import Weighing, within_life
from migrationgov.timelines.stretches import joined
from migrationgov.timelines.terms import ROTATING, RoleTerms, timeline_of_role

TYPE_CHECKING = False
if TYPE_CHECKING:
    from migrationgov.timelines.evidence import Evidence
    from migrationgov.timelines.stretches import Timeline

#: A state, and an organization, that no record names.
UNNAMED_STATE, UNNAMED_ORGANIZATION = "unnamed state", "unnamed organization"


class InstitutionTimelines:
    """
    The timelines of one institution.

    Attributes:
        evidence: The evidence.
        whole: The timelines of the dataset from which this one was filtered; None without one.
        parties: The parties that a record names, sorted.
    """

    def __init__(self, evidence: Evidence, whole: InstitutionTimelines | None = None) -> None:
        self.evidence = evidence
        self.whole = whole
        self.parties = tuple(sorted(_parties(evidence)))
        self._lines: dict[tuple[str, str], Timeline] = {}
        self._alike: dict[tuple[object, ...], Timeline] = {}
        self._lists: dict[bool, ListClaims] = {}
        self._terms: dict[str, RoleTerms] = {}
        self._indexes: dict[str, StatusIndex] = {}

    def statuses(self, role: str) -> tuple[str, ...]:
        """Return the statuses of which a party has one, if the role is one of them."""
        relation = STATUSES if self.evidence.register or self.evidence.steps else STATUSES[:2]
        return relation if role in relation else (role,)

    def is_organization(self, party: str) -> bool:
        """Return whether a party is an organization."""
        if party in self.evidence.organizations or party == UNNAMED_ORGANIZATION:
            return True
        named = party in self.parties or party == UNNAMED_STATE
        return not named and self.evidence.is_organization(party)

    def line(self, party: str, role: str = MEMBER) -> Timeline:
        """Return the timeline of a party: of its statuses, or of another role."""
        key = party, self.statuses(role)[0]
        found = self._lines.get(key)
        if found is None:
            found = self._compiled(party, role)
            if self.whole is not None:
                found = joined(found, self.whole.line(party, role))
            self._lines[key] = found
        return found

    def _compiled(self, party: str, role: str) -> Timeline:
        """Compile a timeline; parties of which all records say the same share one."""
        here, roles = self.evidence, self.statuses(role)
        if here.register and roles == STATUSES and party in here.steps:
            entry = self.register_entry(party)
            return within_life(party, here, entry.edges(), entry.on)
        sort = self.is_organization(party)
        terms = self.terms_of(role)
        if role in ROTATING or terms.of(party):
            return timeline_of_role(party, terms, here, self.lists_about(party), organization=sort)
        key = (
            roles[0], sort, here.lives.get(party),
            party if party in here.steps else "",
            *((party in each.parties) + (party in each.doubted) for each in here.lists),
        )  # fmt: skip
        found = self._alike.get(key)
        if found is None:
            weighing = self.weighing(party, role)
            found = self._alike[key] = within_life(
                party, here, weighing.edges(), weighing.on, weighing.first_record()
            )
        return found

    def register_entry(self, party: str) -> RegisterEntry:
        """Return what the transitions of a party of a register leave."""
        steps = self.evidence.steps[party]
        return RegisterEntry(steps, self.evidence, organization=self.is_organization(party))

    def weighing(self, party: str, role: str = MEMBER) -> Weighing:
        """Return what each record says of a party that has no transitions in a register."""
        return Weighing(
            party,
            self.statuses(role),
            self.evidence,
            self.lists_about(party),
            organization=self.is_organization(party),
        )

    def lists_about(self, party: str) -> ListClaims:
        """Return the lists that speak of parties of a sort: states, or organizations."""
        sort = self.is_organization(party)
        if sort not in self._lists:
            self._lists[sort] = ListClaims(self.evidence, organizations=sort)
        return self._lists[sort]

    def terms_of(self, role: str) -> RoleTerms:
        """Return all terms of one role."""
        if role not in self._terms:
            self._terms[role] = RoleTerms(role, self.evidence)
        return self._terms[role]

    def index(self, status: str) -> StatusIndex:
        """Return the parties that have a status, or a role, day by day."""
        found = self._indexes.get(status)
        if found is None:
            parties = self.parties
            if self.whole is not None:
                parties = tuple(sorted({*parties, *self.whole.parties}))
            lines = {party: self.line(party, status) for party in parties}
            organizations = {party for party in parties if self.is_organization(party)}
            unnamed = (self.line(UNNAMED_STATE, status), self.line(UNNAMED_ORGANIZATION, status))
            found = self._indexes[status] = StatusIndex(status, lines, organizations, unnamed)
        return found


def _parties(here: Evidence) -> set[str]:
    named = {party for each in here.lists for party in each.parties}
    return {*named, *here.steps, *(each.party for each in here.terms)}
