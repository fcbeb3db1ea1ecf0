"""What we do not know, derived from the data: one sentence for each gap.

No sentence is written by hand about one organization, state or process; when new data close a gap,
its sentence disappears.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import migrationgov as mg
from migrationgov.notebook.phrases import spaced
from migrationgov.vocabularies import Basis
from migrationgov.words import count
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.html_page import Page, escape, prose
from migrationgov_docs.register_sections import last_day, possible_in


def exact(date: mg.PartialDate, *, lasts: bool = False) -> bool:
    """Return whether a date is exact; an event that lasts for days may have an interval."""
    extent = lasts and date.precision == "interval" and None not in (date.earliest, date.latest)
    return date.day is not None or (extent and not (date.uncertain or date.approximate))


def undecided(rivals: Iterable[mg.model.Disagreement], page: Page) -> Iterator[str]:
    """Yield the facts on which sources disagree and no value is used."""
    for each in rivals:
        if each.preferred is None:
            values = " / ".join(prose(claim.value) for claim in each.claims)
            about = escape(spaced(each.field))
            party = page.link(each.subject)
            yield f"Which value is right for <em>{about}</em> of {party}: {values}."


# -- organizations --------------------------------------------------------------------------------


def of_register(register: mg.model.Register, page: Page) -> list[str]:
    """Return the gaps in the register of an organization."""
    last = last_day(register)
    members = mg.members_on(last, register.institution, kind=None, dataset=page.facts)
    observers = mg.observers_on(last, register.institution, dataset=page.facts)
    return [
        *_others(register),
        _observers_before(register),
        "Which organizations are observers, other than those that a source names.",
        *in_transitions(register),
        *possible_in(page, members),
        *possible_in(page, observers),
        *undecided(register.disagreements, page),
        f"Nothing is recorded after {when(register.covered_until)}.",
    ]


def _others(register: mg.model.Register) -> Iterator[str]:
    """Yield what is open about parties that the transitions do not name."""
    if register.complete:
        return
    if register.lists:
        yield (
            "Which parties without a transition were members between and after the lists, for"
            " certain: such a party is listed by the last list that names it."
        )
    else:
        yield "Which parties were members, other than those that a transition names."


def in_transitions(register: mg.model.Register) -> Iterator[str]:
    """Yield how many dates of transitions are not exact, and how many transitions are derived."""
    steps = register.transitions
    inexact = sum(not exact(step.date) for step in steps)
    derived = sum(step.basis is Basis.DERIVED for step in steps)
    if inexact or derived:
        yield (
            f"The exact day of {inexact} of {len(steps)} transitions."
            f" {count(derived, 'transition', 'is', 'are')} derived,"
            " not stated by a source; the note of each gives the reasoning."
        )


def _observers_before(register: mg.model.Register) -> str:
    first = register.observers_known_from
    if first.latest is None:
        return "Which states are observers: no complete list of them is recorded."
    return (
        f"Which states were observers before {when(first)}, when complete lists begin: before that"
        " date, absence from a list does not mean “no”."
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
    gaps = [f"The exact days of: {escape(str(each))}." for each in vague]
    events = [each for each in history.milestones if not exact(each.date, lasts=True)]
    gaps += [f"The exact day of: {prose(each.label)} ({when(each.date)})." for each in events]
    gaps += undecided(history.disagreements, page)
    gaps.append(f"Nothing about its history is recorded after {when(history.covered_until)}.")
    return gaps


# -- states ---------------------------------------------------------------------------------------


def of_state(state: mg.model.State, page: Page) -> list[str]:
    """Return the gaps in the records of a state."""
    steps = mg.transitions(state, dataset=page.facts)
    gaps = [
        f"The exact day of: {page.link(institution)} ({found})."
        for institution, found in _inexact(steps).items()
    ]
    roles = mg.processes_of(state, dataset=page.facts)
    for each in roles:
        if not each.certain:
            process = page.link(each.process)
            grade = each.grade.capitalize()
            gaps.append(f"{grade}, not certain: {spaced(each.role)} of the {process}.")
    gaps += undecided(mg.disagreements(state, dataset=page.facts), page)
    if not steps and not roles:
        gaps.append("No source gives a transition of it, and none names it in a process today.")
    return gaps


def _inexact(steps: Iterable[mg.model.Transition]) -> dict[str, str]:
    """Return the transitions of each institution whose date is not exact, in words."""
    found: dict[str, list[str]] = {}
    for step in steps:
        if not exact(step.date):
            words = f"{escape(spaced(step.kind))} {when(step.date)}"
            found.setdefault(step.institution, []).append(words)
    return {institution: ", ".join(words) for institution, words in found.items()}
