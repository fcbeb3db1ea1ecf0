"""From the columns of a table to a lookup in a grid."""

from __future__ import annotations

from functools import lru_cache
from functools import partial as partial_of

from migrationgov.errors import UnknownTermError, short_repr
from migrationgov.frames.answer_table import AnswerTable, make_grid
from migrationgov.frames.backends.detect import UserFrame
from migrationgov.frames.backends.protocol import Dates
from migrationgov.frames.date_axis import axis_of_days, axis_of_values, axis_of_years, check_years
from migrationgov.frames.step_functions import StepFunction
from migrationgov.model.dataset import Dataset

_PARTIAL = ("any", "first", "last", "all")
_KEPT_GRIDS = 16


def check_partial(partial: str | None, *, none: bool = True) -> None:
    """Refuse a word that does not say which days of a period count."""
    if partial not in _PARTIAL and not (none and partial is None):
        raise UnknownTermError(
            f"partial is {short_repr(partial)}; it may be {', '.join(map(repr, _PARTIAL))}"
        )


def grid_for(
    its: UserFrame, on: str, tracks: tuple[StepFunction, ...], partial: str | None, facts: Dataset
) -> tuple[Dates, AnswerTable]:
    """Return what a column of dates holds, and the grid of the answers for it."""
    dates = its.dates_in(on)
    if dates is Dates.VALUES:
        axis = axis_of_values(edges(tracks, facts), its.table.distinct(on), on)
        return dates, make_grid(tracks, _state_ids(facts), axis, partial)
    if dates is Dates.YEARS:
        check_years(*(its.table.bounds(on) or (1, 1)))
    return dates, kept_grid(dates, tracks, partial, facts)


def kept_grid(
    dates: Dates, tracks: tuple[StepFunction, ...], partial: str | None, facts: Dataset
) -> AnswerTable:
    """Return the grid for days or for years; the latest few are kept with the dataset."""
    grids = facts.derived("grids", lambda _: lru_cache(_KEPT_GRIDS)(partial_of(_made, facts)))
    found: AnswerTable = grids(dates, tracks, partial)
    return found


def _made(
    facts: Dataset, dates: Dates, tracks: tuple[StepFunction, ...], partial: str | None
) -> AnswerTable:
    make = axis_of_years if dates is Dates.YEARS else axis_of_days
    return make_grid(tracks, _state_ids(facts), make(edges(tracks, facts)), partial)


def edges(tracks: tuple[StepFunction, ...], facts: Dataset) -> set[int]:
    """Return every day on which anything changes."""
    return {day for track in tracks for state in _state_ids(facts) for day in track.of(state)[0]}


def _state_ids(facts: Dataset) -> tuple[str, ...]:
    return tuple(state.id for state in facts.states)
