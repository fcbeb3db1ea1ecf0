"""What we do not know about a treaty, derived from its data: one sentence for each gap."""

from __future__ import annotations

from collections.abc import Iterator

import migrationgov as mg
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.gaps import exact, in_transitions, undecided
from migrationgov_docs.html_page import Page, prose
from migrationgov_docs.register_sections import last_day, possible_in


def of_treaty(treaty: mg.model.Treaty, page: Page) -> list[str]:
    """Return the gaps in the record of a treaty and in its register."""
    gaps = list(_of_record(treaty))
    if not page.has_register(treaty.id):
        return [*gaps, "Which states are party to it: no register of them is recorded."]
    register = page.facts.register(treaty.id)
    last = last_day(register)
    gaps += _others(register)
    gaps += in_transitions(register)
    for by in ("effect", "deposit"):
        found = mg.parties_on(last, treaty.id, by=by, kind=None, dataset=page.facts)
        gaps += (f"By {by}: {each}" for each in possible_in(page, found))
    gaps += undecided(register.disagreements, page)
    gaps.append(
        f"Nothing is recorded after {when(register.covered_until)}: a later act may be missing."
    )
    return gaps


def _of_record(treaty: mg.model.Treaty) -> Iterator[str]:
    if treaty.adopted is None:
        yield "When it was adopted."
    if treaty.in_force is None:
        yield "When it entered into force: no source that was read gives the day."
    if not treaty.clauses:
        yield (
            "How long after the deposit it enters into force for a party: no final clause is"
            " recorded, so that a state that deposited may or may not be bound."
        )
    if not treaty.depositary:
        yield "With which organization instruments are deposited."
    events = [each for each in treaty.milestones if not exact(each.date, lasts=True)]
    for each in events:
        yield f"The exact day of: {prose(each.label)} ({when(each.date)})."


def _others(register: mg.model.Register) -> Iterator[str]:
    if not register.complete:
        yield (
            "Which other states are party to it: the acts of the named parties are recorded, and"
            " of a state that no record names nothing is known."
        )
