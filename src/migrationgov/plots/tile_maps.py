"""The world as tiles: one square per state, filled by how it stands towards an organization."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from migrationgov.plots.labels import name_of, on_in_words, tally
from migrationgov.plots.status_classes import (
    LOOKS,
    MAYBE_MEMBER,
    MAYBE_OBSERVER,
    MEMBER,
    OBSERVER,
    coverage_told,
    standings,
)
from migrationgov.plots.style import (
    bare,
    canvas,
    explain,
    fitted,
    heading,
    module,
    on_fill,
    patch,
    swatches,
)
from migrationgov.plots.tile_positions import COLUMNS, ROWS, TILES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from migrationgov.model.dataset import Dataset
    from migrationgov.plots.status_classes import DateLike, OrganizationLike

#: Classes of those who stand in some relation to the organization.
SHOWN = (MEMBER, MAYBE_MEMBER, OBSERVER, MAYBE_OBSERVER)
_SIDE = 0.92  # of a tile, the rest is the gap
_IN_A_ROW = 10  # tiles without a place


def tile_map_table(
    on: DateLike, organization: OrganizationLike = "IOM", *, dataset: Dataset | None = None
) -> list[dict[str, Any]]:
    """
    List the tiles of `tile_map`: every state that has a place, and former ones with a status.

    Args:
        on: As for `tile_map`.
        organization: As for `tile_map`.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        One dictionary per tile, sorted by `id`, with `name`, `on`, `class` ("member", "possible
        member", "observer", "possible observer", "neither"; "no member" where whether it was an
        observer is not known; "unknown"; "no state" where none of that name existed; "no record"
        of a territory), the `statuses` it may have, and `column` and `row` of the tile.

    Raises:
        InvalidDateError: If *on* is not a date; otherwise as for `tile_map`.

    >>> {row["id"]: row["class"] for row in tile_map_table("2002-12-02")}["KAZ"]
    'member'
    """
    rows = standings(on, organization, dataset)
    homeless = [each for each in rows if each["id"] not in TILES and each["class"] in SHOWN]
    extra = {each["id"]: _spare(place) for place, each in enumerate(homeless)}
    places = TILES | extra
    return [
        each | {"column": places[each["id"]][0], "row": places[each["id"]][1]}
        for each in rows
        if each["id"] in places
    ]


def _spare(place: int) -> tuple[int, float]:
    """Return the place of a state that has none of its own: in lines under the world's."""
    down, along = divmod(place, _IN_A_ROW)
    return along, ROWS + 0.5 + down


def tile_map(
    on: DateLike,
    organization: OrganizationLike = "IOM",
    *,
    ax: Axes | None = None,
    dataset: Dataset | None = None,
) -> Axes:
    """
    Draw the world as tiles, one per state, by how it stands towards an organization on a date.

    Each class has a fill, a pattern and a letter of its own. A state that did not exist yet is
    drawn as such, never with the status of the one before it; a former state that has a status on
    the date gets a tile of its own under the others.

    Args:
        on: A date as for `members_on`. An imprecise one asks about all its days: certain is what
            holds on every day. Outside what the register covers nothing is drawn as certain.
        organization: Name, acronym, id or record of the organization.
        ax: Where to draw; a new figure of pyplot by default.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        The axes, with one patch and one text per row of `tile_map_table`.

    Raises:
        InvalidDateError: If *on* is not a date.
        UnknownOrganizationError: If there is no such organization, or no register of it.
        MissingExtraError: If matplotlib is not there.

    Warns:
        CoverageWarning: If *on* lies outside what the register covers.

    >>> from matplotlib.figure import Figure
    >>> tile_map("2002-12-02", ax=Figure().add_subplot()).get_title(loc="left")
    'IOM on 2 December 2002: 98 members, 29 observers and 8 possible observers'
    """
    rows = tile_map_table(on, organization, dataset=dataset)
    made = canvas(ax, 13, 9.1, frame=(0.1, 0.1, 1.05, 0.4))
    for row in rows:
        _tile(made, row)
    bottom = max((row["row"] for row in rows), default=0) + 1
    made.set(xlim=(-0.2, COLUMNS + 0.2), ylim=(bottom + 0.1, -0.2), aspect="equal")
    bare(made)
    heading(made, f"{name_of(organization, dataset)}{on_in_words(on)}: {tally(rows)}")
    used = {row["class"] for row in rows}
    looks = [look for name, look in LOOKS.items() if name in used]
    former = [row["name"] for row in rows if row["row"] > ROWS]
    last = f"In the last line, without a place on the grid: {', '.join(former)}." if former else ""
    bounds = coverage_told(on, organization, dataset)
    told = [bounds, "One tile per state, about where it lies.", last]
    explain(made, swatches(made, looks), *told)
    return made


def _tile(ax: Axes, row: dict[str, Any]) -> None:
    look = fitted(ax, LOOKS[row["class"]])
    square = module("matplotlib.patches").Rectangle((row["column"], row["row"]), _SIDE, _SIDE)
    patch(ax, square, look, key=f"tile-{row['id']}")
    colour = on_fill(look.face)
    text = f"{row['id']}\n{look.letter}" if look.letter else row["id"]
    ax.text(
        row["column"] + _SIDE / 2, row["row"] + _SIDE / 2, text.replace("$", r"\$"), color=colour,
        ha="center", va="center", fontsize=7, linespacing=1.1, clip_on=True,
        bbox={"boxstyle": "round,pad=0.12", "facecolor": look.face, "edgecolor": "none"},
    )  # fmt: skip
