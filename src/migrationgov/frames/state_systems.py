"""Which states there are in a period, by the lists of states that panels can use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, get_args

from attrs import frozen

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.errors import check_word
from migrationgov.frames.panel_periods import PanelPeriod
from migrationgov.lookup.name_resolution import state_id
from migrationgov.lookup.one_or_many import one_or_many
from migrationgov.model.dataset import Dataset
from migrationgov.model.periods import Period
from migrationgov.model.states import State, SystemCode
from migrationgov.queries.spells import spells
from migrationgov.typing import StateLike, StateSystem
from migrationgov.vocabularies import Status

#: The register of the United Nations, and the list of states that is made of it.
_UN = "un"


@frozen
class Unit:
    """
    A state in a panel: with one code of a list and its period, or without a code.

    Attributes:
        state: The state.
        code: Its code in the list; None where the list has no codes.
        membership: The period for which it is in the list, where that is not its own.
    """

    state: State
    code: SystemCode | None
    membership: Period | None = None

    @property
    def period(self) -> Period:
        """When it is there."""
        return self.membership or (self.code.period if self.code else self.state.period)

    @property
    def number(self) -> int:
        """The number of the code, 0 where the list has none."""
        return self.code.number if self.code else 0


def units_of(
    system: str, states: StateLike | Iterable[StateLike] | None, facts: Dataset
) -> tuple[Unit, ...]:
    """Return the units of some states, by id, or of all states of a system."""
    check_word("system", system, get_args(StateSystem))
    if states is None:
        found = list(facts.states)
        if system == "register":
            named = facts.derived("named states", _named_states)
            found = [state for state in found if state.id in named]
    else:
        ids = {state_id(each, facts) for each in one_or_many(states)}
        found = [facts.state(each) for each in sorted(ids)]
    if system == _UN:
        facts.register(_UN)  # or an error that says that there is none
        return tuple(Unit(state, None, each) for state in found for each in _member(state, facts))
    if system in ("cow", "gw"):
        return tuple(Unit(state, code) for state in found for code in getattr(state, system))
    return tuple(Unit(state, None) for state in found)


def _member(state: State, facts: Dataset) -> list[Period]:
    """Return the periods of a state's membership of the United Nations."""
    return [each.period for each in spells(_UN, state.id, facts) if each.status is Status.MEMBER]


def _named_states(facts: Dataset) -> frozenset[str]:
    """Return the ids of all states that a register, a list or a term names."""
    registered = {each.state for register in facts.registers for each in register.transitions}
    listed = {
        entry.state
        for process in facts.processes
        for participant_list in process.participant_lists
        for names in participant_list.lists
        for entry in names.entries
    }
    terms = {term.state for process in facts.processes for term in process.terms}
    return frozenset(registered | listed | terms) - {""}


def present_in(units: Sequence[Unit], step: PanelPeriod, partial: str) -> list[Unit]:
    """
    Return the units that are there in a period of a panel.

    No code comes twice in one period: of two states that had it one after the other, the later
    one counts.
    """
    there = [unit for unit in units if is_there(unit.period, step, partial)]
    there.sort(key=lambda unit: _begin(unit.period))
    by_code = {unit.number or unit.state.id: unit for unit in there}
    return sorted(by_code.values(), key=lambda unit: (unit.state.id, unit.number))


def is_there(period: Period, step: PanelPeriod, partial: str) -> bool:
    """Return whether a period may hold on any day, on the first or last day, or on all days."""
    begin, end = _begin(period), period.end.last_ordinal if period.end else AFTER_ALL
    needs_from = step.first if partial in ("first", "all") else step.last
    needs_until = step.last if partial in ("last", "all") else step.first
    return begin <= needs_from and end >= needs_until


def _begin(period: Period) -> int:
    return period.start.first_ordinal if period.start else BEFORE_ALL


def described(lines: Sequence[tuple[Unit, PanelPeriod]], partial: str) -> dict[str, list[Any]]:
    """Return the columns that identify each unit, with the codes that are valid in its period."""
    states = [unit.state for unit, _ in lines]
    return {
        "state": [state.id for state in states],
        "name": [state.name for state in states],
        "iso3": [state.iso3 for state in states],
        "m49": [state.m49 or None for state in states],
        "cow": [_number(unit, unit.state.cow, step, partial) for unit, step in lines],
        "gw": [_number(unit, unit.state.gw, step, partial) for unit, step in lines],
        "region": [state.region or None for state in states],
        "subregion": [state.subregion or None for state in states],
    }


def _number(
    unit: Unit, codes: Sequence[SystemCode], step: PanelPeriod, partial: str
) -> int | None:
    """Return the code of the unit in one list: its own, or the latest that is valid."""
    if unit.code in codes:
        return unit.number
    valid = [code for code in codes if is_there(code.period, step, partial)]
    return max(valid, key=lambda code: _begin(code.period)).number if valid else None
