"""What the build gives the explorer: small, and the timelines that the library compiles."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import migrationgov as mg
from migrationgov.plots.tile_maps import TILES
from migrationgov.timelines.gather import timelines_since_founding
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.timelines.stretches import Stretch, grade_of
from migrationgov_docs.explorer import script
from migrationgov_docs.explorer_timelines import GRADES

FACTS = mg.dataset()
SCRIPT = script(FACTS)


def read(line: str) -> Any:
    """Return the value of an assignment, as a browser reads the text in quotes."""
    text = line.partition("=JSON.parse('")[2].removesuffix("');")
    return json.loads(re.sub(r"\\(.)", r"\1", text))


WRITTEN, TILE_PLACES = (read(line) for line in SCRIPT.splitlines())
FOLDER = Path(__file__).parents[2] / "docs" / "explorer"
INSTITUTIONS = tuple(WRITTEN["groups"])
PARTIES = tuple(WRITTEN["parties"])
LAST_DAY = date.max.toordinal()


def test_all_in_it_weighs_less_than_1_200_000_bytes() -> None:
    """Facts, scripts, style and form, with the scripts of map and curve."""
    shared = [FOLDER.parent / "_static" / name for name in ("marks.css", "tiles.js", "growth.js")]
    own = sum(file.stat().st_size for file in (*FOLDER.iterdir(), *shared))
    assert own + len(SCRIPT.encode()) < 1_200_000


def test_it_asks_nobody_and_takes_text_as_text() -> None:
    """No address of another site, no request, no text made into HTML."""
    for file in FOLDER.glob("*.js"):
        text = file.read_text(encoding="utf-8")
        for never in ("http://", "https://", "fetch(", "XMLHttp", "innerHTML", "eval(", "import("):
            assert never not in text, (file.name, never)


def test_the_file_is_two_assignments() -> None:
    """So that it can be loaded from a folder, where browsers refuse to fetch."""
    names = [line.partition("=")[0] for line in SCRIPT.splitlines()]
    assert ["globalThis.migrationgovFacts", "globalThis.TILE_PLACES"] == names
    assert list(TILES["KAZ"]) == TILE_PLACES["KAZ"]


def test_every_party_and_institution_is_found_by_its_other_names() -> None:
    """Those that differ from its own name by more than case, accents and punctuation."""
    spellings = {key: names.split("|") for key, names in WRITTEN["spellings"].items()}
    assert {*PARTIES, *INSTITUTIONS} <= set(spellings)
    assert {"Turkey", "Турция", "Turquie", "TR"} <= set(spellings["TUR"])
    assert "Türkiye" not in spellings["TUR"]
    assert {"OIM", "ICEM"} <= set(spellings["iom"])
    assert "IOM" == WRITTEN["acronyms"]["iom"]


def test_citations_give_what_several_share_by_number() -> None:
    """A publisher or a paragraph is written once."""
    phrases = WRITTEN["phrases"]
    assert len(phrases) == len(set(phrases))
    numbers = [row[1] for row in WRITTEN["sources"] if isinstance(row[1], int)]
    assert numbers
    assert max(numbers) < len(phrases)


# -- the law: the answers of the explorer are those of the timelines ------------------------------


def by_party(lines: dict[str, str]) -> dict[str, int]:
    """Return the line of each party as the page reads it."""
    return {party: int(line) for line, parties in lines.items() for party in parties.split()}


def line_of(group: list[Any], party: str) -> list[int]:
    """Return the line of a party as the page finds it."""
    state, organization, others = WRITTEN["others"][group[2]]
    usual = organization if WRITTEN["parties"][party][1] == "organization" else state
    place = by_party(group[1]).get(party, by_party(others).get(party, usual))
    found: list[int] = WRITTEN["lines"][place]
    return found


def days_of(line: list[int]) -> list[int]:
    """Return the days on which the stretches of a line begin, but for the first."""
    return [WRITTEN["days"][place] for place in line[1::2]]


def written_on(line: list[int], day: int) -> list[Any]:
    """Return the stretch of a line on a day as the page finds it."""
    found: list[Any] = WRITTEN["stretches"][line[2 * bisect_right(days_of(line), day)]]
    return found


def digit(stretch: Stretch, status: str) -> str:
    """Return the digit that a stretch of the library has for a status."""
    grade = grade_of([stretch], status)
    if grade == "possible" and status != "none" and status not in stretch.named:
        grade = "unrecorded"
    return GRADES[grade]


def differences(lines: InstitutionTimelines, group: list[Any], party: str) -> list[Any]:
    """Return the stretches of a party that the page reads in another way than the library."""
    statuses = group[0].split()
    timeline, line = lines.line(party, statuses[1]), line_of(group, party)
    wrong = []
    for day in {1, LAST_DAY, *timeline.days, *days_of(line)}:
        if 1 <= day <= LAST_DAY:
            stretch, (digits, *evidence) = timeline.on(day), written_on(line, day)
            since = WRITTEN["days"][evidence[0]] if evidence else 0
            expected = (
                [digit(stretch, each) for each in statuses],
                stretch.since * bool(stretch.by),
            )
            if expected != (list(digits), since):
                wrong.append((party, day, digits, stretch.key()))
    return wrong


@pytest.mark.parametrize("institution", INSTITUTIONS)
def test_every_stretch_of_every_party_is_that_of_the_timelines(institution: str) -> None:
    """All states and all organizations with a name, in all roles that a record gives."""
    lines = timelines_since_founding(FACTS, institution)
    for group in WRITTEN["groups"][institution]:
        wrong = [each for party in PARTIES for each in differences(lines, group, party)]
        assert [] == wrong


@pytest.mark.parametrize("institution", INSTITUTIONS)
def test_a_role_without_a_group_has_no_party(institution: str) -> None:
    """The page gives no answer about such a role, and no record names a party in it."""
    lines = timelines_since_founding(FACTS, institution)
    written = {role for group in WRITTEN["groups"][institution] for role in group[0].split()}
    for role in {role.value for role in mg.vocabularies.ProcessRole} - written:
        assert [] == [
            party
            for party in lines.parties
            for each in lines.line(party, role).stretches
            if role in each.named or each.listed == role or each.possible == {role}
        ]


def test_neighbours_on_a_line_differ() -> None:
    """A day of change is a change."""
    for line in WRITTEN["lines"]:
        assert all(before != after for before, after in pairwise(line[::2]))
        assert days_of(line) == sorted(set(days_of(line)))


@pytest.mark.parametrize("institution", INSTITUTIONS)
def test_the_record_of_a_reading_has_its_date_and_sources(institution: str) -> None:
    """The text ends with the date that the data give; its citations are there."""
    if institution in FACTS.register_ids:
        record: Any = FACTS.register(institution)
        dates = [each.date for each in (*record.transitions, *record.attestations)]
    else:
        record = FACTS.process(institution)
        dates = [each.as_of for each in record.participant_lists]
        dates += [each.date for each in (*record.transitions, *record.milestones)]
        dates += [each.end or ".." for each in record.terms]
    known = {str(each) for each in dates}
    for group in WRITTEN["groups"][institution]:
        for line in by_party(group[1]).values():
            for _, *evidence in (WRITTEN["stretches"][at] for at in WRITTEN["lines"][line][::2]):
                for text, cited in (WRITTEN["records"][at] for at in evidence[1:]):
                    assert text.split()[-1] in known
                    assert all(place < len(WRITTEN["citations"]) for place in cited)


def test_every_party_that_is_named_has_a_name() -> None:
    """All states, and the organizations that a record names."""
    assert {state.id for state in FACTS.states} <= set(PARTIES)
    for groups in WRITTEN["groups"].values():
        assert {party for group in groups for party in by_party(group[1])} <= set(PARTIES)
