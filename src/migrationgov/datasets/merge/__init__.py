"""The function `merge`; `datasets/merge/records.py` merges the records."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from attrs import evolve

import migrationgov as mg
from migrationgov.datasets.merge.conflicts import Conflicts, ConflictsInFile
from migrationgov.datasets.merge.records import later, merge_lists, merge_records
from migrationgov.datasets.merge.transitions import merge_transitions
from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import MergeConflictError, WrongTypeError, check_word, short_repr
from migrationgov.model.dataset import Dataset
from migrationgov.model.dataset_files import dataset_of, file_name, parts_of
from migrationgov.model.legal_transitions import rules_of
from migrationgov.model.manifest import Manifest
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.model.register_file import RegisterFile
from migrationgov.validation import RULES, check
from migrationgov.validation.references import UNUSED
from migrationgov.vocabularies import RegisterKind, Scope, Status

_WITH = ", with "


def merge(
    first: Dataset, second: Dataset, *, on_conflict: mg.typing.OnConflict = "error"
) -> Dataset:
    """
    Return a dataset with the facts of two datasets, which stay unchanged.

    A fact in both datasets has the citations of both. Of two dates of a transition the more exact
    date is used; the citations of the other date then state it. Where the first dataset leaves a
    value open, the value of the second is used. New records get their place in the order of their
    list. Registers stay as complete as they are in the first dataset; they cover more days only if
    the second has a complete register of the days before or after.

    Args:
        first: The dataset whose values are kept.
        second: The dataset to add, as `load` and `loads` give it.
        on_conflict: What happens to two values of one fact that contradict each other: "error"
            refuses the merge; "disagreement" keeps the value of the first dataset and records
            both. A contradiction about a state, an organization, a treaty, a resolution or a
            source is always an error, and so are registers of two kinds.

    Raises:
        MergeConflictError: If values contradict each other, or the merged dataset breaks a rule;
            the message names each problem, with its file.
        UnknownTermError: If *on_conflict* is another word.
        WrongTypeError: If an argument is not a dataset.

    >>> import migrationgov as mg
    >>> merge(mg.dataset(), mg.dataset()) == mg.dataset()
    True
    """
    for each in (first, second):
        if not isinstance(each, Dataset):
            raise WrongTypeError(f"give a Dataset, not {short_repr(each)}")
    check_word("on_conflict", on_conflict, ("error", "disagreement"))
    conflicts = Conflicts(second.manifest.name, record=on_conflict == "disagreement")
    merged = dataset_of(_merged_parts(first, second, conflicts))
    broken = [(each.place, each.message) for each in check(merged, RULES)]
    if conflicts.problems:  # the sources of refused values are not used
        broken = [each for each in broken if each[1] != UNUSED]
    if problems := [*conflicts.problems, *broken]:
        raise MergeConflictError.of(problems)
    return merged


def _merged_parts(first: Dataset, second: Dataset, conflicts: Conflicts) -> dict[str, Any]:
    parts, added = parts_of(first), parts_of(second)
    for name, content in added.items():
        known = parts.get(name)
        parts[name] = content if known is None else merge_parts(known, content, name, conflicts)
    return parts


@singledispatch
def merge_parts(first: Any, second: Any, name: str, conflicts: Conflicts) -> Any:
    """Return one part for two parts of one name, with conflicts as disagreements."""
    merged = merge_records(first, second, ConflictsInFile(conflicts, file_name(name), first))
    return _with_disagreements(merged, conflicts)


def _with_disagreements(content: Any, conflicts: Conflicts) -> Any:
    found = conflicts.taken()
    if not found:
        return content
    # A recorded disagreement also gets the claims of the merge, as other facts do.
    listed = merge_lists(content.disagreements, found, ConflictsInFile(conflicts, "", content))
    return evolve(content, disagreements=listed)


@merge_parts.register(tuple)
def _(
    first: tuple[Any, ...], second: tuple[Any, ...], name: str, conflicts: Conflicts
) -> tuple[Any, ...]:
    return merge_lists(first, second, ConflictsInFile(conflicts, file_name(name)), "id")


@merge_parts.register
def _(first: Manifest, second: Manifest, _name: str, _conflicts: Conflicts) -> Manifest:
    known = (first.name, *first.name.split(_WITH))
    name = first.name if second.name in known else first.name + _WITH + second.name
    return evolve(first, name=name, as_of=later(first.as_of, second.as_of) or first.as_of)


@merge_parts.register
def _(
    first: ConsultativeProcess, second: ConsultativeProcess, name: str, conflicts: Conflicts
) -> ConsultativeProcess:
    place, both = file_name(name), (first.transitions, second.transitions)
    before = _any_status(RegisterKind.MEMBERSHIP)  # its first entry may not be on record
    transitions = merge_transitions(*both, place, conflicts, before)
    heads = evolve(first, transitions=()), evolve(second, transitions=())
    lists = merge_records(*heads, ConflictsInFile(conflicts, place, first))
    kept: ConsultativeProcess = _with_disagreements(
        evolve(lists, transitions=transitions), conflicts
    )
    return kept


@merge_parts.register
def _(first: RegisterFile, second: RegisterFile, name: str, conflicts: Conflicts) -> RegisterFile:
    place = file_name(name)
    if first.kind is not second.kind:
        kinds = f"{first.kind} here and {second.kind} in {conflicts.other}"
        conflicts.refuse(place, f"kind is {kinds}; an institution has registers of one kind")
        return first
    before = (Status.NONE,) if first.complete_for is Scope.ALL else _any_status(first.kind)
    both = first.transitions, second.transitions
    transitions = merge_transitions(*both, place, conflicts, before, first.kind)
    start, end = _covered(first, second)
    second = evolve(
        second,
        transitions=(),
        covered_from=first.covered_from,
        covered_until=first.covered_until,
        observers_known_from=first.observers_known_from,
        complete_for=first.complete_for,
        complete_until=first.complete_until,
    )
    lists = merge_records(
        evolve(first, transitions=()), second, ConflictsInFile(conflicts, place, first)
    )
    merged = evolve(lists, transitions=transitions, covered_from=start, covered_until=end)
    kept: RegisterFile = _with_disagreements(merged, conflicts)
    return kept


def _any_status(kind: RegisterKind) -> tuple[Status, ...]:
    return tuple(rules_of(kind).legal)


def _covered(first: RegisterFile, second: RegisterFile) -> tuple[PartialDate, PartialDate]:
    """
    Return the first and the last day on which a missing record means that nothing happened.

    A register of single facts says nothing of other parties. A complete register leaves a gap if
    its days do not join those of the first. Neither of them covers more days.
    """
    start, end = first.covered_from, first.covered_until
    joins = (
        second.covered_from.first_ordinal <= end.last_ordinal + 1
        and start.first_ordinal <= second.covered_until.last_ordinal + 1
    )
    if second.complete_for is not Scope.ALL or not joins:
        return start, end
    return (
        min(start, second.covered_from, key=lambda each: each.first_ordinal),
        max(end, second.covered_until, key=lambda each: each.last_ordinal),
    )
