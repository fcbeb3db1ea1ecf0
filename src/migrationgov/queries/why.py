"""Why: the records that count for one party on a date, and the rule that decides."""

from __future__ import annotations

import migrationgov as mg
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import party_id
from migrationgov.lookup.swapped_arguments import id_of
from migrationgov.queries.questions import timelines_named
from migrationgov.queries.statuses import status_on
from migrationgov.results.explanation import Explanation, Reason
from migrationgov.results.record_list import RecordList
from migrationgov.timelines.counting import CountingRecord, counting_records
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.timelines.records import record_of
from migrationgov.timelines.rules import EITHER, NO, YES
from migrationgov.timelines.treaty_evidence import as_date, follows_from_clause

_IOM = "IOM"
_WORDS = {YES: "", NO: "not ", EITHER: "perhaps "}


def why(
    party: mg.typing.PartyLike,
    on: mg.typing.DateLike,
    institution: mg.typing.InstitutionLike = _IOM,
    *,
    by: mg.typing.ClockLike | None = None,
    dataset: mg.Dataset | None = None,
) -> Explanation:
    """
    Explain the status of a party on a date: what each record says, and which one decides.

    The records that count are the last complete list or transition on or before the date, the
    first one after it, and the partial lists between these two.

    Args:
        party: Code, name or record of a state or organization.
        on: As for `members_on`.
        institution: As for `members_on`.
        by: As for `members_on`.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        An `Explanation`: the answer of `status_on`, its reason in words, and a `Reason` for each
        record that counts, by date, with its sources.

    Raises:
        UnknownStateError: If there is no such state; otherwise as for `members_on`.

    Warns:
        CoverageWarning: As for `members_on`.
        UnmatchedWarning: As for `is_member`.

    >>> for reason in why("Turkmenistan", "2024", "Almaty Process").reasons[-2:]:
    ...     print(reason)
    list of 2024~: not member
    list of 2024~: observer; the best reading rests on it
    """
    facts = resolve_dataset(dataset)
    code = id_of(party_id, party, on, facts)
    status = status_on(code, on, institution, by=by, dataset=facts)
    lines = timelines_named(institution, facts, by, on)
    decides = lines.line(code).during(status.days)[-1].by if status.listed else None
    reasons = [
        Reason(
            record=record_of(facts, status.institution, code, each.key),
            says=_in_words(each) + _by_clause(each, lines, code, facts),
            later=each.later,
            decides=each.key == decides,
            dataset=facts,
        )
        for each in counting_records(lines, code, lines.belonging, status.days)
    ]
    return Explanation(status=status, reasons=RecordList(reasons, Reason))


def _by_clause(
    each: CountingRecord, lines: InstitutionTimelines, party: str, facts: mg.Dataset
) -> str:
    """Return from when an act is in effect, where that follows from a final clause; else ""."""
    kind, place = each.key
    step = lines.evidence.steps[party][place] if kind == "step" else None
    if step is None or not follows_from_clause(step):
        return ""
    clause = facts.treaty(lines.evidence.institution).final_clause
    rule = f", by {clause.article or 'the final clause'}" if clause else ""
    return f" from {as_date(step.date)} on{rule}"


def _in_words(each: CountingRecord) -> str:
    """Return what a record says of the statuses, in words."""
    said = {status: said for status, said in each.says.items() if said}
    yes = [status for status, bits in said.items() if bits == YES]
    if yes:
        return yes[0]
    if not said and each.key[0] == "step":
        return "changes no status"
    if not said:
        return f"renews {each.lists}" if each.lists else "counts more parties than it names"
    return ", ".join(f"{_WORDS[bits]}{status}" for status, bits in said.items())
