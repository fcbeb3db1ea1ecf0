"""
The command line ``migrationgov``: questions without Python.

A module of commands turns an answer of the library into a `Table`; `output` writes a table for
people or for programs. A new command needs a function that returns a table, its arguments in
`arguments`, and a section with an example in `docs/command-line.md`. `parser` reads what people
typed; `hints` has what it and errors suggest instead.
"""

from __future__ import annotations

from migrationgov.commands.program import main

__all__ = ["main"]
