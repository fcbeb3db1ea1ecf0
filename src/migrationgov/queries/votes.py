"""Queries about resolutions: how states voted on them. A vote is no membership."""

from __future__ import annotations

import migrationgov as mg
from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.lookup.name_resolution import resolution_id, state_id
from migrationgov.results.record_list import RecordList
from migrationgov.vocabularies import Vote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from migrationgov.model.resolutions import Resolution


def resolutions(*, dataset: mg.Dataset | None = None) -> RecordList[mg.model.Resolution]:
    """
    List the resolutions of the dataset, with and without a recorded vote.

    Args:
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        `Resolution` records by date.

    >>> [each.id for each in resolutions() if each.votes]
    ['A/RES/73/151', 'A/RES/73/195']
    """
    facts = resolve_dataset(dataset)
    found = sorted(facts.resolutions, key=lambda each: each.date.first_ordinal)
    return RecordList(found, mg.model.Resolution, facts)


def votes_on(
    resolution: mg.typing.ResolutionLike, *, dataset: mg.Dataset | None = None
) -> mg.model.Resolution:
    """
    Return how states voted on a resolution.

    Args:
        resolution: Symbol ("A/RES/73/195"), name ("Global Compact for Migration") or record.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        The `Resolution`, with a list of states for each vote in `votes`, and its citations. One
        that was adopted without a vote has no list.

    Raises:
        UnknownResolutionError: If there is no such resolution; with suggestions.
        AmbiguousNameError: If several resolutions have the name.

    >>> [str(each) for each in votes_on("A/RES/73/195").votes]
    ['152 yes', '5 no', '12 abstain']
    """
    facts = resolve_dataset(dataset)
    return _by_id(facts)[resolution_id(resolution, facts)]


def vote_of(
    state: mg.typing.StateLike,
    resolution: mg.typing.ResolutionLike,
    *,
    dataset: mg.Dataset | None = None,
) -> Vote | None:
    """
    Return how a state voted on a resolution.

    Args:
        state: Code, name or record of the state.
        resolution: As for `votes_on`.
        dataset: The dataset of the query; the active dataset by default.

    Returns:
        A `Vote` ("yes", "no" or "abstain"), or None if the state did not vote or had no vote: it
        was absent, it is no member, or the resolution was adopted without a vote.

    Raises:
        UnknownStateError: If there is no such state.
        UnknownResolutionError: If there is no such resolution.

    >>> vote_of("Hungary", "Global Compact for Migration")
    <Vote.NO: 'no'>
    """
    facts = resolve_dataset(dataset)
    return votes_on(resolution, dataset=facts).vote_of(state_id(state, facts))


def _by_id(facts: mg.Dataset) -> dict[str, Resolution]:
    return facts.derived(
        "resolutions by id", lambda _: {each.id: each for each in facts.resolutions}
    )
