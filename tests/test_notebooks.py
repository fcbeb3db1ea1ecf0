"""The notebooks in examples/ run, and the pair beside each text shows what it shows today."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jupytext
import nbformat
import pytest

from html_reading import Reading
from write_notebooks import FOLDER, run

TEXTS = sorted(FOLDER.glob("*.py"))
REGENERATE = "run tools/write_notebooks.py"


def shown(cell: Any) -> list[dict[str, Any]]:
    """What a cell showed, without what numbers its outputs."""
    return [
        {"data": each.get("data"), "text": each.get("text"), "kind": each.output_type}
        for each in cell.get("outputs", [])
    ]


def test_every_text_has_its_pair_and_every_pair_its_text() -> None:
    """Seven notebooks, twice."""
    assert {text.stem for text in TEXTS} == {pair.stem for pair in FOLDER.glob("*.ipynb")}
    assert 7 == len(TEXTS)


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # those of the kernel's own packages
def test_a_notebook_runs_and_its_pair_is_in_step(text: Path) -> None:
    """Every cell, in a kernel of its own: what its prose says is asserted there."""
    fresh, kept = run(text), nbformat.read(text.with_suffix(".ipynb"), as_version=4)
    nbformat.validate(kept)
    assert [c.source for c in jupytext.read(text).cells] == [c.source for c in kept.cells], (
        REGENERATE
    )
    assert [shown(cell) for cell in fresh.cells] == [shown(cell) for cell in kept.cells], (
        REGENERATE
    )


def test_the_first_notebook_has_its_checks_in_the_last_cell() -> None:
    """A reader who starts there meets questions, not assertions."""
    *cells, last = jupytext.read(FOLDER / "start_here.py").cells
    assert not [cell for cell in cells if re.search(r"^assert ", cell.source, re.MULTILINE)]
    assert last.source.startswith("assert ")


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_what_a_notebook_shows_is_safe_and_accessible(text: Path) -> None:
    """No error, no warning, no picture of the machine it was made on; HTML as strict as can be."""
    notebook = nbformat.read(text.with_suffix(".ipynb"), as_version=4)
    assert "stderr" not in {each.get("name") for c in notebook.cells for each in shown(c)}
    assert not re.search(r"/home/|/root/|/tmp/", text.with_suffix(".ipynb").read_text("utf-8"))
    for cell in notebook.cells:
        for each in shown(cell):
            html = (each["data"] or {}).get("text/html", "")
            assert "<style" in html or Reading(html)


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_every_number_in_the_prose_is_in_a_cell_too(text: Path) -> None:
    """Numbers written in digits stand in the code, or in what a cell showed."""
    cells = nbformat.read(text.with_suffix(".ipynb"), as_version=4).cells
    prose = " ".join(each.source for each in cells if each.cell_type == "markdown")
    prose = re.sub(r"<?https?://\S+|`[^`]*`", "", prose)
    code = [each.source for each in cells if each.cell_type == "code"]
    seen = " ".join([*code, *(str(each) for cell in cells for each in shown(cell))])
    missing = {n for n in re.findall(r"\d+", prose) if not re.search(rf"(?<!\d)0?{n}(?!\d)", seen)}
    assert not missing - TOLD_ELSEWHERE.get(text.stem, set())


#: Numbers about other works, which no cell of ours can compute.
TOLD_ELSEWHERE: dict[str, set[str]] = {"reference_data_set": {"534", "1815"}}
