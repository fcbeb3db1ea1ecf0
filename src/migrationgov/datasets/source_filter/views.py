"""The union of two views: a filtered dataset knows its whole and the sources that were chosen."""

from __future__ import annotations

from collections.abc import Iterator
from operator import eq, is_

from attrs import frozen

from migrationgov.datasets.source_filter.store import SourceFilteredStore
from migrationgov.dates.partial_date import PartialDate, earlier, later
from migrationgov.model.dataset import Dataset


@frozen
class View:
    """
    Which part of its whole a filtered dataset shows.

    Attributes:
        name: Its name, which may differ between two datasets that show one part.
        ids: The ids of the sources that were chosen.
        until: The day on which it is known; None where sources were chosen otherwise.
    """

    name: str
    ids: frozenset[str]
    until: PartialDate | None


def union_of_views(first: Dataset, second: Dataset) -> Dataset | None:
    """
    Return the view of the sources of both, if both are views of one dataset; else None.

    A dataset is a view of itself, and a view of a view is a view of the whole. The union of all
    sources, without a day on which it is known, is the whole dataset.
    """
    common = _common_whole(first, second)
    if common is None:
        return None
    whole, other = common
    if whole is first:
        return first
    if other is second:
        return second
    views = _view(first, whole), _view(second, other)
    if views[0] == views[1]:
        return first
    shown = {view.name: each for view, each in zip(views, (first, second), strict=True)}
    return _shown(whole, views, shown)


def _shown(whole: Dataset, views: tuple[View, View], shown: dict[str, Dataset]) -> Dataset:
    ids = views[0].ids | views[1].ids
    one, other = (view.until for view in views)
    until = later(one, other) if one and other else None  # None: known on any day
    sources = [each for each in whole.sources if each.id in ids]
    if until is None and len(sources) == len(whole.sources):
        return whole
    larger = sorted(view.name for view in views if (view.ids, view.until) == (ids, until))
    if larger:
        return shown[larger[0]]
    known = "" if until is None else f", as known on {until}"
    words = f"from {len(sources)} of {len(whole.sources)} sources{known}"
    return Dataset(SourceFilteredStore(whole, sources, words, until))


def _common_whole(first: Dataset, second: Dataset) -> tuple[Dataset, Dataset] | None:
    """Return the smallest dataset of which both are views, as the first and the second have it."""
    for alike in (is_, eq):  # to compare objects is fast
        for one in _wholes(first):
            for other in _wholes(second):
                if alike(one, other):
                    return one, other
    return None


def _wholes(view: Dataset) -> Iterator[Dataset]:
    """Yield a dataset, the dataset from which it was filtered, and so on."""
    yield view
    store = view.store_of(SourceFilteredStore)
    if store is not None:
        yield from _wholes(store.whole)


def _view(view: Dataset, whole: Dataset) -> View:
    """Return which part of a whole a view shows, or a view of a view."""
    known = frozenset(each.id for each in whole.sources)
    return View(view.manifest.name, *_chosen(view, whole, known, None))


def _chosen(
    view: Dataset, whole: Dataset, ids: frozenset[str], until: PartialDate | None
) -> tuple[frozenset[str], PartialDate | None]:
    """Return the sources that every filter between a view and its whole has chosen."""
    store = view.store_of(SourceFilteredStore)
    if view is whole or store is None:
        return ids, until
    own = store.chosen.until
    day = earlier(own, until) if own and until else own or until
    return _chosen(store.whole, whole, ids & store.chosen.ids, day)
