"""Queries about treaties: their parties on a date."""

from __future__ import annotations

import migrationgov as mg
from migrationgov.errors import check_word
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import treaty_id
from migrationgov.lookup.swapped_arguments import id_of
from migrationgov.queries.memberships import member_list
from migrationgov.vocabularies import Clock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, overload


if TYPE_CHECKING:  # a query loads `typing` for checkers alone

    @overload
    def parties_on(
        on: mg.typing.DateLike,
        treaty: mg.typing.TreatyLike,
        *,
        by: mg.typing.ClockLike = ...,
        status: mg.typing.PartyOrSignatory = ...,
        kind: Literal["state"] = ...,
        region: str | None = ...,
        dataset: mg.Dataset | None = ...,
    ) -> mg.results.MemberList[mg.model.State]: ...
    @overload
    def parties_on(
        on: mg.typing.DateLike,
        treaty: mg.typing.TreatyLike,
        *,
        by: mg.typing.ClockLike = ...,
        status: mg.typing.PartyOrSignatory = ...,
        kind: Literal["organization"],
        region: str | None = ...,
        dataset: mg.Dataset | None = ...,
    ) -> mg.results.MemberList[mg.model.Organization]: ...
    @overload
    def parties_on(
        on: mg.typing.DateLike,
        treaty: mg.typing.TreatyLike,
        *,
        by: mg.typing.ClockLike = ...,
        status: mg.typing.PartyOrSignatory = ...,
        kind: None,
        region: str | None = ...,
        dataset: mg.Dataset | None = ...,
    ) -> mg.results.MemberList[mg.model.State | mg.model.Organization]: ...


def parties_on(
    on: mg.typing.DateLike,
    treaty: mg.typing.TreatyLike,
    *,
    by: mg.typing.ClockLike = Clock.EFFECT,
    status: mg.typing.PartyOrSignatory = "party",
    kind: mg.typing.PartyKind | None = "state",
    region: str | None = None,
    dataset: mg.Dataset | None = None,
) -> mg.results.MemberList[mg.model.State | mg.model.Organization]:
    """
    List the parties of a treaty on a date.

    A treaty binds a party from the day on which it enters into force for it, up to the end of the
    day on which a denunciation takes effect. Where no source gives the first day, it follows from
    the deposit and the final clause of the treaty. Depositaries count from the deposit.

    Args:
        on: As for `members_on`.
        treaty: Name, acronym, id or record of a treaty.
        by: "effect": whom the treaty binds on the date. "deposit": every party that has
            deposited an instrument, as depositaries count.
        status: "party", or "signatory": who has signed and is no party. (Depositaries publish as
            signatories all who ever signed.)
        kind: "state" for states only, "organization" for organizations only (the European Union),
            None for both, as depositaries count.
        region: As for `members_on`.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        A `MemberList`, sorted by code, as for `members_on`.

    Raises:
        UnknownTreatyError: If there is no such treaty.
        UnknownTermError: If *by*, *status* or *kind* is another word, or there is no such region.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: If the register of the treaty does not cover *on*.

    >>> (
    ...     len(parties_on("2014-01-01", "ICRMW")),
    ...     len(parties_on("2014-01-01", "ICRMW", by="deposit")),
    ... )
    (47, 47)
    """
    facts = resolve_dataset(dataset)
    check_word("status", status, ("party", "signatory"))
    code = id_of(treaty_id, treaty, on, facts)
    return member_list(on, code, status, kind, region, facts, by)
