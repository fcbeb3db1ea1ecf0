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
# # Kazakhstan joins IOM
#
# In the autumn of 2002 a news service reported twice on one event. According to the first
# article, Kazakhstan had applied for membership of the International Organization for Migration
# (IOM), and the organization had 86 members and 41 observer states. According to the second
# article, days later, Kazakhstan had been admitted, and there were now 98 members and 33
# observers. Twelve members more, and eight observers fewer, within a fortnight?
#
# This notebook compares the two articles with the register: what happened on which day, which
# source gives it, and what the four numbers count.

# %%
import migrationgov as mg
from migrationgov import plots

# %% [markdown]
# ## The records on Kazakhstan
#
# Each transition has its own date, as exact as its source and no more. The first two are
# conclusions, and each explains its reasoning: no source that we read gives the day on which
# Kazakhstan became an observer, and the application was sent on "last Friday" of an article
# without a date.

# %%
transitions = mg.transitions("KAZ", "IOM")
assert [(each.kind.value, str(each.date)) for each in transitions] == [
    ("became-observer", "[1991-12-16..1999]"),
    ("applied", "[..2002-11-22]"),
    ("admitted", "2002-12-02"),
    ("joined", "2002-12-02"),
]
transitions

# %% [markdown]
# The Council admitted Kazakhstan on the opening day of its 84th session, and the membership took
# effect on that day. Other memberships take effect later: the Council admitted Uzbekistan on 27
# November 2018, and Uzbekistan is a member from 1 January 2019.

# %%
uzbekistan = {each.kind.value: str(each.date) for each in mg.transitions("UZB", "IOM")}
assert (uzbekistan["admitted"], uzbekistan["joined"]) == ("2018-11-27", "2019-01-01")
assert mg.is_member("UZB", "2018-12-31") is mg.Answer.NO
mg.is_member("UZB", "2019-01-01")

# %% [markdown]
# ## Before the session
#
# Between the two articles Kazakhstan was an observer that had applied. An application does not
# end the status of an observer. It is a separate field.

# %%
waiting = mg.status_on("Kazakhstan", "2002-11-30")
assert waiting.status is mg.vocabularies.Status.OBSERVER
assert waiting.applicant is mg.Answer.YES
waiting

# %% [markdown]
# ## What the session decided
#
# The decisions of a session are not stored a second time: they are the transitions on the days of
# the session. The session admitted five states, and three observers: Burundi, Amnesty
# International and Human Rights Watch.

# %%
decisions = mg.decisions_of("iom-council-84")
decided = [each for each in decisions if isinstance(each, mg.model.Transition)]
admitted = [each.party for each in decided if each.kind == "admitted"]
observers = [each.party for each in decided if each.kind == "became-observer"]
assert admitted == ["KAZ", "KHM", "NGA", "RWA", "ZWE"]
assert observers == ["BDI", "amnesty-international", "human-rights-watch"]
decisions

# %% [markdown]
# ## 98 members: correct
#
# On 1 December there were 93 members, on 2 December 98. The five new members are those of the
# session. The second article is correct to the unit.

# %%
before, after = mg.members_on("2002-12-01"), mg.members_on("2002-12-02")
assert (len(before), len(after)) == (93, 98)
assert not before.possible
assert not after.possible
assert sorted(set(after.codes) - set(before.codes)) == admitted
after

# %% [markdown]
# ## 86 members: an old number
#
# So how could there be 86 members a few days earlier? There were not. `reconcile` compares every
# published number with our count. Of these four numbers, one equals our count. Each of the others
# has an explanation, with its evidence.

# %%
articles = {"irin-2002-kazakhstan-bid", "irin-2002-kazakhstan-member"}
numbers = mg.results.RecordList(
    each
    for each in mg.reconcile("IOM")
    if {citation.source for citation in each.citations} & articles
)
assert [(each.claim.value, each.outcome.value) for each in numbers] == [
    (86, "explained"),
    (41, "explained"),
    (98, "equal"),
    (33, "explained"),
]
assert (98 - 86, 41 - 33) == (12, 8)
numbers

# %% [markdown]
# The 86 members and 41 observer states are numbers of the year before: exactly 86 members are
# certain in the register only from 7 to 26 November 2001.

# %%
assert [
    len(mg.members_on(day)) for day in ("2001-11-06", "2001-11-07", "2001-11-26", "2001-11-27")
] == [
    85,
    86,
    86,
    91,
]
mg.members_on("2001-11-26")

# %% [markdown]
# ## 33 observers: states, and not all of them
#
# The second article counts Amnesty International and Human Rights Watch among the observers, and
# then gives 33. But 33 is the number of observer *states* alone: another source gives 33 states
# and over fifty organizations for the month. The register cannot decide which states they were.
# 29 are certain on that day, and eight more are possible, because for most observer states
# sources only give "listed by then". The register does not choose 33 of them.

# %%
states = mg.observers_on("2002-12-02", kind="state")
assert (len(states), len(states.possible)) == (29, 8)
states

# %% [markdown]
# ## The third member in Central Asia
#
# Both articles call Kazakhstan the third member in Central Asia. The register agrees. The second
# article also gives the years of the other two.

# %%
central_asia = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
joined = {code: str(mg.memberships_of(code, "IOM")[0].start) for code in central_asia}
assert joined == {
    "KAZ": "2002-12-02",
    "KGZ": "2000-11-28",
    "TJK": "1994-11-29",
    "TKM": "2013-11-26",
    "UZB": "2019-01-01",
}
assert sum(code in after for code in central_asia) == 3
mg.results.RecordList(spell for code in central_asia for spell in mg.memberships_of(code, "IOM"))

# %% [markdown]
# ## And the Almaty Process
#
# The same questions work for a consultative process. Kazakhstan was the host of the conference
# that launched the Almaty Process on 5 June 2013. The first list of members, of 22 October 2015,
# names it with six others, and as the chair. On that day its membership is certain; at the launch
# it is *listed*: the first list, carried back.

# %%
almaty = mg.process_participants("Almaty Process", on="2015-10-22")
assert almaty.chair.codes == ("KAZ",)
assert len(almaty.members.certain) == 7
at_launch = mg.status_on("Kazakhstan", "2013-06-05", "Almaty Process")
assert at_launch.grade is mg.vocabularies.Grade.LISTED
mg.status_on("Kazakhstan", "2015-10-22", "Almaty Process")

# %% [markdown]
# One line for each institution: a round bar is an observer, a square one a member, a shield a
# chair. What is certain is full, what is listed is full below, what is only possible is hollow.

# %%
ax = plots.state_timeline("Kazakhstan", institutions=["IOM", "Almaty Process"])

# %% [markdown]
# ## How to cite it
#
# `cite` writes the sources behind an answer, for the end of a text. `style="bibtex"` and
# `style="csl-json"` write them for a reference manager.

# %%
print(mg.cite(mg.transitions("KAZ", "IOM", kind="joined")))
print(mg.cite(mg.chair_on("Almaty Process", "2015-10-22")))
