"""The types of answers, for annotations of what the queries return."""

# pyright: reportUnsupportedDunderAll=false
# (`__all__` is made from the table; checkers read the stub)
from __future__ import annotations

from migrationgov.lazy_names import lazy_names

_HOMES = {
    "datasets.diff": "Change",
    "record": "Exportable",
    "results.dated_answer": "AsOf",
    "results.member_list": "MemberList",
    "results.party_lists": "PartyList",
    "results.record_list": "RecordList",
    "results.explanation": "Explanation Reason",
    "results.participation": "Participation SharedProcess",
    "results.evidence_quality": "LastLook RuleCount SourceShare",
    "results.readings": "Reading",
    "results.roster": "Roster",
    "results.status_on": "StatusOn",
    "queries.published_counts": "Reconciliation",
    "queries.published_totals": "PublishedTotal",
    "validation": "Problem",
}

_NAMES = sorted(name for names in _HOMES.values() for name in names.split())
__all__ = list(_NAMES)

__getattr__, __dir__ = lazy_names(__name__, _HOMES)
