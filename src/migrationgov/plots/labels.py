"""The words in figures: dates, names, and numbers with what they count."""

from __future__ import annotations

import re
from collections.abc import Iterable

from migrationgov.dates.in_words import words_of, written_out
from migrationgov.dates.partial_date import as_date
from migrationgov.model.dataset import Dataset
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.typing import DateLike
from migrationgov.vocabularies import NameForm
from migrationgov.words import count, in_a_row

_SHORT_ENOUGH = 34
_SAME_MONTH = re.compile(r"(\d+) (\w+ \d+) to (\d+) \2")
_STATUSES = ("member", "associate", "observer", "party", "signatory")
_GRADES = ("", "listed ", "possible ")  # certain ones need no word


def day_in_words(on: DateLike) -> str:
    """Return a date as people write it, for a title or a note."""
    return words_of(as_date(on), written_out)


def short_date(on: DateLike) -> str:
    """Return a date for the head of a column: "27-28 Sep 2018", "about 2017"."""
    text = words_of(as_date(on), _with_short_month).removeprefix("from ")
    text = _SAME_MONTH.sub(r"\1-\3 \2", text)
    return text.replace("one day from ", "").replace(", uncertain", "?")


def _with_short_month(text: str) -> str:
    return re.sub(r"([A-Z][a-z]{2})[a-z]+", r"\1", written_out(text))


def date_for_title(on: DateLike) -> str:
    """Return a date for a title: " on 2 December 2002", or ", 2002" if it is not a day."""
    return f" on {day_in_words(on)}" if as_date(on).day else f", {day_in_words(on)}"


def institution_label(institution: str, facts: Dataset) -> str:
    """Return a short name of an organization, treaty or process, by its id."""
    if institution in facts.process_ids:
        return process_label(facts.process(institution))
    return str(facts.institution(institution))


def process_label(process: ConsultativeProcess) -> str:
    """Return the name of a process, or a shorter current name if it is long."""
    if len(process.name) <= _SHORT_ENOUGH:
        return process.name
    current = [each for each in process.names if each.lang == "en" and each.end is None]
    by_form = {n.form: n.text for n in reversed(current) if len(n.text) <= _SHORT_ENOUGH}
    forms = (NameForm.SHORT, NameForm.CUSTOMARY, NameForm.ACRONYM)
    return next((by_form[form] for form in forms if form in by_form), process.name)


def party_label(code: str, facts: Dataset) -> str:
    """Return the name of a state or organization."""
    return facts.state(code).name if facts.has_state(code) else facts.organization(code).name


def short_party_label(code: str, facts: Dataset) -> str:
    """Return the name of a party, or the acronym of an organization whose name is long."""
    name = party_label(code, facts)
    acronym = len(name) > _SHORT_ENOUGH and not facts.has_state(code)
    return str(facts.organization(code)) if acronym else name


def members_in_words(classes: Iterable[str]) -> str:
    """Return a sentence with the numbers of each status among classes of states."""
    found = list(classes)
    words = [f"{grade}{status}" for status in _STATUSES for grade in _GRADES]
    parts = [count(found.count(word), word) for word in words if word in found]
    return in_a_row(parts) or "no known members or observers"


def role_word(role: str) -> str:
    """Return the word for a role: "support unit", "co-chair"."""
    return role.replace("support-", "support ")


def evidence_in_words(days: Iterable[str | None]) -> str:
    """Return a sentence with the years from which the evidence of listed roles is; "" if none."""
    years = sorted({day[:4] for day in days if day})
    span = " to ".join(dict.fromkeys((years[0], years[-1]))) if years else ""
    return f"Listed: the best reading of the evidence, which is of {span}." if span else ""
