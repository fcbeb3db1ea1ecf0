"""Broken input for every reader, a short run of `make fuzz`."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

import fuzz


def test_only_errors_of_the_library_come_out() -> None:
    """From every reader; the same seed gives the same counts."""
    found = fuzz.fuzz(600, seed=7)
    assert found.total() == 600
    assert {outcome for _, outcome in found} == {"read", "refused"}
    assert found == fuzz.fuzz(600, seed=7)


def test_an_alien_exception_stops_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the input that causes it."""

    def broken(_: Random, __: Path) -> Any:
        return "a reader", "odd input", lambda: dict[str, int]()["nothing"]

    monkeypatch.setattr(fuzz, "READERS", {broken: 1})
    with pytest.raises(KeyError):
        fuzz.fuzz(1)
    assert "run 0: a reader of 'odd input'" in capsys.readouterr().err
