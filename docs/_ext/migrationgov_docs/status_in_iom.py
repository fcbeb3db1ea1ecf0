"""The status of a state in IOM, in words: the first thing that its page says, as `state` does."""

from __future__ import annotations

import migrationgov as mg
from migrationgov.notebook.phrases import spaced
from migrationgov.timelines import timelines_of
from migrationgov.vocabularies import Status
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.register_sections import IOM, last_day
from migrationgov_docs.shared import joined


def status_in_iom(state: mg.model.State, facts: mg.Dataset) -> str:
    """Return the status on the last day of the evidence, or of the state; empty without facts."""
    if IOM not in facts.register_ids:
        return ""
    status = mg.status_on(state, _last_day(state, facts), IOM, dataset=facts)
    found = status.status or status.listed
    doubt = "" if status.status else f" (the sources leave {_or(status.statuses)})"
    if found not in (None, Status.NONE):
        listed = "" if status.status else "listed as "
        return f"{listed}{spaced(found)} of IOM{_time(state, found, facts)}{doubt}"
    if found is None and Status.MEMBER in status.statuses:
        return f"status in IOM not known{doubt}"
    return _no_member(state, facts) + _not_recorded(status.statuses)


def _last_day(state: mg.model.State, facts: mg.Dataset) -> mg.PartialDate:
    last = last_day(facts.register(IOM))
    if state.end and state.end.latest and state.end.last_ordinal < last.last_ordinal:
        return mg.PartialDate.from_date(state.end.latest)
    return last


def _or(statuses: tuple[Status, ...]) -> str:
    return " or ".join(spaced(each) for each in statuses)


def _not_recorded(statuses: tuple[Status, ...]) -> str:
    others = " or ".join(_an(each) for each in statuses if each != Status.NONE)
    return f"; whether it was {others} is not recorded" if others else ""


def _an(status: Status) -> str:
    return f"{'an' if status[0] in 'aeiou' else 'a'} {spaced(status)}"


def _time(state: mg.model.State, status: Status, facts: mg.Dataset) -> str:
    """Return since when, until when if that is known, and what the state was before."""
    spells = mg.memberships_of(state, IOM, status=None, dataset=facts)
    its = [each for each in spells if each.status == status]
    if not its:
        return ""
    earlier = spells[: spells.index(its[-1])]
    before = list(dict.fromkeys(spaced(each.status) for each in earlier))
    was = f", {joined(before)} before" if before else ""
    return _period(its[-1]) + was


def _period(spell: mg.model.Spell) -> str:
    between = "a day " if ">between" in when(spell.start) else ""
    if spell.end is None:
        return f" since {between}{when(spell.start)}"
    return f" from {between}{when(spell.start)} to {when(spell.end)}"


def _no_member(state: mg.model.State, facts: mg.Dataset) -> str:
    """Return that it is no member: formerly one, never one, or never named."""
    ends = [each.end for each in mg.memberships_of(state, IOM, dataset=facts) if each.end]
    if ends:
        return f"not a member of IOM; its last membership ended: {when(ends[-1])}"
    named = state.id in timelines_of(facts, IOM).parties
    return f"not a member of IOM{'' if named else ' (no record of IOM names it)'}"
