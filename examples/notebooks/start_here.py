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
# # Start here
#
# This notebook goes from a question to a table, a figure and a bibliography. Each cell is one
# step. Change a name or a date, and run the cell again.
#
# You need what `pip install ".[notebook]"` installs, in the folder of the project.

# %%
import pandas as pd

import migrationgov as mg
from migrationgov import frames, plots

# %% [markdown]
# ## Ask a question
#
# Who was a member of the International Organization for Migration (IOM) on 2 December 2002? The
# table below the cell has the names and their grade.
# There were 98 members.

# %%
members = mg.members_on("2002-12-02")
members

# %% [markdown]
# Ask in the words that you have: names in English, French, Spanish or Russian, codes, and dates
# as people write them.

# %%
mg.is_member("Kazakhstan", "2 December 2002")

# %% [markdown]
# ## Which states joined on that day?
#
# Lists of members can be subtracted (`-`), intersected (`&`) and joined (`|`). Five states were
# new.

# %%
new = members - mg.members_on("2002-12-01")
new

# %% [markdown]
# ## Three answers: yes, no, unknown
#
# If the sources do not settle a question, the answer is *unknown*. No source says whether
# Belgium remained a member on the first day of 1955. `status_on` says what the evidence leaves
# open.

# %%
mg.status_on("Belgium", "1955-01-01")

# %% [markdown]
# Consultative processes publish lists of participants, and rarely say when a state entered. So
# many answers are *listed*: the best reading of the evidence. Here it is a list of about the
# year 2020. `why` shows every record that counts, and on which of them the answer rests.

# %%
bali = mg.members_on("2020-06-01", "Bali Process")
mg.why("Thailand", "2020-06-01", "Bali Process")

# %% [markdown]
# ## Treaties and votes
#
# The same questions work for treaties and groups. How did the parties to the Migrant Workers
# Convention vote on the Global Compact for Migration? Of 52 parties, 41 voted yes, and none
# voted no.

# %%
parties = mg.parties_on("2018-12-19", "ICRMW")
votes = pd.Series([str(mg.vote_of(state, "GCM") or "no vote") for state in parties.codes])
votes.value_counts().to_frame("parties")

# %% [markdown]
# ## A table
#
# `panel` has one row for each state and year. `annotate` adds columns to a table of your own.

# %%
mine = pd.DataFrame({"country": ["Kazakhstan", "Uzbekistan"], "date": ["2005-01-01"] * 2})
annotated = frames.annotate(mine, columns=["iom_status", "iom_member"])
annotated

# %% [markdown]
# ## A figure
#
# What is certain is full, a broken outline adds the members that are only possible, and each point
# is a published number. Each figure has a table behind it: the function whose name ends in
# `_table`.

# %%
ax = plots.growth("IOM")

# %% [markdown]
# A map of the Bali Process, from the list of members above. Squares are members and circles are
# observers; all of them are listed, so that only the lower part of each is full.

# %%
ax = plots.tile_map("2020-06-01", "Bali Process")

# %% [markdown]
# ## A bibliography
#
# `cite` writes the sources behind an answer, each once. `style="bibtex"` and `style="csl-json"`
# are for a reference manager.

# %%
print(mg.cite(mg.transitions("Kazakhstan", "IOM", kind="admitted")))

# %% [markdown]
# ## Where to go from here
#
# The cookbook (`docs/cookbook.md`) has the call for many more questions. `kazakhstan_joins_iom`
# follows two press reports through the records, `who_takes_part_in_which_process` and
# `who_is_bound_by_which_treaty` do the same for processes and treaties, and `state_year_panel`
# prepares a regression.

# %% [markdown]
# ## Checks
#
# If a later release of the data changes what this notebook says, this cell fails.

# %%
assert len(members) == 98
assert "Turquie" not in members
assert mg.members_on("2 December 2002") == members
assert new.codes == ("KAZ", "KHM", "NGA", "RWA", "ZWE")
assert len(new) == 5
assert mg.is_member("Belgium", "1955-01-01") is mg.Answer.UNKNOWN
assert (len(bali.certain), len(bali.listed)) == (0, 45)
assert bali.grade("Thailand") is mg.vocabularies.Grade.LISTED
assert (len(parties), int((votes == "yes").sum())) == (52, 41)
assert "no" not in set(votes)
assert annotated["iom_member"].tolist() == ["yes", "no"]
