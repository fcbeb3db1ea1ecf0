"""What we do not know, derived from the data: one sentence for each gap.

No sentence is written by hand about one organization, state or process; when new data close a gap,
its sentence disappears.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import migrationgov as mg
from migrationgov.notebook.phrases import spaced
from migrationgov_docs.myst import Page, escape, when


def exact(date: mg.PartialDate, *, lasts: bool = False) -> bool:
    """Return whether a date is exact; an event that lasts for days may have an interval."""
    extent = lasts and date.precision == "interval" and None not in (date.earliest, date.latest)
    return date.day is not None or (extent and not (date.uncertain or date.approximate))


def undecided(rivals: Iterable[mg.model.Disagreement], page: Page) -> Iterator[str]:
    """Yield the facts on which sources disagree and no value is used."""
    for each in rivals:
        if each.preferred is None:
            values = " / ".join(escape(claim.value) for claim in each.claims)
            about = escape(spaced(each.field))
            party = _named(each.subject, page)
            yield f"Which value is right for *{about}* of {party}: {values}\\."


def _named(subject: str, page: Page) -> str:
    if subject in page.facts.process_ids:
        return page.process(subject)
    return page.party(subject)


# -- organizations --------------------------------------------------------------------------------


def of_register(register: mg.model.Register, page: Page) -> list[str]:
    """Return the gaps in the register of an organization."""
    last = register.covered_until
    members = mg.members_on(last, register.institution, dataset=page.facts)
    observers = mg.observers_on(last, register.institution, dataset=page.facts)
    inexact = [step for step in register.transitions if not exact(step.date)]
    derived = [
        step for step in register.transitions if step.basis is mg.vocabularies.Basis.DERIVED
    ]
    gaps = [
        _observers_before(register),
        "Which organizations are observers, other than those that a source names\\.",
        (
            f"The exact day of {len(inexact)} of {len(register.transitions)} transitions\\."
            f" {len(derived)} transitions are derived, not stated by a source; the note of each"
            " gives the reasoning\\."
        ),
    ]
    for status, found in (("members", members), ("observers", observers)):
        if found.possible:
            names = ", ".join(page.party(code) for code in found.possible.codes)
            gaps.append(f"Possible, not certain, as {status} on {when(last)}: {names}\\.")
    gaps += undecided(register.disagreements, page)
    gaps.append(f"Nothing is recorded after {when(last)}\\.")
    return gaps


def _observers_before(register: mg.model.Register) -> str:
    first = register.observers_known_from
    if first.latest is None:
        return "Which states are observers: no complete list of them is recorded\\."
    return (
        f"Which states were observers before {when(first)}, when complete lists begin: before that"
        " date, absence from a list does not mean “no”\\."
    )


def of_history(history: mg.model.History, page: Page) -> list[str]:
    """Return the gaps in the history of an organization."""
    lasting = [*history.tenures, *history.relations, *history.headquarters]
    vague = [
        each
        for each in lasting
        if each.start is None
        or not exact(each.start)
        or (each.end is not None and not exact(each.end))
    ]
    gaps = [f"The exact days of: {escape(str(each))}\\." for each in vague]
    events = [each for each in history.milestones if not exact(each.date, lasts=True)]
    gaps += [f"The exact day of: {escape(each.label)} ({when(each.date)})\\." for each in events]
    gaps += undecided(history.disagreements, page)
    gaps.append(f"Nothing about its history is recorded after {when(history.covered_until)}\\.")
    return gaps


# -- states ---------------------------------------------------------------------------------------


def of_state(state: mg.model.State, page: Page) -> list[str]:
    """Return the gaps in the records of a state."""
    steps = mg.transitions(state, dataset=page.facts)
    inexact = [step for step in steps if not exact(step.date)]
    gaps = [
        f"The exact day on which it {escape(spaced(step.kind))}: {when(step.date)}\\."
        for step in inexact
    ]
    for each in mg.processes_of(state, dataset=page.facts):
        if not each.certain:
            process = page.process(each.process)
            grade = each.grade.capitalize()
            gaps.append(f"{grade}, not certain: {spaced(each.role)} of the {process}\\.")
    gaps += undecided(mg.disagreements(state, dataset=page.facts), page)
    if not steps and not mg.processes_of(state, dataset=page.facts):
        gaps.append("No source gives a transition of it, and none names it in a process today\\.")
    return gaps
