"""Which columns a kind of record has for a reader: not all of its fields, and in words.

A new kind of record needs its line here; without one it shows its text and its sources.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from migrationgov.datasets.diff import Change
from migrationgov.model.events import Milestone, StatusReport
from migrationgov.model.names import Name
from migrationgov.model.organization_history import FieldOffice, Session, StrategyItem, Work
from migrationgov.model.organizations import Organization
from migrationgov.model.processes import ConsultativeProcess, Meeting, ParticipantLists, Term
from migrationgov.model.published_counts import CountClaim
from migrationgov.model.sources import Citation, Disagreement, Source
from migrationgov.model.spells import Spell
from migrationgov.model.states import State
from migrationgov.model.tenures import Headquarters, Presence, Relation, Tenure
from migrationgov.model.transitions import Attestation, Transition
from migrationgov.notebook import cells, evidence, profiles
from migrationgov.notebook import events as lives
from migrationgov.notebook.footnotes import Footnotes
from migrationgov.queries.published_counts import PublishedTotal, Reconciliation
from migrationgov.results.roster import Participation, SharedProcess

Cell = Callable[[Footnotes, Any], str]
#: Singular, plural, and the columns: a heading and what stands in the cell.
Kind = tuple[str, str, dict[str, Cell]]

#: Headings of columns that say whom or what records are about; one value for all goes on top.
ABOUT = ("Who", "Organization", "Process", "Status")

_WHO: dict[str, Cell] = {"Who": cells.subject}
_OF: dict[str, Cell] = {"Organization": cells.organization}
_PROCESS: dict[str, Cell] = {"Process": cells.process}
_END: dict[str, Cell] = {"Note": cells.note, "Sources": cells.sources}
_HELD: dict[str, Cell] = {"From": cells.start, "To": cells.end}
_FROM_TO: dict[str, Cell] = {**_HELD, "Shown": cells.shown, **_END}

KINDS: dict[type, Kind] = {
    Transition: (
        "step",
        "steps",
        {"Date": cells.date, "Step": cells.step, **_WHO, **_OF, **_END},
    ),
    Attestation: (
        "attested status",
        "attested statuses",
        {"Date": cells.date, "Shown as": cells.status, **_WHO, **_OF, **_END},
    ),
    Spell: (
        "spell",
        "spells",
        {"From": cells.opened, "To": cells.closed, "Status": cells.status, **_WHO, **_OF,
         "Seat": cells.seat_taken},
    ),
    Disagreement: (
        "disagreement",
        "disagreements",
        {"About": evidence.about, "Fact": evidence.fact, "Rival values": evidence.rivals,
         "Used": evidence.used, "Why": evidence.reason},
    ),
    CountClaim: (
        "published number",
        "published numbers",
        {"Date": cells.as_of, "Published": evidence.published, **_OF, **_END},
    ),
    Reconciliation: (
        "published number beside the register",
        "published numbers beside the register",
        {"Date": evidence.claim_date, "Published": evidence.claim, "Register": evidence.register,
         "Difference": evidence.difference, "Outcome": evidence.outcome, "Sources": cells.sources},
    ),
    PublishedTotal: (
        "published total",
        "published totals",
        {"Date": cells.as_of, "Role": cells.role, "Published": evidence.total,
         "Names read": evidence.named, "List": cells.list_kind, **_PROCESS,
         "Sources": cells.sources},
    ),
    Participation: (
        "participation",
        "participations",
        {"Role": cells.role, **_WHO, **_PROCESS, "Answer": cells.answer,
         "By lists or terms of": cells.lists, "Sources": cells.sources},
    ),
    SharedProcess: (
        "shared process",
        "shared processes",
        {"Process": cells.process, "The one": cells.one, "The other": cells.other,
         "Both take part": cells.answer, "Sources": cells.sources},
    ),
    Change: (
        "change",
        "changes",
        {"What changed": evidence.changed, "Before and after": evidence.differences,
         "Sources": cells.sources},
    ),
    Term: (
        "term",
        "terms",
        {**_HELD, "Role": cells.role, **_WHO, "Persons": cells.officers, **_PROCESS, **_END},
    ),
    Meeting: (
        "meeting",
        "meetings",
        {"Date": cells.date, "Meeting": cells.title, "Level": cells.level,
         "Place": cells.place, **_PROCESS, **_END},
    ),
    ParticipantLists: (
        "list of participants",
        "lists of participants",
        {"Date": cells.as_of, "Lists": cells.role_lists, **_END},
    ),
    Milestone: (
        "milestone",
        "milestones",
        {"Date": cells.date, "What": cells.label, "Sources": cells.sources},
    ),
    StatusReport: (
        "report on whether it is active",
        "reports on whether it is active",
        {"Date": cells.as_of, "Reported": cells.status, "Sources": cells.sources},
    ),
    Tenure: (
        "office held",
        "offices held",
        {"Person": lives.person, "Office": lives.office, **_OF, **_FROM_TO},
    ),
    Relation: ("relation", "relations", {"Relation": cells.label, **_OF, **_FROM_TO}),
    Headquarters: ("seat", "seats", {"Place": lives.seat, **_OF, **_FROM_TO}),
    Presence: ("presence", "presences", {"State": lives.seat, **_OF, **_FROM_TO}),
    Session: (
        "session",
        "sessions",
        {"Date": cells.date, "Session": lives.session, "Place": cells.place,
         "Documents": lives.documents, **_OF, **_END},
    ),
    FieldOffice: (
        "field office",
        "field offices",
        {"Office": lives.office_name, "Place": lives.seat, "Covers": lives.covers, **_OF,
         **_END},
    ),
    StrategyItem: (
        "point of a strategy",
        "points of a strategy",
        {"What": lives.strategy, "Point": cells.label, "Date": cells.as_of,
         "Sources": cells.sources},
    ),
    Work: (
        "work",
        "works",
        {"Date": cells.date, "Title": cells.title, "Sort": lives.work, "With": lives.states,
         **_OF, **_END},
    ),
    Name: (
        "name",
        "names",
        {"Name": cells.written, "Language": cells.lang, "Form": cells.form, **_HELD,
         "Sources": cells.sources},
    ),
    State: (
        "state",
        "states",
        {"Code": profiles.own_id, "Name": profiles.name, "ISO 3166-1 alpha-2": profiles.iso2,
         "M49": profiles.m49, "Region": profiles.region, **_HELD},
    ),
    Organization: (
        "organization",
        "organizations",
        {"Name": profiles.name, "Letters": profiles.acronym, "Kind": profiles.kind,
         "Founded": profiles.founded, "Sources": cells.sources},
    ),
    ConsultativeProcess: (
        "consultative process",
        "consultative processes",
        {"Name": profiles.name, "Kind": profiles.kind, "Region": profiles.region,
         "Status as reported": profiles.last_status, "Evidence until": profiles.covered_until},
    ),
    Source: (
        "source",
        "sources",
        {"Source": profiles.source, "Kind": profiles.kind, "Note": cells.note},
    ),
    Citation: (
        "citation",
        "citations",
        {"Source": profiles.cited, "Place": profiles.place_in, "Literally": profiles.gives},
    ),
}  # fmt: skip


def kind_of(record: object) -> Kind:
    """Return what a reader is shown of a kind of record."""
    other: Kind = (
        "record",
        "records",
        {"Record": cells.text, "Sources": cells.sources},
    )
    return KINDS.get(type(record), other)
