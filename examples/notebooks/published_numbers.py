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
# # Published numbers against derived ones
#
# IOM has published how many members it has since 1952: in reports, on its pages, through the
# press. The register derives such a number by itself, from who joined and who left on which day.
# Neither is taken from the other. This notebook lays the two side by side and looks at every case
# in which they differ.

# %%
from collections import Counter
from datetime import date

import migrationgov as mg

# %% [markdown]
# ## The comparison
#
# There are 160 published numbers about IOM up to the end of 2025. For each the register gives a
# span: the smallest number of certain members on any day of its date, and the largest number of
# certain and possible ones. Four outcomes are told apart:
#
# * **equal**: on some day of the date exactly that many are certain, and nobody else is possible;
# * **explained**: it is off, and a source shows why;
# * **possible**: the register leaves room for it, and for other numbers too;
# * **open**: it is off, and nothing read explains it.

# %%
last = date(2025, 12, 31)
laid = mg.results.RecordList(
    each for each in mg.reconcile("IOM") if (each.claim.as_of.earliest or date.min) <= last
)
outcomes = Counter(each.outcome.value for each in laid)
assert len(laid) == 160
assert outcomes == {"equal": 58, "explained": 54, "possible": 48}
outcomes

# %% [markdown]
# None is open. That is worth less than it sounds: an explanation is a reading of ours, and 48
# numbers only fit. So look at them by what they count.

# %%
by_thing = Counter((each.claim.counted.value, each.outcome.value) for each in laid)
for counted in ("member-states", "observer-states", "observers"):
    told = {outcome: by_thing[counted, outcome] for outcome in ("equal", "possible", "explained")}
    print(f"{counted:16} {told}")
assert by_thing["member-states", "equal"] == 57
assert sum(1 for each in laid if each.claim.counted == "member-states") == 80
assert sum(1 for each in laid if each.claim.counted == "observer-states") == 39
assert by_thing["observer-states", "possible"] == 35
assert by_thing["observer-states", "equal"] == 1

# %% [markdown]
# Of the 80 numbers of member states, 57 are met to the unit. Of the 39 numbers of observer states
# it is one, and 35 merely fit: for most observers only "listed by then" is known, so the register
# gives a span, and the published number lies in it.
#
# ## Where the members are met
#
# The numbers with a day or a month of their own, from 1974 to 2025. A number dated by a year
# alone is a weak test, because a year has many days to fit on; these are not.

# %%
exact = mg.results.RecordList(
    each
    for each in laid
    if each.claim.counted == "member-states"
    and each.outcome == "equal"
    and each.claim.as_of.precision in ("day", "month")
    and not each.claim.as_of.approximate
)
assert (str(exact[0].claim.as_of), exact[0].claim.value) == ("1974-11-08", 32)
assert (str(exact[-1].claim.as_of), exact[-1].claim.value) == ("2025-12-10", 175)
exact

# %% [markdown]
# ## Where they are off
#
# Seventeen numbers of member states are not what the register gives for their date. They fall
# into a few kinds. The most frequent, nine times, is a list that runs behind; eight of the nine
# are the counts of one yearly book, the CIA World Factbook.

# %%
off = mg.results.RecordList(
    each for each in laid if each.claim.counted == "member-states" and each.outcome == "explained"
)
kinds = Counter(each.explanation.value for each in off if each.explanation)
assert len(off) == 17
assert kinds.most_common(1) == [("lag", 9)]
behind = [each for each in off if each.explanation == "lag"]
assert sum(each.citations[0].source.startswith("cia-") for each in behind) == 8
off

# %% [markdown]
# One is *ahead*: in November 2018 IOM announced 173 members on the day of the vote on Uzbekistan,
# whose membership took effect on 1 January 2019. The register has 172 on that day and 173 from
# the new year.

# %%
(ahead,) = mg.results.RecordList(each for each in off if each.explanation == "ahead")
assert (ahead.claim.value, ahead.least, ahead.most) == (173, 172, 172)
assert [len(mg.members_on(day)) for day in ("2018-12-31", "2019-01-01")] == [172, 173]
ahead

# %% [markdown]
# ## Where the register itself is unsure
#
# Six numbers of member states, the last of about 1970, fit without being met: the register is
# uncertain who was a member then. Of the governments on the provisional Committee of the first
# years, some are possible members until they are documented again. On 30 November 1954 sixteen
# members are certain and eight possible; a source counts 24 for December.

# %%
unsure = mg.results.RecordList(
    each for each in laid if each.claim.counted == "member-states" and each.outcome == "possible"
)
assert len(unsure) == 6
assert str(unsure[-1].claim.as_of) == "1970~"
assert ("1954-12", 24) in {(str(each.claim.as_of), each.claim.value) for each in unsure}
constitution = mg.members_on("1954-11-30")
assert (len(constitution), len(constitution.possible)) == (16, 8)
unsure

# %% [markdown]
# ## The growth, with its doubt
#
# The number of members at the end of each fifth year, from the register alone: certain, and
# certain with possible.

# %%
ends = [f"{year}-12-31" for year in range(1955, 2025, 5)]
growth = [
    (day, roll.as_of, len(roll), len(roll) + len(roll.possible))
    for day in ends
    if (roll := mg.members_on(day))
]
for day, _, least, most in growth:
    print(
        f"{day}  {'#' * (least // 3)}{'?' * ((most - least) // 3)}  {least}"
        + (f" to {most}" if most > least else "")
    )
assert growth[-1][2:] == (173, 173)
