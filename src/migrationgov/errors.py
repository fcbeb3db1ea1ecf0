"""The errors of this library: one family, each also a kind of the fitting built-in error."""

from __future__ import annotations

_LONGEST_SHOWN = 60


def shown(value: object) -> str:
    """Return a value for a message: cut where it is endless, whatever it is."""
    if isinstance(value, str) and len(value) > _LONGEST_SHOWN:
        return f"{value[:_LONGEST_SHOWN]!r}..."
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 -- a value that cannot be written must not hide the error
        text = object.__repr__(value)
    return text if len(text) <= 2 * _LONGEST_SHOWN else f"{text[: 2 * _LONGEST_SHOWN]}..."


class MigrationGovError(Exception):
    """Any error that this library raises on purpose."""


class InvalidDateError(MigrationGovError, ValueError):
    """A date that cannot be, or is not written in a form that is understood."""


class UnknownRecordError(MigrationGovError, LookupError):
    """No record goes by that name or code."""


class UnknownStateError(UnknownRecordError):
    """No state goes by that name or code."""


class UnknownOrganizationError(UnknownRecordError):
    """No organization goes by that name, or it has no register of members."""


class UnknownProcessError(UnknownRecordError):
    """No consultative process goes by that name."""


class AmbiguousNameError(MigrationGovError, LookupError):
    """A name that several records go by; `candidates` holds their ids."""

    def __init__(self, message: str, candidates: tuple[str, ...] = ()) -> None:
        super().__init__(message, candidates)
        self.candidates = candidates

    def __str__(self) -> str:
        return str(self.args[0])


class UnknownTermError(MigrationGovError, ValueError):
    """A word that is not in a closed vocabulary (a role, a kind, a status)."""


class WrongTypeError(MigrationGovError, TypeError):
    """An argument of a type that has no meaning here."""


class UndecidedError(MigrationGovError, TypeError):
    """`Answer.UNKNOWN` was used as if it were yes or no."""


class DataFileError(MigrationGovError, ValueError):
    """A data file that cannot be read; the message names file, place and every problem."""


class CoverageWarning(UserWarning):
    """The question lies outside what the data cover; the answer is an extrapolation."""
