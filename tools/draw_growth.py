"""
Draw the figure of the README: the growth of IOM, as a file that web pages of code can show.

    python tools/draw_growth.py

The file tells which data it was drawn from, so that a test sees when it has to be drawn again.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from migrationgov import plots

FILE = Path(__file__).parent.parent / "docs" / "_static" / "growth.svg"


def drawn_from() -> str:
    """Return a fingerprint of the data behind the figure."""
    rows = repr(plots.growth_table()).encode()
    return f"growth_table {sha256(rows).hexdigest()}"


def main() -> None:
    """Draw the file anew."""
    import matplotlib as mpl  # noqa: PLC0415 -- an extra

    with mpl.rc_context({"svg.hashsalt": "migrationgov", "savefig.facecolor": "white"}):
        figure: Any = plots.growth().figure
        figure.savefig(FILE, metadata={"Date": None, "Description": drawn_from()})


if __name__ == "__main__":
    main()
