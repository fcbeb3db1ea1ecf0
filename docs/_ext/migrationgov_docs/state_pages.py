"""One page for each UN region, with a section for each of its states and territories."""

from __future__ import annotations

import re
from functools import partial

import migrationgov as mg
from migrationgov.lookup.name_search import is_treaty
from migrationgov.notebook.phrases import spaced
from migrationgov_docs import gaps
from migrationgov_docs.grades import evidence
from migrationgov_docs.myst import Page, escape, when
from migrationgov_docs.register_sections import IOM, start_of
from migrationgov_docs.shared import add_disagreements, add_gaps, add_transitions

_ELSEWHERE = "No region"  # `slug` makes the same file name of an empty region


def regions(facts: mg.Dataset) -> dict[str, list[mg.model.State]]:
    """Return the states of each region, by name; states without a region come last."""
    found: dict[str, list[mg.model.State]] = {}
    for state in sorted(
        facts.states, key=lambda each: (each.region == "", each.region, each.name)
    ):
        found.setdefault(state.region or _ELSEWHERE, []).append(state)
    return found


def slug(region: str) -> str:
    """Return the file name of a region, in small letters and digits."""
    return re.sub(r"[^a-z0-9]+", "-", region.lower()).strip("-") or "no-region"


def region_page(region: str, states: list[mg.model.State], facts: mg.Dataset) -> str:
    """Return the page of one region."""
    page = Page(f"states-{slug(region)}", facts)
    page.heading(1, f"States and territories: {region}")
    page.paragraph(
        "For each state: the periods of its memberships; its transitions in IOM and in processes;"
        " and its roles in consultative processes according to the latest evidence on each\\. The"
        " pages of other organizations and of treaties have its transitions there, with sources,"
        " and what the sources disagree about\\. A treaty binds from the first day given here\\. A"
        " state missing from an incomplete list may"
        " still be a member: see the page of the process\\."
    )
    for state in states:
        _add_state(page, state)
    return page.text()


def _add_state(page: Page, state: mg.model.State) -> None:
    page.heading(2, state.name, f"state-{state.id.lower()}")
    _add_facts(page, state)
    _add_ties(page, state)
    _add_transitions(page, state)
    _add_processes(page, state)
    rivals = filter(partial(_is_here, page.facts), mg.disagreements(state, dataset=page.facts))
    add_disagreements(page, rivals, level=3)
    add_gaps(page, gaps.of_state(state, page), level=3)


def _codes(codes: tuple[mg.model.SystemCode, ...]) -> str:
    return "; ".join(
        f"{code.number} ({when(code.start)} to {when(code.end, '..')})" for code in codes
    )


def _add_facts(page: Page, state: mg.model.State) -> None:
    official = [
        name.text for name in state.names if name.form is mg.vocabularies.NameForm.OFFICIAL
    ]
    former = [name.text for name in state.names if name.form is mg.vocabularies.NameForm.FORMER]
    page.facts_table(
        [
            ("codes", f"`{state.id}`" + (f", M49 {state.m49}" if state.m49 else "")),
            ("standing", escape(state.standing)),
            ("subregion", escape(state.subregion)),
            ("Correlates of War", _codes(state.cow)),
            ("Gleditsch and Ward", _codes(state.gw)),
            ("existed", f"{when(state.start, '..')} to {when(state.end)}" if state.end else ""),
            ("followed", ", ".join(page.party(each) for each in state.predecessors)),
            ("followed by", ", ".join(page.party(each) for each in state.successors)),
            ("official names", escape("; ".join(dict.fromkeys(official)))),
            ("former names", escape("; ".join(dict.fromkeys(former)))),
            ("note", escape(state.note)),
            ("sources", page.cite(state.citations)),
        ]
    )


def _add_ties(page: Page, state: mg.model.State) -> None:
    """Add its spells: in IOM, in other organizations and groups, in treaties."""
    facts = page.facts
    found: dict[str, list[str]] = {"": [], "Organizations and groups": [], "Treaties": []}
    for institution in sorted(facts.register_ids, key=lambda each: each != IOM):
        spells = mg.memberships_of(state, institution, status=None, dataset=facts)
        periods = "; ".join(map(_period, spells))
        if periods or institution == IOM:
            kind = "Treaties" if is_treaty(institution, facts) else "Organizations and groups"
            text = f"{page.institution(institution)}: {periods or 'no spell recorded'}"
            found["" if institution == IOM else kind].append(text)
    for kind, texts in found.items():
        if texts:
            label = f"{kind}: " if kind else ""
            page.paragraph(f"{label}{' · '.join(texts)}\\.")


def _period(each: mg.model.Spell) -> str:
    """Return the status and the dates of a spell."""
    if each.end is None:
        return f"{each.status} since {start_of(each)}"
    return f"{each.status} {start_of(each)} to {when(each.end)}"


def _add_transitions(page: Page, state: mg.model.State) -> None:
    """Add its transitions in IOM and in processes; other pages have the others."""
    steps = mg.transitions(state, dataset=page.facts)
    add_transitions(page, filter(partial(_is_here, page.facts), steps), "institution")


def _is_here(facts: mg.Dataset, each: mg.model.Transition | mg.model.Disagreement) -> bool:
    """Return whether a record is on the page of a state: not if it is of another register."""
    of = each.context if isinstance(each, mg.model.Disagreement) else each.institution
    return of == IOM or of not in facts.register_ids


def _add_processes(page: Page, state: mg.model.State) -> None:
    rows = [
        (
            page.process(each.process),
            spaced(each.role),
            each.grade,
            evidence([(state.id, each.reading)]),
            when(each.first_listed),
            when(each.since),
            page.cite(each.citations),
        )
        for each in mg.processes_of(state, dataset=page.facts)
    ]
    columns = ["process", "role", "grade", "evidence", "first list", "entry", "sources"]
    page.table(columns, rows)
