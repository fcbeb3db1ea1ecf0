"""What the build gives the explorer: small, and the stretches that the library computes."""

from __future__ import annotations

import json
from bisect import bisect_right
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

import migrationgov as mg
from migrationgov_docs.explorer import STATUS, script

FACTS = mg.dataset()
SCRIPT = script(FACTS)
TOLD = json.loads(SCRIPT.partition("=")[2].rstrip(";\n"))
FOLDER = Path(__file__).parents[2] / "docs" / "explorer"

pytestmark = pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")


def test_all_in_it_weighs_less_than_400_kilobytes() -> None:
    """Facts, scripts, style and form."""
    own = sum(file.stat().st_size for file in FOLDER.iterdir())
    assert own + len(SCRIPT.encode()) < 400_000


def test_it_asks_nobody_and_takes_text_as_text() -> None:
    """No address of another site, no request, no text made into HTML."""
    for file in FOLDER.glob("*.js"):
        text = file.read_text(encoding="utf-8")
        for never in ("http://", "https://", "fetch(", "XMLHttp", "innerHTML", "eval(", "import("):
            assert never not in text, (file.name, never)


def test_the_file_is_one_assignment() -> None:
    """So that it can be loaded from a folder, where browsers refuse to fetch."""
    assert SCRIPT.startswith('globalThis.migrationgovFacts={"version":')
    assert SCRIPT.endswith("};\n")
    assert 1 == SCRIPT.count("\n")


def test_statuses_on_random_days() -> None:
    """Looked up as the page does, against the library."""
    random = Random(7)
    letters = {letter: status for status, letter in STATUS.items()}
    for who, (days, sets) in TOLD["register"]["lines"].items():
        for day in (*days, random.randint(712_000, 740_000)):
            found = {letters[letter] for letter in sets[bisect_right(days, day)]}
            member = str(mg.is_member(who, date.fromordinal(day)))
            expected = "yes" if found == {"member"} else "unknown" if "member" in found else "no"
            assert expected == member, (who, day)


def run_at(runs: list[Any], place: int) -> Any:
    """The value of a place: runs are [begin, value, begin, value, ...]."""
    return runs[2 * bisect_right(runs[::2], place) - 1]


@pytest.mark.parametrize("process", FACTS.process_ids)
def test_rosters_between_the_critical_days(process: str) -> None:
    """On random days, not only on those on which something changes."""
    told, random = TOLD["processes"][process], Random(process)
    for day in random.sample(range(719_000, 739_999), 12):
        place = bisect_right(told["days"], day)
        roster = mg.process_participants(process, on=date.fromordinal(day))
        assert str(roster.as_of or "") == run_at(told["asOf"], place)
        for role, its in told["roles"].items():
            found = {who: run_at(runs, place) for who, runs in its["parties"].items()}
            roll = roster.role(role)
            assert set(roll.codes) == {w for w, one in found.items() if one and one[0] == "y"}
            assert set(roll.possible.codes) == {
                w for w, one in found.items() if one and one[0] == "u"
            }
            assert roll.complete is bool(run_at(its["complete"], place))
            for each in (*roster.certain, *roster.possible):
                if each.role == role:
                    _, evidence = found[each.participant]
                    assert list(each.as_of) == told["evidence"][evidence][0]


def test_everybody_who_is_named_has_a_name() -> None:
    """States all, bodies those that appear."""
    assert {state.id for state in FACTS.states} <= set(TOLD["parties"])
    for process in TOLD["processes"].values():
        assert set(process["named"]) <= set(TOLD["parties"])
