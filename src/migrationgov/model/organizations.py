"""Organizations: intergovernmental ones, and the bodies that observe or support."""

from __future__ import annotations

from attrs import field, frozen

from migrationgov.errors import WrongTypeError, shown
from migrationgov.looks import Looks
from migrationgov.model.dates import PartialDate
from migrationgov.model.guards import a_text, dates, records, some_text
from migrationgov.model.names import Name, folded
from migrationgov.model.sources import Citation
from migrationgov.model.vocab import OrganizationId, OrganizationKind


@frozen(kw_only=True, repr=False)
class Organization(Looks):
    """
    A body that states belong to, or that takes part beside them.

    Attributes:
        id: Short name in lower case, unique in the dataset.
        name: The English name of today.
        acronym: The usual letters, "" where there are none.
        kind: What sort of body it is.
        names: All names it goes by or went by, with language, form and dates.
        founded: When it was founded, where known.
        note: What a reader should know.
        citations: Where this comes from.
    """

    id: OrganizationId = field(validator=some_text)
    name: str = field(validator=some_text)
    acronym: str = field(default="", validator=a_text)
    kind: OrganizationKind = field(converter=OrganizationKind)
    founded: PartialDate | None = field(default=None, converter=dates)
    names: tuple[Name, ...] = field(validator=records(Name))
    note: str = field(default="", validator=a_text)
    citations: tuple[Citation, ...] = field(validator=records(Citation))

    def known_as(self, name: str) -> tuple[Name, ...]:
        """
        Return the names of it that read like this one, each with its form and dates.

        >>> from migrationgov import find_organization
        >>> [str(name.end) for name in find_organization("ICEM").known_as("ICEM")]
        ['1980-11']
        """
        if not isinstance(name, str):
            raise WrongTypeError(f"a name is text, not {shown(name)}")
        return tuple(each for each in self.names if folded(each.text) == folded(name))

    def __str__(self) -> str:
        return self.acronym or self.name
