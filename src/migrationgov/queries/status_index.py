"""The index behind questions about one register: who may stand where, day by day."""

from __future__ import annotations

from bisect import bisect_right

from migrationgov.lookup.day_ranges import warn_outside_coverage
from migrationgov.lookup.name_resolution import organization_id
from migrationgov.results.completeness import Completeness
from migrationgov.vocabularies import Status

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from migrationgov.dates.partial_date import PartialDate
    from migrationgov.lookup.day_ranges import DayRange
    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.register import Register
    from migrationgov.model.status_timeline import Timeline
    from migrationgov.vocabularies import OrganizationId

    #: Ids that certainly, and ids that possibly have a status.
    Split = tuple[tuple[str, ...], tuple[str, ...]]


class StatusIndex:
    """
    Everybody's timeline towards one organization, and the rolls between two changes.

    Of a register that only some sources tell, each timeline is tempered by that of the whole: what
    the whole does not hold for certain is no more than possible.

    A roll is made when its stretch of days is first asked about, so the first question pays for
    one roll and a later one for a look-up.
    """

    __slots__ = (
        "bodies", "complete", "days", "first", "last", "register", "rolls", "scopes", "timelines",
    )  # fmt: skip

    def __init__(self, register: Register, whole: Mapping[str, Timeline] | None = None) -> None:
        self.register = register
        self.complete = register.complete
        self.timelines, self.bodies = register.timelines()
        for who, line in self.timelines.items() if whole is not None else ():
            line.limit_certainty_to(whole[who])  # type: ignore[index]  # mypy loses sight of the test
        self.days = sorted({day for line in self.timelines.values() for day in line.days})
        self.first = register.covered_from.first_ordinal
        self.last = register.covered_until.last_ordinal
        whose = register.organization
        self.scopes = {status.value: Completeness(whose, status.value) for status in Status}
        self.rolls: dict[str, dict[int, Split]] = {status.value: {} for status in Status}

    def settled(self, line: Timeline | None, days: tuple[DayRange, ...]) -> bool:
        """
        Tell whether the register is sure of what it does not say about somebody on these days.

        A complete one always is. One that is not is sure once a step has certainly been made:
        from there on the steps tell, as far as they go.
        """
        if self.complete:
            return True
        return line is not None and all(line.possible_counts(first).start for first, _ in days)

    def lists_observers(self, on: PartialDate) -> bool:
        """Tell whether whoever is not recorded as an observer state certainly is none."""
        if not self.complete:
            return False
        known_from = self.register.observers_known_from.last_ordinal
        return on.first_ordinal >= known_from and not on.uncertain

    def roll(self, day: int, status: str) -> Split:
        """Return who certainly and who possibly has a status on a day, each sorted."""
        made = self.rolls[status]  # plain text: hashing a word of an enum costs more than all else
        stretch = bisect_right(self.days, day)
        found = made.get(stretch)
        if found is None:
            sets = {who: (line.on(day),) for who, line in self.timelines.items()}
            found = made[stretch] = _split(sets, Status.parse(status))
        return found

    def roll_during(self, asked: tuple[DayRange, ...], status: str) -> Split:
        """Return who has a status on every day, and who on some day, of stretches of days."""
        sets = {who: statuses_during(line, asked) for who, line in self.timelines.items()}
        return _split(sets, Status.parse(status))

    def kept(self, codes: tuple[str, ...], *, bodies: bool) -> tuple[str, ...]:
        """Return those of the ids that are bodies, or those that are states."""
        return tuple(code for code in codes if (code in self.bodies) is bodies)


def statuses_during(line: Timeline, asked: tuple[DayRange, ...]) -> tuple[frozenset[Status], ...]:
    """Return the sets of possible statuses met on the days of the stretches."""
    return tuple(each for first, last in asked for each in line.during(first, last))


def _split(sets: Mapping[str, tuple[frozenset[Status], ...]], status: Status) -> Split:
    only = frozenset({status})
    certain, possible = [], []
    for who, its in sets.items():
        if all(each == only for each in its):
            certain.append(who)
        elif any(status in each for each in its):
            possible.append(who)
    return tuple(sorted(certain)), tuple(sorted(possible))


def standing(facts: Dataset, organization: str | Organization) -> StatusIndex:
    """Return the index of an organization's register, made once per dataset."""
    made: StatusIndex | None = None
    if type(organization) is str:  # "IOM" and "iom" are resolved once
        made = facts.made(("standing", organization))
    if made is not None:
        return made
    whose = organization_id(organization, facts)
    found = facts.derived(("standing", whose), lambda d: _made(d, whose))
    if type(organization) is str and organization.lower() == whose:
        facts.derived(("standing", organization), lambda _: found)
    return found


def _made(facts: Dataset, whose: OrganizationId) -> StatusIndex:
    """Make an index; one of what some sources tell is never surer than that of the whole."""
    whole = None if facts.whole is None else standing(facts.whole, whose).timelines
    return StatusIndex(facts.register(whose), whole)


def registers(organization: str | Organization | None, facts: Dataset) -> tuple[Register, ...]:
    """Return one organization's register, or all."""
    if organization is None:
        return facts.registers
    return (standing(facts, organization).register,)


def warn_outside_register(on: PartialDate | date | None, register: Register) -> None:
    """Warn where a date lies outside what a register covers."""
    what = f"the register of {register.organization}"
    if on is not None:
        warn_outside_coverage(on, what, register.covered_from, register.covered_until)
