"""Add what the register says to a user's table."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from operator import attrgetter
from typing import Any, TypeVar, get_args

from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import check_word
from migrationgov.frames.answer_table import MakeAxis, kept_answer_table, make_answer_table
from migrationgov.frames.backends.detect import UserTable, detect
from migrationgov.frames.backends.table import Dates, Lookup, Stretches, Table
from migrationgov.frames.column_specs import ColumnNames, columns_of
from migrationgov.frames.columns import FIRST_DAY, LAST_DAY, Column
from migrationgov.frames.coverage import warn_of_later_rows
from migrationgov.frames.date_axis import (
    NO_DATE,
    axis_of_days,
    axis_of_values,
    axis_of_years,
    is_doubtful,
    year_from,
    year_to,
)
from migrationgov.frames.date_values import dates_of, states_refused_too
from migrationgov.frames.state_days import (
    DaysOutside,
    days_outside,
    differing,
    report_outside,
    with_predecessors,
)
from migrationgov.frames.state_matching import Matching, match_states
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import day_ranges_of
from migrationgov.lookup.state_codes import always
from migrationgov.model.dataset import Dataset
from migrationgov.typing import (
    CodeSystem,
    Outside,
    PartialPeriod,
    StateLike,
    Successors,
    Unmatched,
)

Native = TypeVar("Native")


def annotate(  # noqa: PLR0913 -- choices with defaults, by name
    table: Native,
    state: str = "country",
    on: str = "date",
    columns: ColumnNames = ("iom_status", "iom_member", "iom_status_since"),
    *,
    system: CodeSystem | None = None,
    names: Mapping[Any, StateLike | None] | None = None,
    successors: Successors = "warn",
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
      text. A first list is no entry: the state may have had the role before. Null where an entry
      on record lies before the list, and for chairs, who have terms.
      ``iom_left_censored``: whether the membership may have begun before its first record: no, or
      why, "founding", "first_list" or "start", as in `survival_table`; null where it is none.
    * ``iom_status``: the certain status, else unknown. ``iom_member``, or another role such as
      ``almaty-process_chair``: yes, no, unknown. Where entries are dated, not for processes:
      ``iom_status_since``, the start of the spell of the certain status, as EDTF text, and
      ``iom_member_since``, null unless the state certainly is a member; so for each status.

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
        table: The table; it is not changed. Its columns may have any names; two may have one name
            where neither is *state* or *on*. A column without a value may be of any type.
        state: The column of states: names and ISO 3166 codes, as for `find_state`; lower-case
            codes only where all values are codes. "N/A", "-", "null" and the like are missing
            values, and so is "NA" (Namibia) where no other value is a code of two letters.
        on: The column of dates: days; times (their civil day, in the zone of the column or, on
            DuckDB and PySpark, of the session; on Ibis only without a zone or in UTC); whole
            numbers, which are years, with ".0" too; periods of pandas; or text: EDTF, times, or
            another form that `members_on` takes. For several days, such as a year, the answer is
            yes or no (or one status) only if it holds on every day, as in `members_on`. The year
            9999 stands for no date in many files, so it means any day, as "2002?" does; and so do
            later and infinite days, where an engine has them.
        columns: Names of columns; or the name of each new column, and what it is.
        system: The system of all codes in *state*: "iso3", "iso2", "m49", "cow" (Correlates of
            War), "gw" (Gleditsch and Ward), of which numbers are read, too; "cow-letters",
            "gw-letters". A code means what it meant on the date of the row: 345 of Correlates of
            War is Yugoslavia, then Serbia and Montenegro, then Serbia.
        names: What values of *state* mean where only you can decide: ``{"Congo": "COG"}``; None
            for a missing value.
        successors: A row may name a state before it existed (Serbia in 2004). "warn": where the
            answers about its predecessor are others, a warning names the predecessor. "follow":
            they are the answers, where there is exactly one predecessor on the date.
        unmatched: "raise", or "null" for a warning and empty answers where a value of *state* is
            not a state, or its code is not valid on the date.
        invalid_dates: The same where a value of *on* is not a date.
        outside: What is certain on days that the register or the process does not cover: nothing
            ("unknown"); or "assume", as in the other queries, that nothing changed since.
        partial: Another rule for years, months and intervals: what held on the "first" or the
            "last" day, on "any" day (the strongest status) or on "all" days (the weakest). A date
            in doubt ("2002?", "199X", one of a set) is one day, so it keeps the first rule.
        dataset: The facts; the active dataset by default.

    Raises:
        MissingExtraError: If narwhals is not installed.
        WrongTypeError: If *table* is not a table, or a column holds no states or no dates, or the
            engine lacks an operation that is needed, or cannot read a column; its own error is
            the cause.
        UnknownTermError: If a column is not there, or there already, or an argument has a word
            that is not allowed.
        UnknownStateError: If values are not states; the message names each, with suggestions.
        InvalidDateError: If values are not dates; the message names them, with what to write.

    Warns:
        CoverageWarning: If rows are later than what is known of an institution, and the answers
            assume that nothing changed since; the message counts these rows.
        UnmatchedWarning: If values are read as missing, "NA" as Namibia, or a state did not exist
            on the date; if values are not states, and *unmatched* is "null"; or not dates, and
            *invalid_dates* is "null".

    >>> import pandas as pd
    >>> lines = pd.DataFrame({"country": ["Kazakhstan", "KAZ"], "date": ["2002-12-01", "2002-12"]})
    >>> annotate(lines, columns=["iom_status", "iom_member"])
          country        date iom_status iom_member
    0  Kazakhstan  2002-12-01   observer         no
    1         KAZ     2002-12    unknown    unknown
    """
    facts = resolve_dataset(dataset)
    asked = Matching(unmatched, system, names, successors)
    user_table = detect(table)
    check_word("partial", partial, (*get_args(PartialPeriod), None))
    new = columns_of(columns, facts, outside=outside)
    lookup = lookup_for(
        user_table,
        (state,),
        on,
        new,
        partial=partial,
        asked=asked,
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
    asked: Matching,
    invalid_dates: str,
    facts: Dataset,
) -> Lookup:
    """Return the lookup for one or two columns of states; refuse columns that it cannot use."""
    user_table.check_columns((*states, on), [each.name for each in new])
    for column in states:
        user_table.check_states(column, numeric=asked.numeric)
    table = user_table.table
    with states_refused_too(table, states, asked, facts):
        dates, values = dates_of(user_table, on, invalid_dates)
    found = [match_states(table.distinct(each), each, asked, facts) for each in states]
    meant = found
    if asked.successors == "follow":
        meant = [{v: with_predecessors(its, facts) for v, its in each.items()} for each in found]
    in_turn = {its for each in meant for its in each.values() if its != always(its[0][2])}
    make, make_axis = kept_answer_table, _axis_of(dates, values)
    if dates is Dates.VALUES:
        make = make_answer_table
    answers = make(facts, new, make_axis, partial, tuple(sorted(in_turn)))
    for column, each in zip(states, found, strict=True):
        parts = days_outside(each, asked, facts)
        days = [some for part in parts for some in differing(part, new)]
        stretches = _stretches_of(days, dates, values, partial)
        rows = table.rows_within(column, on, dates, stretches) if days else []
        report_outside(zip(days, rows, strict=True), column, asked)
    covered = [each.covered for each in new if each.covered and each.covered[1] < LAST_DAY]
    _warn_of_later_rows(table, on, dates, values, covered, partial)
    places = ({v: answers.rows[spans] for v, spans in each.items()} for each in meant)
    return Lookup(states, on, dates, tuple(places), answers)


def _axis_of(dates: Dates, values: dict[Any, PartialDate]) -> MakeAxis:
    """Return what makes the axis of a column of dates."""
    if dates is Dates.VALUES:
        return functools.partial(axis_of_values, dates=values)
    return axis_of_years if dates is Dates.YEARS else axis_of_days


def _stretches_of(
    days: Sequence[DaysOutside],
    dates: Dates,
    values: dict[Any, PartialDate],
    partial: str | None,
) -> Stretches:
    """
    Return days in the unit of a column of dates; a year or a text lies within with all days.

    The year that stands for no date lies within nothing.
    """
    last = NO_DATE.toordinal() - 1
    lows, highs = [max(each.first, FIRST_DAY) for each in days], [each.last for each in days]
    if dates is not Dates.VALUES:
        highs = [min(day, last) for day in highs]
    if dates is Dates.YEARS:
        lows = [year_from(day, whole=partial != "last") for day in lows]
        highs = [year_to(day, whole=partial != "first") for day in highs]
    ends = {value: _ends(on, partial) for value, on in values.items()}
    return Stretches([each.value for each in days], lows, highs, ends)


def _ends(on: PartialDate, partial: str | None) -> tuple[int, int]:
    """Return the first and the last day of a date; under a rule for one day, this day alone."""
    ranges = day_ranges_of(on)
    first, last = max(ranges[0][0], FIRST_DAY), ranges[-1][1]
    edge = None if is_doubtful(on) else partial
    return (first if edge != "last" else last), (last if edge != "first" else first)


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
    later = table.rows_after(on, dates, bound)
    undated = table.rows_after(on, dates, _bound_of_dates(dates, values)) if later else 0
    warn_of_later_rows(later, covered, undated)


def _bound_of_dates(dates: Dates, values: dict[Any, PartialDate]) -> Any:
    """Return what `rows_after` takes to count the rows of the year that stands for no date."""
    last = NO_DATE - timedelta(days=1)
    if dates is Dates.VALUES:
        return {value for value, when in values.items() if when.latest and when.latest > last}
    return last.year if dates is Dates.YEARS else last
