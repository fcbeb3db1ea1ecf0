"""Words for vocabularies, numbers and dates, for the sentences and headings of the views."""

from __future__ import annotations

import re

from migrationgov.dates.in_words import words_of
from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.published_counts import CountClaim
from migrationgov.notebook.html import Html, data, element, inline, joined
from migrationgov.queries.published_counts import Reconciliation
from migrationgov.vocabularies import Basis, ListKind, Modifier, ReconciliationOutcome, Scope
from migrationgov.words import count

#: What a list of participants proves.
LIST_KINDS = {
    ListKind.STATED: "complete",
    ListKind.PARTIAL: "partial",
    ListKind.ATTENDANCE: "attendance",
    ListKind.SUBSET: "some participants",
    ListKind.GROUP: "a group only",
}
#: For which parties the transitions of a register are complete.
SCOPES = {
    Scope.ALL: "all parties: a state without a record had no status",
    Scope.NAMED: "the parties that it names; of others it says nothing",
    Scope.NONE: "no party: transitions may be missing",
}
_PLAIN = re.compile(r"-?\d{4}(-\d\d){0,2}|-?Y\d+")
_YEAR = 365  # days


def spaced(word: str) -> str:
    """Return a word or a name as a sentence has it: "support unit", "co-chair", "as of"."""
    return re.sub(r"(?<!\bco)(?<!\bnon)-|_", " ", word)


def on_date(date: PartialDate) -> str:
    """Return a date with its preposition."""
    if date.day:
        return f"on {date}"
    return f"in {date}" if _PLAIN.fullmatch(date.text) else f"at {date} ({date_in_words(date)})"


def format_date(date: PartialDate) -> Html:
    """Return a date as it is written, with words where it is more than a plain date."""
    words = date_in_words(date)
    text = element("span", str(date), look="unbroken")
    return inline(text, " ", element("small", f"({words})")) if words else text


def date_in_words(date: PartialDate) -> str:
    """Return a date in words; "" where its text is a plain date."""
    if _PLAIN.fullmatch(date.text):
        return ""
    return words_of(date)


def age_in_words(days: int) -> str:
    """Return how far before or after the date of a question its evidence is."""
    if not days:
        return "on the date"
    number = abs(days)
    long = count(number // _YEAR, "year") if number >= _YEAR else count(number, "day")
    return f"{long} {'before' if days > 0 else 'after'} the date"


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
