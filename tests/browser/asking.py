"""Ask the explorer by its address, and read what it shows in the form of the library's answers."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import migrationgov as mg

if TYPE_CHECKING:
    from browser.surfing import Surfer

GRADES = ("certain", "listed", "possible")

#: Ask by the address, as a citation does, and read what the page shows then.
ASK = """
const [hash, done] = arguments;
const read = () => {
  const {parties} = migrationgovFacts;
  const isOrganization = (party) => parties[party][1] === "organization";
  const all = (selector) => [...document.querySelectorAll(`#mg-answer ${selector}`)];
  const held = all(".mg-region [data-roles]").flatMap(({dataset: {party, roles}}) =>
    roles.split(" ").map((each) => [party, isOrganization(party), ...each.split(":")]));
  const notes = all("[data-list]").map((note) => [note.dataset.list, note.dataset.complete,
    note.querySelector("strong").textContent, note.textContent]);
  const text = (id) => document.getElementById(id).textContent;
  done({held, notes, data: {...document.getElementById("mg-answer").dataset},
    summary: text("mg-summary"), heading: text("mg-heading"), error: text("mg-date-error"),
    warned: document.querySelector("#mg-warnings .mg-warning") !== null,
    warnings: text("mg-warnings"), all: text("mg-answer")});
};
addEventListener("hashchange", () => setTimeout(read), {once: true});
if (location.hash === hash) read();
else location.hash = hash;
"""


def ask(page: Surfer, **question: str) -> dict[str, Any]:
    """Ask the explorer and return what it shows."""
    told: dict[str, Any] = page.wait(ASK, "#" + urlencode(question))
    told["lists"] = _lists(told)
    return told


def _lists(told: dict[str, Any]) -> dict[str, Any]:
    """Return the lists of the page by label; each has a note on its evidence and completeness."""
    lists: dict[str, Any] = {
        label: {
            "complete": complete, "heading": heading, "evidence": text,
            **{grade: [] for grade in GRADES},
        }
        for label, complete, heading, text in told["notes"]
    }  # fmt: skip
    for party, is_organization, role, grade in told["held"]:
        label = label_of(role, "organization" if is_organization else "state")
        lists[label][grade] = sorted([*lists[label][grade], party])
    for label, found in lists.items():
        counts = ", ".join(f"{len(found[grade])} {grade}" for grade in GRADES if found[grade])
        assert found["heading"] == f"{label}: {counts or 'none on record'}", "as the words count"
    return lists


def warned(ask_python: Any) -> bool:
    """Tell whether Python warns that the date lies outside what is known."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        ask_python()
    return any(issubclass(each.category, mg.errors.CoverageWarning) for each in caught)


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
