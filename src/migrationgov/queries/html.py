"""Tables for notebooks: escaped, without scripts, readable in light and dark."""

from __future__ import annotations

from html import escape
from typing import Any

_MOST_ROWS = 300


def table(title: str, rows: list[dict[str, Any]]) -> str:
    """Return an HTML table with a caption, one line per row."""
    caption = f"<caption style='text-align:left;font-weight:600'>{escape(title)}</caption>"
    if not rows:
        return f"<table>{caption}<tbody><tr><td>nothing</td></tr></tbody></table>"
    columns = list(rows[0])
    head = "".join(f"<th scope='col'>{escape(column)}</th>" for column in columns)
    body = "".join(_line([row[column] for column in columns]) for row in rows[:_MOST_ROWS])
    rest = len(rows) - _MOST_ROWS
    if rest > 0:
        body += f"<tr><td colspan='{len(columns)}'>and {rest} more</td></tr>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _line(values: list[Any]) -> str:
    cells = "".join(f"<td style='text-align:left'>{_cell(value)}</td>" for value in values)
    return f"<tr>{cells}</tr>"


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "<br>".join(_cell(each) for each in value)
    if isinstance(value, dict):
        shown = {key: each for key, each in value.items() if each not in ("", None, [])}
        return escape(", ".join(f"{key}: {_text(each)}" for key, each in shown.items()))
    return escape(_text(value))


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_text(each) for each in value)
    if isinstance(value, dict):
        return ", ".join(_text(each) for each in value.values() if each not in ("", None, []))
    return "" if value is None else str(value)
