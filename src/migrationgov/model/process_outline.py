"""The outline of a process: the few values of which its timelines are made.

The first answer about a process reads its outline alone, from the row of its file; building all
its records would take three times as long.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from migrationgov.model.participant_lists import ParticipantLists
    from migrationgov.model.processes import ConsultativeProcess

    Row = dict[str, Any]
    #: The id of a party, whether it is an organization, and whether the list is certain of it.
    Entry = tuple[str, bool, bool]
    #: Date, whether it is a list of a meeting, role, kind, number counted, and the parties.
    ListOutline = tuple[str, bool, str, str, int, list[Entry]]
    #: Party, whether it is an organization, role, start and end.
    TermOutline = tuple[str, bool, str, str, str | None]
    #: Party, whether it is an organization, kind and date.
    StepOutline = tuple[str, bool, str, str]
    #: Kind, date, and the states and organizations that founded the process.
    MilestoneOutline = tuple[str, str, tuple[str, ...], tuple[str, ...]]


class ProcessOutline:
    """
    The outline of a process; dates are EDTF text.

    Attributes:
        lists: Each list of one role, in the order of the record.
        terms: The terms.
        steps: The entries and exits.
        milestones: The milestones.
        meetings: The dates of the meetings.
        rotation: How many months the chair lasts; 0 where that is not recorded.
        covered_until: The date of the latest evidence.
    """

    __slots__ = (
        "covered_until", "lists", "meetings", "milestones", "rotation", "steps", "terms",
    )  # fmt: skip

    def __init__(
        self,
        lists: Iterable[ListOutline],
        terms: Iterable[TermOutline],
        steps: Iterable[StepOutline],
        milestones: Iterable[MilestoneOutline],
        meetings: Iterable[str],
        rotation: int,
        covered_until: str,
    ) -> None:
        self.lists = list(lists)
        self.terms = list(terms)
        self.steps = list(steps)
        self.milestones = list(milestones)
        self.meetings = list(meetings)
        self.rotation = rotation
        self.covered_until = covered_until


# -- from the row of a file -----------------------------------------------------------------------


def outline_of_row(raw: Row) -> ProcessOutline:
    """Return the outline of a process from the row of its file, which is known to be right."""
    return ProcessOutline(
        lists=lists_of_rows(raw.get("participant_lists", ())),
        terms=(
            (*_party(each), each.get("role", "chair"), each["start"], each.get("end"))
            for each in raw.get("terms", ())
        ),
        steps=((*_party(each), each["kind"], each["date"]) for each in raw.get("transitions", ())),
        milestones=(
            (
                each["kind"],
                each["date"],
                tuple(each.get("states", ())),
                tuple(each.get("organizations", ())),
            )
            for each in raw["milestones"]
        ),
        meetings=(each["date"] for each in raw.get("meetings", ())),
        rotation=max((each["months"] for each in raw.get("rotations", ())), default=0),
        covered_until=raw["covered_until"],
    )


def _party(row: Row) -> tuple[str, bool]:
    state = row.get("state", "")
    return state or row["organization"], not state


def lists_of_rows(rows: Iterable[Row]) -> Iterator[ListOutline]:
    """Yield the outline of each list of one role, from the rows of a file."""
    for row in rows:
        for names in row["lists"]:
            entries = [_entry(each, "state") for each in names.get("states", ())]
            entries += [_entry(each, "organization") for each in names.get("organizations", ())]
            yield (
                row["as_of"],
                bool(row.get("meeting")),
                names["role"],
                names["kind"],
                names.get("total") or 0,
                entries,
            )


def _entry(value: str | Row, side: str) -> Entry:
    if isinstance(value, str):
        return value, side == "organization", True
    return value[side], side == "organization", value.get("certain", True)


# -- from a record --------------------------------------------------------------------------------


def lists_of(records: Iterable[ParticipantLists]) -> list[ListOutline]:
    """Return the outline of each list of one role."""
    return [
        (
            lists.as_of.text,
            bool(lists.meeting),
            names.role.value,
            names.kind.value,
            names.total or 0,
            [(each.participant, bool(each.organization), each.certain) for each in names.entries],
        )
        for lists in records
        for names in lists.lists
    ]


def outline_of(process: ConsultativeProcess) -> ProcessOutline:
    """Return the outline of the record of a process."""
    return ProcessOutline(
        lists=lists_of(process.participant_lists),
        terms=(
            (
                each.participant,
                bool(each.organization),
                each.role.value,
                each.start.text,
                each.end.text if each.end else None,
            )
            for each in process.terms
        ),
        steps=(
            (each.party, bool(each.organization), each.kind.value, each.date.text)
            for each in process.transitions
        ),
        milestones=(
            (each.kind.value, each.date.text, each.states, each.organizations)
            for each in process.milestones
        ),
        meetings=(each.date.text for each in process.meetings),
        rotation=max((each.months for each in process.rotations), default=0),
        covered_until=process.covered_until.text,
    )
