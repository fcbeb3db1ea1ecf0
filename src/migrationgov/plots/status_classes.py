"""The classes of the maps: the status of each state in an institution on a date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import DayRange, parse_date_argument
from migrationgov.lookup.name_resolution import institution_id
from migrationgov.model.dataset import Dataset
from migrationgov.model.periods import Period
from migrationgov.model.states import State
from migrationgov.plots import labels, style
from migrationgov.plots.intervals import evidence_day, roles_on_record
from migrationgov.plots.marks import (
    ABSENT,
    IN_PART,
    NONE,
    UNKNOWN,
    Mark,
    MarkInLegend,
    mark_of,
    no_role,
)
from migrationgov.plots.signatures import Axes, StatusClass, StatusRow
from migrationgov.queries.questions import ask
from migrationgov.timelines.claims import APPLICANT
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.typing import DateLike, InstitutionLike
from migrationgov.vocabularies import Grade, Status

#: The class of each status and grade; of a certain status it is the word alone.
_CLASSES: dict[tuple[str, str], StatusClass] = {
    (status, grade): cast("StatusClass", mark_of(status, grade).label)
    for status in ("member", "associate", "observer", "party", "signatory")
    for grade in map(str, Grade)
}
#: The classes of states that have, or may have, a status.
WITH_STATUS = tuple(_CLASSES.values())
#: The mark of each class.
STATUS_MARKS: dict[StatusClass, Mark] = {
    **{name: mark_of(*key) for key, name in _CLASSES.items()},
    "neither": no_role(NONE, "neither member nor observer"),
    "no member": no_role(IN_PART, "not a member; no record says whether an observer"),
    "unknown": no_role(UNKNOWN, "no record"),
    "no state": no_role(ABSENT, "no state yet, or no longer"),
    "no record": no_role(UNKNOWN, "no record"),
}


def status_rows(
    on: DateLike, institution: InstitutionLike, dataset: Dataset | None
) -> list[StatusRow]:
    """Return each state with its class on a date, by id; warn outside the evidence."""
    facts = resolve_dataset(dataset)
    when, days, lines = ask(on, institution_id(institution, facts), facts)
    classes = _with_status(lines, days)
    rows: list[StatusRow] = []
    for state in facts.states:
        met = lines.line(state.id).during(days)
        possible = frozenset[str]().union(*[each.possible for each in met])
        found = classes.get(state.id)
        rows.append(
            {
                "id": state.id,
                "name": state.name,
                "on": str(when),
                "class": found or _without_status(state, possible, when, lines),
                "statuses": [status.value for status in Status if status in possible],
                "evidence": evidence_day(met) if found and found.startswith("listed") else None,
            }
        )
    return rows


def _with_status(
    lines: InstitutionTimelines, days: tuple[DayRange, ...]
) -> dict[str, StatusClass]:
    """Return the class of each state that has, or may have, a status: the best grade of it."""
    found: dict[str, StatusClass] = {}
    # a stronger status replaces a weaker one
    statuses = [each for each in reversed(lines.evidence.rules.statuses) if each != APPLICANT]
    graded = {each: lines.index(each).during(days, "state") for each in statuses}
    for grade in (
        Grade.POSSIBLE,
        Grade.LISTED,
        Grade.CERTAIN,
    ):  # a better one replaces a worse one
        for status, its in graded.items():
            certain = frozenset(its.certain)
            codes = {
                Grade.POSSIBLE: [
                    code for code in its.possible if status in roles_on_record(code, lines)
                ],
                Grade.LISTED: [code for code in its.codes if code not in certain],
                Grade.CERTAIN: its.certain,
            }[grade]
            found |= dict.fromkeys(codes, _CLASSES[status, grade.value])
    return found


def _without_status(
    state: State, possible: frozenset[str], when: PartialDate, lines: InstitutionTimelines
) -> StatusClass:
    if state.period.overlaps(Period(when, when)) is Answer.NO:
        return "no state"
    # territories join as a part of a state, if at all
    may_join = state.standing in ("independent", "former state", "")
    if state.id not in lines.parties and not may_join:
        return "no record"
    if lines.belonging in possible:
        return "unknown"
    if lines.belonging == Status.PARTY:
        return "unknown" if Status.SIGNATORY in possible else "neither"
    return "no member" if Status.OBSERVER in possible else "neither"


def add_map_text(
    ax: Axes,
    rows: Sequence[StatusRow],
    on: DateLike,
    institution: InstitutionLike,
    dataset: Dataset | None,
    *sentences: str,
    areas: bool = False,
) -> None:
    """Add the title, the legend of the classes in the rows, and sentences below the map."""
    facts = resolve_dataset(dataset)
    code = institution_id(institution, facts)
    style.hide_frame(ax)
    name, when = labels.institution_label(code, facts), labels.date_for_title(on)
    style.add_title(ax, f"{name}{when}: {labels.members_in_words(row['class'] for row in rows)}")
    drawn = {row["class"] for row in rows if row.get("drawn", True)}
    marks = [_mark(word, code, facts) for word in STATUS_MARKS if word in drawn]
    handles = list(dict.fromkeys(marks))
    listed = labels.evidence_in_words(row["evidence"] for row in rows)
    notes = (listed, _coverage_note(on, code, facts), *sentences)
    style.add_legend(ax, handles, *notes, drawer=MarkInLegend(ax, areas=areas, letters=False))


def _mark(word: StatusClass, institution: str, facts: Dataset) -> Mark:
    """Return the mark of a class; a treaty has parties and signatories."""
    of_treaty = timelines_of(facts, institution).belonging == Status.PARTY
    if word == "neither" and of_treaty:
        return no_role(NONE, "neither party nor signatory")
    return STATUS_MARKS[word]


def _coverage_note(on: DateLike, institution: str, facts: Dataset) -> str:
    """Return a sentence for a date after the end of the evidence, "" for any other."""
    last = timelines_of(facts, institution).evidence.covered[1]
    if all(day <= last for _, day in parse_date_argument(on)[1]):
        return ""
    until = labels.day_in_words(date.fromordinal(last))
    return f"The evidence ends on {until}: the figure assumes that nothing has changed since."
