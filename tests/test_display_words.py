"""What a notebook says: in words, with the doubt that there is, and the sources one click away."""

from __future__ import annotations

import re

import pytest

import migrationgov as mg
from html_reading import read
from migrationgov.exports import network
from miniature import dataset, history, process, register, state
from strategies import transition

FACTS = mg.dataset()
THEN = mg.as_known_on(FACTS, "2002-11-30")
ALMATY = FACTS.process("almaty-process")  # type: ignore[arg-type]  # an id


def test_a_roll_tells_certain_and_possible_apart_in_words() -> None:
    """In the heading and beside each list, with how many sources there are."""
    shown = read(mg.members_on("1954-11-30"))
    assert ["Members of IOM on 1954-11-30: 16 certain, 8 possible"] == shown.captions
    assert [("row", "16 certain"), ("row", "8 possible")] == shown.headings
    assert "12 sources, as in migrationgov, 2025-12-12" in shown.text
    certain, possible, brazil = (
        shown.texts.index(each) for each in ("16 certain", "8 possible", "Brazil")
    )
    assert certain < shown.texts.index("Argentina") < possible < brazil
    listed = read(mg.members_on("2002-12-02")).apart
    assert ["Congo", "Costa Rica", "Côte d'Ivoire", "Croatia"] == listed[20:24]
    assert ["Egypt", "El Salvador", "Finland"] == listed[30:33]
    sure = read(mg.members_on("2002-12-02"))
    assert ["Members of IOM on 2002-12-02: 98 certain, 0 possible"] == sure.captions
    assert [("row", "98 certain")] == sure.headings
    assert "Not complete" not in sure.text
    assert "Complete for states" not in sure.text
    assert "on every day of that time" in read(mg.members_on("2002")).text


def test_a_roll_says_what_it_means_not_to_be_on_it() -> None:
    """Silence is no "no" where the sources are silent."""
    told = read(mg.members_on("2003-01-01", dataset=mg.restricted_to(FACTS, kinds=["press"]))).text
    assert "Not complete: whoever is not listed may be a member all the same, unless" in told
    bodies = read(mg.observers_on("2002-12-02")).text
    assert "Complete for states. A body (an agency, an NGO) that is not listed may be an" in bodies
    early = read(mg.observers_on("1965-01-01")).text
    assert "Not complete: whoever is not listed may be an observer all the same." in early
    launch = mg.process_participants("Almaty Process", on="2013-06-05")
    assert "may be a member all the same." in read(launch.members).text
    chair = read(mg.process_participants("Almaty Process", on="2014-01-01").support)
    assert "may be one all the same." in chair.text
    empty = read(
        mg.members_on("2002-12-02", dataset=dataset(registers=(register(),), processes=()))
    )
    assert [("row", "nobody")] == empty.headings


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
def test_a_roll_says_where_the_evidence_ends() -> None:
    """A reader of the page has not seen the warning."""
    late = read(mg.members_on("2030-01-01")).text
    assert "Beyond the evidence, which ends on 2025-12-10: as if nothing had changed" in late
    early = read(mg.members_on("1950-01-01")).text
    assert "Before anything is recorded, which begins on 1951-12-05." in early
    for late_answer in (
        mg.process_participants("Almaty Process", on="2031-01-01"),
        mg.status_on("KAZ", "2030"),
        mg.officeholders_on("IOM", "2031"),
        mg.name_on("UNHCR", "2031"),
        mg.members_on("2024/.."),
    ):
        assert "Beyond the evidence, which ends on" in read(late_answer).text
    assert (
        "Before anything is recorded, which begins on 1951-12-05."
        in read(mg.name_on("IOM", "1950")).text
    )
    assert "recorded" not in read(mg.headquarters_on("IOM", "2000")).text


def test_a_long_list_of_names_is_cut_and_says_so() -> None:
    """The number of those left out is told."""
    codes = [f"{chr(65 + n // 26)}{chr(65 + n % 26)}X" for n in range(260)]
    facts = dataset(
        states=tuple(state(code) for code in codes),
        registers=(register(*(transition(code, "joined", "1990-01-01") for code in codes)),),
        processes=(),
    )
    shown = read(mg.members_on("2000-01-01", dataset=facts))
    assert "State JXX" not in shown.text
    assert "and 10 more" in shown.texts


def test_a_roster_shows_roles_dates_and_published_totals() -> None:
    """By role, with the date of the list, the number published and what silence means."""
    roster = mg.process_participants("Almaty Process", on="2015-10-22")
    shown = read(roster)
    (caption,) = shown.captions
    assert caption.endswith("on 2015-10-22: 12 certain, 2 possible")
    columns = ["Role", "Certain", "Possible", "Published total", "Whoever is not named"]
    assert columns == [text for scope, text in shown.headings if scope == "col"]
    roles = [text.split(" [")[0] for scope, text in shown.headings if scope == "row"]
    assert ["Member", "Observer", "Chair", "Secretariat", "Support unit"] == roles
    assert "7 (2015-10-22; all names read)" in shown.text
    assert "is not in this role, if a state; of bodies nothing is said" in shown.text
    assert "may be in this role all the same" in shown.text
    assert "The latest complete list it rests on is of 2015-10-22." in shown.text
    bali = read(mg.process_participants("Bali Process")).text
    assert "45 (2020~; 44 names read)" in bali
    assert "45 (2023~; no names read)" in bali
    assert "No complete list answers for this date." in bali


@pytest.mark.parametrize("name", FACTS.process_ids)
def test_what_a_roster_says_of_others_is_what_it_answers(name: str) -> None:
    """Role by role: a state and a body that nobody names are told the same in words."""
    roster = mg.process_participants(name)
    for row in read(roster).rows[1:]:
        role, *_, silence = row
        its = roster.role(role.split(" [")[0].lower().replace(" ", "-"))
        assert f"{len(its)}" in row[1] or not its.codes
        assert f"{len(its.possible)}" in row[2] or not its.possible
        assert "ATA" not in (*its.codes, *its.possible.codes)  # Antarctica
        no = mg.Answer.NO
        assert ("is not in this role" in silence) == (its.answer("ATA") is no)
        assert (silence == "is not in this role") == (its.answer("unrcca") is no)


@pytest.mark.parametrize("day", ["1952-01-01", "1965-01-01", "1993", "2002-12-02", "2020"])
@pytest.mark.parametrize("kind", [None, "state", "organization"])
def test_what_a_roll_says_of_others_is_what_it_answers(day: str, kind: str | None) -> None:
    """The same of observers, states and bodies, whether lists are complete or not."""
    its = mg.observers_on(day, kind=kind)
    assert "ATA" not in (*its.codes, *its.possible.codes)
    said = read(its).text
    assert ("Not complete" in said) == (its.answer("ATA") is mg.Answer.UNKNOWN)
    assert ("Complete for states" in said) == (its.answer("ATA") is mg.Answer.NO)


def test_a_history_is_a_table_with_sources_one_click_away() -> None:
    """Dates as written, what is concluded, marks, and the list of sources under it."""
    shown = read(mg.transitions("KAZ"))
    assert ["4 steps: Kazakhstan (KAZ), IOM"] == shown.captions
    assert "[..2002-11-22] (on or before 2002-11-22)" in shown.text
    assert "concluded, not stated: A Friday before" in shown.text
    assert "[3]" in shown.texts
    assert "7 sources, as in migrationgov, 2025-12-12" in shown.texts
    sources = mg.sources_of(mg.transitions("KAZ"))
    for source in sources:
        assert source.title in shown.text
        assert source.url in shown.links
    assert "gives “by 2003”" in shown.text


def test_a_mark_leads_to_its_source() -> None:
    """With the title for those who cannot see the list; plain text where there is no address."""
    html = mg.transitions("KAZ", kind="applied")._repr_html_()
    assert re.search(
        r'href="https://www\.thenewhumanitarian[^"]+"[^>]*aria-label="\[1\] IOM', html
    )
    unknown = mg.model.Citation(source="nowhere", locator="page 1")  # type: ignore[arg-type]  # an id
    shown = read(
        mg.results.RecordList(
            [mg.model.Milestone(kind="adopted", date="1990", label="x", citations=(unknown,))]
        )
    )
    assert "[1]" in shown.texts
    assert [] == shown.links
    assert "nowhere (not in the dataset at hand)" in shown.text


def test_spells_show_both_ends_with_their_citations() -> None:
    """What opened and what closed each, and whose seat it was."""
    australia = read(mg.memberships_of("AUS"))
    assert ["2 spells: Australia (AUS), IOM, member"] == australia.captions
    assert "1973-12-31, withdrew " in australia.text
    assert "no end told" in australia.text
    doubted = read(mg.memberships_of("GBR"))
    assert "doubted), joined (it may not have happened) " in doubted.text
    serbia = read(mg.memberships_of("CSXX")[0])
    assert "Serbia and Montenegro (CSXX), member of IOM" == serbia.captions[0]
    assert "seat of Yugoslavia (YUCS), passed to Serbia (SRB)" in serbia.text
    assert "succeeded to the seat of Yugoslavia (YUCS)" in serbia.text


def test_a_long_table_is_cut_and_says_so() -> None:
    """Sixty rows are enough to see."""
    steps = mg.transitions()
    shown = read(steps)
    assert f"and {len(steps) - 60} more" in shown.texts
    assert 60 == len([text for scope, text in shown.headings if scope == "row"])


def test_a_caption_speaks_for_the_rows_that_are_cut_off_too() -> None:
    """What the first sixty have in common need not hold for the others."""
    one, other = transition("AAA", "joined", "1990"), transition("BBB", "joined", "1991")
    assert "AAA" in read(mg.results.RecordList([one] * 70)).captions[0]
    assert ["71 steps: iom"] == [
        c.lower() for c in read(mg.results.RecordList([*[one] * 70, other])).captions
    ]


def test_a_status_is_told_in_words() -> None:
    """What it may be, and which steps had happened by then."""
    open_ = read(mg.status_on("TJK", "1994-06-01"))
    (caption,) = open_.captions
    assert caption.endswith(
        ": possibly neither member nor observer nor applicant, possibly observer"
    )
    assert ["may have happened", "was still to come"] == [
        t for s, t in open_.headings if s == "row"
    ]
    sure = read(mg.status_on("KAZ", "2002-11-30"))
    assert "Kazakhstan (KAZ) and IOM on 2002-11-30: certainly observer" == sure.captions[0]
    assert "had happened" in sure.text
    assert "May still have been pending then: applied [..2002-11-22]." in sure.text
    assert "No step or list names it." in read(mg.status_on("LIE", "2002-11-30")).text
    shown_as = next(s for s in map(_status_in_the_middle, FACTS.registers[0].attestations) if s)
    assert "attested" in read(shown_as).text
    with pytest.warns(mg.errors.CoverageWarning):
        endless = mg.status_on("KAZ", "2002/..")
    assert "the date asked about has no end" in read(endless).text


def _status_in_the_middle(each: mg.model.Attestation) -> mg.results.StatusOn | None:
    status = mg.status_on(each.subject, each.date)
    return status if status.attestations else None


def test_what_held_is_told_with_its_doubt() -> None:
    """Each row says whether it is certain; nothing told is not nothing there."""
    names = read(mg.name_on("IOM", "1980"))
    assert ["Name of IOM in 1980: 0 certain, 2 possible"] == names.captions
    assert ["possible", "possible"] == [text for scope, text in names.headings if scope == "row"]
    assert (
        "No source read tells; that is not to say that there was none."
        in read(mg.officeholders_on("UNHCR", "1960")).text
    )


def test_names_are_looked_up_in_the_facts_that_were_asked() -> None:
    """Not in those that happen to be in use."""
    facts = dataset(
        states=(state("KAZ", name="Another Kazakhstan"),),
        registers=(register(transition("KAZ", "joined", "1990-05-01"), until="2040"),),
        processes=(),
        histories=(history(covered_until="2040"),),
    )
    status = mg.status_on("KAZ", "2030", dataset=facts)
    assert "Another Kazakhstan" in read(status).text
    assert "Beyond the evidence" not in read(status).text
    head = mg.officeholders_on("iom", "2030", dataset=facts)
    assert (facts, facts) == (status.dataset, head.dataset)
    assert "Beyond the evidence" not in read(head).text
    assert (
        "as in miniature, 2025-12-31"
        in read(mg.officeholders_on("iom", "1992", dataset=facts)).text
    )


def test_a_disagreement_stands_side_by_side() -> None:
    """A column for each value, the one used named in words, and why."""
    shown = read(mg.disagreements("EGY", "joined")[0])
    assert ["Egypt (EGY) in IOM, joined: the sources disagree"] == shown.captions
    assert [("col", "Value"), ("col", "1991-11-26"), ("col", "1990")] == shown.headings[:3]
    assert ["yes", "no"] == [each for each in shown.texts if each in ("yes", "no")]
    assert "Used: 1991-11-26. Why: The Factbook of 1991" in shown.text
    open_ = next(each for each in mg.disagreements() if each.preferred is None)
    assert "None is used: it is open." in read(open_).text
    other = next(
        each
        for each in mg.disagreements()
        if each.preferred and each.preferred not in {claim.value for claim in each.claims}
    )
    assert "which is none of these alone. Why:" in read(other).text
    about_itself = mg.disagreements("Almaty Process")[0]
    assert " in Almaty" not in read(about_itself).captions[0]


def test_numbers_stand_beside_the_register_with_the_difference() -> None:
    """In words, for each outcome."""
    (stale,) = (r for r in mg.reconcile("IOM", outcome="explained") if r.claim.value == 86)
    told = read(stale).text
    assert "86 member states" in told
    assert "91 to 93" in told
    assert "5 to 7 fewer than the register" in told
    assert "explained: an older number repeated. " in told
    everything = "".join(read(each).text for each in mg.reconcile("IOM"))
    for said in (
        "does not count this", "how many more, nobody can tell", "more than the register",
        "within what the register leaves open", "possible: the register leaves room for it",
        "over 100", "none on some day of the date",
        "(counted by us)",
    ):  # fmt: skip
        assert said in everything, said


def test_a_number_below_what_is_open_above_is_at_least_so_far_off() -> None:
    """Where nobody can tell how many more there are."""
    claim = next(c for c in mg.counts("IOM") if c.counted == "observers")
    laid = mg.results.Reconciliation(claim=claim, least=claim.value + 3, most=None, outcome="open")  # type: ignore[arg-type]  # a word
    assert "at least 3 fewer than the register" in read(laid).text
    assert "open: nothing read explains it" in read(laid).text


def test_changes_tell_before_and_after() -> None:
    """One line for each field that differs."""
    shown = read(mg.diff(THEN, mg.as_known_on(FACTS, "2002-12-31")))
    assert "memberships/iom.json: added transition KAZ joined 2002-12-02 (iom)" in shown.text
    assert "covered_until: 2002-11-30 -> 2002-12-31" in shown.text


def test_cards_tell_what_a_thing_is() -> None:
    """States with all their names, processes and histories with their parts one click away."""
    state_card = read(mg.find_state("KAZ"))
    assert "Республика Казахстан" in state_card.apart
    assert 'lang="ru"' in mg.find_state("KAZ")._repr_html_()
    assert "followed Union of Soviet Socialist Republics (SUHH)" in state_card.text
    assert "19 meetings" in read(ALMATY).texts
    assert "offices held" in "".join(read(mg.history_of("IOM")).texts)
    assert "points of a strategy" in read(mg.history_of("IOM")).text
    assert "474" in read(FACTS).texts
    assert "certainly had no relation" in read(FACTS.registers[0]).text
    assert "may have had any" in read(THEN.registers[0]).text
    assert "no source read tells" in read(mg.results.RecordList([process()])).text
    assert "none" in read(network(on="1900-01-01")).texts
