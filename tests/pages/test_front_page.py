"""The front page: its facts are answers of the library, its parts need no script."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

import migrationgov as mg
from migrationgov.plots.labels import day_in_words
from migrationgov.plots.tile_maps import TILES
from migrationgov_docs.dates_in_words import in_words
from migrationgov_docs.disagreement_parts import question
from migrationgov_docs.front_disagreements import chosen, disagreements_part
from migrationgov_docs.front_facts import GRADES, ROLES, Front, front_script, today
from migrationgov_docs.front_page import (
    answer_part,
    front_map,
    numbers_part,
    possible_in_words,
    write_front,
)
from migrationgov_docs.marks import LEVELS, SHAPES
from miniature import everything

FACTS = mg.dataset()
TODAY = date(2026, 11, 28)
FRONT = Front(FACTS, TODAY)
SCRIPT = front_script(FRONT)
PLACES, WRITTEN = (
    json.loads(line.partition("=")[2].rstrip(";")) for line in SCRIPT.strip().splitlines()
)
STATIC = Path(__file__).parents[2] / "docs" / "_static"
DAYS = [date(1951, 12, 31) + timedelta(days=997 * step) for step in range(28)]


def looked_up(line: str, day: date) -> str:
    """Return role and grade on a day, as the page finds them in a line."""
    words = line.split()
    found = [code for start, code in zip(words[::2], words[1::2], strict=True)
             if start <= day.isoformat()]  # fmt: skip
    return found[-1] if found else "-"


def test_the_facts_are_small_and_load_from_a_folder() -> None:
    """Two assignments, and less than 80 kB with the scripts."""
    scripts = sum((STATIC / f"{name}.js").stat().st_size for name in ("tiles", "growth", "front"))
    assert len(SCRIPT.encode()) + scripts < 80_000
    assert {code: list(place) for code, place in TILES.items()} == PLACES
    assert SCRIPT.startswith("window.TILE_PLACES=")


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
@pytest.mark.parametrize("day", [*DAYS, TODAY])
def test_the_page_looks_up_what_the_library_answers(day: date) -> None:
    """Of every state: member or observer, and how certain; and the numbers of the curve."""
    members = mg.members_on(day, dataset=FACTS)
    expected: dict[str, str] = {}
    for grade, word in GRADES.items():
        for role, its in (("m", members), ("o", mg.observers_on(day, dataset=FACTS))):
            for code in getattr(its, word).codes:
                expected.setdefault(code, role + grade)
    found = {code: looked_up(state[3], day) for code, state in WRITTEN["states"].items()}
    states = {code: role for code, role in expected.items() if FACTS.has_state(code)}
    assert states == {code: role for code, role in found.items() if role != "-"}
    numbers = [each for each in WRITTEN["growth"] if each[0] <= day.isoformat()][-1]
    assert [*map(len, (members.certain, members.listed, members.possible))] == numbers[1:]


def test_a_state_has_its_first_and_last_day() -> None:
    """So that it has no tile on other days."""
    assert ["Kazakhstan", "1991-12-16", ""] == WRITTEN["states"]["KAZ"][:3]
    assert "2003-02-03" == WRITTEN["states"]["YUCS"][2]
    assert WRITTEN["today"] == WRITTEN["growth"][-1][0] == "2026-11-28"


def test_the_map_of_today_needs_no_script() -> None:
    """One tile per place, with name and status; the shapes are those of the script."""
    drawn = front_map(FRONT)
    assert len(TILES) == drawn.count("<g ")
    assert "<title>Kazakhstan: member, certain</title>" in drawn
    assert "<title>Nicaragua: member, possible</title>" in drawn
    script = (STATIC / "tiles.js").read_text(encoding="utf-8")
    assert all(path in script for path in (*SHAPES.values(), *LEVELS.values()))
    assert set(ROLES.values()) < set(SHAPES) == set(LEVELS)


def test_after_the_evidence_the_number_says_what_it_assumes() -> None:
    """Beside the number, not in small print; on the last day of the evidence there is no "if"."""
    until = FACTS.register(mg.vocabularies.OrganizationId("iom")).covered_until.latest
    assert until is not None
    words = f'data-until="{until}">if nothing changed since {day_in_words(str(until))}</p>'
    assert words in answer_part(FRONT)
    now = answer_part(Front(FACTS, until))
    assert f'data-until="{until}" hidden>' in now


def test_the_answer_names_number_day_and_doubt() -> None:
    """All from the facts."""
    text = answer_part(FRONT)
    number = len(FRONT.answers[TODAY]["m"].codes)
    assert f'<b id="mg-front-count">{number}</b>' in text
    assert "28 November 2026" in text
    assert "and possibly 1 more: Nicaragua" in text
    assert "and no further possible member" == possible_in_words(Front(FACTS, date(2024, 1, 1)))


def test_the_numbers_are_counted() -> None:
    """From the dataset."""
    text = numbers_part(FACTS)
    assert f"<b>{len(FACTS.sources):,}</b> sources" in text
    assert f"<b>{len(FACTS.disagreements):,}</b> disagreements" in text
    assert f"<b>{len(FACTS.treaties)}</b> treaties" in text


# -- disagreements --------------------------------------------------------------------------------


def test_disagreements_are_chosen_by_rule() -> None:
    """Three values or more come first, of states in IOM before others; of others one each."""
    found = chosen(FACTS)
    assert 12 == len(found)
    many = [len(each.claims) >= 3 for each in found]
    assert many[0]
    assert sorted(many, reverse=True) == many
    assert "iom" == found[0].context
    assert FACTS.has_state(found[0].subject)
    others = [each.context for each in found if each.context != "iom"]
    assert len(others) == len(set(others))


def test_a_dataset_with_few_disagreements_has_few() -> None:
    """Those with fewer values are taken, too; none is no error."""
    facts = everything()
    assert len(chosen(facts)) <= len(facts.disagreements)
    assert '<div id="mg-doubts">' in disagreements_part(facts)


def test_every_value_is_there_with_its_sources() -> None:
    """As text that no script has to fetch, and safe."""
    text = disagreements_part(FACTS)
    for each in chosen(FACTS):
        for claim in each.claims:
            for citation in claim.citations:
                source = next(s for s in FACTS.sources if s.id == citation.source)
                assert source.url.replace("&", "&amp;") in text
    assert not re.search(r"\d{4}-\d\d-\d\d(?![^<]*>)", text), "dates are in words"


def test_what_a_disagreement_is_about() -> None:
    """A question where it is about joining or leaving."""
    asked = [question(each, FACTS) for each in FACTS.disagreements]
    assert "When did France join IOM?" in asked
    assert "When did Spain leave IOM?" in asked
    assert "IOM: renamed ICEM" in asked
    assert any(each.startswith("Turkmenistan, Almaty Process: ") for each in asked)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2004-11-30", "30 November 2004"),
        ("by 2012-06, instrument", "by June 2012, instrument"),
        ("[1952-10-13..1952-10-21]", "between 13 October 1952 and 21 October 1952"),
        ("2019~", "about 2019"),
        ("asked in 1992", "asked in 1992"),
    ],
)
def test_dates_in_a_text_are_in_words(text: str, words: str) -> None:
    """Days, months, ranges and about."""
    assert words == in_words(text)


def test_parts_are_written_once(tmp_path: Path) -> None:
    """A part that has not changed keeps its file."""
    write_front(FACTS, tmp_path)
    files = sorted(tmp_path.iterdir())
    assert ["answer.html", "disagreements.html", "numbers.html"] == [each.name for each in files]
    before = [each.stat().st_mtime_ns for each in files]
    write_front(FACTS, tmp_path)
    assert before == [each.stat().st_mtime_ns for each in files]


def test_a_site_made_for_a_release_answers_until_the_day_of_its_commit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Made again on a later day, it is the same site."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795910400")
    assert today() == date(2026, 11, 29)
