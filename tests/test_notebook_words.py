"""The text of answers in a notebook: grades in words, doubt, coverage and sources."""

from __future__ import annotations

import re

import pytest
from attrs import frozen

import migrationgov as mg
from html_reading import read
from migrationgov.exports import network
from migrationgov.notebook import columns
from migrationgov.notebook.field_formatters import COMPUTED
from migrationgov.notebook.phrases import age_in_words, spaced
from migrationgov.record import Record
from migrationgov.vocabularies import OrganizationId, StateId
from migrationgov.words import plural
from miniature import dataset, history, process, register, state
from strategies import transition

FACTS = mg.dataset()
THEN = mg.as_known_on(FACTS, "2002-11-30")
_COMPLETE = "all parties: a state without a record had no status"
ALMATY = FACTS.process("almaty-process")


def test_a_member_list_names_certain_and_possible_members_apart() -> None:
    """The heading and the lists give the numbers, and the summary counts the sources."""
    page = read(mg.members_on("1954-11-30"))
    assert ["Members of IOM on 1954-11-30: 16 certain, 8 possible"] == page.captions
    assert [("row", "16 certain"), ("row", "8 possible")] == page.headings
    sources = {each.source for each in mg.members_on("1954-11-30").citations}
    assert f"{len(sources)} sources (migrationgov, data as of 2025-12-12)" in page.text
    certain, possible, brazil = (
        page.texts.index(each) for each in ("16 certain", "8 possible", "Brazil")
    )
    assert certain < page.texts.index("Argentina") < possible < brazil
    listed = ", ".join(read(mg.members_on("2002-12-02")).apart)
    assert "Congo, Costa Rica, Côte d'Ivoire, Croatia" in listed
    assert "Egypt, El Salvador, Finland" in listed
    sure = read(mg.members_on("2002-12-02"))
    assert ["Members of IOM on 2002-12-02: 98 certain"] == sure.captions
    assert [("row", "98 certain")] == sure.headings
    assert "States not named here: not members." in sure.text
    assert "Certain: on every day of the date." in read(mg.members_on("2002")).text


def test_a_listed_party_has_the_date_and_the_age_of_its_evidence() -> None:
    """The date is behind the name; a sentence has the ages, in years where they are long."""
    members = mg.members_on("2020-06-01", "Bali Process")
    page = read(members)
    (caption,) = page.captions
    assert caption.endswith(" on 2020-06-01: 45 listed")
    assert [("row", "45 listed")] == page.headings
    reading = members.reading("THA")
    assert reading is not None
    assert f"Thailand (THA) ({reading.date})" in page.text
    ages = [r.age for r in map(members.reading, members.listed.codes) if r is not None]
    span = " to ".join(dict.fromkeys((age_in_words(min(ages)), age_in_words(max(ages)))))
    assert f"These records are from {span}." in page.text
    assert [age_in_words(n) for n in (0, 1, 364, 365, 800, -3)] == [
        "on the date", "1 day before the date", "364 days before the date",
        "1 year before the date", "2 years before the date", "3 days after the date",
    ]  # fmt: skip
    assert ["list", "Age"] == [read(reading).rows[0][1], read(reading).rows[2][0]]


def test_why_is_a_table_of_the_records_that_count() -> None:
    """It has what each record says, its source, and the rule; the best reading is marked."""
    why = mg.why("Thailand", "2012", "Bali Process")
    page = read(why)
    assert page.captions[0].startswith("Why: Thailand (THA) and Bali Process")
    assert page.captions[0].endswith("in 2012: listed as member, possible: none or member")
    assert [
        "Date",
        "Record",
        "Says",
        "After the date",
        "Best reading",
        "Id",
        "Sources",
    ] == page.rows[0]
    assert len(page.rows) == len(why.reasons) + 1
    assert [each.decides for each in why.reasons] == [row[4] == "yes" for row in page.rows[1:]]
    assert f"Rule: {why.rule}." in page.text
    assert "No record counts on this date." in read(mg.why("LIE", "2002-12-02")).text


def test_a_participation_has_its_grade_and_its_evidence() -> None:
    """A table of processes names them, and says how old the evidence is."""
    page = read(mg.processes_of("KAZ", on="2020"))
    (row,) = [row for row in page.rows if row[0].startswith("Bali Process")] or [[""]]
    assert row == [""]  # Kazakhstan is not in it
    (listed,) = [
        each for each in mg.processes_of("THA", on="2020") if each.process == "bali-process"
    ]
    card = read(listed)
    assert ["Grade", "listed"] in card.rows
    assert listed.reading is not None
    evidence = f"list of {listed.reading.date}, {age_in_words(listed.reading.age)}"
    assert ["Evidence", evidence] in card.rows


def test_a_member_list_says_what_absence_means() -> None:
    """Absence means "no" only where the list is complete."""
    text = read(mg.members_on("2003-01-01", dataset=mg.restricted_to(FACTS, kinds=["press"]))).text
    assert "States not named here may be members, too: the list is not complete." in text
    late = read(mg.observers_on("2002-12-02")).text
    assert "States not named here: not observers. Organizations not named here: unknown." in late
    early = read(mg.observers_on("1965-01-01")).text
    assert "Parties not named here may be observers, too: the list is not complete." in early
    bodies = read(mg.observers_on("1965-01-01", kind="organization")).text
    assert "Organizations not named here may be observers, too" in bodies
    nobody = read(mg.process_participants("IDM").observers)
    assert [("row", "none recorded")] == nobody.headings
    empty = read(
        mg.members_on("2002-12-02", dataset=dataset(registers=(register(),), processes=()))
    )
    assert [("row", "none")] == empty.headings


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
def test_an_answer_says_where_the_evidence_ends() -> None:
    """A reader of the page has not seen the warning."""
    late = read(mg.members_on("2030-01-01")).text
    assert "The evidence ends on 2025-12-10: the answer assumes that nothing has changed" in late
    early = read(mg.members_on("1950-01-01")).text
    assert "The records begin on 1951-12-05." in early
    for late_answer in (
        mg.process_participants("Almaty Process", on="2031-01-01"),
        mg.status_on("KAZ", "2030"),
        mg.officeholders_on("IOM", "2031"),
        mg.name_on("UNHCR", "2031"),
        mg.members_on("2024/.."),
    ):
        assert "The evidence ends on" in read(late_answer).text
    assert "The records begin on 1951-12-05." in read(mg.name_on("IOM", "1950")).text
    assert "The records" not in read(mg.headquarters_on("IOM", "2000")).text


def test_a_long_list_of_names_is_cut_and_says_so() -> None:
    """The last item counts the names left out."""
    codes = [f"{chr(65 + n // 26)}{chr(65 + n % 26)}X" for n in range(260)]
    facts = dataset(
        states=tuple(state(code) for code in codes),
        registers=(register(*(transition(code, "joined", "1990-01-01") for code in codes)),),
        processes=(),
    )
    page = read(mg.members_on("2000-01-01", dataset=facts))
    assert "State JXX" not in page.text
    assert "and 10 more" in page.texts


def test_a_roster_has_roles_dates_and_published_totals() -> None:
    """A row for each role and grade, the published number, and what absence means."""
    roster = mg.process_participants("Almaty Process", on="2015-10-22")
    page = read(roster)
    numbers = [len(each) for each in (roster.certain, roster.listed, roster.possible)]
    counts = "on 2015-10-22: {} certain, {} listed, {} possible".format(*numbers)
    assert page.captions[0].endswith(counts)
    rows = [text.split(" [")[0] for scope, text in page.headings if scope == "row"]
    roles = dict.fromkeys(row.split(":")[0] for row in rows if ":" in row)
    assert ["Members", "Observers", "Partners"] == [*roles][:3]
    assert {"Chairs", "Secretariats", "Support units"} <= {*roles}
    assert "Members: 7 certain" in rows
    assert ["2015-10-22", "member", "complete", "7", "7"] in [row[:5] for row in page.rows]
    assert (
        "States not named here: not members. Organizations not named here: unknown." in page.texts
    )
    assert "Parties not named here: not chairs." in page.texts
    assert "Latest complete list: 2015-10-22." in page.text
    bali = read(mg.process_participants("Bali Process"))
    assert ["45", "44"] in [row[3:5] for row in bali.rows]
    assert ["45", "0"] in [row[3:5] for row in bali.rows]
    assert "Latest complete list: none for this date." in bali.text


@pytest.mark.parametrize("name", FACTS.process_ids)
def test_what_a_roster_says_of_others_is_what_it_answers(name: str) -> None:
    """For each role the words agree with the answers for parties that no list names."""
    roster = mg.process_participants(name)
    page = read(roster).text
    for role in {each.role for each in (*roster.certain, *roster.listed, *roster.possible)}:
        its = roster.role(role)
        noun = f"{role}s" if role == "co-chair" else f"{role.replace('-', ' ')}s"
        for grade in ("certain", "listed", "possible"):
            number = len(getattr(its, grade))
            assert (f"{noun.capitalize()}: {number} {grade}" in page) is bool(number)
        assert "ATA" not in (*its.codes, *its.possible.codes)  # Antarctica
        no, everybody = mg.Answer.NO, f"Parties not named here: not {noun}."
        states = everybody in page or f"States not named here: not {noun}." in page
        assert states == (its.answer("ATA") is no)
        bodies = everybody in page or f"Organizations not named here: not {noun}." in page
        assert bodies == (its.answer("unrcca") is no)
        assert (f" not named here may be {noun}, too" in page) is not states


@pytest.mark.parametrize("day", ["1952-01-01", "1965-01-01", "1993", "2002-12-02", "2020"])
@pytest.mark.parametrize("kind", [None, "state", "organization"])
def test_what_a_member_list_says_of_others_is_what_it_answers(
    day: str, kind: mg.typing.PartyKind | None
) -> None:
    """The words agree with the answers, whether the lists are complete or not."""
    its = mg.observers_on(day, kind=kind)
    assert "ATA" not in (*its.codes, *its.possible.codes)
    text = read(its).text
    other, who = ("unrcca", "Organizations") if kind == "organization" else ("ATA", "States")
    answer = its.answer(other)
    assert (" not named here may be observers, too" in text) == (answer is mg.Answer.UNKNOWN)
    assert (f"{who} not named here: not observers." in text) == (answer is mg.Answer.NO)


def test_a_history_is_a_table_with_sources_one_click_away() -> None:
    """Dates are as written, derived facts are marked, and all sources are listed."""
    page = read(mg.transitions("KAZ"))
    assert ["4 transitions: Kazakhstan (KAZ), IOM"] == page.captions
    assert "[..2002-11-22] (on or before 2002-11-22)" in page.text
    assert "derived, not stated by a source: A Friday before" in page.text
    assert "[3]" in page.texts
    assert "7 sources (migrationgov, data as of 2025-12-12)" in page.texts
    sources = mg.sources_of(mg.transitions("KAZ"))
    for source in sources:
        assert source.title in page.text
        assert source.url in page.links
    assert "gives “[..2003]”" in page.text


def test_a_mark_leads_to_its_source() -> None:
    """The mark has the title of the source; it is no link where there is no address."""
    html = mg.transitions("KAZ", kind="applied")._repr_html_() or ""
    assert re.search(
        r'href="https://www\.thenewhumanitarian[^"]+"[^>]*aria-label="\[1\] IOM', html
    )
    unknown = mg.model.Citation(source="nowhere", locator="page 1")  # type: ignore[arg-type]  # an id
    page = read(
        mg.results.RecordList(
            [mg.model.Milestone(kind="adopted", date="1990", label="x", citations=(unknown,))]
        )
    )
    assert "[1]" in page.texts
    assert [] == page.links
    assert "nowhere (not in this dataset)" in page.text


def test_a_first_list_is_not_an_entry() -> None:
    """The words say so, in text and in a table, unless an entry is on record."""
    (listed,) = mg.memberships_of("NPL", "Colombo Process")
    (entered,) = mg.memberships_of("NPL", "IOM")
    assert "NPL member of colombo-process, on a list by 2008~ to .." == str(listed)
    assert "NPL member of iom, 2006-11-28 to .." == str(entered)
    table = read(mg.memberships_of("NPL"))
    assert "on a list by 2008" in table.text
    assert "on a list by" not in read(mg.memberships_of("NPL", "IOM")).text


def test_spells_show_both_ends_with_their_citations() -> None:
    """A spell has the transitions that began and ended it, and the states that it continues."""
    australia = read(mg.memberships_of("AUS", "IOM"))
    assert ["2 spells: Australia (AUS), IOM, member"] == australia.captions
    assert ("1973-12-31", "withdrew") == (
        australia.rows[1][2],
        australia.rows[1][3].partition(" [")[0],
    )
    assert "no end recorded" in australia.text
    doubted = read(mg.memberships_of("GBR", "IOM"))
    assert "joined (it may not have happened) " in doubted.text
    serbia = read(mg.memberships_of("CSXX", "IOM")[0])
    assert ["Party", "Serbia and Montenegro (CSXX)"] == serbia.rows[0]
    assert ["Institution", "IOM"] == serbia.rows[1]
    assert ["Continues", "Yugoslavia (YUCS)"] in serbia.rows
    assert ["Continued by", "Serbia (SRB)"] in serbia.rows
    assert "2 transitions" in serbia.texts


def test_a_long_table_is_cut_and_says_so() -> None:
    """A table has sixty rows, and the number of the others."""
    steps = mg.transitions()
    page = read(steps)
    assert f"and {len(steps) - 60} more" in page.texts
    assert 60 == len([text for scope, text in page.headings if scope == "row"])


def test_a_caption_speaks_for_the_rows_that_are_cut_off_too() -> None:
    """The caption has a value only if all rows share it, hidden rows included."""
    one, other = transition("AAA", "joined", "1990"), transition("BBB", "joined", "1991")
    assert "AAA" in read(mg.results.RecordList([one] * 70)).captions[0]
    assert ["71 transitions: iom"] == [
        c.lower() for c in read(mg.results.RecordList([*[one] * 70, other])).captions
    ]


def test_a_status_is_in_words() -> None:
    """The heading has the possible statuses, and each transition says whether it has happened."""
    open_ = read(mg.status_on("TJK", "1994-06-01"))
    (caption,) = open_.captions
    assert caption.endswith(": status unknown, possible: none or observer")
    assert ["uncertain", "not yet"] == [t for s, t in open_.headings if s == "row"]
    listed = mg.status_on("THA", "2012-06-01", "Bali Process")
    assert listed.reading is not None
    text = read(listed).text
    assert ": listed as member, possible: none or member" in text
    assert f"Status: {listed.reason}." in text
    age = age_in_words(listed.reading.age)
    assert f"The evidence is of {listed.reading.date}, {age}. [1]" in text
    sure = read(mg.status_on("KAZ", "2002-11-30"))
    assert "Kazakhstan (KAZ) and IOM on 2002-11-30: observer (certain)" == sure.captions[0]
    assert "already happened" in sure.text
    assert "Possibly still pending on this date: applied [..2002-11-22]." in sure.text
    assert "No record names this party." in read(mg.status_on("LIE", "2002-11-30")).text
    attested = next(s for s in map(_status_in_the_middle, FACTS.registers[0].attestations) if s)
    assert "1 attestation" in read(attested).text
    with pytest.warns(mg.errors.CoverageWarning):
        endless = mg.status_on("KAZ", "2002/..")
    assert "the date has no end" in read(endless).text


def _status_in_the_middle(each: mg.model.Attestation) -> mg.results.StatusOn | None:
    status = mg.status_on(each.party, each.date)
    return status if status.attestations else None


def test_an_answer_about_a_date_keeps_its_doubt() -> None:
    """Each row has its grade; without a source the answer is not "none"."""
    names = read(mg.name_on("IOM", "1980"))
    assert ["Name of IOM in 1980: 0 certain, 2 possible"] == names.captions
    assert ["possible", "possible"] == [text for scope, text in names.headings if scope == "row"]
    assert (
        "No source tells. This does not mean that there was none."
        in read(mg.officeholders_on("UNHCR", "1960")).text
    )


def test_names_are_looked_up_in_the_facts_that_were_asked() -> None:
    """Names come from the dataset of the answer, not from the active dataset."""
    facts = dataset(
        states=(state("KAZ", name="Another Kazakhstan"),),
        registers=(register(transition("KAZ", "joined", "1990-05-01"), until="2040"),),
        processes=(),
        histories=(history(covered_until="2040"),),
    )
    status = mg.status_on("KAZ", "2030", dataset=facts)
    assert "Another Kazakhstan" in read(status).text
    assert "The evidence ends" not in read(status).text
    head = mg.officeholders_on("iom", "2030", dataset=facts)
    assert (facts, facts) == (status.dataset, head.dataset)
    assert "The evidence ends" not in read(head).text
    assert (
        "(miniature, data as of 2025-12-31)"
        in read(mg.officeholders_on("iom", "1992", dataset=facts)).text
    )


def test_a_disagreement_stands_side_by_side() -> None:
    """A row for each value with its sources, and why one value is used."""
    page = read(mg.disagreements("EGY", "joined")[0])
    assert ["Egypt (EGY) in IOM, joined: the sources disagree"] == page.captions
    assert [["Used", "Value", "Given by"], ["yes", "1991-11-26"], ["no", "1990"]] == [
        page.rows[0], page.rows[1][:2], page.rows[2][:2],
    ]  # fmt: skip
    assert "Used: 1991-11-26. Why: The Factbook of 1991" in page.text
    open_ = next(each for each in mg.disagreements() if each.preferred is None)
    assert "Used: none, the question is open. Why: " in read(open_).text
    other = next(
        each
        for each in mg.disagreements()
        if each.preferred and each.preferred not in {claim.value for claim in each.claims}
    )
    assert ", which no source gives alone. Why:" in read(other).text
    about_itself = mg.disagreements("Almaty Process")[0]
    assert " in Almaty" not in read(about_itself).captions[0]


def test_numbers_stand_beside_the_register_with_the_difference() -> None:
    """Each outcome has its words."""
    (stale,) = (r for r in mg.reconcile("IOM", outcome="explained") if r.claim.value == 86)
    text = read(stale).text
    assert "86 member states" in text
    assert "91 to 93" in text
    assert "5 to 7 fewer than our count" in text
    assert ["Explanation", "stale"] in read(stale).rows
    everything = "".join(read(each).text for each in mg.reconcile("IOM"))
    for words in (
        "does not count this", "the largest possible number is unknown", "more than our count",
        "the number is within our range",
        "over 100", "none on some day of the date",
        "(counted by us)",
    ):  # fmt: skip
        assert words in everything, words


def test_a_number_below_what_is_open_above_is_at_least_so_far_off() -> None:
    """Without a largest number, the difference has only a lower bound."""
    claim = next(c for c in mg.counts("IOM") if c.counted == "observers")
    open_ = mg.vocabularies.ReconciliationOutcome.OPEN
    comparison = mg.results.Reconciliation(
        claim=claim, least=claim.value + 3, most=None, outcome=open_
    )
    assert "at least 3 fewer than our count" in read(comparison).text
    assert ["Outcome", "open"] in read(comparison).rows


def test_changes_tell_before_and_after() -> None:
    """One line for each field that differs."""
    page = read(mg.diff(THEN, mg.as_known_on(FACTS, "2002-12-31")))
    assert "memberships/iom.json: added transition KAZ joined 2002-12-02 (iom)" in page.text
    assert "covered_until: 2002-11-30 -> 2002-12-31" in page.text


@frozen(kw_only=True, repr=False)
class Visit(Record):
    """A kind of record that the library does not have."""

    institution: OrganizationId
    hosts: tuple[StateId, ...]
    first_day: mg.PartialDate
    citations: tuple[mg.model.Citation, ...]


def test_a_new_kind_of_record_has_a_card_and_a_table() -> None:
    """Its fields are the columns, and no table of exceptions names it."""
    visit = Visit(
        institution=OrganizationId("iom"),
        hosts=(StateId("KAZ"), StateId("AUS")),
        first_day=mg.PartialDate("2024~"),
        citations=mg.transitions("KAZ")[0].citations[:1],
    )
    hosts = ["Hosts", "Australia (AUS), Kazakhstan (KAZ)"]
    day, source = ["First day", "2024~ (about 2024)"], ["Sources", "[1]"]
    card = read(visit)
    assert (["Visit"], [hosts, day, ["Institution", "IOM"], source]) == (card.captions, card.rows)
    table = read(mg.results.RecordList([visit, visit]))
    assert ["2 visits: IOM"] == table.captions
    assert [list(row) for row in zip(hosts, day, source, strict=True)] == table.rows[:2]


def test_every_exception_for_a_column_names_a_field_or_a_property() -> None:
    """A renamed field would leave a wrong name in the tables of exceptions."""
    public = {
        name: getattr(face, name) for face in (mg.model, mg.results) for name in face.__all__
    }
    public["Dataset"] = mg.Dataset
    assert set(columns.NOUNS) <= set(public)
    for kind, names in (columns.COLUMNS | columns.COLUMNS_IN_TABLES).items():
        slots = {each for base in public[kind].__mro__ for each in getattr(base, "__slots__", ())}
        known = {*dir(public[kind]), *slots, *COMPUTED}
        assert set(names.split()) <= known, kind


def test_nouns_have_their_plurals() -> None:
    """Captions use the plurals of all nouns."""
    nouns = ("state", "party", "process", "headquarters", "list of participants", "history", "day")
    plurals = ("states", "parties", "processes", "headquarters", "lists of participants")
    assert (*plurals, "histories", "days") == tuple(map(plural, nouns))
    assert ("co-chair", "support unit") == (spaced("co-chair"), spaced("support-unit"))


def test_cards_have_the_fields_of_a_record() -> None:
    """A state has all its names; the parts of processes and histories are one click away."""
    state_card = read(mg.find_state("KAZ"))
    assert "Республика Казахстан" in state_card.apart
    assert 'lang="ru"' in str(mg.find_state("KAZ")._repr_html_())
    assert ["Predecessors", "Union of Soviet Socialist Republics (SUHH)"] in state_card.rows
    assert "19 meetings" in read(ALMATY).texts
    assert "terms of office" in "".join(read(mg.history_of("IOM")).texts)
    assert "points of a strategy" in read(mg.history_of("IOM")).text
    assert "474" in read(FACTS).texts
    assert ["Complete for", _COMPLETE] in read(FACTS.registers[0]).rows
    assert ["Complete for", "no party: transitions may be missing"] in read(THEN.registers[0]).rows
    assert "no source tells" in read(mg.results.RecordList([process()])).text
    assert "0 (none)" in read(network(on="1900-01-01")).texts
