"""Names, heads, seat, relation to the United Nations, sessions and offices of IOM, day by day."""

from __future__ import annotations

import pytest

import migrationgov as mg

PICMME = "Provisional Intergovernmental Committee for the Movement of Migrants from Europe"
ICEM = "Intergovernmental Committee for European Migration"
ICM = "Intergovernmental Committee for Migration"
IOM = "International Organization for Migration"

pytestmark = pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")


@pytest.mark.parametrize(
    ("day", "certain", "possible"),
    [
        ("1951-12-04", (), ()),
        ("1951-12-05", (PICMME,), ()),
        ("1952-10-12", (PICMME,), ()),
        ("1952-10-13", (), (PICMME, ICEM)),
        ("1952-11-14", (), (PICMME, ICEM)),
        ("1952-11-15", (ICEM,), ()),
        ("1980-10-31", (ICEM,), ()),
        ("1980-11-15", (), (ICEM, ICM)),
        ("1980-12-01", (ICM,), ()),
        ("1989-11-13", (ICM,), ()),
        ("1989-11-14", (IOM,), ()),
        ("2025", (IOM,), ()),
        ("1975/1985", (), (ICEM, ICM)),
    ],
)
def test_names_over_time(day: str, certain: tuple[str, ...], possible: tuple[str, ...]) -> None:
    """Four names, with the doubt of their changes."""
    held = mg.name_on("IOM", day)
    assert certain == tuple(name.text for name in held)
    assert set(possible) == {name.text for name in held.possible}


@pytest.mark.parametrize(
    ("day", "letters"),
    [("1951-12-06", "PICMME"), ("1960", "ICEM"), ("1985", "ICM"), ("1990", "IOM")],
)
def test_acronyms_over_time(day: str, letters: str) -> None:
    """With each name its letters; any of them finds the organization."""
    assert letters == str(mg.name_on("IOM", day, acronym=True))
    assert "iom" == mg.find_organization(letters).id


@pytest.mark.parametrize(
    ("day", "certain", "possible"),
    [
        ("1951-12-08", (), ()),
        ("1952-10-13", ("Hugh S. Gibson",), ()),
        ("1954-12-12", ("Hugh S. Gibson",), ()),
        ("1954-12-13", (), ("Harold H. Tittmann",)),
        ("1957", ("Harold H. Tittmann",), ()),
        ("1958-05-06", ("Harold H. Tittmann",), ()),
        ("1960", (), ("Harold H. Tittmann", "Marcus Daly")),
        ("1972", (), ("Thomas",)),
        ("1965", ("Bastiaan W. Haveman",), ()),
        ("1969-06-01", (), ("Bastiaan W. Haveman", "Thomas")),
        ("1976-04-13", ("Thomas",), ()),
        ("1985", ("James L. Carlin",), ()),
        ("1990", ("James N. Purcell Jr.",), ()),
        ("1998-10-15", (), ("Brunson McKinley", "James N. Purcell Jr.")),
        ("1998-10-31", ("Brunson McKinley",), ("James N. Purcell Jr.",)),
        ("2008-09-30", ("Brunson McKinley",), ()),
        ("2008-10-01", ("William Lacy Swing",), ()),
        ("2018-09-30", ("William Lacy Swing",), ()),
        ("2018-10-01", ("António Vitorino",), ()),
        ("2023-09-30", ("António Vitorino",), ()),
        ("2023-10-01", ("Amy E. Pope",), ()),
        ("2002?", (), None),
    ],
)
def test_heads(day: str, certain: tuple[str, ...], possible: tuple[str, ...] | None) -> None:
    """One certain head at most, on the days around every change."""
    held = mg.officeholders_on("IOM", day)
    assert certain == tuple(each.person for each in held)
    if possible is not None:
        assert set(possible) == {each.person for each in held.possible}


def test_ten_heads_before_the_present_one() -> None:
    """As many as the press counted when the eleventh was elected, in the order of their terms."""
    every = [
        each for each in mg.history_of("IOM").tenures if each.office is mg.vocabularies.Office.HEAD
    ]
    heads = every[: [each.person for each in every].index("Amy E. Pope")]
    assert 10 == len(heads)
    assert [10] == [each.value for each in mg.counts("IOM", counted="heads", on="2023-05-15")]
    starts = [each.start.first_ordinal for each in heads if each.start]
    assert len(heads) == len(starts)
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("day", "certain", "possible"),
    [
        ("1997", ("Narcisa Escaler",), ()),
        ("2009-08-31", ("Ndioro Ndiaye",), ()),
        ("2009-09-01", ("Laura Thompson",), ()),
        ("2014-09-19", ("Laura Thompson",), ()),
        ("2018", (), ("Laura Thompson",)),
        ("2022", ("Amy E. Pope", "Ugochi Daniels"), ()),
        ("2023-11-30", ("Ugochi Daniels",), ()),
        ("2023-12-01", ("Ugochi Daniels", "Irena Vojáčková-Sollorano"), ()),
        ("2023-12-02", ("Ugochi Daniels",), ()),
    ],
)
def test_deputies(day: str, certain: tuple[str, ...], possible: tuple[str, ...]) -> None:
    """A day of attestation is one day; a term lasts."""
    held = mg.officeholders_on("IOM", day, office="deputy")
    assert set(certain) == {each.person for each in held}
    assert set(possible) == {each.person for each in held.possible}


@pytest.mark.parametrize(
    ("day", "kinds"),
    [
        ("1951-12-05", ["outside"]),
        ("1991", ["outside"]),
        ("1995", ["outside", "observer"]),
        ("1996-06-24", ["outside", "observer"]),
        ("1996-06-25", ["outside", "observer", "cooperation-agreement"]),
        ("2016-09-18", ["outside", "observer", "cooperation-agreement"]),
        ("2016-09-19", ["observer", "cooperation-agreement", "related-organization"]),
        ("2016-09-20", ["observer", "related-organization"]),
        ("2025", ["observer", "related-organization"]),
    ],
)
def test_relation_to_the_united_nations(day: str, kinds: list[str]) -> None:
    """Dated periods, several at once; a page header of later does not back-date them."""
    assert kinds == [each.kind for each in mg.relations_on("IOM", day)]


@pytest.mark.parametrize(
    ("number", "members", "observers"),
    [
        ("84", "KAZ KHM NGA RWA ZWE", "BDI amnesty-international human-rights-watch"),
        ("94", "BDI VNM", ""),
        ("100", "ATG COM DJI ETH FSM GUY MDV MOZ NRU SSD SYC TCD VAT VUT", ""),
        ("101", "MMR VCT", ""),
        ("103", "FJI ISL MHL TKM", ""),
        ("105", "WSM", ""),
        ("106", "ERI KIR KNA LCA STP", ""),
        ("107", "TON", ""),
        ("108", "COK CUB DMA", "KWT"),
        ("109", "UZB", "imf international-emergency-and-development-aid"),
        ("111", "RUS", ""),
        ("113", "BRB", ""),
    ],
)
def test_sessions_and_whom_they_admitted(number: str, members: str, observers: str) -> None:
    """What the documents of each session say about new members and observers."""
    (session,) = (s for s in mg.sessions_of("IOM") if s.number == number and s.kind == "regular")
    decided = [s for s in mg.decisions_of(session) if isinstance(s, mg.model.Transition)]
    assert members.split() == sorted(
        {step.state for step in decided if step.kind in ("admitted", "joined")}
    )
    assert observers.split() == [s.party for s in decided if s.kind == "became-observer"]


def test_other_decisions_of_sessions() -> None:
    """The Constitution, its amendments, elections, the agreement with the United Nations."""
    decided = {
        session.id: [each.label for each in mg.decisions_of(session.id) if hasattr(each, "label")]
        for session in mg.sessions_of("IOM")
    }
    assert decided["iom-icem-6"] == ["Constitution adopted at Venice"]
    (amended,) = decided["iom-council-55"]
    assert amended.endswith("adopted by the Council at its 55th session, Resolution 724")
    assert "António Vitorino elected Director General" in decided["iom-council-special-2018"]
    assert 1 == len(decided["iom-council-special-2016"])
    assert () == mg.decisions_of("iom-council-85"), "known by its year only"


@pytest.mark.parametrize(
    ("field", "preferred"),
    [
        ("established", "1951-12-05"),
        ("renamed ICEM", "[1952-10-13..1952-11-15]"),
        ("renamed ICM", "1980-11"),
        ("opening of the 108th session of the Council", "2017-11-28"),
        ("municipality of the seat", "Geneva"),
    ],
)
def test_disagreements_of_the_history(field: str, preferred: str) -> None:
    """The losers stay, with the reason."""
    (found,) = (d for d in mg.disagreements("IOM", field) if d.context == "iom")
    assert preferred == found.preferred
    assert found.reason
