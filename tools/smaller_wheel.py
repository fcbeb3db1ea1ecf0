"""
Write the wheels of a folder again, smaller: the same files, compressed as well as deflate can.

    python tools/smaller_wheel.py FOLDER

Any installer reads them. It takes twenty seconds and `zopfli` (the dependency group "build"),
so that it is a part of `make build` and `make release`, and not of every installation from source.
"""

from __future__ import annotations

import sys
import zipfile
import zlib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from unittest.mock import patch

#: Takes the whole of a file, and returns a stream of zlib.
Compress = Callable[[bytes], bytes]


def main(folder: Path) -> None:
    """Rewrite each wheel of a folder, and say how large it was and is."""
    zopfli = import_module("zopfli.zlib")
    wheels = sorted(folder.glob("*.whl"))
    if not wheels:
        sys.exit(f"{folder} has no wheel")
    for wheel in wheels:
        before = wheel.stat().st_size
        rewrite(wheel, lambda content: zopfli.compress(content, numiterations=5))
        print(f"{wheel}: {before} bytes, now {wheel.stat().st_size}")


def rewrite(wheel: Path, compress: Compress) -> None:
    """Compress all files of a wheel again; their names, times and order stay."""
    smaller = wheel.with_suffix(".smaller")
    with (
        zipfile.ZipFile(wheel) as files,
        zipfile.ZipFile(smaller, "w") as made,
        # `zipfile` takes a compressor in no other way; should it not ask here, deflate is plain
        patch.object(zlib, "compressobj", lambda *_: _Whole(compress)),
    ):
        for each in files.infolist():
            made.writestr(each, files.read(each), zipfile.ZIP_DEFLATED)
    smaller.replace(wheel)


class _Whole:
    """What `zlib.compressobj` returns, for a function that compresses a file as a whole."""

    def __init__(self, compress: Compress) -> None:
        self._made, self._content = compress, b""

    def compress(self, part: bytes) -> bytes:
        """Keep a part of a file, as the whole of it is compressed at the end."""
        self._content += part
        return b""

    def flush(self) -> bytes:
        """Return the compressed file, without the head and the sum that zlib puts around it."""
        return self._made(self._content)[2:-4]


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004 -- the name of this program, and the folder
        sys.exit("give the folder with the wheel: python tools/smaller_wheel.py FOLDER")
    main(Path(sys.argv[1]))
