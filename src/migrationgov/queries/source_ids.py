"""The ids of the sources behind anything: a record, an answer, a table, a list of ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from math import isnan
from typing import Any, Protocol, TypeAlias, cast

from attrs import has

from migrationgov.dates.answer import Answer
from migrationgov.errors import WrongTypeError, short_repr
from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import Citation, Source, citations_in
from migrationgov.results.party_lists import PartyList
from migrationgov.results.record_list import Cited, RecordList

_NULLS = ("NAType", "NaTType", "NoneType")
#: "end_sources", too, and what a merge of two tables makes: "sources_x", "sources_right".
_SOURCES = re.compile(r"(?:\w+_)?sources(?:_\w+)?")


class Table(Protocol):
    """A table of pandas, Polars or PyArrow."""

    @property
    def columns(self) -> Any:
        """The names of its columns, or the columns."""
        ...


#: Whatever has sources: ids of sources, several in one text with ";" between them, too.
Evidence: TypeAlias = Cited | Source | Dataset | Table | str | Iterable[Cited | Source | str]


def source_ids(evidence: Any) -> Iterator[str]:
    """Yield the ids of the sources behind something, in the order of the citations."""
    if isinstance(evidence, str):
        yield from (each.strip() for each in evidence.split(";") if each.strip())
    elif isinstance(evidence, Source):
        yield evidence.id
    elif isinstance(evidence, Dataset):
        yield from (each.id for each in evidence.sources)
    elif type(evidence) is PartyList:
        raise WrongTypeError(
            "a part of a member list is no answer; give the member list, or records"
        )
    else:
        yield from _cited(evidence)


def _cited(x: Any) -> Iterator[str]:
    kind = cast("type[object]", type(x))
    if has(kind) and kind.__module__.startswith("migrationgov.model."):
        yield from (citation.source for citation in citations_in(cast("object", x)))
    elif kind is not RecordList and _is_answer(cast("object", x)):
        yield from (citation.source for citation in cast("Cited", x).citations)
    elif hasattr(x, "columns") and not isinstance(x, type):
        yield from _in_table(x)
    elif not isinstance(x, Iterable) or isinstance(x, bytes | Mapping | type):
        raise _no_evidence(cast("object", x))
    else:
        yield from _in_several(x)


def _is_answer(x: object) -> bool:
    found: Any = None if isinstance(x, type) else getattr(x, "citations", None)
    return type(found) is tuple and all(
        isinstance(each, Citation) for each in cast("tuple[object, ...]", found)
    )


def _no_evidence(x: object) -> WrongTypeError:
    hint = "; give the answer of status_on(...)" if isinstance(x, Answer) else ""
    return WrongTypeError(
        f"give a record or an answer that has citations, a table with a column 'sources', ids of"
        f" sources, or a dataset, not {short_repr(x)}{hint}"
    )


def _in_several(several: Any) -> Iterator[str]:
    """Yield the ids of the sources behind several things; an empty cell of a column has none."""
    column = hasattr(several, "dtype") or hasattr(several, "to_pylist")
    values = several.to_pylist() if hasattr(several, "to_pylist") else several
    for each in values:
        if not column or not _is_null(each):
            yield from source_ids(each)


def _is_null(cell: Any) -> bool:
    """Say whether a cell of a column is empty: None, NaN, or the null of a library of tables."""
    if isinstance(cell, float):
        return isnan(cell)
    return cell is None or type(cell).__name__ in _NULLS


def _in_table(table: Any) -> Iterator[str]:
    """Yield the ids in the columns of sources, row by row from column to column."""
    names = [str(each) for each in getattr(table, "column_names", None) or table.columns]
    found = [each for each in dict.fromkeys(names) if _SOURCES.fullmatch(each)]
    if not found:
        shown = ", ".join(map(short_repr, names[:8]))
        raise WrongTypeError(
            "a table needs a column 'sources', or columns such as 'end_sources' or 'sources_x'; it"
            f" has {shown or 'no columns'}"
        )
    for name in found:
        yield from _in_several(_column(table, name))


def _column(table: Any, name: str) -> Any:
    try:
        column = table[name]
    except TypeError:  # a lazy table of Polars
        column = None
    if not isinstance(column, Iterable):
        kind = type(table).__name__
        raise WrongTypeError(
            f"give a table of pandas, Polars or PyArrow, not a {kind}; collect it"
        )
    return cast("Any", column)
