"""Citations in each style, read back by parsers that are not ours."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pandas as pd
import pybtex.database
import pytest
from bibtexparser.entrypoint import parse_string
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st

import migrationgov as mg
from migrationgov.frames.new_table import new_table
from migrationgov.queries.citation_styles import bibtex_entry, csl_item, text_line
from migrationgov.typing import Backend
from migrationgov.vocabularies import SourceId
from miniature_treaties import treaty_facts

SOURCES = mg.dataset().sources
ANSWERS = {
    "record": mg.transitions("KAZ", "IOM")[0],
    "records": mg.transitions("KAZ", "IOM"),
    "roll": mg.members_on("2002-12-02"),
    "roster": mg.process_participants("Almaty Process", on="2015-10-22"),
    "role": mg.process_participants("Almaty Process", on="2015-10-22").members,
    "status": mg.status_on("KAZ", "2002"),
    "held": mg.officeholders_on("IOM", "2003"),
    "tenure": mg.officeholders_on("IOM", "2003").certain[0],
    "numbers": mg.reconcile("IOM", outcome="explained"),
    "disagreement": mg.disagreements("Malta"),
    "several": [mg.members_on("2002-12-02"), mg.chairs_of("Almaty Process")],
    "source": SOURCES[0],
    "all sources": SOURCES,
    "an id": "iom-mc-2097-rev1",
    "ids": ["iom-mc-2097-rev1", "irin-2002-kazakhstan-member; iom-mc-2097-rev1"],
    "dataset": mg.dataset(),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_same_sources_in_every_style(name: str) -> None:
    """Exactly those behind the answer, once each, in their order."""
    x: Any = ANSWERS[name]
    ids = [source.id for source in mg.sources_of(x)]
    assert ids
    assert len(ids) == len(set(ids)) == len(mg.cite(x).splitlines())
    assert ids == [item["id"] for item in json.loads(mg.cite(x, style="csl-json"))]
    assert ids == list(pybtex.database.parse_string(mg.cite(x, style="bibtex"), "bibtex").entries)


def test_the_sources_behind_a_roll_are_those_of_its_members() -> None:
    """Not those of the table of states."""
    roll = mg.members_on("2002-12-02")
    told = {c.source for state in roll for c in mg.status_on(state, "2002-12-02").citations}
    behind = {source.id for source in mg.sources_of(roll)}
    assert behind < told
    assert "irin-2002-kazakhstan-member" in behind
    assert "ni-canal2-2025-02-28" in told - behind, "of a notice given 23 years later"
    fewer = mg.observers_on("2002-12-02", kind="organization")
    assert {source.id for source in mg.sources_of(fewer)} < {s.id for s in SOURCES}
    with pytest.raises(mg.errors.WrongTypeError, match="part of a member list is no answer"):
        mg.cite(roll.possible)


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
def test_a_table_cites_what_its_answer_cites(backend: Backend) -> None:
    """Row by row; an empty cell cites nothing, and a column does as a table does."""
    answer = mg.transitions("KAZ", "IOM")
    table: Any = answer.to_frame(backend)
    assert mg.cite(table) == mg.cite(answer) == mg.cite(table["sources"])
    joined = "irin-2002-kazakhstan-member"
    columns: dict[str, Any] = {
        "state": ["KAZ", "KGZ"],
        "sources": [joined, None],
        "a_sources": [None, "who"],
    }
    two = new_table(columns, backend, {})
    with pytest.raises(mg.errors.UnknownRecordError, match=r"has no source 'who'"):
        mg.sources_of(two)
    columns["a_sources"] = ["iom-mc-2097-rev1;" + joined, ""]
    two = new_table(columns, backend, {})
    assert [joined, "iom-mc-2097-rev1"] == [source.id for source in mg.sources_of(two)]


def test_what_cites_nothing() -> None:
    """The error names it, and what would do."""
    with pytest.raises(mg.errors.WrongTypeError, match="table with a column 'sources', ids of"):
        mg.cite(3)  # type: ignore[arg-type]  # on purpose
    with pytest.raises(mg.errors.WrongTypeError, match=r"'sources_x'; it has 'state'$"):
        mg.cite(pd.DataFrame({"state": ["KAZ"]}))
    with pytest.raises(mg.errors.WrongTypeError, match="it has no columns"):
        mg.cite(pd.DataFrame())
    with pytest.raises(mg.errors.WrongTypeError, match="not a LazyFrame; collect it"):
        mg.cite(_Lazy())
    with pytest.raises(mg.errors.UnknownRecordError, match="did you mean iom-mc-2097-rev1"):
        mg.cite("iom-mc-2097-rev")


class _Lazy:
    columns = ("sources",)


_Lazy.__name__ = "LazyFrame"


def test_a_dataset_cites_its_own_sources() -> None:
    """Whatever dataset is in use; another one may be given, and then has to have them."""
    other = treaty_facts()
    assert mg.cite(other).count("\n") == len(other.sources) - 1
    with pytest.raises(mg.errors.UnknownRecordError):
        mg.cite(other, dataset=mg.dataset())


def test_the_sources_behind_a_role_are_those_of_its_holders() -> None:
    """The chair's sources are not cited for the members."""
    roster = mg.process_participants("Almaty Process", on="2015-10-22")
    members, whole = mg.sources_of(roster.members), mg.sources_of(roster)
    assert set(members) < set(whole)


def test_all_sources_are_read_by_bibtexparser() -> None:
    """No entry fails, and what matters comes back."""
    library = parse_string(mg.cite(SOURCES, style="bibtex"))
    assert [] == list(library.failed_blocks)
    entries = library.entries_dict
    assert [source.id for source in SOURCES] == list(entries)
    for source in SOURCES:
        fields = entries[source.id].fields_dict
        assert (source.published is None) is ("undated" in fields.get("note", _NONE).value)
        if source.published is not None and source.published.precision in ("day", "month"):
            assert str(source.published)[:4] == fields["year"].value


class _NONE:
    value = ""


def test_all_sources_are_read_and_written_by_citeproc() -> None:
    """As CSL-JSON, in the Harvard style that comes with the processor."""
    items = json.loads(mg.cite(SOURCES, style="csl-json"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the processor, about its own style
        source = CiteProcJSON(items)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatters.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        lines = [str(line) for line in bibliography.bibliography()]
    assert len(SOURCES) == len(lines)
    report = next(line for line in lines if "Eighty-fourth Session of the Council" in line)
    assert "IOM" in report


@given(
    title=st.text(min_size=1, max_size=60).filter(lambda text: text.strip()),
    publisher=st.text(max_size=40),
    published=st.sampled_from([None, "2002", "2002-12-02", "2017~", "[2014..2015]", "../2003"]),
)
def test_any_source_can_be_cited(title: str, publisher: str, published: str | None) -> None:
    """Whatever signs its title holds, one entry comes out, and it parses."""
    source = mg.model.Source(
        id=SourceId("a-source"), title=title, publisher=publisher, published=published,
        kind=mg.vocabularies.SourceKind.PRESS, url="https://example.org/{a}",
    )  # fmt: skip
    found = pybtex.database.parse_string(bibtex_entry(source), "bibtex").entries
    assert ["a-source"] == list(found)
    assert {"a-source"} == {csl_item(source)["id"]}
    assert "\n" not in text_line(source)


@pytest.mark.parametrize(
    ("published", "bibtex", "csl"),
    [
        (None, {"note": "{undated}"}, None),
        ("2002-12-03", {"year": "2002", "date": "2002-12-03"}, {"date-parts": [[2002, 12, 3]]}),
        ("2002-12", {"year": "2002", "date": "2002-12"}, {"date-parts": [[2002, 12]]}),
        ("2017~", {"year": "2017", "date": "2017~"}, {"date-parts": [[2017]], "circa": True}),
        ("2014/2015", {"date": "2014/2015"}, {"literal": "2014/2015"}),
        ("[2002-01-01..2002-11-30]", {"year": "2002"}, {"literal": "[2002-01-01..2002-11-30]"}),
        ("../2003", {}, {"literal": "../2003"}),
    ],
)
def test_dates_of_sources(
    published: str | None, bibtex: dict[str, str], csl: dict[str, Any] | None
) -> None:
    """A style gets the dates it can write, and no others."""
    source = mg.model.Source(
        id=SourceId("a-source"),
        title="T",
        published=published,
        kind=mg.vocabularies.SourceKind.DATASET,
    )
    (entry,) = pybtex.database.parse_string(bibtex_entry(source), "bibtex").entries.values()
    wanted = {
        name: entry.fields[name] for name in ("year", "date", "note") if name in entry.fields
    }
    assert bibtex == wanted
    assert csl == csl_item(source).get("issued")


@pytest.mark.parametrize(
    ("read_on", "urldate", "accessed"),
    [
        (None, None, None),
        ("2026-11-28", "2026-11-28", {"date-parts": [[2026, 11, 28]]}),
        ("2026-11", "2026-11", {"date-parts": [[2026, 11]]}),
        ("[2026-11-01..2026-11-28]", None, {"literal": "[2026-11-01..2026-11-28]"}),
    ],
)
def test_the_day_of_reading(
    read_on: str | None, urldate: str | None, accessed: dict[str, Any] | None
) -> None:
    """Where it is on record, styles that have a field for it give it."""
    source = mg.model.Source(
        id=SourceId("a-source"), title="T", read_on=read_on, kind=mg.vocabularies.SourceKind.PRESS
    )
    (entry,) = pybtex.database.parse_string(bibtex_entry(source), "bibtex").entries.values()
    assert urldate == dict(entry.fields.items()).get("urldate")
    assert accessed == csl_item(source).get("accessed")


def test_text_says_what_is_known() -> None:
    """Publisher, title, symbol, date, address; undated where it is."""
    report, page = (
        next(source for source in SOURCES if source.id == key)
        for key in ("iom-mc-2097-rev1", "iom-kazakhstan-page")
    )
    assert "MC/2097/Rev.1" in text_line(report)
    assert "published " in text_line(report)
    assert "undated. https://kazakhstan.iom.int/iom-kazakhstan" in text_line(page)


def test_a_style_that_does_not_exist_is_refused() -> None:
    """With those that do; and what carries no citation."""
    for style in ("apa", "BibTeX", None):
        with pytest.raises(
            mg.errors.UnknownTermError, match=r"it may be .text., .bibtex., .csl-json."
        ):
            mg.cite(SOURCES, style=style)  # type: ignore[arg-type]  # on purpose
    for wrong in (b"KAZ", {"organization": "IOM"}, mg.model.Transition, 7):
        with pytest.raises(mg.errors.WrongTypeError, match="or a dataset, not"):
            mg.cite(wrong)  # type: ignore[arg-type]  # on purpose
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(mg.errors.WrongTypeError, match="a list that contains itself"):
        mg.cite(endless)
    press = mg.restricted_to(mg.dataset(), kinds=["press"])
    with pytest.raises(mg.errors.UnknownRecordError, match="give the dataset of the answer"):
        mg.cite(mg.officeholders_on("IOM", "2010"), dataset=press)
    assert ("", "", "[]") == tuple(mg.cite([], style=s) for s in ("text", "bibtex", "csl-json"))


def test_an_answer_carries_no_sources_but_its_status_does() -> None:
    """The message says what to cite instead."""
    answer: Any = mg.is_member("KAZ", "2003")
    with pytest.raises(
        mg.errors.WrongTypeError, match=r"not <Answer.YES: 'yes'>; give the answer of status_on"
    ):
        mg.cite(answer)
    assert mg.cite(mg.status_on("KAZ", "2003"), "bibtex").startswith("@")
