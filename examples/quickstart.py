"""Questions about members, processes and treaties, answered from the data: ``make demo``."""

from __future__ import annotations

import migrationgov as mg


def main() -> None:
    """Ask the questions and print the answers."""
    who_joined_with_kazakhstan()
    how_do_we_know()
    who_left()
    who_takes_part()
    who_is_bound()
    which_number_is_right()
    what_was_iom()
    where_do_sources_disagree()
    print("\nNext: find your question in docs/cookbook.md,")
    print("or open examples/notebooks/start_here.ipynb in JupyterLab")


def who_joined_with_kazakhstan() -> None:
    """Print the number of members on the day and on the day before."""
    print("Who was a member of IOM when Kazakhstan joined?")
    before, after = mg.members_on("2002-12-01"), mg.members_on("2002-12-02")
    new = [state.name for state in after if state not in before]
    print(f"  {len(before)} on 1 December 2002, {len(after)} on the 2nd, new: {', '.join(new)}")


def how_do_we_know() -> None:
    """Print each transition with its sources, and how to cite them."""
    print("\nHow do we know?")
    sources = {source.id: source for source in mg.dataset().sources}
    for transition in mg.transitions("Kazakhstan", "IOM"):
        print(f"  {transition.kind}, {transition.date}")
        for citation in transition.citations:
            gives = f" (gives: {citation.given_text})" if citation.differs else ""
            print(f"    {sources[citation.source].title}: {citation.locator}{gives}")
    print("\nHow do I cite the vote?")
    for line in mg.cite(mg.transitions("Kazakhstan", "IOM", kind="admitted")).splitlines():
        print(f"  {line}")


def who_left() -> None:
    """Print spells of membership, and a withdrawal that the sources leave open."""
    print("\nAustralia left and rejoined:")
    for spell in mg.memberships_of("Australia", "IOM"):
        print(f"  {spell.period}")
    print("\nIs Nicaragua still a member?")
    for day in ("2025-02-27", "2025-12-10"):
        print(f"  {day}: {mg.is_member('Nicaragua', day)}")
    for disagreement in mg.disagreements("NIC", "withdrew", institution="IOM"):
        print(f"  after that: {disagreement.reason}")


def who_takes_part() -> None:
    """Print participants and members: a participant in a meeting is not a member."""
    print("\nThe Almaty Process: nine attended in 2013, seven members and two observers in 2015")
    launch = mg.process_participants("Almaty Process", on="2013-06-05")
    print(f"  2013-06-05  attended: {', '.join(launch.participants.codes)}")
    print(f"              certain members: {', '.join(launch.members.certain.codes) or 'none'}")
    print(f"              listed, by later lists: {', '.join(launch.members.listed.codes)}")
    for on in ("2015-10-22", None):
        roster = mg.process_participants("Almaty Process", on=on)
        print(f"  {roster.on!s:10}  members: {', '.join(roster.members.codes)}")
        print(f"              observers: {', '.join(roster.observers.codes)}")
        print(f"              chair: {', '.join(roster.chair.codes)}")


def who_is_bound() -> None:
    """Print which parties a treaty had by deposit, and which of them it did not bind yet."""
    print("\nWhom did the Trafficking Protocol bind on 1 January 2014?")
    by_deposit = mg.parties_on("2014-01-01", "Trafficking Protocol", by="deposit", kind=None)
    by_effect = mg.parties_on("2014-01-01", "Trafficking Protocol", kind=None)
    waiting = ", ".join(party.name for party in by_deposit - by_effect)
    print(
        f"  {len(by_effect)}; {len(by_deposit)} had deposited an instrument, among them {waiting}"
    )


def which_number_is_right() -> None:
    """Print published numbers, each compared with our count."""
    print("\nThe press gave 86 members before the session and 98 after it. Which is right?")
    for result in mg.reconcile("IOM"):
        if "irin-2002" in result.citations[0].source:
            print(f"  {result}")


def what_was_iom() -> None:
    """Print the name, the head and the relation to the United Nations."""
    print("\nIOM in 1975, in 2003 and on 19 September 2016")
    for day in ("1975", "2003", "2016-09-19"):
        print(f"  {day}: {mg.name_on('IOM', day)}; head: {mg.officeholders_on('IOM', day)}")
        relations = ", ".join(each.kind for each in mg.relations_on("IOM", day))
        print(f"        relation to the United Nations: {relations}")


def where_do_sources_disagree() -> None:
    """Print values that contradict each other, the value used and the reason."""
    print("\nWhere do the sources disagree?")
    for each in mg.disagreements("MLT", institution="IOM"):
        values = " / ".join(claim.value for claim in each.claims)
        print(f"  Malta, {each.field}: {values}; used: {each.preferred}. {each.reason}")


if __name__ == "__main__":
    main()
