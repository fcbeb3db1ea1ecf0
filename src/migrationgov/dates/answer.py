"""The answer of a query that sources may leave open: yes, no or unknown."""

# pyright: reportUnnecessaryIsInstance=false
# (a value is checked when the program runs, whatever its annotation)
from __future__ import annotations

from enum import Enum

from migrationgov.errors import UndecidedError
from migrationgov.record import HtmlDisplay


class Answer(HtmlDisplay, Enum):
    """
    Whether something was so, as far as sources give it.

    `&`, `|` and `~` follow Kleene's three-valued logic. Truth testing an unknown answer raises
    `UndecidedError`, because neither branch of an ``if`` would be right. An answer equals its
    word, as tables have it; it equals no bool.

    >>> Answer.YES & Answer.UNKNOWN
    <Answer.UNKNOWN: 'unknown'>
    >>> bool(Answer.YES), Answer.YES == "yes"
    (True, True)
    """

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __bool__(self) -> bool:
        if self is Answer.UNKNOWN:
            raise UndecidedError(
                "the answer is unknown: it differs from day to day, or the sources leave it open,"
                " because a date is imprecise, uncertain or missing; compare with Answer.YES,"
                " Answer.NO or Answer.UNKNOWN, and ask status_on(...) which dates leave it open"
            )
        return self is Answer.YES

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, str) and other == self._value_)

    def __hash__(self) -> int:
        return hash(self._value_)  # equal values have equal hashes

    def __and__(self, other: Answer) -> Answer:
        if not isinstance(other, Answer):  # a bool cannot be unknown
            return NotImplemented
        if Answer.NO in (self, other):
            return Answer.NO
        return Answer.UNKNOWN if Answer.UNKNOWN in (self, other) else Answer.YES

    def __or__(self, other: Answer) -> Answer:
        if not isinstance(other, Answer):
            return NotImplemented
        return ~(~self & ~other)

    def __invert__(self) -> Answer:
        return _OPPOSITE[self]

    def __str__(self) -> str:
        return self.value


_OPPOSITE = {Answer.YES: Answer.NO, Answer.NO: Answer.YES, Answer.UNKNOWN: Answer.UNKNOWN}
