"""The queries about the roster of a process, and its chair; they load no attrs."""

from __future__ import annotations

from datetime import date

import migrationgov as mg
from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import day_ranges_of, parse_date_argument
from migrationgov.lookup.name_resolution import process_id
from migrationgov.lookup.swapped_arguments import id_of
from migrationgov.queries.questions import warn_about
from migrationgov.results.roster import Roster
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.list_claims import OF_A_DAY
from migrationgov.timelines.stretches import grade_of
from migrationgov.vocabularies import Grade, ProcessId, ProcessRole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from migrationgov.timelines.institution import InstitutionTimelines

EVERY_ROLE = tuple(ProcessRole)
#: Roles that last from one list to the next; the others belong to a meeting or a day.
LASTING = tuple(role for role in ProcessRole if role not in OF_A_DAY)
_LAST_DAY = date.max.toordinal()


def process_participants(
    process: mg.typing.ProcessLike,
    on: mg.typing.DateLike | None = None,
    *,
    role: mg.typing.RoleLike | None = None,
    dataset: mg.Dataset | None = None,
) -> mg.results.Roster:
    """
    Return the participants of a consultative process, their roles, and the grade of each.

    Sources give dated lists, rarely dates of entry. A party is certain if a complete list of the
    day names it, or the complete lists before and after the day do. It is listed if it has the
    role by the best reading: the last list that names it or leaves it out. It is possible if a
    record names it and no evidence excludes it. A term speaks of its own days. Attending, hosting
    and supporting are roles of their own and never become membership. Absence from an incomplete
    list proves nothing. Before the founding no party takes part.

    Args:
        process: Id, name, acronym or record of the process.
        on: A date as for `members_on`; a month or a year means every day in it. Without it, the
            lasting roles are answered for the day of the latest evidence.
        role: Only one role ("member", "observer", "chair", ...); all by default.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        A `Roster`, by role and participant.

    Raises:
        UnknownProcessError: If there is no such process.
        UnknownTermError: If there is no such role.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: If *on* lies after the latest evidence on the process, or before its first
            event where the founding is not recorded.

    >>> roster = process_participants("Almaty Process", on="2015-10-22")
    >>> roster.members.codes
    ('AFG', 'AZE', 'KAZ', 'KGZ', 'TJK', 'TKM', 'TUR')
    >>> roster.observers.codes, roster.chair.codes
    (('IRN', 'PAK'), ('KAZ',))
    >>> bali = process_participants("Bali Process", on="2018").members
    >>> bali.grade("Thailand").value, bali.answer("Thailand")
    ('listed', <Answer.UNKNOWN: 'unknown'>)
    """
    facts = resolve_dataset(dataset)
    lines = timelines_of(facts, id_of(process_id, process, on, facts))
    roles = EVERY_ROLE if on is not None else LASTING
    if role is not None:
        roles = (ProcessRole.parse(role),)
    if on is None:
        when = latest_evidence(lines)
    else:
        when = parse_date_argument(on)[0]
        warn_about(lines, when, facts)
    process_found = ProcessId(lines.evidence.institution)
    return Roster(process=process_found, on=when, roles=roles, dataset=facts)


def latest_evidence(lines: InstitutionTimelines) -> PartialDate:
    """Return the day of the latest evidence on an institution."""
    return PartialDate.from_date(date.fromordinal(min(lines.evidence.covered[1], _LAST_DAY)))


def chair_on(
    process: mg.typing.ProcessLike, on: mg.typing.DateLike, *, dataset: mg.Dataset | None = None
) -> mg.results.MemberList[mg.model.State | mg.model.Organization]:
    """
    Return the chair of a process on a date.

    The chair rotates. A term is certain between its start and its end. A list that names the chair
    is proof for its own days; on later days the party is listed until another chair begins. Of a
    process that had co-chairs on the date, and on no day of it a chair, the answer has the
    co-chairs.

    Args:
        process: Id, name, acronym or record of the process.
        on: A date as for `process_participants`.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        A `MemberList` of the role chair, or of the role co-chair: certain, `listed` and `possible`
        ones, and `answer` for any party.

    Raises:
        UnknownProcessError: If there is no such process.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: As for `process_participants`.

    >>> chair_on("Almaty Process", "2015-10-22").codes
    ('KAZ',)
    >>> hand_over = chair_on("Almaty Process", "2016-10-15")
    >>> hand_over.listed.codes, hand_over.possible.codes
    (('KAZ',), ('KGZ',))
    """
    roster = process_participants(process, on, role=ProcessRole.CHAIR, dataset=dataset)
    together = roster.role(ProcessRole.CO_CHAIR)
    return together if len(together) and not _had_a_chair(roster) else roster.chair


def _had_a_chair(roster: Roster) -> bool:
    """Return whether a party was certainly or by the best reading the chair on some day."""
    lines, days = timelines_of(roster.dataset, roster.process), day_ranges_of(roster.on)
    role = ProcessRole.CHAIR.value
    met = (
        stretch
        for party in (*roster.chair.codes, *roster.chair.possible.codes)
        for stretch in lines.line(party, role).during(days)
    )
    return any(grade_of((each,), role) in (Grade.CERTAIN, Grade.LISTED) for each in met)
