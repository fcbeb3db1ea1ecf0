"""What one may ask: pure functions from a dataset to records.

A new query touches five places: the function in the module of its subject here, its name in
`migrationgov/__init__.py` (`_FACE`, `__all__` and the typed imports), its line in `docs/api.md`, a
runnable example in its docstring, and a law or a table of cases in `tests/`.
"""
