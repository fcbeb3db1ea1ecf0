"""When what was looked at, what has a second source, and what was concluded by which rule."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import attrs
import pytest

import migrationgov as mg
from migrationgov import exports
from migrationgov.commands import main, sources
from migrationgov.model import Headquarters, Tenure
from migrationgov.queries.data_rules import rule_of
from migrationgov.queries.second_sources import publishers_of
from migrationgov.validation import check
from migrationgov.vocabularies import Basis, OrganizationId, SourceId, StateId
from miniature import (
    body,
    counted,
    dataset,
    full_process,
    history,
    process,
    register,
)
from miniature_treaties import treaty_facts
from strategies import transition

Captured = pytest.CaptureFixture[str]


def source(key: str = "a-source", **more: Any) -> mg.model.Source:
    """A source, undated unless told otherwise."""
    made: dict[str, Any] = {"id": SourceId(key), "title": "A source", "kind": "press"}
    return mg.model.Source(**(made | more))


def looks(on: Any, parts: dict[str, Any], *, ago: str = "1y") -> dict[str, mg.results.LastLook]:
    """The last looks in a miniature dataset with other parts, by kind."""
    found = exports.last_looks(on, ago, dataset=dataset(**parts))
    return {each.kind: each for each in found}


# -- looks ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "older_than", "expected"),
    [
        ("2026-06-14", "1y", "no"),
        ("2026-06-15", "1y", "yes"),
        ("2026-06-14", "364d", "yes"),
        ("2025-12-15", "6 months", "yes"),
        ("2025-12-14", "6 MONTHS", "no"),
        ("2025-06-28", "2 weeks", "no"),
        ("2025-06-29", "2w", "yes"),
        ("2026-06", "1y", "unknown"),
        ("2027", "1y", "yes"),
        ("2026-05", "1y", "no"),
        ("0001-01-01", "1y", "no"),
        ("2025-06-15", "9999y", "no"),
        (date(2026, 6, 15), "1y", "yes"),
    ],
)
def test_a_look_is_old_on_the_day_that_lies_so_long_after_it(
    on: object, older_than: str, expected: str
) -> None:
    """Of a month or a year, if it is on each day; it is fresh if it is so on each day."""
    checked = register(until="2025", checked_on="2025-06-15")
    look = looks(on, {"registers": (checked,)}, ago=older_than)["register"]
    assert (True, expected) == (look.recorded, look.stale.value)


@pytest.mark.parametrize(
    ("read_on", "expected"),
    [("2025-06", "unknown"), ("2025-05", "yes"), ("2025-07", "no"), ("2025-05-01?", "unknown")],
)
def test_a_wide_or_doubted_date_leaves_it_open(read_on: str, expected: str) -> None:
    """A month, and a day that is uncertain."""
    look = looks("2026-06-15", {"sources": (source(read_on=read_on),)})["source"]
    assert (read_on, expected) == (str(look.looked_on), look.stale.value)
    assert [SourceId("a-source")] == [each.source for each in look.citations]


@pytest.mark.parametrize(
    ("published", "bounds", "in_2026", "in_2027"),
    [
        ("2025-11", "[2025-11-01..2025-12-31]", "no", "yes"),
        ("2020", "[2020-01-01..2025-12-31]", "unknown", "yes"),
        ("2020?", "[..2025-12-31]", "unknown", "yes"),
        (None, "[..2025-12-31]", "unknown", "yes"),
        ("2030", "[..2025-12-31]", "unknown", "yes"),
    ],
)
def test_a_source_was_read_after_it_was_published(
    published: str | None, bounds: str, in_2026: str, in_2027: str
) -> None:
    """And not after the collection of evidence was closed, where no date of reading is known."""
    parts = {"sources": (source(published=published),)}
    look = looks("2026-06-01", parts)["source"]
    assert (False, bounds, in_2026) == (look.recorded, str(look.looked_on), look.stale.value)
    assert "source a-source: no date recorded; stale: " in str(look)
    assert in_2027 == looks("2027-06-01", parts)["source"].stale.value


def test_a_file_was_looked_at_on_the_last_day_that_it_covers_or_later() -> None:
    """Without a day of its own; a register, a process and a history alike."""
    parts: dict[str, Any] = {
        "processes": (process(covered_until="2024"),),
        "histories": (history(covered_until="2025-12-01", checked_on="2025-12-02"),),
    }
    found = looks("2026-06-01", parts)
    assert ["register", "process", "history", "source"] == list(found)
    assert "[2024-01-01..2025-12-31]" == str(found["process"].looked_on)
    assert "unknown" == found["process"].stale.value
    assert "history iom: checked 2025-12-02; stale: no" == str(found["history"])
    assert () == found["history"].citations


def test_without_any_date_it_is_open() -> None:
    """A collection that is not closed bounds nothing."""
    facts = dataset(sources=(source(),))
    manifest = attrs.evolve(facts.manifest, as_of="2025?")
    open_ended = mg.Dataset.of(manifest, sources=facts.sources)
    (look,) = exports.last_looks("2030", dataset=open_ended)
    assert (None, "unknown") == (look.looked_on, look.stale.value)


@pytest.mark.parametrize("on", ["2027?", "2027/..", "../2027", "[..2027]"])
def test_the_day_has_two_ends(on: str) -> None:
    """Else nothing can be counted back from it."""
    with pytest.raises(mg.errors.InvalidDateError, match="may be any day; give a day, as 2026-"):
        exports.last_looks(on)


@pytest.mark.parametrize(
    "older_than",
    ["soon", "", "1", "-1y", "1.5y", 365, None, "1 decade", "5 minutes", "1 millennium", "2 mos"],
)
def test_the_time_is_a_number_with_its_unit(older_than: Any) -> None:
    """The error says what to write."""
    with pytest.raises(mg.errors.WrongTypeError, match="as '90d', '6 months' or '1y', not "):
        exports.last_looks("2027", older_than)


def test_a_source_may_not_be_read_yet_on_a_day() -> None:
    """What was known on a day does not know of a later reading."""
    read = source(published="2000", read_on="2024-05")
    facts = dataset(sources=(read,))
    assert [None] == [each.read_on for each in mg.as_known_on(facts, "2024-04-30").sources]
    assert (read,) == mg.as_known_on(facts, "2024-06").sources


# -- the command ----------------------------------------------------------------------------------


def stale(captured: Captured, *arguments: str) -> tuple[str, list[dict[str, str]]]:
    """What the command says to people, and the rows that programs get."""
    assert 0 == main(["stale", *arguments, "--json"])
    out, err = captured.readouterr()
    return err.strip(), json.loads(out)


FILES = {
    "registers": (register(until="2024", checked_on="2025-06-15"),),
    "processes": (process(covered_until="2025", checked_on="2025-03-01"),),
    "sources": (source(published="2020"), source("b", read_on="2025-02"), source("c")),
}


def test_the_command_lists_what_is_old(capsys: Captured) -> None:
    """Files, the oldest first, then sources; those of which it is open if asked for."""
    with mg.using(dataset(**FILES)):
        title, found = stale(capsys, "--on", "2026-06-15")
        assert title == (
            "migrationgov: Not looked at for 1y on 15 June 2026: 2 files and 1 source; perhaps 0"
            " files and 2 sources; --all lists these sources, too"
        )
        assert ["iom", "a-process", "b"] == [each["id"] for each in found]
        assert found[0] == {
            "kind": "register", "id": "iom", "name": "Body iom", "looked_on": "2025-06-15",
            "recorded": "true", "stale": "yes",
        }  # fmt: skip
        title, found = stale(capsys, "--on", "2026-06-15", "--all")
        assert title.endswith("perhaps 0 files and 2 sources")
        assert ["b", "a-source", "c"] == [each["id"] for each in found[2:]]
        assert ("[2020-01-01..2025-12-31]", "false") == (
            found[3]["looked_on"], found[3]["recorded"],
        )  # fmt: skip
        title, found = stale(capsys, "--on", "2025-07-01", "--older-than", "90d")
        assert ["a-process", "b"] == [each["id"] for each in found]


def test_the_oldest_look_comes_first(capsys: Captured) -> None:
    """A look of any day is before all."""
    made = (source("new", read_on="2022"), source("old", read_on="2021"))
    with mg.using(dataset(sources=made)):
        _, found = stale(capsys, "--on", "2026")
        assert ["old", "new"] == [each["id"] for each in found if each["kind"] == "source"]
    bare = dataset(sources=(source("z"),)).manifest
    whole = mg.Dataset.of(attrs.evolve(bare, as_of="2025?"), sources=(source("z"), *made))
    with mg.using(whole):
        _, found = stale(capsys, "--on", "2026", "--all")
        assert ["z", "old", "new"] == [each["id"] for each in found]
        assert found[0]["looked_on"] is None


def test_without_a_day_the_command_asks_about_today(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The day of the user's clock; the title says which."""
    monkeypatch.setattr(sources, "today", lambda: mg.PartialDate("2026-06-15"))
    with mg.using(dataset(**FILES)):
        title, _ = stale(capsys)
    assert "on 15 June 2026: 2 files" in title


def test_nothing_is_old(capsys: Captured) -> None:
    """A title alone; and a wrong time is an error in a line."""
    with mg.using(dataset(**FILES)):
        assert 0 == main(["stale", "--on", "2025-06-20", "--table", "--older-than", "5y"])
        assert "0 files and 0 sources" in capsys.readouterr().out
        assert 1 == main(["stale", "--on", "2025-06-20", "--older-than", "long"])
        assert "migrationgov: older_than is a number of days" in capsys.readouterr().err


# -- records of sources ---------------------------------------------------------------------------


def test_a_source_keeps_its_reading_and_its_copy() -> None:
    """In files, in tables and in linked data."""
    made = source(read_on="2026-11", archived="https://example.org/copy/1")
    facts = dataset(sources=(made,))
    manifest = attrs.evolve(facts.manifest, as_of="2026-11-28")
    facts = mg.Dataset.of(
        manifest, states=facts.states, organizations=facts.organizations, sources=facts.sources,
        registers=facts.registers, processes=facts.processes,
    )  # fmt: skip
    assert (made,) == mg.loads(mg.dumps(facts)).sources
    (row,) = exports.tables(facts)["sources"]
    assert ("2026-11", "https://example.org/copy/1") == (row["read_on"], row["archived"])
    assert date(2026, 11, 30) == made.to_frame("polars")["read_on_latest"][0]
    assert '"schema:archivedAt": "https://example.org/copy/1"' in exports.json_ld(dataset=facts)
    older = dataset(sources=(source(read_on="2025"),))
    for merged in (mg.merge(facts, older), mg.merge(older, facts)):  # the later reading
        assert (made,) == merged.sources


@pytest.mark.parametrize("name", ["url", "archived"])
def test_an_address_is_one_of_the_web(name: str) -> None:
    """Also that of a copy: other programs make links of it."""
    text = mg.dumps(dataset(sources=(source(**{name: "https://example.org/x"}),)))
    wrong = text.replace("https://example.org/x", "javascript:alert(1)")
    with pytest.raises(
        mg.MigrationGovError,
        match=rf"Source\.{name} 'javascript:alert\(1\)' is no address of a page",
    ):
        mg.loads(wrong)


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"read_on": "2025-12"}, ""),
        ({"read_on": "2025-06", "published": "2025"}, ""),
        (
            {"read_on": "2026-02"},
            (
                "sources.json a-source read_on: 2026-02 lies after as_of 2025-12-31 of"
                ' manifest.json; set as_of to "2026-02" or later there'
            ),
        ),
        (
            {"read_on": "2024-12-31", "published": "2025"},
            "sources.json a-source read_on: 2024-12-31 lies before 2025, when it was published",
        ),
    ],
)
def test_a_source_is_read_after_it_is_published(more: dict[str, str], problem: str) -> None:
    """And before the collection of evidence is closed."""
    found = "\n".join(map(str, check(dataset(sources=(source(**more),)))))
    assert problem == found


# -- second sources -------------------------------------------------------------------------------


def cited(*keys: str) -> tuple[mg.model.Citation, ...]:
    """Citations of sources; "!" marks one that gives another value."""
    return tuple(
        mg.model.Citation(source=SourceId(key.rstrip("!")), gives=1990 if "!" in key else None)
        for key in keys
    )


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["iom-a"], (0, 0, 0)),
        (["iom-a", "iom-a"], (0, 0, 0)),
        (["iom-a", "iom-b"], (1, 0, 0)),
        (["iom-a", "iom-c"], (1, 0, 0)),
        (["iom-a", "press"], (1, 1, 1)),
        (["iom-a", "press!"], (1, 1, 0)),
        (["press", "copy"], (1, 0, 0)),
        (["none-a", "none-b"], (1, 1, 1)),
    ],
)
def test_sources_of_two_publishers_are_a_second_source(
    keys: list[str], expected: tuple[int, int, int]
) -> None:
    """An office of an institution is the institution; a copy is what it copies."""
    step = attrs.evolve(transition("AAA", "joined", "1990-05-01"), citations=cited(*keys))
    made = (
        source("iom-a", publisher="Body iom"), source("iom-b", publisher="BODY IOM, Vienna"),
        source("iom-c", publisher="Body iom Zimbabwe"), source("press", publisher="The Press"),
        source("copy", publisher="The Press (copy at a site)"), source("none-a"),
        source("none-b", publisher=""), source("a-source"),
    )  # fmt: skip
    facts = dataset(registers=(register(step),), sources=made)
    shares = {each.table: each for each in exports.second_sources(dataset=facts)}
    found = shares["transitions"]
    assert expected == (found.two_documents, found.two_publishers, found.two_agree)
    assert (1, expected[1]) == (found.facts, found.share)
    assert f"transitions: {expected[1]} of 1 ({expected[1]:.0%})" == str(found)
    assert () == found.citations
    assert (1, 0) == (shares["milestones"].facts, shares["milestones"].two_documents)
    assert "disagreements" not in shares
    assert "participant_lists" not in shares


def test_publishers_are_told_apart_by_the_longest_name() -> None:
    """Of two institutions whose names begin alike."""
    organizations = (body("iom"), body("un", name="United Nations"), body("x", name="United"))
    made = (
        source("a", publisher="United Nations Treaty Series"),
        source("b", publisher="United X", kind=mg.vocabularies.SourceKind.OFFICIAL_PAGE),
        source("c", publisher="Unity"), source("d", publisher="A Process secretariat"),
    )  # fmt: skip
    facts = dataset(organizations=organizations, sources=made)
    assert {"a": "un", "b": "x", "c": "unity", "d": "a-process"} == publishers_of(facts)


def test_a_newspaper_is_no_institution_whose_short_name_it_begins_with() -> None:
    """An office is, by its state or by an official page; a copy of Wikipedia is Wikipedia."""
    organizations = (body("iom"), body("un", name="UN"))
    page = mg.vocabularies.SourceKind.OFFICIAL_PAGE
    made = (
        source("a", publisher="UN Today"), source("b", publisher="UN State AAA"),
        source("c", publisher="UN News"), source("d", publisher="UN News", kind=page),
        source("e", publisher="UN"), source("f", publisher="UN (copy)"),
        source("g", publisher="piglix.com, after Wikipedia"),
        source("h", publisher="German Wikipedia mirror"), source("i", publisher="Wikipedia"),
    )  # fmt: skip
    facts = dataset(organizations=organizations, sources=made)
    found = publishers_of(facts)
    assert ("un today", "un") == (found.pop("a"), found.pop("b"))
    assert ["un"] * 4 == [found.pop(each) for each in "cdef"]
    assert {"wikipedia"} == set(found.values())


def test_shares_are_by_table_and_bounded() -> None:
    """On the facts of 26.1."""
    shares = exports.second_sources()
    assert sorted(each.table for each in shares) == [each.table for each in shares]
    for each in shares:
        assert 0 <= each.two_agree <= each.two_publishers <= each.two_documents <= each.facts


# -- rules ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("[1990..1992]", "between two dates"), ("[1990,1992]", "between two dates"),
        ("[..1992]", "by a date"), ("[1990..]", "after a date"),
        ("1990-05-01", "date of another event"), ("1990-05", "date of another event"),
        ("1990", "date of another event"), ("1990?", "doubted reading"),
        ("1990~", "doubted reading"), ("1990/1992", "doubted reading"),
    ],
)  # fmt: skip
def test_the_form_of_a_date_tells_how_it_was_concluded(when: str, expected: str) -> None:
    """If it was: what a source gives is under no rule."""
    step = transition("AAA", "joined", when)
    assert "" == rule_of(step)
    assert expected == rule_of(attrs.evolve(step, basis=Basis.DERIVED))


def test_each_kind_of_record_has_its_rule() -> None:
    """Of a term of office the end that is a range of days; without a date it is a reading."""
    iom = OrganizationId("iom")
    shared: dict[str, Any] = {
        "organization": iom, "citations": cited("a-source"), "basis": Basis.DERIVED,
    }  # fmt: skip
    held = Tenure(office="head", person="P", start="1990", end="[1994..1995]", **shared)
    assert "between two dates" == rule_of(held)
    assert "doubted reading" == rule_of(Tenure(office="head", person="P", **shared))
    seat = Headquarters(place="G", state=StateId("AAA"), start="1951", **shared)
    assert "date of another event" == rule_of(seat)
    claim, *_ = counted().counts
    assert ["", "number worked out"] == [
        rule_of(each) for each in (claim, attrs.evolve(claim, basis=Basis.DERIVED))
    ]
    (clause,) = treaty_facts().treaties[0].clauses
    assert ["", "clause worked out"] == [
        rule_of(each) for each in (clause, attrs.evolve(clause, basis=Basis.DERIVED))
    ]


def test_rules_are_counted_by_table() -> None:
    """In the order of the rules; a list with a group written out is one fact."""
    steps = (
        attrs.evolve(transition(code, "joined", "[1990..1992]"), basis="derived", note="x")
        for code in ("AAA", "BBB")
    )
    facts = dataset(registers=(register(*steps),), processes=(full_process(),))
    found = exports.data_rules(dataset=facts)
    assert ["between two dates: 2 transitions", "group written out: 1 lists"] == [
        str(each) for each in found
    ]
    assert [(), ()] == [each.citations for each in found]
    assert all(each.meaning.endswith(".") for each in found)


def test_effects_that_no_source_gives_follow_from_the_clause() -> None:
    """One for each such act on a treaty with a final clause; a treaty without one has none."""
    facts = treaty_facts()
    (found,) = exports.data_rules(dataset=facts)
    acts = [
        each for each in facts.register("pact").transitions
        if each.kind in ("ratified", "acceded", "succeeded", "accepted", "approved")
    ]  # fmt: skip
    given = [each for each in facts.register("pact").transitions if "force" in each.kind]
    assert ("effect by final clause", "transitions") == (found.rule, found.table)
    assert len(acts) - len(given) == found.facts > 0
