"""Parts that the pages of institutions have: coverage, lists by date, published totals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import migrationgov as mg
from migrationgov.notebook.phrases import LIST_KINDS, spaced
from migrationgov.timelines import timelines_of
from migrationgov.vocabularies import Modifier, RegisterKind, Scope
from migrationgov.words import count
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.grades import numbers_of
from migrationgov_docs.html_page import Page, escape, prose

if TYPE_CHECKING:
    from migrationgov.timelines.index import Graded, StatusIndex

#: The institution whose transitions are on the pages of states.
IOM = "iom"
_MANY = 8  # more lists than these are folded
TOTALS = ["as of", "published", "of what", "our count", "outcome", "why", "sources"]


def last_day(register: mg.model.Register) -> mg.PartialDate:
    """Return the last day that a register covers."""
    latest = register.covered_until.latest
    return register.covered_until if latest is None else mg.PartialDate.from_date(latest)


def coverage(register: mg.model.Register) -> str:
    """Return in sentences what a register covers, and for which parties it is complete."""
    checked = register.checked_on
    return (
        f"The register covers {when(register.covered_from)} to {when(register.covered_until)}."
        f" {_complete_for(register)}."
        + (f" It was last checked on {when(checked)}." if checked else "")
    )


def _complete_for(register: mg.model.Register) -> str:
    if register.complete_until is not None:
        until = when(register.complete_until)
        return f"It is complete until {until}; later parties are known to be missing"
    if register.complete_for == Scope.ALL:
        return f"It is complete: {_whom_it_names(register)}"
    if register.complete_for == Scope.NONE:
        return "It is not complete: transitions of the parties that it names may be missing"
    others = "nothing is known" if not register.lists else "there are lists only"
    return f"It is complete for the parties that its transitions name; of others {others}"


def _whom_it_names(register: mg.model.Register) -> str:
    until, observers = when(register.covered_until), register.observers_known_from
    if register.kind == RegisterKind.TREATY:
        return f"a state of today that no record names was not a party until {until}"
    words = f"a state that no record names was not a member until {until}"
    if observers.first_ordinal <= register.covered_from.last_ordinal:
        return f"{words}, and not an observer"
    known = (
        observers.latest is not None
        and observers.first_ordinal < register.covered_until.last_ordinal
    )
    return f"{words}; of observers this holds from {when(observers)} on" if known else words


def start_of(spell: mg.model.Spell) -> str:
    """Return the first day of a spell, or the first list where no transition gives the day."""
    return when(spell.start) if spell.steps else f"{when(spell.start)} (first record)"


def add_statuses(
    page: Page, register: mg.model.Register, statuses: Iterable[tuple[str, str]]
) -> None:
    """Add how many parties have each status on the last day of a register, by a clock."""
    day = last_day(register).last_ordinal
    rows = [
        (
            status if not clock else f"{status}, by {clock}",
            *(
                _tally(index_of(page, register, status, clock).on(day, kind))
                for kind in ("state", "organization")
            ),
        )
        for status, clock in statuses
    ]
    page.table(["status", "states", "organizations"], rows)


def index_of(page: Page, register: mg.model.Register, status: str, clock: str = "") -> StatusIndex:
    """Return the parties of a register that have a status, day by day."""
    return timelines_of(page.facts, register.institution, clock).index(status)


def _tally(found: Graded) -> str:
    certain, listed = len(found.certain), len(found.codes) - len(found.certain)
    words = numbers_of(certain, listed, len(found.possible), complete=found.complete)
    return words if found.complete or words == "unknown" else f"{words}; of others unknown"


def add_lists(
    page: Page, records: Iterable[mg.model.ParticipantLists], title: str = "Lists, by date"
) -> None:
    """Add the lists that sources give, by date."""
    rows = [_list(page, lists, names) for lists in records for names in lists.lists]
    if not rows:
        return
    page.heading(2, title)
    page.paragraph("Absence means “no” on complete lists only.")
    begin = page.place
    columns = ["as of", "role", "list", "total", "named", "names", "note", "sources"]
    page.table(columns, rows)
    if len(rows) > _MANY:
        page.folded(f"{count(len(rows), 'list')}, with names and sources", begin)


def _list(
    page: Page, lists: mg.model.ParticipantLists, names: mg.model.RoleList
) -> tuple[str, ...]:
    doubted = {each.participant for each in names.entries if not each.certain}
    participants = [
        page.link(each) + (" (uncertain on the list)" if each in doubted else "")
        for each in page.by_name(each.participant for each in names.entries)
    ]
    groups = [page.link(each) for each in names.groups]
    return (
        when(lists.as_of),
        spaced(names.role),
        LIST_KINDS[names.kind] + "".join(f", with the members of {each}" for each in groups),
        "" if names.total is None else str(names.total),
        str(len(participants)),
        ", ".join(participants),
        prose(lists.note),
        page.cite(lists.citations),
    )


def add_attestations(page: Page, register: mg.model.Register) -> None:
    """Add the statuses that a source gives for one party on a date."""
    if register.attestations:
        page.heading(2, "Sources that name a status on a date")
    rows = [
        (
            page.link(each.party),
            each.status,
            when(each.date),
            prose(each.note),
            page.cite(each.citations),
        )
        for each in register.attestations
    ]
    page.table(["state or organization", "status", "date", "note", "sources"], rows)


def add_totals(page: Page, institution: str) -> None:
    """Add every published number about an institution, each compared with our count."""
    if institution not in {each.organization for each in page.facts.counts}:
        return
    page.heading(2, "Published totals")
    page.paragraph(
        "Each number that a source publishes, compared with our count for its date."
        ' <a href="../totals.html">Published numbers</a> explains the outcomes.'
    )
    compared = mg.reconcile(institution, dataset=page.facts)
    page.table(TOTALS, [total(page, each) for each in compared])


def total(page: Page, each: mg.results.Reconciliation) -> tuple[str, ...]:
    """Return the row of one published number."""
    claim = each.claim
    meant = "" if claim.modifier is Modifier.EXACT else f"{claim.modifier} "
    most = "?" if each.most is None else str(each.most)
    span = str(each.least) if each.least == each.most else f"{each.least} to {most}"
    return (
        when(claim.as_of),
        f"{meant}{claim.value}",
        escape(claim.label or spaced(claim.counted)),
        "not counted" if each.least is None else span,
        each.outcome,
        prose(each.reason),
        page.cite(claim.citations),
    )


def possible_in(page: Page, members: mg.results.MemberList[Any]) -> list[str]:
    """Return a sentence on the possible parties of a list, or none."""
    if not members.possible:
        return []
    names = page.links(members.possible.codes)
    return [f"Possible, not certain, as {members.status} on {when(members.on)}: {names}."]
