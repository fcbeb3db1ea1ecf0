"""The figures of the documentation: each is drawn by the code above it, and told in words."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from draw_figures import STYLES, draw_page, draw_pages
from migrationgov import plots

DOCS = Path(__file__).parent.parent / "docs"

#: The pages that somebody wrote; those in `docs/data` are made when the documentation is built.
WRITTEN = sorted(page for page in DOCS.rglob("*.md") if DOCS / "data" not in page.parents)
GALLERY = (DOCS / "figures.md").read_text(encoding="utf-8")


def test_every_figure_is_in_the_gallery_and_in_the_api() -> None:
    """With its code."""
    api = (DOCS / "api.md").read_text(encoding="utf-8")
    for name in plots.__all__:
        assert f".. autofunction:: migrationgov.plots.{name}\n" in api
        assert name.endswith("_table") or f">>> ax = plots.{name}(" in GALLERY


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.relative_to(DOCS)))
def test_every_image_has_words_and_both_styles(page: Path) -> None:
    """For those who do not see it, and for light and dark pages."""
    images = re.findall(r"\{image\} (\S+)\n((?::.*\n)*)", page.read_text(encoding="utf-8"))
    for path, options in images:
        alt = re.search(r":alt: (.+)", options)
        assert alt, path
        assert len(alt[1]) > 25, path
    drawn = sorted(path for path, _ in images if path.startswith("_figures/"))
    names = {re.sub(r"-(light|dark)\.", ".", path) for path in drawn}
    assert drawn == sorted(
        f"{name.rpartition('.')[0]}-{style}.{name.rpartition('.')[2]}"
        for name in names
        for style in STYLES
    )
    for path, options in images:
        if path in drawn:
            assert f":class: only-{'dark' if '-dark.' in path else 'light'}" in options
    told: dict[str, set[str]] = {}  # only one of the two is there for whoever hears the words
    for path, options in images:
        told.setdefault(re.sub(r"-(light|dark)\.", ".", path), set()).add(options.splitlines()[0])
    assert all(len(words) == 1 for words in told.values())


def test_figures_are_drawn_by_the_code_above_them(tmp_path: Path) -> None:
    """Both styles, the same bytes each time; pages without figures are left alone."""
    parts = GALLERY.split("\n## ")
    text = "\n## ".join(each for each in parts if each.startswith(("How IOM", "One ")))
    (tmp_path / "figures.md").write_text(text, encoding="utf-8")
    shutil.copy(DOCS / "exports.md", tmp_path)
    drawn = draw_pages(tmp_path)
    drawings = "growth", "timeline", "institution", "chairs"
    light = [f"{name}-light.svg" for name in drawings]
    names = [*light, *(name.replace("light", "dark") for name in light)]
    assert names == [file.name for file in drawn]
    once = [file.read_bytes() for file in drawn]
    assert len(set(once)) == 2 * len(light)
    css = (DOCS / "_static" / "marks.css").read_text(encoding="utf-8")
    (page,) = {*re.findall(r"--mg-paper: (#131416)", css)}  # the ground of a dark page
    dark = [page.encode() in file for file in once]
    assert dark == [False] * len(light) + [True] * len(light)
    assert once == [file.read_bytes() for file in draw_page(tmp_path / "figures.md")]


def test_an_example_that_prints_something_else_draws_nothing(tmp_path: Path) -> None:
    """The page shows what is not so; the error names page, line and both outputs."""
    page = tmp_path / "wrong.md"
    page.write_text("```python\n>>> 1 + 1\n3\n```\n```{image} _figures/wrong-light.svg\n", "utf-8")
    with pytest.raises(RuntimeError, match=r"wrong.md.*\n.*\n.*1 \+ 1\nExpected:\n +3\nGot:\n +2"):
        draw_page(page)
    assert [page] == list(tmp_path.iterdir())
