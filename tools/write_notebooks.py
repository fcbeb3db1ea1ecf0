"""
Run the notebooks of `examples/notebooks` and write each with its results, beside its text.

Edit only the text (`.py`, percent format of jupytext); this tool writes the notebook (`.ipynb`).
Run it after a change of a text or of its results: ``python tools/write_notebooks.py``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

FOLDER = Path(__file__).parent.parent / "examples" / "notebooks"


def run(text: Path) -> Any:
    """Run the text of a notebook in its own kernel, and return the notebook."""
    notebook = jupytext.read(text)
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute(
        env={**os.environ, "TQDM_DISABLE": "1"}  # a bar depends on how busy the machine is
    )
    return tidied(notebook)


def tidied(notebook: Any) -> Any:
    """Drop what differs between runs: times, ids, the kernel, parts of printed text, pictures."""
    for place, cell in enumerate(notebook.cells):
        cell.id = f"cell-{place}"
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.outputs = _whole([each for each in cell.outputs if not _is_picture(each)])
    notebook.metadata = {
        "kernelspec": notebook.metadata["kernelspec"],
        "jupytext": {"formats": "ipynb,py:percent"},
    }
    return notebook


def _is_picture(output: Any) -> bool:
    """Return whether an output is a figure: its bytes depend on the fonts of the machine."""
    return "image/png" in output.get("data", {})


def _whole(outputs: list[Any]) -> list[Any]:
    """Join the text that one cell printed; a kernel may send it in several parts."""
    kept: list[Any] = []
    for each in outputs:
        if kept and each.output_type == "stream" and kept[-1].get("name") == each.name:
            kept[-1].text += each.text
        else:
            kept.append(each)
    return kept


def main() -> None:
    """Write all notebooks."""
    for text in sorted(FOLDER.glob("*.py")):
        try:
            nbformat.write(run(text), text.with_suffix(".ipynb"))
        except CellExecutionError as error:
            cell = str(error).partition("\x1b")[0].strip()  # without the coloured traceback
            sys.exit(f"{text.name}: {error.ename} {error.evalue}\n{cell}")


if __name__ == "__main__":
    main()
