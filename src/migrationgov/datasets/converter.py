"""The converter between records and JSON values, for the reader and writer of data files.

cattrs itself is not strict: it makes text of a number, and a list of the letters of a word. This
converter refuses all that the schemas refuse, and reports all problems at once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any, NoReturn, get_args, get_origin

from attrs import fields, has
from cattrs import BaseConverter
from cattrs.errors import (
    BaseValidationError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn
from cattrs.preconf.json import JsonConverter, make_converter

from migrationgov.control_characters import problem_of
from migrationgov.dates.partial_date import PartialDate
from migrationgov.errors import MigrationGovError, WrongTypeError, short_repr
from migrationgov.model.characteristics import is_web_address
from migrationgov.model.compact_forms import READ, WRITE
from migrationgov.model.participant_lists import RoleList
from migrationgov.model.sources import Citation, Source, to_given
from migrationgov.vocabularies import Vocabulary

#: After so many wrong records the rest of a list is not read: an error needs much memory.
_MOST_WRONG = 100
#: What a file has for a record, where that is not an object with all fields of the record.
_SHORT_FORMS: dict[type, str] = {
    Citation: "source, gives, quote, or a text as 'source-id[para. 3]'",
    RoleList: "role, kind, total, groups, and states or organizations",
}


@cache
def converter() -> JsonConverter:
    """Return the converter; it refuses unknown keys."""
    made = make_converter(forbid_extra_keys=True, omit_if_default=True)
    made.register_structure_hook(PartialDate, lambda text, _: PartialDate.parse(text))
    made.register_unstructure_hook(PartialDate, str)
    for kind, called in ((str, "text"), (int, "a whole number"), (bool, "true or false")):
        made.register_structure_hook(kind, partial(_exactly, called=called))
    made.register_structure_hook_factory(_is_list, _list_hook)
    given = PartialDate | int | str | None
    # cattrs has a reader of its own for unions of plain values, which comes before a direct hook
    made.register_structure_hook_func(lambda kind: kind == given, _given)
    made.register_unstructure_hook(given, _plain)
    made.register_structure_hook(Source, _source(made))
    for record in (Citation, RoleList):
        _register_compact(made, record)
    return made


def _register_compact(made: JsonConverter, record: type) -> None:
    """Read and write a record in its form of `compact_forms`."""
    read: Any = make_dict_structure_fn(record, made, _cattrs_forbid_extra_keys=True)
    write: Any = make_dict_unstructure_fn(record, made, _cattrs_omit_if_default=True)
    to_row, to_value = READ[record.__name__], WRITE[record.__name__]
    made.register_structure_hook(record, lambda value, kind: read(to_row(value), kind))
    made.register_unstructure_hook(record, lambda value: to_value(write(value)))


def _plain(value: PartialDate | int | str | None) -> int | str | None:
    return str(value) if isinstance(value, PartialDate) else value


def _exactly(value: Any, kind: type, *, called: str) -> Any:
    """Refuse a value that is only similar to the type: a number is no text, true is no number."""
    if issubclass(kind, Vocabulary):
        return kind.parse(value)
    if type(value) is not kind:
        raise WrongTypeError(f"{short_repr(value)} is not {called}")
    if isinstance(value, str) and (problem := problem_of(value)):
        raise WrongTypeError(f"{short_repr(value)} {problem}")
    return value


def _given(value: Any, _: Any) -> PartialDate | int | str | None:
    return to_given(_exactly(value, str, called="text") if isinstance(value, str) else value)


def _source(made: JsonConverter) -> Callable[[Any, Any], Source]:
    """Return the reader of sources: other programs make links of their addresses."""
    read: Any = make_dict_structure_fn(Source, made, _cattrs_forbid_extra_keys=True)

    def hook(value: Any, kind: Any) -> Source:
        source: Source = read(value, kind)
        for name in ("url", "archived"):
            address: str = getattr(source, name)
            if address and not is_web_address(address):
                raise WrongTypeError(
                    f"Source.{name} {short_repr(address)} is no address of a page on the web;"
                    " write it with 'http://' or 'https://', without quotes, spaces or brackets"
                )
        return source

    return hook


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _list_hook(kind: Any, made: BaseConverter) -> Callable[[Any, Any], Any]:
    """Read a list item by item, and stop after many wrong items."""
    item = get_args(kind)[0]
    read = made.get_structure_hook(item)
    allowed = _json_types(item)

    def hook(value: Any, kind: Any) -> Any:
        if not isinstance(value, list):
            raise WrongTypeError(f"{short_repr(value)} is not a list")
        found, wrong = [], list[Exception]()
        for place, each in enumerate(value):
            try:
                if not isinstance(each, allowed):
                    _refuse(each, item)
                found.append(read(each, item))
            except (BaseValidationError, MigrationGovError) as error:
                note = IterableValidationNote(f"at index {place}", place, item)
                error.__notes__ = [*getattr(error, "__notes__", ()), note]
                wrong.append(error.with_traceback(None))
            if len(wrong) == _MOST_WRONG:
                wrong.append(_unread(place, item))
                break
        if wrong:
            raise IterableValidationError("in a list", wrong, kind)  # pyright: ignore[reportCallIssue]  # typeshed does not know what cattrs adds
        return tuple(found)

    return hook


def _json_types(item: type) -> type | tuple[type, ...]:
    """Return the types of the JSON values that an item can have; any if it is no record."""
    if item is Citation:
        return (dict, str)
    return dict if has(item) else object


def _refuse(value: Any, record: Any) -> NoReturn:
    """Refuse a value that is no object where a record belongs; name what a file has there."""
    keys = ", ".join(each.name for each in fields(record))
    expected = _SHORT_FORMS.get(record, keys)
    raise WrongTypeError(f"{short_repr(value)} is not an object with {expected}")


def _unread(place: int, item: Any) -> Exception:
    """Return the message that the rest of a list is not read."""
    error = WrongTypeError(f"after {_MOST_WRONG} wrong records the rest of the list is not read")
    error.__notes__ = [IterableValidationNote("at index", place, item)]
    return error
