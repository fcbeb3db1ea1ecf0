"""Spells as a reader wants them: of every status, in order, and only those that have a day."""

from __future__ import annotations

import migrationgov as mg


def spells_of(who: str | mg.State, organization: str, facts: mg.Dataset) -> list[mg.Spell]:
    """
    Return the spells of somebody, without those that can have no day.

    Whoever applies and joins on one day was an applicant on none.
    """
    told = mg.memberships_of(who, organization, status=None, dataset=facts)
    return [each for each in told if each.end is None or _has_a_day(each.start, each.end)]


def _has_a_day(start: mg.PartialDate, end: mg.PartialDate) -> bool:
    return end.uncertain or start.first_ordinal <= end.last_ordinal
