"""Organizations: institutions that states belong to, and parties beside states."""

# pyright: reportUnnecessaryIsInstance=false
# (a value is checked when the program runs, whatever its annotation)
from __future__ import annotations

from attrs import field, frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import WrongTypeError, short_repr
from migrationgov.model.converters import optional_date
from migrationgov.model.field_metadata import KEY, REMARK
from migrationgov.model.names import Name, folded
from migrationgov.model.sources import Citation
from migrationgov.model.validators import is_nonempty_str, is_str, tuple_of
from migrationgov.record import Record
from migrationgov.vocabularies import OrganizationId, OrganizationKind


@frozen(kw_only=True, repr=False)
class Organization(Record):
    """
    An organization that states belong to, or that takes part beside them.

    Attributes:
        id: Short name in lower case, unique in the dataset.
        name: The English name of today.
        acronym: Its usual acronym; "" where there is none.
        kind: What kind of organization it is.
        names: All names it has or had, with language, form and dates.
        founded: When it was founded, where known.
        note: What a reader should know.
        citations: The sources.
    """

    id: OrganizationId = field(validator=is_nonempty_str, metadata=KEY)
    name: str = field(validator=is_nonempty_str)
    acronym: str = field(default="", validator=is_str)
    kind: OrganizationKind = field(converter=OrganizationKind)
    founded: PartialDate | None = field(default=None, converter=optional_date)
    names: tuple[Name, ...] = field(validator=tuple_of(Name))
    note: str = field(default="", validator=is_str, metadata=REMARK)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def known_as(self, name: str) -> tuple[Name, ...]:
        """
        Return the names of the organization that match a name, each with its form and dates.

        >>> from migrationgov import find_organization
        >>> [str(name.end) for name in find_organization("ICEM").known_as("ICEM")]
        ['1980-11']
        """
        if not isinstance(name, str):
            raise WrongTypeError(f"a name is text, not {short_repr(name)}")
        return tuple(each for each in self.names if folded(each.text) == folded(name))

    def __str__(self) -> str:
        return self.acronym or self.name
