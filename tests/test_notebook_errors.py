"""What a notebook shows of an error: the cell of the user, not the code of the library."""

from __future__ import annotations

from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell


@pytest.mark.parametrize(
    "cell",
    [
        "import migrationgov as mg; mg.is_member('Kazakhstann', '2002')",
        (
            "from migrationgov import frames; import pandas as pd\n"
            "frames.annotate(pd.DataFrame({'country': ['Kazakhstann'], 'date': [2002]}))"
        ),
    ],
)
def test_an_error_shows_one_frame(cell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The line of the cell, and the message with its suggestion."""
    shell: Any = InteractiveShell.instance(colors="nocolor")
    try:
        shell.run_cell(cell)
    finally:
        InteractiveShell.clear_instance()
    shown = capsys.readouterr().out
    assert "did you mean KAZ (Kazakhstan)" in shown
    assert "src/migrationgov" not in shown
    assert shown.count("Cell In[") == 1


def test_an_error_that_nobody_raised() -> None:
    """It has no frames at all."""
    from migrationgov.errors import MigrationGovError

    InteractiveShell.instance()
    try:
        assert "MigrationGovError" in "".join(MigrationGovError("text")._render_traceback_())
    finally:
        InteractiveShell.clear_instance()
