"""What the build of the documentation writes from the data: front page, explorer, data pages.

Sphinx loads this as an extension. It writes the data pages before sources are read (they are MyST
in `docs/data`, which git ignores) and the facts for scripts when the site is there.
"""

from __future__ import annotations

import pickle
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Any

import migrationgov as mg
from migrationgov_docs.downloads import write_downloads
from migrationgov_docs.explorer import script
from migrationgov_docs.front_facts import Front, front_script, today
from migrationgov_docs.front_page import write_front
from migrationgov_docs.pages import write_pages

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: The theme makes its lists of pages and sections between the two.
_BEFORE_THEME, _AFTER_THEME = 100, 900
_PAGES = ("api", "codebook")
_LISTS: dict[tuple[Any, ...], Any] = {}
_DATA = "data/"
_FRONT = "index"
_FRONT_SCRIPTS = ("front-facts.js", "tiles.js", "growth.js", "front.js", "front-doubts.js")
_EXPLORER = "explorer/index"
_SHARED = ("tiles.js", "growth.js")
_SCRIPTS = (
    "facts.js", "dates.js", "lookup.js", "words.js", "parts.js", "finder.js", "records.js",
    "views.js", "states.js", "compare.js", "tools.js", "explorer.js",
)  # fmt: skip


def setup(app: Sphinx) -> dict[str, Any]:
    """Tell Sphinx what to call when."""
    app.connect("builder-inited", _write_pages)
    app.connect("html-page-context", _add_front)
    app.connect("html-page-context", _add_explorer)
    app.connect("html-page-context", _add_data_style)
    app.connect("html-page-context", _share_list, priority=_BEFORE_THEME)
    app.connect("html-page-context", _shorten, priority=_BEFORE_THEME)
    app.connect("html-page-context", _restore, priority=_AFTER_THEME)
    app.connect("build-finished", _write_front_facts)
    app.connect("build-finished", _write_explorer)
    app.connect("build-finished", _write_downloads)
    app.connect("build-finished", _keep_search)
    return {"version": mg.__version__, "parallel_read_safe": True, "parallel_write_safe": True}


def _write_pages(app: Sphinx) -> None:
    """Write the data pages where Sphinx will find them."""
    write_pages(mg.dataset(), Path(app.srcdir) / "data")
    write_front(mg.dataset(), Path(app.srcdir) / "data" / "front")


def _add_front(app: Sphinx, page: str, *_: object) -> None:
    """Load the scripts and the style of the front page."""
    if page == _FRONT:
        for style in ("marks.css", "facts.css", "front.css"):
            app.add_css_file(style)
        for name in _FRONT_SCRIPTS:
            app.add_js_file(name, loading_method="defer")


def _add_data_style(app: Sphinx, page: str, *_: object) -> None:
    """Load the styles of the data pages, and the fields above what is long."""
    if page.startswith(_DATA):
        for style in ("marks.css", "facts.css"):
            app.add_css_file(style)
        app.add_js_file("filter.js", loading_method="defer")


def _add_explorer(app: Sphinx, page: str, *_: object) -> None:
    """Load the scripts on the page of the explorer, and on no other."""
    if page == _EXPLORER:
        for name in ("marks.css", "explorer/explorer.css"):
            app.add_css_file(name)
        for name in _SHARED:
            app.add_js_file(name, loading_method="defer")
        for name in _SCRIPTS:
            app.add_js_file(f"explorer/{name}", loading_method="defer")


def _share_list(app: Sphinx, page: str, _: str, context: dict[str, Any], *__: object) -> None:
    """Make the list at the left once for all pages of a folder that are not in it themselves."""
    folder, _name = posixpath.split(page)
    if page in app.env.metadata and "orphan" not in app.env.metadata[page]:
        return
    its = context["toctree"]

    def shared(**options: Any) -> Any:
        key = (folder, *sorted(options.items()))
        if key not in _LISTS:
            _LISTS[key] = its(**options)
        return _LISTS[key]

    context["toctree"] = shared


def _shorten(app: Sphinx, page: str, *_: object) -> None:
    """
    Take the sections of the longest other pages away while the theme makes the list at the left.

    It shows titles only, and would copy hundreds of sections for each page to drop them.
    """
    for each in app.env.found_docs:
        if each.startswith(_PAGES) and each != page:
            app.env.metadata[each]["tocdepth"] = 1


def _restore(app: Sphinx, *_: object) -> None:
    """Give these pages their sections back, for the list at the right of each."""
    for each in app.env.found_docs:
        if each.startswith(_PAGES):
            app.env.metadata[each].pop("tocdepth", None)


def _write_front_facts(app: Sphinx, failure: Exception | None) -> None:
    """Put the facts of the front page beside its scripts."""
    if failure is None and app.builder.format == "html":
        text = front_script(Front(mg.dataset(), today()))
        (Path(app.outdir) / "_static" / "front-facts.js").write_text(text, encoding="utf-8")


def _write_explorer(app: Sphinx, failure: Exception | None) -> None:
    """Put scripts, style and facts beside the pages."""
    if failure is not None or app.builder.format != "html":
        return
    folder = Path(app.outdir) / "_static" / "explorer"
    folder.mkdir(parents=True, exist_ok=True)
    for file in sorted((Path(app.srcdir) / "explorer").glob("*.*s")):
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "facts.js").write_text(script(mg.dataset()), encoding="utf-8")


def _write_downloads(app: Sphinx, failure: Exception | None) -> None:
    """Put the files for download beside the pages."""
    if failure is None and app.builder.format == "html":
        write_downloads(mg.dataset(), Path(app.outdir) / "_static" / "downloads")


def _keep_search(app: Sphinx, failure: Exception | None) -> None:
    """
    Save what the search knows of each page.

    Sphinx saves it before pages are written, so that the next build, which writes only what has
    changed, would not know the other names of all other pages.
    """
    if failure is None and app.builder.format == "html":
        with (Path(app.doctreedir) / "environment.pickle").open("wb") as file:
            pickle.dump(app.env, file, pickle.HIGHEST_PROTOCOL)
