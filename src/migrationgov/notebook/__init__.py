"""
How answers and records look in a notebook.

`html_of` finds what writes the HTML of a thing; the records themselves call it (`record.py`). A
new kind of record needs its columns in `kinds.py`, a new kind of answer its line here. Everything
goes through `markup.py`, which escapes whatever is not HTML already.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate
from migrationgov.exports.graph import Network
from migrationgov.model.dataset import Dataset
from migrationgov.model.organization_history import History
from migrationgov.model.organizations import Organization
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.model.register import Register
from migrationgov.model.sources import Disagreement
from migrationgov.model.spells import Spell
from migrationgov.model.states import State
from migrationgov.notebook import (
    answer_cards as answers,
)
from migrationgov.notebook import (
    disagreements as disputes,
)
from migrationgov.notebook import (
    party_list_views as rolls,
)
from migrationgov.notebook import (
    record_cards as cards,
)
from migrationgov.notebook import (
    record_tables as collections,
)
from migrationgov.notebook.html import Html
from migrationgov.results.dated_answer import AsOf
from migrationgov.results.party_lists import MemberList, PartyList
from migrationgov.results.record_list import RecordList
from migrationgov.results.roster import Roster
from migrationgov.results.status_on import StatusOn

_WRITERS: Mapping[type, Callable[[Any], Html]] = {
    Answer: answers.answer,
    ConsultativeProcess: cards.process,
    Dataset: cards.facts,
    Disagreement: disputes.disagreement,
    AsOf: answers.held,
    History: cards.history,
    Network: cards.network,
    Organization: cards.organization,
    PartialDate: answers.date,
    PartyList: rolls.parties,
    RecordList: collections.records,
    Register: cards.register,
    MemberList: rolls.roll,
    Roster: rolls.roster,
    Spell: cards.spell,
    State: cards.state,
    StatusOn: answers.status,
}


def html_of(shown: object) -> str:
    """Return the HTML of an answer or a record, to stand in a page by itself."""
    return str(_WRITERS.get(type(shown), collections.record)(shown))
