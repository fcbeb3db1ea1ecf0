"""The words in figures: dates, names, and numbers with what they count."""

from __future__ import annotations

from collections.abc import Iterable

from migrationgov.dates.partial_date import as_date
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import organization_id
from migrationgov.model.dataset import Dataset
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.typing import DateLike, OrganizationLike
from migrationgov.vocabularies import NameForm

_SHORT_ENOUGH = 30
# Month names are English, whatever the locale is.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def day_in_words(on: DateLike) -> str:
    """Return a date as people write it; a date that is not a day keeps its EDTF text."""
    when = as_date(on)
    day = when.day
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else str(when)


def date_for_title(on: DateLike) -> str:
    """Return a date for a title: " on 2 December 2002", or ", 2002" if it is not a day."""
    return f" on {day_in_words(on)}" if as_date(on).day else f", {day_in_words(on)}"


def organization_label(organization: OrganizationLike, dataset: Dataset | None) -> str:
    """Return the acronym of an organization, or its name."""
    facts = resolve_dataset(dataset)
    return str(facts.organization(organization_id(organization, facts)))


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
    """Return a sentence with the numbers of members and observers among classes of states."""
    found = list(classes)
    words = ("member", "possible member", "observer", "possible observer")
    parts = [counted(found.count(word), word) for word in words if word in found]
    if len(parts) > 1:
        return f"{', '.join(parts[:-1])} and {parts[-1]}"
    return "".join(parts) or "no known members or observers"


def counted(number: int, word: str) -> str:
    """Return a number and the word for what it counts."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
