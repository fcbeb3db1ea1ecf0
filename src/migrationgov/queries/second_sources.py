"""How many facts have a second source, of another publisher."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from migrationgov.lookup.active_dataset import resolve_dataset
from migrationgov.model.dataset import Dataset
from migrationgov.model.names import folded
from migrationgov.model.organizations import Organization
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.model.sources import Citation, Claim, Disagreement, Source
from migrationgov.results.evidence_quality import SourceShare
from migrationgov.results.record_list import RecordList
from migrationgov.validation.items import records_by_table
from migrationgov.vocabularies import SourceKind

#: Behind the name of a publisher: its department, the place of a copy.
_REMARK = re.compile(r"\s*[(,/;].*", re.DOTALL)
_WIKIPEDIA = "wikipedia"
#: The kinds of what an office of an institution publishes, under the name of the institution.
_OFFICIAL = (SourceKind.OFFICIAL_DOCUMENT, SourceKind.OFFICIAL_PAGE)


def second_sources(*, dataset: Dataset | None = None) -> RecordList[SourceShare]:
    """
    Count the facts that rest on two sources or more, table by table.

    Two sources are independent only if their publishers differ. A publisher counts as an
    institution of the data if its name begins with a name of that institution ("IOM Zimbabwe" is
    IOM), and without what follows a bracket, a comma or a slash. Of a publisher of
    press alone, a single word such as "UN" must be the whole name, or a state must follow it:
    "UN Today" is not the UN. Every copy
    of Wikipedia is Wikipedia. Who copied from whom is not known, so that the numbers are upper
    bounds.

    Args:
        dataset: The facts to ask; the active dataset by default.

    Returns:
        `SourceShare` records by table. Disagreements are left out: they have rival sources.

    >>> [each.facts for each in second_sources() if each.table == "attestations"]
    [47]
    """
    facts = resolve_dataset(dataset)
    publishers = publishers_of(facts)
    counted: dict[str, list[tuple[int, int, int]]] = {}
    for table, citations in _cited(facts):
        counted.setdefault(table, []).append(_numbers(citations, publishers))
    return RecordList(
        (_share(table, counted[table]) for table in sorted(counted)), SourceShare, facts
    )


def _share(table: str, counted: list[tuple[int, int, int]]) -> SourceShare:
    """Return how many facts have two or more of each number."""
    sources, publishers, agree = (
        sum(each > 1 for each in its) for its in zip(*counted, strict=True)
    )
    return SourceShare(
        table=table, facts=len(counted), two_documents=sources, two_publishers=publishers,
        two_agree=agree,
    )  # fmt: skip


def _cited(facts: Dataset) -> Iterator[tuple[str, tuple[Citation, ...]]]:
    """Yield the table and the citations of each record that has citations of its own."""
    for table, record in records_by_table(facts):
        citations = getattr(record, "citations", ())
        if citations and not isinstance(record, Claim | Disagreement):  # they have rivals
            yield table, citations


def _numbers(citations: Iterable[Citation], known: Mapping[str, str]) -> tuple[int, int, int]:
    """Return how many sources a fact has, how many publishers, how many that give its value."""
    cited = list(citations)
    publishers = {known[each.source] for each in cited}
    agree = {known[each.source] for each in cited if not each.differs}
    return len({each.source for each in cited}), len(publishers), len(agree)


def publishers_of(facts: Dataset) -> dict[str, str]:
    """Return the publisher of each source in a form that tells publishers apart."""
    known = facts.derived("institutions by folded name", _institutions)
    places = facts.derived("folded names of states", _places)
    official = {each.publisher for each in facts.sources if each.kind in _OFFICIAL}
    return {
        each.id: _publisher(each, known, places, official=each.publisher in official)
        for each in facts.sources
    }


def _institutions(facts: Dataset) -> dict[str, str]:
    every: tuple[Organization | ConsultativeProcess, ...]
    every = (*facts.organizations, *facts.processes)
    named = ((name.text, each.id) for each in every for name in each.names)
    own = ((name, each.id) for each in every for name in (each.id, each.name))
    return {folded(name): key for name, key in (*named, *own)}


def _places(facts: Dataset) -> frozenset[str]:
    return frozenset(folded(name.text) for each in facts.states for name in each.names)


def _publisher(
    source: Source, known: Mapping[str, str], places: Collection[str], *, official: bool
) -> str:
    """Return the institution with whose name that of the publisher begins, or the whole name."""
    if _WIKIPEDIA in folded(source.publisher).split():
        return _WIKIPEDIA
    words = folded(_REMARK.sub("", source.publisher)).split()
    fewest = 1 if official or " ".join(words[1:]) in places else 2
    lengths = range(len(words), min(fewest, len(words)) - 1, -1)
    starts = (" ".join(words[:number]) for number in lengths)
    found = next((known[each] for each in starts if each in known), " ".join(words))
    return found or f"source {source.id}"
