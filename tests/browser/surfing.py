"""Chromium, driven: open a page, look at it in light or dark, wide or narrow, read its console."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.wait import WebDriverWait

#: Nothing but what is asked for: no first-run pages, no updates, no calls home. Hundreds of
#: questions in a few seconds are put through the address, which Chromium would slow down.
_ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-ipc-flooding-protection", "--window-size=1280,900",
)  # fmt: skip

#: The search has ended, and shows all results.
_SEARCHED = """
return document.querySelector("#search-results li a") !== null
  && /finished/.test(document.querySelector("p.search-summary")?.textContent ?? "");
"""
_FOUND = "return [...document.querySelectorAll('#search-results li a')].map((a) => a.pathname)"
DESKTOP, PHONE = (1280, 900), (375, 812)
#: A window of 1280 pixels at 400 % zoom.
ZOOMED = (320, 256)


#: Seconds after which a page that still gives no answer is taken to be broken.
_PATIENCE = 300


class Surfer:
    """One browser window."""

    def __init__(self, site: str, profile: Path) -> None:
        options = webdriver.ChromeOptions()
        options.binary_location = str(shutil.which("chromium"))
        for argument in (*_ARGUMENTS, f"--user-data-dir={profile}"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        service = Service(str(shutil.which("chromedriver")))
        self.site = site
        self.driver: Any = webdriver.Chrome(options=options, service=service)
        self.driver.set_script_timeout(_PATIENCE)

    def look(self, size: tuple[int, int] = DESKTOP, *, dark: bool = False) -> None:
        """Set the size of the window and whether the reader prefers dark."""
        width, height = size
        shape = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", shape)
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})

    def open(self, page: str) -> None:
        """Open a page of the site, and forget what the console said before."""
        self.driver.get("about:blank")  # so that a change of what is behind "#" alone loads, too
        self.driver.get_log("browser")
        self.driver.get(page if "://" in page else f"{self.site}/{page}")

    def run(self, script: str, *arguments: Any) -> Any:
        """Run a script in the page and return what it returns."""
        return self.driver.execute_script(script, *arguments)

    def wait(self, script: str, *arguments: Any) -> Any:
        """Run a script that calls its last argument when it is done."""
        return self.driver.execute_async_script(script, *arguments)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, as on a keyboard."""
        for key in keys:
            webdriver.ActionChains(self.driver).send_keys(key).perform()

    def settle(self) -> None:
        """Wait until the page has handled its events and is drawn: two frames, however long."""
        self.wait("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")

    def until(self, script: str, expected: Any) -> None:
        """Run a script in the page again and again, until it returns what is expected."""
        WebDriverWait(self.driver, _PATIENCE).until(
            lambda _: self.run(script) == expected, f"{script} never gave {expected!r}"
        )

    def search(self, words: str) -> list[str]:
        """Return the pages that the search of the documentation finds, the best first."""
        self.look(DESKTOP)
        self.open(f"search.html?q={words}")
        self.until(_SEARCHED, expected=True)
        found: list[str] = self.run(_FOUND)
        return found

    def console(self) -> list[str]:
        """Return what the console said since the page was opened, but for plain talk."""
        said = self.driver.get_log("browser")
        return [line["message"] for line in said if line["level"] in ("SEVERE", "WARNING")]

    def quit(self) -> None:
        """Close the window."""
        self.driver.quit()
