"""Ids, order, and references from one record to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import pairwise
from typing import Any

from migrationgov.model.dataset import Dataset
from migrationgov.model.organization_history import History
from migrationgov.model.processes import ConsultativeProcess, ListedParticipant, Term
from migrationgov.model.register import Register
from migrationgov.model.sources import citations_in
from migrationgov.model.transitions import Attestation, Transition

_LONGEST = 100  # no id is longer, and comparing costs the square of the length


def _lists(facts: Dataset) -> dict[str, tuple[Any, ...]]:
    return {
        "states.json": facts.states,
        "organizations.json": facts.organizations,
        "sources.json": facts.sources,
    }


def ids_are_unique(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Every id stands for one record."""
    groups = _lists(facts) | {
        f"processes/{p.id}.json, meetings": p.meetings for p in facts.processes
    }
    for history in facts.histories:
        place = f"histories/{history.organization}.json"
        groups[place] = (*history.sessions, *history.offices, *history.works)
    for place, records in groups.items():
        counts = Counter(record.id for record in records)
        yield from (
            (f"{place} {i}", f"{n} records have this id") for i, n in counts.items() if n > 1
        )


def lists_are_sorted(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Records stand in the order of their ids, so that a change is one hunk."""
    for place, records in _lists(facts).items():
        ids = [record.id for record in records]
        for before, after in pairwise(ids):
            if before > after:
                yield f"{place} {after}", f"stands after {before}; sort by id"


def _cited(facts: Dataset) -> Iterator[tuple[str, str]]:
    groups: dict[str, Iterable[Any]] = {
        "states.json": facts.states,
        "organizations.json": facts.organizations,
        **{f"processes/{p.id}.json": (p,) for p in facts.processes},
        **{f"histories/{h.organization}.json": (h,) for h in facts.histories},
        **{f"counts/{each.organization}.json": each.counts for each in facts.counts},
        **{
            f"memberships/{r.organization}.json": (
                *r.transitions, *r.attestations, *r.disagreements,
            )
            for r in facts.registers
        },
    }  # fmt: skip
    for place, records in groups.items():
        for record in records:
            for citation in citations_in(record):
                yield citation.source, f"{place} {_label(record)}"


def _label(record: Any) -> str:
    keys = ("id", "subject", "as_of", "organization")
    return next((str(getattr(record, key)) for key in keys if getattr(record, key, "")), "")


def sources_resolve(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Every citation names a source that is there."""
    known = {source.id for source in facts.sources}
    for source, place in _cited(facts):
        if source not in known:
            said = f"cites the source {source!r}, which is not in sources.json"
            yield place, said + _meant(source, known)


#: What is said of a source that nothing cites.
UNUSED = "is cited by nothing"


def sources_are_used(facts: Dataset) -> Iterator[tuple[str, str]]:
    """No source stands there that nothing cites."""
    cited = {source for source, _ in _cited(facts)}
    for source in facts.sources:
        if source.id not in cited:
            yield f"sources.json {source.id}", UNUSED


def _meant(name: str, known: Iterable[str]) -> str:
    """Return a hint at ids that are close; nothing where none is."""
    close = get_close_matches(name[:_LONGEST], known, n=3)
    return f"; did you mean {', '.join(close)}?" if close else ""


def states_and_bodies_resolve(facts: Dataset) -> Iterator[tuple[str, str]]:
    """Every state and organization that a record names is there."""
    known: dict[str, set[str]] = {
        "states.json": {state.id for state in facts.states},
        "organizations.json": {body.id for body in facts.organizations},
    }
    for place, file, name in _named(facts):
        if name and name not in known[file]:
            yield place, f"names {name!r}, which is not in {file}" + _meant(name, known[file])


def disagreements_are_about_something(facts: Dataset) -> Iterator[tuple[str, str]]:
    """What sources disagree on is a fact about a state, an organization or a process."""
    known: set[str] = {state.id for state in facts.states}
    known |= {body.id for body in facts.organizations} | set(facts.process_ids)
    for each in facts.disagreements:
        if each.subject not in known:
            said = f"is no state, organization or process; sources cannot differ on {each.field!r}"
            yield f"{each.context} {each.subject}", said


def states_follow_each_other(facts: Dataset) -> Iterator[tuple[str, str]]:
    """A state that followed another is named there as its successor, and the other way round."""
    followed = {(other, state.id) for state in facts.states for other in state.predecessors}
    follows = {(state.id, other) for state in facts.states for other in state.successors}
    for before, after in sorted(followed ^ follows):
        yield (
            f"states.json {before}",
            f"only one of {before} and {after} says that {after} followed",
        )


def _named(facts: Dataset) -> Iterator[tuple[str, str, str]]:
    """Yield place, file and id of everything that is named by its id."""
    for state in facts.states:
        for other in (*state.predecessors, *state.successors):
            yield f"states.json {state.id}", "states.json", other
    for register in facts.registers:
        yield from _named_in_register(register)
    for process in facts.processes:
        for file, name in _named_in_process(process):
            yield f"processes/{process.id}.json", file, name
    for counts in facts.counts:
        yield f"counts/{counts.organization}.json", "organizations.json", counts.organization
    for history in facts.histories:
        for file, name in _named_in(history):
            yield f"histories/{history.organization}.json", file, name


def _named_in_register(register: Register) -> Iterator[tuple[str, str, str]]:
    """Yield place, file and id of every state and organization that a register names."""
    place = f"memberships/{register.organization}.json"
    yield place, "organizations.json", register.organization
    shown: list[Transition | Attestation] = [*register.transitions, *register.attestations]
    for record in shown:
        yield f"{place} {record.subject}", "states.json", record.state
        yield f"{place} {record.subject}", "organizations.json", record.body
    for step in register.transitions:
        yield f"{place} {step.subject}", "states.json", step.predecessor


def _named_in_process(process: ConsultativeProcess) -> Iterator[tuple[str, str]]:
    """Yield file and id of every state and organization that a process names."""
    holders: list[ListedParticipant | Term] = [*process.terms]
    holders += [e for s in process.participant_lists for names in s.lists for e in names.entries]
    for holder in holders:
        yield "states.json", holder.state
        yield "organizations.json", holder.body
    for host in (host for meeting in process.meetings for host in meeting.hosts):
        yield "states.json", host


def _named_in(history: History) -> Iterator[tuple[str, str]]:
    """Yield file and id of every state and organization that a history names."""
    bodies = [history.organization, *(each.to for each in history.relations)]
    bodies += [funder for work in history.works for funder in work.funders]
    states = [each.nationality for each in history.tenures]
    sites: tuple[Any, ...] = (*history.seats, *history.offices, *history.presences)
    states += [each.state for each in sites]
    states += [state for office in history.offices for state in office.covers]
    states += [state for work in history.works for state in work.states]
    yield from (("organizations.json", body) for body in bodies)
    yield from (("states.json", state) for state in states)
