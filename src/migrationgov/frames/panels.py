"""Panels: a line for each state, or pair of states, or organization, in each period."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import combinations, permutations
from typing import Any

from migrationgov.errors import UnknownTermError, short_repr
from migrationgov.frames.annotate import annotate
from migrationgov.frames.answer_table_cache import check_partial
from migrationgov.frames.column_specs import Wanted
from migrationgov.frames.dyads import DYADIC, annotate_dyads
from migrationgov.frames.member_counts import NUMBERS, found_body, numbers_on
from migrationgov.frames.new_frame import build
from migrationgov.frames.panel_periods import period_name, steps_between
from migrationgov.frames.state_systems import described, present_in, units_of
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.model.states import State

#: What columns of codes, numbers and periods hold, whatever is in them.
_KINDS: dict[str, type] = {
    **dict.fromkeys(("cow", "gw", "cow1", "gw1", "cow2", "gw2", "year", *NUMBERS), int),
    "date": date,
}


def panel(  # noqa: PLR0913 -- each is a word of its own, given by name
    states: str | State | Iterable[str | State] | None = None,
    *,
    start: object,
    end: object,
    by: str = "year",
    partial: str = "any",
    system: str = "register",
    columns: Wanted = ("iom_status", "iom_member"),
    outside: str = "unknown",
    backend: str = "pandas",
    dataset: Dataset | None = None,
) -> Any:
    """
    Make a table with a line for each state in each year, month or day, and what it was then.

    The words are those that users of panels of states know from the R package *states*.

    Args:
        states: Codes, names or records; all of the system by default.
        start: First period: a year, a date, or text in EDTF.
        end: Last period, included.
        by: "year", "month" or "day". Months come as text ("2002-12"), days as days.
        partial: Which days of a period decide whether a state is in it, and what it was then:
            "any" of them (the strongest status held), the "first", the "last", or "all" (the
            weakest).
        system: Which states there are: "cow" (Correlates of War) or "gw" (Gleditsch and Ward),
            by their dates, with a line for each code in each period; "un": those with a code in
            the UN's M49 list, for as long as they exist (when each was admitted to the United
            Nations is not in the data); "register": those of which the register tells anything.
        columns: As for `annotate`.
        outside: As for `annotate`.
        backend: "pandas", "polars" or "pyarrow".
        dataset: The facts; the bundled ones by default.

    Returns:
        A table of the backend, sorted by state and time. Its columns are ``state``, ``name``,
        ``iso3``, ``m49``, ``cow`` and ``gw`` (numbers valid in the period, null where there is
        none), the period (``year``, ``month`` or ``date``), and the columns asked for.

    Raises:
        UnknownStateError: If there is no such state.
        UnknownTermError: If a word is none of the above.
        InvalidDateError: If *start* or *end* is no date, or they are reversed.
        MissingExtraError: If narwhals, or the backend, is not there.

    >>> table = panel(["KAZ"], start=2001, end=2003, system="cow", partial="last")
    >>> table[["cow", "year", "iom_member"]].to_dict("list")
    {'cow': [705, 705, 705], 'year': [2001, 2002, 2003], 'iom_member': ['no', 'yes', 'yes']}
    """
    facts = resolve_dataset(dataset)
    check_partial(partial, none=False)
    steps = steps_between(start, end, by)
    units = units_of(system, states, facts)
    lines = [
        (unit, step) for step, present in present_in(units, steps, partial) for unit in present
    ]
    lines.sort(key=lambda line: (line[0].state.id, line[0].number, line[1].first))
    columns_of_units = described([unit for unit, _ in lines], [step for _, step in lines], partial)
    base = build(
        {**columns_of_units, period_name(by): [step.label for _, step in lines]}, backend, _KINDS
    )
    asked: Any = {"columns": columns, "outside": outside, "partial": partial}
    return annotate(base, "state", period_name(by), dataset=facts, **asked)


def dyad_panel(  # noqa: PLR0913 -- as for `panel`
    states: str | State | Iterable[str | State] | None = None,
    *,
    start: object,
    end: object,
    by: str = "year",
    partial: str = "any",
    system: str = "register",
    directed: bool = False,
    columns: Wanted = DYADIC,
    outside: str = "unknown",
    backend: str = "pandas",
    dataset: Dataset | None = None,
) -> Any:
    """
    Make a table with a line for each pair of states in each year, month or day.

    Args:
        states: As for `panel`.
        start: As for `panel`.
        end: As for `panel`.
        by: As for `panel`.
        partial: Which days decide whether a state is there. What two states have in common is, on
            any period, certain if it holds on every day, as in `annotate_dyads`.
        system: As for `panel`.
        directed: Whether each pair comes twice, once in each order.
        columns: As for `annotate_dyads`.
        outside: As for `annotate`.
        backend: "pandas", "polars" or "pyarrow".
        dataset: The facts; the bundled ones by default.

    Returns:
        A table of the backend, sorted by time and pair. Its columns are ``state1``, ``cow1``,
        ``gw1``, ``state2``, ``cow2``, ``gw2``, the period and the columns asked for.

    Raises:
        MigrationGovError: As for `panel`.

    >>> pairs = dyad_panel(["KAZ", "TUR", "KGZ"], start=2015, end=2015, columns="iom_joint")
    >>> pairs[["state1", "state2", "iom_joint"]].to_dict("split")["data"]
    [['KAZ', 'KGZ', 'yes'], ['KAZ', 'TUR', 'yes'], ['KGZ', 'TUR', 'yes']]
    """
    facts = resolve_dataset(dataset)
    check_partial(partial, none=False)
    steps = steps_between(start, end, by)
    pair_up = permutations if directed else combinations
    lines = [
        (one, other, step)
        for step, present in present_in(units_of(system, states, facts), steps, partial)
        for one, other in pair_up(present, 2)
        if one.state.id != other.state.id
    ]
    when = [step for _, _, step in lines]
    base: dict[str, list[Any]] = {}
    sides = [one for one, _, _ in lines], [other for _, other, _ in lines]
    for number, units in enumerate(sides, 1):
        its = described(units, when, partial)
        base |= {f"{key}{number}": its[key] for key in ("state", "cow", "gw")}
    base[period_name(by)] = [step.label for step in when]
    asked: Any = {"columns": columns, "outside": outside}
    return annotate_dyads(
        build(base, backend, _KINDS), "state1", "state2", period_name(by), dataset=facts, **asked
    )


def organization_panel(
    organizations: str | Iterable[str] = "IOM",
    *,
    start: object,
    end: object,
    by: str = "year",
    partial: str | None = None,
    backend: str = "pandas",
    dataset: Dataset | None = None,
) -> Any:
    """
    Make a table of the number of members and observers of organizations in each period.

    Args:
        organizations: Organizations with a register, or processes, by name or id.
        start: As for `panel`.
        end: As for `panel`.
        by: As for `panel`.
        partial: "first" or "last" day of each period; None for all its days: certain is then who
            is a member on every one of them.
        backend: "pandas", "polars" or "pyarrow".
        dataset: The facts; the bundled ones by default.

    Returns:
        A table of the backend, by organization and time. Its columns are ``organization``, the
        period, ``members_least``, ``members_most``, ``observers_least`` and ``observers_most``;
        they count the states that certainly, and those that certainly or possibly, have the
        status. The greatest number is
        null where whoever is not listed may have it all the same, and all are null on days on
        which nothing is known.

    Raises:
        UnknownOrganizationError: If there is no such organization or process.
        UnknownTermError: If a word is none of the above.
        InvalidDateError: If *start* or *end* is no date, or they are reversed.

    >>> table = organization_panel(start=2001, end=2003, partial="last")
    >>> table[["year", "members_least", "members_most"]].to_dict("list")
    {'year': [2001, 2002, 2003], 'members_least': [91, 98, 102], 'members_most': [91, 98, 102]}
    """
    facts = resolve_dataset(dataset)
    if partial not in (None, "first", "last"):
        raise UnknownTermError(
            f"partial is {short_repr(partial)}; it may be 'first', 'last' or None"
        )
    named = [organizations] if isinstance(organizations, str) else organizations
    rows = [
        {"organization": name, period_name(by): step.label} | numbers_on(name, on, facts)
        for name in (found_body(each, facts) for each in named)
        for step in steps_between(start, end, by)
        for on in (step.date(partial),)
    ]
    heads = ("organization", period_name(by), *NUMBERS)
    return build({key: [row[key] for row in rows] for key in heads}, backend, _KINDS)
