"""
From the register of a treaty to the evidence on it, by one of its two clocks.

By deposit a party is one from the day on which it deposited its instrument. By effect it is one
from the day on which the treaty entered into force for it. Where no source gives this day, it is
the later of two: the day of deposit and the time of the final clause, and the day on which the
treaty itself entered into force. A succession may reach back to the start of the state. A
denunciation counts by its effect on both clocks.
"""

from __future__ import annotations

from datetime import date

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL, PartialDate
from migrationgov.model.legal_transitions import (
    AT_END_OF_DAY,
    BINDING,
    TREATY,
)
from migrationgov.model.state_lives import former_states
from migrationgov.timelines.evidence import UNNAMED_STATE, Evidence, Step
from migrationgov.timelines.register_steps import RegisterSteps, known_until, lists_of
from migrationgov.timelines.transition_claims import step_days
from migrationgov.vocabularies import Clock, Scope, TransitionKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from migrationgov.model.dataset import Dataset
    from migrationgov.model.treaties import FinalClause
    from migrationgov.timelines.evidence import Days

_EFFECT = TransitionKind.ENTERED_INTO_FORCE.value
#: The kinds of transition after which the effect of an act before them no longer follows.
_NEXT = (*BINDING, TransitionKind.DENOUNCED)


class EffectDays:
    """
    The days on which a treaty may enter into force for a party, as they follow from a rule.

    Attributes:
        first_ordinal: The first day.
        last_ordinal: The last day.
        uncertain: Whether the deposit is doubted.
        stated: The date on record, of which other acts leave these days; None for an effect that
            follows.
    """

    __slots__ = ("first_ordinal", "last_ordinal", "stated", "uncertain")

    def __init__(
        self, first: int, last: int, *, uncertain: bool, stated: Days | None = None
    ) -> None:
        self.first_ordinal = first
        self.last_ordinal = last
        self.uncertain = uncertain
        self.stated = stated


def as_date(when: Days) -> PartialDate:
    """Return a date as a `PartialDate`: of an effect that follows from a rule, its day or days."""
    when = getattr(when, "stated", None) or when
    if isinstance(when, PartialDate):
        return when
    first, last = (
        date.fromordinal(day).isoformat() if BEFORE_ALL < day < AFTER_ALL else ""
        for day in (when.first_ordinal, when.last_ordinal)
    )
    if when.uncertain:
        return PartialDate.parse("/".join(f"{edge}?" if edge else ".." for edge in (first, last)))
    return PartialDate.parse(first if first == last else f"[{first}..{last}]")


def follows_from_clause(step: Step) -> bool:
    """Return whether no source gives an effect, so that it follows from the final clause."""
    when = step.date
    return step.kind == _EFFECT and isinstance(when, EffectDays) and when.stated is None


class EffectRule:
    """
    When a treaty enters into force for a party that has deposited its instrument.

    Attributes:
        clause: The final clause; None where none is recorded: the effect may come at any time.
        adopted: The first day on which the treaty may have been adopted.
        own: The first and the last day on which the treaty itself may have entered into force.
        doubted: Whether its own entry into force is doubted.
    """

    __slots__ = ("adopted", "clause", "doubted", "own")

    def __init__(
        self,
        clause: FinalClause | None,
        adopted: int,
        own: tuple[int, int],
        *,
        doubted: bool = False,
    ) -> None:
        self.clause = clause
        self.adopted = adopted
        self.own = max(adopted, own[0]), own[1]
        self.doubted = doubted

    def days(self, act: Step, deposit: tuple[int, int], life: tuple[int, int]) -> EffectDays:
        """Return the days of the effect of an act that was deposited on some day of two."""
        first, last = max(self.own[0], self._later(deposit[0])), AFTER_ALL
        if self.clause is not None:
            last = max(self.own[1], self._later(deposit[1]))
        if act.kind == TransitionKind.SUCCEEDED:
            first = min(first, max(self.own[0], life[0]))
        doubted = act.date.uncertain or self.doubted
        return EffectDays(first, max(first, last), uncertain=doubted)

    def _later(self, day: int) -> int:
        """Return the day on which the time of the final clause is over."""
        if self.clause is None or not BEFORE_ALL < day < AFTER_ALL:
            return day
        if not (self.clause.months or self.clause.first_of_month):
            return day + self.clause.days
        from dateutil.relativedelta import relativedelta  # noqa: PLC0415 -- slow

        time = relativedelta(months=self.clause.months, days=self.clause.days)
        when = date.fromordinal(day) + time
        if self.clause.first_of_month:
            when += relativedelta(months=1, day=1)
        return when.toordinal()


def effect_rule(facts: Dataset, treaty: str) -> EffectRule:
    """Return when a treaty enters into force for a party."""
    record, register = facts.treaty(treaty), facts.register(treaty)
    adopted, own = register.covered_from.first_ordinal, record.in_force
    if own is not None:
        days = own.first_ordinal, own.last_ordinal
        return EffectRule(record.final_clause, adopted, days, doubted=own.uncertain)
    effects = (
        PartialDate.parse(on) for _, _, kind, on, _ in register.outline() if kind == _EFFECT
    )
    stated = (each.last_ordinal for each in effects if not each.uncertain)
    # it is in force by its first known effect
    days = adopted, min(stated, default=AFTER_ALL)
    return EffectRule(record.final_clause, adopted, days)


def evidence_of_treaty(facts: Dataset, treaty: str, clock: str) -> Evidence:
    """Return the evidence of the register of a treaty, by one of its clocks."""
    register = facts.register(treaty)
    recorded, lives = RegisterSteps(register), facts.state_lives()
    by_party = recorded.with_ceded(recorded.own)
    lists = lists_of(register, recorded.organizations)
    first = register.covered_from.first_ordinal
    rules = TREATY[Clock(clock)]
    return Evidence(
        treaty,
        steps=_on_clock(by_party, clock, effect_rule(facts, treaty), lives),
        lists=lists,
        rules=rules,
        register=True,
        with_gaps=register.complete_for == Scope.NONE,
        closed=register.complete,
        known=dict.fromkeys(rules.statuses, (first, known_until(register))),
        former=facts.derived("former states", lambda _: former_states(facts.state_outlines())),
        exists_from=first,
        founded=register.covered_from.last_ordinal,
        covered=(first, register.covered_until.last_ordinal),
        organizations=frozenset(recorded.organizations),
        is_organization=facts.has_organization,
        lives=lives,
        open_to=_open_to(facts, treaty),
    )


def _on_clock(
    steps: dict[str, list[Step]], clock: str, rule: EffectRule, lives: dict[str, tuple[int, int]]
) -> dict[str, list[Step]]:
    """Return the steps of each party as one of the clocks reads them."""
    if clock == Clock.DEPOSIT:
        return {party: by_deposit(its) for party, its in steps.items()}
    always = BEFORE_ALL, AFTER_ALL
    return {party: by_effect(its, rule, lives.get(party, always)) for party, its in steps.items()}


def _open_to(facts: Dataset, treaty: str) -> frozenset[str] | None:
    """Return the parties that may be party to a treaty; None if all may."""
    group = facts.treaty(treaty).open_to
    if not group or group not in facts.register_ids:
        return None
    register = facts.register(group)
    listed = {party for outline in register.listed() for party, *_ in outline[-1]}
    # what stands for any party without a record may be a member of any group
    return frozenset({*listed, *RegisterSteps(register).own, UNNAMED_STATE})


def by_deposit(steps: Sequence[Step]) -> list[Step]:
    """
    Return the transitions of a party with no effect before the act of which it is the effect.

    That of a succession may reach back to the start of the state; depositaries count the state
    from its notification.
    """
    made = list(steps)
    for place, act in enumerate(steps):
        effect = _effect_of(steps, place) if act.kind == TransitionKind.SUCCEEDED else None
        if effect is not None:
            given = steps[effect].date
            first = max(act.date.first_ordinal, given.first_ordinal)
            last = max(act.date.last_ordinal, given.last_ordinal)
            days = EffectDays(first, last, uncertain=given.uncertain, stated=given)
            made[effect] = Step(_EFFECT, days)
    return made


def by_effect(steps: Sequence[Step], rule: EffectRule, life: tuple[int, int]) -> list[Step]:
    """
    Return the transitions of a party with the effect in place of each act that has none.

    There is one for each transition, so that the place of a step is that of its record.
    """
    acts = by_deposit(steps)
    days = step_days(acts, rule.adopted, TREATY[Clock.DEPOSIT])  # each act bounds the others
    made: list[Step] = []
    for place, step in enumerate(steps):
        first, _, speaks = days[place]
        effect = _effect_of(steps, place) if step.kind in BINDING else None
        if effect is not None:
            made.append(_before_effect(step, steps[effect]))
        elif step.kind in BINDING:
            made.append(Step(_EFFECT, rule.days(step, (first, speaks), life)))
        else:
            made.append(step if step.kind == _EFFECT else _bounded(step, first, speaks))
    return made


def _bounded(step: Step, first: int, speaks: int) -> Step:
    """Return a transition on the days that the deposits before and after it leave."""
    delay = step.kind in AT_END_OF_DAY
    doubted = step.date.uncertain
    last = max(first, step.date.last_ordinal + delay) if doubted else speaks
    days = EffectDays(
        max(first - delay, BEFORE_ALL),
        last - delay if last < AFTER_ALL else last,
        uncertain=doubted,
        stated=step.date,
    )
    return Step(step.kind, days)


def _effect_of(steps: Sequence[Step], place: int) -> int | None:
    """Return the place of the effect of an act; None where no source gives it."""
    for other in range(place + 1, len(steps)):
        if steps[other].kind == _EFFECT:
            return other
        if steps[other].kind in _NEXT:
            return None
    return None


def _before_effect(act: Step, effect: Step) -> Step:
    """Return an act whose effect a source gives; that of a succession may reach back."""
    if act.kind != TransitionKind.SUCCEEDED:
        return act
    first = min(act.date.first_ordinal, effect.date.first_ordinal)
    days = EffectDays(first, act.date.last_ordinal, uncertain=act.date.uncertain)
    return Step(act.kind, days)
