"""An argument for several values takes one, too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import migrationgov as mg
from migrationgov import exports, frames, plots

STATE, INSTITUTION = "Kazakhstan", "Almaty Process"


@pytest.mark.parametrize(
    ("ask", "one"),
    [
        (plots.evidence_by_year_table, INSTITUTION),
        (lambda given: plots.state_timeline_table(STATE, institutions=given), INSTITUTION),
        (lambda given: plots.institution_timeline_table(INSTITUTION, parties=given), STATE),
        (lambda given: plots.coparticipation_network_table(states=given), STATE),
        (plots.participation_matrix_table, STATE),
        (lambda given: exports.network(institutions=given), INSTITUTION),
        (lambda given: list(frames.institution_panel(given, start=2015, end=2015)), INSTITUTION),
        (lambda given: frames.panel(start=2015, end=2015, states=given).shape, STATE),
        (lambda given: frames.survival_table(given, states=STATE).shape, INSTITUTION),
    ],
    ids=[
        "evidence",
        "state",
        "institution",
        "ties",
        "matrix",
        "network",
        "institution_panel",
        "panel",
        "survival",
    ],
)
def test_a_name_alone_is_one_value(ask: Callable[[Any], object], one: str) -> None:
    """Not its letters; a record alone neither."""
    record = mg.find_state(one) if one == STATE else mg.find_process(one)
    assert ask(one) == ask([one]) == ask(record)
