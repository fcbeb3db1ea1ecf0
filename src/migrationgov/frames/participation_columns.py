"""
Columns about all processes: in how many a state takes part, and which of them two states share.

To take part means to be a member or an observer. Each process is one bit of a number, so that the
processes of a period, and those of two states, are found by joining numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, reduce
from itertools import chain, groupby
from operator import and_, itemgetter, or_

from migrationgov.dates.partial_date import AFTER_ALL
from migrationgov.frames.columns import FIRST_DAY, Column, Steps
from migrationgov.frames.coverage import CoveredLines, covered_lines
from migrationgov.frames.institution_columns import PARTICIPATION
from migrationgov.model.dataset import Dataset
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.timelines.claims import MEMBER
from migrationgov.timelines.process_evidence import first_event
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


def count_column(ending: str, facts: Dataset, *, assume: bool) -> Column:
    """Make a column of numbers: of processes of a state, or of undocumented processes."""
    value = _undocumented if ending == _UNDOCUMENTED else _numbers(ending)
    return Column(
        counts=True, steps=_shares(facts, assume=assume), value=value, covered=_covered(facts)
    )


def shared_column(ending: str, facts: Dataset, *, assume: bool) -> Column:
    """Make a column of sets of processes, as bits; two states share the common bits."""
    steps = _shares(facts, assume=assume)
    return Column(
        counts=True, steps=steps, value=lambda met, _: _bits(met, ending), covered=_covered(facts)
    )


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


def _covered(facts: Dataset) -> tuple[str, int]:
    """Return the last day that the sources of any process cover."""
    days = [facts.process(each).covered_until.last_ordinal for each in facts.process_ids]
    return "the processes", max(days, default=AFTER_ALL)


# -- the shares of each state ---------------------------------------------------------------------


def _shares(facts: Dataset, *, assume: bool) -> Callable[[str], Steps]:
    """Return what gives the shares of a state; the dataset keeps them."""
    return facts.derived(("shares", assume), lambda _: _make_shares(facts, assume=assume))


def _make_shares(facts: Dataset, *, assume: bool) -> Callable[[str], Steps]:
    processes = [covered_lines(each, facts, assume=assume) for each in facts.process_ids]
    dark = [
        change
        for process, lines in zip(facts.process_ids, processes, strict=True)
        for change in _darkness(_begin(facts.process(process), lines), lines)
    ]

    def steps(state: str) -> Steps:
        own = (
            _participation(each.line(state, MEMBER), 1 << place)
            for place, each in enumerate(processes)
            if state in each.parties
        )
        return _summed([*dark, *chain.from_iterable(own)])

    return cache(steps)


def _participation(line: Timeline, bit: int) -> Iterator[_Change]:
    """Yield the changes of one state in one process."""
    before = (0, 0, 0)
    for day, stretch in zip((FIRST_DAY, *line.days), line.stretches, strict=True):
        now = _grades(stretch)
        if now != before:
            certain, listed, possible = (
                (new - old) * bit for new, old in zip(now, before, strict=True)
            )
            yield day, (certain, listed, possible, 0, 0)
            before = now


def _grades(stretch: Stretch) -> tuple[int, int, int]:
    """Return 1 or 0 for: certainly takes part, certainly or by the best reading, possibly."""
    certain = stretch.possible <= PARTICIPATION
    listed = certain or stretch.listed in PARTICIPATION
    possible = listed or bool(stretch.possible & stretch.named & PARTICIPATION)
    return int(certain), int(listed), int(possible)


def _begin(process: ConsultativeProcess, lines: CoveredLines) -> int:
    """Return the first day on which a process may have existed; without a founding, an event."""
    event = None if lines.evidence.exists_from else first_event(process)
    return lines.evidence.exists_from or (AFTER_ALL if event is None else event.last_ordinal)


def _darkness(begin: int, lines: CoveredLines) -> Iterator[_Change]:
    """Yield when a process begins, when a list first speaks of its members, and when it ends."""
    over = lines.evidence.ends[1] + 1
    documented = max(begin, min(lines.documented(MEMBER), over))
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
