"""The timelines of an institution of a dataset, made once."""

from __future__ import annotations

from migrationgov.dates.partial_date import BEFORE_ALL
from migrationgov.model.legal_transitions import MEMBERSHIP
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.timelines.register_evidence import evidence_of_register, founded_of
from migrationgov.vocabularies import Clock, RegisterKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from migrationgov.model.dataset import Dataset
    from migrationgov.timelines.stretches import DayRanges


def timelines_of(facts: Dataset, institution: str, clock: str = "") -> InstitutionTimelines:
    """
    Return the timelines of an institution by its id; of a treaty by a clock, by default by effect.

    Each dataset makes them once. A filtered dataset is never more certain than the whole.
    """
    key = "timelines", institution, clock
    known: InstitutionTimelines | None = facts.made(key)
    if known is not None:
        return known
    return facts.derived(key, lambda _: _timelines(facts, institution, clock))


def timelines_on(
    facts: Dataset, institution: str, ranges: DayRanges, clock: str = ""
) -> InstitutionTimelines:
    """Return the timelines for some days, which may lie before a register begins."""
    made = timelines_of(facts, institution, clock)
    if all(first >= made.evidence.exists_from for first, _ in ranges):
        return made
    return timelines_since_founding(facts, institution, clock)


def _timelines(facts: Dataset, institution: str, clock: str) -> InstitutionTimelines:
    whole = None if facts.whole is None else timelines_of(facts.whole, institution, clock)
    if institution in facts.register_ids:
        if facts.register(institution).kind == RegisterKind.TREATY:
            from migrationgov.timelines.treaty_evidence import (  # noqa: PLC0415 -- not for IOM
                evidence_of_treaty,
            )

            evidence = evidence_of_treaty(facts, institution, clock or Clock.EFFECT)
            return InstitutionTimelines(evidence, whole)
        return InstitutionTimelines(evidence_of_register(facts, institution), whole)
    from migrationgov.timelines.process_evidence import (  # noqa: PLC0415 -- not for IOM
        evidence_of_process,
    )

    return InstitutionTimelines(evidence_of_process(facts, institution), whole)


def timelines_since_founding(
    facts: Dataset, institution: str, clock: str = ""
) -> InstitutionTimelines:
    """
    Return the timelines of an institution, for days before its register begins, too.

    Reading the founding of an organization takes longer than most questions, and days that a
    register covers do not need it. The register of a treaty begins with the treaty.
    """
    made = timelines_of(facts, institution, clock)
    here = made.evidence
    if not here.register or here.rules is not MEMBERSHIP:
        return made
    founded = founded_of(facts, institution)
    exists_from = BEFORE_ALL if founded is None else founded.first_ordinal
    if exists_from >= here.exists_from:
        return made
    whole = None if facts.whole is None else timelines_since_founding(facts.whole, institution)
    return facts.derived(
        ("timelines since founding", institution),
        lambda _: InstitutionTimelines(here.since_founding(exists_from), whole),
    )
