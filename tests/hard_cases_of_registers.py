"""Hard cases of treaties, with their two clocks, and of registers that are not complete."""

from __future__ import annotations

from hard_case_forms import Case, Question, acts, day, list_of, steps
from made_up_treaties import MadeUpTreaty
from migrationgov import PartialDate
from migrationgov.dates.partial_date import AFTER_ALL
from migrationgov.timelines.evidence import Evidence

_NINETY_DAYS = (0, 90, False)


def _treaty(**more: object) -> MadeUpTreaty:
    own, adopted = PartialDate("1995-06-01"), PartialDate("1990-03-01")
    made = {"clause": _NINETY_DAYS, "own": own, "adopted": adopted} | more
    return MadeUpTreaty(**made)  # type: ignore[arg-type]  # each is given by name


CASES_OF_REGISTERS = (
    Case(
        "Deposit and effect",
        "A treaty of 1990-03-01, in force since 1995-06-01; it binds a party 90 days after the"
        " deposit. AAA signs on 1991-01-01 and ratifies on 2000-01-10, BBB accedes on 1993-05-05",
        _treaty(
            acts={
                "AAA": acts(signed="1991-01-01", ratified="2000-01-10"),
                "BBB": acts(acceded="1993-05-05"),
            }
        ),
        (
            Question("AAA", "2000-02-01", "signatory certain", "effect"),
            Question("AAA", "2000-02-01", "party certain", "deposit"),
            Question("AAA", "2000-04-09", "party certain", "effect"),
            Question("AAA", "2000", "party possible, signatory possible", "effect"),
            Question("BBB", "1995-05-31", "none certain", "effect"),
            Question("BBB", "1995-05-31", "party certain", "deposit"),
            Question("BBB", "1995-06-01", "party certain", "effect"),
            Question("CCC", "2010", "none certain", "effect"),
        ),
    ),
    Case(
        "A deposit by year",
        "The same treaty; AAA accedes in 2000",
        _treaty(acts={"AAA": acts(acceded="2000")}),
        (
            Question("AAA", "2000-03-30", "none certain", "effect"),
            Question("AAA", "2000-03-31", "none possible, party possible", "effect"),
            Question("AAA", "2001-03-30", "none possible, party possible", "effect"),
            Question("AAA", "2001-03-31", "party certain", "effect"),
            Question("AAA", "2001-01-01", "party certain", "deposit"),
        ),
    ),
    Case(
        "A succession that reaches back",
        "The same treaty; AAA begins on 1992-07-01 and notifies its succession on 1999-01-01",
        _treaty(acts={"AAA": acts(succeeded="1999-01-01")}, lives={"AAA": ("1992-07-01", "")}),
        (
            Question("AAA", "1995-05-31", "none certain", "effect"),
            Question("AAA", "1996", "none possible, party possible", "effect"),
            Question("AAA", "1998-12-31", "none certain", "deposit"),
            Question("AAA", "1999-04-01", "party certain", "effect"),
        ),
    ),
    Case(
        "A treaty is denounced and acceded to again",
        "The same treaty; AAA accedes on 1996-01-01, is bound until 2001-06-30, and accedes again"
        " on 2005-01-01",
        _treaty(
            acts={
                "AAA": [
                    *acts(acceded="1996-01-01", denounced="2001-06-30"),
                    *acts(acceded="2005-01-01"),
                ]
            }
        ),
        (
            Question("AAA", "2001-06-30", "party certain", "effect"),
            Question("AAA", "2001-07-01", "none certain", "effect"),
            Question("AAA", "2001-07-01", "none certain", "deposit"),
            Question("AAA", "2005-02-01", "none certain", "effect"),
            Question("AAA", "2005-04-01", "party certain", "effect"),
        ),
    ),
    Case(
        "A state that continues another one",
        "The same treaty; BBB accedes on 1996-01-01, AAA continues it as a party from 1998-12-24",
        _treaty(
            acts={"AAA": acts(continued="1998-12-24"), "BBB": acts(acceded="1996-01-01")},
            seats={"AAA": "BBB"},
        ),
        (
            Question("BBB", "1998-12-23", "party certain", "effect"),
            Question("BBB", "1998-12-24", "none certain", "effect"),
            Question("AAA", "1998-12-23", "none certain", "effect"),
            Question("AAA", "1998-12-24", "party certain", "effect"),
        ),
    ),
    Case(
        "A treaty that is open to a group",
        "The same treaty, open to the members of a club, AAA and CCC; its acts are complete for"
        " the named parties only. AAA accedes on 1996-01-01",
        _treaty(acts={"AAA": acts(acceded="1996-01-01")}, complete_for="named", restricted=True),
        (
            Question("AAA", "2010", "party certain", "effect"),
            Question("CCC", "2010", "none possible, party possible, signatory possible", "effect"),
            Question("BBB", "2010", "none certain", "effect"),
        ),
    ),
    Case(
        "A register that is known to lack names",
        "The same treaty; its acts are complete until 2005-12-31, as later numbers of parties are"
        " higher. AAA accedes on 1996-01-01, BBB signs on 1991-01-01, ZZZ ends on 1995-12-31",
        _treaty(
            acts={"AAA": acts(acceded="1996-01-01"), "BBB": acts(signed="1991-01-01")},
            complete_until=PartialDate("2005-12-31"),
            lives={"ZZZ": ("", "1995-12-31")},
        ),
        (
            Question("AAA", "2006-01-01", "party certain", "effect"),
            Question("BBB", "2005-12-31", "signatory certain", "effect"),
            Question("BBB", "2006-01-01", "signatory listed, party possible", "effect"),
            Question("CCC", "2005-12-31", "none certain", "effect"),
            Question(
                "CCC", "2006-01-01", "none possible, party possible, signatory possible", "effect"
            ),
            Question("ZZZ", "1994", "none possible, party possible, signatory possible", "effect"),
            Question("ZZZ", "1996", "none certain", "effect"),
        ),
    ),
    Case(
        "A register that is complete for the named parties only",
        "A register: AAA joins on 2001-01-01 and withdraws on 2005-12-31",
        Evidence(
            "named",
            steps=steps(joined="2001-01-01", withdrew="2005-12-31"),
            register=True,
        ),
        (
            Question("AAA", "2000", "none certain"),
            Question("AAA", "2006", "none certain"),
            Question("BBB", "2010", "member possible, none possible, observer possible"),
        ),
    ),
    Case(
        "A register with complete lists",
        "Complete lists of members: AAA, BBB (2000-01-01); AAA (2010-01-01). AAA joins on"
        " 1995-01-01",
        Evidence(
            "listed",
            steps=steps(joined="1995-01-01"),
            lists=[list_of("2000-01-01", "AAA BBB"), list_of("2010-01-01", "AAA")],
        ),
        (
            Question("AAA", "1994", "member possible, none possible"),
            Question("AAA", "2005", "member certain"),
            Question("AAA", "2015", "member listed, none possible"),
            Question("BBB", "2005", "member listed, none possible"),
            Question("CCC", "2005", "none listed, observer possible"),
        ),
    ),
    Case(
        "Lists far apart, and a state that began between them",
        "Complete lists of members: AAA (1991-06-15); AAA, BBB, CCC (2020-01-01). BBB began on"
        " 1996-07-01",
        Evidence(
            "far apart",
            lists=[list_of("1991-06-15", "AAA"), list_of("2020-01-01", "AAA BBB CCC")],
            lives={"BBB": (day("1996-07-01"), AFTER_ALL)},
        ),
        (
            Question("BBB", "1991-06-15", "none certain"),
            Question("BBB", "1997", "member possible, none possible"),
            Question("BBB", "2016-01-01", "member listed, none possible"),
            Question("CCC", "1995-06-15", "none listed, member possible"),
            Question("CCC", "1995-06-16", "member possible, none possible"),
            Question("CCC", "2015-12-31", "member possible, none possible"),
            Question("CCC", "2016-01-01", "member listed, none possible"),
            Question("DDD", "2000", "none listed, observer possible"),
        ),
    ),
    Case(
        "An associate",
        "A register: AAA becomes an associate on 2001-01-01 and joins in 2010",
        Evidence(
            "associate",
            steps=steps(became_associate="2001-01-01", joined="2010"),
            register=True,
            closed=True,
            exists_from=day("1990-01-01"),
        ),
        (
            Question("AAA", "2005", "associate certain"),
            Question("AAA", "2010-06-01", "associate possible, member possible"),
            Question("AAA", "2011", "member certain"),
        ),
    ),
)
