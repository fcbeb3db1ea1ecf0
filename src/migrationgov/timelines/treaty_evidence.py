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
from migrationgov.model.legal_transitions import BINDING, SEAT_TRANSFERRED, TREATY
from migrationgov.timelines.evidence import Evidence, Step, party_list
from migrationgov.vocabularies import Clock, OrganizationId, Scope, TransitionKind, TreatyId

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from migrationgov.model.dataset import Dataset
    from migrationgov.model.treaties import FinalClause
    from migrationgov.timelines.evidence import Days

#: What stands for any party without a record may be a member of any group.
_UNNAMED = ("unnamed state",)
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
    """

    __slots__ = ("first_ordinal", "last_ordinal", "uncertain")

    def __init__(self, first: int, last: int, *, uncertain: bool) -> None:
        self.first_ordinal = first
        self.last_ordinal = last
        self.uncertain = uncertain


def as_date(when: Days) -> PartialDate:
    """Return a date as a `PartialDate`: of an effect that follows from a rule, its day or days."""
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
    return step.kind == _EFFECT and isinstance(step.date, EffectDays)


class EffectRule:
    """
    When a treaty enters into force for a party that has deposited its instrument.

    Attributes:
        clause: The final clause; None where none is recorded: the effect may come at any time.
        own: The first and the last day on which the treaty itself may have entered into force.
    """

    __slots__ = ("clause", "own")

    def __init__(self, clause: FinalClause | None, own: tuple[int, int]) -> None:
        self.clause = clause
        self.own = own

    def days(self, step: Step, life: tuple[int, int]) -> EffectDays:
        """Return the days of the effect of an act, for a state that lives on some days."""
        deposit = step.date
        first, last = max(self.own[0], self._later(deposit.first_ordinal)), AFTER_ALL
        if self.clause is not None:
            last = max(self.own[1], self._later(deposit.last_ordinal))
        if step.kind == TransitionKind.SUCCEEDED:
            first = min(first, max(self.own[0], life[0]))
        return EffectDays(first, max(first, last), uncertain=deposit.uncertain)

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
    record = facts.treaty(TreatyId(treaty))
    stated = [
        PartialDate.parse(when).last_ordinal
        for _, _, kind, when, _ in facts.register(TreatyId(treaty)).outline()
        if kind == _EFFECT
    ]
    own = BEFORE_ALL, min(stated, default=AFTER_ALL)  # it is in force by its first known effect
    if record.in_force is not None:
        own = record.in_force.first_ordinal, record.in_force.last_ordinal
    return EffectRule(record.final_clause, own)


def evidence_of_treaty(facts: Dataset, treaty: str, clock: str) -> Evidence:
    """Return the evidence of the register of a treaty, by one of its clocks."""
    register = facts.register(TreatyId(treaty))
    steps: dict[str, list[Step]] = {}
    organizations: set[str] = set()
    ceded: list[tuple[str, Step]] = []
    for party, is_organization, kind, when, predecessor in register.outline():
        if is_organization:
            organizations.add(party)
        step = Step(kind, PartialDate.parse(when))
        steps.setdefault(party, []).append(step)
        if predecessor:
            ceded.append((predecessor, Step(SEAT_TRANSFERRED, step.date)))
    lives = facts.state_lives()
    if clock == Clock.EFFECT:
        rule = effect_rule(facts, treaty)
        steps = {
            party: by_effect(its, rule, lives.get(party, (BEFORE_ALL, AFTER_ALL)))
            for party, its in steps.items()
        }
    lists = []
    for place, outline in enumerate(register.listed()):
        organizations |= {party for party, is_organization, _ in outline[-1] if is_organization}
        lists.append(party_list(outline, place))
    for predecessor, step in ceded:  # a seat that is continued is the last of the predecessor
        steps.setdefault(predecessor, []).append(step)
    first = register.covered_from.first_ordinal
    rules = TREATY[Clock(clock)]
    return Evidence(
        treaty,
        steps=steps,
        lists=lists,
        rules=rules,
        register=True,
        with_gaps=register.complete_for == Scope.NONE,
        closed=register.complete,
        known_from=dict.fromkeys(rules.statuses, first),
        exists_from=first,
        founded=register.covered_from.last_ordinal,
        covered=(first, register.covered_until.last_ordinal),
        organizations=frozenset(organizations),
        is_organization=facts.has_organization,
        lives=lives,
        open_to=_open_to(facts, treaty),
    )


def _open_to(facts: Dataset, treaty: str) -> frozenset[str] | None:
    """Return the parties that may be party to a treaty; None if all may."""
    group = facts.treaty(TreatyId(treaty)).open_to
    if not group or group not in facts.register_ids:
        return None
    outline = facts.register(OrganizationId(group)).outline()
    return frozenset((*(party for party, *_ in outline), *_UNNAMED))


def by_effect(steps: Sequence[Step], rule: EffectRule, life: tuple[int, int]) -> list[Step]:
    """
    Return the transitions of a party with the effect in place of each act that has none.

    There is one for each transition, so that the place of a step is that of its record.
    """
    made: list[Step] = []
    for place, step in enumerate(steps):
        kinds = [each.kind for each in steps[place + 1 :]]
        ends = next((n for n, kind in enumerate(kinds) if kind in _NEXT), len(kinds))
        if step.kind not in BINDING:
            made.append(step)
        elif _EFFECT not in kinds[:ends]:
            made.append(Step(_EFFECT, rule.days(step, life)))
        else:
            made.append(_before_effect(step, steps[place + 1 + kinds.index(_EFFECT)]))
    return made


def _before_effect(act: Step, effect: Step) -> Step:
    """Return an act that does not come after its effect, which may reach back."""
    first = min(act.date.first_ordinal, effect.date.first_ordinal)
    days = EffectDays(first, act.date.last_ordinal, uncertain=act.date.uncertain)
    return Step(act.kind, days)
