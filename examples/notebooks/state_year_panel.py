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
# # A state-year panel for your regression
#
# A regression wants one row for each state and year, with a value in each cell. The register has
# days, and doubt. This notebook makes the one of the other, and looks at each place where a
# choice has to be made: which states, which day of the year, and what becomes of a cell that the
# sources leave open.
#
# It needs pandas and the extra `frames`: `pip install migrationgov[frames] pandas`. Panels come
# as tables of Polars and PyArrow, too, and `frames.annotate` takes those of DuckDB, Ibis, Dask
# and PySpark besides.

# %%
import pandas as pd

import migrationgov as mg
from migrationgov import frames

# %% [markdown]
# ## Which states, and which day of the year
#
# One call makes the panel. `system="gw"` takes the states of the list of Gleditsch and Ward,
# whose codes the register carries with their dates (`"cow"` takes those of the Correlates of War
# list). `partial="last"` asks about the last day of each year, as many tables of the field do.
# Former states keep lines of their own: Yugoslavia is not merged into Serbia.

# %%
panel = frames.panel(start=1952, end=2024, system="gw", partial="last")
assert (len(panel), panel["state"].nunique()) == (11954, 201)
assert {"YUCS", "SRB"} <= set(panel["state"])
assert not panel.duplicated(["gw", "year"]).any()
print(", ".join(panel.columns))
around = panel[(panel["state"] == "KAZ") & panel["year"].between(2000, 2004)]
print(around[["gw", "year", "iom_status", "iom_member"]].to_csv(index=False))

# %% [markdown]
# How much hangs on the day? Take the first of each year instead, and compare. In 160 lines the
# state joined within the year. Nobody left within one: a withdrawal takes effect at the end of
# its day, IOM's at the end of a financial year, so Australia is a member on 31 December 1973 and
# not on 1 January 1974.

# %%
days = panel[["state", "year"]]
first = frames.annotate(days, "state", "year", columns="iom_member", partial="first")["iom_member"]
last = panel["iom_member"]
joined, left = (first == "no") & (last == "yes"), (first == "yes") & (last == "no")
assert (int(joined.sum()), int(left.sum())) == (160, 0)
assert mg.is_member("AUS", "1973-12-31") is mg.Answer.YES
assert mg.is_member("AUS", "1974-01-01") is mg.Answer.NO
for year, its in panel[joined & (panel["year"] >= 2010)].groupby("year"):
    print(f"{year}  {', '.join(its['state'])}")

# %% [markdown]
# ## What the sources leave open
#
# A cell says *yes*, *no* or *possible*. What is possible on a single day is in doubt: 175 cells of
# twelve states, none of them after 1989.

# %%
doubtful = panel[last == "possible"]
assert (len(doubtful), doubtful["state"].nunique(), doubtful["year"].max()) == (175, 12, 1989)
for name, its in doubtful.groupby("name"):
    print(f"{name}: {its['year'].min()} to {its['year'].max()}, {len(its)} lines")

# %% [markdown]
# ## Do not fill the doubt
#
# There are two honest ways with a cell that is *possible*: leave it out, or estimate twice,
# once with all of them *no* and once with all of them *yes*. What is not honest is to code it 0.
# Here is the share of the states of the system that are members, at the end of each tenth year,
# with both bounds.

# %%
for year in range(1954, 2025, 10):
    its = panel[panel["year"] == year]["iom_member"]
    least, most = (its == "yes").mean(), its.isin(["yes", "possible"]).mean()
    bounds = f"{least:.0%}" if least == most else f"{least:.0%} to {most:.0%}"
    print(f"{year}  {bounds}")

# %% [markdown]
# ## The status is another matter
#
# `iom_status` tells observers from others, and there more is unknown: before the first complete
# lists of observers nobody can say whether a state that is no member was an observer. The
# register says *unknown*, and a regression on it before 1993 would be one on silence.

# %%
known = (panel["iom_status"] != "unknown").groupby(panel["year"]).mean()
assert str(mg.dataset().registers[0].observers_known_from) == "1993"
assert known.loc[2000] > known.loc[1990]
for year in (1960, 1970, 1980, 1990, 1995, 2000, 2010, 2020):
    print(f"{year}  {known.loc[year]:.0%} of the states with a known status")

# %% [markdown]
# ## An event to explain
#
# For a model of joining: a state is at risk in a year if it was certainly no member at the end of
# the year before, and the event is that it certainly is one at the end of this year. Rows in
# doubt at either end are neither. Of 6658 such rows 155 are joinings.


# %%
def at_risk(member: pd.Series) -> pd.DataFrame:
    """Return the lines at risk of joining, with the event, for one coding of membership."""
    lines = panel.assign(member=member.astype(str))
    before = lines.groupby("state")["member"].shift()
    follows = lines.groupby("state")["year"].diff() == 1
    lines = lines[follows & (before == "no") & lines["member"].isin(["yes", "no"])]
    return lines.assign(joins=(lines["member"] == "yes").astype(int))


risk = at_risk(panel["iom_member"])
assert (int(risk["joins"].sum()), len(risk)) == (155, 6658)
for decade, its in risk.groupby(risk["year"] // 10 * 10):
    number, share = its["joins"].sum(), its["joins"].mean()
    print(f"{decade}s  {number:3} of {len(its):4} state-years at risk  {share:.1%}")

# %% [markdown]
# And twice, with the doubt filled either way. Here it makes little difference, which is something
# that one can say only after having looked.

# %%
rates = []
for word in ("no", "yes"):
    filled = at_risk(panel["iom_member"].astype(str).replace("possible", word))
    events, share = filled["joins"].sum(), filled["joins"].mean()
    rates.append(share)
    print(f"possible as {word:3}  {events} of {len(filled)}  {share:.2%}")
assert abs(rates[0] - rates[1]) < 0.001

# %% [markdown]
# Check one of them against the register: Kazakhstan is at risk from 1992 on, and its event is in
# 2002.

# %%
kazakhstan = risk[risk["state"] == "KAZ"]
assert kazakhstan["year"].min() == 1992
assert kazakhstan[kazakhstan["joins"] == 1]["year"].tolist() == [2002]
mg.memberships_of("KAZ", "IOM")

# %% [markdown]
# ## What to write under the table
#
# The version of the facts, the day you took of each year, what you did with the cells in doubt,
# and the sources. Those behind the members of one day, for example:

# %%
facts = mg.dataset()
print(f"{facts.manifest.name}, facts as of {facts.as_of}, {facts.manifest.licence}")
sources = mg.sources_of(mg.members_on("2024-12-31"))
print(f"{len(sources)} sources; the first: {mg.cite(sources[0])}")
