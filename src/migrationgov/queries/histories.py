"""The life of an organization: its names, heads, seat, relation to the United Nations."""

from __future__ import annotations

from datetime import date

from migrationgov.bundle import facts_of
from migrationgov.model.dataset import Dataset
from migrationgov.model.dates import PartialDate
from migrationgov.model.histories import History
from migrationgov.model.lasting import Relation, Seat, Tenure
from migrationgov.model.names import Name
from migrationgov.model.organizations import Organization
from migrationgov.model.vocab import NameForm, Office, OrganizationId
from migrationgov.queries.coverage import Stretch, asked, warn_outside
from migrationgov.queries.find import organization_id
from migrationgov.queries.held import Held, held_on

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
    facts = facts_of(dataset)
    return facts.history(organization_id(organization, facts))


def name_on(
    organization: OrganizationLike,
    date: DateLike,
    *,
    lang: str = "en",
    acronym: bool = False,
    dataset: Dataset | None = None,
) -> Held[Name]:
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
        A `Held` of `Name` records; its text is the name, and `only` the one that is certain.

    Raises:
        UnknownOrganizationError: If nothing goes by the name.
        InvalidDateError: If *date* is not a date.

    >>> str(name_on("IOM", "1975")), str(name_on("IOM", "1985", acronym=True))
    ('Intergovernmental Committee for European Migration', 'ICM')
    """
    facts = facts_of(dataset)
    body = facts.organization(organization_id(organization, facts))
    when, days = asked(date)
    names = [
        each
        for each in body.names
        if each.lang == lang
        and each.form is not NameForm.CUSTOMARY
        and (each.form is NameForm.ACRONYM) is acronym
    ]
    return held_on(names, days, organization=body.id, what="name", on=when)


def heads_on(
    organization: OrganizationLike, date: DateLike, *, dataset: Dataset | None = None
) -> Held[Tenure]:
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
        A `Held` of `Tenure` records.

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
) -> Held[Tenure]:
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
) -> Held[Tenure]:
    history, when, days = _asked(organization, on, facts_of(dataset))
    its = (each for each in history.tenures if each.office is office and not each.unit)
    return held_on(its, days, organization=history.organization, what=office.value, on=when)


def un_relation_on(
    organization: OrganizationLike, date: DateLike, *, dataset: Dataset | None = None
) -> Held[Relation]:
    """
    Tell how an organization stood towards the United Nations on a date.

    Several relations may hold at once: IOM was outside the system, an observer in its General
    Assembly and bound by a cooperation agreement on one and the same day.

    Args:
        organization: Name, acronym, id or record of the organization.
        date: As for `members_on`; certain is what held on every day of it.
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        A `Held` of `Relation` records.

    Raises:
        UnknownOrganizationError: If there is no such organization, or no history of it.
        InvalidDateError: If *date* is not a date.

    Warns:
        CoverageWarning: If *date* lies before the founding or after the latest evidence.

    >>> [each.kind.value for each in un_relation_on("IOM", "2015")]
    ['outside', 'observer', 'cooperation-agreement']
    """
    history, when, days = _asked(organization, date, facts_of(dataset))
    its = (each for each in history.relations if each.to == _UNITED_NATIONS)
    about = {"organization": history.organization, "on": when}
    return held_on(its, days, what="relation to the United Nations", **about)


def seat_on(
    organization: OrganizationLike, date: DateLike, *, dataset: Dataset | None = None
) -> Held[Seat]:
    """
    Tell where an organization had its headquarters on a date.

    Arguments, answer and errors are those of `heads_on`, with `Seat` records.

    >>> seat_on("IOM", "2002").only.place
    'Geneva'
    """
    history, when, days = _asked(organization, date, facts_of(dataset))
    return held_on(history.seats, days, organization=history.organization, what="seat", on=when)


def _asked(
    organization: OrganizationLike, on: DateLike, facts: Dataset
) -> tuple[History, PartialDate, tuple[Stretch, ...]]:
    history = history_of(organization, dataset=facts)
    when, days = asked(on)
    founded = facts.organization(history.organization).founded
    warn_outside(when, f"the history of {history.organization}", founded, history.covered_until)
    return history, when, days
