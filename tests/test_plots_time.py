"""Growth, timelines and rosters: they draw what the library answers, day by day."""

from __future__ import annotations

import warnings
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from matplotlib.colors import to_rgba
from matplotlib.dates import date2num

import migrationgov as mg
from drawn import axes, dotted, lines, patches, series, title, words
from migrationgov import plots
from migrationgov.plots.evidence_by_year import EVIDENCE_STYLES
from migrationgov.plots.intervals import days_to_draw
from migrationgov.plots.member_growth import POINT_STYLES
from migrationgov.plots.role_styles import ROLE_STYLES, list_style, role_style
from migrationgov.plots.signatures import MembersRow, TimelineRow
from migrationgov.timelines.evidence import Evidence
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.vocabularies import OrganizationId, ProcessId, ProcessRole
from miniature import CITED, body, counted, dataset, process, register, snapshot, state
from strategies import transition

DAY = timedelta(days=1)
IOM = OrganizationId("iom")


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
            assert len(found) == row["members"]
            assert len(found.certain) == row["least"]
            most = len(found) + len(found.possible) if found.complete else None
            assert most == row["most"]


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
    assert stale["mark"] == stale["explanation"] == "stale"


def test_the_line_and_the_band_are_the_table() -> None:
    """Lines are the members and the certain ones, the band is the possible ones."""
    ax, rows = plots.growth(ax=axes()), members_of("IOM")
    (line,) = [each for each in lines(ax) if each.get_gid() == "members"]
    (least,) = [each for each in lines(ax) if each.get_gid() == "certain"]
    for drawn, numbers in (
        (line, [r["members"] for r in rows]),
        (least, [r["least"] for r in rows]),
    ):
        assert drawn.get_drawstyle() == "steps-post"
        days = [*(number(r["first"]) for r in rows), number(rows[-1]["last"])]
        assert list(drawn.get_xdata()) == days
        assert list(drawn.get_ydata()) == [*numbers, numbers[-1]]
    (band,) = series(ax, "band")
    assert band.get_hatch()
    corners = band.get_paths()[0].vertices
    assert max(corners[:, 0]) == number(rows[-1]["last"])
    assert min(corners[:, 0]) == number("1951-12-05")
    tops = {(number(row["first"]), row["most"]) for row in rows}
    assert tops <= {(x, y) for x, y in corners.tolist()}
    assert title(ax) == "IOM: 175 certain member states on 10 December 2025"
    assert "The evidence covers 5 December 1951 to 10 December 2025." in words(ax)
    assert "certain and listed member states" in words(ax)


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
                if row["mark"] == word and row["first"] and row["last"]
            ]
            assert places == [tuple(place) for place in points.get_offsets().tolist()]
            assert points.get_label() == POINT_STYLES[word].label
            drawn += len(places)
    assert drawn == len(rows)
    assert " over 170" in [text.get_text() for text in ax.texts]


def test_growth_without_published_numbers() -> None:
    """The figure has no points; where any number of states may be members there is no band."""
    ax = plots.growth(ax=axes(), dataset=dataset(organizations=(body("iom", name="国際 $x$"),)))
    assert title(ax) == r"国際 \$x\$: 1 certain member states on 31 December 2025"
    assert series(ax, "band")
    assert [each.get_gid() for each in lines(ax)] == ["members"]
    assert words(ax).endswith("certain member states possible member states, in addition")
    part = mg.restricted_to(mg.dataset(), kinds=["press"])
    assert {row["most"] for row in members_of("IOM", dataset=part)} == {None}
    ax = plots.growth(ax=axes(), dataset=part)
    assert not series(ax, "band")
    assert "there may be any number of further members" in words(ax)


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


def the_list(row: TimelineRow, day: date) -> mg.results.MemberList[Any]:
    """Return the parties that have the role of an interval on a day."""
    if row["of"] in mg.dataset().register_ids:
        ask = mg.members_on if row["role"] == "member" else mg.observers_on
        return ask(day, row["of"], kind=None)
    return mg.process_participants(row["of"], on=day).role(ProcessRole(row["role"]))


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
@pytest.mark.parametrize("code", ["KAZ", "AUS", "YUCS"])
def test_between_the_intervals_there_is_no_role(code: str) -> None:
    """On the day before each interval, unless another ends there, no list has the party."""
    rows = plots.state_timeline_table(code)
    last_days = {(row["lane"], row["last"]) for row in rows}
    for row in rows:
        before = date.fromisoformat(row["first"]) - DAY
        if (row["lane"], str(before)) not in last_days:
            assert the_list(row, before).grade(code) is None, row


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
        bar: Any = drawn[f"{row['of']}-{row['role']}-{row['first']}"]
        style = role_style(row["role"], row["grade"])
        height = ROLE_STYLES[row["role"]].height
        assert bar.get_x() == number(row["first"])
        assert bar.get_x() + bar.get_width() == number(row["last"]) + 1
        assert bar.get_y() == lanes.index(row["lane"]) - height / 2
        assert bar.get_height() == height
        assert bar.get_facecolor() == to_rgba(style.face)
        assert (bar.get_hatch() or "") == style.hatch
        assert bar.get_linestyle() == ("--" if row["grade"] == "possible" else "-")
    assert ax.get_xlim()[1] < number("2026-12-31")


def test_short_intervals_have_a_marker() -> None:
    """It is hollow if the role is only possible; long intervals have none."""
    ax, rows = plots.state_timeline("KAZ", ax=axes(12, 6)), plots.state_timeline_table("KAZ")
    meetings = [row for row in rows if row["lane"] == "Almaty Process: meetings"]
    lane = [text.get_text() for text in ax.get_yticklabels()].index("Almaty Process: meetings")
    markers = [line for line in lines(ax) if line.get_ydata()[0] == lane]
    short = [row for row in meetings if number(row["last"]) - number(row["first"]) < 90]
    assert len(short) == len(markers) > 5
    for row, marker in zip(short, markers, strict=True):
        assert marker.get_marker() == ROLE_STYLES[row["role"]].marker
        assert (marker.get_markerfacecolor() == "none") is (row["grade"] == "possible")
    assert not [line for line in lines(ax) if line.get_ydata()[0] == 0]


def test_a_state_without_any_record() -> None:
    """Nothing is drawn, and a sentence says why."""
    assert plots.state_timeline_table("MCO") == []
    ax = plots.state_timeline("MCO", ax=axes())
    assert title(ax) == "Monaco: organizations, treaties and processes"
    assert not ax.patches
    assert words(ax) == "The data have no record of it in any organization or process."
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
        grades = [status_grade(each.id, on, row["process"]) for each in mg.dataset().states]
        assert row["certain"] + row["listed"] + row["possible"] + row["unknown"] == row["states"]
        assert row["listed"] == grades.count("listed")
        assert row["certain"] <= grades.count("certain")


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
        numbers = {each: row[each] for each in EVIDENCE_STYLES}  # type: ignore[literal-required]  # keys of the row
        boxes = [
            (drawn[f"almaty-process-{row['year']}-{grade}"], grade, number)
            for grade, number in numbers.items()
            if number
        ]
        for box, grade, number in boxes:
            assert box.get_height() == pytest.approx(0.86 * number / row["states"])
            assert (box.get_hatch() or "") == EVIDENCE_STYLES[grade].hatch
        for (lower, *_), (upper, *_) in pairwise(boxes):
            assert upper.get_y() + upper.get_height() == pytest.approx(lower.get_y())
    assert len(drawn) == sum(bool(row[each]) for row in rows for each in EVIDENCE_STYLES)  # type: ignore[literal-required]  # keys of the row


def test_a_process_without_named_states_is_unknown() -> None:
    """Each of its years is one box of the style "unknown"; other processes have none."""
    rows = plots.evidence_by_year_table(["IDM"], start=2020, end=2021)
    assert [(row["year"], row["states"]) for row in rows] == [(2020, 0), (2021, 0)]
    drawn = patches(plots.evidence_by_year(["IDM"], start=2020, end=2021, ax=axes()))
    assert set(drawn) == {"idm-2020-unknown", "idm-2021-unknown"}
    none = plots.evidence_by_year([], ax=axes())
    assert not none.patches
    wrong: Any
    for wrong in ("2000", 2000.0, True, 0, 9999):
        with pytest.raises(mg.errors.WrongTypeError, match=f"start= takes a year, not {wrong!r}"):
            plots.evidence_by_year_table(start=wrong)


# -- rosters -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Almaty Process", "Bali Process", "Puebla Process"])
def test_every_name_on_every_list_is_a_cell(name: str) -> None:
    """It is filled on a complete list, hollow on another, hatched if the list doubts it."""
    found = mg.find_process(name)
    rows = plots.process_roster_table(name)
    entries = sum(len(names.entries) for each in found.participant_lists for names in each.lists)
    assert entries == len(rows)
    ax = plots.process_roster(name, ax=axes(12, 12))
    cells = {key: each for key, each in patches(ax).items() if not key.startswith("open-")}
    assert entries == len(cells) == len(ax.texts)
    lines = list(dict.fromkeys(key.rsplit("-", 2)[0] for key in cells))
    assert len(ax.get_yticklabels()) == len({row["id"] for row in rows}) >= len(lines)
    for row in rows:
        here = [r for r in rows if (r["id"], r["column"]) == (row["id"], row["column"])]
        key = "".join(sign if sign.isalnum() else "-" for sign in f"{row['id']}-{row['column']}")
        cell: Any = cells[f"{key}-{here.index(row)}"]
        style = list_style(row["role"], certain=row["certain"], complete=row["complete"])
        assert cell.get_facecolor() == to_rgba(style.face)
        assert (cell.get_hatch() or "") == style.hatch
    assert len(found.participant_lists) == len(ax.get_xticklabels())


def test_lists_are_in_the_order_of_their_dates() -> None:
    """The labels are the dates as the sources give them."""
    ax = plots.process_roster("Almaty Process", ax=axes())
    labels = [text.get_text() for text in ax.get_xticklabels()]
    assert sorted(labels) == sorted(
        str(s.as_of) for s in mg.find_process("almaty-process").participant_lists
    )
    assert labels.index("2013-06-05") < labels.index("2015-10-22") < labels.index("2024~")


def test_ground_is_dotted_where_no_complete_list_of_members_answers() -> None:
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
    assert dotted(ax) == {(0, 2), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)}
    assert "empty cell: not known" in words(ax)
    italic = [text.get_text() for text in ax.texts if text.get_fontstyle() == "italic"]
    assert italic == ["M?"]


def test_complete_lists_have_no_dots() -> None:
    """The figure has no sentence about dots either."""
    ax = plots.process_roster("a-process", ax=axes(), dataset=dataset())
    assert not patches(ax, "open-")
    assert words(ax) == "M member"


def test_an_empty_roster() -> None:
    """The figure of a process without any list is empty, and says so."""
    ax = plots.process_roster("idm", ax=axes())
    assert title(ax) == "IDM: participants on its 0 dated lists"
    assert words(ax) == "The data have no list of its participants."
    assert not ax.patches
    with pytest.raises(mg.errors.UnknownProcessError):
        plots.process_roster("no such process", ax=axes())
