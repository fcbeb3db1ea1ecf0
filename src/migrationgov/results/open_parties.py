"""Warnings where parties of two joined lists may be on them, too, or may not be new."""

from __future__ import annotations

import warnings
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from migrationgov.errors import CoverageWarning
from migrationgov.lookup.day_ranges import caller_stack_level
from migrationgov.words import count

if TYPE_CHECKING:
    from migrationgov.results.member_list import MemberList
    from migrationgov.results.party_lists import PartyList

#: A message names so many parties.
_MOST = 5


def warn_of_difference(found: Sequence[str], left: PartyList[Any], right: PartyList[Any]) -> None:
    """Warn that parties of a difference may be on the second list, or that it leaves some out."""
    said: list[str] = []
    met = [each for each in found if right.may_have(each)]
    if met:
        said.append(
            f"{len(met)} of the {count(len(found), 'party')} in the difference may be on the"
            f" second list ({_list(right)}), too: {_some(met)}"
        )
    met = [each for each in left.possible_codes() if each not in right.codes]
    if met:
        said.append(
            f"the difference leaves out {count(len(met), 'party')} only possible on the first list"
            f" ({_list(left)}): {_some(met)}"
        )
    _warn(said, left, right)


def warn_of_intersection(left: PartyList[Any], right: PartyList[Any]) -> None:
    """Warn that an intersection leaves out parties only possible on a list, or on both."""
    first, second = left.possible_codes(), right.possible_codes()
    met = {*first}.intersection((*right.codes, *second)) | {*second}.intersection(left.codes)
    if met:
        of = " and ".join(_list(each) for each in (left, right) if each.possible_codes())
        number = count(len(met), "party")
        said = f"the intersection leaves out {number} only possible ({of}): {_some(met)}"
        _warn([said], left, right)


def warn_of_left_out(left: Collection[str], lists: Sequence[MemberList[Any]]) -> None:
    """Warn that a catalogue leaves out parties only possible on the lists that filter it."""
    if left:
        wide = any(each.on.day is None for each in lists)
        warnings.warn(
            f"the catalogue leaves out {count(len(left), 'party')} only possible: {_some(left)}."
            f" {'Ask for a day, or see' if wide else 'See'} {' and '.join(map(_possible, lists))}",
            CoverageWarning,
            stacklevel=caller_stack_level(),
        )


def _possible(of: MemberList[Any]) -> str:
    query = "observers_on" if of.status == "observer" else "members_on"
    return f"{query}({str(of.on)!r}, {of.institution!r}).possible"


def _warn(said: Sequence[str], *lists: PartyList[Any]) -> None:
    if said:
        wide = any(on.day is None for on in (getattr(each, "on", None) for each in lists) if on)
        warnings.warn(
            f"{'; '.join(said)}. See `possible` of the lists; {'ask for a day, or ' * wide}"
            "transitions(between=...) has the dated steps",
            CoverageWarning,
            stacklevel=caller_stack_level(),
        )


def _list(of: Any) -> str:
    return f"{of.status}, {of.institution}, {of.on}"


def _some(codes: Collection[str]) -> str:
    shown = ", ".join(sorted(codes)[:_MOST])
    return f"{shown} and {len(codes) - _MOST} more" if len(codes) > _MOST else shown
