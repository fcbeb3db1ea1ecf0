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
# # Who is bound by which treaty
#
# Two United Nations treaties are often named together: the Refugee Convention of 1951 and the
# Migrant Workers Convention of 1990. This notebook asks who is bound by each of them and from
# which day, compares our count with the numbers of the depositary, and draws it.

# %%
import pandas as pd

import migrationgov as mg
from migrationgov import frames, plots

# %% [markdown]
# ## Parties on a day
#
# On 19 December 2018, when the General Assembly endorsed the Global Compact for Migration, 145
# states were parties to the Refugee Convention and 52 to the Migrant Workers Convention. 44 were
# parties to both. Eight states had accepted the duties towards migrant workers alone.

# %%
day = "2018-12-19"
refugees, workers = mg.parties_on(day, "1951 Convention"), mg.parties_on(day, "ICRMW")
assert (len(refugees), len(workers), len(refugees & workers)) == (145, 52, 44)
assert len(workers - refugees) == 8
workers - refugees

# %% [markdown]
# ## Two dates: deposit and effect
#
# A treaty binds a state some time after the state deposits its instrument. South Sudan deposited
# its accession to the Refugee Convention on 10 December 2018, and was bound from 10 March 2019.
# Questions are about the effect; `by="deposit"` counts as the depositary does.

# %%
between = "2019-01-01"
by_effect = mg.status_on("South Sudan", between, "1951 Convention")
by_deposit = mg.status_on("South Sudan", between, "1951 Convention", by="deposit")
assert (str(by_effect.status), str(by_deposit.status)) == ("none", "party")
steps = mg.transitions("South Sudan", "1951 Convention")
assert [str(step.date) for step in steps] == ["2018-12-10", "2019-03-10"]
steps

# %% [markdown]
# ## Our count and the published numbers
#
# The library compares each published number of parties or signatories with its own count. For
# the Migrant Workers Convention all of them are equal.

# %%
numbers = mg.reconcile("ICRMW")
assert {each.outcome.value for each in numbers} == {"equal"}
numbers

# %% [markdown]
# ## The growth
#
# What is full is certain, and the points are the published numbers. The Convention entered into
# force in 2003, thirteen years after it was opened for signature.

# %%
treaty = mg.find_treaty("ICRMW")
assert str(treaty.in_force) == "2003-07-01"
assert 2003 - 1990 == 13
ax = plots.growth("ICRMW")

# %% [markdown]
# ## A table for your own analysis
#
# One row for each state and year, with the status in both treaties at the end of the year. How
# many states of each region were bound by both in 2018?

# %%
panel = frames.panel(
    start=2018,
    end=2018,
    columns=["icrmw_party", "refugee-convention_party"],
    partial="last",
)
both = (panel["refugee-convention_party"] == "yes") & (panel["icrmw_party"] == "yes")
regions = panel.groupby("region").size()
shares = pd.DataFrame({"states": regions, "both": both.groupby(panel["region"]).sum()})
assert int(both.sum()) == 44
shares

# %% [markdown]
# ## How to cite it
#
# The sources behind the two transitions of South Sudan:

# %%
print(mg.cite(steps))
