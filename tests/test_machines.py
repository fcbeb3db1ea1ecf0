"""The library on odd machines: a few cases of `tools/machines.py`; `.ci/matrix` runs all."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

import machines
import migrationgov as mg
from migrationgov.commands.program import _as_utf8
from migrationgov.lookup import bundled
from packed_facts import packed

SOURCE = Path(mg.__file__).parent.parent


@pytest.mark.parametrize(
    "case", ["zip", "read-only", "-OO", "C locale", "ASCII output", "ASCII terminal", "full disk"]
)
def test_an_odd_machine(case: str) -> None:
    """The same answers, and no traceback."""
    machines.CASES[case](SOURCE)


@pytest.mark.parametrize("is_packed", [True, False])
def test_the_facts_in_an_archive(
    *, is_packed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a wheel, and of the source: the same facts."""
    archive, package = tmp_path / "a.zip", Path(bundled.DATA).parent
    contents = packed(package) if is_packed else ()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr("migrationgov/__init__.py", "")
        for place, content in contents:
            files.writestr(f"migrationgov/{place.as_posix()}", content)
        for each in sorted(package.glob("data/**/*.*")):
            if each.suffix == ".csv" or not is_packed:
                files.write(each, each.relative_to(package.parent))
    import zipimport

    monkeypatch.setattr(bundled, "DATA", f"{archive}/migrationgov/data")
    monkeypatch.setattr(bundled, "__loader__", zipimport.zipimporter(str(archive)))
    monkeypatch.setattr(bundled, "_from_archive", {})
    monkeypatch.setattr(bundled, "_there", lambda: zipfile.Path(archive, "migrationgov/data/"))
    found = mg.Dataset(bundled.BundledStore())
    assert found == bundled.bundled_dataset()


def test_where_the_facts_of_an_archive_are() -> None:
    """In the package, as importlib finds it."""
    assert bundled._there().joinpath("states.csv").is_file()


def test_arguments_of_a_plain_locale() -> None:
    """Bytes that Python could not read are UTF-8; what is none stays as it is."""
    escaped = "Türkiye".encode().decode("ascii", "surrogateescape")
    words = ["plain", "Türkiye", "\udcff", "\ud800"]
    assert words == _as_utf8(["plain", escaped, "\udcff", "\ud800"])


def test_a_case_that_fails_is_counted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each with a line; what the machine lacks is no failure."""

    def lacks(_: Path) -> None:
        raise machines.Skipped("there is no such locale")

    def fails(_: Path) -> None:
        raise AssertionError("no answer")

    monkeypatch.setattr(machines, "CASES", {"a": lacks, "b": fails, "c": lambda _: None})
    assert 1 == machines.main(".")
    lines = capsys.readouterr().out.splitlines()
    assert [
        ["a", "not shown: there is no such locale"],
        ["b", "FAILED: no answer"],
        ["c", "ok"],
    ] == [line.removeprefix(sys.version.split()[0]).split(maxsplit=1) for line in lines]
