"""Characteristics of processes: themes, regions, aims and more, each with its sources."""

from __future__ import annotations

import re
from typing import Any

from attrs import Attribute, field, frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import WrongTypeError, short_repr
from migrationgov.model.converters import optional_date
from migrationgov.model.field_metadata import KEY, REMARK, meta
from migrationgov.model.sources import Citation
from migrationgov.model.validators import is_nonempty_str, is_str, tuple_of
from migrationgov.record import Record
from migrationgov.vocabularies import Vocabulary
from migrationgov.vocabularies.characteristics import (
    CharacteristicKind,
    LegalNature,
    Region,
    Theme,
)

#: The kinds whose value is a word of a closed vocabulary; the value of the others is a text.
VALUES: dict[CharacteristicKind, type[Vocabulary]] = {
    CharacteristicKind.THEME: Theme,
    CharacteristicKind.REGION: Region,
    CharacteristicKind.LEGAL_NATURE: LegalNature,
}


#: Quotes, spaces and brackets would end an address where a program writes it into a page.
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`|]+", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Return whether a text is the address of a page on the web."""
    return _WEB_ADDRESS.fullmatch(text) is not None


def _fits_its_kind(record: Any, _: Attribute[Any], value: str) -> None:
    words = VALUES.get(record.kind)
    if words is not None:
        words.parse(value)
    elif record.kind is CharacteristicKind.WEBSITE and not is_web_address(value):
        raise WrongTypeError(
            f"{short_repr(value)} is no address of a website; write it with 'https://'"
        )


@frozen(kw_only=True, repr=False)
class Characteristic(Record):
    """
    One thing that sources say of a process as a whole: a theme, a region, its aim.

    Attributes:
        kind: What it tells.
        value: The theme, region or legal nature, a word of its vocabulary; for the other kinds a
            text in our words, for a website its address.
        as_of: The date of the latest source that says so; None where no source has a date.
        note: What a reader should know.
        citations: The sources.
    """

    kind: CharacteristicKind = field(converter=CharacteristicKind, metadata=KEY)
    value: str = field(validator=[is_nonempty_str, _fits_its_kind], metadata=KEY)
    as_of: PartialDate | None = field(
        default=None, converter=optional_date, metadata=meta(date=True, merged="later")
    )
    note: str = field(default="", validator=is_str, metadata=REMARK)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"
