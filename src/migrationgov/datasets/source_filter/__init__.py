"""The functions `as_known_on` and `restricted_to`, which filter a dataset by its sources."""

from __future__ import annotations

from collections.abc import Iterable

import migrationgov as mg
from migrationgov.datasets.source_filter.store import filter_by_day, filter_by_sources
from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import Source


def as_known_on(dataset: Dataset, on: mg.typing.DateLike, *, undated: bool = False) -> Dataset:
    """
    Return what was known on a day: only the facts of sources that were published by then.

    A source counts if it was certainly published by the end of the day. A source does not count if
    its date is uncertain or may lie after the day; an undated source counts only with *undated*. A
    conclusion stays only if all its sources had been published. If the source of a date had not
    been published, the date of another source is used. Registers are not complete any more, so a
    party without a record is unknown, not absent. States and organizations stay, as users ask
    about them; notes and reasons stay as they are today.

    Args:
        dataset: The dataset to filter.
        on: The day; of an imprecise date its last day.
        undated: Whether undated sources count, too.

    Raises:
        InvalidDateError: If *on* is not a date, is open or uncertain, or lies before the first
            source.

    >>> import migrationgov as mg
    >>> then = as_known_on(mg.dataset(), "2002-11-30")
    >>> mg.status_on("KAZ", "2002-11-30", dataset=then).applicant
    <Answer.YES: 'yes'>
    """
    return Dataset(filter_by_day(dataset, on, undated=undated))


def restricted_to(
    dataset: Dataset,
    *,
    sources: Iterable[Source | str] | Source | str | None = None,
    kinds: Iterable[mg.typing.SourceKindLike] | mg.typing.SourceKindLike | None = None,
) -> Dataset:
    """
    Return the facts of some sources only, by the rules of `as_known_on`.

    Args:
        dataset: The dataset to filter.
        sources: The sources, or their ids.
        kinds: Kinds of source ("official-document", "press", ...). With both, a source must be
            among the sources and of one of the kinds.

    Raises:
        UnknownRecordError: If a source is not in the dataset; the message names all such sources.
        UnknownTermError: If there is no such kind.
        WrongTypeError: If neither is given, or an item is not a source.

    >>> import migrationgov as mg
    >>> press = restricted_to(mg.dataset(), kinds=["press"])
    >>> mg.is_member("KAZ", "2003", dataset=press), mg.is_member("NZL", "2003", dataset=press)
    (<Answer.YES: 'yes'>, <Answer.UNKNOWN: 'unknown'>)
    """
    return Dataset(filter_by_sources(dataset, sources, kinds))
