"""What the sentence of a status says beside the status itself."""

from __future__ import annotations

import pytest

import migrationgov as mg
from miniature import CITED, dataset, register
from strategies import transition


def rival(party: str, field: str, *values: str) -> mg.model.Disagreement:
    """A disagreement about a party in IOM."""
    claims = tuple(mg.model.Claim(value=each, citations=CITED) for each in values)
    return mg.model.Disagreement(
        subject=party, context="iom", field=field, claims=claims, reason="a reason"
    )


RIVALS = dataset(
    registers=(
        register(
            transition("AAA", "joined", "1994-03-01"),
            disagreements=(
                rival("AAA", "joined", "1994-03-01", "[1994-06-02..], the decree"),
                rival("AAA", "status in 2020", "none", "member"),
                rival("BBB", "joined", "1994", "none"),
            ),
        ),
    )
)


class TestDisagreements:
    """A certain answer names the dates that other sources give."""

    @pytest.mark.parametrize(
        ("on", "named"),
        [("1994-02-28", False), ("1994-03-01", True), ("1994-06-02", True), ("1994-06-03", False)],
    )
    def test_it_is_named_between_the_rival_dates(self, on: str, *, named: bool) -> None:
        """And on no other day; an open end is no date."""
        status = mg.status_on("AAA", on, dataset=RIVALS)
        said = (
            "sources disagree about 'joined': 1994-03-01, [1994-06-02..], the decree;"
            " see mg.disagreements('State AAA')"
        )
        assert (said in str(status), (said,) == status.notes) == (named, named)
        assert named == (said in str(mg.why("AAA", on, dataset=RIVALS)))
        assert len(status.disagreements) == named

    def test_the_page_of_a_notebook_names_it(self) -> None:
        """The status, and its explanation."""
        for answer in (mg.status_on, mg.why):
            page = answer("AAA", "1994-05", dataset=RIVALS)._repr_html_()
            assert "sources disagree about" in page

    def test_malta_became_a_member_on_one_of_two_days(self) -> None:
        """The answer is certain, and another source has half a year later."""
        said = str(mg.status_on("Malta", "2004-01-01"))
        assert said.startswith("MLT in iom on 2004-01-01: member (sources disagree about")
        assert "2004-06-02" in said

    def test_an_organization_may_be_the_party(self) -> None:
        """The name in the hint is that of the organization."""
        steps = transition("iom", "became-observer", "1994-03-01")
        facts = dataset(
            registers=(register(steps, disagreements=(rival("iom", "joined", "1994", "1995"),)),)
        )
        (note,) = mg.status_on("iom", "1995", dataset=facts).notes
        assert "see mg.disagreements('Body iom')" in note
