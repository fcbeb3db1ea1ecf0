"""The pages that the documentation writes from the data: whole, escaped, honest about gaps."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import migrationgov as mg
from migrationgov.model.sources import citations_in
from migrationgov.timelines import timelines_of
from migrationgov.vocabularies import ProcessRole
from migrationgov_docs.gaps import exact
from migrationgov_docs.grades import evidence_of, numbers_of
from migrationgov_docs.myst import Page, escape, outside, when
from migrationgov_docs.pages import all_pages, write_pages
from migrationgov_docs.references import References
from migrationgov_docs.state_pages import regions, slug
from miniature import body, dataset, everything, register

FACTS = mg.dataset()
PAGES = all_pages(FACTS)
_MARKDOWN = MarkdownIt("commonmark").enable("table")


def shown(text: str) -> str:
    """What a reader sees of a line of MyST that holds no markup."""
    (paragraph,) = [token for token in _MARKDOWN.parse(text) if token.type == "inline"]
    assert paragraph.children is not None
    assert {"text", "text_special"} >= {child.type for child in paragraph.children}
    return "".join(child.content for child in paragraph.children)


def test_a_process_page_has_entries_rotations_groups_and_founders() -> None:
    """A reader finds each record of the process with its date and its source."""
    page = all_pages(everything())["processes/a-process.md"]
    assert "## Entries and exits" in page
    assert "| [State AAA](#state-aaa) | withdrew | `2013` | stated | " in page
    assert "chair for 12 months\\, as of 2001" in page
    assert "complete, with the members of [Body iom](#organization-iom)" in page
    assert "| `2000` | launched | x | [State AAA](#state-aaa), [Body iom]" in page
    states = all_pages(everything())["states/no-region.md"]
    assert "| [A Process](#process-a-process) | withdrew | `2013` | stated |" in states


# -- escaped -------------------------------------------------------------------------------------


@given(st.text(st.characters(exclude_categories=["C"]), max_size=60).filter(str.strip))
def test_no_text_becomes_markup(text: str) -> None:
    """A name, a title or a note is shown as it is written, with its blanks made one."""
    assert " ".join(text.split()) == shown(escape(text))


@pytest.mark.parametrize(
    "text",
    ["# no heading", "* no item", "1. no item", "{raw} html", "<script>alert(1)</script>", "a|b",
     "**bold** _it_ `code`", "$math$", "[x](javascript:alert(1))", "&amp;", "---", "| a |", "\\",
     "(label)=", ":::{note}", "+++", "% comment", "~~x~~", "\u0645\u0631\u062d\u0628\u0627",
     "\u4e2d\u534e\u4eba\u6c11\u5171\u548c\u56fd", "x" * 300],
)  # fmt: skip
def test_what_looks_like_markup_is_text(text: str) -> None:
    """In a paragraph and in a cell of a table."""
    assert text == shown(escape(text))
    table = _MARKDOWN.render(f"| a | b |\n|---|---|\n| {escape(text)} | y |\n")
    assert 2 == table.count("<td>")
    assert "<script" not in table


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "",
        "ftp://x",
        "https://x/ y",
        "https://x/>",
        "https://x/\\",
        "data:x",
    ],
)
def test_only_addresses_of_the_web_are_links(address: str) -> None:
    """Whatever else stands there is shown without being one."""
    assert "(<" not in outside("title", address)


def test_a_link_keeps_its_address() -> None:
    """Brackets and all."""
    assert "[a\\]](<https://x.org/a_(b)?c=d&e>)" == outside("a]", "https://x.org/a_(b)?c=d&e")


def test_dates_stand_as_they_are_written() -> None:
    """As code, so that no sign of theirs is markup."""
    assert "`[1951-12-05..1952-10-13]`" == when(mg.PartialDate("[1951-12-05..1952-10-13]"))
    assert "no end recorded" == when(None, "no end recorded")


# -- whole ---------------------------------------------------------------------------------------


def test_everything_has_its_page() -> None:
    """46 processes, the organizations with a history or register, all regions."""
    expected = {f"processes/{each}.md" for each in FACTS.process_ids}
    expected |= {f"organizations/{each}.md" for each in ("iom", "unhcr")}
    expected |= {f"states/{slug(region)}.md" for region in regions(FACTS)}
    assert expected | {"index.md", "totals.md", "votes.md", "summary.txt"} == set(PAGES)
    assert sum(len(states) for states in regions(FACTS).values()) == len(FACTS.states)


def linked(page: str) -> set[str]:
    """The addresses that a page links to."""
    return set(re.findall(r"\(<([^>]+)>\)", page))


def addresses(record: object) -> set[str]:
    """The addresses of all sources cited in a record, however deep."""
    known: dict[str, mg.model.Source] = {source.id: source for source in FACTS.sources}
    return {known[each.source].url for each in citations_in(record)} - {""}


def dates_in(text: str) -> set[str]:
    """The dates that stand on a page."""
    return set(re.findall(r"`([^`]+)`", text))


@pytest.mark.parametrize("process", FACTS.processes, ids=lambda each: each.id)
def test_a_process_page_leaves_nothing_out(process: mg.model.ConsultativeProcess) -> None:
    """Every source, every date, every participant, every rival value."""
    page = PAGES[f"processes/{process.id}.md"]
    assert addresses(process) <= linked(page)
    dates = [each.date for each in process.milestones]
    dates += [each.date for each in process.meetings]
    dates += [each.as_of for each in process.participant_lists]
    dates += [each.as_of for each in process.statuses]
    dates += [date for term in process.terms for date in (term.start, term.end) if date]
    assert {str(date) for date in dates} <= dates_in(page)
    for rival in process.disagreements:
        assert all(escape(claim.value) in page for claim in rival.claims)
        assert escape(rival.reason) in page
    for snapshot in process.participant_lists:
        for entry in (entry for names in snapshot.lists for entry in names.entries):
            state = entry.state and f"#state-{entry.state.lower()})"
            assert (state or escape(FACTS.organization(entry.organization).name)) in page


#: Whom one of the two lists, the other does not show as possible.
OTHER = {ProcessRole.MEMBER: ProcessRole.OBSERVER, ProcessRole.OBSERVER: ProcessRole.MEMBER}


@pytest.mark.parametrize("process", FACTS.processes, ids=lambda each: each.id)
def test_a_process_page_has_each_role_with_its_grades(
    process: mg.model.ConsultativeProcess,
) -> None:
    """How many parties are certain, listed and possible, which, and by what evidence."""
    rows = [line.split(" | ") for line in PAGES[f"processes/{process.id}.md"].splitlines()]
    roster = mg.process_participants(process)
    for role in {each.role for each in (*roster, *roster.possible)}:
        members = roster.role(role)
        other = roster.role(OTHER[role]).codes if role in OTHER else ()
        possible = [code for code in members.possible.codes if code not in other]
        if not members.codes and not possible:
            continue
        sides = (members.certain.codes, members.listed.codes, possible)
        words = numbers_of(*map(len, sides), complete=members.complete)
        label = f"| {role.replace('-', ' ').replace('co ', 'co-')}: {words}"
        (row,) = (row for row in rows if row[0] == label)
        for side in sides:
            names = [f"[{escape(FACTS.state(c).name)}]" for c in side if FACTS.has_state(c)]
            assert any(all(name in cell for name in names) for cell in row), (role, names)
        dated = [f"{reading.date}" for reading in map(members.reading, members.codes) if reading]
        assert not dated or any(escape(min(dated)[:4]) in cell for cell in row)


def test_the_evidence_of_a_list_is_in_words_with_its_age() -> None:
    """Few records are each named; of many, the oldest and the newest."""
    budapest = mg.process_participants("Budapest Process", on="2014-12").members
    assert "list of 2013\\-10 \\(1 year before the date\\)" in evidence_of(budapest)
    prague = mg.process_participants("Prague Process", on="2015").members
    assert "after the date\\)" in evidence_of(prague)
    assert re.match(r"\d+ records\\, from joined 19", evidence_of(mg.members_on("2020")))


def test_a_row_of_a_state_has_grade_and_evidence() -> None:
    """Thailand is listed in the Bali Process, by a list and its age."""
    section = PAGES["states/asia.md"].partition("(state-tha)=")[2].partition("\n(state-")[0]
    (row,) = (
        line for line in section.splitlines() if "(#process-bali-process)" in line and "|" in line
    )
    assert "| member | listed | list of 20" in row
    assert "before the date" in row


@pytest.mark.parametrize("region", regions(FACTS))
def test_a_region_page_has_every_step_of_every_state(region: str) -> None:
    """With its date and its sources; successions stand with both seats."""
    page = PAGES[f"states/{slug(region)}.md"]
    for state in regions(FACTS)[region]:
        section = page.partition(f"(state-{state.id.lower()})=")[2].partition("\n(state-")[0]
        assert section.lstrip().startswith(f"## {escape(state.name)}\n")
        steps = mg.transitions(state)
        assert {str(step.date) for step in steps} <= dates_in(section)
        assert addresses(steps) <= linked(page)
        for each in mg.processes_of(state):
            assert f"(#process-{each.process})" in section
        for spell in (
            spell
            for its in FACTS.registers
            for spell in mg.memberships_of(state, its.institution, status=None)
        ):
            lasted = spell.end is None or spell.start != spell.steps[-1].date
            told = f"{spell.status} `{spell.start}` to" if spell.end else f"{spell.status} since `"
            assert (told in section) is lasted


def test_the_page_of_iom_tells_its_whole_history() -> None:
    """Members and observers by spell, offices, sessions, works, and every source."""
    page = PAGES["organizations/iom.md"]
    history = FACTS.history(mg.find_organization("IOM").id)
    assert addresses(history) <= linked(page)
    told = [each.person for each in history.tenures]
    told += [f"{each.body} {each.number}".strip() for each in history.sessions]
    told += [each.title for each in history.works]
    assert [] == [each for each in told if escape(each) not in page]
    table = page.partition("last day |")[2].partition("\n\n")[0]
    spells = table.count("| member |") + table.count("| observer |")
    parties = timelines_of(FACTS, "iom").parties
    wanted = [s for who in parties for s in mg.memberships_of(who, "IOM", status=None)]
    rows = re.findall(r"^\| \[Australia\].*?\| (\w+) \|", table, re.MULTILINE)
    assert ["member", "observer", "member"] == rows, "in the order of time"
    assert spells == sum(s.status in ("member", "observer") for s in wanted)


def test_the_page_of_an_organization_asks_about_it() -> None:
    """The explorer is about IOM where the address names no institution."""
    first, last = mg.PartialDate("1960"), mg.PartialDate("2025-08")
    other = mg.model.Register.of(mg.vocabularies.OrganizationId("other"), first, last, ())
    facts = dataset(organizations=(body("iom"), body("other")), registers=(register(), other))
    pages = all_pages(facts)
    address = '<a href="../../explorer/index.html#'
    assert f"{address}date=2025-12-31" in pages["organizations/iom.md"]
    assert f"{address}institution=other&date=2025-08" in pages["organizations/other.md"]


def test_every_published_number_is_on_a_page() -> None:
    """On that of its institution, with the outcome; the page of totals counts the outcomes."""
    page = PAGES["totals.md"]
    compared = mg.reconcile("IOM")
    outcomes = [each.outcome for each in compared]
    numbers = [outcomes.count(one) for one in mg.vocabularies.ReconciliationOutcome]
    (row,) = (line for line in page.splitlines() if "(#organization-iom)" in line)
    assert sorted(number for number in numbers if number) == sorted(
        int(cell) for cell in row.split("|")[3:] if cell.strip()
    )
    of_iom = PAGES["organizations/iom.md"].partition("## Published totals")[2]
    assert all(escape(each.reason) in of_iom for each in compared)
    totals = [each for process in FACTS.process_ids for each in mg.published_totals(process)]
    assert (
        f"{len(totals)} lists have a published number\\. Of {sum(t.met for t in totals)}" in page
    )
    assert f"| sources | {len(FACTS.sources):,} |" in PAGES["summary.txt"]


# -- what we do not know -------------------------------------------------------------------------


def gaps(path: str) -> str:
    """The section of a page on what is not known."""
    return PAGES[path].partition("What we do not know\n")[2].partition("\n#")[0]


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
        assert escape(FACTS.state(each.participant).name if FACTS.has_state(each.participant)
                      else FACTS.organization(each.participant).name) in told  # fmt: skip
    missed = [each for each in mg.published_totals(process) if not each.met]
    assert len(missed) == told.count("The other names of a published total")
    for milestone in process.milestones:
        assert (escape(milestone.label) in told) >= (not exact(milestone.date))
    assert f"Nothing is recorded after `{process.covered_until}`" in told


def test_the_gaps_of_iom() -> None:
    """Observers before 1993, possible ones, and the day after which nothing is recorded."""
    told = gaps("organizations/iom.md")
    assert "before `1993`" in told
    assert "does not mean “no”" in told
    assert "Nothing is recorded after `2025-12-10`" in told
    for party in mg.observers_on("2025-12-10").possible:
        assert escape(party.name) in told


def test_a_state_that_no_source_names_says_so() -> None:
    """Rather than showing an empty section, which would read as "no"."""
    section = PAGES["states/no-region.md"].partition("(state-ata)=")[2]
    assert "No source gives a transition of it" in section


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


def test_pages_are_written_once_and_stale_ones_go(tmp_path: Path) -> None:
    """So that a second build reads only what changed."""
    write_pages(FACTS, tmp_path)
    index = tmp_path / "index.md"
    before = index.stat().st_mtime_ns
    (tmp_path / "processes" / "gone.md").write_text("# Gone\n", encoding="utf-8")
    (tmp_path / "totals.md").write_text("old", encoding="utf-8")
    write_pages(FACTS, tmp_path)
    assert before == index.stat().st_mtime_ns
    assert PAGES["totals.md"] == (tmp_path / "totals.md").read_text(encoding="utf-8")
    assert set(PAGES) == {
        file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()
    }


def test_columns_without_content_are_left_out() -> None:
    """And a table without rows is none."""
    page = Page("x", FACTS)
    page.table(["a", "b"], [("1", ""), ("2", "")])
    page.table(["c"], [])
    assert "| a |\n| --- |\n| 1 |\n| 2 |\n" == page.text()


def test_sources_are_numbered_where_they_are_first_cited() -> None:
    """And told once, with all that tells them apart."""
    page = Page("x", FACTS)
    (joined,) = mg.transitions("KAZ", "IOM", kind="joined")
    assert page.cite(joined.citations).startswith("[\\[1\\]](#x-source-1)")
    assert page.cite(joined.citations[1:2]).startswith("[\\[2\\]](#x-source-2)")
    assert len(mg.sources_of(joined)) == page.text().count("[]{#x-source-")


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
