"""Rolls, statuses, spells and transitions, on the bundled facts and on made-up ones."""

from __future__ import annotations

import warnings
from datetime import UTC, date, datetime
from typing import Any

import attrs
import pandas as pd
import pytest

import migrationgov as mg
from migrationgov import Answer
from migrationgov.model.register_file import RegisterFile
from migrationgov.vocabularies import Status
from miniature import body, dataset, register
from strategies import transition


def facts(*steps: mg.model.Transition) -> mg.Dataset:
    """A miniature dataset with these steps."""
    return dataset(registers=(register(*steps),))


UNDATED = transition("AAA", "joined", "1994")


def test_the_first_question() -> None:
    """93 members the day before, 98 on the day, the five of seed and record among them."""
    before, after = mg.members_on("2002-12-01"), mg.members_on("2002-12-02")
    assert (93, 98) == (len(before), len(after))
    assert {"KAZ", "KHM", "NGA", "RWA", "ZWE"} == set(after.codes) - set(before.codes)
    assert "KAZ" in after
    assert "Kazakhstan" not in before


@pytest.mark.parametrize(
    "day",
    [
        date(2002, 12, 2),
        datetime(2002, 12, 2, 12, tzinfo=UTC),
        pd.Timestamp("2002-12-02"),
        "2002-12-02",
        mg.PartialDate("2002-12-02"),
        "2 December 2002",
    ],
)
def test_every_form_of_a_date_gives_the_same_roll(day: str) -> None:
    """Equal rolls, equal hashes."""
    expected = mg.members_on("2002-12-02")
    assert expected == mg.members_on(day)
    assert hash(expected) == hash(mg.members_on(day))


@pytest.mark.parametrize(
    "organization", ["IOM", "iom", "OIM", "ICEM", mg.find_organization("IOM")]
)
def test_every_form_of_an_organization_gives_the_same_roll(organization: str) -> None:
    """Names of all times, and the record."""
    assert mg.members_on("2002-12-02") == mg.members_on("2002-12-02", organization)


def test_an_imprecise_question_asks_about_all_its_days() -> None:
    """Certain: on every day of it; possible: on some day of it."""
    roll = mg.members_on("2002")
    assert "KAZ" in roll.possible
    assert "KAZ" not in roll
    assert set(mg.members_on("2002-01-01").codes) == set(roll.codes)
    assert mg.is_member("KAZ", "2002") is Answer.UNKNOWN
    assert mg.is_member("KAZ", "2003") is Answer.YES
    assert mg.is_member("KAZ", "2001") is Answer.NO


def test_a_question_about_one_of_two_days_asks_about_those_days_alone() -> None:
    """What happens between the two does not count."""
    steps = transition("AAA", "joined", "2000-03-01"), transition("AAA", "withdrew", "2000-06-01")
    ask = facts(*steps)
    assert mg.is_member("AAA", "[2000-02-01,2000-07-01]", dataset=ask) is Answer.NO
    assert mg.is_member("AAA", "[2000-02-01..2000-07-01]", dataset=ask) is Answer.UNKNOWN


def test_an_uncertain_question_may_be_about_any_day() -> None:
    """Only what never changed is certain."""
    assert mg.is_member("USA", "2010?") is Answer.UNKNOWN
    assert mg.is_member("LBN", "2010?") is Answer.NO
    assert mg.members_on("2010?").codes == ()


def test_an_imprecise_entry_is_possible_in_its_year_and_certain_after() -> None:
    """A member known only as of 1994."""
    ask = facts(UNDATED)
    assert mg.members_on("1993-12-31", dataset=ask).possible.codes == ()
    roll = mg.members_on("1994-06-01", dataset=ask)
    assert ((), ("AAA",)) == (roll.codes, roll.possible.codes)
    assert mg.members_on("1994-12-31", dataset=ask).codes == ("AAA",)
    assert roll.answer("AAA") is Answer.UNKNOWN
    assert roll.answer("BBB") is Answer.NO
    assert mg.members_on("1995", dataset=ask).answer("AAA") is Answer.YES


def test_an_uncertain_exit_makes_nothing_certain() -> None:
    """A `?` date may not have happened by then."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", mg.errors.CoverageWarning)
        later = mg.status_on("NIC", "2026-02-01")
    assert mg.is_member("NIC", "2025-12-10") is Answer.YES
    assert (Status.NONE, Status.MEMBER) == later.statuses
    assert later.member is Answer.UNKNOWN
    assert later.status is None


@pytest.mark.parametrize(
    ("state", "day", "expected"),
    [
        ("AUS", "1973-12-31", Answer.YES),
        ("AUS", "1974-01-01", Answer.NO),
        ("UZB", "2018-11-27", Answer.NO),
        ("UZB", "2018-12-31", Answer.NO),
        ("UZB", "2019-01-01", Answer.YES),
        ("RUS", "2021-04-18", Answer.NO),
        ("RUS", "2021-04-19", Answer.YES),
        ("TJK", "1994-06-01", Answer.NO),
        ("TJK", "1994-11-28", Answer.NO),
        ("TJK", "1994-11-29", Answer.YES),
        ("USA", "1953-01-01", Answer.YES),
        ("BEL", "1955-01-01", Answer.UNKNOWN),
        ("GBR", "1965", Answer.UNKNOWN),
        ("GBR", "1975", Answer.NO),
        ("SLE", "2001-08-01", Answer.UNKNOWN),
        ("SLE", "2001-11-07", Answer.YES),
        ("COK", "2017-11-28", Answer.YES),
        ("VAT", "2011-12-05", Answer.YES),
        ("LBN", "2024", Answer.NO),
        ("LIE", "2024", Answer.NO),
        ("UNDP", "2024", Answer.NO),
        ("order-of-malta", "2000", Answer.NO),
    ],
)
def test_membership_on_a_day(state: str, day: str, expected: Answer) -> None:
    """The hard cases of the register."""
    assert expected is mg.is_member(state, day)


def test_a_seat_passes_from_state_to_state_without_gap_or_double() -> None:
    """Yugoslavia's seat of 2001, Serbia and Montenegro's and Serbia's are one on every day."""
    seats = {"YUCS", "CSXX", "SRB"}
    for day, holder in {
        "2001-11-27": "YUCS",
        "2003-02-03": "YUCS",
        "2003-02-04": "CSXX",
        "2006-06-04": "CSXX",
        "2006-06-05": "SRB",
        "2025": "SRB",
    }.items():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", mg.errors.CoverageWarning)
            assert {holder} == seats & set(mg.members_on(day).codes)
    assert not seats & set(mg.members_on("2001-11-26").codes)
    (serbia,) = mg.memberships_of("SRB", "IOM")
    (union,) = mg.memberships_of("CSXX", "IOM")
    assert ("CSXX", None) == (serbia.continues, serbia.continued_by)
    assert ("YUCS", "SRB") == (union.continues, union.continued_by)
    assert "2006-06-04" == str(union.end)


def test_observers_are_told_apart() -> None:
    """States and organizations, alone or together."""
    both = mg.observers_on("2002-12-02")
    states = mg.observers_on("2002-12-02", kind="state")
    bodies = mg.observers_on("2002-12-02", kind="organization")
    assert sorted(both.codes) == sorted(states.codes + bodies.codes)
    assert "BDI" in states
    assert "Amnesty International" in {each.name for each in bodies}
    assert "amnesty-international" in bodies
    with pytest.raises(mg.errors.UnknownTermError, match="it may be 'state', 'organization'"):
        mg.observers_on("2002-12-02", kind="ngo")  # type: ignore[call-overload]  # on purpose


def test_an_observer_that_applies_is_both() -> None:
    """Kazakhstan stays an observer until it is admitted; its application is pending."""
    status = mg.status_on("KAZ", "2002-11-30")
    assert status.status is Status.OBSERVER
    assert status.applicant is Answer.YES
    assert status.observer is Answer.YES
    assert ["applied"] == [step.kind for step in status.pending]
    assert mg.status_on("KAZ", "2002-12-02").applicant is Answer.NO
    assert mg.status_on("KAZ", "1985").applicant is Answer.NO
    assert mg.status_on("KAZ", "2000-01-01").applicant is Answer.UNKNOWN


def test_an_applicant_without_other_status() -> None:
    """The status itself says so; before and after it is another."""
    ask = facts(
        transition("AAA", "applied", "2000-03-01"),
        transition("AAA", "admitted", "2000-05-01"),
        transition("AAA", "joined", "2000-06-01"),
    )
    assert mg.status_on("AAA", "2000-04-01", dataset=ask).applicant is Answer.YES
    assert mg.status_on("AAA", "2000-05-15", dataset=ask).status is Status.APPLICANT
    assert mg.status_on("AAA", "2000", dataset=ask).applicant is Answer.UNKNOWN
    assert mg.status_on("AAA", "2001", dataset=ask).applicant is Answer.NO
    unclear = facts(
        transition("AAA", "became-observer", "1990"), transition("AAA", "applied", "2000")
    )
    assert mg.status_on("AAA", "2000-06-01", dataset=unclear).applicant is Answer.UNKNOWN


def test_a_status_comes_with_the_transitions_that_say_so() -> None:
    """From the last settling step that has happened to the first that has not."""
    status = mg.status_on("AUS", "1980-01-01")
    assert ["became-observer", "joined"] == [step.kind for step in status.transitions]
    assert Status.OBSERVER in status
    assert status.citations
    assert status.to_dicts()[0]["state"] == "AUS"
    assert "AUS in iom on 1980-01-01: observer" == str(status)
    assert str(mg.status_on("GBR", "1965")).endswith("applicant or observer or member)")
    nobody = mg.status_on("LIE", "2000")
    assert ((Status.NONE,), (), ()) == (nobody.statuses, nobody.transitions, nobody.pending)


def test_a_notice_of_withdrawal_is_pending() -> None:
    """A member under notice is a member."""
    status = mg.status_on("NIC", "2025-06-01")
    assert status.status is Status.MEMBER
    assert ["notified-withdrawal"] == [step.kind for step in status.pending]


def test_spells_of_a_state_that_left_and_came_back() -> None:
    """Joining again opens a new spell; each end has its citations."""
    first, second = mg.memberships_of("Australia", "IOM")
    assert ("[1951-12-05..1952-10-13]", "1973-12-31") == (str(first.start), str(first.end))
    assert "1954-11-30" in [str(step.date) for step in first.steps]
    assert first.closed_by is not None
    assert first.closed_by.citations[0].source == "au-hansard-1973-09-12"
    assert second.end is None
    assert second.closed_by is None
    assert second.opened_by is not None
    assert second.opened_by.date == mg.PartialDate("1985-05-24")
    assert first.citations
    assert "AUS member of iom, 1985-05-24 to .." == str(second)


def test_spells_of_other_statuses_and_on_a_date() -> None:
    """One status, all statuses, or those that may cover a date."""
    assert ["member", "observer", "member"] == [
        s.status for s in mg.memberships_of("AUS", "IOM", status=None)
    ]
    (observer,) = mg.memberships_of("AUS", "IOM", status="observer")
    assert ("1977", "1985-05-23") == (str(observer.start), str(observer.end))
    assert (observer,) == mg.memberships_of("AUS", "IOM", status=None, on="1980")
    assert () == mg.memberships_of("AUS", "IOM", on="1980")
    assert () == mg.memberships_of("LIE", "IOM")
    (order,) = mg.memberships_of("order-of-malta", "IOM", status="observer")
    assert order.party == "order-of-malta"
    with pytest.raises(
        mg.errors.UnknownTermError, match="'guest' is no status; there are none, applicant"
    ):
        mg.memberships_of("AUS", "IOM", status="guest")  # type: ignore[arg-type]  # on purpose


@pytest.mark.parametrize(
    ("joined", "observer_until"),
    [
        ("1994-11-29", "1994-11-28"),
        ("1994", "[1993-12-31..1994-12-30]"),
        ("1994?", "1993-12-31?/1994-12-30?"),
        ("1994?/..", "1993-12-31?/.."),
        ("[1990..]", "[1989-12-31..]"),
    ],
)
def test_a_status_that_turns_into_another_ends_the_day_before(
    joined: str, observer_until: str
) -> None:
    """With the doubt of the date it turns on."""
    ask = facts(transition("AAA", "became-observer", "1980"), transition("AAA", "joined", joined))
    (observer,) = mg.memberships_of("AAA", "IOM", status="observer", dataset=ask)
    assert observer_until == str(observer.end)


@pytest.mark.parametrize(
    ("on", "kinds"),
    [
        ("2002-12-01", ["became-observer", "applied", "admitted"]),
        ("2002-12-02", ["joined"]),
        ("2002-12-03", ["joined"]),
    ],
)
def test_the_transitions_behind_a_status(on: str, kinds: list[str]) -> None:
    """From the last that settled it, which an application does not, to the next to come."""
    assert kinds == [each.kind for each in mg.status_on("KAZ", on).transitions]


def test_transitions_of_a_state_and_of_a_kind() -> None:
    """All steps, one state's, one kind's."""
    steps = mg.transitions("KAZ", "IOM")
    assert ["became-observer", "applied", "admitted", "joined"] == [step.kind for step in steps]
    assert steps == mg.transitions("Kazakhstan")
    assert steps.citations
    assert steps.to_dicts()[-1]["date"] == "2002-12-02"
    assert len(mg.transitions()) > 400
    assert {"joined"} == {step.kind.value for step in mg.transitions(kind="joined")}
    assert "CSXX" in [step.party for step in mg.transitions("YUCS")]
    assert str(steps[-1]) == "KAZ joined 2002-12-02 (iom)"
    with pytest.raises(mg.errors.UnknownTermError, match="there are applied"):
        mg.transitions(kind="enlisted")  # type: ignore[arg-type]  # on purpose


def test_tajikistan_joined_by_two_sources() -> None:
    """The register knows the day, the seed only the year: both citations stand on the record."""
    (joined,) = mg.transitions("TJK", kind="joined")
    assert "1994-11-29" == str(joined.date)
    assert {"ch-sr-0-142-01-2021": "", "irin-2002-kazakhstan-member": "1994"} == {
        c.source: c.given_text for c in joined.citations if not c.source.startswith("cia")
    }


@pytest.mark.parametrize(
    "between",
    ["2002", 2002, ("2002",), ("2001", "2002", "2003")],
    ids=["text", "number", "one", "three"],
)
def test_transitions_between_anything_but_two_dates(between: Any) -> None:
    """One date is no span."""
    with pytest.raises(mg.errors.WrongTypeError, match="it takes two dates: between="):
        mg.transitions(between=between)


def test_transitions_between_two_dates() -> None:
    """What may have happened between, by its earliest and latest day, both ends included."""
    steps = mg.transitions(between=("2002-12-02", "2002-12-02"), kind="joined")
    assert ["KAZ", "KHM", "NGA", "RWA", "ZWE"] == [step.party for step in steps]
    assert steps == mg.transitions(None, "IOM", between=("2002-12-02", "2002-12"), kind="joined")
    possible = mg.transitions(between=("1965", "1966"))
    assert ("FRA", "withdrew") in [(step.party, step.kind.value) for step in possible]
    assert ("GBR", "joined") in [(step.party, step.kind.value) for step in possible]
    with pytest.raises(mg.errors.InvalidDateError, match="ends before it begins"):
        mg.transitions(between=("2003", "2002"))


@pytest.mark.parametrize(
    ("joined", "withdrew", "expected"),
    [
        ("[2002,2004]", "2010", "2002 2004"),
        ("[2002..2004]", "2010", "2002 2003 2004"),
        ("[2002,2004]", "2003", "2002"),
        ("[2002,2004]", "2004-06", "2002 2004"),
        ("[2002,2004]", "2010?", "2002 2004"),
        ("2003?", "2010", "2003 2004 2005 2006 2007 2008 2009 2010"),
        ("2003?", "2005", "2003 2004 2005"),
        ("[..2002,2004]", "2010", "2000 2001 2002 2004"),
        ("[2009,2011..]", "2013", "2009 2011 2012 2013"),
    ],
)
@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
def test_a_transition_lies_on_the_days_of_its_date(
    joined: str, withdrew: str, expected: str
) -> None:
    """A set of two years does not have the year between; no entry comes after the exit."""
    own = facts(transition("AAA", "joined", joined), transition("AAA", "withdrew", withdrew))
    years = [
        year
        for year in map(str, range(2000, 2014))
        if mg.transitions(between=(year, year), kind="joined", dataset=own)
    ]
    assert expected.split() == years


def test_after_the_coverage_the_answer_comes_with_a_warning() -> None:
    """The evidence ends on a day; the warning points at the caller."""
    with pytest.warns(mg.errors.CoverageWarning, match="nothing changed since") as caught:
        assert len(mg.members_on("2030")) == 174
    assert caught[0].filename == __file__
    for ask in (
        lambda: mg.status_on("KAZ", "2030"),
        lambda: mg.observers_on("2010/.."),
        lambda: mg.is_member("KAZ", "2030"),
        lambda: mg.memberships_of("KAZ", "IOM", on="2030"),
    ):
        with pytest.warns(
            mg.errors.CoverageWarning, match="lies outside what is known of the register"
        ):
            ask()


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("on", [date(1950, 1, 1), "1950", "1951-12-04", "../1950", "[1900..1949]"])
def test_before_the_founding_the_answer_is_a_plain_no(on: date | str) -> None:
    """No party had a status in an institution that did not exist: no doubt, and no warning."""
    press = mg.restricted_to(mg.dataset(), kinds=["press"])
    for facts in (mg.dataset(), press):
        assert mg.is_member("KAZ", on, dataset=facts) is mg.Answer.NO
        status = mg.status_on("KAZ", on, dataset=facts)
        assert status.status is mg.vocabularies.Status.NONE
        assert status.applicant is mg.Answer.NO
        members, observers = mg.members_on(on, dataset=facts), mg.observers_on(on, dataset=facts)
        assert members.complete
        assert observers.complete
        assert members.answer("amnesty-international") is mg.Answer.NO
        assert observers.answer("amnesty-international") is mg.Answer.NO
        assert mg.status_on("amnesty-international", on, dataset=facts).observer is mg.Answer.NO
        assert not mg.memberships_of("KAZ", "IOM", on=on, dataset=facts)
    assert not mg.name_on("IOM", on)
    assert not mg.officeholders_on("IOM", on)


@pytest.mark.filterwarnings("error")
def test_a_date_across_the_founding_needs_no_warning() -> None:
    """Before the day of the founding the answer is known, and from it on the register covers."""
    assert mg.is_member("USA", "1951") is mg.Answer.UNKNOWN
    assert mg.is_member("KAZ", "../1960") is mg.Answer.NO


@pytest.mark.parametrize(
    "bad", [None, 0, 20021202, 37592, 2002.5, True, "02/12/2002", "2002-13", "", pd.NaT]
)
def test_bad_dates_are_refused_by_every_query(bad: str) -> None:
    """One clear error that says what would work."""
    assert mg.members_on(2002) == mg.members_on("2002")  # a year is no bad date
    for ask in (
        lambda: mg.members_on(bad),
        lambda: mg.observers_on(bad),
        lambda: mg.is_member("KAZ", bad),
        lambda: mg.status_on("KAZ", bad),
        lambda: mg.transitions(between=(bad, "2002")),
    ):
        with pytest.raises(mg.errors.InvalidDateError, match=r"write 2002|give a day"):
            ask()


def test_bad_states_and_organizations_are_refused() -> None:
    """Unknown, ambiguous, of a wrong type, or without a register."""
    with pytest.raises(
        mg.errors.UnknownStateError, match="no state or organization has the name 'Atlantis'"
    ):
        mg.is_member("Atlantis", "2002")
    with pytest.raises(mg.errors.AmbiguousNameError, match=r"COD.*COG"):
        mg.status_on("Congo", "2002")
    with pytest.raises(mg.errors.WrongTypeError, match="not None"):
        mg.memberships_of(None)  # type: ignore[arg-type]  # on purpose
    with pytest.raises(
        mg.errors.UnknownOrganizationError, match="no institution has the name 'NATO'"
    ):
        mg.members_on("2002", "NATO")
    with pytest.raises(
        mg.errors.UnknownOrganizationError, match=r"without a register of members.*iom"
    ):
        mg.members_on("2002", "UNHCR")
    with pytest.raises(mg.errors.WrongTypeError, match="not 7"):
        mg.members_on("2002", 7)  # type: ignore[call-overload]  # on purpose
    with pytest.raises(mg.errors.WrongTypeError, match=r"not \['IOM'\]"):
        mg.members_on("2002", ["IOM"])  # type: ignore[call-overload]  # on purpose


def test_a_name_of_an_index_is_no_organization() -> None:
    """What the library keeps for itself cannot be reached by a name."""
    mg.find_state("Kazakhstan")
    with pytest.raises(mg.errors.UnknownOrganizationError, match="state codes"):
        mg.members_on("2002", "state codes")


def test_another_dataset_is_asked_instead() -> None:
    """Every query takes one, and never mixes it with the bundled facts."""
    ask = facts(transition("AAA", "joined", "1990-05-01"))
    assert mg.members_on("2000", dataset=ask).codes == ("AAA",)
    assert [each.id for each in mg.members_on("2000", dataset=ask)] == ["AAA"]
    assert mg.is_member("State AAA", "2000", dataset=ask) is Answer.YES
    with pytest.raises(mg.errors.UnknownStateError, match="KAZ"):
        mg.is_member("KAZ", "2000", dataset=ask)
    other = dataset(organizations=(body("iom"), body("other")))
    with pytest.raises(
        mg.errors.UnknownOrganizationError,
        match="'Body other' is an organization without",
    ):
        mg.members_on("2000", "Body other", dataset=other)


def test_questions_with_dates_of_their_own_warn_as_well() -> None:
    """Spells and transitions, when the date asked about lies outside."""
    with pytest.warns(mg.errors.CoverageWarning, match="nothing changed since"):
        assert 1 == len(mg.memberships_of("KAZ", "IOM", on="2040"))
    with pytest.warns(
        mg.errors.CoverageWarning, match="lies outside what is known of the register"
    ):
        mg.transitions(between=("2030", "2040"))


def test_silence_about_an_observer_is_no_answer_before_complete_lists() -> None:
    """The first complete list of observer states is of 1993; a roll and a status agree on it."""
    for day, expected in (
        ("1965-01-01", Answer.UNKNOWN),
        ("1993-12-30", Answer.UNKNOWN),
        ("1993-12-31", Answer.NO),
        ("2000", Answer.NO),
    ):
        roll = mg.observers_on(day)
        assert (expected, expected is Answer.NO) == (roll.answer("LIE"), roll.complete)
        assert expected is mg.status_on("LIE", day).observer
    assert mg.observers_on("2000?").answer("LIE") is Answer.UNKNOWN
    for who, day in (
        ("KAZ", "2002-12-02"),
        ("unhcr", "2002-12-02"),
        ("IOM", "2005"),
        ("Amnesty International", "1990"),
        ("UNDP", "2005"),
    ):
        assert mg.observers_on(day).answer(who) is mg.status_on(who, day).observer
    assert mg.observers_on("2002-12-02", kind="state").answer("unhcr") is Answer.UNKNOWN
    assert mg.observers_on("2002-12-02", kind="organization").answer("LIE") is Answer.NO


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
def test_doubted_dates_stay_open_to_the_end() -> None:
    """Nicaragua's withdrawal has a doubted date, so that it may not have happened is kept."""
    assert 1 == len(mg.memberships_of("NIC", "IOM", on="2026-06-01"))
    later = mg.transitions(between=("2026-01-01", "2026-12-31"), kind="withdrew")
    assert ["NIC"] == [step.party for step in later]
    assert "GBR" not in [step.party for step in mg.transitions(between=("2010", "2011"))]
    assert () == mg.memberships_of("ESP", "IOM", status="observer", on="1977-12-31")


def test_what_sources_show_belongs_to_a_status() -> None:
    """Malaysia's start is unknown; what shows it as an observer is cited."""
    shown = mg.status_on("MYS", "2023")
    assert "observer" in shown
    assert shown.attestations
    assert set(shown.attestations[0].citations) <= set(shown.citations)
    assert () == mg.status_on("LIE", "2023").attestations
    with pytest.raises(mg.errors.UnknownTermError, match="'membr' is no status"):
        "membr" in shown  # noqa: B015 -- the question itself is refused


def test_steps_of_a_predecessor_come_in_order() -> None:
    """What the successor does is the last that happens to a seat."""
    assert "succeeded" == mg.transitions("YUCS", "IOM")[-1].kind


def test_bodies_are_asked_by_name_and_never_excluded() -> None:
    """Only those that a source names are recorded, so silence about a body is no answer."""
    assert mg.status_on("Amnesty International", "2005").status is Status.OBSERVER
    assert (Status.NONE, Status.OBSERVER) == mg.status_on("UNDP", "2005").statuses
    observers = mg.observers_on("2005")
    assert "Amnesty International" in observers
    assert observers.answer("UNDP") is Answer.UNKNOWN
    assert observers.complete  # for states, from 1993 on
    assert mg.observers_on("2005", kind="state").answer("LIE") is Answer.NO
    assert ["became-observer"] == [step.kind for step in mg.transitions("Human Rights Watch")]
    with pytest.raises(
        mg.errors.UnknownStateError, match="no state or organization has the name 'Atlantis'"
    ):
        mg.transitions("Atlantis")


def test_whoever_applies_and_joins_on_one_day_was_no_applicant() -> None:
    """A spell has a day at least."""
    for state in ("ATG", "BRB"):
        spells = mg.memberships_of(state, "IOM", status=None)
        assert [spell.status.value for spell in spells] == ["member"]
        assert "member of iom" in repr(spells)


def test_a_doubted_end_is_no_later_than_the_next_beginning() -> None:
    """France left once, nobody knows when, and came back in 1992."""
    (spell,) = mg.memberships_of("FRA", "IOM", on="2020-01-01")
    assert str(spell.start) == "1992-05-27"


def test_somebody_without_spells_has_none_on_any_date() -> None:
    """And no error."""
    assert mg.memberships_of("PRK", "IOM", on="1990-01-01") == ()


def test_without_a_record_of_the_organization_its_founding_is_not_known() -> None:
    """Before the register begins the answer is then an assumption, with a warning."""
    facts = dataset(organizations=())
    with pytest.warns(mg.errors.CoverageWarning, match="nothing was recorded before"):
        assert not mg.members_on("1900-01-01", "iom", dataset=facts).codes


@pytest.mark.parametrize(
    ("on", "starts"),
    [
        ("2004-12-31", ["1990"]),  # its end is doubted, until the next begins
        ("2005", ["1990", "2005"]),
        ("2006", ["2005"]),
        ("2018-12-31", ["2005"]),  # the last day on which it may have ended
        ("2019-01-01", []),
    ],
)
def test_a_spell_may_cover_the_days_that_its_end_leaves(on: str, starts: list[str]) -> None:
    """Of a range to the last day, of a doubted end to the start of the next spell."""
    kinds = ("joined", "1990"), ("withdrew", "2000?"), ("joined", "2005")
    steps = (transition("BBB", *each) for each in (*kinds, ("withdrew", "[2014..2018]")))
    asked = dataset(registers=(register(*steps),))
    found = mg.memberships_of("BBB", "IOM", on=on, dataset=asked)
    assert starts == [str(spell.start) for spell in found]


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
@pytest.mark.parametrize(
    ("on", "answer"),
    [("1951-12-04", "no"), ("1951-12-05", "unknown"), ("1989-12-31", "unknown"),
     ("1951/1995", "unknown"), ("1990-01-01", "no")],
)  # fmt: skip
def test_between_the_founding_and_the_first_day_of_a_register_nothing_is_known(
    on: str, answer: str
) -> None:
    """Whoever joined first may have been a member before the register begins."""
    later = attrs.evolve(
        RegisterFile.of(register(transition("BBB", "joined", "2000-05-06"))), covered_from="1990"
    ).register()
    facts = dataset(registers=(later,), organizations=(body("iom", founded="1951-12-05"),))
    assert answer == mg.is_member("BBB", on, dataset=facts).value
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", mg.errors.CoverageWarning)
        mg.profile_of("BBB", on, dataset=facts)
    told = [str(each.message).partition(";")[0] for each in caught]
    edge = f"{on} lies outside what is known of 1 institution (iom begins last, on 1990-01-01)"
    assert told == ([edge] if answer == "unknown" else [])
    assert answer == mg.status_on("BBB", on, "IOM", dataset=facts).member.value
    assert (answer == "no") is mg.members_on(on, dataset=facts).complete


def test_an_application_is_no_evidence_of_an_observer() -> None:
    """Kazakhstan applied days before it joined; it had been an observer for years."""
    reading = mg.observers_on("2002-12-01", "IOM").reading("KAZ")
    assert reading is not None
    assert str(reading).startswith("became observer in ")


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
def test_transitions_between_two_dates_are_in_order() -> None:
    """By the earliest possible day, the latest, and the party; an open side is before or after."""
    found = mg.transitions(between=("1951-12-05", "2025"))
    keys = [
        (each.date.earliest or date.min, each.date.latest or date.max, each.party)
        for each in found
    ]
    assert keys == sorted(keys)
    assert len(keys) > 400


def test_transitions_of_several_kinds() -> None:
    """Who left: those who withdrew, and those whose membership lapsed; no kind, no transition."""
    withdrew, lapsed = (mg.transitions(None, "IOM", kind=each) for each in ("withdrew", "lapsed"))
    left = mg.transitions(None, "IOM", kind=("withdrew", "lapsed"))
    assert withdrew
    assert lapsed
    assert {*left} == {*withdrew, *lapsed}
    assert mg.transitions(None, "IOM", kind=["lapsed"]) == lapsed
    assert mg.transitions(None, "IOM", kind=()) == ()
