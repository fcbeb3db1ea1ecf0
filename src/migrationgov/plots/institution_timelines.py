"""One institution over time: its members, observers or parties, or the holders of a role in it."""

from __future__ import annotations

from collections.abc import Iterable

from migrationgov.errors import check_word
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import institution_id, party_id
from migrationgov.lookup.one_or_many import one_or_many
from migrationgov.model.dataset import Dataset
from migrationgov.plots import style
from migrationgov.plots.intervals import intervals_of
from migrationgov.plots.labels import (
    institution_label,
    party_label,
    role_word,
    short_party_label,
)
from migrationgov.plots.signatures import Axes, PartyRow
from migrationgov.plots.time_bars import LANE_HEIGHT, draw_lanes
from migrationgov.timelines.gather import timelines_of
from migrationgov.typing import InstitutionLike, PartyLike, RoleLike
from migrationgov.vocabularies import Grade, ProcessRole

_WITH = {"chair": {"chair", "co-chair"}}  # drawn together
_OF_TREATY = (ProcessRole.PARTY, ProcessRole.SIGNATORY)
_OF_OTHERS = (ProcessRole.MEMBER, ProcessRole.ASSOCIATE, ProcessRole.OBSERVER)


def institution_timeline_table(
    institution: InstitutionLike = "IOM",
    *,
    parties: PartyLike | Iterable[PartyLike] | None = None,
    role: RoleLike | None = None,
    dataset: Dataset | None = None,
) -> list[PartyRow]:
    """
    List the intervals that `institution_timeline` draws; same arguments.

    Returns:
        One dictionary per interval, party by party. The parties are in the order given, or in that
        in which their status is first known. It has the `id` and `name` of the party, and `of`,
        `label`, `role`, `grade`, `may_be`, `first`, `last` and `lasts` as in
        `state_timeline_table`.

    >>> rows = institution_timeline_table("Almaty Process", role="chair")
    >>> [(row["id"], row["grade"], row["first"]) for row in rows][:2]
    [('KAZ', 'certain', '2013-06-05'), ('KAZ', 'listed', '2016-10-02')]
    """
    facts = resolve_dataset(dataset)
    check_word("role", role, (*map(str, ProcessRole), None))
    code = institution_id(institution, facts)
    lines = timelines_of(facts, code)
    roles: set[str] = {*lines.evidence.rules.statuses, *_OF_TREATY, *_OF_OTHERS}
    if role:
        roles = _WITH.get(role, {role})
    asked = (
        [party_id(each, facts) for each in one_or_many(parties)]
        if parties is not None
        else lines.parties
    )
    found = [_rows(party, code, roles, facts) for party in dict.fromkeys(asked)]
    found = [rows for rows in found if rows]
    if parties is None:
        found.sort(key=_first_known)
    return [row for rows in found for row in rows]


def _rows(party: str, institution: str, roles: Iterable[str], facts: Dataset) -> list[PartyRow]:
    its = intervals_of(party, institution, facts)
    name = party_label(party, facts)
    return [{**row, "id": party, "name": name} for row in its if row["role"] in roles]


def _first_known(rows: list[PartyRow]) -> tuple[bool, str, str]:
    """Return what puts parties in order: the day from which the status is more than possible."""
    known = [row["first"] for row in rows if row["grade"] != Grade.POSSIBLE]
    return not known, min(known, default=rows[0]["first"]), rows[0]["name"]


def institution_timeline(
    institution: InstitutionLike = "IOM",
    *,
    parties: PartyLike | Iterable[PartyLike] | None = None,
    role: RoleLike | None = None,
    ax: Axes | None = None,
    dataset: Dataset | None = None,
) -> Axes:
    """
    Draw the members, observers or parties of an institution, one line each, through time.

    The marks are those of `state_timeline`: the shape tells the status, the filling its grade,
    and nothing is drawn where no record speaks for a status.

    Args:
        institution: Name, acronym, id or record of an organization, a treaty, a process or a
            group.
        parties: The states and organizations to draw, in order; by default all that have, or may
            have, a status, in the order in which they came.
        role: A role in a process instead of the statuses, such as "chair" (with the co-chairs) or
            "participant".
        ax: The axes to draw on; by default those of a new figure, as high as needed.
        dataset: The facts; the active dataset by default.

    Returns:
        The axes, with one bar for the rows of `institution_timeline_table` that follow one another
        with one role and grade.

    Raises:
        UnknownTermError: If there is no such role.

    >>> from matplotlib.figure import Figure
    >>> ax = institution_timeline("Almaty Process", role="chair", ax=Figure().add_subplot())
    >>> [text.get_text() for text in ax.get_yticklabels()][:3]
    ['Kazakhstan', 'Kyrgyzstan', 'Tajikistan']
    """
    facts = resolve_dataset(dataset)
    rows = institution_timeline_table(institution, parties=parties, role=role, dataset=facts)
    lanes = {row["id"]: short_party_label(row["id"], facts) for row in rows}
    made = style.canvas(ax, 11, 1.9 + 0.75 * LANE_HEIGHT * max(len(lanes), 3))
    name = institution_label(institution_id(institution, facts), facts)
    what = role_word(role) if role else " and ".join(_statuses(rows)) or "parties"
    style.add_title(made, f"{name}: {what} through time")
    draw_lanes(made, [(lanes[row["id"]], row) for row in rows], "The data have no record of any.")
    return made


def _statuses(rows: Iterable[PartyRow]) -> list[str]:
    """Return the statuses that are drawn, in the plural."""
    used = {row["role"] for row in rows}
    words = {"party": "parties", "signatory": "signatories"}
    return [words.get(role, f"{role}s") for role in (*_OF_OTHERS, *_OF_TREATY) if role in used]
