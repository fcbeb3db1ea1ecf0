"""The types in the signatures of the figures: the axes, and the rows of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypedDict

if TYPE_CHECKING:
    import matplotlib.axes

    Axes = matplotlib.axes.Axes
else:
    Axes = Any  # so that `typing.get_type_hints` works without matplotlib

StatusClass = Literal[
    "member", "listed member", "possible member", "associate", "listed associate",
    "possible associate", "observer", "listed observer", "possible observer", "party",
    "listed party", "possible party", "signatory", "listed signatory", "possible signatory",
    "neither", "no member", "unknown", "no state", "no record",
]  # fmt: skip


class MembersRow(TypedDict):
    """The number of members on the days of an interval."""

    kind: Literal["members"]
    first: str
    last: str
    members: int | None
    named: int | None
    least: int
    most: int | None


class PublishedRow(TypedDict):
    """A published number of members."""

    kind: Literal["published"]
    as_of: str
    first: str | None
    last: str | None
    value: int
    modifier: str
    outcome: str
    explanation: str | None


GrowthRow = MembersRow | PublishedRow


class Interval(TypedDict):
    """The days on which a party has a status or a role in an institution."""

    of: str
    label: str
    role: str
    grade: str
    may_be: list[str]
    first: str
    last: str
    lasts: bool


class TimelineRow(Interval):
    """An interval, with the lane of the figure in which it is drawn."""

    lane: str


class PartyRow(Interval):
    """An interval of a party of one institution."""

    id: str
    name: str


class RosterRow(TypedDict):
    """A name on a list of a process."""

    column: int
    as_of: str
    meeting: str
    role: str
    kind: str
    complete: bool
    id: str
    name: str
    certain: bool


class RoleInProcess(TypedDict):
    """A role, its grade, and the date of the evidence."""

    role: str
    grade: str
    evidence: str | None


class MatrixRow(TypedDict):
    """The roles of one state in one process."""

    state: str
    name: str
    process: str
    label: str
    roles: list[RoleInProcess]
    member: str


class TieRow(TypedDict):
    """The processes of which two states are members, and of how many both are for certain."""

    first: str
    second: str
    processes: list[str]
    shared: int
    certain: int


class EvidenceRow(TypedDict):
    """How many of the states that records of an institution name have a status of each grade."""

    institution: str
    label: str
    year: int
    states: int
    certain: int
    listed: int
    possible: int
    undocumented: int


#: The class of a state on a date; "class" is no name that a class body can define.
StatusRow = TypedDict(
    "StatusRow",
    {
        "id": str, "name": str, "on": str, "class": StatusClass, "statuses": list[str],
        "evidence": str | None,
    },
)  # fmt: skip


class TileRow(StatusRow):
    """The class of a state, and the position of its tile."""

    column: int
    row: float


class AreaRow(StatusRow):
    """The class of a state, and how the world map draws it."""

    drawn: Literal["area", "circle", "area and circle", ""]
