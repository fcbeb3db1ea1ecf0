"""The command ``list``: the states, processes, organizations, treaties and groups of the data."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

import migrationgov as mg
from migrationgov.commands.tables import Cell, Column, Table
from migrationgov.dates.partial_date import AFTER_ALL, as_date
from migrationgov.model.names import folded
from migrationgov.queries.process_statuses import status_of_process

_ID = Column("id", "Code")
_NAME = Column("name", "Name")
_KIND = Column("kind", "Kind")


def catalogue(given: argparse.Namespace) -> Table:
    """Answer ``list``: the states, processes, organizations, treaties or groups of the data."""
    filters = {each: getattr(given, each) for each in given.filters}
    found = getattr(mg, given.what)(**filters, dataset=given.facts)
    columns, row = _ROWS[given.what]
    on = filters.get("on")
    day = as_date(on).last_ordinal if on else AFTER_ALL  # decides on the status of a process
    rows = [row(each, day) for each in sorted(found, key=lambda each: folded(each.name))]
    asked = [f"{name.replace('_', '-')} {text}" for name, text in filters.items() if text]
    title = ", ".join([given.what.capitalize(), *asked])
    return Table(columns, rows, f"{title}: {len(rows) or 'none on record'}")


def _state(each: mg.model.State, _: int) -> tuple[Cell, ...]:
    return each.id, each.name, each.region, each.subregion, each.iso2, each.m49


def _process(each: mg.model.ConsultativeProcess, day: int) -> tuple[Cell, ...]:
    regions = "; ".join(map(str, each.regions))
    return each.id, each.name, each.kind, status_of_process(each, day), regions


def _organization(each: mg.model.Organization, _: int) -> tuple[Cell, ...]:
    return each.id, each.acronym, each.name, each.kind, each.founded


def _treaty(each: mg.model.Treaty, _: int) -> tuple[Cell, ...]:
    return each.id, each.name, each.kind, each.adopted, each.in_force, each.title


_ORGANIZATIONS = (_ID, Column("acronym", "Acronym"), _NAME, _KIND, Column("founded", "Founded"))
_ROWS: dict[str, tuple[tuple[Column, ...], Callable[[Any, int], tuple[Cell, ...]]]] = {
    "states": (
        (
            _ID, _NAME, Column("region", "Region"), Column("subregion", "Subregion"),
            Column("iso2"), Column("m49"),
        ),
        _state,
    ),
    "processes": (
        (_ID, _NAME, _KIND, Column("status", "Status"), Column("regions", "Regions")),
        _process,
    ),
    "organizations": (_ORGANIZATIONS, _organization),
    "groups": (_ORGANIZATIONS, _organization),
    "treaties": (
        (
            _ID, _NAME, _KIND, Column("adopted", "Adopted"), Column("in_force", "In force"),
            Column("title"),
        ),
        _treaty,
    ),
}  # fmt: skip
