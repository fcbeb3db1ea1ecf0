"""Types for annotations: what the queries accept, and the closed words of their parameters."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.organizations import Organization
from migrationgov.model.processes import ConsultativeProcess, Meeting
from migrationgov.model.resolutions import Resolution
from migrationgov.model.states import State
from migrationgov.model.treaties import Treaty
from migrationgov.vocabularies import (
    Clock,
    CountSubject,
    Grade,
    MeetingLevel,
    Office,
    OrganizationKind,
    ProcessKind,
    ProcessRole,
    ProcessStatus,
    ReconciliationOutcome,
    SessionKind,
    SourceKind,
    Status,
    TransitionKind,
    TreatyKind,
)
from migrationgov.vocabularies.characteristics import Region, Theme

__all__ = [
    "Backend",
    "CitationStyle",
    "ClockLike",
    "ClockWord",
    "CodeSystem",
    "CountSubjectLike",
    "CountSubjectWord",
    "DateLike",
    "GradeLike",
    "GradeWord",
    "InstitutionLike",
    "MapShape",
    "MeetingLevelLike",
    "MeetingLevelWord",
    "MeetingLike",
    "MemberOrObserver",
    "NetworkKind",
    "OfficeLike",
    "OfficeWord",
    "OnConflict",
    "OrganizationKindLike",
    "OrganizationKindWord",
    "OrganizationLike",
    "OutcomeLike",
    "OutcomeWord",
    "Outside",
    "PanelStep",
    "PartialPeriod",
    "PartyKind",
    "PartyLike",
    "PartyOrSignatory",
    "PeriodEdge",
    "ProcessKindLike",
    "ProcessKindWord",
    "ProcessLike",
    "ProcessStatusLike",
    "ProcessStatusWord",
    "RegionLike",
    "RegionWord",
    "ResolutionLike",
    "RoleLike",
    "RoleWord",
    "SessionKindLike",
    "SessionKindWord",
    "SourceKindLike",
    "SourceKindWord",
    "StateLike",
    "StateSystem",
    "StatusLike",
    "StatusWord",
    "SubjectLike",
    "Successors",
    "SurvivalEvent",
    "ThemeLike",
    "ThemeWord",
    "TransitionLike",
    "TransitionWord",
    "TreatyKindLike",
    "TreatyKindWord",
    "TreatyLike",
    "Unmatched",
]

#: A date (a day, a `PartialDate`, a year as a number, EDTF text, or a date in words).
DateLike: TypeAlias = date | PartialDate | str | int
#: A state (its code, name or record).
StateLike: TypeAlias = str | State
#: An organization (its id, name, acronym or record).
OrganizationLike: TypeAlias = str | Organization
#: A party (a state or an organization).
PartyLike: TypeAlias = str | State | Organization
#: A consultative process (its id, name, acronym or record).
ProcessLike: TypeAlias = str | ConsultativeProcess
#: A resolution (its symbol, name or record).
ResolutionLike: TypeAlias = str | Resolution
#: A treaty (its id, name, acronym or record).
TreatyLike: TypeAlias = str | Treaty
#: An organization with a register, a treaty or a process (its id, name, acronym or record).
InstitutionLike: TypeAlias = str | Organization | ConsultativeProcess | Treaty
#: A meeting (its id or record).
MeetingLike: TypeAlias = str | Meeting
#: The subject of a disagreement (a state, an organization, a process or a treaty).
SubjectLike: TypeAlias = str | State | Organization | ConsultativeProcess | Treaty

#: A style of `cite`.
CitationStyle: TypeAlias = Literal["text", "bibtex", "csl-json"]
#: The kind of party that a list of members or observers has.
PartyKind: TypeAlias = Literal["state", "organization"]
#: The grade of a status, as text.
GradeWord: TypeAlias = Literal["certain", "listed", "possible"]
#: The grade of a status (a word or a member of `vocabularies.Grade`).
GradeLike: TypeAlias = Grade | GradeWord
#: What `merge` and `load` do where two datasets contradict each other.
OnConflict: TypeAlias = Literal["error", "disagreement"]
#: The library that makes a table.
Backend: TypeAlias = Literal["pandas", "polars", "pyarrow"]
#: The days of a period that decide whether a state is in a panel.
PartialPeriod: TypeAlias = Literal["any", "first", "last", "all"]
#: The status by which `states` filters.
MemberOrObserver: TypeAlias = Literal["member", "observer"]
#: The status of which `parties_on` asks.
PartyOrSignatory: TypeAlias = Literal["party", "signatory"]
#: A status, as text.
StatusWord: TypeAlias = Literal[
    "none", "applicant", "associate", "observer", "member", "signatory", "party"
]
#: A status (a word or a member of `vocabularies.Status`).
StatusLike: TypeAlias = Status | StatusWord
#: A role in a process, as text.
RoleWord: TypeAlias = Literal[
    "member", "associate", "observer", "party", "signatory", "partner", "guest", "participant",
    "applicant", "chair", "co-chair", "secretariat", "support-unit", "host", "organizer",
    "supporter", "funder",
]  # fmt: skip
#: A role in a process (a word or a member of `vocabularies.ProcessRole`).
RoleLike: TypeAlias = ProcessRole | RoleWord
#: A kind of transition, as text.
TransitionWord: TypeAlias = Literal[
    "applied", "applied-as-observer", "admitted", "accepted", "seated", "joined", "succeeded",
    "continued", "became-associate", "became-observer", "ceased-observer", "notified-withdrawal",
    "withdrew", "suspended", "resumed", "lapsed", "approved-at-home", "rejected-at-home",
    "attended", "signed", "succeeded-to-signature", "definitively-signed", "ratified",
    "approved", "acceded", "became-party", "entered-into-force", "denounced", "other",
]  # fmt: skip
#: A kind of transition (a word or a member of `vocabularies.TransitionKind`).
TransitionLike: TypeAlias = TransitionKind | TransitionWord
#: A level of meetings, as text.
MeetingLevelWord: TypeAlias = Literal[
    "ministerial", "senior-officials", "experts", "technical", "conference", "global",
    "briefing", "other",
]  # fmt: skip
#: A level of meetings (a word or a member of `vocabularies.MeetingLevel`).
MeetingLevelLike: TypeAlias = MeetingLevel | MeetingLevelWord
#: An office in an organization, as text.
OfficeWord: TypeAlias = Literal[
    "head", "deputy", "regional-director", "coordinator", "spokesperson"
]
#: An office in an organization (a word or a member of `vocabularies.Office`).
OfficeLike: TypeAlias = Office | OfficeWord
#: A kind of organization, as text.
OrganizationKindWord: TypeAlias = Literal[
    "intergovernmental", "united-nations", "regional", "non-governmental", "government-body",
    "sovereign-entity", "group",
]  # fmt: skip
#: A kind of organization (a word or a member of `vocabularies.OrganizationKind`).
OrganizationKindLike: TypeAlias = OrganizationKind | OrganizationKindWord
#: A kind of treaty, as text.
TreatyKindWord: TypeAlias = Literal["convention", "protocol", "agreement"]
#: A kind of treaty (a word or a member of `vocabularies.TreatyKind`).
TreatyKindLike: TypeAlias = TreatyKind | TreatyKindWord
#: What makes a party of a treaty, as text.
ClockWord: TypeAlias = Literal["effect", "deposit"]
#: What makes a party of a treaty (a word or a member of `vocabularies.Clock`).
ClockLike: TypeAlias = Clock | ClockWord
#: A kind of process, as text.
ProcessKindWord: TypeAlias = Literal["regional", "interregional", "global"]
#: A kind of process (a word or a member of `vocabularies.ProcessKind`).
ProcessKindLike: TypeAlias = ProcessKind | ProcessKindWord
#: The status of a process, as text.
ProcessStatusWord: TypeAlias = Literal["proposed", "active", "dormant", "ended", "unknown"]
#: The status of a process (a word or a member of `vocabularies.ProcessStatus`).
ProcessStatusLike: TypeAlias = ProcessStatus | ProcessStatusWord
#: A region of processes, as text.
RegionWord: TypeAlias = Literal[
    "Africa", "Eastern Africa", "Middle Africa", "Northern Africa", "Southern Africa",
    "Western Africa", "Americas", "Caribbean", "Central America", "Latin America",
    "Northern America", "South America", "Asia", "Central Asia", "Eastern Asia",
    "South-Eastern Asia", "Southern Asia", "Western Asia", "Europe", "Eastern Europe",
    "Northern Europe", "Southern Europe", "Western Europe", "Oceania", "Global",
]  # fmt: skip
#: A region of processes (a word or a member of `vocabularies.Region`).
RegionLike: TypeAlias = Region | RegionWord
#: A theme of processes, as text.
ThemeWord: TypeAlias = Literal[
    "asylum and protection of refugees",
    "border management and documents",
    "children",
    "climate and environment",
    "data",
    "diaspora",
    "education and brain drain",
    "emergencies",
    "free movement and visas",
    "gender",
    "governance and cooperation",
    "health",
    "integration",
    "internal displacement",
    "irregular migration",
    "labour migration",
    "migration and development",
    "mixed migration",
    "protection of migrants",
    "recruitment and skills",
    "regularization",
    "remittances",
    "return and reintegration",
    "root causes and security",
    "smuggling of migrants",
    "trafficking in persons",
]
#: A theme of processes (a word or a member of `vocabularies.Theme`).
ThemeLike: TypeAlias = Theme | ThemeWord
#: What a published number counts, as text.
CountSubjectWord: TypeAlias = Literal[
    "member-states", "observer-states", "observers", "observer-bodies", "voting-members",
    "parties", "signatories", "founders", "countries-with-presence", "countries-with-offices",
    "offices", "heads", "other",
]  # fmt: skip
#: What a published number counts (a word or a member of `vocabularies.CountSubject`).
CountSubjectLike: TypeAlias = CountSubject | CountSubjectWord
#: A kind of session, as text.
SessionKindWord: TypeAlias = Literal["regular", "special"]
#: A kind of session (a word or a member of `vocabularies.SessionKind`).
SessionKindLike: TypeAlias = SessionKind | SessionKindWord
#: An outcome of `reconcile`, as text.
OutcomeWord: TypeAlias = Literal["equal", "possible", "explained", "open"]
#: An outcome of `reconcile` (a word or a member of `vocabularies.ReconciliationOutcome`).
OutcomeLike: TypeAlias = ReconciliationOutcome | OutcomeWord
#: A kind of source, as text.
SourceKindWord: TypeAlias = Literal[
    "official-document", "official-page", "press", "secondary", "dataset"
]
#: A kind of source (a word or a member of `vocabularies.SourceKind`).
SourceKindLike: TypeAlias = SourceKind | SourceKindWord
#: What the tables answer for days that no source covers.
Outside: TypeAlias = Literal["unknown", "assume"]
#: What a table does with a value that is not a state, or not a date.
Unmatched: TypeAlias = Literal["raise", "null"]
#: The length of the periods of a panel.
PanelStep: TypeAlias = Literal["year", "month", "day"]
#: The day of a period for which an `institution_panel` counts.
PeriodEdge: TypeAlias = Literal["first", "last"]
#: The list of states of a panel, which also decides from when to when each is in it.
StateSystem: TypeAlias = Literal["cow", "gw", "un", "register"]
#: The event of a table for event-history analysis.
SurvivalEvent: TypeAlias = Literal["entry", "exit"]
#: A system of codes of states, of ISO 3166-1, M49, Correlates of War, or Gleditsch and Ward.
CodeSystem: TypeAlias = Literal["iso3", "iso2", "m49", "cow", "cow-letters", "gw", "gw-letters"]
#: What a table does where a state did not exist on the date, and its predecessor did.
Successors: TypeAlias = Literal["warn", "follow"]
#: What a table with geometry has for each state.
MapShape: TypeAlias = Literal["area", "tile"]
#: A kind of network.
NetworkKind: TypeAlias = Literal["participation", "co-membership"]
