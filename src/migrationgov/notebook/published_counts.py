"""Words for the comparison of a published number with our count, for its table and card."""

from __future__ import annotations

from migrationgov.model.published_counts import CountClaim
from migrationgov.notebook.html import Html, data, joined
from migrationgov.notebook.phrases import spaced
from migrationgov.queries.published_counts import Reconciliation
from migrationgov.vocabularies import Basis, Modifier, ReconciliationOutcome


def published_number(claim: CountClaim) -> Html:
    """Return a published number in words: "over 100 member states"."""
    modifier = "" if claim.modifier is Modifier.EXACT else spaced(claim.modifier)
    what = data(claim.label) or spaced(claim.counted)
    derived = "(counted by us)" if claim.basis is Basis.DERIVED else ""
    return joined((modifier, str(claim.value), what, derived), " ")


def our_count(record: Reconciliation) -> str:
    """Return what the register gives for the date of a published number."""
    if record.least is None:
        return "the register does not count this"
    if record.most is None:
        return f"at least {record.least}; the largest possible number is unknown"
    return _range(record.least, record.most)


def difference(record: Reconciliation) -> str:
    """Return how far a published number is from our count."""
    least, most, value = record.least, record.most, record.claim.value
    if least is None:
        return ""
    if record.outcome is ReconciliationOutcome.EQUAL:
        return "none" if least == most else "none on some day of the date"
    if most is not None and value > most:
        return f"{_range(value - most, value - least)} more than our count"
    if value < least:
        largest = None if most is None else most - value
        return f"{_range(least - value, largest)} fewer than our count"
    return "the number is within our range"


def _range(least: int, most: int | None) -> str:
    if most is None:
        return f"at least {least}"
    return f"{least}" if least == most else f"{least} to {most}"
