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
from migrationgov.vocabularies import OrganizationId, ProcessId

if TYPE_CHECKING:
    from browser.surfing import Surfer

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning"),
]

#: Ask by the address, as a citation does, and read what the page shows then.
ASK = """
const [hash, done] = arguments;
const read = () => {
  const lists = {};
  for (const list of document.querySelectorAll("#mg-answer .mg-parties")) {
    const sides = {complete: list.dataset.complete ?? "", certain: [], possible: []};
    for (const item of list.children) {
      sides[item.dataset.certain === "true" ? "certain" : "possible"].push(item.dataset.party);
      const says = item.textContent.includes("possible") && item.className === "mg-possible";
      if (says === (item.dataset.certain === "true")) throw new Error("told by data alone");
    }
    lists[list.dataset.list ?? list.dataset.role] = sides;
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
    """All days on which a status in IOM may change."""
    register = mg.dataset().register(OrganizationId("iom"))
    return sorted({day for line in register.timelines()[0].values() for day in line.days})


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


@pytest.mark.parametrize("on", DATES)
def test_members_and_observers_on_a_date(page: Surfer, on: str) -> None:
    """Certain and possible, of all 257 states and 8 bodies: each date is as many pairs."""
    told = ask(page, date=on)
    rolls: dict[str, mg.results.MemberList[Any]] = {
        "members": mg.members_on(on),
        "observer states": mg.observers_on(on, kind="state"),
        "observer organizations": mg.observers_on(on, kind="organization"),
    }
    for what, roll in rolls.items():
        shown = told["lists"][what]
        assert roll.codes == tuple(sorted(shown["certain"])), (on, what)
        assert roll.possible.codes == tuple(sorted(shown["possible"])), (on, what)
    closed = "a state that is not on it was not an observer"
    assert rolls["observer states"].complete is (closed in told["all"])
    assert warned(lambda: mg.members_on(on)) is bool(told["warned"])


def pairs(number: int) -> list[tuple[str, str]]:
    """Pairs of a state and a date: everybody's own change days, and the days beside them."""
    register = mg.dataset().register(OrganizationId("iom"))
    own = [
        (who, date.fromordinal(day + step).isoformat())
        for who, line in register.timelines()[0].items()
        for day in line.days
        for step in (-1, 0, 1)
    ]
    random = Random(1951)
    others = [state.id for state in mg.dataset().states]
    any_day = [(random.choice(others), date.fromordinal(random.randint(711_000, 740_000)))
               for _ in range(60)]  # fmt: skip
    coarse = [(who, day[: random.choice((4, 7))]) for who, day in random.sample(own, 60)]
    return [*random.sample(own, number), *((who, str(day)) for who, day in any_day), *coarse]


def test_the_status_of_one_state_on_one_date(page: Surfer) -> None:
    """Of 320 pairs: the statuses it may have, whether it is a member, whether an observer."""
    asked = pairs(200)
    assert len(set(asked)) > 300
    unknown = 0
    for who, on in asked:
        told = ask(page, state=who, date=on)["data"]
        status = mg.status_on(who, on)
        assert set(status.statuses) == set(told["statuses"].split()), (who, on)
        assert str(mg.is_member(who, on)) == told["member"], (who, on)
        assert str(status.observer) == told["observer"], (who, on)
        unknown += told["member"] == "unknown"
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
    """Who has which role, certain and possible, whether the list is complete, and as of when."""
    seen = 0
    for process, on in roster_questions():
        told = ask(page, process=process, **({"date": on} if on else {}))
        roster = mg.process_participants(process, on=on or None)
        assert str(roster.as_of or "") == told["data"]["asOf"], (process, on)
        roles = {each.role for each in (*roster.certain, *roster.possible)}
        assert {role.value for role in roles} == set(told["lists"]), (process, on)
        for role in roles:
            roll, shown = roster.role(role), told["lists"][role]
            assert roll.codes == tuple(sorted(shown["certain"])), (process, on, role)
            assert roll.possible.codes == tuple(sorted(shown["possible"])), (process, on, role)
            assert str(roll.complete).lower() == shown["complete"], (process, on, role)
            seen += len(roll) + len(roll.possible)
        if on:
            outside = warned(lambda p=process, d=on: mg.process_participants(p, on=d))
            assert outside is bool(told["warned"]), (process, on)
    assert seen > 3000


ANSWERS = """
const lookup = migrationgovLookup(migrationgovFacts);
return arguments[0].map(([process, role, who, on]) => {
  const found = lookup.roster(process, on ? lookup.readDate(on) : null).roles[role];
  return found ? lookup.roleAnswer(found, role, who) : "";
});
"""


def record(who: str) -> mg.model.State | mg.model.Organization:
    """A record is never ambiguous, as an id that reads like a name may be."""
    facts = mg.dataset()
    if facts.has_state(who):
        return facts.state(who)
    return {each.id: each for each in facts.organizations}[OrganizationId(who)]


def test_answers_for_a_process_a_role_and_a_state(page: Surfer) -> None:
    """Yes, no or unknown, as `MemberList.answer`: absence from an incomplete list is not "no"."""
    random = Random(2013)
    parties = [*(state.id for state in mg.dataset().states), "iom", "unhcr", "las"]
    asked = []
    for process, on in random.sample(roster_questions(), 120):
        roster = mg.process_participants(process, on=on or None)
        for role in sorted({each.role for each in (*roster.certain, *roster.possible)}):
            named = [*roster.role(role).codes, *roster.role(role).possible.codes]
            for who in sorted({*random.sample(parties, 4), random.choice(named)}):
                expected = str(roster.role(role).answer(record(who)))
                asked.append(([process, role.value, who, on], expected))
    assert len(asked) > 500
    shown = page.run(ANSWERS, [question for question, _ in asked])
    wrong = [(*each, said) for each, said in zip(asked, shown, strict=True) if each[1] != said]
    assert [] == wrong
    assert {"yes", "no", "unknown"} == set(shown)


@pytest.mark.parametrize("who", ["KAZ", "TUR", "FRA", "unhcr", "VAT"])
@pytest.mark.parametrize("on", [None, "2013-06-05", "2015"])
def test_processes_of_a_state(page: Surfer, who: str, on: str | None) -> None:
    """The mirror image."""
    script = """
    const lookup = migrationgovLookup(migrationgovFacts);
    const when = arguments[1] ? lookup.readDate(arguments[1]) : null;
    return lookup.processesOf(arguments[0], when).map((p) => [p.process, p.role, p.certain]);
    """
    expected = [(p.process, p.role.value, p.certain) for p in mg.processes_of(who, on=on)]
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
    ask(page, process=process)
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
     {"date": "yesterday"}, {"state": "XXX"}, {"process": "no-such"}, {"state": "__proto__"},
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
