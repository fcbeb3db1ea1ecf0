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

# %%
from collections import Counter

import migrationgov as mg

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
# day does not say which of them were members of the new process: the members are possible, not
# certain. A participant in a meeting is not a member, and the library never turns one role into
# the other.

# %%
launch = mg.process_participants("Almaty Process", on="2013-06-05")
assert len(launch.participants) == 9
assert len(launch.members) == 0
assert len(launch.members.possible) == 7
assert not launch.complete
launch

# %% [markdown]
# On 22 October 2015 a press announcement names the members: seven, with two observers, the chair
# and the support unit. A *stated* list is complete. A state that is not on it is not a member on
# that day.

# %%
stated = mg.process_participants("Almaty Process", on="2015-10-22")
assert len(stated.members) == 7
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
# On a day between the list of 2015 and a later list, a state on both is a certain member, and a
# state on one of them is a possible member. That is why the member list of a day in 2021 has six
# certain members, and not seven.

# %%
between = mg.process_participants("Almaty Process", on="2021-06-01").members
assert len(between) == 6
assert "TKM" not in between
assert between.answer("TKM") is mg.Answer.UNKNOWN
between

# %% [markdown]
# ## The chair changes
#
# A term in the chair has a beginning and an end, and sources date the hand-over differently. So
# there are weeks in which each of two states is a possible chair, and neither is a certain one.

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
# The Bali Process publishes that it has 45 member states and four member organizations. We could
# read 44 names of states. If a list has fewer names than its source counts, a state that it does
# not name is unknown. So the four organizations are certain, 45 states are possible, and the
# answer is "no" for no state.

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
# The reverse question: in which processes does Türkiye take part, in which role, and how certain
# is it?

# %%
turkiye = mg.processes_of("Türkiye")
assert {"almaty-process", "budapest-process", "prague-process"} <= {
    each.process for each in turkiye
}
turkiye

# %% [markdown]
# Which processes do two states share? Kazakhstan and Türkiye certainly share the Almaty, Budapest
# and Prague Processes.

# %%
shared = mg.shared_processes("KAZ", "TUR")
assert {"almaty-process", "budapest-process", "prague-process"} <= {
    each.process for each in shared if each.answer is mg.Answer.YES
}
shared

# %% [markdown]
# ## Which states take part in most processes
#
# Count, over all processes, in how many each state is a certain member by the latest evidence.
# Read this with care: it counts what lists show, and the lists are of different years. For a
# process without a complete list no state can be counted, so these are lower bounds.

# %%
rosters = [mg.process_participants(each.id) for each in processes]
memberships = Counter(
    state.id for roster in rosters for state in roster.members if isinstance(state, mg.model.State)
)
assert 0 < sum(roster.complete for roster in rosters) < len(processes)
for code, number in memberships.most_common(10):
    print(f"{mg.find_state(code).name:30} {number}")
