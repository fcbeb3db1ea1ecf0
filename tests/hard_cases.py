"""The hard cases of the rules, as made-up institutions with their answers, for tests and docs."""

from __future__ import annotations

from hard_case_forms import Case, Question, day, list_of, steps
from hard_cases_of_registers import CASES_OF_REGISTERS
from made_up_treaties import MadeUpTreaty
from migrationgov import PartialDate
from migrationgov.lookup.day_ranges import day_ranges_of
from migrationgov.timelines.evidence import Evidence, RoleTerm, Step
from migrationgov.timelines.institution import InstitutionTimelines
from migrationgov.timelines.stretches import grade_of

CASES = (
    Case(
        "Lists of members and of observers of one date",
        "Complete lists of 2010-03-01: members BBB; observers AAA. A complete list of members of"
        " 2015-03-01: BBB",
        Evidence(
            "one date",
            lists=[
                list_of("2010-03-01", "BBB"),
                list_of("2010-03-01", "AAA", "observer"),
                list_of("2015-03-01", "BBB"),
            ],
        ),
        (
            Question("AAA", "2010-03-01", "observer certain"),
            Question("AAA", "2016", "observer listed, none possible"),
            Question("BBB", "2012", "member certain"),
        ),
    ),
    Case(
        "A partial list after a complete list",
        "A complete list of members of 2010-03-01: BBB. A partial list of 2012-03-01: AAA",
        Evidence(
            "partial",
            lists=[list_of("2010-03-01", "BBB"), list_of("2012-03-01", "AAA", kind="partial")],
        ),
        (
            Question("AAA", "2011", "none listed, member possible"),
            Question("AAA", "2012-03-01", "member certain"),
            Question("AAA", "2013", "member listed, none possible"),
            Question("BBB", "2013", "member listed, none possible"),
        ),
    ),
    Case(
        "Attendance after a complete list that lacks the state",
        "A complete list of members of 2010-03-01: BBB. AAA attends on 2012-03-01",
        Evidence(
            "attendance",
            lists=[
                list_of("2010-03-01", "BBB"),
                list_of("2012-03-01", "AAA", "participant", "attendance"),
            ],
        ),
        (
            Question("AAA", "2012-03-01", "none listed, member possible, observer possible"),
            Question("AAA", "2012-03-01", "participant certain", "participant"),
            Question("CCC", "2012-03-01", "none listed, observer possible"),
        ),
    ),
    Case(
        "Two complete lists of one month that differ",
        "Complete lists of members: AAA, BBB (2008-03-01); AAA, BBB (2010-03); BBB (2010-03)",
        Evidence(
            "two lists",
            lists=[
                list_of("2008-03-01", "AAA BBB"),
                list_of("2010-03", "AAA BBB"),
                list_of("2010-03", "BBB"),
            ],
        ),
        (
            Question("AAA", "2009", "member listed, none possible"),
            Question("AAA", "2011", "member listed, none possible"),
            Question("BBB", "2009", "member certain"),
        ),
    ),
    Case(
        "An entry by year after a list",
        "A complete list of members of 2010-03-01: BBB. AAA joins in 2012",
        Evidence("entry", steps=steps(joined="2012"), lists=[list_of("2010-03-01", "BBB")]),
        (
            Question("AAA", "2011", "none certain"),
            Question("AAA", "2012-06-01", "member possible, none possible"),
            Question("AAA", "2013", "member listed, none possible"),
        ),
    ),
    Case(
        "A founder without lists",
        "AAA is a founding member; founding on 2005-05-05",
        Evidence(
            "founder",
            lists=[list_of("2005-05-05", "AAA", kind="founders")],
            exists_from=day("2005-05-05"),
            founded=day("2005-05-05"),
        ),
        (
            Question("AAA", "2005-05-04", "none certain"),
            Question("AAA", "2005-05-05", "member certain"),
            Question("AAA", "2020", "member listed, none possible"),
            Question("BBB", "2020", "member possible, none possible, observer possible"),
        ),
    ),
    Case(
        "A state that ended",
        "Complete lists of members: AAA (2005-01-01), BBB (2010-01-01). AAA ends on 2006-06-03",
        Evidence(
            "ended",
            lists=[list_of("2005-01-01", "AAA"), list_of("2010-01-01", "BBB")],
            lives={"AAA": (0, day("2006-06-03"))},
        ),
        (
            Question("AAA", "2006-06-03", "member listed, none possible"),
            Question("AAA", "2006-06-04", "none certain"),
            Question("AAA", "2006", "member possible, none possible"),
        ),
    ),
    Case(
        "A suspension",
        "A register: AAA joins on 2001-01-01 and is suspended in March 2009",
        Evidence(
            "suspension",
            steps=steps(joined="2001-01-01", other="2009-03"),
            register=True,
            closed=True,
        ),
        (
            Question("AAA", "2009-03", "member certain"),
            Question("AAA", "2010", "member certain"),
        ),
    ),
    Case(
        "A group written out on a wide date",
        "A list of 2013 names a group. BBB is in the group on every day of 2013, AAA from"
        " 2013-07-01",
        Evidence(
            "group",
            lists=[list_of("2013", "AAA BBB", kind="group", doubted=frozenset({"AAA"}))],
        ),
        (
            Question("AAA", "2014", "member possible, none possible"),
            Question("BBB", "2014", "member listed, none possible"),
        ),
    ),
    Case(
        "A denunciation and a new accession",
        "A register: AAA joins on 1990-05-01, withdraws on 2000-06-30, joins in 2010",
        Evidence(
            "denunciation",
            steps={
                "AAA": [
                    Step("joined", PartialDate("1990-05-01")),
                    Step("withdrew", PartialDate("2000-06-30")),
                    Step("joined", PartialDate("2010")),
                ]
            },
            register=True,
            closed=True,
        ),
        (
            Question("AAA", "2000-06-30", "member certain"),
            Question("AAA", "2000-07-01", "none certain"),
            Question("AAA", "2010", "member possible, none possible"),
            Question("AAA", "2011", "member certain"),
        ),
    ),
    Case(
        "A term from a bracket",
        "AAA is in the chair from 2013-06-05 to [2016-10..2016-11], BBB from [2016-10..2016-11]"
        " to 2018-09-28",
        Evidence(
            "bracket",
            terms=[
                RoleTerm(
                    "AAA", "chair", PartialDate("2013-06-05"), PartialDate("[2016-10..2016-11]")
                ),
                RoleTerm(
                    "BBB", "chair", PartialDate("[2016-10..2016-11]"), PartialDate("2018-09-28")
                ),
            ],
        ),
        (
            Question("AAA", "2015", "chair certain", "chair"),
            Question("AAA", "2016-10-15", "chair listed, none possible", "chair"),
            Question("BBB", "2016-10-15", "chair possible, none possible", "chair"),
            Question("BBB", "2017", "chair certain", "chair"),
            Question("AAA", "2017", "none certain", "chair"),
        ),
    ),
    Case(
        "Terms by years",
        "AAA is in the chair from 2019 to 2019, BBB from 2021 to 2022, CCC from 2022 to 2023; a"
        " list of 2022 names CCC as chair",
        Evidence(
            "years",
            lists=[list_of("2022", "CCC", "chair")],
            terms=[
                RoleTerm("AAA", "chair", PartialDate("2019"), PartialDate("2019")),
                RoleTerm("BBB", "chair", PartialDate("2021"), PartialDate("2022")),
                RoleTerm("CCC", "chair", PartialDate("2022"), PartialDate("2023")),
            ],
        ),
        (
            Question("AAA", "2019-01-01", "chair listed, none possible", "chair"),
            Question("BBB", "2021-01-01", "chair listed, none possible", "chair"),
            Question("BBB", "2022-06-15", "chair listed, none possible", "chair"),
            Question("CCC", "2022-06-15", "chair possible, none possible", "chair"),
            Question("CCC", "2022-12-31", "chair certain", "chair"),
            Question("CCC", "2023-12-31", "chair listed, none possible", "chair"),
        ),
    ),
    *CASES_OF_REGISTERS,
)

_GRADES = ("certain", "listed", "possible")
_IN_WORDS = {"member": "", "effect": ", by effect", "deposit": ", by deposit"}


def timelines_for(case: Case, question: Question) -> tuple[InstitutionTimelines, str]:
    """Return the timelines that a question asks, and the role."""
    if isinstance(case.evidence, MadeUpTreaty):
        return case.evidence.timelines(question.role), "party"
    return InstitutionTimelines(case.evidence), question.role


def answer_of(case: Case, question: Question) -> str:
    """Return the answer of the machine to a question, in the words of the table."""
    timelines, role = timelines_for(case, question)
    met = timelines.line(question.party, role).during(day_ranges_of(PartialDate(question.on)))
    statuses = {str(status) for each in met for status in each.possible}
    graded = [(_GRADES.index(grade_of(met, status)), status) for status in statuses]
    return ", ".join(f"{status} {_GRADES[grade]}" for grade, status in sorted(graded))


def table() -> str:
    """Return all cases as a Markdown table."""
    lines = ["| case | evidence | asked | answer |", "|---|---|---|---|"]
    for case in CASES:
        name, words = case.name, case.words
        for each in case.questions:
            role = _IN_WORDS.get(each.role, f", {each.role}")
            asked = f"{each.party} on `{each.on}`{role}"
            lines.append(f"| {name} | {words} | {asked} | {each.answer} |")
            name = words = ""
    return "\n".join(lines)
