"""One page for each UN region, with a section for each of its states and territories."""

from __future__ import annotations

import re

import migrationgov as mg
from migrationgov.notebook.phrases import spaced
from migrationgov_docs import gaps
from migrationgov_docs.grades import evidence
from migrationgov_docs.myst import Page, escape, when
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
        "For each state: its transitions, and its roles in consultative processes"
        " according to the latest evidence on each\\. A state missing from an incomplete list may"
        " still be a member: see the page of the process\\."
    )
    for state in states:
        _add_state(page, state)
    return page.text()


def _add_state(page: Page, state: mg.model.State) -> None:
    page.heading(2, state.name, f"state-{state.id.lower()}")
    _add_facts(page, state)
    _add_transitions(page, state)
    _add_processes(page, state)
    add_disagreements(page, mg.disagreements(state, dataset=page.facts), level=3)
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
            ("sub-region", escape(state.subregion)),
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


def _add_transitions(page: Page, state: mg.model.State) -> None:
    for register in page.facts.registers:
        spells = mg.memberships_of(state, register.institution, status=None, dataset=page.facts)
        periods = [
            f"{each.status} {when(each.start)} to {when(each.end, 'no end recorded')}"
            for each in spells
        ]
        if periods or register.institution == "iom":
            name = page.organization(register.institution)
            page.paragraph(f"{name}: {'; '.join(periods) or 'no spell recorded'}\\.")
    add_transitions(page, mg.transitions(state, dataset=page.facts), "institution")


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
