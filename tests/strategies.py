"""Strategies that make dates, steps and datasets for the laws."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from migrationgov import PartialDate
from migrationgov.model import Citation, Transition
from migrationgov.model.legal_transitions import MEMBERSHIP
from migrationgov.vocabularies import OrganizationId, SourceId, StateId, Status, TransitionKind

DAYS = st.dates(min_value=date(1940, 1, 1), max_value=date(2060, 12, 31))


@st.composite
def plain_texts(draw: st.DrawFn) -> str:
    """A year, a month or a day."""
    day = draw(DAYS)
    return draw(st.sampled_from([f"{day:%Y}", f"{day:%Y-%m}", day.isoformat()]))


@st.composite
def single_texts(draw: st.DrawFn) -> str:
    """A date of level 0 or 1, or with qualifiers on its parts."""
    day = draw(DAYS)
    year, month = f"{day:%Y}", f"{day:%m}"
    mark = draw(st.sampled_from(["", "?", "~", "%"]))
    forms = [
        year, year[:3] + "X", year[:2] + "XX", f"{year}-{month}", f"{year}-XX", day.isoformat(),
        f"{year}-{month}-XX", f"{year}-XX-XX",
    ]  # fmt: skip
    if mark:
        parts = [
            f"{year}{mark}-{month}",
            f"{mark}{year}-{month}",
            f"{year}-{mark}{month}",
            f"{year}-{month}{mark}-{day:%d}",
            f"{year}-{month}-{mark}{day:%d}",
        ]
        return draw(st.sampled_from([form + mark for form in forms] + parts))
    return draw(st.sampled_from(forms))


@st.composite
def interval_texts(draw: st.DrawFn) -> str:
    """An interval, closed, open or with an unknown end."""
    first, last = sorted([draw(DAYS), draw(DAYS)])
    mark = draw(st.sampled_from(["", "?", "~", "%"]))
    start, end = f"{first.isoformat()}{mark}", f"{last.isoformat()}{mark}"
    forms = [f"{start}/{end}", f"{start}/..", f"../{end}", f"{start}/", f"/{end}"]
    return draw(st.sampled_from(forms))


@st.composite
def set_texts(draw: st.DrawFn) -> str:
    """One day out of a set or range."""
    first, last = sorted([draw(DAYS), draw(DAYS)])
    other = draw(plain_texts())
    forms = [
        f"[..{last}]", f"[{first}..]", f"[{first}..{last}]", f"[{first},{last}]",
        f"[{other},{first}..{last}]", f"[..{first},{last}]",
    ]  # fmt: skip
    return draw(st.sampled_from(forms))


date_texts = st.one_of(single_texts(), interval_texts(), set_texts())
partial_dates = date_texts.map(PartialDate.parse)


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[TransitionKind, PartialDate, date]]:
    """Legal steps of one state, each with the day it truly happened and a date that allows it."""
    status, day = Status.NONE, date(1960, 1, 1)
    steps: list[tuple[TransitionKind, PartialDate, date]] = []
    for _ in range(draw(st.integers(0, 6))):
        possible = [
            kind for kind in MEMBERSHIP.legal[status] if kind is not TransitionKind.SUCCEEDED
        ]
        kind = draw(st.sampled_from(sorted(possible)))
        day += timedelta(days=draw(st.integers(1, 900)))
        steps.append((kind, draw(blurred(day)), day))
        status = MEMBERSHIP.legal[status][kind]
    return steps


@st.composite
def blurred(draw: st.DrawFn, day: date) -> PartialDate:
    """A date that allows the day: exact, coarser, bracketed, open or doubtful."""
    before = day - timedelta(days=draw(st.integers(0, 400)))
    after = day + timedelta(days=draw(st.integers(0, 400)))
    forms = [
        day.isoformat(), f"{day:%Y-%m}", f"{day:%Y}", f"{day:%Y}~", f"{day}?",
        f"[{before}..{after}]", f"[..{after}]", f"[{before}..]", f"{before}/{after}",
        f"{day:%Y}"[:3] + "X",
    ]  # fmt: skip
    return PartialDate.parse(draw(st.sampled_from(forms)))


def transition(
    state: str,
    kind: str,
    when: str,
    *,
    predecessor: str = "",
    basis: str = "stated",
    note: str = "",
) -> Transition:
    """A transition of IOM with one citation."""
    return Transition(
        institution=OrganizationId("iom"),
        state=StateId(state),
        kind=kind,
        date=when,
        basis=basis,
        predecessor=StateId(predecessor),
        note=note,
        citations=(Citation(source=SourceId("a-source"), locator="page 1"),),
    )


def places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a JSON value: what holds it, and under which key."""
    pairs = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in pairs:
        yield node, key
        if isinstance(value, dict | list):
            yield from places(value)
