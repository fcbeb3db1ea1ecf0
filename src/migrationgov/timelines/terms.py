"""
Terms: a role that a party has from a first to a last day, above all the chair.

* A term is certain from the latest day of its start to the earliest day of its end, and possible
  on the days that its dates leave open. With a doubted (`?`) start or end it is certain on no day,
  as a tenure is.
* An end that is not known is bounded by the start of the next chair and by the recorded rotation,
  counted from the stated date. A start that is not known is bounded likewise.
* Of several possible chairs the last to begin is listed. A term has begun on the latest day of its
  start; but a term of one year ("2019" to "2019") has begun on the first day of it, and so has a
  term that starts in a year of which no other chair is possible: sources that give years mean
  whole years. The same holds for months, and not for a doubted (`?`) start. The start of a term in
  another role is one day of its year.
* A list that names the chair is a term of which only its own days are known.
* On other days nothing is known of the chair, but a certain chair excludes all who have no term.
* Where a party has terms in a role that does not rotate, lists speak of the other days.
"""

from __future__ import annotations

from datetime import date

from migrationgov.dates.partial_date import AFTER_ALL, BEFORE_ALL
from migrationgov.timelines.claims import ATTENDANCE, stated_days
from migrationgov.timelines.statuses import Weighing, within_life
from migrationgov.timelines.stretches import NONE, ONLY_NONE, Stretch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrationgov.dates.partial_date import PartialDate
    from migrationgov.timelines.evidence import Evidence, PartyList, RoleTerm
    from migrationgov.timelines.list_claims import ListClaims
    from migrationgov.timelines.stretches import RecordKey, Timeline

    #: The first and the last day that a date may be.
    DayPair = tuple[int, int]

#: Roles that go from one party to the next.
ROTATING = frozenset({"chair", "co-chair"})
#: The role that only one party has at a time.
CHAIR = "chair"


class TermDays:
    """
    The days of one term, or of a list that names a chair.

    Attributes:
        party: The party with the role.
        first: The first possible day.
        begun: The first certain day.
        over: The last certain day; a term that is never certain ends before it has begun.
        last: The last possible day.
        since: The day from which it is read.
        alone: The day from which it is read while no other party may have the role.
        key: The record.
    """

    __slots__ = ("alone", "begun", "first", "key", "last", "over", "party", "since")

    def __init__(
        self, party: str, start: DayPair, end: DayPair, read: DayPair, key: RecordKey
    ) -> None:
        self.party = party
        self.first, self.begun = start
        self.over, self.last = end
        self.alone, self.since = read
        self.key = key


class RoleTerms:
    """
    All terms of one role.

    Attributes:
        role: The role.
        spans: The days of each term.
    """

    __slots__ = ("_here", "_stated", "role", "spans")

    def __init__(self, role: str, here: Evidence) -> None:
        terms = [each for each in here.terms if each.role == role]
        lists = [each for each in here.lists if each.role == role and role in ROTATING]
        self.role = role
        self._here = here
        #: For each term and each chair on a list: the party, and the days of start and end.
        self._stated = [(each.party, _pair(each.start), _end_of(each)) for each in terms]
        self._stated += [
            (party, _pair(each.as_of), (each.as_of.first_ordinal, AFTER_ALL))
            for each in lists
            for party in each.parties - each.doubted
        ]
        own = [self._of_term(each) for each in terms]
        named = [(party, each) for each in lists for party in sorted(each.parties)]
        self.spans = [*own, *(self._of_list(party, each, own) for party, each in named)]

    def of(self, party: str) -> list[TermDays]:
        """Return the terms of one party."""
        return [each for each in self.spans if each.party == party]

    def _of_term(self, term: RoleTerm) -> TermDays:
        end = _end_of(term)
        doubted = term.start.uncertain or (term.end is not None and term.end.uncertain)
        read = _read_from(term)
        start, end = self._bounded(term.party, _pair(term.start), end, read[1])
        start = (start[0], AFTER_ALL if doubted else start[1])
        return TermDays(term.party, start, end, read, ("term", term.place))

    def _of_list(self, party: str, each: PartyList, terms: Iterable[TermDays]) -> TermDays:
        first, last = _pair(each.as_of)
        begun, over = last, first
        if each.as_of.precision == "interval":  # each day of it is a day of the list
            begun, over = first, last
        start, end, since = (BEFORE_ALL, begun), (over, AFTER_ALL), stated_days(each.as_of)[0]
        within = [span for span in terms if span.party == party and _overlap(span, first, last)]
        if within:  # it names the chair of the term, which has begun by then
            since = max(since, min(span.since for span in within))
        if within or each.kind == ATTENDANCE:
            start, end = (first, begun), (over, last)
        else:
            start, end = self._bounded(party, start, end, since)
        if party in each.doubted or each.as_of.uncertain:
            start = start[0], AFTER_ALL
        if party in each.doubted:
            since = AFTER_ALL
        return TermDays(party, start, end, (since, since), ("list", each.place))

    def _bounded(
        self, party: str, start: DayPair, end: DayPair, since: int
    ) -> tuple[DayPair, DayPair]:
        """Bound a start or an end that is not known, by the chairs of others and the rotation."""
        (first, begun), (over, last) = start, end
        if self.role != CHAIR:
            return start, end
        others = [(begins, ends) for other, begins, ends in self._stated if other != party]
        months = self._here.rotation
        if last >= AFTER_ALL:
            following = [begins for begins, _ in others if begins[0] > begun]
            known = over if over < AFTER_ALL else begun
            if over >= AFTER_ALL:  # it lasts, as far as its record goes
                over = min([over, *(earlier for earlier, _ in following)])
            ends = [later for _, later in following]
            ends += [_shifted(since, months)] if months else []
            last = min([last, *(max(day, known) for day in ends)])
            over = min(over, last)
        if first <= BEFORE_ALL:
            former = [(begins, ends) for begins, ends in others if begins[1] < over]
            starts = [max(begins[0], ends[0]) for begins, ends in former if ends[0] <= over]
            starts += [_shifted(over, -months)] if months else []
            first = max([first, *(min(day, begun) for day in starts)])
        return (first, begun), (over, last)

    def is_certain(self, day: int) -> bool:
        """Return whether a term of any party is certain on a day."""
        return any(each.begun <= day <= each.over for each in self.spans)

    def edges(self) -> set[int]:
        """Return the days on which the answer about any party may change."""
        return {
            day
            for each in self.spans
            for day in (
                each.first,
                each.begun,
                each.over + 1,
                each.last + 1,
                each.alone,
                each.since,
            )
        }

    def on(self, party: str, day: int, besides: Stretch | None = None) -> Stretch:
        """
        Return what the terms leave of the role of a party on a day.

        Besides is what lists leave; terms alone give the chair.
        """
        own = [each for each in self.of(party) if each.first <= day <= each.last]
        if not own:
            excluded = self.role == CHAIR and self.is_certain(day)
            open_set = ONLY_NONE if excluded else frozenset({self.role, NONE})
            return besides or Stretch(open_set)
        certain = any(each.begun <= day <= each.over for each in own)
        possible = frozenset({self.role}) if certain else frozenset({self.role, NONE})
        named = frozenset({self.role})
        begun = [(each.since, each) for each in own if each.since <= day]
        if not begun and not self._rivals(party, day):
            begun = [(each.alone, each) for each in own if each.alone <= day]
        since, latest = max(begun, key=lambda each: each[0], default=(day, None))
        if latest is None or any(since <= each.since <= day for each in self._rivals(party, day)):
            return Stretch(possible, None, named)
        return Stretch(possible, self.role, named, since, latest.key)

    def _rivals(self, party: str, day: int) -> list[TermDays]:
        """Return the possible terms of others in a role that one party has at a time."""
        return [
            each
            for each in self.spans
            if self.role == CHAIR and each.party != party and each.first <= day <= each.last
        ]


def timeline_of_role(
    party: str, terms: RoleTerms, here: Evidence, lists: ListClaims, *, organization: bool
) -> Timeline:
    """Return the timeline of a role that has terms, or rotates, of one party."""
    edges = terms.edges()
    first_record = _first_record(party, terms.role, here)
    if terms.role in ROTATING:
        return within_life(party, here, edges, lambda day: terms.on(party, day), first_record)
    spans = terms.of(party)
    others = lists.without(
        lambda each: (
            any(_overlap(span, *_pair(each.as_of)) for span in spans) and party in each.parties
        )
    )
    by_lists = Weighing(
        party,
        (terms.role,),
        here,
        others,
        organization=organization,
        in_terms=frozenset({terms.role}),
    )
    return within_life(
        party,
        here,
        edges | by_lists.edges(),
        lambda day: terms.on(party, day, by_lists.on(day)),
        first_record,
    )


def _first_record(party: str, role: str, here: Evidence) -> int:
    """Return the first day of the records of a role that lie before the start of a state."""
    dates = [each.start for each in here.terms if (each.party, each.role) == (party, role)]
    dates += [each.as_of for each in here.lists if each.role == role and party in each.parties]
    born, _ = here.life_of(party)
    early = [each for each in dates if each.last_ordinal < born and not each.uncertain]
    return min((each.first_ordinal for each in early), default=AFTER_ALL)


def _read_from(term: RoleTerm) -> DayPair:
    """Return the day from which a term is read while no other is possible, and in any case."""
    first, last = stated_days(term.start)
    if term.start.precision not in ("year", "month") or term.start.uncertain:
        return last, last
    if term.end is not None and term.end.first_ordinal == term.start.first_ordinal:
        return first, first
    return first if term.role in ROTATING else last, last


def _end_of(term: RoleTerm) -> DayPair:
    return (AFTER_ALL, AFTER_ALL) if term.end is None else _pair(term.end)


def _pair(when: PartialDate) -> DayPair:
    return when.first_ordinal, when.last_ordinal


def _overlap(span: TermDays, first: int, last: int) -> bool:
    return span.first <= last and first <= span.last


def _shifted(day: int, months: int) -> int:
    """Return the day that is some months later or earlier."""
    if not 0 < day <= date.max.toordinal():
        return day
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 -- few processes rotate

    return (date.fromordinal(day) + relativedelta(months=months)).toordinal()
