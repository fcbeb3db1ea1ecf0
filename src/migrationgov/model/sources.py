"""The evidence: sources, citations, and disagreements between sources."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, cast

import attrs
from attrs import Attribute, field, fields, frozen, has

from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import InvalidDateError, WrongTypeError, short_repr
from migrationgov.model.converters import optional_date
from migrationgov.model.field_metadata import KEY, REMARK, meta
from migrationgov.model.validators import is_nonempty_str, is_str, tuple_of
from migrationgov.record import Record
from migrationgov.vocabularies import SourceId, SourceKind


@frozen(kw_only=True, repr=False)
class Source(Record):
    """
    One document that facts come from.

    Attributes:
        id: Short name, unique in the dataset.
        title: Title of the document.
        publisher: Who published it, where known.
        symbol: Document symbol ("MC/2097/Rev.1"), where there is one.
        published: When it was published, as exactly as known; None for an undated page.
        url: Where it was read, if it is on the web.
        kind: What kind of document it is.
        read_on: When it was read, where that is on record; None where it is not.
        archived: The address of a copy that does not change, where one was read.
        note: What a reader should know about it.
    """

    id: SourceId = field(validator=is_nonempty_str, metadata=KEY)
    title: str = field(validator=is_nonempty_str)
    publisher: str = field(default="", validator=is_str)
    symbol: str = field(default="", validator=is_str)
    published: PartialDate | None = field(default=None, converter=optional_date)
    url: str = field(default="", validator=is_str)
    kind: SourceKind = field(converter=SourceKind)
    read_on: PartialDate | None = field(
        default=None, converter=optional_date, metadata=meta(merged="later")
    )
    archived: str = field(default="", validator=is_str, metadata=REMARK)
    note: str = field(default="", validator=is_str, metadata=REMARK)

    def __str__(self) -> str:
        date = f", {self.published}" if self.published else ", undated"
        return f"{self.title}{date}"


def _is_source_id(record: Any, _: Attribute[Any], value: object) -> None:
    if not isinstance(value, str) or not value.strip() or "[" in value:
        raise WrongTypeError(
            f"{type(record).__name__} names a source by its id, with the place in brackets where"
            f" there is one, as 'source-id[para. 3]', not as {short_repr(value)}"
        )


@lru_cache(maxsize=1024)
def _date_or_name(text: str) -> PartialDate | str | None:
    """Return the date of an EDTF text, or a name without digits unchanged; else None."""
    if not any(sign.isdigit() for sign in text):
        return text if text.strip() else None
    try:
        return PartialDate.parse(text)
    except InvalidDateError:
        return None


def to_given(value: object) -> PartialDate | int | str | None:
    """
    Convert the value that a source gives: an EDTF date, a whole number, or a name.

    >>> to_given("1994"), to_given("[..1991]"), to_given(16), to_given("Asanbayev")
    (PartialDate('1994'), PartialDate('[..1991]'), 16, 'Asanbayev')
    """
    if value is None or isinstance(value, PartialDate) or type(value) is int:
        return value
    found = _date_or_name(value) if isinstance(value, str) else None
    if found is not None:
        return found
    raise WrongTypeError(
        f"Citation.gives is a date in EDTF, a number or a name, not {short_repr(value)};"
        " write other words in 'quote'"
    )


@frozen(kw_only=True, repr=False)
class Citation(Record):
    """
    A place in a source that is evidence for a record.

    Attributes:
        source: Id of the source.
        locator: The place in the source (paragraph, table row, page), in our words.
        gives: The value that the source gives, where it differs from the value that we use: a date
            (for a term an interval, from start to end), a number, or a name.
        quote: The words of the source, where they differ and give no such value.
    """

    source: SourceId = field(validator=_is_source_id, metadata=KEY)
    locator: str = field(default="", validator=is_str, metadata=KEY)
    gives: PartialDate | int | str | None = field(default=None, converter=to_given, metadata=KEY)
    quote: str = field(default="", validator=is_str, metadata=KEY)

    @property
    def differs(self) -> bool:
        """Whether the source gives another value than the record."""
        return self.gives is not None or bool(self.quote)

    @property
    def given_text(self) -> str:
        """The value that the source gives, as text; "" if it is the value that we use."""
        return self.quote or ("" if self.gives is None else str(self.gives))

    def __str__(self) -> str:
        where = f", {self.locator}" if self.locator else ""
        return f"{self.source}{where}" + (f" (gives {self.given_text})" if self.differs else "")


@frozen(kw_only=True, repr=False)
class Claim(Record):
    """One of several rival values, with its sources."""

    value: str = field(validator=is_nonempty_str, metadata=KEY)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def __str__(self) -> str:
        return f"{self.value} ({', '.join(each.source for each in self.citations)})"


@frozen(kw_only=True, repr=False)
class Disagreement(Record):
    """
    Rival values for one fact, with the value that we use and the reason.

    Attributes:
        subject: What it is about: id of a state, organization or process.
        context: The organization or process whose file it is in ("iom", "almaty-process").
        field: Which fact: a kind of transition, "chair", "established", ...
        claims: The rival values, each with its citations.
        preferred: The value that we use, or the span that covers several values; None where that
            is open.
        reason: Why we use it.
    """

    subject: str = attrs.field(validator=is_nonempty_str, metadata=KEY)
    context: str = attrs.field(validator=is_nonempty_str)
    field: str = attrs.field(validator=is_nonempty_str, metadata=KEY)
    claims: tuple[Claim, ...] = attrs.field(validator=tuple_of(Claim, at_least=2))
    preferred: str | None = attrs.field(
        default=None, validator=attrs.validators.optional(is_str), metadata=REMARK
    )
    reason: str = attrs.field(validator=is_nonempty_str, metadata=REMARK)

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


def citations_in(record: object) -> Iterator[Citation]:
    """Yield all citations in a record, or in a tuple of records, at every depth."""
    kind = type(record)
    if isinstance(record, Citation):
        yield record
    elif isinstance(record, tuple):
        for each in cast("tuple[object, ...]", record):
            yield from citations_in(each)
    elif has(kind):
        for part in fields(kind):
            yield from citations_in(getattr(record, part.name))
