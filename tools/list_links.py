"""List the links from the built documentation to other sites, to check them by hand.

Run it after ``make docs``: ``python tools/list_links.py [docs/_build/html]``. Tests follow links
within the site only, because they ask no other machine.
"""

from __future__ import annotations

import re
import sys
from html import unescape
from pathlib import Path

_LINK = re.compile(r'href="(https?://[^"]+)"')


def links(site: Path) -> dict[str, str]:
    """Return every address that is linked to, with the first page that does."""
    found: dict[str, str] = {}
    for page in sorted(site.rglob("*.html")):
        for address in _LINK.findall(page.read_text(encoding="utf-8")):
            found.setdefault(unescape(address), page.relative_to(site).as_posix())
    return dict(sorted(found.items()))


if __name__ == "__main__":
    for address, page in links(Path(*sys.argv[1:2] or ["docs/_build/html"])).items():
        print(address, page, sep="\t")
