"""The function `merge`; `datasets/merge/records.py` merges the records."""

from __future__ import annotations

import re
from functools import singledispatch
from typing import Any

from attrs import evolve

import migrationgov as mg
from migrationgov.datasets.merge.conflicts import Conflicts, ConflictsInFile, differing
from migrationgov.datasets.merge.coverage import coverage
from migrationgov.datasets.merge.records import merge_lists, merge_records, with_records
from migrationgov.datasets.merge.store import MergedStore
from migrationgov.datasets.merge.transitions import Rules, merge_transitions
from migrationgov.datasets.source_filter.union import union_of_filtered
from migrationgov.dates.partial_date import later
from migrationgov.errors import MergeConflictError, WrongTypeError, check_word, short_repr
from migrationgov.model.dataset import Dataset
from migrationgov.model.dataset_files import dataset_of, file_name, parts_of
from migrationgov.model.field_metadata import key_of, list_orders
from migrationgov.model.legal_transitions import rules_of
from migrationgov.model.manifest import Manifest
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.model.register_file import RegisterFile
from migrationgov.validation import RULES, Problem, check
from migrationgov.validation.references import UNUSED
from migrationgov.vocabularies import RegisterKind, Scope, Status

#: What stands between the names of merged datasets, between their licences (as in an expression of
#: SPDX), and between their notes.
_WITH = ", with "
_AND = " AND "
_BREAK = "\n"
_NUMBER = re.compile(r"\[\d+\]")


def merge(
    first: Dataset, second: Dataset, *, on_conflict: mg.typing.OnConflict = "error"
) -> Dataset:
    """
    Return a dataset with the facts of two datasets, which stay unchanged.

    `merge(a, b)` equals `merge(b, a)`. A fact in both datasets has the citations of both. Of two
    dates of a transition that agree the more exact date is used, except where a disagreement on
    record prefers the other, and the citations of the other state the other. Where one record
    leaves a value open, the value of the other is used. Of two values that contradict each other
    a stated value is used before a derived value, then the value with the smaller source id. New
    records get their place in the order of their list. How complete a register is, on which days,
    and when it was checked is taken from one of the two:
    from that which gives a status to more parties (a party with transitions counts twice), then
    with more records, then with more days. Lists alone never make transitions complete. So a few
    facts make nothing certain about other parties and days; they may be later than the last day
    that the register covers.

    Datasets that `restricted_to` and `as_known_on` have made of one dataset merge to the facts of
    the sources of both, as known on the later day: two halves make the whole. A half that was
    written to a file does not know its whole. Then what needs sources of both halves does not come
    back: conclusions, disagreements, the end of a term, the votes on a resolution, and how
    complete a register is. A merge with a filtered dataset is never more certain than with the
    full dataset.

    Args:
        first: A dataset, as `load` and `loads` give it.
        second: The other dataset.
        on_conflict: What happens to two values of one fact that contradict each other: "error"
            refuses the merge; "disagreement" uses one by the rule above and records both, with the
            reason. A contradiction about a state, an organization, a treaty, a resolution or a
            source is always an error, and so are one between names without a source and registers
            of two kinds.

    Raises:
        MergeConflictError: If values contradict each other, or the merged dataset breaks a rule;
            the message names each problem, with its file and the sources.
        UnknownTermError: If *on_conflict* is another word.
        WrongTypeError: If an argument is not a dataset.

    >>> import migrationgov as mg
    >>> press = mg.restricted_to(mg.dataset(), kinds=["press"])
    >>> others = {"official-document", "official-page", "secondary", "dataset"}
    >>> rest = mg.restricted_to(mg.dataset(), kinds=others)
    >>> mg.is_member("KAZ", "2002-12-02", dataset=press)
    <Answer.YES: 'yes'>
    >>> merge(press, rest) == mg.dataset()
    True
    """
    for each in (first, second):
        if not isinstance(each, Dataset):
            raise WrongTypeError(f"give a Dataset, not {short_repr(each)}")
    check_word("on_conflict", on_conflict, ("error", "disagreement"))
    union = union_of_filtered(first, second)
    if union is not None:
        return union
    whole = None
    if first.whole is not None or second.whole is not None:  # a filter hides facts
        whole = merge(first.whole or first, second.whole or second, on_conflict=on_conflict)
    conflicts = Conflicts(record=on_conflict == "disagreement")
    parts = _merged_parts(first, second, conflicts)
    merged = dataset_of(parts) if whole is None else Dataset(MergedStore(parts, whole))
    broken = _broken_rules(merged, first, second)
    if conflicts.problems:  # the sources of refused values are not used
        broken = [each for each in broken if each[1] != UNUSED]
    if problems := [*conflicts.problems, *broken]:
        raise MergeConflictError.of(problems)
    return merged


def _broken_rules(merged: Dataset, *datasets: Dataset) -> list[tuple[str, str]]:
    """
    Return the problems of a merged dataset, without those that a filtered dataset had before.

    It keeps sources that it does not cite any more, say; its whole keeps all rules.
    """
    known = {
        _without_numbers(each)
        for filtered in datasets
        if filtered.whole is not None
        for each in check(filtered, RULES)
    }
    found = (each for each in check(merged, RULES) if _without_numbers(each) not in known)
    return [(each.place, each.message) for each in found]


def _without_numbers(problem: Problem) -> str:
    return _NUMBER.sub("", str(problem))  # the place in a list, which changes in a merge


def _merged_parts(one: Dataset, other: Dataset, conflicts: Conflicts) -> dict[str, Any]:
    known, added = parts_of(one), parts_of(other)
    parts = dict(known)
    for name, content in added.items():
        its = known.get(name)
        parts[name] = content if its is None else merge_parts(its, content, name, conflicts)
    if parts not in (known, added):  # a release with other facts is none
        parts["manifest"] = evolve(parts["manifest"], release="")
    return parts


@singledispatch
def merge_parts(one: Any, other: Any, name: str, conflicts: Conflicts) -> Any:
    """Return one part for two parts of one name, with conflicts as disagreements."""
    merged = merge_records(one, other, ConflictsInFile(conflicts, file_name(name), one))
    return _with_disagreements(merged, conflicts)


def _with_disagreements(content: Any, conflicts: Conflicts) -> Any:
    found = conflicts.taken()
    if not found:
        return content
    new = {key_of(each) for each in found}
    known = tuple(  # which value is used has changed
        evolve(each, preferred=None) if key_of(each) in new else each
        for each in content.disagreements
    )
    order = list_orders(type(content)).get("disagreements", "")
    # A recorded disagreement also gets the claims of the merge, as other facts do.
    listed = with_records(known, found, ConflictsInFile(conflicts, "", content), order)
    return evolve(content, disagreements=listed)


@merge_parts.register(tuple)
def _(
    one: tuple[Any, ...], other: tuple[Any, ...], name: str, conflicts: Conflicts
) -> tuple[Any, ...]:
    return merge_lists(one, other, ConflictsInFile(conflicts, file_name(name)), "id")


@merge_parts.register
def _(one: Manifest, other: Manifest, _name: str, _conflicts: Conflicts) -> Manifest:
    releases = {(each.name, each.release) for each in (one, other)}
    return evolve(
        one,
        release=one.release if len(releases) == 1 else "",
        name=_each_once(_WITH, one.name, other.name),
        as_of=later(one.as_of, other.as_of),
        licence=_each_once(_AND, one.licence, other.licence),
        schema_version=max(one.schema_version, other.schema_version),
        note=_each_once(_BREAK, one.note, other.note),
    )


def _each_once(between: str, *texts: str) -> str:
    """Return the parts of several texts, sorted, each once; one text stays as it is."""
    if len(set(texts)) == 1:
        return texts[0]
    return between.join(sorted({part for text in texts for part in text.split(between) if part}))


@merge_parts.register
def _(
    one: ConsultativeProcess, other: ConsultativeProcess, name: str, conflicts: Conflicts
) -> ConsultativeProcess:
    place, both = file_name(name), (one.transitions, other.transitions)
    before = _any_status(RegisterKind.MEMBERSHIP)  # its first entry may not be on record
    heads = evolve(one, transitions=()), evolve(other, transitions=())
    lists = merge_records(*heads, ConflictsInFile(conflicts, place, one))
    rules = Rules(before, lists.disagreements)
    transitions = merge_transitions(*both, place, conflicts, rules)
    kept: ConsultativeProcess = _with_disagreements(
        evolve(lists, transitions=transitions), conflicts
    )
    return kept


@merge_parts.register
def _(one: RegisterFile, other: RegisterFile, name: str, conflicts: Conflicts) -> RegisterFile:
    place = file_name(name)
    if one.kind is not other.kind:
        first, second = sorted((one, other), key=lambda each: each.kind)
        kinds = differing("kind", [first.kind, second.kind])
        conflicts.refuse(place, f"{kinds}; an institution has registers of one kind")
        return first
    covered = coverage(one, other)
    before = (Status.NONE,) if covered["complete_for"] is Scope.ALL else _any_status(one.kind)
    both = one.transitions, other.transitions
    first, second = (evolve(each, transitions=(), **covered) for each in (one, other))
    lists = merge_records(first, second, ConflictsInFile(conflicts, place, one))
    rules = Rules(before, lists.disagreements, one.kind)
    transitions = merge_transitions(*both, place, conflicts, rules)
    kept: RegisterFile = _with_disagreements(evolve(lists, transitions=transitions), conflicts)
    return kept


def _any_status(kind: RegisterKind) -> tuple[Status, ...]:
    return tuple(rules_of(kind).legal)
