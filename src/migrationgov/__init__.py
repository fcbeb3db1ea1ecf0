"""
Who belonged to the International Organization for Migration when, who takes part in which
consultative process in which role, and how we know.

Importing this package loads nothing but this file; each name is loaded when it is first used.
"""

__version__ = "26.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from migrationgov.bundle import dataset
    from migrationgov.errors import (
        AmbiguousNameError,
        CoverageWarning,
        DataFileError,
        InvalidDateError,
        MigrationGovError,
        UndecidedError,
        UnknownOrganizationError,
        UnknownProcessError,
        UnknownRecordError,
        UnknownStateError,
        UnknownTermError,
        WrongTypeError,
    )
    from migrationgov.model.dataset import Dataset
    from migrationgov.model.dates import Answer, PartialDate
    from migrationgov.model.lives import Milestone, StatusReport
    from migrationgov.model.manifest import Manifest
    from migrationgov.model.memberships import Attestation, Spell, Transition
    from migrationgov.model.names import Name
    from migrationgov.model.organizations import Organization
    from migrationgov.model.periods import Period
    from migrationgov.model.processes import (
        ConsultativeProcess,
        Entry,
        Meeting,
        Officer,
        RoleList,
        Snapshot,
        Term,
    )
    from migrationgov.model.register import Register
    from migrationgov.model.sources import Citation, Claim, Disagreement, Source
    from migrationgov.model.states import State, SystemCode
    from migrationgov.model.vocab import (
        Basis,
        ListKind,
        MeetingLevel,
        MilestoneKind,
        NameForm,
        OrganizationKind,
        ProcessKind,
        ProcessRole,
        ProcessStatus,
        SourceKind,
        Status,
        TransitionKind,
    )
    from migrationgov.queries.answers import Parties, Roll
    from migrationgov.queries.find import find_organization, find_process, find_state
    from migrationgov.queries.meetings import (
        PublishedTotal,
        meetings_between,
        meetings_of,
        published_totals,
    )
    from migrationgov.queries.memberships import (
        is_member,
        members_on,
        memberships_of,
        observers_on,
        status_on,
    )
    from migrationgov.queries.processes import (
        chair_on,
        chairs_of,
        process_participants,
        processes_of,
        shared_processes,
    )
    from migrationgov.queries.provenance import disagreements, sources_for
    from migrationgov.queries.records import Records
    from migrationgov.queries.roster import Participation, Roster, SharedProcess
    from migrationgov.queries.status import StatusOn
    from migrationgov.queries.transitions import transitions, transitions_between

_FACE = {
    "bundle": "dataset",
    "errors": "AmbiguousNameError CoverageWarning DataFileError InvalidDateError MigrationGovError"
    " UndecidedError UnknownOrganizationError UnknownProcessError UnknownRecordError"
    " UnknownStateError UnknownTermError WrongTypeError",
    "model.dataset": "Dataset",
    "model.dates": "Answer PartialDate",
    "model.manifest": "Manifest",
    "model.memberships": "Attestation Spell Transition",
    "model.names": "Name",
    "model.organizations": "Organization",
    "model.periods": "Period",
    "model.lives": "Milestone StatusReport",
    "model.processes": "ConsultativeProcess Entry Meeting Officer RoleList Snapshot Term",
    "model.register": "Register",
    "model.sources": "Citation Claim Disagreement Source",
    "model.states": "State SystemCode",
    "model.vocab": "Basis ListKind MeetingLevel MilestoneKind NameForm OrganizationKind"
    " ProcessKind ProcessRole ProcessStatus SourceKind Status TransitionKind",
    "queries.answers": "Parties Roll",
    "queries.find": "find_organization find_process find_state",
    "queries.memberships": "is_member members_on memberships_of observers_on status_on",
    "queries.meetings": "PublishedTotal meetings_between meetings_of published_totals",
    "queries.processes": "chair_on chairs_of process_participants processes_of shared_processes",
    "queries.provenance": "disagreements sources_for",
    "queries.records": "Records",
    "queries.roster": "Participation Roster SharedProcess",
    "queries.status": "StatusOn",
    "queries.transitions": "transitions transitions_between",
}
_HOMES = {name: module for module, names in _FACE.items() for name in names.split()}

__all__ = [
    "AmbiguousNameError",
    "Answer",
    "Attestation",
    "Basis",
    "Citation",
    "Claim",
    "ConsultativeProcess",
    "CoverageWarning",
    "DataFileError",
    "Dataset",
    "Disagreement",
    "Entry",
    "InvalidDateError",
    "ListKind",
    "Manifest",
    "Meeting",
    "MeetingLevel",
    "MigrationGovError",
    "Milestone",
    "MilestoneKind",
    "Name",
    "NameForm",
    "Officer",
    "Organization",
    "OrganizationKind",
    "PartialDate",
    "Participation",
    "Parties",
    "Period",
    "ProcessKind",
    "ProcessRole",
    "ProcessStatus",
    "PublishedTotal",
    "Records",
    "Register",
    "RoleList",
    "Roll",
    "Roster",
    "SharedProcess",
    "Snapshot",
    "Source",
    "SourceKind",
    "Spell",
    "State",
    "Status",
    "StatusOn",
    "StatusReport",
    "SystemCode",
    "Term",
    "Transition",
    "TransitionKind",
    "UndecidedError",
    "UnknownOrganizationError",
    "UnknownProcessError",
    "UnknownRecordError",
    "UnknownStateError",
    "UnknownTermError",
    "WrongTypeError",
    "chair_on",
    "chairs_of",
    "dataset",
    "disagreements",
    "find_organization",
    "find_process",
    "find_state",
    "is_member",
    "meetings_between",
    "meetings_of",
    "members_on",
    "memberships_of",
    "observers_on",
    "process_participants",
    "processes_of",
    "published_totals",
    "shared_processes",
    "sources_for",
    "status_on",
    "transitions",
    "transitions_between",
]


def __getattr__(name: str) -> object:
    module = _HOMES.get(name)
    if module is None:
        raise AttributeError(f"module 'migrationgov' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 -- already loaded by Python itself

    found = getattr(import_module(f"migrationgov.{module}"), name)
    globals()[name] = found  # the next use finds it without coming here
    return found


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
