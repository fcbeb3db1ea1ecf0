"""The layout of data files, for their writer: JSON that a person can review.

A value that fits has one line. A longer object has as many short values in a line as fit. A longer
list has one item in a line, but several ids or numbers in a line.
"""

from __future__ import annotations

import json
import re
from typing import Any

_WIDTH = 100
_STEP = 2
_CITATION_KEYS = 3
#: Items that may share a line in a longer list: ids and numbers.
_SHORT = re.compile(r'"[\w-]{1,40}"|-?\d+')


def json_layout(value: Any) -> str:
    """
    Return the text of a JSON value, with a line break at its end.

    >>> print(json_layout({"id": "iom", "states": ["AFG", "KAZ"]}), end="")
    {"id": "iom", "states": ["AFG", "KAZ"]}
    """
    return _text(value, 0, 0) + "\n"


def _text(value: Any, indent: int, used: int) -> str:
    """Return the text of a value that starts after *used* characters of its line."""
    flat = json.dumps(value, ensure_ascii=False)
    if _is_one_line(value) or indent + used + len(flat) < _WIDTH:
        return flat
    if isinstance(value, dict) and indent:
        return _record(value, indent)
    inner = indent + _STEP
    if isinstance(value, dict):
        return _block("{", _packed_pairs(value, inner), "}", indent)
    items = [_text(each, inner, 0) for each in value]
    lines = _packed(items, inner, lambda item: _SHORT.fullmatch(item) is not None)
    return _block("[", lines, "]", indent)


def _record(row: dict[str, Any], indent: int) -> str:
    """Return the text of an object inside the file, without line breaks beside its braces."""
    inner = indent + 1
    return "{" + (",\n" + " " * inner).join(_packed_pairs(row, inner)) + "}"


def _packed_pairs(row: dict[str, Any], indent: int) -> list[str]:
    pairs = [_pair(key, each, indent) for key, each in row.items()]
    return _packed(pairs, indent, lambda pair: "\n" not in pair)


def _is_one_line(value: Any) -> bool:
    """Return whether a value always has one line: text, a citation, a list of one citation."""
    if isinstance(value, dict):
        return "source" in value and len(value) <= _CITATION_KEYS
    if isinstance(value, list):
        return len(value) == 1 and _is_one_line(value[0])
    return True


def _pair(key: str, value: Any, indent: int) -> str:
    name = f"{json.dumps(key, ensure_ascii=False)}: "
    return name + _text(value, indent, len(name))


def _packed(items: list[str], indent: int, may_share: Any) -> list[str]:
    """Return lines of items; items that may share a line do so where they fit."""
    lines: list[str] = []
    open_line = False
    for item in items:
        shares = may_share(item)
        if open_line and shares and indent + len(lines[-1]) + len(item) + 2 < _WIDTH:
            lines[-1] += f", {item}"
        else:
            lines.append(item)
        open_line = shares
    return lines


def _block(start: str, lines: list[str], end: str, indent: int) -> str:
    blank = "\n" + " " * (indent + _STEP)
    return start + blank + f",{blank}".join(lines) + "\n" + " " * indent + end
