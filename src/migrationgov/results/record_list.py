"""The answer of queries that return several records."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, SupportsIndex, TypeVar, overload

from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import Citation
from migrationgov.record import Exportable, shorten
from migrationgov.results.plain_values import to_plain


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
        shown = [f"\n  {shorten(str(record))}" for record in self[:_MOST_SHOWN]]
        more = len(self) - len(shown)
        rest = f"\n  ... and {more} more" if more else ""
        noun = "record" if len(self) == 1 else "records"
        return f"<{len(self)} {noun}:{''.join(shown)}{rest}>" if self else "<no records>"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one plain dictionary per record."""
        return [getattr(record, "to_dict", partial(to_plain, record))() for record in self]
