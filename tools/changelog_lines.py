"""The lines for the changelog: in words, how the data differ from those of the last commit."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill
from typing import Any

import migrationgov as mg
from migrationgov.datasets.files import read
from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import citations_in
from migrationgov.notebook.phrases import spaced

_DATA = "src/migrationgov/data"
_WIDTH = 99
_COVERAGE = ("covered_until", "checked_on")
_STEPS = {
    "applied": "applied to join", "admitted": "was admitted to", "joined": "joined",
    "withdrew": "left", "notified-withdrawal": "gave notice that it will leave",
    "became-observer": "became an observer of", "ceased-observer": "is no longer an observer of",
}  # fmt: skip
_WORDS = {
    mg.vocabularies.ChangeKind.ADDED: "",
    mg.vocabularies.ChangeKind.CHANGED: "Corrected: ",
    mg.vocabularies.ChangeKind.REMOVED: "No longer recorded: ",
}


def committed(root: Path) -> Dataset:
    """Return the data of the last commit."""
    packed = subprocess.run(
        ["git", "archive", "HEAD", _DATA],
        cwd=root,
        check=True,
        capture_output=True,
    )
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
            archive.extractall(folder, filter="data")
        return read(Path(folder, _DATA))


def lines(old: Dataset, new: Dataset) -> list[str]:
    """Return a line for each fact that is new or changed, and for each file covered further."""
    return [
        fill(line, _WIDTH, initial_indent="* ", subsequent_indent="  ", break_on_hyphens=False)
        for change in mg.diff(old, new)
        for line in _of(change, new if change.after is not None else old)
    ]


def _of(change: mg.results.Change, facts: Dataset) -> Iterator[str]:
    record = change.before if change.after is None else change.after
    if isinstance(
        record, mg.model.Source | mg.model.Manifest
    ):  # named with the fact; the day of the release
        return
    covered = [each for each in _COVERAGE if each in change.fields]
    if covered:
        dates = (f"{spaced(each)} {getattr(record, each)}" for each in covered)
        yield f"{_file(change.place, facts)}: {' and '.join(dates)}."
    if not covered or set(change.fields) - set(covered):
        yield f"{_WORDS[change.kind]}{_about(record, change, facts)}{_by(change, facts)}."


def _about(record: Any, change: mg.results.Change, facts: Dataset) -> str:
    """Return what a record says, in words; where it changed, what differs."""
    words = _in_words(record, _file(change.place, facts), facts)
    differences = "; ".join(
        each for each in change.differences if not each.startswith(tuple(_COVERAGE))
    )
    return f"{words}: {differences}" if differences else words


def _in_words(record: Any, where: str, facts: Dataset) -> str:
    """Return what a record says, in words."""
    match record:
        case mg.model.Transition():
            verb = _STEPS.get(record.kind, f"{record.kind.replace('-', ' ')},")
            return f"{_party(record.party, facts)} {verb} {where}, {record.date}"
        case mg.model.Attestation():
            who = _party(record.party, facts)
            return f"{who} listed as {record.status} of {where}, {record.date}"
        case mg.model.ParticipantLists():
            return f"{where}: list of participants of {record.as_of}"
        case mg.model.Term():
            who, role = _party(record.participant, facts), record.role.replace("-", " ")
            return f"{where}: {who}, {role}, {record.period}"
        case mg.model.Meeting():
            return f"{where}: {record.title}, {record.date}"
        case _:
            text = str(record).removeprefix(f"{getattr(record, 'organization', '')}, ")
            return where if text == where else f"{where}: {text}"


def _file(place: str, facts: Dataset) -> str:
    """Return the name of the organization or process that a file is about."""
    folder, _, rest = place.removesuffix(".json").partition("/")
    if folder == "processes":
        return next((each.name for each in facts.processes if each.id == rest), rest)
    found = (each for each in facts.organizations if each.id == rest)
    return next((each.acronym or each.name for each in found), folder)


def _party(code: str, facts: Dataset) -> str:
    parties: tuple[Any, ...] = (*facts.states, *facts.organizations)
    return next((each.name for each in parties if each.id == code), code)


def _by(change: mg.results.Change, facts: Dataset) -> str:
    """Return the sources of a change in brackets, by title."""
    titles = {each.id: each.title for each in facts.sources}
    known = (
        set(citations_in(change.before))
        if change.kind is mg.vocabularies.ChangeKind.CHANGED
        else set()
    )
    new = (each for each in change.citations if each not in known)
    cited = dict.fromkeys(f"“{titles[each.source]}”" for each in new)
    return f" ({', '.join(cited)})" if cited else ""
