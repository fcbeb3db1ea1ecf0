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
# # Published numbers and our count
#
# Organizations, processes and treaties publish how many members they have: in reports, on their
# pages, in the press. The library has a count of its own, from the day on which each state joined
# or left, or from the lists that name it. Neither number is taken from the other. This notebook
# compares the two, for IOM, for the Bali Process and for two treaties.

# %%
from collections import Counter
from datetime import date

import migrationgov as mg
from migrationgov import plots

# %% [markdown]
# ## The comparison
#
# There are 160 published numbers about IOM up to the end of 2025. For each of them the register
# gives a range: the smallest number of certain members on any day of its date, and the largest
# number of certain and possible members. There are four outcomes:
#
# * **equal**: on some day of the date exactly that many are certain, and no other is possible;
# * **explained**: the number differs, and a source shows why;
# * **possible**: the register allows this number, and other numbers, too;
# * **open**: the number differs, and nothing that we read explains it.

# %%
last = date(2025, 12, 31)
results = mg.results.RecordList(
    each for each in mg.reconcile("IOM") if (each.claim.as_of.earliest or date.min) <= last
)
outcomes = Counter(each.outcome.value for each in results)
assert len(results) == 160
assert outcomes == {"equal": 58, "explained": 54, "possible": 48}
outcomes

# %% [markdown]
# None is open. Read this with care: an explanation is our reading of a source, and 48 numbers
# only lie within our range. So look at the outcomes by what the numbers count.

# %%
by_subject = Counter((each.claim.counted.value, each.outcome.value) for each in results)
for counted in ("member-states", "observer-states", "observers"):
    numbers = {word: by_subject[counted, word] for word in ("equal", "possible", "explained")}
    print(f"{counted:16} {numbers}")
assert by_subject["member-states", "equal"] == 57
assert sum(1 for each in results if each.claim.counted == "member-states") == 80
assert sum(1 for each in results if each.claim.counted == "observer-states") == 39
assert by_subject["observer-states", "possible"] == 35
assert by_subject["observer-states", "equal"] == 1

# %% [markdown]
# Of the 80 numbers of member states, 57 equal our count to the unit. Of the 39 numbers of
# observer states only one does, and 35 lie within our range: for most observers sources only give
# "listed by then", so the register gives a wide range, and the published number lies within it.
#
# ## Member states: numbers that equal our count
#
# These are the numbers with a day or a month of their own, from 1974 to 2025. A number that is
# dated by a year alone is a weak test, because it may equal our count on any of many days.

# %%
exact = mg.results.RecordList(
    each
    for each in results
    if each.claim.counted == "member-states"
    and each.outcome == "equal"
    and each.claim.as_of.precision in ("day", "month")
    and not each.claim.as_of.approximate
)
assert (str(exact[0].claim.as_of), exact[0].claim.value) == ("1974-11-08", 32)
assert (str(exact[-1].claim.as_of), exact[-1].claim.value) == ("2025-12-10", 175)
exact

# %% [markdown]
# ## Member states: numbers that differ
#
# Seventeen numbers of member states differ from our count for their date. They are of a few
# kinds. The most frequent, nine times, is a list that is behind. Eight of these nine are counts
# of one yearly book, the CIA World Factbook.

# %%
off = mg.results.RecordList(
    each
    for each in results
    if each.claim.counted == "member-states" and each.outcome == "explained"
)
kinds = Counter(each.explanation.value for each in off if each.explanation)
assert len(off) == 17
assert kinds.most_common(1) == [("lag", 9)]
behind = [each for each in off if each.explanation == "lag"]
assert sum(each.citations[0].source.startswith("cia-") for each in behind) == 8
off

# %% [markdown]
# One number is *ahead*: in November 2018, on the day of the vote on Uzbekistan, IOM announced 173
# members. The membership took effect on 1 January 2019. The register has 172 members on the day
# of the vote and 173 from the new year.

# %%
(ahead,) = mg.results.RecordList(each for each in off if each.explanation == "ahead")
assert (ahead.claim.value, ahead.least, ahead.most) == (173, 172, 172)
assert [len(mg.members_on(day)) for day in ("2018-12-31", "2019-01-01")] == [172, 173]
ahead

# %% [markdown]
# ## The growth, with the published numbers
#
# What is certain is full, and a broken outline adds the possible members. Circles are published
# numbers that equal our count, diamonds those that are possible, triangles those that differ.

# %%
ax = plots.growth("IOM")

# %% [markdown]
# ## A process: lists and totals
#
# A process publishes a total and, sometimes, names. The Bali Process says "45 member States"; one
# page names 44 of them. With that list and what later lists carry on, our count is 45, too. Other
# totals count something else, such as the organizations beside the states, and each says so.

# %%
bali = mg.published_totals("Bali Process")
(page,) = [each for each in bali if each.named == 44]
assert (page.total, str(page.outcome)) == (45, "equal")
assert {str(each.outcome) for each in bali if each.outcome} == {"equal", "explained"}
bali

# %% [markdown]
# ## Treaties: as the depositary counts
#
# A depositary counts parties from the day of the deposit, organizations included. All published
# numbers of the Migrant Workers Convention equal our count. Of the Refugee Convention one number
# is only possible: its source gives no day, and any day of four years fits.

# %%
assert {each.outcome.value for each in mg.reconcile("ICRMW")} == {"equal"}
of_treaties = mg.reconcile("1951 Convention")
assert {each.outcome.value for each in of_treaties} == {"equal", "possible"}
(undated,) = [each for each in of_treaties if each.outcome == "possible"]
assert (undated.claim.value, undated.least, undated.most) == (140, 137, 142)
of_treaties

# %% [markdown]
# ## How to cite it
#
# The source of the last published number of members of IOM:

# %%
print(mg.cite(exact[-1]))
