"""
Columns about many institutions: in how many a state takes part, and which two states share.

To take part in a process means to be a member or an observer. To belong to an institution (an
organization, a treaty or a process) means to be a member, or party to the treaty. Each institution
is one bit of a number, so that those of a period, and those of two states, are found by joining
numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, reduce
from itertools import chain, groupby
from operator import and_, itemgetter, or_

from migrationgov.dates.partial_date import AFTER_ALL
from migrationgov.frames.columns import FIRST_DAY, Column, Steps
from migrationgov.frames.coverage import CoveredLines, begin_of, covered_days, covered_lines
from migrationgov.frames.institution_columns import PARTICIPATION
from migrationgov.model.dataset import Dataset
from migrationgov.timelines.stretches import Stretch, Timeline

#: On the days of a stretch: the processes in which a state certainly takes part; certainly or by
#: the best reading; at least possibly; and how many processes are undocumented, and exist.
_Share = tuple[int, int, int, int, int]
#: A day, and the number that is added to each part of a share from it on.
_Change = tuple[int, _Share]

#: How the name of a column ends, the part of a share, and what joins the parts of a period.
_BITS = {"": (1, and_), "_min": (0, and_), "_max": (2, or_)}
_UNDOCUMENTED = "_undocumented"
ENDINGS = (*_BITS, _UNDOCUMENTED)
#: What is counted: processes in which a state takes part, institutions to which it belongs.
PROCESSES, INSTITUTIONS = "processes", "institutions"


def count_column(what: str, ending: str, facts: Dataset, *, assume: bool) -> Column:
    """Make a column of numbers: of processes or institutions of a state, or undocumented ones."""
    value = _undocumented if ending == _UNDOCUMENTED else _numbers(ending)
    steps = _shares(what, facts, assume=assume)
    return Column(counts=True, steps=steps, value=value, covered=_covered(what, facts))


def shared_column(what: str, ending: str, facts: Dataset, *, assume: bool) -> Column:
    """Make a column of sets of processes or institutions, as bits; two states share some."""
    steps = _shares(what, facts, assume=assume)
    return Column(
        counts=True,
        steps=steps,
        value=lambda met, _: _bits(met, ending),
        covered=_covered(what, facts),
    )


def counted_ids(what: str, facts: Dataset) -> tuple[str, ...]:
    """Return the ids of the institutions of which each is one bit, in their order."""
    if what == PROCESSES:
        return facts.process_ids
    return tuple(sorted((*facts.register_ids, *facts.process_ids)))


def _bits(met: Sequence[_Share], ending: str) -> int | None:
    """Return the processes of all days of a period, or of any day (max); None if all are dark."""
    if any(_is_dark(each) for each in met):
        return None
    part, join = _BITS[ending]
    return reduce(join, [each[part] for each in met])


def _numbers(ending: str) -> Callable[[Sequence[_Share], str | None], int | None]:
    """Return what makes a number: of a period, the greatest of any day, or the least of all."""
    part, _ = _BITS[ending]

    def value(met: Sequence[_Share], rule: str | None) -> int | None:
        numbers = [each[part].bit_count() for each in met if not _is_dark(each)]
        if rule == "any":
            return max(numbers, default=None)
        found = _bits(met, ending)
        if rule == "all" and found is not None:
            return min(numbers)
        return None if found is None else found.bit_count()

    return value


def _undocumented(met: Sequence[_Share], rule: str | None) -> int:
    return (min if rule == "any" else max)(each[3] for each in met)


def _is_dark(share: _Share) -> bool:
    """Return whether no list speaks yet of the members of any process that exists."""
    *_, undocumented, existing = share
    return 0 < undocumented == existing


def _covered(what: str, facts: Dataset) -> tuple[str, int]:
    """Return the last day that the sources of any process or institution cover."""
    days = [covered_days(each, facts)[1] for each in counted_ids(what, facts)]
    return f"the {what}", max(days, default=AFTER_ALL)


# -- the shares of each state ---------------------------------------------------------------------


def _shares(what: str, facts: Dataset, *, assume: bool) -> Callable[[str], Steps]:
    """Return what gives the shares of a state; the dataset keeps them."""
    key = "shares", what, assume
    return facts.derived(key, lambda _: _make_shares(what, facts, assume=assume))


def _make_shares(what: str, facts: Dataset, *, assume: bool) -> Callable[[str], Steps]:
    counted = [covered_lines(each, facts, assume=assume) for each in counted_ids(what, facts)]
    dark = [
        change for lines in counted for change in _darkness(begin_of(lines.evidence, facts), lines)
    ]

    def steps(state: str) -> Steps:
        own = (
            _participation(each.line(state), 1 << place, _counting(what, each))
            for place, each in enumerate(counted)
            if state in each.parties
        )
        return _summed([*dark, *chain.from_iterable(own)])

    return cache(steps)


def _counting(what: str, lines: CoveredLines) -> frozenset[str]:
    """Return the statuses that count: who takes part, or who belongs."""
    return PARTICIPATION if what == PROCESSES else frozenset({lines.evidence.rules.belonging})


def _participation(line: Timeline, bit: int, counting: frozenset[str]) -> Iterator[_Change]:
    """Yield the changes of one state in one process or institution."""
    before = (0, 0, 0)
    for day, stretch in zip((FIRST_DAY, *line.days), line.stretches, strict=True):
        now = _grades(stretch, counting)
        if now != before:
            certain, listed, possible = (
                (new - old) * bit for new, old in zip(now, before, strict=True)
            )
            yield day, (certain, listed, possible, 0, 0)
            before = now


def _grades(stretch: Stretch, counting: frozenset[str]) -> tuple[int, int, int]:
    """Return 1 or 0 for: certainly counts, certainly or by the best reading, possibly."""
    certain = stretch.possible <= counting
    listed = certain or stretch.listed in counting
    possible = listed or bool(stretch.possible & stretch.named & counting)
    return int(certain), int(listed), int(possible)


def _darkness(begin: int, lines: CoveredLines) -> Iterator[_Change]:
    """Yield when an institution begins, when a record first speaks of members, when it ends."""
    here = lines.evidence
    over = here.ends[1] + 1
    first = begin if here.closed else lines.documented(here.rules.belonging)
    documented = max(begin, min(first, over))
    yield begin, (0, 0, 0, 1, 1)
    yield documented, (0, 0, 0, -1, 0)
    yield over, (0, 0, 0, 0, -1)


def _summed(changes: list[_Change]) -> Steps:
    """Return the sum of all changes up to each day."""
    days: list[int] = []
    shares: list[_Share] = [(0, 0, 0, 0, 0)]
    for day, of_day in groupby(sorted(changes, key=itemgetter(0)), key=itemgetter(0)):
        parts = zip(shares[-1], *(change for _, change in of_day), strict=True)
        certain, listed, possible, undocumented, existing = map(sum, parts)
        days.append(day)
        shares.append((certain, listed, possible, undocumented, existing))
    return Steps(days, shares)
