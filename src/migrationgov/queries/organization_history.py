"""The life of an organization: its names, heads, seat, relation to the United Nations."""

# pyright: reportUnnecessaryIsInstance=false
# (a value is checked when the program runs, whatever its annotation)
from __future__ import annotations

from collections.abc import Callable
from typing import Any
from warnings import catch_warnings, simplefilter

from attrs import evolve

import migrationgov as mg
from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import CoverageWarning, UnknownTermError, WrongTypeError, short_repr
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import DayRange, parse_date_argument, warn_outside_coverage
from migrationgov.lookup.name_resolution import organization_id
from migrationgov.model.dataset import Dataset
from migrationgov.model.names import Name
from migrationgov.model.organization_history import History
from migrationgov.model.organizations import Organization
from migrationgov.model.tenures import Headquarters, Relation, Tenure
from migrationgov.results.dated_answer import AsOf, as_of_days
from migrationgov.vocabularies import NameForm, Office, OrganizationId


def history_of(
    organization: mg.typing.OrganizationLike, *, dataset: Dataset | None = None
) -> History:
    """
    Return what is recorded about an organization besides who belongs to it.

    Args:
        organization: Name, acronym, id or record of the organization.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        A `History`: milestones, tenures, relations, seats, sessions, offices, presences, strategy,
        works and disagreements, each a tuple of records.

    Raises:
        UnknownOrganizationError: If there is no such organization, or no history of it.

    >>> [str(each.date) for each in history_of("IOM").milestones if each.kind == "in-force"]
    ['1954-11-30', '1989-11-14', '2013-11-21']
    """
    facts = resolve_dataset(dataset)
    return facts.history(organization_id(organization, facts))


def name_on(
    organization: mg.typing.OrganizationLike,
    on: mg.typing.DateLike,
    *,
    lang: str = "en",
    acronym: bool = False,
    dataset: Dataset | None = None,
) -> AsOf[Name]:
    """
    Tell what an organization was called on a date.

    Args:
        organization: Any of its names, of today or of the past, its id or record.
        on: As for `members_on`; certain is what was its name on every day of it.
        lang: The language (ISO 639-1). Only the English names of IOM are dated; an undated name
            is possible on every day.
        acronym: Whether to give the letters instead of the full name.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        An `AsOf` of `Name` records; its text is the name, and `only` the one that is certain.

    Raises:
        UnknownOrganizationError: If nothing goes by the name.
        UnknownTermError: If it has no name in the language.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: If *on* lies after the latest evidence.

    >>> str(name_on("IOM", "1975")), str(name_on("IOM", "1985", acronym=True))
    ('Intergovernmental Committee for European Migration', 'ICM')
    """
    facts = resolve_dataset(dataset)
    if not isinstance(acronym, bool):
        raise WrongTypeError(f"acronym= is True or False, not {short_repr(acronym)}")
    body = facts.organization(organization_id(organization, facts))
    when, days = parse_date_argument(on)
    _warn(when, body.id, facts)
    names = _names(body, lang, acronym=acronym)
    if body.founded is not None and all(last < body.founded.first_ordinal for _, last in days):
        names = []
    whole = _whole(name_on, facts, body.id, when, lang=lang, acronym=acronym)
    return as_of_days(
        names, days, whole, organization=body.id, what="name", on=when, dataset=facts
    )


def _names(body: Organization, lang: str, *, acronym: bool) -> list[Name]:
    """Return the full names, or the letters, in one language, each with who says so."""
    languages = sorted({each.lang for each in body.names})
    if lang not in languages:
        raise UnknownTermError(
            f"{body.id} has no name in {short_repr(lang)}; there are {', '.join(languages)}"
        )
    return [
        each if each.citations else evolve(each, citations=body.citations)
        for each in body.names
        if each.lang == lang
        and each.form is not NameForm.CUSTOMARY
        and (each.form is NameForm.ACRONYM) is acronym
    ]


def _whole(ask: Callable[..., AsOf[Any]], facts: Dataset, *about: Any, **more: Any) -> Any:
    """Ask what a dataset was cut out of, if it was; quietly, for the warning has been given."""
    if facts.whole is None:
        return None
    with catch_warnings():
        simplefilter("ignore", CoverageWarning)
        return ask(*about, dataset=facts.whole, **more)


def _warn(when: PartialDate, organization: OrganizationId, facts: Dataset) -> None:
    """Warn where a date lies after the latest evidence; before the founding there is nothing."""
    known = organization in facts.history_ids
    until = facts.history(organization).covered_until if known else facts.manifest.as_of
    warn_outside_coverage(when, f"the history of {organization}", None, until)


def officeholders_on(
    organization: mg.typing.OrganizationLike,
    on: mg.typing.DateLike,
    *,
    office: mg.typing.OfficeLike = Office.HEAD,
    dataset: Dataset | None = None,
) -> AsOf[Tenure]:
    """
    Return who held an office of an organization on a date, above all its head.

    A term has a start and makes its holder certain from then on; a date on which a source merely
    shows a person in office makes that person certain on that day only, and possible between two
    such dates. IOM had one elected Deputy Director General until 2021 and two appointed ones since.

    Args:
        organization: Name, acronym, id or record of the organization.
        on: As for `members_on`; certain is who held the office on every day of it.
        office: "head", "deputy" or another office; see `vocabularies.Office`. Offices in the field
            are left out.
        dataset: The dataset to ask; the active one by default.

    Returns:
        An `AsOf` of `Tenure` records.

    Raises:
        UnknownOrganizationError: If there is no such organization, or no history of it.
        UnknownTermError: If there is no such office.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: If *on* lies after the latest evidence.

    >>> [each.person for each in officeholders_on("IOM", "2003")]
    ['Brunson McKinley']
    >>> [each.person for each in officeholders_on("IOM", "2013-06-05", office="deputy")]
    ['Laura Thompson']
    """
    facts = resolve_dataset(dataset)
    wanted = Office.parse(office)
    history, when, days = _asked(organization, on, facts)
    tenures = (each for each in history.tenures if each.office is wanted and not each.unit)
    whole = _whole(officeholders_on, facts, history.organization, when, office=wanted)
    about = {"organization": history.organization, "what": wanted.value, "on": when}
    return as_of_days(tenures, days, whole, dataset=facts, **about)


def relations_on(
    organization: mg.typing.OrganizationLike,
    on: mg.typing.DateLike,
    *,
    to: mg.typing.OrganizationLike = "UN",
    dataset: Dataset | None = None,
) -> AsOf[Relation]:
    """
    Return how an organization stood towards another one on a date, above all the United Nations.

    Several relations may exist at once: IOM was outside the system, an observer in its General
    Assembly and bound by a cooperation agreement on one day.

    Args:
        organization: Name, acronym, id or record of the organization.
        on: As for `members_on`; certain is what was so on every day of it.
        to: Name, acronym, id or record of the other organization.
        dataset: The dataset to ask; the active one by default.

    Returns:
        An `AsOf` of `Relation` records.

    Raises:
        UnknownOrganizationError: If there is no such organization, or no history of it.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: If *on* lies after the latest evidence.

    >>> [each.kind.value for each in relations_on("IOM", "2015")]
    ['outside', 'observer', 'cooperation-agreement']
    """
    facts = resolve_dataset(dataset)
    other = organization_id(to, facts)
    history, when, days = _asked(organization, on, facts)
    relations = (each for each in history.relations if each.to == other)
    whole = _whole(relations_on, facts, history.organization, when, to=other)
    about = {"organization": history.organization, "on": when}
    what = f"relation to {facts.organization(other).name}"
    return as_of_days(relations, days, whole, what=what, dataset=facts, **about)


def headquarters_on(
    organization: mg.typing.OrganizationLike,
    on: mg.typing.DateLike,
    *,
    dataset: Dataset | None = None,
) -> AsOf[Headquarters]:
    """
    Tell where an organization had its headquarters on a date.

    Arguments, answer and errors are those of `officeholders_on`, with `Headquarters` records.

    >>> headquarters_on("IOM", "2002").only.place
    'Geneva'
    """
    facts = resolve_dataset(dataset)
    history, when, days = _asked(organization, on, facts)
    whole = _whole(headquarters_on, facts, history.organization, when)
    about = {"organization": history.organization, "what": "headquarters", "on": when}
    return as_of_days(history.headquarters, days, whole, dataset=facts, **about)


def _asked(
    organization: mg.typing.OrganizationLike, on: mg.typing.DateLike, facts: Dataset
) -> tuple[History, PartialDate, tuple[DayRange, ...]]:
    history = history_of(organization, dataset=facts)
    when, days = parse_date_argument(on)
    _warn(when, history.organization, facts)
    return history, when, days
