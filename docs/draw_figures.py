"""Draw the figures of the pages, each with the example above it.

An image whose path begins with ``_figures/`` is saved from the axes ``ax`` that the examples above
it have made, once for light pages and once for dark pages. So a page has the figures that its code
draws, and the tests run this code, too.
"""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from doctest import DocTestParser
from io import StringIO
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
                for example in DocTestParser().get_examples(part["code"]):
                    if example.exc_msg is None:  # an example of an error draws nothing
                        with redirect_stdout(StringIO()):  # the page shows what it prints
                            exec(example.source, names)  # noqa: S102 -- the examples of our own pages
            elif style in part["image"]:
                image = page.parent / part["image"]
                image.parent.mkdir(exist_ok=True)
                undated = {"Date": None} if image.suffix == ".svg" else {}
                names["ax"].figure.savefig(image, metadata=undated)
                drawn.append(image)
        plt.close("all")
    return drawn
