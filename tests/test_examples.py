"""Every script in examples/ runs and says what it is meant to say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import migrationgov as mg

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
SAID = {
    "own_organization.py": [
        "Members on 2020-01-01: EST, FIN, SWE",
        "Norway: 2001-03-01 to 2018-12-31",
        "Northern Rivers Gazette. A member leaves. published 2019-01-15",
        "98 members in December 2002",
    ],
    "quickstart.py": [
        "93 on 1 December 2002, 98 on the 2nd",
        "2015-10-22  members: AFG, AZE, KAZ",
        "86 member-states; register 91 to 93: explained (stale)",
        "2003: International Organization for Migration; head: Brunson McKinley",
    ],
}


@pytest.mark.parametrize("script", EXAMPLES, ids=lambda path: path.name)
def test_example_runs(script: Path) -> None:
    """Without an error or a warning, in an interpreter of its own."""
    command = [sys.executable, "-W", "error", str(script)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    for said in SAID[script.name]:
        assert said in done.stdout


def test_pip_is_new_before_groups_are_installed() -> None:
    """Who follows README from the top has the pip that `--group` needs."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert -1 < readme.find("pip install -U pip ") < readme.find("pip install --group")


def test_readme_says_of_belgium_what_the_record_says() -> None:
    """The record leaves open whether the seat lapsed at all."""
    lapsed = mg.transitions("Belgium", "IOM", kind="lapsed")[0]
    assert "may never have lapsed" in lapsed.note
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    comment = re.search(r'is_member\("Belgium", .*# (.*)', readme)
    assert comment
    assert "may have lapsed" in comment[1]


def test_every_example_in_a_docstring_is_collected() -> None:
    """The patterns in `conftest.py` reach every module, however deep it lies."""
    patterns = re.findall(r'"(src/[^"]+)"', (ROOT / "conftest.py").read_text(encoding="utf-8"))
    for file in (ROOT / "src").rglob("*.py"):
        if ">>> " in file.read_text(encoding="utf-8"):
            assert any(file.match(pattern) for pattern in patterns), file.name
