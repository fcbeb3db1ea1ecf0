"""Records that cannot be wrong: what each refuses, and with which words."""

from __future__ import annotations

from functools import partial
from typing import Any

import attrs
import pytest

import migrationgov as mg
from migrationgov.model.legal_transitions import (
    MEMBERSHIP,
    SEAT_TRANSFERRED,
    IllegalTransitionError,
)
from migrationgov.vocabularies import OrganizationId, ProcessId, StateId
from miniature import CITED, body, snapshot, state
from strategies import transition


def test_a_fact_needs_a_citation() -> None:
    """No fact without a source, by construction."""
    for make in (
        lambda: state("AAA", citations=()),
        lambda: body("iom", citations=()),
        lambda: attrs.evolve(snapshot("2005", ("member", "stated", "AAA")), citations=()),
    ):
        with pytest.raises(
            mg.errors.WrongTypeError, match="citations is a tuple of at least 1 Citation"
        ):
            make()
    with pytest.raises(
        mg.errors.WrongTypeError, match=r"State.citations is a tuple of at least 1 Citation"
    ):
        state("AAA", citations=[CITED])


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"state": "", "organization": ""},
            "names a state or an organization, not '' and ''",
        ),
        (
            {"state": "KAZ", "organization": "iom"},
            "names a state or an organization, not 'KAZ' and 'iom'",
        ),
        (
            {"state": "KAZ", "kind": "enlisted"},
            "'enlisted' is no transition kind; there are applied",
        ),
        ({"state": "KAZ", "date": "2002-13"}, "there is no month 13 there"),
        ({"state": "KAZ", "note": 3}, "Transition.note is text, not 3"),
        (
            {"state": "KAZ", "institution": " "},
            "Transition.institution is text that is not empty",
        ),
        ({"state": "KAZ", "citations": ("page 1",)}, "a tuple of at least 1 Citation"),
    ],
)
def test_transitions_refuse_what_they_cannot_be(fields: dict[str, Any], said: str) -> None:
    """Each error names class, field and value."""
    made = {"institution": "iom", "kind": "joined", "date": "2002", "citations": CITED} | fields
    with pytest.raises(
        (mg.errors.WrongTypeError, mg.errors.UnknownTermError, mg.errors.InvalidDateError),
        match=said,
    ):
        mg.model.Transition(**made)


def test_entries_and_terms_name_one_party() -> None:
    """A state or a body."""
    with pytest.raises(
        mg.errors.WrongTypeError, match="ListedParticipant names a state or an organization"
    ):
        mg.model.ListedParticipant()
    with pytest.raises(mg.errors.WrongTypeError, match="Term names a state or an organization"):
        mg.model.Term(process="p", start="2000", citations=CITED)  # type: ignore[arg-type]  # on purpose


def test_records_are_frozen() -> None:
    """Nothing can be changed after it is made."""
    step = transition("KAZ", "joined", "2002-12-02")
    with pytest.raises(AttributeError):
        step.date = mg.PartialDate("2003")  # type: ignore[misc]  # on purpose
    assert hash(step) == hash(transition("KAZ", "joined", "2002-12-02"))


def test_records_read_as_text() -> None:
    """Short and honest in a terminal."""
    assert "IOM" == str(mg.find_organization("IOM"))
    assert "AfricaRecruit" == str(mg.find_organization("AfricaRecruit"))
    assert "Almaty Process on Refugee Protection and International Migration" == str(
        mg.find_process("Almaty Process")
    )


def test_state_codes_have_periods_of_validity() -> None:
    """Germany's code in the two lists, before and after unification."""
    germany = mg.find_state("DEU")
    assert [255, 260, 255] == [
        code.number for code in sorted(germany.cow, key=lambda c: str(c.start))
    ]
    (unified,) = [code for code in germany.cow if code.period.end is None]
    assert "1990-10-03 to .." == str(unified.period)
    assert "2003-02-04 to 2006-06-04" == str(mg.find_state("CSXX").period)


def test_illegal_steps_are_named() -> None:
    """A step the table lacks says what cannot follow what."""
    with pytest.raises(IllegalTransitionError, match="'withdrew' cannot follow the status 'none'"):
        MEMBERSHIP.fold(["withdrew"])
    with pytest.raises(
        IllegalTransitionError, match="'ceded' cannot follow the status 'observer'"
    ):
        MEMBERSHIP.fold(["became-observer", SEAT_TRANSFERRED])


#: The classes without their types: what checkers refuse must be refused at run time too.
entry: Any = mg.model.ListedParticipant
role_list: Any = mg.model.RoleList
manifest: Any = mg.model.Manifest
milestone: Any = partial(mg.model.Milestone, citations=CITED)
rotation: Any = mg.model.Rotation
term: Any = partial(mg.model.Term, process=ProcessId("a-process"))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (
            lambda: entry(state="AAA", certain="no"),
            "ListedParticipant.certain is True or False, not 'no'",
        ),
        (
            lambda: role_list(role="member", kind="stated", entries=(), total="seven"),
            "RoleList.total is a count, not 'seven'",
        ),
        (
            lambda: manifest(name="x", as_of="2025", licence="x", schema_version=None),
            "Manifest.schema_version is a count, not None",
        ),
        (lambda: state("AAA", predecessors=["BBB"]), "State.predecessors is a tuple of texts"),
        (
            lambda: mg.model.Presence(
                organization=OrganizationId("iom"),
                state=StateId("AAA"),
                end="2001",
                citations=CITED,
            ),
            "Presence.end 2001 needs a start; the record has none",
        ),
        (
            lambda: rotation(months=0, citations=CITED),
            "Rotation.months is a number from 1 on, not 0",
        ),
        (
            lambda: rotation(months=True, citations=CITED),
            "Rotation.months is a number from 1 on, not True",
        ),
        (
            lambda: milestone(kind="launched", date="2000", label="x", states="AAA"),
            "Milestone.states is a tuple of texts, not 'AAA'",
        ),
        (
            lambda: role_list(role="member", kind="stated", entries=(), groups=["eu"]),
            "RoleList.groups is a tuple of texts",
        ),
        (
            lambda: term(state="AAA", start="2005", end="2001", citations=CITED),
            "Term.end 2001 is before the start 2005",
        ),
        (lambda: mg.model.Period("2005", "2001"), "Period.end 2001 is before the start 2005"),
        (lambda: state("AAA", start="2005", end="2001"), "State.end 2001 is before the start"),
    ],
)
def test_fields_are_what_they_say(make: Any, said: str) -> None:
    """A record with a wrong field is never made."""
    with pytest.raises(mg.MigrationGovError, match=said):
        make()


def test_a_register_cannot_be_changed() -> None:
    """Its dates decide who is warned."""
    with pytest.raises(AttributeError, match="a Register cannot be changed"):
        mg.dataset().registers[0].covered_until = mg.PartialDate("2030")


def test_an_office_may_be_shared_by_states_and_bodies() -> None:
    """A list of members names states or bodies, one of the chair whoever holds it."""
    both = entry(state="AAA"), entry(organization="iom")
    assert 2 == len(mg.model.RoleList(role="secretariat", kind="stated", entries=both).entries)
    with pytest.raises(
        mg.errors.WrongTypeError, match="names states or organizations, not both: AAA, iom"
    ):
        mg.model.RoleList(role="member", kind="stated", entries=both)


def test_a_characteristic_in_words() -> None:
    """Its kind and its value."""
    made = mg.model.Characteristic(kind="theme", value="labour migration", citations=CITED)
    assert "theme: labour migration" == str(made)


def test_a_rotation_in_words() -> None:
    """The role, the number of months and the date of the rule."""
    assert "chair for 12 months" == str(rotation(months=12, citations=CITED))
    dated = rotation(months=6, role="co-chair", as_of="2018", citations=CITED)
    assert "co-chair for 6 months, as of 2018" == str(dated)
