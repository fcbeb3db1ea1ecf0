"""What the bundled facts must have of every process: a fact box, reconciled totals, no rivals."""

from __future__ import annotations

import pytest

import migrationgov as mg
from migrationgov.vocabularies import CharacteristicKind, NameForm, ProcessRole

FACTS = mg.dataset()
PROCESSES = FACTS.processes


@pytest.mark.parametrize("process", PROCESSES, ids=lambda each: each.id)
def test_a_process_has_a_fact_box(process: mg.model.ConsultativeProcess) -> None:
    """Short and official name, regions, themes, aim, status with its date, and sources."""
    assert process.name.casefold() in [each.text.casefold() for each in process.names]
    assert [each for each in process.names if each.form is NameForm.OFFICIAL]
    assert process.regions
    assert process.themes
    assert process.values(CharacteristicKind.AIM)
    assert process.statuses
    assert process.checked_on is not None
    assert all(each.citations for each in process.characteristics)


def test_the_published_totals_are_reconciled_or_explained() -> None:
    """None is open; what is possible only would have a reason, too."""
    totals = [each for process in FACTS.process_ids for each in mg.published_totals(process)]
    assert {"equal", "explained"} == {each.outcome for each in totals}


def test_a_process_is_found_by_theme_region_and_status() -> None:
    """A region has its parts; the names are sorted."""
    found = mg.processes(theme="trafficking in persons", region="Africa", status="active")
    names = [each.name for each in found]
    assert names == sorted(names, key=str.casefold)
    assert {"midsa", "igad-rcp", "khartoum-process"} <= {each.id for each in found}
    assert "bali-process" not in {each.id for each in found}


@pytest.mark.parametrize("process", PROCESSES, ids=lambda each: each.id)
def test_a_chair_is_a_party_with_a_term_or_a_list(process: mg.model.ConsultativeProcess) -> None:
    """Who is listed in the chair on the day of the latest evidence has a record that says so."""
    now = mg.chair_on(process, process.covered_until)
    assert all(now.reading(code) for code in now.listed.codes)


@pytest.mark.parametrize(
    ("process", "day", "chair"),
    [
        ("Rabat Process", "2017-03-21", "MLI BEL"), ("Rabat Process", "2023-06-01", "MAR"),
        ("Rabat Process", "2025-06-01", "NGA"), ("Rabat Process", "2026-02", "CHE"),
        ("Khartoum Process", "2024-06-01", "EGY"), ("Khartoum Process", "2025-04-09", "EGY FRA"),
        ("RCM", "2021-06-01", "MEX"), ("RCM", "2022-06-01", "SLV"), ("RCM", "2019-06-01", "GTM"),
        ("GFMD", "2016-06-01", "BGD"), ("GFMD", "2018-06-01", "DEU MAR"),
        ("GFMD", "2023-06-01", "FRA"), ("GFMD", "2024-06-01", "COL"),
        ("MIDSA", "2014-06-01", "ZWE"), ("MIDSA", "2025-06-01", "MDG"),
    ],
)  # fmt: skip
def test_the_chairs_of_the_chains(process: str, day: str, chair: str) -> None:
    """Certain or listed, on days that sources give."""
    assert set(chair.split()) >= set(mg.chair_on(process, day).codes)
    assert mg.chair_on(process, day).codes


def test_faults_of_earlier_data_are_mended() -> None:
    """What an audit of the facts found, each with the day on which it showed."""
    quito = mg.process_participants("Quito Process", on="2018-09-04")
    assert not {"BOL", "DOM"} & {*quito.observers.codes, *quito.members.codes}
    assert "NIC" not in mg.members_on("2025-06-01", "MIDWA").certain.codes
    for state in ("BFA", "MLI", "NER"):
        assert mg.is_member(state, "2025-06-01", "MIDWA") is mg.Answer.UNKNOWN
    assert mg.is_member("RUS", "2024-01-01", "Prague Process") is not mg.Answer.YES
    assert len(mg.members_on("2024-03-21", "Quito Process").certain) == 13
    assert "BEL" not in mg.chair_on("Rabat Process", "2025-06-01").possible.codes
    assert str(mg.find_process("RIAM").milestones[0].date) == "2012"


def test_no_observer_of_budapest_is_a_member_by_a_list_that_mixes_both() -> None:
    """The list of about 2021 counts participants of both kinds."""
    names = [
        names
        for lists in mg.find_process("Budapest Process").participant_lists
        if lists.as_of.text == "2021~"
        for names in lists.lists
    ]
    assert ProcessRole.PARTICIPANT in {each.role for each in names}
    assert "BGD" not in mg.members_on("2022", "Budapest Process").codes
