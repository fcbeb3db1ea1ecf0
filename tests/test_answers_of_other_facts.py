"""Answers that know their facts, tables of strangers, and files that cannot be written."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import polars as pl
import pytest

import migrationgov as mg
from migrationgov.commands import main
from migrationgov.exports import answer_files
from miniature_treaties import treaty_facts

SOURCE = "iom-mc-2097-rev1"


def test_an_answer_cites_the_sources_of_its_own_facts() -> None:
    """Not those of the active dataset, which may have another title, or no such source."""
    own = mg.loads(mg.dumps(mg.dataset()).replace("IOM welcomes Kazakh membership", "MINE"))
    status = mg.status_on("KAZ", "2002-12-02", dataset=own)
    assert "MINE" in status.cite()
    assert "MINE" in mg.cite(mg.members_on("2002-12-02", dataset=own))


def test_records_are_cited_from_given_facts() -> None:
    facts = treaty_facts()
    steps = mg.transitions(dataset=facts)
    with pytest.raises(mg.errors.UnknownRecordError, match="dataset="):
        steps[0].cite()
    assert steps[0].cite(dataset=facts)
    assert steps.cite() == steps.cite(dataset=facts) == mg.cite(steps, dataset=facts) != ""


def test_a_status_by_deposit_has_no_figure() -> None:
    facts = treaty_facts()
    treaty = facts.treaties[0]
    party = mg.transitions(None, treaty, dataset=facts)[0].party
    status = mg.status_on(party, "2020", treaty, by="deposit", dataset=facts)
    with pytest.raises(mg.errors.WrongTypeError, match="no figure"):
        status.plot()


def test_a_table_of_parties_says_by_what() -> None:
    facts = treaty_facts()
    treaty = facts.treaties[0]
    for clock in ("effect", "deposit"):
        parties = mg.parties_on("2020", treaty, by=clock, dataset=facts)
        assert set(parties.to_frame()["clock"]) == {clock}


@pytest.mark.parametrize("name", ["sources", "end_sources", "sources_x", "sources_right"])
def test_columns_of_sources_are_found_after_a_merge(name: str) -> None:
    assert [each.id for each in mg.sources_of(pd.DataFrame({name: [SOURCE]}))] == [SOURCE]


@pytest.mark.parametrize(
    "cells", [[SOURCE, None], [SOURCE, float("nan")], [pd.NA, SOURCE], [[SOURCE], None]]
)
def test_empty_cells_have_no_source_and_lists_have_several(cells: list[object]) -> None:
    assert [each.id for each in mg.sources_of(pd.DataFrame({"sources": cells}))] == [SOURCE]


def test_a_list_column_of_polars() -> None:
    table = pl.DataFrame({"sources": [[SOURCE], None]})
    assert [each.id for each in mg.sources_of(table)] == [SOURCE]


def test_cells_that_are_no_ids_are_an_error() -> None:
    with pytest.raises(mg.errors.WrongTypeError, match="not 1"):
        mg.cite(pd.DataFrame({"sources": [1, 2]}))


@pytest.mark.parametrize("library", ["xlsxwriter", "openpyxl"])
def test_a_workbook_that_cannot_be_written_is_an_error_of_the_system(
    library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer_files, "_WRITERS", {library: answer_files._WRITERS[library]})
    with pytest.raises(OSError, match="nowhere"):
        mg.members_on("2002-12-02").to_excel(tmp_path / "nowhere" / "members.xlsx")


def test_a_term_says_since_when_a_state_chairs(capsys: pytest.CaptureFixture[str]) -> None:
    main(["state", "KAZ", "--on", "2013-06-06", "--csv"])
    lines = [each for each in capsys.readouterr().out.splitlines() if ",chair," in each]
    assert lines
    assert all("2015-10-22" not in each for each in lines)  # a list after the question


def test_nothing_to_cite_names_what_was_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", "KAZ", "Bali Process", "--on", "1960"]) == 1
    assert "'KAZ' and 'Bali Process', 1960" in capsys.readouterr().err


def test_a_disk_that_is_full(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: str) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("migrationgov.commands.program._print", fails)
    assert main(["chair", "Almaty Process"]) == 1
    assert "No space left" in capsys.readouterr().err
