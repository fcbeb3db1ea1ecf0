"""When a register, a process or a history was last checked, and a source was last read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import migrationgov as mg
from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import InvalidDateError, WrongTypeError, short_repr
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import date_argument
from migrationgov.model.dataset import Dataset
from migrationgov.results.evidence_quality import LastLook
from migrationgov.results.record_list import RecordList

_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
_AGE = re.compile(r"\s*(\d{1,4})\s*(d(ays?)?|w(eeks?)?|m(onths?)?|y(ears?)?)\s*", re.IGNORECASE)


def last_looks(
    on: mg.typing.DateLike, older_than: str = "1y", *, dataset: Dataset | None = None
) -> RecordList[LastLook]:
    """
    List when each file of facts was last checked and each source read, and which look is old.

    A look is stale on a day if it was on the day that lies the given time before it, or earlier.
    It is certainly so if every day that the record leaves open is. A source without a date of
    reading is certainly not stale if it was published later than that day.

    Args:
        on: The day to look back from; of a month or a year, *stale* holds on each of its days.
            No clock is read.
        older_than: How long ago is too long: a number of days, weeks, months or years ("90d",
            "6 months", "1y").
        dataset: The facts to ask; the active dataset by default.

    Returns:
        `LastLook` records: registers, processes, histories and sources, each kind by id.

    Raises:
        InvalidDateError: If *on* is no date, or has no first or no last day.
        WrongTypeError: If *older_than* is no such time.

    >>> (look,) = (each for each in last_looks("2026-12-12") if each.kind == "register")
    >>> look.id, str(look.looked_on), look.stale.value
    ('iom', '[2025-12-10..2025-12-12]', 'yes')
    """
    facts = resolve_dataset(dataset)
    limits = _limits(date_argument(on), older_than)
    return RecordList(_looks(facts, limits), LastLook, facts)


def _limits(on: PartialDate, older_than: str) -> tuple[date, date]:
    """Return the last day of a stale look, from the first and from the last day of a date."""
    if on.earliest is None or on.latest is None or on.uncertain:
        raise InvalidDateError(f"{on} may be any day; give a day, as 2026-11-28")
    age = _AGE.fullmatch(str(older_than))
    if age is None:
        raise WrongTypeError(
            f"older_than is a number of days, weeks, months or years, as '90d', '6 months' or"
            f" '1y', not {short_repr(older_than)}"
        )
    unit, number = _UNITS[age[2][0].lower()], int(age[1])
    return _before(on.earliest, unit, number), _before(on.latest, unit, number)


def _before(day: date, unit: str, number: int) -> date:
    """Return the day that lies so long before a day; at the earliest the first of the calendar."""
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 -- slow

    time: dict[str, Any] = {unit: -number}
    try:
        return day + relativedelta(**time)
    except (OverflowError, ValueError):
        return date.min


def _looks(facts: Dataset, limits: tuple[date, date]) -> Iterator[LastLook]:
    """Yield the last look at each register, process, history and source."""
    known: tuple[tuple[str, str, PartialDate | None, PartialDate | None], ...] = (
        *(("register", r.institution, r.checked_on, r.covered_until) for r in facts.registers),
        *(("process", p.id, p.checked_on, p.covered_until) for p in facts.processes),
        *(("history", h.organization, h.checked_on, h.covered_until) for h in facts.histories),
        *(("source", s.id, s.read_on, s.published) for s in facts.sources),
    )
    for kind, key, recorded, start in known:
        looked_on = recorded or _between(start, facts)
        yield LastLook(
            kind=kind, id=key, looked_on=looked_on, recorded=recorded is not None,
            stale=_stale(looked_on, limits),
        )  # fmt: skip


def _between(start: PartialDate | None, facts: Dataset) -> PartialDate | None:
    """Return the days from the first day of a date to the end of the collection of evidence."""
    end = facts.manifest.as_of
    first = None if start is None or start.uncertain else start.earliest
    last = None if end.uncertain else end.latest
    if first and last and first > last:  # announced, or a slip: it says nothing of the reading
        first = None
    return PartialDate(f"[{first or ''}..{last or ''}]") if first or last else None


def _stale(looked_on: PartialDate | None, limits: tuple[date, date]) -> Answer:
    if looked_on is None:
        return Answer.UNKNOWN
    first, last = (looked_on.happened_by(limit) for limit in limits)
    if first is Answer.YES:
        return Answer.YES
    return Answer.NO if last is Answer.NO else Answer.UNKNOWN
