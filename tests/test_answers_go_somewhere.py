"""Answers as tables, files, bibliographies and figures."""

from __future__ import annotations

import csv
import io
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import matplotlib as mpl
import openpyxl
import polars as pl
import pytest
from matplotlib.figure import Figure

import migrationgov as mg
from migrationgov import exports
from migrationgov.exports import answer_files, tables
from migrationgov.exports.columns import COLUMNS, type_of
from migrationgov.typing import Backend
from migrationgov.vocabularies import ChangeKind, SourceKind
from miniature_treaties import treaty_facts

mpl.use("agg")

TREATIES = treaty_facts()
VOTED = next(each for each in TREATIES.resolutions if each.votes)
ALMATY = mg.process_participants("Almaty Process", on="2015-10-22")
#: Answers of all kinds, each with the number of its records.
ANSWERS: dict[str, tuple[Any, int]] = {
    "members": (mg.members_on("2002-12-02"), 98),
    "nobody": (mg.members_on("1900"), 0),
    "a chair": (mg.chair_on("Almaty Process", "2015"), 1),
    "certain": (mg.members_on("2002-12-02").certain, 98),
    "roster": (ALMATY, len(ALMATY.to_dicts())),
    "status": (mg.status_on("AAA", "2011", "Pact pact", dataset=TREATIES), 1),
    "why": (mg.why("TKM", "2024", "Almaty Process"), 6),
    "reading": (ALMATY.members.reading("KGZ"), 1),
    "profile": (mg.profile_of("KAZ"), len(mg.profile_of("KAZ"))),
    "shared": (mg.shared_processes("KAZ", "TUR", on="2015-10-22"), 3),
    "spells": (mg.memberships_of("AUS", "IOM"), 2),
    "transitions": (mg.transitions("KAZ", "IOM"), 4),
    "one transition": (mg.transitions("KAZ", "IOM")[0], 1),
    "decisions": (mg.decisions_of("iom-council-84"), len(mg.decisions_of("iom-council-84"))),
    "reconcile": (mg.reconcile("IOM"), len(mg.counts("IOM"))),
    "counts": (mg.counts("IOM"), len(mg.counts("IOM"))),
    "totals": (mg.published_totals("Almaty Process"), len(mg.published_totals("Almaty Process"))),
    "looks": (exports.last_looks("2030"), len(mg.dataset().sources) + 49),
    "second sources": (exports.second_sources()[:9], 9),
    "rules": (exports.data_rules()[:9], 9),
    "disagreements": (mg.disagreements(), len(mg.dataset().disagreements)),
    "votes": (VOTED, 1),
    "resolutions": (mg.resolutions(dataset=TREATIES), len(TREATIES.resolutions)),
    "head": (mg.officeholders_on("IOM", "2003"), 1),
    "heads": (mg.heads_of("IOM"), len(mg.heads_of("IOM"))),
    "a process": (mg.find_process("GFMD"), 1),
    "a citation": (mg.find_process("GFMD").citations[0], 1),
    "no head": (mg.officeholders_on("IOM", "1900"), 0),
    "changes": (mg.diff(TREATIES, mg.dataset())[:50], 50),
    "groups": (mg.groups(), len(mg.groups())),
    "organizations": (mg.organizations()[:9], 9),
    "treaties": (mg.treaties(dataset=TREATIES), len(TREATIES.treaties)),
    "processes": (mg.processes(), len(mg.processes())),
    "without a type": (mg.results.RecordList(), 0),
}  # fmt: skip


@pytest.mark.parametrize("name", ANSWERS)
def test_a_row_for_each_record_and_a_single_value_in_each_cell(name: str) -> None:
    """Whatever the answer, and with a table of any library."""
    answer, number = ANSWERS[name]
    frame = answer.to_frame()
    assert len(frame) == number
    schema = answer.to_frame("polars").schema
    assert list(schema) == list(frame.columns)
    assert set(schema.dtypes()) <= {pl.String, pl.Int64, pl.Boolean, pl.Date}


@pytest.mark.parametrize("name", ANSWERS)
def test_csv_has_the_same_rows(name: str, tmp_path: Path) -> None:
    """As text and in a file."""
    answer, _ = ANSWERS[name]
    text = answer.to_csv()
    rows = list(csv.DictReader(io.StringIO(text)))
    frame = answer.to_frame("polars")
    assert len(rows) == len(frame)
    assert text.splitlines()[0].split(",") == frame.columns
    assert answer.to_csv(tmp_path / "answer.csv") is None
    assert (tmp_path / "answer.csv").read_text(encoding="utf-8") == text


def test_what_a_table_of_members_says() -> None:
    """Grade, evidence with its bounds and its age, and the sources of each member."""
    members = mg.members_on("2002-12-02")
    frame = members.to_frame("polars")
    assert frame.schema["evidence_earliest"] == pl.Date
    assert frame.schema["evidence_age_days"] == pl.Int64
    row = frame.filter(pl.col("id") == "KAZ").to_dicts()[0]
    behind = [each.source for each in members.citations_of("Kazakhstan")]
    assert row["sources"] == "; ".join(dict.fromkeys(behind))
    assert row["evidence_latest"] == date(2002, 12, 2)
    assert (row["grade"], row["evidence_age_days"], row["on"]) == ("certain", 0, "2002-12-02")
    assert (row["region"], row["institution"]) == ("Asia", "iom")
    assert row["complete"] is True
    bali = mg.members_on("2021", "Bali Process").to_frame("polars")
    assert set(bali["complete"]) == {False}
    assert mg.members_on("1900").to_frame("polars").schema == frame.schema


def test_a_claim_is_spread_and_rivals_are_joined() -> None:
    """One row a record: no dictionary, no list."""
    row = mg.reconcile("IOM", outcome="equal").to_frame("polars").to_dicts()[0]
    assert row["least"] == row["most"] == row["value"]
    rivals = mg.disagreements("Malta", "joined", institution="IOM")
    claims = rivals.to_frame("polars").to_dicts()[0]["claims"]
    assert claims == "; ".join(claim.value for claim in rivals[0].claims)
    why: Any = ANSWERS["why"][0].to_frame("polars")
    assert set(why["party"]) == {"TKM"}
    assert list(why["decides"]).count(True) == 1
    totals = mg.published_totals("Almaty Process").to_frame("polars")
    assert totals.schema["listed_min"] == pl.Int64


def test_a_record_is_one_row() -> None:
    """The same as in a table of several; how the states voted is in its cells, by vote."""
    (row,) = VOTED.to_frame("polars").to_dicts()
    assert row["votes"] == "; ".join(map(str, VOTED.votes))
    assert row in mg.resolutions(dataset=TREATIES).to_frame("polars").to_dicts()


def test_the_table_of_why_says_the_answer() -> None:
    """On each row; and on one row where no record counts."""
    asked = ["statuses", "listed", "grade"]
    rows = mg.why("TKM", "2024", "Almaty Process").to_frame("polars").select(asked)
    assert rows.unique().to_dicts() == [
        {"statuses": "none; observer; member", "listed": "observer", "grade": "listed"}
    ]
    france = mg.why("FRA", "2011", "Bali Process")
    assert not france.reasons
    (row,) = france.to_frame("polars").to_dicts()
    assert (row["statuses"], row["listed"], row["grade"], row["says"], row["sources"]) == (
        "none; observer; member", None, None, None, "",
    )  # fmt: skip
    full = mg.why("TKM", "2024", "Almaty Process").to_frame("polars")
    assert france.to_frame("polars").schema == full.schema


def test_an_answer_without_records_has_its_columns() -> None:
    """Typed as those of other answers of this kind."""
    nothing, found = mg.disagreements("Kazakhstan", "withdrew"), mg.disagreements()
    assert not nothing
    assert list(nothing.to_frame().columns) == list(found.to_frame().columns)
    empty, heads = mg.officeholders_on("IOM", "1900"), mg.officeholders_on("IOM", "2003")
    assert empty.to_frame("polars").schema == heads.to_frame("polars").schema
    assert mg.members_on("1900").to_frame("polars").schema["evidence_age_days"] == pl.Int64
    assert mg.transitions("KAZ", "IOM")[:0].of is mg.model.Transition


@pytest.mark.parametrize("name", ANSWERS)
def test_a_column_has_one_type(name: str) -> None:
    """Whatever its values, so that the tables of two answers of a kind go together."""
    answer, number = ANSWERS[name]
    if isinstance(answer, mg.results.RecordList) and number and name != "changes":
        assert answer[:0].to_frame("polars").schema == answer.to_frame("polars").schema


def test_the_types_of_columns_are_those_of_the_values() -> None:
    """Of the tables of all records; what a source gives may be a number, and is text."""
    for name, rows in tables().items():
        values = [(key, value) for row in rows for key, value in row.items() if key != "gives"]
        plain = {(key, type(each)) for key, each in values if each is not None}
        assert {(key, type_of(key, name)) for key, kind in plain if kind is not list} == {
            (key, kind) for key, kind in plain if kind is not list
        }
    ends = [mg.chairs_of("acp-eu"), mg.chairs_of("Almaty Process")]
    assert len(pl.concat([each.to_frame("polars") for each in ends])) == sum(map(len, ends))


def test_every_named_column_is_there() -> None:
    """A kind of record that has columns has these attributes; other kinds have their fields."""
    period = mg.model.Period(mg.PartialDate("2001"), None)
    assert list(period.to_frame().columns) == [
        "start", "start_earliest", "start_latest", "end", "end_earliest", "end_latest", "sources",
    ]  # fmt: skip
    assert period.to_csv().splitlines()[1] == "2001,2001-01-01,2001-12-31,,,,"
    problem = mg.results.Problem("iom.json", "no source")
    assert problem.to_csv() == "place,message,sources\niom.json,no source,\n"
    known = {*dir(mg.model), *dir(mg.results)}
    assert set(COLUMNS) <= known


def test_values_of_several_types_become_text() -> None:
    """A change has records, and nothing where one was added."""
    change, changed = mg.results.Change, ChangeKind.CHANGED
    changes = mg.results.RecordList(
        [change(kind=changed, place="x", before=None, after=1),
         change(kind=changed, place="x", before="a", after="b")]
    )  # fmt: skip
    frame = changes.to_frame("polars")
    assert frame["after"].to_list() == ["1", "b"]
    assert frame["before"].to_list() == [None, "a"]


def test_an_engine_that_is_not_known() -> None:
    """Names those that are."""
    unknown: list[Any] = ["excel", ""]
    for each in unknown:
        with pytest.raises(mg.errors.UnknownTermError, match="'pandas', 'polars', 'pyarrow'"):
            mg.members_on("2002").to_frame(each)


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
def test_every_backend(backend: Backend) -> None:
    """Makes its own table."""
    assert type(mg.members_on("2002").to_frame(backend)).__module__.startswith(backend)


HOSTILE = mg.model.Source(
    id=mg.vocabularies.SourceId("a-source"),
    title="=1+1",
    publisher="+cmd\x07",
    symbol="@x",
    note="-2",
    published="1850-01-31",
    kind=SourceKind.PRESS,
)


@pytest.mark.parametrize("library", ["xlsxwriter", "openpyxl"])
def test_a_workbook(library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Days and numbers are typed; text never is a formula."""
    found = {library: answer_files._WRITERS[library]}
    monkeypatch.setattr(answer_files, "_WRITERS", found)
    HOSTILE.to_excel(tmp_path / "a.xlsx")
    cells = _cells(tmp_path / "a.xlsx")
    assert [cells[name].value for name in ("title", "publisher", "symbol", "note")] == [
        "=1+1", "+cmd", "@x", "-2",
    ]  # fmt: skip
    assert {cells[name].data_type for name in ("title", "publisher", "note")} == {"s"}
    assert cells["published_earliest"].value == "1850-01-31", "before the calendar of Excel"
    mg.memberships_of("AUS", "IOM").to_excel(tmp_path / "c.xlsx")
    assert _cells(tmp_path / "c.xlsx")["continues"].value is None
    mg.members_on("2002-12-02").to_excel(tmp_path / "b.xlsx")
    cells = _cells(tmp_path / "b.xlsx")
    assert cells["on_latest"].value == datetime(2002, 12, 2)
    assert cells["on_latest"].number_format == "yyyy-mm-dd"
    assert isinstance(cells["evidence_age_days"].value, int)


def _cells(path: Path) -> dict[str, Any]:
    """Return the first line below the heading, by column."""
    heading, first, *_ = openpyxl.load_workbook(path).active.iter_rows()
    return {name.value: cell for name, cell in zip(heading, first, strict=True)}


def test_a_workbook_without_a_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Says what to install."""
    monkeypatch.setattr(answer_files, "find_spec", lambda _: None)
    with pytest.raises(mg.errors.MissingExtraError, match=r'pip install "migrationgov\[excel\]"'):
        mg.members_on("2002").to_excel(tmp_path / "a.xlsx")
    with pytest.raises(mg.errors.WrongTypeError):
        mg.members_on("2002").to_csv(3)  # type: ignore[call-overload]  # on purpose


def test_csv_needs_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The standard library alone."""
    for name in ("pandas", "narwhals", "polars", "pyarrow"):
        monkeypatch.setitem(sys.modules, name, None)
    assert mg.members_on("2002-12-02").to_csv().startswith("id,name,")


def test_an_answer_cites_its_sources() -> None:
    """As `mg.cite` does."""
    rivals = mg.disagreements("Malta")
    assert rivals.cite("bibtex") == mg.cite(rivals, "bibtex")
    assert rivals.cite() == mg.cite(rivals)


@pytest.mark.parametrize("name", [each for each in ANSWERS if each != "certain"])
def test_a_table_cites_what_its_answer_cites(name: str) -> None:
    """Whatever the depth at which a record has its citations."""
    answer, _ = ANSWERS[name]
    facts = TREATIES if name in ("status", "votes", "resolutions", "treaties") else mg.dataset()
    assert _cited(answer.to_frame(), facts) == _cited(answer, facts)
    assert list(answer.to_frame().columns)[-1] == "sources"


def _cited(what: Any, facts: mg.Dataset) -> set[str]:
    return set(mg.cite(what, dataset=facts).splitlines())


def test_a_list_of_records_stays_a_tuple() -> None:
    """Equal to it, and back from a pickle with its type."""
    import pickle

    steps = mg.transitions("KAZ", "IOM")
    assert steps == tuple(steps)
    again = pickle.loads(pickle.dumps(steps))
    assert (again, again.of) == (steps, mg.model.Transition)


# -- figures -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "title"),
    [
        (mg.parties_on("2014", "Pact pact", dataset=TREATIES), "Pact pact, 2014: "),
        (ALMATY, "Almaty Process: "),
        (mg.status_on("KAZ", "2011"), "Kazakhstan: "),
        (mg.why("TKM", "2024", "Almaty Process"), "Turkmenistan: "),
        (mg.memberships_of("AUS", "IOM"), "Australia: "),
        (mg.profile_of("KAZ")[:2], "Kazakhstan: "),
        (mg.transitions("KAZ", "IOM"), "Kazakhstan: "),
        (mg.transitions(None, "IOM", between=("2002", "2002")), "IOM: members and observers"),
        (mg.reconcile("IOM"), "IOM: 175 member states"),
        (mg.chairs_of("Almaty Process"), "Almaty Process: chair through time"),
    ],
    ids=[
        "member list",
        "roster",
        "status",
        "why",
        "spells",
        "participations",
        "of one state",
        "of one institution",
        "numbers",
        "terms",
    ],
)
def test_the_figure_of_an_answer(answer: Any, title: str) -> None:
    """On the axes given."""
    ax = answer.plot(ax=Figure().add_subplot())
    assert ax.get_title(loc="left").startswith(title)


@pytest.mark.parametrize(
    "answer",
    [
        mg.parties_on("2014", "Pact pact", by="deposit", dataset=TREATIES),
        mg.chair_on("Almaty Process", "2015"),
        mg.meetings_of("Almaty Process"),
        mg.memberships_of("AUS", "IOM")[:0],
        mg.results.RecordList([*mg.chairs_of("Almaty Process"), *mg.chairs_of("Prague Process")]),
        mg.results.RecordList([*mg.processes_of("AUS"), *mg.processes_of("KAZ")]),
        mg.find_state("KAZ"),
    ],
    ids=["deposits", "chair", "meetings", "nothing", "mixed", "of two states", "a state"],
)
def test_an_answer_without_a_figure(answer: Any) -> None:
    """Says which answers have one."""
    with pytest.raises(mg.errors.WrongTypeError, match=r"there is no figure of <.*has a map"):
        answer.plot()


@pytest.mark.parametrize(
    "part",
    [
        mg.members_on("2002-12-02", region="Africa"),
        mg.members_on("2002", region="Africa"),
        mg.observers_on("2002-12-02", kind="organization"),
    ],
    ids=["region", "region in a year", "organizations"],
)
def test_a_part_of_a_member_list_has_no_map(part: Any) -> None:
    """A map of it would have states that it does not have."""
    with pytest.raises(mg.errors.WrongTypeError, match="without region="):
        part.plot()
    assert mg.members_on("2002").is_whole


def test_spells_know_their_dataset() -> None:
    """For the bibliography and the figure; a part of the list does, too."""
    spells = mg.memberships_of("AAA", "Pact pact", dataset=TREATIES)
    assert spells
    assert spells.cite() == spells[:].cite() == mg.cite(spells, dataset=TREATIES)
    ax = spells.plot(ax=Figure().add_subplot())
    assert ax.get_title(loc="left")
