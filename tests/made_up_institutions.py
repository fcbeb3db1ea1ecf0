"""Strategies that make small institutions with all kinds of evidence and doubt."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from migrationgov import PartialDate
from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.model.legal_transitions import MEMBERSHIP
from migrationgov.timelines.evidence import Evidence, PartyList, RoleTerm, Step
from migrationgov.vocabularies import Status, TransitionKind
from second_machine_listed import four_years_before
from second_machine_records import stated_day

STATES = ("AAA", "BBB", "CCC")
ORGANIZATIONS = frozenset({"org"})
PARTIES = (*STATES, "org")
START, STOP = date(1998, 1, 1), date(2012, 12, 31)
_LIST_ROLES = ("member", "member", "member", "observer", "observer", "participant", "partner",
               "guest", "chair", "co-chair", "secretariat")  # fmt: skip
_LIST_KINDS = ("stated", "stated", "stated", "partial", "partial", "subset", "group", "attendance")
_DATES = st.dates(min_value=START, max_value=STOP)
#: The days about which the laws ask.
LOW, HIGH = date(1985, 1, 1).toordinal(), date(2035, 1, 1).toordinal()
#: Days that many records share, so that lists of one day and dates that touch are frequent.
_FREQUENT = st.sampled_from([date(2001, 1, 1), date(2005, 7, 1), date(2008, 12, 31)])
DAYS = st.one_of(_FREQUENT, _DATES)


@st.composite
def dates(draw: st.DrawFn, around: st.SearchStrategy[date] = DAYS) -> PartialDate:
    """A date with any kind of doubt, or none."""
    day = draw(around)
    other = day + timedelta(days=draw(st.integers(1, 900)))
    plain = [day.isoformat()] * 4 + [
        f"{day:%Y-%m}",
        f"{day:%Y}",
        f"{day:%Y-%m}",
        f"{day:%Y}"[:3] + "X",
    ]
    marked = [f"{day:%Y}~", f"{day:%Y}?", f"{day:%Y-%m}%", f"{day}?", f"{day}~"]
    spans = [f"{day}/{day + timedelta(days=2)}", f"[{day}..{other}]", f"[{day},{other}]"]
    opened = [f"[..{day}]", f"[{day}..]"]
    return PartialDate.parse(draw(st.sampled_from(plain + marked + spans + opened)))


@st.composite
def registered_steps(draw: st.DrawFn) -> list[Step]:
    """Legal transitions of one party of a register, in an order that their dates allow."""
    status, day = Status.NONE, START
    steps: list[Step] = []
    for _ in range(draw(st.integers(0, 4))):
        kinds = sorted(kind for kind in MEMBERSHIP.legal[status])
        kind = TransitionKind(draw(st.sampled_from(kinds)))
        day = min(day + timedelta(days=draw(st.integers(1, 1500))), STOP)
        steps.append(Step(kind, draw(dates(st.just(day)))))
        status = MEMBERSHIP.legal[status][kind]
    return steps


@st.composite
def lone_steps(draw: st.DrawFn) -> list[Step]:
    """Entries and exits on record where there is no register; an exit may stand alone."""
    status, day = draw(st.sampled_from(["none", "member", "observer"])), START
    ways = {
        "none": {"joined": "member", "became-observer": "observer", "attended": "none"},
        "member": {"withdrew": "none", "notified-withdrawal": "member"},
        "observer": {"ceased-observer": "none", "joined": "member"},
    }
    steps: list[Step] = []
    for _ in range(draw(st.integers(0, 3))):
        kinds = sorted(kind for kind in ways[status] if steps or kind != "notified-withdrawal")
        kind = draw(st.sampled_from(kinds))
        day = min(day + timedelta(days=draw(st.integers(1, 1500))), STOP)
        steps.append(Step(kind, draw(dates(st.just(day)))))
        status = ways[status][kind]
    return steps


@st.composite
def lists(draw: st.DrawFn) -> PartyList:
    """A list of one role: complete or not, with doubted names, or with a number of its own."""
    role, kind = draw(st.sampled_from(_LIST_ROLES)), draw(st.sampled_from(_LIST_KINDS))
    sort = draw(st.sampled_from([False, False, False, True, None]))
    if role in {"chair", "co-chair", "secretariat"}:
        sort = None
    choice = {False: STATES, True: ("org",), None: PARTIES}[sort]
    most = 1 if role == "chair" else 3
    parties = frozenset(draw(st.lists(st.sampled_from(choice), max_size=most)))
    doubts = draw(st.sampled_from([False, False, False, True]))
    doubted = (
        frozenset(draw(st.lists(st.sampled_from(sorted(parties)))))
        if doubts and parties
        else frozenset()
    )
    total = draw(st.sampled_from([0, 0, 0, len(parties), 2, 4]))
    return PartyList(
        as_of=draw(dates()), role=role, kind=kind, parties=parties, doubted=doubted,
        organizations=sort, total=total,
    )  # fmt: skip


@st.composite
def terms(draw: st.DrawFn) -> RoleTerm:
    """A term of the chair, or now and then of another role."""
    role = draw(st.sampled_from(["chair", "chair", "chair", "co-chair", "secretariat"]))
    party = draw(st.sampled_from(PARTIES))
    start = draw(dates())
    day = (start.earliest or START) + timedelta(days=draw(st.integers(0, 900)))
    end = draw(st.one_of(st.none(), dates(st.just(day))))
    if end is not None and end.last_ordinal < start.first_ordinal:
        end = None
    return RoleTerm(party, role, start, end)


def _apart(some: list[RoleTerm]) -> list[RoleTerm]:
    """Return terms of which no two of one party and role may overlap."""
    kept: list[RoleTerm] = []
    for term in some:
        mine = [each for each in kept if (each.party, each.role) == (term.party, term.role)]
        if all(_ends_before(term, each) or _ends_before(each, term) for each in mine):
            kept.append(term)
    return kept


def _ends_before(one: RoleTerm, other: RoleTerm) -> bool:
    return one.end is not None and one.end.last_ordinal < other.start.first_ordinal


@st.composite
def lifetimes(draw: st.DrawFn) -> dict[str, tuple[int, int]]:
    """The days of a state that began or ended."""
    if draw(st.integers(0, 3)):
        return {}
    low, high = sorted([draw(DAYS).toordinal(), draw(DAYS).toordinal()])
    spans = [(BEFORE_ALL, high), (low, AFTER_ALL), (low, high)]
    return {draw(st.sampled_from(STATES)): draw(st.sampled_from(spans))}


@st.composite
def _founding(draw: st.DrawFn) -> tuple[int, int, list[PartyList]]:
    """The first and the last day of a founding, and the founders where they are known."""
    if draw(st.booleans()):
        return BEFORE_ALL, BEFORE_ALL, []
    first = draw(st.dates(min_value=START, max_value=date(2002, 1, 1)))
    last = first + timedelta(days=draw(st.sampled_from([0, 0, 200])))
    when = PartialDate.parse(str(first) if first == last else f"[{first}..{last}]")
    parties = frozenset(draw(st.lists(st.sampled_from(STATES), min_size=1, max_size=2)))
    founders = PartyList(as_of=when, role="member", kind="founders", parties=parties)
    named = [founders] if draw(st.booleans()) else []
    return first.toordinal(), last.toordinal(), named


@st.composite
def _known(draw: st.DrawFn) -> dict[str, tuple[int, int]]:
    """The days on which a register names everybody with a status."""
    statuses = draw(st.sampled_from([(), (), ("observer",), ("member", "observer")]))
    days = ((draw(DAYS).toordinal(), draw(DAYS).toordinal()) for _ in statuses)
    return {status: (min(each), max(each)) for status, each in zip(statuses, days, strict=True)}


@st.composite
def institutions(draw: st.DrawFn) -> Evidence:
    """The evidence on a small institution: a register, or a process, or some of both."""
    register = draw(st.booleans())
    steps = registered_steps() if register else lone_steps()
    closed = register and draw(st.booleans())
    first, last, founders = draw(_founding())
    dated = draw(st.lists(lists(), max_size=5))
    held = draw(st.lists(terms(), max_size=3))
    end = draw(DAYS).toordinal()
    ends = draw(st.sampled_from([(AFTER_ALL, AFTER_ALL)] * 3 + [(end, end), (end, end + 300)]))
    dated = sorted([*founders, *dated], key=lambda each: each.as_of.first_ordinal)
    for place, each in enumerate(dated):  # lists are told apart by their places
        each.place = place
    known = draw(_known()) if closed else {}
    lives = draw(lifetimes())
    return Evidence(
        "made-up",
        steps={party: some for party in PARTIES if (some := draw(steps))},
        lists=dated,
        terms=_apart(held),
        register=register,
        with_gaps=register and not closed and draw(st.booleans()),
        closed=closed,
        known=known,
        former=frozenset(lives if closed and draw(st.booleans()) else ()),
        covered=(first, draw(DAYS).toordinal()),
        exists_from=first,
        founded=last,
        ends=ends,
        rotation=draw(st.sampled_from([0, 0, 12, 24])),
        organizations=ORGANIZATIONS,
        lives=lives,
    )


def described(evidence: Evidence) -> str:
    """Return the evidence as text, for the message of a failed test."""
    about = (
        f"register {evidence.register}, closed {evidence.closed}, gaps {evidence.with_gaps}, "
        f"known {evidence.known}, former {evidence.former} until {evidence.covered}, "
        f"founded {evidence.exists_from}..{evidence.founded}, ends {evidence.ends}, "
        f"rotation {evidence.rotation}, lives {evidence.lives}"
    )
    lines = [about]
    for party, steps in evidence.steps.items():
        lines.append(f"{party}: {', '.join(f'{step.kind} {step.date}' for step in steps)}")
    for each in evidence.lists:
        sort = {False: "states", True: "organizations", None: "both"}[each.organizations]
        lines.append(
            f"{each.as_of}: {each.role}, {each.kind}, of {sort}: {sorted(each.parties)}, "
            f"doubted {sorted(each.doubted)}, total {each.total}"
        )
    lines += [
        f"term {each.party} {each.role}: {each.start} to {each.end}" for each in evidence.terms
    ]
    return "\n".join(lines)


def edges_of(evidence: Evidence) -> list[int]:
    """Return days on which answers may change, each with the day before and the day after."""
    steps = (step.date for steps in evidence.steps.values() for step in steps)
    whens = [when for when in steps if isinstance(when, PartialDate)]
    whens += [each.as_of for each in evidence.lists]
    for term in evidence.terms:
        whens += [term.start] if term.end is None else [term.start, term.end]
    days = {evidence.exists_from, evidence.founded, *evidence.ends, *evidence.covered}
    days |= evidence.known_edges()
    days |= {day for span in evidence.lives.values() for day in span}
    for when in whens:
        days |= {when.first_ordinal, when.last_ordinal}
        stated = stated_day(when)
        days |= set() if stated is None else {stated, four_years_before(stated)}
    around = {day + n for day in days for n in (-1, 0, 1)}
    return sorted(day for day in around if LOW <= day <= HIGH)
