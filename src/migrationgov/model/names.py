"""Names of states, organizations and processes, and the foldings that ignore their spelling.

`folded` removes case, accents, punctuation and a leading article, and nothing else. `words_of`
also ignores the order of the words of a state's name, articles and prepositions, and writes
abbreviations out ("Korea, Rep."). Neither removes a word that could distinguish two states: a test
folds all names of all states, and no two states come to share a name that they do not share as
written.
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
_POSSESSIVE = re.compile(r"(?<=\w)[^\w\s]s\b", re.IGNORECASE)
_INITIALS = re.compile(r"\b(?:\w )+\w\b")
_SMALL_WORDS = re.compile(
    r"\b(?:the|of|and|le|la|les|l|el|los|las|de|du|des|del|d|da|do|dos|das|di|della|delle|degli|e|y"
    r"|et|und|der|die)\b"
)
# Forms of a word for which lists write one for another: abbreviations first.
_FORMS = {
    "republic": "rep republique republica republik repubblica",
    "democratic": "democratique democratica demokratische",
    "federal": "fed federation federated federale",
    "people": "peoples p populaire popular",
    "island": "islands isl isld isds isd is",
    "state": "states sts",
    "territory": "terr territories",
    "netherlands": "neth",
    "british": "br",
    "french": "fr",
    "equatorial": "eq",
    "plurinational": "plur",
    "bolivarian": "boliv",
    "north": "n northern",
    "south": "s southern",
    "east": "eastern",
    "west": "w western",
}
_ONE_FORM = {form: word for word, forms in _FORMS.items() for form in forms.split()}


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


def words_of(name: str) -> str:
    """
    Return the words that distinguish a state's name, in one form and order.

    >>> words_of("Korea, Dem. People's Rep."), words_of("Democratic People's Republic of Korea")
    ('democratic korea people republic', 'democratic korea people republic')
    """
    key = folded(_POSSESSIVE.sub("s", name))
    key = _INITIALS.sub(lambda found: found[0].replace(" ", ""), key)  # "u s" for "U.S."
    words = (_ONE_FORM.get(word, word) for word in _SMALL_WORDS.sub(" ", key).split())
    return " ".join(sorted(words))


def without_accents(name: str) -> str:
    """Return a name in plain letters, for comparing and sorting."""
    import unicodedata  # noqa: PLC0415 -- not needed for plain names

    spread = unicodedata.normalize("NFKD", name.translate(_NOT_COMPOSED))
    return "".join(sign for sign in spread if not unicodedata.combining(sign))
