"""The functions `as_known_on` and `restricted_to`, which filter a dataset by its sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import migrationgov as mg
from migrationgov.datasets.source_filter.store import SourceFilteredStore
from migrationgov.dates.answer import Answer
from migrationgov.errors import (
    InvalidDateError,
    UnknownRecordError,
    WrongTypeError,
    did_you_mean,
    short_repr,
)
from migrationgov.lookup.day_ranges import date_argument
from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import Source
from migrationgov.vocabularies import SourceKind

_MOST_NAMED = 5


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
    if not isinstance(undated, bool):
        raise WrongTypeError(f"undated= is True or False, not {short_repr(undated)}")
    until = date_argument(on)
    last = until.latest
    if last is None or until.uncertain or until.approximate:
        raise InvalidDateError(
            f"{until} has no last day that is certain; give a day, say 2002-11-30"
        )
    dated = [(source, source.published) for source in dataset.sources if source.published]
    chosen = [source for source, date in dated if date.happened_by(last) is Answer.YES]
    if not chosen:
        first = min(dated, key=lambda each: each[1].last_ordinal, default=None)
        hint = f"the first is {first[0].id}, {first[1]}" if first else "none has a date"
        raise InvalidDateError(f"no source was published by {until}; {hint}")
    chosen += [source for source in dataset.sources if undated and source.published is None]
    return Dataset(SourceFilteredStore(dataset, chosen, f"as known on {until}", until))


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
    if sources is None and kinds is None:
        raise WrongTypeError("give sources=, kinds= or both")
    known: dict[str, Source] = {source.id: source for source in dataset.sources}
    ids = list(known if sources is None else dict.fromkeys(_ids(sources, known)))
    words = None if kinds is None else {SourceKind.parse(kind) for kind in _as_list(kinds)}
    chosen = [known[each] for each in ids if words is None or known[each].kind in words]
    name = f"from {len(chosen)} of {len(known)} sources"
    return Dataset(SourceFilteredStore(dataset, chosen, name))


def _as_list(given: object) -> list[object]:
    """Return a list of what was given; a single text or record is a list of one."""
    if isinstance(given, str | Source):
        return [given]
    if not isinstance(given, Iterable):
        raise WrongTypeError(f"give a list, not {short_repr(given)}")
    return list(given)


def _ids(sources: object, known: Mapping[str, Source]) -> list[str]:
    given = [each.id if isinstance(each, Source) else each for each in _as_list(sources)]
    wrong = [short_repr(each) for each in given if not isinstance(each, str)]
    if wrong:
        raise WrongTypeError(f"a source is given as its id or record, not as {', '.join(wrong)}")
    ids = [str(each) for each in given]
    lost = [each for each in ids if each not in known]
    if lost:
        some = [f"{short_repr(each)}{did_you_mean(each, known)}" for each in lost[:_MOST_NAMED]]
        more = f" and {len(lost) - _MOST_NAMED} more" if len(lost) > _MOST_NAMED else ""
        raise UnknownRecordError(f"there is no source {', '.join(some)}{more}")
    return ids
