"""The commands about an institution on a date: members, process, chair."""

from __future__ import annotations

import argparse
import warnings
from collections.abc import Iterator

import migrationgov as mg
from migrationgov.commands.tables import Cell, Column, Table
from migrationgov.commands.words import is_wanted, on, short_name
from migrationgov.lookup.name_search import organizations_named, processes_named
from migrationgov.model.names import folded
from migrationgov.model.processes import Term
from migrationgov.notebook.phrases import spaced
from migrationgov.vocabularies import Grade
from migrationgov.words import plural

_PARTY = (Column("id", "Code"), Column("name", "Name"))
_GRADE = Column("grade", "Grade")
_EVIDENCE = (Column("evidence", "Evidence"), Column("evidence_id"), Column("evidence_age_days"))
_ROLE = Column("role", "Role")
_HEAD = (
    Column("start", "From"), Column("end", "Until"), Column("office", "Office"),
    Column("person", "Name"), Column("nationality"), Column("state", "From the state"),
)  # fmt: skip
_TERM = (Column("start", "From"), Column("end", "Until"), _ROLE)


def members(given: argparse.Namespace) -> Table:
    """Answer ``members``: the members of an institution, or its observers, on a date."""
    ask = mg.observers_on if given.observers else mg.members_on
    found = ask(given.on, given.institution, region=given.region, dataset=given.facts)
    institution = given.facts.institution(found.institution)
    preposition = "to" if found.status == "party" else "of"
    what = f"{plural(found.status).capitalize()} {preposition} {short_name(institution)}"
    where = f" in {given.region}" if given.region else ""
    title = f"{what}{where} {on(found.on)}: {found.counts_in_words()}"
    return Table((*_PARTY, _GRADE, *_EVIDENCE), list(_parties(found, given.grade)), title)


def process(given: argparse.Namespace) -> Table:
    """Answer ``process``: the participants of a process on a date, by role."""
    roster = mg.process_participants(given.name, given.on, dataset=given.facts)
    rows = [
        (spaced(role), *row)
        for role in roster.roles
        for row in _parties(roster.role(role), given.grade)
    ]
    name = mg.find_process(roster.process, dataset=given.facts).name
    latest = "" if given.on else ", the day of the latest evidence"
    title = f"{name} {on(roster.on)}{latest}{_summary(roster, given.facts)}"
    columns = (_ROLE, *_PARTY, _GRADE, *_EVIDENCE)
    return Table(columns, rows, title, is_grouped=True)


def _summary(roster: mg.results.Roster, facts: mg.Dataset) -> str:
    """Return how many members there are, and who is in the chair, as sentences."""
    if not (roster.certain or roster.listed or roster.possible):
        return f": {roster.counts_in_words()}"
    with warnings.catch_warnings():  # the roster has warned already
        warnings.simplefilter("ignore", mg.errors.CoverageWarning)
        found = mg.chair_on(roster.process, roster.on, dataset=facts)
    role = plural(spaced(found.status)) if found.codes[1:] else spaced(found.status)
    members = roster.members.counts_in_words()
    return f". Members: {members}. {role.capitalize()}: {_holder(found, graded=True)}."


def chair(given: argparse.Namespace) -> Table:
    """Answer ``chair``: the chair of a process, or the head of an organization, or all terms."""
    facts = given.facts
    organization = _with_a_history(given.name, facts)
    if organization:
        return _heads(organization, given)
    name = mg.find_process(given.name, dataset=facts).name
    if given.on is None:
        terms = mg.chairs_of(given.name, dataset=facts)
        title = f"Chairs of the {name}: {len(terms) or 'none on record'}"
        return Table((*_TERM, *_PARTY), [_term(each, facts) for each in terms], title)
    found = mg.chair_on(given.name, given.on, dataset=facts)
    rows = [(spaced(found.status), *row) for row in _parties(found, given.grade)]
    title = f"{spaced(found.status).capitalize()} of the {name} {on(found.on)}: "
    return Table((_ROLE, *_PARTY, _GRADE, *_EVIDENCE), rows, title + _holder(found))


def _with_a_history(name: str, facts: mg.Dataset) -> mg.model.Organization | None:
    """Return the organization of a name that no process has, if its history is on record."""
    found = () if processes_named(name, facts) else organizations_named(name, facts)
    known = [each for each in found if each in facts.history_ids]
    return facts.organization(known[0]) if known else None


def _heads(of: mg.model.Organization, given: argparse.Namespace) -> Table:
    """Return the heads of an organization: on a date, or all of them in order."""
    if given.on is None:
        heads = mg.heads_of(of, dataset=given.facts)
        title = f"Heads of {short_name(of)}: {len(heads) or 'none on record'}"
        return _people([_head(each, given.facts) for each in heads], title)
    found = mg.officeholders_on(of, given.on, dataset=given.facts)
    rows = [
        (*_head(each, given.facts), grade)
        for grade, heads in ((Grade.CERTAIN, found.certain), (Grade.POSSIBLE, found.possible))
        for each in heads
        if is_wanted(grade, given.grade)
    ]
    names = " and ".join(each.person for each in found)
    holder = names or ("not known" if found.possible else "none on record")
    title = f"Head of {short_name(of)} {on(found.on)}: {holder}"
    return _people(rows, title, _GRADE)


def _people(rows: list[tuple[Cell, ...]], title: str, *more: Column) -> Table:
    """Return a table of people; where no start is known, readers need the attested dates."""
    heading = "" if all(row[0] for row in rows) else "Attested"
    return Table((*_HEAD, Column("attested", heading), *more), rows, title)


def _head(tenure: mg.model.Tenure, facts: mg.Dataset) -> tuple[Cell, ...]:
    code = tenure.nationality
    state = facts.state(code).name if code else None
    attested = "; ".join(str(each.date) for each in tenure.attested)
    title = tenure.title or tenure.office
    return tenure.start, tenure.end, title, tenure.person, code, state, attested


def _holder(
    found: mg.results.MemberList[mg.model.State | mg.model.Organization], *, graded: bool = False
) -> str:
    """Return the chair by the best reading, in names; *graded* names the grade always."""
    grades = {each: found.grade(each) for each in found}
    names = [
        each.name if grade is Grade.CERTAIN and not graded else f"{each.name} ({grade})"
        for each, grade in grades.items()
    ]
    return " and ".join(names) or ("not known" if found.possible else "none on record")


def _term(term: Term, facts: mg.Dataset) -> tuple[Cell, ...]:
    party = facts.state(term.state) if term.state else facts.organization(term.organization)
    return term.start, term.end, spaced(term.role), party.id, party.name


def _parties(
    found: mg.results.MemberList[mg.model.State | mg.model.Organization], least: str
) -> Iterator[tuple[Cell, ...]]:
    """Yield the parties of a list as rows: by grade, then by name."""
    for grade, group in zip(Grade, (found.certain, found.listed, found.possible), strict=True):
        for each in sorted(group, key=lambda party: folded(party.name)):
            reading = found.reading(each)
            evidence = (reading.date, reading.id, reading.age) if reading else (None, None, None)
            if is_wanted(grade, least):
                yield each.id, each.name, grade, *evidence
