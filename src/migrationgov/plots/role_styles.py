"""How roles and statuses are drawn: fill, pattern, letter, height of a bar, shape of a marker."""

from __future__ import annotations

from attrs import evolve, frozen

from migrationgov.plots.style import (
    BLACK,
    BLUE,
    DARK_GREY,
    GREEN,
    ORANGE,
    PURPLE,
    RED,
    SKY,
    WHITE,
    YELLOW,
    MarkStyle,
)
from migrationgov.vocabularies import ProcessRole


@frozen
class Part:
    """How a role is drawn: as a cell or swatch, as a bar of a height, as a marker of a shape."""

    look: MarkStyle
    height: float
    marker: str


Role = ProcessRole
#: A part for each role; statuses towards an organization are drawn as the role of the same name.
PARTS: dict[str, Part] = {
    Role.MEMBER: Part(MarkStyle("member", "M", BLUE, "", "#00324F"), 0.72, "s"),
    Role.OBSERVER: Part(MarkStyle("observer", "O", ORANGE, "...", "#5C3F00"), 0.42, "o"),
    Role.PARTNER: Part(MarkStyle("partner", "P", GREEN, "---", "#00402F"), 0.26, "D"),
    Role.GUEST: Part(MarkStyle("guest", "G", WHITE, "++", DARK_GREY), 0.26, "h"),
    Role.PARTICIPANT: Part(MarkStyle("participant", "a", SKY, "|||", "#1D5B7E"), 0.3, "d"),
    Role.APPLICANT: Part(MarkStyle("applicant", "A", YELLOW, "xx", "#6B6300"), 0.2, "^"),
    Role.CHAIR: Part(MarkStyle("chair", "C", RED, "\\\\", "#5A2700"), 0.72, "*"),
    Role.CO_CHAIR: Part(MarkStyle("co-chair", "K", RED, "xxx", "#5A2700"), 0.5, "P"),
    Role.SECRETARIAT: Part(MarkStyle("secretariat", "S", PURPLE, "", "#58304A"), 0.42, "p"),
    Role.SUPPORT_UNIT: Part(MarkStyle("support unit", "U", PURPLE, "ooo", "#58304A"), 0.3, "8"),
    Role.HOST: Part(MarkStyle("host", "H", BLACK, "", BLACK), 0.3, "v"),
    Role.ORGANIZER: Part(MarkStyle("organizer", "R", BLACK, "///", WHITE), 0.3, "<"),
    Role.SUPPORTER: Part(MarkStyle("supporter", "T", "#8C8C8C", "", BLACK), 0.3, ">"),
    Role.FUNDER: Part(MarkStyle("funder", "F", "#8C8C8C", "++", BLACK), 0.3, "X"),
}


def possible(look: MarkStyle) -> MarkStyle:
    """Return the look of what is only possible: hollow, hatched, with a question mark."""
    return evolve(
        look, label=f"possible {look.label}", letter=f"{look.letter}?", face=WHITE, hatch="////",
        edge=look.face if look.face != BLACK else DARK_GREY,
    )  # fmt: skip


def part_look(role: str, *, certain: bool) -> MarkStyle:
    """Return the look of a role, certain or possible."""
    look = PARTS[role].look
    return look if certain else possible(look)
