"""How large the documentation is, and how fast the explorer answers in Chromium.

``make bench-site`` runs it: it needs the documentation, selenium, and ``tests`` on the path.
A time is from the start of the navigation to the first answer, with an empty cache.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from pathlib import Path
from statistics import median

from browser.surfing import Surfer

ROOT = Path(__file__).parent.parent
SITE = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs" / "_build" / "html"
ROUNDS = 9
QUESTIONS = {
    "all members": "",
    "a year": "#date=1965",
    "a state": "#state=KAZ",
    "a process": "#institution=almaty-process",
}

#: The time at which the page shows the answer, in milliseconds from the start of the navigation.
ANSWERED = "return performance.getEntriesByName('migrationgov-answer')[0].startTime"


def sizes() -> None:
    """Print the number and size of the pages, and the size of the explorer."""
    pages = list(SITE.rglob("*.html"))
    print(
        f"pages: {len(pages)}, {sum(page.stat().st_size for page in pages) / 1e6:.1f} MB of HTML"
    )
    files = sorted((SITE / "_static" / "explorer").iterdir())
    files.append(SITE / "explorer" / "index.html")
    total = sum(file.stat().st_size for file in files)
    packed = sum(len(gzip.compress(file.read_bytes())) for file in files)
    print(f"explorer: {total / 1e3:.0f} kB, {packed / 1e3:.0f} kB compressed")


def times() -> None:
    """Print the median time to the first answer, for each kind of question."""
    surfer = Surfer(SITE.resolve().as_uri(), Path(tempfile.mkdtemp()))
    for name, question in QUESTIONS.items():
        found = [_answered(surfer, question) for _ in range(ROUNDS)]
        print(f"first answer, {name}: {median(found):.0f} ms")
    surfer.quit()


def _answered(surfer: Surfer, question: str) -> float:
    surfer.driver.execute_cdp_cmd("Network.clearBrowserCache", {})
    surfer.open(f"{surfer.site}/explorer/index.html{question}")
    return float(surfer.run(ANSWERED))


if __name__ == "__main__":
    sizes()
    times()
