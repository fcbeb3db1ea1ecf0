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
# In the autumn of 2002 a news service reported twice on one event. The first article said that
# Kazakhstan had applied for membership of the International Organization for Migration (IOM), an
# organization of 86 members, it said, and 41 observer states; the second, days later, that it had
# been admitted and that there were now 98 members and 33 observers. Twelve members more, and eight
# observers fewer, within a fortnight?
#
# This notebook reads the two articles with the register beside them: what happened on which day,
# who says so, and what the four numbers count.

# %%
import migrationgov as mg

# %% [markdown]
# ## What is recorded of Kazakhstan
#
# Each step has its own date, as exact as its source and no more. The first two are conclusions,
# and say how they were drawn: no source read tells on which day Kazakhstan became an observer, and
# the application was sent on "last Friday" of an article that carries no date of its own.

# %%
steps = mg.transitions("KAZ", "IOM")
assert [(step.kind.value, str(step.date)) for step in steps] == [
    ("became-observer", "[1991-12-16..1999]"),
    ("applied", "[..2002-11-22]"),
    ("admitted", "2002-12-02"),
    ("joined", "2002-12-02"),
]
steps

# %% [markdown]
# The Council admitted Kazakhstan on the opening day of its 84th session, and the membership took
# effect on the same day. That is not so for everybody: Uzbekistan was voted in on 27 November 2018
# and is a member from 1 January 2019.

# %%
uzbekistan = {step.kind.value: str(step.date) for step in mg.transitions("UZB", "IOM")}
assert (uzbekistan["admitted"], uzbekistan["joined"]) == ("2018-11-27", "2019-01-01")
assert mg.is_member("UZB", "2018-12-31") is mg.Answer.NO
mg.is_member("UZB", "2019-01-01")

# %% [markdown]
# ## Before the session
#
# Between the two articles Kazakhstan was an observer that had applied. An application does not end
# the status of an observer; it is pending beside it.

# %%
waiting = mg.status_on("Kazakhstan", "2002-11-30")
assert waiting.status is mg.vocabularies.Status.OBSERVER
assert waiting.applicant is mg.Answer.YES
waiting

# %% [markdown]
# ## What the session decided
#
# Nothing is stored twice: the decisions of a session are the steps whose day lies in its days.
# Five states were admitted, and three observers: Burundi, Amnesty International and Human Rights
# Watch.

# %%
decisions = mg.decisions_of("iom-council-84")
decided = [step for step in decisions if isinstance(step, mg.model.Transition)]
admitted = [step.subject for step in decided if step.kind == "admitted"]
observers = [step.subject for step in decided if step.kind == "became-observer"]
assert admitted == ["KAZ", "KHM", "NGA", "RWA", "ZWE"]
assert observers == ["BDI", "amnesty-international", "human-rights-watch"]
decisions

# %% [markdown]
# ## 98 members: yes
#
# On the evening of 1 December there were 93 members, on 2 December 98. All five that came are
# those of the session. The second article is right to the unit.

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
# Then how could there be 86 members a few days earlier? There could not. `reconcile` lays every
# published number beside the register. Of these four, one is equal to what the register derives,
# and each of the others has an explanation, with what shows it.

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
# The 86 members and 41 observer states are figures of the year before, repeated: 86 members are
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
# ## 33 observers: states, not all of them
#
# The second article counts Amnesty International and Human Rights Watch in, and then gives 33.
# But 33 is the number of observer *states* alone: another source gives 33 states and over fifty
# organizations for the same month. The register cannot settle which states they were: 29 are
# certain on that day, and eight more are possible, because for most observer states only "listed
# by then" is known. It says so instead of choosing 33 of them.

# %%
states = mg.observers_on("2002-12-02", kind="state")
assert (len(states), len(states.possible)) == (29, 8)
states

# %% [markdown]
# ## What one could have known
#
# Suppose it is the last day of November 2002, and only what had been published by then can be
# used. The application is known, the outcome is not; whether Kazakhstan is an observer besides,
# the sources of that day leave open. A register cut down to some of its sources is not complete,
# and its silence proves nothing.

# %%
then = mg.as_known_on(mg.dataset(), "2002-11-30")
known = mg.status_on("KAZ", "2002-11-30", dataset=then)
assert known.applicant is mg.Answer.YES
assert {status.value for status in known.statuses} == {"applicant", "observer"}
assert not mg.members_on("2002-11-30", dataset=then).complete
assert sorted({claim.value for claim in mg.counts("IOM", on="2002-11-30", dataset=then)}) == [
    41,
    86,
]
known

# %% [markdown]
# ## The third in Central Asia
#
# Both articles call Kazakhstan the third state of Central Asia in the organization. It was; the
# other two are dated by the second article, too, by their years.

# %%
central_asia = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
joined = {code: str(mg.memberships_of(code)[0].start) for code in central_asia}
assert joined == {
    "KAZ": "2002-12-02",
    "KGZ": "2000-11-28",
    "TJK": "1994-11-29",
    "TKM": "2013-11-26",
    "UZB": "2019-01-01",
}
assert sum(code in after for code in central_asia) == 3
mg.results.RecordList(spell for code in central_asia for spell in mg.memberships_of(code))

# %% [markdown]
# ## How to cite it
#
# The sources behind an answer, as one puts them under a text; `style="bibtex"` and
# `style="csl-json"` write them for a reference manager.

# %%
print(mg.cite(mg.transitions("KAZ", "IOM", kind="joined")))
