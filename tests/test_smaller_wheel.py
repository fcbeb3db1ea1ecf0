"""The wheel that `make build` writes again: the same files, each compressed by a function."""

from __future__ import annotations

import sys
import zipfile
import zlib
from pathlib import Path
from types import ModuleType

import pytest

import smaller_wheel

DAY = (2020, 2, 2, 0, 0, 0)
FILES = {"a/facts.json": b"fact " * 1000, "a/RECORD": b"", "a/map.svg": b"map"}


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """A wheel with files of several sizes, not compressed."""
    made = tmp_path / "a-1-py3-none-any.whl"
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in FILES.items():
            archive.writestr(zipfile.ZipInfo(name, DAY), content)
    return made


def content_of(wheel: Path) -> dict[str, bytes]:
    """Return the files of a wheel, whose checksums are compared; their times are all equal."""
    with zipfile.ZipFile(wheel) as archive:
        assert archive.testzip() is None
        assert {each.date_time for each in archive.infolist()} == {DAY}
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_files_stay_and_each_is_compressed_whole(wheel: Path) -> None:
    """In their order; the function that compresses gets each of them once."""
    asked: list[bytes] = []

    def compress(content: bytes) -> bytes:
        asked.append(content)
        return zlib.compress(content, 9)

    before = wheel.stat().st_size
    smaller_wheel.rewrite(wheel, compress)
    assert list(content_of(wheel).items()) == list(FILES.items())
    assert wheel.stat().st_size < before / 5
    assert asked == list(FILES.values())
    assert [each.name for each in wheel.parent.iterdir()] == [wheel.name]


def test_each_wheel_of_a_folder_is_written_again(
    wheel: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By zopfli, with both sizes; a folder without a wheel is refused."""
    zopfli = ModuleType("zopfli.zlib")

    def compress(content: bytes, *, numiterations: int) -> bytes:
        return zlib.compress(content, numiterations)

    vars(zopfli)["compress"] = compress
    monkeypatch.setitem(sys.modules, "zopfli", ModuleType("zopfli"))
    monkeypatch.setitem(sys.modules, "zopfli.zlib", zopfli)
    before = wheel.stat().st_size
    smaller_wheel.main(wheel.parent)
    assert content_of(wheel) == FILES
    assert f"{before} bytes, now {wheel.stat().st_size}" in capsys.readouterr().out
    wheel.unlink()
    with pytest.raises(SystemExit, match="has no wheel"):
        smaller_wheel.main(wheel.parent)
