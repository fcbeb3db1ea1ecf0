"""The scripts of the explorer read the timelines of the library: party by party, day by day."""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

import migrationgov as mg
from migrationgov.lookup.day_ranges import parse_date_argument
from migrationgov.timelines.gather import timelines_since_founding
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.timelines.stretches import Stretch, grade_of

if TYPE_CHECKING:
    from browser.surfing import Surfer

pytestmark = pytest.mark.browser

FACTS = mg.dataset()
INSTITUTIONS = (*FACTS.register_ids, *FACTS.process_ids)
#: The first letter of the grade, and the age of the evidence of the reading, for each question.
READ = """
const lookup = migrationgovLookup(migrationgovFacts);
return arguments[0].map(([institution, role, party, on]) => {
  const when = typeof on === "number" ? lookup.oneDay(on) : lookup.readDate(on);
  const {grade, evidence} = lookup.answer(institution, role, party, when);
  return [grade, ...evidence.map((each) => each.since)];
});
"""
ROLES = """
const found = {};
for (const [id, groups] of Object.entries(migrationgovFacts.groups)) {
  found[id] = groups.flatMap(([statuses]) => statuses.split(" "));
}
return [found, Object.keys(migrationgovFacts.parties)];
"""


@cache
def timelines(institution: str) -> InstitutionTimelines:
    """Return the timelines of an institution."""
    return timelines_since_founding(FACTS, institution)


def expected(stretches: list[Stretch], role: str) -> list[Any]:
    """Return the grade that the library gives, and the days from which its evidence speaks."""
    grade = grade_of(stretches, role)
    if grade == "possible" and not any(
        role in each.named or each.listed == role or each.possible == {role} for each in stretches
    ):
        grade = "unrecorded"
    readings = {(each.listed, each.by): each.since for each in stretches if each.by}
    return [grade, *readings.values()]


@pytest.mark.parametrize("institution", INSTITUTIONS)
def test_every_stretch_of_every_party(page: Surfer, institution: str) -> None:
    """On the first day of each stretch, for all states and organizations, in all roles."""
    roles, parties = page.run(ROLES)
    questions, answers = [], []
    for role in (each for each in roles[institution] if each != "none"):
        for party in parties:
            line = timelines(institution).line(party, role)
            for day in (each for each in (1, *line.days) if 0 < each <= date.max.toordinal()):
                questions.append([institution, role, party, day])
                answers.append(expected([line.on(day)], role))
    assert len(questions) > len(parties)
    found = page.run(READ, questions)
    assert [] == [
        pair for pair in zip(questions, found, answers, strict=True) if pair[1] != pair[2]
    ]


def test_months_and_years(page: Surfer) -> None:
    """All days of a wide date count: a sample of parties, roles, months and years."""
    roles, parties = page.run(ROLES)
    random = Random(2013)
    questions, answers = [], []
    for _ in range(4000):
        institution = random.choice(INSTITUTIONS)
        role = random.choice([each for each in roles[institution] if each != "none"])
        party = random.choice(timelines(institution).parties or parties)
        on = random.choice((f"{random.randint(1950, 2026)}", f"20{random.randint(10, 25)}-10"))
        ranges = parse_date_argument(on)[1]
        questions.append([institution, role, party, on])
        answers.append(expected(timelines(institution).line(party, role).during(ranges), role))
    found = page.run(READ, questions)
    assert [] == [
        (question, read, answer)
        for question, read, answer in zip(questions, found, answers, strict=True)
        if (read[0], set(read[1:])) != (answer[0], set(answer[1:]))
    ]
    assert {"certain", "listed", "possible", ""} <= {grade for grade, *_ in found}
