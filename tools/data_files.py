"""
The data files as `make facts` leaves them: sorted, formatted, with their dates moved.

A contributor may append a record at the end of its list; it is moved to its place here. All goes
through the reader and the writer of the library, so that this module knows no layout of JSON.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from attrs import evolve

from migrationgov.datasets.codec import files_of_part, read_part
from migrationgov.datasets.files import read
from migrationgov.datasets.folders import from_folder
from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import DataFileError
from migrationgov.model.field_metadata import list_orders, sort_key
from migrationgov.model.participant_lists import ListedParticipant, ParticipantLists
from migrationgov.model.processes import ConsultativeProcess
from migrationgov.model.register import Register
from migrationgov.model.register_file import RegisterFile
from migrationgov.model.transitions import Transition
from migrationgov.validation import check

#: What is wrong with the order of records needs no report: the records are put in order.
_ORDER = "must stand before"
_POSITION = re.compile(r"\[\d+\]")


class FactsError(Exception):
    """Something that `make facts` cannot do; the message says what and why."""


def read_parts(data: Path) -> dict[str, Any]:
    """
    Return the content of each data file by its part, as "memberships/iom".

    Raises:
        FactsError: With every problem of every file.
    """
    parts, problems = dict[str, Any](), list[tuple[str, str]]()
    for part, raw, name in from_folder(data, problems):
        try:
            parts[part] = read_part(part, raw, name)
        except DataFileError as error:
            problems += error.problems
    if problems:
        raise FactsError("\n".join(f"{place}: {said}" for place, said in problems))
    return parts


def in_order(content: Any) -> Any:
    """Return the content of a data file with every record at its place."""
    if isinstance(content, tuple):
        return tuple(sorted(content, key=partial(sort_key, order="id")))
    if isinstance(content, Register):
        return _register(RegisterFile.of(content)).register()
    if isinstance(content, ConsultativeProcess):
        content = evolve(
            content, participant_lists=tuple(map(_snapshot, content.participant_lists))
        )
    orders = list_orders(type(content))
    return evolve(
        content,
        **{
            name: tuple(sorted(getattr(content, name), key=partial(sort_key, order=order)))
            for name, order in orders.items()
        },
    )


def _register(file: RegisterFile) -> RegisterFile:
    return evolve(
        file,
        transitions=_steps_in_order(file.transitions),
        attestations=tuple(sorted(file.attestations, key=partial(sort_key, order="party"))),
        lists=tuple(sorted(map(_snapshot, file.lists), key=partial(sort_key, order="date"))),
        disagreements=tuple(sorted(file.disagreements, key=lambda each: each.subject)),
    )


def _snapshot(snapshot: ParticipantLists) -> ParticipantLists:
    return evolve(
        snapshot,
        lists=tuple(
            evolve(each, entries=tuple(sorted(each.entries, key=_participant)))
            for each in snapshot.lists
        ),
    )


def _participant(entry: ListedParticipant) -> tuple[bool, str]:
    return bool(entry.organization), entry.participant


def _subject(record: Any) -> tuple[bool, str]:
    return bool(record.organization), record.party


def _steps_in_order(transitions: Iterable[Transition]) -> tuple[Transition, ...]:
    """Sort by subject; move a step up only where it certainly happened before those above it."""
    placed: list[Transition] = []
    for step in sorted(transitions, key=_subject):
        at = len(placed)
        while (
            at
            and placed[at - 1].party == step.party
            and placed[at - 1].date.first_ordinal > step.date.last_ordinal
            # the effect of a succession to a treaty may reach back
            and (placed[at - 1].kind, step.kind) != ("succeeded", "entered-into-force")
        ):
            at -= 1
        placed.insert(at, step)
    return tuple(placed)


def with_dates(
    parts: Mapping[str, Any],
    as_of: PartialDate | None,
    covered: Mapping[str, PartialDate],
    checked: Mapping[str, PartialDate],
) -> dict[str, Any]:
    """
    Return the parts with `as_of`, `covered_until` and `checked_on` moved.

    What follows from a date moves with it: `checked_on` of a file is not before its
    `covered_until`, and `as_of` is not before either.

    Raises:
        FactsError: If a name stands for no file with such a date.
    """
    moved = dict(parts)
    for name, date in covered.items():
        part = _part(name, moved)
        looked = moved[part].checked_on
        moved[part] = _moved(moved[part], covered_until=date, checked_on=_later(looked, date))
    for name, date in checked.items():
        part = _part(name, moved)
        moved[part] = _moved(moved[part], checked_on=date)
    title = moved["manifest"]
    for date in (*covered.values(), *checked.values()) if as_of is None else (as_of,):
        title = evolve(title, as_of=date if as_of else _later(title.as_of, date))
    return moved | {"manifest": title}


def _later(known: PartialDate | None, date: PartialDate) -> PartialDate | None:
    """Return the later of two dates; None where nothing was known before."""
    return date if known is not None and known.last_ordinal < date.first_ordinal else known


def _part(name: str, parts: Mapping[str, Any]) -> str:
    """Return the part that a name stands for: "iom" means the register before the history."""
    for part in (name, f"memberships/{name}", f"processes/{name}", f"histories/{name}"):
        if part.startswith(("memberships/", "processes/", "histories/")) and part in parts:
            return part
    raise FactsError(
        f"{name!r} names no register, process or history; write the name of a file in"
        " memberships or processes, as iom, or with its folder, as histories/iom"
    )


def _moved(content: Any, **dates: Any) -> Any:
    if isinstance(content, Register):
        return evolve(RegisterFile.of(content), **dates).register()
    return evolve(content, **dates)


def texts_of(parts: Mapping[str, Any]) -> dict[str, str]:
    """Return the text of each data file, by its path under the folder of the data."""
    texts: dict[str, str] = {}
    for part, content in parts.items():
        texts |= files_of_part(part, content)
    return texts


def problems_of(data: Path, texts: Mapping[str, str]) -> list[str]:
    """Name everything that is wrong with the texts, with the paths of the files as they are."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            file = Path(folder, name)
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        found = _checked(Path(folder))
    if not found:
        return []
    here = {_POSITION.sub("", each): each for each in _checked(data)}
    return [here.get(_POSITION.sub("", each), each) for each in found]


def _checked(folder: Path) -> list[str]:
    try:
        problems = [(each.place, each.message) for each in check(read(folder))]
    except DataFileError as error:
        problems = list(error.problems)
    return [f"{place}: {said}" for place, said in problems if _ORDER not in said]
