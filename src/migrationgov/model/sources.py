"""How we know: sources, citations of them, and what they disagree about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import attrs
from attrs import field, fields, frozen, has

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.converters import optional_date
from migrationgov.model.field_metadata import KEY
from migrationgov.model.validators import is_nonempty_str, is_str, tuple_of
from migrationgov.record import Record
from migrationgov.vocabularies import SourceId, SourceKind


@frozen(kw_only=True, repr=False)
class Source(Record):
    """
    One document that facts come from.

    Attributes:
        id: Short name, unique in the dataset.
        title: What the document is called.
        publisher: Who published it, where known.
        symbol: Document symbol ("MC/2097/Rev.1"), where there is one.
        published: When it was published, as exact as known; None for an undated page.
        url: Where it was read, if it is on the web.
        kind: What sort of document it is.
        note: What a reader should know about it.
    """

    id: SourceId = field(validator=is_nonempty_str, metadata=KEY)
    title: str = field(validator=is_nonempty_str)
    publisher: str = field(default="", validator=is_str)
    symbol: str = field(default="", validator=is_str)
    published: PartialDate | None = field(default=None, converter=optional_date)
    url: str = field(default="", validator=is_str)
    kind: SourceKind = field(converter=SourceKind)
    note: str = field(default="", validator=is_str)

    def __str__(self) -> str:
        date = f", {self.published}" if self.published else ", undated"
        return f"{self.title}{date}"


@frozen(kw_only=True, repr=False)
class Citation(Record):
    """
    A place in a source that says something.

    Attributes:
        source: Id of the source.
        locator: Where in it (paragraph, table row, page), in our words.
        gives: What the source literally gives, when that differs from the value we use.
    """

    source: SourceId = field(validator=is_nonempty_str, metadata=KEY)
    locator: str = field(default="", validator=is_str, metadata=KEY)
    gives: str = field(default="", validator=is_str, metadata=KEY)

    def __str__(self) -> str:
        where = f", {self.locator}" if self.locator else ""
        return f"{self.source}{where}" + (f" (gives {self.gives})" if self.gives else "")


@frozen(kw_only=True, repr=False)
class Claim(Record):
    """One of several rival values, with who says so."""

    value: str = field(validator=is_nonempty_str, metadata=KEY)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def __str__(self) -> str:
        return f"{self.value} ({', '.join(each.source for each in self.citations)})"


@frozen(kw_only=True, repr=False)
class Disagreement(Record):
    """
    Rival values for one fact, the one we use, and why.

    Attributes:
        subject: What it is about: id of a state, organization or process.
        context: The register or process it belongs to ("iom", "almaty-process").
        field: Which fact: a kind of transition, "chair", "established", ...
        claims: The rival values, each with its citations.
        preferred: The value used, or the span where it covers several; None where that is open.
        reason: Why.
    """

    subject: str = attrs.field(validator=is_nonempty_str, metadata=KEY)
    context: str = attrs.field(validator=is_nonempty_str)
    field: str = attrs.field(validator=is_nonempty_str, metadata=KEY)
    claims: tuple[Claim, ...] = attrs.field(validator=tuple_of(Claim, at_least=2))
    preferred: str | None = attrs.field(default=None, validator=attrs.validators.optional(is_str))
    reason: str = attrs.field(validator=is_nonempty_str)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of all claims, in their order."""
        return tuple(citation for claim in self.claims for citation in claim.citations)

    def __str__(self) -> str:
        values = " / ".join(claim.value for claim in self.claims)
        about = (
            self.subject if self.subject == self.context else f"{self.subject} in {self.context}"
        )
        return f"{about}, {self.field}: {values}; used: {self.preferred or 'none'}"


def citations_in(record: Any) -> Iterator[Citation]:
    """Yield all citations in a record, however deep."""
    if isinstance(record, Citation):
        yield record
    elif isinstance(record, tuple):
        for each in cast("tuple[object, ...]", record):
            yield from citations_in(each)
    elif has(kind := cast("type[object]", type(record))):
        for each in fields(kind):
            yield from citations_in(getattr(record, each.name))
