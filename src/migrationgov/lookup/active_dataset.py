"""The active dataset, which queries use by default."""

# pyright: reportUnnecessaryIsInstance=false, reportUnnecessaryComparison=false
# (a value is checked when the program runs, whatever its annotation)
from __future__ import annotations

from contextvars import ContextVar

from migrationgov.errors import WrongTypeError, short_repr
from migrationgov.lookup.bundled import bundled_dataset
from migrationgov.model.dataset import Dataset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from contextvars import Token


#: The dataset in use in this thread or task; see `using`.
_IN_USE: ContextVar[Dataset] = ContextVar(
    "dataset in use",
    default=bundled_dataset(),  # noqa: B039 -- a dataset never changes
)


def dataset() -> Dataset:
    """
    Return the active dataset: the bundled dataset, or the dataset of a `using` block.

    Every query uses it, unless its argument ``dataset=`` names another one.

    >>> dataset().manifest.licence
    'CC0-1.0'
    """
    return _IN_USE.get()


class using:  # noqa: N801 -- reads as a statement: `with mg.using(facts):`
    """
    Make a dataset the active dataset for all queries in a block.

    It is active in this thread and this task only; other threads, and tasks that started before,
    keep their active dataset. Blocks may be nested.

    Args:
        dataset: The dataset.

    Raises:
        WrongTypeError: If the argument is not a dataset.

    >>> from migrationgov import dataset, is_member, restricted_to
    >>> press = restricted_to(dataset(), kinds=["press"])
    >>> with using(press):
    ...     is_member("JPN", "2003")
    <Answer.UNKNOWN: 'unknown'>
    """

    __slots__ = ("_facts", "_tokens")

    def __init__(self, dataset: Dataset) -> None:
        if dataset is None:
            raise WrongTypeError("using(...) takes a Dataset, not None")
        self._facts = resolve_dataset(dataset)
        self._tokens: list[Token[Dataset]] = []

    def __enter__(self) -> Dataset:
        self._tokens.append(_IN_USE.set(self._facts))
        return self._facts

    def __exit__(self, *_: object) -> None:
        _IN_USE.reset(self._tokens.pop())


def resolve_dataset(given: Dataset | None) -> Dataset:
    """Return the dataset argument of a query; without one, the active dataset."""
    if given is None:
        return _IN_USE.get()
    if isinstance(given, Dataset):
        return given
    raise WrongTypeError(f"dataset= takes a Dataset, not {short_repr(given)}")
