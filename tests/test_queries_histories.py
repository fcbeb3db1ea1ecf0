"""Questions about the history of an organization: what comes back, and what is refused."""

from __future__ import annotations

import pytest
from attrs import evolve

import migrationgov as mg
from miniature import dataset, history

LATER_FIRST = (("T", "1992"), ("S", "1990"))

pytestmark = pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")


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


def test_the_heads_of_an_organization_in_order() -> None:
    """By the start of the term, else by the first day in office; other offices are left out."""
    people = [each.person for each in mg.heads_of("IOM")]
    assert people[0] == "Hugh S. Gibson"
    assert people[-2:] == ["António Vitorino", "Amy E. Pope"]
    assert len(people) == 11
    assert mg.heads_of("UNHCR")[0].person == "António Guterres"
    tenures = history().tenures
    later, earlier = (evolve(tenures[0], person=who, start=when) for who, when in LATER_FIRST)
    shown = evolve(earlier, person="R", start=None, end=None)  # a source shows R in 1991
    coordinator = tenures[1]
    facts = dataset(histories=(history(tenures=(later, shown, coordinator, earlier)),))
    assert [each.person for each in mg.heads_of("IOM", dataset=facts)] == ["S", "R", "T"]
    with pytest.raises(mg.errors.UnknownOrganizationError, match="there is no history of"):
        mg.heads_of("ILO")


def test_outside_what_is_covered_there_is_a_warning() -> None:
    """After the latest evidence, and for an organization without a history."""
    with pytest.warns(mg.errors.CoverageWarning, match="nothing changed since"):
        mg.headquarters_on("IOM", "2031")
    with pytest.raises(
        mg.errors.UnknownOrganizationError, match=r"no history of 'icmpd'.* iom, unhcr"
    ):
        mg.officeholders_on("ICMPD", "2003")


def test_sessions_by_kind_and_by_id() -> None:
    """Special sessions; the id of one that is not there."""
    special = mg.sessions_of("IOM", kind="special")
    assert all(each.kind is mg.vocabularies.SessionKind.SPECIAL for each in special)
    assert "Council 81 (special), 2001-06-07" == str(special[0])
    assert "Council 84, 2002-12-02/2002-12-04" in map(str, mg.sessions_of("IOM"))
    with pytest.raises(mg.errors.UnknownTermError, match="there are regular, special"):
        mg.sessions_of("IOM", kind="secret")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(
        mg.errors.UnknownRecordError, match=r"no session 'council-84' .did you mean iom-council-84"
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
    with pytest.raises(mg.errors.UnknownTermError, match="no strategy kind; there are mandate"):
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
    assert "no source gives one" == str(mg.name_on("IOM", "1940", lang="fr"))
    with pytest.raises(
        mg.errors.UnknownTermError, match="no name in 'xx'; there are en, es, fr, ru"
    ):
        mg.name_on("IOM", "2020", lang="xx")
    with pytest.raises(mg.errors.WrongTypeError, match="acronym= is True or False, not 'yes'"):
        mg.name_on("IOM", "2020", acronym="yes")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(mg.errors.WrongTypeError, match="a name is text, not None"):
        mg.find_organization("IOM").known_as(None)  # type: ignore[arg-type]  # on purpose


def test_a_date_after_the_history_of_an_organization_is_warned_about() -> None:
    """The history is covered to its own last day, which is not that of the data."""
    told = dataset(histories=(history(covered_until="2020-06-30"),))
    with pytest.warns(mg.errors.CoverageWarning, match=r"the history of iom \(.*2020-06-30"):
        mg.officeholders_on("IOM", "2020-07-01", dataset=told)
