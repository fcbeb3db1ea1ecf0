"""The expected value of each line of a table, from the public functions, asked one by one."""

from __future__ import annotations

import warnings
from datetime import date
from functools import cache
from typing import Any

import migrationgov as mg
from migrationgov.dates.partial_date import as_date
from migrationgov.lookup.day_ranges import day_ranges_of

#: Where the sources leave it open.
DOUBT = {
    "iom_status": "unknown", "iom_member": "possible", "iom_since": None,
    "almaty-process": "unknown", "almaty-process_chair": "possible",
    "puebla-process_member": "possible",
}  # fmt: skip
#: Before there was an institution.
BEFORE = {
    "iom_status": "none", "iom_member": "no", "iom_since": None,
    "almaty-process": "none", "almaty-process_chair": "no", "puebla-process_member": "no",
}  # fmt: skip
COLUMNS = list(DOUBT)
_WORDS = {mg.Answer.YES: "yes", mg.Answer.NO: "no", mg.Answer.UNKNOWN: "possible"}


@cache  # the tests ask every engine the same questions
def expected(what: str, state: str | None, on: Any, *, assume: bool = False) -> Any:
    """Return what a column should say of one state on one date."""
    if state is None or on is None:
        return None
    if "?" in str(on) and not assume:  # it may be any day, also one on which nothing is known
        return DOUBT[what]
    found = set()
    begin = _begin(what)
    for first, last in day_ranges_of(as_date(on)):
        if first < begin:
            found.add(BEFORE[what])
        if last >= begin:
            found.add(_from_begin(what, state, max(first, begin), last, assume=assume))
    return found.pop() if len(found) == 1 else DOUBT[what]


def _begin(what: str) -> int:
    """Return the day on which an organization or a process began."""
    name = what.partition("_")[0]
    if name == "iom":
        founded = mg.find_organization(name).founded
        assert founded
        return founded.first_ordinal
    process = mg.find_process(name)
    kinds = mg.vocabularies.MilestoneKind
    assert {kinds.LAUNCHED, kinds.ESTABLISHED} & {each.kind for each in process.milestones}
    events = [each.date for each in process.milestones if each.kind is not kinds.CONCEIVED]
    events += [each.date for each in process.meetings]
    events += [each.as_of for each in process.participant_lists]
    return min(each.first_ordinal for each in events)


def _from_begin(what: str, state: str, first: int, last: int, *, assume: bool) -> Any:
    begin, end = (
        date.fromordinal(day).isoformat() if 0 < day <= date.max.toordinal() else ".."
        for day in (first, last)
    )
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = _asked(what, mg.find_state(state), begin if first == last else f"{begin}/{end}")
    outside = any(each.category is mg.errors.CoverageWarning for each in caught)
    return DOUBT[what] if outside and not assume else found


def _asked(what: str, state: mg.model.State, on: Any) -> Any:
    if what == "iom_status":
        status = mg.status_on(state, on).status
        return status.value if status else "unknown"
    if what == "iom_member":
        return _WORDS[mg.is_member(state, on)]
    if what == "iom_since":
        return _since(state, on)
    process, _, role = what.partition("_")
    if role:
        return _WORDS[_answer(process, state, on, mg.vocabularies.ProcessRole(role))]
    return _role(process, state, on)


def _since(state: mg.model.State, on: Any) -> str | None:
    status = mg.status_on(state, on).status
    if status in (None, mg.vocabularies.Status.NONE):
        return None
    spells = mg.memberships_of(state, "IOM", on=on, status=status)
    return str(spells[0].start) if len(spells) == 1 else None


def _answer(
    process: str, state: mg.model.State, on: Any, role: mg.vocabularies.ProcessRole
) -> mg.Answer:
    return mg.process_participants(process, on, role=role).role(role).answer(state)


def _role(process: str, state: mg.model.State, on: Any) -> str:
    for role in (mg.vocabularies.ProcessRole.MEMBER, mg.vocabularies.ProcessRole.OBSERVER):
        answer = _answer(process, state, on, role)
        if answer is mg.Answer.YES:
            return role.value
        if answer is mg.Answer.UNKNOWN:
            return "unknown"
    return "none"
