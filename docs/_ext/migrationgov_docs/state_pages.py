"""The page of each state or territory: what it belongs to, since when, at which grade."""

from __future__ import annotations

import re

import migrationgov as mg
from migrationgov.notebook.phrases import spaced
from migrationgov.queries.status_in_iom import status_in_iom
from migrationgov.words import count, in_a_row
from migrationgov_docs import gaps
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.disagreement_parts import add_disagreements
from migrationgov_docs.html_page import Page, escape, prose
from migrationgov_docs.marks import glyph
from migrationgov_docs.names import name_of, sort_key
from migrationgov_docs.register_sections import start_of
from migrationgov_docs.shared import add_gaps, add_transitions, names_in
from migrationgov_docs.timeline_figure import Line, timeline
from migrationgov_docs.timeline_rows import drawn, statuses_of

_ELSEWHERE = "No region"  # `slug` makes the same file name of an empty region
_MANY = 25  # more transitions than these are folded
_KINDS = ("Organizations and groups", "Treaties", "Processes")
_COLUMNS = ["institution", "status", "since", "until", "sources"]


def regions(facts: mg.Dataset) -> dict[str, list[mg.model.State]]:
    """Return the states of each region, by name; states without a region come last."""
    found: dict[str, list[mg.model.State]] = {}
    for state in sorted(
        facts.states, key=lambda each: (each.region == "", each.region, sort_key(each.name))
    ):
        found.setdefault(state.region or _ELSEWHERE, []).append(state)
    return found


def slug(region: str) -> str:
    """Return a region in small letters and digits."""
    return re.sub(r"[^a-z0-9]+", "-", region.lower()).strip("-") or "no-region"


def state_page(state: mg.model.State, facts: mg.Dataset) -> str:
    """Return the page of one state."""
    page = Page(facts, folders=1, listed=False)  # 257 of them are too many for the list
    page.title(state.name, names_in(state.name, state.names))
    ties = _ties(page, state)
    page.lead(_lead(state, ties, page.facts))
    page.paragraph(
        f'<a href="../../explorer/index.html#state={state.id}">See any date in the explorer</a>.'
    )
    _add_timeline(page, state, ties)
    for kind, institutions in ties.items():
        _add_kind(page, state, kind, institutions)
    _add_transitions(page, state)
    add_disagreements(page, mg.disagreements(state, dataset=facts))
    add_gaps(page, gaps.of_state(state, page))
    _add_facts(page, state)
    return page.text()


Ties = dict[str, list[str]]


def _ties(page: Page, state: mg.model.State) -> Ties:
    """Return the institutions in which a state ever had, or may have had, a status, by kind."""
    facts = page.facts
    found: Ties = {kind: [] for kind in _KINDS}
    for institution in page.by_name((*facts.register_ids, *facts.process_ids)):
        if statuses_of(state.id, institution, facts):
            found[_kind(institution, facts)].append(institution)
    return {kind: its for kind, its in found.items() if its}


def _kind(institution: str, facts: mg.Dataset) -> str:
    if institution in facts.process_ids:
        return "Processes"
    return "Treaties" if institution in facts.treaty_ids else "Organizations and groups"


def _lead(state: mg.model.State, ties: Ties, facts: mg.Dataset) -> str:
    """Return its status in IOM, what it is, and in how many institutions a record names it."""
    where = state.subregion or state.region
    what = ", ".join(part for part in (escape(state.standing), escape(where)) if part)
    lasted = f", from {when(state.start, 'before')} to {when(state.end)}" if state.end else ""
    nouns = {"Organizations and groups": "organization", "Treaties": "treaty"}
    numbers = [
        count(len(its), nouns.get(kind, "process"))
        + (" or group" if kind == _KINDS[0] and len(its) == 1 else "")
        for kind, its in ties.items()
    ]
    numbers = [each.replace("organizations", "organizations and groups") for each in numbers]
    named = f" Records name it in {in_a_row(numbers)}." if numbers else " No record names it."
    status = status_in_iom(state, None, facts, when)
    described = f"{what[:1].upper()}{what[1:]}" if status else what
    return f"{escape(state.name)}: {status}{'. ' if status else ''}{described}{lasted}.{named}"


def _add_timeline(page: Page, state: mg.model.State, ties: Ties) -> None:
    facts = page.facts
    lines: list[Line] = []
    for kind, institutions in ties.items():
        lines.append(Line(f"<b>{escape(kind)}</b>", kind))
        lines += [
            Line(page.link(each), name_of(each, facts), drawn(statuses_of(state.id, each, facts)))
            for each in institutions
        ]
    if lines:
        page.heading(2, "Timeline")
        page.html(timeline(lines, f"Where {state.name} belonged, day by day"))
        page.paragraph(
            "Full: certain. Part full: listed, by the last record carried forward. Dashed:"
            " possible. A treaty binds from the first day of its line. An arrow: the"
            " evidence ends, and not the status. What is possible"
            " beside another status is not drawn.",
            "mg-evidence",
        )


def _add_kind(page: Page, state: mg.model.State, kind: str, institutions: list[str]) -> None:
    page.heading(2, kind)
    if kind == "Processes":
        page.table(
            ["process", "role", "first list", "entry", "sources"],
            [
                (
                    page.link(each.process),
                    _graded(spaced(each.role), each.role, each.grade),
                    when(each.first_listed),
                    when(each.since),
                    page.cite_some(each.citations),
                )
                for institution in institutions
                for each in mg.processes_of(state, dataset=page.facts)
                if each.process == institution
            ],
        )
        return
    page.table(
        _COLUMNS,
        [
            (
                page.link(institution),
                _graded(each.status, each.status, _grade(page, each)),
                start_of(each),
                when(each.end, "no end recorded"),
                page.cite_some(each.citations),
            )
            for institution in institutions
            for each in mg.memberships_of(state, institution, status=None, dataset=page.facts)
        ],
    )


def _graded(words: str, role: str, grade: str) -> str:
    return f'<span class="mg-status">{glyph(role, grade)} {escape(words)}, {escape(grade)}</span>'


def _grade(page: Page, spell: mg.model.Spell) -> str:
    """Return the grade of a spell on the last day of it that the evidence covers."""
    its = [
        each
        for each in statuses_of(spell.party, spell.institution, page.facts)
        if each["role"] == spell.status and date_overlaps(each["first"], each["last"], spell)
    ]
    return max(its, key=lambda each: each["last"])["grade"] if its else "possible"


def date_overlaps(first: str, last: str, spell: mg.model.Spell) -> bool:
    """Return whether an interval has a day that a spell may have."""
    starts = spell.start.earliest
    ends = spell.end.latest if spell.end else None
    return (starts is None or last >= starts.isoformat()) and (
        ends is None or first <= ends.isoformat()
    )


def _add_transitions(page: Page, state: mg.model.State) -> None:
    """Add all its transitions, with what each source gives."""
    steps = mg.transitions(state, dataset=page.facts)
    if steps:
        page.heading(2, "Transitions")
    begin = page.place
    add_transitions(page, steps, "institution")
    if len(steps) > _MANY:
        page.folded(f"{count(len(steps), 'transition')}, with notes and sources", begin)


def _codes(codes: tuple[mg.model.SystemCode, ...]) -> str:
    return "; ".join(
        f"{code.number} ({when(code.start)} to {when(code.end, '..')})" for code in codes
    )


def _add_facts(page: Page, state: mg.model.State) -> None:
    official = [
        name.text for name in state.names if name.form is mg.vocabularies.NameForm.OFFICIAL
    ]
    former = [name.text for name in state.names if name.form is mg.vocabularies.NameForm.FORMER]
    page.heading(2, "Codes and names")
    page.facts_table(
        [
            ("codes", f"<code>{state.id}</code>" + (f", M49 {state.m49}" if state.m49 else "")),
            ("standing", escape(state.standing)),
            ("region", escape(", ".join(filter(None, (state.subregion, state.region))))),
            ("Correlates of War", _codes(state.cow)),
            ("Gleditsch and Ward", _codes(state.gw)),
            ("existed", f"{when(state.start, '..')} to {when(state.end)}" if state.end else ""),
            ("followed", ", ".join(page.link(each) for each in state.predecessors)),
            ("followed by", ", ".join(page.link(each) for each in state.successors)),
            ("official names", escape("; ".join(dict.fromkeys(official)))),
            ("former names", escape("; ".join(dict.fromkeys(former)))),
            ("note", prose(state.note)),
            ("sources", page.cite(state.citations)),
        ]
    )
