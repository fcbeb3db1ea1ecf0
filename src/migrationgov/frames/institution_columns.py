"""Columns about one institution: the role that is listed, what is certain, and the evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from migrationgov.frames.columns import (
    LAST_DAY,
    UNKNOWN,
    Column,
    MakeValue,
    Steps,
    Value,
    by_strength,
    compacted,
)
from migrationgov.frames.coverage import CoveredLines, begin_of
from migrationgov.frames.times_at_risk import LEFT, NOT_CENSORED, left_censored, times_at_risk
from migrationgov.model.dataset import Dataset
from migrationgov.timelines.claims import MEMBER, OBSERVER
from migrationgov.timelines.records import first_listed
from migrationgov.timelines.stretches import NONE, Stretch, grade_of
from migrationgov.timelines.treaty_evidence import as_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from migrationgov.timelines.registers import RegisterEntry
    from migrationgov.timelines.stretches import RecordKey

#: Who has one of these roles takes part: they last, and lists name them apart.
PARTICIPATION = frozenset({MEMBER, OBSERVER})
#: The same, and the statuses of a treaty.
_BELONGING = PARTICIPATION | {"party", "signatory", "associate"}
_ANSWERS = ("no", "yes")
_GRADES = ("certain", "listed", "possible", UNKNOWN)


def role_column(lines: CoveredLines) -> Column:
    """Make a column of roles by the best reading: member, observer, ..., none, unknown."""
    return Column(
        labels=(*_roles(lines)[::-1], UNKNOWN),
        steps=_steps(lines, _role),
        value=by_strength(_roles(lines)),
        covered=lines.carried_on,
    )


def status_column(lines: CoveredLines) -> Column:
    """Make a column of certain statuses: member, observer, ..., none, unknown."""
    return Column(
        labels=(*_roles(lines)[::-1], UNKNOWN),
        steps=_steps(lines, _certain_status),
        value=by_strength(_roles(lines)),
        covered=lines.assumed,
    )


def answer_column(role: str, lines: CoveredLines) -> Column:
    """Make a column that says who certainly has one role: yes, no, unknown."""
    return Column(
        labels=(*reversed(_ANSWERS), UNKNOWN),
        steps=_steps(lines, partial(_answer, role=role), role),
        value=by_strength(_ANSWERS),
        covered=lines.assumed,
    )


def grade_column(lines: CoveredLines) -> Column:
    """Make a column of the grades of the roles: certain, listed, possible, unknown."""
    return Column(
        labels=_GRADES,
        steps=_steps(lines, _graded_role),
        value=partial(_grade_of_period, strongest=by_strength(_roles(lines))),
        covered=lines.carried_on,
    )


def evidence_column(lines: CoveredLines) -> Column:
    """Make a column of dates, as EDTF text: the date of the record behind the role."""
    strongest = by_strength(_roles(lines))

    def steps(party: str) -> Steps:
        line = lines.line(party)
        dates = [_date_of(each.by, party, lines) for each in line.stretches]
        return compacted(line.days, list(zip(map(_role, line.stretches), dates, strict=True)))

    return Column(
        steps=steps, value=partial(_last_date, strongest=strongest), covered=lines.carried_on
    )


def since_column(role: str, lines: CoveredLines) -> Column:
    """
    Make a column of dates, as EDTF text: the start of the spell of the certain status.

    Of one role it is null where the certain status is another; "status" stands for any. Of a
    period it belongs to the status that the column of statuses, or of the role, gives for it.
    """
    strongest = by_strength(_roles(lines) if role == "status" else _ANSWERS)
    value = partial(_start_in_period, strongest=strongest)
    return Column(steps=partial(_starts, lines, role), value=value, covered=lines.assumed)


def first_listed_column(lines: CoveredLines, facts: Dataset) -> Column:
    """Make a column of dates: of the first list that names the state in its role, no entry."""
    institution = lines.evidence.institution

    def steps(party: str) -> Steps:
        line = lines.line(party)
        roles = [_role(each) for each in line.stretches]
        dates = {each: first_listed(facts, institution, party, each) for each in {*roles}}
        texts = {each: None if found is None else str(found) for each, found in dates.items()}
        return compacted(line.days, [(each, texts[each]) for each in roles])

    value = partial(_last_date, strongest=by_strength(_roles(lines)))
    return Column(steps=steps, value=value, covered=lines.carried_on)


def left_censored_column(lines: CoveredLines, facts: Dataset) -> Column:
    """Make a column of why a spell may have begun before its first record: see `left_censored`."""
    here, begin = lines.evidence, begin_of(lines.evidence, facts)

    def steps(party: str) -> Steps:
        born, gone = here.life_of(party)
        until = min(here.ends[0], gone, LAST_DAY)
        days, readings = list[int](), list[str | None]([None])
        line, first = lines.line(party), max(begin, born)
        for time in times_at_risk(line, here.rules.belonging, "listed", first, until):
            if time.entry is not None:
                days += [time.entry, time.out_from or time.until + 1]
                readings += [left_censored(time, party, here, begin), None]
        return Steps(days, readings)

    return Column(labels=LEFT, steps=steps, value=_in_doubt, covered=lines.carried_on)


def _steps(
    lines: CoveredLines, read: Callable[[Stretch], Any], role: str = ""
) -> Callable[[str], Steps]:
    """Return what gives the readings of a party; parties with one timeline share them."""
    known: dict[int, Steps] = {}

    def steps(party: str) -> Steps:
        line = lines.line(party, role)
        found = known.get(id(line))
        if found is None:
            found = known[id(line)] = compacted(line.days, [read(each) for each in line.stretches])
        return found

    return steps


# -- labels ---------------------------------------------------------------------------------------


def _roles(lines: CoveredLines) -> tuple[str, ...]:
    """Return the statuses of an institution, from the weakest to the strongest."""
    return NONE, *reversed(lines.evidence.rules.statuses)


def _certain_status(stretch: Stretch) -> str:
    return next(iter(stretch.possible)) if len(stretch.possible) == 1 else UNKNOWN


def _role(stretch: Stretch) -> str:
    if len(stretch.possible) > 1:
        return stretch.listed or UNKNOWN
    return _certain_status(stretch)


def _answer(stretch: Stretch, role: str) -> str:
    return {"certain": "yes", "": "no"}.get(grade_of((stretch,), role), UNKNOWN)


def _graded_role(stretch: Stretch) -> tuple[str, str, bool]:
    """Return the role, its grade, and whether a record names the party as taking part."""
    role = _role(stretch)
    grade = UNKNOWN if role == UNKNOWN else grade_of((stretch,), role)
    return role, grade, bool(stretch.possible & stretch.named & _BELONGING)


def _grade_of_period(
    met: Sequence[tuple[str, str, bool]],
    rule: str | None,
    strongest: MakeValue,
) -> str:
    """Return the grade of the role: of its days the worst, for the rule "any" the best."""
    role = strongest([each for each, _, _ in met], rule)
    if role == UNKNOWN:
        return "possible" if any(named for _, _, named in met) else UNKNOWN
    grades = {grade for each, grade, _ in met if each == role}
    return "listed" if grades == {"listed"} or (len(grades) > 1 and rule != "any") else "certain"


# -- dates ----------------------------------------------------------------------------------------


def _date_of(record: RecordKey | None, party: str, lines: CoveredLines) -> str | None:
    if record is None:
        return None
    kind, place = record
    if kind == "step":
        return str(as_date(lines.evidence.steps[party][place].date))
    return str(next(each.as_of for each in lines.evidence.lists if each.place == place))


def _last_date(
    met: Sequence[tuple[str, str | None]],
    rule: str | None,
    strongest: MakeValue,
) -> str | None:
    """Return the date of the last evidence of the role."""
    role = strongest([each for each, _ in met], rule)
    return None if role == UNKNOWN else [text for each, text in met if each == role][-1]


def _in_doubt(met: Sequence[str | None], _rule: str | None) -> Value:
    """Return why one of several spells may be older, the last reason given; null where none is."""
    given = [each for each in met if each is not None]
    return next((each for each in reversed(given) if each != NOT_CENSORED), None) or (
        NOT_CENSORED if given else None
    )


def _start_in_period(
    met: Sequence[tuple[str, str | None]], rule: str | None, strongest: MakeValue
) -> str | None:
    """Return the start of the last spell of the status; without a rule, if it is the only one."""
    if rule is None and len({date for _, date in met}) > 1:
        return None
    return _last_date(met, rule, strongest)


def _starts(lines: CoveredLines, role: str, party: str) -> Steps:
    """Return the start of the spell of each certain status of a party, or of one role."""
    line = lines.line(party)
    read = _certain_status if role == "status" else partial(_answer, role=role)
    dates = list[str | None]([None]) * len(line.stretches)
    if lines.timelines.has_entry(party):
        entry = lines.timelines.register_entry(party)
        for place, (stretch, day) in enumerate(zip(line.stretches, (0, *line.days), strict=True)):
            step = _start(entry, stretch, day) if role in {"status", *stretch.possible} else None
            dates[place] = None if step is None else _date_of(("step", step), party, lines)
    return compacted(line.days, list(zip(map(read, line.stretches), dates, strict=True)))


def _start(entry: RegisterEntry, stretch: Stretch, day: int) -> int | None:
    """Return the place of the transition with which the spell of a certain status began."""
    if len(stretch.possible) > 1 or NONE in stretch.possible:
        return None
    number = sum(last <= day for _, last, _ in entry.days)
    while number and entry.statuses[number - 1] in stretch.possible:
        number -= 1
    return entry.places[number - 1] if number else None
