"""All consultative processes: what may be asked across them, and what their lists prove."""

from __future__ import annotations

import pytest

import migrationgov as mg
from migrationgov import Answer

ALMATY = "Almaty Process"


def test_a_list_that_names_fewer_than_it_counts_excludes_nobody() -> None:
    """The press counts twelve members of the Colombo Process in 2018 and names eleven."""
    members = mg.process_participants("Colombo Process", on="2018-11-04").members
    assert (12, Answer.UNKNOWN, False) == (len(members), members.answer("FRA"), members.complete)
    assert members.answer("PHL") is Answer.UNKNOWN or "PHL" in members.certain
    assert members.answer("FRA") is Answer.UNKNOWN
    assert mg.process_participants("Colombo Process").members.answer("FRA") is Answer.NO


def test_a_process_begins_with_its_first_documented_event() -> None:
    """The Budapest Process is counted from 1993, and its ministers met in 1991."""
    process = mg.find_process("Budapest Process")
    assert ["1993"] == [str(each.date) for each in process.milestones]
    assert "1991-10-30/1991-10-31" == str(mg.meetings_of(process)[0].date)
    assert ["1993", "1991"] == [
        claim.value for claim in mg.disagreements(process, "established")[0].claims
    ]


def test_an_ended_process_has_no_members_any_more() -> None:
    """The Söderköping Process became a panel of the Eastern Partnership."""
    process = mg.find_process("Söderköping Process")
    assert ("ended", ("eap-panel-migration-asylum",)) == (
        process.statuses[-1].status, process.successors,
    )  # fmt: skip
    assert "ended as of 2011-12" == str(process.statuses[-1])
    assert "UKR" in mg.process_participants(process, on="2007").members
    with pytest.warns(mg.errors.CoverageWarning):
        assert 0 == len(mg.process_participants(process, on="2015").members)


def test_the_chair_on_a_date() -> None:
    """Certain within a term, possible around a contested hand-over."""
    assert ("KAZ",) == mg.chair_on(ALMATY, "2015-10-22").codes
    hand_over = mg.chair_on(ALMATY, "2016-10-15")
    assert (("KAZ",), ("KGZ",)) == (hand_over.listed.codes, hand_over.possible.codes)
    assert mg.chair_on(ALMATY, "2015-10-22").answer("KGZ") is Answer.NO
    assert ("AUS", "IDN") == mg.chair_on("Bali Process", "2023").codes


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
def test_shared_processes() -> None:
    """Those in which both are, certainly or possibly; it does not matter who is asked first."""
    shared = mg.shared_processes("KAZ", "TUR")
    assert shared.citations == tuple(dict.fromkeys(c for each in shared for c in each.citations))
    assert ["almaty-process", "budapest-process", "prague-process"] == [s.process for s in shared]
    assert [s.process for s in shared] == [s.process for s in mg.shared_processes("TUR", "KAZ")]
    for each in shared:
        sides = zip(("KAZ", "TUR"), (each.first, each.second), strict=True)
        for party, side in sides:
            assert {(party, each.process)} == {(tie.participant, tie.process) for tie in side}
    possible = mg.shared_processes("TKM", "KAZ", on="2022-06-01")
    assert "almaty-process (listed)" in [str(each) for each in possible]
    assert () == mg.shared_processes("KAZ", "BRA")


def test_meetings_between_two_dates() -> None:
    """Of all processes; a doubted or imprecise date counts where it may lie between."""
    found = mg.meetings_of(between=("2015-10-01", "2015-10-31"))
    assert {"gfmd", "global-rcp-meeting"} <= {each.process for each in found}
    assert 9 == len(mg.meetings_of("GRCP"))
    whole = mg.meetings_of(between=("1900", "2100"))
    assert len(whole) == sum(len(each.meetings) for each in mg.dataset().processes)
    assert list(whole) == sorted(whole, key=lambda each: (each.date.first_ordinal, each.id))
    assert "rabat-process-ministerial-3" in [
        each.id for each in mg.meetings_of("Rabat Process", between=("2011-03-01", "2011-03-02"))
    ]
    with pytest.raises(mg.errors.InvalidDateError, match="2016 to 2015 ends before it begins"):
        mg.meetings_of(between=("2016", "2015"))


def test_a_meeting_by_its_id() -> None:
    """As its record gives it; a miss is met with suggestions."""
    found = mg.find_meeting("gfmd-global-8")
    assert found == mg.find_meeting(found)
    assert "gfmd" == found.process
    with pytest.raises(mg.errors.UnknownRecordError, match=r"did you mean .*gfmd-global-8"):
        mg.find_meeting("gfmd-globl-8")
    with pytest.raises(mg.errors.UnknownRecordError, match="meetings_of lists all meetings"):
        mg.find_meeting("zzzzzz")
    with pytest.raises(mg.errors.WrongTypeError, match="give a Meeting or its id, not 8"):
        mg.find_meeting(8)  # type: ignore[arg-type]  # on purpose


def test_published_totals_against_names() -> None:
    """As many names as the source counts, or fewer, or more; each difference is recorded."""
    totals = [
        each for process in mg.dataset().process_ids for each in mg.published_totals(process)
    ]
    stated = [each for each in totals if each.kind is mg.vocabularies.ListKind.STATED]
    unmet = {(each.process, str(each.as_of)) for each in stated if not each.met}
    assert {
        ("colombo-process", "2018-11-04"), ("mtm", "2018~"), ("prague-process", "2018"),
        ("rcm", "2021~"),
    } == unmet  # fmt: skip
    assert all(each.citations for each in totals)
    bali = next(each for each in mg.published_totals("Bali Process") if each.named == 44)
    assert "bali-process on 2020~, member: 44 of 45 named, 45 listed: equal" == str(bali)
    assert "MMR" in mg.process_participants("Bali Process", on="2020-06-01").members.listed


@pytest.mark.parametrize(
    ("process", "outcome", "text"),
    [
        ("RCM", "equal", "rcm on 2020~, member: 4 of 11 named, 11 listed: equal"),
        ("MIDCOM", "possible", "midcom on 2017, member: 0 of 19 named, 0 listed: possible"),
        (
            "Khartoum Process",
            "open",
            "khartoum-process on 2022~, member: 0 of 40 named, 41 listed: open",
        ),
        ("GFMD", "explained", "gfmd on 2020~, member: 0 of 29 named: explained"),
        (
            "Rabat Process",
            "explained",
            "rabat-process on 2008-11-25, participant: 0 of 60 named: explained",
        ),
    ],
)
def test_a_published_total_has_an_outcome(process: str, outcome: str, text: str) -> None:
    """By our count, by the parties that are possible, by a reason on record, or by none."""
    found = mg.published_totals(process, outcome=outcome)  # type: ignore[arg-type]  # of the table
    assert text in [str(each) for each in found]
    assert {outcome} == {each.outcome for each in found}
    assert all(bool(each.reason) is (outcome == "explained") for each in found)


def test_a_recorded_disagreement_explains_a_total() -> None:
    """The reason is that of the disagreement."""
    (total,) = [
        each for each in mg.published_totals("MTM", outcome="explained") if each.named > 40
    ]
    assert total.reason in [each.reason for each in mg.find_process("MTM").disagreements]


def test_sources_behind_an_answer() -> None:
    """Of a record, an answer, several of them; each once."""
    joined = mg.transitions("KAZ", "IOM", kind="joined")
    one = mg.sources_of(joined[0])
    assert one == mg.sources_of(joined) == mg.sources_of([joined, joined[0]])
    assert mg.sources_of(mg.status_on("KAZ", "2003"))
    assert () == mg.sources_of(())
    for nothing in (7, [7]):
        with pytest.raises(mg.errors.WrongTypeError, match="or a dataset, not"):
            mg.sources_of(nothing)  # type: ignore[arg-type]  # on purpose
    for code in ("KAZ", ["KAZ"]):
        with pytest.raises(mg.errors.UnknownRecordError, match="has no source 'KAZ'"):
            mg.sources_of(code)


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
def test_a_later_incomplete_list_leaves_the_complete_one_behind() -> None:
    """IGC: 17 named about 2019; 19 counted and seven named about 2024, Austria among them."""
    for day in ("2024-06-01", "2030-01-01"):
        members = mg.process_participants("IGC", on=day).members
        assert (18, False) == (len(members), members.complete)
        assert members.grade("AUT") is mg.vocabularies.Grade.LISTED
        assert members.answer("JPN") is Answer.UNKNOWN
    assert mg.process_participants("IGC", on="2020-06-01").members.answer("AUT") is not Answer.YES


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
def test_names_of_an_incomplete_list_stay_possible() -> None:
    """44 members were read about 2020, and one more is on a list of 2018: all are listed."""
    members = mg.members_on("2023-06-01", "Bali Process")
    assert (45, Answer.UNKNOWN) == (len(members.listed), members.answer("MMR"))


def test_lines_say_what_they_are_about() -> None:
    """Of meetings the process; of disagreements the subject, once, and the value used."""
    (first, *_) = mg.meetings_of("Rabat Process")
    assert "rabat-process: 1st Ministerial Conference, 2006-07, hosted by MAR" == str(first)
    assert "mtm, established: 2003 / 2002; used: 2003" == str(mg.disagreements("MTM")[0])
    assert str(mg.disagreements("Malta", "joined")[0]).startswith("MLT in iom, joined: ")
    assert str(mg.disagreements("MTM", "number of members on 2018~")[0]).endswith("used: none")
