"""The base classes of records and answers: a line in a terminal, HTML, a table, a file, a figure.

This module imports nothing of the package, so that every record can inherit from it.
`migrationgov/__init__.py` registers what makes the outputs; the first call of a method loads it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from typing import Any, overload

    from migrationgov.model.dataset import Dataset
    from migrationgov.typing import Backend, CitationStyle

#: The longest line in a terminal, in signs; a longer text is cut and ends with "...".
_LONGEST = 160


class HtmlDisplay:
    """Anything that a notebook displays as HTML."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        html: str = _output("html")(self)
        return html


class Exportable(HtmlDisplay):
    """A record or an answer: it goes into a table, a file, a bibliography or a figure."""

    __slots__ = ()

    def to_frame(self, backend: Backend | None = None) -> Any:
        """
        Return a table with one row for each record; every cell is a single value.

        Several values are joined by "; ". A date in EDTF comes with its first and last day
        (``date_earliest``, ``date_latest``; null where open), and `sources` has the ids of the
        sources. An answer without records gives a table with its columns and no row; that of `why`
        has the status on each row, and one row where no record counts.

        Args:
            backend: "pandas" (the default), "polars" or "pyarrow"; the library of the table.

        Raises:
            UnknownTermError: If there is no such backend.
            MissingExtraError: If narwhals, or the backend, is not installed.
        """
        return _output("to_frame")(self, backend)

    if TYPE_CHECKING:  # `overload` is for checkers alone

        @overload
        def to_csv(self, path: None = None, *, escape_formulas: bool = False) -> str: ...
        @overload
        def to_csv(
            self, path: str | os.PathLike[str], *, escape_formulas: bool = False
        ) -> None: ...
        def to_csv(  # noqa: D102 -- below
            self, path: str | os.PathLike[str] | None = None, *, escape_formulas: bool = False
        ) -> str | None: ...

    else:

        def to_csv(
            self, path: str | os.PathLike[str] | None = None, *, escape_formulas: bool = False
        ) -> str | None:
            """
            Return the table of `to_frame` as CSV text, or write it into a file in UTF-8.

            It needs the standard library only.

            Args:
                path: The file; without it the text is returned.
                escape_formulas: Whether a text that begins with "=", "+", "-" or "@" gets an
                    apostrophe before it, so that no spreadsheet runs it. Use it for facts that
                    you do not know; other programs then read the apostrophe, too.

            Raises:
                OSError: If the file cannot be written.
                WrongTypeError: If *path* is not a path.
            """
            return _output("to_csv")(self, path, escape_formulas=escape_formulas)

    def to_excel(self, path: str | os.PathLike[str]) -> None:
        """
        Write the table of `to_frame` as a workbook of Excel, with XlsxWriter or openpyxl.

        Numbers and days keep their type. No text becomes a formula, whatever its first sign.

        Args:
            path: The file, usually with the ending ".xlsx".

        Raises:
            MissingExtraError: If neither XlsxWriter nor openpyxl is installed.
            OSError: If the file cannot be written.
            WrongTypeError: If *path* is not a path.
        """
        _output("to_excel")(self, path)

    def cite(
        self,
        style: CitationStyle = "text",
        *,
        release: bool = False,
        dataset: Dataset | None = None,
    ) -> str:
        """
        Return the sources behind it as text: see `migrationgov.cite`.

        Args:
            style: "text", "bibtex" or "csl-json".
            release: Whether to name the release of the data, too, after the sources.
            dataset: The facts that have the sources; by default those of the answer where it
                knows them, or the active ones. A record does not know its facts.

        Raises:
            UnknownTermError: If there is no such style.
            UnknownRecordError: If a source is not in the dataset.
            WrongTypeError: If it is a part of a member list, which is no answer.
        """
        text: str = _output("cite")(self, style, release=release, dataset=dataset)
        return text

    def plot(self, **options: Any) -> Any:
        """
        Draw the figure of an answer, and return its axes.

        A list of all member states gives the map of the institution on its day
        (`plots.world_map`); of a region, or of organizations alone, there is none. A roster gives
        the lists of its process (`plots.process_roster`), a status, its explanation, or spells or
        participations of one state the timeline of that state (`plots.state_timeline`). Spells or
        transitions of several states in one institution, and terms, give the timeline of the
        institution (`plots.institution_timeline`), compared numbers its growth (`plots.growth`).

        Args:
            options: As for the figure; ``ax=`` has the axes to draw on, ``dataset=`` the facts,
                by default those of the answer.

        Raises:
            WrongTypeError: If there is no figure of it; the message says of what there is one.
            MissingExtraError: If matplotlib is not installed.
        """
        return _output("plot")(self, **options)


class Record(Exportable):
    """A record whose repr is its type, id and text: ``<State KAZ: Kazakhstan>``."""

    __slots__ = ()

    def __repr__(self) -> str:
        own = getattr(self, "id", "")
        return f"<{type(self).__name__}{' ' if own else ''}{own}: {shorten(str(self))}>"


def shorten(text: str, longest: int = _LONGEST) -> str:
    """Return a text on one line, cut after a whole word where it is too long."""
    from migrationgov.control_characters import without_controls  # noqa: PLC0415 -- see above

    line = " ".join(without_controls(text).split())
    if len(line) <= longest:
        return line
    kept, blank, _ = line[:longest].rpartition(" ")
    return f"{kept if blank else line[:longest]} ..."


_find_output: Callable[[str], Callable[..., Any]]


def register_outputs(find: Callable[[str], Callable[..., Any]]) -> None:
    """Register the function that imports and returns what makes an output, by its name."""
    global _find_output  # noqa: PLW0603 -- one table of outputs for the process, set once
    _find_output = find


def _output(name: str) -> Callable[..., Any]:
    return _find_output(name)
