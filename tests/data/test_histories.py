"""Names, heads, seat, relation to the United Nations, sessions and offices of IOM, day by day."""

from __future__ import annotations

import pytest

import migrationgov as mg
from miniature import dataset, history

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


def test_a_former_name_says_that_it_is_one() -> None:
    """`known_as` gives the name that was found, with its form and dates."""
    (former,) = mg.find_organization("ICEM").known_as("icem")
    assert ("ICEM", "acronym", "1980-11") == (former.text, former.form, str(former.end))
    assert () == mg.find_organization("ICEM").known_as("UNHCR")


def test_a_name_without_a_date_is_possible() -> None:
    """Names in other languages, and names of other organizations, are not dated."""
    french = mg.name_on("IOM", "2020", lang="fr")
    assert not french
    assert "Organisation internationale pour les migrations" in {n.text for n in french.possible}
    assert str(mg.name_on("UNHCR", "2020")).startswith("possibly ")
    assert "no source read tells" == str(mg.name_on("IOM", "1940", lang="fr"))
    with pytest.raises(
        mg.errors.UnknownTermError, match="no name in 'xx'; there are en, es, fr, ru"
    ):
        mg.name_on("IOM", "2020", lang="xx")
    with pytest.raises(mg.errors.WrongTypeError, match="acronym= is True or False, not 'yes'"):
        mg.name_on("IOM", "2020", acronym="yes")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(mg.errors.WrongTypeError, match="a name is text, not None"):
        mg.find_organization("IOM").known_as(None)  # type: ignore[arg-type]  # on purpose


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
    heads = [
        each for each in mg.history_of("IOM").tenures if each.office is mg.vocabularies.Office.HEAD
    ]
    (counted,) = mg.counts("IOM", counted="heads")
    assert counted.value == len(heads) - 1 == 10
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
        ("2025", ("Ugochi Daniels",), ("Sung Ah Lee",)),
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


def test_what_held_is_an_answer_like_any_other() -> None:
    """Text, sources, plain values, a table, the one certain record."""
    held = mg.officeholders_on("IOM", "2003")
    assert held.only is held.certain[0]
    assert "Brunson McKinley, Director General, 1998-10 to 2008-09-30" == str(held)
    assert "carnegie-1998-mckinley" in {each.source for each in held.citations}
    assert [("Brunson McKinley", True)] == [(r["person"], r["certain"]) for r in held.to_dicts()]
    assert "Brunson McKinley" in str(held._repr_html_())
    both = mg.officeholders_on("IOM", "1998-10-31")
    assert [True, False] == [row["certain"] for row in both.to_dicts()]
    assert both.only is None
    assert "; possibly also James N. Purcell Jr." in repr(both)
    assert mg.officeholders_on("IOM", "1969-06-01").only is None
    assert hash(held) == hash(mg.officeholders_on("IOM", "2003"))


def test_outside_what_is_covered_there_is_a_warning() -> None:
    """After the latest evidence, and for an organization without a history."""
    with pytest.warns(mg.errors.CoverageWarning, match="nothing changed since"):
        mg.headquarters_on("IOM", "2031")
    with pytest.raises(
        mg.errors.UnknownOrganizationError, match=r"no history of 'icmpd'.* iom, unhcr"
    ):
        mg.officeholders_on("ICMPD", "2003")


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


def test_sessions_by_kind_and_by_id() -> None:
    """Special sessions; the id of one that is not there."""
    special = mg.sessions_of("IOM", kind="special")
    assert all(each.kind is mg.vocabularies.SessionKind.SPECIAL for each in special)
    assert "Council 81 (special), 2001-06-07" == str(special[0])
    assert "Council 84, 2002-12-02/2002-12-04" in map(str, mg.sessions_of("IOM"))
    with pytest.raises(mg.errors.UnknownTermError, match="there are regular, special"):
        mg.sessions_of("IOM", kind="secret")
    with pytest.raises(
        mg.errors.UnknownRecordError, match="no session 'council-84'; did you mean iom-council-84"
    ):
        mg.decisions_of("council-84")
    with pytest.raises(mg.errors.WrongTypeError, match="give a Session or its id, not 84"):
        mg.decisions_of(84)  # type: ignore[arg-type]  # on purpose


def test_a_session_without_a_register() -> None:
    """Has the milestones of its days all the same."""
    facts = dataset(registers=(), histories=(history(),))
    decided = mg.decisions_of("s-1", dataset=facts)
    assert ["P elected"] == [
        each.label for each in decided if isinstance(each, mg.model.Milestone)
    ]


def test_the_office_for_central_asia() -> None:
    """One office, four attested names; coverage is neither membership nor presence."""
    (office,) = mg.field_offices_of("IOM")
    assert [None, "2019-02-18", None, "2015-10-22"] == [
        None if each.as_of is None else str(each.as_of) for each in office.names
    ]
    assert (5, 8, 8) == tuple(
        len(office.points(kind)) for kind in ("function", "objective", "challenge")
    )
    assert "objective 1: a better understanding of migration" == str(office.points("objective")[0])
    assert "Astana" in str(office)
    assert () == mg.field_offices_of("IOM", state="France")
    assert mg.is_member("UZB", "2015") is mg.Answer.NO, "covered, and no member yet"
    with pytest.raises(mg.errors.UnknownTermError, match="StrategyKind; there are mandate"):
        office.points("wish")


def test_records_of_a_history_read_as_lines() -> None:
    """Each says what it is and when."""
    history = mg.history_of("IOM")
    lines = [str(each) for each in (*history.tenures, *history.presences, *history.works)]
    assert "Niurka Pineiro, Spokeswoman, attested [2002-01-01..2002-11-27], 2002-12-03" in lines
    assert "iom in Bishkek, 1996 to .." in lines
    assert "iom in TJK, undated" in lines
    assert "outside the United Nations system, 1951-12-05 to 2016-09-18" == str(
        history.relations[0]
    )
    assert "project: Integration of immigrants, 2002-12-03" in lines
    assert "history of iom, until 2025-12-10" == str(history)
    assert "Geneva, CHE, [1951-12-06..1952-10-13] to .." == str(history.headquarters[0])
    assert str(history.strategy[0]).startswith("orderly migration")


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


@pytest.mark.parametrize("history", mg.dataset().histories, ids=lambda each: each.organization)
def test_nobody_is_both_certain_and_possible(history: mg.model.History) -> None:
    """And no two certain heads on one day, on the days around every date."""
    for year in range(1951, 2026):
        for day in (f"{year}-01-01", f"{year}-10-01", f"{year}-11-14"):
            held = mg.officeholders_on(history.organization, day)
            assert len(held) <= 1, day
            assert not set(held.certain) & set(held.possible)
