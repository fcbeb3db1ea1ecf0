"""The commands about a party: all its ties, and why it has a status."""

from __future__ import annotations

import argparse
import warnings

import migrationgov as mg
from migrationgov.commands.tables import Cell, Column, Table
from migrationgov.commands.words import is_wanted, on, short, short_name, written
from migrationgov.dates.partial_date import as_date
from migrationgov.notebook.phrases import spaced
from migrationgov.notebook.status_in_iom import status_in_iom
from migrationgov.results.party_lists import party_record

_TIE = (
    Column("kind"), Column("institution", "Institution"), Column("institution_id"),
    Column("role", "Role"), Column("period", "Since"), Column("since"), Column("first_listed"),
    Column("grade", "Grade"), Column("evidence", "Evidence"), Column("evidence_id"),
)  # fmt: skip
_REASON = (
    Column("date", "Date"), Column("kind", "Record"), Column("says", "It says"),
    Column("decides", "Decides"), Column("id"), Column("sources"),
)  # fmt: skip
_TERMS = "/terms/"  # in the id of a term


def state(given: argparse.Namespace) -> Table:
    """Answer ``state``: the status in IOM first, then all ties of a state."""
    found = mg.find_state(given.name, dataset=given.facts)
    ties = mg.profile_of(found, given.on, dataset=given.facts)
    with warnings.catch_warnings():  # the ties have warned already
        warnings.simplefilter("ignore", mg.errors.CoverageWarning)
        warnings.simplefilter("ignore", mg.errors.UnmatchedWarning)
        title = _title(found, given.on, given.facts)
        spells = mg.memberships_of(found, on=given.on, status=None, dataset=given.facts)
    last = {(each.institution, each.status.value): each for each in spells}
    rows = [
        _tie(each, last.get((each.institution, each.role.value)), given.facts)
        for each in ties
        if is_wanted(each.grade, given.grade)
    ]
    # without a date each institution is asked about its own last day
    columns = (*_TIE, Column("on", "" if given.on else "On"))
    return Table(columns, rows, title, is_grouped=True)


def _title(state: mg.model.State, when: str | None, facts: mg.Dataset) -> str:
    status, name = status_in_iom(state, when, facts, written), f"{state.name} ({state.id})"
    if not status:
        return name
    return f"{name}{f' {on(as_date(when))}' if when else ''}: {status}"


def _tie(
    tie: mg.results.Participation, spell: mg.model.Spell | None, facts: mg.Dataset
) -> tuple[Cell, ...]:
    institution = facts.institution(tie.institution)
    kind = {"ConsultativeProcess": "process"}.get(type(institution).__name__)
    reading = tie.reading
    entered, listed = _since(tie, spell), _first_listed(tie)
    # a list shows that a party takes part, not when it began
    period = short(entered) if entered else f"on a list: {short(listed)}" if listed else None
    return (
        kind or type(institution).__name__.lower(), short_name(institution), tie.institution,
        spaced(tie.role), period, entered, listed, tie.grade,
        reading.date if reading else None, reading.id if reading else None, tie.on,
    )  # fmt: skip


def _since(tie: mg.results.Participation, spell: mg.model.Spell | None) -> mg.PartialDate | None:
    """Return the start of a spell, or of the term that names the party."""
    if spell:
        return spell.since
    return tie.reading.date if tie.reading and _TERMS in tie.reading.id else None


def _first_listed(tie: mg.results.Participation) -> mg.PartialDate | None:
    """Return the date of the first list that names the party, unless it is after the question."""
    listed = tie.first_listed
    return None if listed and listed.first_ordinal > tie.on.last_ordinal else listed


def why(given: argparse.Namespace) -> Table:
    """Answer ``why``: the records that count for a status on a date, and what each says."""
    found = mg.why(given.party, given.on, given.institution, dataset=given.facts)
    rows = [
        (
            each.date, row["kind"], each.says, "yes" if each.decides else "", each.id,
            "; ".join(row["sources"]),
        )
        for each, row in zip(found.reasons, found.to_dicts(), strict=True)
    ]  # fmt: skip
    party = party_record(found.status.party, given.facts)
    place = short_name(given.facts.institution(found.status.institution))
    title = f"{party.name} and {place} {on(found.status.on)}: {found.rule}"
    return Table(_REASON, rows, title)
