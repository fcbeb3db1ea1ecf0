"""Records of the explorer: those behind the readings of timelines, and transitions as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import migrationgov as mg
from migrationgov.notebook.phrases import spaced
from migrationgov.timelines.process_evidence import role_lists
from migrationgov.vocabularies import Basis, OrganizationId, ProcessId
from migrationgov_docs.references import References

if TYPE_CHECKING:
    from migrationgov.timelines.stretches import RecordKey

#: What a record is, with its date, and its citations.
Described = tuple[str, tuple[mg.model.Citation, ...]]


class Records:
    """
    The records of one institution, by the keys that its timelines give.

    Attributes:
        steps: The transitions of each party, in order.
        lists: The lists of parties, in order.
        terms: The terms, in order.
    """

    def __init__(self, institution: str, facts: mg.Dataset) -> None:
        self.steps: dict[str, list[Described]] = {}
        self.lists: list[Described] = []
        self.terms: list[Described] = []
        if institution in facts.register_ids:
            self._of_register(facts.register(OrganizationId(institution)))
        else:
            self._of_process(facts.process(ProcessId(institution)))

    def of(self, party: str, key: RecordKey) -> Described:
        """Return the record with a key."""
        kind, place = key
        if kind == "step":
            return self.steps[party][place]
        return (self.lists if kind == "list" else self.terms)[place]

    def _of_register(self, register: mg.model.Register) -> None:
        self._add_steps(register.transitions)
        self.lists = [_described("source of", each) for each in register.attestations]

    def _of_process(self, process: mg.model.ConsultativeProcess) -> None:
        self._add_steps(process.transitions)
        self.lists = [
            (f"list of {lists.as_of}", lists.citations) for lists, _ in role_lists(process)
        ]
        self.lists += _foundings(process.milestones)
        self.terms = [
            (f"term from {each.start} to {each.end or '..'}", each.citations)
            for each in process.terms
        ]

    def _add_steps(self, transitions: Iterable[mg.model.Transition]) -> None:
        records = list(transitions)
        for each in records:
            self.steps.setdefault(each.party, []).append(_described(spaced(each.kind), each))
        for each in records:  # a succession is the last transition of the predecessor
            if each.predecessor:
                passed = _described("membership passed to a successor", each)
                self.steps.setdefault(each.predecessor, []).append(passed)


def _described(what: str, each: mg.model.Transition | mg.model.Attestation) -> Described:
    return f"{what} {each.date}", each.citations


def _foundings(milestones: Iterable[mg.model.Milestone]) -> Iterator[Described]:
    for each in milestones:
        if each.states or each.organizations:
            yield f"founding of {each.date}", each.citations


# -- rows -----------------------------------------------------------------------------------------


def by_party(records: Iterable[Any], row: Callable[[Any], list[Any]]) -> dict[str, list[Any]]:
    """Return the rows of each party; a succession is a transition of both states."""
    found: dict[str, list[Any]] = {}
    for each in records:
        for party in dict.fromkeys((each.party, getattr(each, "predecessor", ""))):
            if party:
                found.setdefault(party, []).append(row(each))
    return dict(sorted(found.items()))


def transition_row(each: mg.model.Transition, refs: References) -> list[Any]:
    """Return kind, date, its first day, whether it is derived, note, citations, predecessor."""
    derived = int(each.basis is Basis.DERIVED)
    cited = refs.places(each.citations)
    first = each.date.first_ordinal
    return [each.kind, str(each.date), first, derived, each.note, cited, each.predecessor]
