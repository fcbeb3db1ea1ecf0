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
# a close study of one organization, its form leaves things out. This notebook shows what: it asks
# a register of days about everything that a table of years must drop.
#
# **This notebook uses and prints no value of the COW data.** The register is independent of them,
# so each can check the other. The notebook uses only the description of the data set: the
# [country-year table](https://dieghernan.github.io/igoR/reference/state_year_format3.html) as
# igoR documents it, and the codebook of July 2019 by Pevehouse, McManus and Nordstrom
# (<https://correlatesofwar.org>). According to them, the table
#
# * has one record per country and year, 1815 to 2014;
# * has the years at intervals of five up to 1965, and annually thereafter;
# * has one of six values in each cell: no membership, full membership, associate membership,
#   observer, missing, or that the organization did not exist.

# %%
from datetime import date, timedelta

import migrationgov as mg
from migrationgov import plots

LAST = 2014
LISTED = [1955, 1960, 1965, *range(1966, LAST + 1)]

# %% [markdown]
# ## Years
#
# A cell has one value for a whole year. In the year in which a state joins, two values are true,
# and the table must choose one. Ask the register about the whole year 2002: a *certain* member
# was a member on every day of it, a *possible* member on some. The seven possible members are the
# five states that were admitted on 2 December and two states that joined on 5 June.

# %%
year = mg.members_on("2002")
days = [date(2002, 1, 1) + timedelta(days=n) for n in range(365)]
as_member = [day for day in days if mg.is_member("KAZ", day) is mg.Answer.YES]
assert (len(as_member), len(days) - len(as_member)) == (30, 335)
assert (len(year), len(year.possible)) == (91, 7)
of_2002 = mg.transitions(None, "IOM", between=("2002", "2002"), kind="joined")
joined_in_2002 = {step.party: str(step.date) for step in of_2002}
assert set(joined_in_2002) == set(year.possible.codes)
assert sorted(joined_in_2002.values()) == ["2002-06-05"] * 2 + ["2002-12-02"] * 5
year

# %% [markdown]
# Was Kazakhstan a member in 2002? It was on 30 days of that year, and it was not on 335. A cell
# for the year has only one of the two. Such cells are not rare. Between the first and the last
# day of a year the register is certain of a change (a state joined or left) in 33 of the 49 years
# from 1966 to 2014, and for 140 pairs of a state and a year.

# %%


def changed(year: int) -> set[str]:
    """Return the states that certainly were members on only one of the two days."""
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
# ## Observers
#
# The table has a value for observers. To find out whether it uses this value for IOM, look into a
# copy of the data (`igoR::igo_members(..., status = "Observer")` in R). The register has
# observers, with their doubt, because for most of them sources only give "listed by then". At the
# end of 2014 ten states are certain observers, and one is a possible observer.

# %%
observers = mg.observers_on("2014-12-31", kind="state")
assert (len(observers), len(observers.possible)) == (10, 1)
observers

# %% [markdown]
# Observers matter, because many states were observers before they joined. Of the 157 states that
# are certain members at the end of 2014, 80 are recorded as observers at some earlier time.

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
# The codebook is of 2019, and the table ends with 2014: five years lie between them. The register
# continues. By 10 December 2025, 18 more states had joined, and there were 175 members. One of
# them, Nicaragua, had given notice of withdrawal. No source that we read gives whether its
# withdrawal took effect at the end of that year.

# %%
since = mg.transitions(None, "IOM", between=("2015-01-01", "2025-12-10"), kind="joined")
latest = mg.members_on("2025-12-10")
assert (len(since), len(latest)) == (18, 175)
assert all(each.party in latest for each in since)
mg.disagreements("Nicaragua", "withdrew", institution="IOM")[0]

# %% [markdown]
# Another lag lies between the vote of the Council and the day on which a membership takes effect.
# A table built from reports of the session has the vote. A table built from the depositary has
# the effect. Here both are separate transitions, so the difference is visible. For two states
# they lie in different years.

# %%


def years_of(state: str) -> tuple[int, int] | None:
    """Return the year of the vote and the year of the effect, where both are certain."""
    dates = {each.kind.value: each.date for each in mg.transitions(state, "IOM")}
    vote, effect = dates.get("admitted"), dates.get("joined")
    if vote is None or effect is None or not vote.latest or not effect.earliest:
        return None
    return vote.latest.year, effect.earliest.year


years = {code: found for code in latest.codes if (found := years_of(code))}
apart = {code: both for code, both in years.items() if both[0] < both[1]}
assert apart == {"RUS": (2020, 2021), "UZB": (2018, 2019)}
mg.results.RecordList(each for code in apart for each in mg.transitions(code, "IOM"))

# %% [markdown]
# ## Consultative processes and treaties
#
# The table has organizations only. It has no cell for a state in the Bali Process, and none for a
# party to the Refugee Convention. Here all are asked in the same way. At the end of 2014
# Kazakhstan was a certain member of IOM, a certain party to the Refugee Convention, and a listed
# member of the Almaty Process: no complete list is so old, and the first one, of 2015, names it.

# %%
asked = {
    name: mg.status_on("Kazakhstan", "2014-12-31", name)
    for name in ("IOM", "Refugee Convention", "Almaty Process")
}
grades = {name: (str(each.status or each.listed), str(each.grade)) for name, each in asked.items()}
assert grades == {
    "IOM": ("member", "certain"),
    "Refugee Convention": ("party", "certain"),
    "Almaty Process": ("member", "listed"),
}
grades

# %% [markdown]
# A cell of a table of years cannot say "listed", either. This figure says it for each institution
# and year: what is certain is full, what is listed is striped, what is only possible is hollow,
# and a dot is a year without any record of members.

# %%
institutions = ["IOM", "Refugee Convention", "Almaty Process", "Bali Process", "Budapest Process"]
ax = plots.evidence_by_year(institutions, start=1990, end=LAST)

# %% [markdown]
# ## Compare them yourself
#
# With a copy of the COW data, take the first year in which a state is coded as a full member, and
# compare it with the register. The function says for each state whether it may have become a
# member in that year, and if not, what the register has. The years below are made up, to show the
# form of the answer.

# %%


def against_register(first_years: dict[str, int]) -> dict[str, str]:
    """Return for each state whether it may have become a member in the year given."""
    answers = {}
    for state, year in first_years.items():
        spells = mg.memberships_of(state, "IOM", on=f"{year}")
        starts = [spell.start for spell in spells]
        may = any(
            start.earliest and start.latest and start.earliest.year <= year <= start.latest.year
            for start in starts
        )
        others = "; ".join(str(spell.period) for spell in mg.memberships_of(state, "IOM"))
        answers[state] = "possible" if may else f"no; a member {others}"
    return answers


answer = against_register({"KAZ": 2002, "TJK": 1996})
assert answer["KAZ"] == "possible"
assert answer["TJK"] == "no; a member 1994-11-29 to .."
answer

# %% [markdown]
# ## How to cite it
#
# The sources behind the membership of Kazakhstan in IOM:

# %%
print(mg.cite(mg.transitions("Kazakhstan", "IOM", kind="joined")))
