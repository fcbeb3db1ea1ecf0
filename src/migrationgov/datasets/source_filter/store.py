"""The store of a dataset that is filtered by source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve

from migrationgov.datasets.source_filter.records import Chosen, all_filtered, filtered
from migrationgov.dates.partial_date import PartialDate, earlier
from migrationgov.model.dataset import Dataset
from migrationgov.model.dataset_files import as_file, as_part
from migrationgov.model.manifest import Manifest
from migrationgov.model.register import Register
from migrationgov.model.register_file import RegisterFile
from migrationgov.model.sources import Source, citations_in
from migrationgov.vocabularies import RegisterKind


class SourceFilteredStore:
    """
    A store that holds of another dataset only what the chosen sources give.

    States, organizations and treaties stay, as questions are asked about them: they are not facts
    about membership or participation. Only a treaty that was adopted later is not there. Every
    other record stays if its sources do.
    """

    __slots__ = ("chosen", "sources", "whole", "words")

    def __init__(
        self,
        whole: Dataset,
        sources: Iterable[Source],
        words: str,
        until: PartialDate | None = None,
    ) -> None:
        self.whole = whole
        self.sources: dict[str, Source] = {source.id: source for source in sources}
        self.chosen = Chosen(frozenset(self.sources), until)
        self.words = words

    def ids(self, folder: str) -> tuple[str, ...]:
        """Return the ids in a folder of which the chosen sources give anything, sorted."""
        ids = self.whole.ids(folder)
        return tuple(each for each in ids if self.read(f"{folder}/{each}") is not None)

    def reduced(self) -> tuple[Any, tuple[Any, ...]]:
        """Pickle the whole dataset and which of its sources are chosen."""
        sources = tuple(self.sources.values())
        return _filtered_again, (self.whole, sources, self.words, self.chosen.until)

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
            case "treaties":
                known = (each for each in whole if not self._is_later_treaty(each.id))
                return all_filtered(known, self.chosen)
            case "organizations" | "resolutions":
                return all_filtered(whole, self.chosen)
        file = as_file(whole)
        later = self._begins_later(file) or self._is_later_treaty(part.partition("/")[2])
        kept = None if later else filtered(file, self.chosen)
        if kept is not None:
            kept = self._with_coverage(kept, file)
        return whole if kept == file else as_part(kept)

    def _manifest(self, whole: Manifest) -> Manifest:
        name = f"{whole.name}, {self.words}"
        return evolve(whole, name=name, as_of=self._not_later(whole.as_of))

    def _cited_or_chosen(self, whole: tuple[Source, ...]) -> tuple[Source, ...]:
        """Return the chosen sources, and those of states and organizations, which stay."""
        parts = ("states", "organizations", "treaties")
        staying = tuple(each for part in parts for each in self.whole.part(part))
        cited = {citation.source for citation in citations_in(staying)}
        stay = (each for each in whole if each.id in self.sources or each.id in cited)
        return tuple(map(self._as_read, stay))

    def _as_read(self, source: Source) -> Source:
        """Return a source; on the day on which the dataset is known it may not be read yet."""
        read_on = source.read_on
        is_later = read_on is not None and self._not_later(read_on) != read_on
        return evolve(source, read_on=None) if is_later else source

    def _begins_later(self, file: Any) -> bool:
        """Return whether a register begins after the day on which the dataset is known."""
        begin, until = getattr(file, "covered_from", None), self.chosen.until
        return bool(begin and until and until.last_ordinal < begin.first_ordinal)

    def _is_later_treaty(self, institution: str) -> bool:
        """Return whether this is a treaty that was adopted after the day."""
        if self.chosen.until is None or institution not in self.whole.ids("memberships"):
            return False
        register: Register = self.whole.part(f"memberships/{institution}")
        return register.kind == RegisterKind.TREATY and self._begins_later(register)

    def _with_coverage(self, kept: Any, file: Any) -> Any:
        """Return the record of a file with the dates up to which it is covered and checked."""
        if not hasattr(kept, "covered_until"):
            return kept
        checked_on, until = kept.checked_on, kept.covered_until
        if checked_on is not None and self._not_later(checked_on) != checked_on:
            checked_on = None  # on the day on which the dataset is known it was not checked yet
        if kept != file:
            until = self._last_day_reported(until, kept)
            begin: PartialDate | None = getattr(kept, "covered_from", None)
            if begin is not None and until.last_ordinal < begin.first_ordinal:
                until = begin  # all its sources announce what they report
        return evolve(kept, covered_until=until, checked_on=checked_on)

    def _last_day_reported(self, until: PartialDate, kept: Any) -> PartialDate:
        """Return the last day that the sources of a file can report on."""
        until = self._not_later(until)
        if isinstance(kept, RegisterFile):  # it covers the days of its transitions
            kept = evolve(kept, disagreements=())
        cited = {citation.source for citation in citations_in(kept)}
        published = [self.sources[each].published for each in cited]
        dates = [each for each in published if each is not None]
        if not dates or len(dates) < len(published):
            return until
        last = max(dates, key=lambda each: each.last_ordinal).latest
        return until if last is None else earlier(until, PartialDate.from_date(last))

    def _not_later(self, date: PartialDate) -> PartialDate:
        """Return a date, or the day on which the dataset is known if that is earlier."""
        until = self.chosen.until
        return date if until is None else earlier(date, until)


def _filtered_again(
    whole: Any, sources: tuple[Source, ...], words: str, until: PartialDate | None
) -> Any:
    """Make a dataset from the parts of a pickle."""
    return type(whole)(SourceFilteredStore(whole, sources, words, until))
