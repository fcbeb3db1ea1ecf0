"""Draw the figures of the pages, each with the example above it.

An image whose path begins with ``_figures/`` is saved from the axes ``ax`` that the examples above
it have made, once for light pages and once for dark pages. So a page has the figures that its code
draws, and the tests run this code, too.
"""

from __future__ import annotations

import re
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, DocTestParser, DocTestRunner
from pathlib import Path
from typing import Any

from matplotlib import pyplot as plt

_PARTS = re.compile(
    r"^```python\n(?P<code>.*?)^```$|^```\{image\} (?P<image>_figures/\S+)",
    re.DOTALL | re.MULTILINE,
)
_GROUND = dict.fromkeys(
    ("figure.facecolor", "axes.facecolor", "savefig.facecolor", "savefig.edgecolor"), "#131416"
)
#: The styles of matplotlib; a dark figure has the ground of a dark page.
STYLES: dict[str, list[Any]] = {"light": ["default"], "dark": ["dark_background", _GROUND]}


def setup(app: Any) -> dict[str, Any]:
    """Draw the figures before any page is read."""
    app.connect("builder-inited", lambda its: draw_pages(Path(its.srcdir)))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def draw_pages(docs: Path) -> list[Path]:
    """Draw the figures of all pages in a folder; return the files."""
    return [image for page in sorted(docs.rglob("*.md")) for image in draw_page(page)]


def draw_page(page: Path) -> list[Path]:
    """Draw the figures of one page, beside it; return the files."""
    parts = list(_PARTS.finditer(page.read_text(encoding="utf-8")))
    if not any(part["image"] for part in parts):
        return []
    return [image for style in STYLES for image in _draw_parts(page, parts, style)]


def _draw_parts(page: Path, parts: list[re.Match[str]], style: str) -> list[Path]:
    drawn, names = [], dict[str, Any]()
    settings = {"savefig.dpi": 120, "svg.hashsalt": "migrationgov"}
    with plt.style.context([*STYLES[style], settings]):
        for part in parts:
            if part["code"]:
                _run(part["code"], names, page)
            elif style in part["image"]:
                image = page.parent / part["image"]
                image.parent.mkdir(exist_ok=True)
                undated = {"Date": None} if image.suffix == ".svg" else {}
                names["ax"].figure.savefig(image, metadata=undated)
                drawn.append(image)
        plt.close("all")
    return drawn


def _run(code: str, names: dict[str, Any], page: Path) -> None:
    """Run examples, which share their names; refuse what does not print what the page shows."""
    examples = DocTestParser().get_doctest(code, {}, page.name, str(page), 0)
    examples.globs = names
    wrong = list[str]()
    flags = ELLIPSIS | NORMALIZE_WHITESPACE
    if DocTestRunner(optionflags=flags).run(examples, out=wrong.append, clear_globs=False).failed:
        raise RuntimeError("".join(wrong))
