"""The commands about sources: ``cite``, and ``stale``, which lists what to look at again."""

from __future__ import annotations

import argparse
from typing import Any

import migrationgov as mg
from migrationgov import exports
from migrationgov.commands.tables import Cell, Column, Table
from migrationgov.commands.words import on, short_name
from migrationgov.dates.answer import Answer
from migrationgov.errors import UnknownRecordError, WrongTypeError
from migrationgov.lookup.day_ranges import date_argument, today
from migrationgov.lookup.name_resolution import subject_id
from migrationgov.model.states import State
from migrationgov.vocabularies import StateId
from migrationgov.words import count

_SOURCE = "source"
_KINDS = ("register", "process", "history", _SOURCE)
_LOOKS = (
    Column("kind", "Kind"), Column("id", "Id"), Column("name", "Name"),
    Column("looked_on", "Looked at"), Column("recorded"), Column("stale", "Stale"),
)  # fmt: skip
#: What `cite` returns without sources, in any style.
_EMPTY = ("", "[]")


def cite(given: argparse.Namespace) -> str:
    """Answer ``cite``: the sources of a state, an institution, or a member list on a day."""
    subject = _subject(given.what, given.facts)
    evidence = _of_state(subject, given) if isinstance(subject, State) else _of(subject, given)
    text = mg.cite(evidence, style=given.style, dataset=given.facts)
    if text in _EMPTY:
        asked = " and ".join(repr(each) for each in (given.what, given.institution) if each)
        day = f", {given.on}" if given.on else ""
        raise UnknownRecordError(f"there is no source to cite: no record answers {asked}{day}")
    if given.release:
        return mg.cite(evidence, style=given.style, release=True, dataset=given.facts)
    return text


def _subject(name: str, facts: mg.Dataset) -> Any:
    """Return the state or, if no state has the name, the organization or institution."""
    code = subject_id(name, facts)
    if facts.has_state(code):
        return facts.state(StateId(code))
    if facts.has_organization(code):
        return facts.organization(code)
    return facts.institution(code)


def _of_state(state: State, given: argparse.Namespace) -> Any:
    """Return the evidence on a state: on all its ties, or on those to one institution."""
    facts = given.facts
    if given.institution is None:
        return mg.profile_of(state, given.on, dataset=facts)
    if given.on is None:
        return mg.memberships_of(state, given.institution, status=None, dataset=facts)
    return mg.status_on(state, given.on, given.institution, dataset=facts)


def _of(institution: Any, given: argparse.Namespace) -> Any:
    """Return the evidence on an institution: its record, or its member list on a date."""
    if given.institution is not None:
        raise WrongTypeError(f"{given.what!r} is no state; give a state before an institution")
    if given.on is None:
        return institution
    if institution.id in given.facts.process_ids:
        return mg.process_participants(institution, given.on, dataset=given.facts)
    return mg.members_on(given.on, institution, dataset=given.facts)


def stale(given: argparse.Namespace) -> Table:
    """Answer ``stale``: what was not looked at for so long, by kind, the oldest look first."""
    asked = today() if given.on is None else date_argument(given.on)
    looks = exports.last_looks(asked, given.older_than, dataset=given.facts)
    old = [each for each in looks if each.stale is Answer.YES]
    open_ = [each for each in looks if each.stale is Answer.UNKNOWN]
    shown = [each for each in open_ if given.all or each.kind != _SOURCE]
    titles: dict[str, str] = {each.id: each.title for each in given.facts.sources}
    rows = [_look(each, titles, given.facts) for each in sorted((*old, *shown), key=_age)]
    perhaps = f"; perhaps {_numbers(open_)}" if open_ else ""
    hint = "; --all lists these sources, too" if len(shown) < len(open_) else ""
    title = f"Not looked at for {given.older_than} {on(asked)}: {_numbers(old)}{perhaps}{hint}"
    return Table(_LOOKS, rows, title, is_grouped=True)


def _age(look: mg.results.LastLook) -> tuple[int, int, str]:
    """Return the place of a look: files before sources, the oldest first."""
    return _KINDS.index(look.kind), look.looked_on.last_ordinal if look.looked_on else 0, look.id


def _look(
    look: mg.results.LastLook, titles: dict[str, str], facts: mg.Dataset
) -> tuple[Cell, ...]:
    is_source = look.kind == _SOURCE
    name = titles[look.id] if is_source else short_name(facts.institution(look.id))
    return look.kind, look.id, name, look.looked_on, str(look.recorded).lower(), look.stale.value


def _numbers(looks: list[mg.results.LastLook]) -> str:
    """Return how many files and how many sources there are, in words."""
    sources = sum(each.kind == _SOURCE for each in looks)
    return f"{count(len(looks) - sources, 'file')} and {count(sources, 'source')}"
