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
