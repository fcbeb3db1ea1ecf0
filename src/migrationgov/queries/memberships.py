"""Who belongs to an organization when: rolls, statuses, spells."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from migrationgov.dates.answer import Answer
from migrationgov.errors import UnknownTermError, short_repr
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import parse_date_argument
from migrationgov.lookup.name_resolution import party_id
from migrationgov.model.status_timeline import Timeline
from migrationgov.queries.status_index import (
    StatusIndex,
    registers,
    standing,
    statuses_during,
    warn_outside_register,
)
from migrationgov.results.completeness import Completeness
from migrationgov.results.party_lists import MemberList
from migrationgov.vocabularies import Status

TYPE_CHECKING = False
if TYPE_CHECKING:
    from migrationgov.dates.partial_date import PartialDate
    from migrationgov.lookup.day_ranges import DayRange
    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.spells import Spell
    from migrationgov.model.states import State
    from migrationgov.results.record_list import RecordList
    from migrationgov.results.status_on import StatusOn

    DateLike = date | PartialDate | str
    PartyLike = str | State | Organization
    OrganizationLike = str | Organization

_IOM = "IOM"
_MEMBER, _OBSERVER = Status.MEMBER.value, Status.OBSERVER.value


def _roll(on: DateLike, here: StatusIndex, status: str, facts: Dataset) -> MemberList:
    if type(on) is date:
        day = on.toordinal()
        if not here.first <= day <= here.last:
            _warn(on, here)
        # looked up here if it is there: a call more costs a tenth of the answer
        found = here.rolls[status].get(bisect_right(here.days, day))
        certain, possible = found or here.roll(day, status)
        if here.complete:
            return MemberList(certain, possible, here.scopes[status], on, facts)
        return _partial(certain, possible, on, ((day, day),), here, status, facts)
    when, days = parse_date_argument(on)
    _warn(when, here)
    if when.day:
        certain, possible = here.roll(days[0][0], status)
    else:
        certain, possible = here.roll_during(days, status)
    if here.complete:
        return MemberList(certain, possible, here.scopes[status], when, facts)
    return _partial(certain, possible, when, days, here, status, facts)


def _partial(
    certain: tuple[str, ...],
    possible: tuple[str, ...],
    when: PartialDate | date,
    days: tuple[DayRange, ...],
    here: StatusIndex,
    status: str,
    facts: Dataset,
) -> MemberList:
    """Return a roll of a register that is not complete: who is not on it may be all the same."""
    lines = here.timelines.items()
    settled = frozenset(who for who, line in lines if here.settled(line, days))
    scope = Completeness(here.register.organization, status, complete=False, settled=settled)
    return MemberList(certain, possible, scope, when, facts)


def _warn(on: PartialDate | date, here: StatusIndex) -> None:
    warn_outside_register(on, here.register)


def members_on(
    date: DateLike, organization: OrganizationLike = _IOM, *, dataset: Dataset | None = None
) -> MemberList:
    """
    List the members of an organization on a date.

    A membership begins on the day it takes effect; a withdrawal takes effect at the end of its
    day. The Council's vote alone makes no member. Governments on the provisional Committee of
    1951-54 count as members of IOM under its first name.

    Args:
        date: A `datetime.date`, a `datetime` (its civil date), EDTF text, a `PartialDate`, or a
            date in words. An imprecise one ("2002") asks about all its days: certain are those who
            are members on every day of it, possible those who may be on some day of it.
        organization: Name, acronym, id or record of the organization.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        A `MemberList`, sorted by code: certain members, and `possible` ones.

    Raises:
        InvalidDateError: If *date* is not a date.
        UnknownOrganizationError: If there is no such organization, or no register of its members.

    Warns:
        CoverageWarning: If *date* lies outside what the register covers.

    >>> roll = members_on("2002-12-02")
    >>> len(roll), "KAZ" in roll, "KAZ" in members_on("2002-12-01")
    (98, True, False)
    """
    facts = resolve_dataset(dataset)
    return _roll(date, standing(facts, organization), _MEMBER, facts)


def observers_on(
    date: DateLike,
    organization: OrganizationLike = _IOM,
    *,
    kind: str | None = None,
    dataset: Dataset | None = None,
) -> MemberList:
    """
    List the observers of an organization on a date, states and bodies.

    For most observer states only "listed by then" is known, so they are possible observers long
    before they are certain ones, and before the first complete lists (`observers_known_from` of
    the register) the roll is not complete. Of bodies it never is: they are recorded only where a
    source names them. `MemberList.answer` gives unknown for whoever it may leave out.

    Args:
        date: As for `members_on`.
        organization: As for `members_on`.
        kind: "state" for states only, "organization" for bodies only, None for both.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        A `MemberList`, sorted by code.

    Raises:
        UnknownTermError: If *kind* is another word; otherwise as for `members_on`.

    Warns:
        CoverageWarning: If *date* lies outside what the register covers.

    >>> [state.name for state in observers_on("2002-12-02", kind="organization")]
    ['Amnesty International', 'Human Rights Watch', 'Sovereign Military Order of Malta']
    """
    facts = resolve_dataset(dataset)
    here = standing(facts, organization)
    roll = _roll(date, here, _OBSERVER, facts)
    certain, possible = roll.codes, roll.possible.codes
    if kind is not None:
        bodies = _wants_bodies(kind)
        certain, possible = (here.kept(codes, bodies=bodies) for codes in (certain, possible))
    scope = Completeness(
        roll.of,
        roll.word,
        complete=kind != "organization" and here.lists_observers(roll.as_of),
        known_bodies=here.bodies if kind != "state" and here.complete else frozenset(),
        settled=roll.settled,
    )
    return MemberList(certain, possible, scope, roll.as_of, facts)


def _wants_bodies(kind: str) -> bool:
    if type(kind) is not str or kind not in ("state", "organization"):
        raise UnknownTermError(
            f"{short_repr(kind)} is not a kind of observer; there are state, organization"
        )
    return kind == "organization"


def is_member(
    state: PartyLike,
    date: DateLike,
    organization: OrganizationLike = _IOM,
    *,
    dataset: Dataset | None = None,
) -> Answer:
    """
    Tell whether a state is a member of an organization on a date.

    Args:
        state: Code, name or record of the state.
        date: As for `members_on`; on an imprecise date, yes means on every day of it, no on none.
        organization: As for `members_on`.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        `Answer.YES`, `Answer.NO`, or `Answer.UNKNOWN` where dates leave it open.

    Raises:
        UnknownStateError: If there is no such state; otherwise as for `members_on`.

    Warns:
        CoverageWarning: If *date* lies outside what the register covers.

    >>> is_member("Kazakhstan", "2002-12-01")
    <Answer.NO: 'no'>
    """
    facts = resolve_dataset(dataset)
    here = standing(facts, organization)
    line = here.timelines.get(party_id(state, facts))
    when, days = parse_date_argument(date)
    _warn(when, here)
    none = Answer.NO if here.settled(line, days) else Answer.UNKNOWN
    if line is None:
        return none
    sets = statuses_during(line, days)
    if all(each == {Status.MEMBER} for each in sets):
        return Answer.YES
    return Answer.UNKNOWN if any(Status.MEMBER in each for each in sets) else none


def status_on(
    state: PartyLike,
    date: DateLike,
    organization: OrganizationLike = _IOM,
    *,
    dataset: Dataset | None = None,
) -> StatusOn:
    """
    Tell what status a state may have had on a date, and which transitions say so.

    Args:
        state: Code, name or record of a state, or of a body that observes.
        date: As for `members_on`.
        organization: As for `members_on`.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        A `StatusOn`: the set of possible statuses (one: certain), what is pending, and the
        transitions just before and just after.

    Raises:
        UnknownStateError: If there is no such state; otherwise as for `members_on`.

    Warns:
        CoverageWarning: If *date* lies outside what the register covers.

    >>> tajikistan = status_on("TJK", "1994-06-01")
    >>> [status.value for status in tajikistan.statuses], tajikistan.member
    (['none', 'observer'], <Answer.NO: 'no'>)
    """
    from migrationgov.queries.status_on import build_status  # noqa: PLC0415 -- builds records

    facts = resolve_dataset(dataset)
    here = standing(facts, organization)
    when, days = parse_date_argument(date)
    _warn(when, here)
    return build_status(here, party_id(state, facts), when, days, facts)


def memberships_of(
    state: PartyLike,
    organization: OrganizationLike | None = None,
    *,
    on: DateLike | None = None,
    status: Status | str | None = Status.MEMBER,
    dataset: Dataset | None = None,
) -> RecordList[Spell]:
    """
    List the spells of membership of a state, from the first to the last.

    The mirror image of `members_on`. Joining again opens a new spell.

    Args:
        state: Code, name or record of the state, or of a body.
        organization: One organization; all that have a register by default.
        on: Only spells that may cover this date.
        status: Another status ("observer"), or None for spells of every status.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        `Spell` records, by organization and time, each end with its citations.

    Raises:
        UnknownStateError: If there is no such state.
        UnknownTermError: If there is no such status.

    Warns:
        CoverageWarning: If *on* lies outside what a register covers.

    >>> [(str(spell.start), str(spell.end)) for spell in memberships_of("AUS")]
    [('[1951-12-05..1952-10-13]', '1973-12-31'), ('1985-05-24', 'None')]
    """
    from migrationgov.queries.spells import covering, spells  # noqa: PLC0415 -- needed only here
    from migrationgov.results.record_list import RecordList  # noqa: PLC0415 -- loaded by whoever needs it

    facts = resolve_dataset(dataset)
    subject = party_id(state, facts)
    wanted = None if status is None else Status.parse(status)
    when, days = (None, ()) if on is None else parse_date_argument(on)
    found = []
    for register in registers(organization, facts):
        warn_outside_register(when, register)
        its = list(spells(register, subject, facts))
        if days:
            here = standing(facts, register.organization)
            met = statuses_during(here.timelines.get(subject, Timeline(())), days)
            its = [s for s in covering(its, days) if any(s.status in each for each in met)]
        found += [s for s in its if wanted in (None, s.status)]
    return RecordList(found)
