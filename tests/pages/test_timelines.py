"""The timelines of pages, and the files beside them: they draw what the library answers."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

import migrationgov as mg
from migrationgov_docs.disagreements_page import disagreements_page
from migrationgov_docs.downloads import DOWNLOADS, timelines_csv, write_downloads
from migrationgov_docs.growth_figure import counts_of, growth_figure
from migrationgov_docs.html_page import Page
from migrationgov_docs.institution_sheet import party_lines
from migrationgov_docs.names import name_of
from migrationgov_docs.process_timeline import process_timeline
from migrationgov_docs.timeline_figure import Line, timeline
from migrationgov_docs.timeline_rows import chairs_of, drawn, parties_of, statuses_of
from page_reading import Reading, read, text_of

FACTS = mg.dataset()
DAYS = ["1965-03-01", "1994-07-15", "2002-12-02", "2014-10-01", "2019-06-30"]


def on(day: str, party: str, institution: str) -> set[tuple[str, str]]:
    """Status and grade that a timeline has on a day."""
    its = statuses_of(party, institution, FACTS)
    return {(e["role"], e["grade"]) for e in its if e["first"] <= day <= e["last"]}


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("institution", ["iom", "almaty-process", "bali-process"])
def test_a_timeline_says_what_the_library_answers(institution: str, day: str) -> None:
    """Certain, listed and possible members, and nobody else."""
    members = mg.members_on(date.fromisoformat(day), institution, kind=None)
    parties = parties_of(institution, FACTS)
    if day > max(each["last"] for its in parties.values() for each in its):
        pytest.skip("nothing is drawn where the evidence has ended")
    for grade in ("certain", "listed"):
        expected = set(getattr(members, grade).codes)
        found = {each for each in parties if ("member", grade) in on(day, each, institution)}
        assert expected == found
    possible = {each for each in parties if ("member", "possible") in on(day, each, institution)}
    assert possible <= set(members.possible.codes)


def test_a_bar_has_shape_filling_and_title() -> None:
    """Square for a member, round for an observer; part full where it is listed."""
    page = Page(FACTS, folders=1)
    lines = [each for each in party_lines(page, "almaty-process") if each.name == "Kazakhstan"]
    figure = timeline(lines, "about")
    Reading(figure)
    titles = [text_of(each) for each in re.findall("<title>(.*?)</title>", figure)]
    assert any(re.fullmatch(r"Kazakhstan: member, certain, .* to .*", each) for each in titles)
    listed = re.findall(r'data-grade="listed">.*?</g>', figure)
    assert listed
    assert all("mg-level" in each for each in listed)
    certain = re.findall(r'data-grade="certain">.*?</g>', figure)
    assert not any("mg-level" in each for each in certain)
    assert not any(" rx=" in each for each in certain if ": member" in each)
    observers = timeline(
        [each for each in party_lines(page, "almaty-process") if each.name == "Pakistan"], "x"
    )
    assert 'rx="4.5"' in observers


def test_bars_are_within_the_figure_and_a_day_is_seen() -> None:
    """Every place is a percentage from 0 to 100."""
    page = Page(FACTS, folders=1)
    figure = timeline(party_lines(page, "iom"), "x")
    lefts = [float(each) for each in re.findall(r' x="([\d.]+)%" width', figure)]
    widths = [float(each) for each in re.findall(r'width="([\d.]+)%" y', figure)]
    assert len(lefts) == len(widths) > 200
    assert all(
        0 <= left and left + width <= 100.5 for left, width in zip(lefts, widths, strict=True)
    )
    assert min(widths) >= 0.3
    assert "" == timeline([], "x")
    assert "" == timeline([Line("a", "a")], "x")


def test_lists_meetings_and_chairs_stand_above() -> None:
    """A complete list is a full triangle; the chair of each term has its name."""
    process = mg.find_process("Almaty Process")
    page = Page(FACTS, folders=1)
    lists, meetings, chairs = process_timeline(process, page)
    assert {"complete", "partial"} == {look for _, look, _ in lists.points}
    assert "ministerial" in {look for _, look, _ in meetings.points}
    assert len(process.meetings) == len(meetings.points)
    names = {name_of(term.participant, FACTS) for term in process.terms}
    assert set(chairs.names) == names
    assert len(chairs_of(process.id, FACTS)) == len(chairs.intervals)
    figure = timeline([lists, meetings, chairs], "x")
    assert figure.count('class="mg-chairs"') == len(chairs.intervals)
    assert "mg-legend" not in figure, "the legend is that of the parties"


def test_a_possible_participant_who_is_more_is_not_drawn() -> None:
    """The file for download has it."""
    its = statuses_of("KAZ", "almaty-process", FACTS)
    kept = drawn(its)
    left = [each for each in its if each not in kept]
    assert all((each["role"], each["grade"]) == ("participant", "possible") for each in left)
    assert all(each in kept for each in its if each["role"] == "member")


def test_the_growth_is_that_of_the_library() -> None:
    """On each day of change."""
    counts = counts_of("iom", FACTS)
    assert "1951-12-05" == counts[0][0]
    for day, certain, most in counts[:: len(counts) // 12]:
        members = mg.members_on(date.fromisoformat(day))
        assert len(members.codes) == certain
        assert len(members.codes) + len(members.possible) == most
    figure = growth_figure("iom", FACTS)
    Reading(figure)
    assert f"{counts[-1][1]} on 10 December 2025" in figure


def test_every_disagreement_has_its_place(tmp_path: Path) -> None:
    """On the page, with an anchor of its own, and in the file."""
    page = read(disagreements_page(FACTS))
    anchors = [each for each in page.ids if each.startswith("disagreement-")]
    assert len(FACTS.disagreements) == len(anchors) == len(set(anchors))
    write_downloads(FACTS, tmp_path)
    with (tmp_path / "disagreements.csv").open(encoding="utf-8", newline="") as file:
        assert len(FACTS.disagreements) == len(list(csv.DictReader(file)))


def test_the_files_for_download(tmp_path: Path) -> None:
    """All facts in one file, all tables, and the timelines of each institution."""
    write_downloads(FACTS, tmp_path)
    assert set(DOWNLOADS) <= {each.name for each in tmp_path.iterdir()}
    assert mg.loads((tmp_path / "facts.json").read_text(encoding="utf-8")) == FACTS
    with zipfile.ZipFile(tmp_path / "tables.zip") as archive:
        assert "datapackage.json" in archive.namelist()
    for institution in (*FACTS.register_ids, *FACTS.process_ids):
        text = (tmp_path / f"{institution}.csv").read_text(encoding="utf-8")
        assert timelines_csv(institution, FACTS) == text
    rows = list(csv.DictReader(io.StringIO(timelines_csv("iom", FACTS))))
    (kazakhstan,) = (
        each for each in rows if each["party"] == "KAZ" and each["status"] == "member"
    )
    assert ("2002-12-02", "certain") == (kazakhstan["first_day"], kazakhstan["grade"])
