"""Data files as text: there and back, and errors that name every problem at once."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import migrationgov as mg
from migrationgov.control_characters import problem_of
from migrationgov.datasets.codec import dumps_part, read_part
from migrationgov.datasets.strict_json import json_value
from migrationgov.lookup.build import build_part
from migrationgov.model.compact_forms import role_list_row
from migrationgov.vocabularies import TransitionKind
from miniature import counted, dataset, history, register
from strategies import date_texts, transition


def loads_part(part: str, text: str) -> Any:
    """Read a part of a dataset from the text of its file."""
    return read_part(part, json_value(text, f"{part}.json"), f"{part}.json")


PARTS = [
    "manifest",
    "states",
    "organizations",
    "sources",
    "memberships/iom",
    "processes/a-process",
    "histories/iom",
    "counts/iom",
]


def parts_of(facts: mg.Dataset) -> dict[str, Any]:
    """The parts of a dataset by name."""
    return {
        "manifest": facts.manifest,
        "states": facts.states,
        "organizations": facts.organizations,
        "sources": facts.sources,
        "memberships/iom": facts.registers[0],
        "processes/a-process": facts.processes[0],
        "histories/iom": history(),
        "counts/iom": counted(),
    }


@pytest.mark.parametrize("part", PARTS)
def test_every_part_comes_back(part: str) -> None:
    """What is written is read as it was, by both readers."""
    value = parts_of(dataset())[part]
    text = dumps_part(part, value)
    assert value == loads_part(part, text)
    assert value == build_part(part, json.loads(text))
    assert text == dumps_part(part, loads_part(part, text))


@given(
    st.lists(
        st.builds(
            transition,
            state=st.sampled_from(["AAA", "BBB"]),
            kind=st.sampled_from(sorted(TransitionKind)),
            when=date_texts,
            note=st.text(max_size=20).filter(lambda text: not problem_of(text)),
        ),
        max_size=5,
    )
)
def test_any_register_comes_back(steps: list[mg.model.Transition]) -> None:
    """loads(dumps(x)) == x."""
    written = register(*steps)
    assert written == loads_part("memberships/iom", dumps_part("memberships/iom", written))


def test_a_fact_reads_from_who_to_how_we_know() -> None:
    """The order of keys in the files."""
    (row,) = json.loads(dumps_part("memberships/iom", dataset().registers[0]))["transitions"]
    assert ["state", "kind", "date", "citations"] == list(row)


def test_all_problems_of_a_file_are_named_at_once() -> None:
    """Each with its place, the value and what would be accepted."""
    raw = {
        "form": 1, "organization": "iom", "covered_from": "1951", "covered_until": "2025",
        "transitions": [
            {"state": "KAZ", "kind": "joind", "date": "2002-13", "source": "x"},
            {"state": "KAZ", "kind": "joined", "date": "2002", "citations": [{"source": ""}]},
        ],
    }  # fmt: skip
    with pytest.raises(mg.errors.DataFileError) as caught:
        read_part("memberships/iom", raw, "my/iom.json")
    for said in (
        "5 problems",
        "'joind' is no transition kind (did you mean joined?); there are applied",
        "my/iom.json $.transitions[0].kind: ",
        "there is no month 13 there",
        "my/iom.json $.transitions[0].date: ",
        "my/iom.json $.transitions[0].citations: required field missing",
        "my/iom.json $.transitions[0]: unknown keys 'source'; there are basis, citations",
        "$.transitions[1].citations[0]: Citation names a source by its id",
    ):
        assert said in str(caught.value)


@pytest.mark.parametrize(
    ("part", "text", "said"),
    [
        ("states", "{", "states.json: not JSON"),
        ("states", "[]", "states.json: is [], not an object with a 'schema_version'"),
        (
            "states",
            '{"form": 7}',
            "states.json $.schema_version: schema_version 7; this version reads 1, 2 and 3",
        ),
        ("states", "{}", 'states.json: has no schema_version; write "schema_version": 3'),
        (
            "states",
            '{"form": 1, "states": [], "x": 1}',
            "states.json $: unknown keys 'x'; there are schema_version, states",
        ),
        ("states", '{"form": 1}', "states.json $.states: None is not a list"),
        ("manifest", '{"form": 1, "name": "x"}', "manifest.json $.as_of: required field missing"),
        (
            "memberships/iom",
            '{"form": 1, "people": []}',
            "memberships/iom.json $: unknown keys 'people'; there are attestations",
        ),
        (
            "memberships/iom",
            '{"form": 1, "organization": "iom", "covered_from": "x"}',
            "memberships/iom.json $.covered_from: 'x' is not a date",
        ),
        (
            "memberships/iom",
            (
                '{"form": 1, "organization": "iom", "covered_from": "1951",'
                ' "covered_until": "2025",'
                ' "complete_for": "no"}'
            ),
            "memberships/iom.json $.complete_for: 'no' is no scope (did you mean none?);",
        ),
        (
            "processes/x",
            '{"schema_version": 3, "participant_lists": [{"lists": [], "citations": []}]}',
            "processes/x.json $.participant_lists[0].as_of: required field missing",
        ),
        (
            "processes/x",
            (
                '{"schema_version": 3, "characteristics":'
                ' [{"kind": "theme", "value": "work", "citations": ["s"]}]}'
            ),
            "processes/x.json $.characteristics[0]: 'work' is no theme; there are asylum",
        ),
        (
            "processes/x",
            (
                '{"schema_version": 3, "characteristics":'
                ' [{"kind": "website", "value": "iom.int", "citations": ["s"]}]}'
            ),
            "'iom.int' is no address of a website; write it with 'https://'",
        ),
        (
            "histories/iom",
            '{"form": 1, "organization": "iom"}',
            "histories/iom.json $.covered_until: required field missing",
        ),
        (
            "counts/iom",
            (
                '{"form": 1, "organization": "iom",'
                ' "counts": [{"as_of": "2002", "counted": "cats",'
                ' "value": -1, "citations": []}]}'
            ),
            "'cats' is no count subject; there are member-states",
        ),
        (
            "sources",
            '{"form": 1, "sources": [{"id": 7, "title": true, "kind": "press"}]}',
            "sources.json $.sources[0].id: 7 is not text",
        ),
        (
            "states",
            '{"schema_version": 3, "states": [{"names": ["Rivers"]}]}',
            "states.json $.states[0].names[0]: 'Rivers' is not an object with text, lang, ",
        ),
        (
            "sources",
            '{"schema_version": 3, "sources": ["x"]}',
            "sources.json $.sources[0]: 'x' is not an object with id, title, publisher, ",
        ),
        (
            "states",
            '{"schema_version": 3, "states": [{"citations": [5]}]}',
            "5 is not an object with source, gives, quote, or a text as 'source-id[para. 3]'",
        ),
        (
            "states",
            '{"schema_version": 3, "states": [{"citations": [["x"]]}]}',
            "['x'] is not an object",
        ),
        (
            "states",
            '{"schema_version": 3, "states": [{"citations": [null]}]}',
            "None is not an object",
        ),
        (
            "memberships/iom",
            '{"schema_version": 3, "institution": "iom", "transitions": ["EST"]}',
            "memberships/iom.json $.transitions[0]: 'EST' is not an object with institution, ",
        ),
        (
            "processes/p",
            '{"schema_version": 3, "id": "p", "participant_lists": [null]}',
            "processes/p.json $.participant_lists[0]: None is not an object with ",
        ),
        (
            "processes/p",
            '{"schema_version": 3, "id": "p", "participant_lists": [{"lists": ["KAZ"]}]}',
            (
                "lists[0]: 'KAZ' is not an object with role, kind, total, groups, and states or"
                " organizations"
            ),
        ),
        (
            "states",
            '{"schema_version": 3, "states": [{"citations": ["[x]"]}]}',
            "as 'source-id[para. 3]', not as '[x]'",
        ),
        ("states", '{"form": 1, "form": 1, "states": []}', "the key 'form' is there twice"),
        ("states", '{"form": 1, "states": NaN}', "not JSON: NaN is no number"),
        ("states", "[" * 10_000, "nests deeper than 100 levels"),
        ("states", '{"form": 1, "states": "' + "[" * 200 + '"}', "is not a list"),
        ("states", "1" * 5_000, "not JSON: Exceeds the limit"),
        (
            "sources",
            r'{"form": 1, "sources": [{"id": "a", "title": "\ud800", "kind": "press"}]}',
            "has half of a surrogate pair",
        ),
        (
            "processes/p",
            '{"form": 1, "id": "p", "terms": 3}',
            "processes/p.json $.name: required field missing",
        ),
    ],
)
def test_files_that_cannot_be_read(part: str, text: str, said: str) -> None:
    """The file, the place and what is wrong."""
    with pytest.raises(mg.errors.DataFileError) as caught:
        loads_part(part, text)
    assert said in str(caught.value)


def test_a_list_of_participants_has_states_or_organizations() -> None:
    """Rows of entries are of earlier forms."""
    role = {"role": "member", "kind": "stated", "entries": [{"state": "KAZ"}]}
    with pytest.raises(mg.errors.WrongTypeError, match="has 'states', 'organizations' or both"):
        role_list_row(role)


def test_two_halves_that_were_written_lose_what_needs_both() -> None:
    """The texts of `dumps` and `dump` say so; the halves themselves merge to the whole."""
    facts = mg.dataset()
    press = mg.restricted_to(facts, kinds=["press"])
    rest = mg.restricted_to(
        facts, kinds=["official-document", "official-page", "secondary", "dataset"]
    )
    assert len(mg.merge(press, rest).process("almaty-process").disagreements) == len(
        facts.process("almaty-process").disagreements
    )
    written = [mg.loads(mg.dumps(each)) for each in (press, rest)]
    left = {each.subject for one in written for each in mg.disagreements(dataset=one)}
    assert left < {each.subject for each in mg.disagreements(dataset=facts)}
    assert {one.register("iom").complete_for for one in written} == {"none"}
    for text in (mg.dumps.__doc__, mg.dump.__doc__):
        assert "conclusions, disagreements" in " ".join((text or "").split())
        assert "complete" in (text or "")
