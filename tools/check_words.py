"""
Refuse words that are not plain English in text that users read: ``python tools/check_words.py``.

Users read README, changelog, pages, docstrings, messages, the explorer and the prose of notebooks.
Examples, names in backquotes, names of attributes before a colon, addresses, and text of one word
(a name or a key) are not checked. A line of the result gives the file, the line, the word and what
to write in its place. With paths as arguments, only these files and folders are checked.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PLACES = (
    "*.md", "docs/*.md", "docs/how-to/*.md", "docs/explorer/*", "docs/_ext/**/*.py", "src/**/*.py",
    "examples/**/*.py", "benchmarks/*.py", "tools/*.py",
)  # fmt: skip
KINDS = {".md", ".html", ".js", ".py"}


class Word(NamedTuple):
    """A word to avoid: its pattern, what to write in its place, and where it is right."""

    pattern: str
    better: str
    allowed: str = ""


WORDS = (
    Word("told|tells? nothing", '"gives", "names", "says"'),
    Word("tells? apart|told apart", '"separate", "distinguish"'),
    Word("said", '"gave", "wrote"'),
    Word("heard|hears?", '"used", "counted"'),
    Word("laid|lays", '"compared with", "merged with"'),
    Word(
        "held",
        '"had", "kept", "recorded"',
        "(meetings?|sessions?|conferences?) held|held (at|by|in|on)",
    ),
    Word("sure|surer|surest|surely", '"certain", "certainly"', "makes? sure"),
    Word("whoever|whomever", '"every state that", "every party that"'),
    Word("somebody|someone", '"a state", "a party", "a person"'),
    Word("nobody|no one", '"no state", "no party", "no person"'),
    Word("everybody|everyone", '"all members", "all parties", "every reader"'),
    Word("the ones?|the other ones?", "the noun", "the one(-| hundred)"),
    Word("goes by|go by", '"has the name"', "(days|years|time) go(es)? by"),
    Word("ours|theirs", 'the noun, as in "our count" or "their sources"'),
    Word("rolls?", '"member list", "roster"', "rolls? (back|over)"),
    Word("snapshots?", '"list of participants"', "snapshots of (the )?facts|snapshots follow"),
    Word(
        "body|bodies",
        '"organization", "institution"',
        "governing bod(y|ies)|(HTML|function) body|body number",  # `Session.body` is a field
    ),
    Word("office of (a|the) process|list of an office", '"role"'),
    Word("seats?", '"headquarters", or "membership"'),
    Word("tempered|narrowed|bridging", "the plain verb"),
)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern.replace(' ', chr(92) + 's+')})\b", re.IGNORECASE)


_PATTERNS = [(_compiled(word.pattern), _compiled(word.allowed or r"(?!)"), word) for word in WORDS]
_NOT_PROSE = {
    ".md": re.compile(
        r"^ *```.*?^ *```$|`[^`]+`|https?://\S+|\]\([^)]+\)", re.DOTALL | re.MULTILINE
    ),
    ".js": re.compile(r"https?://\S+|document\.body"),
    ".html": re.compile(r"<[^>]*>"),
    ".py": re.compile(
        r"^ *(?:>>>|\.\.\. ).*$|^ +\w+:(?= )|``[^`]+``|`[^`]+`|https?://\S+", re.MULTILINE
    ),
}


def problems(text: str, suffix: str) -> Iterator[str]:
    """Yield a sentence for each word to avoid in the text of a file, in order, with its line."""
    found = sorted(_found(text, suffix), key=lambda each: each[0])
    return (f'{line}: "{word}" is not plain English; use {better}' for line, word, better in found)


def _found(text: str, suffix: str) -> Iterator[tuple[int, str, str]]:
    for line, prose in _python_prose(text) if suffix == ".py" else [(1, text)]:
        left = _NOT_PROSE[suffix].sub(lambda found: re.sub(r"[^\n]", "~", found[0]), prose)
        for pattern, allowed, word in _PATTERNS:
            right = [range(*found.span()) for found in allowed.finditer(left)]
            for found in pattern.finditer(left):
                if not any(found.start() in span for span in right):
                    place = line + left.count("\n", 0, found.start())
                    yield place, found[0], word.better


def _python_prose(text: str) -> Iterator[tuple[int, str]]:
    """Yield text with blanks of a Python file, with its line; and the prose of a notebook."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
            yield node.lineno, node.value
    if "# %% [markdown]" in text:
        prose = (line if line.startswith("# ") else "" for line in text.split("\n"))
        yield 1, "\n".join(prose)


def files(arguments: list[str]) -> list[Path]:
    """Return the files to check: those of the arguments, or all."""
    given = [Path(argument).resolve() for argument in arguments]
    found = {file for place in PLACES for file in ROOT.glob(place) if file.suffix in KINDS}
    kept = [file for file in found if not given or {file, *file.parents} & set(given)]
    return sorted(file for file in kept if file != Path(__file__).resolve())


def main(arguments: list[str]) -> int:
    """Print all problems; return 1 if there are any."""
    lines = [
        f"{file.relative_to(ROOT)}:{problem}"
        for file in files(arguments)
        for problem in problems(file.read_text(encoding="utf-8"), file.suffix)
    ]
    print(*lines, sep="\n", end="\n" if lines else "")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
