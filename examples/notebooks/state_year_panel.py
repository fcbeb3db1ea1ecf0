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
# It needs pandas and the extra `frames`: `pip install migrationgov[frames] pandas`. The same call
# works on Polars, PyArrow, DuckDB, Ibis, Dask and PySpark.

# %%
from datetime import date

import pandas as pd

import migrationgov as mg
from migrationgov import frames

# %% [markdown]
# ## Which states
#
# The rows are those of the state system of Gleditsch and Ward, whose codes the register carries
# with their validity: a state has a row for each year at the end of which its code is valid.
# Former states keep rows of their own; Yugoslavia is not merged into Serbia.

# %%
rows = [
    {"state": state.id, "gw": code.number, "year": year}
    for state in mg.dataset().states
    for code in state.gw
    for year in range(1952, 2025)
    if code.period.contains(date(year, 12, 31)) is mg.Answer.YES
]
panel = pd.DataFrame(rows)
assert not panel.duplicated(["state", "year"]).any()
assert {"YUCS", "SRB"} <= set(panel["state"])
assert (len(panel), panel["state"].nunique()) == (11954, 201)
print(f"{len(panel)} rows, {panel['state'].nunique()} states")

# %% [markdown]
# ## What the register says of each row
#
# One call. A whole number in the column of dates is a year, and without more ado a year is asked
# about as a whole: *yes* if the state was a member on every day of it, *no* if on none, and
# *possible* in between.

# %%
COLUMNS = ["iom_status", "iom_member"]
whole = frames.annotate(panel, state="state", on="year", columns=COLUMNS)
assert len(whole) == len(panel)
count = {word: int(number) for word, number in whole["iom_member"].value_counts().items()}
assert count == {"yes": 4907, "no": 6684, "possible": 363}
count

# %% [markdown]
# ## Which day of the year
#
# Many of the 363 *possible* cells are not in doubt at all: in 160 of them the state joined within
# the year, and the question was too coarse. `partial=` says which part of the year is meant. Here
# it is the last day, as in many tables of the field.
#
# Nobody left within a year. A withdrawal takes effect at the end of its day, IOM's at the end of
# a financial year: Australia is a member on 31 December 1973 and not on 1 January 1974.

# %%
last = frames.annotate(panel, state="state", on="year", columns=COLUMNS, partial="last")
first = frames.annotate(panel, state="state", on="year", columns=COLUMNS, partial="first")
moved = (last["iom_member"] == "yes") & (first["iom_member"] == "no")
left = (last["iom_member"] == "no") & (first["iom_member"] == "yes")
assert (int(moved.sum()), int(left.sum())) == (160, 0)
assert mg.is_member("AUS", "1973-12-31") is mg.Answer.YES
assert mg.is_member("AUS", "1974-01-01") is mg.Answer.NO
joined = last[moved]
for year, its in joined[joined["year"] >= 2010].groupby("year"):
    print(f"{year}  {', '.join(its['state'])}")

# %% [markdown]
# What is still possible on the last day of a year is in doubt: 175 cells of twelve states, none
# of them after 1989.

# %%
doubtful = last[last["iom_member"] == "possible"]
assert (len(doubtful), doubtful["state"].nunique(), doubtful["year"].max()) == (175, 12, 1989)
for code, its in doubtful.groupby("state"):
    years = f"{its['year'].min()} to {its['year'].max()}"
    print(f"{mg.find_state(str(code)).name}: {years}, {len(its)} rows")

# %% [markdown]
# ## Do not fill the doubt
#
# There are three honest ways with a cell that is *possible*: leave it out, or estimate twice,
# once with all of them *no* and once with all of them *yes*. What is not honest is to code it 0.
# Here is the share of the states of the system that are members, at the end of each tenth year,
# with both bounds.

# %%
for year in range(1954, 2025, 10):
    its = last[last["year"] == year]["iom_member"]
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
known = last.assign(known=last["iom_status"] != "unknown").groupby("year")["known"].mean()
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
panel_of = last.sort_values(["state", "year"]).copy()
panel_of["before"] = panel_of.groupby("state")["iom_member"].shift()
follows = panel_of.groupby("state")["year"].diff() == 1
sure = panel_of["iom_member"].isin(["yes", "no"])
risk = panel_of[follows & sure & (panel_of["before"] == "no")].copy()
risk["joins"] = (risk["iom_member"] == "yes").astype(int)
risk["decade"] = risk["year"] // 10 * 10
for decade, its in risk.groupby("decade"):
    number, share = its["joins"].sum(), its["joins"].mean()
    print(f"{decade}s  {number:3} of {len(its):4} state-years at risk  {share:.1%}")
assert (int(risk["joins"].sum()), len(risk)) == (155, 6658)

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
sources = mg.sources_for(mg.members_on("2024-12-31"))
print(f"{len(sources)} sources; the first: {mg.cite(sources[0])}")
