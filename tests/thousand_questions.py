"""A thousand questions about all institutions, and what Python answers to each."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any, NamedTuple

import migrationgov as mg
from migrationgov.timelines.gather import timelines_since_founding

NUMBER = 1000
#: The grade of a status on a day or in a year, and whether a party has it.
ANSWERS = {"certain": "yes", "listed": "unknown", "possible": "unknown", "unknown": "unknown"}


class Question(NamedTuple):
    """Whether a state belongs to an institution on a date, and with which grade."""

    institution: str
    state: str
    role: str
    on: str

    @property
    def is_year(self) -> bool:
        """Whether the date is a year."""
        return len(self.on) == len("2002")


def questions() -> list[Question]:
    """Ask about all institutions: mostly on the edges of a timeline, and the days beside them."""
    facts, random = mg.dataset(), Random(18)
    institutions = sorted({*facts.register_ids, *facts.process_ids})
    every = [state.id for state in facts.states]
    asked: list[Question] = []
    for place in range(NUMBER):
        institution = institutions[place % len(institutions)]
        lines = timelines_since_founding(facts, institution)
        states = [each for each in lines.parties if facts.has_state(each)]
        state = random.choice(every if place % 5 == 0 or not states else states)
        asked.append(Question(institution, state, lines.belonging, _date(lines, state, random)))
    return asked


def _date(lines: Any, state: str, random: Random) -> str:
    first, last = date(1951, 1, 1).toordinal(), date(2026, 12, 31).toordinal()
    edges = [day for day in lines.line(state).days if first < day < last]
    day = random.choice(edges or [random.randint(first, last)]) + random.choice((-1, 0, 1))
    text = date.fromordinal(day).isoformat()
    return text[:4] if random.random() < 0.25 else text


ASKED = questions()


def in_python(asked: Question) -> str:
    """The grade, or "" for a certain no, as the functions for single questions give it."""
    members = mg.members_on(asked.on, asked.institution)
    grade = members.grade(asked.state)
    answer = mg.is_member(asked.state, asked.on, asked.institution)
    status = mg.status_on(asked.state, asked.on, asked.institution)
    found = str(grade) if grade else "" if answer is mg.Answer.NO else "unknown"
    assert str(answer) == ANSWERS.get(found, "no")
    assert (status.grade == "certain" and status.status == asked.role) == (found == "certain")
    return found
