"""The ids of facts: unique, readable, and as they were when a date is corrected."""

from __future__ import annotations

from typing import Any

import attrs

import migrationgov as mg
from migrationgov.model.fact_ids import fact_id, facts_by_id
from migrationgov.model.register import Register
from migrationgov.model.register_file import RegisterFile
from miniature import everything


def test_every_fact_has_an_id_of_its_own() -> None:
    """No record of a list is left out, and none hides another."""
    facts = mg.dataset()
    lists: list[tuple[Any, ...]] = [
        *(each.transitions + each.attestations + each.disagreements for each in facts.registers),
        *(each.lists for each in facts.registers),
        *(each.counts for each in facts.counts),
    ]
    for each in facts.processes:
        lists += [each.milestones, each.statuses, each.participant_lists, each.terms]
        lists += [each.meetings, each.disagreements, each.transitions, each.rotations]
    lists += [facts.resolutions, *(each.votes for each in facts.resolutions)]
    lists += [each.milestones + each.clauses for each in facts.treaties]
    for history in facts.histories:
        lists += [history.milestones, history.tenures, history.relations, history.headquarters]
        lists += [history.sessions, history.field_offices, history.presences, history.strategy]
        lists += [history.works, history.disagreements]
    assert sum(map(len, lists)) == len(facts_by_id(facts))


def test_an_id_tells_what_the_fact_is_about() -> None:
    """The institution, the party, the kind, and which of several."""
    facts = mg.dataset()
    found = facts_by_id(facts)
    assert "2002-12-02" == str(found["iom/KAZ/joined/1"].date)
    assert "1985-05-24" == str(found["iom/AUS/joined/2"].date)
    assert found["iom-council-84"].number == "84"
    assert any(each.startswith("almaty-process/participant_lists/") for each in found)
    assert "iom/KAZ/joined/1" == fact_id(facts, found["iom/KAZ/joined/1"])
    assert "" == fact_id(facts, facts.states[0])


def test_facts_of_processes_have_ids() -> None:
    """A transition of a process has the form of one of a register."""
    found = facts_by_id(everything())
    assert "2013" == str(found["a-process/AAA/withdrew/1"].date)
    assert 12 == found["a-process/rotations/chair/1"].months


def test_facts_of_treaties_and_resolutions_have_ids() -> None:
    """Their milestones, clauses and votes; a treaty itself is an institution, and no fact."""
    facts = everything()
    found = facts_by_id(facts)
    assert "1965-01-01" == str(found["some-treaty/milestones/in-force/in-force/1"].date)
    assert 3 == found["some-treaty/clauses/article-9-2/1"].months
    assert ("BBB",) == found["R/1/votes/abstain/1"].states
    assert found["R/1"] is facts.resolutions[0]
    assert "some-treaty/AAA/ratified/1" == fact_id(facts, found["some-treaty/AAA/ratified/1"])
    assert "2011-01-01" == str(found["some-group/lists/a-source/2"].as_of)
    assert "" == fact_id(facts, facts.treaties[0])


def corrected(register: Register, fact: object, date: str) -> Register:
    """The register with another date of one transition."""
    file = RegisterFile.of(register)
    steps = (attrs.evolve(each, date=date) if each == fact else each for each in file.transitions)
    return attrs.evolve(file, transitions=tuple(steps)).register()


def test_an_id_stays_when_its_date_is_corrected() -> None:
    """All ids of the register do."""
    facts = mg.dataset()
    fact = facts_by_id(facts)["iom/KAZ/joined/1"]
    changed = mg.model.Dataset.of(
        facts.manifest, registers=[corrected(facts.register(fact.institution), fact, "2003")]
    )
    assert "2003" == str(facts_by_id(changed)["iom/KAZ/joined/1"].date)
    before = mg.model.Dataset.of(facts.manifest, registers=facts.registers)
    assert list(facts_by_id(before)) == list(facts_by_id(changed))
