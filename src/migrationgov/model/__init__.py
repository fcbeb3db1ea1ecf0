"""The record types: the classes of the facts, for annotations and for making records."""

# pyright: reportUnsupportedDunderAll=false
# (`__all__` is made from the table; checkers read the stub)
from __future__ import annotations

from migrationgov.lazy_names import lazy_names

_HOMES = {
    "model.dataset": "Dataset",
    "model.characteristics": "Characteristic",
    "model.events": "Milestone StatusReport",
    "model.manifest": "Manifest",
    "model.names": "Name",
    "model.organization_history": "AttestedName FieldOffice History Session StrategyItem Work",
    "model.organizations": "Organization",
    "model.periods": "Period",
    "model.participant_lists": "ListedParticipant ParticipantLists RoleList",
    "model.processes": "ConsultativeProcess Meeting Officer Term",
    "model.published_counts": "CountClaim CountList",
    "model.register": "Register",
    "model.resolutions": "Resolution Votes",
    "model.sources": "Citation Claim Disagreement Source",
    "model.spells": "Spell",
    "model.states": "State SystemCode",
    "model.tenures": "DatedAttestation Headquarters Presence Relation Rotation Tenure",
    "model.transitions": "Attestation Transition",
    "model.treaties": "FinalClause Treaty",
}

_NAMES = sorted(name for names in _HOMES.values() for name in names.split())
__all__ = list(_NAMES)

__getattr__, __dir__ = lazy_names(__name__, _HOMES)
