"""The questions this library was made for, answered from its own data."""

from __future__ import annotations

import migrationgov as mg


def main() -> None:
    """Ask the questions and print the answers."""
    print("Who was a member of IOM when Kazakhstan joined?")
    before, after = mg.members_on("2002-12-01"), mg.members_on("2002-12-02")
    new = [state.name for state in after if state not in before]
    print(f"  {len(before)} on 1 December 2002, {len(after)} on the 2nd, new: {', '.join(new)}")

    print("\nHow do we know?")
    sources = {source.id: source for source in mg.dataset().sources}
    for step in mg.transitions("Kazakhstan", "IOM"):
        print(f"  {step.kind}, {step.date}")
        for citation in step.citations:
            said = f" (gives: {citation.gives})" if citation.gives else ""
            print(f"    {sources[citation.source].title}: {citation.locator}{said}")

    print("\nLeft and came back: Australia")
    for spell in mg.memberships_of("Australia"):
        print(f"  {spell.period}")

    print("\nIs Nicaragua still a member?")
    for day in ("2025-02-27", "2025-12-10"):
        print(f"  {day}: {mg.is_member('Nicaragua', day)}")
    for note in mg.disagreements("NIC", "withdrew"):
        print(f"  and then? {note.reason}")

    print("\nThe Almaty Process: nine attended in 2013, seven members and two observers in 2015")
    launch = mg.process_participants("Almaty Process", on="2013-06-05")
    print(f"  2013-06-05  attended: {', '.join(launch.participants.codes)}")
    print(f"              members for certain: {', '.join(launch.members.codes) or 'none'}")
    for on in ("2015-10-22", None):
        roster = mg.process_participants("Almaty Process", on=on)
        print(f"  {roster.on!s:10}  members: {', '.join(roster.members.codes)}")
        print(f"              observers: {', '.join(roster.observers.codes)}")
        print(f"              chair: {', '.join(roster.chair.codes)}")

    print("\nWhere do the sources disagree?")
    for each in mg.disagreements("MLT"):
        rivals = " / ".join(claim.value for claim in each.claims)
        print(f"  Malta, {each.field}: {rivals}; used: {each.preferred}. {each.reason}")


if __name__ == "__main__":
    main()
