"""The command ``cite``: the sources behind a record or an answer, as text."""

from __future__ import annotations

import argparse
from typing import Any

import migrationgov as mg
from migrationgov.errors import UnknownRecordError, WrongTypeError
from migrationgov.lookup.name_resolution import subject_id
from migrationgov.model.states import State
from migrationgov.vocabularies import StateId

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
