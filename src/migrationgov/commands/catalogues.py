"""The command ``list``: the states, processes, organizations, treaties and groups of the data."""

from __future__ import annotations

import argparse
import warnings
from collections.abc import Callable
from typing import Any

import migrationgov as mg
from migrationgov.commands.tables import Cell, Column, Table
from migrationgov.model.names import folded
from migrationgov.vocabularies import ProcessStatus

_ID = Column("id", "Code")
_NAME = Column("name", "Name")
_KIND = Column("kind", "Kind")


def catalogue(given: argparse.Namespace) -> Table:
    """Answer ``list``: the states, processes, organizations, treaties or groups of the data."""
    filters = {each: getattr(given, each) for each in given.filters}
    found = getattr(mg, given.what)(**filters, dataset=given.facts)
    columns, row = _ROWS[given.what]
    statuses = _process_statuses(filters, given.facts) if given.what == "processes" else {}
    rows = [row(each, statuses) for each in sorted(found, key=lambda each: folded(each.name))]
    asked = [f"{name.replace('_', '-')} {text}" for name, text in filters.items() if text]
    title = ", ".join([given.what.capitalize(), *asked])
    return Table(columns, rows, f"{title}: {len(rows) or 'none on record'}")


def _process_statuses(filters: dict[str, Any], facts: mg.Dataset) -> dict[str, str]:
    """Return the status of each process on the date of the question."""
    with warnings.catch_warnings():  # nothing is left out: an unknown status has a row, too
        warnings.simplefilter("ignore", mg.errors.CoverageWarning)
        return {
            each.id: status.value
            for status in ProcessStatus
            for each in mg.processes(status=status, on=filters["on"], dataset=facts)
        }


def _state(each: mg.model.State, _: dict[str, str]) -> tuple[Cell, ...]:
    return each.id, each.name, each.region, each.subregion, each.iso2, each.m49


def _process(each: mg.model.ConsultativeProcess, statuses: dict[str, str]) -> tuple[Cell, ...]:
    regions = "; ".join(map(str, each.regions))
    return each.id, each.name, each.kind, statuses.get(each.id), regions


def _organization(each: mg.model.Organization, _: dict[str, str]) -> tuple[Cell, ...]:
    return each.id, each.acronym, each.name, each.kind, each.founded


def _treaty(each: mg.model.Treaty, _: dict[str, str]) -> tuple[Cell, ...]:
    return each.id, each.name, each.kind, each.adopted, each.in_force, each.title


_ORGANIZATIONS = (_ID, Column("acronym", "Acronym"), _NAME, _KIND, Column("founded", "Founded"))
_ROWS: dict[str, tuple[tuple[Column, ...], Callable[[Any, dict[str, str]], tuple[Cell, ...]]]] = {
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
