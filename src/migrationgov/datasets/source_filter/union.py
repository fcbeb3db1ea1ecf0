"""The union of two filtered datasets: each knows its whole and the sources that were chosen."""

from __future__ import annotations

from collections.abc import Iterator
from operator import eq, is_

from attrs import frozen

from migrationgov.datasets.source_filter.store import SourceFilteredStore
from migrationgov.dates.partial_date import PartialDate, earlier, later
from migrationgov.model.dataset import Dataset


@frozen
class Selection:
    """
    Which part of its whole a filtered dataset has.

    Attributes:
        name: Its name, which may differ between two datasets that have one part.
        ids: The ids of the sources that were chosen.
        until: The day on which it is known; None where sources were chosen otherwise.
    """

    name: str
    ids: frozenset[str]
    until: PartialDate | None


def union_of_filtered(first: Dataset, second: Dataset) -> Dataset | None:
    """
    Return the dataset of the sources of both, if both were filtered from one dataset; else None.

    A dataset counts as filtered from itself, and one that was filtered twice as filtered from the
    whole. The union of all sources, without a day on which it is known, is the whole dataset.
    """
    common = _common_whole(first, second)
    if common is None:
        return None
    whole, other = common
    if whole is first:
        return first
    if other is second:
        return second
    selections = _selection(first, whole), _selection(second, other)
    if selections[0] == selections[1]:
        return first
    filtered = {its.name: each for its, each in zip(selections, (first, second), strict=True)}
    return _union(whole, selections, filtered)


def _union(
    whole: Dataset, selections: tuple[Selection, Selection], filtered: dict[str, Dataset]
) -> Dataset:
    one, other = selections
    ids = one.ids | other.ids
    until = later(one.until, other.until) if one.until and other.until else None  # None: any day
    sources = [each for each in whole.sources if each.id in ids]
    if until is None and len(sources) == len(whole.sources):
        return whole
    larger = sorted(each.name for each in selections if (each.ids, each.until) == (ids, until))
    if larger:
        return filtered[larger[0]]
    known = "" if until is None else f", as known on {until}"
    words = f"from {len(sources)} of {len(whole.sources)} sources{known}"
    return Dataset(SourceFilteredStore(whole, sources, words, until))


def _common_whole(first: Dataset, second: Dataset) -> tuple[Dataset, Dataset] | None:
    """Return the smallest dataset from which both come, as the first and the second have it."""
    for alike in (is_, eq):  # to compare objects is fast
        for one in _wholes(first):
            for other in _wholes(second):
                if alike(one, other):
                    return one, other
    return None


def _wholes(dataset: Dataset) -> Iterator[Dataset]:
    """Yield a dataset, the dataset from which it was filtered, and so on."""
    yield dataset
    store = dataset.store_of(SourceFilteredStore)
    if store is not None:
        yield from _wholes(store.whole)


def _selection(filtered: Dataset, whole: Dataset) -> Selection:
    """Return which part of a whole a dataset has that was filtered from it, once or more."""
    known = frozenset(each.id for each in whole.sources)
    return Selection(filtered.manifest.name, *_chosen(filtered, whole, known, None))


def _chosen(
    filtered: Dataset, whole: Dataset, ids: frozenset[str], until: PartialDate | None
) -> tuple[frozenset[str], PartialDate | None]:
    """Return the sources that every filter between a dataset and its whole has chosen."""
    store = filtered.store_of(SourceFilteredStore)
    if filtered is whole or store is None:
        return ids, until
    own = store.chosen.until
    day = earlier(own, until) if own and until else own or until
    return _chosen(store.whole, whole, ids & store.chosen.ids, day)
