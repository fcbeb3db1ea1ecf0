"""The face: what is public, and that it is what the documentation says."""

from __future__ import annotations

import ast
import inspect
import re
import typing
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import migrationgov as mg
from migrationgov.vocabularies import (
    Vocabulary,
    characteristics,
    histories,
    published_numbers,
    treaties,
)

ROOT = Path(__file__).parent.parent
SUBMODULES = {
    "errors", "exports", "frames", "model", "plots", "results", "typing", "vocabularies",
}  # fmt: skip


def names_in_stub(package: str) -> set[str]:
    """The names that type checkers see in a package."""
    stub = ROOT / "src" / package.replace(".", "/") / "__init__.pyi"
    tree = ast.parse(stub.read_text(encoding="utf-8"))
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    return {str(alias.asname) for node in imports for alias in node.names}


@pytest.mark.parametrize("module", [mg.model, mg.results], ids=lambda module: module.__name__)
def test_the_stub_of_a_package_lists_its_public_names(module: ModuleType) -> None:
    """The stub of `model` and of `results` lists the names of `__all__`."""
    assert sorted(module.__all__) == module.__all__
    assert set(module.__all__) == names_in_stub(module.__name__)


def test_the_stub_lists_the_public_names() -> None:
    """The stub, `__all__` and the submodules name the same things, and `dir` shows them."""
    assert sorted(mg.__all__) == mg.__all__
    assert {*mg.__all__, *SUBMODULES} == names_in_stub("migrationgov")
    assert {*mg.__all__, *SUBMODULES} <= set(dir(mg))


@pytest.mark.parametrize(
    "name", [n for n in mg.__all__ if inspect.isroutine(getattr(mg, n)) or n == "using"]
)
def test_annotations_can_be_resolved(name: str) -> None:
    """Tools that read annotations find every type of every public function."""
    function = getattr(mg, name)
    hints = typing.get_type_hints(function.__init__ if inspect.isclass(function) else function)
    assert hints


@pytest.mark.parametrize(
    "function",
    [getattr(each, n) for each in (mg.frames, mg.plots, mg.exports) for n in each.__all__],
    ids=lambda function: function.__name__,
)
def test_annotations_of_packages_can_be_resolved(function: Callable[..., object]) -> None:
    """Each parameter and each answer of `frames`, `plots` and `exports` has a type."""
    assert set(typing.get_type_hints(function)) >= set(inspect.signature(function).parameters)


@pytest.mark.parametrize(
    ("words", "vocabulary"),
    [
        (mg.typing.StatusWord, mg.vocabularies.Status),
        (mg.typing.RoleWord, mg.vocabularies.ProcessRole),
        (mg.typing.TransitionWord, mg.vocabularies.TransitionKind),
        (mg.typing.MeetingLevelWord, mg.vocabularies.MeetingLevel),
        (mg.typing.OfficeWord, mg.vocabularies.Office),
        (mg.typing.CountSubjectWord, mg.vocabularies.CountSubject),
        (mg.typing.SessionKindWord, mg.vocabularies.SessionKind),
        (mg.typing.OutcomeWord, mg.vocabularies.ReconciliationOutcome),
        (mg.typing.SourceKindWord, mg.vocabularies.SourceKind),
        (mg.typing.OrganizationKindWord, mg.vocabularies.OrganizationKind),
        (mg.typing.TreatyKindWord, mg.vocabularies.TreatyKind),
        (mg.typing.ClockWord, mg.vocabularies.Clock),
        (mg.typing.ProcessKindWord, mg.vocabularies.ProcessKind),
        (mg.typing.ProcessStatusWord, mg.vocabularies.ProcessStatus),
    ],
)
def test_literals_are_the_words_of_the_vocabularies(
    words: object, vocabulary: type[Vocabulary]
) -> None:
    """A word that a checker accepts is a word that a query accepts, and the other way round."""
    assert list(typing.get_args(words)) == list(vocabulary)


def test_every_public_type_is_listed() -> None:
    """`typing.__all__` lists all its own aliases."""
    own = {n for n in vars(mg.typing) if n.endswith(("Like", "Word"))}
    assert own <= set(mg.typing.__all__)


@pytest.mark.parametrize("name", mg.__all__)
def test_every_name_is_there_and_documented(name: str) -> None:
    """Each can be had, and says what it is."""
    found = getattr(mg, name)
    assert inspect.getdoc(found)
    assert name in dir(mg)


def test_unknown_names_are_refused() -> None:
    """As by any module."""
    with pytest.raises(AttributeError, match="module 'migrationgov' has no attribute 'nothing'"):
        mg.nothing  # type: ignore[attr-defined]  # noqa: B018 -- on purpose


def test_a_misspelt_name_of_the_package_is_suggested() -> None:
    """Python 3.11 says nothing of a module's names, and a notebook nothing of any."""
    with pytest.raises(AttributeError, match=r"'member_on' \(did you mean members_on, membersh"):
        mg.member_on  # type: ignore[attr-defined]  # noqa: B018 -- on purpose
    with pytest.raises(AttributeError, match=r"no attribute '__wrapped__'$"):
        mg.__wrapped__  # type: ignore[attr-defined]  # noqa: B018 -- on purpose


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
    return re.findall(r"^\| `([\w -]+)` \|", table, re.MULTILINE)


def test_every_word_of_every_vocabulary_is_in_the_codebook() -> None:
    """And no other word."""
    page = (ROOT / "docs/codebook.md").read_text(encoding="utf-8")
    modules = (mg.vocabularies, characteristics, histories, published_numbers, treaties)
    for name, vocabulary in {k: v for each in modules for k, v in vars(each).items()}.items():
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
        " Attestation ConsultativeProcess Characteristic Milestone StatusReport"
        " ParticipantLists RoleList ListedParticipant Term Officer Meeting Manifest History Tenure"
        " Relation Headquarters Presence DatedAttestation Session FieldOffice AttestedName"
        " StrategyItem Work CountList CountClaim Treaty FinalClause Resolution Votes"
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


def test_submodules_are_loaded_on_use() -> None:
    """`mg.plots` needs no import of its own; a module that is not public is no attribute."""
    from migrationgov import exports, frames, plots

    assert (mg.exports, mg.frames, mg.plots) == (exports, frames, plots)
    with pytest.raises(AttributeError, match="has no attribute 'tables'"):
        _ = mg.tables  # type: ignore[attr-defined]  # on purpose
