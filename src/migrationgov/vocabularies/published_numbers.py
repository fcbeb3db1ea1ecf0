"""The words of published numbers: what they count, and why they differ from our count."""

from __future__ import annotations

from migrationgov.vocabularies import Vocabulary


class CountSubject(Vocabulary):
    """What a published number counts."""

    MEMBER_STATES = "member-states"
    OBSERVER_STATES = "observer-states"
    OBSERVERS = "observers"
    OBSERVER_BODIES = "observer-bodies"
    VOTING_MEMBERS = "voting-members"
    PARTIES = "parties"
    SIGNATORIES = "signatories"
    FOUNDERS = "founders"
    COUNTRIES_WITH_PRESENCE = "countries-with-presence"
    COUNTRIES_WITH_OFFICES = "countries-with-offices"
    OFFICES = "offices"
    HEADS = "heads"
    OTHER = "other"


class Modifier(Vocabulary):
    """Whether a published number is exact, a minimum or approximate."""

    EXACT = "exact"
    OVER = "over"
    AT_LEAST = "at-least"
    ABOUT = "about"


class Explanation(Vocabulary):
    """Why a published number differs from our count for its day."""

    STALE = "stale"
    LAG = "lag"
    AHEAD = "ahead"
    WRONG_DATE = "wrong-date"
    BOILERPLATE = "boilerplate"
    OTHER_THING = "other-thing"
    PART = "part"
    NOT_REGISTERED = "not-registered"
    DOUBT = "doubt"


class ReconciliationOutcome(Vocabulary):
    """The result of comparing a published number with our count."""

    EQUAL = "equal"
    POSSIBLE = "possible"
    EXPLAINED = "explained"
    OPEN = "open"
