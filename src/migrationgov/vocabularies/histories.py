"""The words of a history: milestones, offices, relations, sessions, strategies, work."""

from __future__ import annotations

from migrationgov.vocabularies import Vocabulary


class MilestoneKind(Vocabulary):
    """What kind of event in the life of a process or an organization it is."""

    CONCEIVED = "conceived"
    DECLARATION = "declaration"
    FRAMEWORK = "framework"
    LAUNCHED = "launched"
    ESTABLISHED = "established"
    RENAMED = "renamed"
    ADOPTED = "adopted"
    IN_FORCE = "in-force"
    APPROVED = "approved"
    OPENED_FOR_SIGNATURE = "opened-for-signature"
    SIGNED = "signed"
    ELECTED = "elected"
    ENDED = "ended"
    OTHER = "other"


class Office(Vocabulary):
    """An office that a person has in an organization."""

    HEAD = "head"
    DEPUTY = "deputy"
    REGIONAL_DIRECTOR = "regional-director"
    COORDINATOR = "coordinator"
    SPOKESPERSON = "spokesperson"


class RelationKind(Vocabulary):
    """The relation of one organization to another."""

    OUTSIDE = "outside"
    OBSERVER = "observer"
    COOPERATION_AGREEMENT = "cooperation-agreement"
    RELATED_ORGANIZATION = "related-organization"


class SessionKind(Vocabulary):
    """Whether a session of a governing body belongs to the regular series."""

    REGULAR = "regular"
    SPECIAL = "special"


class StrategyKind(Vocabulary):
    """What a label of a strategy names."""

    MANDATE = "mandate"
    VISION = "vision"
    OBJECTIVE = "objective"
    CHALLENGE = "challenge"
    FUNCTION = "function"
    APPROACH = "approach"


class WorkKind(Vocabulary):
    """What kind of work of an organization it is."""

    PROJECT = "project"
    ACTIVITY = "activity"
    REPORT = "report"
