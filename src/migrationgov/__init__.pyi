# The public names of the library, with their types.

from migrationgov import errors as errors
from migrationgov import exports as exports
from migrationgov import frames as frames
from migrationgov import model as model
from migrationgov import plots as plots
from migrationgov import results as results
from migrationgov import typing as typing
from migrationgov import vocabularies as vocabularies
from migrationgov.datasets.diff import diff as diff
from migrationgov.datasets.files import dump as dump
from migrationgov.datasets.files import dumps as dumps
from migrationgov.datasets.files import loads as loads
from migrationgov.datasets.loading import load as load
from migrationgov.datasets.loading import validate as validate
from migrationgov.datasets.merge import merge as merge
from migrationgov.datasets.source_filter import as_known_on as as_known_on
from migrationgov.datasets.source_filter import restricted_to as restricted_to
from migrationgov.dates.answer import Answer as Answer
from migrationgov.dates.partial_date import PartialDate as PartialDate
from migrationgov.errors import MigrationGovError as MigrationGovError
from migrationgov.lookup.active_dataset import dataset as dataset
from migrationgov.lookup.active_dataset import using as using
from migrationgov.lookup.name_resolution import find_organization as find_organization
from migrationgov.lookup.name_resolution import find_process as find_process
from migrationgov.lookup.name_resolution import find_state as find_state
from migrationgov.model.dataset import Dataset as Dataset
from migrationgov.queries.cite import cite as cite
from migrationgov.queries.field_offices import field_offices_of as field_offices_of
from migrationgov.queries.governing_body import decisions_of as decisions_of
from migrationgov.queries.governing_body import sessions_of as sessions_of
from migrationgov.queries.meetings import find_meeting as find_meeting
from migrationgov.queries.meetings import meetings_of as meetings_of
from migrationgov.queries.memberships import is_member as is_member
from migrationgov.queries.memberships import members_on as members_on
from migrationgov.queries.memberships import observers_on as observers_on
from migrationgov.queries.memberships import status_on as status_on
from migrationgov.queries.organization_history import headquarters_on as headquarters_on
from migrationgov.queries.organization_history import history_of as history_of
from migrationgov.queries.organization_history import name_on as name_on
from migrationgov.queries.organization_history import officeholders_on as officeholders_on
from migrationgov.queries.organization_history import relations_on as relations_on
from migrationgov.queries.processes import chair_on as chair_on
from migrationgov.queries.processes import chairs_of as chairs_of
from migrationgov.queries.processes import process_participants as process_participants
from migrationgov.queries.processes import processes_of as processes_of
from migrationgov.queries.processes import shared_processes as shared_processes
from migrationgov.queries.provenance import disagreements as disagreements
from migrationgov.queries.provenance import sources_of as sources_of
from migrationgov.queries.published_counts import counts as counts
from migrationgov.queries.published_counts import published_totals as published_totals
from migrationgov.queries.published_counts import reconcile as reconcile
from migrationgov.queries.spells import memberships_of as memberships_of
from migrationgov.queries.transitions import transitions as transitions

__version__: str
__all__: list[str]  # noqa: PYI035 -- its names are the imports above
