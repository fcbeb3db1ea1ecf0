"""Dates, names and statuses in words, for titles and cells."""

from __future__ import annotations

import re

from migrationgov.dates.natural_language import MONTHS
from migrationgov.dates.partial_date import PartialDate
from migrationgov.notebook.phrases import date_in_words
from migrationgov.vocabularies import Grade

TYPE_CHECKING = False
if TYPE_CHECKING:
    import migrationgov as mg

    Institution = mg.model.Organization | mg.model.ConsultativeProcess | mg.model.Treaty

_MONTH_OR_DAY = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?\b")
_WITH_PREPOSITION = re.compile(r"(?:about )?(?:from|up to|at|on)\b")
_DAY = re.compile(r"(?:about )?(?:one day|some day|\d\d? [A-Z])")
_GRADES = tuple(Grade)


def written(date: PartialDate) -> str:
    """
    Return a date in a sentence.

    >>> written(PartialDate("2002-12-02")), written(PartialDate("2018~"))
    ('2 December 2002', 'about 2018')
    """
    return _MONTH_OR_DAY.sub(_with_month, short(date))


def short(date: PartialDate) -> str:
    """Return a date in a cell: in digits, and in words where it is more than a plain date."""
    return date_in_words(date) or str(date)


def _with_month(found: re.Match[str]) -> str:
    year, month, day = found.groups()
    words = f"{MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {words}" if day else words


def on(date: PartialDate) -> str:
    """Return a date with its preposition: "on 2 December 2002", "in 2002", "from 1950 to 1960"."""
    words = written(date)
    if _WITH_PREPOSITION.match(words):
        return words
    return f"{'on' if _DAY.match(words) else 'in'} {words}"


def short_name(institution: Institution) -> str:
    """Return the acronym of an organization, or the name of an institution."""
    return getattr(institution, "acronym", "") or institution.name


def is_wanted(grade: Grade, least: str) -> bool:
    """Return whether a grade is as good as the least that is asked for."""
    return _GRADES.index(grade) <= _GRADES.index(Grade.parse(least))
