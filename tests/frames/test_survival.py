"""Tables for event-history analysis: who could join since when, who joined, who left."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from math import inf
from typing import Any

import dask
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given

import migrationgov as mg
from engines import ENGINES, Engine, by_line
from made_up_institutions import HIGH, LOW, STATES, edges_of, institutions
from migrationgov import frames
from migrationgov.frames.times_at_risk import AT_LEAST, TimeAtRisk, times_at_risk
from migrationgov.model import Milestone
from migrationgov.timelines.evidence import Evidence
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.timelines.stretches import Timeline, grade_of
from migrationgov.typing import Backend, GradeWord, SurvivalEvent
from miniature import CITED, dataset, in_process, listed_register, process, register, snapshot
from miniature import state as a_state
from miniature_treaties import treaty_facts
from strategies import transition

GRADES: tuple[GradeWord, ...] = ("certain", "listed", "possible")
BORN = a_state("CCC", start="2005-01-01", end="2010-12-31")


def rows(institution: str = "IOM", **asked: Any) -> list[dict[str, Any]]:
    """The rows of a table, with days as text, and without the null cells."""
    made = frames.survival_table(institution, **asked).to_dict("records")
    return [
        {key: str(cell.date()) if isinstance(cell, pd.Timestamp) else cell
         for key, cell in row.items() if not pd.isna(cell)}
        for row in made
    ]  # fmt: skip


def part(row: dict[str, Any], *keys: str) -> tuple[Any, ...]:
    """Some cells of a row; None where it has none."""
    return tuple(row.get(key) for key in keys)


# -- what the days say ----------------------------------------------------------------------------


def at_grade(line: Timeline, status: str, day: int, grade: str) -> bool:
    """Whether a party has a status on a day, by a grade."""
    met = line.on(day)
    named = status in met.named or met.listed == status
    found = grade_of((met,), status)
    return found in AT_LEAST[grade] and (found != "possible" or named)


@given(institutions())
def test_times_say_what_the_days_say(evidence: Evidence) -> None:
    """A spell begins on its first day, goes on in doubt, and ends where a day excludes it."""
    lines = InstitutionTimelines(evidence)
    edges = {LOW, HIGH, *(day + add for day in edges_of(evidence) for add in (-1, 0, 1))}
    days = sorted(day for day in edges if LOW <= day <= HIGH)
    for party in STATES:
        line, first = lines.line(party), dict[str, int]()
        for grade in GRADES:
            times = times_at_risk(line, "member", grade, LOW, HIGH)
            for time in times:
                check_time(time, line, grade, days)
            for one, following in pairwise(times):
                assert one.out_from == following.since
            if times and times[0].entry is not None:
                first[grade] = times[0].entry
        assert sorted(first, key=GRADES.index) == [*GRADES][3 - len(first) :], "grades are nested"
        assert sorted(first.values(), reverse=True) == [first[g] for g in GRADES if g in first]


def check_time(time: TimeAtRisk, line: Timeline, grade: str, days: list[int]) -> None:
    """Compare a time at risk with the days in it."""
    before = [day for day in days if time.since <= day < (time.entry or time.until + 1)]
    assert not any(at_grade(line, "member", day, grade) for day in before)
    if time.entry is None:
        return
    assert at_grade(line, "member", time.entry, grade)
    assert at_grade(line, "member", time.last_in, grade)
    assert (
        not grade_of((line.on(time.out_until),), "member")
        or time.out_until < time.since
        or (grade != "certain" and not at_grade(line, "member", time.out_until, grade))
    )
    ends = time.out_from or time.until + 1
    within = [day for day in days if time.last_in < day < ends]
    assert not any(at_grade(line, "member", day, grade) for day in within)
    if time.out_from and grade == "certain":
        assert not grade_of((line.on(time.out_from),), "member")


# -- entries --------------------------------------------------------------------------------------


def test_an_entry_to_the_day() -> None:
    """Kazakhstan could join from its first day on, and did after 4,005 days."""
    (row,) = rows(states="KAZ")
    assert part(row, "at_risk_from", "at_risk_until") == ("1991-12-16", "2002-12-02")
    assert part(row, "entry_earliest", "entry_latest") == ("2002-12-02", "2002-12-02")
    assert part(row, "entry_grade", "entry_evidence", "left_censored") == (
        "certain", "2002-12-02", "no",
    )  # fmt: skip
    assert part(row, "exit_earliest", "right_censored") == (None, "evidence")
    assert part(row, "start", "stop", "time", "event") == (14621, 18626, 4005, True)
    assert (row["lower"], row["upper"]) == (4005, 4005)
    assert row["sources"].split("; ")[0] in {each.id for each in mg.dataset().sources}


def test_a_founder_is_left_censored() -> None:
    """Australia may have been a member on any day of the founding; it left and came back."""
    first, second = rows(states="AUS")
    assert part(first, "number", "entry_earliest", "entry_latest", "left_censored") == (
        1, "1951-12-05", "1952-10-13", "founding",
    )  # fmt: skip
    assert (first["lower"], first["upper"]) == (1, 314)
    assert part(first, "exit_earliest", "exit_latest", "right_censored") == (
        "1973-12-31", "1973-12-31", "no",
    )  # fmt: skip
    assert part(second, "number", "at_risk_from", "left_censored") == (2, "1974-01-01", "no")


def test_a_successor_is_a_member_from_its_start() -> None:
    """Its time at risk begins and ends on one day."""
    (row,) = rows(states="SRB")
    assert part(row, "left_censored", "time", "lower", "upper") == ("start", 1, 1, 1)
    (before,) = rows(states="CSK")
    assert part(before, "event", "right_censored", "upper") == (False, "state", inf)


def test_a_first_list_is_no_entry() -> None:
    """Turkey is on a list of 2015, which is carried back to the founding, and no further."""
    (row,) = rows("Almaty Process", states="TUR")
    assert part(row, "entry_grade", "entry_evidence", "left_censored") == (
        "listed", "2015-10-22", "first_list",
    )  # fmt: skip
    assert (row["lower"], row["entry_latest"]) == (1, "2013-06-05")


@pytest.mark.parametrize(
    ("grade", "expected"),
    [
        ("certain", (True, 1, 1828, "first_list")),
        ("listed", (True, 1, 367, "first_list")),
        ("possible", (True, 1, 1, "first_list")),
    ],
)
def test_the_grades_are_bounds(grade: GradeWord, expected: tuple[Any, ...]) -> None:
    """One list: certain on its own day, listed from four years before, possible always."""
    facts = dataset(processes=(process(snapshot("2005-01-01", ("member", "partial", "AAA"))),))
    row, *rest = rows("A Process", states=["AAA", "BBB"], grade=grade, dataset=facts)
    assert not rest, "no record speaks of the other state"
    assert part(row, "event", "lower", "upper", "left_censored") == expected


def test_a_complete_list_leaves_the_others_out() -> None:
    """They are at risk, and did not join; a state that ended was at risk until then."""
    facts = dataset(
        states=(a_state("AAA"), a_state("BBB"), BORN),
        processes=(process(snapshot("2001-01-01", ("member", "stated", "AAA"))),),
    )
    found = rows("A Process", states=facts.states, dataset=facts)
    by_party = {row["party"]: row for row in found}
    assert part(by_party["BBB"], "event", "right_censored", "lower", "time") == (
        False, "evidence", 9497, 9497,
    )  # fmt: skip
    assert part(by_party["CCC"], "start", "stop", "right_censored") == (1827, 4018, "state")


def test_what_no_record_tells_ends_the_time_at_risk() -> None:
    """A list that counts more than it names leaves the others unknown from its day on."""
    lists = (
        snapshot("2001-01-01", ("member", "stated", "AAA")),
        snapshot("2005-01-01", ("member", "stated", "AAA")),
    )
    (only,) = lists[1].lists
    more = mg.model.RoleList(role=only.role, kind=only.kind, entries=only.entries, total=3)
    later = mg.model.ParticipantLists(as_of=lists[1].as_of, lists=(more,), citations=CITED)
    facts = dataset(processes=(process(lists[0], later),))
    found = rows("A Process", states=facts.states, dataset=facts)
    by_party = {row["party"]: row for row in found}
    assert part(by_party["BBB"], "at_risk_until", "event", "right_censored") == (
        "2004-12-31", False, "evidence",
    )  # fmt: skip


def test_a_founding_on_record_is_no_first_list() -> None:
    """A founder is one, although a milestone names it, not a transition."""
    founded = Milestone(
        kind="launched", date="2000", label="x", states=(BORN.id,), citations=CITED
    )
    facts = dataset(
        states=(a_state("AAA"), a_state("CCC")),
        processes=(
            process(snapshot("2001", ("member", "partial", "AAA")), milestones=(founded,)),
        ),
    )
    found = rows("A Process", states=facts.states, dataset=facts)
    reasons = {row["party"]: row["left_censored"] for row in found}
    assert reasons == {"AAA": "first_list", "CCC": "founding"}


def test_an_institution_that_ended_ends_the_time_at_risk() -> None:
    """Whoever was a member then did not leave."""
    stones = tuple(
        Milestone(kind=kind, date=when, label="x", citations=CITED)
        for kind, when in (("launched", "2000-01-01"), ("ended", "2010-06-30"))
    )
    listed = snapshot("2005-01-01", ("member", "stated", "AAA"))
    facts = dataset(processes=(process(listed, milestones=stones),))
    (row,) = rows("A Process", states="AAA", event="exit", dataset=facts)
    assert part(row, "at_risk_until", "event", "right_censored") == (
        "2010-06-30", False, "institution",
    )  # fmt: skip


# -- exits ----------------------------------------------------------------------------------------


def test_an_exit_to_the_day() -> None:
    """From the day on which Australia was certainly a member to its last day."""
    first, second = rows(states="AUS", event="exit")
    assert part(first, "at_risk_from", "at_risk_until", "event") == (
        "1952-10-13", "1973-12-31", True,
    )  # fmt: skip
    assert (first["lower"], first["upper"]) == (7750, 8063), "it may have joined 313 days earlier"
    assert part(second, "event", "upper", "right_censored") == (False, inf, "evidence")
    assert second["stop"] - second["start"] == second["time"] == second["lower"]


def test_who_never_joined_cannot_leave() -> None:
    """No row."""
    steps = transition("AAA", "joined", "1990-05-01"), transition("AAA", "withdrew", "2000")
    facts = dataset(registers=(register(*steps),))
    assert [row["party"] for row in rows(states=facts.states, dataset=facts)] == [
        "AAA",
        "AAA",
        "BBB",
    ]
    (row,) = rows(dataset=facts, event="exit")
    assert part(row, "exit_earliest", "exit_latest") == ("2000-01-01", "2000-12-31")
    assert row["upper"] - row["lower"] == 365


def test_doubt_does_not_end_a_spell() -> None:
    """After the last list a member is listed only, not certain; nothing says that it left."""
    lists = (
        snapshot("2001-01-01", ("member", "stated", "AAA BBB")),
        snapshot("2003-01-01", ("member", "stated", "AAA")),
    )
    facts = dataset(
        processes=(process(*lists, transitions=(in_process("BBB", "withdrew", "2002-05-01"),)),)
    )
    stayed, left = rows("A Process", event="exit", grade="certain", dataset=facts)
    assert part(stayed, "at_risk_until", "event", "right_censored") == (
        "2003-01-01", False, "evidence",
    )  # fmt: skip
    assert part(left, "exit_latest", "event") == ("2002-05-01", True)


# -- who is at risk -------------------------------------------------------------------------------


def test_a_treaty_by_deposit_and_by_effect() -> None:
    """From its adoption on; the effect comes later."""
    facts = treaty_facts()
    latest = {
        by: {row["party"]: row.get("entry_latest") for row in rows("pact", by=by, dataset=facts)}
        for by in ("deposit", "effect")
    }
    assert latest["deposit"]["AAA"] == "2000-01-10"
    assert latest["effect"]["AAA"] == "2000-04-09"
    assert latest["effect"]["DDD"] is None
    with pytest.raises(mg.errors.UnknownTermError, match="'by' is for treaties"):
        frames.survival_table("club", by="deposit", dataset=facts)


def test_only_states_to_which_it_is_open_are_at_risk() -> None:
    """The regional pact is open to the club; and no state outside it."""
    found = rows("regional-pact", grade="possible", dataset=treaty_facts())
    assert {row["party"] for row in found} == {"AAA", "EEE"}


def test_a_system_of_states_limits_the_risk() -> None:
    """Of the United Nations: from the day of membership, with all its days together."""
    facts = treaty_facts()
    found = rows("pact", system="un", by="deposit", dataset=facts)
    first = {row["party"]: row for row in found if row["number"] == 1}
    assert "EEE" not in first
    assert part(first["AAA"], "at_risk_from", "left_censored") == ("1994-01-01", "no")
    germany = rows(states="DEU", system="cow")
    assert [row["number"] for row in germany] == [1], "one state, though it has two codes"
    (austria,) = rows(states="AUT", system="cow")
    assert part(austria, "at_risk_from") == ("1955-07-27",), (
        "not from its days before the founding"
    )


def test_an_institution_without_any_evidence_has_no_rows() -> None:
    """Its columns are there, and have their types."""
    facts = dataset(processes=(process(milestones=()),))
    made = frames.survival_table("A Process", dataset=facts)
    assert len(made) == 0
    assert str(made["event"].dtype) == "boolean"
    assert str(made["lower"].dtype) == "float64"


def test_many_institutions_come_in_their_order() -> None:
    """Each once, also if it is named twice."""
    made = frames.survival_table(["Almaty Process", "IOM", "iom"], states=["KAZ"])
    assert made["institution"].to_list() == ["almaty-process", "iom"]
    record = mg.find_process("Almaty Process")
    assert frames.survival_table(record, states="KAZ")["institution"].to_list() == [
        "almaty-process"
    ]


@pytest.mark.parametrize("backend", ["polars", "pyarrow"])
@pytest.mark.parametrize("event", ["entry", "exit"])
def test_every_backend_has_the_same_rows(backend: Backend, event: SurvivalEvent) -> None:
    """With days as days, and infinity as a number."""
    made: Any = frames.survival_table(states=["KAZ", "AUS"], event=event, backend=backend)
    if backend == "pyarrow":
        lines, types = made.to_pylist(), {each.name: str(each.type) for each in made.schema}
        assert types["event"] == "bool"
    else:
        lines, types = made.to_dicts(), {name: str(its) for name, its in made.schema.items()}
        assert types["event"] == "Boolean"
    expected = frames.survival_table(states=["KAZ", "AUS"], event=event)
    assert [line["upper"] for line in lines] == expected["upper"].to_list()
    assert lines[0]["entry_latest"] == date(1952, 10, 13)


def test_numbers_are_fit_for_models() -> None:
    """Every time at risk has a day; bounds are in order; an event that is exact is seen."""
    for event in ("entry", "exit"):
        for grade in GRADES:
            made = frames.survival_table(["IOM", "Bali Process"], event=event, grade=grade)
            assert (made["stop"] > made["start"]).all()
            assert (made["start"] >= 0).all()
            assert (made["lower"] >= 1).all()
            assert (made["upper"] >= made["lower"]).all()
            exact = made["lower"] == made["upper"]
            assert made.loc[exact, "event"].all()
            assert (made.loc[~made["event"], "upper"] == inf).all()


def test_words_that_are_not_allowed() -> None:
    """Each names what would be."""
    with pytest.raises(mg.errors.UnknownTermError, match="'entry', 'exit'"):
        frames.survival_table(event="death")  # type: ignore[arg-type]
    with pytest.raises(mg.errors.UnknownTermError, match="certain, listed, possible"):
        frames.survival_table(grade="likely")  # type: ignore[arg-type]
    with pytest.raises(mg.errors.MigrationGovError, match="Nowhere"):
        frames.survival_table("Nowhere Process")


# -- the beginning of a spell in other tables -----------------------------------------------------


def beginnings(state: str, on: object, name: str, **more: Any) -> tuple[Any, ...]:
    """The first list of a state's role on a date, and why its spell may be older."""
    table = pd.DataFrame({"country": [state], "date": [on]})
    columns = [f"{name}_first_listed", f"{name}_left_censored"]
    made = frames.annotate(table, columns=columns, outside="assume", **more).iloc[0]
    return tuple(None if pd.isna(made[each]) else made[each] for each in columns)


@pytest.mark.filterwarnings("ignore::migrationgov.errors.UnmatchedWarning")  # a former state
@pytest.mark.parametrize(
    ("state", "on", "name", "expected"),
    [
        ("TUR", 2014, "almaty-process", ("2015-10-22", "first_list")),
        ("TUR", 2012, "almaty-process", (None, None)),
        ("KAZ", "2003-01-01", "iom", (None, "no")),
        ("KAZ", "2002-12-01", "iom", (None, None)),
        ("KAZ", 2002, "iom", (None, "no")),
        ("AUS", 1960, "iom", (None, "founding")),
        ("AUS", 1980, "iom", (None, None)),
        ("AUS", 1990, "iom", (None, "no")),
        ("SRB", 2010, "iom", (None, "start")),
        ("CSK", "1993-06-01", "iom", (None, None)),
    ],
)
def test_a_table_says_whether_a_spell_may_be_older(
    state: str, on: object, name: str, expected: tuple[Any, ...]
) -> None:
    """The first list is carried back to the founding, and keeps its date."""
    assert beginnings(state, on, name) == expected


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_every_engine_says_so(engine: Engine) -> None:
    """With null where a state is no member, and where a state is missing."""
    lines = pa.table(
        {"line": [0, 1, 2], "country": ["TUR", "DEU", None], "date": pa.array([2014] * 3)}
    )
    columns = {"listed": "almaty-process_first_listed", "why": "almaty-process_left_censored"}
    with dask.config.set(scheduler="synchronous"):
        found = by_line(engine.read(frames.annotate(engine.make(lines), columns=columns)))
    cells = [(row["listed"], row["why"]) for row in found]
    assert cells == [("2015-10-22", "first_list"), (None, None), (None, None)]


def test_nothing_is_said_of_a_process_without_evidence() -> None:
    """No list, no spell."""
    facts = dataset(processes=(process(milestones=()),))
    assert beginnings("AAA", 2010, "a-process", dataset=facts) == (None, None)


def test_a_group_of_lists_has_beginnings_too() -> None:
    """One state is on both lists; the other left."""
    facts = dataset(registers=(register(), listed_register()))
    assert beginnings("AAA", 2005, "some-group", dataset=facts)[0] == "2001-01-01"
