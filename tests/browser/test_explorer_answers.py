"""What the explorer shows is what Python answers: read from the page, pair by pair."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

import migrationgov as mg
from migrationgov.timelines.gather import timelines_since_founding
from migrationgov.vocabularies import ProcessId

if TYPE_CHECKING:
    from browser.surfing import Surfer

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning"),
]

GRADES = ("certain", "listed", "possible")

#: Ask by the address, as a citation does, and read what the page shows then.
ASK = """
const [hash, done] = arguments;
const read = () => {
  const lists = {};
  for (const block of document.querySelectorAll("#mg-answer [data-list]")) {
    const found = {complete: block.dataset.complete, certain: [], listed: [], possible: []};
    const heads = [];
    for (const list of block.querySelectorAll(".mg-parties")) {
      const grade = list.dataset.grade;
      found[grade] = [...list.children].map((item) => item.dataset.party).sort();
      heads.push(`${found[grade].length} ${grade}`);
    }
    const written = [...block.querySelectorAll("h4")].map((head) => head.textContent);
    if (written.join() !== heads.join()) throw new Error("a grade that no word gives");
    found.heading = block.querySelector("h3").textContent;
    found.evidence = [...block.querySelectorAll(".mg-note")].map((note) => note.textContent);
    lists[block.dataset.list] = found;
  }
  const text = (id) => document.getElementById(id).textContent;
  const warned = document.querySelector("#mg-answer .mg-warning");
  done({lists, data: {...document.getElementById("mg-answer").dataset},
    summary: text("mg-summary"), heading: text("mg-heading"), error: text("mg-date-error"),
    warned: warned ? warned.textContent : "", all: text("mg-answer")});
};
addEventListener("hashchange", () => setTimeout(read), {once: true});
if (location.hash === hash) read();
else location.hash = hash;
"""


@pytest.fixture(scope="module")
def page(surfer: Surfer) -> Iterator[Surfer]:
    """The explorer, opened once; no question may write an error to the console."""
    surfer.look()
    surfer.open("explorer/index.html")
    yield surfer
    assert [] == surfer.console()


def ask(page: Surfer, **question: str) -> dict[str, Any]:
    """Ask the explorer and return what it shows."""
    told: dict[str, Any] = page.wait(ASK, "#" + urlencode(question))
    return told


def warned(ask_python: Any) -> bool:
    """Tell whether Python warns that the date lies outside what is known."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        ask_python()
    return any(issubclass(each.category, mg.errors.CoverageWarning) for each in caught)


def change_days() -> list[int]:
    """All days on which the answer about a member of IOM may change."""
    index = timelines_since_founding(mg.dataset(), "iom").index("member")
    return [day for day in index.days if 1 < day < date.max.toordinal()]


def around(days: list[int], number: int) -> list[str]:
    """Some of the days, each with the day before and the day after."""
    chosen = sorted(Random(2002).sample(days, number))
    return [date.fromordinal(day + step).isoformat() for day in chosen for step in (-1, 0, 1)]


DATES = list(dict.fromkeys([
    *around(change_days(), 30),
    "1951-12-04", "1951-12-05", "1992-12-31", "1993-01-01", "1993-12-30", "1993-12-31",
    "1994-01-01", "1994", "2002-12-01", "2002-12-02",
    "2025-12-10", "2025-12-11", "0001-01-01", "9999-12-31", "2000-02-29",
    "1951", "1954", "1954-11", "1965", "1992", "1993", "1994-06", "2002", "2002-12", "2025-12",
]))  # fmt: skip


def graded(members: mg.results.MemberList[Any], kind: str) -> dict[str, Any]:
    """Return the states, or the organizations, of each grade, and whether others are excluded."""
    sides = {"certain": members.certain, "listed": members.listed, "possible": members.possible}
    complete = members.complete if kind == "state" else members.complete_for_organizations
    found: dict[str, Any] = {
        grade: [code for code in side.codes if mg.dataset().has_state(code) is (kind == "state")]
        for grade, side in sides.items()
    }
    return found | {"complete": str(complete).lower()}


def shown(answer: dict[str, Any], label: str) -> dict[str, Any]:
    """Return what the page lists under a label, in the form of `graded`."""
    found = answer["lists"].get(label, {})
    return {key: found.get(key) for key in ("certain", "listed", "possible", "complete")}


LABELS = {"member": "Members", "observer": "Observers", "associate": "Associates",
          "party": "Parties", "signatory": "Signatories", "partner": "Partners",
          "participant": "Participants", "co-chair": "Co-chair"}  # fmt: skip


def label_of(role: str, kind: str) -> str:
    """Return the heading of a list."""
    label = LABELS.get(role, role.replace("-", " ").capitalize())
    return f"{label}, organizations" if kind == "organization" else label


@pytest.mark.parametrize("on", DATES)
def test_members_and_observers_on_a_date(page: Surfer, on: str) -> None:
    """Each grade, of all 257 states and 8 organizations: each date is as many pairs."""
    answer = ask(page, date=on)
    lists = {"member": mg.members_on(on, kind=None), "observer": mg.observers_on(on)}
    for role, kind in (("member", "state"), ("observer", "state"), ("observer", "organization")):
        label, expected = label_of(role, kind), graded(lists[role], kind)
        if label in answer["lists"] or any(expected[grade] for grade in GRADES):
            assert expected == shown(answer, label), (on, label)
    assert warned(lambda: mg.members_on(on)) is bool(answer["warned"])


def pairs(number: int) -> list[tuple[str, str]]:
    """Pairs of a party and a date: change days of the party, and the days beside them."""
    lines = timelines_since_founding(mg.dataset(), "iom")
    own = [
        (party, date.fromordinal(day + step).isoformat())
        for party in lines.parties
        for day in lines.line(party).days
        if 1 < day < date.max.toordinal()
        for step in (-1, 0, 1)
    ]
    random = Random(1951)
    others = [state.id for state in mg.dataset().states]
    any_day = [(random.choice(others), date.fromordinal(random.randint(711_000, 740_000)))
               for _ in range(60)]  # fmt: skip
    coarse = [(party, day[: random.choice((4, 7))]) for party, day in random.sample(own, 60)]
    return [*random.sample(own, number), *((party, str(day)) for party, day in any_day), *coarse]


def test_the_status_of_one_state_on_one_date(page: Surfer) -> None:
    """Of 320 pairs: the statuses it may have, whether it is a member, whether an observer."""
    asked = pairs(200)
    assert len(set(asked)) > 300
    unknown = 0
    for party, on in asked:
        data = ask(page, state=party, date=on)["data"]
        status = mg.status_on(party, on)
        named = {each.partition(":")[0] for each in data["statuses"].split()}
        assert set(status.statuses) == named, (party, on)
        assert str(mg.is_member(party, on)) == data["member"], (party, on)
        assert str(status.observer) == data["observer"], (party, on)
        unknown += data["member"] == "unknown"
    assert unknown > 20, "the pairs must meet doubt"


def roster_questions() -> list[tuple[str, str]]:
    """Every process by its latest evidence, and on days and in years around its lists."""
    asked: list[tuple[str, str]] = [(process, "") for process in mg.dataset().process_ids]
    asked.append(("rmfm", "2022"))  # one term in the chair follows another, with no day between
    for process in mg.dataset().processes:
        days = {
            end
            for each in process.participant_lists
            for end in (each.as_of.earliest, each.as_of.latest)
        }
        some = sorted(day for day in days if day)[-3:]
        asked += [(process.id, date.fromordinal(day.toordinal() + step).isoformat())
                  for day in some for step in (-1, 0, 1)]  # fmt: skip
        asked += [(process.id, str(day.year)) for day in some]
    return asked


def test_rosters_by_role(page: Surfer) -> None:
    """Which party has which role, by grade, and whether the list is complete."""
    seen = 0
    for process, on in roster_questions():
        answer = ask(page, institution=process, **({"date": on} if on else {}))
        roster = mg.process_participants(process, on=on or None)
        for role in roster.roles:
            for kind in ("state", "organization"):
                label, expected = label_of(role, kind), graded(roster.role(role), kind)
                if label in answer["lists"] or any(expected[grade] for grade in GRADES):
                    assert expected == shown(answer, label), (process, on, label)
                    seen += sum(len(expected[grade]) for grade in GRADES)
        if on:
            outside = warned(lambda p=process, d=on: mg.process_participants(p, on=d))
            assert outside is bool(answer["warned"]), (process, on)
    assert seen > 3000


OTHERS = sorted({*mg.dataset().register_ids} - {*mg.dataset().treaty_ids, "iom"})


@pytest.mark.parametrize("organization", OTHERS)
@pytest.mark.parametrize("on", ["1950", "1967-08-08", "1991-07", "2004-05-01", "2020"])
def test_members_of_other_organizations(page: Surfer, organization: str, on: str) -> None:
    """Each register answers as that of IOM does."""
    answer = ask(page, institution=organization, date=on)
    assert graded(mg.members_on(on, organization), "state") == shown(answer, "Members")
    assert warned(lambda: mg.members_on(on, organization)) is bool(answer["warned"])


@pytest.mark.parametrize("treaty", mg.dataset().treaty_ids)
@pytest.mark.parametrize(
    "on", ["1951", "1954-04-21", "1967-10-04", "1990-06", "2004", "2020-12-31"]
)
def test_parties_and_signatories_of_treaties(page: Surfer, treaty: str, on: str) -> None:
    """By effect: those for which the treaty is in force on the date."""
    answer = ask(page, institution=treaty, date=on)
    for status in ("party", "signatory"):
        for kind in ("state", "organization"):
            found = mg.parties_on(on, treaty, status=status, kind=kind)
            label, expected = label_of(status, kind), graded(found, kind)
            if label in answer["lists"] or any(expected[grade] for grade in GRADES):
                assert expected == shown(answer, label), label
    assert warned(lambda: mg.parties_on(on, treaty)) is bool(answer["warned"])


def test_the_1951_convention_on_a_date(page: Surfer) -> None:
    """The day before it entered into force, that day, and a party with its records."""
    before = ask(page, institution="refugee-convention", date="1954-04-21")
    signed = len(mg.parties_on("1954-04-21", "1951 Convention", status="signatory"))
    told = f"Parties: none on record. Signatories: {signed} certain."
    assert before["summary"].endswith(told)
    first = ask(page, institution="refugee-convention", date="1954-04-22")
    expected = len(mg.parties_on("1954-04-22", "1951 Convention"))
    assert f"Parties: {expected} certain." in first["summary"]
    assert "in force since 1954-04-22" in first["all"]
    assert {"NOR", "DEU"} <= set(first["lists"]["Parties"]["certain"])
    page.run("document.querySelector('#mg-answer [data-party=NOR] details').open = true")
    page.settle()
    told = page.run("return document.querySelector('#mg-answer [data-party=NOR]').textContent")
    assert "ratified 1953-03-23" in told
    link = "return document.querySelector('#mg-answer > p > a').pathname"
    assert page.run(link).endswith("/data/treaties/refugee-convention.html")


def test_institutions_are_grouped_in_the_form(page: Surfer) -> None:
    """Organizations and groups, then treaties, then processes, each sorted by name."""
    script = """
    return [...document.querySelectorAll("#mg-institution optgroup")].map((group) =>
      [group.label, [...group.children].map((option) => option.value)]);
    """
    groups = dict(page.run(script))
    assert ["Organizations and groups", "Treaties", "Processes"] == list(groups)
    assert set(OTHERS) == set(groups["Organizations and groups"])
    assert set(mg.dataset().treaty_ids) == set(groups["Treaties"])
    assert set(mg.dataset().process_ids) == set(groups["Processes"])


def test_a_state_has_its_treaties_and_organizations(page: Surfer) -> None:
    """In tables of their own, each with the status on the date."""
    told = ask(page, state="NGA", date="2020-06-01")["all"]
    assert "Other organizations and groups on 2020-06-01" in told
    assert "Treaties, by effect on 2020-06-01" in told
    treaty = mg.find_treaty("1951 Convention").name
    script = """
    return [...document.querySelectorAll("#mg-answer tr")]
      .find((row) => row.textContent.startsWith(arguments[0])).children[1].textContent;
    """
    assert "party" == page.run(script, treaty)


@pytest.mark.parametrize(
    ("process", "on", "heading", "evidence"),
    [
        ("bali-process", "2021", "Members: 45 listed", "before the date)"),
        ("budapest-process", "2014-12", "Members: 49 certain", "list of 2013-10 (1 year before"),
        ("midsa", "2020", "Members: 16 listed", "after the date, carried back)"),
    ],
)
def test_a_list_gives_grade_and_age_of_its_evidence(
    page: Surfer, process: str, on: str, heading: str, evidence: str
) -> None:
    """In words, above the names; evidence that is later than the day is marked."""
    members = ask(page, institution=process, date=on)["lists"]["Members"]
    assert members["heading"].startswith(heading)
    assert any(evidence in note for note in members["evidence"])


@pytest.mark.parametrize("who", ["KAZ", "TUR", "FRA", "unhcr", "VAT"])
@pytest.mark.parametrize("on", [None, "2013-06-05", "2015"])
def test_processes_of_a_state(page: Surfer, who: str, on: str | None) -> None:
    """The roles in all processes, each with its grade and the age of its evidence."""
    script = """
    const lookup = migrationgovLookup(migrationgovFacts);
    const when = arguments[1] ? lookup.readDate(arguments[1]) : null;
    const isProcess = ({institution}) =>
      migrationgovFacts.institutions[institution].page.startsWith("processes");
    return lookup.rolesIn(arguments[0], when).filter(isProcess)
      .map((each) => [each.institution, each.role, each.grade]);
    """
    expected = [(p.process, p.role.value, p.grade.value) for p in mg.processes_of(who, on=on)]
    assert sorted(expected) == sorted(map(tuple, page.run(script, who, on)))


def test_history_and_sources_are_one_click_away(page: Surfer) -> None:
    """Kazakhstan's steps with their dates and links; Malta's rival values side by side."""
    told = ask(page, state="KAZ")
    for step in mg.transitions("KAZ", "IOM"):
        assert str(step.date) in told["all"]
    for citation in mg.transitions("KAZ", "IOM").citations:
        (source,) = mg.sources_of(
            [mg.model.DatedAttestation(date=mg.PartialDate("2000"), citations=(citation,))]
        )
        links = page.run("return [...document.querySelectorAll('#mg-answer a')].map(a => a.href)")
        assert not source.url or any(source.url.split("#")[0] in link for link in links), source.id
    malta = ask(page, state="MLT")["all"]
    assert all(claim.value in malta for claim in mg.disagreements("MLT", "joined")[0].claims)


@pytest.mark.parametrize("process", mg.dataset().process_ids)
def test_terms_in_the_chair_and_lists_are_shown(page: Surfer, process: str) -> None:
    """Every date of a term and of a list stands on the page of its process."""
    ask(page, institution=process)
    page.run(
        "for (const each of document.querySelectorAll('#mg-answer details')) each.open = true"
    )
    page.settle()
    told = page.run("return document.body.textContent")
    record = mg.dataset().process(ProcessId(process))
    for term in record.terms:
        assert str(term.start) in told
        assert str(term.end or "no end known") in told
    for snapshot in record.participant_lists:
        assert str(snapshot.as_of) in told


@pytest.mark.parametrize(
    "question",
    [{"date": "2002-02-30"}, {"date": "2002-13"}, {"date": "02/12/2002"}, {"date": "0000"},
     {"date": "yesterday"}, {"state": "XXX"}, {"institution": "no-such"}, {"state": "__proto__"},
     {"state": "constructor"}, {"date": "<img src=x onerror=alert(1)>"}, {"date": ""}],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused(page: Surfer, question: dict[str, str]) -> None:
    """With a sentence that says what would be accepted, and no answer beside it."""
    told = ask(page, **question)
    if question == {"date": ""}:
        assert "2002-12-02" in told["error"]
    assert told["error"]
    assert "" == told["summary"] == told["all"]
    assert [] == page.run("return [...document.querySelectorAll('#mg-explorer img')]")
