"""What the explorer shows is what Python answers: read from the page, pair by pair."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING

import pytest

import migrationgov as mg
from browser.asking import GRADES, ask, graded, label_of, shown, warned
from migrationgov.timelines.gather import timelines_since_founding
from thousand_questions import ANSWERS, ASKED, in_python

if TYPE_CHECKING:
    from browser.surfing import Surfer

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning"),
    pytest.mark.filterwarnings("ignore::migrationgov.errors.UnmatchedWarning"),
]


def change_days() -> list[int]:
    """All days on which the answer about a member of IOM may change."""
    index = timelines_since_founding(mg.dataset(), "iom").index("member")
    return [day for day in index.days if 1 < day < date.max.toordinal()]


def around(days: list[int], number: int) -> list[str]:
    """Some of the days, each with the day before and the day after."""
    chosen = sorted(Random(2002).sample(days, number))
    return [date.fromordinal(day + step).isoformat() for day in chosen for step in (-1, 0, 1)]


DATES = list(dict.fromkeys([
    *around(change_days(), 30),
    "1951-12-04", "1951-12-05", "1992-12-31", "1993-01-01", "1993-12-30", "1993-12-31",
    "1994-01-01", "1994", "2002-12-01", "2002-12-02",
    "2025-12-10", "2025-12-11", "0001-01-01", "9998-12-31", "9999-12-31", "2000-02-29",
    "1951", "1954", "1954-11", "1965", "1992", "1993", "1994-06", "2002", "2002-12", "2025-12",
]))  # fmt: skip


@pytest.mark.parametrize("on", DATES)
def test_members_and_observers_on_a_date(page: Surfer, on: str) -> None:
    """Each grade, of all 257 states and 8 organizations: each date is as many pairs."""
    answer = ask(page, date=on)
    lists = {"member": mg.members_on(on, kind=None), "observer": mg.observers_on(on)}
    for role, kind in (("member", "state"), ("observer", "state"), ("observer", "organization")):
        label, expected = label_of(role, kind), graded(lists[role], kind)
        if label in answer["lists"] or any(expected[grade] for grade in GRADES):
            assert expected == shown(answer, label), (on, label)
    assert warned(lambda: mg.members_on(on)) is bool(answer["warned"])


def pairs(number: int) -> list[tuple[str, str]]:
    """Pairs of a party and a date: change days of the party, and the days beside them."""
    lines = timelines_since_founding(mg.dataset(), "iom")
    own = [
        (party, date.fromordinal(day + step).isoformat())
        for party in lines.parties
        for day in lines.line(party).days
        if 1 < day < date.max.toordinal()
        for step in (-1, 0, 1)
    ]
    random = Random(1951)
    others = [state.id for state in mg.dataset().states]
    any_day = [(random.choice(others), date.fromordinal(random.randint(711_000, 740_000)))
               for _ in range(60)]  # fmt: skip
    coarse = [(party, day[: random.choice((4, 7))]) for party, day in random.sample(own, 60)]
    return [*random.sample(own, number), *((party, str(day)) for party, day in any_day), *coarse]


def test_the_status_of_one_state_on_one_date(page: Surfer) -> None:
    """Of 320 pairs: the statuses it may have, whether it is a member, whether an observer."""
    asked = pairs(200)
    assert len(set(asked)) > 300
    unknown = 0
    for party, on in asked:
        data = ask(page, state=party, date=on)["data"]
        status = mg.status_on(party, on)
        named = {each.partition(":")[0] for each in data["statuses"].split()}
        assert set(status.statuses) == named, (party, on)
        assert str(mg.is_member(party, on)) == data["belongs"], (party, on)
        assert str(status.observer) == data["observer"], (party, on)
        unknown += data["belongs"] == "unknown"
    assert unknown > 20, "the pairs must meet doubt"


def test_a_thousand_questions(page: Surfer) -> None:
    """Those of all other outputs: whether a state belongs to an institution, with the grade."""
    differing = []
    for each in ASKED:
        told = ask(page, institution=each.institution, state=each.state, date=each.on)["data"]
        expected = in_python(each)
        assert told["belongs"] == ANSWERS.get(expected, "no")
        if told["grade"] != expected:
            differing.append((each, expected, told["grade"]))
    assert [] == differing


def test_records_are_there_whatever_the_day(page: Surfer) -> None:
    """Also on a day that they leave open, and before the first; the United States has none."""
    for on in ("2024-04-01", "1985"):
        told = ask(page, institution="schengen", state="BGR", date=on)
        assert "No record names it" not in told["all"]
        assert "joined" in told["all"]
    assert (
        "No record names it" in ask(page, institution="schengen", state="USA", date="1985")["all"]
    )


def roster_questions() -> list[tuple[str, str]]:
    """Every process by its latest evidence, and on days and in years around its lists."""
    asked: list[tuple[str, str]] = [(process, "") for process in mg.dataset().process_ids]
    asked.append(("rmfm", "2022"))  # one term in the chair follows another, with no day between
    for process in mg.dataset().processes:
        days = {
            end
            for each in process.participant_lists
            for end in (each.as_of.earliest, each.as_of.latest)
        }
        some = sorted(day for day in days if day)[-3:]
        asked += [(process.id, date.fromordinal(day.toordinal() + step).isoformat())
                  for day in some for step in (-1, 0, 1)]  # fmt: skip
        asked += [(process.id, str(day.year)) for day in some]
    return asked


def test_rosters_by_role(page: Surfer) -> None:
    """Which party has which role, by grade, and whether the list is complete."""
    seen = 0
    for process, on in roster_questions():
        answer = ask(page, institution=process, **({"date": on} if on else {}))
        roster = mg.process_participants(process, on=on or None)
        for role in roster.roles:
            for kind in ("state", "organization"):
                label, expected = label_of(role, kind), graded(roster.role(role), kind)
                if label in answer["lists"] or any(expected[grade] for grade in GRADES):
                    assert expected == shown(answer, label), (process, on, label)
                    seen += sum(len(expected[grade]) for grade in GRADES)
        if on:
            outside = warned(lambda p=process, d=on: mg.process_participants(p, on=d))
            assert outside is bool(answer["warned"]), (process, on)
    assert seen > 3000


@pytest.mark.parametrize(
    ("process", "on", "heading", "evidence"),
    [
        ("bali-process", "2021", "Members: 45 listed", "before the date)"),
        ("budapest-process", "2014-12", "Members: 49 certain", "list of 2013-10 (1 year before"),
        ("midsa", "2020", "Members: 16 listed", "after the date, carried back)"),
    ],
)
def test_a_list_gives_grade_and_age_of_its_evidence(
    page: Surfer, process: str, on: str, heading: str, evidence: str
) -> None:
    """In words, below the names; evidence that is later than the day is marked."""
    members = ask(page, institution=process, date=on)["lists"]["Members"]
    assert members["heading"].startswith(heading)
    assert evidence in members["evidence"]


@pytest.mark.parametrize("who", ["KAZ", "TUR", "FRA", "unhcr", "VAT"])
@pytest.mark.parametrize("on", [None, "2013-06-05", "2015"])
def test_processes_of_a_state(page: Surfer, who: str, on: str | None) -> None:
    """The roles in all processes, each with its grade and the age of its evidence."""
    script = """
    const lookup = migrationgovLookup(migrationgovFacts);
    const when = arguments[1] ? lookup.readDate(arguments[1]) : null;
    const isProcess = ({institution}) =>
      migrationgovFacts.institutions[institution].page.startsWith("processes");
    return lookup.rolesIn(arguments[0], when).filter(isProcess)
      .map((each) => [each.institution, each.role, each.grade]);
    """
    expected = [(p.process, p.role.value, p.grade.value) for p in mg.processes_of(who, on=on)]
    assert sorted(expected) == sorted(map(tuple, page.run(script, who, on)))


def test_history_and_sources_are_one_click_away(page: Surfer) -> None:
    """Kazakhstan's steps with their dates and links; Malta's rival values side by side."""
    told = ask(page, state="KAZ")
    for step in mg.transitions("KAZ", "IOM"):
        assert str(step.date) in told["all"]
    for citation in mg.transitions("KAZ", "IOM").citations:
        (source,) = mg.sources_of(
            [mg.model.DatedAttestation(date=mg.PartialDate("2000"), citations=(citation,))]
        )
        links = page.run("return [...document.querySelectorAll('#mg-answer a')].map(a => a.href)")
        assert not source.url or any(source.url.split("#")[0] in link for link in links), source.id
    malta = ask(page, state="MLT")["all"]
    assert all(claim.value in malta for claim in mg.disagreements("MLT", "joined")[0].claims)


@pytest.mark.parametrize("process", mg.dataset().process_ids)
def test_terms_in_the_chair_and_lists_are_shown(page: Surfer, process: str) -> None:
    """Every date of a term and of a list stands on the page of its process."""
    ask(page, institution=process)
    page.run(
        "for (const each of document.querySelectorAll('#mg-answer details')) each.open = true"
    )
    page.settle()
    told = page.run("return document.body.textContent")
    record = mg.dataset().process(process)
    for term in record.terms:
        assert str(term.start) in told
        assert str(term.end or "no end known") in told
    for snapshot in record.participant_lists:
        assert str(snapshot.as_of) in told


@pytest.mark.parametrize(
    "question",
    [{"date": "2002-02-30"}, {"date": "2002-13"}, {"date": "02/12/2002"}, {"date": "0000"},
     {"date": "yesterday"}, {"state": "XXX"}, {"institution": "no-such"}, {"state": "__proto__"},
     {"state": "constructor"}, {"date": "<img src=x onerror=alert(1)>"}, {"date": ""}],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused(page: Surfer, question: dict[str, str]) -> None:
    """With a sentence that says what would be accepted, and no answer beside it."""
    told = ask(page, **question)
    if question == {"date": ""}:
        assert "2002-12-02" in told["error"]
    assert told["error"]
    assert "" == told["summary"] == told["all"]
    assert [] == page.run("return [...document.querySelectorAll('#mg-explorer img')]")
