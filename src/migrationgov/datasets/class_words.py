"""The name of the class of a record in words, for messages."""

from __future__ import annotations

import re
from typing import Any

_CAPITAL_INSIDE = re.compile(r"(?<=[a-z])(?=[A-Z])")


def class_words(record: Any) -> str:
    """
    Return the name of the class of a record in words; a `RegisterFile` is a register.

    >>> from migrationgov import counts
    >>> class_words(counts("IOM")[0])
    'count claim'
    """
    return _CAPITAL_INSIDE.sub(" ", type(record).__name__).lower().removesuffix(" file")
