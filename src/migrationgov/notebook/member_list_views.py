"""The views of member lists and rosters: names, certain or possible, and what absence means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from migrationgov.notebook.coverage import coverage_notes, register_notes
from migrationgov.notebook.footnotes import Footnotes
from migrationgov.notebook.html import inline, joined
from migrationgov.notebook.html_tables import name_lists, note, page
from migrationgov.notebook.phrases import count, format_date, on_date, plural, spaced
from migrationgov.notebook.record_cards import html_of, tables_of
from migrationgov.queries.published_counts import PublishedTotal, published_totals
from migrationgov.results.party_lists import MemberList, PartyList
from migrationgov.results.roster import Roster
from migrationgov.vocabularies import ProcessRole


@html_of.register(PartyList)
def _(parties: PartyList[Any]) -> str:
    found = Footnotes(parties.dataset).parties(parties.codes)
    return page(name_lists(count(len(parties), "party"), [("Names", found)]))


@html_of.register(MemberList)
def _(members: MemberList[Any]) -> str:
    footnotes = Footnotes(members.dataset)
    who = inline(f"{_noun(members)} of ", footnotes.institution(members.institution))
    counts = f"{len(members)} certain, {len(members.possible)} possible"
    heading = inline(who, f" {on_date(members.on)}: {counts}")
    rows = _rows(members, footnotes) or [("none" if members.complete else "none recorded", ())]
    notes = [_absence(members), *register_notes(members.institution, members.on, members.dataset)]
    if not members.on.day:
        notes.insert(0, "Certain: on every day of the date. Possible: on some day of the date.")
    footnotes.marks(members.citations)
    sources = footnotes.source_list(places=False)
    return page(name_lists(heading, rows), *map(note, notes), sources)


@html_of.register
def _(roster: Roster) -> str:
    footnotes = Footnotes(roster.dataset)
    roles = [roster.role(each) for each in ProcessRole]
    roles = [each for each in roles if each.codes or each.possible.codes]
    rows = [
        (joined((f"{_noun(each)}: {number}", footnotes.marks(each.citations)), " "), names)
        for each in roles
        for number, names in _rows(each, footnotes)
    ]
    counts = f"{len(roster.certain)} certain, {len(roster.possible)} possible"
    process = footnotes.institution(roster.process)
    heading = inline("Participants of ", process, f" {on_date(roster.on)}: {counts}")
    until = roster.dataset.process(roster.process).covered_until
    latest = format_date(roster.as_of) if roster.as_of else "none for this date"
    notes = [inline("Latest complete list: ", latest, "."), *map(_absence, roles)]
    notes += coverage_notes(roster.on, until)
    listed = name_lists(heading, rows or [("none recorded", ())])
    totals = tables_of(_totals(roster), footnotes)
    return page(listed, *map(note, notes), *totals, footnotes.source_list())


def _totals(roster: Roster) -> list[PublishedTotal]:
    """Return the published totals of the lists that the roster rests on."""
    lists = {
        (each.role, date) for each in (*roster.certain, *roster.possible) for date in each.as_of
    }
    lists |= {(role, str(roster.as_of)) for role in ProcessRole}
    totals = published_totals(roster.process, dataset=roster.dataset)
    return [each for each in totals if (each.role, str(each.as_of)) in lists]


def _rows(members: MemberList[Any], footnotes: Footnotes) -> list[tuple[str, Sequence[str]]]:
    """Return the certain and the possible parties, each with their number; neither where empty."""
    sides = (("certain", members.codes), ("possible", members.possible.codes))
    return [(f"{len(ids)} {word}", footnotes.parties(ids)) for word, ids in sides if ids]


def _noun(members: MemberList[Any]) -> str:
    return plural(spaced(members.status)).capitalize()


def _absence(members: MemberList[Any]) -> str:
    """Return what it means that a party is not on a list."""
    noun = _noun(members).lower()
    if not members.complete:
        settled = ", except where a transition settles it" if members.settled else ""
        return f"Parties not listed may be {noun}, too{settled}: the list is not complete."
    if members.complete_for_organizations:
        return f"Parties not listed: not {noun}."
    return f"States not listed: not {noun}. Organizations not listed: unknown."
