"""Rolls and other collections as values."""

from __future__ import annotations

import copy
import pickle

import pytest

import migrationgov as mg
from migrationgov.vocabularies import OrganizationId
from miniature import dataset, register
from strategies import transition

ROLL = mg.members_on("2002-12-02")
IOM = OrganizationId("iom")


def test_a_roll_is_a_collection_of_its_certain_members() -> None:
    """Length, iteration, places and codes agree."""
    assert list(ROLL.codes) == [state.id for state in ROLL] == sorted(ROLL.codes)
    assert 98 == len(ROLL) == len(ROLL.codes)
    assert "AFG" != ROLL[0].id == ROLL.codes[0]
    kazakhstan = mg.find_state("KAZ")
    assert kazakhstan in ROLL
    assert ("KAZ", "Kazakhstan", "KZ", "398") == (
        kazakhstan.id, str(kazakhstan), kazakhstan.iso2, kazakhstan.m49,
    )  # fmt: skip


def test_asking_for_somebody_nobody_knows_is_no_false() -> None:
    """A misspelt name raises instead of reading as "not a member"."""
    with pytest.raises(mg.errors.UnknownStateError, match="Kazakstann"):
        assert "Kazakstann" in ROLL
    assert mg.find_organization("UNHCR") not in ROLL
    with pytest.raises(mg.errors.WrongTypeError, match="not None"):
        ROLL.answer(None)  # type: ignore[arg-type]  # on purpose


def test_a_slice_of_a_roll_is_a_list_of_parties() -> None:
    """Places as in any sequence."""
    assert ROLL.codes[:3] == ROLL[:3].codes
    assert ROLL.codes[-1] == ROLL[-1].id


def test_records_read_as_lines_in_a_terminal() -> None:
    """One line each, and how many more there are."""
    shown = repr(mg.memberships_of("AUS", "IOM")).splitlines()
    assert ["<2 records:", "  AUS member of iom, [1951-12-05..1952-10-13] to 1973-12-31"] == shown[
        :2
    ]
    assert "<no records>" == repr(mg.memberships_of("LIE", "IOM"))
    assert repr(mg.transitions()).endswith(f"... and {len(mg.transitions()) - 20} more>")
    assert "<StatusOn: KAZ in iom on 2003: member>" == repr(mg.status_on("KAZ", "2003"))
    (malta,) = mg.disagreements("MLT")
    assert "MLT in iom, joined: 2003-11-18 / 2004-06-02; used: 2003-11-18" == str(malta)


def test_a_roll_tells_what_it_is_of() -> None:
    """Organization, status and date."""
    assert ("iom", "member", "2002-12-02") == (ROLL.institution, ROLL.status, str(ROLL.on))
    assert "<MemberList: member of iom on 2002-12-02: 98 certain>" == repr(ROLL)
    assert "<MemberList: member of iom on 1954-11-30: 16 certain, 8 possible>" == repr(
        mg.members_on("1954-11-30")
    )
    possible = mg.members_on("1954-11-30").possible
    assert "<PartyList: BEL, BOL, BRA, FRA, LUX, NZL, VEN, ZAF>" == repr(possible)
    assert "<PartyList: none>" == repr(ROLL.possible)
    assert repr(mg.observers_on("1960").possible).endswith(
        f"... ({len(mg.observers_on('1960').possible)})>"
    )


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
def test_an_answer_tells_until_when_its_evidence_reaches() -> None:
    """For a day after that, of a register and of a process."""
    register, process = mg.dataset().register(IOM), mg.find_process("Almaty Process")
    for name, until in (("iom", register.covered_until), (process.id, process.covered_until)):
        for answer in (mg.members_on("2027", name), mg.status_on("KAZ", "2027", name)):
            assert f"evidence to {until}" in repr(answer)
        assert "evidence to" not in repr(mg.members_on(until, name))
        assert "evidence to" not in repr(mg.status_on("KAZ", until, name))


def test_a_roll_cannot_be_changed() -> None:
    """Nothing public can be set, nothing added."""
    for name in ("codes", "of", "word", "as_of", "possible", "new"):
        with pytest.raises(AttributeError):
            setattr(ROLL, name, ())


def test_rolls_are_values() -> None:
    """Equal by content, hashable, picklable, with small pickles."""
    for roll in (ROLL, mg.members_on("2002"), mg.observers_on("2002-12-02"), ROLL.possible):
        pickled = pickle.dumps(roll)
        assert roll == pickle.loads(pickled) == copy.deepcopy(roll)
        assert hash(roll) == hash(copy.deepcopy(roll))
        assert len(pickled) < 3_000
    assert ROLL != mg.members_on("2002-12-03")
    assert ROLL != ROLL.codes
    assert ROLL != ROLL.possible


def test_a_roll_of_other_facts_takes_them_along() -> None:
    """So that it answers after a pickle as before."""
    facts = dataset(registers=(register(transition("AAA", "joined", "1990-05-01")),))
    roll = pickle.loads(pickle.dumps(mg.members_on("2000", dataset=facts)))
    assert "State AAA" in roll
    assert "BBB" not in roll


def test_rows_tell_certain_from_possible() -> None:
    """One plain dictionary per party."""
    rows = mg.members_on("1954-11-30").to_dicts()
    assert ["certain"] * 16 + ["possible"] * 8 == [row["grade"] for row in rows]
    assert {
        "id": "ARG",
        "name": "Argentina",
        "iso2": "AR",
        "m49": "032",
        "party_kind": "state",
        "grade": "certain",
        "evidence": "1954-11-30",
        "evidence_id": "iom/ARG/joined/1",
        "evidence_age_days": 0,
    } == rows[0]
    bodies = mg.observers_on("2002-12-02", kind="organization").to_dicts()
    assert {"organization"} == {row["party_kind"] for row in bodies}
    assert [{"id", "name", "iso2", "m49", "party_kind"}] * 8 == [
        set(row) for row in mg.members_on("1954-11-30").possible.to_dicts()
    ]


def test_records_are_tuples() -> None:
    """Equal to the plain tuple, hashable with it, picklable."""
    steps = mg.transitions("KAZ")
    assert tuple(steps) == steps
    assert hash(tuple(steps)) == hash(steps)
    assert steps == pickle.loads(pickle.dumps(steps))
    assert isinstance(pickle.loads(pickle.dumps(steps)), mg.results.RecordList)


def test_part_of_the_records_are_records() -> None:
    """So they can be written out like the whole; one of them is a record."""
    steps = mg.transitions("KAZ")
    assert steps[:2].to_dicts() == steps.to_dicts()[:2]
    assert isinstance(steps[0], mg.model.Transition)


def test_plain_values_are_plain() -> None:
    """Dates as text, words as text, tuples as lists, all the way down."""
    (first, *_) = mg.chairs_of("Almaty Process").to_dicts()
    assert "2013-06-05" == first["start"]
    assert "chair" == first["role"]
    shown = first["officers"][0]["attested"]
    assert ["2015-07-14", "2016-09-20"] == [each["date"] for each in shown]
    assert ["presidentlib-2016-som3"] == [each["source"] for each in shown[1]["citations"]]
    assert type(first["role"]) is str
