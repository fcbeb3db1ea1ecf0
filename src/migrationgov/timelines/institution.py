"""
All timelines of one institution, each compiled when the first question needs it.

A question about one party compiles the timeline of that party alone. A question about all parties
compiles them all, once, into a `StatusIndex`.
"""

from __future__ import annotations

from migrationgov.model.legal_transitions import TREATY
from migrationgov.timelines.applications import APPLICATION, Applications
from migrationgov.timelines.claims import MEMBER, PARTICIPANT
from migrationgov.timelines.evidence import UNNAMED_ORGANIZATION, UNNAMED_STATE
from migrationgov.timelines.index import StatusIndex
from migrationgov.timelines.list_claims import ListClaims
from migrationgov.timelines.registers import RegisterEntry
from migrationgov.timelines.statuses import Weighing, within_life
from migrationgov.timelines.stretches import Stretch, joined
from migrationgov.timelines.terms import ROTATING, RoleTerms, timeline_of_role

TYPE_CHECKING = False
if TYPE_CHECKING:
    from migrationgov.timelines.evidence import Evidence
    from migrationgov.timelines.stretches import Timeline


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
        self._entries: dict[str, RegisterEntry] = {}
        self._roles: dict[str, set[str]] = {}

    def statuses(self, role: str) -> tuple[str, ...]:
        """Return the statuses of which a party has one, if the role is one of them."""
        here = self.evidence
        statuses = here.rules.statuses
        relation = statuses if here.register or here.steps else statuses[:2]
        return relation if role in relation else (role,)

    @property
    def belonging(self) -> str:
        """The status of a party that belongs to the institution: member, or party of a treaty."""
        return self.evidence.rules.belonging

    @property
    def clock(self) -> str:
        """What makes a party of a treaty here, effect or deposit; "" for other institutions."""
        return next((each for each, its in TREATY.items() if its is self.evidence.rules), "")

    def is_organization(self, party: str) -> bool:
        """Return whether a party is an organization."""
        if party in self.evidence.organizations or party == UNNAMED_ORGANIZATION:
            return True
        named = party in self.parties or party == UNNAMED_STATE
        return not named and self.evidence.is_organization(party)

    def names(self, party: str, role: str) -> bool:
        """Return whether a record names a party in a role, or may make it a member or observer."""
        if not self._roles:
            self._roles = _roles(self.evidence)
        return role in self._roles.get(party, ())

    def line(self, party: str, role: str = "") -> Timeline:
        """Return the timeline of a party: of its statuses, or of another role."""
        role = role or self.belonging
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
        if role == APPLICATION:
            applications = self.applications(party)
            return within_life(party, here, applications.edges(), applications.on)
        if self.has_entry(party, role):
            entry = self.register_entry(party)
            first = entry.first_record(here.life_of(party)[0])
            return within_life(party, here, entry.edges(), entry.on, first)
        sort = self.is_organization(party)
        terms = self.terms_of(role)
        if role in ROTATING or terms.of(party):
            return timeline_of_role(party, terms, here, self.lists_about(party), organization=sort)
        key = (
            roles[0], sort, here.life_within(party),
            party if party in here.steps else "", here.leaves_out(party),
            *((party in each.parties) + (party in each.doubted) for each in here.lists),
        )  # fmt: skip
        found = self._alike.get(key)
        if found is None:
            weighing = self.weighing(party, role)
            found = self._alike[key] = within_life(
                party, here, weighing.edges(), weighing.on, weighing.first_record()
            )
        return found

    def applications(self, party: str) -> Applications:
        """Return what awaits an outcome after each transition of a party."""
        return Applications(self.evidence.steps.get(party, ()), self.evidence)

    def _on(self, party: str, role: str, day: int) -> Stretch:
        """Return what the evidence leaves on a day; a register needs no timeline for this."""
        here = self.evidence
        if self.whole is None and here.closed and role == MEMBER and day >= here.exists_from:
            own = self.has_entry(party, role)
            found = (self.register_entry(party) if own else self.weighing(party)).on(day)
            # whether it existed matters only to who may be a member, and may be none
            if MEMBER not in found.possible or len(found.possible) == 1:
                return found
        return self.line(party, role).on(day)

    def has_entry(self, party: str, role: str = "") -> bool:
        """Return whether a register has a transition that gives a status of a party."""
        here = self.evidence
        if not here.register or party not in here.steps:
            return False
        if role and role not in here.rules.statuses:
            return False
        return any(each.kind in here.rules.giving for each in here.steps[party])

    def register_entry(self, party: str) -> RegisterEntry:
        """Return what the transitions of a party of a register leave."""
        found = self._entries.get(party)
        if found is None:
            sort = self.is_organization(party)
            found = RegisterEntry(self.evidence.steps[party], self.evidence, organization=sort)
            self._entries[party] = found
        return found

    def weighing(self, party: str, role: str = "") -> Weighing:
        """Return what each record says of a party that has no transitions in a register."""
        return Weighing(
            party,
            self.statuses(role or self.belonging),
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
            ended = [each for each in self.evidence.ended_states() if each not in parties]
            parties = (*parties, *ended, UNNAMED_STATE, UNNAMED_ORGANIZATION)
            organizations = {party for party in parties if self.is_organization(party)}

            def line(party: str) -> Timeline:
                return self.line(party, status)

            def on(party: str, day: int) -> Stretch:
                return self._on(party, status, day)

            found = StatusIndex(status, parties, organizations, line, on)
            self._indexes[status] = found
        return found


def _parties(here: Evidence) -> set[str]:
    named = {party for each in here.lists for party in each.parties}
    return {*named, *here.steps, *(each.party for each in here.terms)}


def _roles(here: Evidence) -> dict[str, set[str]]:
    """Return the roles that records may give each party."""
    statuses = here.rules.statuses
    found: dict[str, set[str]] = {party: set(statuses) for party in here.steps}
    for each in here.lists:
        roles = (each.role, *statuses) if each.role in (*statuses, PARTICIPANT) else (each.role,)
        for party in each.parties:
            found.setdefault(party, set()).update(roles)
    for term in here.terms:
        found.setdefault(term.party, set()).add(term.role)
    return found
