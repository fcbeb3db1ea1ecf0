"""The world as tiles: one square per state, filled by its status in an institution."""

from __future__ import annotations

from migrationgov.model.dataset import Dataset
from migrationgov.plots import style
from migrationgov.plots.marks import draw_mark, middle_of_text, text_on
from migrationgov.plots.signatures import Axes, TileRow
from migrationgov.plots.status_classes import STATUS_MARKS, WITH_STATUS, add_map_text, status_rows
from migrationgov.typing import DateLike, InstitutionLike

_SIDE = 0.92  # of a tile; the rest is the gap
_LETTERS = 0.25  # the size of letters, as a part of a tile
_IN_A_ROW = 10  # tiles of states without a place on the grid
# Neighbours stay neighbours where they can; every column is as wide as a code.
_PICTURE = """
 .   .   .   .   .   .   .   .   .   .   .  ISL  .   .   .  NOR SWE FIN
 .  CAN  .   .   .   .   .   .   .   .   .  IRL GBR  .  DNK  .   .  EST  .  RUS
 .  USA  .   .   .   .   .   .   .   .   .   .   .  NLD DEU POL LTU LVA BLR
 .  MEX  .  BHS  .   .   .   .   .   .   .   .  BEL LUX LIE CZE SVK UKR  .   .   .  KAZ  .   .  MNG
GTM BLZ  .  CUB HTI DOM KNA ATG  .   .   .   .  FRA CHE AUT HUN ROU MDA  .  GEO  .  UZB KGZ  .  CHN PRK
SLV HND  .  JAM  .   .  DMA LCA  .   .   .  AND MCO ITA SVN HRV SRB BGR  .  ARM AZE TKM TJK  .   .  KOR JPN
 .  NIC CRI  .   .  GRD VCT BRB  .   .  PRT ESP SMR VAT BIH MNE XKX MKD TUR SYR IRQ IRN AFG  .  BTN TWN
 .   .  PAN  .   .   .  TTO  .   .   .   .   .   .  MLT  .  ALB GRC CYP LBN JOR KWT  .  PAK NPL BGD MMR LAO
 .   .  COL VEN GUY SUR  .   .   .   .   .  MAR DZA TUN LBY EGY  .  ISR PSE SAU BHR QAT  .  IND  .  THA VNM
 .   .  ECU  .  BRA  .   .   .   .   .  ESH MRT MLI NER TCD SDN ERI  .   .  YEM OMN ARE MDV LKA  .  KHM  .  PHL
 .   .  PER BOL PRY  .   .   .  CPV  .  SEN GMB GIN BFA NGA CAF SSD ETH DJI  .   .   .   .   .   .  MYS BRN  .  PLW FSM MHL
 .   .  CHL ARG URY  .   .   .   .   .  GNB SLE CIV TGO BEN CMR UGA KEN SOM  .   .   .   .   .   .  SGP IDN TLS PNG NRU KIR
 .   .   .   .   .   .   .   .   .   .   .  LBR GHA  .  GNQ COG RWA TZA  .  SYC  .   .   .   .   .   .   .   .  SLB TUV WSM COK
 .   .   .   .   .   .   .   .   .   .   .   .   .  STP GAB COD BDI MWI COM  .   .   .   .   .   .   .  AUS  .  VUT FJI TON NIU
 .   .   .   .   .   .   .   .   .   .   .   .   .   .   .  AGO ZMB MOZ  .  MDG MUS  .   .   .   .   .   .   .  NZL
 .   .   .   .   .   .   .   .   .   .   .   .   .   .   .  NAM BWA ZWE
 .   .   .   .   .   .   .   .   .   .   .   .   .   .   .  ZAF LSO SWZ
"""  # noqa: E501 -- a picture, as wide as the world
#: Column and row (from the top) of each state's tile, roughly at its place.
TILES = {
    code: (column, row)
    for row, line in enumerate(_PICTURE.strip("\n").splitlines())
    for column, code in enumerate(line.split())
    if code != "."
}
ROWS = max(row for _, row in TILES.values()) + 1
COLUMNS = max(column for column, _ in TILES.values()) + 1


def tile_map_table(
    on: DateLike, institution: InstitutionLike = "IOM", *, dataset: Dataset | None = None
) -> list[TileRow]:
    """
    List the tiles of `tile_map`: states with a place on the grid, former states with a status.

    Returns:
        One dictionary per tile, sorted by `id`, with `name`, `on`, `class` ("member", "listed
        member", "possible member", "observer", "listed observer", "possible observer", "neither";
        "no member" if it is not known whether it was an observer; "unknown"; "no state" if it did
        not exist; "no record" of a territory), the possible `statuses`, the day from which the
        `evidence` of a listed status speaks, and `column` and `row` of the tile. Same arguments as
        `tile_map`.

    >>> {row["id"]: row["class"] for row in tile_map_table("2002-12-02")}["KAZ"]
    'member'
    """
    rows = status_rows(on, institution, dataset)
    others = [row["id"] for row in rows if row["id"] not in TILES and row["class"] in WITH_STATUS]
    places: dict[str, tuple[int, float]] = {**TILES}
    for number, code in enumerate(others):  # in rows below the grid
        places[code] = number % _IN_A_ROW, ROWS + 0.5 + number // _IN_A_ROW
    drawn = [(row, *places[row["id"]]) for row in rows if row["id"] in places]
    return [{**row, "column": column, "row": line} for row, column, line in drawn]


def tile_map(
    on: DateLike,
    institution: InstitutionLike = "IOM",
    *,
    ax: Axes | None = None,
    dataset: Dataset | None = None,
) -> Axes:
    """
    Draw the world as tiles, one per state, by its status in an institution on a date.

    Members are squares and observers circles; the filling tells the grade of the status. A tile
    with a dot is one about which no record says anything. A state that did not exist yet is never
    drawn with the status of its predecessor; a former state that has a status on the date has a
    tile below the others.

    Args:
        on: A date as for `members_on`. An imprecise date asks about all its days: certain is what
            is so on every day. After the last day that the evidence covers, the figure assumes
            that nothing has changed.
        institution: Name, acronym, id or record of an organization with a register, of a
            treaty, or of a process.
        ax: The axes to draw on; by default those of a new figure.
        dataset: The facts; the active dataset by default.

    Returns:
        The axes, with one mark and one text per row of `tile_map_table`.

    >>> from matplotlib.figure import Figure
    >>> tile_map("2002-12-02", ax=Figure().add_subplot()).get_title(loc="left")
    'IOM on 2 December 2002: 98 members, 29 observers and 8 possible observers'
    """
    rows = tile_map_table(on, institution, dataset=dataset)
    bottom = max((row["row"] for row in rows), default=0) + 1
    made = style.canvas(ax, 13, 1.2 + 0.385 * bottom)
    made.set(xlim=(-0.2, COLUMNS + 0.2), ylim=(bottom + 0.1, -0.2), aspect="equal", anchor="NW")
    former = ", ".join(row["name"] for row in rows if row["row"] > ROWS)
    last = f"Below the others, without a place on the grid: {former}." if former else ""
    about = "One tile per state, roughly at its place."
    add_map_text(made, rows, on, institution, dataset, about, last)
    tile = made.bbox.height / made.figure.dpi * 72 / (bottom + 0.3)  # points
    for row in rows:
        _draw_tile(made, row, _LETTERS * tile)
    return made


def _draw_tile(ax: Axes, row: TileRow, size: float) -> None:
    mark = STATUS_MARKS[row["class"]]
    left, bottom = row["column"] + (1 - _SIDE) / 2, row["row"] + (1 + _SIDE) / 2
    draw_mark(ax, ax, mark, (left, bottom, _SIDE, -_SIDE), key=f"tile-{row['id']}")
    ax.text(
        row["column"] + 0.5, bottom - _SIDE * middle_of_text(mark),
        row["id"].replace("$", r"\$"), ha="center", va="center_baseline", clip_on=True,
        fontsize=size, fontweight="bold" if row["class"] in WITH_STATUS else "normal",
        color=text_on(ax, mark),
    )  # fmt: skip
