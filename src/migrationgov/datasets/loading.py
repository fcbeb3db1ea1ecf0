"""Facts of one's own: read, held against the rules, and laid over the bundled ones."""

from __future__ import annotations

import os

import migrationgov as mg
from migrationgov.datasets.files import read
from migrationgov.datasets.merge import merge
from migrationgov.errors import DataFileError
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.validation import FILE_RULES, RULES, Problem, check


def load(
    path: str | os.PathLike[str],
    *,
    onto: Dataset | None = None,
    on_conflict: mg.typing.OnConflict = "error",
) -> Dataset:
    """
    Load a dataset from a file or a folder in the form of the bundled data.

    Args:
        path: A JSON file, as `dump` writes it, or a folder with any of manifest.json, states.json,
            organizations.json, sources.json and the folders memberships, processes, histories
            and counts.
        onto: A dataset to lay it over: `dataset()` for the bundled one. Then the files need to
            hold only what is new; without it they must hold all they name.
        on_conflict: As for `merge`.

    Returns:
        What the path holds, or that and what it is laid over.

    Raises:
        DataFileError: If anything is wrong; every problem is named, with file, place and what
            would be accepted. Nothing is loaded then.
        MergeConflictError: If it contradicts what it is laid over.
        WrongTypeError: If *path* is no path, or *onto* no dataset.

    >>> load("no-such-folder")
    Traceback (most recent call last):
        ...
    migrationgov.errors.DataFileError: no-such-folder: there is no such file or folder
    """
    found = read(path)
    rules = FILE_RULES if onto is not None else (*RULES, *FILE_RULES)  # merging checks the whole
    problems = [(each.place, each.message) for each in check(found, rules)]
    if problems:
        raise DataFileError.of(problems)
    return found if onto is None else merge(resolve_dataset(onto), found, on_conflict=on_conflict)


def validate(
    path: str | os.PathLike[str],
    *,
    onto: Dataset | None = None,
    on_conflict: mg.typing.OnConflict = "error",
) -> tuple[Problem, ...]:
    """
    List everything that is wrong with a file or folder of data; nothing if all is well.

    Args:
        path: As for `load`.
        onto: As for `load`.
        on_conflict: As for `merge`.

    Returns:
        `Problem` records: the place (file, and path in it) and what is wrong there.

    Raises:
        WrongTypeError: If *path* is no path, or *onto* no dataset.

    >>> [str(problem) for problem in validate("no-such-folder")]
    ['no-such-folder: there is no such file or folder']
    """
    try:
        load(path, onto=onto, on_conflict=on_conflict)
    except DataFileError as error:
        return tuple(Problem(place, said) for place, said in error.problems)
    return ()
