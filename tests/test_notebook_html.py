"""Answers and records in a notebook: escaped, accessible, without colours of their own."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

import migrationgov as mg
from html_reading import Reading, check_style, read
from migrationgov.exports import network
from migrationgov.notebook.html import Html, data, element, inline, joined, link
from migrationgov.notebook.phrases import date_in_words
from migrationgov.record import shorten
from miniature import CITED, body, counted, dataset, history, process, register, snapshot, state
from strategies import transition

IOM: Any = "iom"
EVIL = "<script>alert('1')</script> & \"quoted\""
RIGHT_TO_LEFT = "جمهورية كازاخستان"
IDEOGRAPHS = "哈萨克斯坦共和国"
LONG = "The Most Serene and Exceedingly Long-Winded Federated Republic of Everything and Somewhere"


FACTS = mg.dataset()
THEN = mg.as_known_on(FACTS, "2002-11-30")
ALMATY = FACTS.process("almaty-process")
EXAMPLES = {
    "answer": mg.Answer.UNKNOWN,
    "date": mg.PartialDate("[..2002-11-22]"),
    "roll": mg.members_on("2002-12-02"),
    "observers": mg.observers_on("2002-12-02"),
    "part of a roll": mg.members_on("2002-12-02")[:3],
    "roster": mg.process_participants("Almaty Process"),
    "roster without a complete list": mg.process_participants("Bali Process"),
    "steps": mg.transitions("AUS"),
    "all steps": mg.transitions(),
    "spells": mg.memberships_of("AUS", "IOM"),
    "status": mg.status_on("TJK", "1994-06-01"),
    "heads": mg.officeholders_on("IOM", "2003"),
    "nobody": mg.officeholders_on("UNHCR", "1960"),
    "relations": mg.relations_on("IOM", "2015"),
    "seats": mg.headquarters_on("IOM", "2000"),
    "names": mg.name_on("IOM", "1980"),
    "disagreements": mg.disagreements(),
    "numbers": mg.counts("IOM"),
    "numbers beside the register": mg.reconcile("IOM"),
    "totals": mg.published_totals("Bali Process"),
    "changes": mg.diff(THEN, mg.as_known_on(FACTS, "2002-12-31")),
    "decisions": mg.decisions_of("iom-council-84"),
    "processes": mg.processes_of("KAZ"),
    "shared processes": mg.shared_processes("KAZ", "TUR"),
    "chairs": mg.chairs_of("Almaty Process"),
    "meetings": mg.meetings_of("Almaty Process"),
    "sessions": mg.sessions_of("IOM"),
    "offices": mg.field_offices_of("IOM"),
    "none": mg.memberships_of("LIE", "IOM"),
    "state": mg.find_state("KAZ"),
    "organization": mg.find_organization("IOM"),
    "process": ALMATY,
    "history": mg.history_of("IOM"),
    "register": FACTS.registers[0],
    "dataset": FACTS,
    "manifest": FACTS.manifest,
    "network": network(),
    "empty network": network(on="1900-01-01"),
    "participant_lists": mg.results.RecordList(ALMATY.participant_lists),
    "reports": mg.results.RecordList(ALMATY.statuses),
    "states": mg.results.RecordList(mg.members_on("1990")),
    "organizations": mg.results.RecordList(FACTS.organizations),
    "all processes": mg.results.RecordList(FACTS.processes),
    "entry": ALMATY.participant_lists[0].lists[0].entries[0],
    "period": mg.model.Period("1990", "2001"),
    **{
        f"one of {type(each).__name__}": each
        for each in (
            mg.transitions("KAZ")[0], mg.transitions("KAZ")[0].citations[0],
            mg.memberships_of("CSXX", "IOM")[0], mg.reconcile("IOM")[0],
            mg.meetings_of("Almaty Process")[0],
            FACTS.registers[0].attestations[0], mg.disagreements()[0], FACTS.sources[0],
            mg.diff(THEN, FACTS)[0], mg.history_of("IOM").works[0],
        )
    },
}  # fmt: skip


@pytest.mark.parametrize("answer", EXAMPLES.values(), ids=EXAMPLES)
def test_every_answer_is_well_formed_and_accessible(answer: Any) -> None:
    """Closed tags, captions, scopes, directions; no script, no colour, nothing from elsewhere."""
    reading = read(answer)
    assert reading.text.strip()
    assert "None" not in reading.text
    assert len(answer._repr_html_()) < 300_000


@pytest.mark.parametrize("answer", EXAMPLES.values(), ids=EXAMPLES)
def test_every_answer_is_short_in_a_terminal(answer: Any) -> None:
    """One line for a record, about twenty lines for several records, and no citations."""
    lines = repr(answer).splitlines()
    assert len(lines) <= 22
    assert max(map(len, lines)) <= 220
    assert "citations=" not in repr(answer)


def test_a_list_of_states_counts_states() -> None:
    """With an organization among them they are parties."""
    new = mg.members_on("2002-12-02") - mg.members_on("2002-12-01")
    assert "5 states" in (shown := new._repr_html_())
    assert "States" in shown
    assert "Names" not in shown
    observers = mg.observers_on("2002", kind=None).certain
    both = (observers & observers)._repr_html_()
    assert f"{len(observers)} parties" in both
    assert "Parties" in both


def test_every_public_kind_of_record_shows_itself() -> None:
    """Every public record has HTML and a short text."""
    attribute = "__attrs_attrs__"
    public = [getattr(face, name) for face in (mg.model, mg.results) for name in face.__all__]
    kinds = [kind for kind in public if hasattr(kind, attribute)]
    assert len(kinds) > 40
    for kind in (
        *kinds,
        mg.results.MemberList,
        mg.results.PartyList,
        mg.results.RecordList,
        mg.Dataset,
        mg.model.Register,
    ):
        assert hasattr(kind, "_repr_html_"), kind.__name__
        assert "attrs generated" not in str(kind.__repr__.__code__.co_filename), kind.__name__


def test_the_reader_of_these_tests_refuses_what_it_must() -> None:
    """The reader of the tests finds each kind of error."""
    for wrong in (
        "<table><tr></table>", "<td dir='auto'>x", "</p>", "<script>x</script>", "<th>x</th>",
        "<a href='javascript:x' rel='noopener'>x</a>", "<a href='https://x.org'>x</a>",
        "<p style='color:#fff'>x</p>", "<p onclick='x'>x</p>", "<!-- x -->", "<td>x</td>",
    ):  # fmt: skip
        with pytest.raises((AssertionError, KeyError, IndexError)):
            Reading(wrong)
    for wrong in ("background:url(x)", "border:1px solid red", "color:black"):
        with pytest.raises(AssertionError):
            check_style(wrong)


def made(record: type, /, **known: Any) -> Any:
    """Make a record from text."""
    return record(**known)


def hostile() -> mg.Dataset:
    """A dataset in which every text tries to break the page."""
    evil = made(mg.model.Citation, source="a-source", locator=EVIL, quote=EVIL)
    common: dict[str, Any] = {"citations": (evil,)}
    source = made(
        mg.model.Source, id="a-source", title=EVIL, publisher=RIGHT_TO_LEFT, kind="press",
        url="javascript:alert(1)",
    )  # fmt: skip
    step = made(
        mg.model.Transition,
        institution=IOM,
        state="AAA",
        kind="joined",
        date="1990-05-01",
        note=EVIL,
        **common,
    )
    rivals = made(
        mg.model.Disagreement, subject="AAA", context="iom", field=EVIL, preferred=EVIL,
        reason=EVIL,
        claims=tuple(mg.model.Claim(value=value, citations=(evil,)) for value in (EVIL, LONG)),
    )  # fmt: skip
    work = made(
        mg.model.Work, id="w", kind="project", organization=IOM, title=EVIL, aim=EVIL, **common
    )
    lists = snapshot("2001-01-01", ("member", "stated", "AAA BBB?"))
    return dataset(
        states=(
            state(
                "AAA", name=EVIL, names=(mg.model.Name(text=RIGHT_TO_LEFT, lang="ar"),), note=EVIL
            ),
            state(
                "BBB", name=LONG, names=(mg.model.Name(text=IDEOGRAPHS, lang="zh"),), region=EVIL
            ),
        ),
        organizations=(body("iom", name=EVIL, acronym=EVIL, note=EVIL),),
        sources=(source,),
        registers=(register(step, transition("BBB", "joined", "1991"), disagreements=(rivals,)),),
        processes=(process(lists, name=EVIL, note=EVIL),),
        histories=(history(works=(work,)),),
        counts=(counted(),),
    )


def test_whatever_the_data_hold_is_text() -> None:
    """Markup, quotes, other scripts and long names stay text, and no bad address is a link."""
    facts = hostile()
    with mg.using(facts):
        answers: list[Any] = [
            mg.members_on("1991-06-01"), mg.process_participants("a-process"), mg.transitions(),
            mg.memberships_of("AAA", "IOM"), mg.status_on("AAA", "1990"), mg.disagreements(),
            mg.disagreements()[0], mg.history_of("iom"), mg.results.RecordList(facts.states),
            mg.results.RecordList(facts.sources),
            mg.results.RecordList(mg.transitions().citations), mg.reconcile("iom"),
            facts.processes[0], facts.organizations[0], facts.states[0], facts.states[1], facts,
            mg.counts("iom"), mg.results.RecordList(mg.history_of("iom").works),
        ]  # fmt: skip
        readings = [read(each) for each in answers]
        html = "".join(each._repr_html_() for each in answers)
    assert "<script" not in html
    assert all(not each.links for each in readings)
    text = "".join(each.text for each in readings)
    for words in (EVIL, RIGHT_TO_LEFT, IDEOGRAPHS, LONG):
        assert words in text
    for words in (RIGHT_TO_LEFT, IDEOGRAPHS):
        assert any(words in each.apart for each in readings)
    assert 'lang="ar"' in html


def test_text_is_escaped_by_construction() -> None:
    """Only text that is marked as HTML is not escaped."""
    assert "<p>&lt;b&gt;<i>x</i></p>" == element("p", "<b>", Html("<i>x</i>"))
    assert '<a title="&quot;">x</a>' == element("a", "x", title='"')
    assert "a &amp; b" == inline("a & b")
    assert "a<br>b" == joined(["a", "", "b"], Html("<br>"))
    assert "" == joined([]) == data("")
    quoted = link('https://x.org/"onclick="y', "x")
    assert 'href="https://x.org/&quot;onclick=&quot;y"' in quoted
    assert "x" == link("ftp://x", "x") == link("javascript:x", "x") == link("", "x")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2002-12-02", ""),
        ("2002", ""),
        ("Y17000", ""),
        ("199X", "some day from 1990-01-01 to 1999-12-31"),
        ("[..2002-11-22]", "on or before 2002-11-22"),
        ("[2013-06-05..]", "on or after 2013-06-05"),
        ("[1961-12-31..1972-12-31]", "one day from 1961-12-31 to 1972-12-31"),
        ("[2011,2012]", "2011 or 2012"),
        ("2004/2006", "from 2004 to 2006"),
        ("2004/..", "from 2004 on"),
        ("2004/", "from 2004, end unknown"),
        ("../2004", "up to 2004"),
        ("2024~", "about 2024"),
        ("2002?", "2002, uncertain"),
        ("2002%", "about 2002, uncertain"),
    ],
)
def test_dates_in_words(text: str, words: str) -> None:
    """Every form of date in the data has its words."""
    assert words == date_in_words(mg.PartialDate(text))
    answer = read(mg.PartialDate(text)).text
    assert (f"{text} ({words})" if words else text) == answer


def test_a_long_line_is_cut_behind_a_word() -> None:
    """A long line ends with three dots."""
    assert "one two ..." == shorten("one two three", 9)
    assert "abcdefghi ..." == shorten("abcdefghijkl", 9)
    assert "one two" == shorten(" one\n two ")


def test_records_name_themselves() -> None:
    """The short text of a record has its id, where it has one."""
    assert "<State KAZ: Kazakhstan>" == repr(mg.find_state("KAZ"))
    assert "<Organization iom: IOM>" == repr(mg.find_organization("IOM"))
    assert "<Transition: KAZ joined 2002-12-02 (iom)>" == repr(mg.transitions("KAZ")[-1])
    assert "<Period: 1990 to 2001>" == repr(mg.model.Period("1990", "2001"))
    assert "<Citation: a-source, page 1>" == repr(CITED[0])
    given = mg.model.Citation(source="s", gives="1994")  # type: ignore[arg-type]  # an id
    assert "s (gives 1994)" == str(given)
    assert "1994 (a-source)" == str(mg.model.Claim(value="1994", citations=CITED))
    source = mg.model.Source(id="s", title="T", kind="press", published="1994")  # type: ignore[arg-type]  # words are read
    assert ("T, 1994", "A source, undated") == (str(source), str(dataset().sources[0]))
    lists = snapshot("2001", ("member", "stated", "AAA BBB?")).lists[0]
    assert ("AAA", "BBB (doubted)") == (str(lists.entries[0]), str(lists.entries[1]))
    assert "member, stated: 2 named" == str(lists)
    assert "2001: member, stated: 2 named" == str(
        snapshot("2001", ("member", "stated", "AAA BBB"))
    )
    assert "2 published numbers about iom" == str(counted())
    officers = [person for term in mg.chairs_of("Almaty Process") for person in term.officers]
    assert "Birzhan Nurymbetov, Vice-Minister of Health and Social Development" == str(officers[0])
    assert "Someone" == str(mg.model.Officer(name="Someone", citations=CITED))
    assert "705 KZK, 1991-12-26 to .." == str(mg.find_state("KAZ").cow[0])
    assert "migrationgov, as of 2025-12-12, CC0-1.0" == str(FACTS.manifest)
    assert "O, 1991" == str(history().field_offices[0].names[0])
    assert str(network()).startswith("participation: ")
    heads = [str(each.after) for each in mg.diff(THEN, FACTS) if each.heading.endswith("of iom")]
    assert "register of iom, 1951-12-05 to 2025-12-10" in heads


def test_a_terminal_pays_nothing_for_the_notebook() -> None:
    """The first answer in a notebook loads the notebook package."""
    code = (
        "import sys, migrationgov as mg; repr(mg.transitions('KAZ')); "
        "print('migrationgov.notebook' in sys.modules); mg.transitions('KAZ')._repr_html_(); "
        "print('migrationgov.notebook' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ["False", "True"] == done.stdout.split()
