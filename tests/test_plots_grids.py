"""Matrices and networks: they draw what the rosters answer."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from math import dist
from typing import Any

import pytest
from matplotlib.colors import to_rgba

import migrationgov as mg
from drawn import axes, corners, dotted, patches, series, title, words
from migrationgov import plots
from migrationgov.plots.marks import filling, mark_of
from migrationgov.plots.networks import REGION_MARKERS, layout
from migrationgov.vocabularies import ProcessId
from miniature import body, dataset, process, snapshot, state

WHO = ["KAZ", "AZE", "TUR", "MNG", "AFG", "PAK"]


# -- matrix --------------------------------------------------------------------------------------


def test_cells_are_what_processes_of_answers() -> None:
    """Roles, grades and membership agree with the queries, but for possible ones of no record."""
    rows = plots.participation_matrix_table(WHO)
    for code in WHO:
        asked = {
            (each.process, each.role.value, each.grade.value)
            for each in mg.processes_of(code)
            if each.grade != "possible" or is_on_record(code, each.process, each.role)
        }
        found = {
            (row["process"], role["role"], role["grade"])
            for row in rows
            if row["state"] == code
            for role in row["roles"]
        }
        assert asked == found
    for row in rows:
        roster = mg.process_participants(row["process"])
        assert roster.members.answer(row["state"]).value == row["member"]
    assert [row["state"] for row in rows][:: len(rows) // len(WHO)] == WHO


def is_on_record(code: str, process: str, role: str) -> bool:
    """Return whether a list, a term or a transition names a state in a role that lasts."""
    found = mg.dataset().process(ProcessId(process))
    lists = [names for each in found.participant_lists for names in each.lists]
    named = {(str(names.role), entry.participant) for names in lists for entry in names.entries}
    named |= {(str(term.role), term.participant) for term in found.terms}
    named |= {(role, step.party) for step in found.transitions}
    attends = {"participant", "guest", "host", "organizer", "funder", "supporter", "partner"}
    return role not in attends and (role, code) in named


def test_a_matrix_of_a_day() -> None:
    """Certain roles come first; there is one warning for all processes."""
    rows = plots.participation_matrix_table(["KAZ"], ["Almaty Process"], on="2015-10-22")
    assert [(r["role"], r["grade"]) for r in rows[0]["roles"]] == [
        ("member", "certain"), ("chair", "certain"),
    ]  # fmt: skip
    with pytest.warns(mg.errors.CoverageWarning) as caught:
        ax = plots.participation_matrix(WHO, on="2026", ax=axes())
    assert len(caught) == 1
    assert title(ax) == "Roles in consultative processes, 2026"


def test_a_listed_role_has_the_day_of_its_evidence() -> None:
    """The row has the day; a sentence below the figure has the years."""
    (row,) = plots.participation_matrix_table(["THA"], ["Bali Process"], on="2020")
    reading = mg.members_on("2020", "Bali Process").reading("THA")
    assert reading is not None
    (role,) = row["roles"]
    evidence = str(date(2020, 12, 31) - timedelta(reading.age))
    assert role == {"role": "member", "grade": "listed", "evidence": evidence}
    ax = plots.participation_matrix(["THA"], ["Bali Process"], on="2020", ax=axes())
    assert f"Listed: the best reading of the evidence, which is of {evidence[:4]}." in words(ax)


def test_every_role_has_a_cell() -> None:
    """Place, filling and letter are those of the row."""
    ax, rows = (
        plots.participation_matrix(WHO, ax=axes(12, 6)),
        plots.participation_matrix_table(WHO),
    )
    columns = list(dict.fromkeys(row["label"] for row in rows))
    assert columns == [text.get_text() for text in ax.get_xticklabels()]
    names = [mg.find_state(code).name for code in WHO]
    assert names == [text.get_text() for text in ax.get_yticklabels()]
    cells = {key: each for key, each in patches(ax).items() if not key.startswith("open-")}
    assert len(cells) == sum(len(row["roles"]) for row in rows) == len(ax.texts)
    letters = iter(ax.texts)
    for row in rows:
        for place, role in enumerate(row["roles"]):
            cell: Any = cells[f"{row['state']}-{row['process']}-{place}"]
            mark, letter = mark_of(role["role"], role["grade"]), next(letters)
            its = filling(ax, mark)
            assert cell.get_facecolor() == to_rgba(its["facecolor"])
            assert cell.get_edgecolor() == to_rgba(its["edgecolor"])
            assert letter.get_text() == mark.letter
            left, right, top, bottom = corners(cell)
            assert abs((left + right) / 2 - columns.index(row["label"])) < 0.5
            assert (top + bottom) / 2 == pytest.approx(WHO.index(row["state"]))


def test_a_dot_is_where_membership_is_unknown_and_no_role_is_drawn() -> None:
    """Exactly these cells have one; the cell of a certain non-member is empty."""
    on = "2015-10-22"
    ax = plots.participation_matrix(WHO, on=on, ax=axes())
    rows = plots.participation_matrix_table(WHO, on=on)
    columns = list(dict.fromkeys(row["process"] for row in rows))
    unknown = {
        (row["process"], row["state"])
        for row in rows
        if row["member"] == "unknown" and not row["roles"]
    }
    assert {(columns[column], WHO[line]) for column, line in dotted(ax)} == unknown
    assert {row["member"] for row in rows} == {"yes", "no", "unknown"}


def test_all_states_in_one_figure() -> None:
    """The matrix of all states has more than two hundred lines, each with its name."""
    rows = plots.participation_matrix_table()
    everybody = list(dict.fromkeys(row["state"] for row in rows))
    ax = plots.participation_matrix(everybody, ax=axes(14, 50))
    names = [text.get_text() for text in ax.get_yticklabels()]
    assert len(names) > 200
    assert len(set(names)) == len(names)
    assert len(rows) == len(names) * len(ax.get_xticklabels())


def test_without_states_the_matrix_has_what_a_screen_shows() -> None:
    """The states with most roles, the processes that name one of them; the title says so."""
    on = "2015-12-31"
    ax = plots.participation_matrix(on=on)
    names = [text.get_text() for text in ax.get_yticklabels()]
    columns = [text.get_text() for text in ax.get_xticklabels()]
    rows = plots.participation_matrix_table(on=on)
    every, processes = ({row[key] for row in rows} for key in ("state", "process"))
    assert len(names) == 30 < len(every)
    numbers = f"30 of {len(every)} states, {len(columns)} of {len(processes)} processes"
    assert title(ax).endswith(f": {numbers}, with most roles")
    assert max(ax.figure.bbox.size) / ax.figure.dpi < 16
    bali = plots.participation_matrix(None, ["Bali Process"], on=on, ax=axes())
    assert [text.get_text() for text in bali.get_xticklabels()] == ["Bali Process"]
    assert len(bali.get_yticklabels()) == 30
    sure = [row for row in rows if any(each["grade"] != "possible" for each in row["roles"])]
    counts = Counter(row["name"] for row in sure)
    drawn = sorted(counts[mg.find_state(name).name] for name in names)
    assert drawn == sorted(counts.values())[-30:]
    assert {row["label"] for row in sure if row["name"] in names} == {*columns}


def test_the_legend_has_a_role_once_and_a_sentence_its_fillings() -> None:
    """A role of three grades is no three entries."""
    ax = plots.participation_matrix(["THA", "KAZ"], on="2020", ax=axes())
    text = words(ax)
    assert 1 == text.split().count("member")
    assert "Full: certain. Lower part full: listed." in text


def test_a_matrix_of_organizations_and_an_empty_matrix() -> None:
    """An acronym replaces a long name; a sentence says that there are no roles."""
    long = "Office of the Bodies that Have Long Names"
    facts = dataset(
        organizations=(body("iom", name=long, acronym="OBLN"), body("unhcr", name="机构")),
        processes=(process(snapshot("2001-01-01", ("member", "stated", "AAA BBB"))),),
    )
    given: list[Any] = ["iom", "unhcr"]
    ax = plots.participation_matrix(given, ["a-process"], ax=axes(), dataset=facts)
    assert ["OBLN", "机构"] == [text.get_text() for text in ax.get_yticklabels()]
    assert words(ax) == (
        "None of these states is known to take part in any of these processes."
        " no record: an empty cell proves nothing"
    )
    for nothing in (
        plots.participation_matrix([], ax=axes(), dataset=facts),
        plots.participation_matrix(None, [], ax=axes(), dataset=facts),
    ):
        assert not nothing.patches
        assert words(nothing).startswith("None of these states")
    complete = plots.participation_matrix(["AAA"], on="2001-01-01", ax=axes(), dataset=facts)
    assert words(complete) == "member"
    with pytest.raises(mg.errors.UnknownStateError):
        plots.participation_matrix(["Atlantis"], ax=axes())


# -- network -------------------------------------------------------------------------------------


def test_ties_are_what_shared_processes_answers() -> None:
    """Certain or listed membership of both states is a tie; the certain ones are counted."""
    ties = {(t["first"], t["second"]): t for t in plots.coparticipation_network_table(WHO)}
    for one in WHO:
        for other in WHO:
            if one < other:
                both = {
                    shared.process: [
                        {p.grade.value for p in side if p.role == "member"} - {"possible"}
                        for side in (shared.first, shared.second)
                    ]
                    for shared in mg.shared_processes(one, other)
                }
                both = {process: sides for process, sides in both.items() if all(sides)}
                tie: Any = ties.get((one, other), {"processes": [], "certain": 0})
                assert sorted(both) == tie["processes"]
                certain = [sides for sides in both.values() if sides == [{"certain"}] * 2]
                assert len(certain) == tie["certain"]


def test_ties_are_those_of_the_export() -> None:
    """The numbers of the whole world are those of the network of co-membership."""
    from migrationgov import exports

    drawn = {
        (tie["first"], tie["second"]): {
            "processes": tie["shared"], "processes_min": tie["certain"],
        }
        for tie in plots.coparticipation_network_table(at_least=1)
    }  # fmt: skip
    assert drawn == {edge[:2]: dict(edge[2]) for edge in exports.network("co-membership").edges}


def test_lines_and_nodes_are_the_table() -> None:
    """Lines go from state to state, wider if they share more; each state is drawn once."""
    on = "2015-10-22"
    ax = plots.coparticipation_network(WHO, on=on, ax=axes())
    ties = plots.coparticipation_network_table(WHO, on=on)
    (lines,) = series(ax, "ties")
    places = {text.get_text(): text.xy for text in ax.texts}  # type: ignore[attr-defined]  # an annotation
    assert set(places) == {code for tie in ties for code in (tie["first"], tie["second"])}
    for tie, segment in zip(ties, lines.get_segments(), strict=True):
        assert tuple(segment[0]) == places[tie["first"]]
        assert tuple(segment[-1]) == places[tie["second"]]
    widths = dict(zip((tie["shared"] for tie in ties), lines.get_linewidths(), strict=True))
    assert sorted(widths.values()) == [widths[shared] for shared in sorted(widths)]
    assert len(set(widths.values())) == len(widths)
    dashes = [pattern is not None for _, pattern in lines.get_linestyles()]
    assert dashes == [not tie["certain"] for tie in ties]
    assert set(dashes) == {True, False}
    assert "listed in each" in words(ax)
    for nodes in series(ax, "region-"):
        region = str(nodes.get_gid()).removeprefix("region-")
        its = [code for code in places if mg.dataset().state(code).region == region]
        assert sorted(map(tuple, nodes.get_offsets())) == sorted(places[code] for code in its)
        assert nodes.get_facecolor()[0][:3] == pytest.approx(
            to_rgba(REGION_MARKERS[region][1])[:3]
        )
    assert f"on 22 October 2015: {len(places)} states" in title(ax)


def test_the_layout_never_changes_and_nothing_overlaps() -> None:
    """Of two hundred states, tied states are nearer to each other than others on average."""
    ties = plots.coparticipation_network_table(at_least=1)
    nodes = sorted({code for tie in ties for code in (tie["first"], tie["second"])})
    at = layout(nodes, ties)
    assert at == layout(nodes, ties)
    assert len(nodes) > 150
    tied = {(tie["first"], tie["second"]) for tie in ties if tie["shared"] >= 3}
    pairs = [(a, b) for a in nodes for b in nodes if a < b]
    near = [dist(at[a], at[b]) for a, b in pairs if (a, b) in tied]
    far = [dist(at[a], at[b]) for a, b in pairs if (a, b) not in tied]
    assert sum(near) / len(near) < 0.5 * sum(far) / len(far)
    width = max(x for x, _ in at.values()) - min(x for x, _ in at.values())
    assert min(near + far) > 0.025 * width  # a marker is 0.022 wide


def test_by_default_a_network_is_legible() -> None:
    """The picture leaves weak ties out, and counts the states without a tie; the table has all."""
    every = plots.coparticipation_network_table()
    assert every == plots.coparticipation_network_table(at_least=1)
    ax = plots.coparticipation_network(ax=axes())
    least = int(re.findall(r"at least (\d+) of", title(ax))[0])
    drawn = plots.coparticipation_network_table(at_least=least)
    assert len(series(ax, "ties")[0].get_segments()) == len(drawn)
    assert drawn == [tie for tie in every if tie["shared"] >= least]
    assert len(drawn) <= 2000 < sum(tie["shared"] >= least - 1 for tie in every)
    states, all_states = (
        {code for tie in ties for code in (tie["first"], tie["second"])} for ties in (drawn, every)
    )
    fewer = len(all_states) - len(states)
    words_of = f"Members of at least {least} of the same processes, by the latest evidence: "
    assert title(ax) == (f"{words_of}{len(states)} states ({fewer} that share fewer left out)")


def test_few_ties_and_none() -> None:
    """A sentence says which ties are left out; without any tie the picture is empty."""
    ties = plots.coparticipation_network_table(WHO, at_least=3)
    assert {tie["shared"] for tie in ties} >= {3}
    ax = plots.coparticipation_network(WHO, at_least=3, ax=axes())
    assert "Ties of fewer than 3 processes are left out." in words(ax)
    ax = plots.coparticipation_network(["KAZ"], on="2015-10-22", ax=axes())
    assert title(ax) == "Members of the same processes on 22 October 2015: 0 states"
    assert not ax.texts
    with pytest.warns(mg.errors.CoverageWarning) as caught:
        plots.coparticipation_network_table(on="2027")
    assert len(caught) == 1
    wrong: Any
    for wrong in (0, 1.5, True, "two"):
        with pytest.raises(mg.errors.WrongTypeError, match=f"from 1 on, not {wrong!r}"):
            plots.coparticipation_network(at_least=wrong)
        with pytest.raises(mg.errors.WrongTypeError, match=f"from 1 on, not {wrong!r}"):
            plots.coparticipation_network_table(at_least=wrong)


def test_regions_may_be_missing() -> None:
    """States of a made-up dataset have no region."""
    facts = dataset(
        states=(state("AAA"), state("B$B")),
        processes=(process(snapshot("2001-01-01", ("member", "stated", "AAA B$B"))),),
    )
    ax = plots.coparticipation_network(ax=axes(), dataset=facts)
    assert "no region" in words(ax)
    assert [text.get_text() for text in ax.texts] == ["AAA", r"B\$B"]
    assert list(layout(["AAA"], [])) == ["AAA"]
    assert layout([], []) == {}
