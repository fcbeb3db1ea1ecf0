"""Only type-checked, never run: the types that users of the face see."""

from __future__ import annotations

from datetime import date, datetime
from typing import assert_type

import migrationgov as mg

assert_type(mg.members_on("2002"), mg.Roll)
assert_type(mg.members_on(date(2002, 12, 2), organization="IOM", dataset=mg.dataset()), mg.Roll)
assert_type(mg.observers_on(datetime(2002, 12, 2), kind="state").possible, mg.Parties)  # noqa: DTZ001
assert_type(mg.is_member(mg.find_state("KAZ"), mg.PartialDate("2002")), mg.Answer)
assert_type(mg.status_on("KAZ", "2002"), mg.StatusOn)
assert_type(mg.status_on("KAZ", "2002").status, mg.Status | None)
assert_type(mg.memberships_of("KAZ"), mg.Records[mg.Spell])
assert_type(mg.transitions("KAZ"), mg.Records[mg.Transition])
assert_type(mg.transitions_between("2001", "2002")[0], mg.Transition)
assert_type(mg.process_participants("Almaty Process"), mg.Roster)
assert_type(mg.process_participants("Almaty Process").members, mg.Roll)
assert_type(mg.processes_of("KAZ"), mg.Records[mg.Participation])
assert_type(mg.chairs_of("Almaty Process"), mg.Records[mg.Term])
assert_type(mg.meetings_of("Almaty Process"), mg.Records[mg.Meeting])
assert_type(mg.disagreements(), mg.Records[mg.Disagreement])
assert_type(mg.find_organization("IOM"), mg.Organization)
assert_type(mg.find_process("Almaty Process"), mg.ConsultativeProcess)
assert_type(mg.dataset().as_of, str)
assert_type(mg.PartialDate.parse("2002").earliest, date | None)
