"""What follows from the facts is as `make facts` writes it: numbers in texts, and the figure."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path

import pytest

import counts
import draw_growth
import migrationgov as mg
from migrationgov import plots

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("file", counts.PHRASES)
def test_numbers_in_texts_are_those_of_the_data(file: str) -> None:
    """Facts about the data are computed, not remembered."""
    text = (ROOT / file).read_text(encoding="utf-8")
    assert text == counts.written(text, file, counts.numbers(mg.dataset())), "run `make facts`"


def test_a_number_that_is_wrong_is_replaced() -> None:
    """In every phrase, across lines; nothing else changes."""
    values = counts.numbers(mg.dataset())
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    wrong = text.replace(f"{values['transitions']} transitions", "1,400\ntransitions")
    assert wrong != text
    right = counts.written(wrong, "README.md", values)
    assert text.replace(" transitions", "\ntransitions") == right


def test_a_phrase_that_is_gone_is_named() -> None:
    """A number that nobody corrects any more would become wrong."""
    with pytest.raises(ValueError, match=r'README.md has no text like "IOM from 5 December 1951'):
        counts.written("A new text.", "README.md", counts.numbers(mg.dataset()))


def test_what_is_released_keeps_its_numbers() -> None:
    """A changelog says what a release had."""
    released = "## 26.1.0\n\n* 3 sources, 2 citations, 1 disagreements.\n"
    assert released == counts.written(released, "CHANGELOG.md", counts.numbers(mg.dataset()))


def test_the_figure_of_the_readme_is_of_the_data_of_today() -> None:
    """Or `make facts` has to be run."""
    assert draw_growth.FILE.read_text(encoding="utf-8") == draw_growth.drawn()


def test_the_figure_shows_every_number_and_every_step() -> None:
    """One line of the file for each, so that a new fact changes few lines."""
    figure, rows = draw_growth.drawn(), plots.growth_table()
    numbers = [row["members"] for row in rows if row["kind"] == "members"]
    last = [str(row["last"]) for row in rows if row["kind"] == "members"][-1]
    steps = sum(one != other for one, other in pairwise(numbers))
    points = [row for row in rows if row["kind"] == "published" and row["first"] and row["last"]]
    assert steps == figure.split('class="members" d="')[1].split('"/>')[0].count("V")
    assert len(points) == figure.count("<g><title>")
    root = ET.fromstring(figure)  # noqa: S314 -- our own text
    assert f"{len(mg.members_on(last))} certain member states" in str(root[0].text)
