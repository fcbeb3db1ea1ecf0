# The record types: what the facts are made of.

from migrationgov.model.dataset import Dataset as Dataset
from migrationgov.model.events import Milestone as Milestone
from migrationgov.model.events import StatusReport as StatusReport
from migrationgov.model.manifest import Manifest as Manifest
from migrationgov.model.names import Name as Name
from migrationgov.model.organization_history import AttestedName as AttestedName
from migrationgov.model.organization_history import FieldOffice as FieldOffice
from migrationgov.model.organization_history import History as History
from migrationgov.model.organization_history import Session as Session
from migrationgov.model.organization_history import StrategyItem as StrategyItem
from migrationgov.model.organization_history import Work as Work
from migrationgov.model.organizations import Organization as Organization
from migrationgov.model.periods import Period as Period
from migrationgov.model.processes import ConsultativeProcess as ConsultativeProcess
from migrationgov.model.processes import ListedParticipant as ListedParticipant
from migrationgov.model.processes import Meeting as Meeting
from migrationgov.model.processes import Officer as Officer
from migrationgov.model.processes import ParticipantLists as ParticipantLists
from migrationgov.model.processes import RoleList as RoleList
from migrationgov.model.processes import Term as Term
from migrationgov.model.published_counts import CountClaim as CountClaim
from migrationgov.model.published_counts import CountList as CountList
from migrationgov.model.register import Register as Register
from migrationgov.model.sources import Citation as Citation
from migrationgov.model.sources import Claim as Claim
from migrationgov.model.sources import Disagreement as Disagreement
from migrationgov.model.sources import Source as Source
from migrationgov.model.spells import Spell as Spell
from migrationgov.model.states import State as State
from migrationgov.model.states import SystemCode as SystemCode
from migrationgov.model.tenures import DatedAttestation as DatedAttestation
from migrationgov.model.tenures import Headquarters as Headquarters
from migrationgov.model.tenures import Presence as Presence
from migrationgov.model.tenures import Relation as Relation
from migrationgov.model.tenures import Tenure as Tenure
from migrationgov.model.transitions import Attestation as Attestation
from migrationgov.model.transitions import Transition as Transition

__all__: list[str]  # noqa: PYI035 -- its names are the imports above
