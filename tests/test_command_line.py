"""The command line: what each command answers, on the facts of 26.1 and on made-up facts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest

import migrationgov as mg
from migrationgov.commands import main
from migrationgov.lookup.bundled import bundled_dataset
from migrationgov.vocabularies import OrganizationId, StateId
from miniature import CITED, body, dataset, everything, process, register, snapshot, state
from strategies import transition

OWN = str(Path(__file__).parent.parent / "examples" / "own_organization")
Captured = pytest.CaptureFixture[str]


def table(captured: Captured, *arguments: str, code: int = 0) -> list[str]:
    """The lines that a command writes for people."""
    assert code == main([*arguments, "--table"])
    return captured.readouterr().out.splitlines()


def rows(captured: Captured, *arguments: str, code: int = 0) -> list[dict[str, str]]:
    """The rows that a command writes as JSON."""
    assert code == main([*arguments, "--json"])
    found: list[dict[str, str]] = json.loads(captured.readouterr().out)
    return found


# -- members, process, chair ----------------------------------------------------------------------


def test_members_are_named_and_graded(capsys: Captured) -> None:
    """The answer in short, headings, and a row for each member."""
    lines = table(capsys, "members", "2002-12-02")
    assert "Members of IOM on 2 December 2002: 98 certain" == lines[0]
    assert ["Code", "Name", "Grade", "Evidence"] == lines[2].split()
    assert "KAZ   Kazakhstan" in "\n".join(lines)
    assert 98 == len(lines[3:])


def test_members_are_sorted_as_people_sort(capsys: Captured) -> None:
    """By grade, then by name; the date of a list in words for people, in EDTF for programs."""
    found = rows(capsys, "members", "2020", "Bali Process")
    names = [each["name"] for each in found]
    assert names.index("Türkiye") < names.index("United Arab Emirates")
    assert "2020~" == found[0]["evidence"]
    assert ["certain", "possible"] == [
        rows(capsys, "members", "1955-01-01")[place]["grade"] for place in (0, -1)
    ]
    assert "about 2020" in table(capsys, "members", "2020", "Bali Process")[3]


def test_members_of_a_region_and_observers(capsys: Captured) -> None:
    """Fewer of them, or others."""
    lines = table(capsys, "members", "2002-12-02", "--region", "Central Asia")
    assert "Members of IOM in Central Asia on 2 December 2002: 3 certain" == lines[0]
    assert "Observers of IOM" in table(capsys, "members", "2002-12-02", "--observers")[0]


def test_parties_to_a_treaty_are_its_members(capsys: Captured) -> None:
    """In the words of treaties."""
    with mg.using(everything()):
        lines = table(capsys, "members", "1990", "ST")
    assert "Parties to Some Treaty in 1990: 2 certain" == lines[0]


@pytest.mark.parametrize(("least", "grades"), [
    ("certain", {"certain"}), ("listed", {"certain", "listed"}),
    ("possible", {"certain", "listed", "possible"}),
])  # fmt: skip
def test_less_certain_rows_are_left_out(least: str, grades: set[str], capsys: Captured) -> None:
    """All are there by default."""
    found = rows(capsys, "process", "Almaty", "--on", "2015-10-22", "--grade", least)
    assert grades == {each["grade"] for each in found}


def test_a_process_is_grouped_by_role(capsys: Captured) -> None:
    """People read a role once, programs read it in every row."""
    asked = "process", "Almaty Process", "--on", "2015-10-22"
    lines = table(capsys, *asked)
    assert " on 22 October 2015. Members: 7 certain" in lines[0]
    assert 1 == sum(line.startswith("member") for line in lines)
    assert ["member", "AFG", "Afghanistan"] == lines[3].split()[:3]
    assert {"role": "chair", "name": "Kazakhstan", "id": "KAZ"}.items() <= next(
        each for each in rows(capsys, *asked) if each["role"] == "chair"
    ).items()


@pytest.mark.parametrize(
    ("name", "day", "said"),
    [
        ("GFMD", "2020", "in 2020. Members: none, not complete. "),
        ("Bali Process", "1990", "in 1990: before its founding"),
        ("Almaty Process", "2014", "in 2014. Members: 7 listed, 7 possible, "),
        ("Almaty Process", "2014", " Chair: Kazakhstan (certain)."),
        ("Bali Process", "2020", " Co-chairs: Australia (listed) and Indonesia (listed)."),
        ("Abu Dhabi Dialogue", "2010", " Chair: not known."),
    ],
)
def test_the_title_of_a_process(capsys: Captured, name: str, day: str, said: str) -> None:
    """How many members there are, and who is in the chair: numbers of roles say neither."""
    assert said in table(capsys, "process", name, "--on", day)[0]


def test_the_age_of_the_evidence_is_for_programs(capsys: Captured) -> None:
    """In days, under one name in every form of an answer."""
    asked = "process", "Almaty Process", "--on", "2014"
    found = rows(capsys, *asked)
    days = {each["name"]: each["evidence_age_days"] for each in found if each["role"] == "member"}
    assert "-295" == str(days["Afghanistan"])
    its = mg.process_participants("Almaty Process", "2014").members
    assert its.to_dicts()[0]["evidence_age_days"] == -295
    assert "evidence_age_days" in its.to_csv().splitlines()[0]
    assert "-295" not in "".join(table(capsys, *asked))


def test_a_process_without_a_date(capsys: Captured) -> None:
    """Its latest evidence; a process without participants has a title alone."""
    assert "the day of the latest evidence" in table(capsys, "process", "IGC")[0]
    with mg.using(dataset(processes=(process(),))):
        assert ["A Process in 2025, the day of the latest evidence: none named"] == [
            line.replace("on 31 December 2025", "in 2025")
            for line in table(capsys, "process", "A Process")
        ]


def test_the_terms_in_the_chair(capsys: Captured) -> None:
    """Without a date all of them."""
    lines = table(capsys, "chair", "Almaty Process")
    assert lines[0].startswith("Chairs of the Almaty Process")
    assert lines[0].endswith(": 6")
    assert lines[3].startswith("2013-06-05")
    assert "2013-06-05" == rows(capsys, "chair", "Almaty")[0]["start"]


def test_the_chair_on_a_date(capsys: Captured) -> None:
    """In one line, with doubt in a word."""
    assert table(capsys, "chair", "Almaty Process", "--on", "2015-10-22")[0].endswith(
        ": Kazakhstan"
    )
    listed = snapshot("2001-01-01", ("co-chair", "stated", "AAA BBB"))
    with mg.using(dataset(processes=(process(listed),))):
        lines = table(capsys, "chair", "A Process", "--on", "2002")
    title = "Co-chair of the A Process in 2002: State AAA (listed) and State BBB (listed)"
    assert title == lines[0]


def test_no_chair(capsys: Captured) -> None:
    """None on record, or only possible ones; an organization may be one."""
    term: dict[str, Any] = {"process": "a-process", "citations": CITED}
    doubted = mg.model.Term(state=StateId("AAA"), start="[2001..2003]", end="2003", **term)
    of_body = mg.model.Term(organization=OrganizationId("iom"), start="2010", end="2011", **term)
    with mg.using(dataset(processes=(process(terms=(doubted, of_body)),))):
        assert table(capsys, "chair", "A Process", "--on", "2002")[0].endswith("not known")
        assert table(capsys, "chair", "A Process", "--on", "1999")[0].endswith("none on record")
        assert "Body iom" in table(capsys, "chair", "A Process")[-1]
    with mg.using(dataset(processes=(process(),))):
        assert ["Chairs of the A Process: none on record"] == table(capsys, "chair", "A Process")


def test_the_heads_of_an_organization(capsys: Captured) -> None:
    """In order, or of a date; doubt has its grade."""
    lines = table(capsys, "chair", "IOM")
    assert "Heads of IOM: 11" == lines[0]
    assert "Hugh S. Gibson" in lines[3]
    assert "Head of IOM in 2003: Brunson McKinley" == table(capsys, "chair", "IOM", "2003")[0]
    assert "Director General Brunson McKinley United States" in " ".join(lines[10].split())
    asked = "chair", "International Organization for Migration", "--on", "1960"
    assert "Head of IOM in 1960: not known" == table(capsys, *asked)[0]
    found = rows(capsys, *asked)
    assert {"possible"} == {each["grade"] for each in found}
    assert [] == rows(capsys, *asked, "--grade", "certain")
    assert ["Head of IOM in 1900: none on record"] == table(capsys, "chair", "IOM", "1900")
    assert "2013-06-05" in table(capsys, "chair", "UNHCR")[3]
    assert "Attested" not in lines[2]
    assert {"Thomas": None} == {
        each["person"]: each["state"] for each in rows(capsys, "chair", "IOM", "1977")
    }


def test_an_organization_without_a_history_has_no_head_on_record(capsys: Captured) -> None:
    """The error names a command that answers."""
    assert 1 == main(["chair", "Order of Malta"])
    assert "is an organization: migrationgov search" in capsys.readouterr().err


# -- state, why -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("asked", "title"), [
    (["KAZ"], "Kazakhstan (KAZ): member of IOM since 2 December 2002, observer before"),
    (["KAZ", "--on", "2002-12-01"], "Kazakhstan (KAZ) on 1 December 2002: observer of IOM since"),
    (["AUS", "--on", "1975"], "in 1975: not a member of IOM; its last membership ended: 31 Dec"),
    (["AUS", "--on", "1960"], "since a day between 5 December 1951 and 13 October 1952"),
    (["BEL", "--on", "1955-01-01"], "status in IOM not known (the sources leave none or "),
    (["IRL", "--on", "1960"], "not a member of IOM; whether an observer is "),
    (["TUV", "--on", "1960"], "Tuvalu (TUV) in 1960: not a member of IOM"),  # it began in 1978
    (["PRK"], "Democratic People's Republic of Korea (PRK): not a member of IOM (no record"),
])  # fmt: skip
def test_the_status_of_a_state_comes_first(asked: list[str], title: str, capsys: Captured) -> None:
    """In words."""
    assert title in table(capsys, "state", *asked)[0]


def test_the_ties_of_a_state(capsys: Captured) -> None:
    """With names; a list does not say since when."""
    found = {(each["institution_id"], each["role"]): each for each in rows(capsys, "state", "THA")}
    bali = found["bali-process", "member"]
    assert ("process", "listed") == (bali["kind"], bali["grade"])
    assert bali["institution"].startswith("Bali Process")
    assert bali["period"].startswith("on a list: ")
    assert bali["since"] is None
    assert "organization" == found["iom", "member"]["kind"]


def test_each_tie_has_its_day(capsys: Captured) -> None:
    """A column, unless the question has a date."""
    found = rows(capsys, "state", "THA")
    assert len({each["on"] for each in found}) > 1
    headings = table(capsys, "state", "THA")[2]
    assert headings.split()[-1] == "On"
    assert {"2012"} == {each["on"] for each in rows(capsys, "state", "THA", "--on", "2012")}
    assert " On" not in table(capsys, "state", "THA", "--on", "2012")[2]


def test_a_tie_that_is_only_possible(capsys: Captured) -> None:
    """Without evidence, and without a first list."""
    founded = mg.model.Milestone(
        kind="launched", date="2000", label="x", states=(StateId("AAA"),), citations=CITED
    )
    with mg.using(dataset(processes=(process(milestones=(founded,)),))):
        found = rows(capsys, "state", "AAA", "--on", "2000-06")
    assert {"possible"} == {each["grade"] for each in found if each["kind"] == "process"}
    assert {None} == {each["evidence"] for each in found if each["kind"] == "process"}


def test_a_listed_member_and_a_dataset_without_iom(capsys: Captured) -> None:
    """The title says what it can."""
    with mg.using(dataset(registers=(), organizations=(body("other"),))):
        assert "State AAA (AAA)" == table(capsys, "state", "AAA")[0]
    doubted = transition("AAA", "joined", "1990?"), transition("BBB", "joined", "1990")
    left = transition("BBB", "withdrew", "2000?")
    with mg.using(dataset(registers=(register(*doubted, left),))):
        assert "listed as member of IOM" in table(capsys, "state", "AAA")[0]
        assert "not a member of IOM; its last" in table(capsys, "state", "BBB")[0]
        assert "(the sources leave none or member)" in table(capsys, "state", "BBB")[0]


def test_why(capsys: Captured) -> None:
    """The record that decides has a mark."""
    found = rows(capsys, "why", "THA", "2012", "Bali Process")
    assert ["yes"] == [each["decides"] for each in found if each["decides"]]
    title = table(capsys, "why", "THA", "2012", "Bali Process")[0]
    assert title.startswith("Thailand and Bali Process")
    assert " in 2012: listed as member by the list of" in title


# -- list, search ---------------------------------------------------------------------------------


def test_list_takes_the_filters_of_the_library(capsys: Captured) -> None:
    """The title repeats them."""
    lines = table(capsys, "list", "states", "--subregion", "Central Asia", "--status", "member",
                  "--on", "2002")  # fmt: skip
    assert "States, subregion Central Asia, status member, on 2002: 2" == lines[0]
    assert ["KGZ", "TJK"] == [line.split()[0] for line in lines[3:]]
    found = rows(capsys, "list", "processes", "--status", "ended", "--on", "2012")
    capsys.readouterr()
    assert 0 == main(["list", "processes", "--on", "2012"])
    assert "left out" not in capsys.readouterr().err
    assert {"ended"} == {each["status"] for each in found}
    assert "order-of-malta" in "".join(
        table(capsys, "list", "organizations", "--kind", "sovereign-entity")
    )
    assert "iom" in [each["id"] for each in rows(capsys, "list", "groups")]
    assert ["Groups, member IOM: none on record"] == table(
        capsys, "list", "groups", "--member", "IOM"
    )


def test_treaties_are_listed(capsys: Captured) -> None:
    """With the day of adoption."""
    with mg.using(everything()):
        lines = table(capsys, "list", "treaties")
    assert ["Treaties: 1", ""] == lines[:2]
    assert "Some Treaty" in lines[3]
    assert "1960-01-01" in lines[3]


def test_search_finds_short_names_first(capsys: Captured) -> None:
    """By other spellings, too, which the last column has; each record once."""
    found = rows(capsys, "search", "turk")
    assert ("TUR", "Turkey") == (found[0]["id"], found[0]["spelling"])
    assert len({each["id"] for each in found}) == len(found)
    assert "" == rows(capsys, "search", "kazakhstan")[0]["spelling"]
    assert "1 record has a code or name with" in table(capsys, "search", "kazakhstan")[0]
    assert "organization" == rows(capsys, "search", "oim")[0]["kind"]


def test_search_that_finds_nothing_is_a_failure(capsys: Captured) -> None:
    """With similar names, if there are any."""
    lines = table(capsys, "search", "kazakstann", code=1)
    assert "no code and no name has 'kazakstann' in it; similar:" == lines[0]
    assert "KAZ" in lines[3]
    assert ["no code and no name has '??' in it"] == table(capsys, "search", "??", code=1)


def test_search_suggests_a_similar_word_of_a_name(capsys: Captured) -> None:
    """The nearest first, in English where there is a choice."""
    with mg.using(bundled_dataset()):
        found = rows(capsys, "search", "trafick", code=1)
    first = [each["id"] for each in found[:3]]
    assert {"smuggling-protocol", "trafficking-protocol", "cets-197"} == set(first)
    assert "rabat-process" == rows(capsys, "search", "rabbat", code=1)[0]["id"]


# -- cite, check, export --------------------------------------------------------------------------


@pytest.mark.parametrize(("asked", "source"), [
    (["KAZ"], "Prague Process"),
    (["KAZ", "IOM"], "MC/2097/Rev.1"),
    (["KAZ", "IOM", "--on", "2002-12-02"], "IOM"),
    (["KAZ", "IOM", "--style", "bibtex"], "@techreport{iom-mc-2097-rev1,"),
    (["IOM"], "IOM"),
    (["ILO"], "Almaty"),
    (["Almaty Process"], "Almaty"),
    (["Almaty Process", "--on", "2015-10-22"], "Almaty"),
    (["IOM", "--on", "2002-12-02"], "IOM welcomes Kazakh membership"),
])  # fmt: skip
def test_cite(asked: list[str], source: str, capsys: Captured) -> None:
    """A state, its ties to an institution, an institution, a member list."""
    assert 0 == main(["cite", *asked])
    assert source in capsys.readouterr().out


def test_nothing_to_cite(capsys: Captured) -> None:
    """An empty answer would look like a mistake."""
    with mg.using(dataset(registers=(), processes=())):
        for style in ("text", "csl-json"):
            assert 1 == main(["cite", "AAA", "--style", style])
            assert "there is no source to cite" in capsys.readouterr().err


def test_a_citation_names_the_release(capsys: Captured) -> None:
    """After the sources, which are the same."""
    assert 0 == main(["cite", "KAZ", "IOM"])
    sources = capsys.readouterr().out
    assert 0 == main(["cite", "KAZ", "IOM", "--release"])
    with_release = capsys.readouterr().out
    assert with_release.startswith(sources)
    assert "as of" in with_release.removeprefix(sources)


def test_check(tmp_path: Path, capsys: Captured) -> None:
    """Every problem in a row, and 1; alone the names of states are missing."""
    assert ["no problems"] == table(capsys, "check", OWN)
    assert ["no problems"] == table(capsys, "check", OWN, "--data", OWN)
    found = rows(capsys, "check", OWN, "--alone", code=1)
    assert "names 'EST', which is not in states.csv" in found[0]["message"]
    (tmp_path / "sources.json").write_text("{", encoding="utf-8")
    assert "1 problem" == table(capsys, "check", str(tmp_path), code=1)[0]


def test_export_writes_tables(tmp_path: Path, capsys: Captured) -> None:
    """And counts their rows."""
    with mg.using(everything()):
        found = rows(capsys, "export", "tables", str(tmp_path / "tables"))
    assert {"file": "states.csv", "rows": 2} in found
    assert (tmp_path / "tables" / "datapackage.json").is_file()


def test_export_writes_a_release(tmp_path: Path, capsys: Captured) -> None:
    """And says how large each file is; into a folder that is not empty it writes nothing."""
    folder = tmp_path / "release"
    with mg.using(everything()):
        found = rows(capsys, "export", "release", str(folder))
        assert 1 == main(["export", "release", str(folder)])
    assert "needs a folder of its own" in capsys.readouterr().err
    size = (folder / "README.md").stat().st_size
    assert {"file": "README.md", "bytes": size} in found


def test_own_facts(capsys: Captured) -> None:
    """Are merged with the bundled facts, for any command."""
    assert (
        "Members of NRMC in 2020: 3 certain"
        == table(capsys, "members", "2020", "NRMC", "--data", OWN)[0]
    )


def test_a_state_with_one_name_of_sixty_letters(capsys: Captured) -> None:
    """Is there in full."""
    name = "A" * 60
    long = attrs.evolve(state("AAA"), name=name, names=(mg.model.Name(text=name),))
    with mg.using(dataset(states=(long, state("BBB")))):
        assert name in table(capsys, "members", "2000")[3]
