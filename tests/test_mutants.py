"""The changes that `make mutants` makes."""

from __future__ import annotations

import ast
from itertools import chain

import mutants


def test_each_change_is_one() -> None:
    """Of a comparison, a condition, an operator and a number; annotations stay."""
    code = (
        "def f(a: 'int' = 1) -> bool:\n    if TYPE_CHECKING: B = 7\n"
        "    return a + 2 if a < 3 and g else True"
    )
    tree = ast.parse(code)
    count = len(list(mutants.changes(tree)))
    made = {mutants.changed(tree, number)[0] for number in range(count)}
    assert len(made) == count
    assert ast.unparse(tree) not in made
    assert all("B = 7" in each for each in made)
    for part in (
        "a <= 3",
        "a < 4",
        "a < 3 or g",
        "a - 2",
        "a + 3",
        "else False",
        "if not (",
        "'int'=2",
    ):
        assert any(part in each for each in made), part


def test_all_packages_have_changes_and_tests() -> None:
    """Each change has a key of its own."""
    found = mutants.all_changes(list(mutants.TESTS))
    assert len(found) == len(set(found)) > 1000
    for path in " ".join(chain(*mutants.TESTS.values())).split():
        assert list(mutants.ROOT.glob(path)), path
