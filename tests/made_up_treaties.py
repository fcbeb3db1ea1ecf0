"""Strategies that make small treaties, with acts of all kinds and doubt in their dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from dateutil.relativedelta import relativedelta
from hypothesis import strategies as st

import migrationgov as mg
from migrationgov import PartialDate
from migrationgov.model import FinalClause, Milestone, Register, Transition, Treaty
from migrationgov.timelines import timelines_of
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.vocabularies import OrganizationId, StateId, TreatyId
from miniature import CITED, body, dataset, snapshot, state
from strategies import blurred

ACCORD = TreatyId("an-accord")
STATES, UNNAMED, ORGANIZATION = ("AAA", "BBB", "CCC"), "ZZZ", "org"
ADOPTED = date(1990, 3, 1)
LAST_DAY = PartialDate("2025-12-31")
#: The states to which a treaty is open that is not open to all.
CLUB = frozenset({"AAA", "CCC"})

Act = tuple[str, PartialDate]
Clause = tuple[int, int, bool]
Events = list[tuple[str, date]]


class MadeUpTreaty:
    """
    A treaty: what its record and its register say.

    Attributes:
        acts: The acts of each party, in order.
        seats: The successor and the predecessor of each seat that is continued; the successor has
            an act of the kind "continued".
        clause: Months, days and whether the first of the next month counts; None if not recorded.
        own: The day of its own entry into force; None if not recorded.
        adopted: The day of its adoption.
        lives: The first and the last day of states that have not always existed.
        lists: Date, kind and parties of each list of parties.
        complete_for: For whom the acts are complete.
        restricted: Whether it is open to a club alone.
        complete_until: The last day on which no party is known to be missing.
    """

    def __init__(  # noqa: PLR0913 -- all but one are given by name
        self,
        acts: Mapping[str, list[Act]],
        *,
        seats: Mapping[str, str] | None = None,
        clause: Clause | None = (0, 0, False),
        own: PartialDate | None = None,
        adopted: PartialDate | None = None,
        lives: Mapping[str, tuple[str, str]] | None = None,
        lists: tuple[tuple[str, str, str], ...] = (),
        complete_for: str = "all",
        restricted: bool = False,
        complete_until: PartialDate | None = None,
    ) -> None:
        self.acts = acts
        self.seats = seats or {}
        self.clause = clause
        self.own = own
        self.adopted = adopted or PartialDate.from_date(ADOPTED)
        self.lives = lives or {}
        self.lists = lists
        self.complete_for = complete_for
        self.restricted = restricted
        self.complete_until = complete_until

    @cached_property
    def dataset(self) -> mg.Dataset:
        """A dataset that has the treaty and its register."""
        names = sorted({*STATES, UNNAMED, *self.acts, *self.seats.values()} - {ORGANIZATION})
        return dataset(
            states=tuple(self._state(each) for each in names),
            organizations=(body("club"), body(ORGANIZATION)),
            treaties=(self._record(),),
            registers=(_club(), self._register()),
            processes=(),
        )

    def timelines(self, clock: str) -> InstitutionTimelines:
        """Return the timelines by a clock."""
        return timelines_of(self.dataset, ACCORD, clock)

    def _state(self, code: str) -> mg.model.State:
        start, end = self.lives.get(code, ("", ""))
        return state(code, start=start or None, end=end or None)

    def _record(self) -> Treaty:
        events = [("adopted", self.adopted), ("in-force", self.own)]
        clauses: tuple[FinalClause, ...] = ()
        if self.clause is not None:
            months, days, first = self.clause
            clauses = (
                FinalClause(months=months, days=days, first_of_month=first, citations=CITED),
            )
        return Treaty(
            id=ACCORD, name="Accord", title="The Accord", kind="convention",
            names=(mg.model.Name(text="The Accord"),), citations=CITED, clauses=clauses,
            open_to=OrganizationId("club" if self.restricted else ""),
            milestones=tuple(
                Milestone(kind=kind, date=when, label=kind, citations=CITED)
                for kind, when in events if when is not None
            ),
        )  # fmt: skip

    def _register(self) -> Register:
        parties = sorted(self.acts, key=lambda each: (each == ORGANIZATION, each))
        return Register.of(
            ACCORD, self.adopted, LAST_DAY,
            tuple(self._act(party, *act) for party in parties for act in self.acts[party]),
            lists=tuple(snapshot(on, ("party", kind, who)) for on, kind, who in self.lists),
            kind="treaty", complete_for=self.complete_for,
            complete_until=self.complete_until,
        )  # fmt: skip

    def _act(self, party: str, kind: str, when: PartialDate) -> Transition:
        name = "organization" if party == ORGANIZATION else "state"
        before = self.seats[party] if kind == "continued" else ""
        more: dict[str, Any] = {name: party, "predecessor": StateId(before)}
        return Transition(institution=ACCORD, kind=kind, date=when, citations=CITED, **more)

    def __repr__(self) -> str:
        return "\n".join(
            [
                f"clause {self.clause}, own day {self.own}, complete for {self.complete_for}",
                f"until {self.complete_until}, restricted {self.restricted}",
                f"{self.seats}, {self.lives}, {self.lists}",
                *(
                    f"{party}: {', '.join(f'{kind} {when}' for kind, when in acts)}"
                    for party, acts in self.acts.items()
                ),
            ]
        )


def _club() -> Register:
    """The register of the club to whose members a treaty may be open."""
    joined = tuple(
        Transition(
            institution=OrganizationId("club"), state=StateId(each), kind="joined", date="1980",
            citations=CITED,
        )
        for each in sorted(CLUB)
    )  # fmt: skip
    return Register.of(
        OrganizationId("club"), PartialDate("1980"), PartialDate("2025-12-31"), joined
    )


def after_clause(day: date, clause: Clause) -> date:
    """Return the day on which the time of a final clause after a deposit is over."""
    months, days, first_of_month = clause
    when = day + relativedelta(months=months, days=days)
    return (when + relativedelta(months=1)).replace(day=1) if first_of_month else when


@st.composite
def histories_of_parties(
    draw: st.DrawFn, clause: Clause, own: date, birth: date | None
) -> tuple[Events, list[bool]]:
    """
    The true days of what one party did, and whether the record has each of them.

    The effect of an act is always there in truth, and now and then on record.
    """
    events: Events = []
    day, recorded = max(ADOPTED, birth or ADOPTED), []

    def add(kind: str, when: date, *, known: bool = True) -> None:
        events.append((kind, when))
        recorded.append(known)

    for turn in range(draw(st.sampled_from([1, 1, 1, 2]))):
        day += timedelta(days=draw(st.integers(0, 900)))
        if not turn and draw(st.booleans()):
            add("signed", day)
            if draw(st.integers(0, 3)) == 0:
                break
            day += timedelta(days=draw(st.integers(0, 900)))
            kind = draw(st.sampled_from(["ratified", "accepted", "acceded", "became-party"]))
        else:
            others = ["acceded", "definitively-signed", "became-party", "acceded"]
            succession = [] if turn or birth is None else ["succeeded"] * 8
            kind = draw(st.sampled_from([*others, *succession]))
        add(kind, day)
        effect = max(own, after_clause(day, clause))
        if kind == "succeeded":
            early = max(own, birth or own)
            effect = early + timedelta(days=draw(st.integers(0, max(0, (effect - early).days))))
        add("entered-into-force", effect, known=draw(st.integers(0, 2)) == 0)
        day = max(day, effect) + timedelta(days=draw(st.integers(0, 900)))
        if draw(st.booleans()):
            break
        add("denounced", day)
        day += timedelta(days=1)
    return events, recorded


@st.composite
def treaties(draw: st.DrawFn) -> tuple[MadeUpTreaty, dict[str, Events]]:
    """A treaty, and what truly happened: the dates on record allow it."""
    clause = draw(
        st.sampled_from(
            [(0, 0, False), (0, 90, False), (3, 0, True), (12, 0, False), (1, 10, True)]
        )
    )
    own = ADOPTED + timedelta(days=draw(st.integers(0, 1500)))
    lives, births = draw(_lives())
    truth, acts = {}, {}
    for party in (*STATES, ORGANIZATION):
        if draw(st.integers(0, 3)):
            events, known = draw(histories_of_parties(clause, own, births.get(party)))
            truth[party] = events
            kept = [each for each, has in zip(events, known, strict=True) if has]
            acts[party] = [(kind, draw(blurred(day))) for kind, day in kept]
    seats = draw(_seats(truth, acts))
    complete_for = draw(st.sampled_from(["all", "all", "named", "none"]))
    made = MadeUpTreaty(
        acts,
        seats=seats,
        clause=draw(st.sampled_from([clause, clause, clause, None])),
        own=draw(st.one_of(st.none(), blurred(own), st.just(PartialDate.from_date(own)))),
        lives=lives,
        lists=tuple(draw(st.lists(_lists(), max_size=2))) if complete_for == "named" else (),
        complete_for=complete_for,
        restricted=draw(st.booleans()),
        complete_until=draw(_last_complete_day()) if complete_for == "all" else None,
    )
    return made, truth


@st.composite
def _last_complete_day(draw: st.DrawFn) -> PartialDate | None:
    """The day after which a party may be missing, now and then."""
    if draw(st.booleans()):
        return None
    return draw(blurred(ADOPTED + timedelta(days=draw(st.integers(0, 5000)))))


@st.composite
def _lives(draw: st.DrawFn) -> tuple[dict[str, tuple[str, str]], dict[str, date]]:
    """The days of states that began, or ended without an act, now and then."""
    lives, births = {}, {}
    if draw(st.booleans()):
        births = {"AAA": ADOPTED + timedelta(days=draw(st.integers(-600, 2000)))}
        lives = {code: (born.isoformat(), "") for code, born in births.items()}
    if draw(st.booleans()):
        lives[UNNAMED] = "", (ADOPTED + timedelta(days=draw(st.integers(-600, 20000)))).isoformat()
    return lives, births


@st.composite
def _seats(draw: st.DrawFn, truth: dict[str, Events], acts: dict[str, list[Act]]) -> Any:
    """Now and then a state DDD that continues the seat of BBB, if BBB is bound."""
    events = truth.get("BBB", [])
    if not events or events[-1][0] != "entered-into-force" or draw(st.booleans()):
        return {}
    day = max(day for _, day in events) + timedelta(days=draw(st.integers(1, 900)))
    truth["BBB"] = [*events, ("ceded", day)]
    truth["DDD"] = [("continued", day)]
    acts["DDD"] = [("continued", draw(blurred(day)))]
    return {"DDD": "BBB"}


@st.composite
def _lists(draw: st.DrawFn) -> tuple[str, str, str]:
    """A list of parties, complete or not."""
    day = ADOPTED + timedelta(days=draw(st.integers(0, 5000)))
    when = draw(st.sampled_from([day.isoformat(), f"{day:%Y}", f"{day:%Y}~"]))
    who = draw(st.lists(st.sampled_from(STATES), unique=True, min_size=1))
    return when, draw(st.sampled_from(["stated", "partial"])), " ".join(sorted(who))


def days_around(treaty: MadeUpTreaty) -> Iterator[date]:
    """Yield days on which answers may change, each with the day before and the day after."""
    whens = [when for acts in treaty.acts.values() for _, when in acts]
    whens += [PartialDate(on) for on, *_ in treaty.lists]
    whens += [treaty.complete_until] if treaty.complete_until else []
    whens += [treaty.adopted, *([treaty.own] if treaty.own else [])]
    days = {day for when in whens for day in (when.earliest, when.latest) if day is not None}
    days |= {date.fromisoformat(day) for life in treaty.lives.values() for day in life if day}
    days |= {after_clause(day, treaty.clause) for day in days if treaty.clause}
    for day in sorted(days):
        yield from (day + timedelta(days=n) for n in (-1, 0, 1))
