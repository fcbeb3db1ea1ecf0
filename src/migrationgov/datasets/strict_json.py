"""The reader of JSON from unknown authors: strict, with a reason for each refusal."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any, NoReturn

from migrationgov.errors import DataFileError, short_repr

_SURROGATE = re.compile("[\ud800-\udfff]")
#: No data file nests deeper; the limit of the parser of Python is higher.
DEEPEST = 100
_MOST_KEYS = 5


def text_of(content: bytes, file: str) -> str:
    """Return the text of a file without the byte-order mark at its start."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = content[error.start]
        problem = f"is not UTF-8: byte 0x{byte:02x} at {error.start}; save it as UTF-8"
        raise DataFileError.of([(file, problem)]) from None


def json_value(text: str, file: str) -> Any:
    """
    Return the value of a JSON text.

    Raises:
        DataFileError: If it is not JSON, has a key twice, NaN, Infinity or half of a surrogate
            pair, or nests deeper than a data file.
    """

    def refuse(problem: str) -> NoReturn:
        raise DataFileError.of([(file, problem)])

    def constant(name: str) -> NoReturn:
        refuse(f"not JSON: {name} is no number")

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(found)
        if len(made) < len(found):
            counts = Counter(key for key, _ in found)
            twice = sorted(key for key, times in counts.items() if times > 1)[:_MOST_KEYS]
            refuse(f"the key {', '.join(map(short_repr, twice))} is there twice in one object")
        return made

    if _deep(text):
        refuse(f"not a data file: it nests deeper than {DEEPEST} levels")
    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except DataFileError:
        raise
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits is a ValueError too
        refuse(f"not JSON: {error}")
    if "\\u" in text and _unwritable(value):
        refuse("has half of a surrogate pair (\\ud800 to \\udfff), which is no character")
    return value


def _deep(text: str) -> bool:
    """Return whether brackets nest too deep; brackets inside of texts do not count."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return False
    level = 0
    for found in re.finditer(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', text):
        sign = found[0]
        if sign in "[{":
            level += 1
            if level > DEEPEST:
                return True
        elif sign in "]}":
            level -= 1
    return False


def _unwritable(value: Any) -> bool:
    if isinstance(value, str):
        return bool(_SURROGATE.search(value))
    if isinstance(value, dict):
        return any(_unwritable(key) or _unwritable(each) for key, each in value.items())
    return isinstance(value, list) and any(map(_unwritable, value))
