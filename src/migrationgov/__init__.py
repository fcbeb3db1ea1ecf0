"""
Which state belongs to which institution of international migration governance, in which role, on
which day, and how we know.

Importing this package loads nothing but this file; a name is loaded when it is first used. The
public names and their types are listed in `__init__.pyi`.
"""

from __future__ import annotations

from importlib import import_module

from migrationgov.lazy_names import lazy_names
from migrationgov.record import register_outputs

__version__ = "26.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_HOMES = {
    "datasets.diff": "diff",
    "datasets.files": "dump dumps loads",
    "datasets.loading": "load validate",
    "datasets.merge": "merge",
    "datasets.source_filter": "as_known_on restricted_to",
    "dates.answer": "Answer",
    "dates.partial_date": "PartialDate",
    "errors": "MigrationGovError",
    "lookup.active_dataset": "dataset using",
    "lookup.name_resolution": (
        "find_institution find_organization find_process find_state find_treaty"
    ),
    "model.dataset": "Dataset",
    "queries.catalogues": "processes states",
    "queries.cite": "cite",
    "queries.field_offices": "field_offices_of",
    "queries.governing_body": "decisions_of sessions_of",
    "queries.meetings": "find_meeting meetings_of",
    "queries.institutions": "groups organizations treaties",
    "queries.memberships": "is_member members_on observers_on",
    "queries.organization_history": (
        "heads_of headquarters_on history_of name_on officeholders_on relations_on"
    ),
    "queries.processes": "chairs_of processes_of profile_of shared_processes",
    "queries.provenance": "disagreements sources_of",
    "queries.published_counts": "counts reconcile",
    "queries.published_totals": "published_totals",
    "queries.rosters": "chair_on process_participants",
    "queries.spells": "memberships_of",
    "queries.statuses": "status_on",
    "queries.transitions": "transitions",
    "queries.treaties": "parties_on",
    "queries.votes": "resolutions vote_of votes_on",
    "queries.why": "why",
}
_SUBMODULES = (
    "errors",
    "exports",
    "frames",
    "model",
    "plots",
    "results",
    "typing",
    "vocabularies",
)

_NAMES = sorted(name for names in _HOMES.values() for name in names.split())
__all__ = list(_NAMES)

__getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)


#: What makes the outputs of records and answers.
_OUTPUTS = {
    "html": ("notebook", "html_of"),
    "to_frame": ("frames.record_tables", "frame_of"),
    "to_csv": ("exports.answer_files", "write_csv"),
    "to_excel": ("exports.answer_files", "write_excel"),
    "cite": ("queries.cite", "cite"),
    "plot": ("plots.answer_figures", "answer_figure"),
}


def _output(name: str) -> Callable[..., Any]:
    # by name: no module below imports the notebook or the figures, not even through this file
    module, function = _OUTPUTS[name]
    found: Callable[..., Any] = getattr(import_module(f"migrationgov.{module}"), function)
    return found


register_outputs(_output)
