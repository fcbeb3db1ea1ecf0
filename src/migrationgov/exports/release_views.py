"""The views over the tables of a release, for SQLite and for DuckDB."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

Engine = Literal["sqlite", "duckdb"]

#: Days from the first to the last, both included; the later and the earlier of two days.
_FUNCTIONS = {
    "sqlite": {"days": "julianday({1}) - julianday({0}) + 1", "later": "max", "earlier": "min"},
    "duckdb": {
        "days": "date_diff('day', {0}, {1}) + 1",
        "later": "greatest",
        "earlier": "least",
    },
}

_ON_DAY = """\
CREATE VIEW roles_on_day AS
SELECT days.day, s.institution, s.party, coalesce(states.name, organizations.name) AS name,
       s.party_kind, s.role, s.grade, s.evidence, s.evidence_id, s.evidence_from
FROM days
JOIN stretches AS s
  ON (s.first_day IS NULL OR s.first_day <= days.day)
 AND (s.last_day IS NULL OR s.last_day >= days.day)
LEFT JOIN states ON states.id = s.party
LEFT JOIN organizations ON organizations.id = s.party
WHERE coalesce(s.clock, 'effect') = 'effect'
"""

_MEMBERS = """\
CREATE VIEW members_on_day AS
SELECT * FROM roles_on_day
WHERE role IN ('member', 'party') AND grade <> 'unknown'
"""

#: As in Python: certain or listed on every day of the year, otherwise possible.
_YEARS = """\
CREATE VIEW panel_year AS
WITH met AS (
  SELECT years.year, s.institution, s.party, s.party_kind, s.role, s.grade,
         {whole} AS whole,
         {part} AS part
  FROM years
  JOIN stretches AS s
    ON (s.first_day IS NULL OR s.first_day <= years.last_day)
   AND (s.last_day IS NULL OR s.last_day >= years.first_day)
  WHERE coalesce(s.clock, 'effect') = 'effect'
)
SELECT year, institution, party, party_kind, role,
       CASE WHEN sum(CASE WHEN grade = 'certain' THEN part ELSE 0 END) = max(whole) THEN 'certain'
            WHEN sum(CASE WHEN grade IN ('certain', 'listed') THEN part ELSE 0 END) = max(whole)
            THEN 'listed'
            WHEN max(CASE WHEN grade <> 'unknown' THEN 1 ELSE 0 END) = 1 THEN 'possible'
            ELSE 'unknown' END AS grade
FROM met
GROUP BY year, institution, party, party_kind, role
"""

_WHY = """\
CREATE VIEW why AS
SELECT s.institution, s.party, s.role, s.grade, s.first_day, s.last_day, s.evidence,
       s.evidence_id, c.source, c.locator, c.gives, c.quote, sources.title, sources.publisher,
       sources.published, sources.url
FROM stretches AS s
JOIN citations AS c ON c.record = s.evidence_id
JOIN sources ON sources.id = c.source
WHERE coalesce(s.clock, 'effect') = 'effect'
"""


def views(engine: Engine) -> list[str]:
    """Return the statements that create the views."""
    functions = _FUNCTIONS[engine]
    days, later, earlier = functions["days"], functions["later"], functions["earlier"]
    start = f"{later}(coalesce(s.first_day, years.first_day), years.first_day)"
    end = f"{earlier}(coalesce(s.last_day, years.last_day), years.last_day)"
    whole = days.format("years.first_day", "years.last_day")
    return [_ON_DAY, _MEMBERS, _YEARS.format(whole=whole, part=days.format(start, end)), _WHY]


def duckdb_script(names: Iterable[str]) -> str:
    """Return the text of a script that opens the Parquet files in DuckDB, with the views."""
    files = [f"CREATE VIEW {name} AS FROM 'parquet/{name}.parquet'" for name in names]
    about = "-- Run in the folder of the release: duckdb -init duckdb.sql\n"
    return about + "".join(f"{each.rstrip()};\n" for each in (*files, *views("duckdb")))
