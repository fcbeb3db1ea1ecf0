"""What every question about an institution on a date starts with: its timelines and the days."""

from __future__ import annotations

from datetime import date

from migrationgov.dates.partial_date import BEFORE_ALL
from migrationgov.errors import UnknownStateError, UnknownTermError
from migrationgov.lookup.day_ranges import (
    DayRange,
    parse_date_argument,
    warn_of_coverage,
    warn_outside_coverage,
)
from migrationgov.lookup.name_resolution import institution_id, party_id
from migrationgov.lookup.swapped_arguments import id_of
from migrationgov.model.legal_transitions import MEMBERSHIP
from migrationgov.timelines.gather import timelines_of, timelines_on
from migrationgov.timelines.stretches import grade_of
from migrationgov.vocabularies import Clock, Grade
from migrationgov.words import count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeVar

    from migrationgov.dates.partial_date import PartialDate
    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.processes import ConsultativeProcess
    from migrationgov.model.states import State
    from migrationgov.model.treaties import Treaty
    from migrationgov.timelines.evidence import Evidence
    from migrationgov.timelines.institution import InstitutionTimelines
    from migrationgov.timelines.stretches import DayRanges

    Id = TypeVar("Id", bound=str)


def timelines_named(
    institution: str | Organization | ConsultativeProcess | Treaty,
    facts: Dataset,
    by: str | None = None,
    on: object = None,
) -> InstitutionTimelines:
    """
    Return the timelines of an institution in any accepted form; of a treaty by a clock.

    Args:
        institution: Its id, name or record.
        facts: The dataset.
        by: The clock.
        on: The date of the question, for the error if the two are swapped.
    """
    if by is not None:
        return _by_clock(id_of(institution_id, institution, on, facts), by, facts)
    if type(institution) is str:  # each name is resolved once
        known: InstitutionTimelines | None = facts.made(("timelines named", institution))
        if known is not None:
            return known
    found = timelines_of(facts, id_of(institution_id, institution, on, facts))
    if type(institution) is str and len(institution) <= _LONGEST_KEPT:
        facts.derived(("timelines named", institution), lambda _: found)
    return found


def _by_clock(institution: str, by: str, facts: Dataset) -> InstitutionTimelines:
    clock = Clock.parse(by)
    found = timelines_of(facts, institution)
    if found.evidence.rules is MEMBERSHIP:
        raise UnknownTermError(
            f"'by' is for treaties, which have deposits and effects; {institution} is none"
        )
    return found if clock is Clock.EFFECT else timelines_of(facts, institution, clock)


#: Names of institutions are shorter; others are not kept.
_LONGEST_KEPT = 100


def ask(
    on: object,
    institution: str | Organization | ConsultativeProcess | Treaty,
    facts: Dataset,
    by: str | None = None,
) -> tuple[PartialDate, tuple[DayRange, ...], InstitutionTimelines]:
    """Return the date of a question, its days, and the timelines; warn outside the coverage."""
    lines = timelines_named(institution, facts, by, on)
    when, days = parse_date_argument(on)
    if warn_about(lines, when, facts) and lines.evidence.register:
        lines = timelines_on(facts, lines.evidence.institution, days, by or "")
    return when, days, lines


def warn_about(lines: InstitutionTimelines, when: PartialDate, facts: Dataset) -> bool:
    """Warn where the evidence does not cover a date; return whether a day lies outside."""
    here = lines.evidence
    first, last = here.covered
    if when.first_ordinal >= first and when.last_ordinal <= last and not when.uncertain:
        return False  # spares the rest for nearly all questions
    if here.institution in facts.register_ids:
        _warn_about_register(here.institution, when, facts)
    else:
        _warn_about_process(here.institution, when, facts)
    return True


def _warn_about_register(institution: str, when: PartialDate, facts: Dataset) -> None:
    from migrationgov.timelines.register_evidence import founded_of  # noqa: PLC0415 -- rare

    register = facts.register(institution)
    covered = register.covered_from, register.covered_until
    if when.first_ordinal >= covered[0].first_ordinal and when.latest is not None:
        founded = None  # spares reading the organizations
    else:
        founded = founded_of(facts, institution)
    warn_outside_coverage(when, f"the register of {institution}", *covered, founded=founded)


def _warn_about_process(institution: str, when: PartialDate, facts: Dataset) -> None:
    from migrationgov.timelines.process_evidence import (  # noqa: PLC0415 -- builds records
        first_event,
        founding_of,
    )

    process = facts.process(institution)
    first, until = first_event(process), process.covered_until
    early = first is not None and when.first_ordinal < first.first_ordinal
    founded = founding_of(process) if early else None
    warn_outside_coverage(when, f"the {process.name}", first, until, founded=founded)


def party_of(
    party: str | State | Organization, facts: Dataset, of: Iterable[str], on: object = None
) -> str:
    """Return the id of a party; refuse an organization with members that is none of these."""
    code = id_of(party_id, party, on, facts)
    if code in facts.register_ids and not any(
        code in timelines_of(facts, each).parties for each in of
    ):
        raise no_party(code, facts)
    return code


def no_party(organization: str, facts: Dataset) -> UnknownStateError:
    """Return the error for an organization with members that was given as a party."""
    name = facts.organization(organization).name
    return UnknownStateError(
        f"no record here names {name} as a party: it is an organization with members;"
        f" to ask about these, give it as institution={organization!r}"
    )


def joined_by(
    party: str | State | Organization, institutions: Sequence[Id], on: object, facts: Dataset
) -> list[Id]:
    """
    Return the institutions of which a party is a certain or listed member; warn once.

    Without a date, the question is about the last day that the evidence on each covers.
    """
    code, days = id_of(party_id, party, on, facts), None
    if on is not None:
        when, days = parse_date_argument(on)
        warn_about_all(institutions, when, facts)
    return [each for each in institutions if _has_joined(code, each, days, facts)]


def _has_joined(code: str, institution: str, days: DayRanges | None, facts: Dataset) -> bool:
    here = timelines_of(facts, institution).evidence
    last = min(here.covered[1], here.life_of(code)[1])  # what has ended is asked on its last day
    days = days or ((last, last),)
    lines = timelines_on(facts, institution, days)
    grade = grade_of(lines.line(code).during(days), lines.belonging)
    return grade in (Grade.CERTAIN, Grade.LISTED)


def warn_about_all(institutions: Sequence[str], when: PartialDate, facts: Dataset) -> None:
    """Warn once where a date lies outside the evidence on institutions: on how many."""
    if len(institutions) == 1:
        warn_about(timelines_of(facts, institutions[0]), when, facts)
        return
    found = [timelines_of(facts, each).evidence for each in institutions]
    after = [(each.covered[1], each.institution) for each in found if _ends_before(each, when)]
    before = [
        (each.covered[0], each.institution) for each in found if _begins_after(each, when, facts)
    ]
    if after or before:
        day, name = min(after) if after else max(before)
        edge = f"{name} {'ends first' if after else 'begins last'}, on {date.fromordinal(day)}"
        number = len({each for _, each in after + before})
        known = f"{count(number, 'institution')} ({edge})"
        warn_of_coverage(when, known, before=not after)


def _ends_before(here: Evidence, when: PartialDate) -> bool:
    """Return whether an institution may exist on a day of a date after its evidence."""
    return here.covered[1] < when.last_ordinal and when.first_ordinal <= here.ends[1]


def _begins_after(here: Evidence, when: PartialDate, facts: Dataset) -> bool:
    """Return whether an institution may have existed on a day of a date before its evidence."""
    first, founded = here.covered[0], here.exists_from
    if when.first_ordinal >= first:
        return False
    if here.institution in facts.register_ids:
        from migrationgov.timelines.register_evidence import founded_of  # noqa: PLC0415 -- rare

        known = founded_of(facts, here.institution)
        founded = BEFORE_ALL if known is None else known.first_ordinal
    return founded <= min(when.last_ordinal, first - 1)


def warn_after_evidence(when: PartialDate, processes: Iterable[str], facts: Dataset) -> None:
    """Warn once, about the given process whose evidence ends first, or about all processes."""
    asked = [facts.process(each) for each in sorted(set(processes))]
    if asked:
        first = min(asked, key=lambda each: each.covered_until.last_ordinal)
        warn_outside_coverage(when, f"the {first.name}", None, first.covered_until)
    elif facts.processes:
        ends = (each.covered_until for each in facts.processes)
        warn_outside_coverage(
            when, "any process", None, max(ends, key=lambda end: end.last_ordinal)
        )
