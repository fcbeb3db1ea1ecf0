"""The words of consultative processes, of their lists and of their meetings."""

from __future__ import annotations

from migrationgov.vocabularies import Vocabulary


class ProcessKind(Vocabulary):
    """Whether a consultative process is regional, interregional or global."""

    REGIONAL = "regional"
    INTERREGIONAL = "interregional"
    GLOBAL = "global"


class ProcessStatus(Vocabulary):
    """Whether a process is active, by the evidence of a source."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    DORMANT = "dormant"
    ENDED = "ended"
    UNKNOWN = "unknown"


class MeetingLevel(Vocabulary):
    """
    The level of a meeting, by its name.

    A meeting of ministers or of vice-ministers is ministerial. A meeting that calls itself
    technical, or of senior officials, is that, even if ministers attend.
    """

    MINISTERIAL = "ministerial"
    SENIOR_OFFICIALS = "senior-officials"
    EXPERTS = "experts"
    TECHNICAL = "technical"
    CONFERENCE = "conference"
    GLOBAL = "global"
    BRIEFING = "briefing"
    OTHER = "other"


class ListKind(Vocabulary):
    """What a list of participants proves; only a stated list is complete."""

    STATED = "stated"
    PARTIAL = "partial"
    ATTENDANCE = "attendance"
    SUBSET = "subset"
    GROUP = "group"
