"""Characters that are not seen, and that move, hide or reorder the text beside them."""

from __future__ import annotations

import re

#: First and last of: control characters but tab and line feed, separators of lines, orders of
#: direction, halves of signs, marks of annotation, tags.
_RANGES = (
    (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0x2028, 0x202E), (0x2066, 0x2069),
    (0xD800, 0xDFFF), (0xFFF9, 0xFFFB), (0xFFFE, 0xFFFF), (0xE0000, 0xE007F),
)  # fmt: skip
#: What shows nothing, but is harmless beside other signs: joiners, marks, soft hyphens.
_UNSEEN = "\xad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"

_CONTROL = "[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _RANGES) + "]"


def problem_of(text: str) -> str:
    """Return what makes a text unfit for a data file; "" if nothing does."""
    if text.isprintable():
        return ""
    found = re.search(_CONTROL, text)
    if found:
        return f"has the control character U+{ord(found[0]):04X}; leave it out"
    is_unseen = text.strip() and not text.strip(f"{_UNSEEN} \t\n")
    return (
        "has only characters that are not seen; write a text, or leave it out" if is_unseen else ""
    )


def without_controls(text: str) -> str:
    """Return a text for a terminal or a bibliography, without control characters."""
    if text.isprintable():
        return text
    return re.sub(_CONTROL, "", text)


def escaped_controls(text: str) -> str:
    """Return a JSON text in which control characters are escapes: another text, the same value."""
    if text.isascii() and "\x7f" not in text:
        return text
    return re.sub(_CONTROL, _escape, text)


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
