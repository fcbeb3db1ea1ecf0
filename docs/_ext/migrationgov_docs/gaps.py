"""What we do not know, derived from the data: one sentence for each gap.

No sentence is written by hand about one organization, state or process; when new data close a gap,
its sentence disappears.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import migrationgov as mg
from migrationgov.notebook.phrases import LIST_KINDS, spaced
from migrationgov_docs.grades import evidence_of
from migrationgov_docs.myst import Page, escape, when

_OPEN_STATUS = {mg.vocabularies.ProcessStatus.UNKNOWN, mg.vocabularies.ProcessStatus.PROPOSED}


def exact(date: mg.PartialDate, *, lasts: bool = False) -> bool:
    """Return whether a date is exact; an event that lasts for days may have an interval."""
    extent = lasts and date.precision == "interval" and None not in (date.earliest, date.latest)
    return date.day is not None or (extent and not (date.uncertain or date.approximate))


# -- processes ------------------------------------------------------------------------------------


def of_process(process: mg.model.ConsultativeProcess, page: Page) -> list[str]:
    """Return the gaps in the records of a process."""
    return [
        *_status(process),
        *_membership(process, page),
        *_totals(process, page.facts),
        *_inexact_events(process),
        *_open_terms(process, page),
        *undecided(process.disagreements, page),
        (
            f"Nothing is recorded after {when(process.covered_until)}, the date of the latest"
            " evidence\\. An answer for a later day assumes that nothing has changed since\\."
        ),
    ]


def _status(process: mg.model.ConsultativeProcess) -> Iterator[str]:
    latest = process.statuses[-1] if process.statuses else None
    if latest is None:
        yield "Whether it is active: no source tells\\."
    elif latest.status in _OPEN_STATUS:
        yield f"Its status is *{latest.status}* as of {when(latest.as_of)}\\."


def _membership(process: mg.model.ConsultativeProcess, page: Page) -> Iterator[str]:
    roster = mg.process_participants(process, dataset=page.facts)
    if not process.participant_lists:
        yield "We have no list of participants\\."
    elif not roster.complete:
        yield (
            "We have no complete list of members\\. A state that is not named here may or may not"
            " be a member\\."
        )
    for role in sorted({each.role for each in roster.listed}):
        listed = roster.role(role)
        yield (
            f"Whether all parties listed as {spaced(role)} have this role on {when(roster.on)}:"
            f" the evidence is {evidence_of(listed)}\\."
        )
    for role in sorted({each.role for each in roster.possible}):
        names = ", ".join(page.party(code) for code in roster.role(role).possible.codes)
        yield f"Possible, not certain, as {spaced(role)}: {names}\\."
    if process.participant_lists and not any(
        term.role is mg.vocabularies.ProcessRole.MEMBER for term in process.terms
    ):
        whose = "the other members" if process.transitions else "each member"
        yield f"When {whose} joined: the sources give lists, but no dates of joining\\."


def _totals(process: mg.model.ConsultativeProcess, facts: mg.Dataset) -> Iterator[str]:
    for each in mg.published_totals(process, dataset=facts):
        if not each.met:
            yield (
                f"The other names of a published total: {each.named} of {each.total} participants"
                f" are known by name as {spaced(each.role)} ({when(each.as_of)}, list:"
                f" {LIST_KINDS[each.kind]})\\."
            )


def _inexact_events(process: mg.model.ConsultativeProcess) -> Iterator[str]:
    events = [(each.label, each.date) for each in process.milestones if not exact(each.date)]
    events += [(m.title, m.date) for m in process.meetings if not exact(m.date, lasts=True)]
    if events:
        dated = "; ".join(f"{escape(label)} ({when(date)})" for label, date in events)
        yield f"The exact day of: {dated}\\."


def _open_terms(process: mg.model.ConsultativeProcess, page: Page) -> Iterator[str]:
    for term in process.terms:
        if term.end is None or not exact(term.start) or not exact(term.end):
            span = f"{when(term.start)} to {when(term.end, 'no end recorded')}"
            holder = page.party(term.participant)
            yield f"The exact days of a term as {spaced(term.role)}: {holder}, {span}\\."


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
