"""
Codes of states in several systems: ISO 3166, M49, Correlates of War, Gleditsch and Ward.

Several states may have a code, one after the other: in the list of Correlates of War 345 is
Yugoslavia, then Serbia and Montenegro, then Serbia. So a code is found with the days on which it
means a state.
"""

from __future__ import annotations

from numbers import Integral
from typing import Any, get_args

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate, as_date
from migrationgov.errors import (
    AmbiguousNameError,
    UnknownStateError,
    WrongTypeError,
    check_word,
    plain_text,
    short_repr,
)
from migrationgov.lookup.name_search import SUPERSEDED_M49
from migrationgov.typing import CodeSystem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrationgov.model.dataset import Dataset
    from migrationgov.model.states import SystemCode

#: The first and the last day (ordinals) on which a code means a state, and the id of the state.
Spans = tuple[tuple[int, int, str], ...]

#: The systems whose codes are numbers.
NUMERIC = ("m49", "cow", "gw")
#: What a code of each system is called in messages.
LABELS = {
    "iso3": "ISO 3166-1 code of three letters",
    "iso2": "ISO 3166-1 code of two letters",
    "m49": "M49 number",
    "cow": "Correlates of War number",
    "cow-letters": "Correlates of War abbreviation",
    "gw": "Gleditsch and Ward number",
    "gw-letters": "Gleditsch and Ward abbreviation",
}
#: States since 1945 in the lists of Correlates of War, and of Gleditsch and Ward, that are not
#: states of the dataset: no code of ISO 3166 was ever theirs. See `cow-states` and `gw-states`.
_LEFT_OUT = {
    "396": "Abkhazia", "397": "South Ossetia", "511": "Zanzibar", "711": "Tibet",
    "817": "the Republic of Vietnam",
}  # fmt: skip
_MOST = 10**9  # no larger number is a code
_DIGITS = 3  # of a number of M49


def always(state: str) -> Spans:
    """Return the spans of what means one state on every day."""
    return ((BEFORE_ALL, AFTER_ALL, state),)


def spans_of(code: object, system: str, facts: Dataset) -> Spans:
    """Return what a code of a system means on which days; () for what is no code of it."""
    table: dict[str, Spans] = facts.derived(
        f"codes of {system}", lambda facts: _table(system, facts)
    )
    return table.get(_key(code, system), ())


def fitting(codes: Iterable[object], facts: Dataset, share: float = 1) -> list[str]:
    """Return the systems that have all of some codes, or a share of them; of no codes, none."""
    values = list(codes)
    systems = get_args(CodeSystem) if values else ()
    least = share * len(values)
    return [
        each
        for each in systems
        if sum(bool(spans_of(code, each, facts)) for code in values) >= least
    ]


def shown(code: object) -> str:
    """Return a code for a message: a number is the same in every engine."""
    text = plain_text(_whole(code)).strip().removesuffix(".0")
    return text if text.isdecimal() else short_repr(code)


def codes_of_systems(code: str, facts: Dataset) -> str:
    """Return a hint at the systems that have a code, other than ISO 3166 and M49; "" for none."""
    written = code.strip()
    systems = fitting([written], facts) if written.isupper() or written.isdecimal() else []
    named = " or ".join(f"system={each!r}" for each in systems if each[:2] in ("co", "gw"))
    return f"; it is a code of {named}" if named else ""


def no_code(code: object, system: str, facts: Dataset) -> str:
    """Return the message for what is no code of a system."""
    known = _LEFT_OUT.get(_key(code, system)) if system in ("cow", "gw") else None
    what = f"no state has the {LABELS[system]} {shown(code)}"
    if known:
        return f"{what}; it is that of {known}, which is not in the register"
    others = " or ".join(f"system={each!r}" for each in fitting([code], facts))
    return f"{what}; it is a code of {others}" if others else what


def validity(spans: Spans) -> str:
    """Return what a code means from when to when, for messages."""
    return "; ".join(f"{state} {_days(first, last)}".strip() for first, last, state in spans)


def _days(first: int, last: int) -> str:
    since = f"from {_text(first)}" if first > BEFORE_ALL else ""
    until = f"to {_text(last)}" if last < AFTER_ALL else ""
    return f"{since} {until}".strip()


def _text(day: int) -> str:
    from datetime import date  # noqa: PLC0415 -- for messages only

    return date.fromordinal(day).isoformat()


def coded_state(code: object, system: str | None, on: object, facts: Dataset) -> str:
    """
    Return the id of the state that a code of a system means, on a date where one is given.

    Raises:
        UnknownStateError: If no state has the code, or none has it on the date.
        AmbiguousNameError: If several states have it, one after the other.
        WrongTypeError: If there is no system.
    """
    if system is None:
        raise _without_system(code)
    check_word("system", system, get_args(CodeSystem))
    spans = spans_of(code, system, facts)
    if not spans:
        raise UnknownStateError(no_code(code, system, facts))
    when = None if on is None else as_date(on)
    ids = dict.fromkeys(state for first, last, state in spans if _meets(when, first, last))
    if len(ids) == 1:
        return next(iter(ids))
    what = f"the {LABELS[system]} {shown(code)}"
    if when is not None and not ids:
        raise UnknownStateError(f"{what} means no state on {when}: {validity(spans)}")
    hint = "; give the day: on='2004-01-01'" if when is None else ""
    message = f"{what} means several states, one after the other: {validity(spans)}{hint}"
    raise AmbiguousNameError(message, tuple(ids))


def _meets(when: PartialDate | None, first: int, last: int) -> bool:
    return when is None or (when.first_ordinal <= last and first <= when.last_ordinal)


def _without_system(code: object) -> WrongTypeError:
    if not isinstance(code, Integral):
        return WrongTypeError("the date (on) is that of a code: give its system, too")
    return WrongTypeError(
        f"{short_repr(code)} is a number, and a number is a code in several systems;"
        " say which: system='m49', 'cow' or 'gw'"
    )


def _whole(code: Any) -> Any:
    """Return a whole number of any type as one of Python: tables make fractions of numbers."""
    if isinstance(code, bool):  # for Python a number
        return code
    try:
        top, bottom = code.as_integer_ratio()
    except (AttributeError, OverflowError, ValueError):  # infinite or missing numbers, too
        return code
    return top if bottom == 1 else code


def _key(code: object, system: str) -> str:
    """Return a code as the table has it; "" for what cannot be a code."""
    if isinstance(code, bool) or type(code).__name__ == "timedelta64":  # numbers for numpy
        return ""
    code = _whole(code)
    if isinstance(code, Integral):
        code = str(int(code)) if system in NUMERIC and abs(int(code)) < _MOST else ""
    if not isinstance(code, str):
        return ""
    text = code.strip()
    if system not in NUMERIC:
        return text.upper() if text.isascii() else ""
    if "." in text:  # numbers with decimals are written so
        text = text.rstrip("0").removesuffix(".")
    if not (text.isascii() and text.isdecimal()):
        return ""
    return text.zfill(_DIGITS) if system == "m49" else text.lstrip("0")


def _table(system: str, facts: Dataset) -> dict[str, Spans]:
    if system in ("iso3", "iso2", "m49"):
        return _lasting_codes(system, facts)
    name, _, letters = system.partition("-")
    found: dict[str, list[tuple[int, int, str]]] = {}
    for state in facts.states:
        codes: tuple[SystemCode, ...] = getattr(state, name)
        for each in codes:
            key = each.abbreviation.upper() if letters else str(each.number)
            found.setdefault(key, []).append((*_ends(each), state.id))
    return {key: _in_turn(spans) for key, spans in found.items() if key}


def _ends(code: SystemCode) -> tuple[int, int]:
    return (
        BEFORE_ALL if code.start is None else code.start.first_ordinal,
        AFTER_ALL if code.end is None else code.end.last_ordinal,
    )


def _in_turn(spans: Iterable[tuple[int, int, str]]) -> Spans:
    """Return spans that do not overlap: where two states meet, the later one counts."""
    made: list[tuple[int, int, str]] = []
    for first, last, state in sorted(spans):
        if made and made[-1][1] >= first:
            begin, _, before = made.pop()
            made += [(begin, first - 1, before)] if begin < first else []
        made.append((first, last, state))
    return tuple(made)


def _lasting_codes(system: str, facts: Dataset) -> dict[str, Spans]:
    """Return codes without dates; one that several states had means each while it exists."""
    holders: dict[str, list[str]] = {}
    for state in facts.states:
        holders.setdefault(getattr(state, system), []).append(state.id)
    current = {state.id for state in facts.states if state.end is None}
    lives = facts.state_lives()
    table: dict[str, Spans] = {}
    for code, ids in holders.items():
        last = [each for each in ids if each in current] or ids
        ends = [(*lives.get(each, (BEFORE_ALL, AFTER_ALL)), each) for each in last]
        table[code] = always(last[0]) if len(last) == 1 else _in_turn(ends)
    if system == "m49":
        known = {each.id for each in facts.states}
        superseded = {code: always(s) for code, s in SUPERSEDED_M49.items() if s in known}
        table = superseded | table
    table.pop("", None)
    return table
