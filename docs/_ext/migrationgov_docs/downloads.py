"""The files that the site offers for download, beside its pages."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

import migrationgov as mg
from migrationgov.exports import write_tables
from migrationgov.exports.csv_package import csv_text
from migrationgov_docs.names import name_of
from migrationgov_docs.timeline_rows import parties_of

#: The files about everything, with what is in each.
DOWNLOADS = {
    "tables.zip": "all facts as CSV tables with their descriptor (a data package)",
    "facts.json": "all facts in one file, which the library reads (mg.loads)",
    "disagreements.csv": "every disagreement between sources, with what each source gives",
}
_COLUMNS = ["institution", "party", "name", "status", "grade", "first_day", "last_day"]


def write_downloads(facts: mg.Dataset, folder: Path) -> None:
    """Write all files for download into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    text = mg.disagreements(dataset=facts).to_csv()
    (folder / "disagreements.csv").write_text(text, encoding="utf-8", newline="")
    (folder / "facts.json").write_text(mg.dumps(facts), encoding="utf-8")
    _write_tables(facts, folder / "tables.zip")
    for institution in (*facts.register_ids, *facts.process_ids):
        text = timelines_csv(institution, facts)
        (folder / f"{institution}.csv").write_text(text, encoding="utf-8", newline="")


def timelines_csv(institution: str, facts: mg.Dataset) -> str:
    """Return the lines of the timeline of an institution: a row for each party and status."""
    rows = [
        {
            "institution": institution,
            "party": party,
            "name": name_of(party, facts),
            "status": each["role"],
            "grade": each["grade"],
            "first_day": each["first"],
            "last_day": each["last"],
        }
        for party, its in sorted(parties_of(institution, facts).items())
        for each in its
    ]
    return csv_text(rows, _COLUMNS)


def _write_tables(facts: mg.Dataset, file: Path) -> None:
    """Write the tables as one archive, which is the same whenever the facts are."""
    with tempfile.TemporaryDirectory() as made, zipfile.ZipFile(file, "w") as archive:
        for each in sorted(write_tables(made, dataset=facts).parent.glob("*")):
            entry = zipfile.ZipInfo(each.name)
            archive.writestr(entry, each.read_bytes(), zipfile.ZIP_DEFLATED)
