# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # What the reference data set of the field cannot say: years, observers, lags
#
# Most quantitative work on international organizations rests on one data set: the Correlates of
# War (COW) data on intergovernmental organizations, version 3.0, which the R package igoR makes
# available. It covers 534 organizations over two centuries, and nothing replaces it for that. For
# one organization, looked at closely, its form leaves things out. This notebook shows what, by
# asking a register of days what a table of years would have to drop.
#
# **No value of the COW data is used or printed here**, because this register is kept independent
# of them, so that either can be held against the other. All that is used is how the data set
# describes itself: the [country-year
# table](https://dieghernan.github.io/igoR/reference/state_year_format3.html) as igoR documents
# it, and the codebook of July 2019 by Pevehouse, McManus and Nordstrom
# (<https://correlatesofwar.org>). They say that the table
#
# * has one record per country and year, 1815 to 2014;
# * has the years at intervals of five up to 1965, and annually thereafter;
# * has one of six values in each cell: no membership, full membership, associate membership,
#   observer, missing, or that the organization did not exist.

# %%
from datetime import date, timedelta

import migrationgov as mg

LAST = 2014
LISTED = [1955, 1960, 1965, *range(1966, LAST + 1)]

# %% [markdown]
# ## Years
#
# A cell holds one value for a whole year. In the year in which a state joins, two values are
# true, and the table must pick one. Ask the register for the whole year 2002: *certain* is who
# was a member on every day of it, *possible* who was on some. The seven possible ones are five
# states that were admitted on 2 December and two that joined on 5 June.

# %%
year = mg.members_on("2002")
days = [date(2002, 1, 1) + timedelta(days=n) for n in range(365)]
as_member = [day for day in days if mg.is_member("KAZ", day) is mg.Answer.YES]
assert (len(as_member), len(days) - len(as_member)) == (30, 335)
assert (len(year), len(year.possible)) == (91, 7)
joined_in_2002 = {
    s.subject: str(s.date) for s in mg.transitions(between=("2002", "2002"), kind="joined")
}
assert set(joined_in_2002) == set(year.possible.codes)
assert sorted(joined_in_2002.values()) == ["2002-06-05"] * 2 + ["2002-12-02"] * 5
year

# %% [markdown]
# Was Kazakhstan a member in 2002? On 30 days of that year it was, on 335 it was not, and a cell
# for the year holds one of the two. Such cells are no rarity. Between the first and the last day
# of a year the register is certain of a change, a joining or a leaving, in 33 of the 49 years
# from 1966 to 2014, and for 140 pairs of a state and a year.

# %%


def changed(year: int) -> set[str]:
    """Return who certainly was a member on the first day and not on the last, or the reverse."""
    first, last = mg.members_on(f"{year}-01-01"), mg.members_on(f"{year}-12-31")
    came = set(last.codes) - set(first.codes) - set(first.possible.codes)
    left = set(first.codes) - set(last.codes) - set(last.possible.codes)
    return came | left


changes = {year: changed(year) for year in range(1966, LAST + 1)}
assert len(changes) == 49
assert sum(1 for states in changes.values() if states) == 33
assert sum(len(states) for states in changes.values()) == 140
print(", ".join(f"{year}: {len(states)}" for year, states in changes.items() if states))

# %% [markdown]
# ## The years that are not listed
#
# IOM was founded in December 1951. Up to 1965 the table has the years 1955, 1960 and 1965.
# Between them lies the making of the organization: the sixteen governments that were parties to
# the Constitution when it entered into force on 30 November 1954, four that joined from 1956 to
# 1959, and Canada, which left at the end of 1962. Of these steps the table can show the outcome
# by 1955, 1960 or 1965, not the year.

# %%
unlisted = mg.results.RecordList(
    step
    for step in mg.transitions(None, "IOM", between=("1951-12-05", "1965-12-31"))
    if step.kind in ("joined", "withdrew") and step.date.day and step.date.day.year not in LISTED
)
by_day = [str(step.date) for step in unlisted]
assert by_day.count("1954-11-30") == 16
assert by_day[16:] == ["1956-05-04", "1956-07-18", "1958-11-13", "1959-11-12", "1962-12-31"]
assert unlisted[-1].subject == "CAN"
unlisted

# %% [markdown]
# ## Observers
#
# The table has a value for observers. Whether the cells of IOM use it is something to look up in
# a copy of the data (`igoR::igo_members(..., status = "Observer")` in R). The register has them,
# with the doubt that there is, because for most only "listed by then" is known. At the end of
# 2014 ten states are certain observers, and one is a possible one.

# %%
observers = mg.observers_on("2014-12-31", kind="state")
assert (len(observers), len(observers.possible)) == (10, 1)
observers

# %% [markdown]
# It matters, because joining is rarely a beginning from nothing. Of the 157 states that are
# certain members at the end of 2014, 80 are recorded as observers at some time before.

# %%
members = mg.members_on("2014-12-31")
observers_before = [
    code for code in members.codes if mg.memberships_of(code, "IOM", status="observer")
]
assert (len(members), len(observers_before)) == (157, 80)
mg.results.RecordList(
    spell
    for code in observers_before[:10]
    for spell in mg.memberships_of(code, "IOM", status=None)
)

# %% [markdown]
# ## Lags
#
# The codebook is of 2019, and the table ends with 2014: five years passed in between. The
# register goes on. By 10 December 2025, 18 states more had joined, and there were 175 members;
# one of them, Nicaragua, had given notice, and whether its withdrawal took effect at the end of
# that year no source read says.

# %%
since = mg.transitions(None, "IOM", between=("2015-01-01", "2025-12-10"), kind="joined")
latest = mg.members_on("2025-12-10")
assert (len(since), len(latest)) == (18, 175)
assert all(step.subject in latest for step in since)
mg.disagreements("Nicaragua", "withdrew")[0]

# %% [markdown]
# Another lag lies between the vote of the Council and the day on which a membership takes effect.
# A table that is coded from reports of the session has the one, a table that is coded from the
# depositary the other. Here both are steps of their own, so the difference can be seen. For two
# states the two lie in different years.

# %%


def years_of(state: str) -> tuple[int, int] | None:
    """Return the year of the vote and the year of the effect, where both are certain."""
    dates = {step.kind.value: step.date for step in mg.transitions(state, "IOM")}
    vote, effect = dates.get("admitted"), dates.get("joined")
    if vote is None or effect is None or not vote.latest or not effect.earliest:
        return None
    return vote.latest.year, effect.earliest.year


years = {code: found for code in latest.codes if (found := years_of(code))}
apart = {code: both for code, both in years.items() if both[0] < both[1]}
assert apart == {"RUS": (2020, 2021), "UZB": (2018, 2019)}
mg.results.RecordList(step for code in apart for step in mg.transitions(code, "IOM"))

# %% [markdown]
# ## Leaving and coming back
#
# Eight members of today were members before, and certainly were none in between. A table of years
# can hold that. What it cannot hold is the day, the two sources that differ, or that a membership
# is in doubt: of the United Kingdom it is known that it had applied by 1961, and not what came of
# it.

# %%
ends = [mg.members_on(f"{year}-12-31") for year in range(LISTED[0], 2025)]
came_back = []
for code in latest.codes:
    answers = [roll.answer(code) for roll in ends]
    first = answers.index(mg.Answer.YES) if mg.Answer.YES in answers else len(answers)
    if mg.Answer.NO in answers[first:]:
        came_back.append(code)
assert came_back == ["AUS", "BRA", "CAN", "ESP", "FRA", "MLT", "NZL", "ZAF"]
mg.results.RecordList(spell for code in came_back for spell in mg.memberships_of(code, "IOM"))

# %%
assert mg.is_member("GBR", "1965") is mg.Answer.UNKNOWN
mg.disagreements("United Kingdom", "joined")[0]

# %% [markdown]
# ## Hold them against each other yourself
#
# With a copy of the COW data, take the first year in which a state is coded as a full member, and
# lay it beside the register: the function says for each state whether it may have become a member
# in that year, and if not, what the register has. The years below are made up, to show the form
# of the answer.

# %%


def against_register(first_years: dict[str, int]) -> dict[str, str]:
    """Tell for each state whether it may have become a member in the year given."""
    told = {}
    for state, year in first_years.items():
        spells = mg.memberships_of(state, "IOM", on=f"{year}")
        starts = [spell.start for spell in spells]
        may = any(
            start.earliest and start.latest and start.earliest.year <= year <= start.latest.year
            for start in starts
        )
        others = "; ".join(str(spell.period) for spell in mg.memberships_of(state, "IOM"))
        told[state] = "it may be" if may else f"not so; a member {others}"
    return told


answer = against_register({"KAZ": 2002, "TJK": 1996})
assert answer["KAZ"] == "it may be"
assert answer["TJK"] == "not so; a member 1994-11-29 to .."
answer
