"""Queries about the history of an organization: names, heads, headquarters, relations."""

# pyright: reportUnnecessaryIsInstance=false
# (a value is checked when the program runs, whatever its annotation)
from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from attrs import evolve

import migrationgov as mg
from migrationgov.dates.partial_date import AFTER_ALL
from migrationgov.errors import UnknownTermError, WrongTypeError, short_repr
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.day_ranges import DayRange, parse_date_argument, warn_outside_coverage
from migrationgov.lookup.name_resolution import organization_id
from migrationgov.lookup.swapped_arguments import id_of
from migrationgov.model.dataset import Dataset
from migrationgov.model.names import Name
from migrationgov.model.organization_history import History
from migrationgov.model.organizations import Organization
from migrationgov.model.tenures import DatedRecord, Headquarters, Relation, Tenure
from migrationgov.results.dated_answer import AsOf, as_of_days
from migrationgov.results.record_list import RecordList
from migrationgov.vocabularies import NameForm, Office, OrganizationId

_Dated = TypeVar("_Dated", bound=Name | DatedRecord)


def history_of(
    organization: mg.typing.OrganizationLike, *, dataset: Dataset | None = None
) -> History:
    """
    Return what is recorded about an organization besides its members and observers.

    Args:
        organization: Name, acronym, id or record of the organization.
        dataset: The facts to ask; the active dataset by default.

    Returns:
        A `History`: milestones, tenures, relations, headquarters, sessions, offices, presences,
        strategy, works and disagreements, each a tuple of records.

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
    Return the name of an organization on a date.

    Args:
        organization: A present or former name of the organization, its acronym, id or record.
        on: As for `members_on`; a name is certain if it was the name on every day of the date.
        lang: The language (ISO 639-1). Only the English names of IOM have dates; a name without
            dates is possible on every day.
        acronym: Whether to return the acronym instead of the full name.
        dataset: The facts to ask; the active dataset by default.

    Returns:
        An `AsOf` of `Name` records; its text is the name, and `only` is the certain record.

    Raises:
        UnknownOrganizationError: If no organization has the name.
        UnknownTermError: If the organization has no name in the language.
        InvalidDateError: If *on* is not a date.

    Warns:
        CoverageWarning: If *on* lies after the latest evidence.

    >>> str(name_on("IOM", "1975")), str(name_on("IOM", "1985", acronym=True))
    ('Intergovernmental Committee for European Migration', 'ICM')
    """
    facts = resolve_dataset(dataset)
    if not isinstance(acronym, bool):
        raise WrongTypeError(f"acronym= is True or False, not {short_repr(acronym)}")
    code = id_of(organization_id, organization, on, facts)
    days = parse_date_argument(on)[1]

    def names(facts: Dataset) -> list[Name]:
        return _names(facts.organization(code), lang, days, acronym=acronym)

    return _answer(Name, names, code, "name", on, facts)


def _names(
    of: Organization, lang: str, days: tuple[DayRange, ...], *, acronym: bool
) -> list[Name]:
    """Return the full names, or the acronyms, in one language, each with its citations."""
    languages = sorted({each.lang for each in of.names})
    if lang not in languages:
        raise UnknownTermError(
            f"{of.id} has no name in {short_repr(lang)}; there are {', '.join(languages)}"
        )
    if of.founded is not None and all(last < of.founded.first_ordinal for _, last in days):
        return []
    return [
        each if each.citations else evolve(each, citations=of.citations)
        for each in of.names
        if each.lang == lang
        and each.form is not NameForm.CUSTOMARY
        and (each.form is NameForm.ACRONYM) is acronym
    ]


def _answer(
    kind: type[_Dated],
    records_of: Callable[[Dataset], Iterable[_Dated]],
    organization: OrganizationId,
    what: str,
    on: object,
    facts: Dataset,
) -> AsOf[_Dated]:
    """Return which records are so on a date; warn where it lies after the latest evidence."""
    when, days = parse_date_argument(on)
    known = organization in facts.history_ids
    until = facts.history(organization).covered_until if known else facts.manifest.as_of
    warn_outside_coverage(when, f"the history of {organization}", None, until)

    def answer(facts: Dataset) -> AsOf[_Dated]:
        full = None if facts.whole is None else answer(facts.whole)
        about = {"organization": organization, "what": what, "on": when, "dataset": facts}
        return as_of_days(kind, records_of(facts), days, full, **about)

    return answer(facts)


def officeholders_on(
    organization: mg.typing.OrganizationLike,
    on: mg.typing.DateLike,
    *,
    office: mg.typing.OfficeLike = Office.HEAD,
    dataset: Dataset | None = None,
) -> AsOf[Tenure]:
    """
    Return the holders of an office of an organization on a date, such as its head.

    A term with a start makes its holder certain from the start on. Where a source only attests a
    person in office on a day, the person is certain on that day and possible between two such
    days. IOM had one elected Deputy Director General until 2021; since then it has two appointed
    Deputy Directors General.

    Args:
        organization: Name, acronym, id or record of the organization.
        on: As for `members_on`; a person is certain who had the office on every day of the date.
        office: "head", "deputy" or another office; see `vocabularies.Office`. Field offices are
            left out.
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
    code = facts.history(id_of(organization_id, organization, on, facts)).organization

    def tenures(facts: Dataset) -> list[Tenure]:
        all_tenures = facts.history(code).tenures
        return [each for each in all_tenures if each.office is wanted and not each.unit]

    return _answer(Tenure, tenures, code, wanted.value, on, facts)


def heads_of(
    organization: mg.typing.OrganizationLike, *, dataset: Dataset | None = None
) -> RecordList[Tenure]:
    """
    List the heads of an organization, in order.

    Args:
        organization: Name, acronym, id or record of the organization.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        `Tenure` records by the first day on which the person may have been in office, or by the
        first day on which a source shows the person in office where no start is known.

    Raises:
        UnknownOrganizationError: If there is no such organization, or no history of it.

    >>> [head.person for head in heads_of("IOM")][-3:]
    ['William Lacy Swing', 'António Vitorino', 'Amy E. Pope']
    """
    facts = resolve_dataset(dataset)
    tenures = history_of(organization, dataset=facts).tenures
    heads = [each for each in tenures if each.office is Office.HEAD and not each.unit]
    return RecordList(sorted(heads, key=_first_day), Tenure, facts)


def _first_day(tenure: Tenure) -> int:
    dates = [tenure.start] if tenure.start else [each.date for each in tenure.attested]
    return min((each.first_ordinal for each in dates), default=AFTER_ALL)


def relations_on(
    organization: mg.typing.OrganizationLike,
    on: mg.typing.DateLike,
    *,
    to: mg.typing.OrganizationLike = "UN",
    dataset: Dataset | None = None,
) -> AsOf[Relation]:
    """
    Return the relations of an organization to another on a date, such as the United Nations.

    Several relations may exist on one day: IOM was outside the United Nations system, an observer
    in the General Assembly and bound by a cooperation agreement.

    Args:
        organization: Name, acronym, id or record of the organization.
        on: As for `members_on`; a relation is certain if it existed on every day of the date.
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
    code = facts.history(id_of(organization_id, organization, on, facts)).organization

    def relations(facts: Dataset) -> list[Relation]:
        return [each for each in facts.history(code).relations if each.to == other]

    what = f"relation to {facts.organization(other).name}"
    return _answer(Relation, relations, code, what, on, facts)


def headquarters_on(
    organization: mg.typing.OrganizationLike,
    on: mg.typing.DateLike,
    *,
    dataset: Dataset | None = None,
) -> AsOf[Headquarters]:
    """
    Return the headquarters of an organization on a date.

    Arguments, answer and errors are those of `officeholders_on`, with `Headquarters` records.

    >>> headquarters_on("IOM", "2002").only.place
    'Geneva'
    """
    facts = resolve_dataset(dataset)
    code = facts.history(id_of(organization_id, organization, on, facts)).organization

    def headquarters(facts: Dataset) -> Iterable[Headquarters]:
        return facts.history(code).headquarters

    return _answer(Headquarters, headquarters, code, "headquarters", on, facts)
