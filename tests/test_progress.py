"""Work of more than two seconds shows a bar: where people look at it, or asked for it."""

from __future__ import annotations

import contextvars
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from migrationgov import exports, frames, progress, validation
from miniature import dataset

Bars = list[dict[str, Any]]


@pytest.fixture
def bars(monkeypatch: pytest.MonkeyPatch) -> Bars:
    """The bars that a tqdm of our own was asked for; every step of the work takes a second."""
    shown: Bars = []

    def tqdm(items: Iterable[Any], **options: Any) -> Iterator[Any]:
        shown.append(options)
        return iter(items)

    monkeypatch.setitem(sys.modules, "tqdm", SimpleNamespace(tqdm=tqdm))
    monkeypatch.setattr(progress, "monotonic", count().__next__)
    return shown


def alone(work: Callable[[], Any]) -> Any:
    """Do some work with a choice of its own, which others do not see."""
    return contextvars.copy_context().run(work)


def shows(*, always: bool | None, number: int = 5) -> list[int]:
    """Watch some numbers after a choice."""

    def work() -> list[int]:
        progress.show(always)
        return list(progress.watched(range(number), "numbers", number))

    found: list[int] = alone(work)
    return found


def test_long_work_shows_a_bar_with_the_rest(bars: Bars) -> None:
    """It begins after three steps, with what is done already; no item is lost."""
    assert shows(always=True) == [0, 1, 2, 3, 4]
    assert bars == [{"desc": "numbers", "total": 5, "initial": 3, "leave": False}]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_short_work_shows_nothing(bars: Bars, number: int) -> None:
    """Nor does it import anything."""
    assert shows(always=True, number=number) == list(range(number))
    assert bars == []


def test_nothing_is_shown_to_no_one(bars: Bars, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the stream is a file, or there is none; and never where that was chosen."""
    monkeypatch.delitem(sys.modules, "ipykernel", raising=False)
    assert shows(always=None) == [0, 1, 2, 3, 4]
    monkeypatch.setattr(sys, "stderr", None)
    assert shows(always=None) == [0, 1, 2, 3, 4]
    monkeypatch.setattr(sys, "stderr", SimpleNamespace(isatty=lambda: True))
    assert shows(always=False) == [0, 1, 2, 3, 4]
    assert bars == []


@pytest.mark.parametrize("where", ["terminal", "notebook"])
def test_people_see_a_bar(bars: Bars, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    """In a terminal, and in a notebook, whose stream is none."""
    monkeypatch.setattr(sys, "stderr", SimpleNamespace(isatty=lambda: where == "terminal"))
    if where == "notebook":
        monkeypatch.setitem(sys.modules, "ipykernel", SimpleNamespace())
    assert shows(always=None) == [0, 1, 2, 3, 4]
    assert len(bars) == 1


def test_without_tqdm_the_work_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no dependency."""
    monkeypatch.setitem(sys.modules, "tqdm", None)
    monkeypatch.setattr(progress, "monotonic", count().__next__)
    assert shows(always=True) == [0, 1, 2, 3, 4]


def _annotate(_: Path) -> object:
    rows = pd.DataFrame({"country": ["KAZ"] * 1_000_001, "date": [2002] * 1_000_001})
    return frames.annotate(rows)


#: What takes long, and what its bar counts.
WORK: dict[str, tuple[str, Callable[[Path], object]]] = {
    "annotate": ("rows annotated", _annotate),
    "panel": ("periods", lambda _: frames.panel("KAZ", start=2000, end=2005)),
    "pairs": ("periods", lambda _: frames.dyad_panel(["KAZ", "TUR"], start=2000, end=2005)),
    "numbers": ("periods", lambda _: frames.institution_panel(start=2000, end=2005)),
    "survival": ("institutions", lambda _: frames.survival_table(["IOM", "5+5", "IDM", "GFMD"])),
    "checks": ("checks", lambda _: validation.check(dataset())),
    "tables": ("tables", lambda _: exports.tables(dataset())),
    "files": ("files", lambda folder: exports.write_tables(folder, dataset=dataset())),
}


@pytest.mark.parametrize("name", WORK)
def test_what_takes_long_is_watched(bars: Bars, tmp_path: Path, name: str) -> None:
    """By one helper."""
    what, work = WORK[name]

    def shown() -> object:
        progress.show()
        return work(tmp_path)

    alone(shown)
    assert what in [each["desc"] for each in bars]
