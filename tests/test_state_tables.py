"""The tables of states: nothing is lost in them, and what is wrong is named with file and row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import migrationgov as mg
from migrationgov.model.state_tables import TABLES, state_rows, state_tables
from miniature import dataset

cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
filled = cells.filter(bool)
citations = st.lists(
    filled | st.fixed_dictionaries({"source": filled, "gives": filled}), min_size=1, max_size=3
)
names = st.fixed_dictionaries({"text": cells}, optional={"lang": filled, "citations": citations})
codes = st.fixed_dictionaries(
    {"number": st.integers(), "abbreviation": cells},
    optional={"start": filled, "microstate": st.booleans()},
)
rows = st.fixed_dictionaries(
    dict.fromkeys(("id", "name", "iso2", "iso3", "m49"), cells)
    | {"names": st.lists(names, min_size=1, max_size=3), "citations": citations},
    optional={
        "note": filled,
        "successors": st.lists(filled, min_size=1, max_size=3),
        "cow": st.lists(codes, min_size=1, max_size=2),
    },
)


@given(st.lists(rows, max_size=4, unique_by=lambda row: row["id"]))
def test_any_rows_come_back(states: list[dict[str, Any]]) -> None:
    """Whatever signs are in the cells."""
    assert states == state_rows(state_tables(states))


def written(folder: Path, **changed: str) -> Path:
    """A folder of data with some tables replaced; nothing there where the text is empty."""
    mg.dump(dataset(), folder)
    for name, text in changed.items():
        file = folder / f"{name}.csv"
        file.write_text(text, encoding="utf-8") if text else file.unlink()
    return folder


STATES, NAMES, CODES = (",".join(columns) for columns in TABLES.values())


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"state_codes": ""}, "state_codes.csv: is missing; the states have three tables"),
        ({"state_names": "state;text"}, "state_names.csv row 1: there must be the columns state,"),
        ({"states": f"{STATES}\nAAA,A\n"}, "states.csv row 2: 2 cells for 15 columns"),
        (
            {"states": f"{STATES}\n" + 2 * f"AAA{',' * 14}\n"},
            "states.csv row 3: the state 'AAA' has a row already",
        ),
        (
            {"state_names": f"{NAMES}\nZZZ,Zed,,,,,\n"},
            "state_names.csv row 2: there is no state 'ZZZ' in states.csv",
        ),
        (
            {"state_codes": f"{CODES}\nAAA,iso,1,A,,,\n"},
            "state_codes.csv row 2: the system is 'iso'; there are cow and gw",
        ),
        (
            {"state_codes": f"{CODES}\nAAA,cow,one,A,,,\n"},
            "states.csv $.states[0].cow[0].number: 'one' is not a whole number",
        ),
        (
            {"state_names": f"{NAMES}\n"},
            "states.csv row 2: the state 'AAA' has no name; add a row for it to state_names.csv",
        ),
        (
            {"states": f'{STATES}\nAAA{"," * 14}"[""a-source"\n'},
            "states.csv row 2: '[\"a-source' in the column citations cannot be read: Unterminated",
        ),
        (
            {"state_codes": f"{CODES}\nAAA,cow,{'1' * 5000},A,,,\n"},
            "1'... in the column number cannot be read: Exceeds the limit",
        ),
        ({"states": f'{STATES}\n"AAA,'}, "states.csv row 2: unexpected end of data"),
        ({"regions": "x"}, "regions.csv: is no table of states; there are states.csv"),
    ],
)
def test_tables_that_are_refused(changed: dict[str, str], problem: str, tmp_path: Path) -> None:
    """The file, the row, the value and what would be accepted."""
    with pytest.raises(mg.errors.DataFileError) as caught:
        mg.load(written(tmp_path / "data", **changed))
    assert problem in str(caught.value)


def test_states_in_json_are_read_too(tmp_path: Path) -> None:
    """A folder has them in one of both forms, and a dump replaces the earlier one."""
    folder = written(tmp_path / "data")
    mg.dump(dataset(), tmp_path / "one.json")
    (folder / "states.json").write_text('{"schema_version": 3, "states": []}', encoding="utf-8")
    with pytest.raises(mg.errors.DataFileError, match="states is there twice"):
        mg.load(folder)
    mg.dump(dataset(), folder)
    assert dataset() == mg.load(folder)


def test_tables_of_a_later_version_are_refused(tmp_path: Path) -> None:
    """The descriptor gives the version of the tables."""
    folder = written(tmp_path / "data")
    file = folder / "states.csv-metadata.json"
    file.write_text('{"schema_version": 9}', encoding="utf-8")
    with pytest.raises(mg.errors.DataFileError, match="schema_version 9; this version reads"):
        mg.load(folder)
    file.write_text("[9]", encoding="utf-8")
    with pytest.raises(mg.errors.DataFileError, match=r"is \[9\], not an object with a"):
        mg.load(folder)
