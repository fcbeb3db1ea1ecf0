"""Records of the explorer: those behind a reading in words, and transitions as rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import migrationgov as mg
from migrationgov.model.register import by_party
from migrationgov.notebook.phrases import spaced
from migrationgov.vocabularies import Basis
from migrationgov_docs.pools import trimmed
from migrationgov_docs.references import References


def record_in_words(record: Any, party: str) -> str:
    """Return what a record of the evidence on a party is, with its date."""
    match record:
        case mg.model.ParticipantLists():
            return f"list of {record.as_of}"
        case mg.model.Term():
            return f"term from {record.start} to {record.end or '..'}"
        case mg.model.Milestone():
            return f"founding of {record.date}"
        case mg.model.Transition() if record.predecessor == party:
            return f"membership passed to a successor {record.date}"
        case mg.model.Transition():
            return f"{spaced(record.kind)} {record.date}"
    return f"source of {record.date}"


def transition_rows(
    records: Iterable[mg.model.Transition], refs: References
) -> dict[str, list[list[Any]]]:
    """Return the transitions of each party; a succession is one of both states."""
    grouped = by_party(records)
    return {
        party: [_transition_row(each, refs) for each in grouped[party]]
        for party in sorted(grouped)
    }


def _transition_row(each: mg.model.Transition, refs: References) -> list[Any]:
    """Return kind, date, its first day, citations, note, whether it is derived, predecessor."""
    derived = int(each.basis is Basis.DERIVED)
    cited = refs.places(each.citations)
    first = each.date.first_ordinal
    return trimmed([each.kind, str(each.date), first, cited, each.note, derived, each.predecessor])
