"""Certain, listed, possible: the grades of answers, the evidence behind them, the reasons."""

from __future__ import annotations

import attrs
import pytest

import migrationgov as mg
from migrationgov import Answer
from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.timelines.evidence import Evidence, PartyList, RoleTerm, Step
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.timelines.rules import carried_back_from
from migrationgov.vocabularies import Grade, SourceId, Status
from miniature import body, dataset, in_process, process, register, snapshot, state
from strategies import transition

quiet = pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")


def members(as_of: str, codes: str, kind: str = "stated") -> mg.model.ParticipantLists:
    """A list of members."""
    return snapshot(as_of, ("member", kind, codes))


def facts(*lists: mg.model.ParticipantLists, **more: object) -> mg.Dataset:
    """One process with lists, and three states in two regions."""
    states = (
        state("AAA", region="Africa", subregion="Western Africa"),
        state("BBB", region="Africa", subregion="Eastern Africa"),
        state("CCC", region="Asia", subregion="Central Asia"),
    )
    return dataset(states=states, processes=(process(*lists, **more),))


LISTS = (members("2005", "AAA BBB"), members("2010-06-01", "AAA"))


@quiet
def test_each_grade_has_its_parties() -> None:
    """What is iterated is certain or listed; every party has one grade or none."""
    found = mg.members_on("2008", "A Process", dataset=facts(*LISTS))
    assert (("AAA",), ("BBB",), ()) == (
        found.certain.codes, found.listed.codes, found.possible.codes,
    )  # fmt: skip
    assert ("AAA", "BBB") == found.codes
    assert (Grade.CERTAIN, Grade.LISTED, None) == tuple(map(found.grade, ("AAA", "BBB", "CCC")))
    assert [Answer.YES, Answer.UNKNOWN, Answer.NO] == [
        found.answer(each) for each in ("AAA", "BBB", "CCC")
    ]
    assert "member of a-process on 2008: 1 certain, 1 listed, evidence of 2005" in repr(found)
    assert found.kind == "state"
    assert found.reading("CCC") is None
    assert [row["grade"] for row in found.to_dicts()] == ["certain", "listed"]


@quiet
def test_only_states_of_a_region() -> None:
    """A region, or a subregion; another word is refused with all words."""
    asked = facts(*LISTS)
    for region, codes in (("Africa", ("AAA", "BBB")), ("Eastern Africa", ("BBB",)), ("Asia", ())):
        assert codes == mg.members_on("2008", "A Process", region=region, dataset=asked).codes
    with pytest.raises(mg.errors.UnknownTermError, match=r"Africa.*Western Africa"):
        mg.members_on("2008", "A Process", region="Atlantis", dataset=asked)


@quiet
@pytest.mark.parametrize(
    ("party", "on", "grade", "expected"),
    [
        ("AAA", "2008", "certain", "yes"), ("BBB", "2008", "certain", "unknown"),
        ("BBB", "2008", "listed", "yes"), ("BBB", "2015", "listed", "no"),
        ("BBB", "2015", "certain", "unknown"), ("BBB", "2015", "possible", "yes"),
        ("CCC", "2015", "possible", "no"), ("BBB", "2009/2012", "listed", "unknown"),
    ],
)  # fmt: skip
def test_a_question_takes_a_grade(
    party: str, on: str, grade: mg.typing.GradeWord, expected: str
) -> None:
    """Listed: by the best reading, yes or no; possible: unless the evidence excludes it."""
    found = mg.is_member(party, on, "A Process", grade=grade, dataset=facts(*LISTS))
    assert expected == str(found)


def test_a_misspelt_grade_is_refused() -> None:
    """With the words that there are."""
    with pytest.raises(mg.errors.UnknownTermError, match="certain, listed, possible"):
        mg.is_member("KAZ", "2002", grade="probable")  # type: ignore[arg-type]  # on purpose


@quiet
def test_a_status_says_why() -> None:
    """Certain, listed, carried back, or unknown, each with its reason."""
    asked = facts(*LISTS, members("2012", "AAA", "partial"))
    cases = {
        ("AAA", "2008"): "certain: the records leave only member",
        ("BBB", "2008"): "listed as member by the list of 2005;",
        ("BBB", "2015"): "not listed by the list of 2010-06-01;",
        ("AAA", "2003"): "listed as member by a later record, carried back: list of 2005",
        ("BBB", "2009/2012"): "unknown: it differs from day to day",
    }
    for (party, on), reason in cases.items():
        status = mg.status_on(party, on, "A Process", dataset=asked)
        assert status.reason.startswith(reason), (party, on)
    nothing = facts(members("2005", "AAA", "partial"))
    reason = mg.status_on("CCC", "2005", "A Process", dataset=nothing).reason
    assert reason == "unknown: no record names the party, and none that is complete leaves it out"
    assert mg.status_on("AAA", "2008", "A Process", dataset=asked).grade is Grade.CERTAIN
    assert mg.status_on("BBB", "2009/2012", "A Process", dataset=asked).grade is None


@quiet
def test_why_shows_what_each_record_says() -> None:
    """Yes, no, perhaps, and a list that counts more than it names."""
    counting = mg.model.RoleList(
        role=mg.vocabularies.ProcessRole.MEMBER,
        kind=mg.vocabularies.ListKind.PARTIAL,
        entries=(),
        total=9,
    )
    more = mg.model.ParticipantLists(
        as_of=mg.PartialDate("2012"), lists=(counting,), citations=LISTS[0].citations
    )
    asked = facts(*LISTS, more, members("2014", "BBB?", "partial"))
    found = mg.why("BBB", "2013", "A Process", dataset=asked)
    assert ["member", "not member", "counts more parties than it names", "perhaps member"] == [
        each.says for each in found.reasons
    ]
    assert [False, True, False, False] == [each.decides for each in found.reasons]
    assert found.rule in str(found)
    assert found.citations
    assert found.to_dicts()[1]["says"] == "not member"


@quiet
def test_why_where_participants_renew_a_reading() -> None:
    """A list of participants says nothing of members, but bears out what was listed."""
    asked = facts(LISTS[0], snapshot("2012", ("participant", "stated", "BBB")))
    found = mg.why("BBB", "2013", "A Process", dataset=asked)
    assert ("renews member", True) == (found.reasons[-1].says, found.reasons[-1].decides)


@quiet
def test_spells_by_lists_end_between_two_records_or_with_the_process() -> None:
    """The start is the first list, which is not a joining."""
    asked = facts(*LISTS)
    (spell,) = mg.memberships_of("BBB", "A Process", dataset=asked)
    assert ("2005", "[2005-01-01..2010-05-31]") == (str(spell.start), str(spell.end))
    assert (None, "2005") == (spell.since, str(spell.first_listed))
    assert spell.opened_by is None
    assert spell.closed_by is None
    assert spell.citations
    assert () == mg.memberships_of("BBB", "A Process", on="2020", dataset=asked)
    ended = mg.model.Milestone(
        kind=mg.vocabularies.MilestoneKind.ENDED, date=mg.PartialDate("2015"), label="x",
        citations=LISTS[0].citations,
    )  # fmt: skip
    first = process().milestones
    over = facts(*LISTS, milestones=(*first, ended))
    (spell,) = mg.memberships_of("AAA", "A Process", dataset=over)
    assert "[2015-01-01..2015-12-31]" == str(spell.end)
    left = facts(*LISTS, transitions=(in_process("AAA", "withdrew", "2012-05-01"),))
    (spell,) = mg.memberships_of("AAA", "A Process", dataset=left)
    assert "2012-05-01" == str(spell.end)


@quiet
def test_a_spell_by_lists_names_the_exit_that_closed_it_not_its_entry() -> None:
    """It cites the exit, too; a spell that the end of its state ended has none."""
    entry = in_process("AAA", "joined", "2001-05-01")
    left = in_process("AAA", "withdrew", "2012-05-01")
    left = attrs.evolve(left, citations=(mg.model.Citation(source=SourceId("another")),))
    both = facts(*LISTS, transitions=(entry, left))
    (spell,) = mg.memberships_of("AAA", "A Process", dataset=both)
    assert (entry, left) == (spell.opened_by, spell.closed_by)
    assert left.citations[0] in spell.citations
    stays = facts(*LISTS, transitions=(entry,))
    (spell,) = mg.memberships_of("AAA", "A Process", dataset=stays)
    assert (entry, None, None) == (spell.opened_by, spell.closed_by, spell.end)


@pytest.mark.parametrize("left", ["2003", "2003-02-03"])
def test_an_exit_with_the_end_of_a_state_closes_its_spell(left: str) -> None:
    """No stretch comes after the end of the state, so no record stands behind one."""
    entry, lapse = in_process("AAA", "joined", "2001"), in_process("AAA", "lapsed", left)
    again = in_process("BBB", "joined", "2001"), in_process("BBB", "lapsed", "2005?")
    asked = dataset(
        states=(state("AAA", end="2003-02-03"), state("BBB")),
        processes=(process(members("2002", "AAA BBB"), transitions=(entry, lapse, *again)),),
    )
    (spell,) = mg.memberships_of("AAA", "A Process", dataset=asked)
    assert (lapse, True) == (spell.closed_by, bool(spell.end))
    (spell,) = mg.memberships_of("BBB", "A Process", dataset=asked)
    assert again[1] == spell.closed_by


def test_an_exit_with_an_open_end_closes_a_spell() -> None:
    """It never speaks, so that it is the record of no reading."""
    left = in_process("AAA", "withdrew", "[2006..]")
    asked = facts(members("2005", "AAA"), transitions=(left,))
    (spell,) = mg.memberships_of("AAA", "A Process", dataset=asked)
    assert ("[2006-01-01..]", left) == (str(spell.end), spell.closed_by)


def test_a_spell_that_ends_with_its_state_has_no_exit() -> None:
    """The end is on record, and what ended it is no transition."""
    ended = state("AAA", end="2003-02-03")
    asked = dataset(
        states=(ended, state("BBB")), registers=(register(transition("AAA", "joined", "1990")),)
    )
    (spell,) = mg.memberships_of("AAA", "iom", dataset=asked)
    assert ("2003-02-03", None) == (str(spell.end), spell.closed_by)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [("2003", None), ("2005", None), ("[2003..2006]", "2005"), ("2007-01-01", "2005")],
)
def test_a_first_list_after_a_dated_entry_is_no_beginning(
    entry: str, expected: str | None
) -> None:
    """The date of the entry stands alone, unless it may be later than the list."""
    asked = facts(*LISTS, transitions=(in_process("BBB", "joined", entry),))
    (found,) = mg.processes_of("BBB", on="2007-06-01", dataset=asked)
    assert expected == (found.first_listed and str(found.first_listed))
    assert str(found.since) == entry


def test_a_list_of_ties_says_on_which_day_each_holds() -> None:
    """Without a date each institution is asked about its own last day."""
    asked = dataset(
        organizations=(body("iom"),),
        registers=(register(transition("AAA", "joined", "2000-01-01")),),
        processes=(process(members("2005", "AAA"), covered_until="2010"),),
    )
    found = mg.profile_of("AAA", dataset=asked)
    days = [f", on {each.on}" for each in found]
    assert len({*days}) == len(days) == 2
    first, *each = repr(found).splitlines()
    assert first == "<2 records, each on its own day:"
    assert [
        line.removesuffix(">")[-len(day) :] for line, day in zip(each, days, strict=True)
    ] == days
    first, *each = repr(mg.profile_of("AAA", "2006", dataset=asked)).splitlines()
    assert first == "<2 records on 2006:"
    assert each[0] == "  AAA: member of iom"
    html = found._repr_html_()
    assert all(f">{day.removeprefix(', on ')}<" in html for day in days)


@quiet
def test_a_chair_has_no_first_list() -> None:
    """A list may name the chair; what begins is a term."""
    named = snapshot("2005", ("chair", "stated", "AAA"), ("observer", "stated", "AAA"))
    found = mg.processes_of("AAA", on="2005", dataset=facts(named))
    listed = {each.role.value: each.first_listed for each in found}
    assert listed == {"chair": None, "observer": mg.PartialDate("2005")}


@quiet
def test_a_profile_has_every_tie() -> None:
    """Registers first; with the date, the id and the age of the evidence."""
    asked = dataset(
        organizations=(body("iom"),),
        registers=(register(transition("AAA", "joined", "2000-01-01")),),
        processes=(process(members("2005", "AAA")),),
    )
    found = mg.profile_of("AAA", "2008-01-01", dataset=asked)
    assert ["iom", "a-process"] == [each.institution for each in found]
    assert [None, "2005"] == [each.first_listed and str(each.first_listed) for each in found]
    assert ["2000-01-01", "None"] == [str(each.since) for each in found]
    assert ("2000-01-01", 2922) == (
        found.to_dicts()[0]["evidence"],
        found.to_dicts()[0]["evidence_age_days"],
    )
    assert [each.grade for each in mg.profile_of("AAA", dataset=asked)] == ["certain", "listed"]
    assert mg.profile_of("AAA", "1940", dataset=asked) == ()


@quiet
def test_whom_only_an_attestation_names_is_listed_in_a_register() -> None:
    """From its date on; an organization, too."""
    shown = mg.model.Attestation(
        institution=mg.vocabularies.OrganizationId("iom"),
        organization=mg.vocabularies.OrganizationId("other"),
        status=Status.OBSERVER,
        date=mg.PartialDate("2001-05-05"),
        citations=LISTS[0].citations,
    )
    asked = dataset(
        organizations=(body("iom"), body("other")),
        registers=(register(attestations=(shown,)),),
    )
    found = mg.observers_on("2003-01-01", dataset=asked)
    assert ("other",) == found.listed.codes
    assert found.citations == shown.citations
    assert mg.status_on("other", "2003", dataset=asked).reading is not None


@quiet
def test_shared_processes_have_the_lower_grade() -> None:
    """Of the best grades of both."""
    (shared,) = mg.shared_processes("AAA", "BBB", on="2008", dataset=facts(*LISTS))
    assert (Grade.LISTED, Answer.UNKNOWN) == (shared.grade, shared.answer)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2010-06-01", "2006-06-01"), ("2012-02-29", "2008-02-29"), ("1904-02-29", "1900-02-28"),
        ("0003-01-01", None),
    ],
)  # fmt: skip
def test_a_list_is_carried_back_by_four_calendar_years(day: str, expected: str | None) -> None:
    """A leap day by four years less a day where there is no such day."""
    wanted = BEFORE_ALL if expected is None else mg.PartialDate(expected).first_ordinal
    assert wanted == carried_back_from(mg.PartialDate(day).first_ordinal)
    assert AFTER_ALL == carried_back_from(AFTER_ALL)


def test_a_chair_on_a_list_of_two_days_is_certain_on_both() -> None:
    """And the rotation bounds an open term, at the ends of the calendar too."""
    chairs = PartyList(
        as_of=mg.PartialDate("2005-06-01/2005-06-02"), role="chair", kind="stated",
        parties=frozenset({"AAA"}), organizations=None,
    )  # fmt: skip
    open_end = RoleTerm("BBB", "chair", mg.PartialDate("2010"), mg.PartialDate("[2010..]"))
    late = RoleTerm("CCC", "chair", mg.PartialDate("[2011..]"), mg.PartialDate("[2011..]"))
    lines = InstitutionTimelines(
        Evidence("x", lists=(chairs,), terms=(open_end, late), rotation=12, exists_from=1)
    )
    for day, sure in (("2005-06-01", True), ("2005-06-02", True), ("2005-06-03", False)):
        stretch = lines.line("AAA", "chair").on(mg.PartialDate(day).first_ordinal)
        assert sure is (stretch.possible == {"chair"})
    after = lines.line("BBB", "chair").on(mg.PartialDate("2013-01-01").first_ordinal)
    assert "chair" not in after.named


@quiet
def test_memberships_on_a_date_are_those_of_all_institutions() -> None:
    """A date lies outside the evidence of some; there is one warning."""
    asked = facts(*LISTS)
    spell = mg.memberships_of("AAA", on="2008", dataset=asked)[-1]
    assert ("a-process", "2005") == (spell.institution, str(spell.start))
    with pytest.warns(mg.errors.CoverageWarning):
        assert mg.memberships_of("AAA", on="2030", dataset=asked)


def test_a_record_before_the_start_of_a_state_stands_in_a_register() -> None:
    """As its transitions say; an exit before the start gives no status."""
    born = mg.PartialDate("2001-01-01").first_ordinal
    steps = {
        "AAA": [Step("joined", mg.PartialDate("1999-05-05"))],
        "BBB": [Step("attended", mg.PartialDate("1999")), Step("joined", mg.PartialDate("2002"))],
    }
    lives = dict.fromkeys(steps, (born, AFTER_ALL))
    lines = InstitutionTimelines(
        Evidence("x", steps=steps, register=True, closed=True, lives=lives)
    )
    for party, day, status in (
        ("AAA", "1999-05-04", "none"), ("AAA", "1999-05-05", "member"), ("BBB", "2000", "none"),
    ):  # fmt: skip
        when = mg.PartialDate(day).first_ordinal
        assert {status} == set(lines.line(party).on(when).possible)
