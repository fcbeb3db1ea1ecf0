"""States and territories, past and present."""

from __future__ import annotations

from attrs import field, frozen

from migrationgov.looks import Looks
from migrationgov.model.dates import PartialDate
from migrationgov.model.guards import (
    a_flag,
    a_text,
    dates,
    not_before_start,
    records,
    some_text,
    texts,
)
from migrationgov.model.names import Name
from migrationgov.model.periods import Period
from migrationgov.model.sources import Citation
from migrationgov.model.vocab import StateId


@frozen(kw_only=True, repr=False)
class SystemCode(Looks):
    """
    A code in one of the lists of the state system, and when it is valid.

    Attributes:
        number: The numeric code.
        abbreviation: The letters the list uses.
        start: First day in the list's system.
        end: Last day, None while it lasts.
        microstate: Whether the list counts it among its microstates.
    """

    number: int
    abbreviation: str = field(validator=a_text)
    start: PartialDate | None = field(default=None, converter=dates)
    end: PartialDate | None = field(default=None, converter=dates, validator=not_before_start)
    microstate: bool = field(default=False, validator=a_flag)

    @property
    def period(self) -> Period:
        """The days the code is valid on, both ends included."""
        return Period(self.start, self.end)

    def __str__(self) -> str:
        return f"{self.number} {self.abbreviation}, {self.period}"


@frozen(kw_only=True, repr=False)
class State(Looks):
    """
    A state or territory that can be a member, an observer or a participant.

    Attributes:
        id: ISO 3166-1 alpha-3; for a former state its ISO 3166-3 four-letter code.
        name: The short English name.
        iso2: ISO 3166-1 alpha-2 (of a former state: the withdrawn one).
        iso3: ISO 3166-1 alpha-3 (of a former state: the withdrawn one).
        m49: The three digits of the UN's M49 list, "" where there are none.
        names: All names it goes by, with language, form and dates.
        standing: Whether it is independent, in the words of the code list.
        region: UN region.
        subregion: UN sub-region.
        cow: Codes in the Correlates of War state list, with validity.
        gw: Codes in the list of Gleditsch and Ward, with validity.
        start: Since when it exists under this id; None where that is not recorded.
        end: Last day of its existence; None while it lasts.
        predecessors: Ids of the states it followed.
        successors: Ids of the states that followed it.
        wikidata: Its item in Wikidata.
        note: What a reader should know.
        citations: Where all this comes from.
    """

    id: StateId = field(validator=some_text)
    name: str = field(validator=some_text)
    iso2: str = field(validator=a_text)
    iso3: str = field(validator=a_text)
    m49: str = field(validator=a_text)
    names: tuple[Name, ...] = field(validator=records(Name))
    standing: str = field(default="", validator=a_text)
    region: str = field(default="", validator=a_text)
    subregion: str = field(default="", validator=a_text)
    start: PartialDate | None = field(default=None, converter=dates)
    end: PartialDate | None = field(default=None, converter=dates, validator=not_before_start)
    cow: tuple[SystemCode, ...] = field(default=(), validator=records(SystemCode, at_least=0))
    gw: tuple[SystemCode, ...] = field(default=(), validator=records(SystemCode, at_least=0))
    predecessors: tuple[StateId, ...] = field(default=(), validator=texts)
    successors: tuple[StateId, ...] = field(default=(), validator=texts)
    wikidata: str = field(default="", validator=a_text)
    note: str = field(default="", validator=a_text)
    citations: tuple[Citation, ...] = field(validator=records(Citation))

    @property
    def period(self) -> Period:
        """When it exists under this id."""
        return Period(self.start, self.end)

    def __str__(self) -> str:
        return self.name
