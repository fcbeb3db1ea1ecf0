"""The kind of a record in words, for messages."""

from __future__ import annotations

import re
from typing import Any

_CAPITAL_INSIDE = re.compile(r"(?<=[a-z])(?=[A-Z])")


def class_words(record: Any) -> str:
    """
    Return the name of the class of a record in words; a `RegisterFile` is a register.

    >>> import migrationgov as mg
    >>> cited = (mg.model.Citation(source="a-page"),)
    >>> class_words(mg.model.StatusReport(status="active", as_of="2020", citations=cited))
    'status report'
    """
    return _CAPITAL_INSIDE.sub(" ", type(record).__name__).lower().removesuffix(" file")
