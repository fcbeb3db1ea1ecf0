"""The status of a party on a date, with the evidence."""

from __future__ import annotations

import migrationgov as mg
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import party_id
from migrationgov.lookup.swapped_arguments import id_of
from migrationgov.model.legal_transitions import MEMBERSHIP
from migrationgov.queries.questions import ask
from migrationgov.queries.states_before import warn_before_start
from migrationgov.results.status_on import StatusOn
from migrationgov.vocabularies import Clock, Status


def status_on(
    party: mg.typing.PartyLike,
    on: mg.typing.DateLike,
    institution: mg.typing.InstitutionLike = "IOM",
    *,
    by: mg.typing.ClockLike | None = None,
    dataset: mg.Dataset | None = None,
) -> mg.results.StatusOn:
    """
    Return the statuses that a party may have on a date, with the evidence.

    Args:
        party: Code, name or record of a state or organization.
        on: As for `members_on`.
        institution: As for `members_on`.
        by: As for `members_on`.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        A `StatusOn`: the set of possible statuses (one: certain), the best reading and the record
        behind it, what is pending, the reason in words, and the transitions just before and after.

    Raises:
        UnknownStateError: If there is no such state; otherwise as for `members_on`.

    Warns:
        CoverageWarning: As for `members_on`.
        UnmatchedWarning: As for `is_member`.

    >>> tajikistan = status_on("TJK", "1994-06-01")
    >>> [status.value for status in tajikistan.statuses], tajikistan.member
    (['none', 'observer'], <Answer.NO: 'no'>)
    >>> thailand = status_on("THA", "2020", "Bali Process")
    >>> thailand.listed.value, str(thailand.reading), thailand.member
    ('member', 'list of 2020~', <Answer.UNKNOWN: 'unknown'>)
    """
    facts = resolve_dataset(dataset)
    code = id_of(party_id, party, on, facts)
    when, days, lines = ask(on, institution, facts, by)
    warn_before_start(code, when, days, lines, facts)
    met = lines.line(code).during(days)
    possible = frozenset[str]().union(*[each.possible for each in met])
    listed = {each.listed for each in met}
    reading = listed.pop() if len(listed) == 1 else None
    return StatusOn(
        institution=lines.evidence.institution,
        party=code,
        on=when,
        statuses=tuple(status for status in Status if status in possible),
        listed=None if reading is None else Status(reading),
        clock=None if lines.evidence.rules is MEMBERSHIP else Clock.parse(by or Clock.EFFECT),
        dataset=facts,
    )
