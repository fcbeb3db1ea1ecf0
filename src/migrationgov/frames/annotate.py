"""Add what the register says to a table of somebody's own."""

from __future__ import annotations

from typing import TypeVar

from migrationgov.frames.answer_table_cache import check_partial, grid_for
from migrationgov.frames.backends.detect import opened
from migrationgov.frames.backends.protocol import Lookup
from migrationgov.frames.column_specs import Wanted, tracks_of
from migrationgov.frames.state_matching import states_of
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset

Native = TypeVar("Native")


def annotate(
    table: Native,
    state: str = "country",
    on: str = "date",
    columns: Wanted = ("iom_status", "iom_member", "iom_since"),
    *,
    unmatched: str = "raise",
    outside: str = "unknown",
    partial: str | None = None,
    dataset: Dataset | None = None,
) -> Native:
    """
    Add columns that tell what each line's state was on the line's date.

    The table may be of pandas, Polars (eager or lazy), PyArrow, DuckDB, Ibis, Dask or PySpark. It
    comes back as what it is, lazy where it is lazy, with the same lines; order and index are kept
    where the engine has them. A lazy table is read once for the distinct values of the column of
    states (and of a column of dates that holds text), so that names nobody goes by are told now.

    What can be asked for:

    * ``iom_status``: member, observer, applicant, none, or unknown where the sources leave it
      open; ``iom_member``: yes, no, possible; ``iom_since``: the start of the spell of that
      status, as EDTF text. Any other organization that has a register can stand for ``iom``.
    * the id or name of a process, such as ``almaty-process``: member, observer, none (certainly
      neither), unknown; with a role, such as ``almaty-process_chair``: yes, no, possible.
    * ``processes``: in how many the state certainly is a member or an observer;
      ``processes_possible``: those and the ones in which a source makes it possible.

    Labels come as categorical (Enum, dictionary) columns where the engine has them, dates as text,
    numbers as integers that may be null. A missing state or date gives null.

    Args:
        table: The table; it is not changed.
        state: The column of states: codes or names, as for `find_state`.
        on: The column of dates: days; times (their civil day, in the zone of the column or, on
            DuckDB and PySpark, of the session; on Ibis only without a zone or in UTC); whole
            numbers, which are years; or text in EDTF. What is asked about several days, as a year
            is, is answered yes or no (or with one status) only if that holds on every one of them,
            as in `members_on`.
        columns: Names of columns; or what each new column is called, and what it is.
        unmatched: "raise", or "null" for a warning and empty answers where a value of *state* is
            no state.
        outside: "unknown", or "assume" for what the other queries assume on days that the register
            or the process is not known for: that nothing changed since. They warn; this call,
            which may never see the dates of a lazy table, does not.
        partial: For years, months and intervals another rule: what held on the "first" or the
            "last" day, on "any" day (the strongest status) or on "all" days (the weakest). A date
            in doubt ("2002?", "199X", one of a set) is one day, so it keeps the first rule.
        dataset: The facts; the bundled ones by default.

    Raises:
        MissingExtraError: If narwhals is not there.
        WrongTypeError: If *table* is no table, or a column holds no states or no dates, or the
            engine lacks an operation that is needed.
        UnknownTermError: If a column is not there, or already is, or a word is none of the above.
        UnknownStateError: If values are no state; each is listed once, with suggestions.
        InvalidDateError: If values are no date.

    >>> import pandas as pd
    >>> lines = pd.DataFrame({"country": ["Kazakhstan", "KAZ"], "date": ["2002-12-01", "2002-12"]})
    >>> annotate(lines, columns=["iom_status", "iom_member"])
          country        date iom_status iom_member
    0  Kazakhstan  2002-12-01   observer         no
    1         KAZ     2002-12    unknown   possible
    """
    facts = resolve_dataset(dataset)
    its = opened(table)
    check_partial(partial)
    tracks = tracks_of(columns, facts, outside=outside)
    its.check_columns((state, on), [track.name for track in tracks])
    its.check_states(state)
    dates, grid = grid_for(its, on, tracks, partial, facts)
    states = states_of(its.table.distinct(state), state, unmatched, facts)
    rows = {value: grid.rows[found] for value, found in states.items()}
    lookup = Lookup(state, on, dates, rows, grid)
    made: Native = its.as_given(its.asked(lambda: its.table.attach(lookup)))
    return made
