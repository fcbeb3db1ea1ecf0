"""A dataset as some of its sources alone tell it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from attrs import evolve

from migrationgov.datasets.source_filter import records as narrowing
from migrationgov.datasets.source_filter.implied_transitions import with_implied_transitions
from migrationgov.dates.answer import Answer
from migrationgov.dates.partial_date import PartialDate, as_date
from migrationgov.errors import InvalidDateError, UnknownRecordError, WrongTypeError, short_repr
from migrationgov.model.organizations import Organization
from migrationgov.model.register import Register
from migrationgov.model.sources import Source, citations_in
from migrationgov.vocabularies import SourceKind

_MOST_HINTED = 5


class FullDataset(Protocol):
    """A dataset, as far as it is needed to cut another out of it."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources."""
        ...

    def part(self, name: str) -> Any:
        """Return a part by its name."""
        ...

    def ids(self, folder: str) -> tuple[str, ...]:
        """Return the ids in a folder."""
        ...


def filter_by_day(facts: FullDataset, day: object, *, undated: bool) -> SourceFilteredStore:
    """Return a store of what one could have known on a day."""
    if not isinstance(undated, bool):
        raise WrongTypeError(f"undated= is True or False, not {short_repr(undated)}")
    until = as_date(day)
    last = until.latest
    if last is None or until.uncertain or until.approximate:
        raise InvalidDateError(
            f"{until} has no last day that is certain; give a day, say 2002-11-30"
        )
    dated = [(source, source.published) for source in facts.sources if source.published]
    keep = [source for source, date in dated if date.happened_by(last) is Answer.YES]
    if not keep:
        first = min(dated, key=lambda each: each[1].last_ordinal, default=None)
        said = f"the first is {first[0].id}, {first[1]}" if first else "none has a date"
        raise InvalidDateError(f"no source was published by {until}; {said}")
    keep += [source for source in facts.sources if undated and source.published is None]
    return SourceFilteredStore(facts, keep, f"as known on {until}", until)


def filter_by_sources(
    facts: FullDataset, sources: Iterable[object] | None, kinds: Iterable[object] | None
) -> SourceFilteredStore:
    """Return a store of what some sources alone tell."""
    if sources is None and kinds is None:
        raise WrongTypeError("say what to restrict to: sources=, kinds= or both")
    known: dict[str, Source] = {source.id: source for source in facts.sources}
    ids = list(known if sources is None else dict.fromkeys(_ids(sources, known)))
    words = None if kinds is None else {SourceKind.parse(kind) for kind in _several(kinds)}
    keep = [known[each] for each in ids if words is None or known[each].kind in words]
    return SourceFilteredStore(facts, keep, f"as told by {len(keep)} of {len(known)} sources")


def _several(given: Iterable[object]) -> list[object]:
    """Return what was given as a list; one text or record is a list of one."""
    if isinstance(given, str | Source):
        return [given]
    if not isinstance(given, Iterable):
        raise WrongTypeError(f"give a list of them, not {short_repr(given)}")
    return list(given)


def _ids(sources: Iterable[object], known: Mapping[str, Source]) -> list[str]:
    given = [each.id if isinstance(each, Source) else each for each in _several(sources)]
    wrong = [short_repr(each) for each in given if not isinstance(each, str)]
    if wrong:
        raise WrongTypeError(f"a source is given as its id or record, not as {', '.join(wrong)}")
    ids = [str(each) for each in given]
    lost = [each for each in ids if each not in known]
    if lost:
        some = ", ".join(_hinted(each, known) for each in lost[:_MOST_HINTED])
        more = f" and {len(lost) - _MOST_HINTED} more" if len(lost) > _MOST_HINTED else ""
        raise UnknownRecordError(f"there is no source {some}{more}")
    return ids


def _hinted(source: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 -- only a miss needs it

    close = get_close_matches(source[:100], known, n=3)
    return (
        f"{short_repr(source)} (did you mean {', '.join(close)}?)" if close else short_repr(source)
    )


class SourceFilteredStore:
    """
    A store that holds of another dataset only what some of its sources say.

    States and organizations stay whole: they are the names that questions are asked with, not
    facts about membership or participation. Everything else goes with the sources it rests on.
    """

    __slots__ = ("_heard", "_keep", "_until", "_words", "whole")

    def __init__(
        self,
        whole: FullDataset,
        keep: Iterable[Source],
        words: str,
        until: PartialDate | None = None,
    ) -> None:
        self.whole = whole
        self._heard: dict[str, Source] = {source.id: source for source in keep}
        self._keep = frozenset(self._heard)
        self._words = words
        self._until = until

    def ids(self, folder: str) -> tuple[str, ...]:
        """Return the ids of those of which something is told, sorted."""
        ids = self.whole.ids(folder)
        return tuple(each for each in ids if self.read(f"{folder}/{each}") is not None)

    def reduced(self) -> tuple[Any, tuple[Any, ...]]:
        """Pickle what it was cut out of, and how."""
        return _again, (self.whole, tuple(self._heard.values()), self._words, self._until)

    def read(self, part: str) -> Any:
        """Return a part, narrowed."""
        whole = self.whole.part(part)
        folder = part.partition("/")[0]
        narrow: dict[str, Callable[[Any], Any]] = {
            "manifest": self._manifest,
            "sources": self._sources,
            "organizations": self._organizations,
            "memberships": self._register,
            "processes": lambda each: narrowing.process(each, self._keep, self._until),
            "histories": lambda each: narrowing.history(each, self._keep, self._until),
            "counts": lambda each: narrowing.counts(each, self._keep),
        }
        made = narrow.get(folder, lambda each: each)(whole)
        if folder not in ("processes", "histories") or made is None:
            return made
        checked_on = self._known(made.checked_on)
        if made == whole:
            return (
                whole if checked_on == whole.checked_on else evolve(whole, checked_on=checked_on)
            )
        cited = (citation.source for citation in citations_in(made))
        until = self._reach(made.covered_until, cited)
        return evolve(made, covered_until=until, checked_on=checked_on)

    def _manifest(self, whole: Any) -> Any:
        as_of = whole.as_of if self._until is None else _earlier(whole.as_of, self._until)
        return evolve(whole, name=f"{whole.name}, {self._words}", as_of=as_of)

    def _sources(self, whole: tuple[Source, ...]) -> tuple[Source, ...]:
        named = (*self.whole.part("states"), *self.whole.part("organizations"))
        names = {citation.source for each in named for citation in each.citations}
        names |= {c.source for each in named for name in each.names for c in name.citations}
        return tuple(each for each in whole if each.id in self._keep or each.id in names)

    def _organizations(self, whole: tuple[Organization, ...]) -> tuple[Organization, ...]:
        return tuple(narrowing.organization(each, self._keep, self._until) for each in whole)

    def _register(self, whole: Register) -> Register:
        keep = self._keep
        steps = narrowing.only(narrowing.dated(each, keep) for each in whole.transitions)
        shown = narrowing.only(narrowing.dated(each, keep) for each in whole.attestations)
        rivals = narrowing.only(narrowing.disagreement(each, keep) for each in whole.disagreements)
        records = whole.transitions, whole.attestations, whole.disagreements
        is_whole = (steps, shown, rivals) == records
        checked_on = self._known(whole.checked_on)
        if is_whole and checked_on == whole.checked_on:
            return whole
        cited = (c.source for each in (*steps, *shown) for c in each.citations)
        return Register.of(
            whole.institution,
            whole.covered_from,
            whole.covered_until if is_whole else self._reach(whole.covered_until, cited),
            steps if is_whole else with_implied_transitions(steps),
            shown,
            rivals,
            observers_known_from=whole.observers_known_from,
            checked_on=checked_on,
            complete=is_whole and whole.complete,
        )

    def _known(self, checked_on: PartialDate | None) -> PartialDate | None:
        """Return when somebody last looked; None where that was after the last day known."""
        if checked_on is None or self._until is None:
            return checked_on
        return checked_on if checked_on.last_ordinal <= self._until.last_ordinal else None

    def _reach(self, until: PartialDate, cited: Iterable[str]) -> PartialDate:
        """Return up to when the sources that tell of something can have told."""
        published = [self._heard[each].published for each in set(cited)]
        if self._until is not None:
            until = _earlier(until, self._until)
        if None in published:
            return until
        last = max(published, key=lambda each: each.last_ordinal if each else 0, default=None)
        return (
            until
            if last is None or last.latest is None
            else _earlier(until, PartialDate.from_date(last.latest))
        )


def _earlier(one: PartialDate, other: PartialDate) -> PartialDate:
    return one if one.last_ordinal <= other.last_ordinal else other


def _again(whole: Any, heard: tuple[Source, ...], words: str, until: PartialDate | None) -> Any:
    """Make a dataset from the parts of a pickle."""
    return type(whole)(SourceFilteredStore(whole, heard, words, until))
