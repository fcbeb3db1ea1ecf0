"""
How answers and records look in a notebook.

`html_of` finds what writes the HTML of a thing; the records themselves call it (`looks.py`). A
new kind of record needs its columns in `kinds.py`, a new kind of answer its line here. Everything
goes through `markup.py`, which escapes whatever is not HTML already.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from migrationgov.display import answers, cards, collections, disputes, rolls
from migrationgov.display.markup import Html
from migrationgov.exports.networks import Network
from migrationgov.model.dataset import Dataset
from migrationgov.model.dates import Answer, PartialDate
from migrationgov.model.histories import History
from migrationgov.model.memberships import Spell
from migrationgov.model.organizations import Organization
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.model.register import Register
from migrationgov.model.sources import Disagreement
from migrationgov.model.states import State
from migrationgov.queries.answers import Parties, Roll
from migrationgov.queries.held import Held
from migrationgov.queries.records import Records
from migrationgov.queries.roster import Roster
from migrationgov.queries.status import StatusOn

_WRITERS: Mapping[type, Callable[[Any], Html]] = {
    Answer: answers.answer,
    ConsultativeProcess: cards.process,
    Dataset: cards.facts,
    Disagreement: disputes.disagreement,
    Held: answers.held,
    History: cards.history,
    Network: cards.network,
    Organization: cards.organization,
    PartialDate: answers.date,
    Parties: rolls.parties,
    Records: collections.records,
    Register: cards.register,
    Roll: rolls.roll,
    Roster: rolls.roster,
    Spell: cards.spell,
    State: cards.state,
    StatusOn: answers.status,
}


def html_of(shown: object) -> str:
    """Return the HTML of an answer or a record, to stand in a page by itself."""
    return str(_WRITERS.get(type(shown), collections.record)(shown))
