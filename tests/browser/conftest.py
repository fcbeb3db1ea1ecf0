"""A browser without a window, and the built documentation served to it on this machine.

Needs Chromium, its driver, selenium and the built documentation: `make test-browser` sees to the
last two. A plain run of the tests leaves this folder out; without what it needs it fails.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from browser.surfing import Surfer

SITE = Path(
    os.environ.get("MIGRATIONGOV_SITE", Path(__file__).parents[2] / "docs" / "_build" / "html")
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing; what cannot be found is in the console of the browser."""


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the built documentation."""
    if not (SITE / "index.html").exists():
        pytest.fail("the documentation is not built; run make docs, or make test-browser")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(SITE)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def surfer(site: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Surfer]:
    """Chromium, started once for all."""
    for program in ("chromium", "chromedriver"):
        if shutil.which(program) is None:
            pytest.fail(f"{program} is not installed (Debian: apt-get install chromium-driver)")
    from browser.surfing import Surfer

    its = Surfer(site, tmp_path_factory.mktemp("chromium"))
    yield its
    its.quit()


@pytest.fixture(scope="module")
def page(surfer: Surfer) -> Iterator[Surfer]:
    """The explorer, opened once; no question may write an error to the console."""
    surfer.look()
    surfer.open("explorer/index.html")
    yield surfer
    assert [] == surfer.console()
