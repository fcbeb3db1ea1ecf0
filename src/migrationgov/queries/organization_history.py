"""The life of an organization: its names, heads, seat, relation to the United Nations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from warnings import catch_warnings, simplefilter

from attrs import evolve

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

DateLike = date | PartialDate | str
OrganizationLike = str | Organization

_UNITED_NATIONS = OrganizationId("un")


def history_of(organization: OrganizationLike, *, dataset: Dataset | None = None) -> History:
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
    organization: OrganizationLike,
    date: DateLike,
    *,
    lang: str = "en",
    acronym: bool = False,
    dataset: Dataset | None = None,
) -> AsOf[Name]:
    """
    Tell what an organization was called on a date.

    Args:
        organization: Any of its names, of today or of the past, its id or record.
        date: As for `members_on`; certain is what was its name on every day of it.
        lang: The language (ISO 639-1). Only the English names of IOM are dated; an undated name
            is possible on every day.
        acronym: Whether to give the letters instead of the full name.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        A `AsOf` of `Name` records; its text is the name, and `only` the one that is certain.

    Raises:
        UnknownOrganizationError: If nothing goes by the name.
        UnknownTermError: If it has no name in the language.
        InvalidDateError: If *date* is not a date.

    Warns:
        CoverageWarning: If *date* lies before the founding or after the latest evidence.

    >>> str(name_on("IOM", "1975")), str(name_on("IOM", "1985", acronym=True))
    ('Intergovernmental Committee for European Migration', 'ICM')
    """
    facts = resolve_dataset(dataset)
    if not isinstance(acronym, bool):
        raise WrongTypeError(f"acronym= is True or False, not {short_repr(acronym)}")
    body = facts.organization(organization_id(organization, facts))
    when, days = parse_date_argument(date)
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
    """Warn where a date lies before the founding or after the latest evidence."""
    known = organization in facts.history_ids
    until = facts.history(organization).covered_until if known else facts.manifest.as_of
    founded = facts.organization(organization).founded
    warn_outside_coverage(when, f"the history of {organization}", founded, until)


def heads_on(
    organization: OrganizationLike, date: DateLike, *, dataset: Dataset | None = None
) -> AsOf[Tenure]:
    """
    Tell who headed an organization on a date.

    A term has a start and makes its holder certain from then on; a date on which a source merely
    shows somebody in office makes him or her certain on that day only, and possible between two
    such dates.

    Args:
        organization: Name, acronym, id or record of the organization.
        date: As for `members_on`; certain is who was head on every day of it.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        A `AsOf` of `Tenure` records.

    Raises:
        UnknownOrganizationError: If there is no such organization, or no history of it.
        InvalidDateError: If *date* is not a date.

    Warns:
        CoverageWarning: If *date* lies before the founding or after the latest evidence.

    >>> [each.person for each in heads_on("IOM", "2003")]
    ['Brunson McKinley']
    """
    return _in_office(Office.HEAD, organization, date, dataset)


def deputies_on(
    organization: OrganizationLike, date: DateLike, *, dataset: Dataset | None = None
) -> AsOf[Tenure]:
    """
    Tell who were deputies of the head of an organization on a date.

    IOM had one elected Deputy Director General until 2021 and two appointed ones since. Arguments,
    answer and errors are those of `heads_on`.

    >>> [each.person for each in deputies_on("IOM", "2013-06-05")]
    ['Laura Thompson']
    """
    return _in_office(Office.DEPUTY, organization, date, dataset)


def _in_office(
    office: Office, organization: OrganizationLike, on: DateLike, dataset: Dataset | None
) -> AsOf[Tenure]:
    facts = resolve_dataset(dataset)
    history, when, days = _asked(organization, on, facts)
    its = (each for each in history.tenures if each.office is office and not each.unit)
    ask = heads_on if office is Office.HEAD else deputies_on
    whole = _whole(ask, facts, history.organization, when)
    about = {"organization": history.organization, "what": office.value, "on": when}
    return as_of_days(its, days, whole, dataset=facts, **about)


def un_relation_on(
    organization: OrganizationLike, date: DateLike, *, dataset: Dataset | None = None
) -> AsOf[Relation]:
    """
    Tell how an organization stood towards the United Nations on a date.

    Several relations may hold at once: IOM was outside the system, an observer in its General
    Assembly and bound by a cooperation agreement on one and the same day.

    Args:
        organization: Name, acronym, id or record of the organization.
        date: As for `members_on`; certain is what held on every day of it.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        A `AsOf` of `Relation` records.

    Raises:
        UnknownOrganizationError: If there is no such organization, or no history of it.
        InvalidDateError: If *date* is not a date.

    Warns:
        CoverageWarning: If *date* lies before the founding or after the latest evidence.

    >>> [each.kind.value for each in un_relation_on("IOM", "2015")]
    ['outside', 'observer', 'cooperation-agreement']
    """
    facts = resolve_dataset(dataset)
    history, when, days = _asked(organization, date, facts)
    its = (each for each in history.relations if each.to == _UNITED_NATIONS)
    whole = _whole(un_relation_on, facts, history.organization, when)
    about = {"organization": history.organization, "on": when}
    return as_of_days(
        its, days, whole, what="relation to the United Nations", dataset=facts, **about
    )


def headquarters_on(
    organization: OrganizationLike, date: DateLike, *, dataset: Dataset | None = None
) -> AsOf[Headquarters]:
    """
    Tell where an organization had its headquarters on a date.

    Arguments, answer and errors are those of `heads_on`, with `Headquarters` records.

    >>> headquarters_on("IOM", "2002").only.place
    'Geneva'
    """
    facts = resolve_dataset(dataset)
    history, when, days = _asked(organization, date, facts)
    whole = _whole(headquarters_on, facts, history.organization, when)
    about = {"organization": history.organization, "what": "seat", "on": when}
    return as_of_days(history.seats, days, whole, dataset=facts, **about)


def _asked(
    organization: OrganizationLike, on: DateLike, facts: Dataset
) -> tuple[History, PartialDate, tuple[DayRange, ...]]:
    history = history_of(organization, dataset=facts)
    when, days = parse_date_argument(on)
    _warn(when, history.organization, facts)
    return history, when, days
