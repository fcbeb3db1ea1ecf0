"""Panels: a row for each state, pair of states or institution in each year, month or day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import combinations, permutations
from typing import Any, get_args

from migrationgov.errors import check_word
from migrationgov.frames.annotate import annotate
from migrationgov.frames.column_specs import ColumnNames
from migrationgov.frames.coverage import covered_days, warn_of_later_rows
from migrationgov.frames.dyads import DYADIC, annotate_dyads
from migrationgov.frames.member_counts import NUMBERS, numbers_on
from migrationgov.frames.new_table import new_table
from migrationgov.frames.panel_periods import period_name, periods_between
from migrationgov.frames.state_systems import described, present_in, units_of
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import institution_id
from migrationgov.lookup.one_or_many import one_or_many
from migrationgov.model.dataset import Dataset
from migrationgov.progress import watched
from migrationgov.typing import (
    Backend,
    DateLike,
    InstitutionLike,
    Outside,
    PanelStep,
    PartialPeriod,
    PeriodEdge,
    StateLike,
    StateSystem,
)

#: The types of columns that may be empty.
_KINDS: dict[str, type] = {
    **dict.fromkeys(("cow", "gw", "cow1", "gw1", "cow2", "gw2", "year", *NUMBERS), int),
    "date": date,
}


def panel(  # noqa: PLR0913 -- choices with defaults, by name
    states: StateLike | Iterable[StateLike] | None = None,
    *,
    start: DateLike | int,
    end: DateLike | int,
    by: PanelStep = "year",
    partial: PartialPeriod = "any",
    system: StateSystem = "register",
    columns: ColumnNames = ("iom_status", "iom_member"),
    outside: Outside = "unknown",
    backend: Backend = "pandas",
    dataset: Dataset | None = None,
) -> Any:
    """
    Make a table with a row for each state in each year, month or day, and what it was then.

    The arguments have the names that the R package *states* uses. The first year of a membership
    is the year of joining only where ``<name>_left_censored`` is "no": see `annotate`.

    Args:
        states: Codes, names or records; all of the system by default.
        start: First period: a year, a date, or text in EDTF.
        end: Last period, included.
        by: "year", "month" or "day". Months come as text ("2002-12"), days as days.
        partial: Which days of a period decide whether a state is in it, and what it was then:
            "any" day (the strongest status), the "first", the "last", or "all" (the weakest).
        system: Which states there are: "cow" (Correlates of War) or "gw" (Gleditsch and Ward),
            by their dates, with a row for each code in each period, without those that ISO 3166
            never had: since 1945 Zanzibar, the Republic of Vietnam, and of "gw" Tibet, Abkhazia
            and South Ossetia; "un": the members of the United Nations, for as long as they are;
            "register": those that a register, a list or a term names.
        columns: As for `annotate`.
        outside: As for `annotate`.
        backend: "pandas", "polars" or "pyarrow".
        dataset: The facts; the active dataset by default.

    Returns:
        A table of the backend, sorted by state and time. Its columns are ``state``, ``name``,
        ``iso3``, ``m49``, ``cow`` and ``gw`` (numbers valid in the period, null where there is
        none), ``region`` and ``subregion`` (of the United Nations, null where there is none), the
        period (``year``, ``month`` or ``date``), and *columns*.

    Raises:
        UnknownStateError: If there is no such state.
        UnknownTermError: If an argument has a word that is not allowed.
        InvalidDateError: If *start* or *end* is not a date, or *end* comes first.
        MissingExtraError: If narwhals, or the backend, is not installed.

    >>> table = panel(["KAZ"], start=2001, end=2003, system="cow", partial="last")
    >>> table[["cow", "year", "iom_member"]].to_dict("list")
    {'cow': [705, 705, 705], 'year': [2001, 2002, 2003], 'iom_member': ['no', 'yes', 'yes']}
    """
    facts = resolve_dataset(dataset)
    check_word("partial", partial, get_args(PartialPeriod))
    units, periods = units_of(system, states, facts), periods_between(start, end, by)
    lines = [
        (unit, period)
        for period in watched(periods, "periods", len(periods))
        for unit in present_in(units, period, partial)
    ]
    lines.sort(key=lambda line: (line[0].state.id, line[0].number, line[1].first))
    on = period_name(by)
    base = {**described(lines, partial), on: [period.label for _, period in lines]}
    asked: Any = {"columns": columns, "outside": outside, "partial": partial}
    return annotate(new_table(base, backend, _KINDS), "state", on, dataset=facts, **asked)


def dyad_panel(  # noqa: PLR0913 -- choices with defaults, by name
    states: StateLike | Iterable[StateLike] | None = None,
    *,
    start: DateLike | int,
    end: DateLike | int,
    by: PanelStep = "year",
    partial: PartialPeriod = "any",
    system: StateSystem = "register",
    directed: bool = False,
    columns: ColumnNames = DYADIC,
    outside: Outside = "unknown",
    backend: Backend = "pandas",
    dataset: Dataset | None = None,
) -> Any:
    """
    Make a table with a row for each pair of states in each year, month or day.

    Args:
        states: As for `panel`.
        start: As for `panel`.
        end: As for `panel`.
        by: As for `panel`.
        partial: Which days decide whether a state is there. What two states have in common is
            certain in a period if it holds on every day, as in `annotate_dyads`.
        system: As for `panel`.
        directed: Whether each pair comes twice, once in each order.
        columns: As for `annotate_dyads`.
        outside: As for `annotate`.
        backend: "pandas", "polars" or "pyarrow".
        dataset: The facts; the active dataset by default.

    Returns:
        A table of the backend, sorted by time and pair. Its columns are ``state1``, ``cow1``,
        ``gw1``, ``state2``, ``cow2``, ``gw2``, the period and *columns*.

    Raises:
        MigrationGovError: As for `panel`.

    >>> pairs = dyad_panel(["KAZ", "TUR", "KGZ"], start=2015, end=2015, columns="iom_joint")
    >>> pairs[["state1", "state2", "iom_joint"]].to_dict("split")["data"]
    [['KAZ', 'KGZ', 'yes'], ['KAZ', 'TUR', 'yes'], ['KGZ', 'TUR', 'yes']]
    """
    facts = resolve_dataset(dataset)
    check_word("partial", partial, get_args(PartialPeriod))
    units, periods = units_of(system, states, facts), periods_between(start, end, by)
    pair_up = permutations if directed else combinations
    lines = [
        ((one, period), (other, period))
        for period in watched(periods, "periods", len(periods))
        for one, other in pair_up(present_in(units, period, partial), 2)
        if one.state.id != other.state.id
    ]
    base: dict[str, list[Any]] = {}
    for side in (0, 1):
        described_side = described([line[side] for line in lines], partial)
        base |= {f"{key}{side + 1}": described_side[key] for key in ("state", "cow", "gw")}
    on = period_name(by)
    base[on] = [period.label for (_, period), _ in lines]
    table = new_table(base, backend, _KINDS)
    asked: Any = {"columns": columns, "outside": outside}
    return annotate_dyads(table, "state1", "state2", on, dataset=facts, **asked)


def institution_panel(
    institutions: InstitutionLike | Iterable[InstitutionLike] = "IOM",
    *,
    start: DateLike | int,
    end: DateLike | int,
    by: PanelStep = "year",
    partial: PeriodEdge | None = None,
    backend: Backend = "pandas",
    dataset: Dataset | None = None,
) -> Any:
    """
    Make a table of the number of members and observers of institutions in each period.

    Args:
        institutions: Organizations with a register, or processes, by name or id.
        start: As for `panel`.
        end: As for `panel`.
        by: As for `panel`.
        partial: "first" or "last" day of each period; None for all its days: a member is then
            counted who is one on every day.
        backend: "pandas", "polars" or "pyarrow".
        dataset: The facts; the active dataset by default.

    Returns:
        A table of the backend, by institution and time. Its columns are ``institution``, the
        period, ``members``, ``members_min``, ``members_max``, ``observers``, ``observers_min`` and
        ``observers_max``: the number of states that are certain or listed, that are certain, and
        that are certain, listed or possible. Before the founding all are 0. Where no list of this
        status speaks yet, its numbers are null: one institution needs no column of undocumented
        ones, as `panel` has. After the evidence the last numbers go on, and the warning counts
        these rows.

    Raises:
        UnknownOrganizationError: If there is no such organization or process.
        UnknownTermError: If an argument has a word that is not allowed.
        InvalidDateError: If *start* or *end* is not a date, or *end* comes first.

    Warns:
        CoverageWarning: If periods end after what is known of an institution.

    >>> table = institution_panel(start=2001, end=2003, partial="last")
    >>> table[["year", "members", "members_min", "members_max"]].values.tolist()
    [[2001, 91, 91, 91], [2002, 98, 98, 98], [2003, 102, 102, 102]]
    """
    facts = resolve_dataset(dataset)
    check_word("partial", partial, (*get_args(PeriodEdge), None))
    lines = [
        (name, period)
        for name in [institution_id(each, facts) for each in one_or_many(institutions)]
        for period in periods_between(start, end, by)
    ]
    dates = [(name, period.date(partial)) for name, period in lines]
    pairs = zip(lines, dates, strict=True)
    rows = [
        {"institution": name, period_name(by): period.label} | numbers_on(name, on, facts)
        for (name, period), (_, on) in watched(pairs, "periods", len(lines))
    ]
    later = [name for name, on in dates if on.last_ordinal > covered_days(name, facts)[1]]
    warn_of_later_rows(len(later), [(each, covered_days(each, facts)[1]) for each in later])
    columns = ("institution", period_name(by), *NUMBERS)
    return new_table({key: [row[key] for row in rows] for key in columns}, backend, _KINDS)
