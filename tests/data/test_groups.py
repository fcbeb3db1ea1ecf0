"""The registers of groups: as many members as published, and dated entries and exits."""

from __future__ import annotations

import pytest

import migrationgov as mg

#: The number of members that a source publishes for a day or a month, by group.
PUBLISHED = [
    ("eu", "2025-08", 27),
    ("asean", "2025-10-26", 11),
    ("ecowas", "2025-08", 12),
    ("ibero-american", "2014-12", 22),
]


@pytest.mark.parametrize(("group", "on", "total"), PUBLISHED)
def test_a_group_has_as_many_members_as_published(group: str, on: str, total: int) -> None:
    """Without one that is only possible."""
    members = mg.members_on(on, group)
    assert (total, 0) == (len(members), len(members.possible))


@pytest.mark.parametrize(
    ("state", "on", "group", "expected"),
    [
        ("GBR", "2020-01-31", "eu", mg.Answer.YES),
        ("GBR", "2020-02-01", "eu", mg.Answer.NO),
        ("FRA", "1952-07-22", "eu", mg.Answer.NO),
        ("FRA", "1952-07-23", "eu", mg.Answer.YES),
        ("HRV", "2013-06-30", "eu", mg.Answer.NO),
        ("HRV", "2013-07-01", "eu", mg.Answer.YES),
        ("TLS", "2025-10-25", "asean", mg.Answer.NO),
        ("TLS", "2025-10-26", "asean", mg.Answer.YES),
        ("CPV", "1975-12-31", "ecowas", mg.Answer.NO),
        ("CPV", "1977-07-01", "ecowas", mg.Answer.UNKNOWN),
        ("CPV", "1978-01-01", "ecowas", mg.Answer.YES),
        ("MLI", "2022", "ecowas", mg.Answer.YES),  # suspended
        ("MLI", "2025-01-30", "ecowas", mg.Answer.NO),
        ("MRT", "2001", "ecowas", mg.Answer.NO),
        ("MRT", "2018", "ecowas", mg.Answer.NO),  # an associate
        ("PHL", "2010", "ibero-american", mg.Answer.NO),  # an associate
        ("AND", "2005", "ibero-american", mg.Answer.YES),
        ("BGR", "2024-03-30", "schengen", mg.Answer.NO),
        ("BGR", "2024-04-01", "schengen", mg.Answer.UNKNOWN),  # by air and sea, not by land
        ("ROU", "2024-12-31", "schengen", mg.Answer.UNKNOWN),
        ("ROU", "2025-01-01", "schengen", mg.Answer.YES),
        ("ITA", "1997-10-30", "schengen", mg.Answer.UNKNOWN),
        ("AUT", "1997-11-30", "schengen", mg.Answer.NO),
        ("AUT", "1998-03-31", "schengen", mg.Answer.UNKNOWN),
    ],
)
@pytest.mark.filterwarnings("ignore::migrationgov.errors.CoverageWarning")
def test_entries_and_exits_have_their_days(
    state: str, on: str, group: str, expected: mg.Answer
) -> None:
    """A membership begins on its day, and an exit takes effect at the end of its day."""
    assert mg.is_member(state, on, group) is expected


@pytest.mark.parametrize("group", sorted({group for group, *_ in PUBLISHED}))
def test_absence_from_the_observers_of_a_group_proves_nothing(group: str) -> None:
    """No complete list of the observers of a group is on record."""
    register = mg.dataset().register(group)
    assert not mg.observers_on(register.covered_until, group).complete
