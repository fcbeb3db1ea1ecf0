"""What each line of a table should say, asked one by one of the public functions."""

from __future__ import annotations

import warnings
from functools import cache
from typing import Any

import migrationgov as mg

BEYOND = {
    "iom_status": "unknown", "iom_member": "possible", "iom_since": None,
    "almaty-process": "unknown", "almaty-process_chair": "possible",
    "puebla-process_member": "possible",
}  # fmt: skip
COLUMNS = list(BEYOND)
_WORDS = {mg.Answer.YES: "yes", mg.Answer.NO: "no", mg.Answer.UNKNOWN: "possible"}


@cache  # the tests ask every engine the same questions
def expected(what: str, state: str | None, on: Any, *, assume: bool = False) -> Any:
    """Return what a column should say of one state on one date."""
    if state is None or on is None:
        return None
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = _asked(what, mg.find_state(state), on)
    outside = any(each.category is mg.errors.CoverageWarning for each in caught)
    outside |= "?" in str(on)  # it may be any day, those among them on which nothing is known
    return BEYOND[what] if outside and not assume else found


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
        return _WORDS[mg.process_participants(process, on, role=role).role(role).answer(state)]
    return _seat(process, state, on)


def _since(state: mg.model.State, on: Any) -> str | None:
    status = mg.status_on(state, on).status
    if status in (None, mg.vocabularies.Status.NONE):
        return None
    spells = mg.memberships_of(state, "IOM", on=on, status=status)
    return str(spells[0].start) if len(spells) == 1 else None


def _seat(process: str, state: mg.model.State, on: Any) -> str:
    for role in ("member", "observer"):
        answer = mg.process_participants(process, on, role=role).role(role).answer(state)
        if answer is mg.Answer.YES:
            return role
        if answer is mg.Answer.UNKNOWN:
            return "unknown"
    return "none"
