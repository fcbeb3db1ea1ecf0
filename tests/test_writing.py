"""Files that are written whole or not at all, with the modes and the links that were there."""

from __future__ import annotations

import os
import runpy
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import migrationgov as mg
from migrationgov import exports
from migrationgov.datasets import text_files
from migrationgov.datasets.text_files import path_of, write_folder, write_text
from miniature import dataset, everything

KILLED = """
import sys
from pathlib import Path
sys.path[:0] = {path!r}
from migrationgov.datasets import text_files
import os
before = {before}
def stop(*args, **more):
    print("here", flush=True)
    sys.stdin.read()  # what never comes
setattr(before[0], before[1], stop)
text_files.write_folder(Path(sys.argv[1]), {{"a.json": "new a", "x/b.json": "new b"}})
"""


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.fixture
def umask() -> object:
    """New files are for the group to read."""
    old = os.umask(0o027)
    yield
    os.umask(old)


@pytest.mark.parametrize("name", ["facts.json", "facts"])
def test_new_files_follow_the_umask(umask: object, name: str, tmp_path: Path) -> None:
    """A file, a folder and what is in it."""
    goal = tmp_path / name
    mg.dump(everything(), goal)
    files = [goal] if goal.is_file() else [each for each in goal.rglob("*") if each.is_file()]
    assert {mode(each) for each in files} == {0o640}
    if goal.is_dir():
        assert {mode(goal), mode(goal / "processes")} == {0o750}
    assert [goal] == list(tmp_path.iterdir())


def test_an_old_file_keeps_its_mode_and_a_link_stays(tmp_path: Path) -> None:
    """Of one file, and of a file in a folder."""
    for goal, file in ((tmp_path / "a.json", ""), (tmp_path / "folder", "sources.json")):
        mg.dump(dataset(), goal)
        own = goal / file if file else goal
        own = own.rename(own.with_name("elsewhere.txt"))
        own.chmod(0o604)
        (goal / file if file else goal).symlink_to("elsewhere.txt")
        mg.dump(everything(), goal)
        assert (goal / file if file else goal).is_symlink()
        assert mode(own) == 0o604
        assert mg.load(goal) == everything()


@pytest.mark.parametrize("wrong", ["", "a\0b", "\ud800", b"x"])
def test_paths_that_name_no_file(
    wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Refused before anything is written."""
    monkeypatch.chdir(tmp_path)
    for ask in (mg.load, mg.validate, lambda path: mg.dump(dataset(), path), exports.write_tables):
        with pytest.raises(mg.errors.WrongTypeError):
            ask(wrong)
    assert [] == list(tmp_path.iterdir())


class Bytes:
    """A path of bytes."""

    def __fspath__(self) -> bytes:
        return b"x"


def test_a_path_is_text() -> None:
    """Also where an object makes it."""
    with pytest.raises(mg.errors.WrongTypeError, match="as text or Path"):
        path_of(Bytes())


def broken(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk be full at the file with this number."""
    left = [number]

    def full(_: int) -> None:
        left[0] -= 1
        if not left[0]:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)


@pytest.mark.parametrize(
    "write", [mg.dump, lambda facts, path: exports.write_tables(path, dataset=facts)]
)
@pytest.mark.parametrize("has_old", [True, False])
def test_a_full_disk_changes_no_folder(
    write: object, *, has_old: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is there that was not there, and what was there is as it was."""
    goal = tmp_path / "facts"
    if has_old:
        write(everything(), goal)  # type: ignore[operator]  # one of two functions
    before = {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    broken(4, monkeypatch)
    with pytest.raises(OSError, match="No space left"):
        write(dataset(), goal)  # type: ignore[operator]  # one of two functions
    assert before == {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    assert has_old == goal.exists()


@pytest.mark.parametrize(
    ("before", "is_half"), [("(os, 'fsync')", False), ("(Path, 'replace')", True)]
)
def test_what_a_killed_program_leaves(before: str, *, is_half: bool, tmp_path: Path) -> None:
    """It is refused or is the old folder, and the next writing removes it."""
    goal = tmp_path / "facts"
    goal.mkdir()
    (goal / "a.json").write_text("old a", "utf-8")
    code = KILLED.format(path=[str(Path(mg.__file__).parent.parent)], before=before)
    command, pipe = [sys.executable, "-c", code, str(goal)], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"here\n"
        write_text(goal / "facts", "beside it")  # its files are left to it
        assert any(goal.glob(".facts.*"))
        writer.send_signal(signal.SIGKILL)
    assert is_half == text_files.is_half_written(goal)
    assert "old a" == (goal / "a.json").read_text("utf-8")
    if is_half:
        with pytest.raises(mg.errors.DataFileError, match="its writer was killed"):
            mg.load(goal)
    write_folder(goal, {"a.json": "newer a"})
    assert ["a.json", "facts"] == sorted(each.name for each in goal.iterdir())
    assert "newer a" == (goal / "a.json").read_text("utf-8")


def test_without_locks_what_is_left_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, which removes no file that is open."""
    (tmp_path / ".a.json.x.part").mkdir()
    monkeypatch.setitem(sys.modules, "fcntl", None)
    windows = runpy.run_path(str(text_files.__file__))
    assert windows["_fcntl"] is None
    windows["write_text"](tmp_path / "a.json", "a")
    assert [tmp_path / "a.json"] == list(tmp_path.iterdir())


def test_what_disappears_meanwhile_is_left(tmp_path: Path) -> None:
    """Another process removed it."""
    with text_files._locked(tmp_path / "gone") as is_unused:
        assert not is_unused


def test_what_is_no_file(tmp_path: Path) -> None:
    """A pipe gets the text, a folder is an error, and so is a folder in place of a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen([shutil.which("cat") or "cat", pipe], stdout=subprocess.PIPE) as reader:
        assert mg.members_on("2002-12-02").to_csv(pipe) is None
        assert reader.communicate()[0].startswith(b"id,")
    with pytest.raises(OSError, match="directory"):
        write_text(tmp_path, "x")
    (tmp_path / "facts" / "sources.json").mkdir(parents=True)
    with pytest.raises(OSError, match=r"sources\.json is no file of the folder"):
        mg.dump(dataset(), tmp_path / "facts")


def test_hidden_folders_are_no_facts(tmp_path: Path) -> None:
    """Such as those of editors, and of a writer."""
    mg.dump(dataset(), tmp_path)
    (tmp_path / ".editor").mkdir()
    (tmp_path / ".editor" / "settings.json").write_text("{}", "utf-8")
    assert dataset() == mg.load(tmp_path)


@pytest.mark.parametrize("name", ["con", "nul", "com1", "a" * 101, "a/b", "../x", "A", "a.b", ""])
def test_ids_that_cannot_name_a_file(name: str, tmp_path: Path) -> None:
    """Refused when they are read, and when they are written."""
    facts = dataset(processes=())
    text = mg.dumps(facts).replace('"institution": "iom"', f'"institution": "{name}"')
    with pytest.raises(mg.errors.DataFileError):
        mg.loads(text)


def test_ids_that_can_name_a_file() -> None:
    """Also long ones, and ones that only begin as devices do."""
    for name in ("a" * 100, "console", "com10"):
        text = mg.dumps(dataset(processes=())).replace('"iom"', f'"{name}"')
        assert (name,) == mg.loads(text).ids("memberships")
