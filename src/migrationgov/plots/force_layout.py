"""Where the nodes of a network lie: tied ones near each other, none on top of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from migrationgov.plots.style import module

if TYPE_CHECKING:
    Place = tuple[float, float]

_ROUNDS = 300
_CLEAR = 0.042  # of the width of the picture: what a marker needs


def layout(nodes: list[str], ties: list[dict[str, Any]]) -> list[Place]:
    """
    Return a place for each node, by forces (Fruchterman and Reingold) from a circle on.

    Nothing is left to chance: the circle is in the order of the nodes.
    """
    np, number = module("numpy"), len(nodes)
    if number < 2:  # noqa: PLR2004 -- nothing pulls
        return [(0.0, 0.0)] * number
    angles = 2 * np.pi * np.arange(number) / number
    at = np.column_stack([np.cos(angles), np.sin(angles)])
    pull = np.zeros((number, number))
    place = {code: row for row, code in enumerate(nodes)}
    for tie in ties:
        one, other = place[tie["one"]], place[tie["other"]]
        pull[one, other] = pull[other, one] = tie["shared"]
    weight = np.sqrt(pull.sum(1))
    pull /= weight[:, None] * weight[None, :]  # else those with many ties crowd together
    apart = 1.6 / number**0.5
    for step in np.linspace(0.12, 0.002, _ROUNDS):
        at = at + _moves(np, at, pull, apart, step)
    at = _unpiled(np, at)
    return [(float(x), float(y)) for x, y in at]


def _moves(np: Any, at: Any, pull: Any, apart: float, longest: float) -> Any:
    """Return how far each node moves: away from all, towards those it is tied to, and inwards."""
    between, far = _distances(np, at)
    force = apart**2 / far**2 - 6 * pull * far / apart
    np.fill_diagonal(force, 0)
    moves = (between * force[:, :, None]).sum(1) - 2.0 * at
    lengths = np.maximum(np.sqrt((moves**2).sum(-1)), 1e-9)
    return moves / lengths[:, None] * np.minimum(lengths, longest)[:, None]


def _unpiled(np: Any, at: Any) -> Any:
    """Fit the places to the square from 0 to 1 and push apart those whose markers would touch."""
    for _ in range(_ROUNDS):
        at = (at - at.min(0)) / np.maximum((at.max(0) - at.min(0)).max(), 1e-9)
        between, far = _distances(np, at)
        push = np.maximum(_CLEAR - far, 0) / far / 2
        np.fill_diagonal(push, 0)
        at = at + (between * push[:, :, None]).sum(1)
    return at


def _distances(np: Any, at: Any) -> tuple[Any, Any]:
    between = at[:, None, :] - at[None, :, :]
    return between, np.maximum(np.sqrt((between**2).sum(-1)), 0.002)
