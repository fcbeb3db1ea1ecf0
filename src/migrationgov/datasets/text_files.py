"""Files as bytes and text, for `load`, `dump` and the exports; this needs no codec."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from migrationgov.errors import DataFileError, WrongTypeError, short_repr


def path_of(path: object) -> Path:
    """Return an argument that is a path, as text or `Path`, as a `Path`."""
    if not isinstance(path, str | os.PathLike):
        raise WrongTypeError(f"give a path as text or Path, not {short_repr(path)}")
    return Path(path)


def bytes_of(file: Path, name: str) -> bytes:
    """Return the content of a file; refuse one that cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise DataFileError.of([(name, f"cannot be read: {error.strerror}")]) from None


def write_text(file: Path, text: str) -> None:
    """Write a file under another name, and replace the old file when it is complete."""
    handle, aside = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        Path(aside).replace(file)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
