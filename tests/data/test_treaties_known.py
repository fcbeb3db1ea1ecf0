"""Treaties, groups and votes of the bundled data: what depositaries and organizations publish."""

from __future__ import annotations

import pytest

import migrationgov as mg

#: Parties on the last day of a register or on the day of a total, by deposit and by effect.
PARTIES = [
    ("1951 Refugee Convention", "2020-12-31", "state", 146, 146),
    ("1967 Protocol", "2022-02-28", "state", 147, 147),
    ("ICRMW", "2014-01-01", "state", 47, 47),
    ("trafficking-protocol", "2014-01-01", None, 159, 158),
    ("trafficking-protocol", "2025-04-10", None, 184, 182),
    ("1954 Convention", "2026-05-22", "state", 99, 99),
    ("1961 Convention", "2024-11-05", "state", 81, 80),
    ("P029", "2026-09-24", "state", 66, 63),
]

MEMBERS = [
    ("un", "2011-07-14", 193),
    ("un", "2025-08", 193),
    ("eu", "2019", 28),
    ("eu", "2021", 27),
    ("ecowas", "2024", 15),
    ("ecowas", "2025-12", 12),
    ("asean", "2025-10-25", 10),
    ("asean", "2025-10-26", 11),
    ("sadc", "2025-11-07", 16),
    ("celac", "2025-08", 33),
    ("african-union", "2025", 55),
]

VOTES = [("A/RES/73/195", (152, 5, 12)), ("A/RES/73/151", (181, 2, 3))]


@pytest.mark.parametrize(("treaty", "on", "kind", "deposit", "effect"), PARTIES)
def test_a_treaty_has_as_many_parties_as_its_depositary_says(
    treaty: str, on: str, kind: mg.typing.PartyKind | None, deposit: int, effect: int
) -> None:
    """All of them certain; by effect those that still wait are missing."""
    deposited = mg.parties_on(on, treaty, by="deposit", kind=kind)
    bound = mg.parties_on(on, treaty, by="effect", kind=kind)
    for number, found in ((deposit, deposited), (effect, bound)):
        assert (number, 0) == (len(found.certain), len(found.possible))


def test_one_or_both_of_two_treaties() -> None:
    """149 states are party to the convention of 1951, to its protocol, or to both."""
    convention, protocol = (
        set(mg.parties_on("2020-12-31", each).codes)
        for each in ("1951 Convention", "1967 Protocol")
    )
    assert 149 == len(convention | protocol)
    assert {"MDG", "KNA", "CPV", "USA", "VEN"} == convention ^ protocol


def test_the_union_is_a_party() -> None:
    """Depositaries count it; lists of states do not."""
    asked = "2014-01-01", "trafficking-protocol"
    assert ("eu",) == mg.parties_on(*asked, kind="organization").codes
    assert 158 == len(mg.parties_on(*asked, by="deposit"))


@pytest.mark.parametrize(("group", "on", "number"), MEMBERS)
def test_a_group_has_as_many_members_as_published(group: str, on: str, number: int) -> None:
    """All of them certain, on every day of the date."""
    members = mg.members_on(on, group)
    assert (number, 0) == (len(members.certain), len(members.possible))


@pytest.mark.parametrize(("resolution", "numbers"), VOTES)
def test_votes_are_those_of_the_record(resolution: str, numbers: tuple[int, ...]) -> None:
    """Yes, no, abstentions."""
    assert numbers == tuple(len(each.states) for each in mg.votes_on(resolution).votes)


def test_no_published_total_is_left_open() -> None:
    """Each is equal, possible, or its difference is explained, in every institution."""
    facts = mg.dataset()
    open_ones = [
        str(each)
        for institution in facts.ids("counts")
        for each in mg.reconcile(institution, outcome="open")
    ]
    assert not open_ones


@pytest.mark.parametrize(
    ("state", "on", "treaty", "status", "since"),
    [
        ("SSD", "2019-02-01", "1951 Convention", "none", "2018-12-10"),
        ("SSD", "2019-03-10", "1951 Convention", "party", None),
        ("USA", "2020", "1951 Convention", "none", None),
        ("USA", "2020", "1967 Protocol", "party", None),
        ("RUS", "2010", "1951 Convention", "party", None),
        ("SUHH", "1990", "1951 Convention", None, None),  # the table names states of today
        ("RUS", "1990", "1951 Convention", "none", None),
        ("KAZ", "2010", "OAU Refugee Convention", "none", None),
    ],
)
def test_known_states(
    state: str, on: str, treaty: str, status: str | None, since: str | None
) -> None:
    """Between deposit and effect a state stays what it was; others are none."""
    found = mg.status_on(state, on, treaty)
    assert (status, since) == (found.status, found.bound_since and str(found.bound_since))


@pytest.mark.parametrize(
    ("state", "some"),
    [
        ("Kazakhstan", {"member of iom", "member of cis", "party to refugee-convention"}),
        ("Germany", {"member of eu", "party to ilo-c97", "signatory of cets-93"}),
        ("Nigeria", {"member of ecowas", "party to icrmw", "party to kampala-convention"}),
    ],
)
@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
def test_a_profile_has_all_ties(state: str, some: set[str]) -> None:
    """Organizations, treaties and processes, each with its sources."""
    ties = mg.profile_of(state, on="2015")
    assert some <= {str(each).partition(": ")[2] for each in ties}
    assert all(each.citations for each in ties if each.grade != "possible")


@pytest.mark.parametrize(
    "name", ["Geneva Convention", "Palermo Protocol", "Statelessness Convention"]
)
def test_ambiguous_names(name: str) -> None:
    """Names of several treaties, or of others that the data does not have."""
    with pytest.raises(mg.errors.AmbiguousNameError):
        mg.find_treaty(name)


@pytest.mark.parametrize(
    ("name", "treaty"),
    [
        ("Refugee Convention", "refugee-convention"),
        ("1951 Convention", "refugee-convention"),
        ("ICRMW", "icrmw"),
        ("Kampala Convention", "kampala-convention"),
        ("C97", "ilo-c97"),
        ("UNTOC", "untoc"),
        ("CETS 197", "cets-197"),
    ],
)
def test_usual_names(name: str, treaty: str) -> None:
    """As researchers write them."""
    assert treaty == mg.find_treaty(name).id


def test_every_treaty_has_a_register_and_clauses_have_their_sources() -> None:
    """Whatever no source gives is left empty."""
    for treaty in mg.treaties():
        assert treaty.milestones, treaty.id
        clause = treaty.final_clause
        assert clause is None or clause.citations, treaty.id
        assert mg.dataset().register(treaty.id).transitions, treaty.id
