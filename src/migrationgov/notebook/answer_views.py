"""
The views of answers about a date, for readers of a page.

They are: yes or no, a date, a status, names and office holders, member lists and rosters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from migrationgov import results
from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.transitions import Transition
from migrationgov.notebook.footnotes import Footnotes
from migrationgov.notebook.html import Html, element, inline, joined, name_lists, note, page
from migrationgov.notebook.phrases import age_in_words, format_date, on_date, spaced
from migrationgov.notebook.record_cards import html_of, table_of, tables_of
from migrationgov.queries.published_totals import published_totals
from migrationgov.vocabularies import Clock, Grade, ProcessRole, Status
from migrationgov.words import count, plural

#: What makes a party of a treaty in an answer.
_CLOCKS: dict[str, str] = {
    Clock.EFFECT: "Parties: those for which the treaty is in force on the date.",
    Clock.DEPOSIT: "Parties: those that have deposited an instrument, as depositaries count.",
}
_UNKNOWN = "unknown: the sources do not settle it, or the days of the date differ"


@html_of.register
def _(answer: Answer) -> str:
    return element("span", _UNKNOWN if answer is Answer.UNKNOWN else answer.value)


html_of.register(PartialDate, lambda date: element("span", format_date(date)))


@html_of.register
def _(answer: results.StatusOn) -> str:
    footnotes = Footnotes(answer.dataset)
    who = inline(footnotes.party(answer.party), " and ", footnotes.institution(answer.institution))
    heading = inline(who, f" {on_date(answer.on)}: {_status(answer)}")
    parts = [note(heading)]
    if answer.transitions:
        happened = [_happened(each, answer.on) for each in answer.transitions]
        column = ("By this date" if answer.on.day else "By the end of this date", happened)
        parts = [table_of(answer.transitions, footnotes, heading, column)]
    if answer.attestations:
        parts.append(table_of(answer.attestations, footnotes))
    notes: list[str] = [*_reasons(answer, footnotes), *_register_notes(answer)]
    if not answer.citations:
        notes.insert(0, "No record names this party.")
    if answer.bound_since:
        when = format_date(answer.bound_since)
        doubt = "not yet" if answer.status else "perhaps not yet"
        notes.insert(0, inline("Deposited on ", when, f"; {doubt} in force for this party."))
    notes += _beside(answer)
    if answer.pending:
        pending = "; ".join(f"{each.kind} {each.date}" for each in answer.pending)
        notes.insert(0, f"Possibly still pending on this date: {pending}.")
    return page(*parts, *map(note, notes), footnotes.source_list())


def _status(answer: results.StatusOn) -> str:
    if answer.status:
        return f"{answer.status} (certain)"
    listed = f"listed as {answer.listed}" if answer.listed else "status unknown"
    return f"{listed}, possible: {' or '.join(answer.statuses)}"


def _reasons(answer: results.StatusOn, footnotes: Footnotes) -> list[Html]:
    """Return why a status is not certain, and how old the evidence is."""
    if answer.status:
        return []
    reading = answer.reading
    notes = [inline("Status: ", answer.reason, ".")]
    if reading is not None:
        age = f"The evidence is of {reading.date}, {age_in_words(reading.age)}. "
        notes.append(inline(age, footnotes.marks(reading.citations)))
    return notes


def _beside(answer: results.StatusOn) -> list[str]:
    """Return the notes beside a status as sentences."""
    return [f"{each[0].upper()}{each[1:]}." for each in answer.notes]


def _happened(transition: Transition, on: PartialDate) -> str:
    last = on.latest
    if last is None:
        return "the date has no end"
    words = {Answer.YES: "already happened", Answer.NO: "not yet", Answer.UNKNOWN: "uncertain"}
    return words[transition.date.happened_by(last)]


@html_of.register
def _(why: results.Explanation) -> str:
    footnotes, answer = Footnotes(why.status.dataset), why.status
    who = inline(footnotes.party(answer.party), " and ", footnotes.institution(answer.institution))
    heading = inline("Why: ", who, f" {on_date(answer.on)}: {_status(answer)}")
    parts = [note(heading), note("No record counts on this date.")]
    if why.reasons:
        parts = [table_of(why.reasons, footnotes, heading)]
    notes = [f"Rule: {why.rule}.", *_beside(answer), *_register_notes(answer)]
    return page(*parts, *map(note, notes), footnotes.source_list())


@html_of.register(results.AsOf)
def _(answer: results.AsOf[Any]) -> str:
    footnotes = Footnotes(answer.dataset)
    institution = footnotes.institution(answer.organization)
    grades = f"{len(answer)} certain, {len(answer.possible)} possible"
    heading = _heading(f"{answer.what.capitalize()} of ", institution, answer, grades)
    parts = [note(heading), note("No source tells. This does not mean that there was none.")]
    if records := (*answer.certain, *answer.possible):
        words = ["certain"] * len(answer.certain) + ["possible"] * len(answer.possible)
        parts = [table_of(records, footnotes, heading, ("Answer", words))]
    return page(*parts, *map(note, _history_notes(answer)), footnotes.source_list())


@html_of.register(results.PartyList)
def _(parties: results.PartyList[Any]) -> str:
    facts = parties.dataset
    noun = "state" if all(map(facts.has_state, parties.codes)) else "party"
    names = Footnotes(facts).parties(parties.codes)
    return page(name_lists(count(len(parties), noun), [(plural(noun).capitalize(), names)]))


@html_of.register(results.MemberList)
def _(members: results.MemberList[Any]) -> str:
    footnotes = Footnotes(members.dataset)
    institution = footnotes.institution(members.institution)
    of = "to" if members.status == Status.PARTY else "of"
    heading = _heading(f"{_noun(members)} {of} ", institution, members, _counts([members]))
    rows = _rows(members, footnotes) or [("none" if members.complete else "none recorded", ())]
    notes = [*_listed_notes([members]), _absence(members), *_register_notes(members)]
    if not members.on.day:
        notes.insert(0, "Certain: on every day of the date. Possible: on some day of the date.")
    footnotes.marks(members.citations)
    sources = footnotes.source_list(places=False)
    return page(name_lists(heading, rows), *map(note, notes), sources)


@html_of.register
def _(roster: results.Roster) -> str:
    footnotes = Footnotes(roster.dataset)
    roles = [roster.role(each) for each in ProcessRole]
    roles = [each for each in roles if each.codes or each.possible.codes]
    rows = [
        (joined((f"{_noun(each)}: {number}", footnotes.marks(each.citations)), " "), names)
        for each in roles
        for number, names in _rows(each, footnotes)
    ]
    institution = footnotes.institution(roster.process)
    heading = _heading("Participants of ", institution, roster, _counts(roles))
    latest = format_date(roster.as_of) if roster.as_of else "none for this date"
    notes: list[str] = [inline("Latest complete list: ", latest, "."), *_listed_notes(roles)]
    notes += map(_absence, roles)
    until = roster.dataset.process(roster.process).covered_until
    notes += _coverage_notes(roster.on, until, since=None)
    listed = name_lists(heading, rows or [("none recorded", ())])
    totals = tables_of(_totals(roster), footnotes)
    return page(listed, *map(note, notes), *totals, footnotes.source_list())


def _totals(roster: results.Roster) -> list[results.PublishedTotal]:
    """Return the published totals of the lists that the roster rests on."""
    lists = {
        (each.role, date)
        for each in (*roster.certain, *roster.listed, *roster.possible)
        for date in each.as_of
    }
    lists |= {(role, str(roster.as_of)) for role in ProcessRole}
    totals = published_totals(roster.process, dataset=roster.dataset)
    return [each for each in totals if (each.role, str(each.as_of)) in lists]


def _heading(what: str, institution: Html, answer: Any, grades: str) -> Html:
    """Return what an answer is about, its date, and how much there is of each grade."""
    return inline(what, institution, f" {on_date(answer.on)}: {grades}")


def _by_grade(members: results.MemberList[Any]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the parties of each grade that has any."""
    sides = (("certain", members.certain), ("listed", members.listed))
    every = (*sides, ("possible", members.possible))
    return {grade: its.codes for grade, its in every if its.codes}


def _counts(lists: Sequence[results.MemberList[Any]]) -> str:
    """Return how many parties of each grade there are in some lists."""
    numbers = Counter[str]()
    for each in lists:
        numbers.update({grade: len(its) for grade, its in _by_grade(each).items()})
    grades = (f"{numbers[grade]} {grade}" for grade in Grade if numbers[grade])
    return ", ".join(grades) or "none"


def _rows(
    members: results.MemberList[Any], footnotes: Footnotes
) -> list[tuple[str, Sequence[str]]]:
    """Return the parties of each grade with their number; listed ones with their evidence."""
    rows: list[tuple[str, Sequence[str]]] = []
    for grade, ids in _by_grade(members).items():
        names = footnotes.parties(ids)
        if grade == Grade.LISTED:
            names = [_with_evidence(code, members, footnotes) for code in footnotes.ordered(ids)]
        rows.append((f"{len(ids)} {grade}", names))
    return rows


def _with_evidence(code: str, members: results.MemberList[Any], footnotes: Footnotes) -> Html:
    """Return the name of a listed party with the date of the evidence."""
    reading = members.reading(code)
    date = element("small", f"({reading.date})") if reading else ""
    return joined((footnotes.party(code), date), " ")


def _listed_notes(lists: Sequence[results.MemberList[Any]]) -> list[str]:
    """Return what "listed" means, and how old the evidence is; nothing if no party is listed."""
    readings = (each.reading(code) for each in lists for code in each.listed.codes)
    ages = [reading.age for reading in readings if reading]
    if not ages:
        return []
    span = " to ".join(dict.fromkeys(map(age_in_words, (min(ages), max(ages)))))
    about = "Listed: by the last record that speaks of the party, with its date in brackets."
    return [f"{about} These records are from {span}."]


def _noun(members: results.MemberList[Any]) -> str:
    return plural(spaced(members.status)).capitalize()


def _absence(members: results.MemberList[Any]) -> str:
    """Return what it means that an answer does not name a party."""
    noun = _noun(members).lower()
    no, maybe = f"not {noun}.", f"may be {noun}, too: the list is not complete."
    if members.kind:
        who = f"{plural(members.kind).capitalize()} not named here"
        return f"{who}: {no}" if members.complete else f"{who} {maybe}"
    if members.complete:
        if members.complete_for_organizations:
            return f"Parties not named here: {no}"
        return f"States not named here: {no} Organizations not named here: unknown."
    if members.complete_for_organizations:
        return f"Organizations not named here: {no} States not named here {maybe}"
    return f"Parties not named here {maybe}"


def _coverage_notes(on: PartialDate, until: PartialDate, since: PartialDate | None) -> list[str]:
    """Return a note for each end of the evidence that the date, even in part, lies beyond."""
    notes = []
    if since is not None and on.first_ordinal < since.first_ordinal:
        notes.append(f"The records begin on {since}.")
    if on.last_ordinal > until.last_ordinal:
        notes.append(
            f"The evidence ends on {until}: the answer assumes that nothing has changed since."
        )
    return notes


def _register_notes(answer: results.StatusOn | results.MemberList[Any]) -> list[str]:
    """Return the notes for the register of an institution; none where it has no register."""
    notes = [_CLOCKS[answer.clock]] if answer.clock else []
    if answer.institution not in answer.dataset.register_ids:
        return notes
    register = answer.dataset.register(answer.institution)
    return notes + _coverage_notes(answer.on, register.covered_until, register.covered_from)


def _history_notes(answer: results.AsOf[Any]) -> list[str]:
    """Return the notes for the history of an organization; without one, for the dataset."""
    facts, own = answer.dataset, answer.organization
    histories = (each.covered_until for each in facts.histories if each.organization == own)
    founded = next((each.founded for each in facts.organizations if each.id == own), None)
    return _coverage_notes(answer.on, next(histories, facts.manifest.as_of), founded)
