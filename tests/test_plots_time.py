"""Growth, timelines and rosters: they draw what the library answers, day by day."""

from __future__ import annotations

import re
import warnings
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from matplotlib.colors import to_rgba
from matplotlib.dates import date2num

import migrationgov as mg
from drawn import axes, corners, dotted, lines, patches, series, title, words
from migrationgov import plots
from migrationgov.plots.evidence_by_year import EVIDENCE_MARKS
from migrationgov.plots.intervals import days_to_draw
from migrationgov.plots.labels import day_in_words, short_date
from migrationgov.plots.marks import area_filling, filling, mark_of
from migrationgov.plots.member_growth import POINT_STYLES
from migrationgov.plots.signatures import Interval, MembersRow, TimelineRow
from migrationgov.timelines.evidence import Evidence
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.vocabularies import OrganizationId, ProcessId, ProcessRole
from miniature import CITED, body, counted, dataset, process, register, snapshot, state
from strategies import transition

DAY = timedelta(days=1)
IOM = OrganizationId("iom")
GRADES = ("certain", "listed", "possible")


def number(day: str) -> float:
    """Return the position of a day on an axis of dates."""
    return float(date2num(date.fromisoformat(day)))  # type: ignore[no-untyped-call]  # matplotlib has no types


# -- growth --------------------------------------------------------------------------------------


def test_the_numbers_are_those_of_the_member_lists() -> None:
    """They agree at both ends of every interval, and the intervals have no gap."""
    rows = members_of("IOM")
    iom = mg.dataset().register(IOM)
    assert rows[0]["first"] == str(iom.covered_from) == "1951-12-05"
    assert rows[-1]["last"] == str(iom.covered_until)
    compare_with_the_lists(rows, "IOM")


@pytest.mark.parametrize("process", ["Bali Process", "Almaty Process", "5+5"])
def test_a_process_grows_too(process: str) -> None:
    """The numbers of its states are those of its member lists."""
    compare_with_the_lists(members_of(process), process)


def members_of(institution: str, **more: Any) -> list[MembersRow]:
    """Return the numbers of members of an institution, from the table of the figure."""
    rows = plots.growth_table(institution, **more)
    return [row for row in rows if row["kind"] == "members"]


def compare_with_the_lists(rows: list[MembersRow], institution: str) -> None:
    """Compare numbers with the member lists on the first and the last day of each interval."""
    for row, following in pairwise(rows):
        assert date.fromisoformat(row["last"]) + DAY == date.fromisoformat(following["first"])
    for row in rows:
        for day in (row["first"], row["last"]):
            found = mg.members_on(date.fromisoformat(day), institution)
            assert len(found) == (row["members"] or 0)
            assert len(found.certain) == row["least"]
            most = len(found) + len(found.possible) if found.complete else None
            assert most == row["most"]


def test_as_long_as_no_record_speaks_there_is_no_number() -> None:
    """It is not 0; from the first list on it is a number, and the figure says so."""
    rows = members_of("Bali Process")
    silent = [row for row in rows if row["members"] is None]
    assert silent == rows[: len(silent)]
    assert 0 < len(silent) < len(rows)
    assert all(not mg.members_on(row["first"], "Bali Process") for row in silent)
    ax = plots.growth("Bali Process", ax=axes())
    assert "no record speaks of the members yet" in words(ax)
    assert "no record speaks" not in words(plots.growth(ax=axes()))
    assert ax.get_xlim()[0] < number(rows[0]["first"])
    assert title(plots.growth("IDM", ax=axes())).startswith("IDM: no record of its members")


def test_no_line_leaps_up_to_the_first_long_list() -> None:
    """Squares count those named so far, and a mark names the list."""
    rows = members_of("Bali Process")
    early = [row for row in rows if row["members"] is None or row["named"] is not None]
    assert early == rows[: len(early)]
    assert "2019-01-01" == rows[len(early)]["first"]  # a list of "2020~"
    assert {45, 16} == {early[-1]["members"], early[-1]["named"]}
    ax = plots.growth("Bali Process", ax=axes())
    (line,) = [each for each in lines(ax) if each.get_gid() == "members"]
    empty = [y != y for y in line.get_ydata()[:-1]]  # noqa: PLR0124 -- a nan
    assert empty == [row in early for row in rows]
    (squares,) = series(ax, "named")
    counts = dict.fromkeys(row["named"] for row in early if row["named"])
    assert list(counts) == [y for _, y in squares.get_offsets()]
    (area,) = series(ax, "area-listed")
    begin = number(rows[len(early)]["first"])
    assert begin == min(x for path in area.get_paths() for x, _ in path.vertices)
    assert "first long list" in words(ax)
    assert "named so far" in words(ax)


def test_a_register_and_a_complete_first_list_leave_no_number_unknown() -> None:
    """A register has every entry; a long list at the beginning has nothing before it."""
    assert {None} == {row["named"] for row in members_of("IOM")}
    assert "long list" not in words(plots.growth(ax=axes()))
    listed = process(snapshot("2005", ("member", "stated", "AAA BBB")), milestones=())
    facts = dataset(processes=(listed,))
    ax = plots.growth("A Process", ax=axes(), dataset=facts)
    assert not [each for each in ax.collections if each.get_gid() == "named"]
    assert "no record speaks" not in words(ax)


def test_where_no_list_is_long_the_title_says_what_lists_name() -> None:
    """A part of the members is no number of members."""
    facts = dataset(processes=(process(snapshot("2005", ("member", "partial", "AAA BBB"))),))
    ax = plots.growth("A Process", ax=axes(), dataset=facts)
    assert "2 member states named by lists until" in title(ax)
    assert "first long list" not in [each.get_text() for each in ax.texts]


def test_published_numbers_are_those_of_reconcile() -> None:
    """All numbers of member states are in the table, except numbers of a part of them."""
    rows = [row for row in plots.growth_table() if row["kind"] == "published"]
    compared = [
        each
        for each in mg.reconcile("IOM")
        if each.claim.counted == "member-states" and not each.claim.label
    ]
    assert [(str(each.claim.as_of), each.claim.value, each.outcome) for each in compared] == [
        (row["as_of"], row["value"], row["outcome"]) for row in rows
    ]
    (stale,) = [row for row in rows if row["value"] == 86 and row["outcome"] == "explained"]
    assert stale["explanation"] == "stale"


def test_the_line_and_the_band_are_the_table() -> None:
    """The line is the members; certain, listed and possible ones are areas, one on the other."""
    ax, rows = plots.growth(ax=axes()), members_of("IOM")
    (line,) = [each for each in lines(ax) if each.get_gid() == "members"]
    assert line.get_drawstyle() == "steps-post"
    days = [*(number(r["first"]) for r in rows), number(rows[-1]["last"])]
    assert list(line.get_xdata()) == days
    numbers = [row["members"] for row in rows]
    assert list(line.get_ydata()) == [*numbers, numbers[-1]]
    for grade, low, high in (
        ("certain", None, "least"), ("listed", "least", "members"),
        ("possible", "members", "most"),
    ):  # fmt: skip
        (area,) = series(ax, f"area-{grade}")
        wanted: set[tuple[Any, Any]] = set()
        for row, after in zip(rows, days[1:], strict=True):
            ends: dict[str, Any] = dict(row)
            bottom, top = ends[low] if low else 0, ends[high]
            if bottom < top:
                wanted |= {(x, y) for x in (number(row["first"]), after) for y in (bottom, top)}
        assert {(x, y) for path in area.get_paths() for x, y in path.vertices} == wanted
        its = area_filling(ax, mark_of("member", grade))
        # one listed member of 175 is too thin for stripes
        assert area.get_hatch() == (None if grade == "listed" else its["hatch"])
        assert tuple(area.get_facecolor()[0]) == to_rgba(its["facecolor"])
    assert title(ax) == "IOM: 175 member states on 10 December 2025"
    assert "The evidence covers 5 December 1951 to 10 December 2025." in words(ax)
    assert "certain member states possible member states" in words(ax)  # listed: for one day


def test_points_have_the_marker_of_their_outcome() -> None:
    """Each style is one series, and each point is at the middle of its possible days."""
    ax = plots.growth(ax=axes())
    rows = [row for row in plots.growth_table() if row["kind"] == "published"]
    drawn = 0
    for points in series(ax):
        word = str(points.get_gid() or "").removeprefix("published-")
        if word in POINT_STYLES:
            places = [
                ((number(row["first"]) + number(row["last"])) / 2, row["value"])
                for row in rows
                if row["outcome"] == word and row["first"] and row["last"]
            ]
            assert places == [tuple(place) for place in points.get_offsets().tolist()]
            assert points.get_label() == POINT_STYLES[word][-1]
            drawn += len(places)
    assert drawn == len(rows)
    assert "over 170" in [text.get_text() for text in ax.texts]


def test_growth_without_published_numbers() -> None:
    """The figure has no points; where any number of states may be members there is no band."""
    ax = plots.growth(ax=axes(), dataset=dataset(organizations=(body("iom", name="国際 $x$"),)))
    assert title(ax) == r"国際 \$x\$: 1 member state on 31 December 2025"
    assert [each.get_gid() for each in lines(ax)] == ["members"]
    assert words(ax).endswith("31 December 2025. certain member states")
    part = mg.restricted_to(mg.dataset(), kinds=["press"])
    assert {row["most"] for row in members_of("IOM", dataset=part)} == {None}
    ax = plots.growth(ax=axes(), dataset=part)
    (band,) = series(ax, "area-possible")
    assert not band.get_paths()
    assert (
        "Between 5 December 1951 and 10 December 2025 the records may leave out some member "
        "states: how many is not known." in words(ax)
    )


def test_a_thin_area_has_no_stripes() -> None:
    """Stripes look like a broken outline there; the legend says how thin the area is."""
    codes = [f"A{one}{two}" for one in "ABCDEFGH" for two in "ABCDEFGH"]
    steps = [transition(each, "joined", "1990-01-01") for each in codes]
    for doubted, label, hatch in ((1, "listed member states, 1 at most", None),
                                  (9, "listed member states", "/////")):  # fmt: skip
        listed = [transition(each, "joined", "1990-01-01?") for each in codes[:doubted]]
        facts = dataset(
            states=tuple(map(state, codes)), registers=(register(*listed, *steps[doubted:]),)
        )
        (area,) = series(plots.growth(ax=axes(), dataset=facts), "area-listed")
        assert (label, hatch) == (area.get_label(), area.get_hatch())


def test_a_number_with_an_open_date_is_not_drawn() -> None:
    """It is in the table, but has no place on the axis."""
    claims = tuple(
        mg.model.CountClaim(
            organization=IOM, as_of=when, counted="member-states", value=1, citations=CITED
        )
        for when in ("[..1990-06-01]", "1990-06-01")
    )
    facts = dataset(counts=(counted(counts=claims),))
    rows = [row for row in plots.growth_table(dataset=facts) if row["kind"] == "published"]
    assert [row["first"] for row in rows] == [None, "1990-06-01"]
    ax = plots.growth(ax=axes(), dataset=facts)
    assert [len(points.get_offsets()) for points in series(ax, "published")] == [1]


def test_growth_without_a_register_is_an_error() -> None:
    """The error names the organization."""
    with pytest.raises(mg.errors.UnknownOrganizationError, match="UNHCR"):
        plots.growth("UNHCR", ax=axes())


# -- one state through time ----------------------------------------------------------------------


def ends(row: TimelineRow) -> list[str]:
    """Return the first and the last day of an interval."""
    return [row["first"], row["last"]]


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
@pytest.mark.parametrize("code", ["KAZ", "AUS", "SRB", "YUCS", "RUS", "GBR", "undp"])
def test_intervals_are_what_the_queries_answer(code: str) -> None:
    """The lists of both ends of each interval have the party with the grade."""
    for row in plots.state_timeline_table(code):
        for day in ends(row):
            if row["role"] == "applicant":
                assert "applicant" in mg.status_on(code, day, row["of"])
                continue
            members = the_list(row, date.fromisoformat(day))
            assert members.grade(code) == row["grade"], row
            assert (members.answer(code) is mg.Answer.YES) is (row["may_be"] == [row["role"]])


def the_list(row: Interval, day: date) -> mg.results.MemberList[Any]:
    """Return the parties that have the role of an interval on a day."""
    if row["of"] in mg.dataset().register_ids:
        ask = mg.members_on if row["role"] == "member" else mg.observers_on
        return ask(day, row["of"], kind=None)
    return mg.process_participants(row["of"], on=day).role(ProcessRole(row["role"]))


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
@pytest.mark.parametrize("code", ["KAZ", "AUS", "YUCS"])
def test_between_the_intervals_there_is_no_role(code: str) -> None:
    """
    On the day before each interval, unless another ends there, no list has the party.

    After a meeting it may have come to others: that is possible, and no record speaks for it.
    """
    rows = plots.state_timeline_table(code)
    last_days = {(row["lane"], row["last"]) for row in rows}
    for row in rows:
        before = date.fromisoformat(row["first"]) - DAY
        if (row["lane"], str(before)) not in last_days:
            silence = "possible" if row["lane"].endswith(": meetings") else None
            assert the_list(row, before).grade(code) in (None, silence), row


def test_kazakhstan_and_its_three_intervals_in_iom() -> None:
    """It is a possible observer from its independence, then an observer, then a member."""
    rows = [row for row in plots.state_timeline_table("Kazakhstan") if row["of"] == "iom"]
    assert [(row["role"], row["grade"], row["first"], row["last"]) for row in rows] == [
        ("observer", "possible", "1991-12-16", "1999-12-30"),
        ("observer", "certain", "1999-12-31", "2002-12-01"),
        ("member", "certain", "2002-12-02", "2025-12-10"),
    ]


def test_thailand_is_a_listed_member_of_the_bali_process() -> None:
    """It is a possible member before the first list, and a listed one up to the last evidence."""
    rows = [row for row in plots.state_timeline_table("THA") if row["of"] == "bali-process"]
    assert [row["role"] for row in rows] == ["member"] * len(rows)
    assert [rows[0]["grade"], rows[-1]["grade"]] == ["possible", "listed"]
    for row, following in pairwise(rows):
        assert date.fromisoformat(row["last"]) + DAY == date.fromisoformat(following["first"])


@pytest.mark.parametrize("code", ["KAZ", "AUS"])
def test_every_interval_has_a_bar(code: str) -> None:
    """Lane, days and style are those of the row."""
    ax, rows = plots.state_timeline(code, ax=axes(12, 6)), plots.state_timeline_table(code)
    lanes = list(dict.fromkeys(row["lane"] for row in rows))
    assert lanes == [text.get_text() for text in ax.get_yticklabels()]
    drawn = patches(ax)
    assert len(rows) == len(drawn)
    for row in rows:
        lane = lanes.index(row["lane"])
        bar: Any = drawn[f"{row['of']}-{row['role']}-{row['first']}-{lane}"]
        its = filling(ax, mark_of(row["role"], row["grade"]))
        left, right, top, bottom = corners(bar)
        days = number(row["first"]), number(row["last"]) + 1
        if right - left == pytest.approx(days[1] - days[0]):
            assert (left, right) == pytest.approx(days)
        else:  # a short interval is a mark around its middle
            assert right - left > days[1] - days[0]
            assert (left + right) / 2 == pytest.approx(sum(days) / 2)
        assert (top + bottom) / 2 == pytest.approx(lane)
        assert bottom - top < 0.75
        assert bar.get_facecolor() == to_rgba(its["facecolor"])
        assert (bar.get_linestyle() == "-") is (row["grade"] != "possible")
    assert ax.get_xlim()[1] < number("2026-12-31")
    arrows = [line for line in lines(ax) if line.get_gid() == "goes-on"]
    assert len(arrows) == sum(row["lasts"] for row in rows)


def test_the_shape_of_a_bar_tells_the_role() -> None:
    """A member has square ends, an observer round ones, as long as the bar is."""
    ax = plots.state_timeline("KAZ", institutions=["IOM"], ax=axes(12, 4))
    drawn: dict[str, Any] = dict(patches(ax))
    member, observer = drawn["iom-member-2002-12-02-0"], drawn["iom-observer-1999-12-31-0"]
    assert len(member.get_xy()) == 5
    assert len(observer.get_xy()) > 30
    left, right, top, bottom = corners(observer)
    middle = [x for x, y in observer.get_xy() if y == pytest.approx(top)]
    assert left < min(middle) < max(middle) + 1e-6 < right
    assert (bottom - top) == pytest.approx(corners(member)[3] - corners(member)[2])


def test_an_interval_that_the_evidence_ends_lasts() -> None:
    """One that ends before the evidence does not, nor one in a process that ended."""
    (row,) = plots.state_timeline_table("YUCS", institutions=["IOM"])[-1:]
    assert not row["lasts"]
    (row,) = plots.state_timeline_table("KAZ", institutions=["IOM"])[-1:]
    assert row["lasts"]
    over = process(
        snapshot("2001-01-01", ("member", "stated", "AAA")),
        milestones=(
            mg.model.Milestone(kind="launched", date="2000", label="x", citations=CITED),
            mg.model.Milestone(kind="ended", date="2005", label="x", citations=CITED),
        ),
    )  # fmt: skip
    rows = plots.state_timeline_table("AAA", dataset=dataset(processes=(over,)))
    assert rows
    assert not any(row["lasts"] for row in rows if row["of"] == "a-process")


# -- one institution through time ----------------------------------------------------------------


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
@pytest.mark.parametrize("institution", ["Almaty Process", "Quito Process"])
def test_the_lines_of_an_institution_are_what_the_queries_answer(institution: str) -> None:
    """Each party has the intervals of its own timeline; the first to be known come first."""
    rows = plots.institution_timeline_table(institution)
    for row in rows:
        own = plots.state_timeline_table(row["id"], institutions=[institution])
        assert {**row, "lane": row["label"]}.items() >= own[0].items() or any(
            {key: each[key] for key in each if key != "lane"}  # type: ignore[literal-required]  # keys of the row
            == {key: row[key] for key in row if key not in ("id", "name")}  # type: ignore[literal-required]  # keys of the row
            for each in own
        )
        if row["role"] in ("member", "observer"):
            day = date.fromisoformat(row["first"])
            assert the_list(row, day).grade(row["id"]) == row["grade"]
    members = mg.members_on("2024", institution)
    assert set(members.codes) <= {row["id"] for row in rows}
    surely = [(row["first"], row["id"]) for row in rows if row["grade"] != "possible"]
    known = {code: first for first, code in sorted(surely, reverse=True)}
    order = [code for code in dict.fromkeys(row["id"] for row in rows) if code in known]
    assert [known[code] for code in order] == sorted(known[code] for code in order)


def test_the_chairs_of_a_process_are_a_staircase() -> None:
    """A role is drawn instead of the statuses; the parties may be chosen, in order."""
    terms = mg.chairs_of("Almaty Process")
    rows = plots.institution_timeline_table("Almaty Process", role="chair")
    assert {row["role"] for row in rows} == {"chair"}
    assert {row["id"] for row in rows} >= {term.participant for term in terms}
    bali = plots.institution_timeline_table("Bali Process", role="chair")
    assert {row["role"] for row in bali} == {"co-chair"}
    ax = plots.institution_timeline("Almaty Process", role="co-chair", ax=axes())
    assert title(ax) == "Almaty Process: co-chair through time"
    assert words(ax) == "The data have no record of any."
    chosen = plots.institution_timeline_table("IOM", parties=["KGZ", "Kazakhstan", "MCO"])
    assert list(dict.fromkeys(row["id"] for row in chosen)) == ["KGZ", "KAZ"]
    assert title(plots.institution_timeline("IDM", ax=axes())) == "IDM: parties through time"
    with pytest.raises(mg.errors.UnknownTermError, match="role is 'chef'; it may be 'member'"):
        plots.institution_timeline_table("IOM", role="chef")  # type: ignore[arg-type]  # refused when it runs


def test_every_line_of_an_institution_has_its_bars() -> None:
    """The lanes are the parties; the title names the statuses that are drawn."""
    ax = plots.institution_timeline("Almaty Process", ax=axes(12, 8))
    rows = plots.institution_timeline_table("Almaty Process")
    drawn = [[row[key] for key in ("id", "role", "grade")] for row in rows]
    days = [date.fromisoformat(row["first"]) - timedelta(days=1) for row in rows]
    joined = sum(
        drawn[at] == drawn[at - 1] and str(days[at]) == rows[at - 1]["last"]
        for at in range(1, len(rows))
    )
    assert joined > 0  # other possible roles begin no new bar
    assert len(patches(ax)) == len(rows) - joined
    lanes = [text.get_text() for text in ax.get_yticklabels()]
    assert len(lanes) == len({row["id"] for row in rows})
    assert title(ax) == "Almaty Process: members and observers through time"


def test_short_intervals_have_a_marker() -> None:
    """It is as wide as it is high, and has the letter of the role; long intervals have none."""
    ax, rows = plots.state_timeline("KAZ", ax=axes(12, 6)), plots.state_timeline_table("KAZ")
    meetings = [row for row in rows if row["lane"] == "Almaty Process: meetings"]
    lane = [text.get_text() for text in ax.get_yticklabels()].index("Almaty Process: meetings")
    short = [row for row in meetings if number(row["last"]) - number(row["first"]) < 90]
    written = [text for text in ax.texts if round(text.get_position()[1]) == lane]
    assert len(short) == len(written) > 5
    for row, text in zip(short, written, strict=True):
        assert text.get_text() == mark_of(row["role"], row["grade"]).letter[0]
        bar = patches(ax)[f"almaty-process-{row['role']}-{row['first']}-{lane}"]
        box = bar.get_path().transformed(ax.transData).get_extents()
        assert box.width == pytest.approx(box.height, rel=0.05)
    assert not [text for text in ax.texts if round(text.get_position()[1]) == 0]


def test_a_state_without_any_record() -> None:
    """Nothing is drawn, and a sentence says why."""
    assert plots.state_timeline_table("MCO") == []
    ax = plots.state_timeline("MCO", ax=axes())
    assert title(ax) == "Monaco: organizations, treaties and processes"
    assert not ax.patches
    assert words(ax) == "The data have no record of it."
    with pytest.raises(mg.errors.UnknownStateError):
        plots.state_timeline("Atlantis", ax=axes())


def test_a_part_of_the_sources_leaves_everything_open() -> None:
    """Every status is possible before the first transition in these sources."""
    press = mg.restricted_to(mg.dataset(), kinds=["press"])
    (first, *_) = plots.state_timeline_table("KAZ", dataset=press)
    assert set(first["may_be"]) == {"none", "applicant", "observer", "member"}
    assert first["grade"] == "possible"


def test_names_of_all_scripts_and_lengths() -> None:
    """Long names are cut, and names from right to left are drawn."""
    long = "A Process " * 6
    facts = dataset(
        states=(state("AAA", name="دولة"), state("BBB", start="1995", end="2001-06-30")),
        processes=(
            process(
                snapshot("2001-01-01", ("member", "stated", "AAA"), ("guest", "stated", "AAA")),
                name=long, names=(mg.model.Name(text=long),), covered_until="2002/..",
            ),
        ),
        registers=(register(transition("AAA", "seated", "1990-05-01")),),
    )  # fmt: skip
    ax = plots.state_timeline("AAA", ax=axes(), dataset=facts)
    assert title(ax).startswith("دولة")
    shortened = [text.get_text() for text in ax.get_yticklabels()]
    assert all(len(name) <= 44 for name in shortened)
    assert shortened[1].endswith("\N{HORIZONTAL ELLIPSIS}")


def test_no_state_takes_part_before_its_start_or_after_its_end() -> None:
    """Lists are carried on, and back to the founding, but not beyond the life of a state."""
    facts = dataset(states=(state("AAA"), state("BBB", start="2000-06", end="2001-06-30")))
    rows = plots.state_timeline_table("BBB", dataset=facts)
    assert [(row["grade"], row["first"], row["last"]) for row in rows] == [
        ("possible", "2000-06-01", "2000-12-30"), ("listed", "2000-12-31", "2000-12-31"),
        ("certain", "2001-01-01", "2001-01-01"), ("listed", "2001-01-02", "2001-06-30"),
    ]  # fmt: skip


def test_open_coverage_is_drawn_up_to_the_day_of_the_data() -> None:
    """It is drawn from the first change on; without any known day, one day is drawn."""

    def days(first: int, last: int, changes: list[int], facts: mg.Dataset) -> tuple[int, int]:
        evidence = Evidence("iom", covered=(first, last))
        return days_to_draw(InstitutionTimelines(evidence), changes, facts)

    facts = dataset()
    known = [date(1990, 5, 1).toordinal()]
    end = date(2025, 12, 31).toordinal()
    assert days(0, 10**7, known, facts) == (known[0], end)
    assert days(5, 9, known, facts) == (5, 9)
    assert days(0, 7, [], facts) == (7, 7)
    undated = mg.Dataset.of(mg.model.Manifest(name="x", as_of="2025/..", licence="x"))
    assert days(0, 10**7, [], undated) == (1, 1)
    assert days(3, 10**7, [], undated) == (3, 3)


def test_a_process_known_by_a_term_alone() -> None:
    """Without events and lists the figure begins with the first term."""
    whose = ProcessId("a-process")
    term = mg.model.Term(
        process=whose, organization=IOM, start="2001", end="2002", citations=CITED
    )
    facts = dataset(processes=(process(milestones=(), terms=(term,)),))
    rows = plots.state_timeline_table("iom", dataset=facts)
    assert {row["lane"] for row in rows} == {"A Process: chair"}
    assert [row["grade"] for row in rows] == ["listed", "certain", "listed"]
    assert (rows[0]["first"], rows[-1]["last"]) == ("2001-01-01", "2002-12-31")


# -- what is known -------------------------------------------------------------------------------


def test_the_years_of_a_process_are_what_status_on_answers() -> None:
    """The states of each year are divided by the grade of their status at its end."""
    rows = plots.evidence_by_year_table(["Bali Process", "Almaty Process"], start=2005)
    assert [row["year"] for row in rows] == [*range(2011, 2025), *range(2005, 2025)]
    for row in rows:
        on = date(row["year"], 12, 31)
        grades = [status_grade(each.id, on, row["institution"]) for each in mg.dataset().states]
        parts = row["certain"], row["listed"], row["possible"], row["undocumented"]
        assert sum(parts) == row["states"]
        assert row["listed"] == grades.count("listed")
        assert row["certain"] <= grades.count("certain")


def test_every_institution_has_its_years() -> None:
    """A register of IOM is certain of its members, of every year the number adds up."""
    rows = plots.evidence_by_year_table(["IOM"], start=1950, end=2020)
    assert [row["year"] for row in rows] == [*range(1951, 2021)]
    last = rows[-1]
    assert last["certain"] >= len(mg.members_on("2020-12-31"))
    assert last["states"] - last["certain"] < 5
    assert {row["label"] for row in rows} == {"IOM"}


def status_grade(code: str, on: date, process: str) -> str | None:
    """Return the grade of the status of a state in a process on a day; None without one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", mg.errors.CoverageWarning)
        return mg.status_on(code, on, process).grade


def test_each_share_is_a_box() -> None:
    """The boxes of a year are as high as the shares, one above the other."""
    ax = plots.evidence_by_year(["Almaty Process"], start=2012, end=2016, ax=axes())
    rows = plots.evidence_by_year_table(["Almaty Process"], start=2012, end=2016)
    assert [row["year"] for row in rows] == [2012, 2013, 2014, 2015, 2016]
    drawn: dict[str, Any] = dict(patches(ax))
    for row in rows:
        numbers = {grade: row[grade] for grade in GRADES}  # type: ignore[literal-required]  # keys of the row
        boxes = [
            (drawn[f"almaty-process-{row['year']}-{grade}"], grade, number)
            for grade, number in numbers.items()
            if number
        ]
        for box, grade, number in boxes:
            assert box.get_height() == pytest.approx(0.86 * number / row["states"])
            assert box.get_hatch() == area_filling(ax, EVIDENCE_MARKS[grade])["hatch"]
        for (lower, *_), (upper, *_) in pairwise(boxes):
            assert upper.get_y() + upper.get_height() == pytest.approx(lower.get_y())
    assert len(drawn) == sum(bool(row[each]) for row in rows for each in GRADES)  # type: ignore[literal-required]  # keys of the row
    assert list(EVIDENCE_MARKS) == [*GRADES, "undocumented"]


def test_a_process_without_named_states_is_undocumented() -> None:
    """Each of its years is a dot; other processes have none."""
    rows = plots.evidence_by_year_table(["IDM"], start=2020, end=2021)
    assert [(row["year"], row["states"]) for row in rows] == [(2020, 0), (2021, 0)]
    ax = plots.evidence_by_year(["IDM"], start=2020, end=2021, ax=axes())
    assert dotted(ax) == {(2020, 0), (2021, 0)}
    assert not patches(ax)
    assert not dotted(plots.evidence_by_year(["Almaty Process"], ax=axes()))
    none = plots.evidence_by_year([], ax=axes())
    assert not none.patches
    wrong: Any
    for wrong in ("2000", 2000.0, True, 0, 9999):
        with pytest.raises(mg.errors.WrongTypeError, match=f"start= takes a year, not {wrong!r}"):
            plots.evidence_by_year_table(start=wrong)


# -- rosters -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Almaty Process", "Bali Process", "Puebla Process"])
def test_every_name_on_every_list_is_a_cell(name: str) -> None:
    """It is full on a list of a day, half full on one of a wider date, hollow if doubted."""
    found = mg.find_process(name)
    rows = plots.process_roster_table(name)
    entries = sum(len(names.entries) for each in found.participant_lists for names in each.lists)
    assert entries == len(rows)
    ax = plots.process_roster(name, ax=axes(12, 12))
    cells = {key: each for key, each in patches(ax).items() if not key.startswith("open-")}
    roles = dict.fromkeys((row["id"], row["column"], row["role"]) for row in rows)
    assert len(roles) == len(cells) == len(ax.texts)
    lines = list(dict.fromkeys(key.rsplit("-", 2)[0] for key in cells))
    assert len(ax.get_yticklabels()) == len({row["id"] for row in rows}) >= len(lines)
    for row in rows:
        here = [role for *cell, role in roles if cell == [row["id"], row["column"]]]
        key = "".join(sign if sign.isalnum() else "-" for sign in f"{row['id']}-{row['column']}")
        cell: Any = cells[f"{key}-{here.index(row['role'])}"]
        day = re.fullmatch(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?", row["as_of"])
        certain = any(
            each["certain"] for each in rows
            if [each[key] for key in ("id", "column", "role")]
            == [row[key] for key in ("id", "column", "role")]
        )  # fmt: skip
        grade = "possible" if not certain else "certain" if day else "listed"
        its = filling(ax, mark_of(row["role"], grade))
        assert cell.get_facecolor() == to_rgba(its["facecolor"])
        assert cell.get_edgecolor() == to_rgba(its["edgecolor"])
    dates = {str(each.as_of) for each in found.participant_lists}
    assert len(dates) == len(ax.get_xticklabels())


def test_lists_are_in_the_order_of_their_dates() -> None:
    """The labels are the dates in words."""
    ax = plots.process_roster("Almaty Process", ax=axes())
    labels = [text.get_text() for text in ax.get_xticklabels()]
    lists = mg.find_process("almaty-process").participant_lists
    assert len({*labels}) == len(labels) < len(lists)
    assert labels.index("5 Jun 2013") < labels.index("22 Oct 2015") < labels.index("about 2024")
    assert "27-28 Sep 2018" in labels


@pytest.mark.parametrize(
    ("text", "words", "short"),
    [
        ("2002-12-02", "2 December 2002", "2 Dec 2002"),
        ("2019-05", "May 2019", "May 2019"),
        ("2017~", "about 2017", "about 2017"),
        ("2023-10-12?", "12 October 2023, uncertain", "12 Oct 2023?"),
        ("2018-09/2018-10", "from September 2018 to October 2018", "Sep 2018 to Oct 2018"),
        ("2018-09-27/2018-09-28", "from 27 September 2018 to 28 September 2018", "27-28 Sep 2018"),
        ("[2011,2012-05]", "2011 or May 2012", "2011 or May 2012"),
        ("-0044", "-0044", "-0044"),
    ],
)  # fmt: skip
def test_dates_in_figures_are_words(text: str, words: str, short: str) -> None:
    """No reader of a figure needs EDTF."""
    assert (day_in_words(text), short_date(text)) == (words, short)


def test_a_dot_is_where_no_complete_list_of_members_answers() -> None:
    """A list of chairs proves nothing about members, nor one of states about organizations."""
    facts = dataset(
        states=(state("AAA"), state("BBB")),
        processes=(
            process(
                snapshot("2001-01-01", ("member", "stated", "AAA")),
                snapshot("2002-01-01", ("member", "partial", "AAA?"), ("chair", "stated", "BBB")),
                mg.model.ParticipantLists(
                    as_of="2003-01-01", citations=CITED,
                    lists=(
                        mg.model.RoleList(
                            role="member", kind="stated", total=2,
                            entries=(mg.model.ListedParticipant(organization=IOM),),
                        ),
                    ),
                ),
            ),
        ),
    )  # fmt: skip
    rows = plots.process_roster_table("a-process", dataset=facts)
    assert [(row["id"], row["complete"], row["certain"]) for row in rows] == [
        ("AAA", True, True), ("BBB", True, True), ("AAA", False, False), ("iom", False, True),
    ]  # fmt: skip
    ax = plots.process_roster("a-process", ax=axes(), dataset=facts)
    assert dotted(ax) == {(0, 2), (1, 2), (2, 0), (2, 1)}
    assert "an empty cell proves nothing" in words(ax)
    assert sorted(text.get_text() for text in ax.texts) == ["C", "M", "M", "M?"]


def test_two_lists_of_one_date_are_one_column() -> None:
    """A role that both give is drawn once, by the one without doubt."""
    lists = (
        snapshot("2001-01-01", ("member", "partial", "AAA? BBB?")),
        snapshot("2001-01-01", ("member", "partial", "AAA"), ("chair", "stated", "AAA")),
    )
    facts = dataset(processes=(process(*lists),))
    ax = plots.process_roster("a-process", ax=axes(), dataset=facts)
    assert ["1 Jan 2001"] == [text.get_text() for text in ax.get_xticklabels()]
    assert ["C", "M", "M?"] == sorted(text.get_text() for text in ax.texts)
    assert "its 2 dated lists" in title(ax)
    assert 1 == words(ax).split().count("member")


def test_complete_lists_have_no_dots() -> None:
    """The figure has no sentence about dots either."""
    ax = plots.process_roster("a-process", ax=axes(), dataset=dataset())
    assert not dotted(ax)
    assert words(ax).endswith("Hollow: the list doubts it. member")


def test_an_empty_roster() -> None:
    """The figure of a process without any list is empty, and says so."""
    ax = plots.process_roster("idm", ax=axes())
    assert title(ax) == "IDM: participants on its 0 dated lists"
    assert words(ax) == "The data have no list of its participants."
    assert not ax.patches
    with pytest.raises(mg.errors.UnknownProcessError):
        plots.process_roster("no such process", ax=axes())
