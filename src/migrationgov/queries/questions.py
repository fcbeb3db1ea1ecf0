"""What every question about an institution on a date starts with: its timelines and the days."""

from __future__ import annotations

from migrationgov.errors import UnknownTermError
from migrationgov.lookup.day_ranges import DayRange, parse_date_argument, warn_outside_coverage
from migrationgov.lookup.name_resolution import institution_id
from migrationgov.model.legal_transitions import MEMBERSHIP
from migrationgov.timelines.gather import timelines_of, timelines_on
from migrationgov.vocabularies import Clock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrationgov.dates.partial_date import PartialDate
    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.processes import ConsultativeProcess
    from migrationgov.model.treaties import Treaty
    from migrationgov.timelines.institution import InstitutionTimelines


def timelines_named(
    institution: str | Organization | ConsultativeProcess | Treaty,
    facts: Dataset,
    by: str | None = None,
) -> InstitutionTimelines:
    """Return the timelines of an institution in any accepted form; of a treaty by a clock."""
    if by is not None:
        return _by_clock(institution_id(institution, facts), by, facts)
    if type(institution) is str:  # each name is resolved once
        known: InstitutionTimelines | None = facts.made(("timelines named", institution))
        if known is not None:
            return known
    found = timelines_of(facts, institution_id(institution, facts))
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
    lines = timelines_named(institution, facts, by)
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
