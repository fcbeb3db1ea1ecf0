"""The pages that the documentation writes from the data: whole, escaped, honest about gaps."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

import migrationgov as mg
from migrationgov import exports
from migrationgov.model.sources import citations_in
from migrationgov.timelines import timelines_of
from migrationgov.vocabularies import ProcessRole, SourceId
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.gaps import exact
from migrationgov_docs.grades import evidence_of, numbers_of
from migrationgov_docs.html_page import escape, prose
from migrationgov_docs.names import name_of, sort_key
from migrationgov_docs.pages import all_pages, write_pages
from migrationgov_docs.references import References
from migrationgov_docs.state_pages import regions
from miniature import body, dataset, everything, register
from page_reading import Reading, facts_of, html_of, read, rows_of, section, text_of, title_of

FACTS = mg.dataset()
PAGES = all_pages(FACTS)
_MARKDOWN = MarkdownIt("commonmark").enable("table")


def test_a_process_page_has_entries_rotations_groups_and_founders() -> None:
    """A reader finds each record of the process with its date and its source."""
    pages = all_pages(everything())
    page = pages["processes/a-process.md"]
    (entry,) = rows_of(page, "State AAA", "withdrew")
    assert ["2013", "stated"] == entry[2:4]
    assert "chair for 12 months, as of 2001" in facts_of(page)["rotation"]
    assert any("complete, with the members of Body iom" in row[2] for row in rows_of(page))
    assert rows_of(page, "2000", "launched", "x")[0][3].startswith("State AAA, Body iom")
    assert rows_of(pages["states/aaa.md"], "A Process", "withdrew", "2013", "stated")


# -- whole ---------------------------------------------------------------------------------------


def test_everything_has_its_page() -> None:
    """The processes, the organizations with a history or register, each state."""
    expected = {f"processes/{each}.md" for each in FACTS.process_ids}
    expected |= {f"organizations/{each}.md" for each in ("iom", "unhcr")}
    expected |= {f"states/{each.id.lower()}.md" for each in FACTS.states}
    expected |= {f"{each}.md" for each in ("index", "disagreements", "totals", "votes")}
    expected |= {"evidence-quality.md", "states/index.md"}
    assert expected | {"summary.html"} == set(PAGES)
    assert sum(len(states) for states in regions(FACTS).values()) == len(FACTS.states)
    assert {f"{each.id.lower()}.html" for each in FACTS.states} == {
        link.rpartition("/")[2]
        for link in read(PAGES["states/index.md"]).links
        if link.startswith("../states/")
    }


@pytest.mark.parametrize("path", sorted(set(PAGES) - {"summary.html"}))
def test_a_page_is_whole_html(path: str) -> None:
    """Everything is closed, no anchor comes twice, and each link on the page has its anchor."""
    its = read(PAGES[path])
    assert len(its.ids) == len(set(its.ids))
    assert {each[1:] for each in its.links if each.startswith("#")} <= set(its.ids)
    folder = Path(path).parent
    inside = (link for link in its.links if not link.startswith(("#", "http")))
    for link in inside:
        target = (Path("/data") / folder / link.partition("#")[0]).as_posix()
        steps = Path(target).parts
        assert steps.count("..") <= len(folder.parts) + 1
    assert all(mg.PartialDate(each) for each in its.titles if not re.search("[a-z]{2}", each))


def addresses(record: object) -> set[str]:
    """The addresses of all sources cited in a record, however deep."""
    known: dict[str, mg.model.Source] = {source.id: source for source in FACTS.sources}
    return {known[each.source].url for each in citations_in(record)} - {""}


def dates_in(html: str) -> set[str]:
    """The dates that stand in a piece of HTML, as they are recorded."""
    return {title or text for title, text in re.findall(r'<time(?: title="(.*?)")?>(.*?)<', html)}


@pytest.mark.parametrize("process", FACTS.processes, ids=lambda each: each.id)
def test_a_process_page_leaves_nothing_out(process: mg.model.ConsultativeProcess) -> None:
    """Every source, every date, every participant, every rival value."""
    page = PAGES[f"processes/{process.id}.md"]
    assert addresses(process) <= set(read(page).links)
    dates = [each.date for each in process.milestones]
    dates += [each.date for each in process.meetings]
    dates += [each.as_of for each in process.participant_lists]
    dates += [each.as_of for each in process.statuses]
    dates += [date for term in process.terms for date in (term.start, term.end) if date]
    assert {str(date) for date in dates} <= dates_in(html_of(page))
    for rival in process.disagreements:
        assert all(prose(claim.value) in page for claim in rival.claims)
        assert prose(rival.reason) in page
    for snapshot in process.participant_lists:
        for entry in (entry for names in snapshot.lists for entry in names.entries):
            state = entry.state and f"../states/{entry.state.lower()}.html"
            assert (state or escape(name_of(entry.participant, FACTS))) in page


@pytest.mark.parametrize("process", FACTS.processes, ids=lambda each: each.id)
def test_a_process_page_is_a_fact_sheet(process: mg.model.ConsultativeProcess) -> None:
    """Its title is its short name; hosts stand in the table of meetings; chairs in a sentence."""
    page = PAGES[f"processes/{process.id}.md"]
    assert name_of(process.id, FACTS) == title_of(page)
    assert len(title_of(page)) <= 45
    meetings = section(page, "Meetings")
    for host in {host for each in process.meetings for host in each.hosts}:
        assert escape(name_of(host, FACTS)) in meetings
    chairs = mg.chair_on(process, process.covered_until).codes
    lead = re.findall('<p class="mg-lead">(.*?)</p>', html_of(page))[0]
    assert all(escape(name_of(code, FACTS)) in lead for code in chairs)


def test_the_numbers_of_a_fact_sheet() -> None:
    """How many of the published number of members are known by name."""
    page = PAGES["processes/bali-process.md"]
    assert "44 of 45 members named about 2020 (" in facts_of(page)["members"]
    assert "44 of 45 members named about 2020." in text_of(html_of(page))
    rabat = facts_of(PAGES["processes/rabat-process.md"])["members"]
    assert rabat.startswith("55 members named about 2022 ("), "a later list without a number"
    assert "members" not in facts_of(PAGES["processes/afml.md"])


def test_the_index_is_sorted_by_short_names() -> None:
    """The tables, and the list at the left."""
    page = PAGES["index.md"]
    listed = [row[0] for row in next(t for t in read(page).tables if t[0][0] == "process")[1:]]
    assert sorted(listed, key=sort_key) == listed
    assert set(listed) == {name_of(each, FACTS) for each in FACTS.process_ids}
    paths = re.findall(r"^processes/(.*)$", page, re.MULTILINE)
    assert listed == [name_of(each, FACTS) for each in paths]
    assert not re.findall(r"^states/...$", page, re.MULTILINE), "they are too many for the list"
    assert "orphan: true" in PAGES["states/kaz.md"]


#: Whom one of the two lists, the other does not show as possible.
OTHER = {ProcessRole.MEMBER: ProcessRole.OBSERVER, ProcessRole.OBSERVER: ProcessRole.MEMBER}


@pytest.mark.parametrize("process", FACTS.processes, ids=lambda each: each.id)
def test_a_process_page_has_each_role_with_its_grades(
    process: mg.model.ConsultativeProcess,
) -> None:
    """How many parties are certain, listed and possible, which, and by what evidence."""
    page = section(PAGES[f"processes/{process.id}.md"], "Who takes part")
    roster = mg.process_participants(process)
    for role in {each.role for each in (*roster, *roster.possible)}:
        members = roster.role(role)
        other = roster.role(OTHER[role]).codes if role in OTHER else ()
        possible = [code for code in members.possible.codes if code not in other]
        if not members.codes and not possible:
            continue
        part = page.partition(f'id="role-{role}"')[2].partition("<h3")[0]
        sides = {"certain": members.certain.codes, "listed": members.listed.codes}
        sides |= {"possible": tuple(possible)}
        numbers = numbers_of(*map(len, sides.values()), complete=members.complete)
        assert numbers in text_of(part.partition("</h3>")[0])
        found = [text_of(each) for each in re.findall("<li>(.*?)</li>", part)]
        expected = {
            f"{name_of(code, FACTS)}, {grade}" for grade, side in sides.items() for code in side
        }
        assert sorted(expected) == sorted(found)
        assert evidence_of(members) in part


def test_the_evidence_of_a_list_is_in_words_with_its_age() -> None:
    """Few records are each named; of many, the oldest and the newest."""
    budapest = mg.process_participants("Budapest Process", on="2014-12").members
    assert "list of October 2013 (1 year before the date)" in evidence_of(budapest)
    prague = mg.process_participants("Prague Process", on="2015").members
    assert "after the date)" in evidence_of(prague)
    assert re.match(r"\d+ records, from joined ", evidence_of(mg.members_on("2020")))


def test_a_row_of_a_state_has_grade_and_sources() -> None:
    """Thailand is listed in the Bali Process."""
    (row,) = rows_of(PAGES["states/tha.md"], "Bali Process")
    assert "member, listed" == row[1]
    assert "[" in row[-1]


@pytest.mark.parametrize("state", FACTS.states, ids=lambda each: each.id)
def test_a_state_page_has_all_its_records(state: mg.model.State) -> None:
    """Every transition, spell, process and disagreement, with dates and sources."""
    page = PAGES[f"states/{state.id.lower()}.md"]
    assert state.name == title_of(page)
    html, links = html_of(page), set(read(page).links)
    steps, rivals = mg.transitions(state), mg.disagreements(state)
    assert {str(step.date) for step in steps} <= dates_in(html)
    assert addresses([*steps, *rivals]) <= links
    for rival in rivals:
        assert all(prose(claim.value) in html for claim in rival.claims)
    for each in mg.processes_of(state):
        assert f"../processes/{each.process}.html" in links
    for its in FACTS.registers:
        for spell in mg.memberships_of(state, its.institution, status=None):
            lasted = spell.end is None or spell.start != spell.steps[-1].date
            rows = rows_of(page, name_of(its.institution, FACTS))
            found = any(row[1].startswith(f"{spell.status}, ") for row in rows)
            assert found or not lasted


def test_the_page_of_iom_tells_its_whole_history() -> None:
    """Members and observers by spell, offices, sessions, works, and every source."""
    page = PAGES["organizations/iom.md"]
    history = FACTS.history(mg.find_organization("IOM").id)
    assert addresses(history) <= set(read(page).links)
    told = [each.person for each in history.tenures]
    told += [f"{each.body} {each.number}".strip() for each in history.sessions]
    told += [each.title for each in history.works]
    assert [] == [each for each in told if escape(each) not in page]
    table = next(each for each in read(page).tables if "last day" in each[0])
    parties = timelines_of(FACTS, "iom").parties
    wanted = [s for who in parties for s in mg.memberships_of(who, "IOM", status=None)]
    australia = [row[1] for row in table if row[0] == "Australia"]
    assert ["member", "observer", "member"] == australia, "in the order of time"
    assert len(table) - 1 == len(wanted)
    names = [row[0] for row in table[1:]]
    assert names.index("Costa Rica") < names.index("Côte d'Ivoire") < names.index("Croatia")


def test_the_page_of_an_organization_asks_about_it() -> None:
    """The explorer is about IOM where the address names no institution."""
    first, last = mg.PartialDate("1960"), mg.PartialDate("2025-08")
    other = mg.model.Register.of(mg.vocabularies.OrganizationId("other"), first, last, ())
    facts = dataset(organizations=(body("iom"), body("other")), registers=(register(), other))
    pages = all_pages(facts)
    address = "../../explorer/index.html#"
    assert f"{address}date=2025-12-31" in read(pages["organizations/iom.md"]).links
    asked = f"{address}institution=other&date=2025-08"
    assert asked in read(pages["organizations/other.md"]).links


def test_every_published_number_is_on_a_page() -> None:
    """On that of its institution, with the outcome; the page of totals counts the outcomes."""
    page = PAGES["totals.md"]
    compared = mg.reconcile("IOM")
    outcomes = [each.outcome for each in compared]
    numbers = [outcomes.count(one) for one in mg.vocabularies.ReconciliationOutcome]
    (row,) = (each for each in rows_of(page, "IOM") if len(each) > 3)
    assert sorted(number for number in numbers if number) == sorted(
        int(cell) for cell in row[2:] if cell
    )
    of_iom = section(PAGES["organizations/iom.md"], "Published totals")
    assert all(prose(each.reason) in of_iom for each in compared)
    totals = [each for process in FACTS.process_ids for each in mg.published_totals(process)]
    assert f"{len(totals)} lists have a published number. Of {sum(t.met for t in totals)}" in page
    assert f"{len(FACTS.sources):,}" in text_of(PAGES["summary.html"])


# -- what we do not know -------------------------------------------------------------------------


def gaps(path: str) -> str:
    """The section of a page on what is not known."""
    return section(PAGES[path], "What we do not know")


@pytest.mark.parametrize("process", FACTS.processes, ids=lambda each: each.id)
def test_the_gaps_of_a_process_are_those_of_its_data(
    process: mg.model.ConsultativeProcess,
) -> None:
    """Incomplete lists, possible participants, totals not met, imprecise dates, the last day."""
    told = gaps(f"processes/{process.id}.md")
    roster = mg.process_participants(process)
    assert ("no complete list of members" in told) is (
        bool(process.participant_lists) and not roster.complete
    )
    assert ("no list of participants" in told) is (not process.participant_lists)
    for each in roster.possible:
        assert escape(name_of(each.participant, FACTS)) in told
    missed = [each for each in mg.published_totals(process) if not each.met]
    assert len(missed) == told.count("The other names of a published total")
    for milestone in process.milestones:
        assert (prose(milestone.label) in told) >= (not exact(milestone.date))
    assert f"Nothing is recorded after {when(process.covered_until)}" in told


def test_the_gaps_of_iom() -> None:
    """Observers before 1993, possible ones, and the day after which nothing is recorded."""
    told = gaps("organizations/iom.md")
    assert "before <time>1993</time>" in told
    assert "does not mean “no”" in told
    assert "Nothing is recorded after" in told
    assert "10 December 2025" in told
    for party in mg.observers_on("2025-12-10").possible:
        assert escape(name_of(party.id, FACTS)) in told


def test_a_state_that_no_source_names_says_so() -> None:
    """Rather than showing an empty section, which would read as "no"."""
    page = PAGES["states/ata.md"]
    assert "No source gives a transition of it" in page
    assert "No record names it." in page
    assert "mg-timeline" not in page


@pytest.mark.parametrize(
    ("text", "lasts", "expected"),
    [("2002-12-02", False, True), ("2002-12", False, False), ("2002-12-02?", False, False),
     ("2013-06-04/2013-06-05", True, True), ("2013-06-04/2013-06-05", False, False),
     ("2013-06-04?/2013-06-05", True, False), ("2013-06-04/..", True, False)],
)  # fmt: skip
def test_which_dates_leave_doubt(text: str, lasts: bool, expected: bool) -> None:  # noqa: FBT001 -- a table
    """The days of a meeting are no doubt; a month, a mark or an open end is one."""
    assert expected is exact(mg.PartialDate(text), lasts=lasts)


# -- how they get there --------------------------------------------------------------------------


def test_what_was_looked_at_when_is_counted_from_the_data() -> None:
    """A row for each file, and the numbers that the library gives."""
    page = PAGES["evidence-quality.md"]
    files, read, *_ = read_tables(page, "Registers, processes and histories", "Sources")
    looks = exports.last_looks("2027", dataset=FACTS)
    kinds = Counter(each.kind for each in looks)
    assert kinds["register"] + kinds["process"] + kinds["history"] == len(files) - 1
    assert ["IOM", "register", "not recorded"] in files
    assert kinds["source"] == sum(int(row[1]) for row in read[1:])


def test_second_sources_and_rules_are_counted_from_the_data() -> None:
    """A row for each table, and for each rule."""
    page = PAGES["evidence-quality.md"]
    shares, rules, *_ = read_tables(page, "Facts with a second source", "Rules of the data")
    for each, row in zip(exports.second_sources(dataset=FACTS), shares[1:], strict=True):
        assert [f"{each.facts:,}", f"{each.two_publishers:,}"] == [row[1], row[3]]
        assert each.table.replace("_", " ") == row[0]
        assert f"{each.share:.0%}" == row[-1]
    found = {row[0]: row[2] for row in rules[1:]}
    for rule in exports.data_rules(dataset=FACTS):
        assert f"{rule.facts:,} {rule.table.replace('_', ' ')}" in found[rule.rule]


def test_the_page_of_looks_of_other_facts() -> None:
    """A copy on record has its link; a look without a day of its own is before all."""
    copied = mg.model.Source(
        id=SourceId("a-source"), title="T", kind="press", url="https://example.org/t",
        archived="https://example.org/copy", read_on="2025-12",
    )  # fmt: skip
    facts = dataset(sources=(copied,), registers=(register(checked_on="2025-12-31"),))
    page = all_pages(facts)["evidence-quality.md"]
    files, read = read_tables(page, "Registers, processes and histories", "Sources")
    assert ["not recorded", "31 December 2025"] == [row[2] for row in files[1:]]
    assert "31 December 2026" == files[2][3]
    assert ["December 2025", "1"] == read[1]
    assert "https://example.org/copy" in read_links(page)
    entry = section(all_pages(facts)["states/aaa.md"], "Sources")
    assert "read December 2025, archived copy" in text_of(entry)


def read_tables(page: str, *headings: str) -> list[list[list[str]]]:
    """The rows of all tables of some sections, the headings first."""
    return [table for each in headings for table in Reading(section(page, each)).tables]


def read_links(page: str) -> list[str]:
    """The addresses that a page links to."""
    return read(page).links


def test_pages_are_written_once_and_stale_ones_go(tmp_path: Path) -> None:
    """So that a second build reads only what changed; the parts of the front page stay."""
    write_pages(FACTS, tmp_path)
    index = tmp_path / "index.md"
    before = index.stat().st_mtime_ns
    (tmp_path / "processes" / "gone.md").write_text("# Gone\n", encoding="utf-8")
    (tmp_path / "totals.md").write_text("old", encoding="utf-8")
    (tmp_path / "front").mkdir()
    (tmp_path / "front" / "answer.html").write_text("kept", encoding="utf-8")
    write_pages(FACTS, tmp_path)
    assert before == index.stat().st_mtime_ns
    assert PAGES["totals.md"] == (tmp_path / "totals.md").read_text(encoding="utf-8")
    assert {*PAGES, "front/answer.html"} == {
        file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()
    }


def test_references_tell_each_source_and_citation_once() -> None:
    """In the order in which they are met."""
    refs = References(FACTS)
    (joined,) = mg.transitions("KAZ", "IOM", kind="joined")
    assert [0, 1, 2, 3] == refs.places(joined.citations)
    assert [3, 0] == refs.places((joined.citations[3], joined.citations[0]))
    values = refs.values
    assert [s.title for s in mg.sources_of(joined)] == [each[0] for each in values["sources"]]
    titles = {source.id: source.title for source in FACTS.sources}
    cited = [values["sources"][row[0]][0] for row in values["citations"]]
    assert cited == [titles[each.source] for each in joined.citations]
