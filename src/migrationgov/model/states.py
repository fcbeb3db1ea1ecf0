"""States and territories, past and present."""

from __future__ import annotations

from attrs import field, frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.converters import optional_date
from migrationgov.model.field_metadata import KEY, REMARK, list_of
from migrationgov.model.names import Name
from migrationgov.model.periods import Period
from migrationgov.model.sources import Citation
from migrationgov.model.validators import (
    end_not_before_start,
    is_bool,
    is_nonempty_str,
    is_str,
    is_tuple_of_str,
    tuple_of,
)
from migrationgov.record import Record
from migrationgov.vocabularies import StateId


@frozen(kw_only=True, repr=False)
class SystemCode(Record):
    """
    A code in one of the lists of the state system, and when it is valid.

    Attributes:
        number: The numeric code.
        abbreviation: The letters that the list uses.
        start: First day in the list's system.
        end: Last day, None while it lasts.
        microstate: Whether the list counts the state among its microstates.
    """

    number: int = field(metadata=KEY)
    abbreviation: str = field(validator=is_str)
    start: PartialDate | None = field(default=None, converter=optional_date, metadata=KEY)
    end: PartialDate | None = field(
        default=None, converter=optional_date, validator=end_not_before_start
    )
    microstate: bool = field(default=False, validator=is_bool)

    @property
    def period(self) -> Period:
        """The days the code is valid on, both ends included."""
        return Period(self.start, self.end)

    def __str__(self) -> str:
        return f"{self.number} {self.abbreviation}, {self.period}"


@frozen(kw_only=True, repr=False)
class State(Record):
    """
    A state or territory that can be a member, an observer or a participant.

    Attributes:
        id: ISO 3166-1 alpha-3; for a former state its ISO 3166-3 four-letter code.
        name: The short English name.
        iso2: ISO 3166-1 alpha-2 (of a former state: the withdrawn one).
        iso3: ISO 3166-1 alpha-3 (of a former state: the withdrawn one).
        m49: The three digits of the UN's M49 list, "" where there are none.
        names: All names it has or had, with language, form and dates.
        standing: Whether it is independent, in the words of the code list.
        region: UN region.
        subregion: UN subregion.
        cow: Codes in the Correlates of War state list, with their dates.
        gw: Codes in the list of Gleditsch and Ward, with their dates.
        start: First day on which it exists under this id; None where that is not recorded.
        end: Last day of its existence; None while it lasts.
        predecessors: Ids of the states it followed.
        successors: Ids of the states that followed it.
        wikidata: Its item in Wikidata.
        note: What a reader should know.
        citations: The sources.
    """

    id: StateId = field(validator=is_nonempty_str, metadata=KEY)
    name: str = field(validator=is_nonempty_str)
    iso2: str = field(validator=is_str)
    iso3: str = field(validator=is_str)
    m49: str = field(validator=is_str)
    names: tuple[Name, ...] = field(validator=tuple_of(Name))
    standing: str = field(default="", validator=is_str)
    region: str = field(default="", validator=is_str)
    subregion: str = field(default="", validator=is_str)
    start: PartialDate | None = field(default=None, converter=optional_date)
    end: PartialDate | None = field(
        default=None, converter=optional_date, validator=end_not_before_start
    )
    cow: tuple[SystemCode, ...] = list_of(SystemCode)
    gw: tuple[SystemCode, ...] = list_of(SystemCode)
    predecessors: tuple[StateId, ...] = field(default=(), validator=is_tuple_of_str)
    successors: tuple[StateId, ...] = field(default=(), validator=is_tuple_of_str)
    wikidata: str = field(default="", validator=is_str)
    note: str = field(default="", validator=is_str, metadata=REMARK)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    @property
    def period(self) -> Period:
        """When it exists under this id."""
        return Period(self.start, self.end)

    def __str__(self) -> str:
        return self.name
