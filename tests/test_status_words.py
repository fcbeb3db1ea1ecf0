"""What the sentence of a status says beside the status itself."""

from __future__ import annotations

import re
import warnings
from typing import Any

import attrs
import pytest

import migrationgov as mg
from migrationgov.errors import CoverageWarning, UnmatchedWarning, WrongTypeError
from migrationgov.lookup.bundled import bundled_dataset
from migrationgov.results.status_notes import open_beside
from migrationgov.vocabularies import OrganizationId, SourceId, SourceKind, Status
from miniature import (
    CITED,
    dataset,
    in_process,
    on_treaty,
    process,
    register,
    snapshot,
    state,
    treaty,
    treaty_register,
)
from strategies import transition


def rival(party: str, field: str, *values: str) -> mg.model.Disagreement:
    """A disagreement about a party in IOM."""
    claims = tuple(mg.model.Claim(value=each, citations=CITED) for each in values)
    return mg.model.Disagreement(
        subject=party, context="iom", field=field, claims=claims, reason="a reason"
    )


RIVALS = dataset(
    registers=(
        register(
            transition("AAA", "joined", "1994-03-01"),
            disagreements=(
                rival("AAA", "joined", "1994-03-01", "[1994-06-02..], the decree"),
                rival("AAA", "status in 2020", "none", "member"),
                rival("BBB", "joined", "1994", "none"),
            ),
        ),
    )
)


class TestDisagreements:
    """A certain answer names the dates that other sources give."""

    @pytest.mark.parametrize(
        ("on", "named"),
        [("1994-02-28", False), ("1994-03-01", True), ("1994-06-02", True), ("1994-06-03", False)],
    )
    def test_it_is_named_between_the_rival_dates(self, on: str, *, named: bool) -> None:
        """And on no other day; an open end is no date."""
        status = mg.status_on("AAA", on, dataset=RIVALS)
        said = (
            "sources disagree about 'joined': 1994-03-01, [1994-06-02..], the decree;"
            " see mg.disagreements('State AAA')"
        )
        assert (said in str(status), (said,) == status.notes) == (named, named)
        assert named == (said in str(mg.why("AAA", on, dataset=RIVALS)))
        assert len(status.disagreements) == named

    def test_the_page_of_a_notebook_names_it(self) -> None:
        """The status, and its explanation."""
        for answer in (mg.status_on, mg.why):
            page = answer("AAA", "1994-05", dataset=RIVALS)._repr_html_()
            assert "Sources disagree about" in page

    def test_malta_became_a_member_on_one_of_two_days(self) -> None:
        """The answer is certain, and another source has half a year later."""
        said = str(mg.status_on("Malta", "2004-01-01"))
        assert said.startswith("MLT in iom on 2004-01-01: member (sources disagree about")
        assert "2004-06-02" in said

    def test_an_organization_may_be_the_party(self) -> None:
        """The name in the hint is that of the organization."""
        steps = transition("iom", "became-observer", "1994-03-01")
        facts = dataset(
            registers=(register(steps, disagreements=(rival("iom", "joined", "1994", "1995"),)),)
        )
        (note,) = mg.status_on("iom", "1995", dataset=facts).notes
        assert "see mg.disagreements('Body iom')" in note


def seat(*steps: mg.model.Transition) -> mg.Dataset:
    """The old state AAA became BBB at the turn to 2000; before it, nobody was BBB."""
    old = state("AAA", end="1999-12-31", successors=("BBB",))
    new = state("BBB", start="2000-01-01", predecessors=("AAA",))
    return dataset(states=(old, new), registers=(register(*steps),))


CONTINUED = seat(
    transition("AAA", "joined", "1960-01-01"),
    transition("BBB", "succeeded", "2000-01-01", predecessor="AAA"),
)


def in_everything(of: mg.model.ConsultativeProcess) -> mg.Dataset:
    """The two states in a register, a treaty and a process."""
    binding = on_treaty("AAA", "acceded", "1970-01-01")
    acts = treaty_register(binding)
    return dataset(
        states=CONTINUED.states, treaties=(treaty(),), processes=(of,),
        registers=(*CONTINUED.registers, acts),
    )  # fmt: skip


class TestStatesBeforeTheyExisted:
    """The answer is that of the state; a warning names the predecessor that was there."""

    @pytest.mark.parametrize("ask", [mg.is_member, mg.status_on, mg.why])
    @pytest.mark.parametrize("on", ["1985", "1999-12-31", "1999/2001"])
    def test_the_predecessor_is_named(self, ask: Any, on: str) -> None:
        """On days before the start; the message says whom to ask about."""
        said = (
            rf"State BBB did not exist before 2000-01-01: on {on} the predecessor AAA"
            r" \(State AAA\) had the status member in iom; ask about 'AAA'"
        )
        with pytest.warns(UnmatchedWarning, match=said):
            answer = ask("BBB", on, dataset=CONTINUED)
        if on == "1985" and ask is mg.is_member:
            assert answer is mg.Answer.NO

    @pytest.mark.parametrize(
        ("party", "on"),
        [
            ("BBB", "2000-01-01"),
            ("AAA", "1985"),
            ("BBB", "1950"),
            ("BBB", "1985?"),
            ("iom", "1985"),
        ],
    )
    def test_nothing_is_said_otherwise(self, party: str, on: str) -> None:
        """From the start on, of others, where the answers are alike, and of a doubted date."""
        with warnings.catch_warnings():
            warnings.simplefilter("error", UnmatchedWarning)
            warnings.simplefilter("ignore", CoverageWarning)
            mg.status_on(party, on, dataset=CONTINUED)

    def test_a_status_in_doubt_may_have_been(self) -> None:
        """And an observer is no answer to who was a member."""
        doubted = seat(transition("AAA", "joined", "1985"))
        with pytest.warns(UnmatchedWarning, match="may have had the status member in iom"):
            mg.is_member("BBB", "1985-06-01", dataset=doubted)
        observer = seat(transition("AAA", "became-observer", "1985-01-01"))
        with pytest.warns(UnmatchedWarning, match="had the status observer in iom"):
            mg.status_on("BBB", "1990", dataset=observer)
        assert mg.is_member("BBB", "1990", dataset=observer) is mg.Answer.NO

    def test_a_profile_names_whose_ties_to_ask_for(self) -> None:
        """Once, for all institutions."""
        with pytest.warns(UnmatchedWarning, match=r"ask profile_of\('AAA', \.\.\.\) for its ties"):
            assert not mg.profile_of("BBB", "1985", dataset=CONTINUED)
        assert mg.profile_of("BBB", "2001", dataset=CONTINUED)

    def test_spells_name_whose_to_ask_for(self) -> None:
        """An empty list of a date before the start is no silence about the predecessor."""
        said = r"ask memberships_of\('AAA', \.\.\.\) for its ties"
        for institution in (None, "IOM"):
            with pytest.warns(UnmatchedWarning, match=said):
                assert not mg.memberships_of("BBB", institution, on="1985", dataset=CONTINUED)
        with warnings.catch_warnings():
            warnings.simplefilter("error", UnmatchedWarning)
            assert mg.memberships_of("BBB", on="2001", dataset=CONTINUED)

    @pytest.mark.parametrize("ask", ["groups(member=", "treaties(party=", "processes_of("])
    def test_what_a_state_belonged_to_before_it_existed(self, ask: str) -> None:
        """The answer is about the state alone; whom to ask about is named, if it was in one."""
        listed = snapshot("1985-06-01", ("member", "stated", "AAA"))
        begun = mg.model.Milestone(kind="launched", date="1980", label="x", citations=CITED)
        facts = in_everything(process(listed, milestones=(begun,)))
        query, _, name = ask.partition("(")

        def found(on: str) -> Any:
            given = {name.rstrip("="): "BBB"} if name else {}
            return getattr(mg, query)(*(() if name else ("BBB",)), on=on, dataset=facts, **given)

        before = rf"BBB did not exist before 2000-01-01: on 1985-06-01 .* {re.escape(ask)}'AAA'"
        with pytest.warns(UnmatchedWarning, match=before):
            assert not found("1985-06-01")
        with warnings.catch_warnings():
            warnings.simplefilter("error", UnmatchedWarning)
            warnings.simplefilter("ignore", CoverageWarning)
            found("2001")
            found("1955")


class TestSuspensions:
    """A suspended member is a member, and its sentence, table and page say since when."""

    STEPS = (
        transition("AAA", "joined", "1990-01-01"),
        transition("AAA", "suspended", "2000-03-01"),
        transition("AAA", "resumed", "2001-06"),
        transition("AAA", "suspended", "2005-01~"),
        transition("AAA", "withdrew", "2009-12-31"),
        transition("AAA", "joined", "2012-01-01"),
        transition("AAA", "suspended", "2015-01-01?"),
    )
    FACTS = dataset(registers=(register(*STEPS),))

    @pytest.mark.parametrize(
        ("on", "suspended", "since"),
        [
            ("2000-02-29", "no", None), ("2000-03-01", "yes", "2000-03-01"),
            ("2000", "unknown", None), ("2001-05-31", "yes", "2000-03-01"),
            ("2001-06-01", "unknown", None), ("2001-06-30", "unknown", None),
            ("2001-07", "no", None),
            ("2004-11-30", "no", None), ("2005-01-15", "unknown", None),
            ("2008", "yes", "2005-01~"), ("2009-12-31", "yes", "2005-01~"), ("2010", "no", None),
            ("2012-02-01", "no", None), ("2016", "unknown", None),
        ],
    )  # fmt: skip
    def test_it_is_said_while_it_certainly_lasts(
        self, on: str, suspended: str, since: str | None
    ) -> None:
        """From a suspension that has begun to what may have ended it; else it is possible."""
        status = mg.status_on("AAA", on, dataset=self.FACTS)
        assert suspended == status.suspended
        assert (None if since is None else mg.PartialDate(since)) == status.suspended_since
        assert ("possibly suspended since" in str(status)) == (suspended == "unknown")
        assert ("suspended" in str(status)) == (suspended != "no")
        table = status.to_frame()
        assert {suspended} == set(table["suspended"])
        assert table["suspended_since"].dropna().tolist() == ([since] if since else [])

    @pytest.mark.parametrize(
        ("resumed", "on", "suspended"),
        [
            ("2001-06-10", "2001-06-09", "yes"),
            ("2001-06-10", "2001-06-10", "unknown"),
            ("2001-06-10", "2001-06-11", "no"),
            ("[2001-06-01..2001-06-20]", "2001-06-20", "unknown"),
            ("2001-06-10?", "2001-06-09", "yes"),
            ("2001-06-10?", "2020", "unknown"),
        ],
    )
    def test_a_resumption_leaves_its_day_open_and_a_doubted_one_all_later_days(
        self, resumed: str, on: str, suspended: str
    ) -> None:
        """Neither is a certain yes, or a certain no."""
        steps = (*self.STEPS[:2], transition("AAA", "resumed", resumed))
        status = mg.status_on("AAA", on, dataset=dataset(registers=(register(*steps),)))
        assert suspended == status.suspended

    def test_a_member_that_is_only_listed_is_possibly_suspended(self) -> None:
        """Its membership is not certain, either."""
        listed = snapshot("2001-01-01", ("member", "stated", "AAA BBB"))
        facts = dataset(
            processes=(
                process(listed, transitions=(in_process("BBB", "suspended", "2003-01-01"),)),
            )
        )
        status = mg.status_on("BBB", "2004-01-01", "a-process", dataset=facts)
        assert status.listed is Status.MEMBER
        assert status.suspended is mg.Answer.UNKNOWN
        assert "possibly suspended since 2003-01-01" in status.notes

    def test_a_filtered_dataset_is_not_more_certain(self) -> None:
        """A resumption whose source is removed may have been."""
        other = mg.model.Citation(source=SourceId("other"))
        resumed = attrs.evolve(transition("AAA", "resumed", "2001-06"), citations=(other,))
        facts = dataset(
            registers=(register(*self.STEPS[:2], resumed),),
            sources=(
                *self.FACTS.sources,
                mg.model.Source(id=SourceId("other"), title="x", kind=SourceKind.SECONDARY),
            ),
        )
        assert "no" == mg.status_on("AAA", "2002", dataset=facts).suspended
        few = mg.restricted_to(facts, kinds=["press"])
        assert "unknown" == mg.status_on("AAA", "2002", dataset=few).suspended
        out = mg.restricted_to(facts, kinds=["secondary"])
        assert "possibly suspended" in mg.status_on("AAA", "2001", dataset=out).notes

    def test_it_stands_behind_the_status(self) -> None:
        """In the repr, and on a page."""
        status = mg.status_on("AAA", "2001-01", dataset=self.FACTS)
        expected = "<StatusOn: AAA in iom on 2001-01: member (suspended since 2000-03-01)>"
        assert expected == repr(status)
        assert "Suspended since 2000-03-01." in status._repr_html_()


class TestNoMember:
    """Where only observership is open, the sentence begins with the certain no."""

    STEPS = (
        transition("AAA", "joined", "1980-01-01"),
        transition("AAA", "withdrew", "1984-11-12"),
        transition("BBB", "became-observer", "1985"),
    )
    FACTS = dataset(
        states=(state("AAA"), state("BBB"), state("CCC")),
        registers=(
            mg.model.Register.of(
                OrganizationId("iom"), mg.PartialDate("1951-12-05"), mg.PartialDate("2025"), STEPS,
                observers_known_from=mg.PartialDate("1993"),
            ),
        ),
    )  # fmt: skip

    def test_nothing_is_recorded_of_an_observer(self) -> None:
        """Nobody names it, and no list of observers is complete."""
        status = mg.status_on("CCC", "1982", dataset=self.FACTS)
        said = "not a member; whether an observer is not recorded"
        assert (f"CCC in iom on 1982: {said}", said) == (str(status), status.reason)
        assert status.member is mg.Answer.NO

    def test_an_observer_in_doubt_is_left_open(self) -> None:
        """A record names it; its date leaves the day open."""
        said = str(mg.status_on("BBB", "1985-06", dataset=self.FACTS))
        assert "BBB in iom on 1985-06: not a member; whether an observer is left open" in said

    def test_an_exit_is_a_sentence(self) -> None:
        """What the best reading rests on is what the party did, and when."""
        listed = mg.status_on("AAA", "1990", dataset=self.FACTS)
        assert "not listed: it withdrew on 1984-11-12; no complete list" in str(listed)
        assert str(listed).startswith("AAA in iom on 1990: not a member; whether an observer")
        (reason, *_) = mg.why("AAA", "1990", dataset=self.FACTS).reasons
        assert str(reason).startswith("withdrew on 1984-11-12: ")

    def test_a_treaty_has_parties_and_signatories(self) -> None:
        """The words are those of the institution."""
        said = open_beside([Status.NONE, Status.SIGNATORY], "party", ())
        assert said == "not a party; whether a signatory is not recorded"


class TestDifferences:
    """A list of a year has those that were members on every day of it."""

    FACTS = dataset(
        registers=(
            register(
                transition("AAA", "joined", "1990-05-01"), transition("BBB", "joined", "1980")
            ),
        )
    )
    ASEM = "asem-dg-immigration"

    def test_a_difference_warns_of_whom_it_leaves_out(self) -> None:
        """Who joined in the year of the first list is only possible in it."""
        year, before = (mg.members_on(on, dataset=self.FACTS) for on in ("1990", "1989"))
        with pytest.warns(CoverageWarning, match=r"leaves out 1 state only .*, iom, 1990\): AAA"):
            assert (year - before).codes == ()
        with pytest.warns(CoverageWarning, match="ask for a day, or transitions"):
            assert (year - mg.states(dataset=self.FACTS)[:0]).codes == ("BBB",)

    def test_a_difference_warns_of_whom_the_second_list_may_have(self) -> None:
        """They are not known to be new."""
        before, later = (mg.members_on(on, dataset=self.FACTS) for on in ("1989", "1992"))
        years = mg.members_on("1970/1990", dataset=self.FACTS)
        with pytest.warns(
            CoverageWarning, match=r"1 of the 1 state in the .* second list .*: BBB"
        ):
            assert (before - years).codes == ("BBB",)
        with pytest.warns(CoverageWarning, match=r"2 of the 2 states .*: AAA, BBB\. See"):
            assert (later - years).codes == ("AAA", "BBB")

    def test_an_intersection_warns_of_the_possible_ones(self) -> None:
        """On either side, or on both; whom a list certainly lacks is not left open."""
        year, later = (mg.members_on(on, dataset=self.FACTS) for on in ("1990", "1992"))
        wider = mg.members_on("1990", dataset=self.FACTS, kind=None)
        for lists in ((year, later), (later, year), (year, wider)):
            with pytest.warns(CoverageWarning, match=r"intersection leaves out 1 state .*: AAA\."):
                assert (lists[0] & lists[1]).codes == ("BBB",)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert (year & mg.members_on("1989", dataset=self.FACTS)).codes == ("BBB",)
            assert (year.certain & later).codes == ("BBB",)

    def test_a_list_of_a_day_warns_too(self) -> None:
        """No record says that they were not members before the first list."""
        late, early = (mg.members_on(on, "Bali Process") for on in ("2021-05-05", "2015-05-05"))
        with pytest.warns(
            CoverageWarning, match=r"29 of the 29 .*, BTN, CHN, FJI, HKG and 24 more"
        ):
            assert len(late - early) == 29

    def test_whom_an_incomplete_register_does_not_name_may_be_on_it(self) -> None:
        """A list of one region, or of organizations, says nothing of the others."""
        with mg.using(bundled_dataset()):
            union = mg.members_on("2020-12-31", "African Union")
            with pytest.warns(CoverageWarning, match=r"of the 26 states .* second list"):
                assert len(union - mg.parties_on("2020-12-31", "Kampala Convention")) == 26
            asia = mg.parties_on("2020-12-31", "Kampala Convention", region="Asia")
            other = mg.parties_on("2020-12-31", "Kampala Convention", kind="organization")
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert len(union - asia) == len(union - other) == len(union)

    def test_silence_is_counted_and_only_whom_a_record_names_is_possible(self) -> None:
        """A difference and an intersection say the same of the same lists."""
        world, asem = (mg.members_on("2010-01-01", each) for each in ("IOM", self.ASEM))
        said = r"CHE, KAZ, NOR, PAK; of 96 others no record says anything\. See `poss.* why\('CHE'"
        with pytest.warns(CoverageWarning, match=said):
            assert len(world - asem) == 100
        for lists in ((world, asem), (asem, world)):
            with pytest.warns(CoverageWarning, match=said):
                _ = lists[0] & lists[1]

    def test_a_list_of_a_region_is_silent_about_its_region(self) -> None:
        """No other state may be on it, and of its own no record may say anything."""
        world, asem = (mg.members_on("2010-01-01", each) for each in ("IOM", self.ASEM))
        africa, of_africa = (
            mg.members_on("2010-01-01", each, region="Africa") for each in ("IOM", self.ASEM)
        )
        for lists in ((africa, asem), (world, of_africa)):
            with pytest.warns(
                CoverageWarning, match=r"out 39 states of which no .* See why\('AGO'"
            ):
                _ = lists[0] & lists[1]
        with pytest.warns(
            CoverageWarning, match=r"^of 39 of the 127 states .* no record says any"
        ):
            assert len(world - of_africa) == 127

    def test_transitions_are_advised_only_where_an_open_party_has_some(self) -> None:
        """What lists leave open, no dated step decides."""
        late, early = (mg.members_on(on, "Bali Process") for on in ("2021", "2015"))
        with pytest.warns(CoverageWarning) as warned:
            _ = late - early
        (said,) = (str(each.message) for each in warned)
        assert said.endswith("`possible` of the lists, and why('BRN', '2015', 'bali-process')")
        assert "transitions" not in said
        assert "ask for a day" not in said

    def test_two_lists_of_one_question_leave_nothing_open(self) -> None:
        """Whom one of them may have the other has then, too; one list is named once."""
        year, again = (mg.members_on("1990", dataset=self.FACTS) for _ in range(2))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert (year & again).codes == year.codes
            assert (year - again).codes == ()
        both_kinds = mg.members_on("1990", dataset=self.FACTS, kind=None)
        with pytest.warns(CoverageWarning, match=r"only possible \(member, iom, 1990\): AAA\."):
            _ = year & both_kinds

    def test_days_and_years_in_which_nothing_is_open_do_not(self) -> None:
        """Nor does the second list warn of a party that is not on the first."""
        year, later, day, after, before = (
            mg.members_on(on, dataset=self.FACTS)
            for on in ("1990", "1991", "1990-04-30", "1990-05-01", "1989")
        )
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert (after - day).codes == ("AAA",)
            assert (later - day).codes == ("AAA",)
            assert (before - year).codes == ()
            assert (mg.states(dataset=self.FACTS) - later).codes == ()
        with pytest.raises(TypeError):
            _ = year - {"AAA"}  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
        with pytest.raises(TypeError):
            _ = year & {"AAA"}  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]


def test_the_hint_of_between_asks_for_the_year_itself() -> None:
    """Whoever follows it gets the transitions of one year."""
    with pytest.raises(WrongTypeError, match=r"between=\('2002', '2002'\) for one year"):
        mg.transitions(institution="IOM", between="2002")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    found = mg.transitions(institution="IOM", kind="joined", between=("2002", "2002"))
    assert {each.date.earliest.year for each in found if each.date.earliest} == {2002}
