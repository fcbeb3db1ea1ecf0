"""What we do not know about a process, derived from its data: one sentence for each gap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import migrationgov as mg
from migrationgov.notebook.phrases import LIST_KINDS, spaced
from migrationgov.timelines.gather import timelines_of
from migrationgov.vocabularies import ListKind, MilestoneKind, ProcessRole, ProcessStatus
from migrationgov.words import in_a_row
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.gaps import exact, undecided
from migrationgov_docs.grades import evidence_of
from migrationgov_docs.html_page import Page, escape

_OPEN_STATUS = {ProcessStatus.UNKNOWN, ProcessStatus.PROPOSED}
#: Chairs of earlier years are not asked for.
_SINCE = 2000


def of_process(process: mg.model.ConsultativeProcess, page: Page) -> list[str]:
    """Return the gaps in the records of a process."""
    return [
        *_status(process),
        *_last_list(process),
        *_membership(process, page),
        *_totals(process, page.facts),
        *_chairs(process, page.facts),
        *_meetings(process),
        *_inexact_events(process),
        *_open_terms(process, page),
        *undecided(process.disagreements, page),
        (
            f"Nothing is recorded after {when(process.covered_until)}, the date of the latest"
            " evidence. An answer for a later day assumes that nothing has changed since."
        ),
    ]


def _status(process: mg.model.ConsultativeProcess) -> Iterator[str]:
    latest = process.statuses[-1] if process.statuses else None
    if latest is None:
        yield "Whether it is active: no source tells."
    elif latest.status in _OPEN_STATUS:
        yield f"Its status is <em>{latest.status}</em> as of {when(latest.as_of)}."


def _membership(process: mg.model.ConsultativeProcess, page: Page) -> Iterator[str]:
    roster = mg.process_participants(process, dataset=page.facts)
    if not process.participant_lists:
        yield "We have no list of participants."
    elif not roster.complete:
        yield (
            "We have no complete list of members. A state that is not named here may or may not"
            " be a member."
        )
    for role in sorted({each.role for each in roster.listed}):
        listed = roster.role(role)
        yield (
            f"Whether all parties listed as {spaced(role)} have this role on {when(roster.on)}:"
            f" the evidence is {evidence_of(listed)}."
        )
    for role in sorted({each.role for each in roster.possible}):
        names = page.links(roster.role(role).possible.codes)
        yield f"Possible, not certain, as {spaced(role)}: {names}."
    if process.participant_lists:
        whose = "the other members" if process.transitions else "each member"
        yield f"When {whose} joined: the sources give lists, but no dates of joining."


def _totals(process: mg.model.ConsultativeProcess, facts: mg.Dataset) -> Iterator[str]:
    for each in mg.published_totals(process, dataset=facts):
        if not each.met:
            yield (
                f"The other names of a published total: {each.named} of {each.total} participants"
                f" are known by name as {spaced(each.role)} ({when(each.as_of)}, list:"
                f" {LIST_KINDS[each.kind]})."
            )


def _inexact_events(process: mg.model.ConsultativeProcess) -> Iterator[str]:
    events = [(each.label, each.date) for each in process.milestones if not exact(each.date)]
    events += [(m.title, m.date) for m in process.meetings if not exact(m.date, lasts=True)]
    if events:
        dated = "; ".join(f"{escape(label)} ({when(date)})" for label, date in events)
        yield f"The exact day of: {dated}."


def _open_terms(process: mg.model.ConsultativeProcess, page: Page) -> Iterator[str]:
    for term in process.terms:
        if term.end is None or not exact(term.start) or not exact(term.end):
            span = f"{when(term.start)} to {when(term.end, 'no end recorded')}"
            holder = page.link(term.participant)
            yield f"The exact days of a term as {spaced(term.role)}: {holder}, {span}."


def _last_list(process: mg.model.ConsultativeProcess) -> Iterator[str]:
    dates = [
        lists.as_of
        for lists in process.participant_lists
        for names in lists.lists
        if names.kind is ListKind.STATED and names.role is ProcessRole.MEMBER and names.entries
    ]
    if dates:
        latest = max(dates, key=lambda each: each.last_ordinal)
        yield f"Who is a member today: the latest complete list is of {when(latest)}."


def years_asked(process: mg.model.ConsultativeProcess) -> range:
    """Return the years of which the chair is asked: since 2000, or since the founding."""
    foundings = [
        each.date.last_ordinal
        for each in process.milestones
        if each.kind in (MilestoneKind.ESTABLISHED, MilestoneKind.LAUNCHED)
    ]
    begun = max(_SINCE, _year(min(foundings, default=1)))
    return range(begun, _year(process.covered_until.last_ordinal) + 1)


def _year(ordinal: int) -> int:
    return date.fromordinal(ordinal).year


def years_with_chair(process: mg.model.ConsultativeProcess, facts: mg.Dataset) -> list[int]:
    """Return those of the years in some month of which the chair is certain or listed."""
    lines = timelines_of(facts, process.id)
    chairs = [lines.index(role) for role in (ProcessRole.CHAIR, ProcessRole.CO_CHAIR)]
    return [
        year
        for year in years_asked(process)
        if any(
            index.on(date(year, month, 15).toordinal(), None).codes
            for month in range(1, 13)
            for index in chairs
        )
    ]


def _chairs(process: mg.model.ConsultativeProcess, facts: mg.Dataset) -> Iterator[str]:
    known = set(years_with_chair(process, facts))
    missing = [year for year in years_asked(process) if year not in known]
    if not known:
        yield "Who chairs it: no source read tells."
    elif missing:
        yield f"Who chaired it in {_spans(missing)}."


def _spans(numbers: list[int]) -> str:
    """Return numbers in ascending order, those in a row as one span."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    spans = [f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return in_a_row(spans)


def _meetings(process: mg.model.ConsultativeProcess) -> Iterator[str]:
    for level in dict.fromkeys(each.level for each in process.meetings):
        numbers = {
            int(each.number.rstrip("?"))
            for each in process.meetings
            if each.level is level and each.number.rstrip("?").isdecimal()
        }
        missing = [n for n in range(1, max(numbers, default=0)) if n not in numbers]
        if missing:
            numbered = f"the level {spaced(level)} with the numbers {_spans(missing)}"
            yield f"The meetings of {numbered}."
