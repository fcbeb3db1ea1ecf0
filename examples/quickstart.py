"""The questions this library was made for, answered from its own data."""

from __future__ import annotations

import migrationgov as mg


def main() -> None:
    """Ask the questions and print the answers."""
    who_joined_with_kazakhstan()
    how_do_we_know()
    who_left()
    who_takes_part()
    which_number_is_right()
    what_was_iom()
    where_do_sources_disagree()


def who_joined_with_kazakhstan() -> None:
    """The members on the day and the day before."""
    print("Who was a member of IOM when Kazakhstan joined?")
    before, after = mg.members_on("2002-12-01"), mg.members_on("2002-12-02")
    new = [state.name for state in after if state not in before]
    print(f"  {len(before)} on 1 December 2002, {len(after)} on the 2nd, new: {', '.join(new)}")


def how_do_we_know() -> None:
    """Each step with its sources, and how to cite them."""
    print("\nHow do we know?")
    sources = {source.id: source for source in mg.dataset().sources}
    for step in mg.transitions("Kazakhstan", "IOM"):
        print(f"  {step.kind}, {step.date}")
        for citation in step.citations:
            said = f" (gives: {citation.gives})" if citation.gives else ""
            print(f"    {sources[citation.source].title}: {citation.locator}{said}")
    print("\nAnd how does one cite the vote?")
    for line in mg.cite(mg.transitions("Kazakhstan", "IOM", kind="admitted")).splitlines():
        print(f"  {line}")


def who_left() -> None:
    """Spells, and a withdrawal that is not settled."""
    print("\nLeft and came back: Australia")
    for spell in mg.memberships_of("Australia"):
        print(f"  {spell.period}")
    print("\nIs Nicaragua still a member?")
    for day in ("2025-02-27", "2025-12-10"):
        print(f"  {day}: {mg.is_member('Nicaragua', day)}")
    for note in mg.disagreements("NIC", "withdrew"):
        print(f"  and then? {note.reason}")


def who_takes_part() -> None:
    """Attending is not membership."""
    print("\nThe Almaty Process: nine attended in 2013, seven members and two observers in 2015")
    launch = mg.process_participants("Almaty Process", on="2013-06-05")
    print(f"  2013-06-05  attended: {', '.join(launch.participants.codes)}")
    print(f"              members for certain: {', '.join(launch.members.codes) or 'none'}")
    for on in ("2015-10-22", None):
        roster = mg.process_participants("Almaty Process", on=on)
        print(f"  {roster.on!s:10}  members: {', '.join(roster.members.codes)}")
        print(f"              observers: {', '.join(roster.observers.codes)}")
        print(f"              chair: {', '.join(roster.chair.codes)}")


def which_number_is_right() -> None:
    """Published numbers beside the register."""
    print("\n86 members, wrote the press before the session; 98, it wrote after it. Which is it?")
    for laid in mg.reconcile("IOM"):
        if "irin-2002" in laid.citations[0].source:
            print(f"  {laid}")


def what_was_iom() -> None:
    """Name, head and relation to the United Nations."""
    print("\nIOM in 1975, in 2003 and on 19 September 2016")
    for day in ("1975", "2003", "2016-09-19"):
        print(f"  {day}: {mg.name_on('IOM', day)}; head: {mg.officeholders_on('IOM', day)}")
        relations = ", ".join(each.kind for each in mg.relations_on("IOM", day))
        print(f"        and the United Nations: {relations}")


def where_do_sources_disagree() -> None:
    """The loser stays, with the reason."""
    print("\nWhere do the sources disagree?")
    for each in mg.disagreements("MLT"):
        rivals = " / ".join(claim.value for claim in each.claims)
        print(f"  Malta, {each.field}: {rivals}; used: {each.preferred}. {each.reason}")


if __name__ == "__main__":
    main()
