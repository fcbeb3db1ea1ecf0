"""Which kind of record a value is, without importing the classes of records."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing_extensions import TypeIs

    from migrationgov.model.organizations import Organization
    from migrationgov.model.processes import ConsultativeProcess
    from migrationgov.model.treaties import Treaty


def is_treaty_record(value: object) -> TypeIs[Treaty]:
    """Return whether a value is a `Treaty`."""
    return is_record_of(value, "Treaty")


def is_process_record(value: object) -> TypeIs[ConsultativeProcess]:
    """Return whether a value is a `ConsultativeProcess`."""
    return is_record_of(value, "ConsultativeProcess")


def is_organization_record(value: object) -> TypeIs[Organization]:
    """Return whether a value is an `Organization`."""
    return is_record_of(value, "Organization")


def is_record_of(value: object, kind: str) -> bool:
    """Return whether a value is a record of a class, without importing the class."""
    return any(
        each.__name__ == kind and each.__module__.startswith("migrationgov.")
        for each in type(value).__mro__
    )
