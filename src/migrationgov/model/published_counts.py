"""Published numbers: what a source counted, as of when, and why it may differ from our count."""

from __future__ import annotations

from typing import Any

from attrs import Attribute, field, frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import WrongTypeError
from migrationgov.model.converters import to_date
from migrationgov.model.field_metadata import KEY, REMARK, meta
from migrationgov.model.sources import Citation
from migrationgov.model.validators import is_nonempty_str, is_nonnegative_int, is_str, tuple_of
from migrationgov.record import Record
from migrationgov.vocabularies import (
    Basis,
    CountSubject,
    Explanation,
    Modifier,
    OrganizationId,
    TreatyId,
)
from migrationgov.words import count


def _optional_explanation(value: Explanation | str | None) -> Explanation | None:
    return None if value is None else Explanation(value)


def _reason_with_it(record: Any, _: Attribute[Any], reason: str) -> None:
    if bool(reason) is not (record.explanation is not None):
        raise WrongTypeError(
            f"a CountClaim has an explanation and its reason, or neither; it has"
            f" {record.explanation!r} and {reason!r}"
        )


@frozen(kw_only=True, repr=False)
class CountClaim(Record):
    """
    A number that a source published about an organization, or about a treaty.

    Attributes:
        organization: Id of the organization or treaty.
        as_of: The day of the number: the day that the source gives, or the date of the source.
        counted: What it counts.
        value: The number.
        modifier: Whether the number is exact, a minimum or approximate.
        label: What the source counts, where that is less than `counted`.
        basis: "derived" where we counted the names of a list ourselves.
        explanation: Why the number differs from our count for the day; None where it does not
            differ, or where the reason is not known.
        reason: The explanation in a sentence, with its evidence.
        note: What a reader should know.
        citations: The sources.
    """

    organization: OrganizationId | TreatyId = field(validator=is_nonempty_str)
    as_of: PartialDate = field(converter=to_date, metadata=meta(key=True, date=True))
    counted: CountSubject = field(converter=CountSubject, metadata=KEY)
    value: int = field(
        validator=is_nonnegative_int, metadata=meta(key=True, match=True, stated=True)
    )
    modifier: Modifier = field(default=Modifier.EXACT, converter=Modifier, metadata=meta(key=True))
    label: str = field(default="", validator=is_str, metadata=KEY)
    basis: Basis = field(default=Basis.STATED, converter=Basis, metadata=REMARK)
    explanation: Explanation | None = field(default=None, converter=_optional_explanation)
    reason: str = field(default="", validator=[is_str, _reason_with_it], metadata=REMARK)
    note: str = field(default="", validator=is_str, metadata=REMARK)
    citations: tuple[Citation, ...] = field(validator=tuple_of(Citation))

    def __str__(self) -> str:
        meant = "" if self.modifier is Modifier.EXACT else f"{self.modifier} "
        return (
            f"{self.organization}, {self.as_of}: {meant}{self.value} {self.label or self.counted}"
        )


@frozen(kw_only=True, repr=False)
class CountList(Record):
    """
    All published numbers about one organization or treaty.

    Attributes:
        organization: Id of the organization or treaty.
        counts: The claims, by date.
    """

    organization: OrganizationId | TreatyId = field(validator=is_nonempty_str, metadata=KEY)
    counts: tuple[CountClaim, ...] = field(
        validator=tuple_of(CountClaim, at_least=0),
        metadata=meta(owner="organization", order="date"),
    )

    def __str__(self) -> str:
        return f"{count(len(self.counts), 'published number')} about {self.organization}"
