"""The errors and warnings of this library; each error is also a built-in error."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType
    from typing import Any, Self

_LONGEST_SHOWN = 60
_MOST_PROBLEMS = 50
_MOST_HINTS = 3
_STEM = 4  # letters that forms of one word share
_LONGEST_COMPARED = 100  # no id is longer, and the time grows with the square of the length


def short_repr(value: object) -> str:
    """Return the repr of a value for a message, shortened where it is long."""
    if isinstance(value, str) and len(value) > _LONGEST_SHOWN:
        return f"{value[:_LONGEST_SHOWN]!r}..."
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 -- a value that cannot be written must not hide the error
        text = object.__repr__(value)
    return text if len(text) <= 2 * _LONGEST_SHOWN else f"{text[: 2 * _LONGEST_SHOWN]}..."


def plain_text(value: object) -> str:
    """Return a value as text; its repr where it cannot be text."""
    try:
        return str(value)
    except Exception:  # noqa: BLE001 -- a table of a user may hold any object
        return short_repr(value)


def check_word(parameter: str, word: object, words: Iterable[str | None]) -> None:
    """Refuse a word that a parameter does not take, and list the words that it takes."""
    allowed = tuple(words)
    if not isinstance(word, str | None) or word not in allowed:
        listed = ", ".join(map(repr, allowed))
        hint = hint_at_word(word, allowed)
        raise UnknownTermError(f"{parameter} is {short_repr(word)}{hint}", f"it may be {listed}")


def did_you_mean(name: str, known: Iterable[str], most: int = _MOST_HINTS) -> str:
    """Return a hint at names that are similar to a name; "" where there are none."""
    return _hint(_near(name, known, most))


def hint_at_word(word: object, words: Iterable[str | None]) -> str:
    """Return a hint at the words of a closed list that another form of a word may mean."""
    if not isinstance(word, str):
        return ""
    known = {each.casefold(): each for each in words if each is not None}
    lower = word.casefold()
    # "accession" is no near spelling of "acceded"
    akin = [each for each in known if each[:_STEM] == lower[:_STEM]][:_MOST_HINTS]
    close = [lower] if lower in known else akin or _near(lower, known, _MOST_HINTS)
    return _hint([known[each] for each in close])


def _near(name: str, known: Iterable[str], most: int) -> list[str]:
    from difflib import get_close_matches  # noqa: PLC0415 -- only a refusal needs it

    return get_close_matches(name[:_LONGEST_COMPARED], list(known), n=most)


def _hint(close: list[str]) -> str:
    return f" (did you mean {', '.join(close)}?)" if close else ""


class MigrationGovError(Exception):
    """The base of all errors of this library."""

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows of the error: the frames of its user, not of this library."""
        shell: Any = sys.modules["IPython"].get_ipython()
        shown = _of_caller(self.__traceback__)
        lines: list[str] = shell.InteractiveTB.structured_traceback(type(self), self, shown)
        return lines


def _of_caller(traceback: TracebackType | None) -> TracebackType | None:
    """Return a traceback up to the first frame of this library."""
    if traceback is None:
        return None
    frame = traceback.tb_frame
    if frame.f_globals.get("__name__", "").startswith("migrationgov."):
        return None
    after = _of_caller(traceback.tb_next)
    return type(traceback)(after, frame, traceback.tb_lasti, traceback.tb_lineno)


class _RefusedValueError(MigrationGovError, ValueError):
    """A value with a `reason` why it is refused, and what would be `accepted`."""

    def __init__(self, reason: str, accepted: str = "") -> None:
        super().__init__(reason, accepted)
        self.reason = reason
        self.accepted = accepted

    def __str__(self) -> str:
        return f"{self.reason}; {self.accepted}" if self.accepted else self.reason


class InvalidDateError(_RefusedValueError):
    """
    A date that does not exist, or that is not written in EDTF or in a known form.

    `reason` names the date and what is wrong; `accepted` says how dates are written, and is empty
    where the reason has the date to write. If the text is a name, `found_kind` says of what
    ("state", "process", ...); else it is "".
    """

    found_kind = ""


class UnknownRecordError(MigrationGovError, LookupError):
    """
    No record has that name or code.

    `reason` says so without a suggestion, and `name` is the name. `found_kind` says what the name
    is instead ("state", "organization", "process", "treaty", "resolution", "region", "subregion",
    "date"), or is "". `listed_by` names the functions that list all names, if no name is similar.
    """

    def __init__(
        self,
        reason: str,
        hint: str = "",
        *,
        name: str = "",
        found_kind: str = "",
        listed_by: tuple[str, ...] = (),
    ) -> None:
        super().__init__(reason + hint)
        self.reason = reason
        self.name = name
        self.found_kind = found_kind
        self.listed_by = listed_by


class UnknownStateError(UnknownRecordError):
    """No state has that name or code."""


class UnknownOrganizationError(UnknownRecordError):
    """No organization has that name, or the organization has no register of members."""


class UnknownProcessError(UnknownRecordError):
    """No consultative process has that name."""


class UnknownTreatyError(UnknownRecordError):
    """No treaty has that name."""


class UnknownResolutionError(UnknownRecordError):
    """No resolution has that symbol or name."""


class AmbiguousNameError(MigrationGovError, LookupError):
    """A name that several records have; `candidates` has their ids."""

    def __init__(self, message: str, candidates: tuple[str, ...] = ()) -> None:
        super().__init__(message, candidates)
        self.candidates = candidates

    def __str__(self) -> str:
        return str(self.args[0])


class UnknownTermError(_RefusedValueError):
    """
    A word that is not in a closed vocabulary (a role, a kind, a status).

    `reason` names the word and what is similar; `accepted` lists the words, where all are listed.
    """


class WrongTypeError(MigrationGovError, TypeError):
    """An argument of a wrong type."""


class MissingExtraError(MigrationGovError, ImportError):
    """An optional package is not installed; the message says how to install it."""


class UndecidedError(MigrationGovError, TypeError):
    """`Answer.UNKNOWN` was used where only yes or no is possible."""


class DataFileError(MigrationGovError, ValueError):
    """
    Data with errors; the message names file, place and every problem.

    `problems` has a pair for each problem: its place and its description.
    """

    def __init__(self, message: str, problems: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(message, problems)
        self.problems = problems

    @classmethod
    def of(cls, problems: Iterable[tuple[str, str]]) -> Self:
        """Make an error of problems: places and descriptions."""
        each = tuple(problems)
        lines = [f"{place}: {problem}" for place, problem in each[:_MOST_PROBLEMS]]
        if len(each) > _MOST_PROBLEMS:
            lines.append(f"and {len(each) - _MOST_PROBLEMS} more")
        head = f"{len(each)} problems\n  " if len(each) > 1 else ""
        return cls(head + "\n  ".join(lines), each)

    def __str__(self) -> str:
        return str(self.args[0])


class MergeConflictError(DataFileError):
    """Two datasets give rival values for one fact."""


class UnmatchedWarning(UserWarning):
    """
    Values of a table are no states, no state on their date, or no dates; or it is in doubt.

    A question about one state warns likewise where it did not exist, and its predecessor did.
    """


class CoverageWarning(UserWarning):
    """
    The date of a query is outside the coverage; the answer is an extrapolation.

    Or an answer leaves out what is not known on its date.
    """
