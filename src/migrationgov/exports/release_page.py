"""The page of a release: what each file and each table has, and what the grades mean."""

from __future__ import annotations

from collections.abc import Iterable

from migrationgov.exports.release_metadata import ABOUT
from migrationgov.exports.typed_tables import TypedTable
from migrationgov.model.dataset import Dataset

_PAGE = """\
# {title}

{about}

Evidence collected up to {as_of}. Licence of the data: {licence}. Cite the release, and the sources
behind your answer: each fact names them.

## Files

| file | what it is |
|---|---|
| `README.md` | this page |
| `migrationgov.sqlite` | all tables, and the views described below |
| `parquet/` | the same tables, with types, for DuckDB, R, pandas, Polars and Spark |
| `duckdb.sql` | a script that opens the Parquet files in DuckDB, with the same views |
| `csv/` | the same tables as a Frictionless Data Package (`datapackage.json` has types and keys) |
| `migrationgov.json` | the records; `migrationgov.load` reads them, in later versions, too |
| `migrationgov.jsonld` | the records as linked data: schema.org, W3C ORG, PROV-O |
| `croissant.json` | the description for search engines: schema.org, Croissant 1.0 |
| `dcat.jsonld` | the description for data catalogues: DCAT 3 |
| `.zenodo.json`, `codemeta.json` | the descriptions for Zenodo and for software indexes |
| `SHA256SUMS` | the checksum of each file but itself: `sha256sum -c SHA256SUMS` |

## Three grades

* **certain**: the evidence leaves one status only.
* **listed**: the evidence leaves more than one; this status is the best reading, that is the last
  record which speaks of the party, or the first one up to four years later.
* **possible**: the evidence does not exclude the status, and a record names the party in it.

The column `grade` has a fourth word, *unknown*: no record names the party in this status, and none
excludes it. Silence of the sources is not a "no". In the table `stretches` **no row** on a day
means that the party certainly lacks the role on that day.

## Dates

Dates are EDTF text, as exact as their sources. Beside each of them, `..._earliest` and
`..._latest` are the first and the last day that it may mean; they are empty where it is open. In
`stretches`, `first_day` and `last_day` are included; where one is empty, the row has no beginning
or no end. After the last evidence a row goes on as it stood.

In `spells`, `since` is the date of the entry on record. Where it is empty, `start` is only the
date of the first list that names the party (`first_listed`): it may have joined before.

## Views

* `members_on_day`: the members of an institution, or the parties to a treaty, on a day.
* `roles_on_day`: all roles, and the rows whose grade is *unknown*.
* `panel_year`: the grade of each party in a year: that of every day of it, or the lower one.
* `why`: the sources of the record on which each row of `stretches` rests.

The views are about the effect of treaties; `stretches` has them by deposit, too (`clock`).
Those about days and years know the years {first} to {last}; `stretches` answers for every day.

## Tables

| table | rows | columns |
|---|---|---|
{tables}

An id names a fact and stays when its date is corrected. `citations.record` is the `id` of a row of
the table `citations."table"`; a row of `participations` has the sources of its `list`.
"""


def page(facts: Dataset, made: Iterable[TypedTable]) -> str:
    """Return the page as Markdown."""
    tables = {each.name: each for each in made}
    years = tables["years"].columns["year"]
    rows = (
        f"| `{name}` | {len(each.rows):,} | {', '.join(f'`{column}`' for column in each.types)} |"
        for name, each in sorted(tables.items())
    )
    return _PAGE.format(
        title=facts.manifest.title, about=ABOUT, as_of=facts.as_of,
        licence=facts.manifest.licence, first=years[0], last=years[-1], tables="\n".join(rows),
    )  # fmt: skip
