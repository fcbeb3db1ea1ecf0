"""Who is on a roll or a roster: names, how sure, and what it means not to be there."""

from __future__ import annotations

from migrationgov.notebook.coverage import outside, outside_register
from migrationgov.notebook.footnotes import Footnotes
from migrationgov.notebook.html import Html, element, inline
from migrationgov.notebook.html_tables import lines, names, note, page, sides, table
from migrationgov.notebook.phrases import number_of, on, one_with, role_in_words, those_with, when
from migrationgov.queries.published_counts import PublishedTotal, published_totals
from migrationgov.results.party_lists import MemberList, PartyList
from migrationgov.results.roster import Roster
from migrationgov.vocabularies import ProcessRole


def parties(shown: PartyList) -> Html:
    """Show states or bodies that are no answer by themselves: a part of a roll."""
    sheet = Footnotes(shown.dataset)
    heading = number_of(len(shown), "state or body", "states or bodies")
    return page(sides(heading, [("Names", sheet.people(shown.codes))]))


def roll(shown: MemberList) -> Html:
    """Show who certainly has a status and who possibly, each side under its own word."""
    sheet = Footnotes(shown.dataset)
    heading = inline(
        f"{those_with(shown.word)} of ",
        sheet.short(shown.of),
        f" {on(shown.as_of)}: {len(shown)} certain, {len(shown.possible)} possible",
    )
    both = (("certain", shown.codes), ("possible", shown.possible.codes))
    lists = [(f"{len(codes)} {word}", sheet.people(codes)) for word, codes in both if codes]
    notes = (
        *_whole_day(shown),
        *_silence(shown),
        *outside_register(shown.of, shown.as_of, shown.dataset),
    )
    sheet.marks(shown.citations)
    listed = sides(heading, lists or [("nobody", ())])
    return page(listed, *map(note, notes), sheet.sources(places=False))


def _whole_day(shown: MemberList) -> tuple[str, ...]:
    if shown.as_of.day:
        return ()
    return ("Certain: on every day of that time. Possible: on some day of it.",)


def _silence(shown: MemberList) -> tuple[str, ...]:
    """Say what it means not to be on a roll."""
    which = one_with(shown.word)
    article = "" if which == "one" else "an " if which[0] in "aeiou" else "a "
    which = f"{article}{which}"
    if not shown.complete:
        told = f"Not complete: whoever is not listed may be {which} all the same"
        return (f"{told}, unless a step tells otherwise." if shown.settled else f"{told}.",)
    if shown.complete_for_bodies:
        return ()
    bodies = f"A body (an agency, an NGO) that is not listed may be {which} all the same."
    return (f"Complete for states. {bodies}",)


def roster(shown: Roster) -> Html:
    """Show who takes part in a process, role by role, beside the numbers that were published."""
    facts = shown.dataset
    sheet = Footnotes(facts)
    totals = published_totals(shown.process, dataset=facts)
    roles = [each for each in ProcessRole if _told(shown, each)]
    rows = [_role(shown, each, totals, sheet) for each in roles]
    counted = f": {len(shown.certain)} certain, {len(shown.possible)} possible"
    whose = inline("Who takes part in the ", sheet.short(shown.process))
    heading = inline(whose, f" {on(shown.on)}{counted}")
    columns = ("Role", "Certain", "Possible", "Published total", "Whoever is not named")
    process = facts.process(shown.process)
    notes = (_rests(shown), *outside(shown.on, process.covered_until))
    return page(table(heading, columns, rows), *map(note, notes), sheet.sources())


def _told(shown: Roster, role: ProcessRole) -> bool:
    its = shown.role(role)
    return bool(its.codes or its.possible.codes)


def _rests(shown: Roster) -> Html:
    if shown.as_of is None:
        return inline("No complete list answers for this date.")
    return inline("The latest complete list it rests on is of ", when(shown.as_of), ".")


def _role(
    shown: Roster, role: ProcessRole, totals: tuple[PublishedTotal, ...], sheet: Footnotes
) -> list[str]:
    its = shown.role(role)
    both = [
        lines((f"{len(codes)}", names(sheet.people(codes)))) if codes else inline("none")
        for codes in (its.codes, its.possible.codes)
    ]
    said = lines(_total(each, sheet) for each in _of_its_lists(shown, role, totals))
    silence = "is not in this role" if its.complete else "may be in this role all the same"
    if its.complete and not its.complete_for_bodies:
        silence = "is not in this role, if a state; of bodies nothing is said"
    heading = inline(role_in_words(role), " ", sheet.marks(its.citations))
    return [heading, *both, said or inline("none"), inline(silence)]


def _of_its_lists(
    shown: Roster, role: ProcessRole, totals: tuple[PublishedTotal, ...]
) -> list[PublishedTotal]:
    """Return the totals of the lists that the answer for a role rests on."""
    its = (each for each in (*shown.certain, *shown.possible) if each.role is role)
    dates = {date for each in its for date in each.as_of} | {str(shown.as_of)}
    return [each for each in totals if each.role is role and str(each.as_of) in dates]


def _total(published: PublishedTotal, sheet: Footnotes) -> Html:
    read = "all names read" if published.met else f"{published.named or 'no'} names read"
    date = element("span", str(published.as_of), look="unbroken")
    return inline(f"{published.total} (", date, f"; {read}) ", sheet.marks(published.citations))
