"""The status of a state in IOM, in words: the first thing that its page and its command say."""

from __future__ import annotations

import migrationgov as mg
from migrationgov.dates.partial_date import PartialDate
from migrationgov.results.status_notes import left_open
from migrationgov.timelines.gather import timelines_of, timelines_on
from migrationgov.vocabularies import OrganizationId, Status
from migrationgov.words import in_a_row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Written = Callable[[PartialDate], str]

_IOM = OrganizationId("iom")


def status_in_iom(
    state: mg.model.State, on: str | None, facts: mg.Dataset, written: Written
) -> str:
    """
    Return the status of a state in IOM, and since when; "" of a dataset without IOM.

    Args:
        state: The state.
        on: The date; without it, the last day of the evidence or, if it ended earlier, of the
            state.
        facts: The dataset.
        written: How to write a date.
    """
    if _IOM not in facts.register_ids:
        return ""
    status = mg.status_on(state, on or _last_day(state, facts), _IOM, dataset=facts)
    found = status.status or status.listed
    doubt = "" if status.status else f" (the sources leave {' or '.join(status.statuses)})"
    if found not in (None, Status.NONE):
        listed = "" if status.status else "listed as "
        until = status.on.last_ordinal if on else None
        return f"{listed}{found} of IOM{_time(state, found, until, facts, written)}{doubt}"
    if found is None and Status.MEMBER in status.statuses:
        return f"status in IOM not known{doubt}"
    if Status.MEMBER not in status.statuses:
        lines = timelines_on(facts, _IOM, status.days)
        doubt = left_open(status.statuses, lines.line(status.party).during(status.days))
    return f"{_no_member(status, facts, written)}{doubt}"


def _last_day(state: mg.model.State, facts: mg.Dataset) -> PartialDate:
    ends = [facts.register(_IOM).covered_until.latest, state.end and state.end.latest]
    return PartialDate.from_date(min(each for each in ends if each))


def _time(
    state: mg.model.State, status: Status, until: int | None, facts: mg.Dataset, written: Written
) -> str:
    """Return since when, to when unless a day is asked for, and what the state was before."""
    spells = mg.memberships_of(state, _IOM, status=None, dataset=facts)
    begun = [each for each in spells if until is None or each.start.first_ordinal <= until]
    places = [place for place, each in enumerate(begun) if each.status is status]
    if not places:
        return ""
    last = begun[places[-1]]
    start = _start(last.start, written)
    before = in_a_row(dict.fromkeys(each.status.value for each in begun[: places[-1]]))
    ended = f"from {start} to {written(last.end)}" if last.end and until is None else ""
    return f" {ended or f'since {start}'}{f', {before} before' if before else ''}"


def _start(date: PartialDate, written: Written) -> str:
    """Return the start of a membership, which may be a range of days."""
    if ".." in date.text and date.earliest and date.latest:
        edges = (PartialDate.from_date(edge) for edge in (date.earliest, date.latest))
        return "a day between {} and {}".format(*map(written, edges))
    return written(date)


def _no_member(status: mg.results.StatusOn, facts: mg.Dataset, written: Written) -> str:
    """Return that it is no member: formerly one, never one, or never named."""
    spells = mg.memberships_of(status.party, _IOM, dataset=facts)
    ends = [each.end for each in spells if each.end]
    past = [each for each in ends if each.first_ordinal <= status.on.last_ordinal]
    if past:
        return f"not a member of IOM; its last membership ended: {written(past[-1])}"
    unnamed = "" if _is_named(status, facts) else " (no record of IOM names it)"
    return f"not a member of IOM{unnamed}"


def _is_named(status: mg.results.StatusOn, facts: mg.Dataset) -> bool:
    return status.party in timelines_of(facts, _IOM).parties
