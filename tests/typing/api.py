"""Only type-checked, never run: the types that users of the face see."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, assert_type

from matplotlib.axes import Axes

import migrationgov as mg
from migrationgov import exports, plots
from migrationgov.plots.signatures import TimelineRow

assert_type(mg.members_on("2002"), mg.results.MemberList[mg.model.State])
assert_type(mg.parties_on("2014", "ICRMW"), mg.results.MemberList[mg.model.State])
assert_type(
    mg.members_on(date(2002, 12, 2), institution="IOM", dataset=mg.dataset()),
    mg.results.MemberList[mg.model.State],
)
assert_type(
    mg.observers_on(datetime(2002, 12, 2), kind="state").possible,
    mg.results.PartyList[mg.model.State],
)
assert_type(mg.observers_on("2002"), mg.results.MemberList[mg.model.State | mg.model.Organization])
for state in mg.members_on("2002"):
    assert_type(state.iso2, str)
for organization in mg.observers_on("2002", kind="organization"):
    assert_type(organization.acronym, str)
assert_type(mg.is_member(mg.find_state("KAZ"), mg.PartialDate("2002")), mg.Answer)
assert_type(mg.status_on("KAZ", "2002"), mg.results.StatusOn)
assert_type(mg.status_on("KAZ", "2002").status, mg.vocabularies.Status | None)
assert_type(mg.memberships_of("KAZ"), mg.results.RecordList[mg.model.Spell])
assert_type(mg.transitions("KAZ"), mg.results.RecordList[mg.model.Transition])
assert_type(mg.transitions(between=("2001", "2002"))[0], mg.model.Transition)
assert_type(mg.process_participants("Almaty Process"), mg.results.Roster)
assert_type(
    mg.process_participants("Almaty Process").members,
    mg.results.MemberList[mg.model.State | mg.model.Organization],
)
assert_type(mg.processes_of("KAZ"), mg.results.RecordList[mg.results.Participation])
assert_type(mg.chairs_of("Almaty Process"), mg.results.RecordList[mg.model.Term])
assert_type(mg.meetings_of("Almaty Process"), mg.results.RecordList[mg.model.Meeting])
assert_type(mg.members_on("2002").to_csv(), str)
assert_type(mg.disagreements().cite("bibtex"), str)
assert_type(mg.disagreements(), mg.results.RecordList[mg.model.Disagreement])
assert_type(mg.find_organization("IOM"), mg.model.Organization)
assert_type(mg.find_process("Almaty Process"), mg.model.ConsultativeProcess)
assert_type(
    mg.find_institution("IOM"),
    mg.model.Organization | mg.model.Treaty | mg.model.ConsultativeProcess,
)
assert_type(mg.find_institution(mg.find_process("GFMD")).name, str)
assert_type(
    mg.states(region="Africa", group="IOM", on="2020"), mg.results.PartyList[mg.model.State]
)
assert_type(mg.processes(kind="global")[0], mg.model.ConsultativeProcess)
assert_type(mg.organizations(kind="regional"), mg.results.PartyList[mg.model.Organization])
assert_type(mg.heads_of("IOM"), mg.results.RecordList[mg.model.Tenure])
assert_type(mg.dataset().as_of, str)
assert_type(mg.PartialDate.parse("2002").earliest, date | None)
assert_type(mg.name_on("IOM", "1975"), mg.results.AsOf[mg.model.Name])
assert_type(mg.officeholders_on("IOM", date(2003, 1, 1)).only, mg.model.Tenure | None)
assert_type(mg.relations_on("IOM", "2015").certain, mg.results.RecordList[mg.model.Relation])
assert_type(mg.sessions_of("IOM"), mg.results.RecordList[mg.model.Session])
assert_type(mg.decisions_of("iom-council-84")[0], mg.model.Transition | mg.model.Milestone)
assert_type(mg.counts("IOM"), mg.results.RecordList[mg.model.CountClaim])
assert_type(mg.reconcile("IOM")[0].explanation, mg.vocabularies.Explanation | None)
assert_type(mg.cite(mg.members_on("2002"), style="bibtex"), str)
assert_type(mg.as_known_on(mg.dataset(), "2002-11-30"), mg.Dataset)
assert_type(mg.diff(None, None), mg.results.RecordList[mg.results.Change])
assert_type(plots.growth(), Axes)
assert_type(plots.tile_map(date(2002, 12, 2), ax=plots.growth()), Axes)
assert_type(plots.state_timeline_table(mg.find_state("KAZ")), list[TimelineRow])
assert_type(
    mg.plots.world_map_table("2002")[0]["drawn"], Literal["area", "circle", "area and circle", ""]
)
assert_type(mg.exports.network(), exports.Network)

# A misspelt name, and a word that a parameter does not take, are errors: a checker reports the
# comment that ignores an error which is not there.
_ = mg.memebers_on  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # on purpose
mg.cite(mg.members_on("2002"), style="bibtexx")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # on purpose
mg.memberships_of("KAZ", status="membr")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # on purpose
mg.processes(status="activ")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # on purpose
