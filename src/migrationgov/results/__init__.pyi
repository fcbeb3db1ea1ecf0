from migrationgov.datasets.diff import Change as Change
from migrationgov.queries.published_counts import Reconciliation as Reconciliation
from migrationgov.queries.published_totals import PublishedTotal as PublishedTotal
from migrationgov.record import Exportable as Exportable
from migrationgov.results.dated_answer import AsOf as AsOf
from migrationgov.results.evidence_quality import LastLook as LastLook
from migrationgov.results.evidence_quality import RuleCount as RuleCount
from migrationgov.results.evidence_quality import SourceShare as SourceShare
from migrationgov.results.explanation import Explanation as Explanation
from migrationgov.results.explanation import Reason as Reason
from migrationgov.results.member_list import MemberList as MemberList
from migrationgov.results.participation import Participation as Participation
from migrationgov.results.participation import SharedProcess as SharedProcess
from migrationgov.results.party_lists import PartyList as PartyList
from migrationgov.results.readings import Reading as Reading
from migrationgov.results.record_list import RecordList as RecordList
from migrationgov.results.roster import Roster as Roster
from migrationgov.results.status_on import StatusOn as StatusOn
from migrationgov.validation import Problem as Problem

__all__: list[str]  # noqa: PYI035 -- its names are the imports above
