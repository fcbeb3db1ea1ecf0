"""Queries about treaties, groups and votes, on made-up facts."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import pytest

import migrationgov as mg
from migrationgov.model import FinalClause
from migrationgov.vocabularies import OrganizationId, TreatyId
from miniature import CITED, counted, dataset, process, snapshot
from miniature_treaties import (
    ACTS,
    act,
    members,
    name,
    parties,
    treaty,
    treaty_facts,
    un,
    voted,
)

FACTS = treaty_facts()
PACT = "Pact pact"


def codes(on: str, institution: str = PACT, **more: Any) -> tuple[str, ...]:
    """The codes of the parties on a date."""
    return mg.parties_on(on, institution, dataset=FACTS, **more).codes


class TestParties:
    """Who is party to a treaty on a date, by effect and by deposit."""

    @pytest.mark.parametrize(
        ("on", "effect", "deposit"),
        [
            ("1993-05-04", (), ()),
            ("1993-05-05", (), ("BBB",)),
            ("1995-05-31", (), ("BBB",)),
            ("1995-06-01", ("BBB",), ("BBB",)),
            ("1998-12-31", ("BBB",), ("BBB",)),
            ("1999-04-01", ("BBB", "CCC"), ("BBB", "CCC")),
            ("2000-01-10", ("BBB", "CCC"), ("AAA", "BBB", "CCC")),
            ("2000-04-08", ("BBB", "CCC"), ("AAA", "BBB", "CCC")),
            ("2000-04-09", ("AAA", "BBB", "CCC"), ("AAA", "BBB", "CCC")),
            ("2001-06-30", ("AAA", "BBB", "CCC"), ("AAA", "BBB", "CCC")),
            ("2001-07-01", ("AAA", "CCC"), ("AAA", "CCC")),
        ],
    )
    def test_by_each_clock(
        self, on: str, effect: tuple[str, ...], deposit: tuple[str, ...]
    ) -> None:
        """From the effect by the final clause, or from the deposit."""
        assert effect == codes(on) == mg.members_on(on, PACT, dataset=FACTS).codes
        assert effect == codes(on, by="effect")
        assert deposit == codes(on, by="deposit")
        assert deposit == mg.members_on(on, PACT, by="deposit", dataset=FACTS).codes

    def test_organizations_are_parties(self) -> None:
        """As depositaries count them, with the effect that a source gives."""
        assert ("org",) == codes("1996-05-02", kind="organization")
        assert () == codes("1996-05-01", kind="organization")
        assert ("org",) == codes("1996-02-02", kind="organization", by="deposit")
        assert ("BBB", "org") == codes("1996-05-02", kind=None)

    def test_signatories(self) -> None:
        """Who has signed and is not bound."""
        assert ("AAA", "DDD") == codes("1995", status="signatory")
        assert ("AAA", "DDD") == codes("2000-04-08", status="signatory")
        assert ("DDD",) == codes("2000-04-08", status="signatory", by="deposit")
        assert ("DDD",) == codes("2010", status="signatory")

    def test_a_succession_may_reach_back(self) -> None:
        """Before the notification the successor is a possible party, since its start."""
        found = mg.parties_on("1996", PACT, dataset=FACTS)
        assert (("BBB",), ("CCC",)) == (found.codes, tuple(each.id for each in found.possible))
        assert "CCC" not in mg.parties_on("1995-05-31", PACT, dataset=FACTS).possible

    def test_by_region(self) -> None:
        """All states of the miniature are in Africa."""
        assert codes("2010") == codes("2010", region="Africa")
        with pytest.raises(mg.errors.UnknownTermError, match="region"):
            codes("2010", region="Atlantis")

    def test_a_treaty_that_is_complete_for_named_parties(self) -> None:
        """Whom no record names is unknown, if it may be a party; a list names a listed party."""
        regional = "Regional Pact"
        found = mg.parties_on("2010-01-01", regional, dataset=FACTS)
        assert (("EEE",), ("AAA",)) == (
            tuple(each.id for each in found.certain),
            tuple(each.id for each in found.possible),
        )
        assert not found.complete
        assert mg.Answer.NO is mg.is_member("BBB", "2010", regional, dataset=FACTS)
        later = mg.parties_on("2015", regional, dataset=FACTS)
        assert ("EEE",) == tuple(each.id for each in later.listed)
        assert ("AAA", "EEE") == mg.parties_on("2010", regional, by="deposit", dataset=FACTS).codes

    @pytest.mark.parametrize(
        ("ask", "error", "said"),
        [
            (lambda: codes("2010", "Nothing"), "UnknownTreatyError", "no treaty has the name"),
            (lambda: codes("2010", "un"), "UnknownTreatyError", "'un' is an organization"),
            (lambda: codes("2010", "AAA"), "UnknownTreatyError", "'AAA' is a state"),
            (lambda: codes("2010", by="vote"), "UnknownTermError", "'vote' is no clock"),
            (lambda: codes("2010", status="member"), "UnknownTermError", "may be 'party'"),
            (lambda: codes("2010", kind="cat"), "UnknownTermError", "kind"),
            (lambda: codes("soon"), "InvalidDateError", "soon"),
            (
                lambda: mg.observers_on("2010", "Pact pact", dataset=FACTS),
                "UnknownTermError",
                "a treaty has no observers; parties_on.*'signatory'.* signatories of pact",
            ),
            (
                lambda: mg.members_on("2010", "club", by="deposit", dataset=FACTS),
                "UnknownTermError",
                "'by' is for treaties",
            ),
            (
                lambda: mg.is_member("AAA", "2010", "club", by="effect", dataset=FACTS),
                "UnknownTermError",
                "club is none",
            ),
        ],
    )
    def test_what_is_wrong_is_refused(
        self, ask: Callable[[], object], error: str, said: str
    ) -> None:
        """With what there is instead."""
        with pytest.raises(getattr(mg.errors, error), match=said):
            ask()

    def test_a_date_after_the_evidence_warns(self) -> None:
        """The register of the treaty is covered until 2020; the answer goes on as it stood."""
        with pytest.warns(mg.errors.CoverageWarning, match="2020-12-31"):
            assert ("AAA", "CCC") == codes("2024")

    def test_records_ask_like_names(self) -> None:
        """A `Treaty` finds the treaty of its id."""
        record = mg.find_treaty("pact", dataset=FACTS)
        assert codes("2010") == mg.parties_on("2010", record, dataset=FACTS).codes
        assert codes("2010") == mg.members_on("2010", record, dataset=FACTS).codes
        assert pickle.loads(pickle.dumps(record)) == record


class TestStatus:
    """The status of one state, why, and since when it has been bound."""

    @pytest.mark.parametrize(
        ("state", "on", "status", "since"),
        [
            ("AAA", "1999", "signatory", None),
            ("AAA", "2000-02-01", "signatory", "2000-01-10"),
            ("AAA", "2000-04-09", "party", None),
            ("BBB", "1994", "none", "1993-05-05"),
            ("BBB", "2002", "none", None),
            ("CCC", "1999-02-01", None, "1999-01-01"),
            ("DDD", "2010", "signatory", None),
            ("EEE", "2010", "none", None),
        ],
    )
    def test_by_effect(self, state: str, on: str, status: str | None, since: str | None) -> None:
        """Between deposit and effect a state stays what it was, and it shows since when."""
        found = mg.status_on(state, on, PACT, dataset=FACTS)
        assert (status, since) == (found.status, found.bound_since and str(found.bound_since))
        assert ("not in effect" in found.reason) is (since is not None and status is not None)

    def test_by_deposit(self) -> None:
        """A state that has deposited is a party, and waits for nothing."""
        found = mg.status_on("AAA", "2000-02-01", PACT, by="deposit", dataset=FACTS)
        assert (mg.Answer.YES, None) == (found.is_party, found.bound_since)
        assert "deposit" == found.clock
        assert mg.status_on("AAA", "2000", "club", dataset=FACTS).clock is None
        for clock, answer in zip(
            mg.vocabularies.Clock, (mg.Answer.NO, mg.Answer.YES), strict=True
        ):
            asked = mg.is_member("AAA", "2000-02-01", PACT, by=clock, dataset=FACTS)
            assert asked is answer

    def test_a_seat_that_is_continued_waits_for_nothing(self) -> None:
        """The instrument of the predecessor is that of the successor now."""
        facts = treaty_facts(
            treaties=(treaty(),),
            registers=(
                parties(
                    act("AAA", "continued", "1998-12-24", predecessor="BBB"),
                    act("BBB", "acceded", "1993-05-05"),
                ),
                un("AAA", "BBB", "CCC"),
            ),
        )
        assert ("AAA",) == mg.parties_on("2000", PACT, dataset=facts).codes
        assert mg.status_on("BBB", "2000", PACT, dataset=facts).bound_since is None
        (spell,) = mg.memberships_of("BBB", PACT, dataset=facts)
        assert ("1995-06-01", "1998-12-23", "AAA") == (
            str(spell.start),
            str(spell.end),
            spell.continued_by,
        )
        (spell,) = mg.memberships_of("AAA", PACT, dataset=facts)
        assert ("1998-12-24", "BBB") == (str(spell.start), spell.continues)

    def test_why(self) -> None:
        """The records that count, by each clock."""
        found = mg.why("AAA", "2000-02-01", PACT, dataset=FACTS)
        said = [each.says for each in found.reasons]
        assert ["signatory", "party from 2000-04-09 on, by article 9"] == said
        assert [False, True] == [each.later for each in found.reasons]
        by_deposit = mg.why("AAA", "2000-02-01", PACT, by="deposit", dataset=FACTS)
        assert ["party"] == [each.says for each in by_deposit.reasons if each.decides]
        assert "ratified" == by_deposit.reasons[-1].record.kind
        of_the_body = mg.why("org", "1996-03-01", PACT, dataset=FACTS)
        assert ["changes no status", "party"] == [each.says for each in of_the_body.reasons]

    def test_an_effect_that_nothing_bounds(self) -> None:
        """Without a final clause a state that has deposited may be a party, from then on."""
        facts = treaty_facts(
            treaties=(treaty(clauses=(), milestones=treaty().milestones[:1]),),
            registers=(parties(act("AAA", "acceded", "[..1993]")), un("AAA", "BBB", "CCC")),
        )
        found = mg.parties_on("2010", PACT, dataset=facts)
        assert ((), ("AAA",)) == (found.codes, tuple(each.id for each in found.possible))
        (spell,) = mg.memberships_of("AAA", PACT, dataset=facts)
        assert "[1990-03-01..]" == str(spell.start)

    def test_an_effect_that_is_doubted(self) -> None:
        """A doubted deposit, or a doubted day of the treaty itself, makes no certain party."""
        doubted = treaty(
            milestones=(
                treaty().milestones[0],
                mg.model.Milestone(
                    kind="in-force", date="1995-06-01?", label="in force", citations=CITED
                ),
            )
        )
        for one, when in ((treaty(), "1994?"), (doubted, "1994")):
            facts = treaty_facts(
                treaties=(one,),
                registers=(parties(act("AAA", "acceded", when)), un("AAA", "BBB", "CCC")),
            )
            found = mg.parties_on("2010", PACT, dataset=facts)
            assert (("AAA",), ()) == (found.codes, tuple(found.certain))
            (spell,) = mg.memberships_of("AAA", PACT, dataset=facts)
            assert spell.start.uncertain


class TestSpells:
    """Spells as party and as signatory, with effects that follow from the clause."""

    def test_parties_and_signatories(self) -> None:
        """A spell as a party starts with the effect, and ends with the denunciation."""
        found = mg.memberships_of("AAA", PACT, status=None, dataset=FACTS)
        assert [
            ("signatory", "1991-01-01", "2000-04-08"),
            ("party", "2000-04-09", "None"),
        ] == [(each.status, str(each.start), str(each.end)) for each in found]
        (spell,) = mg.memberships_of("BBB", PACT, dataset=FACTS)
        assert ("party", "1995-06-01", "2001-06-30") == (
            spell.status,
            str(spell.start),
            str(spell.end),
        )
        assert ["acceded", "denounced"] == [each.kind for each in spell.steps]
        assert spell.citations

    def test_an_effect_by_year_is_a_bracket(self) -> None:
        """The first and the last day on which it may have come."""
        facts = treaty_facts(
            treaties=(treaty(),),
            registers=(parties(act("AAA", "acceded", "2000")), un("AAA", "BBB", "CCC")),
        )
        (spell,) = mg.memberships_of("AAA", PACT, dataset=facts)
        assert "[2000-03-31..2001-03-31]" == str(spell.start)

    def test_dates_on_record_stay_as_they_are(self) -> None:
        """A signature by year starts a spell by year, whatever bounds it."""
        facts = treaty_facts(
            treaties=(treaty(),),
            registers=(
                parties(act("AAA", "signed", "1999"), act("AAA", "ratified", "1999-05-01")),
                un("AAA", "BBB", "CCC"),
            ),
        )
        found = mg.memberships_of("AAA", PACT, status="signatory", dataset=facts)
        assert ["1999"] == [str(each.start) for each in found]
        assert ("AAA",) == mg.parties_on(
            "1999-06-01", PACT, status="signatory", dataset=facts
        ).codes

    def test_all_institutions(self) -> None:
        """Members of organizations and parties to treaties."""
        found = mg.memberships_of("AAA", dataset=FACTS)
        assert ["club", "un", "pact", "regional-pact"] == [each.institution for each in found]

    def test_a_profile_has_treaties(self) -> None:
        """All ties on a day, signatures among them."""
        found = mg.profile_of("DDD", "2010", dataset=FACTS)
        assert ["DDD: member of un", "DDD: signatory of pact"] == [str(each) for each in found]
        (tie,) = (
            each
            for each in mg.profile_of("AAA", "2010", dataset=FACTS)
            if each.institution == "pact"
        )
        assert ("AAA: party to pact", "certain") == (str(tie), tie.grade)
        assert tie.citations


class TestNames:
    """Treaties are found by name, and what is none is named."""

    @pytest.mark.parametrize("text", ["pact", "Pact pact", "pact PACT", "PACT-pact"])
    def test_by_id_and_name(self, text: str) -> None:
        """Case and punctuation do not matter."""
        assert "pact" == mg.find_treaty(text, dataset=FACTS).id

    def test_ambiguous_names(self) -> None:
        """Two treaties with one name, or a name that something else has."""
        with pytest.raises(mg.errors.AmbiguousNameError, match=r"'pact'.*'regional-pact'") as two:
            mg.find_treaty("Twin Pact", dataset=FACTS)
        assert ("pact", "regional-pact") == two.value.candidates
        with pytest.raises(mg.errors.AmbiguousNameError, match="something else of this") as other:
            mg.find_treaty("The Pact", dataset=FACTS)
        assert ("pact",) == other.value.candidates

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("Body club", "'Body club' is an organization; find_organization finds it"),
            ("A/RES/1", "'A/RES/1' is a resolution; votes_on finds it"),
            ("2010", "is a date"),
            ("Regional Pcat", r"did you mean 'regional-pact' \(Pact regional-pact\)"),
            ("Nothing at all", "no treaty has the name 'Nothing at all'"),
        ],
    )
    def test_what_is_no_treaty(self, text: str, said: str) -> None:
        """The message says what it is, or what is like it."""
        with pytest.raises(mg.errors.UnknownTreatyError, match=said):
            mg.find_treaty(text, dataset=FACTS)

    def test_records_of_other_kinds(self) -> None:
        """A record of another kind, and a treaty of another dataset, are refused."""
        with pytest.raises(mg.errors.WrongTypeError, match="a Treaty"):
            mg.find_treaty(mg.find_state("AAA", dataset=FACTS), dataset=FACTS)  # type: ignore[arg-type]  # on purpose
        with pytest.raises(mg.errors.UnknownTreatyError, match="no Treaty with the id 'x'"):
            mg.find_treaty(treaty("x"), dataset=FACTS)
        with pytest.raises(mg.errors.UnknownTreatyError, match="there is no treaty 'x'"):
            FACTS.treaty("x")

    def test_institutions(self) -> None:
        """An organization with a register, a treaty, or a process."""
        facts = treaty_facts(
            processes=(process(snapshot("2001-01-01", ("member", "stated", "AAA"))),)
        )
        kinds = {
            "club": mg.model.Organization,
            "Body un": mg.model.Organization,
            "Regional Pact": mg.model.Treaty,
            "A Process": mg.model.ConsultativeProcess,
        }
        for text, kind in kinds.items():
            assert isinstance(mg.find_institution(text, dataset=facts), kind)
        record = mg.find_treaty("pact", dataset=facts)
        assert record is mg.find_institution(record, dataset=facts)
        with pytest.raises(mg.errors.AmbiguousNameError):
            mg.find_institution("Twin Pact", dataset=facts)
        with pytest.raises(mg.errors.UnknownOrganizationError, match="without a register"):
            mg.find_institution("org", dataset=facts)
        with pytest.raises(mg.errors.UnknownOrganizationError, match="is a state"):
            mg.find_institution("AAA", dataset=facts)

    def test_many_registers_are_not_listed(self) -> None:
        """Where there are many, the message says what lists them."""
        groups = tuple(members(f"group-{number}") for number in range(6))
        facts = treaty_facts(registers=(*groups, *FACTS.registers))
        with pytest.raises(mg.errors.UnknownOrganizationError, match=r"groups\(\) and treaties"):
            mg.find_institution("Nowhere at all", dataset=facts)

    def test_a_treaty_is_the_subject_of_a_disagreement(self) -> None:
        """A disagreement about a treaty is found by its name, or its record."""
        said = mg.model.Disagreement(
            context="pact", subject="pact", field="in force", reason="x",
            claims=tuple(
                mg.model.Claim(value=value, citations=CITED) for value in ("1995", "1996")
            ),
        )  # fmt: skip
        facts = treaty_facts(
            registers=(parties(*ACTS, disagreements=(said,)), un("AAA", "BBB", "CCC")),
            treaties=(treaty(),),
        )
        record = mg.find_treaty("pact", dataset=facts)
        for each in (PACT, record):
            assert (said,) == mg.disagreements(each, dataset=facts)


class TestCatalogues:
    """Treaties, groups and resolutions, and the states of a group."""

    def test_treaties(self) -> None:
        """By kind, and by whom they bind."""
        listed = [each.id for each in mg.treaties(dataset=FACTS)]
        assert ["pact", "regional-pact"] == listed
        assert ["regional-pact"] == [
            each.id for each in mg.treaties(kind="agreement", dataset=FACTS)
        ]
        for state, on, bound in (
            ("AAA", "2000-02-01", []),
            ("AAA", "2010", ["pact"]),
            ("EEE", "2010-06", ["regional-pact"]),
            ("org", "2010", ["pact"]),
        ):
            assert bound == [each.id for each in mg.treaties(party=state, on=on, dataset=FACTS)], (
                state
            )
        assert ["pact"] == [each.id for each in mg.treaties(party="AAA", dataset=FACTS)]
        with pytest.raises(mg.errors.UnknownTermError, match="no treaty kind"):
            mg.treaties(kind="pact", dataset=FACTS)  # type: ignore[arg-type]  # on purpose

    def test_groups(self) -> None:
        """Organizations with a register; treaties are none."""
        assert ("club", "un") == mg.groups(dataset=FACTS).codes
        assert ("club",) == mg.groups(member="EEE", on="2012", dataset=FACTS).codes
        assert () == mg.groups(member="EEE", on="2009", dataset=FACTS).codes
        assert ("club", "un") == mg.groups(member="AAA", dataset=FACTS).codes

    def test_states_of_a_group(self) -> None:
        """On a day; a group without a register, or none, is refused."""
        assert ("AAA",) == mg.states(group="Body club", on="2009", dataset=FACTS).codes
        assert ("AAA",) == mg.states(group="club", region="Africa", on="1985", dataset=FACTS).codes
        assert ("AAA", "EEE") == mg.states(group="club", on="2012", dataset=FACTS).codes
        with pytest.raises(mg.errors.UnknownOrganizationError, match="no organization has the n"):
            mg.states(group="Nothing", dataset=FACTS)
        with pytest.raises(mg.errors.UnknownOrganizationError, match="without a register"):
            mg.states(group="org", dataset=FACTS)
        with pytest.raises(mg.errors.UnknownTermError, match="region"):
            mg.states(group="club", region="Atlantis", dataset=FACTS)

    def test_votes(self) -> None:
        """A vote is no membership; who is on no list did not vote."""
        assert ["A/RES/2", "A/RES/1"] == [each.id for each in mg.resolutions(dataset=FACTS)]
        found = mg.votes_on("Global Pact", dataset=FACTS)
        assert ["2 yes", "1 no"] == [str(each) for each in found.votes]
        assert found == mg.votes_on(found, dataset=FACTS) == mg.votes_on("a/res/1", dataset=FACTS)
        for state, vote in (("AAA", "yes"), ("State CCC", "no"), ("DDD", None)):
            assert vote == mg.vote_of(state, "A/RES/1", dataset=FACTS)
        assert mg.vote_of("AAA", "Progress", dataset=FACTS) is None
        assert () == mg.votes_on("Progress", dataset=FACTS).votes
        with pytest.raises(mg.errors.UnknownResolutionError, match="no resolution has the name"):
            mg.votes_on("Nothing", dataset=FACTS)
        with pytest.raises(mg.errors.UnknownResolutionError, match="'pact' is a treaty"):
            mg.votes_on("pact", dataset=FACTS)
        with pytest.raises(mg.errors.UnknownStateError):
            mg.vote_of("Nowhere", "A/RES/1", dataset=FACTS)
        with pytest.raises(mg.errors.UnknownResolutionError, match="no Resolution with the id"):
            mg.votes_on(voted(id="A/RES/9"), dataset=FACTS)
        with pytest.raises(mg.errors.WrongTypeError, match="a Resolution"):
            mg.votes_on(2018, dataset=FACTS)  # type: ignore[arg-type]  # on purpose


def total(counted_: str, on: str, value: int, **more: Any) -> mg.model.CountClaim:
    """A number that was published about the treaty."""
    return mg.model.CountClaim(
        organization=TreatyId("pact"), as_of=on, counted=counted_, value=value, citations=CITED,
        **more,
    )  # fmt: skip


class TestTotals:
    """Published totals of a treaty: parties by deposit, all who ever signed."""

    @pytest.mark.parametrize(
        ("claim", "least", "most", "outcome"),
        [
            (total("parties", "2000-02-01", 4), 4, 4, "equal"),
            (total("parties", "2000-02-01", 3), 4, 4, "open"),
            (total("parties", "2010", 3), 3, 3, "equal"),
            (total("signatories", "1991", 1), 1, 1, "equal"),
            (total("signatories", "2010", 2), 2, 2, "equal"),
            (total("member-states", "2010", 3), None, None, "open"),
        ],
    )
    def test_are_compared_by_deposit(
        self, claim: mg.model.CountClaim, least: int | None, most: int | None, outcome: str
    ) -> None:
        """Organizations are counted."""
        counts = mg.model.CountList(organization=TreatyId("pact"), counts=(claim,))
        facts = treaty_facts(counts=(counts,))
        (found,) = mg.reconcile(PACT, dataset=facts)
        assert (least, most, outcome) == (found.least, found.most, found.outcome)
        record = mg.find_treaty("pact", dataset=facts)
        assert (claim,) == mg.counts(record, dataset=facts) == mg.counts(PACT, dataset=facts)

    def test_a_signature_that_is_taken_over_counts_once(self) -> None:
        """The successor has the signature of the predecessor; before, the predecessor has it."""
        acts = (
            act("AAA", "succeeded-to-signature", "2000-01-01", predecessor="BBB"),
            act("BBB", "signed", "1993"),
            act("DDD", "succeeded-to-signature", "2000-05-05"),
            act("EEE", "signed", "1994?"),
        )
        claims = tuple(
            total("signatories", on, value)
            for on, value in (("1995", 1), ("2000-01-01", 1), ("2001", 2))
        )
        counts = mg.model.CountList(organization=TreatyId("pact"), counts=claims)
        facts = treaty_facts(
            treaties=(treaty(),),
            registers=(parties(*acts), un("AAA", "BBB", "CCC")),
            counts=(counts,),
        )
        found = mg.reconcile(PACT, dataset=facts)
        assert [(1, 2), (1, 2), (2, 3)] == [(each.least, each.most) for each in found]
        assert {"possible"} == {each.outcome for each in found}

    def test_totals_of_what_has_none(self) -> None:
        """A treaty without a number, and an organization beside a treaty."""
        with pytest.raises(mg.errors.UnknownOrganizationError, match="no published number of"):
            mg.counts(PACT, dataset=FACTS)
        facts = dataset(counts=(counted(),))
        assert 2 == len(mg.counts("iom", dataset=facts))


def test_a_group_may_have_a_treaty_of_another_group() -> None:
    """A treaty open to a group that the dataset does not have is open to all."""
    facts = treaty_facts(
        treaties=(treaty(open_to=OrganizationId("org")),),
        registers=(parties(complete_for="named"), un("AAA", "BBB", "CCC")),
    )
    assert mg.Answer.UNKNOWN is mg.is_member("BBB", "2010", PACT, dataset=facts)


def test_the_earliest_known_effect_bounds_that_of_the_treaty() -> None:
    """Where its own day is not on record, it is in force by the first effect of a party."""
    facts = treaty_facts(
        treaties=(treaty(milestones=treaty().milestones[:1]),),
        registers=(
            parties(
                act("AAA", "acceded", "1996-01-01"),
                act("AAA", "entered-into-force", "1997-01-01"),
                act("BBB", "acceded", "1993-05-05"),
                act("DDD", "acceded", "1993-05-05"),
                act("DDD", "entered-into-force", "1994?"),
            ),
            un("AAA", "BBB", "CCC"),
        ),
    )
    assert ("AAA", "BBB") == tuple(
        each.id for each in mg.parties_on("1997-01-01", PACT, dataset=facts).certain
    )
    assert "BBB" in mg.parties_on("1993-08-03", PACT, dataset=facts).possible


def test_clauses_by_months() -> None:
    """The first day of the month that follows the months after the deposit."""
    clause = FinalClause(months=3, first_of_month=True, citations=CITED)
    facts = treaty_facts(
        treaties=(treaty(clauses=(clause,), names=(name("Pact pact"),)),),
        registers=(parties(act("AAA", "acceded", "2000-01-31")), un("AAA", "BBB", "CCC")),
    )
    (spell,) = mg.memberships_of("AAA", PACT, dataset=facts)
    assert "2000-05-01" == str(spell.start)
    assert members("club").complete
