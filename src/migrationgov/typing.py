"""Types for annotations: what the arguments of the public functions may be.

The words of a vocabulary may be given as text or as its members: `TransitionKind.JOINED` or
"joined". A test compares each `Literal` with its vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, TypeAlias

from migrationgov import vocabularies as words
from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.organizations import Organization
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.model.states import State

DateLike: TypeAlias = date | PartialDate | str
"""A day, EDTF text, a `PartialDate`, or a date in words ("2 December 2002")."""

StateLike: TypeAlias = str | State
"""Code, name or record of a state."""

OrganizationLike: TypeAlias = str | Organization
"""Id, name, acronym or record of an organization."""

ProcessLike: TypeAlias = str | ConsultativeProcess
"""Id, name, acronym or record of a consultative process."""

PartyLike: TypeAlias = StateLike | Organization
"""A state or an organization that takes part in an institution."""

ColumnNames: TypeAlias = str | Iterable[str] | Mapping[str, str]
"""Columns to add to a table: one name, several, or new names with what they hold."""

StatusWord: TypeAlias = words.Status | Literal["none", "applicant", "observer", "member"]
TransitionWord: TypeAlias = (
    words.TransitionKind
    | Literal[
        "applied",
        "applied-as-observer",
        "admitted",
        "accepted",
        "seated",
        "joined",
        "succeeded",
        "became-observer",
        "ceased-observer",
        "notified-withdrawal",
        "withdrew",
        "lapsed",
        "approved-at-home",
        "rejected-at-home",
        "attended",
        "other",
    ]
)
RoleWord: TypeAlias = (
    words.ProcessRole
    | Literal[
        "member",
        "observer",
        "partner",
        "guest",
        "participant",
        "applicant",
        "chair",
        "co-chair",
        "secretariat",
        "support-unit",
        "host",
        "organizer",
        "supporter",
        "funder",
    ]
)
MeetingWord: TypeAlias = (
    words.MeetingLevel
    | Literal[
        "ministerial",
        "senior-officials",
        "experts",
        "technical",
        "conference",
        "global",
        "briefing",
        "other",
    ]
)
SessionWord: TypeAlias = words.SessionKind | Literal["regular", "special"]
OfficeWord: TypeAlias = (
    words.Office | Literal["head", "deputy", "regional-director", "coordinator", "spokesperson"]
)
SourceWord: TypeAlias = (
    words.SourceKind
    | Literal["official-document", "official-page", "press", "secondary", "dataset"]
)
CountWord: TypeAlias = (
    words.CountSubject
    | Literal[
        "member-states",
        "observer-states",
        "observers",
        "observer-bodies",
        "voting-members",
        "parties",
        "founders",
        "countries-with-presence",
        "countries-with-offices",
        "offices",
        "heads",
        "other",
    ]
)
OutcomeWord: TypeAlias = (
    words.ReconciliationOutcome | Literal["equal", "possible", "explained", "open"]
)
StrategyWord: TypeAlias = (
    words.StrategyKind
    | Literal["mandate", "vision", "objective", "challenge", "function", "approach"]
)

PartyKind: TypeAlias = Literal["state", "organization"]
CitationStyle: TypeAlias = Literal["text", "bibtex", "csl-json"]
OnConflict: TypeAlias = Literal["error", "disagreement"]
Backend: TypeAlias = Literal["pandas", "polars", "pyarrow"]
Unmatched: TypeAlias = Literal["raise", "null"]
Outside: TypeAlias = Literal["unknown", "assume"]
PartialDays: TypeAlias = Literal["any", "first", "last", "all"]
PeriodLength: TypeAlias = Literal["year", "month", "day"]
StateSystem: TypeAlias = Literal["cow", "gw", "un", "register"]
