"""How we know: what sources say, and where they disagree."""

from __future__ import annotations

from migrationgov.bundle import bundled_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import Disagreement
from migrationgov.queries.records import Records


def disagreements(
    subject: str | None = None, field: str | None = None, *, dataset: Dataset | None = None
) -> Records[Disagreement]:
    """
    List the facts on which sources give rival values.

    Args:
        subject: Only those about one state, organization or process, by id.
        field: Only those about one fact ("joined", "withdrew", "chair", "established", ...).
        dataset: The facts to ask; the bundled ones by default.

    Returns:
        `Disagreement` records: the rival values with their citations, the one used, and why.

    >>> [each.preferred for each in disagreements("MLT", "joined")]
    ['2003-11-18']
    """
    facts = dataset or bundled_dataset()
    return Records(
        each
        for each in facts.disagreements
        if subject in (None, each.subject) and field in (None, each.field)
    )
