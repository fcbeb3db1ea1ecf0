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
# # Who takes part in which process
#
# Besides organizations there are consultative processes on migration: states of a region, of two
# regions or of the world meet without a treaty. Hardly any process has a register of members.
# There are lists, each from one source and as of one date, and each proves something different.
# This notebook shows what lists prove, and what they do not prove.
#
# Every answer has a grade. A member is *certain* if the evidence leaves nothing else, *listed* if
# the best reading of the evidence gives it, and *possible* if a record names it and nothing
# excludes it.

# %%
from collections import Counter

import pandas as pd

import migrationgov as mg
from migrationgov import plots

# %% [markdown]
# ## The processes
#
# Most are regional, fewer are interregional, and a handful are global.

# %%
processes = mg.results.RecordList(mg.dataset().processes)
kinds = Counter(each.kind.value for each in processes)
assert kinds["regional"] > kinds["interregional"] > kinds["global"]
print(kinds)
processes

# %% [markdown]
# ## One process, three days
#
# The Almaty Process was launched at a conference on 5 June 2013. Nine governments took part in
# the conference, so the roster of that day has nine certain *participants*. The report of that
# day does not say which of them were members of the new process: no member is certain. Seven are
# listed. IOM calls four of them founding members. The first list of members, of 2015, names the
# others, too; the library carries it back to the founding, and marks it as later evidence. A
# participant in a meeting is not a member, and the library never turns one role into the other.

# %%
launch = mg.process_participants("Almaty Process", on="2013-06-05")
assert len(launch.participants.certain) == 9
assert len(launch.members.certain) == 0
assert len(launch.members.listed) == 7
reading = launch.members.reading("TUR")
assert reading is not None
assert str(reading.date) == "2015-10-22"
assert reading.age < 0  # the evidence is later
launch

# %% [markdown]
# On 22 October 2015 a press announcement names the members: seven, with two observers, the chair
# and the support unit. A *stated* list is complete. A state that is not on it is not a member on
# that day.

# %%
stated = mg.process_participants("Almaty Process", on="2015-10-22")
assert len(stated.members.certain) == 7
assert stated.observers.codes == ("IRN", "PAK")
assert stated.chair.codes == ("KAZ",)
assert stated.members.answer("UZB") is mg.Answer.NO
stated

# %% [markdown]
# Six members are on the list of about 2024. Turkmenistan, a member on the list of 2015, is not on
# the list of about 2024. The sources disagree about its status, and the disagreement is recorded.

# %%
later = mg.process_participants("Almaty Process", on="2024")
assert later.members.codes == ("AFG", "AZE", "KAZ", "KGZ", "TJK", "TUR")
assert "TKM" not in later.members
(turkmenistan,) = mg.disagreements("Turkmenistan", "member")
turkmenistan

# %% [markdown]
# ## Between two lists
#
# On a day between the list of 2015 and a later list, a state on both is a certain member. A state
# on one of them may be a member: it is listed as the last list before the day has it. That is why
# the member list of a day in 2021 has six certain members and one listed member, Turkmenistan.

# %%
between = mg.process_participants("Almaty Process", on="2021-06-01").members
assert len(between.certain) == 6
assert between.listed.codes == ("TKM",)
assert between.answer("TKM") is mg.Answer.UNKNOWN
between

# %% [markdown]
# `why` shows the records that count on the day: what each says, its source, and which record the
# best reading rests on.

# %%
explained = mg.why("TKM", "2021-06-01", "Almaty Process")
assert sum(reason.decides for reason in explained.reasons) == 1
assert any(reason.later for reason in explained.reasons)
explained

# %% [markdown]
# The same as a figure: one line for each party. A square bar is a member, a round one an observer.
# What is certain is full, what is listed is full below, and what is only possible is hollow.

# %%
ax = plots.institution_timeline("Almaty Process")

# %% [markdown]
# ## A number without names
#
# The Bali Process publishes that it has 45 member states and four member organizations. We could
# read 44 names of states on one page. If a list has fewer names than its source counts, a state
# that it does not name is unknown. So no state is a certain member, 45 states and four
# organizations, 49 in all, are listed, and the answer is "no" for no state.

# %%
bali = mg.process_participants("Bali Process", on="2023")
assert not bali.complete
assert (len(bali.members.certain), len(bali.members.listed)) == (0, 49)
assert len(mg.members_on("2023", "Bali Process")) == 45  # states
totals = mg.published_totals("Bali Process")
assert (44, 45) in {(each.named, each.total) for each in totals}
totals

# %% [markdown]
# ## One state, all processes
#
# The reverse question: in which processes does Türkiye take part, in which role, and how certain
# is it?

# %%
turkiye = mg.processes_of("Türkiye")
assert {"almaty-process", "budapest-process", "prague-process"} <= {
    each.process for each in turkiye
}
turkiye

# %% [markdown]
# Which processes do two states share? In 2016 Kazakhstan and Türkiye certainly shared the Almaty
# and Budapest Processes, and by the best reading the Prague Process, too.

# %%
shared = mg.shared_processes("KAZ", "TUR", on="2016")
assert {each.process: each.grade.value for each in shared if each.grade != "possible"} == {
    "almaty-process": "certain",
    "budapest-process": "certain",
    "prague-process": "listed",
}
shared

# %% [markdown]
# ## What is known, and from when
#
# Before you count over years, look at what the evidence leaves open. In which year is half of the
# states of a process certain or listed for the first time?

# %%
known = plots.evidence_by_year_table(start=2005)
first_year: dict[str, int] = {}
for row in known:
    if row["states"] and 2 * (row["certain"] + row["listed"]) >= row["states"]:
        first_year.setdefault(row["label"], row["year"])
pd.Series(first_year, name="half of its states known from").sort_values().to_frame()

# %% [markdown]
# ## How to cite it
#
# The sources behind the members of the Almaty Process on the day of its first list:

# %%
print(mg.cite(stated.members))
