"""What all figures share: where they are drawn, that they can be read, that they can be saved."""

from __future__ import annotations

import io
import subprocess
import sys
import warnings
from itertools import combinations
from pathlib import Path
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

import migrationgov as mg
from drawn import FIGURES, axes, patches, title, words
from migrationgov import plots
from migrationgov.plots.member_growth import MARKS
from migrationgov.plots.networks import REGIONS
from migrationgov.plots.role_styles import PARTS, part_look
from migrationgov.plots.status_classes import LOOKS
from migrationgov.plots.style import contrast, ink, label, luminance, on_fill, paper
from miniature import dataset, state

every_figure = pytest.mark.parametrize("name", FIGURES)


def draw(name: str, ax: Axes | None = None, **more: Any) -> Axes:
    """Draw one of the figures."""
    figure, arguments = FIGURES[name]
    made: Axes = figure(*arguments, ax=ax, **more)
    return made


# -- where ---------------------------------------------------------------------------------------


@every_figure
def test_the_axes_given_are_drawn_on_and_returned(name: str) -> None:
    """And pyplot hears nothing of it, nor does a setting change."""
    plt.close("all")
    before = dict(mpl.rcParams)
    ax = axes()
    assert draw(name, ax) is ax
    assert plt.get_fignums() == []
    assert dict(mpl.rcParams) == before
    assert title(ax)


@every_figure
def test_without_axes_a_new_figure_of_pyplot_is_drawn(name: str) -> None:
    """Notebooks show it; the figure that was current stays the current one."""
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
def test_what_is_no_axes_is_refused(name: str) -> None:
    """A figure, say."""
    wrong: Any = Figure()
    with pytest.raises(
        mg.errors.WrongTypeError, match=r"^ax= takes the Axes of matplotlib, not <Figure"
    ):
        draw(name, wrong)


@every_figure
def test_without_matplotlib_the_error_says_what_to_install(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one line."""
    for module in [each for each in sys.modules if each.partition(".")[0] == "matplotlib"]:
        monkeypatch.setitem(sys.modules, module, None)
    said = r"^this needs matplotlib: pip install migrationgov\[plots\]$"
    with pytest.raises(mg.errors.MissingExtraError, match=said):
        draw(name)
    with pytest.raises(mg.errors.MissingExtraError, match=said):
        draw(name, ax=object())  # type: ignore[arg-type]


def test_tables_need_no_matplotlib() -> None:
    """Nor numpy; and importing the figures loads neither."""
    code = (
        "import sys; sys.modules['matplotlib'] = sys.modules['numpy'] = None\n"
        "from migrationgov import plots\n"
        "plots.growth_table(); plots.state_timeline_table('KAZ'); plots.tile_map_table('2002')\n"
        "plots.process_roster_table('rcm'); plots.participation_matrix_table(['KAZ'])\n"
        "plots.coparticipation_network_table(['KAZ', 'TUR']); plots.world_map_table('2002')\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 -- our own


def test_every_figure_has_its_table() -> None:
    """By name."""
    figures = [name for name in plots.__all__ if not name.endswith("_table")]
    assert sorted([*figures, *(f"{name}_table" for name in figures)]) == plots.__all__
    assert {figure.__name__ for figure, _ in FIGURES.values()} == set(figures)


# -- reading -------------------------------------------------------------------------------------


def test_no_two_classes_of_the_maps_look_alike_in_grey() -> None:
    """Each pair differs in pattern, or in lightness by far; a possible one is told by a letter."""
    for one, other in combinations(LOOKS.values(), 2):
        far = contrast(one.face, other.face) >= 1.5
        assert set(one.hatch) != set(other.hatch) or far, (one.label, other.label)
    letters = [look.letter for look in LOOKS.values() if look.letter]
    assert len(set(letters)) == len(letters)


def test_no_two_roles_look_alike_in_grey() -> None:
    """The same, and each has a letter, a height or a marker of its own."""
    for one, other in combinations(PARTS.values(), 2):
        far = contrast(one.look.face, other.look.face) >= 1.5
        patterned = set(one.look.hatch) != set(other.look.hatch)
        assert patterned or far or one.height != other.height, (one.look, other.look)
        assert one.look.letter != other.look.letter
        assert one.marker != other.marker
    assert set(PARTS) == set(mg.vocabularies.ProcessRole)
    assert {status.value for status in mg.vocabularies.Status} - {"none"} <= set(PARTS)


@pytest.mark.parametrize("role", list(PARTS))
def test_what_is_possible_is_told_from_what_is_certain(role: str) -> None:
    """By pattern and letter, not by colour."""
    certain, possible = part_look(role, certain=True), part_look(role, certain=False)
    assert certain.hatch != possible.hatch
    assert f"{certain.letter}?" == possible.letter
    assert f"possible {certain.label}" == possible.label


def test_every_outcome_and_explanation_has_a_mark_of_its_own() -> None:
    """By shape."""
    assert set(MARKS) == {*mg.vocabularies.ReconciliationOutcome, *mg.vocabularies.Explanation} - {
        mg.vocabularies.ReconciliationOutcome.EXPLAINED
    }
    assert len({mark.shape for mark in MARKS.values()}) == len(MARKS)
    assert len({mark.words for mark in MARKS.values()}) == len(MARKS)
    assert len({shape for shape, _ in REGIONS.values()}) == len(REGIONS)


def test_letters_can_be_read_on_every_fill() -> None:
    """A contrast of 4.5, as WCAG asks for."""
    looks = [*LOOKS.values(), *(part_look(r, certain=c) for r in PARTS for c in (True, False))]
    for look in looks:
        assert contrast(on_fill(look.face), look.face) >= 4.5, look.label


def test_luminance_is_that_of_wcag() -> None:
    """White, black, and a colour whose value is in the books."""
    assert luminance("white") == pytest.approx(1)
    assert luminance("black") == 0
    assert luminance("#ff0000") == pytest.approx(0.2126)
    assert contrast("white", "black") == pytest.approx(21)
    assert contrast("#777777", "white") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("style", ["default", "dark_background"])
@every_figure
def test_text_can_be_read_in_light_and_dark(name: str, style: str) -> None:
    """Title, key and names of lines in the caller's text colour."""
    with plt.style.context(style):
        ax = draw(name, axes())
        wanted = mpl.rcParams["text.color"]
    legend = ax.get_legend()
    assert legend is not None
    written = [ax._left_title, legend.get_title(), *legend.get_texts()]  # type: ignore[attr-defined]
    for text in written:
        assert to_rgba(text.get_color()) == to_rgba(wanted)
        assert contrast(text.get_color(), paper(ax)) >= 4.5


def test_ink_is_readable_whatever_lies_behind() -> None:
    """Axes of a dark figure drawn on outside its style; and clear axes show the figure."""
    with plt.style.context("dark_background"):
        dark = axes()
    assert ink(dark) == "white"
    assert ink(axes()) == "black"
    light = axes()
    with mpl.rc_context({"text.color": "white"}):
        assert ink(light) == "black"
    dark.set_facecolor("none")
    assert paper(dark) == (0, 0, 0)
    clear = axes(facecolor="none")
    clear.set_facecolor("none")
    assert paper(clear) == (1, 1, 1)


def test_what_is_hollow_is_dark_on_dark_ground() -> None:
    """Else it would shine more than what is filled; its letter is light then."""
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
    maybe = drawn["almaty-process-member-2010-01-01"]
    assert contrast(maybe.get_edgecolor(), maybe.get_facecolor()) > 4.5


def test_a_long_name_is_cut_and_no_name_is_a_formula() -> None:
    """Sixty letters; dollar signs."""
    assert label("x" * 60, 20) == "x" * 19 + "\N{HORIZONTAL ELLIPSIS}"
    assert label("a $b$\n c") == r"a \$b\$ c"


# -- saving --------------------------------------------------------------------------------------

_STARTS = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}


@pytest.mark.parametrize("form", _STARTS)
@every_figure
def test_every_figure_can_be_saved(name: str, form: str) -> None:
    """In every format, without a warning."""
    file = io.BytesIO()
    figure: Any = draw(name, axes()).figure
    figure.savefig(file, format=form)
    assert file.getvalue().startswith(_STARTS[form])
    assert len(file.getvalue()) > 5000


@every_figure
def test_a_new_figure_has_room_for_all_of_it(name: str) -> None:
    """Title, key and labels lie inside."""
    ax = draw(name)
    ax.figure.canvas.draw()
    inside = ax.figure.bbox
    legend = ax.get_legend()
    assert legend is not None
    names = (
        [] if name in ("growth", "timeline") else [*ax.get_xticklabels(), *ax.get_yticklabels()]
    )
    for part in (legend, ax._left_title, *names):  # type: ignore[attr-defined]
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
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        figure.savefig(io.BytesIO(), format="png")
    assert all("Glyph" in str(each.message) for each in said)


def test_ids_in_an_svg_are_words() -> None:
    """Without blanks, each once."""
    drawn = patches(plots.world_map("2002-12-02", ax=axes()))
    assert "area-N--Cyprus" in drawn
    assert all(key.replace("-", "").isalnum() for key in drawn)


def test_what_doubt_looks_like_is_said() -> None:
    """In words, under the figure."""
    assert "possible members on top" in words(draw("growth", axes()))
    assert "Hatched: possible only." in words(draw("timeline", axes()))
    assert "an empty cell proves nothing" in words(draw("roster", axes()))
    assert "Only certain membership counts" in words(draw("network", axes()))
    assert "endorse no claim" in words(draw("map", axes()))


def test_the_bundled_map_is_small() -> None:
    """Less than 60 kB packed."""
    import zlib

    world = Path(plots.__file__).parent / "world.json"
    assert len(zlib.compress(world.read_bytes(), 9)) < 60_000
