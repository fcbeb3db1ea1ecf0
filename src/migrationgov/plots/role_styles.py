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
from migrationgov.vocabularies import ProcessRole as Role

_MIDDLE_GREY = "#8C8C8C"


@frozen
class RoleStyle:
    """How a role is drawn: as a cell or swatch, as a bar of a height, as a marker of a shape."""

    mark: MarkStyle
    height: float
    marker: str


#: The style of each role. A status in an organization is drawn like the role of that name.
ROLE_STYLES: dict[str, RoleStyle] = {
    Role.MEMBER: RoleStyle(MarkStyle("member", "M", BLUE, "", "#00324F"), 0.72, "s"),
    Role.OBSERVER: RoleStyle(MarkStyle("observer", "O", ORANGE, "...", "#5C3F00"), 0.42, "o"),
    Role.PARTNER: RoleStyle(MarkStyle("partner", "P", GREEN, "---", "#00402F"), 0.26, "D"),
    Role.GUEST: RoleStyle(MarkStyle("guest", "G", WHITE, "++", DARK_GREY), 0.26, "h"),
    Role.PARTICIPANT: RoleStyle(MarkStyle("participant", "a", SKY, "|||", "#1D5B7E"), 0.3, "d"),
    Role.APPLICANT: RoleStyle(MarkStyle("applicant", "A", YELLOW, "xx", "#6B6300"), 0.2, "^"),
    Role.CHAIR: RoleStyle(MarkStyle("chair", "C", RED, "\\\\", "#5A2700"), 0.72, "*"),
    Role.CO_CHAIR: RoleStyle(MarkStyle("co-chair", "K", RED, "xxx", "#5A2700"), 0.5, "P"),
    Role.SECRETARIAT: RoleStyle(MarkStyle("secretariat", "S", PURPLE, "", "#58304A"), 0.42, "p"),
    Role.SUPPORT_UNIT: RoleStyle(
        MarkStyle("support unit", "U", PURPLE, "ooo", "#58304A"), 0.3, "8"
    ),
    Role.HOST: RoleStyle(MarkStyle("host", "H", BLACK, "", BLACK), 0.3, "v"),
    Role.ORGANIZER: RoleStyle(MarkStyle("organizer", "R", BLACK, "///", WHITE), 0.3, "<"),
    Role.SUPPORTER: RoleStyle(MarkStyle("supporter", "T", _MIDDLE_GREY, "", BLACK), 0.3, ">"),
    Role.FUNDER: RoleStyle(MarkStyle("funder", "F", _MIDDLE_GREY, "++", BLACK), 0.3, "X"),
}


def role_style(role: str, *, certain: bool, complete: bool = True) -> MarkStyle:
    """
    Return the style of a role.

    A role that is only possible is hollow and hatched, with a question mark; a role on a list that
    is not *complete* is hollow.
    """
    mark = ROLE_STYLES[role].mark
    if certain and complete:
        return mark
    if certain:
        edge = DARK_GREY if mark.face in (WHITE, BLACK) else mark.face
        label = f"{mark.label}, incomplete list"
        return evolve(mark, face=WHITE, hatch="", edge=edge, label=label)
    edge = DARK_GREY if mark.face == BLACK else mark.face
    label, letter = f"possible {mark.label}", f"{mark.letter}?"
    return MarkStyle(label, letter, WHITE, "////", edge)


def in_role_order(styles: dict[MarkStyle, str]) -> list[MarkStyle]:
    """Return styles, each with its role, in the order of the roles."""
    order = list(ROLE_STYLES)
    return sorted(styles, key=lambda each: order.index(styles[each]))
