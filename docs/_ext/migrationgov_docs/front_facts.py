"""The facts of the front page: the members and observers of IOM, on every day until today.

The library answers for each day on which an answer changes; the page looks the answers up. The
line of a state is "1991-11-20 oc 1994-12-02 mc": from each day on, the first letters of a role and
of a grade (`ROLES`, `GRADES`).
"""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any

import migrationgov as mg
from migrationgov.plots.tile_maps import TILES
from migrationgov.timelines.gather import timelines_of
from migrationgov_docs.register_sections import IOM

ROLES = {"m": "member", "o": "observer"}
GRADES = {"c": "certain", "l": "listed", "p": "possible"}
_NOTHING = "-"


def today() -> date:
    """Return the day on which the site is built: the last one that the page answers for.

    A release sets SOURCE_DATE_EPOCH, so that the same commit gives the same site on any day.
    """
    built = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(built), tz=UTC) if built else datetime.now(tz=UTC)
    return now.date()


class Front:
    """The answers about IOM, from its beginning to a day called today."""

    def __init__(self, facts: mg.Dataset, today: date) -> None:
        self.facts = facts
        self.today = today

    @cached_property
    def days(self) -> list[date]:
        """The days on which an answer changes, and today."""
        lines = timelines_of(self.facts, IOM)
        changes = {day for status in ROLES.values() for day in lines.index(status).days}
        last = self.today.toordinal()
        return [date.fromordinal(day) for day in sorted({*changes, last}) if day <= last]

    @cached_property
    def answers(self) -> dict[date, dict[str, mg.results.MemberList[Any]]]:
        """The members and the observers on these days."""
        return {day: self._on(day) for day in self.days}

    def _on(self, day: date) -> dict[str, mg.results.MemberList[Any]]:
        with warnings.catch_warnings():  # the page itself tells until when the evidence lasts
            warnings.simplefilter("ignore", mg.errors.CoverageWarning)
            members = mg.members_on(day, IOM, dataset=self.facts)
            return {"m": members, "o": mg.observers_on(day, IOM, dataset=self.facts)}

    def roles(self, day: date) -> dict[str, str]:
        """Return role and grade of the states that have, or may have, a role on a day."""
        found: dict[str, str] = {}
        for grade, word in GRADES.items():
            for role, its in self.answers[day].items():
                for code in getattr(its, word).codes:
                    if self.facts.has_state(code):
                        found.setdefault(code, role + grade)
        return found

    @property
    def lines(self) -> dict[str, str]:
        """The line of each state that ever has a role."""
        runs: dict[str, list[str]] = {}
        for day in self.days:
            now = self.roles(day)
            for code in sorted({*now, *runs}):
                run, role = runs.setdefault(code, [_NOTHING]), now.get(code, _NOTHING)
                if run[-1] != role:
                    run += [day.isoformat(), role]
        return {code: " ".join(run[1:]) for code, run in sorted(runs.items())}

    @property
    def growth(self) -> Iterator[list[str | int]]:
        """The number of certain, listed and possible members from each day on."""
        for day, answer in self.answers.items():
            its = answer["m"]
            yield [day.isoformat(), *map(len, (its.certain, its.listed, its.possible))]

    @property
    def states(self) -> dict[str, list[str]]:
        """Name, first and last day, and line of each state of the map or with a role."""
        lines = self.lines
        return {
            state.id: [state.name, *self._life(state), lines.get(state.id, "")]
            for state in self.facts.states
            if state.id in TILES or state.id in lines
        }

    def _life(self, state: mg.model.State) -> list[str]:
        first = state.start.earliest if state.start else None
        last = state.end.latest if state.end else None
        return [each.isoformat() if each else "" for each in (first, last)]


def front_script(front: Front) -> str:
    """Return the file that the page loads: the places of the tiles, and the facts."""
    values = {
        "today": front.today.isoformat(),
        "states": front.states,
        "growth": [*front.growth],
    }
    return f"window.TILE_PLACES={_packed(TILES)};\nwindow.migrationgovFront={_packed(values)};\n"


def _packed(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
