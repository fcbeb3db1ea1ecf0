"""Laws of `merge`: it does not matter which dataset is the first, and halves make the whole."""

from __future__ import annotations

import pickle
import random
import warnings
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import migrationgov as mg
from migrationgov.lookup.bundled import bundled_dataset
from migrationgov.model.legal_transitions import MEMBERSHIP
from migrationgov.model.sources import citations_in
from migrationgov.validation import RULES, check
from migrationgov.vocabularies import OrganizationId, ProcessId, SourceId, StateId, Status
from miniature import body, process, register, snapshot, state
from strategies import plain_texts, set_texts, single_texts, transition

FROZEN = mg.dataset()
BUNDLED = bundled_dataset()
SOURCES = ("a-source", "b-source", "c-source")
CONFLICTS: tuple[mg.typing.OnConflict, ...] = ("error", "disagreement")
NOTES = st.sampled_from(["", "a note", "another note"])
YEARS = st.sampled_from(
    ["1990", "1990-05", "1990-05-01", "1991", "1992~", "[1990..1992]", "1990?"]
)

STARTS = st.sampled_from([None, "2001", "2002"])
NAMES = st.lists(st.sampled_from(["A Process", "AP"]), min_size=1, unique=True)


@st.composite
def citations(draw: st.DrawFn) -> tuple[mg.model.Citation, ...]:
    """One or two sources, of which one may give another date."""
    ids = draw(st.lists(st.sampled_from(SOURCES), min_size=1, max_size=2, unique=True))
    return tuple(
        mg.model.Citation(
            source=SourceId(each), gives=draw(st.sampled_from([None, None, "1989"])) if n else None
        )
        for n, each in enumerate(ids)
    )


def cited(draw: st.DrawFn, record: Any) -> Any:
    """Return a record with sources and a note that are drawn, concluded or not."""
    basis = draw(st.sampled_from(["stated", "stated", "derived"]))
    note = draw(NOTES) if basis == "stated" else "We concluded it."
    own = {"basis": basis} if hasattr(record, "basis") else {}
    return attrs.evolve(record, citations=draw(citations()), note=note, **own)


@st.composite
def transitions(draw: st.DrawFn) -> tuple[mg.model.Transition, ...]:
    """Legal transitions of two states."""
    made = []
    for party in ("AAA", "BBB"):
        status, year = Status.NONE, 1985
        for _ in range(draw(st.integers(0, 3))):
            kinds = sorted(k for k in MEMBERSHIP.legal[status] if k != "succeeded")
            kind = draw(st.sampled_from(kinds))
            year += draw(st.integers(1, 4))
            form = draw(st.sampled_from(["", "", "-05-01", "-05", "~", "?"]))
            made.append(cited(draw, transition(party, kind, f"{year}{form}")))
            status = MEMBERSHIP.legal[status][kind]
    return tuple(made)


@st.composite
def registers(draw: st.DrawFn) -> mg.model.Register:
    """A register with transitions, lists and an attestation, complete or not."""
    kept = register(
        *draw(transitions()),
        until=draw(st.sampled_from(["2020", "2025-12-31"])),
        checked_on=draw(st.sampled_from([None, "2020-01-01", "2020"])),
        complete_for=draw(st.sampled_from(["all", "named", "none"])),
    )
    listed = cited(
        draw,
        snapshot(
            draw(YEARS), ("member", "stated", draw(st.sampled_from(["AAA", "AAA BBB", "AAA?"])))
        ),
    )
    lists = (listed,) if draw(st.booleans()) else ()
    return mg.model.Register.of(
        kept.institution, kept.covered_from, kept.covered_until, kept.transitions, (), (), lists,
        checked_on=kept.checked_on, complete_for=kept.complete_for,
        complete_until=draw(st.sampled_from([None, mg.PartialDate("2000")])),
        observers_known_from=draw(st.sampled_from([None, mg.PartialDate("1993")])),
    )  # fmt: skip


@st.composite
def processes(draw: st.DrawFn) -> mg.model.ConsultativeProcess:
    """A process with a term, an exit and names with dates, its kind drawn."""
    term = mg.model.Term(
        process=ProcessId("a-process"), state=StateId("AAA"), start=draw(YEARS),
        end=draw(st.sampled_from([None, "1999", "1999-06"])), citations=draw(citations()),
    )  # fmt: skip
    names = tuple(
        mg.model.Name(text=text, start=draw(STARTS), citations=draw(st.just(()) | citations()))
        for text in draw(NAMES)
    )  # fmt: skip
    made = process(
        kind=draw(st.sampled_from(["regional", "global"])),
        names=names,
        terms=(term,) if draw(st.booleans()) else (),
        milestones=(),
        predecessors=draw(st.sampled_from([(), ("x-process",), ("x-process", "y-process")])),
        covered_until=draw(st.sampled_from(["2024", "2025"])),
    )
    drawn: mg.model.ConsultativeProcess = cited(draw, made)
    return drawn


@st.composite
def histories(draw: st.DrawFn) -> mg.model.History:
    """A history with up to two tenures of one person."""
    made = tuple(
        cited(draw, mg.model.Tenure(
            organization=OrganizationId("iom"), office="head", person="P", start=start,
            end=draw(st.sampled_from([None, "1999", "1999-06"])) if start else None,
            title=draw(st.sampled_from(["", "Director", "Chief"])), citations=draw(citations()),
        ))
        for start in draw(st.lists(st.one_of(st.none(), YEARS), max_size=2))
    )  # fmt: skip
    return mg.model.History(organization=OrganizationId("iom"), covered_until="2025", tenures=made)


def none_or(files: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw a file more often than none."""
    one = st.tuples(files)
    return st.one_of(one, one, st.just(()))


@st.composite
def datasets(draw: st.DrawFn) -> mg.Dataset:
    """A small valid dataset."""
    parts: dict[str, Any] = {
        "states": tuple(
            attrs.evolve(
                state(code),
                names=(mg.model.Name(text=draw(st.sampled_from([code, f"State {code}"]))),),
                citations=draw(citations()),
            )
            for code in ("AAA", "BBB")
        ),
        "organizations": (attrs.evolve(body("iom"), citations=draw(citations())),),
        "registers": draw(none_or(registers())),
        "processes": draw(none_or(processes())),
        "histories": draw(none_or(histories())),
    }
    used = {
        each.source for part in parts.values() for r in part for each in citations_in(_file(r))
    }
    parts["sources"] = tuple(
        mg.model.Source(id=SourceId(each), title=each, kind="press") for each in sorted(used)
    )
    manifest = mg.model.Manifest(
        name=draw(st.sampled_from(["one", "two"])),
        as_of=draw(st.sampled_from(["2026", "2026-06"])),
        release=draw(st.sampled_from(["", "26.1"])),
        licence=draw(st.sampled_from(["CC0-1.0", "MIT"])), note=draw(NOTES),
    )  # fmt: skip
    made = mg.Dataset.of(manifest, **parts)
    assume(not check(made, RULES))
    return made


def _file(record: Any) -> Any:
    return record.transitions + record.lists if isinstance(record, mg.model.Register) else record


def merged(one: mg.Dataset, other: mg.Dataset, on_conflict: mg.typing.OnConflict) -> Any:
    """Return the merge, or its problems in their order."""
    try:
        return mg.merge(one, other, on_conflict=on_conflict)
    except mg.errors.MergeConflictError as error:
        return str(error), error.problems


@pytest.mark.parametrize("on_conflict", CONFLICTS)
@settings(max_examples=100)
@given(one=datasets(), other=datasets())
def test_a_merge_is_the_same_both_ways(
    on_conflict: mg.typing.OnConflict, one: mg.Dataset, other: mg.Dataset
) -> None:
    """Equal datasets, or equal problems in one order; merging again changes nothing."""
    found = merged(one, other, on_conflict)
    assert found == merged(other, one, on_conflict)
    if isinstance(found, mg.Dataset):
        assert not check(found, RULES)
        for each in (one, other):
            again = merged(found, each, on_conflict)
            assert again == found, mg.diff(found, again)


@pytest.mark.parametrize("on_conflict", CONFLICTS)
@settings(max_examples=50)
@given(facts=datasets())
def test_a_merge_with_equal_facts_changes_nothing(
    on_conflict: mg.typing.OnConflict, facts: mg.Dataset
) -> None:
    """Not even if the other dataset has another name, so that every record is merged."""
    assert facts == mg.merge(facts, facts)
    facts = named(facts, facts.manifest.name, release="")
    for found in (
        mg.merge(facts, named(facts, "zero"), on_conflict=on_conflict),
        mg.merge(named(facts, "zero"), facts, on_conflict=on_conflict),
    ):
        assert named(facts, f"{facts.manifest.name}, with zero") == found


def named(facts: mg.Dataset, name: str, **more: Any) -> mg.Dataset:
    """Return the facts under another name, without what a filtered dataset knows of its whole."""
    manifest = attrs.evolve(facts.manifest, name=name, **more)
    lists = "states", "organizations", "treaties", "resolutions", "sources"
    files = "registers", "processes", "histories", "counts"
    return mg.Dataset.of(manifest, **{each: getattr(facts, each) for each in (*lists, *files)})


def ids(facts: mg.Dataset) -> list[str]:
    """The ids of the sources."""
    return [each.id for each in facts.sources]


def halves(facts: mg.Dataset, seed: int) -> tuple[mg.Dataset, mg.Dataset]:
    """Return the facts of one half of the sources, and of the other."""
    chance = random.Random(seed)
    one = {each for each in ids(facts) if chance.random() < 0.5}
    other = [each for each in ids(facts) if each not in one]
    return mg.restricted_to(facts, sources=one), mg.restricted_to(facts, sources=other)


def by_kind(facts: mg.Dataset, kind: mg.typing.SourceKindLike) -> tuple[mg.Dataset, mg.Dataset]:
    """Return the facts of the sources of one kind, and of all other kinds."""
    kinds = set(mg.vocabularies.SourceKind) - {kind}
    return mg.restricted_to(facts, kinds=[kind]), mg.restricted_to(facts, kinds=kinds)


@pytest.mark.parametrize("facts", [FROZEN, BUNDLED], ids=["frozen", "bundled"])
@pytest.mark.parametrize("on_conflict", CONFLICTS)
def test_two_filtered_halves_merge_to_the_whole(
    on_conflict: mg.typing.OnConflict, facts: mg.Dataset
) -> None:
    """Of the sources of a kind and all others, of random halves, of all sources and none."""
    splits = [halves(facts, seed) for seed in range(20)]
    splits += [by_kind(facts, kind) for kind in mg.vocabularies.SourceKind]
    splits.append(
        (mg.restricted_to(facts, sources=ids(facts)), mg.restricted_to(facts, sources=[]))
    )
    for one, other in splits:
        assert facts is mg.merge(one, other, on_conflict=on_conflict)
        assert facts is mg.merge(other, one, on_conflict=on_conflict)
        assert facts is mg.merge(one, facts) is mg.merge(facts, one)
        assert one is mg.merge(one, one)


@settings(max_examples=15)
@given(st.data())
def test_two_views_merge_to_the_view_of_both(data: st.DataObject) -> None:
    """Their sources may overlap, and the two may come out of a file of Python."""
    some = st.sets(st.sampled_from(ids(FROZEN)))
    first, second = data.draw(some), data.draw(some)
    one, other = (mg.restricted_to(FROZEN, sources=each) for each in (first, second))
    both = mg.restricted_to(FROZEN, sources=first | second)
    assert both == mg.merge(one, other) == mg.merge(other, one)
    assert both == mg.merge(pickle.loads(pickle.dumps(one)), other)


def test_what_was_known_later_is_the_union() -> None:
    """With sources that do not depend on a day, nothing does; filtered twice is filtered."""
    early, late = (mg.as_known_on(FROZEN, day) for day in ("1999-12-31", "2010-12-31"))
    assert late is mg.merge(early, late) is mg.merge(late, early)
    again = mg.as_known_on(FROZEN, "2010-12")
    assert mg.merge(late, again) is mg.merge(again, late)
    one, other = halves(late, 0)
    assert late is mg.merge(one, other)
    assert late is mg.merge(one, late)
    everything = mg.restricted_to(FROZEN, sources=ids(FROZEN))
    assert FROZEN is mg.merge(one, everything)
    press = mg.restricted_to(late, kinds=["press"])
    for found in (mg.merge(press, early), mg.merge(early, press)):
        assert "sources, as known on 2010-12-31" in found.manifest.name
        assert FROZEN == found.whole


@pytest.mark.parametrize(
    ("facts", "seed"), [(FROZEN, 0), (FROZEN, 1), (FROZEN, 2), (BUNDLED, 0)],
)  # fmt: skip
def test_halves_from_files_merge_the_same_both_ways(facts: mg.Dataset, seed: int) -> None:
    """A file does not say that its facts are a half, so that what needs both does not return."""
    one, other = (named(each, name) for each, name in zip(halves(facts, seed), "ab", strict=True))
    for on_conflict in CONFLICTS:
        assert merged(one, other, on_conflict) == merged(other, one, on_conflict)


def own_facts() -> mg.Dataset:
    """Two facts about IOM that contradict no other, of a source of one's own."""
    made = transition("PRK", "attended", "2020"), transition("CHN", "attended", "2021")
    source = mg.model.Source(id=SourceId("a-source"), title="Ours", kind="press")
    manifest = mg.model.Manifest(name="ours", as_of="2026", licence="CC0-1.0")
    kept = register(*made, complete_for="named")
    return mg.Dataset.of(manifest, sources=(source,), registers=(kept,))


PARTIES = sorted({each.party for each in mg.transitions()})
THEN = mg.as_known_on(FROZEN, "2002-11-30")
HALVES = [*halves(FROZEN, 0), *halves(FROZEN, 1), *by_kind(FROZEN, "press"), THEN]
OWN = own_facts()
PAIRS = [(half, FROZEN) for half in HALVES]
PAIRS += [(mg.merge(half, OWN), mg.merge(FROZEN, OWN)) for half in HALVES[5:]]


def answers(found: mg.results.StatusOn) -> list[mg.Answer]:
    """Whether the party is a member, an observer, an applicant."""
    return [found.member, found.observer, found.applicant]


@given(
    party=st.sampled_from(PARTIES),
    institution=st.sampled_from(["iom", *FROZEN.process_ids]),
    on=st.one_of(plain_texts(), single_texts(), set_texts()),
    pair=st.sampled_from(PAIRS),
)
def test_a_half_is_never_more_certain_than_the_whole(
    party: str, institution: str, on: str, pair: tuple[mg.Dataset, mg.Dataset]
) -> None:
    """What is unknown in the whole is unknown in a half; what a half excludes, the whole does."""
    assume(all(institution in (*each.register_ids, *each.process_ids) for each in pair))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", mg.errors.CoverageWarning)
        warnings.simplefilter("ignore", mg.errors.UnmatchedWarning)
        less, more = (mg.status_on(party, on, institution, dataset=each) for each in pair)
    assert set(more.statuses) <= set(less.statuses)
    for known, whole in zip(answers(less), answers(more), strict=True):
        assert known in (whole, mg.Answer.UNKNOWN)


def test_facts_of_ones_own_are_merged_with_a_half() -> None:
    """Both ways; sources that the half has, and does not cite, do not refuse the merge."""
    for half in HALVES[::2]:
        found = mg.merge(half, OWN)
        assert found == mg.merge(OWN, half)
        assert mg.merge(FROZEN, OWN) == found.whole
