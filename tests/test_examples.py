"""Every script in examples/ runs and says what it is meant to say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.py"))
SAID = {
    "quickstart.py": ["93 on 1 December 2002, 98 on the 2nd", "2015-10-22  members: AFG, AZE, KAZ"]
}


@pytest.mark.parametrize("script", EXAMPLES, ids=lambda path: path.name)
def test_example_runs(script: Path) -> None:
    """Without an error or a warning, in an interpreter of its own."""
    command = [sys.executable, "-W", "error", str(script)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    for said in SAID[script.name]:
        assert said in done.stdout
