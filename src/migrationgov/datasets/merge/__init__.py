"""A dataset made of two: see `datasets/merge/records.py` for what happens to records."""

from __future__ import annotations

from functools import partial
from typing import Any

from attrs import evolve

import migrationgov as mg
from migrationgov.datasets.merge.records import Rivals, by_date, by_id, union
from migrationgov.datasets.merge.transitions import merge_transitions
from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import MergeConflictError, UnknownTermError, WrongTypeError, short_repr
from migrationgov.model.dataset import Dataset
from migrationgov.model.manifest import Manifest
from migrationgov.model.register import Register
from migrationgov.model.sources import Claim, Disagreement
from migrationgov.validation import RULES, check
from migrationgov.validation.references import UNUSED

_WITH = ", with "
_POLICIES = ("error", "disagreement")

#: The lists of a process and of a history, with the order they stand in.
_BY_DATE = frozenset(
    {"milestones", "statuses", "participant_lists", "terms", "meetings", "sessions"}
)


def merge(
    first: Dataset, second: Dataset, *, on_conflict: mg.typing.OnConflict = "error"
) -> Dataset:
    """
    Return a dataset that holds the facts of two; neither of the two is changed.

    A fact told by both gains the sources of the other. A less exact date of the same step is
    kept as what its source gives; a more exact one is used, and the old one kept that way.
    What is left open here is taken from there. What is new is added at its place. Registers
    stay as complete as they are here, and cover more days only by a complete one that joins.

    Args:
        first: The dataset whose values are kept.
        second: The dataset to add, as `load` and `loads` give it.
        on_conflict: What becomes of a rival value for one fact: "error" refuses the merge;
            "disagreement" keeps the value of this dataset and records both. Who a state, an
            organization or a source is cannot be left open: that is an error either way.

    Raises:
        MergeConflictError: If values contradict each other, or a rule does not hold for the
            whole; every problem is named, with its file.
        UnknownTermError: If *on_conflict* is another word.
        WrongTypeError: If one of them is no dataset.
    """
    for each in (first, second):
        if not isinstance(each, Dataset):
            raise WrongTypeError(f"give a Dataset, not {short_repr(each)}")
    return Dataset.of(**merge_parts(first, second, on_conflict))


def merge_parts(ours: Any, theirs: Any, on_conflict: str) -> dict[str, Any]:
    """
    Return the parts of a dataset that holds both; see `merge`.

    Raises:
        MergeConflictError: With everything that stands against it: rival values that are not to
            be recorded, or cannot be, and rules that do not hold for the whole.
    """
    if on_conflict not in _POLICIES:
        raise UnknownTermError(
            f"{short_repr(on_conflict)} says nothing of conflicts; there are {', '.join(_POLICIES)}"
        )
    rivals = Rivals(theirs.manifest.name, record=on_conflict == "disagreement")
    parts = _merged(ours, theirs, rivals)
    broken = [(each.place, each.message) for each in check(Dataset.of(**parts), RULES)]
    if rivals.problems:  # what is refused leaves its source unused: a consequence, not a cause
        broken = [(place, said) for place, said in broken if said != UNUSED]
    problems = [*rivals.problems, *broken]
    if problems:
        raise MergeConflictError.of(problems)
    return parts


def _merged(ours: Any, theirs: Any, rivals: Rivals) -> dict[str, Any]:
    parts: dict[str, Any] = {
        name: union(
            getattr(ours, name),
            getattr(theirs, name),
            partial(_never, f"{name}.json", rivals),
            by_id,
        )
        for name in ("states", "organizations", "sources")
    }
    parts["registers"] = _each(ours.registers, theirs.registers, "institution", _register, rivals)
    parts["processes"] = _each(ours.processes, theirs.processes, "id", _process, rivals)
    parts["histories"] = _each(ours.histories, theirs.histories, "organization", _history, rivals)
    parts["counts"] = _each(ours.counts, theirs.counts, "organization", _counts, rivals)
    parts["manifest"] = _manifest(ours.manifest, theirs.manifest)
    return parts


def _manifest(ours: Manifest, theirs: Manifest) -> Manifest:
    known = ours.name.split(_WITH)
    name = ours.name if theirs.name in (ours.name, *known) else ours.name + _WITH + theirs.name
    return evolve(ours, name=name, as_of=_later(ours.as_of, theirs.as_of))


def _later(one: PartialDate, other: PartialDate) -> PartialDate:
    return one if one.last_ordinal >= other.last_ordinal else other


def _latest(*dates: PartialDate | None) -> PartialDate | None:
    """Return the latest of the dates that are given; None where none is."""
    given = [each for each in dates if each is not None]
    return max(given, key=lambda each: each.last_ordinal, default=None)


def _earlier(one: PartialDate, other: PartialDate) -> PartialDate:
    return one if one.first_ordinal <= other.first_ordinal else other


def _each(ours: Any, theirs: Any, key: str, merge: Any, rivals: Rivals) -> tuple[Any, ...]:
    made = {getattr(each, key): each for each in ours}
    for each in theirs:
        whose = getattr(each, key)
        made[whose] = merge(made[whose], each, rivals) if whose in made else each
    return tuple(made[whose] for whose in sorted(made))


def _never(place: str, rivals: Rivals, ours: Any, theirs: Any, field: str) -> None:
    """Who somebody is cannot be left open: two values are a problem, whatever is asked for."""
    mine, its = getattr(ours, field), getattr(theirs, field)
    said = f"{field} is {mine!s} here and {its!s} in {rivals.other}"
    rivals.impossible(f"{place} {getattr(ours, 'id', ours)}", said)


def _rival(place: str, whose: str, rivals: Rivals, ours: Any, theirs: Any, field: str) -> None:
    """Two values for one fact, each with its sources."""
    claims = (
        Claim(value=_told(getattr(each, field)), citations=each.citations)
        for each in (ours, theirs)
    )
    name = type(ours).__name__.lower()
    label = getattr(ours, "id", "") or getattr(ours, "participant", "")
    about = f"{field} of the {name} {label}".strip() if label != whose else field
    rivals.met(place, (whose, whose, about), *claims)


def _told(value: Any) -> str:
    return (str(value) if not isinstance(value, tuple) else ", ".join(map(str, value))) or "none"


def _with_disagreements(
    ours: tuple[Disagreement, ...], theirs: tuple[Disagreement, ...], found: list[Disagreement]
) -> tuple[Disagreement, ...]:
    return union(ours, (*theirs, *found), lambda *_: None)


def _register(ours: Register, theirs: Register, rivals: Rivals) -> Register:
    place = f"memberships/{ours.institution}.json"
    known = len(rivals.disagreements)
    steps = merge_transitions(ours.transitions, theirs.transitions, place, rivals)
    shown = union(ours.attestations, theirs.attestations, lambda *_: None, _by_subject)
    found = rivals.disagreements[known:]
    return Register.of(
        ours.institution,
        *_covered(ours, theirs),
        steps,
        shown,
        _with_disagreements(ours.disagreements, theirs.disagreements, found),
        observers_known_from=ours.observers_known_from,
        checked_on=_latest(ours.checked_on, theirs.checked_on),
        complete=ours.complete,
    )


def _covered(ours: Register, theirs: Register) -> tuple[PartialDate, PartialDate]:
    """
    Return the first and the last day on which the silence of both registers means something.

    Single facts about later days tell nothing of everybody else on these days, nor does a register
    of days that do not join ours.
    """
    first, last = ours.covered_from, ours.covered_until
    meet = (
        theirs.covered_from.first_ordinal <= last.last_ordinal + 1
        and first.first_ordinal <= theirs.covered_until.last_ordinal + 1
    )
    if not (theirs.complete and meet):
        return first, last
    return _earlier(first, theirs.covered_from), _later(last, theirs.covered_until)


def _by_subject(record: Any) -> tuple[bool, str, int]:
    return bool(record.organization), record.party, record.date.first_ordinal


def _lists(place: str, ours: Any, theirs: Any, rivals: Rivals, whose: str) -> dict[str, Any]:
    """Return the merged lists of a process or a history, and what both disagree on."""
    differ = partial(_rival, place, whose, rivals)
    known = len(rivals.disagreements)
    names = [name for name in _LISTS if hasattr(ours, name)]
    made: dict[str, Any] = {
        name: union(
            getattr(ours, name),
            getattr(theirs, name),
            differ,
            by_date if name in _BY_DATE else None,
        )
        for name in names
    }
    made["covered_until"] = _later(ours.covered_until, theirs.covered_until)
    made["checked_on"] = _latest(ours.checked_on, theirs.checked_on)
    found = rivals.disagreements[known:]
    made["disagreements"] = _with_disagreements(ours.disagreements, theirs.disagreements, found)
    return made


_LISTS = (
    "names", "milestones", "statuses", "participant_lists", "terms", "meetings", "tenures", "relations",
    "headquarters", "sessions", "field_offices", "presences", "strategy", "works",
)  # fmt: skip


def _process(ours: Any, theirs: Any, rivals: Rivals) -> Any:
    place = f"processes/{ours.id}.json"
    lists = _lists(place, ours, theirs, rivals, ours.id)
    known = len(rivals.disagreements)
    for field in ("name", "kind", "region"):
        mine, its = getattr(ours, field), getattr(theirs, field)
        if mine and its and mine != its:
            _rival(place, ours.id, rivals, ours, theirs, field)
    lists["disagreements"] += tuple(rivals.disagreements[known:])
    for side in ("predecessors", "successors"):
        lists[side] = tuple(dict.fromkeys((*getattr(ours, side), *getattr(theirs, side))))
    cited = tuple(dict.fromkeys((*ours.citations, *theirs.citations)))
    return evolve(ours, citations=cited, **lists)


def _history(ours: Any, theirs: Any, rivals: Rivals) -> Any:
    place = f"histories/{ours.organization}.json"
    return evolve(ours, **_lists(place, ours, theirs, rivals, ours.organization))


def _counts(ours: Any, theirs: Any, _: Rivals) -> Any:
    return evolve(ours, counts=union(ours.counts, theirs.counts, lambda *_: None, by_date))
