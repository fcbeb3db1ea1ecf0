"""The answer of queries that return several records."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, SupportsIndex, TypeVar, overload

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import Citation
from migrationgov.record import Exportable, shorten
from migrationgov.results.plain_values import to_plain
from migrationgov.words import count


class Cited(Protocol):
    """Any record with citations."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The sources of the record."""
        ...


_MOST_SHOWN = 20
Record_co = TypeVar("Record_co", bound=Cited, covariant=True)


class RecordList(Exportable, tuple[Record_co, ...]):  # noqa: SLOT001 -- it keeps a type
    """
    A tuple of records that a notebook displays as a table.

    It is equal to the plain tuple of its records.

    Attributes:
        of: The type of the records, for the columns of a list without records; None if it is not
            known.
        dataset: The dataset of the query; None if it is not known.
    """

    of: type[Any] | None
    dataset: Dataset | None

    def __new__(
        cls,
        records: Iterable[Record_co] = (),
        of: type[Any] | None = None,
        dataset: Dataset | None = None,
    ) -> RecordList[Record_co]:
        """Make a list of records of a type, from a dataset."""
        made = super().__new__(cls, records)
        made.of = of or (type(made[0]) if made else None)
        made.dataset = dataset
        return made

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of all the records, each once, in order."""
        return tuple(dict.fromkeys(c for record in self for c in record.citations))

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, place: SupportsIndex) -> Record_co: ...
        @overload
        def __getitem__(self, place: slice) -> RecordList[Record_co]: ...
        def __getitem__(self, place: Any) -> Any: ...

    else:

        def __getitem__(self, place: Any) -> Any:
            found = tuple.__getitem__(self, place)
            return RecordList(found, self.of, self.dataset) if isinstance(place, slice) else found

    def __repr__(self) -> str:
        if not self:
            return "<no records>"
        days, when = self._days()
        shown = [
            f"\n  {shorten(str(record))}{day}"
            for record, day in zip(self[:_MOST_SHOWN], days, strict=False)
        ]
        more = len(self) - len(shown)
        rest = f"\n  ... and {more} more" if more else ""
        return f"<{count(len(self), 'record')}{when}:{''.join(shown)}{rest}>"

    def _days(self) -> tuple[list[str], str]:
        """Return what says on which day each record holds: in its line, or once for all."""
        found = [getattr(record, "on", None) for record in self]
        if not isinstance(found[0], PartialDate):
            return [""] * len(self), ""
        if len({*found}) == 1:
            return [""] * len(self), f" on {found[0]}"
        return [f", on {day}" for day in found], ", each on its own day"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one plain dictionary per record."""
        return [getattr(record, "to_dict", partial(to_plain, record))() for record in self]
