"""What the five seed documents say is what the library answers, and the days around it."""

from __future__ import annotations

from datetime import date

import pytest

import migrationgov as mg
from migrationgov import Answer
from seed_statements import STATEMENTS, Statement

#: How many statements each seed document makes.
HOW_MANY = (31, 40, 36, 43, 53)

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
ALMATY = "Almaty Process"
NINE = ("AFG", "AZE", "IRN", "KAZ", "KGZ", "PAK", "TJK", "TKM", "TUR")
SEVEN = ("AFG", "AZE", "KAZ", "KGZ", "TJK", "TKM", "TUR")
SIX = ("AFG", "AZE", "KAZ", "KGZ", "TJK", "TUR")
TWO = ("IRN", "PAK")
BOTH = ("iom", "unhcr")

ANSWERED = [each for each in STATEMENTS if each.call]


# -- the statements ------------------------------------------------------------------------------


def test_every_statement_is_there() -> None:
    """The table has each statement of the seeds once, in order."""
    expected = [
        f"seed-{seed:03}-{number:03}"
        for seed, many in enumerate(HOW_MANY)
        for number in range(1, many + 1)
    ]

    assert expected == [each.id for each in STATEMENTS]


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda each: each.id)
def test_is_answered_or_left(statement: Statement) -> None:
    """A statement has a call and its answer, or a reason why it has none."""
    has_call, has_answer = bool(statement.call), statement.answer is not None

    assert has_call is has_answer
    assert has_call is (statement.left is None)
    assert statement.says


@pytest.mark.parametrize("statement", ANSWERED, ids=lambda each: each.id)
def test_answer(statement: Statement) -> None:
    """The call gives the answer."""
    actual = eval(statement.call, {"mg": mg})  # noqa: S307 -- expressions of our own table

    assert statement.answer == actual


# -- the day before, the day, the day after: IOM -------------------------------------------------


@pytest.mark.parametrize(
    ("party", "day", "statuses", "member", "observer"),
    [
        ("KAZ", "2002-12-01", ("observer",), NO, YES),
        ("KAZ", "2002-12-02", ("member",), YES, NO),
        ("KAZ", "2002-12-03", ("member",), YES, NO),
        ("NGA", "2002-12-01", ("none",), NO, NO),
        ("NGA", "2002-12-02", ("member",), YES, NO),
        ("NGA", "2002-12-03", ("member",), YES, NO),
        ("RWA", "2002-12-01", ("observer",), NO, YES),
        ("RWA", "2002-12-02", ("member",), YES, NO),
        ("RWA", "2002-12-03", ("member",), YES, NO),
        ("KHM", "2002-12-01", ("observer",), NO, YES),
        ("KHM", "2002-12-02", ("member",), YES, NO),
        ("KHM", "2002-12-03", ("member",), YES, NO),
        ("ZWE", "2002-12-01", ("observer",), NO, YES),
        ("ZWE", "2002-12-02", ("member",), YES, NO),
        ("ZWE", "2002-12-03", ("member",), YES, NO),
        ("BDI", "2002-12-01", ("none",), NO, NO),
        ("BDI", "2002-12-02", ("observer",), NO, YES),
        ("BDI", "2002-12-03", ("observer",), NO, YES),
        ("amnesty-international", "2002-12-01", ("none",), NO, NO),
        ("amnesty-international", "2002-12-02", ("observer",), NO, YES),
        ("amnesty-international", "2002-12-03", ("observer",), NO, YES),
        ("human-rights-watch", "2002-12-01", ("none",), NO, NO),
        ("human-rights-watch", "2002-12-02", ("observer",), NO, YES),
        ("human-rights-watch", "2002-12-03", ("observer",), NO, YES),
        ("TJK", "1994-11-28", ("observer",), NO, YES),
        ("TJK", "1994-11-29", ("member",), YES, NO),
        ("TJK", "1994-11-30", ("member",), YES, NO),
        ("KGZ", "2000-11-27", ("observer",), NO, YES),
        ("KGZ", "2000-11-28", ("member",), YES, NO),
        ("KGZ", "2000-11-29", ("member",), YES, NO),
    ],
)
def test_status_around_the_day(
    party: str, day: str, statuses: tuple[str, ...], member: Answer, observer: Answer
) -> None:
    """A status begins on the day it takes effect, neither before nor after."""
    actual = mg.status_on(party, day)

    assert statuses == actual.statuses
    assert member is actual.member
    assert observer is actual.observer


@pytest.mark.parametrize(
    ("state", "year", "expected"),
    [
        ("TJK", "1993", NO),
        ("TJK", "1994", UNKNOWN),
        ("TJK", "1995", YES),
        ("KGZ", "1999", NO),
        ("KGZ", "2000", UNKNOWN),
        ("KGZ", "2001", YES),
    ],
)
def test_member_around_the_year(state: str, year: str, expected: Answer) -> None:
    """Asked as the seed puts it, the year of joining is in part a year without membership."""
    assert expected is mg.is_member(state, year)


@pytest.mark.parametrize(
    ("day", "applicant"),
    [("2002-11-21", UNKNOWN), ("2002-11-22", YES), ("2002-11-23", YES), ("2002-12-02", NO)],
)
def test_application_around_the_last_possible_day(day: str, applicant: Answer) -> None:
    """The application of Kazakhstan is certain from the last day it may have, until it joins."""
    assert applicant is mg.status_on("KAZ", day).applicant


@pytest.mark.parametrize(
    ("day", "members"), [("2002-12-01", 93), ("2002-12-02", 98), ("2002-12-03", 98)]
)
def test_size_around_the_session(day: str, members: int) -> None:
    """The session of 2002 added five members, and nobody is in doubt."""
    roll = mg.members_on(day)

    assert members == len(roll)
    assert roll.possible.codes == ()


def test_who_joined_at_the_session() -> None:
    """The difference between the two days is the five states, and nothing else."""
    before, after = mg.members_on("2002-12-01").codes, mg.members_on("2002-12-02").codes

    assert {"KAZ", "KHM", "NGA", "RWA", "ZWE"} == set(after) - set(before)
    assert set() == set(before) - set(after)


@pytest.mark.parametrize(
    ("day", "bodies"),
    [
        ("2002-12-01", ()),
        ("2002-12-02", ("amnesty-international", "human-rights-watch")),
        ("2002-12-03", ("amnesty-international", "human-rights-watch")),
    ],
)
def test_rights_groups_around_the_session(day: str, bodies: tuple[str, ...]) -> None:
    """The two rights groups are observer bodies from the session on, and never observer states."""
    groups = {"amnesty-international", "human-rights-watch"}
    organizations = mg.observers_on(day, kind="organization").codes

    assert bodies == tuple(code for code in organizations if code in groups)
    assert groups.isdisjoint(mg.observers_on(day, kind="state").codes)


# -- the day before, the day, the day after: the Almaty Process ----------------------------------


@pytest.mark.parametrize(
    ("day", "participants", "host", "funder", "supporters", "chair"),
    [
        ("2013-06-04", (), (), (), (), ()),
        ("2013-06-05", NINE, ("KAZ",), ("KAZ",), BOTH, ("KAZ",)),
        ("2013-06-06", (), (), (), (), ("KAZ",)),
    ],
)
def test_conference_around_the_day(
    day: str,
    participants: tuple[str, ...],
    host: tuple[str, ...],
    funder: tuple[str, ...],
    supporters: tuple[str, ...],
    chair: tuple[str, ...],
) -> None:
    """Taking part lasts as long as the conference; only the chair that began there goes on."""
    roster = mg.process_participants(ALMATY, on=day)

    assert participants == roster.participants.codes
    assert host == roster.role("host").codes
    assert funder == roster.role("funder").codes
    assert supporters == roster.role("supporter").codes
    assert chair == roster.chair.codes


@pytest.mark.parametrize("day", ["2013-06-04", "2013-06-05", "2013-06-06"])
def test_conference_makes_no_member(day: str) -> None:
    """In 2013 no state is certainly a member or an observer; the list of 2015 is carried back."""
    roster = mg.process_participants(ALMATY, on=day)

    assert (roster.members.certain.codes, roster.observers.certain.codes) == ((), ())
    founded = day >= "2013-06-05"
    assert (SEVEN if founded else ()) == roster.members.listed.codes
    assert (TWO if founded else ()) == roster.observers.listed.codes
    reading = roster.members.reading("KAZ")
    assert founded is (reading is not None)
    assert reading is None or reading.age < 0


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2013, 6, 4), NO), (date(2013, 6, 5), YES), (date(2013, 6, 6), YES)],
)
def test_launch_around_the_day(day: date, expected: Answer) -> None:
    """The process is launched on the day of the conference."""
    launched = [e for e in mg.find_process(ALMATY).milestones if e.kind == "launched"]

    assert [expected] == [event.date.happened_by(day) for event in launched]


@pytest.mark.parametrize(
    ("day", "members", "listed_members", "observers", "listed_observers"),
    [
        ("2015-10-21", (), SEVEN, (), TWO),
        ("2015-10-22", SEVEN, (), TWO, ()),
        ("2015-10-23", SIX, ("TKM",), TWO, ()),
    ],
)
def test_roster_around_the_day(
    day: str,
    members: tuple[str, ...],
    listed_members: tuple[str, ...],
    observers: tuple[str, ...],
    listed_observers: tuple[str, ...],
) -> None:
    """The first complete list is certain on its day; the next doubts Turkmenistan from then on."""
    roster = mg.process_participants(ALMATY, on=day)

    assert members == roster.members.certain.codes
    assert listed_members == roster.members.listed.codes
    assert observers == roster.observers.certain.codes
    assert listed_observers == roster.observers.listed.codes
    assert roster.complete


@pytest.mark.parametrize(
    ("day", "support", "listed_support"),
    [("2015-10-21", (), BOTH), ("2015-10-22", BOTH, ()), ("2015-10-23", BOTH, ())],
)
def test_chair_and_support_around_the_day(
    day: str, support: tuple[str, ...], listed_support: tuple[str, ...]
) -> None:
    """The chair is a term that covers all three days, the support unit a list of one of them."""
    roster = mg.process_participants(ALMATY, on=day)

    assert roster.chair.codes == ("KAZ",)
    assert support == roster.support.certain.codes
    assert listed_support == roster.support.listed.codes
