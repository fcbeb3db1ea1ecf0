"""
Who belonged to the International Organization for Migration when, who takes part in which
consultative process in which role, and how we know.

Importing this package loads nothing but this file; a name is loaded when it is first used.
"""

__version__ = "26.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from migrationgov.datasets.diff import Change, diff
    from migrationgov.datasets.files import dump, dumps, loads
    from migrationgov.datasets.loading import load, validate
    from migrationgov.dates.answer import Answer
    from migrationgov.dates.partial_date import PartialDate
    from migrationgov.errors import (
        AmbiguousNameError,
        CoverageWarning,
        DataFileError,
        InvalidDateError,
        MergeConflictError,
        MigrationGovError,
        MissingExtraError,
        UndecidedError,
        UnknownOrganizationError,
        UnknownProcessError,
        UnknownRecordError,
        UnknownStateError,
        UnknownTermError,
        UnmatchedWarning,
        WrongTypeError,
    )
    from migrationgov.lookup.active_dataset import dataset, use
    from migrationgov.lookup.name_resolution import find_organization, find_process, find_state
    from migrationgov.model.dataset import Dataset
    from migrationgov.model.events import Milestone, StatusReport
    from migrationgov.model.manifest import Manifest
    from migrationgov.model.names import Name
    from migrationgov.model.organization_history import (
        AttestedName,
        FieldOffice,
        History,
        Session,
        StrategyItem,
        Work,
    )
    from migrationgov.model.organizations import Organization
    from migrationgov.model.periods import Period
    from migrationgov.model.processes import (
        ConsultativeProcess,
        ListedParticipant,
        Meeting,
        Officer,
        ParticipantLists,
        RoleList,
        Term,
    )
    from migrationgov.model.published_counts import CountClaim, CountList
    from migrationgov.model.register import Register
    from migrationgov.model.sources import Citation, Claim, Disagreement, Source
    from migrationgov.model.spells import Spell
    from migrationgov.model.states import State, SystemCode
    from migrationgov.model.tenures import (
        DatedAttestation,
        Headquarters,
        Presence,
        Relation,
        Tenure,
    )
    from migrationgov.model.transitions import Attestation, Transition
    from migrationgov.queries.cite import cite
    from migrationgov.queries.field_offices import field_offices_of
    from migrationgov.queries.governing_body import decisions_of, sessions_of
    from migrationgov.queries.meetings import meeting, meetings_between, meetings_of
    from migrationgov.queries.memberships import (
        is_member,
        members_on,
        memberships_of,
        observers_on,
        status_on,
    )
    from migrationgov.queries.organization_history import (
        deputies_on,
        headquarters_on,
        heads_on,
        history_of,
        name_on,
        un_relation_on,
    )
    from migrationgov.queries.processes import (
        chair_on,
        chairs_of,
        process_participants,
        processes_of,
        shared_processes,
    )
    from migrationgov.queries.provenance import disagreements, sources_of
    from migrationgov.queries.published_counts import (
        PublishedTotal,
        Reconciliation,
        counts,
        published_totals,
        reconcile,
    )
    from migrationgov.queries.transitions import transitions, transitions_between
    from migrationgov.results.dated_answer import AsOf
    from migrationgov.results.party_lists import MemberList, PartyList
    from migrationgov.results.record_list import RecordList
    from migrationgov.results.roster import Participation, Roster, SharedProcess
    from migrationgov.results.status_on import StatusOn
    from migrationgov.validation import Problem
    from migrationgov.vocabularies import (
        Basis,
        ChangeKind,
        CountSubject,
        Explanation,
        ListKind,
        MeetingLevel,
        MilestoneKind,
        Modifier,
        NameForm,
        Office,
        OrganizationKind,
        ProcessKind,
        ProcessRole,
        ProcessStatus,
        ReconciliationOutcome,
        RelationKind,
        SessionKind,
        SourceKind,
        Status,
        StrategyKind,
        TransitionKind,
        WorkKind,
    )

_FACE = {
    "bundle": "dataset use",
    "checks": "Problem",
    "documents": "dump dumps loads",
    "errors": "AmbiguousNameError CoverageWarning DataFileError InvalidDateError"
    " MergeConflictError MigrationGovError MissingExtraError UndecidedError"
    " UnknownOrganizationError UnknownProcessError UnknownRecordError UnknownStateError"
    " UnknownTermError UnmatchedWarning WrongTypeError",
    "loading": "load validate",
    "model.counts": "CountClaim CountList",
    "model.dataset": "Dataset",
    "model.dates": "Answer PartialDate",
    "model.histories": "AttestedName FieldOffice History Session StrategyItem Work",
    "model.lasting": "Presence Relation Seat Shown Tenure",
    "model.lives": "Milestone StatusReport",
    "model.manifest": "Manifest",
    "model.memberships": "Attestation Spell Transition",
    "model.names": "Name",
    "model.organizations": "Organization",
    "model.periods": "Period",
    "model.processes": "ConsultativeProcess Entry Meeting Officer RoleList Snapshot Term",
    "model.register": "Register",
    "model.sources": "Citation Claim Disagreement Source",
    "model.states": "State SystemCode",
    "model.vocab": "Basis ChangeKind Counted Explanation ListKind MeetingLevel MilestoneKind"
    " Modifier NameForm Office OrganizationKind Outcome ProcessKind ProcessRole ProcessStatus"
    " RelationKind SessionKind SourceKind Status StrategyKind TransitionKind WorkKind",
    "queries.answers": "Parties Roll",
    "queries.cite": "cite",
    "queries.counts": "Reconciliation counts reconcile",
    "queries.diff": "Change diff",
    "queries.find": "find_organization find_process find_state",
    "queries.held": "Held",
    "queries.histories": "deputies_on heads_on history_of name_on seat_on un_relation_on",
    "queries.meetings": "PublishedTotal meeting meetings_between meetings_of published_totals",
    "queries.memberships": "is_member members_on memberships_of observers_on status_on",
    "queries.processes": "chair_on chairs_of process_participants processes_of shared_processes",
    "queries.provenance": "disagreements sources_for",
    "queries.records": "Records",
    "queries.roster": "Participation Roster SharedProcess",
    "queries.sessions": "decisions_of offices_of sessions_of",
    "queries.status": "StatusOn",
    "queries.transitions": "transitions transitions_between",
}
_ROOMS = ("exports", "frames", "plots")  # beside the face: `mg.plots`
_HOMES = {name: module for module, names in _FACE.items() for name in names.split()}

__all__ = [
    "AmbiguousNameError",
    "Answer",
    "Attestation",
    "AttestedName",
    "Basis",
    "Change",
    "ChangeKind",
    "Citation",
    "Claim",
    "ConsultativeProcess",
    "CountClaim",
    "CountList",
    "Counted",
    "CoverageWarning",
    "DataFileError",
    "Dataset",
    "Disagreement",
    "Entry",
    "Explanation",
    "FieldOffice",
    "Held",
    "History",
    "InvalidDateError",
    "ListKind",
    "Manifest",
    "Meeting",
    "MeetingLevel",
    "MergeConflictError",
    "MigrationGovError",
    "Milestone",
    "MilestoneKind",
    "MissingExtraError",
    "Modifier",
    "Name",
    "NameForm",
    "Office",
    "Officer",
    "Organization",
    "OrganizationKind",
    "Outcome",
    "PartialDate",
    "Participation",
    "Parties",
    "Period",
    "Presence",
    "Problem",
    "ProcessKind",
    "ProcessRole",
    "ProcessStatus",
    "PublishedTotal",
    "Reconciliation",
    "Records",
    "Register",
    "Relation",
    "RelationKind",
    "RoleList",
    "Roll",
    "Roster",
    "Seat",
    "Session",
    "SessionKind",
    "SharedProcess",
    "Shown",
    "Snapshot",
    "Source",
    "SourceKind",
    "Spell",
    "State",
    "Status",
    "StatusOn",
    "StatusReport",
    "StrategyItem",
    "StrategyKind",
    "SystemCode",
    "Tenure",
    "Term",
    "Transition",
    "TransitionKind",
    "UndecidedError",
    "UnknownOrganizationError",
    "UnknownProcessError",
    "UnknownRecordError",
    "UnknownStateError",
    "UnknownTermError",
    "UnmatchedWarning",
    "Work",
    "WorkKind",
    "WrongTypeError",
    "chair_on",
    "chairs_of",
    "cite",
    "counts",
    "dataset",
    "decisions_of",
    "deputies_on",
    "diff",
    "disagreements",
    "dump",
    "dumps",
    "find_organization",
    "find_process",
    "find_state",
    "heads_on",
    "history_of",
    "is_member",
    "load",
    "loads",
    "meeting",
    "meetings_between",
    "meetings_of",
    "members_on",
    "memberships_of",
    "name_on",
    "observers_on",
    "offices_of",
    "process_participants",
    "processes_of",
    "published_totals",
    "reconcile",
    "seat_on",
    "sessions_of",
    "shared_processes",
    "sources_for",
    "status_on",
    "transitions",
    "transitions_between",
    "un_relation_on",
    "use",
    "validate",
]


def __getattr__(name: str) -> object:
    from importlib import import_module  # noqa: PLC0415 -- already loaded by Python itself

    if name not in _HOMES and name not in _ROOMS:
        raise AttributeError(f"module 'migrationgov' has no attribute {name!r}")
    home = import_module(f"migrationgov.{_HOMES.get(name, name)}")
    found = home if name in _ROOMS else getattr(home, name)
    return globals().setdefault(name, found)  # the next use finds it without coming here


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
