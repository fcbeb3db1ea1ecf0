"""The hard cases: the machine, the second machine and the documentation give their answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hard_case_forms import Case, Question
from hard_cases import CASES, answer_of, table
from made_up_treaties import MadeUpTreaty
from migrationgov import PartialDate
from second_machine import reading_on
from second_machine_roles import role_on
from second_machine_treaties import status_of

ASKED = [(case, question) for case in CASES for question in case.questions]
NAMES = [
    f"{case.name}: {question.party} {question.on} {question.role}" for case, question in ASKED
]
CONCEPTS = Path(__file__).parent.parent / "docs" / "concepts.md"


@pytest.mark.parametrize(("case", "question"), ASKED, ids=NAMES)
def test_the_machine_gives_the_answer(case: Case, question: Question) -> None:
    """Every answer of the table is that of the machine."""
    assert question.answer == answer_of(case, question)


@pytest.mark.parametrize(("case", "question"), ASKED, ids=NAMES)
def test_the_second_machine_gives_the_answer(case: Case, question: Question) -> None:
    """Every answer of the table is that of the second machine, day by day."""
    when = PartialDate(question.on)
    days = range(when.first_ordinal, when.last_ordinal + 1)
    readings = [_reading(case, question, day) for day in days]
    grades = {}
    for status in {status for possible, _ in readings for status in possible}:
        certain = all(possible == {status} for possible, _ in readings)
        listed = all(
            status in (*possible, said) and (possible == {status} or said == status)
            for possible, said in readings
        )
        grades[status] = "certain" if certain else "listed" if listed else "possible"
    assert grades == dict(each.split() for each in question.answer.split(", "))


def _reading(case: Case, question: Question, day: int) -> tuple[frozenset[str], str | None]:
    if isinstance(case.evidence, MadeUpTreaty):
        return status_of(case.evidence, question.party, question.role, day)
    if question.role == "member":
        return reading_on(case.evidence, question.party, day)
    return role_on(case.evidence, question.party, question.role, day)


def test_all_dates_of_the_cases_are_days_of_the_calendar() -> None:
    """No question asks about days without a beginning or an end."""
    for _, question in ASKED:
        assert PartialDate(question.on).first_ordinal >= date(1990, 1, 1).toordinal()


def test_the_documentation_has_the_table() -> None:
    """The page about concepts writes out all cases."""
    assert table() in CONCEPTS.read_text(encoding="utf-8"), table()
