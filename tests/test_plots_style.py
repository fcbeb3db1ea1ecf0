"""What all figures share: their axes, that people can read them, that they can be saved."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import warnings
from itertools import combinations
from pathlib import Path
from typing import Any, get_type_hints

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

import migrationgov as mg
from drawn import FIGURES, axes, corners, patches, title, words
from migrationgov import plots
from migrationgov.plots.marks import (
    COLOURS,
    NONE,
    ROLES,
    SHAPES,
    UNKNOWN,
    Mark,
    area_filling,
    filling,
    mark_of,
    no_role,
    text_on,
)
from migrationgov.plots.member_growth import POINT_STYLES
from migrationgov.plots.networks import REGION_MARKERS
from migrationgov.plots.status_classes import STATUS_MARKS
from migrationgov.plots.style import background, contrast, luminance, shortened, text_colour
from miniature import dataset, state

every_figure = pytest.mark.parametrize("name", FIGURES)


def draw(name: str, ax: Axes | None = None, **more: Any) -> Axes:
    """Draw one of the figures."""
    figure, arguments = FIGURES[name]
    made: Axes = figure(*arguments, ax=ax, **more)
    return made


# -- where ---------------------------------------------------------------------------------------


@every_figure
def test_a_figure_is_drawn_on_the_given_axes(name: str) -> None:
    """They are returned; pyplot has no new figure, and no setting changes."""
    plt.close("all")
    before = dict(mpl.rcParams)
    ax = axes()
    assert draw(name, ax) is ax
    assert plt.get_fignums() == []
    assert dict(mpl.rcParams) == before
    assert title(ax)


@every_figure
def test_without_axes_a_new_figure_of_pyplot_is_drawn(name: str) -> None:
    """Notebooks display it; the current figure does not change."""
    plt.close("all")
    first = draw(name)
    assert plt.get_fignums() == [1]
    mine = plt.figure()
    second = draw(name)
    assert plt.gcf() is mine
    assert len({first.figure, second.figure, mine}) == 3
    assert mine.axes == []
    plt.close("all")


@every_figure
def test_something_else_than_axes_is_refused(name: str) -> None:
    """A figure, for example, is no axes."""
    wrong: Any = Figure()
    with pytest.raises(
        mg.errors.WrongTypeError, match=r"^ax= takes the Axes of matplotlib, not <Figure"
    ):
        draw(name, wrong)


@every_figure
def test_without_matplotlib_the_error_says_what_to_install(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message has one line."""
    for module in [each for each in sys.modules if each.partition(".")[0] == "matplotlib"]:
        monkeypatch.setitem(sys.modules, module, None)
    message = r'^this needs matplotlib: pip install "migrationgov\[plots\]"$'
    with pytest.raises(mg.errors.MissingExtraError, match=message):
        draw(name)
    with pytest.raises(mg.errors.MissingExtraError, match=message):
        draw(name, ax=object())  # type: ignore[arg-type]  # on purpose


def test_tables_need_neither_matplotlib_nor_networkx() -> None:
    """Nor numpy; and an import of the figures loads none of them."""
    code = (
        "import sys; sys.modules.update(dict.fromkeys(['matplotlib', 'numpy', 'networkx']))\n"
        "from migrationgov import plots\n"
        "plots.growth_table(); plots.state_timeline_table('KAZ'); plots.tile_map_table('2002')\n"
        "plots.process_roster_table('rcm'); plots.participation_matrix_table(['KAZ'])\n"
        "plots.coparticipation_network_table(['KAZ', 'TUR']); plots.world_map_table('2002')\n"
        "plots.evidence_by_year_table(['rcm']); plots.institution_timeline_table('rcm')\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_every_figure_has_its_table() -> None:
    """The name of the table is that of the figure with `_table`."""
    figures = [name for name in plots.__all__ if not name.endswith("_table")]
    assert sorted([*figures, *(f"{name}_table" for name in figures)]) == plots.__all__
    assert {figure.__name__ for figure, _ in FIGURES.values()} == set(figures)


# -- reading -------------------------------------------------------------------------------------


def test_the_marks_are_those_of_the_site() -> None:
    """The colours are those of marks.css, and shapes and grades those of tiles.js."""
    static = Path(__file__).parent.parent / "docs" / "_static"
    light, _, dark = (static / "marks.css").read_text("utf-8").partition("@media not print")
    for is_dark, css in ((False, light), (True, dark.partition("@media screen")[0])):
        told = dict(re.findall(r"--mg-([a-z-]+): (#[0-9a-f]{6})", css))
        for name in ("member", "observer", "participant"):
            drawn = told[name], told[f"{name}-pale"], told[f"on-{name}"]
            assert COLOURS[is_dark][name] == drawn
        assert COLOURS[is_dark][NONE][::2] == (told["none"], told["on-none"])
        assert COLOURS[is_dark][UNKNOWN][0] == told["edge"]
    tiles = (static / "tiles.js").read_text("utf-8")
    shapes = re.search(r"SHAPES = \{ (.+?) \}", tiles)
    assert shapes
    for role, shape in re.findall(r"(\w+): (\w+)", shapes[1]):
        assert ROLES[mg.vocabularies.ProcessRole(role)][0] == shape.lower()


def alike(ax: Axes, one: Mark, other: Mark) -> bool:
    """Return whether two areas look alike in grey: pattern, outline, and how light they are."""
    first, second = area_filling(ax, one), area_filling(ax, other)
    patterns = [(set(its["hatch"] or ""), its["linestyle"]) for its in (first, second)]
    far = contrast(first["facecolor"], second["facecolor"]) >= 1.4
    return patterns[0] == patterns[1] and not far


def test_no_two_classes_of_the_maps_look_alike_in_grey() -> None:
    """As tiles each has a shape and a filling of its own, as areas a pattern or a lightness."""
    known = {word: mark for word, mark in STATUS_MARKS.items() if word != "no record"}
    assert STATUS_MARKS["no record"] == STATUS_MARKS["unknown"]  # both are a dot: no record
    of_treaties = [m for word, m in known.items() if word.endswith(("party", "signatory"))]
    of_members = [m for word, m in known.items() if m not in of_treaties]
    for marks in (of_treaties, of_members):
        assert len({(each.shape, each.grade) for each in marks}) == len(marks)
        for style in ("default", "dark_background"):
            with plt.style.context(style):
                ax = axes()
            for one, other in combinations(marks, 2):
                assert not alike(ax, one, other), (one.label, other.label)


def test_no_two_roles_look_alike_in_grey() -> None:
    """Each has a letter of its own; in one timeline the statuses differ in shape, too."""
    assert len({letter for *_, letter in ROLES.values()}) == len(ROLES)
    assert set(ROLES) == set(mg.vocabularies.ProcessRole)
    assert {status.value for status in mg.vocabularies.Status} - {"none"} <= set(ROLES)
    statuses = [ROLES[r][0] for r in ("member", "associate", "observer", "applicant")]  # type: ignore[index]  # roles are words
    assert len(set(statuses)) == 4
    assert {shape for shape, *_ in ROLES.values()} == set(SHAPES)
    outlines = [tuple(sorted(each)) for each in SHAPES.values()]
    assert len(set(outlines)) == len(SHAPES)


@pytest.mark.parametrize("role", list(ROLES))
def test_grades_differ_in_more_than_colour(role: str) -> None:
    """Full, pale with its lower part full, hollow with a broken outline; and the words differ."""
    ax = axes()
    certain, listed, possible = (mark_of(role, grade) for grade in mg.vocabularies.Grade)
    full, pale, hollow = (filling(ax, each) for each in (certain, listed, possible))
    assert contrast(full["facecolor"], pale["facecolor"]) > 3
    assert hollow["facecolor"] == "none"
    assert full["linestyle"] == pale["linestyle"] != hollow["linestyle"]
    assert [listed.letter, possible.letter] == [certain.letter, f"{certain.letter}?"]
    assert [listed.label, possible.label] == [
        f"listed {certain.label}",
        f"possible {certain.label}",
    ]


def test_the_lower_part_of_a_listed_mark_is_full() -> None:
    """It is a part of its own, within the outline, and below on every axis."""
    ax = plots.tile_map("2018", "Bali Process", ax=axes())
    (thailand,) = patches(ax, "tile-THA").values()
    left, right, high, low = corners(thailand)  # the axis of a grid points downwards
    levels: list[Any] = [each for each in ax.patches if hasattr(each, "get_x")]
    (level,) = [
        each for each in levels if (each.get_x(), each.get_y()) == pytest.approx((left, low))
    ]
    assert level.get_width() == pytest.approx(right - left)
    assert 0 < -level.get_height() < (low - high) / 2
    assert level.get_facecolor() == thailand.get_edgecolor()
    assert level.get_clip_path() is not None


def test_every_outcome_has_its_own_marker() -> None:
    """No two have one marker or one label."""
    assert set(POINT_STYLES) == {*mg.vocabularies.ReconciliationOutcome}
    assert len({marker for marker, *_ in POINT_STYLES.values()}) == len(POINT_STYLES)
    assert len({label for *_, label in POINT_STYLES.values()}) == len(POINT_STYLES)
    assert len({marker for marker, _ in REGION_MARKERS.values()}) == len(REGION_MARKERS)


@pytest.mark.parametrize("style", ["default", "dark_background"])
def test_letters_can_be_read_on_every_fill(style: str) -> None:
    """The contrast is at least 4.5, as WCAG requires."""
    with plt.style.context(style):
        ax = axes()
        marks = [mark_of(role, grade) for role in ROLES for grade in mg.vocabularies.Grade]
        for each in (*marks, *STATUS_MARKS.values()):
            face = filling(ax, each)["facecolor"]
            ground = background(ax) if face == "none" else face
            assert contrast(text_on(ax, each), ground) >= 4.5, each.label


def test_luminance_is_that_of_wcag() -> None:
    """White, black, and a colour with a published value agree."""
    assert luminance("white") == pytest.approx(1)
    assert luminance("black") == 0
    assert luminance("#ff0000") == pytest.approx(0.2126)
    assert contrast("white", "black") == pytest.approx(21)
    assert contrast("#777777", "white") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("style", ["default", "dark_background"])
@every_figure
def test_text_can_be_read_in_light_and_dark(name: str, style: str) -> None:
    """Title and legend have the text colour of the settings."""
    with plt.style.context(style):
        ax = draw(name, axes())
        wanted = mpl.rcParams["text.color"]
    legend = ax.get_legend()
    assert legend is not None
    written = [ax._left_title, legend.get_title(), *legend.get_texts()]  # type: ignore[attr-defined]  # private
    for text in written:
        assert to_rgba(text.get_color()) == to_rgba(wanted)
        assert contrast(text.get_color(), background(ax)) >= 4.5


def test_text_is_readable_on_every_background() -> None:
    """Dark axes outside their style have white text; transparent axes show the figure."""
    with plt.style.context("dark_background"):
        dark = axes()
    assert text_colour(dark) == "white"
    assert text_colour(axes()) == "black"
    light = axes()
    with mpl.rc_context({"text.color": "white"}):
        assert text_colour(light) == "black"
    dark.set_facecolor("none")
    assert background(dark) == (0, 0, 0)
    clear = axes(facecolor="none")
    clear.set_facecolor("none")
    assert background(clear) == (1, 1, 1)


def test_hollow_marks_are_dark_on_a_dark_background() -> None:
    """Their letters are light; otherwise they would be brighter than full ones."""
    with plt.style.context("dark_background"):
        ax = axes()
        full, hollow = mark_of("member", "certain"), mark_of("member", "possible")
        assert luminance(filling(ax, full)["facecolor"]) > 0.3
        assert luminance(area_filling(ax, hollow)["facecolor"]) < 0.05
        assert contrast(filling(ax, hollow)["edgecolor"], background(ax)) > 4.5
        assert text_on(ax, hollow) == "white"
        assert luminance(text_on(ax, full)) < 0.05
        assert luminance(filling(ax, no_role(NONE, "x"))["facecolor"]) < 0.05


def test_a_long_name_is_cut_and_no_name_is_a_formula() -> None:
    """Sixty letters are too many; dollar signs are escaped."""
    assert shortened("x" * 60, 20) == "x" * 19 + "\N{HORIZONTAL ELLIPSIS}"
    assert shortened("a $b$\n c") == r"a \$b\$ c"


# -- saving --------------------------------------------------------------------------------------

_STARTS = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}


@pytest.mark.parametrize("form", _STARTS)
@every_figure
def test_every_figure_can_be_saved(name: str, form: str) -> None:
    """Every format works without a warning."""
    file = io.BytesIO()
    figure: Any = draw(name, axes()).figure
    figure.savefig(file, format=form)
    assert file.getvalue().startswith(_STARTS[form])
    assert len(file.getvalue()) > 5000


@every_figure
def test_a_new_figure_has_room_for_all_of_it(name: str) -> None:
    """Title, legend and labels are inside the figure."""
    ax = draw(name)
    ax.figure.canvas.draw()
    inside = ax.figure.bbox
    legend = ax.get_legend()
    assert legend is not None
    names = (
        []
        if name in ("evidence", "growth", "institution", "timeline")
        else [*ax.get_xticklabels(), *ax.get_yticklabels()]
    )
    for part in (legend, ax._left_title, *names):  # type: ignore[attr-defined]  # private
        box = part.get_window_extent()
        assert box.x0 >= inside.x0 - 2, part
        assert box.y0 >= inside.y0 - 2, part
        assert box.x1 <= inside.x1 + 2, part
        assert box.y1 <= inside.y1 + 2, part
    plt.close("all")


@every_figure
@pytest.mark.parametrize("where", ["alone", "beside others"])
def test_axes_that_are_given_have_room_for_all_of_it(name: str, where: str) -> None:
    """Title, labels and legend are in the place of the axes, so that `savefig` keeps them."""
    figure: Any = Figure(figsize=(16, 14) if where != "alone" else (8, 8))
    ax = figure.subplots(2, 2)[0, 1] if where != "alone" else figure.add_subplot()
    draw(name, ax)
    figure.savefig(io.BytesIO(), dpi=130)  # in another resolution, too
    width, height = figure.bbox.size
    left, bottom = (0, 0) if where == "alone" else (0.46 * width, 0.46 * height)
    around = ax.get_tightbbox()
    assert around.x0 >= left
    assert around.y0 >= bottom
    assert around.x1 <= width
    assert around.y1 <= height
    assert ax.get_legend().get_window_extent().height > 10


def test_the_place_of_axes_is_their_part_of_the_figure() -> None:
    """Of a grid its cell; of free axes, and of hidden ones, nothing moves without need."""
    figure = Figure(figsize=(20, 20))
    grid = figure.add_gridspec(2, 3)
    first, last, free = (
        figure.add_subplot(grid[0, 0]),
        figure.add_subplot(grid[1, 1:]),
        figure.add_axes((0.4, 0.6, 0.2, 0.2)),
    )
    for ax in (first, last, free):
        plots.growth(ax=ax)
    figure.canvas.draw()
    boxes = [
        each.get_tightbbox().transformed(figure.transFigure.inverted())  # type: ignore[union-attr]  # the axes are visible
        for each in (first, last)
    ]
    assert boxes[0].x1 < 0.4
    assert boxes[0].y0 > 0.45
    assert boxes[1].x0 > 0.3
    assert boxes[1].y1 < 0.55
    assert free.get_position().bounds == pytest.approx((0.4, 0.6, 0.2, 0.2))
    hidden = axes()
    hidden.set_visible(False)
    before = hidden.get_position().bounds
    plots.growth(ax=hidden)
    assert hidden.get_position().bounds == before


@every_figure
def test_a_figure_with_a_layout_of_its_own_keeps_it(name: str) -> None:
    """Constrained layout makes the room itself."""
    ax = draw(name, axes(10, 10, layout="constrained"))
    figure: Any = ax.figure
    figure.savefig(io.BytesIO())
    assert ax.get_in_layout()
    legend = ax.get_legend()
    assert legend is not None
    assert legend.get_window_extent().y0 >= 0


def test_letters_that_the_font_lacks_are_no_error() -> None:
    """A name in Chinese is drawn as boxes by a font that has none; matplotlib says which."""
    facts = dataset(states=(state("AAA", name="国家"), state("BBB", name="دولة")))
    ax = plots.process_roster("a-process", ax=axes(), dataset=facts)
    assert {"国家", "دولة"} == {text.get_text() for text in ax.get_yticklabels()}
    figure: Any = ax.figure
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        figure.savefig(io.BytesIO(), format="png")
    assert all("Glyph" in str(each.message) for each in caught)


def test_without_networkx_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the network needs it."""
    monkeypatch.setitem(sys.modules, "networkx", None)
    message = r'^this needs networkx: pip install "migrationgov\[plots\]"$'
    with pytest.raises(mg.errors.MissingExtraError, match=message):
        draw("network", axes())
    assert title(draw("matrix", axes()))


def test_type_hints_can_be_read() -> None:
    """`typing.get_type_hints` works for every function, without matplotlib."""
    for name in plots.__all__:
        hints = get_type_hints(getattr(plots, name))
        assert "return" in hints, name


def test_ids_in_an_svg_are_words() -> None:
    """They have no blanks, and each is used once."""
    drawn = patches(plots.world_map("2002-12-02", ax=axes()))
    assert "area-N--Cyprus" in drawn
    assert all(key.replace("-", "").isalnum() for key in drawn)


def test_a_sentence_explains_how_doubt_is_drawn() -> None:
    """It is below each figure."""
    assert "possible member states" in words(draw("growth", axes()))
    assert "Hollow: only possible." in words(draw("timeline", axes()))
    assert "An arrow: the evidence ends" in words(draw("institution", axes()))
    assert "No cell: it did not exist." in words(draw("evidence", axes()))
    assert "an empty cell proves nothing" in words(draw("roster", axes()))
    assert "Certain and listed membership counts" in words(draw("network", axes()))
    assert "endorse no claim" in words(draw("map", axes()))


def test_the_bundled_map_is_small() -> None:
    """It has less than 60 kB when compressed."""
    import zlib

    world = Path(plots.__file__).parent / "world.json"
    assert len(zlib.compress(world.read_bytes(), 9)) < 60_000
