"""Names of states, organizations and processes, and the folding that ignores their spelling.

Folding removes case, accents, punctuation and a leading article, and nothing else: it never
removes a word that could distinguish two states.
"""

from __future__ import annotations

import re

from attrs import field, frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.converters import optional_date
from migrationgov.model.field_metadata import KEY, STATED_DATE, list_of
from migrationgov.model.sources import Citation
from migrationgov.model.validators import is_nonempty_str
from migrationgov.record import Record
from migrationgov.vocabularies import NameForm

_ARTICLES = re.compile(r"\((?:the|le|la|les|l|el|los|las)\)")
_PUNCTUATION = re.compile(r"[\W_]+")
_LEADING = re.compile(r"^(?:the|le|la|les|l|el|los|las) (?=.)")
# Letters that Unicode does not split: dotless i, o with stroke, l with stroke.
_NOT_COMPOSED = {0x131: "i", 0xF8: "o", 0xD8: "O", 0x142: "l", 0x141: "L"}
_WHOLE_WORDS = {"st": "saint", "ste": "sainte", "and": "and", "&": "and", "dem": "democratic"}


@frozen(kw_only=True, repr=False)
class Name(Record):
    """
    One name of a state, an organization or a process.

    Attributes:
        text: The name as written.
        lang: Its language (ISO 639-1).
        form: Short, official, former, customary, or an acronym.
        start: The date from which it is the name, where known.
        end: The date until which it was the name, where known.
        citations: The sources of its dates. A name without citations has those of its record.
    """

    text: str = field(validator=is_nonempty_str, metadata=KEY)
    lang: str = field(default="en", validator=is_nonempty_str, metadata=KEY)
    form: NameForm = field(default=NameForm.SHORT, converter=NameForm, metadata=KEY)
    start: PartialDate | None = field(default=None, converter=optional_date, metadata=STATED_DATE)
    end: PartialDate | None = field(default=None, converter=optional_date)
    citations: tuple[Citation, ...] = list_of(Citation)

    def __str__(self) -> str:
        return self.text


def folded(name: str) -> str:
    """
    Return a name in the form in which names are compared.

    >>> folded("Côte d'Ivoire"), folded("the Republic of Kazakhstan"), folded("St. Lucia")
    ('cote d ivoire', 'republic of kazakhstan', 'saint lucia')
    """
    plain = name if name.isascii() else without_accents(name)
    plain = plain.casefold().replace("&", " and ").replace("(l')", " ")
    plain = _PUNCTUATION.sub(" ", _ARTICLES.sub(" ", plain)).strip()
    words = [_WHOLE_WORDS.get(word, word) for word in _LEADING.sub("", plain).split()]
    return " ".join(words)


def without_accents(name: str) -> str:
    """Return a name in plain letters, for comparing and sorting."""
    import unicodedata  # noqa: PLC0415 -- not needed for plain names

    spread = unicodedata.normalize("NFKD", name.translate(_NOT_COMPOSED))
    return "".join(sign for sign in spread if not unicodedata.combining(sign))
