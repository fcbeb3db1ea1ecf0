"""What we do not know, derived from the data: one sentence for each gap.

Nothing here is written by hand about one organization, state or process; a gap that is closed in
the data vanishes from its page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import migrationgov as mg
from migrationgov_docs.myst import Page, escape, when

_OPEN_STATUS = {mg.vocabularies.ProcessStatus.UNKNOWN, mg.vocabularies.ProcessStatus.PROPOSED}


def exact(date: mg.PartialDate, *, lasts: bool = False) -> bool:
    """Tell whether a date leaves no doubt; what lasts for days may have the days as its date."""
    extent = lasts and date.precision == "interval" and None not in (date.earliest, date.latest)
    return date.day is not None or (extent and not (date.uncertain or date.approximate))


# -- processes ------------------------------------------------------------------------------------


def of_process(process: mg.model.ConsultativeProcess, page: Page) -> list[str]:
    """Return the gaps in what is recorded of a process."""
    return [
        *_status(process),
        *_membership(process, page),
        *_totals(process, page.facts),
        *_inexact_events(process),
        *_open_terms(process, page),
        *undecided(process.disagreements, page),
        (
            f"Nothing is recorded after {when(process.covered_until)}, the date of the latest"
            " evidence\\. What is told for a later day assumes that nothing changed since\\."
        ),
    ]


def _status(process: mg.model.ConsultativeProcess) -> Iterator[str]:
    latest = process.statuses[-1] if process.statuses else None
    if latest is None:
        yield "Whether it is active no source read tells\\."
    elif latest.status in _OPEN_STATUS:
        yield f"Its status is *{latest.status}* as of {when(latest.as_of)}\\."


def _membership(process: mg.model.ConsultativeProcess, page: Page) -> Iterator[str]:
    roster = mg.process_participants(process, dataset=page.facts)
    if not process.participant_lists:
        yield "No list of who takes part could be read\\."
    elif not roster.complete:
        yield (
            "On the day of the latest evidence no complete list answers for its members: of a"
            " state that is not named it is not known whether it is one\\."
        )
    for role in sorted({each.role for each in roster.possible}):
        roll = roster.role(role).possible
        names = ", ".join(page.party(code) for code in roll.codes)
        yield f"Possible, not certain, as {role.replace('-', ' ')}: {names}\\."
    if process.participant_lists and not any(
        term.role is mg.vocabularies.ProcessRole.MEMBER for term in process.terms
    ):
        yield "When each member entered: sources give lists, and no dates of entry\\."


def _totals(process: mg.model.ConsultativeProcess, facts: mg.Dataset) -> Iterator[str]:
    for each in mg.published_totals(process, dataset=facts):
        if not each.met:
            yield (
                f"Published total not met: {each.named} of {each.total} named as {each.role}"
                f" ({when(each.as_of)}, a {each.kind} list)\\."
            )


def _inexact_events(process: mg.model.ConsultativeProcess) -> Iterator[str]:
    events = [(each.label, each.date) for each in process.milestones if not exact(each.date)]
    events += [(m.title, m.date) for m in process.meetings if not exact(m.date, lasts=True)]
    if events:
        told = "; ".join(f"{escape(label)} ({when(date)})" for label, date in events)
        yield f"The exact day of: {told}\\."


def _open_terms(process: mg.model.ConsultativeProcess, page: Page) -> Iterator[str]:
    for term in process.terms:
        if term.end is None or not exact(term.start) or not exact(term.end):
            span = f"{when(term.start)} to {when(term.end, 'no end known')}"
            whose = page.party(term.participant)
            yield f"The exact days of a term as {term.role}: {whose}, {span}\\."


def undecided(rivals: Iterable[mg.model.Disagreement], page: Page) -> Iterator[str]:
    """Yield the facts on which sources disagree and no value is used."""
    for each in rivals:
        if each.preferred is None:
            values = " / ".join(escape(claim.value) for claim in each.claims)
            about = escape(each.field.replace("-", " "))
            whose = _named(each.subject, page)
            yield f"Which value is right for *{about}* of {whose}: {values}\\."


def _named(subject: str, page: Page) -> str:
    if subject in page.facts.process_ids:
        return page.process(subject)
    return page.party(subject)


# -- organizations --------------------------------------------------------------------------------


def of_register(register: mg.model.Register, page: Page) -> list[str]:
    """Return the gaps in the register of an organization."""
    last = register.covered_until
    members = mg.members_on(last, register.organization, dataset=page.facts)
    observers = mg.observers_on(last, register.organization, dataset=page.facts)
    inexact = [step for step in register.transitions if not exact(step.date)]
    derived = [
        step for step in register.transitions if step.basis is mg.vocabularies.Basis.DERIVED
    ]
    gaps = [
        (
            f"Who was an observer state before {when(register.observers_known_from)}, when"
            " complete lists begin: silence is not “no” there\\."
        ),
        "Which bodies are observers, beyond those that a source names\\.",
        (
            f"The exact day of {len(inexact)} of {len(register.transitions)} steps;"
            f" {len(derived)} are concluded from what sources say, each with the reasoning\\."
        ),
    ]
    for what, roll in (("members", members), ("observers", observers)):
        if roll.possible:
            names = ", ".join(page.party(code) for code in roll.possible.codes)
            gaps.append(f"Possible, not certain, as {what} on {when(last)}: {names}\\.")
    gaps += undecided(register.disagreements, page)
    gaps.append(f"Nothing is recorded after {when(last)}\\.")
    return gaps


def of_history(history: mg.model.History, page: Page) -> list[str]:
    """Return the gaps in what is recorded of an organization besides its members."""
    lasting = [*history.tenures, *history.relations, *history.seats]
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
    gaps.append(f"Nothing of its history is recorded after {when(history.covered_until)}\\.")
    return gaps


# -- states ---------------------------------------------------------------------------------------


def of_state(state: mg.model.State, page: Page) -> list[str]:
    """Return the gaps in what is recorded of a state."""
    steps = mg.transitions(state, dataset=page.facts)
    inexact = [step for step in steps if not exact(step.date)]
    gaps = [
        f"The exact day on which it {escape(step.kind.replace('-', ' '))}: {when(step.date)}\\."
        for step in inexact
    ]
    for each in mg.processes_of(state, dataset=page.facts):
        if not each.certain:
            role = each.role.replace("-", " ")
            gaps.append(f"Whether it is {role} of the {page.process(each.process)}: possible\\.")
    gaps += undecided(mg.disagreements(state, dataset=page.facts), page)
    if not steps and not mg.processes_of(state, dataset=page.facts):
        gaps.append("No source read tells a step of it, or names it in a process today\\.")
    return gaps
