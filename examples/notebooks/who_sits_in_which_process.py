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
# # Who sits in which process
#
# Besides organizations there are consultative processes on migration: states of a region, of two
# regions or of the world that meet without a treaty. Hardly any of them has a register of members.
# What there is are lists, each from one source and as of one date, and each proves something else.
# This notebook shows what can be said from lists, and what cannot.

# %%
from collections import Counter

import migrationgov as mg

# %% [markdown]
# ## The processes there are
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
# it, and so the roster of that day has nine certain *participants*. Which of them were members of
# what was being launched, the report of that day does not say: the members are possible, not
# certain. Attending is not belonging, and the one is never turned into the other.

# %%
launch = mg.process_participants("Almaty Process", on="2013-06-05")
assert len(launch.participants) == 9
assert len(launch.members) == 0
assert len(launch.members.possible) == 7
assert not launch.complete
launch

# %% [markdown]
# On 22 October 2015 a press announcement states the members: seven, with two observers, the chair
# and the support unit. A *stated* list is complete. Whoever is not on it is no member on that
# day.

# %%
stated = mg.process_participants("Almaty Process", on="2015-10-22")
assert len(stated.members) == 7
assert stated.observers.codes == ("IRN", "PAK")
assert stated.chair.codes == ("KAZ",)
assert stated.members.answer("UZB") is mg.Answer.NO
stated

# %% [markdown]
# Six members are on the list of about 2024; Turkmenistan, a member in the list of 2015, is not
# among them. The sources disagree about its standing, and the disagreement is on record.

# %%
later = mg.process_participants("Almaty Process", on="2024")
assert later.members.codes == ("AFG", "AZE", "KAZ", "KGZ", "TJK", "TUR")
assert "TKM" not in later.members
(turkmenistan,) = mg.disagreements("Turkmenistan", "member")
turkmenistan

# %% [markdown]
# ## Between two lists
#
# On a day between the list of 2015 and a later one, those on both are certain members, and those
# on one of them possible. That is why a roll in 2021 names six members for certain, and not
# seven.

# %%
between = mg.process_participants("Almaty Process", on="2021-06-01").members
assert len(between) == 6
assert "TKM" not in between
assert between.answer("TKM") is mg.Answer.UNKNOWN
between

# %% [markdown]
# ## The chair goes round
#
# A term in the chair has a beginning and an end, and sources date the hand-over differently. So
# there are weeks in which two states may be in the chair, and none is for certain.

# %%
chairs = mg.chairs_of("Almaty Process")
assert [term.participant for term in chairs[:6]] == ["KAZ", "KGZ", "TJK", "TUR", "AZE", "KAZ"]
hand_over = mg.chair_on("Almaty Process", "2023-02-01")
assert hand_over.codes == ()
assert hand_over.possible.codes == ("AZE", "TUR")
chairs

# %%
hand_over

# %% [markdown]
# ## A number without names
#
# The Bali Process publishes that it has 45 member states and four member organizations. Of the
# states, 44 names could be read; a list with fewer names than its source counts says nothing
# about those it does not name. So the four organizations are certain, 45 states are possible, and
# nobody is "no".

# %%
bali = mg.process_participants("Bali Process", on="2023")
assert not bali.complete
assert (len(bali.members), len(bali.members.possible)) == (4, 45)
totals = mg.published_totals("Bali Process")
assert (44, 45) in {(each.named, each.total) for each in totals}
totals

# %% [markdown]
# ## One state, all processes
#
# The mirror image: in which processes does Türkiye take part, in which role, and how sure is that?

# %%
turkiye = mg.processes_of("Türkiye")
assert {"almaty-process", "budapest-process", "prague-process"} <= {
    each.process for each in turkiye
}
turkiye

# %% [markdown]
# And where do two states meet? Kazakhstan and Türkiye share the Almaty, Budapest and Prague
# Processes for certain.

# %%
shared = mg.shared_processes("KAZ", "TUR")
assert {"almaty-process", "budapest-process", "prague-process"} <= {
    each.process for each in shared if each.answer is mg.Answer.YES
}
shared

# %% [markdown]
# ## Who sits in most
#
# Count, over all processes, in how many each state is a certain member by the latest evidence.
# Read it with care: it counts what lists show, and the lists are of different years. For a process
# without a complete list nobody can be counted, so these are lower bounds.

# %%
rosters = [mg.process_participants(each.id) for each in processes]
seats = Counter(
    state.id for roster in rosters for state in roster.members if isinstance(state, mg.model.State)
)
assert 0 < sum(roster.complete for roster in rosters) < len(processes)
for code, number in seats.most_common(10):
    print(f"{mg.find_state(code).name:30} {number}")
