"""The words in figures: dates, names, and how many of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from migrationgov.dates.partial_date import as_date
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import organization_id
from migrationgov.vocabularies import NameForm

if TYPE_CHECKING:
    from datetime import date

    from migrationgov.dates.partial_date import PartialDate
    from migrationgov.model.dataset import Dataset
    from migrationgov.model.organizations import Organization
    from migrationgov.model.processes import ConsultativeProcess

_SHORT_ENOUGH = 30
# English whatever the locale is.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def day_in_words(on: date | PartialDate | str) -> str:
    """Return a date as people write it; one that is not a day keeps its EDTF text."""
    when = as_date(on)
    day = when.day
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else str(when)


def on_in_words(on: date | PartialDate | str) -> str:
    """Return a date for a title: " on 2 December 2002", or ", 2002" for one that is not a day."""
    return f" on {day_in_words(on)}" if as_date(on).day else f", {day_in_words(on)}"


def name_of(organization: str | Organization, dataset: Dataset | None) -> str:
    """Return the acronym of an organization, or its name."""
    facts = resolve_dataset(dataset)
    return str(facts.organization(organization_id(organization, facts)))


def process_label(process: ConsultativeProcess) -> str:
    """Return the name of a process, or a shorter one of today where it is long."""
    if len(process.name) <= _SHORT_ENOUGH:
        return process.name
    current = [name for name in process.names if name.lang == "en" and name.end is None]
    for form in (NameForm.SHORT, NameForm.CUSTOMARY, NameForm.ACRONYM):
        fitting = [n.text for n in current if n.form is form and len(n.text) <= _SHORT_ENOUGH]
        if fitting:
            return fitting[0]
    return process.name


def party_label(code: str, facts: Dataset) -> str:
    """Return the name of a state or body."""
    return facts.state(code).name if facts.has_state(code) else facts.organization(code).name


def short_party_label(code: str, facts: Dataset) -> str:
    """Return the same, or the acronym of a body whose name is long."""
    name = party_label(code, facts)
    if len(name) <= _SHORT_ENOUGH or facts.has_state(code):
        return name
    return str(facts.organization(code))


def tally(rows: list[dict[str, Any]]) -> str:
    """Say how many members and observers there are among rows with a class."""
    classes = [row["class"] for row in rows]
    words = ("member", "possible member", "observer", "possible observer")
    found = [counted(classes.count(word), word) for word in words if word in classes]
    return joined(found) or "nobody is known to be a member or an observer"


def counted(number: int, word: str) -> str:
    """Return a number and what it counts."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def joined(parts: list[str]) -> str:
    """Return parts as a list in a sentence."""
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)
