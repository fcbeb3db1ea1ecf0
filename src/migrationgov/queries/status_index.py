"""The index of a register for queries: the statuses that each party may have, day by day."""

from __future__ import annotations

from bisect import bisect_right

from migrationgov.lookup.day_ranges import day_ranges_of, warn_outside_coverage
from migrationgov.lookup.name_resolution import organization_id
from migrationgov.results.completeness import Completeness
from migrationgov.vocabularies import Status

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from migrationgov.dates.partial_date import PartialDate
    from migrationgov.lookup.day_ranges import DayRange
    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.register import Register
    from migrationgov.model.status_timeline import Timeline
    from migrationgov.vocabularies import OrganizationId

    #: Ids of the parties that certainly have a status, and of those that possibly have it.
    CertainAndPossible = tuple[tuple[str, ...], tuple[str, ...]]


class StatusIndex:
    """
    The timelines of all parties of one register, and the parties with each status on a day.

    In a filtered dataset a status is certain only if it is certain in the full register, too.

    Between two changes the answer is the same on every day. It is computed when the first query
    needs it; later queries only look it up.
    """

    __slots__ = (
        "_founded", "_parties", "complete", "days", "first", "last", "organizations", "register",
        "scopes", "timelines",
    )  # fmt: skip

    def __init__(
        self,
        register: Register,
        full: Mapping[str, Timeline] | None,
        founded: Callable[[], PartialDate | None],
    ) -> None:
        self.register = register
        self.complete = register.complete
        self.timelines, self.organizations = register.timelines()
        if full is not None:
            for party, line in self.timelines.items():
                line.limit_certainty_to(full[party])
        self.days = sorted({day for line in self.timelines.values() for day in line.days})
        self.first = register.covered_from.first_ordinal
        self.last = register.covered_until.last_ordinal
        self.scopes = {
            status.value: Completeness(register.institution, status.value) for status in Status
        }
        stretches = len(self.days) + 1
        self._parties: dict[str, list[CertainAndPossible | None]] = {
            status.value: [None] * stretches for status in Status
        }
        self._founded = founded

    def precedes_founding(self, days: tuple[DayRange, ...]) -> bool:
        """Whether the institution certainly did not exist on the days: no party was in it."""
        if any(last >= self.first for _, last in days):
            return False  # spares reading the organizations
        founded = self._founded()
        return founded is not None and all(last < founded.first_ordinal for _, last in days)

    def warn_outside_coverage(self, on: PartialDate) -> None:
        """Warn where the register does not cover a date and the institution existed on it."""
        if on.first_ordinal >= self.first and on.last_ordinal <= self.last:
            return
        warn_outside_coverage(
            on,
            f"the register of {self.register.institution}",
            self.register.covered_from,
            self.register.covered_until,
            founded=self._founded(),
        )

    def settled(self, line: Timeline | None, days: tuple[DayRange, ...]) -> bool:
        """
        Whether missing information about a party means "no" on these days.

        Always in a complete register, and before the founding. Otherwise from the day on which
        the first transition of the party has certainly happened.
        """
        if self.complete or self.precedes_founding(days):
            return True
        return line is not None and all(line.possible_counts(first).start for first, _ in days)

    def lists_observers(self, on: PartialDate) -> bool:
        """Whether a state that is not recorded as an observer is certainly not an observer."""
        if on.last_ordinal < self.first and self.precedes_founding(day_ranges_of(on)):
            return True
        known_from = self.register.observers_known_from.last_ordinal
        return self.complete and on.first_ordinal >= known_from and not on.uncertain

    def parties_on(self, day: int, status: str) -> CertainAndPossible:
        """Return the parties with a status on a day, certain and possible, each sorted."""
        # a status as text: hashing a word of an enum costs more than the rest of this method
        stretch = bisect_right(self.days, day)
        found = self._parties[status][stretch]
        if found is None:
            sets = {party: (line.on(day),) for party, line in self.timelines.items()}
            found = self._parties[status][stretch] = _split(sets, Status.parse(status))
        return found

    def parties_during(self, days: tuple[DayRange, ...], status: str) -> CertainAndPossible:
        """Return the parties with a status on all days, and those that may have it on some day."""
        sets = {party: statuses_during(line, days) for party, line in self.timelines.items()}
        return _split(sets, Status.parse(status))

    def completeness(self, days: tuple[DayRange, ...], status: str) -> Completeness:
        """Return for which parties absence from the list of a status means "no" on these days."""
        if self.complete or self.precedes_founding(days):
            return self.scopes[status]
        lines = self.timelines.items()
        settled = frozenset(party for party, line in lines if self.settled(line, days))
        return Completeness(self.register.institution, status, complete=False, settled=settled)

    def kept(self, codes: tuple[str, ...], *, organizations: bool) -> tuple[str, ...]:
        """Return the ids of organizations only, or of states only."""
        return tuple(code for code in codes if (code in self.organizations) is organizations)


def statuses_during(line: Timeline, days: tuple[DayRange, ...]) -> tuple[frozenset[Status], ...]:
    """Return the sets of possible statuses on the days."""
    return tuple(each for first, last in days for each in line.during(first, last))


def _split(
    sets: Mapping[str, tuple[frozenset[Status], ...]], status: Status
) -> CertainAndPossible:
    only = frozenset({status})
    certain: list[str] = []
    possible: list[str] = []
    for party, statuses in sets.items():
        if all(each == only for each in statuses):
            certain.append(party)
        elif any(status in each for each in statuses):
            possible.append(party)
    return tuple(sorted(certain)), tuple(sorted(possible))


def status_index(facts: Dataset, organization: str | Organization) -> StatusIndex:
    """Return the index of an organization's register; each dataset makes it once."""
    if type(organization) is str:  # "IOM" and "iom" are resolved once
        known: StatusIndex | None = facts.made(("status index", organization))
        if known is not None:
            return known
    institution = organization_id(organization, facts)
    found = facts.derived(("status index", institution), lambda d: _make(d, institution))
    if type(organization) is str and organization.lower() == institution:
        facts.derived(("status index", organization), lambda _: found)
    return found


def _make(facts: Dataset, institution: OrganizationId) -> StatusIndex:
    """Make an index; a filtered dataset must not be more certain than the full one."""
    full = None if facts.whole is None else status_index(facts.whole, institution).timelines
    return StatusIndex(facts.register(institution), full, lambda: founded_of(facts, institution))


def founded_of(facts: Dataset, institution: OrganizationId) -> PartialDate | None:
    """Return the date of the founding; None where it is not known, or in doubt."""
    if not facts.has_organization(institution):
        return None
    founded = facts.organization(institution).founded
    return None if founded is None or founded.uncertain else founded


def registers(organization: str | Organization | None, facts: Dataset) -> tuple[Register, ...]:
    """Return one organization's register, or all registers."""
    if organization is None:
        return facts.registers
    return (status_index(facts, organization).register,)
