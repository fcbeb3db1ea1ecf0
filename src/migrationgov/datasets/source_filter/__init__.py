"""A dataset filtered by source: by the day of publication, or by the sources themselves."""

from __future__ import annotations

from collections.abc import Iterable

import migrationgov as mg
from migrationgov.datasets.source_filter.store import filter_by_day, filter_by_sources
from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import Source


def as_known_on(dataset: Dataset, on: mg.typing.DateLike, *, undated: bool = False) -> Dataset:
    """
    Return what was known on a day: only what sources published by then give.

    A source counts if it was certainly published by the end of the day. A source counts not if its
    date is doubtful or may lie after the day, and an undated source counts only with *undated*. A
    conclusion stands only if all its sources had been published. Where the source of a date had
    not been published, the date is the one that another source gives. Registers are not complete
    any more, so a party without a record is unknown, not absent. States and organizations stay, as
    questions are asked about them; notes and reasons stay as they are written today.

    Args:
        dataset: The dataset to filter.
        on: The day; of an imprecise date its last.
        undated: Whether undated sources count, too.

    Raises:
        InvalidDateError: If *on* is not a date, is open or doubtful, or lies before the
            first source.

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
    Return what only some sources give, by the rules of `as_known_on`.

    Args:
        dataset: The dataset to filter.
        sources: The sources, or their ids.
        kinds: Kinds of source ("official-document", "press", ...). With both, a source must be
            among the sources and of one of the kinds.

    Raises:
        UnknownRecordError: If a source is not in the dataset; the message names all such sources.
        UnknownTermError: If there is no such kind.
        WrongTypeError: If neither is given, or something else than a source.

    >>> import migrationgov as mg
    >>> press = restricted_to(mg.dataset(), kinds=["press"])
    >>> mg.is_member("KAZ", "2003", dataset=press), mg.is_member("NZL", "2003", dataset=press)
    (<Answer.YES: 'yes'>, <Answer.UNKNOWN: 'unknown'>)
    """
    return Dataset(filter_by_sources(dataset, sources, kinds))
