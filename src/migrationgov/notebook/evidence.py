"""Cells about rival values, published numbers and changes."""

from __future__ import annotations

from typing import Any

from migrationgov.notebook.footnotes import Footnotes
from migrationgov.notebook.html import data, inline
from migrationgov.notebook.html_tables import lines
from migrationgov.notebook.phrases import spaced, when
from migrationgov.vocabularies import Basis, Explanation, Modifier, ReconciliationOutcome


def about(sheet: Footnotes, record: Any) -> str:
    """What a disagreement is about."""
    if record.subject == record.context:
        return sheet.who(record.subject)
    return inline(sheet.who(record.subject), " in ", data(sheet.short(record.context)))


def fact(_: Footnotes, record: Any) -> str:
    """Which fact it is about."""
    return spaced(record.field)


def rivals(sheet: Footnotes, record: Any) -> str:
    """The rival values, each with who says so, and which is used."""
    return lines(
        inline(
            data(claim.value),
            " (used) " if claim.value == record.preferred else " ",
            sheet.marks(claim.citations),
        )
        for claim in record.claims
    )


def used(_: Footnotes, record: Any) -> str:
    """The value used."""
    return data(record.preferred) if record.preferred else "none: it is open"


def reason(_: Footnotes, record: Any) -> str:
    """Why that value is used."""
    return data(record.reason)


def published(_: Footnotes, record: Any) -> str:
    """A published number with what it counts."""
    meant = "" if record.modifier is Modifier.EXACT else f"{spaced(record.modifier)} "
    counted = data(record.label) if record.label else spaced(record.counted)
    derived = " (counted by us)" if record.basis is Basis.DERIVED else ""
    return inline(f"{meant}{record.value} ", counted, derived)


def claim_date(_: Footnotes, record: Any) -> str:
    """The date of a number that is laid beside the register."""
    return when(record.claim.as_of)


def claim(sheet: Footnotes, record: Any) -> str:
    """The number itself."""
    return published(sheet, record.claim)


def register(_: Footnotes, record: Any) -> str:
    """What the register gives for the date."""
    if record.least is None:
        return "does not count this"
    if record.most is None:
        return f"at least {record.least}; how many more, nobody can tell"
    if record.least == record.most:
        return f"{record.least}"
    return f"{record.least} to {record.most}"


def difference(_: Footnotes, record: Any) -> str:
    """How far the number is from what the register gives."""
    least, most, value = record.least, record.most, record.claim.value
    if least is None:
        return ""
    if record.outcome is ReconciliationOutcome.EQUAL:
        return "none" if least == most else "none on some day of the date"
    if most is not None and value > most:
        return f"{_span(value - most, value - least)} more than the register"
    if value < least:
        over = None if most is None else most - value
        return f"{_span(least - value, over)} fewer than the register"
    return "within what the register leaves open"


def _span(least: int, most: int | None) -> str:
    if most is None:
        return f"at least {least}"
    return f"{least}" if least == most else f"{least} to {most}"


_OUTCOMES = {
    ReconciliationOutcome.EQUAL: "equal",
    ReconciliationOutcome.POSSIBLE: "possible: the register leaves room for it",
    ReconciliationOutcome.OPEN: "open: nothing read explains it",
}
_EXPLAINED = {
    Explanation.STALE: "an older number repeated",
    Explanation.LAG: "a dated list that runs behind events",
    Explanation.AHEAD: "a vote counted before it took effect",
    Explanation.WRONG_DATE: "the source itself dates it wrongly",
    Explanation.BOILERPLATE: "it stands in the frame of a page, and is of no known day",
    Explanation.OTHER_THING: "it counts something else than its words say",
    Explanation.PART: "it counts a part only",
    Explanation.NOT_REGISTERED: "it counts what the register does not hold",
    Explanation.DOUBT: "sources differ, and none prevails",
}


def outcome(_: Footnotes, record: Any) -> str:
    """What comes of the comparison, in words."""
    if record.explanation is None:
        return _OUTCOMES[record.outcome]
    return inline(f"explained: {_EXPLAINED[record.explanation]}. ", data(record.reason))


def total(_: Footnotes, record: Any) -> str:
    """The number of participants a source publishes."""
    return f"{record.total}"


def named(_: Footnotes, record: Any) -> str:
    """How many names could be read."""
    return "all" if record.met else f"{record.named or 'none'}"


def changed(_: Footnotes, record: Any) -> str:
    """Which record of which file changed how."""
    return data(record.heading)


def differences(_: Footnotes, record: Any) -> str:
    """The fields that differ, before and after."""
    return lines(data(each) for each in record.differences)
