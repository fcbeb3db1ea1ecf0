"""The rules by which facts were concluded that no source gives, and how many facts by each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from migrationgov.dates.partial_date import PartialDate
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.model.field_metadata import date_of
from migrationgov.model.participant_lists import RoleList
from migrationgov.model.published_counts import CountClaim
from migrationgov.model.treaties import FinalClause
from migrationgov.results.evidence_quality import RuleCount
from migrationgov.results.record_list import RecordList
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.treaty_evidence import follows_from_clause
from migrationgov.validation.items import records_by_table
from migrationgov.vocabularies import Basis

#: What each rule means, in the order of the answer.
_MEANINGS = {
    "between two dates": "It happened on a day between two that sources give, such as the last"
    " list without a party and the first with it.",
    "by a date": "It had happened by a day on which a source shows it; no source says since when.",
    "after a date": "It happened on a day that a source gives, or later; no source says when.",
    "date of another event": "Its date is that of an event which sources date, or is counted from"
    " one: a founding, an entry into force, a term of notice.",
    "doubted reading": "Sources suggest it and do not settle it; its date is doubted or a span.",
    "number worked out": "The number is counted from names, or follows from other numbers.",
    "clause worked out": "The article was not read: what it says follows from its effects.",
    "group written out": "The source names a group; its members on the date, by its own register,"
    " stand for it.",
    "effect by final clause": "A treaty binds a party from the day that follows from its deposit"
    " by the final clause; no source gives that day.",
}


def data_rules(*, dataset: Dataset | None = None) -> RecordList[RuleCount]:
    """
    List the rules by which facts were concluded that no source gives, with the numbers of facts.

    These are the facts with the basis "derived", the lists in which a group is written out, and
    the effects of treaties that follow from a final clause. How evidence is carried from one day
    to another is no rule of the data: see "Concepts" in the documentation.

    Args:
        dataset: The facts to ask; the active dataset by default.

    Returns:
        `RuleCount` records, one for each rule and table: rules in a fixed order, then tables by
        name.

    >>> [str(each) for each in data_rules() if each.rule == "by a date"]
    ['by a date: 28 transitions']
    """
    facts = resolve_dataset(dataset)
    counted = Counter((*_derived(facts), *_effects(facts)))
    found = (
        RuleCount(rule=rule, meaning=meaning, table=table, facts=counted[rule, table])
        for rule, meaning in _MEANINGS.items()
        for table in sorted(table for name, table in counted if name == rule)
    )
    return RecordList(found, RuleCount, facts)


def _derived(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Yield rule and table of each record that was concluded."""
    for table, record in records_by_table(facts):
        rule = rule_of(record)
        if rule:
            yield rule, table


def rule_of(record: Any) -> str:
    """Return the rule by which a record was concluded; "" if sources give it."""
    if isinstance(record, RoleList):
        return "group written out" if record.groups else ""
    if getattr(record, "basis", Basis.STATED) is Basis.STATED:
        return ""
    if isinstance(record, CountClaim):
        return "number worked out"
    if isinstance(record, FinalClause):
        return "clause worked out"
    return _by_form(_concluded(record))


def _concluded(record: Any) -> PartialDate | None:
    """Return the date that was concluded: of two ends the first that is a range of days."""
    ends = (date_of(record), getattr(record, "start", None), getattr(record, "end", None))
    dates = [each for each in ends if each is not None]
    return next((each for each in dates if each.text.startswith("[")), next(iter(dates), None))


def _by_form(date: PartialDate | None) -> str:
    if date is None or not date.text.startswith("["):
        doubted = date is None or any(sign in date.text for sign in "?~%/")
        return "doubted reading" if doubted else "date of another event"
    if date.earliest is None:
        return "by a date"
    return "after a date" if date.latest is None else "between two dates"


def _effects(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Yield rule and table of each act whose effect follows from a final clause."""
    clauses: set[str] = {each.id for each in facts.treaties if each.final_clause is not None}
    for treaty in (each for each in facts.register_ids if each in clauses):
        steps = timelines_of(facts, treaty).evidence.steps.values()
        for step in (each for its in steps for each in its):
            if follows_from_clause(step):
                yield "effect by final clause", "transitions"
