"""The whole bundled dataset as a test case."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pandas as pd
import pytest

import migrationgov as mg
from migrationgov import frames
from migrationgov.datasets import files as documents
from migrationgov.datasets.codec import dumps_part, files_of_part, read_part
from migrationgov.lookup.build import build_part
from migrationgov.lookup.bundled import DATA
from migrationgov.model.names import folded
from migrationgov.validation import check

FILES = sorted(set(Path(DATA).rglob("*.json")) - set(Path(DATA).glob("*-metadata.json")))
PARTS = [str(file.relative_to(DATA).with_suffix("")) for file in FILES]


def test_no_rule_is_broken() -> None:
    """Ids, sources, legal steps, order, life of the organization, totals of lists."""
    assert () == check(mg.dataset())


@pytest.mark.parametrize("part", PARTS)
def test_both_readers_build_the_same(part: str) -> None:
    """The direct builder for our own files, and the converter for everybody's."""
    text = (Path(DATA) / f"{part}.json").read_text(encoding="utf-8")
    raw = json.loads(text)
    assert read_part(part, raw, part) == build_part(part, raw)


@pytest.mark.parametrize("part", PARTS)
def test_files_stand_as_the_writer_writes_them(part: str) -> None:
    """So that a change of a fact is one hunk: `make facts` does it."""
    text = (Path(DATA) / f"{part}.json").read_text(encoding="utf-8")
    assert text == dumps_part(part, read_part(part, json.loads(text), part))


def test_the_tables_of_states_stand_as_the_writer_writes_them() -> None:
    """Both readers build equal states from them."""
    found = documents.read(DATA)
    assert found.states == mg.dataset().states
    for name, text in files_of_part("states", found.states).items():
        assert text == (Path(DATA) / name).read_text(encoding="utf-8")


def test_every_register_and_process_is_in_a_file_of_its_name() -> None:
    """The loader reads the folders; there is no list to keep."""
    facts = mg.dataset()
    assert facts.register_ids == tuple(register.institution for register in facts.registers)
    assert facts.process_ids == tuple(process.id for process in facts.processes)


def test_every_process_has_its_slug_among_its_names_or_id() -> None:
    """A process is found by its English name without reading the others."""
    for process in mg.dataset().processes:
        assert folded(process.name) in {folded(name.text) for name in process.names}


def test_all_249_states_of_the_code_list_are_there_and_the_former_ones() -> None:
    """By ISO 3166-1, and by ISO 3166-3 for the former."""
    states = mg.dataset().states
    former = {state.id for state in states if len(state.id) == 4}
    assert {"ANHH", "CSHH", "CSXX", "DDDE", "SUHH", "YDYE", "YUCS"} == former
    assert 249 == len([state for state in states if len(state.id) == 3 and state.id != "XKX"])
    assert all(state.end is not None for state in states if state.id in former)
    assert all(state.end is None for state in states if state.id not in former)


def test_codes_of_the_state_system_do_not_overlap() -> None:
    """On no day do two states have one code, in either list."""
    for system in ("cow", "gw"):
        held: dict[int, list[tuple[str, mg.model.SystemCode]]] = {}
        for state in mg.dataset().states:
            for code in getattr(state, system):
                held.setdefault(code.number, []).append((state.id, code))
        for number, holders in held.items():
            for place, (one, first) in enumerate(holders):
                for other, second in holders[place + 1 :]:
                    answer = first.period.overlaps(second.period)
                    assert answer is mg.Answer.NO, (system, number, one, other)


def test_predecessors_and_successors_name_each_other() -> None:
    """Serbia and Montenegro followed Yugoslavia, and Yugoslavia was followed by it."""
    states = {state.id: state for state in mg.dataset().states}
    for state in states.values():
        assert all(state.id in states[other].successors for other in state.predecessors)
        assert all(state.id in states[other].predecessors for other in state.successors)


def test_independent_states_have_names_in_four_languages() -> None:
    """English, French, Spanish and Russian."""
    for state in mg.dataset().states:
        if state.standing == "independent":
            assert {"en", "fr", "es", "ru"} <= {name.lang for name in state.names}, state.id


def test_no_private_contact_is_in_the_data() -> None:
    """Neither mail addresses nor phone numbers of persons."""
    for file in (*FILES, *Path(DATA).glob("*.csv")):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"[\w.+-]+@[\w-]+\.[A-Za-z]{2,}", text), file.name
        assert "mailto" not in text, file.name
        assert "+7 " not in text, file.name


def test_every_source_says_enough_to_be_found() -> None:
    """A title, and a publisher, a symbol or an address."""
    for source in mg.dataset().sources:
        assert source.publisher or source.symbol or source.url, source.id
        kind_of_thing = r"(copy of )?(an? )?(blog|encyclopedia|mirror|news|notice|web ?site|page)"
        assert not re.fullmatch(kind_of_thing, source.publisher, re.IGNORECASE), source.id


def test_south_sudan_was_a_part_of_sudan() -> None:
    """A table of 2005 that names it means Sudan, which was a member of IOM."""
    table = pd.DataFrame({"country": ["South Sudan"], "date": [2005]})
    with pytest.warns(mg.errors.UnmatchedWarning, match=r"the predecessor was SDN \(Sudan\)"):
        assert list(frames.annotate(table)["iom_member"]) == ["no"]
    assert list(frames.annotate(table, successors="follow")["iom_member"]) == ["yes"]
