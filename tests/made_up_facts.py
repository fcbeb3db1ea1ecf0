"""Strategies that make datasets with a register, a process and a history, with doubt in dates."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

import migrationgov as mg
from made_up_institutions import dates
from migrationgov.vocabularies import OrganizationId, ProcessId, ProcessRole, StateId
from miniature import CITED, dataset, history, process, register, snapshot
from strategies import histories, transition

_STATES = ("AAA", "BBB")
_ROLES = ("chair", "chair", "co-chair", "co-chair", "secretariat", "partner")
_LISTED = ("member", "observer", "chair", "co-chair", "secretariat", "participant")


@st.composite
def _spans(draw: st.DrawFn) -> dict[str, Any]:
    """A start and an end, which may be missing."""
    start = draw(dates())
    if start.earliest is None:
        return {"start": start}
    end = draw(st.one_of(st.none(), dates(st.just(start.earliest + timedelta(days=400)))))
    later = end is not None and end.first_ordinal >= start.first_ordinal
    return {"start": start, "end": end if later else None}


@st.composite
def _terms(draw: st.DrawFn) -> mg.model.Term:
    party, role = draw(st.sampled_from(_STATES)), draw(st.sampled_from(_ROLES))
    return mg.model.Term(
        process=ProcessId("a-process"), state=StateId(party), role=ProcessRole(role),
        citations=CITED, **draw(_spans()),
    )  # fmt: skip


@st.composite
def _tenures(draw: st.DrawFn) -> mg.model.Tenure:
    days = draw(st.lists(dates(), max_size=2))
    shown = tuple(mg.model.DatedAttestation(date=each, citations=CITED) for each in days)
    span = draw(_spans()) if draw(st.booleans()) else {}
    return mg.model.Tenure(
        organization=OrganizationId("iom"), office="head", attested=shown, citations=CITED,
        person=draw(st.sampled_from(["P", "Q", "R"])), **span,
    )  # fmt: skip


@st.composite
def _lists(draw: st.DrawFn) -> mg.model.ParticipantLists:
    kind = draw(st.sampled_from(["stated", "stated", "partial"]))
    parties = draw(st.sampled_from(["AAA", "BBB", "AAA BBB", "AAA?"]))
    return snapshot(str(draw(dates())), (draw(st.sampled_from(_LISTED)), kind, parties))


@st.composite
def facts_of_all_kinds(draw: st.DrawFn) -> mg.Dataset:
    """Transitions of one state, lists and terms of two in a process, up to three heads."""
    terms, tenures = draw(st.lists(_terms(), max_size=4)), draw(st.lists(_tenures(), max_size=3))
    lists = draw(st.lists(_lists(), max_size=4))
    steps = [transition("AAA", kind, str(when)) for kind, when, _ in draw(histories())]
    complete_for = draw(st.sampled_from(["all", "named", "none"]))
    founded = {} if draw(st.booleans()) else {"milestones": ()}
    return dataset(
        registers=(register(*steps, complete_for=complete_for),),
        processes=(process(*lists, terms=tuple(terms), **founded),),
        histories=(history(tenures=tuple(tenures)),),
    )
