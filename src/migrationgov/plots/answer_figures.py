"""The figure of an answer: which figure there is of which kind of answer, for `plot`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from migrationgov.errors import WrongTypeError
from migrationgov.model.processes import Term
from migrationgov.model.spells import Spell
from migrationgov.model.transitions import Transition
from migrationgov.plots.institution_timelines import institution_timeline
from migrationgov.plots.member_growth import growth
from migrationgov.plots.process_rosters import process_roster
from migrationgov.plots.signatures import Axes
from migrationgov.plots.state_timelines import state_timeline
from migrationgov.plots.world_maps import world_map
from migrationgov.queries.published_counts import Reconciliation
from migrationgov.record import shorten
from migrationgov.results.explanation import Explanation
from migrationgov.results.member_list import MemberList
from migrationgov.results.participation import Participation
from migrationgov.results.record_list import RecordList
from migrationgov.results.roster import Roster
from migrationgov.results.status_on import StatusOn
from migrationgov.vocabularies import Status

_WITH_FIGURE = (
    "a list of members, observers, parties or signatories has a map (of parties: by effect), a"
    " roster has the lists of its process; a status, its explanation, and the spells or"
    " participations of one party have a timeline, as have the spells, transitions or terms of one"
    " institution; compared numbers have the growth. migrationgov.plots has all figures"
)
_NO_PART = (
    "the map has all states of an institution: give a member list of states, without region=, or"
    " filter the rows of migrationgov.plots.world_map_table for a map of your own"
)
_LONGEST = 60  # signs of an answer in a message
_ON_A_MAP = (Status.MEMBER, Status.OBSERVER, Status.PARTY, Status.SIGNATORY)


def answer_figure(answer: Any, **options: Any) -> Axes:
    """Draw the figure of an answer: see `plot` of any answer."""
    for kind, draw in _FIGURES.items():
        if isinstance(answer, kind):
            return draw(answer, options)
    raise _no_figure(answer)


def _no_figure(answer: Any) -> WrongTypeError:
    what = shorten(repr(answer), _LONGEST)
    return WrongTypeError(f"there is no figure of {what}: {_WITH_FIGURE}")


def _map(members: MemberList[Any], options: dict[str, Any]) -> Axes:
    if members.status not in _ON_A_MAP or members.clock == "deposit":
        raise _no_figure(members)
    if members.kind == "organization" or not members.is_whole:
        raise WrongTypeError(_NO_PART)
    return world_map(members.on, members.institution, dataset=members.dataset, **options)


def _roster(roster: Roster, options: dict[str, Any]) -> Axes:
    return process_roster(roster.process, dataset=roster.dataset, **options)


def _status(status: StatusOn, options: dict[str, Any]) -> Axes:
    if status.clock == "deposit":
        raise _no_figure(status)
    institutions = [status.institution]
    return state_timeline(
        status.party, institutions=institutions, dataset=status.dataset, **options
    )


def _explained(answer: Explanation, options: dict[str, Any]) -> Axes:
    return _status(answer.status, options)


def _records(records: RecordList[Any], options: dict[str, Any]) -> Axes:
    """Draw the records of one institution or of one party."""
    parties = tuple(dict.fromkeys(filter(None, map(_party, records))))
    institutions = tuple(dict.fromkeys(filter(None, map(_institution, records))))
    options = {"dataset": records.dataset, **options}
    if len(institutions) == 1 and records.of is Reconciliation:
        return growth(institutions[0], **options)
    if len(institutions) == 1 and records.of is Term:
        roles = {each.role for each in records}
        return institution_timeline(institutions[0], **{"role": min(roles), **options})
    if len(parties) == 1 and records.of in (Spell, Participation, Transition):
        return state_timeline(parties[0], **{"institutions": institutions, **options})
    if len(institutions) == 1 and records.of in (Spell, Transition):
        return institution_timeline(institutions[0], **{"parties": parties, **options})
    raise _no_figure(records)


def _party(record: Any) -> str:
    return str(getattr(record, "participant", "") or getattr(record, "party", ""))


def _institution(record: Any) -> str:
    about = getattr(record, "claim", record)
    names = ("institution", "process", "organization", "treaty")
    return str(next((found for name in names if (found := getattr(about, name, ""))), ""))


_FIGURES: dict[type, Callable[[Any, dict[str, Any]], Axes]] = {
    MemberList: _map,
    Roster: _roster,
    StatusOn: _status,
    Explanation: _explained,
    RecordList: _records,
}
