"""Catalogues: which states, processes and organizations there are, by filters."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from functools import partial

import pytest

import migrationgov as mg
from migrationgov.lookup.bundled import bundled_dataset
from migrationgov.model import Characteristic, Milestone, StatusReport
from migrationgov.queries.spells import institutions
from migrationgov.timelines.gather import timelines_of
from migrationgov.vocabularies import ProcessStatus
from miniature import CITED, body, dataset, process, register, state
from strategies import transition

GROUP = mg.model.Register.of(
    mg.find_organization("ECOWAS").id,
    mg.PartialDate("1975-05-28"),
    mg.PartialDate("2025-12-31"),
    (
        transition("AAA", "joined", "1975-05-28"),
        transition("BBB", "joined", "1980"),
        transition("CCC", "joined", "1975-05-28"),
        transition("CCC", "withdrew", "2000-12-31"),
    ),
)


def facts(**parts: object) -> mg.Dataset:
    """Four states in two regions, IOM, and a group of which three of them were members."""
    made = {
        "states": (
            state("AAA", region="Africa", subregion="Western Africa"),
            state("BBB", region="Africa", subregion="Eastern Africa", start="1990-06-01"),
            state("CCC", region="Africa", subregion="Western Africa"),
            state("DDD", region="Asia", subregion="Central Asia", end="1991-12-25"),
        ),
        "organizations": (
            body("iom"),
            body("ecowas", kind="regional", names=(mg.model.Name(text="ECOWAS"),)),
        ),
        "registers": (
            register(
                transition("AAA", "joined", "1990-05-01"),
                transition("BBB", "became-observer", "1995-01-01"),
                transition("DDD", "joined", "1960-01-01"),
            ),
            GROUP,
        ),
        "processes": (),
    }
    return dataset(**(made | parts))


@pytest.mark.parametrize(
    ("filters", "codes"),
    [
        ({}, "AAA BBB CCC DDD"),
        ({"region": "Africa"}, "AAA BBB CCC"),
        ({"subregion": "Western Africa"}, "AAA CCC"),
        ({"region": "Asia", "subregion": "Western Africa"}, ""),
        ({"on": "1990"}, "AAA BBB CCC DDD"),
        ({"on": "1990-05-31"}, "AAA CCC DDD"),
        ({"on": "1991-12-25"}, "AAA BBB CCC DDD"),
        ({"on": "1991-12-26"}, "AAA BBB CCC"),
        ({"group": "ECOWAS", "on": "2000"}, "AAA BBB CCC"),
        ({"group": "ECOWAS", "on": "2001"}, "AAA BBB"),
        ({"group": "ECOWAS", "subregion": "Western Africa", "on": "2001"}, "AAA"),
        ({"status": "member", "on": "1991-12-25"}, "AAA DDD"),
        ({"status": "member", "on": "1989"}, "DDD"),
        ({"status": "observer", "on": "1996"}, "BBB"),
        ({"status": "member", "institution": "ECOWAS", "on": "2001"}, "AAA BBB"),
        ({"institution": "ECOWAS", "on": "2001"}, "AAA BBB"),
        ({"group": "ECOWAS", "status": "member", "on": "2001"}, "AAA"),
    ],
    ids=lambda value: str(value) or "none",
)
def test_states_are_filtered(filters: dict[str, str], codes: str) -> None:
    """Each filter alone and together; a state is there on each day on which it may exist."""
    found = mg.states(dataset=facts(), **filters)  # type: ignore[arg-type]  # any filter
    assert found.codes == tuple(codes.split())


def test_a_group_without_a_date_is_that_of_today() -> None:
    """The warning says that the register does not cover today."""
    with pytest.warns(mg.errors.CoverageWarning, match="lies outside what is known"):
        assert mg.states(group="ECOWAS", dataset=facts()).codes == ("AAA", "BBB")


def _warnings(ask: Callable[[], object]) -> list[str]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", mg.errors.CoverageWarning)
        ask()
    return [str(each.message) for each in caught]


@pytest.mark.parametrize("on", ["1940", "1995-01-01", "2004-06-01", "2015", "2040", "1900/2040"])
def test_one_warning_counts_the_institutions_outside_their_evidence(on: str) -> None:
    """As many as warn one by one, but for those that had ended; found or not."""
    first = mg.PartialDate(on).first_ordinal
    outside = [
        each
        for each in institutions(None, mg.dataset())
        if timelines_of(mg.dataset(), each).evidence.ends[1] >= first
        and _warnings(partial(mg.members_on, on, each))
    ]
    number = f"of {len(outside)} institution{'s' * (len(outside) > 1)} ("
    for ask in (mg.profile_of, partial(mg.memberships_of, status=None)):
        (warning,) = _warnings(partial(ask, "LIE", on=on))
        assert number in warning


def test_groups_and_treaties_of_a_party_warn_once() -> None:
    """Also about those that are not found, and of which institution the evidence ends first."""
    today = bundled_dataset()
    for ask in (
        partial(mg.groups, member="AAA", dataset=facts()),
        partial(mg.treaties, party="VEN", dataset=today),
    ):
        (warning,) = _warnings(partial(ask, on="2040"))
        assert re.search(r" of \d+ institutions \(\S+ ends first, on 20", warning)
    assert not _warnings(partial(mg.treaties, party="VEN", on="2004", dataset=today))


def test_without_a_date_each_treaty_is_that_of_its_last_evidence() -> None:
    """No warning: Venezuela is asked about 2005 in one treaty, and about 2026 in another."""
    facts = bundled_dataset()
    found = [each.id for each in mg.treaties(party="VEN", dataset=facts)]
    ends = {each.id: facts.register(each.id).covered_until for each in mg.treaties(dataset=facts)}
    assert len(set(ends.values())) > 1
    bound = [
        each
        for each, on in ends.items()
        if mg.is_member("VEN", str(on), each, grade="listed", dataset=facts) is mg.Answer.YES
    ]
    assert [] != found == bound


def test_without_a_date_a_state_that_has_ended_is_asked_on_its_last_day() -> None:
    """An exit ends a membership; the end of the state is none."""
    group = mg.model.Register.of(
        mg.find_organization("ECOWAS").id,
        mg.PartialDate("1975-05-28"),
        mg.PartialDate("2025-12-31"),
        (transition("DDD", "joined", "1980-01-01"), transition("AAA", "joined", "1980-01-01")),
    )
    given = facts(registers=(facts().registers[0], group))
    assert [each.id for each in mg.groups(member="DDD", dataset=given)] == ["ecowas"]
    assert not mg.groups(member="DDD", on="2000-01-01", dataset=given)
    assert not mg.groups(member="CCC", dataset=facts())


def test_a_list_of_both_kinds_says_of_which_it_is_complete() -> None:
    """The observers of IOM: every state, not every organization."""
    both = mg.observers_on("1996-01-01", dataset=facts())
    assert (both.complete, both.complete_for_organizations) == (True, False)
    assert "complete for states alone" in repr(both)
    assert "complete for" not in repr(mg.observers_on("1996-01-01", kind="state", dataset=facts()))


def test_a_possible_member_is_not_listed() -> None:
    """A state whose entry in 1980 has no day is no certain member on a day of 1980."""
    assert mg.states(group="ECOWAS", on="1980-06-01", dataset=facts()).codes == ("AAA", "CCC")


def test_states_of_the_world() -> None:
    """The bundled dataset: all of them, former ones included, and those of a day."""
    assert len(mg.states()) == len(mg.dataset().states)
    assert "SUHH" in mg.states()
    assert "SUHH" not in mg.states(on="2000")
    asia = mg.states(subregion="Central Asia", on="2000")
    assert asia.codes == ("KAZ", "KGZ", "TJK", "TKM", "UZB")
    assert asia.to_dicts()[0]["name"] == "Kazakhstan"


def ended(when: str) -> tuple[Milestone, ...]:
    """The founding of a process in 2000, and its end."""
    return (
        Milestone(kind="launched", date="2000", label="x", citations=CITED),
        Milestone(kind="ended", date=when, label="y", citations=CITED),
    )


def reported(*reports: tuple[str, str]) -> tuple[StatusReport, ...]:
    """Reports on a process, each a status and its date."""
    return tuple(StatusReport(status=s, as_of=when, citations=CITED) for s, when in reports)


def traits(**values: str) -> tuple[Characteristic, ...]:
    """Characteristics, each a kind and its values with commas between them."""
    return tuple(
        Characteristic(kind=kind, value=value, citations=CITED)
        for kind, text in values.items()
        for value in text.split(", ")
    )


PROCESSES = (
    process(
        id="dormant",
        characteristics=traits(region="Eastern Africa", theme="data, gender"),
        statuses=reported(("active", "2005"), ("dormant", "2020~")),
    ),
    process(id="ended", characteristics=traits(region="Africa"), milestones=ended("2010-06-30")),
    process(
        id="maybe-ended",
        characteristics=traits(region="Asia, Europe", theme="data"),
        milestones=ended("2010?"),
        kind="global",
    ),
    process(
        id="proposed",
        characteristics=traits(region="South-Eastern Asia"),
        milestones=(),
        statuses=reported(("proposed", "2022-04-01")),
        kind="interregional",
    ),
)


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({}, "dormant ended maybe-ended proposed"),
        ({"kind": "global"}, "maybe-ended"),
        ({"region": "Africa"}, "dormant ended"),
        ({"region": "Eastern Africa"}, "dormant"),
        ({"region": "Asia"}, "maybe-ended proposed"),
        ({"region": "Europe"}, "maybe-ended"),
        ({"region": "Global"}, ""),
        ({"theme": "data"}, "dormant maybe-ended"),
        ({"theme": "data", "region": "Africa"}, "dormant"),
        ({"status": "active"}, ""),
        ({"status": "active", "on": "2008"}, "dormant"),
        ({"status": "active", "on": "2019"}, ""),  # dormant about 2020: unknown from 2009 on
        ({"status": "dormant"}, "dormant"),
        ({"status": "dormant", "on": "2020-06"}, "dormant"),
        ({"status": "active", "on": "2004"}, "dormant"),  # a report of 2005, carried back
        ({"status": "unknown", "on": "2004"}, "ended maybe-ended"),
        ({"status": "unknown", "on": "2000"}, "dormant ended maybe-ended"),
        ({"status": "ended"}, "ended"),
        ({"status": "ended", "on": "2010-06-29"}, ""),
        ({"status": "ended", "on": "2010-06-30"}, "ended"),
        ({"status": "proposed"}, "proposed"),
        ({"status": "proposed", "on": "2021"}, ""),
        ({"status": "unknown"}, "maybe-ended"),
        ({"on": "1999"}, ""),
        ({"on": "2000"}, "dormant ended maybe-ended"),
        ({"on": "2010"}, "dormant ended maybe-ended"),
        ({"on": "2010-06-30"}, "dormant ended maybe-ended"),
        ({"on": "2010-07-01"}, "dormant maybe-ended"),
        ({"on": "2022-04-01"}, "dormant maybe-ended proposed"),
    ],
    ids=lambda value: str(value) or "none",
)
@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
def test_processes_are_filtered(filters: dict[str, str], ids: str) -> None:
    """By region, theme, the last report on or before the day or the first after, and the end."""
    found = mg.processes(dataset=facts(processes=PROCESSES), **filters)  # type: ignore[arg-type]  # of the table
    assert [each.id for each in found] == ids.split()


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("2021", "1 process is"),
        ("2019", "2 processes are"),
        ("2000", "3 processes are"),
        ("1999", None),
    ],
)
def test_processes_of_unknown_status_are_counted(day: str, count: str | None) -> None:
    """They are left out, which is said once; the question for them is in the message."""
    given = facts(processes=PROCESSES)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        mg.processes(status="active", on=day, dataset=given)
        left_out = mg.processes(status="unknown", on=day, dataset=given)
    said = [] if count is None else [f"{count} left out, as no source reports the status on {day}"]
    assert [str(each.message).partition(";")[0] for each in caught] == said
    assert len(left_out) == (int(count.split()[0]) if count else 0)


@pytest.mark.parametrize(
    ("next_status", "on", "expected"),
    [
        ("dormant", "2018-03-01", "active"),
        ("dormant", "2018-03-02", "unknown"),
        ("dormant", "2024-12-31", "unknown"),
        ("dormant", "2025-01-01", "dormant"),
        ("active", "2024-12-31", "active"),
        (None, "2024-12-31", "active"),
    ],
)
@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
def test_a_report_that_another_contradicts_counts_for_four_years(
    next_status: str | None, on: str, expected: str
) -> None:
    """The days between are unknown then; a report that the next one repeats has no end."""
    reports = [("active", "2014-03-01"), *([(next_status, "2025-01-01")] if next_status else [])]
    given = facts(processes=(process(statuses=reported(*reports)),))
    assert len(mg.processes(status=ProcessStatus(expected), on=on, dataset=given)) == 1
    table = mg.processes(dataset=given).to_frame()
    assert table["reported"].tolist() == ["; ".join(when for _, when in reports)]
    assert table["statuses"].tolist() == ["; ".join(status for status, _ in reports)]


def test_processes_of_the_world() -> None:
    """All of them, those that have ended, and one that is active."""
    assert sorted(each.id for each in mg.processes()) == list(mg.dataset().process_ids)
    names = [each.name for each in mg.processes(kind="global")]
    assert sorted(names) == names
    over = {each.id for each in mg.processes(status="ended")}
    assert {"cis-conference", "soderkoping-process"} <= over
    assert "midsa" in {each.id for each in mg.processes(status="active")}
    assert mg.processes(kind="global").citations


def test_organizations_by_kind() -> None:
    """All of them, or those of one kind."""
    assert mg.organizations(dataset=facts()).codes == ("ecowas", "iom")
    assert mg.organizations(kind="regional", dataset=facts()).codes == ("ecowas",)
    assert mg.organizations()[0].citations


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (
            lambda: mg.states(region="Afrika"),
            "region is 'Afrika' (did you mean Africa?); it may be 'Africa', 'Americas'",
        ),
        (
            lambda: mg.states(subregion="Africa"),
            "is 'Africa' (did you mean Middle Africa, Western Africa, Eastern Africa?); it may",
        ),
        (lambda: mg.states(status="none"), "status is 'none'; it may be 'member', 'observer'"),  # type: ignore[arg-type]  # on purpose
        (lambda: mg.processes(region="Mars"), "'Mars' is no region; there are Africa"),  # type: ignore[arg-type]  # on purpose
        (lambda: mg.processes(region=5), "5 is no region; there are Africa"),  # type: ignore[arg-type]  # on purpose
        (lambda: mg.processes(theme="work"), "'work' is no theme; there are asylum"),  # type: ignore[arg-type]  # on purpose
        (lambda: mg.processes(kind="local"), "there are regional, interregional, global"),  # type: ignore[arg-type]  # on purpose
        (lambda: mg.processes(status="alive"), "there are proposed, active, dormant, ended"),  # type: ignore[arg-type]  # on purpose
        (lambda: mg.organizations(kind="un"), "there are intergovernmental, united-nations"),  # type: ignore[arg-type]  # on purpose
    ],
)
def test_a_filter_that_does_not_exist_lists_those_that_do(
    ask: Callable[[], object], message: str
) -> None:
    """Never an empty answer for a misspelt word."""
    with pytest.raises(mg.errors.UnknownTermError) as refused:
        ask()
    assert message in str(refused.value)


def test_names_and_dates_that_do_not_exist() -> None:
    """A group that is none, and a date that is a name."""
    with pytest.raises(mg.errors.UnknownOrganizationError):
        mg.states(group="Africa", on="2020")
    with pytest.raises(mg.errors.InvalidDateError, match="'KAZ' is a state, not a date"):
        mg.states(on="KAZ")
    with pytest.raises(mg.errors.InvalidDateError, match="'IOM' is an organization, not a date"):
        mg.processes(on="IOM")


def test_lists_are_joined_like_sets() -> None:
    """Both, either, the first alone; only lists are joined."""
    every, western = mg.states(), mg.states(subregion="Western Africa")
    assert western & every == western
    assert every | western == every
    assert not {*western.codes} & {*(every - western).codes}
    assert len(every - western) == len(every) - len(western)
    with pytest.raises(TypeError, match="unsupported operand"):
        western - ["KAZ"]  # type: ignore[operator]  # on purpose


def test_a_catalogue_cites_the_records_of_its_parties() -> None:
    """A part of it does, too; a part of a member list is no catalogue."""
    western = mg.states(subregion="Western Africa")
    behind = {source.id for each in western for source in mg.sources_of(each)}
    assert {source.id for source in mg.sources_of(western)} == behind
    assert {source.id for source in mg.sources_of(western & mg.states())} == behind
    assert mg.organizations()[:3].cite() == mg.cite(tuple(mg.organizations()[:3]))
    with pytest.raises(mg.errors.WrongTypeError, match="part of a member list"):
        (western & mg.members_on("2002-12-02")).cite()


@pytest.mark.parametrize("on", ["9999-12-31", 9999])
@pytest.mark.parametrize("ask", [mg.states, mg.processes, partial(mg.processes, status="active")])
def test_the_year_9999_is_no_date_of_a_catalogue(ask: Callable[..., object], on: object) -> None:
    """It stands for a missing date, and is not read as the far future."""
    with pytest.raises(mg.errors.InvalidDateError, match="stands for no date in many files"):
        ask(on=on)


def test_a_catalogue_after_the_day_of_the_data_warns() -> None:
    """It assumes that nothing changed since; a year that the data reach does not warn."""
    for ask, what in ((mg.states, "states"), (mg.processes, "processes")):
        with pytest.warns(mg.errors.CoverageWarning, match=f"2040 lies outside .* of {what}"):
            ask(on="2040")
        assert ask(on=mg.dataset().manifest.as_of.text[:4])


def test_a_doubted_date_of_a_catalogue_may_be_any_day() -> None:
    """As in every other question."""
    given = facts(processes=(process(), process(id="ended", milestones=ended("2010-06-30"))))
    assert mg.states(on="2000?", dataset=given) == mg.states(dataset=given)
    assert mg.states(on="2000", dataset=given) != mg.states(dataset=given)
    assert len(mg.processes(on="1990?", dataset=given)) == 2
    assert len(mg.processes(on="2020", dataset=given)) == 1


class TestPossibleMembersInCatalogues:
    """A filter keeps certain and listed members, and says which possible ones it leaves out."""

    def test_they_are_counted_and_some_are_named(self) -> None:
        """Of the states that meet the other filters, with the question that has them."""
        with pytest.warns(
            mg.errors.CoverageWarning,
            match=r"leaves out 32 states only possible: AFG, .* and 27 more\. See"
            r" members_on\('2005-01-01', 'bali-process'\)\.possible$",
        ):
            found = mg.states(institution="Bali Process", region="Asia", on="2005-01-01")
        possible = mg.members_on("2005-01-01", "Bali Process").possible
        assert len([each for each in possible if each.region == "Asia"]) == 32
        assert not set(found.codes) & set(possible.codes)

    def test_a_wide_date_and_observers(self) -> None:
        """A day may decide: DDD ended within the year."""
        with pytest.warns(mg.errors.CoverageWarning, match="leaves out 1 state .*: DDD. Ask for"):
            assert mg.states(status="member", on="1991", dataset=facts()).codes == ("AAA",)
        with pytest.warns(
            mg.errors.CoverageWarning, match=r"Ask for a day, or see observers_on\('2002', "
        ):
            mg.states(status="observer", on="2002")

    def test_who_is_certainly_left_out_by_another_filter_is_not_counted(self) -> None:
        """Nor is anybody where nothing is open."""
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            mg.states(region="Africa", status="member", on="2002-12-02")
            mg.states(institution="Bali Process", region="Americas", on="1950")


def test_a_state_exists_from_its_first_day_to_its_last() -> None:
    """On both, and not on the days beside them; a range may be any of its days."""
    lived = dataset(states=(state("AAA", start="1992-06-01", end="[2006-06-04..2006-06-09]"),))
    days = ("1992-05-31", "1992-06-01", "2006-06-04", "2006-06-09", "2006-06-10")
    assert [0, 1, 1, 1, 0] == [len(mg.states(on=each, dataset=lived)) for each in days]
