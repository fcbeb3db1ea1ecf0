"""A missing package is told by name; a broken one shows its own error."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import migrationgov as mg
from migrationgov.optional_imports import import_optional


def test_what_is_there_is_imported() -> None:
    """Modules inside packages too."""
    assert import_optional("json.decoder", "frames").__name__ == "json.decoder"


def test_what_is_missing_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to type."""
    for name in ("narwhals", "narwhals.stable.v2"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(mg.errors.MissingExtraError) as caught:
        import_optional("narwhals.stable.v2", "frames")
    assert str(caught.value) == 'this needs narwhals: pip install "migrationgov[frames]"'
    assert caught.value.name == "narwhals"


def test_what_users_bring_is_no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """To install ours would not bring it."""
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(
        mg.errors.MissingExtraError, match=r"^this needs polars: pip install polars$"
    ):
        import_optional("polars")


def test_a_package_that_lacks_something_of_its_own_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To install it again would not help."""
    (tmp_path / "half_there.py").write_text("import nothing_of_that_name", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="nothing_of_that_name") as caught:
        import_optional("half_there", "frames")
    assert not isinstance(caught.value, mg.errors.MissingExtraError)
