"""`make release` on a small repository: what it refuses, what it compares, what it writes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import release

from git_trees import git

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="the tool asks git")

CHANGELOG = (
    "# Changelog\n\n## 26.1.0 (unreleased)\n\n### Data\n\n* A fact.\n\n## 25.2.0\n\n* Old.\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a version, a changelog, and nothing to commit."""
    tree = tmp_path / "tree"
    (tree / "src/migrationgov").mkdir(parents=True)
    (tree / "src/migrationgov/__init__.py").write_text('__version__ = "26.1.0"\n')
    (tree / "CHANGELOG.md").write_text(CHANGELOG)
    git(tree, "init", "-q")
    git(tree, "add", ".")
    git(tree, "commit", "-qm", "Begin")
    return tree


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What a release is made of here: a package, a page, and what the tools are asked."""
    write = "from pathlib import Path; f = Path({!r}); f.parent.mkdir(); f.write_text({})"
    text = {"package": "'same'", "check": "pass"}

    def commands(folder: Path) -> list[list[str]]:
        files = {"packages/a.whl": text["package"], "site/.buildinfo": "'new'"}
        return [["-c", write.format(str(folder / name), each)] for name, each in files.items()]

    monkeypatch.setattr(release, "commands", commands)
    monkeypatch.setattr(release, "check", lambda _folder: exec(text["check"]))  # noqa: S102 -- of this test
    return text


@pytest.mark.parametrize("there", ["no folder", "an empty folder"])
@pytest.mark.usefixtures("parts")
def test_a_release_is_made_twice_and_kept_once(
    root: Path, there: str, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """The packages, the notes of the version alone, the checksums; in a new or an empty folder."""
    monkeypatch.setattr(release, "ROOT", root)
    goal = root.parent / "goal"
    if there == "an empty folder":
        goal.mkdir()
    release.main(goal)
    assert (goal / "packages/a.whl").read_text() == "same"
    assert (goal / "NOTES.md").read_text() == CHANGELOG[13:].partition("\n\n## 25")[0] + "\n"
    assert [line.split()[1] for line in (goal / "CHECKSUMS.txt").read_text().splitlines()] == [
        "NOTES.md", "packages/a.whl",
    ]  # fmt: skip
    assert "2 files, made twice and equal" in (written := capsys.readouterr().out)
    assert "A rehearsal" in written


@pytest.mark.parametrize(
    ("part", "text", "message"),
    [
        ("package", "str(__import__('time').time_ns())", "these files differ: packages/a.whl"),
        ("check", "raise SystemExit('twine says no')", "twine says no"),
    ],
)
def test_what_differs_or_is_refused_is_not_kept(
    root: Path, parts: dict[str, str], part: str, text: str, message: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """The files are named, and no folder is left."""
    monkeypatch.setattr(release, "ROOT", root)
    parts[part] = text
    with pytest.raises(SystemExit, match=message):
        release.main(root.parent / "goal")
    assert [each.name for each in root.parent.iterdir()] == ["tree"]


def test_all_reasons_against_a_release_are_named(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is not empty, changes that are not committed, a version without notes."""
    monkeypatch.setattr(release, "ROOT", root)
    (root / "CHANGELOG.md").write_text("# Changelog\n")
    with pytest.raises(SystemExit) as refused:
        release.main(root / "src")
    for reason in ("src is there", "not committed: CHANGELOG.md", "no section 26.1.0"):
        assert reason in str(refused.value)


def test_files_of_one_folder_alone_differ(tmp_path: Path) -> None:
    """And so do those of other bytes, even where size and time are equal."""
    for folder, names in (("first", "ab"), ("second", "bc")):
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / name).write_text(folder[:5])
    assert release.differing(tmp_path / "first", tmp_path / "second") == ["a", "b", "c"]


def test_the_folder_must_be_given() -> None:
    """One folder, and no more."""
    assert release.goal_of(["release"]) == Path("release")
    with pytest.raises(SystemExit, match="give the folder of the release"):
        release.goal_of([])


def test_the_tools_are_modules_of_this_python(tmp_path: Path) -> None:
    """Packages, data and site are made, each into its own folder; the wheel is made smaller."""
    made = release.commands(tmp_path / "goal")
    modules = [each[1] for each in made if each[0] == "-m"]
    assert modules == ["build", "migrationgov", "sphinx"]
    (script,) = [each[0] for each in made if each[0] != "-m"]
    assert (release.ROOT / script).is_file()
    assert all(str(tmp_path / "goal") in " ".join(each) for each in made)
