"""A merge is not more certain about a party than the more complete of the two registers."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st
from test_merge_laws import cited, registers

import migrationgov as mg
from migrationgov.lookup.bundled import bundled_dataset
from migrationgov.model.register_file import RegisterFile
from migrationgov.model.sources import citations_in
from migrationgov.vocabularies import RegisterKind, Scope, SourceId
from miniature import body, register, state
from strategies import plain_texts, transition

BUNDLED = bundled_dataset()
SCOPES = st.sampled_from(list(Scope))
DAYS = ("1951-12-05", "1980-01-01", "2000-06-30", "2010-01-01", "2026-11-28")
STATES = tuple(state(code) for code in ("AAA", "BBB", "CCC", "DDD"))


def made(name: str, *found: mg.model.Register, **more: Any) -> mg.Dataset:
    """A dataset with registers, and the sources that they cite."""
    manifest = mg.model.Manifest(name=name, as_of="2026-11-28", licence="CC0-1.0")
    records = [each for file in found for each in (*file.transitions, *file.lists)]
    records += [each for part in more.values() for each in part]
    cited_ids = sorted({each.source for record in records for each in citations_in(record)})
    sources = tuple(mg.model.Source(id=each, title=each, kind="press") for each in cited_ids)
    return mg.Dataset.of(manifest, registers=found, sources=sources, **more)


def warns(institution: str, on: str, facts: mg.Dataset) -> bool:
    """Whether the register does not cover a day."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", mg.errors.CoverageWarning)
        mg.transitions(None, institution, between=(on, on), dataset=facts)
    return bool(caught)


def not_more_certain(
    parties: Iterable[str], institution: str, on: str, one: mg.Dataset, merged: mg.Dataset
) -> None:
    """Assert that a merged dataset is not more certain than one of the two."""
    assert warns(institution, on, merged) or not warns(institution, on, one), (institution, on)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", mg.errors.CoverageWarning)
        warnings.simplefilter("ignore", mg.errors.UnmatchedWarning)
        for party in parties:
            before, after = (
                mg.status_on(party, on, institution, dataset=each).statuses
                for each in (one, merged)
            )
            assert set(before) <= set(after), (party, institution, on, before, after)
        for ask in () if institution in one.treaty_ids else (mg.members_on, mg.observers_on):
            known, now = (ask(on, institution, kind="state", dataset=d) for d in (one, merged))
            assert known.complete or not now.complete, (institution, on)


@st.composite
def own_registers(draw: st.DrawFn) -> mg.model.Register:
    """Up to three facts about CCC, in a register that says any thing of itself."""
    days = st.sampled_from(["1940", "1951-12-05", "1980"]), st.sampled_from(["2021", "2026-11-28"])
    steps = [("applied", "1990-03-01"), ("joined", "1990-05-01"), ("withdrew", "2018-05-01")]
    kept = draw(st.sampled_from([steps[:1], steps[:2], steps[1:2], steps]))
    file = RegisterFile.of(register(*(cited(draw, transition("CCC", *each)) for each in kept)))
    return attrs.evolve(
        file, covered_from=draw(days[0]), covered_until=draw(days[1]), complete_for=draw(SCOPES),
        observers_known_from=draw(st.sampled_from([None, "1985"])),
        checked_on=draw(st.sampled_from([None, "2026-11-28"])),
        complete_until=draw(st.sampled_from([None, "2005", "2020"])),
    ).register()  # fmt: skip


@settings(max_examples=150)
@given(
    known=registers(),
    own=own_registers(),
    on=st.one_of(st.sampled_from(DAYS), plain_texts()),
)
def test_own_facts_say_nothing_of_other_parties(
    known: mg.model.Register, own: mg.model.Register, on: str
) -> None:
    """Nor when the register was checked; whatever their file says of its days and parties."""
    assume(len({each.party for each in known.transitions}) == 2)
    one = made("known", known, states=STATES, organizations=(body("iom"),))
    try:
        merged = mg.merge(one, made("own", own), on_conflict="disagreement")
    except mg.errors.MergeConflictError:  # as of a fact before the register begins
        reject()
    not_more_certain(("AAA", "BBB", "DDD"), "iom", on, one, merged)
    assert known.checked_on == merged.register("iom").checked_on


def facts_of_our_own(count: int, scope: Scope) -> mg.Dataset:
    """For each bundled register new facts, each about a state that it does not name."""
    cites = (mg.model.Citation(source=SourceId("own-news")),)
    found = []
    for known in BUNDLED.registers:
        named = named_in(known)
        new = [each.id for each in BUNDLED.states if not (each.id in named or each.end)]
        kind = "acceded" if known.kind == RegisterKind.TREATY else "joined"
        steps = [
            attrs.evolve(made, institution=known.institution, citations=cites)
            for made in (transition(each, kind, "2026-11-20") for each in new[:count])
        ]
        found.append(
            mg.model.Register.of(
                known.institution, known.covered_from, mg.PartialDate("2026-11-28"), tuple(steps),
                kind=known.kind, complete_for=scope,
            )
        )  # fmt: skip
    return made("own", *found)


def named_in(known: mg.model.Register) -> set[str]:
    """The parties that the transitions, the lists and the attestations of a register name."""
    entries = (e for each in known.lists for role in each.lists for e in role.entries)
    attested = {each.party for each in known.attestations}
    return {each.participant for each in entries} | {e.party for e in known.transitions} | attested


@pytest.mark.parametrize("scope", list(Scope))
@pytest.mark.parametrize("count", [1, 3])
def test_a_few_own_facts_move_nothing_for_others(count: int, scope: Scope) -> None:
    """In each bundled register, for some of the states that the facts are not about."""
    own = facts_of_our_own(count, scope)
    merged = mg.merge(BUNDLED, own)
    for added in own.registers:
        named = {each.party for each in added.transitions}
        others = [each.id for each in BUNDLED.states if each.id not in named]
        for start, on in enumerate(DAYS):  # other states on each day, all on one of them
            not_more_certain(others[start :: len(DAYS)], added.institution, on, BUNDLED, merged)
