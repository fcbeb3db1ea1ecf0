"""What all figures share: their axes, that people can read them, that they can be saved."""

from __future__ import annotations

import io
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
from drawn import FIGURES, axes, patches, title, words
from migrationgov import plots
from migrationgov.plots.member_growth import POINT_STYLES
from migrationgov.plots.networks import REGION_MARKERS
from migrationgov.plots.role_styles import ROLE_STYLES, list_style, role_style
from migrationgov.plots.status_classes import STATUS_STYLES
from migrationgov.plots.style import (
    background,
    contrast,
    letter_colour,
    luminance,
    shortened,
    text_colour,
)
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
    message = r"^this needs matplotlib: pip install migrationgov\[plots\]$"
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
        "plots.evidence_by_year_table(['rcm'])\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_every_figure_has_its_table() -> None:
    """The name of the table is that of the figure with `_table`."""
    figures = [name for name in plots.__all__ if not name.endswith("_table")]
    assert sorted([*figures, *(f"{name}_table" for name in figures)]) == plots.__all__
    assert {figure.__name__ for figure, _ in FIGURES.values()} == set(figures)


# -- reading -------------------------------------------------------------------------------------


def test_no_two_classes_of_the_maps_look_alike_in_grey() -> None:
    """Each pair differs in pattern or much in lightness; each class has a letter of its own."""
    of_treaties = {
        word: each for word, each in STATUS_STYLES.items() if word.endswith(("party", "signatory"))
    }
    of_members = {word: each for word, each in STATUS_STYLES.items() if word not in of_treaties}
    pairs = (*combinations(of_treaties.values(), 2), *combinations(of_members.values(), 2))
    for one, other in pairs:
        far = contrast(one.face, other.face) >= 1.5
        assert set(one.hatch) != set(other.hatch) or far, (one.label, other.label)
    letters = [each.letter for each in STATUS_STYLES.values() if each.letter]
    assert len(set(letters)) == len(letters)


def test_no_two_roles_look_alike_in_grey() -> None:
    """Each pair differs in pattern, lightness or height, and in letter and marker."""
    for one, other in combinations(ROLE_STYLES.values(), 2):
        far = contrast(one.face, other.face) >= 1.5
        patterned = set(one.hatch) != set(other.hatch)
        assert patterned or far or one.height != other.height, (one, other)
        assert one.letter != other.letter
        assert one.marker != other.marker
    assert set(ROLE_STYLES) == set(mg.vocabularies.ProcessRole)
    assert {status.value for status in mg.vocabularies.Status} - {"none"} <= set(ROLE_STYLES)


@pytest.mark.parametrize("role", list(ROLE_STYLES))
def test_grades_differ_in_more_than_colour(role: str) -> None:
    """Pattern and letter differ, and the words; listed is darker than possible."""
    certain, listed, possible = (role_style(role, grade) for grade in mg.vocabularies.Grade)
    assert len({certain.hatch, listed.hatch, possible.hatch}) == 3
    assert [listed.letter, possible.letter] == [f"{certain.letter}~", f"{certain.letter}?"]
    assert [listed.label, possible.label] == [
        f"listed {certain.label}",
        f"possible {certain.label}",
    ]
    assert luminance(listed.face) <= luminance(possible.face) or role == "guest"


@pytest.mark.parametrize("role", list(ROLE_STYLES))
def test_names_on_lists_differ_in_more_than_colour(role: str) -> None:
    """A name on an incomplete list is hollow, a doubted name hatched and with a question mark."""
    complete = list_style(role, certain=True, complete=True)
    partial = list_style(role, certain=True, complete=False)
    doubted = list_style(role, certain=False, complete=True)
    assert complete == ROLE_STYLES[role]
    assert (partial.hatch, partial.label) == ("", f"{complete.label}, incomplete list")
    assert (doubted.hatch, doubted.letter) == ("////", f"{complete.letter}?")


def test_every_outcome_and_explanation_has_its_own_marker() -> None:
    """No two have one marker or one label."""
    assert set(POINT_STYLES) == {
        *mg.vocabularies.ReconciliationOutcome,
        *mg.vocabularies.Explanation,
    } - {mg.vocabularies.ReconciliationOutcome.EXPLAINED}
    assert len({point.marker for point in POINT_STYLES.values()}) == len(POINT_STYLES)
    assert len({point.label for point in POINT_STYLES.values()}) == len(POINT_STYLES)
    assert len({marker for marker, _ in REGION_MARKERS.values()}) == len(REGION_MARKERS)


def test_letters_can_be_read_on_every_fill() -> None:
    """The contrast is at least 4.5, as WCAG requires."""
    styles = [
        *STATUS_STYLES.values(),
        *(role_style(role, grade) for role in ROLE_STYLES for grade in mg.vocabularies.Grade),
        *(list_style(role, certain=False, complete=True) for role in ROLE_STYLES),
    ]
    for each in styles:
        assert contrast(letter_colour(each.face), each.face) >= 4.5, each.label


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


def test_hollow_cells_are_dark_on_a_dark_background() -> None:
    """Their letters are light; otherwise they would be brighter than filled cells."""
    with plt.style.context("dark_background"):
        ax = plots.process_roster("5+5", ax=axes())
    rows = plots.process_roster_table("5+5")
    hollow = [row for row in rows if row["certain"] and not row["complete"]]
    assert hollow
    row = hollow[0]
    cell = patches(ax, f"{row['id']}-{row['column']}")[f"{row['id']}-{row['column']}-0"]
    assert luminance(cell.get_facecolor()) < 0.05
    assert contrast(cell.get_edgecolor(), cell.get_facecolor()) > 1.5
    assert {text.get_color() for text in ax.texts} >= {"white"}
    with plt.style.context("dark_background"):
        timeline = plots.state_timeline("KAZ", ax=axes())
    drawn = patches(timeline)
    host = drawn["almaty-process-host-2013-06-05"]
    assert luminance(host.get_facecolor()) > 0.4
    maybe = drawn["almaty-process-member-2011-03-01"]
    assert contrast(maybe.get_edgecolor(), maybe.get_facecolor()) > 4.5


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
        if name in ("evidence", "growth", "timeline")
        else [*ax.get_xticklabels(), *ax.get_yticklabels()]
    )
    for part in (legend, ax._left_title, *names):  # type: ignore[attr-defined]  # private
        box = part.get_window_extent()
        assert box.x0 >= inside.x0 - 2, part
        assert box.y0 >= inside.y0 - 2, part
        assert box.x1 <= inside.x1 + 2, part
        assert box.y1 <= inside.y1 + 2, part
    plt.close("all")


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
    message = r"^this needs networkx: pip install migrationgov\[plots\]$"
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
    assert "possible member states, in addition" in words(draw("growth", axes()))
    assert "hollow: only possible." in words(draw("timeline", axes()))
    assert "No bar: the process did not exist." in words(draw("evidence", axes()))
    assert "an empty cell proves nothing" in words(draw("roster", axes()))
    assert "Certain and listed membership counts" in words(draw("network", axes()))
    assert "endorse no claim" in words(draw("map", axes()))


def test_the_bundled_map_is_small() -> None:
    """It has less than 60 kB when compressed."""
    import zlib

    world = Path(plots.__file__).parent / "world.json"
    assert len(zlib.compress(world.read_bytes(), 9)) < 60_000
