"""The face: what is public, and that it is what the documentation says."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

import pytest

import migrationgov as mg
from migrationgov.vocabularies import Vocabulary

ROOT = Path(__file__).parent.parent
FACE = ast.parse((ROOT / "src/migrationgov/__init__.py").read_text(encoding="utf-8"))


def typed_imports() -> dict[str, str]:
    """What type checkers see: names and the modules they come from."""
    return {
        (alias.asname or alias.name): str(node.module).removeprefix("migrationgov.")
        for node in ast.walk(FACE)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("migrationgov.")
        for alias in node.names
    }


def test_all_is_sorted_and_complete() -> None:
    """The list, the lazy table and the typed imports name the same things."""
    assert sorted(mg.__all__) == mg.__all__
    assert mg._HOMES == typed_imports()
    assert set(mg.__all__) == set(mg._HOMES)


@pytest.mark.parametrize("name", mg.__all__)
def test_every_name_is_there_and_documented(name: str) -> None:
    """Each can be had, and says what it is."""
    found = getattr(mg, name)
    assert inspect.getdoc(found)
    assert name in dir(mg)


def test_unknown_names_are_refused() -> None:
    """As by any module."""
    with pytest.raises(AttributeError, match="module 'migrationgov' has no attribute 'nothing'"):
        mg.nothing  # noqa: B018 -- on purpose


def test_api_page_names_every_public_thing_and_no_other() -> None:
    """docs/api.md and `__all__`, in both directions."""
    page = (ROOT / "docs/api.md").read_text(encoding="utf-8")
    documented = re.findall(
        r"^\.\. auto(?:function|class|exception):: (?:migrationgov\.)?(\w+)$", page, re.MULTILINE
    )
    assert sorted(documented) == mg.__all__


@pytest.mark.parametrize("name", [n for n in mg.__all__ if inspect.isfunction(getattr(mg, n))])
def test_every_query_shows_an_example(name: str) -> None:
    """One runnable example with a real fact."""
    assert ">>> " in (inspect.getdoc(getattr(mg, name)) or "")


def test_version_is_a_calendar_number_with_a_changelog_entry() -> None:
    """Facts age by date."""
    assert re.fullmatch(r"\d\d\.\d+\.\d+", mg.__version__)
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {mg.__version__}" in changelog


def first_column(section: str) -> list[str]:
    """The first column of the table that opens a section."""
    table = section.split("\n## ", maxsplit=1)[0].split("\n### ", maxsplit=1)[0]
    return re.findall(r"^\| `([\w-]+)` \|", table, re.MULTILINE)


def test_every_word_of_every_vocabulary_is_in_the_codebook() -> None:
    """And no other word."""
    page = (ROOT / "docs/codebook.md").read_text(encoding="utf-8")
    for name, vocabulary in vars(mg.vocabularies).items():
        known = inspect.isclass(vocabulary) and issubclass(vocabulary, Vocabulary)
        if not known or vocabulary is Vocabulary:
            continue
        section = page.split(f"### {name}\n", 1)
        assert len(section) == 2, f"no section {name}"
        listed = first_column(section[1])
        assert list(vocabulary) == listed


def test_every_field_of_every_record_is_in_the_codebook() -> None:
    """A table per record, in the order of the class."""
    import attrs

    page = (ROOT / "docs/codebook.md").read_text(encoding="utf-8")
    records = (
        "State Name SystemCode Organization Source Citation Claim Disagreement Transition"
        " Attestation ConsultativeProcess Milestone StatusReport"
        " ParticipantLists RoleList ListedParticipant Term Officer Meeting Manifest History Tenure"
        " Relation Headquarters Presence DatedAttestation Session FieldOffice AttestedName StrategyItem Work CountList CountClaim"
    )
    for name in records.split():
        section = page.split(f"### {name}\n", 1)
        assert len(section) == 2, f"no section {name}"
        listed = first_column(section[1])
        assert [field.name for field in attrs.fields(getattr(mg.model, name))] == listed


def test_files_stay_small() -> None:
    """When a module grows past 300 lines there is a second subject in it."""
    for file in (ROOT / "src").rglob("*.py"):
        assert len(file.read_text(encoding="utf-8").splitlines()) <= 320, file.name


def test_the_rooms_beside_the_face_are_found_on_use() -> None:
    """`mg.plots` without an import of its own, and nothing else by accident."""
    from migrationgov import exports, frames, plots

    assert (mg.exports, mg.frames, mg.plots) == (exports, frames, plots)
    with pytest.raises(AttributeError, match="has no attribute 'tables'"):
        _ = mg.tables
