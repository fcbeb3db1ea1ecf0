"""
The HTML of answers and records in a notebook, for readers of a Jupyter or VS Code page.

`html_of` is a `singledispatch` function. Any record becomes a card of its fields, so a new kind of
record needs nothing here; `answer_views`, imported below, registers the other views.
"""

from __future__ import annotations

from migrationgov.notebook import answer_views
from migrationgov.notebook.record_cards import html_of

__all__ = ["answer_views", "html_of"]
