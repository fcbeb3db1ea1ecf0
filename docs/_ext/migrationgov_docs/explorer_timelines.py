"""The timelines of the explorer: the grade of every status of every party, day by day.

The library computes them; the page looks them up. Equal values are written once:

* A *day* is the number of `datetime.date.toordinal`.
* A *stretch* is a text of digits, one for each status of its group (`GRADES`), then the day from
  which the evidence of the best reading speaks, and its record.
* A *line* is the stretches of a party, with the day on which each begins between them:
  [stretch, day, stretch, day, stretch].
* A *group* is the statuses of which a party has one, the lines of the parties that a record names,
  with these parties (`{line: "KAZ KGZ"}`), and a place in `others`: there are the lines of all
  other parties, of a state, of an organization, and of the states that did not always exist.
* A *record* is what it is, with its date, and its citations.

All but the digits are places in lists of such values.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import migrationgov as mg
from migrationgov.timelines.evidence import UNNAMED_ORGANIZATION, UNNAMED_STATE
from migrationgov.timelines.gather import timelines_since_founding
from migrationgov.timelines.records import record_of
from migrationgov.timelines.stretches import NONE, Stretch, grade_of
from migrationgov_docs.explorer_records import record_in_words
from migrationgov_docs.pools import Pool
from migrationgov_docs.references import References

#: The digit of each grade. A possible status is 1 if no record names the party in it: then the
#: page does not enumerate the party, and the list is not complete.
GRADES = {"": "0", "unrecorded": "1", "possible": "2", "listed": "3", "certain": "4"}

#: The first and the last day of the calendar.
_FIRST, _LAST = 1, date.max.toordinal()

#: The values that are written once.
POOLS = ("days", "stretches", "lines", "others", "records")


class Timelines:
    """The timelines of all institutions, as plain values."""

    def __init__(self, facts: mg.Dataset, refs: References) -> None:
        self.facts = facts
        self.refs = refs
        self._pools = {name: Pool() for name in POOLS}

    @property
    def values(self) -> dict[str, list[Any]]:
        """The values that are written once, by the name of their pool."""
        return {name: pool.values for name, pool in self._pools.items()}

    def groups(self, institution: str) -> list[list[Any]]:
        """Return the groups of an institution that have evidence, that of members first."""
        made = _Groups(institution, self)
        belonging = made.timelines.belonging
        found: dict[tuple[str, ...], list[Any]] = {}
        for role in mg.vocabularies.ProcessRole:
            statuses = made.timelines.statuses(role.value)
            if statuses not in found and (role == belonging or made.names(role.value)):
                found[statuses] = made.group(statuses)
        return list(found.values())

    def place(self, pool: str, value: Any) -> int:
        """Return the place of a value in one of the pools."""
        return self._pools[pool].place(value)


class _Groups:
    """The groups of one institution."""

    def __init__(self, institution: str, made: Timelines) -> None:
        self.timelines = timelines_since_founding(made.facts, institution)
        self._institution = institution
        self._made = made

    def names(self, role: str) -> bool:
        """Return whether a record names a party in a role."""
        lines = (self.timelines.line(party, role) for party in self.timelines.parties)
        return any(role in each.named for line in lines for each in line.stretches)

    def group(self, statuses: tuple[str, ...]) -> list[Any]:
        """Return the lines of all parties, for the statuses of which a party has one."""
        words = (NONE, *statuses)
        states = [state.id for state in self._made.facts.states]
        alike: dict[tuple[Any, ...], int] = {}
        lines: dict[str, int] = {}
        for party in (UNNAMED_STATE, UNNAMED_ORGANIZATION, *states, *self.timelines.parties):
            key = self._sort(party)
            if key not in alike:
                alike[key] = self._line(party, words)
            lines[party] = alike[key]
        unnamed = [lines.pop(UNNAMED_STATE), lines.pop(UNNAMED_ORGANIZATION)]
        own = {
            party: line
            for party, line in lines.items()
            if line != unnamed[self.timelines.is_organization(party)]
        }
        named = {party: own.pop(party) for party in self.timelines.parties if party in own}
        others = self._made.place("others", [*unnamed, _by_line(own)])
        return [" ".join(words), _by_line(named), others]

    def _sort(self, party: str) -> tuple[Any, ...]:
        """Return what a line depends on: of a party that no record names, only its own dates."""
        here, whole = self.timelines.evidence, self.timelines.whole
        if party in self.timelines.parties or (whole is not None and party in whole.parties):
            return (party,)
        born, gone = here.lives.get(party, (_FIRST, _LAST))
        organization = self.timelines.is_organization(party)
        lasting = max(born, here.exists_from), min(gone, here.ends[1])
        return (organization, *lasting, here.leaves_out(party))

    def _line(self, party: str, words: tuple[str, ...]) -> int:
        line = self.timelines.line(party, words[1])
        made = [self._stretch(party, line.on(_FIRST), words)]
        for day, stretch in zip(line.days, line.stretches[1:], strict=True):
            place = self._stretch(party, stretch, words)
            if _FIRST < day <= _LAST and place != made[-1]:
                made += [self._made.place("days", day), place]
        return self._made.place("lines", made)

    def _stretch(self, party: str, each: Stretch, words: tuple[str, ...]) -> int:
        digits = "".join(GRADES[_grade(each, word)] for word in words)
        if each.by is None:
            return self._made.place("stretches", [digits])
        found = record_of(self._made.facts, self._institution, party, each.by)
        cited = self._made.refs.places(found.citations)
        record = self._made.place("records", [record_in_words(found, party), cited])
        since = self._made.place("days", each.since)
        return self._made.place("stretches", [digits, since, record])


def _by_line(lines: dict[str, int]) -> dict[str, str]:
    """Return the parties of each line, as one text."""
    found: dict[str, list[str]] = {}
    for party, line in lines.items():
        found.setdefault(str(line), []).append(party)
    return {line: " ".join(parties) for line, parties in found.items()}


def _grade(stretch: Stretch, status: str) -> str:
    grade = grade_of([stretch], status)
    named = status == NONE or status in stretch.named
    return grade if named or grade != "possible" else "unrecorded"
