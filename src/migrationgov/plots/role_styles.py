"""How roles and statuses are drawn: fill, pattern, letter, height of a bar, shape of a marker."""

from __future__ import annotations

from attrs import evolve

from migrationgov.plots import style
from migrationgov.plots.style import MarkStyle
from migrationgov.vocabularies import Grade
from migrationgov.vocabularies import ProcessRole as Role

_MIDDLE_GREY = "#8C8C8C"

#: The style of each role. A status in an organization is drawn like the role of that name.
ROLE_STYLES: dict[str, MarkStyle] = {
    Role.MEMBER: MarkStyle("member", "M", style.BLUE, "", "#00324F", 0.72, "s"),
    Role.ASSOCIATE: MarkStyle("associate", "E", style.SKY, "oo", "#1D5B7E", 0.5, "H"),
    Role.OBSERVER: MarkStyle("observer", "O", style.ORANGE, "...", "#5C3F00", 0.42, "o"),
    Role.PARTY: MarkStyle("party", "Y", style.BLUE, "", "#00324F", 0.66, "1"),
    Role.SIGNATORY: MarkStyle("signatory", "I", style.ORANGE, "...", "#5C3F00", 0.36, "2"),
    Role.PARTNER: MarkStyle("partner", "P", style.GREEN, "---", "#00402F", 0.26, "D"),
    Role.GUEST: MarkStyle("guest", "G", style.WHITE, "++", style.DARK_GREY, 0.26, "h"),
    Role.PARTICIPANT: MarkStyle("participant", "a", style.SKY, "|||", "#1D5B7E", 0.3, "d"),
    Role.APPLICANT: MarkStyle("applicant", "A", style.YELLOW, "xx", "#6B6300", 0.2, "^"),
    Role.CHAIR: MarkStyle("chair", "C", style.RED, "\\\\", "#5A2700", 0.72, "*"),
    Role.CO_CHAIR: MarkStyle("co-chair", "K", style.RED, "xxx", "#5A2700", 0.5, "P"),
    Role.SECRETARIAT: MarkStyle("secretariat", "S", style.PURPLE, "", "#58304A", 0.42, "p"),
    Role.SUPPORT_UNIT: MarkStyle("support unit", "U", style.PURPLE, "ooo", "#58304A", 0.3, "8"),
    Role.HOST: MarkStyle("host", "H", style.BLACK, "", style.BLACK, 0.3, "v"),
    Role.ORGANIZER: MarkStyle("organizer", "R", style.BLACK, "///", style.WHITE, 0.3, "<"),
    Role.SUPPORTER: MarkStyle("supporter", "T", _MIDDLE_GREY, "", style.BLACK, 0.3, ">"),
    Role.FUNDER: MarkStyle("funder", "F", _MIDDLE_GREY, "++", style.BLACK, 0.3, "X"),
}


#: The pattern of what is not certain: dense where it is listed, sparse where it is possible.
_DOUBT = {Role.OBSERVER: "\\", Role.SIGNATORY: "\\", Role.ASSOCIATE: "*"}


def role_style(role: str, grade: str) -> MarkStyle:
    """
    Return the style of a role, by its grade.

    A certain role is filled. A listed role is half filled and hatched, with a tilde behind its
    letter. A possible role is hollow, with a question mark.
    """
    mark, doubt = ROLE_STYLES[role], _DOUBT.get(Role(role), "/")
    if grade == Grade.CERTAIN:
        return mark
    label = f"{grade} {mark.label}"
    if grade == Grade.LISTED:
        half = style.half(mark.face)
        return evolve(mark, label=label, letter=f"{mark.letter}~", face=half, hatch=4 * doubt)
    return evolve(_hollow(mark), label=label, letter=f"{mark.letter}?", hatch=doubt)


def list_style(role: str, *, certain: bool, complete: bool) -> MarkStyle:
    """
    Return the style of a name on a list.

    A name on a list that is not *complete* is hollow; a name that the list doubts is hatched.
    """
    mark = ROLE_STYLES[role]
    if not certain:
        letter, label = f"{mark.letter}?", f"{mark.label}, doubted by the list"
        return evolve(_hollow(mark), label=label, letter=letter, hatch="////")
    if not complete:
        return evolve(_hollow(mark), label=f"{mark.label}, incomplete list")
    return mark


def _hollow(mark: MarkStyle) -> MarkStyle:
    edge = style.DARK_GREY if mark.face in (style.WHITE, style.BLACK) else mark.face
    return evolve(mark, face=style.WHITE, hatch="", edge=edge)


def in_role_order(styles: dict[MarkStyle, str]) -> list[MarkStyle]:
    """Return styles, each with its role, in the order of the roles."""
    return sorted(styles, key=lambda each: list(ROLE_STYLES).index(styles[each]))
