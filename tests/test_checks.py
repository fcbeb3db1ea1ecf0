"""Each rule on a miniature dataset that breaks it, and on none that does not."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import migrationgov as mg
from migrationgov.model import Claim
from migrationgov.validation import check
from migrationgov.vocabularies import (
    MeetingLevel,
    OrganizationId,
    ProcessId,
    SourceId,
    StateId,
    Status,
)
from miniature import (
    CITED,
    body,
    counted,
    dataset,
    full_process,
    history,
    in_process,
    process,
    register,
    snapshot,
    state,
)
from strategies import transition


def broken(**parts: Any) -> str:
    """The problems of a miniature dataset with other parts, as text."""
    return "\n".join(str(problem) for problem in check(dataset(**parts)))


def with_steps(*steps: mg.model.Transition, **more: Any) -> dict[str, Any]:
    """A register with these steps."""
    return {"registers": (register(*steps, **more),)}


def with_process(*participant_lists: mg.model.ParticipantLists, **more: Any) -> dict[str, Any]:
    """A process with these snapshots."""
    return {"processes": (process(*participant_lists, **more),)}


def shown(when: str) -> mg.model.Attestation:
    """AAA attested as a member."""
    return mg.model.Attestation(
        institution=OrganizationId("iom"), state=StateId("AAA"), status=Status.MEMBER,
        date=mg.PartialDate(when), citations=CITED,
    )  # fmt: skip


def chair(number: int, start: str) -> mg.model.Term:
    """AAA in the chair."""
    return mg.model.Term(
        process=ProcessId("a-process"), number=number, state=StateId("AAA"),
        start=mg.PartialDate(start), citations=CITED,
    )  # fmt: skip


def meeting(key: str, when: str) -> mg.model.Meeting:
    """A meeting."""
    return mg.model.Meeting(
        id=key, process=ProcessId("a-process"), level=MeetingLevel.EXPERTS, title="M",
        date=mg.PartialDate(when), citations=CITED,
    )  # fmt: skip


def test_a_sound_dataset_has_no_problem() -> None:
    """Nothing is reported where nothing is wrong."""
    assert "" == broken()


ALL = ("member", "stated", "AAA BBB")
LISTED = snapshot("2001", ALL)
TOTAL = attrs.evolve(LISTED, lists=(attrs.evolve(LISTED.lists[0], total=3),))
RECORDED = mg.model.Disagreement(
    subject="a-process", context="a-process", field="number of members on 2001", reason="x",
    claims=(Claim(value="2", citations=CITED), Claim(value="3", citations=CITED)),
)  # fmt: skip
SOURCES = tuple(
    mg.model.Source(id=SourceId(i), title="T", kind=mg.vocabularies.SourceKind.PRESS)
    for i in ("a-source", "b-source")
)
OTHER = (mg.model.Citation(source=SourceId("other")),)
OFFICERS = (
    mg.model.Officer(
        name="P",
        attested=(mg.model.DatedAttestation(date="2026-01", citations=CITED),),
        citations=CITED,
    ),
)
NEXT = state("BBB", successors=("AAA",))

ENDED = mg.model.Milestone(kind="ended", date="2005", label="x", citations=CITED)
EXIT = (in_process("AAA", "withdrew", "2003-06-30"),)


def with_group(as_of: str, codes: str, group: str = "iom", **more: Any) -> dict[str, Any]:
    """A list of members on which the source names a group, and the register of the group."""
    listed = snapshot(as_of, ("member", "stated", codes))
    (names,) = listed.lists
    names = attrs.evolve(names, groups=(OrganizationId(group),))
    steps = transition("AAA", "joined", "1990"), transition("BBB", "joined", "2003-05-01")
    with_steps = {"registers": (register(*steps),)}
    return with_process(attrs.evolve(listed, lists=(names,))) | with_steps | more


def disputed(subject: str, field: str) -> mg.model.Disagreement:
    """A disagreement in the file of the process."""
    claims = tuple(Claim(value=value, citations=CITED) for value in ("a", "b"))
    return mg.model.Disagreement(
        subject=subject, context="a-process", field=field, claims=claims, reason="x"
    )


BROKEN: dict[str, tuple[dict[str, Any], str]] = {
    "a list after the end of its process": (
        with_process(LISTED, snapshot("2006", ALL), milestones=(ENDED,)),
        (
            "a-process.json participant_lists[1]: 2006 lies after the end of the process, 2005;"
            " correct one of the two dates"
        ),
    ),
    "a transition after the end of its process": (
        with_process(
            LISTED, milestones=(ENDED,), transitions=(in_process("AAA", "withdrew", "2010"),)
        ),
        "a-process.json transitions[0] AAA: 2010 lies after the end of the process, 2005",
    ),
    "a founder of an event that is no founding": (
        with_process(LISTED, milestones=(attrs.evolve(ENDED, states=(StateId("AAA"),)),)),
        (
            "milestones[0] x, 2005: a milestone of the kind ended names no states or"
            " organizations; only established, launched, declaration may name founders"
        ),
    ),
    "a founder that is missing": (
        with_process(milestones=(attrs.evolve(ENDED, kind="launched", states=(StateId("CCC"),)),)),
        "a-process.json milestones[0].states x, 2005: names 'CCC', which is not in states.csv",
    ),
    "two exits from a process": (
        with_process(
            transitions=(*EXIT, in_process("AAA", "withdrew", "2004")),
        ),
        "a-process.json AAA: transition 2: 'withdrew' cannot follow the status 'none'",
    ),
    "two entries into a process": (
        with_process(
            transitions=(in_process("AAA", "joined", "2000"), in_process("AAA", "joined", "2004")),
        ),
        "a-process.json AAA: transition 2: joins as a member; only a member that was seated",
    ),
    "transitions of a process out of order": (
        with_process(
            transitions=(
                in_process("AAA", "joined", "2004"),
                in_process("AAA", "withdrew", "2002"),
            ),
        ),
        "a-process.json AAA: transition 2 (2002) certainly happened before a transition above it",
    ),
    "a list that names a state after its exit": (
        with_process(snapshot("2004", ALL), transitions=EXIT),
        (
            "a-process.json participant_lists 2004: the list of the role member names AAA; the"
            " transitions of AAA exclude this; record the disagreement as 'member on 2004' of AAA"
        ),
    ),
    "a list that names a state before its entry": (
        with_process(LISTED, transitions=(in_process("AAA", "joined", "2003"),)),
        "participant_lists 2001: the list of the role member names AAA; the transitions of AAA",
    ),
    "a complete list that leaves out a member": (
        with_process(snapshot("2002", ("member", "stated", "BBB")), transitions=EXIT),
        "participant_lists 2002: the list of the role member leaves out AAA;",
    ),
    "a group without a register": (
        with_group("2004", "AAA BBB", "eu", organizations=(body("eu"), body("iom"))),
        (
            "a-process.json participant_lists[0].lists[0].groups 2004: names the group 'eu',"
            " which has no register; add memberships/eu.json"
        ),
    ),
    "a group that is missing": (
        with_group("2004", "AAA BBB", "eu"),
        "participant_lists[0].lists[0].groups 2004: names 'eu', which is not in organizations",
    ),
    "a group whose members on the day are unknown": (
        with_group("2004", "AAA BBB", registers=(register(until="2003"),)),
        (
            "groups 2004: the members of iom on 2004 are not known: memberships/iom.json reaches"
            " from 1951-12-05 to 2003"
        ),
    ),
    "a group on a date without an end": (
        with_group("2004/..", "AAA BBB"),
        "groups 2004/..: the members of iom on 2004/.. are not known: memberships/iom.json",
    ),
    "a member of a group that is not written out": (
        with_group("2004", "BBB"),
        "groups 2004: names the group iom, but not AAA; add them",
    ),
    "a member on some days that is not written out": (
        with_group("2003", "AAA"),
        'names the group iom, but not BBB; add them with "certain": false: BBB',
    ),
    "a member on some days without doubt": (
        with_group("2003", "AAA BBB"),
        (
            "groups 2003: BBB was a member of iom on some days of the date only; write"
            ' "certain": false, or say in a note that the list names it'
        ),
    ),
    "an id twice": (
        {"states": (state("AAA"), state("AAA"), state("BBB"))},
        "states.csv AAA: 2 records",
    ),
    "a meeting twice": (
        with_process(LISTED, meetings=(meeting("m", "2001"), meeting("m", "2002"))),
        "a-process.json, meetings m: 2 records have this id",
    ),
    "states out of order": (
        {"states": (state("BBB"), state("AAA"))},
        "states.csv states[1] AAA: must stand before BBB; sort by id",
    ),
    "a source that is missing": (
        {"organizations": (body("iom", citations=OTHER),)},
        (
            "organizations.json organizations[0].citations[0].source iom: cites the source"
            " 'other', which is not in sources.json; correct the id, or add it there"
        ),
    ),
    "a source missing deep down": (
        with_process(attrs.evolve(LISTED, citations=OTHER)),
        (
            "processes/a-process.json participant_lists[0].citations[0].source 2001:"
            " cites the source 'other', which is not in sources.json"
        ),
    ),
    "a source nobody cites": (
        {"sources": SOURCES},
        "sources.json sources[1] b-source: is not cited by any record; cite it, or remove it",
    ),
    "a state that is missing": (
        with_steps(transition("CCC", "joined", "1990")),
        (
            "memberships/iom.json transitions[0].state CCC joined 1990: names 'CCC', which"
            " is not in states.csv"
        ),
    ),
    "a successor that is missing": (
        {"states": (state("AAA", successors=("CCC",)), state("BBB"))},
        "states.csv states[0].successors AAA: names 'CCC'",
    ),
    "a participant that is missing": (
        with_process(snapshot("2001", ("member", "stated", "CCC"))),
        "a-process.json participant_lists[0].lists[0].entries[0].state 2001: names 'CCC'",
    ),
    "a host that is missing": (
        with_process(
            LISTED, meetings=(attrs.evolve(meeting("m", "2001"), hosts=(StateId("CCC"),)),)
        ),
        "names 'CCC'",
    ),
    "a suspension of a state that is no member": (
        with_steps(transition("AAA", "suspended", "1990")),
        "memberships/iom.json AAA: transition 1: 'suspended' cannot follow the status 'none'",
    ),
    "an illegal step": (
        with_steps(transition("AAA", "withdrew", "1990")),
        "memberships/iom.json AAA: transition 1: 'withdrew' cannot follow the status 'none'",
    ),
    "joining twice": (
        with_steps(transition("AAA", "joined", "1990"), transition("AAA", "joined", "1995")),
        "AAA: transition 2: joins as a member",
    ),
    "joining twice after a seat of 1951-54": (
        with_steps(
            transition("AAA", "seated", "1952"),
            transition("AAA", "joined", "1954"),
            transition("AAA", "joined", "1960"),
        ),
        "AAA: transition 3: joins as a member",
    ),
    "steps out of order": (
        with_steps(transition("AAA", "joined", "1990"), transition("AAA", "withdrew", "1985")),
        "AAA: transition 2 (1985) certainly happened before a transition above it",
    ),
    "a step before the organization": (
        with_steps(transition("AAA", "joined", "1950")),
        ("transitions[0] AAA joined 1950: lies before covered_from 1951-12-05; correct it, or"),
    ),
    "a step after the evidence": (
        with_steps(transition("AAA", "joined", "2030")),
        (
            "transitions[0] AAA joined 2030: lies after covered_until 2025-12-31; set"
            ' covered_until to "2030" or later in this file'
        ),
    ),
    "a step after the manifest": (
        with_steps(transition("AAA", "joined", "[2026-03-01..2026-04-01]")),
        (
            "manifest.json as_of: 2025-12-31 lies before memberships/iom.json transitions[0] AAA"
            " joined"
            ' [2026-03-01..2026-04-01]; set as_of to "2026-03-01" or later in manifest.json'
        ),
    ),
    "a register covered longer than the evidence": (
        with_steps(until="2026-02-01"),
        (
            "memberships/iom.json covered_until: 2026-02-01 lies after as_of 2025-12-31 of"
            ' manifest.json; set as_of to "2026-02-01" or later there'
        ),
    ),
    "a register checked after the evidence": (
        with_steps(checked_on="2026-02"),
        "memberships/iom.json checked_on: 2026-02 lies after as_of 2025-12-31 of manifest.json",
    ),
    "a process covered longer than it was checked": (
        with_process(LISTED, covered_until="2025-06", checked_on="2025-05-31"),
        (
            "processes/a-process.json checked_on: 2025-05-31 lies before covered_until 2025-06;"
            ' set checked_on to "2025-06" or later, or leave it out'
        ),
    ),
    "a list after what its process covers": (
        with_process(
            LISTED, snapshot("2025-12-30", ("member", "stated", "AAA")), covered_until="2024"
        ),
        (
            "processes/a-process.json participant_lists[1] 2025-12-30: lies after"
            ' covered_until 2024; set covered_until to "2025-12-30" or later in this file'
        ),
    ),
    "a meeting that is only planned": (
        with_process(LISTED, meetings=(meeting("m", "2025-12"),), covered_until="2025-11"),
        'meetings[0] m: lies after covered_until 2025-11; set covered_until to "2025-12" or later',
    ),
    "an officer after what a process covers": (
        with_process(LISTED, terms=(attrs.evolve(chair(1, "2001"), officers=OFFICERS),)),
        "terms[0] a-process: AAA chair, 2001 to ..: lies after covered_until 2025",
    ),
    "a fact twice": (
        with_steps(transition("AAA", "joined", "1990"), transition("AAA", "joined", "1990")),
        (
            "memberships/iom.json transitions[1] AAA joined 1990: repeats the fact of"
            " transitions[0]; keep one of them, with the citations of both"
        ),
    ),
    "a state before its time": (
        {
            "states": (state("AAA", start="1992", predecessors=("BBB",)), NEXT),
            **with_steps(transition("AAA", "joined", "1990-05-01")),
        },
        (
            "memberships/iom.json transitions[0] AAA joined 1990-05-01: AAA did not exist on"
            " 1990-05-01:"
            " it began on 1992; correct the date, or name the state of that day (BBB), or mark the"
            " date"
            " as doubtful (1990-05-01?) and say why in a note"
        ),
    ),
    "a state after its time": (
        {"states": (state("AAA"), state("BBB", end="1999")), **with_process(LISTED)},
        (
            "participant_lists[0].lists[0].entries[1] 2001: BBB did not exist on 2001:"
            " it ended on 1999; correct the date, or mark"
        ),
    ),
    "a conclusion without a reason": (
        with_steps(transition("AAA", "joined", "[1990..1991]", basis="derived")),
        "transitions[0] AAA joined [1990..1991]: is derived; explain the conclusion in its note",
    ),
    "a succession without predecessor": (
        with_steps(transition("AAA", "succeeded", "1990")),
        "AAA: only a transition of the kind succeeded has a predecessor",
    ),
    "a seat that passes on twice": (
        with_steps(
            transition("AAA", "joined", "1980"),
            transition("BBB", "succeeded", "1990-01-01", predecessor="AAA"),
            transition("CCC", "succeeded", "1990-01-01", predecessor="AAA"),
        ),
        "CCC: the membership of AAA passed to BBB before",
    ),
    "an attestation the steps exclude": (
        with_steps(transition("AAA", "joined", "1990"), attestations=(shown("1985"),)),
        "AAA: is attested as member on 1985; the transitions exclude it",
    ),
    "subjects out of order": (
        with_steps(transition("BBB", "joined", "1990"), transition("AAA", "joined", "1990")),
        "transitions[1] AAA joined 1990: must stand before BBB joined 1990; sort by id,",
    ),
    "lists out of order": (
        with_process(snapshot("2005", ("member", "stated", "AAA")), LISTED),
        "a-process.json participant_lists[1] 2001: must stand before 2005; sort by date",
    ),
    "somebody twice on a list": (
        with_process(snapshot("2001", ("member", "stated", "AAA AAA"))),
        "participant_lists 2001: the list of the role member names AAA 2 times",
    ),
    "a total that is not met": (
        with_process(TOTAL),
        (
            "2 names, 3 published; correct one, or record the disagreement as 'number of members"
            " on 2001'"
        ),
    ),
    "a total below the names": (
        with_process(
            attrs.evolve(LISTED, lists=(attrs.evolve(LISTED.lists[0], kind="partial", total=1),))
        ),
        "2 names, 1 published; correct one, or record the disagreement",
    ),
    "one term with two ends": (
        with_process(
            LISTED,
            terms=tuple(
                attrs.evolve(chair(0, start), end=mg.PartialDate(end))
                for start, end in (("2001", "2002-06-30"), ("2001-05", "2003"))
            ),
        ),
        (
            "terms[1]: AAA chair, 2001-05 to 2003: overlaps terms[0], 2001 to 2002-06-30; make"
            " one term of both, with the citations of both"
        ),
    ),
    "a number of two meetings": (
        with_process(
            LISTED,
            meetings=tuple(
                attrs.evolve(meeting(key, when), number="2")
                for key, when in (("m", "2001"), ("n", "2002"))
            ),
        ),
        (
            'meetings[1] n: has the number 2 of m; correct one, write "2?", or record the'
            " disagreement as 'meeting of experts no. 2'"
        ),
    ),
    "a host that is an organization": (
        with_process(
            LISTED, meetings=(attrs.evolve(meeting("m", "2001"), hosts=(StateId("iom"),)),)
        ),
        "names 'iom', which is in organizations.json; only ids of states.csv can stand here",
    ),
    "a meeting that is missing": (
        with_process(attrs.evolve(LISTED, meeting="m")),
        "participant_lists[0] 2001: names 'm' as meeting, which is not in meetings",
    ),
    "chairs that are not numbered": (
        with_process(LISTED, terms=(chair(1, "2001"), chair(3, "2002"))),
        "terms[1] a-process: AAA chair, 2002 to ..: has the number 3; set number to 2",
    ),
    "chairs out of order": (
        with_process(LISTED, terms=(chair(1, "2003"), chair(2, "2002"))),
        "terms[1] a-process: AAA chair, 2002 to ..: must stand before a-process: AAA chair,",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_each_rule_reports_what_breaks_it(case: str) -> None:
    """The place and what would be right."""
    parts, said = BROKEN[case]
    assert said in broken(**parts)


SOUND: dict[str, dict[str, Any]] = {
    "a process with all kinds of records": {"processes": (full_process(),)},
    "a term that ends on the day on which the next begins": with_process(
        LISTED,
        terms=tuple(
            attrs.evolve(chair(0, start), end=mg.PartialDate(end))
            for start, end in (("2001-02-03", "2002-06-30"), ("2002-06-30", "2003-04-05"))
        ),
    ),
    "a list with as many names as its source counts": with_process(
        attrs.evolve(LISTED, lists=(attrs.evolve(LISTED.lists[0], total=2),))
    ),
    "a partial list with fewer": with_process(
        attrs.evolve(LISTED, lists=(attrs.evolve(LISTED.lists[0], kind="partial", total=9),))
    ),
    "a membership of one day": with_steps(
        transition("AAA", "joined", "1990-01-01"), transition("AAA", "withdrew", "1990-01-01")
    ),
    "a list in the year in which its process ended": with_process(
        LISTED, snapshot("2005-12", ALL), milestones=(ENDED,)
    ),
    "a list in the year of an exit": with_process(snapshot("2003", ALL), transitions=EXIT),
    "a list of an uncertain date after an exit": with_process(
        snapshot("2004?", ALL), transitions=EXIT
    ),
    "a list that doubts a state after its exit": with_process(
        snapshot("2004", ("member", "stated", "AAA? BBB")), transitions=EXIT
    ),
    "a list of guests that names a state after its exit": with_process(
        snapshot("2004", ("guest", "stated", "AAA")), transitions=EXIT
    ),
    "an incomplete list that leaves out a member": with_process(
        snapshot("2002", ("member", "partial", "BBB")), transitions=EXIT
    ),
    "a list after an exit whose contradiction is recorded": with_process(
        snapshot("2004", ALL), transitions=EXIT, disagreements=(disputed("AAA", "member on 2004"),)
    ),
    "an entry as an observer of a state that may have been a member": with_process(
        LISTED, transitions=(in_process("AAA", "became-observer", "2003"),)
    ),
    "a suspension": with_steps(
        transition("AAA", "joined", "1990"),
        transition("AAA", "suspended", "1992"),
        transition("AAA", "suspended", "1993"),
        transition("AAA", "resumed", "1995"),
        transition("AAA", "withdrew", "1999"),
    ),
    "a group written out": with_group("2004", "AAA BBB"),
    "a group of which the register is filtered": with_group(
        "2004", "AAA BBB", registers=(register(complete_for="none"),)
    ),
    "a group before its last entry": with_group("2003-04-30", "AAA"),
    "a group written out on a wide date": with_group("2003", "AAA BBB?"),
    "a total whose difference is recorded": with_process(TOTAL, disagreements=(RECORDED,)),
    "an attestation that fits": with_steps(
        transition("AAA", "joined", "1990"), attestations=(shown("1990/.."),)
    ),
    "a seat of 1951-54 that turns into membership": with_steps(
        transition("AAA", "seated", "1952"),
        transition("AAA", "accepted", "1954-05-01"),
        transition("AAA", "joined", "1954-11-30"),
    ),
    "attending the founding conference": with_steps(transition("AAA", "attended", "1951-11-30")),
    "an uncertain future": with_steps(
        transition("AAA", "joined", "1990"), transition("AAA", "withdrew", "2026-12-31?")
    ),
    "a file checked on the day it is covered": with_process(
        LISTED, covered_until="2025", checked_on="2025-05-31"
    ),
    "a list in the year that is covered": with_process(
        snapshot("2025-12-31", ALL), covered_until="2025"
    ),
    "a chair announced for a year that is not covered": with_process(
        LISTED, terms=(chair(1, "2025?"),), covered_until="2024"
    ),
    "a term with an end in the future": with_process(
        LISTED, terms=(attrs.evolve(chair(1, "2001"), end=mg.PartialDate("2030")),)
    ),
    "a state that a list doubts": {
        "states": (state("AAA"), state("BBB", end="1999")),
        **with_process(snapshot("2001", ("member", "stated", "AAA BBB?"))),
    },
    "an open bracket": with_steps(transition("AAA", "became-observer", "[..1990]")),
    "meetings and lists of them": with_process(
        attrs.evolve(LISTED, meeting="m"), meetings=(meeting("m", "2001"),)
    ),
    "chairs in order": with_process(
        LISTED,
        terms=(attrs.evolve(chair(1, "2001"), end=mg.PartialDate("2002")), chair(2, "2002")),
    ),
}


@pytest.mark.parametrize("case", SOUND)
def test_no_rule_reports_what_is_right(case: str) -> None:
    """Rules are no stricter than they say."""
    assert "" == broken(**SOUND[case])


def test_every_subject_is_looked_at() -> None:
    """A wrong step of one hides none of another, and each is counted from one."""
    steps = (
        transition("AAA", "joined", "1960"), transition("AAA", "applied", "1970"),
        transition("BBB", "joined", "1960"), transition("BBB", "joined", "1970"),
    )  # fmt: skip
    said = broken(**with_steps(*steps))
    assert "AAA: transition 2: 'applied' cannot follow the status 'member'" in said
    assert "BBB: transition 2: joins as a member" in said
    late = transition("AAA", "joined", "1990"), transition("AAA", "withdrew", "1980")
    assert "AAA: transition 2 (1980) certainly happened before" in broken(**with_steps(*late))


def with_history(**more: Any) -> dict[str, Any]:
    """A history with these parts."""
    return {"histories": (history(**more),), "counts": (counted(),)}


def test_a_sound_history_has_no_problem() -> None:
    """With one of everything in it."""
    assert "" == broken(**with_history())


WHOLE = history()
HEAD, COORDINATOR = WHOLE.tenures
SHOWN = (mg.model.DatedAttestation(date="1989-05-01", citations=CITED),)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (
            with_history(milestones=WHOLE.milestones[::-1]),
            (
                "iom.json milestones[1] founded, 1951-12-05: must stand before P elected,"
                " 1990-05-02; sort by date"
            ),
        ),
        (
            {"counts": (counted(counts=counted().counts[::-1]),)},
            "counts[1] iom, 1990-06-01: 1 member-states: must stand before iom, 1991:",
        ),
        (
            with_history(field_offices=()),
            "names 'o' as unit, which is not in field_offices",
        ),
        (
            with_history(works=WHOLE.works[1:]),
            "works[0] x: names 'w' as part_of, which is not in works",
        ),
        (
            with_history(works=(attrs.evolve(WHOLE.works[0], process=ProcessId("z")),)),
            (
                "histories/iom.json works[0].process w: names 'z', which is not in the folder"
                " processes"
            ),
        ),
        (
            with_history(tenures=(attrs.evolve(HEAD, basis="derived"),)),
            "tenures[0] P, head, 1990 to 1995: is derived; explain the conclusion in its note",
        ),
        (
            with_history(tenures=(attrs.evolve(HEAD, attested=SHOWN),)),
            "P, head, 1990 to 1995: is attested on 1989-05-01, outside its start and end",
        ),
        (
            with_history(tenures=(attrs.evolve(HEAD, nationality=StateId("ZZZ")),)),
            (
                "histories/iom.json tenures[0].nationality P, head, 1990 to 1995: names 'ZZZ',"
                " which is not"
            ),
        ),
        (
            with_history(relations=(attrs.evolve(WHOLE.relations[0], to=OrganizationId("z")),)),
            (
                "histories/iom.json relations[0].to outside, 1951 to ..: names 'z', which is not"
                " in org"
            ),
        ),
        (
            with_history(sessions=(*WHOLE.sessions, *WHOLE.sessions)),
            "histories/iom.json s-1: 2 records have this id",
        ),
        (
            {"counts": (counted(organization=OrganizationId("z")),)},
            "counts/z.json: names 'z', which is not in organizations.json",
        ),
    ],
)
def test_rules_for_histories(parts: dict[str, Any], said: str) -> None:
    """Each names the file, the record and what is wrong."""
    assert said in broken(**parts)


def test_disagreements_are_about_something() -> None:
    """A subject that is nowhere would never be found."""
    rivals = tuple(Claim(value=value, citations=CITED) for value in ("1990", "1991"))
    unknown = mg.model.Disagreement(
        subject="ZZZ", context="iom", field="joined", claims=rivals, reason="x"
    )  # fmt: skip
    steps = transition("AAA", "joined", "1990-05-01")
    said = broken(registers=(register(steps, disagreements=(unknown,)),))
    assert "iom ZZZ: is no state, organization, process or treaty; a disagreement about" in said


def test_states_follow_each_other() -> None:
    """Both say so, or neither."""
    states = state("AAA", successors=("BBB",)), state("BBB")
    assert (
        "states.csv AAA: only one of AAA and BBB names the other as predecessor or successor"
        == broken(states=states)
    )
    states = state("AAA", successors=("BBB",)), state("BBB", predecessors=("AAA",))
    assert "" == broken(states=states)
