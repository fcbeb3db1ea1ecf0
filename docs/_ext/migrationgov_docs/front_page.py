"""The parts of the front page that are drawn when the site is built, so that it needs no script.

`front_map` has the parts and classes of a map by `tiles.js`, which replaces it.
"""

from __future__ import annotations

from datetime import date
from html import escape
from pathlib import Path

import migrationgov as mg
from migrationgov.plots.labels import day_in_words
from migrationgov.plots.tile_maps import COLUMNS, ROWS, TILES
from migrationgov_docs.front_disagreements import disagreements_part
from migrationgov_docs.front_facts import GRADES, ROLES, Front, today
from migrationgov_docs.marks import LEVELS, SHAPES
from migrationgov_docs.register_sections import IOM

_TEMPLATE = Path(__file__).with_name("front_answer.html")


def write_front(facts: mg.Dataset, folder: Path) -> None:
    """Write the parts that the page includes; a part that has not changed is not written again."""
    parts = {
        "answer.html": answer_part(Front(facts, today())),
        "disagreements.html": disagreements_part(facts),
        "numbers.html": numbers_part(facts),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in parts.items():
        file = folder / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")


def answer_part(front: Front) -> str:
    """Return the number of members today, the map of today, and room for what the script adds."""
    now = front.answers[front.today]["m"]
    until = date.fromordinal(front.facts.register(IOM).covered_until.last_ordinal)
    return _TEMPLATE.read_text(encoding="utf-8").format(
        institutions=len(_institutions(front.facts)),
        treaties=len(front.facts.treaties),
        map=front_map(front),
        number=len(now.codes),
        day=day_in_words(front.today.isoformat()),
        rest=escape(possible_in_words(front)),
        until=day_in_words(str(until)),
        until_day=until,
        hidden=" hidden" if front.today <= until else "",
        licence=escape(front.facts.manifest.licence),
    )


def possible_in_words(front: Front) -> str:
    """Return how many more states may be members today, with their names."""
    possible = front.answers[front.today]["m"].possible
    names = ", ".join(front.facts.state(code).name for code in possible.codes)
    return (
        f"and possibly {len(possible)} more: {names}"
        if names
        else "and no further possible member"
    )


def front_map(front: Front) -> str:
    """Return the map of today as SVG; every tile has its name and its status as a title."""
    roles = front.roles(front.today)
    tiles = "".join(
        _tile(front.facts.state(code), roles.get(code, ""), place) for code, place in TILES.items()
    )
    label = f"Members and observers of IOM on {day_in_words(front.today.isoformat())}, as tiles"
    box = f'viewBox="0 0 {COLUMNS * 10} {ROWS * 10}"'
    return f'<svg class="mg-tiles" role="img" aria-label="{label}" {box}>{tiles}</svg>'


def _tile(state: mg.model.State, code: str, place: tuple[int, int]) -> str:
    role, grade = (ROLES[code[0]], GRADES[code[1]]) if code else ("", "none")
    shape = role or "member"
    words = f"{state.name}: {f'{role}, {grade}' if role else 'not a member'}"
    column, row = place
    return (
        f'<g class="mg-mark" data-role="{role}" data-grade="{grade}"'
        f' transform="translate({column * 10} {row * 10})"><title>{escape(words)}</title>'
        f'<path class="mg-shape" d="{SHAPES[shape]}"/><path class="mg-level" d="{LEVELS[shape]}"/>'
        f'<text x="5" y="6.3">{state.id}</text></g>'
    )


def _institutions(facts: mg.Dataset) -> set[str]:
    """Return the organizations, groups and processes of which the library knows the members."""
    return {*facts.register_ids, *facts.process_ids} - set(facts.treaty_ids)


def numbers_part(facts: mg.Dataset) -> str:
    """Return how much the dataset has, each number with what it counts."""
    transitions = sum(len(each.transitions) for each in facts.registers)
    transitions += sum(len(each.transitions) for each in facts.processes)
    lists = sum(len(each.participant_lists) for each in facts.processes)
    numbers = {
        "institutions": len(_institutions(facts)),
        "treaties": len(facts.treaties),
        "transitions: entries, exits, deposits": transitions,
        "lists of participants": lists,
        "sources": len(facts.sources),
        "disagreements between them": len(facts.disagreements),
    }
    items = "".join(f"<li><b>{number:,}</b> {name}</li>" for name, number in numbers.items())
    return f'<ul class="mg-numbers">{items}</ul>\n'
