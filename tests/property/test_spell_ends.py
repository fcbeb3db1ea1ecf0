"""The end of a spell is never more exact, or more certain, than the evidence on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import migrationgov as mg
from frozen_facts import frozen_dataset
from migrationgov.dates.partial_date import AFTER_ALL
from migrationgov.lookup.bundled import bundled_dataset
from migrationgov.model import Milestone, Spell
from migrationgov.queries.spells import institutions, spells
from migrationgov.timelines.gather import timelines_of
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.timelines.records import transitions_of
from migrationgov.timelines.stretches import Stretch
from miniature import CITED, dataset, in_process, process, register, snapshot, state
from miniature_treaties import act, parties, treaty_facts
from strategies import transition


def all_spells(facts: mg.Dataset) -> Iterator[tuple[InstitutionTimelines, Spell, list[Spell]]]:
    """Yield each spell with the timelines of its institution, and with those of its party."""
    for institution in institutions(None, facts):
        lines = timelines_of(facts, institution)
        for party in lines.parties:
            found = list(spells(institution, party, facts))
            for spell in found:
                yield lines, spell, found


def is_read(met: Stretch, spell: Spell) -> bool:
    """Return whether a party has the status of a spell, as far as is known."""
    sure = len(met.possible) == 1
    return spell.status in met.possible and (sure or met.listed == spell.status)


def may_cover(spell: Spell, day: int) -> bool:
    """Return whether a spell may cover a day, by its own dates."""
    end = AFTER_ALL if spell.end is None or spell.end.uncertain else spell.end.last_ordinal
    return spell.start.first_ordinal <= day <= end


@pytest.mark.parametrize("facts", [frozen_dataset, bundled_dataset])
def test_what_a_status_leaves_open_around_an_end_the_spell_leaves_open(facts: object) -> None:
    """The day before the end, that of it, and that after it, for each party and institution."""
    for lines, spell, its in all_spells(facts()):  # type: ignore[operator]  # a function
        line = lines.line(spell.party)
        if spell.start.uncertain or spell.start.last_ordinal == AFTER_ALL:
            continue
        if spell.end is None:
            assert is_read(line.stretches[-1], spell), spell
            continue
        first, last = spell.end.first_ordinal, spell.end.last_ordinal
        for day in (first - 1, first):
            said = day >= spell.start.last_ordinal and not spell.end.uncertain
            if said and lines.evidence.covers(((day, day),)):
                assert is_read(line.on(day), spell), (spell, day - first)
        again = any(each.status == spell.status and may_cover(each, last + 1) for each in its)
        if last < AFTER_ALL and not again:
            assert not is_read(line.on(last + 1), spell), spell


@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
@pytest.mark.filterwarnings("ignore::migrationgov.errors.UnmatchedWarning")
@pytest.mark.parametrize("facts", [frozen_dataset, bundled_dataset])
@pytest.mark.parametrize("on", ["1954", "1960", "1985", "2012", "2024-06-30"])
def test_a_tie_began_when_the_spell_that_covers_the_date_did(facts: object, on: str) -> None:
    """Whatever party and institution: a new basis of a membership is no new entry.

    A tie that no spell covers, such as that of a state that left and may have come back, has none.
    """
    asked: mg.Dataset = facts()  # type: ignore[operator]  # a function
    for party in asked.states:
        covering = mg.memberships_of(party, on=on, status=None, dataset=asked)
        began = {(each.institution, each.status.value): each.since for each in covering}
        for tie in mg.profile_of(party, on, dataset=asked):
            key = tie.institution, tie.role.value
            assert tie.since == began.get(key), tie


@pytest.mark.parametrize("facts", [frozen_dataset, bundled_dataset])
def test_an_exit_of_a_party_known_by_lists_closes_a_spell(facts: object) -> None:
    """Each exit on record after the start of a spell, also where the state ends with it."""
    asked: mg.Dataset = facts()  # type: ignore[operator]  # a function
    for lines, spell, its in all_spells(asked):
        if lines.has_entry(spell.party):
            continue
        assert spell.closed_by is None or spell.end is not None, spell
        closing = [each.closed_by for each in its]
        for step in transitions_of(asked, spell.institution, spell.party):
            if step.kind in {"withdrew", "lapsed"}:
                earlier = step.date.last_ordinal < spell.start.first_ordinal
                assert earlier or step in closing, step


@pytest.mark.parametrize("facts", [frozen_dataset, bundled_dataset])
def test_the_steps_of_a_spell_are_transitions_and_its_records_are_not(facts: object) -> None:
    """Of each spell."""
    for _, spell, _ in all_spells(facts()):  # type: ignore[operator]  # a function
        assert all(isinstance(each, mg.model.Transition) for each in spell.steps), spell
        assert not any(isinstance(each, mg.model.Transition) for each in spell.records), spell


@pytest.mark.parametrize("facts", [frozen_dataset, bundled_dataset])
def test_a_spell_without_an_entry_starts_with_its_first_list(facts: object) -> None:
    """Also a second spell: the list that began the first one does not begin it."""
    for _, spell, _ in all_spells(facts()):  # type: ignore[operator]  # a function
        if spell.since is None:
            assert spell.start == spell.first_listed, spell


class TestEnds:
    """Ends that are not those of a record."""

    @staticmethod
    def ends(facts: mg.Dataset, party: str, institution: str) -> list[str]:
        """Return the ends of the spells of a party."""
        found = mg.memberships_of(party, institution, status=None, dataset=facts)
        return [str(spell.end) for spell in found]

    @pytest.mark.parametrize(
        ("left", "gone", "end"),
        [
            ("2005", "2005-02-03", "[2005-01-01..2005-02-03]"),  # the year may not be all over
            ("2005-01-10", "2005-02-03", "2005-01-10"),
            ("[2004-03-01..]", "2005-02-03", "[2004-03-01..2005-02-03]"),
            ("[2004-03-01..]", None, "[2004-03-01..]"),  # an open end never speaks
            ("2004?", "2005-02-03", "2004?"),
        ],
    )
    def test_a_wide_exit_before_the_end_of_the_state(
        self, left: str, gone: str | None, end: str
    ) -> None:
        """The party may have left on any day of the record, not on the last of the state."""
        states = state("AAA"), state("BBB", end=gone)
        listed = snapshot("2001-01-01", ("member", "stated", "AAA BBB"))
        facts = dataset(
            states=states,
            processes=(process(listed, transitions=(in_process("BBB", "withdrew", left),)),),
        )
        assert [end] == self.ends(facts, "BBB", "a-process")

    def test_a_doubted_list_gives_a_doubted_end(self) -> None:
        """That it leaves a party out is doubted, too."""
        lists = (snapshot("2001-01-01", ("member", "stated", "AAA BBB")),
                 snapshot("2011?", ("member", "stated", "AAA")))  # fmt: skip
        facts = dataset(processes=(process(*lists),))
        assert ["2001-01-01?/2011-12-30?"] == self.ends(facts, "BBB", "a-process")

    def test_an_institution_and_a_state_that_both_ended(self) -> None:
        """The first day of both that is the earliest, and the last that is."""
        ended = (Milestone(kind="launched", date="2000", label="x", citations=CITED),
                 Milestone(kind="ended", date="2005", label="x", citations=CITED))  # fmt: skip
        listed = snapshot("2001-01-01", ("member", "stated", "AAA BBB"))
        facts = dataset(
            states=(state("AAA"), state("BBB", end="2005-02-03")),
            processes=(process(listed, milestones=ended),),
        )
        assert ["[2005-01-01..2005-02-03]"] == self.ends(facts, "BBB", "a-process")
        assert ["[2005-01-01..2005-12-31]"] == self.ends(facts, "AAA", "a-process")

    def test_an_act_whose_effect_may_come_only_after_the_end_of_the_state(self) -> None:
        """The state may never have been bound: no day is sure to be the last."""
        facts = treaty_facts(
            states=(state("AAA"), *(state(each) for each in ("BBB", "DDD", "EEE")),
                    state("CCC", end="2001-03-01")),
            registers=(parties(act("CCC", "acceded", "[2000-06-01..2001-02-01]")),),
            resolutions=(),
        )  # fmt: skip
        (spell,) = mg.memberships_of("CCC", "pact", dataset=facts)
        assert ("[2000-08-30..2001-05-02]", "[2000-08-30..2001-03-01]") == (
            str(spell.start), str(spell.end),
        )  # fmt: skip

    def test_a_spell_of_a_list_and_an_entry(self) -> None:
        """One is a record of it, the other a step."""
        listed = snapshot("2005-01-01", ("member", "stated", "AAA BBB"))
        facts = dataset(
            processes=(process(listed, transitions=(in_process("BBB", "joined", "2003"),)),)
        )
        (spell,) = mg.memberships_of("BBB", "a-process", dataset=facts)
        assert ["joined"] == [each.kind.value for each in spell.steps]
        assert (listed,) == spell.records

    def test_a_spell_of_one_day(self) -> None:
        """Who leaves at the end of the day on which it came was a member on that day."""
        steps = (transition("BBB", kind, "2000-05-06") for kind in ("joined", "withdrew"))
        facts = dataset(registers=(register(*steps),))
        (spell,) = mg.memberships_of("BBB", "IOM", dataset=facts)
        assert "2000-05-06" == str(spell.start) == str(spell.end)

    def test_a_wide_exit_from_a_register_before_the_end_of_the_state(self) -> None:
        """The state was no member after it ended."""
        steps = transition("BBB", "joined", "1990"), transition("BBB", "lapsed", "2005")
        states = state("AAA"), state("BBB", end="2005-02-03")
        facts = dataset(states=states, registers=(register(*steps),))
        assert ["[2005-01-01..2005-02-03]"] == self.ends(facts, "BBB", "IOM")


@pytest.mark.parametrize("entry", ["2000-05-06", None])
@pytest.mark.parametrize(
    ("left", "on", "since"),
    [
        ("2005", "2004-12-31", "2000-05-06"),
        ("2005", "2005-12-31", "2000-05-06"),
        ("2005", "2006-01-01", None),  # it may have come back, on another day
        ("2004?", "2010", "2000-05-06"),  # it may never have left
    ],
)
def test_a_state_that_left_takes_part_since_no_earlier_day(
    entry: str | None, left: str, on: str, since: str | None
) -> None:
    """Of a register, and of a process with an entry or with lists alone."""
    listed = snapshot("2001-01-01", ("member", "stated", "AAA BBB"))
    entered = (in_process("BBB", "joined", entry),) if entry else ()
    steps = *entered, in_process("BBB", "withdrew", left)
    own = transition("BBB", "joined", "2000-05-06"), transition("BBB", "withdrew", left)
    facts = dataset(
        registers=(register(*own),),
        processes=(process(listed, transitions=steps),),
    )
    for tie in mg.profile_of("BBB", on, dataset=facts):
        known = since if entry or tie.institution == "iom" else None
        assert str(tie.since) == str(known), tie
