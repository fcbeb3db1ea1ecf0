"""
Queries: functions that ask a dataset, for users of the library.

A new query touches five places: the function in the module of its subject, its name in the two
lists `migrationgov/__init__.py` and `__init__.pyi` (or in `exports`, where it is about the data
themselves), its line in `docs/api.md`, an example in its docstring that runs, and tests in
`tests/`. A new module has a place in the contract "inside queries" of `pyproject.toml`.
"""
