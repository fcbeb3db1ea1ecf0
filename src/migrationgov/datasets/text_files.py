"""Files as bytes and text, for `load`, `dump` and the exports; this needs no codec."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from glob import escape
from importlib import import_module
from pathlib import Path
from typing import Any

from migrationgov.errors import DataFileError, WrongTypeError, short_repr

_fcntl: Any = None  # so on Windows, which has none, and removes no file that is open
with suppress(ImportError):
    _fcntl = import_module("fcntl")

#: The endings of the folders in which files are written, and from which they replace old files.
_WRITING, _MOVING = ".part", ".moving"


def path_of(path: object) -> Path:
    """Return an argument that is a path, as text or `Path`, as a `Path`."""
    text = os.fspath(path) if isinstance(path, str | os.PathLike) else None
    if not isinstance(text, str):
        raise WrongTypeError(f"give a path as text or Path, not {short_repr(path)}")
    if not text or "\0" in text or not _is_encodable(text):
        raise WrongTypeError(f"{short_repr(text)} cannot name a file; give the path of one")
    return Path(text)


def _is_encodable(text: str) -> bool:
    try:
        os.fsencode(text)
    except UnicodeError:
        return False
    return True


def bytes_of(file: Path, name: str) -> bytes:
    """Return the content of a file; refuse one that cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise DataFileError.of([(name, f"cannot be read: {error.strerror}")]) from None


def write_text(file: Path, text: str) -> None:
    """Write a text as UTF-8: see `write_bytes`."""
    write_bytes(file, text.encode())


def write_bytes(file: Path, content: bytes) -> None:
    """
    Write a file aside, and replace the old file when it is complete.

    A link stays a link, and an old file keeps its mode; that of a new file follows the umask.
    """
    goal = Path(os.path.realpath(file))
    if goal.exists() and not goal.is_file():  # a folder: the error; a terminal, a pipe: the text
        goal.write_bytes(content)
        return
    with _aside(goal.parent, goal.name) as aside:
        _write(aside / goal.name, content, goal)
        (aside / goal.name).replace(goal)


def write_folder(folder: Path, texts: Mapping[str, str], *, without: Iterable[str] = ()) -> None:
    """
    Write all files of a folder, or none.

    Args:
        folder: The folder. A new one appears when it is complete. In an old one, all files are
            written aside before the first replaces another; other files stay.
        texts: The texts of the files, by path in the folder.
        without: The files to remove from an old folder.
    """
    goal = Path(os.path.realpath(folder))
    if goal.exists():
        _write_into(goal, texts, without)
        return
    with new_folder(goal) as aside:
        for name, text in texts.items():
            _write(aside / name, text.encode())


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """Yield a folder to fill aside; it has its name, and its goal, when it is complete."""
    goal = Path(os.path.realpath(folder))
    try:
        goal.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(goal)) from None
    with _aside(goal.parent, goal.name) as aside:
        made = aside / goal.name
        made.mkdir()
        yield made
        made.replace(goal)


def _write_into(folder: Path, texts: Mapping[str, str], without: Iterable[str]) -> None:
    goals = {name: Path(os.path.realpath(folder / name)) for name in texts}
    for name, goal in goals.items():
        if goal.is_dir() or (goal.exists() and goal.stat().st_dev != folder.stat().st_dev):
            raise OSError(errno.EXDEV, f"{name} is no file of the folder", str(folder / name))
    with _aside(folder, "facts") as aside:
        for name, text in texts.items():
            _write(aside / name, text.encode(), goals[name])
        moving = aside.rename(aside.with_suffix(_MOVING))
        for name, goal in goals.items():
            goal.parent.mkdir(parents=True, exist_ok=True)
            (moving / name).replace(goal)
        for name in without:
            (folder / name).unlink(missing_ok=True)


def is_half_written(folder: Path) -> bool:
    """Return whether some files of a folder are replaced and others not yet."""
    return any(folder.glob(f".facts.*{_MOVING}"))


def _write(file: Path, content: bytes, like: Path | None = None) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    if like is not None and like.exists():
        shutil.copymode(like, file)


@contextmanager
def _aside(parent: Path, name: str) -> Iterator[Path]:
    """Make a folder for files that are not complete, and remove it, and what killed runs left."""
    aside = Path(tempfile.mkdtemp(dir=parent, prefix=f".{name[:100]}.", suffix=_WRITING))
    try:
        with _locked(aside):
            yield aside
    finally:
        for left in (aside, aside.with_suffix(_MOVING)):
            shutil.rmtree(left, ignore_errors=True)
        _remove_leftovers(parent, name[:100])


def _remove_leftovers(parent: Path, name: str) -> None:
    for ending in (_WRITING, _MOVING):
        for left in parent.glob(f".{escape(name)}.*{ending}"):
            with _locked(left) as is_unused:
                if is_unused:
                    shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Lock a folder as long as this process writes there; False if another process does."""
    if _fcntl is None:
        yield True
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # another process has just removed it
        yield False
        return
    try:
        _fcntl.flock(handle, _fcntl.LOCK_EX | _fcntl.LOCK_NB)
        yield True
    except BlockingIOError:
        yield False
    finally:
        os.close(handle)
