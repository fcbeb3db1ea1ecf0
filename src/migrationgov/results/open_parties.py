"""Warnings where parties of two joined lists may be on them, too, or may not be new."""

from __future__ import annotations

import warnings
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from migrationgov.errors import CoverageWarning
from migrationgov.lookup.day_ranges import caller_stack_level
from migrationgov.timelines.gather import timelines_of
from migrationgov.words import count

if TYPE_CHECKING:
    from migrationgov.model.dataset import Dataset
    from migrationgov.results.member_list import MemberList
    from migrationgov.results.party_lists import PartyList

    #: A list, and parties that may be on it.
    Doubt = tuple[PartyList[Any], Sequence[str]]

#: A message names so many parties.
_MOST = 5
_SILENT = "no record says anything"


def warn_of_difference(found: Sequence[str], left: PartyList[Any], right: PartyList[Any]) -> None:
    """Warn that parties of a difference may be on the second list, or that it leaves some out."""
    if _is_same(left, right):
        return
    said: list[str] = []
    met = [each for each in found if right.may_have(each)]
    named, silent = _by_record(met, right)
    of = f"of the {_count(found, left.dataset)} in the difference"
    second = f"on the second list ({', '.join(_labels(right))})" if met else ""
    if named:
        said.append(f"{len(named)} {of} may be {second}, too: {_some(named)}{_others(silent)}")
    elif silent:
        said.append(f"of {len(silent)} {of} {_SILENT}: they may be {second}, too")
    left_out = [each for each in left.possible_codes() if each not in right.codes]
    if left_out:
        said.append(
            f"the difference leaves out {_count(left_out, left.dataset)} only possible on the"
            f" first list ({', '.join(_labels(left))}): {_some(left_out)}"
        )
    _warn(said, (right, met), (left, left_out))


def warn_of_intersection(left: PartyList[Any], right: PartyList[Any]) -> None:
    """Warn that an intersection leaves out parties only possible on a list, or on both."""
    if _is_same(left, right):
        return
    doubts = (left, _open_on(left, right)), (right, _open_on(right, left))
    split = [_by_record(codes, of) for of, codes in doubts]
    named, silent = ({each for part in side for each in part} for side in zip(*split, strict=True))
    start = "the intersection leaves out"
    of = f"({' and '.join(_labels(*(each for each, codes in doubts if codes)))})"
    said: list[str] = []
    if named:
        number = _count(named, left.dataset)
        said.append(f"{start} {number} only possible {of}: {_some(named)}{_others(silent)}")
    elif silent:
        said.append(f"{start} {_count(silent, left.dataset)} of which {_SILENT} {of}")
    _warn(said, *doubts)


def warn_of_left_out(left: Collection[str], lists: Sequence[MemberList[Any]]) -> None:
    """Warn that a catalogue leaves out parties only possible on the lists that filter it."""
    if left:
        wide = any(each.on.day is None for each in lists)
        warnings.warn(
            f"the catalogue leaves out {_count(left, lists[0].dataset)} only possible:"
            f" {_some(left)}."
            f" {'Ask for a day, or see' if wide else 'See'} {' and '.join(map(_possible, lists))}",
            CoverageWarning,
            stacklevel=caller_stack_level(),
        )


def _possible(of: MemberList[Any]) -> str:
    query = "observers_on" if of.status == "observer" else "members_on"
    return f"{query}({str(of.on)!r}, {of.institution!r}).possible"


def _is_same(left: PartyList[Any], right: PartyList[Any]) -> bool:
    """Return whether two lists answer one question: what one leaves open is alike in both."""
    return left.dataset is right.dataset and left == right


def _open_on(here: PartyList[Any], there: PartyList[Any]) -> list[str]:
    """Return the parties that may be on a list, of those that are, or may be, on another."""
    others = {*there.codes, *there.possible_codes()}.difference(here.codes)
    return sorted(each for each in others if here.may_have(each))


def _by_record(codes: Iterable[str], of: PartyList[Any]) -> tuple[list[str], list[str]]:
    """Return which of the parties that may be on a list a record names in it, and the others."""
    named, silent = list[str](), list[str]()
    for each in codes:
        (named if each in of.possible_codes() else silent).append(each)
    return named, silent


def _others(silent: Collection[str]) -> str:
    return f"; of {count(len(silent), 'other')} {_SILENT}" if silent else ""


def _warn(said: Sequence[str], *doubts: Doubt) -> None:
    if said:
        warnings.warn(
            f"{'; '.join(said)}. {_advice([each for each in doubts if each[1]])}",
            CoverageWarning,
            stacklevel=caller_stack_level(),
        )


def _advice(doubts: Sequence[tuple[Any, Sequence[str]]]) -> str:
    """Return what to ask: the dated steps where an open party has some; else what decides."""
    open_ones = [(of, each) for of, codes in doubts for each in codes]
    named = [(of, each) for of, each in open_ones if each in of.possible_codes()]
    if any(each in timelines_of(of.dataset, of.institution).evidence.steps for of, each in named):
        days = "ask for a day, or " * any(of.on.day is None for of, _ in named)
        return f"See `possible` of the lists; {days}transitions(between=...) has the dated steps"
    of, party = (named or open_ones)[0]
    lists = "`possible` of the lists, and " * bool(named)
    return f"See {lists}why({party!r}, {str(of.on)!r}, {of.institution!r})"


def _labels(*lists: Any) -> list[str]:
    """Return what lists answer, each once."""
    return list(dict.fromkeys(f"{of.status}, {of.institution}, {of.on}" for of in lists))


def _count(codes: Collection[str], facts: Dataset) -> str:
    return count(len(codes), "state" if all(map(facts.has_state, codes)) else "party")


def _some(codes: Collection[str]) -> str:
    shown = ", ".join(sorted(codes)[:_MOST])
    return f"{shown} and {len(codes) - _MOST} more" if len(codes) > _MOST else shown
