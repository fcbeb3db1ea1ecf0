"""The check of `make lint` for words that are not plain English."""

from __future__ import annotations

from pathlib import Path

import pytest

import check_words
from check_words import ROOT, WORDS, files, main, problems


@pytest.mark.parametrize(
    ("suffix", "text", "found"),
    [
        (".md", "# Title\n\nA step is told\nonce.", ['3: "told"']),
        (".md", "The one\nthat a list names.", ['1: "The one"']),
        (".html", '<p class="body">A state or body</p>', ['1: "body"']),
        (".js", "// Whoever\nnote(`${who} is on a roll`);", ['1: "Whoever"', '2: "roll"']),
        (".py", 'def f():\n    """Return what\n    nobody names."""\n', ['3: "nobody"']),
        (".py", 'raise ValueError(f"{name!r} is a body")', ['1: "body"']),
        (".py", "# %% [markdown]\n# Laid beside the register.\n", ['2: "Laid"']),
    ],
)  # fmt: skip
def test_a_word_to_avoid_is_refused(suffix: str, text: str, found: list[str]) -> None:
    """With its line, and with the word to write in its place."""
    lines = list(problems(text, suffix))
    assert found == [line.partition(" is not plain English; use ")[0] for line in lines]
    assert all(line.partition("; use ")[2] for line in lines)


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".md", "1. A list:\n\n   ```python\n   >>> roll = 'told'\n   ```\n"),
        (".md", "The name `roll` and [a page](https://example.org/told-by-nobody)."),
        (".md", "The governing body. Make sure. Roll back."),
        (".py", 'NAMES = {"seats": "headquarters"}'),
        (".py", "seats = told  # heard"),
        (".py", '"""\n>>> print("a body")\n``roll``\n"""'),
    ],
)
def test_code_names_and_allowed_uses_are_not_refused(suffix: str, text: str) -> None:
    """Examples, names, addresses, comments, and the uses that the table allows."""
    assert [] == list(problems(text, suffix))


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.pattern)
def test_every_word_has_a_better_one(word: check_words.Word) -> None:
    """And what the table advises is not refused itself."""
    assert [] == list(problems(word.better, ".md"))


def test_the_result_names_file_line_and_better_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the command fails; without problems it prints nothing."""
    monkeypatch.setattr(check_words, "ROOT", tmp_path)
    page = check_words.ROOT / "README.md"
    page.write_text("All is well.\n", encoding="utf-8")
    assert 0 == main([])
    assert "" == capsys.readouterr().out
    page.write_text("All is well.\n\nIt is so: nobody\nknows.\n", encoding="utf-8")
    assert 1 == main([str(page)])
    assert capsys.readouterr().out.startswith(
        'README.md:3: "nobody" is not plain English; use "no state"'
    )


def test_all_text_that_users_read_is_checked() -> None:
    """Pages, explorer, source, notebooks and tools; the words to avoid themselves are not."""
    names = {file.relative_to(ROOT).as_posix() for file in files([])}
    assert names >= {
        "README.md", "docs/quickstart.md", "docs/explorer/views.js", "docs/explorer/form.html",
        "src/migrationgov/errors.py", "examples/notebooks/state_year_panel.py",
    }  # fmt: skip
    assert "tools/check_words.py" not in names
