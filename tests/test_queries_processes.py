"""Rosters from dated lists, chairs and meetings."""

from __future__ import annotations

import copy
import pickle
import warnings
from functools import cache
from itertools import product
from typing import Any

import pandas as pd
import pytest
from attrs import evolve

import migrationgov as mg
from migrationgov import Answer, frames
from migrationgov.vocabularies import MeetingLevel, ProcessId, ProcessRole, StateId
from miniature import CITED, dataset, in_process, process, snapshot, state

ALMATY = "Almaty Process"
ALMATY_ID = "almaty-process"


def answers(
    on: str,
    *participant_lists: mg.model.ParticipantLists,
    role: mg.typing.RoleLike = "member",
    **more: object,
) -> dict[str, str]:
    """The parties with a role on a date: + for certain, ~ for listed, ? for possible."""
    facts = dataset(processes=(process(*participant_lists, **more),))
    roll = mg.process_participants("A Process", on, dataset=facts).role(role)
    grades = (("+", roll.certain), ("~", roll.listed), ("?", roll.possible))
    return {code: sign for sign, side in grades for code in side.codes}


def members(as_of: str, codes: str, kind: str = "stated") -> mg.model.ParticipantLists:
    """A list of members."""
    return snapshot(as_of, ("member", kind, codes))


def test_nine_attended_in_2013_and_none_is_a_member_by_that() -> None:
    """Attending a conference never becomes membership."""
    roster = mg.process_participants(ALMATY, on="2013-06-05")
    nine = ("AFG", "AZE", "IRN", "KAZ", "KGZ", "PAK", "TJK", "TKM", "TUR")
    assert nine == roster.participants.codes
    assert roster.members.certain.codes == ()
    assert ("AFG", "AZE", "KAZ", "KGZ", "TJK", "TKM", "TUR") == roster.members.listed.codes
    assert roster.as_of is None
    assert roster.chair.codes == ("KAZ",)
    for day in ("2013-06-04", "2013-06-06"):
        assert mg.process_participants(ALMATY, on=day).participants.codes == ()


def test_seven_members_and_two_observers_in_2015() -> None:
    """Both true: nine attended in 2013, seven and two are named in 2015."""
    roster = mg.process_participants(ALMATY, on="2015-10-22")
    assert ("AFG", "AZE", "KAZ", "KGZ", "TJK", "TKM", "TUR") == roster.members.codes
    assert ("IRN", "PAK") == roster.observers.codes
    assert ("KAZ",) == roster.chair.codes
    assert ("iom", "unhcr") == roster.support.codes
    assert roster.complete
    assert "2015-10-22" == str(roster.as_of)
    assert 7 == len(mg.process_participants(ALMATY, on="2015-10-22", role="member"))
    assert "Türkiye" in roster
    assert "UZB" not in roster
    assert "IRN" not in roster.members


def test_without_a_date_the_latest_complete_list_answers() -> None:
    """With its date; Turkmenistan is an observer by then."""
    roster = mg.process_participants(ALMATY)
    assert ("AFG", "AZE", "KAZ", "KGZ", "TJK", "TUR") == roster.members.codes
    assert ("IRN", "ITA", "PAK", "TKM") == roster.observers.codes
    assert ("2024~", "2025-04-24") == (str(roster.as_of), str(roster.on))
    assert roster.complete
    assert 6 == len(mg.process_participants(ALMATY, role="member"))
    assert roster.secretariat.codes == ("AZE",)
    assert roster.secretariat.answer("iom") is Answer.UNKNOWN
    assert (roster.chair.codes, roster.chair.possible.codes) == (("KAZ",), ("AZE",))
    assert roster.chair.certain.codes == ("KAZ",)


def test_doubt_of_a_list_is_kept() -> None:
    """Turkmenistan "to be confirmed" in 2016 is possible, not certain."""
    roster = mg.process_participants(ALMATY, on="2016-10-03")
    assert roster.members.answer("TKM") is Answer.UNKNOWN
    assert roster.members.answer("KAZ") is Answer.YES
    assert roster.members.answer("UZB") is Answer.NO


def test_a_hand_over_on_which_sources_differ_leaves_the_chair_open() -> None:
    """Between the dates of the sources either may be in the chair."""
    roster = mg.process_participants(ALMATY, on="2018-10-15")
    assert (("KGZ",), ("TJK",)) == (roster.chair.listed.codes, roster.chair.possible.codes)
    assert ("TJK",) == mg.process_participants(ALMATY, on="2019-06-01").chair.codes


CASES = {
    "on the day of a list": ("2005-06-01", [members("2005-06-01", "AAA")], {"AAA": "+"}),
    "between two lists": (
        "2006-01-01",
        [members("2005-06-01", "AAA BBB"), members("2007", "AAA")],
        {"AAA": "+", "BBB": "~"},
    ),
    "only the later names": (
        "2006-01-01",
        [members("2005-06-01", "AAA"), members("2007", "AAA BBB")],
        {"AAA": "+", "BBB": "?"},
    ),
    "after the last list": ("2020", [members("2005-06-01", "AAA")], {"AAA": "~"}),
    "before the first list": ("2004-01-01", [members("2005-06-01", "AAA")], {"AAA": "~"}),
    "no list at all": ("2004-01-01", [members("2005", "AAA", "partial")], {"AAA": "~"}),
    "a partial list on its day": (
        "2005-06-01",
        [members("2005-06-01", "AAA", "partial")],
        {"AAA": "+"},
    ),
    "a partial list of an imprecise day": (
        "2005-06-01",
        [members("2005", "AAA", "partial")],
        {"AAA": "~"},
    ),
    "a list of a span of days": (
        "2005-06-01",
        [members("2005-05-31/2005-06-02", "AAA", "attendance")],
        {"AAA": "?"},
    ),
    "an uncertain list": (
        "2005-06-01",
        [members("2005-06-01?", "AAA", "attendance")],
        {"AAA": "?"},
    ),
    "absence from a partial list proves nothing": (
        "2006-01-01",
        [
            members("2005-06-01", "AAA"),
            members("2006-01-01", "BBB", "partial"),
            members("2007", "AAA"),
        ],
        {"AAA": "+", "BBB": "+"},
    ),
    "a partial list against a stated one of the day": (
        "2005-06-01",
        [members("2005-06-01", "AAA"), members("2005-06-01", "BBB", "partial")],
        {"AAA": "+", "BBB": "?"},
    ),
    "two stated lists of one day": (
        "2005-06-01",
        [members("2005-06-01", "AAA BBB"), members("2005-06-01", "AAA")],
        {"AAA": "+", "BBB": "?"},
    ),
    "a doubted name": ("2005-06-01", [members("2005-06-01", "AAA?")], {"AAA": "?"}),
    "a doubted name between certain ones": (
        "2006-01-01",
        [members("2005", "AAA"), members("2007", "AAA?")],
        {"AAA": "~"},
    ),
    "an imprecise list may lie before or after": (
        "2005-06-01",
        [members("2004", "AAA"), members("2005", "AAA BBB")],
        {"AAA": "~", "BBB": "~"},
    ),
    "all days of a year": (
        "2005",
        [
            members("2004-12-31", "AAA BBB"),
            members("2005-06-01", "AAA"),
            members("2006-01-01", "AAA"),
        ],
        {"AAA": "+", "BBB": "?"},
    ),
    "one of two days": (
        "[2005-06-01,2020]",
        [members("2005-06-01", "AAA"), members("2006", "BBB")],
        {"AAA": "?", "BBB": "?"},
    ),
    "an open list": ("2030", [members("2005/..", "AAA")], {"AAA": "~"}),
    "an open list, on a day it may be of": (
        "2010",
        [members("2005/..", "AAA"), members("2004-01-01", "AAA BBB")],
        {"AAA": "~", "BBB": "?"},
    ),
    "vague lists in either order": (
        "2006",
        [members("2005", "AAA"), members("2005-06-01", "BBB")],
        {"AAA": "?", "BBB": "~"},
    ),
    "the day after rival lists of one day": (
        "2005-06-02",
        [members("2005-06-01", "AAA BBB"), members("2005-06-01", "AAA")],
        {"AAA": "~", "BBB": "?"},
    ),
    "a vague list does not outweigh an exact later one": (
        "2025-12-01",
        [members("2024~", "AAA BBB"), members("2025-06-01", "AAA")],
        {"AAA": "~", "BBB": "?"},
    ),
    "a list of a doubted date": ("2010", [members("2005-06-01?", "AAA")], {"AAA": "~"}),
    "an old list that a later one has overtaken": (
        "2010",
        [members("2001", "AAA BBB"), members("2003", "AAA")],
        {"AAA": "~", "BBB": "?"},
    ),
    "a future list that an earlier one comes before": (
        "2002",
        [members("2001-01-01", "AAA"), members("2005", "AAA"), members("2008", "BBB")],
        {"AAA": "+"},
    ),
    "before the process began": ("1999-12-31", [members("2005-06-01", "AAA")], {}),
    "a year in which the process began": (
        "1999/2006",
        [members("2000-01-01", "AAA")],
        {"AAA": "?"},
    ),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
def test_rules_of_participation(case: str) -> None:
    """Certain, possible or not, list by list."""
    on, lists, expected = CASES[case]
    assert expected == answers(on, *lists)


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
def test_an_uncertain_question_is_answered_for_any_day() -> None:
    """Who joined at some time is possible."""
    assert {"AAA": "?"} == answers("2005?", members("2005-06-01", "AAA"))


def test_lists_of_a_meeting_do_not_outlast_it() -> None:
    """A complete list of organizers is one of that meeting."""
    meeting = mg.model.Meeting(
        id="m", process=ProcessId("a-process"), level=MeetingLevel.CONFERENCE, title="M",
        date=mg.PartialDate("2005-06-01"), citations=CITED,
    )  # fmt: skip
    lists = snapshot("2005-06-01", ("organizer", "stated", "AAA"), meeting="m")
    for on, expected in (("2005-06-01", {"AAA": "+"}), ("2005-06-02", {}), ("2010", {})):
        assert expected == answers(on, lists, role="organizer", meetings=(meeting,))


@pytest.mark.parametrize(
    ("when", "found"), [("[2002,2004]", "2002 2004"), ("[2002..2004]", "2002 2003 2004")]
)
def test_a_meeting_lies_on_the_days_of_its_date(when: str, found: str) -> None:
    """A set of two years does not have the year between."""
    meeting = mg.model.Meeting(
        id="m", process=ProcessId("a-process"), level=MeetingLevel.CONFERENCE, title="M",
        date=mg.PartialDate(when), citations=CITED,
    )  # fmt: skip
    facts = dataset(processes=(process(meetings=(meeting,)),))
    years = [str(y) for y in range(2000, 2006) if mg.meetings_of(between=(y, y), dataset=facts)]
    assert found.split() == years


def test_explicit_terms_win_over_lists() -> None:
    """From and until answer for their role; on other days a party named in it may have it."""
    held = mg.model.Term(
        process=ProcessId("a-process"), role=ProcessRole.MEMBER, state=StateId("BBB"),
        start=mg.PartialDate("2004"), end=mg.PartialDate("2006-06-30"), citations=CITED,
    )  # fmt: skip
    cases = {
        "2003": {"AAA": "~", "BBB": "?"},
        "2004": {"AAA": "~", "BBB": "?"},
        "2005": {"AAA": "~", "BBB": "+"},
        "2006": {"AAA": "~", "BBB": "?"},
        "2007": {"AAA": "~", "BBB": "?"},
    }
    for on, expected in cases.items():
        assert expected == answers(on, members("2005-06-01", "AAA"), terms=(held,))
    with pytest.warns(
        mg.errors.CoverageWarning, match="lies outside what is known of the A Process"
    ):
        answers("2004/..", members("2005-06-01", "AAA"), terms=(held,))


def test_as_of_is_the_list_the_answer_rests_on() -> None:
    """Between two lists the one before; its date marks how old it is."""
    lists = (members("2005-06-01", "AAA"), members("2007-06-01", "AAA"))
    facts = dataset(processes=(process(*lists),))
    for on, as_of, complete in (
        ("2004", None, True),
        ("2005-06-01", "2005-06-01", True),
        ("2006", "2005-06-01", True),
        ("2020", "2007-06-01", True),
        ("2004/2006", "2005-06-01", True),
    ):
        roster = mg.process_participants("A Process", on, dataset=facts)
        assert (as_of, complete) == (roster.as_of and str(roster.as_of), roster.complete)


def test_a_process_without_complete_lists() -> None:
    """Its roster has whom lists name, and says that it is not complete."""
    facts = dataset(processes=(process(members("2005", "AAA", "partial")),))
    roster = mg.process_participants("A Process", dataset=facts)
    assert (1, None, False, "2025-12-31") == (
        len(roster),
        roster.as_of,
        roster.complete,
        str(roster.on),
    )
    assert "not complete" in repr(roster)


def test_rosters_are_frozen_values() -> None:
    """Equal, hashable, picklable, readable."""
    roster = mg.process_participants(ALMATY, on="2013-06-05")
    assert roster == pickle.loads(pickle.dumps(roster)) == copy.deepcopy(roster)
    assert hash(roster) == hash(copy.deepcopy(roster))
    assert roster != mg.process_participants(ALMATY)
    assert roster != "roster"
    assert "members: 7 listed" in repr(roster)
    first = {"grade": "certain", "institution": "almaty-process"}
    assert first.items() <= roster.to_dicts()[0].items()
    both = {(each.participant, each.role) for each in (*roster.certain, *roster.listed)}
    assert both == {(each.participant, each.role) for each in roster}
    assert roster.citations
    assert "KAZ: chair of almaty-process" in [str(each) for each in roster]
    assert "TKM: member of almaty-process (listed, 2015-10-22)" in map(str, roster.listed)


def test_processes_of_a_state() -> None:
    """The mirror image of the roster."""
    member, *others = mg.processes_of("Türkiye", on="2015-10-22")
    assert {"budapest-process", "gfmd", "mtm", "prague-process"} <= {
        each.process for each in others if each.grade is not mg.vocabularies.Grade.POSSIBLE
    }
    assert ("member", Answer.YES, ("2015-10-22",)) == (member.role, member.answer, member.as_of)
    assert member.citations
    assert [
        ("almaty-process", "observer"),
        ("budapest-process", "member"),
        ("prague-process", "member"),
    ] == [
        (each.process, each.role)
        for each in mg.processes_of("TKM")
        if each.role != "participant" and each.reading
    ]
    possible = [
        each for each in mg.processes_of("TKM", on="2022-06-01") if each.process == ALMATY_ID
    ]
    assert {"member"} == {each.role.value for each in possible} - {"participant"}
    assert not any(each.certain for each in possible)
    assert {"partner", "support-unit"} == {
        each.role.value
        for each in mg.processes_of("unhcr")
        if each.reading and each.process == ALMATY_ID
    }
    assert {"budapest-process", "prague-process"} <= {
        each.process for each in mg.processes_of("UZB", on="2015-10-22")
    }


def test_chairs_with_their_contested_terms() -> None:
    """In order, with officers and notes; on a date those that may cover it."""
    chairs = mg.chairs_of(ALMATY)
    assert ["KAZ", "KGZ", "TJK", "TUR", "AZE", "KAZ"] == [term.state for term in chairs]
    first, second, *_ = chairs
    assert "[2016-10..2016-11]" == str(first.end) == str(second.start)
    assert "Birzhan Nurymbetov" == first.officers[0].name
    assert ["TUR"] == [term.participant for term in mg.chairs_of(ALMATY, on="2022")]
    assert ["KAZ", "KGZ"] == [term.state for term in mg.chairs_of(ALMATY, on="2016-10-15")]
    assert [] == list(mg.chairs_of(ALMATY, on="2012"))
    assert "almaty-process: KAZ chair, 2013-06-05 to [2016-10..2016-11]" == str(first)


def test_meetings_by_date_and_level() -> None:
    """All of them, or those of one level."""
    meetings = mg.meetings_of(ALMATY)
    assert 19 == len(meetings)
    numbers = [each.number for each in mg.meetings_of(ALMATY, level="senior-officials")]
    assert ["1", "2", "3", "4", "5", "6", "7?", "8"] == numbers
    assert ("KAZ",) == mg.meetings_of(ALMATY, level="ministerial")[0].hosts
    assert str(meetings[0]).endswith("in Central Asia, 2011-03-15/2011-03-16, hosted by KAZ")


def test_a_meeting_names_its_hosts() -> None:
    """In its text, in the text of several meetings, and by name in a notebook."""
    meetings = mg.meetings_of("GFMD")
    assert str(meetings[0]) == "gfmd: GFMD meeting no. 1, 2007, hosted by BEL"
    assert "12th GFMD Summit, 2020-01-20/2020-01-24, hosted by ECU" in repr(meetings)
    for shown in (meetings, meetings[0]):
        assert "Belgium" in (shown._repr_html_() or "")
    both = evolve(meetings[0], hosts=(StateId("DEU"), StateId("MAR")))
    assert str(both).endswith("hosted by DEU and MAR")
    assert str(evolve(both, hosts=())).endswith(", 2007")


def test_bad_questions_about_processes() -> None:
    """An unknown process, role or level, a date that is none, a date outside."""
    with pytest.raises(
        mg.errors.UnknownProcessError, match="no process has the name 'Nansen Process'"
    ):
        mg.process_participants("Nansen Process")
    with pytest.raises(mg.errors.WrongTypeError, match="ConsultativeProcess, not None"):
        mg.process_participants(None)  # type: ignore[arg-type]  # on purpose
    with pytest.raises(
        mg.errors.UnknownTermError, match="'boss' is no process role; there are member"
    ):
        mg.process_participants(ALMATY, role="boss")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(mg.errors.UnknownTermError, match="there are member"):
        mg.process_participants(ALMATY).role("boss")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(mg.errors.UnknownTermError, match="'summit' is no meeting level"):
        mg.meetings_of(ALMATY, level="summit")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(mg.errors.InvalidDateError, match="no month 13"):
        mg.process_participants(ALMATY, on="2013-13")
    with pytest.warns(mg.errors.CoverageWarning, match="2010 to 2025-04-24"):
        mg.process_participants(ALMATY, on="2031")


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("on", ["2009-12-31", "1990", "../2009", "2010"])
def test_before_the_founding_nobody_takes_part(on: str) -> None:
    """A plain no for states and organizations in every role, without a warning."""
    roster = mg.process_participants(ALMATY, on)
    assert not roster.certain
    assert not roster.possible
    for role in ProcessRole:
        listed = roster.role(role)
        assert [mg.Answer.NO, mg.Answer.NO] == [listed.answer(each) for each in ("KAZ", "unhcr")]
    assert mg.chair_on(ALMATY, on).complete
    assert not mg.processes_of("KAZ", on="1950")


def test_without_a_recorded_founding_no_day_is_too_early_to_take_part() -> None:
    """The first event of a process is not its founding: the answer is open, with a warning."""
    almaty = evolve(mg.find_process(ALMATY), milestones=())
    facts = mg.Dataset.of(
        mg.dataset().manifest,
        states=mg.dataset().states,
        organizations=mg.dataset().organizations,
        processes=[almaty],
    )
    with pytest.warns(mg.errors.CoverageWarning, match="nothing was recorded before"):
        roster = mg.process_participants(ALMATY, "1900", dataset=facts)
    assert roster.members.answer("TUR") is mg.Answer.UNKNOWN
    assert roster.members.answer("KAZ") is mg.Answer.NO  # there was no such state


def test_disagreements_are_asked_by_subject_and_field() -> None:
    """Rival values, the one used, and why."""
    (malta,) = mg.disagreements("MLT")
    assert ["2003-11-18", "2004-06-02"] == [claim.value for claim in malta.claims]
    assert "2003-11-18" == malta.preferred
    assert ["ch-sr-0-142-01-2021", "iom-malta"] == [c.source for c in malta.citations]
    assert {"joined"} == {each.field for each in mg.disagreements(field="joined")}
    assert None is mg.disagreements("TKM", "member")[0].preferred
    assert () == mg.disagreements("LIE")
    assert mg.disagreements("Malta") == mg.disagreements(mg.find_state("MLT")) != ()
    assert mg.disagreements("Almaty Process") == mg.disagreements(mg.find_process(ALMATY)) != ()
    with pytest.raises(
        mg.errors.UnknownTermError, match="sources disagree on no fact called 'joind'"
    ):
        mg.disagreements(field="joind")
    with pytest.raises(
        mg.errors.UnknownStateError, match="no state, organization, process or treaty has the name"
    ):
        mg.disagreements("Atlantis")
    assert len(mg.disagreements()) > 40


def test_absence_from_an_incomplete_roster_is_unknown() -> None:
    """Unknown is never no: only whom no record names is excluded before the first list."""
    launch = mg.process_participants(ALMATY, on="2013-06-05")
    assert launch.members.answer("IRN") is Answer.UNKNOWN
    assert launch.participants.answer("UZB") is Answer.UNKNOWN
    assert launch.members.complete
    assert launch.members.answer("UZB") is not Answer.YES
    assert launch.chair.answer("TUR") is Answer.NO
    assert ", not complete>" in repr(launch.participants)
    later = mg.process_participants(ALMATY, on="2015-10-22")
    assert later.members.answer("UZB") is Answer.NO
    assert later.role("guest").answer("UZB") is Answer.UNKNOWN
    contested = mg.process_participants(ALMATY, on="2018-10-15")
    assert contested.chair.answer("TUR") is Answer.UNKNOWN
    assert mg.process_participants(ALMATY).members.answer("BRA") is Answer.NO


def test_outside_what_is_known_of_processes() -> None:
    """After the latest evidence every question warns."""
    for ask in (
        lambda: mg.processes_of("KAZ", on="2040"),
        lambda: mg.processes_of("PRK", on="2040"),
        lambda: mg.chairs_of(ALMATY, on="2040"),
        lambda: mg.process_participants(ALMATY, on="2040"),
    ):
        with pytest.warns(mg.errors.CoverageWarning, match="nothing changed since") as caught:
            ask()
        assert caught[0].filename == __file__
    assert () == mg.processes_of("KAZ", on="1990")
    assert () == mg.processes_of("AAA", on="2040", dataset=dataset(processes=()))


@pytest.mark.parametrize(
    "day", ["2015-10-21/2015-10-22", "2016-10/2016-11", "2018-09/2018-12", "2025-04-24"]
)
def test_a_stretch_agrees_with_its_days(day: str) -> None:
    """Certain in a stretch: certain on each of its days; possible: on some of them."""
    whole = mg.process_participants(ALMATY, on=day)
    first, last = whole.on.earliest, whole.on.latest
    assert first is not None
    assert last is not None
    days = [first.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)]
    daily = [mg.process_participants(ALMATY, on=each) for each in days]
    for role in ("chair", "member", "observer"):
        certain = set.intersection(*(set(each.role(role).codes) for each in daily))
        open_to = set.union(
            *({*each.role(role).codes, *each.role(role).possible.codes} for each in daily)
        )
        assert certain == set(whole.role(role).codes)
        assert open_to - certain == set(whole.role(role).possible.codes)


def test_two_terms_of_one_state_are_one_participation() -> None:
    """Over years that both touch it is there once; two terms that adjoin cover what is between."""
    rolls = mg.process_participants(ALMATY, on="2010/2025-04-24").chair
    assert len(set(rolls.possible.codes)) == len(rolls.possible.codes)
    assert sorted(rolls.possible.codes) == list(rolls.possible.codes)
    first, second = (
        mg.model.Term(
            process=ProcessId("a-process"), role=ProcessRole.MEMBER, state=StateId("AAA"),
            start=start, end=end, citations=CITED,
        )
        for start, end in (("2004-01-01", "2004-06-30"), ("2004-07-01", "2004-12-31"))
    )  # fmt: skip
    assert {"AAA": "+"} == answers("2004", terms=(first, second))


def test_a_state_that_has_ended_is_on_no_list_any_more() -> None:
    """Whatever list still stands: its successors have to be named themselves."""
    facts = dataset(
        states=(state("KAZ"), state("CSXX", end="2006-06-04")),
        processes=(
            process(
                snapshot("2004-01-01", ("member", "stated", "CSXX KAZ")),
                covered_until="2010",
            ),
        ),
    )
    whose = facts.process_ids[0]

    def members(on: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        roll = mg.process_participants(whose, on, dataset=facts).members
        return roll.codes, roll.possible.codes

    assert members("2006-06-04") == (("CSXX", "KAZ"), ())
    assert members("2006-06-05") == (("KAZ",), ())
    assert members("2006") == (("KAZ",), ("CSXX",))


def test_the_id_of_a_body_is_nobodys_name() -> None:
    """Although a name of a state begins like it."""
    roll = mg.observers_on("2002-12-02")
    assert roll.answer("france-pacific-liaison") is not mg.Answer.YES


def launched(when: str) -> mg.model.Milestone:
    """The launch of a process."""
    kind = mg.vocabularies.MilestoneKind.LAUNCHED
    return mg.model.Milestone(kind=kind, date=mg.PartialDate(when), label="x", citations=CITED)


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
@pytest.mark.parametrize("more", [(), (launched("1990?"),)])
def test_a_doubted_founding_makes_no_certain_no(more: tuple[mg.model.Milestone, ...]) -> None:
    """A date with "?" makes nothing certain, also where another founding is not doubted."""
    first = launched("2000") if more else launched("2000?")
    one = process(members("2001", "AAA"), milestones=(*more, first))
    facts = dataset(processes=(one,))
    roster = mg.process_participants("A Process", "1980", dataset=facts)
    assert Answer.UNKNOWN is roster.members.answer("AAA")
    assert "1 possible" in repr(roster)


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
def test_a_chair_before_the_launch_is_a_chair() -> None:
    """A term is an event of the process, too, unless nothing tells when it began."""
    terms = tuple(
        mg.model.Term(
            process=ProcessId("a-process"), state=StateId(code), number=number,
            start=mg.PartialDate(start), end=mg.PartialDate("1999"), citations=CITED,
        )
        for number, (code, start) in enumerate((("AAA", "[..1999]"), ("BBB", "1998-01-01")), 1)
    )  # fmt: skip
    facts = dataset(processes=(process(terms=terms),))
    assert ("BBB",) == mg.chair_on("A Process", "1998-06-01", dataset=facts).codes
    early = mg.process_participants("A Process", "1997", dataset=facts)
    assert "before its founding" in repr(early)
    assert Answer.NO is early.members.answer("AAA")


@pytest.mark.parametrize(
    ("on", "chairs"),
    [
        ("2005-07-01", {"AAA": "certain", "BBB": "possible"}),
        ("2006-01-01", {"AAA": "listed", "BBB": "possible"}),
        ("2006-12-09", {"AAA": "possible", "BBB": "certain"}),
        ("2006-12-10", {"BBB": "certain"}),
    ],
)
def test_a_chair_without_an_end_ends_when_the_next_begins(on: str, chairs: dict[str, str]) -> None:
    """On some day of those on which that may be."""
    terms = tuple(
        mg.model.Term(
            process=ProcessId("a-process"), state=StateId(code), number=number,
            start=mg.PartialDate(start), citations=CITED,
        )
        for number, (code, start) in enumerate(
            (("AAA", "2003-05-13"), ("BBB", "[2005-07-01..2006-12-09]")), 1
        )
    )  # fmt: skip
    facts = dataset(processes=(process(terms=terms),))
    found = mg.chair_on("A Process", on, dataset=facts)
    grades = (("certain", found.certain), ("listed", found.listed), ("possible", found.possible))
    assert chairs == {code: grade for grade, side in grades for code in side.codes}


def test_who_perhaps_attended_is_a_possible_participant_on_each_day_of_the_meeting() -> None:
    """From its first day to its last, and on no other."""
    listed = snapshot("2001-03-01/2001-03-02", ("participant", "attendance", "AAA?"))
    days = {"2001-02-28": {}, "2001-03-01": {"AAA": "?"}, "2001-03-02": {"AAA": "?"},
            "2001-03-03": {}}  # fmt: skip
    for on, expected in days.items():
        assert expected == answers(on, listed, role="participant"), on


def test_a_list_of_some_day_of_years_is_read_on_all_of_them() -> None:
    """And no earlier; it may be of the first."""
    lists = (members("[2002..2012]", "AAA"),)
    for on, sign in (("2001-12-31", "?"), ("2002-01-01", "~"), ("2005", "~"), ("2013", "~")):
        assert {"AAA": sign} == answers(on, *lists), on


@cache
def filters() -> tuple[mg.Dataset, ...]:
    """The facts as some of their sources give them."""
    facts = mg.dataset()
    return (
        mg.as_known_on(facts, "2016-01-01"),
        mg.as_known_on(facts, "2020-01-01"),
        mg.restricted_to(facts, kinds=["press"]),
        mg.restricted_to(facts, kinds=["official-page"]),
    )


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
@pytest.mark.parametrize("process", mg.dataset().process_ids)
def test_before_a_founding_a_filtered_dataset_is_no_more_certain(process: str) -> None:
    """Without the source of the earlier founding, the later one must not exclude anybody."""
    facts = mg.dataset()
    founded = [each.date for each in facts.process(process).milestones]
    days = {day for date in founded for day in (date.earliest, date.latest) if day is not None}
    for filtered in filters():
        for day in days if process in filtered.process_ids else ():
            less, full = (
                mg.process_participants(process, day, dataset=each) for each in (filtered, facts)
            )
            assert less.complete_roles <= full.complete_roles
            table = frames.annotate(
                pd.DataFrame({"c": ["ERI", "USA"], "d": [day, day]}), "c", "d",
                [f"{process}_member"], dataset=filtered,
            )  # fmt: skip
            for code, word in zip(("ERI", "USA"), table[f"{process}_member"], strict=True):
                assert word in (str(less.members.answer(code)), "unknown")


def test_whom_a_list_leaves_out_is_none_by_the_source_of_the_list() -> None:
    """So that "none" can be cited as well as "member"."""
    facts = dataset(processes=(process(members("2001-01-01", "AAA")),))
    found = mg.status_on("BBB", "2001-01-01", "A Process", dataset=facts)
    assert found.listed == "none"
    assert found.citations == CITED


@pytest.mark.parametrize(
    ("later", "as_of"), [((), "2001-01-01"), ((members("2010", "AAA BBB"),), "2010")]
)
def test_a_possible_member_is_cited_by_the_lists_that_say_so_or_else_by_the_others(
    later: tuple[mg.model.ParticipantLists, ...], as_of: str
) -> None:
    """A source is behind every answer, also where no list says that it is a member."""
    attended = ("member", "stated", "AAA"), ("participant", "attendance", "AAA BBB")
    facts = dataset(processes=(process(snapshot("2001-01-01", *attended), *later),))
    ties = mg.profile_of("BBB", "2005", dataset=facts)
    (tie,) = (each for each in ties if each.role is ProcessRole.MEMBER)
    assert ("possible", (as_of,), CITED) == (tie.grade.value, tie.as_of, tie.citations)


@pytest.mark.parametrize(
    ("on", "later"),
    [("2001-01-01", [False]), ("2005", [False, True]), ("2010-01-01", [False, False])],
)
def test_a_reason_says_whether_it_is_later_than_the_date(on: str, later: list[bool]) -> None:
    """A list on its own day is not."""
    lists = members("2001-01-01", "AAA BBB"), members("2010-01-01", "AAA")
    found = mg.why("BBB", on, "A Process", dataset=dataset(processes=(process(*lists),)))
    assert later == [each.later for each in found.reasons]


def test_an_exit_of_a_year_comes_before_a_list_of_the_next_day() -> None:
    """Who left in 2002 left at the end of a day of it, so it was a member on the first day."""
    steps = in_process("AAA", "joined", "2001-12"), in_process("AAA", "withdrew", "2002")
    facts = dataset(processes=(process(members("2003-01", "BBB"), transitions=steps),))
    answers = {"2001-12-30": "unknown", "2002-01-01": "yes", "2002-01-02": "unknown"}
    for on, answer in answers.items():
        assert answer == mg.is_member("AAA", on, "A Process", dataset=facts).value, on


def test_no_entry_after_the_date_is_that_since_which_a_party_takes_part() -> None:
    """Whatever party and date, in processes and organizations; a second spell has its own."""

    def ties(code: str, on: str) -> Any:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return mg.profile_of(code, on)

    for code, on in product(mg.states().codes, ("1985", "2000-06-30", "2012")):
        for each in ties(code, on):
            assert each.since is None or each.since.first_ordinal <= each.on.last_ordinal, each
    of_iom = [
        next(x for x in ties("AUS", on) if x.institution == "iom") for on in ("1960", "1990")
    ]
    assert ["[1951-12-05..1952-10-13]", "1985-05-24"] == [str(each.since) for each in of_iom]
