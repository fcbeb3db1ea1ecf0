"""Catalogues of the states and the processes, with filters; of the others: `institutions`."""

# pyright: reportUnnecessaryIsInstance=false
# (a value is checked when the program runs, whatever its annotation)
from __future__ import annotations

from collections.abc import Iterable

import migrationgov as mg
from migrationgov.dates.partial_date import AFTER_ALL, PartialDate
from migrationgov.errors import InvalidDateError, check_word
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import (
    date_argument,
    day_ranges_of,
    stands_for_none,
    today,
    warn_of_coverage,
)
from migrationgov.lookup.name_resolution import organization_id
from migrationgov.model.names import folded
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.model.states import State
from migrationgov.queries.memberships import members_on, observers_on
from migrationgov.queries.process_statuses import (
    lasts,
    status_of_process,
    warn_of_unknown_statuses,
)
from migrationgov.results.member_list import MemberList
from migrationgov.results.open_parties import warn_of_left_out
from migrationgov.results.party_lists import Catalogue, PartyList
from migrationgov.results.record_list import RecordList
from migrationgov.vocabularies import (
    ProcessKind,
    ProcessStatus,
)
from migrationgov.vocabularies.characteristics import PARTS_OF_REGIONS, Region, Theme


def states(
    *,
    region: str | None = None,
    subregion: str | None = None,
    group: mg.typing.OrganizationLike | None = None,
    status: mg.typing.MemberOrObserver | None = None,
    institution: mg.typing.InstitutionLike | None = None,
    on: mg.typing.DateLike | None = None,
    dataset: mg.Dataset | None = None,
) -> PartyList[State]:
    """
    List the states and territories of the dataset, all or those that meet every filter.

    Args:
        region: Only those of a UN region ("Africa", "Americas", "Asia", "Europe", "Oceania").
        subregion: Only those of a UN subregion ("Western Africa", "Central Asia", ...).
        group: Only members of this organization ("ECOWAS").
        status: Only those with this status in *institution*: "member" or "observer".
        institution: The institution of *status*, by default IOM. Without *status*: its members.
        on: Only those that existed on some day of this date; a doubted date may be any day.
            *group* and *status* are answered for it as `members_on` answers, without *on* for
            today.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        A `PartyList`, sorted by code. Without *on* it has former states, too.

    Raises:
        UnknownTermError: If there is no such region, subregion or status; the message lists all.
        UnknownOrganizationError: If there is no such institution.
        InvalidDateError: If *on* is not a date, or in the year 9999, which stands for no date.

    Warns:
        CoverageWarning: If *on* lies after the day of the data, or the register of the institution
            does not cover it; or if possible members are left out: it names some.

    >>> states(subregion="Central Asia", status="member", on="2002-12-01").codes
    ('KGZ', 'TJK')
    """
    facts = resolve_dataset(dataset)
    if status is not None:
        check_word("status", status, ("member", "observer"))
    _check_region("region", region, (each.region for each in facts.states))
    _check_region("subregion", subregion, (each.subregion for each in facts.states))
    when = None if on is None else _date(on, "states", facts)
    kept = {
        each.id
        for each in facts.states
        if region in (None, each.region)
        and subregion in (None, each.subregion)
        and (when is None or _exists(each, when))
    }
    day, lists = when or today(), list[MemberList[State]]()
    if group is not None:
        lists.append(members_on(day, organization_id(group, facts), dataset=facts))
    if status or institution:
        lists.append(_with_status(status, institution or "IOM", day, facts))
    found = kept.intersection(*(each.codes for each in lists))
    open_ones = kept.intersection(*((*each.codes, *each.possible_codes()) for each in lists))
    warn_of_left_out(open_ones - found, lists)
    return Catalogue(tuple(sorted(found)), facts)


def processes(
    *,
    kind: mg.typing.ProcessKindLike | None = None,
    region: mg.typing.RegionLike | None = None,
    theme: mg.typing.ThemeLike | None = None,
    status: mg.typing.ProcessStatusLike | None = None,
    on: mg.typing.DateLike | None = None,
    dataset: mg.Dataset | None = None,
) -> RecordList[ConsultativeProcess]:
    """
    List the consultative processes, all or those that meet every filter.

    Args:
        kind: "regional", "interregional" or "global".
        region: Only processes of a region ("Western Africa") or of its parts: "Africa" finds those
            of "Western Africa", too.
        theme: Only processes with a theme ("trafficking in persons", "labour migration", ...).
        status: "active", "dormant", "ended", ...: the last report of a source on or before *on*;
            without one, "active" where a source reports it at most four years later. Where the
            next report says another status, it is "unknown" from four years after the last one.
            `to_frame` has all reports, with their dates (`statuses`, `reported`).
            A process whose end has passed is "ended"; without a report it is "unknown".
        on: The date of *status*: of a month, a year or any wider or doubted date, its last day
            decides. Without *status*: only processes that may have existed on some day of it; a
            doubted date may be any day.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        `ConsultativeProcess` records by name.

    Raises:
        UnknownTermError: If there is no such kind, region, theme or status; the message lists all.
        InvalidDateError: If *on* is not a date, or in the year 9999, which stands for no date.

    Warns:
        CoverageWarning: If *on* lies after the day of the data; or if no source reports the status
            of some processes on the date of *status*: the message counts them.

    >>> [each.id for each in processes(kind="global", status="active", on="2020")]
    ['gfmd', 'global-rcp-meeting', 'idm']
    """
    facts = resolve_dataset(dataset)
    asked = None if kind is None else ProcessKind.parse(kind)
    wanted = None if status is None else ProcessStatus.parse(status)
    when = None if on is None else _date(on, "processes", facts)
    day = AFTER_ALL if when is None else when.last_ordinal
    area = None if region is None else Region.parse(region)
    subject = None if theme is None else Theme.parse(theme)
    found = [
        each
        for each in facts.processes
        if asked in (None, each.kind)
        and (area is None or not {area, *PARTS_OF_REGIONS.get(area, ())}.isdisjoint(each.regions))
        and (subject is None or subject in each.themes)
        and (when is None or wanted or lasts(each, when))
    ]
    if wanted is not None:
        if when is not None and wanted is not ProcessStatus.UNKNOWN:
            warn_of_unknown_statuses(found, when)
        found = [each for each in found if status_of_process(each, day) is wanted]
    return RecordList(
        sorted(found, key=lambda each: folded(each.name)), ConsultativeProcess, facts
    )


def _check_region(parameter: str, region: str | None, known: Iterable[str]) -> None:
    if region is not None:
        check_word(parameter, region, sorted(set(known) - {""}))


def _date(on: mg.typing.DateLike, what: str, facts: mg.Dataset) -> PartialDate:
    """Return the date of a catalogue; warn if the data end before it."""
    when = date_argument(on)
    if stands_for_none(when):
        raise InvalidDateError(
            f"{when} lies in the year 9999, which stands for no date in many files; leave out `on`"
            f" for all {what}"
        )
    if when.first_ordinal > facts.manifest.as_of.last_ordinal:
        warn_of_coverage(when, f"{what} (.. to {facts.manifest.as_of})", before=False)
    return when


def _exists(state: State, when: PartialDate) -> bool:
    """Return whether a state may exist on some day of a date."""
    start, end, days = state.start, state.end, day_ranges_of(when)
    begun = start is None or start.first_ordinal <= days[-1][1]
    return begun and (end is None or end.last_ordinal >= days[0][0])


def _with_status(
    status: str | None, institution: mg.typing.InstitutionLike, day: PartialDate, facts: mg.Dataset
) -> MemberList[State]:
    """Return the observer states or, by default, the members of an institution."""
    if status == "observer":
        return observers_on(day, institution, kind="state", dataset=facts)
    return members_on(day, institution, dataset=facts)
