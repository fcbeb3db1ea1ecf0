"""Add what the register says to a user's table."""

from __future__ import annotations

import functools
from datetime import date
from operator import attrgetter
from typing import Any, TypeVar, get_args

from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import check_word
from migrationgov.frames.answer_table import MakeAxis, kept_answer_table, make_answer_table
from migrationgov.frames.backends.detect import UserTable, detect
from migrationgov.frames.backends.table import Dates, Lookup, Table
from migrationgov.frames.column_specs import ColumnNames, columns_of
from migrationgov.frames.columns import LAST_DAY, Column
from migrationgov.frames.coverage import warn_of_later_rows
from migrationgov.frames.date_axis import axis_of_days, axis_of_values, axis_of_years
from migrationgov.frames.date_values import dates_of
from migrationgov.frames.state_matching import match_states
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.typing import Outside, PartialPeriod, Unmatched

Native = TypeVar("Native")


def annotate(
    table: Native,
    state: str = "country",
    on: str = "date",
    columns: ColumnNames = ("iom_status", "iom_member", "iom_since"),
    *,
    unmatched: Unmatched = "raise",
    invalid_dates: Unmatched = "raise",
    outside: Outside = "unknown",
    partial: PartialPeriod | None = None,
    dataset: Dataset | None = None,
) -> Native:
    """
    Add columns that say what the state of each row was on the date of the row.

    The table may be of pandas, Polars (eager or lazy), PyArrow, DuckDB, Ibis, Dask or PySpark. The
    result is of the same type, lazy where the table is lazy, with the same rows; order and index
    are kept where the engine has them. A lazy table is read once for the distinct values of the
    column of states (and of a column of dates that holds text), so that names which are not
    recognised are reported at once; and for the number of rows in a warning.

    For an institution, which is an organization with a register (``iom``), a treaty
    (``refugee-convention``, by effect) or a process (``almaty-process``), the columns are:

    * ``iom``: the role by the best reading, certain or listed: member, associate, observer,
      applicant, none; of a treaty party, signatory, none; unknown where nothing is listed.
      ``iom_grade``: the grade of this role, certain or listed; where it is unknown, possible if a
      record names the state in a role, else unknown.
      ``iom_evidence``: the date of the record behind the role, as EDTF text.
    * ``iom_first_listed``: the date of the first list that names the state in this role, as EDTF
      text. A first list is no entry: the state may have had the role before.
      ``iom_left_censored``: whether the membership may have begun before its first record: no, or
      why, "founding", "first_list" or "start", as in `survival_table`; null where it is none.
    * ``iom_status``: the certain status, else unknown. ``iom_member``, or another role such as
      ``almaty-process_chair``: yes, no, unknown. ``iom_since`` (organizations only): the start of
      the spell of the certain status, as EDTF text.

    For all institutions together:

    * ``institutions``: to how many the state belongs, certain or listed, as a member or as party
      to a treaty. ``institutions_min`` and ``institutions_max`` as for processes.

    For all processes together:

    * ``processes``: in how many the state is certain or listed as a member or an observer.
      ``processes_min`` and ``processes_max`` are bounds, not series: in how many it certainly is,
      and in how many it is certain, listed or possible.
    * ``processes_undocumented``: how many processes existed of whose members no list speaks yet;
      one number for all states. Where these are all, the other three numbers are null.

    Before the founding of an institution the answer is none, or no. After what is known of it,
    readings go on as they stood, with one warning. Labels come as categorical (Enum, dictionary)
    columns where the engine has them, dates as text, numbers as integers that may be null. A
    missing state or date gives null.

    Args:
        table: The table; it is not changed.
        state: The column of states: codes or names, as for `find_state`.
        on: The column of dates: days; times (their civil day, in the zone of the column or, on
            DuckDB and PySpark, of the session; on Ibis only without a zone or in UTC); whole
            numbers, which are years, with ".0" too; periods of pandas; or text: EDTF, times, or
            another form that `members_on` takes. For several days, such as a year, the answer is
            yes or no (or one status) only if it holds on every day, as in `members_on`. The year
            9999 stands for no date in many files, so it means any day, as "2002?" does.
        columns: Names of columns; or the name of each new column, and what it is.
        unmatched: "raise", or "null" for a warning and empty answers where a value of *state* is
            not a state.
        invalid_dates: The same where a value of *on* is not a date.
        outside: What is certain on days that the register or the process does not cover: nothing
            ("unknown"); or "assume", as in the other queries, that nothing changed since.
        partial: Another rule for years, months and intervals: what held on the "first" or the
            "last" day, on "any" day (the strongest status) or on "all" days (the weakest). A date
            in doubt ("2002?", "199X", one of a set) is one day, so it keeps the first rule.
        dataset: The facts; the bundled ones by default.

    Raises:
        MissingExtraError: If narwhals is not installed.
        WrongTypeError: If *table* is not a table, or a column holds no states or no dates, or the
            engine lacks an operation that is needed.
        UnknownTermError: If a column is not there, or there already, or an argument has a word
            that is not allowed.
        UnknownStateError: If values are not states; the message names each, with suggestions.
        InvalidDateError: If values are not dates; the message names them, with what to write.

    Warns:
        CoverageWarning: If rows are later than what is known of an institution, and the answers
            assume that nothing changed since; the message counts these rows.
        UnmatchedWarning: If values are not states, and *unmatched* is "null"; or not dates, and
            *invalid_dates* is "null".

    >>> import pandas as pd
    >>> lines = pd.DataFrame({"country": ["Kazakhstan", "KAZ"], "date": ["2002-12-01", "2002-12"]})
    >>> annotate(lines, columns=["iom_status", "iom_member"])
          country        date iom_status iom_member
    0  Kazakhstan  2002-12-01   observer         no
    1         KAZ     2002-12    unknown    unknown
    """
    facts = resolve_dataset(dataset)
    user_table = detect(table)
    check_word("partial", partial, (*get_args(PartialPeriod), None))
    new = columns_of(columns, facts, outside=outside)
    lookup = lookup_for(
        user_table,
        (state,),
        on,
        new,
        partial=partial,
        unmatched=unmatched,
        invalid_dates=invalid_dates,
        facts=facts,
    )
    annotated: Native = user_table.attach(lookup)
    return annotated


def lookup_for(
    user_table: UserTable,
    states: tuple[str, ...],
    on: str,
    new: tuple[Column, ...],
    *,
    partial: str | None,
    unmatched: str,
    invalid_dates: str,
    facts: Dataset,
) -> Lookup:
    """Return the lookup for one or two columns of states; refuse columns that it cannot use."""
    user_table.check_columns((*states, on), [each.name for each in new])
    for column in states:
        user_table.check_states(column)
    table = user_table.table
    dates, values = dates_of(user_table, on, invalid_dates)
    make_axis: MakeAxis
    if dates is Dates.VALUES:
        make_axis = functools.partial(axis_of_values, dates=values)
        answers = make_answer_table(facts, new, make_axis, partial)
    else:
        make_axis = axis_of_years if dates is Dates.YEARS else axis_of_days
        answers = kept_answer_table(facts, new, make_axis, partial)
    rows = []
    for column in states:
        found = match_states(table.distinct(column), column, unmatched, facts)
        rows.append({value: answers.rows[state] for value, state in found.items()})
    covered = [each.covered for each in new if each.covered and each.covered[1] < LAST_DAY]
    _warn_of_later_rows(table, on, dates, values, covered, partial)
    return Lookup(states, on, dates, tuple(rows), answers)


def _warn_of_later_rows(
    table: Table,
    on: str,
    dates: Dates,
    values: dict[Any, PartialDate],
    covered: list[tuple[str, int]],
    partial: str | None,
) -> None:
    """Warn once of the rows for which columns go on as they stood."""
    if not covered:
        return
    last = min(day for _, day in covered)
    whole_years = partial != "first"
    bound: Any = date.fromordinal(last)
    if dates is Dates.YEARS:
        bound = date.fromordinal(last + whole_years).year - whole_years
    elif dates is Dates.VALUES:
        edge = attrgetter("last_ordinal" if whole_years else "first_ordinal")
        bound = {value for value, when in values.items() if edge(when) > last}
    warn_of_later_rows(table.rows_after(on, dates, bound), covered)
