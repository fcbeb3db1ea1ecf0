"""The functions `load` and `validate`, for users who bring their own facts."""

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
    Load a dataset from a file or a folder in the form of the bundled data, or from a release.

    Args:
        path: A JSON file, as `dump` writes it; a folder with some of manifest.json, states.csv,
            organizations.json, treaties.json, resolutions.json, sources.json and the folders
            memberships, processes, histories and counts; or a release, as its folder or as a zip
            file of it, whose checksum is compared.
        onto: A dataset to merge the facts with: `dataset()` for the bundled dataset. Then the
            files need only the new facts; without *onto* they need all records that they name.
        on_conflict: As for `merge`.

    Returns:
        The dataset of the path, merged with *onto*.

    Raises:
        DataFileError: If anything is wrong; the message names each problem, with file, place and
            what is accepted. Then nothing is loaded.
        MergeConflictError: If the facts contradict those of *onto*.
        WrongTypeError: If *path* is not a path, or *onto* not a dataset.

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
    List all that is wrong with a file or folder of data.

    Args:
        path: As for `load`.
        onto: As for `load`.
        on_conflict: As for `merge`.

    Returns:
        `Problem` records with the place (file and path) and what is wrong; none if all is right.

    Raises:
        WrongTypeError: If *path* is not a path, or *onto* not a dataset.

    >>> [str(problem) for problem in validate("no-such-folder")]
    ['no-such-folder: there is no such file or folder']
    """
    try:
        load(path, onto=onto, on_conflict=on_conflict)
    except DataFileError as error:
        return tuple(Problem(place, message) for place, message in error.problems)
    return ()
