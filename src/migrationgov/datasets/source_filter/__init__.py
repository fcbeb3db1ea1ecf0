"""A dataset as some of its sources alone support it: by the day of publication, or by source."""

from __future__ import annotations

from collections.abc import Iterable

import migrationgov as mg
from migrationgov.datasets.source_filter.store import filter_by_day, filter_by_sources
from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import Source


def as_known_on(dataset: Dataset, on: mg.typing.DateLike, *, undated: bool = False) -> Dataset:
    """
    Return what one could have known on a day: only what sources published by then tell.

    A source counts if it was certainly published by the end of the day; one whose date is
    doubted or reaches beyond the day does not, nor does an undated one unless asked for. A
    conclusion stands only if all its sources had been published. Where the source of a date
    had not, the date is what another one gives. Registers are no longer complete, so whoever
    is not on a roll of theirs is unknown, not absent. States and organizations stay, as the
    names that questions are asked with; notes and reasons stay in the words of today.

    Args:
        dataset: The dataset to filter.
    on: The day; of an imprecise date its last.
        undated: Whether to hear undated sources, too.

    Raises:
        InvalidDateError: If *on* is not a date, is open or doubted, or lies before the first
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
    sources: Iterable[Source | str] | None = None,
    kinds: Iterable[mg.typing.SourceKindLike] | None = None,
) -> Dataset:
    """
    Return what some sources alone tell, by the rules of `as_known_on`.

    Args:
        dataset: The dataset to filter.
        sources: The sources, or their ids.
        kinds: Kinds of source ("official-document", "press", ...). With both, a source must be
            among the sources and of one of the kinds.

    Raises:
        UnknownRecordError: If a source is not in the dataset; all that are not are named.
        UnknownTermError: If there is no such kind.
        WrongTypeError: If neither is given, or something else than a source.

    >>> import migrationgov as mg
    >>> press = restricted_to(mg.dataset(), kinds=["press"])
    >>> mg.is_member("KAZ", "2003", dataset=press), mg.is_member("NZL", "2003", dataset=press)
    (<Answer.YES: 'yes'>, <Answer.UNKNOWN: 'unknown'>)
    """
    return Dataset(filter_by_sources(dataset, sources, kinds))
