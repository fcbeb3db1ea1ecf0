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
# A regression needs one row for each state and year, with a value in each cell. The register has
# days, and doubt. This notebook turns days into rows, and examines each choice that you must
# make: which states, which day of the year, and what to do with a cell that the sources leave
# open.
#
# It needs what `pip install ".[notebook]"` installs, in the folder of the project. Panels are
# also available as tables of Polars and PyArrow. `frames.annotate` also takes tables of DuckDB,
# Ibis, Dask and PySpark.

# %%
import warnings

import pandas as pd

import migrationgov as mg
from migrationgov import frames, plots

# %% [markdown]
# ## Which states, and which day of the year
#
# One call makes the panel. `system="gw"` takes the states of the list of Gleditsch and Ward. The
# register has their codes with the dates on which they are valid. (`"cow"` takes the states of
# the Correlates of War list.) `partial="last"` asks about the last day of each year, as many
# tables of the field do. Former states keep rows of their own: Yugoslavia is not merged into
# Serbia.

# %%
panel = frames.panel(start=1952, end=2024, system="gw", partial="last")
assert (len(panel), panel["state"].nunique()) == (11954, 201)
assert {"YUCS", "SRB"} <= set(panel["state"])
assert not panel.duplicated(["gw", "year"]).any()
print(", ".join(panel.columns))
around = panel[(panel["state"] == "KAZ") & panel["year"].between(2000, 2004)]
print(around[["gw", "year", "iom_status", "iom_member"]].to_csv(index=False))

# %% [markdown]
# How much depends on the day? Take the first day of each year instead, and compare. In 162 rows
# the state joined within the year; a warning names four of them, which did not exist on its first
# day, and whose place another state had. In no row did a state leave within the year: a withdrawal
# takes effect at the end of its day, and at IOM at the end of a financial year. So Australia is a
# member on 31 December 1973 and not on 1 January 1974.

# %%
days = panel[["state", "year"]]
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    made = frames.annotate(days, "state", "year", columns="iom_member", partial="first")
print(*(each.message for each in told), sep="\n")
first = made["iom_member"]
last = panel["iom_member"]
joined, left = (first == "no") & (last == "yes"), (first == "yes") & (last == "no")
assert (int(joined.sum()), int(left.sum())) == (162, 0)
assert mg.is_member("AUS", "1973-12-31") is mg.Answer.YES
assert mg.is_member("AUS", "1974-01-01") is mg.Answer.NO
for year, rows in panel[joined & (panel["year"] >= 2010)].groupby("year"):
    print(f"{year}  {', '.join(rows['state'])}")

# %% [markdown]
# ## What the sources leave open
#
# A cell is *yes*, *no* or *unknown*. A cell that is unknown on a single day is in doubt: 169 cells
# of twelve states, none of them after 1989.

# %%
doubtful = panel[last == "unknown"]
assert (len(doubtful), doubtful["state"].nunique(), doubtful["year"].max()) == (169, 12, 1989)
for name, rows in doubtful.groupby("name"):
    print(f"{name}: {rows['year'].min()} to {rows['year'].max()}, {len(rows)} rows")

# %% [markdown]
# ## Do not fill cells in doubt
#
# There are two honest ways to treat an *unknown* cell: leave it out, or estimate twice, once with
# all of them *no* and once with all of them *yes*. To code it 0 is not honest. Here is the share
# of the states of the system that are members, at the end of every tenth year, with both bounds.

# %%
for year in range(1954, 2025, 10):
    cells = panel[panel["year"] == year]["iom_member"]
    least, most = (cells == "yes").mean(), cells.isin(["yes", "unknown"]).mean()
    bounds = f"{least:.0%}" if least == most else f"{least:.0%} to {most:.0%}"
    print(f"{year}  {bounds}")

# %% [markdown]
# ## An event to explain
#
# For a model of joining: a state is at risk in a year if it certainly was not a member at the end
# of the year before. The event is that it certainly is a member at the end of this year. Leave
# out a row that is in doubt at either end. 157 of the 6664 rows at risk are joinings.


# %%
def at_risk(member: pd.Series) -> pd.DataFrame:
    """Return the rows at risk of joining, with the event, for one coding of membership."""
    rows: pd.DataFrame = panel.assign(member=member.astype(str))
    before = rows.groupby("state")["member"].shift()
    follows = rows.groupby("state")["year"].diff() == 1
    rows = rows[follows & (before == "no") & rows["member"].isin(["yes", "no"])]
    return rows.assign(joins=(rows["member"] == "yes").astype(int))


risk = at_risk(panel["iom_member"])
assert (int(risk["joins"].sum()), len(risk)) == (157, 6664)
for decade, rows in risk.groupby(risk["year"] // 10 * 10):
    number, share = rows["joins"].sum(), rows["joins"].mean()
    print(f"{decade}s  {number:3} of {len(rows):4} state-years at risk  {share:.1%}")

# %% [markdown]
# Now estimate twice, with the cells in doubt filled either way. Here it makes little difference.
# You can say so only after you have checked.

# %%
rates = []
for word in ("no", "yes"):
    filled = at_risk(panel["iom_member"].astype(str).replace("unknown", word))
    events, share = filled["joins"].sum(), filled["joins"].mean()
    rates.append(share)
    print(f"unknown as {word:3}  {events} of {len(filled)}  {share:.2%}")
assert abs(rates[0] - rates[1]) < 0.001

# %% [markdown]
# Check one state against the register: Kazakhstan is at risk from 1992 on, and its event is in
# 2002.

# %%
kazakhstan = risk[risk["state"] == "KAZ"]
assert kazakhstan["year"].min() == 1992
assert kazakhstan[kazakhstan["joins"] == 1]["year"].tolist() == [2002]
mg.memberships_of("KAZ", "IOM")

# %% [markdown]
# ## Processes: a count with its bounds
#
# `processes` counts the consultative processes of which a state is a member by the best reading:
# what is certain, and what is listed. `processes_min` counts the certain ones, `processes_max`
# the possible ones, too. `processes_undocumented` counts the processes that existed and of whose
# members no record speaks yet. The bounds are no series: no process lost Germany between 2020 and
# 2024, only the lists end.

# %%
columns = ["processes", "processes_min", "processes_max", "processes_undocumented"]
counted = frames.panel(["Germany"], start=2000, end=2024, columns=columns, partial="last")
germany = counted.set_index("year")[columns]
print(germany.loc[[2003, 2010, 2020, 2024]].to_string())
assert germany.loc[2024, "processes"] == germany.loc[2020, "processes"]
assert germany.loc[2024, "processes_min"] < germany.loc[2020, "processes_min"]

# %% [markdown]
# The line grows twice: where Germany joined, and where lists begin. So look at what is known of
# each process before you use a count as a variable. A cell that is hollow, or a dot, is a year in
# which the count is too low.

# %%
member_of = [
    each.process
    for each in mg.processes_of("Germany")
    if each.role == "member" and each.grade != "possible"
]
assert len(member_of) == germany.loc[2024, "processes"]
ax = plots.evidence_by_year(member_of)

# %% [markdown]
# One process is a column, too. Here is the Bali Process at the end of each year, with the grade
# of each cell. Run your model with the certain cells, the listed ones and the possible ones, and
# compare.

# %%
bali = frames.panel(
    start=2002,
    end=2023,
    system="gw",
    columns=["bali-process", "bali-process_grade"],
    partial="last",
)
thailand = bali[bali["state"] == "THA"].set_index("year")["bali-process_grade"]
assert (thailand[2006], thailand[2007], thailand[2023]) == ("possible", "listed", "listed")
bali["bali-process_grade"].value_counts().to_frame("cells")

# %% [markdown]
# ## What to write under the table
#
# Give the version of the data, the day of the year that you chose, how you treated the cells in
# doubt, and the sources. For example, the sources behind the members of one day:

# %%
facts = mg.dataset()
print(f"{facts.manifest.name}, data as of {facts.as_of}, {facts.manifest.licence}")
sources = mg.sources_of(mg.members_on("2024-12-31"))
print(f"{len(sources)} sources; the first: {mg.cite(sources[0])}")

# %% [markdown]
# And those behind the roster of a process:

# %%
roster = mg.sources_of(mg.members_on("2015-10-22", "Almaty Process"))
print("\n".join(mg.cite(source) for source in roster[:3]))
