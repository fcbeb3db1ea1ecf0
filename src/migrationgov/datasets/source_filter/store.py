"""The store of a dataset that is filtered by source, and the choice of the sources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve

from migrationgov.datasets.source_filter.records import Chosen, all_filtered, filtered
from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.dataset_files import Parts, as_file, as_part
from migrationgov.model.manifest import Manifest
from migrationgov.model.register_file import RegisterFile
from migrationgov.model.sources import Source, citations_in
from migrationgov.vocabularies import SourceKind

_MOST_HINTED = 5


def filter_by_day(facts: Parts, day: object, *, undated: bool) -> SourceFilteredStore:
    """Return a store with the facts that were known on a day."""
    if not isinstance(undated, bool):
        raise WrongTypeError(f"undated= is True or False, not {short_repr(undated)}")
    until = as_date(day)
    last = until.latest
    if last is None or until.uncertain or until.approximate:
        raise InvalidDateError(
            f"{until} has no last day that is certain; give a day, say 2002-11-30"
        )
    dated = [(source, source.published) for source in facts.part("sources") if source.published]
    keep = [source for source, date in dated if date.happened_by(last) is Answer.YES]
    if not keep:
        first = min(dated, key=lambda each: each[1].last_ordinal, default=None)
        hint = f"the first is {first[0].id}, {first[1]}" if first else "none has a date"
        raise InvalidDateError(f"no source was published by {until}; {hint}")
    keep += [source for source in facts.part("sources") if undated and source.published is None]
    return SourceFilteredStore(facts, keep, f"as known on {until}", until)


def filter_by_sources(facts: Parts, sources: object, kinds: object) -> SourceFilteredStore:
    """Return a store with the facts of some sources."""
    if sources is None and kinds is None:
        raise WrongTypeError("give sources=, kinds= or both")
    known: dict[str, Source] = {source.id: source for source in facts.part("sources")}
    ids = list(known if sources is None else dict.fromkeys(_ids(sources, known)))
    words = None if kinds is None else {SourceKind.parse(kind) for kind in _several(kinds)}
    keep = [known[each] for each in ids if words is None or known[each].kind in words]
    return SourceFilteredStore(facts, keep, f"from {len(keep)} of {len(known)} sources")


def _several(given: object) -> list[object]:
    """Return what was given as a list; one text or record is a list of one."""
    if isinstance(given, str | Source):
        return [given]
    if not isinstance(given, Iterable):
        raise WrongTypeError(f"give a list, not {short_repr(given)}")
    return list(given)


def _ids(sources: object, known: Mapping[str, Source]) -> list[str]:
    given = [each.id if isinstance(each, Source) else each for each in _several(sources)]
    wrong = [short_repr(each) for each in given if not isinstance(each, str)]
    if wrong:
        raise WrongTypeError(f"a source is given as its id or record, not as {', '.join(wrong)}")
    ids = [str(each) for each in given]
    lost = [each for each in ids if each not in known]
    if lost:
        some = [f"{short_repr(each)}{did_you_mean(each, known)}" for each in lost[:_MOST_HINTED]]
        more = f" and {len(lost) - _MOST_HINTED} more" if len(lost) > _MOST_HINTED else ""
        raise UnknownRecordError(f"there is no source {', '.join(some)}{more}")
    return ids


class SourceFilteredStore:
    """
    A store with the facts of another dataset that the chosen sources give.

    States and organizations stay, as users ask about them; they are not facts about membership or
    participation. Any other record stays if its sources do.
    """

    __slots__ = ("_chosen", "_sources", "_words", "whole")

    def __init__(
        self,
        whole: Parts,
        sources: Iterable[Source],
        words: str,
        until: PartialDate | None = None,
    ) -> None:
        self.whole = whole
        self._sources: dict[str, Source] = {source.id: source for source in sources}
        self._chosen = Chosen(frozenset(self._sources), until)
        self._words = words

    def ids(self, folder: str) -> tuple[str, ...]:
        """Return the ids in a folder of which the chosen sources give anything, sorted."""
        ids = self.whole.ids(folder)
        return tuple(each for each in ids if self.read(f"{folder}/{each}") is not None)

    def reduced(self) -> tuple[Any, tuple[Any, ...]]:
        """Pickle the whole dataset and which of its sources are chosen."""
        sources = tuple(self._sources.values())
        return _filtered_again, (self.whole, sources, self._words, self._chosen.until)

    def read(self, part: str) -> Any:
        """Return a part as the chosen sources give it."""
        whole = self.whole.part(part)
        match part:
            case "manifest":
                return self._manifest(whole)
            case "states":
                return whole
            case "sources":
                return self._cited_or_chosen(whole)
            case "organizations":
                return all_filtered(whole, self._chosen)
        file = as_file(whole)
        kept = filtered(file, self._chosen)
        if kept is not None:
            kept = self._with_coverage(kept, file)
        return whole if kept == file else as_part(kept)

    def _manifest(self, whole: Manifest) -> Manifest:
        name = f"{whole.name}, {self._words}"
        return evolve(whole, name=name, as_of=self._not_later(whole.as_of))

    def _cited_or_chosen(self, whole: tuple[Source, ...]) -> tuple[Source, ...]:
        """Return the chosen sources, and those of states and organizations, which stay."""
        staying = (*self.whole.part("states"), *self.whole.part("organizations"))
        cited = {citation.source for citation in citations_in(staying)}
        return tuple(each for each in whole if each.id in self._sources or each.id in cited)

    def _with_coverage(self, kept: Any, file: Any) -> Any:
        """Return the record of a file with the dates up to which it is covered and checked."""
        if not hasattr(kept, "covered_until"):
            return kept
        checked_on, until = kept.checked_on, kept.covered_until
        if checked_on is not None and self._not_later(checked_on) != checked_on:
            checked_on = None  # it had not been checked by the day on which the dataset is known
        if kept != file:
            until = self._last_day_reported(until, kept)
        return evolve(kept, covered_until=until, checked_on=checked_on)

    def _last_day_reported(self, until: PartialDate, kept: Any) -> PartialDate:
        """Return the last day that the sources of a file can report on."""
        until = self._not_later(until)
        if isinstance(kept, RegisterFile):  # it covers the days of its transitions
            kept = evolve(kept, disagreements=())
        cited = {citation.source for citation in citations_in(kept)}
        published = [self._sources[each].published for each in cited]
        dates = [each for each in published if each is not None]
        if not dates or len(dates) < len(published):
            return until
        last = max(dates, key=lambda each: each.last_ordinal).latest
        return until if last is None else earlier(until, PartialDate.from_date(last))

    def _not_later(self, date: PartialDate) -> PartialDate:
        """Return a date, or the day on which the dataset is known if that is earlier."""
        until = self._chosen.until
        return date if until is None else earlier(date, until)


def earlier(one: PartialDate, other: PartialDate) -> PartialDate:
    """Return the date that ends first."""
    return one if one.last_ordinal <= other.last_ordinal else other


def _filtered_again(
    whole: Any, sources: tuple[Source, ...], words: str, until: PartialDate | None
) -> Any:
    """Make a dataset from the parts of a pickle."""
    return type(whole)(SourceFilteredStore(whole, sources, words, until))
