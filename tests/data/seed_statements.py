"""Every statement of the five seed documents, with the public call that answers it, if any.

The seeds are two IRIN articles of 2002 on Kazakhstan joining IOM (000, 001), a country page of IOM
(002), a news item on the conference of Almaty of 2013 (003) and an announcement of 2015 (004).

A statement is answered only if all of it is: where the data hold half of what it says, it is left.
Where other sources are more exact than the seed, or contradict it, the answer is theirs.
To add a statement: its id, a label in our own words, and either `call` with `answer` or `left`.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from migrationgov import Answer


class Left(StrEnum):
    """Why no public call answers a statement."""

    OUTCOME = (
        "what a meeting agreed or a process works on; the register holds dates, places and roles"
    )
    PERSON = "a person in a government or a delegation; only officers of a chair are registered"
    RHETORIC = (
        "an opinion, a wish, an offer, a promise or a courtesy, not a fact about membership or"
        " participation"
    )
    COUNTRY = (
        "a statement about the people, borders or economy of a country or region, outside"
        " international migration governance"
    )
    PUBLICATION = "about how the document itself was made and by whom"
    CAPTION = "a photo caption that belongs to another story"
    CONTACTS = "personal contact data, which the register never holds"


@frozen
class Statement:
    """
    One statement of a seed document.

    Attributes:
        id: Its id: seed, number of the document, number in the document.
        says: What it says, in our own words.
        call: A Python expression over `mg` (the library); "" where nothing answers it.
        answer: What the expression gives; None where nothing answers it.
        left: Why nothing answers it; None where something does.
    """

    id: str
    says: str
    call: str = ""
    answer: object = None
    left: Left | None = None


STATEMENTS = (
    # -- 000: the bid of Kazakhstan, an undated article of 2002 ----------------------------------
    Statement(
        "seed-000-001",
        "The article is about Kazakhstan applying for membership",
        call="[step.kind.value for step in mg.transitions('KAZ', 'IOM')"
        " if 'irin-2002-kazakhstan-bid' in {cited.source for cited in step.citations}]",
        answer=["applied"],
    ),
    Statement("seed-000-002", "IOM is glad of the application", left=Left.RHETORIC),
    Statement(
        "seed-000-003",
        "Kazakhstan applied on a Friday before the session; the day cannot be told",
        call="[str(step.date) for step in mg.transitions('KAZ', 'IOM', kind='applied')]",
        answer=["[..2002-11-22]"],
    ),
    Statement("seed-000-004", "The Director General answered with a letter", left=Left.RHETORIC),
    Statement(
        "seed-000-005",
        "Kazakhstan would be the third Central Asian member: two are, and it has applied",
        call="([code for code in ('KAZ', 'KGZ', 'TJK', 'TKM', 'UZB')"
        " if code in mg.members_on('2002-12-01')], mg.status_on('KAZ', '2002-12-01').applicant)",
        answer=(["KGZ", "TJK"], Answer.YES),
    ),
    Statement(
        "seed-000-006",
        "Kyrgyzstan is a member, whenever in 2002 this was written",
        call="mg.is_member('KGZ', '2002-01-01/2002-12-01')",
        answer=Answer.YES,
    ),
    Statement(
        "seed-000-007",
        "Tajikistan is a member, whenever in 2002 this was written",
        call="mg.is_member('TJK', '2002-01-01/2002-12-01')",
        answer=Answer.YES,
    ),
    Statement(
        "seed-000-008",
        "Uzbekistan is no member",
        call="mg.is_member('UZB', '2002-01-01/2002-12-01')",
        answer=Answer.NO,
    ),
    Statement(
        "seed-000-009",
        "Turkmenistan is no member",
        call="mg.is_member('TKM', '2002-01-01/2002-12-01')",
        answer=Answer.NO,
    ),
    Statement(
        "seed-000-010",
        "What IOM works for, as a journalist puts it",
        call="mg.history_of('IOM').strategy[0].label",
        answer="orderly migration of people who need international assistance",
    ),
    Statement(
        "seed-000-011",
        "Niurka Pineiro speaks for IOM in 2002",
        call="[(t.person, t.title, str(t.attested[0])) for t in mg.history_of('IOM').tenures"
        " if t.office == 'spokesperson']",
        answer=[("Niurka Pineiro", "Spokeswoman", "[2002-01-01..2002-11-27]")],
    ),
    Statement("seed-000-012", "She spoke to IRIN on a Wednesday", left=Left.PUBLICATION),
    Statement("seed-000-013", "IOM would like all states to be members", left=Left.RHETORIC),
    Statement("seed-000-014", "IOM would like whole regions to be members", left=Left.RHETORIC),
    Statement(
        "seed-000-015",
        "In 2002 IOM is more than four decades old",
        call="mg.find_organization('IOM').founded.latest.year + 40 < 2002",
        answer=True,
    ),
    Statement(
        "seed-000-016",
        "Brunson McKinley is Director General",
        call="[tenure.person for tenure in mg.officeholders_on('IOM', '2002')]",
        answer=["Brunson McKinley"],
    ),
    Statement(
        "seed-000-017",
        "IOM sits in Geneva",
        call="(mg.headquarters_on('IOM', '2002').only.place,"
        " mg.headquarters_on('IOM', '2002').only.state)",
        answer=("Geneva", "CHE"),
    ),
    Statement("seed-000-018", "The members are expected to be pleased", left=Left.RHETORIC),
    Statement("seed-000-019", "Relations were good before the membership", left=Left.RHETORIC),
    Statement("seed-000-020", "Irregular migration concerns Kazakhstan", left=Left.COUNTRY),
    Statement("seed-000-021", "Trafficking concerns Kazakhstan", left=Left.COUNTRY),
    Statement(
        "seed-000-022", "Kazakhstan should set up programmes and policies", left=Left.RHETORIC
    ),
    Statement(
        "seed-000-023",
        "IOM has 86 members",
        call="[(r.claim.value, r.outcome.value, r.explanation.value) for r in"
        " mg.reconcile('IOM') if 'irin-2002-kazakhstan-bid' in {c.source for c in"
        " r.citations} and r.claim.counted == 'member-states']",
        answer=[(86, "explained", "stale")],
    ),
    Statement(
        "seed-000-024",
        "IOM has 41 observer states",
        call="[(r.claim.value, r.outcome.value, r.explanation.value) for r in"
        " mg.reconcile('IOM') if 'irin-2002-kazakhstan-bid' in {c.source for c in"
        " r.citations} and r.claim.counted == 'observer-states']",
        answer=[(41, "explained", "stale")],
    ),
    Statement(
        "seed-000-025",
        "Observers with programmes are used to becoming members",
        left=Left.RHETORIC,
    ),
    Statement(
        "seed-000-026",
        "Kazakhstan is an observer before it is a member (implied)",
        call="mg.status_on('KAZ', '2002-01-01/2002-12-01').observer",
        answer=Answer.YES,
    ),
    Statement(
        "seed-000-027",
        "The application comes before the Council at its 84th session",
        call="[source.title for source in mg.dataset().sources"
        " if source.kind == 'official-document' and source.id in"
        " {cited.source for cited in mg.transitions('KAZ', 'IOM', kind='admitted').citations}]",
        answer=["Report on the Eighty-fourth Session of the Council"],
    ),
    Statement(
        "seed-000-028",
        "The session is to open on 2 December in Geneva",
        call="[(str(s.date.earliest), s.place) for s in mg.sessions_of('IOM') if s.number =="
        " '84']",
        answer=[("2002-12-02", "Geneva, Switzerland")],
    ),
    Statement("seed-000-029", "Caption on Kyrgyzstan and traffickers", left=Left.CAPTION),
    Statement("seed-000-030", "IRIN was part of OCHA", left=Left.PUBLICATION),
    Statement(
        "seed-000-031",
        "The New Humanitarian publishes the article now",
        call="[source.publisher for source in mg.dataset().sources"
        " if source.id == 'irin-2002-kazakhstan-bid']",
        answer=["IRIN (The New Humanitarian)"],
    ),
    # -- 001: the admission of Kazakhstan, 3 December 2002 ---------------------------------------
    Statement(
        "seed-001-001",
        "Kazakhstan was admitted as a full member on 2 December 2002",
        call="([str(step.date) for step in mg.transitions('KAZ', 'IOM', kind='admitted')],"
        " mg.is_member('KAZ', '2002-12-01'), mg.is_member('KAZ', '2002-12-02'))",
        answer=(["2002-12-02"], Answer.NO, Answer.YES),
    ),
    Statement(
        "seed-001-002",
        "Tajikistan joined in 1994",
        call="[str(step.date) for step in mg.transitions('TJK', 'IOM', kind='joined')]",
        answer=["1994-11-29"],
    ),
    Statement(
        "seed-001-003",
        "Kyrgyzstan joined in 2000",
        call="[str(step.date) for step in mg.transitions('KGZ', 'IOM', kind='joined')]",
        answer=["2000-11-28"],
    ),
    Statement(
        "seed-001-004",
        "Kazakhstan came third of the five states of Central Asia",
        call="[code for _, code in sorted("
        "(mg.memberships_of(code, 'IOM')[0].start.earliest, code)"
        " for code in ('KAZ', 'KGZ', 'TJK', 'TKM', 'UZB'))]",
        answer=["TJK", "KGZ", "KAZ", "TKM", "UZB"],
    ),
    Statement(
        "seed-001-005",
        "Niurka Pineiro still speaks for IOM",
        call="[str(t.attested[1]) for t in mg.history_of('IOM').tenures if t.person == 'Niurka"
        " Pineiro']",
        answer=["2002-12-03"],
    ),
    Statement("seed-001-006", "She spoke to IRIN on a Tuesday", left=Left.PUBLICATION),
    Statement("seed-001-007", "Peoples were deported to Kazakhstan", left=Left.COUNTRY),
    Statement("seed-001-008", "Its peoples live together in peace", left=Left.RHETORIC),
    Statement(
        "seed-001-009",
        "The Council decided the admission at its 84th session, on a Monday",
        call="[(str(step.date), step.date.day.strftime('%u'), 'iom-mc-2097-rev1' in"
        " {cited.source for cited in step.citations})"
        " for step in mg.transitions('KAZ', 'IOM', kind='admitted')]",
        answer=[("2002-12-02", "1", True)],
    ),
    Statement(
        "seed-001-010",
        "The decision was unanimous (the press says so)",
        call="[step.note.partition(';')[0]"
        " for step in mg.transitions('KAZ', 'IOM', kind='admitted')]",
        answer=["Unanimous, according to the press"],
    ),
    Statement(
        "seed-001-011",
        "The session met in Geneva",
        call="('Geneva' in [s for s in mg.sessions_of('IOM') if s.number == '84'][0].place,"
        " 'KAZ' in [step.state for step in mg.decisions_of('iom-council-84') if step.kind"
        " == 'admitted'])",
        answer=(True, True),
    ),
    Statement(
        "seed-001-012",
        "Nigeria joined at the same session",
        call="[(step.kind.value, str(step.date))"
        " for step in mg.transitions(None, 'IOM', between=('2002-12-02', '2002-12-02'))"
        " if step.party == 'NGA']",
        answer=[("admitted", "2002-12-02"), ("joined", "2002-12-02")],
    ),
    Statement(
        "seed-001-013",
        "Rwanda joined at the same session",
        call="[(step.kind.value, str(step.date))"
        " for step in mg.transitions(None, 'IOM', between=('2002-12-02', '2002-12-02'))"
        " if step.party == 'RWA']",
        answer=[("admitted", "2002-12-02"), ("joined", "2002-12-02")],
    ),
    Statement(
        "seed-001-014",
        "Cambodia joined at the same session",
        call="[(step.kind.value, str(step.date))"
        " for step in mg.transitions(None, 'IOM', between=('2002-12-02', '2002-12-02'))"
        " if step.party == 'KHM']",
        answer=[("admitted", "2002-12-02"), ("joined", "2002-12-02")],
    ),
    Statement(
        "seed-001-015",
        "Zimbabwe joined at the same session",
        call="[(step.kind.value, str(step.date))"
        " for step in mg.transitions(None, 'IOM', between=('2002-12-02', '2002-12-02'))"
        " if step.party == 'ZWE']",
        answer=[("admitted", "2002-12-02"), ("joined", "2002-12-02")],
    ),
    Statement(
        "seed-001-016",
        "Thereafter IOM had 98 members, 93 and these five",
        call="(len(mg.members_on('2002-12-01')), len(mg.members_on('2002-12-02')))",
        answer=(93, 98),
    ),
    Statement(
        "seed-001-017",
        "Three became observers at that session",
        call="[step.party for step in mg.transitions("
        "None, 'IOM', kind='became-observer', between=('2002-12-02', '2002-12-02'))"
        " if step.date.day]",
        answer=["BDI", "amnesty-international", "human-rights-watch"],
    ),
    Statement(
        "seed-001-018",
        "Burundi became an observer, a state among the observers",
        call="([str(step.date) for step in mg.transitions('BDI', 'IOM', kind='became-observer')],"
        " mg.observers_on('2002-12-02', kind='state').answer('BDI'))",
        answer=(["2002-12-02"], Answer.YES),
    ),
    Statement(
        "seed-001-019",
        "Amnesty International became an observer, a body and no state",
        call="([str(step.date) for step in"
        " mg.transitions('amnesty-international', 'IOM', kind='became-observer')],"
        " mg.observers_on('2002-12-02', kind='organization').answer('amnesty-international'),"
        " 'amnesty-international' in mg.observers_on('2002-12-02', kind='state'))",
        answer=(["2002-12-02"], Answer.YES, False),
    ),
    Statement(
        "seed-001-020",
        "Human Rights Watch became an observer, a body and no state",
        call="([str(step.date) for step in"
        " mg.transitions('human-rights-watch', 'IOM', kind='became-observer')],"
        " mg.observers_on('2002-12-02', kind='organization').answer('human-rights-watch'),"
        " 'human-rights-watch' in mg.observers_on('2002-12-02', kind='state'))",
        answer=(["2002-12-02"], Answer.YES, False),
    ),
    Statement(
        "seed-001-021",
        "Thereafter IOM had 33 observers",
        call="[(r.claim.value, r.claim.counted.value, r.outcome.value, r.explanation.value)"
        " for r in mg.reconcile('IOM') if 'irin-2002-kazakhstan-member' in {c.source for"
        " c in r.citations} and r.claim.value == 33]",
        answer=[(33, "observers", "explained", "other-thing")],
    ),
    Statement("seed-001-022", "200,000 ethnic Kazakhs to integrate", left=Left.COUNTRY),
    Statement("seed-001-023", "Emigration shrinks the population", left=Left.COUNTRY),
    Statement("seed-001-024", "The borders are over 10,000 km long", left=Left.COUNTRY),
    Statement("seed-001-025", "Trafficking is a challenge", left=Left.COUNTRY),
    Statement("seed-001-026", "Labour migration is a challenge", left=Left.COUNTRY),
    Statement("seed-001-027", "Refugees come to Kazakhstan rather than leave", left=Left.COUNTRY),
    Statement("seed-001-028", "Kazakhstan invites ethnic Kazakhs", left=Left.COUNTRY),
    Statement("seed-001-029", "It lost two million people since 1991", left=Left.COUNTRY),
    Statement("seed-001-030", "It has below 15 million inhabitants", left=Left.COUNTRY),
    Statement("seed-001-031", "It is ninth by area", left=Left.COUNTRY),
    Statement("seed-001-032", "Russians and Germans emigrated", left=Left.COUNTRY),
    Statement(
        "seed-001-033",
        "A project with IOM: integrating immigrants",
        call="[(w.title, w.states) for w in mg.history_of('IOM').works if w.id =="
        " 'iom-kaz-immigrants-2002']",
        answer=[("Integration of immigrants", ("KAZ",))],
    ),
    Statement(
        "seed-001-034",
        "A project with IOM: informing about trafficking",
        call="[(w.title, w.states) for w in mg.history_of('IOM').works if w.id =="
        " 'iom-kaz-trafficking-2002']",
        answer=[("Information campaign against trafficking", ("KAZ",))],
    ),
    Statement(
        "seed-001-035",
        "A project with IOM: legal help for migrants",
        call="[(w.title, w.states) for w in mg.history_of('IOM').works if w.id =="
        " 'iom-kaz-legal-2002']",
        answer=[("Legal assistance for migrants", ("KAZ",))],
    ),
    Statement(
        "seed-001-036",
        "IOM was founded in 1951",
        call="str(mg.find_organization('IOM').founded)",
        answer="1951-12-05",
    ),
    Statement(
        "seed-001-037",
        "It was created outside the UN system",
        call="[r.kind.value for r in mg.relations_on('IOM', '1951-12-05')]",
        answer=["outside"],
    ),
    Statement(
        "seed-001-038",
        "It is intergovernmental",
        call="mg.find_organization('IOM').kind.value",
        answer="intergovernmental",
    ),
    Statement("seed-001-039", "IRIN was part of OCHA", left=Left.PUBLICATION),
    Statement("seed-001-040", "Caption on Kyrgyzstan and traffickers", left=Left.CAPTION),
    # -- 002: the page of IOM in Kazakhstan, undated ---------------------------------------------
    Statement(
        "seed-002-001",
        "Kazakhstan has been a member since 2 December 2002",
        call="[(str(spell.start), spell.end) for spell in mg.memberships_of('KAZ', 'IOM')]",
        answer=[("2002-12-02", None)],
    ),
    Statement(
        "seed-002-002",
        "The mission in Kazakhstan coordinates Central Asia",
        call="(mg.field_offices_of('IOM')[0].state, mg.field_offices_of('IOM')[0].names[0].text)",
        answer=(
            "KAZ",
            "Country Office with Coordinating Functions for Central Asia (IOM Kazakhstan)",
        ),
    ),
    Statement(
        "seed-002-003",
        "The office covers Kazakhstan",
        call="[office.id for office in mg.field_offices_of('IOM', state='KAZ')]",
        answer=["iom-central-asia"],
    ),
    Statement(
        "seed-002-004",
        "The office covers Kyrgyzstan",
        call="[office.id for office in mg.field_offices_of('IOM', state='KGZ')]",
        answer=["iom-central-asia"],
    ),
    Statement(
        "seed-002-005",
        "The office covers Tajikistan",
        call="[office.id for office in mg.field_offices_of('IOM', state='TJK')]",
        answer=["iom-central-asia"],
    ),
    Statement(
        "seed-002-006",
        "The office covers Turkmenistan",
        call="[office.id for office in mg.field_offices_of('IOM', state='TKM')]",
        answer=["iom-central-asia"],
    ),
    Statement(
        "seed-002-007",
        "The office covers Uzbekistan",
        call="[office.id for office in mg.field_offices_of('IOM', state='UZB')]",
        answer=["iom-central-asia"],
    ),
    Statement(
        "seed-002-008",
        "It sees to issues of the region",
        call="mg.field_offices_of('IOM')[0].points('function')[0].label",
        answer="help with the migration issues of the region",
    ),
    Statement(
        "seed-002-009",
        "It ranks projects",
        call="mg.field_offices_of('IOM')[0].points('function')[1].label",
        answer="set priorities for the development of projects",
    ),
    Statement(
        "seed-002-010",
        "It ranks fund-raising",
        call="mg.field_offices_of('IOM')[0].points('function')[2].label",
        answer="set priorities for raising funds",
    ),
    Statement(
        "seed-002-011",
        "It steers the country offices",
        call="mg.field_offices_of('IOM')[0].points('function')[3].label",
        answer="encourage, steer and support projects of the country offices",
    ),
    Statement(
        "seed-002-012",
        "It works within regional strategies and processes",
        call="mg.field_offices_of('IOM')[0].points('function')[4].label",
        answer="work within regional strategies, policies and consultative processes",
    ),
    Statement(
        "seed-002-013",
        "Vision: migration helps development",
        call="mg.field_offices_of('IOM')[0].points('vision')[0].label",
        answer="migration that serves development and growth in Central Asia",
    ),
    Statement(
        "seed-002-014",
        "The mandate: humane and orderly management",
        call="mg.history_of('IOM').strategy[1].label",
        answer="humane and orderly management of migration",
    ),
    Statement(
        "seed-002-015",
        "Aim 1: understanding migration",
        call="mg.field_offices_of('IOM')[0].points('objective')[0].label",
        answer="a better understanding of migration",
    ),
    Statement(
        "seed-002-016",
        "Aim 2: managing migration",
        call="mg.field_offices_of('IOM')[0].points('objective')[1].label",
        answer="efficient management of migration, and irregular migration",
    ),
    Statement(
        "seed-002-017",
        "Aim 3: rights of migrants",
        call="mg.field_offices_of('IOM')[0].points('objective')[2].label",
        answer="rights of migrants",
    ),
    Statement(
        "seed-002-018",
        "Aim 4: less poverty",
        call="mg.field_offices_of('IOM')[0].points('objective')[3].label",
        answer="less poverty",
    ),
    Statement(
        "seed-002-019",
        "Aim 5: decent labour",
        call="mg.field_offices_of('IOM')[0].points('objective')[4].label",
        answer="decent labour and equal employment",
    ),
    Statement(
        "seed-002-020",
        "Aim 6: stable communities",
        call="mg.field_offices_of('IOM')[0].points('objective')[5].label",
        answer="stable communities and integration",
    ),
    Statement(
        "seed-002-021",
        "Aim 7: help on the move",
        call="mg.field_offices_of('IOM')[0].points('objective')[6].label",
        answer="assistance to people on the move",
    ),
    Statement(
        "seed-002-022",
        "Aim 8: against trafficking",
        call="mg.field_offices_of('IOM')[0].points('objective')[7].label",
        answer="prevention of trafficking and protection of victims",
    ),
    Statement(
        "seed-002-023",
        "Challenge 1: little dialogue of states",
        call="mg.field_offices_of('IOM')[0].points('challenge')[0].label",
        answer="little dialogue between states and little harmonization",
    ),
    Statement(
        "seed-002-024",
        "Challenge 2: weak policies and laws",
        call="mg.field_offices_of('IOM')[0].points('challenge')[1].label",
        answer="weak policies and laws",
    ),
    Statement(
        "seed-002-025",
        "Challenge 3: poor data",
        call="mg.field_offices_of('IOM')[0].points('challenge')[2].label",
        answer="poor data",
    ),
    Statement(
        "seed-002-026",
        "Challenge 4: low capacity of agencies",
        call="mg.field_offices_of('IOM')[0].points('challenge')[3].label",
        answer="low capacity of state agencies and border management",
    ),
    Statement(
        "seed-002-027",
        "Challenge 5: little protection",
        call="mg.field_offices_of('IOM')[0].points('challenge')[4].label",
        answer="weak legal and social protection of migrants",
    ),
    Statement(
        "seed-002-028",
        "Challenge 6: exploitation",
        call="mg.field_offices_of('IOM')[0].points('challenge')[5].label",
        answer="labour and sexual exploitation",
    ),
    Statement(
        "seed-002-029",
        "Challenge 7: remittances ill used",
        call="mg.field_offices_of('IOM')[0].points('challenge')[6].label",
        answer="remittances not well used, migration not in development planning",
    ),
    Statement(
        "seed-002-030",
        "Challenge 8: uncertain politics, disasters",
        call="mg.field_offices_of('IOM')[0].points('challenge')[7].label",
        answer="political uncertainty and risk of disaster",
    ),
    Statement(
        "seed-002-031",
        "IOM treats the five countries as one area",
        call="mg.field_offices_of('IOM')[0].points('approach')[0].label",
        answer="the five countries treated as one area",
    ),
    Statement(
        "seed-002-032",
        "The coordinating office is in Astana",
        call="(mg.field_offices_of('IOM')[0].place, mg.field_offices_of('IOM')[0].state)",
        answer=("Astana", "KAZ"),
    ),
    Statement(
        "seed-002-033",
        "The missions are managed as one",
        call="mg.field_offices_of('IOM')[0].points('approach')[1].label",
        answer="the missions in the five countries managed as one",
    ),
    Statement(
        "seed-002-034",
        "They work with the mission in Russia",
        call="mg.field_offices_of('IOM')[0].points('approach')[2].label",
        answer="cooperation with the mission in the Russian Federation",
    ),
    Statement(
        "seed-002-035",
        "IOM is present in all five countries",
        call="[p.state for p in mg.history_of('IOM').presences]",
        answer=["KAZ", "KGZ", "TJK", "TKM", "UZB"],
    ),
    Statement(
        "seed-002-036",
        "It works with governments and civil society",
        call="mg.field_offices_of('IOM')[0].points('approach')[3].label",
        answer="cooperation with governments and civil society of the region",
    ),
    # -- 003: the conference of Almaty, 5 June 2013 ----------------------------------------------
    Statement(
        "seed-003-001",
        "IOM is part of the UN system",
        call="([r.kind.value for r in mg.relations_on('IOM', '2024')], [r.kind.value for r"
        " in mg.relations_on('IOM', '2013-06-05')])",
        answer=(
            ["observer", "related-organization"],
            ["outside", "observer", "cooperation-agreement"],
        ),
    ),
    Statement(
        "seed-003-002",
        "IOM has been active since 1951",
        call="mg.find_organization('IOM').founded.earliest.year",
        answer=1951,
    ),
    Statement(
        "seed-003-003",
        "IOM has 175 members (undated)",
        call="[(str(c.as_of), c.modifier.value, c.value) for c in mg.counts('IOM',"
        " counted='member-states') if 'iom-almaty-conference-2013-frame' in {x.source for"
        " x in c.citations}]",
        answer=[("2024~", "exact", 175)],
    ),
    Statement(
        "seed-003-004",
        "IOM is in 171 countries (undated)",
        call="[(str(c.as_of), c.modifier.value, c.value) for c in mg.counts('IOM',"
        " counted='countries-with-presence') if 'iom-almaty-conference-2013-frame' in"
        " {x.source for x in c.citations}]",
        answer=[("2024~", "exact", 171)],
    ),
    Statement("seed-003-005", "IOM supports the 2030 Agenda", left=Left.RHETORIC),
    Statement(
        "seed-003-006",
        "The title of the ministerial conference of 2013",
        call="[each.title for each in mg.meetings_of('Almaty Process', level='ministerial')"
        " if str(each.date) == '2013-06-05']",
        answer=[
            (
                "Ministerial Conference on Refugee Protection and International Migration:"
                " the Almaty Process"
            ),
        ],
    ),
    Statement(
        "seed-003-007",
        "It was held on 5 June 2013",
        call="[str(each.date) for each in mg.meetings_of('Almaty Process')"
        " if each.title.startswith('Ministerial Conference on Refugee Protection')]",
        answer=["2013-06-05"],
    ),
    Statement(
        "seed-003-008",
        "It was held in Kazakhstan",
        call="[(each.place, each.hosts) for each in"
        " mg.meetings_of('Almaty Process', level='ministerial')"
        " if str(each.date) == '2013-06-05']",
        answer=[("Almaty, KAZ", ("KAZ",))],
    ),
    Statement("seed-003-009", "The governments agreed on more dialogue", left=Left.OUTCOME),
    Statement("seed-003-010", "Erlan Idrissov opened it", left=Left.PERSON),
    Statement("seed-003-011", "He was foreign minister of Kazakhstan", left=Left.PERSON),
    Statement(
        "seed-003-012",
        "Kazakhstan organized it, for certain; IOM and UNHCR did by another source",
        call="(lambda roll: (roll.codes, roll.possible.codes))("
        "mg.process_participants('Almaty Process', on='2013-06-05').role('organizer'))",
        answer=(("KAZ",), ("iom", "unhcr")),
    ),
    Statement(
        "seed-003-013",
        "Kazakhstan paid for it",
        call="mg.process_participants('Almaty Process', on='2013-06-05').role('funder').codes",
        answer=("KAZ",),
    ),
    Statement(
        "seed-003-014",
        "IOM supported it",
        call="mg.process_participants('Almaty Process', on='2013-06-05')"
        ".role('supporter').answer('iom')",
        answer=Answer.YES,
    ),
    Statement(
        "seed-003-015",
        "UNHCR supported it",
        call="mg.process_participants('Almaty Process', on='2013-06-05')"
        ".role('supporter').answer('unhcr')",
        answer=Answer.YES,
    ),
    Statement(
        "seed-003-016",
        "Nine governments took part",
        call="len(mg.process_participants('Almaty Process', on='2013-06-05').participants)",
        answer=9,
    ),
    Statement(
        "seed-003-017",
        "The Almaty Process was launched at that conference",
        call="[meeting.id for meeting in mg.meetings_of('Almaty Process')"
        " for event in mg.find_process('Almaty Process').milestones"
        " if event.kind == 'launched' and event.date == meeting.date]",
        answer=["ministerial-conference-2013"],
    ),
    Statement(
        "seed-003-018",
        "It is a regional consultative process",
        call="mg.find_process('Almaty Process').kind.value",
        answer="regional",
    ),
    Statement(
        "seed-003-019",
        "Kazakhstan took part; it was host, organizer and funder, and took the chair",
        call="[each.role.value"
        " for each in mg.process_participants('Almaty Process', on='2013-06-05')"
        " if each.participant == 'KAZ' and each.certain]",
        answer=["participant", "chair", "host", "organizer", "funder"],
    ),
    Statement(
        "seed-003-020",
        "Kyrgyzstan took part, in no other role",
        call="[each.role.value"
        " for each in mg.process_participants('Almaty Process', on='2013-06-05')"
        " if each.participant == 'KGZ' and each.certain]",
        answer=["participant"],
    ),
    Statement(
        "seed-003-021",
        "Tajikistan took part, in no other role",
        call="[each.role.value"
        " for each in mg.process_participants('Almaty Process', on='2013-06-05')"
        " if each.participant == 'TJK' and each.certain]",
        answer=["participant"],
    ),
    Statement(
        "seed-003-022",
        "Turkmenistan took part, in no other role",
        call="[each.role.value"
        " for each in mg.process_participants('Almaty Process', on='2013-06-05')"
        " if each.participant == 'TKM' and each.certain]",
        answer=["participant"],
    ),
    Statement(
        "seed-003-023",
        "Afghanistan took part, in no other role",
        call="[each.role.value"
        " for each in mg.process_participants('Almaty Process', on='2013-06-05')"
        " if each.participant == 'AFG' and each.certain]",
        answer=["participant"],
    ),
    Statement(
        "seed-003-024",
        "Azerbaijan took part, in no other role",
        call="[each.role.value"
        " for each in mg.process_participants('Almaty Process', on='2013-06-05')"
        " if each.participant == 'AZE' and each.certain]",
        answer=["participant"],
    ),
    Statement(
        "seed-003-025",
        "Iran took part, in no other role",
        call="[each.role.value"
        " for each in mg.process_participants('Almaty Process', on='2013-06-05')"
        " if each.participant == 'IRN' and each.certain]",
        answer=["participant"],
    ),
    Statement(
        "seed-003-026",
        "Pakistan took part, in no other role",
        call="[each.role.value"
        " for each in mg.process_participants('Almaty Process', on='2013-06-05')"
        " if each.participant == 'PAK' and each.certain]",
        answer=["participant"],
    ),
    Statement(
        "seed-003-027",
        "Türkiye took part, in no other role",
        call="[each.role.value"
        " for each in mg.process_participants('Almaty Process', on='2013-06-05')"
        " if each.participant == 'TUR' and each.certain]",
        answer=["participant"],
    ),
    Statement(
        "seed-003-028",
        "Uzbekistan is not on the list of that conference, which has nine names",
        call="[(len(names.entries), 'UZB' in [entry.state for entry in names.entries])"
        " for snapshot in mg.find_process('Almaty Process').participant_lists"
        " for names in snapshot.lists"
        " if snapshot.meeting == 'ministerial-conference-2013' and names.role == 'participant']",
        answer=[(9, False)],
    ),
    Statement("seed-003-029", "Kazakhstan sees its responsibility", left=Left.RHETORIC),
    Statement(
        "seed-003-030",
        "António Guterres was High Commissioner for Refugees",
        call="[(t.person, t.title) for t in mg.officeholders_on('UNHCR', '2013-06-05')]",
        answer=[("António Guterres", "United Nations High Commissioner for Refugees")],
    ),
    Statement("seed-003-031", "He called for policies that respect rights", left=Left.RHETORIC),
    Statement("seed-003-032", "What the process is good for, in his view", left=Left.RHETORIC),
    Statement(
        "seed-003-033",
        "Laura Thompson was Deputy Director General of IOM",
        call="[t.person for t in mg.officeholders_on('IOM', '2013-06-05', office='deputy')]",
        answer=["Laura Thompson"],
    ),
    Statement("seed-003-034", "She was glad of the launch", left=Left.RHETORIC),
    Statement("seed-003-035", "IOM promised further support", left=Left.RHETORIC),
    Statement(
        "seed-003-036",
        "In 2013 IOM is more than sixty years old",
        call="mg.find_organization('IOM').founded.latest.year + 60 < 2013",
        answer=True,
    ),
    Statement(
        "seed-003-037",
        "Erlik Kenenbaev was Deputy Minister of Interior of Kazakhstan",
        left=Left.PERSON,
    ),
    Statement("seed-003-038", "He was in the delegation", left=Left.PERSON),
    Statement("seed-003-039", "The process may grow, he expects", left=Left.RHETORIC),
    Statement(
        "seed-003-040",
        "Kazakhstan offered to host the secretariat for good; who has it stays open",
        call="[(claim.value, each.preferred)"
        " for each in mg.disagreements('almaty-process', 'secretariat')"
        " for claim in each.claims"
        " if 'iom-almaty-conference-2013' in {cited.source for cited in claim.citations}]",
        answer=[("offered by Kazakhstan, permanently", None)],
    ),
    Statement("seed-003-041", "Kazakhstan offered to be the first chair", left=Left.RHETORIC),
    Statement("seed-003-042", "The states agreed on more cooperation", left=Left.OUTCOME),
    Statement("seed-003-043", "Contacts for the press", left=Left.CONTACTS),
    # -- 004: the global meeting in Cairo, 22 October 2015 ---------------------------------------
    Statement(
        "seed-004-001",
        "IOM is part of the UN system",
        call="([r.kind.value for r in mg.relations_on('IOM', '2024')], [r.kind.value for r"
        " in mg.relations_on('IOM', '2015-10-22')])",
        answer=(
            ["observer", "related-organization"],
            ["outside", "observer", "cooperation-agreement"],
        ),
    ),
    Statement(
        "seed-004-002",
        "IOM has 175 members (undated)",
        call="[(str(c.as_of), c.modifier.value, c.value) for c in mg.counts('IOM',"
        " counted='member-states') if 'iom-kazakhstan-rcp-2015-frame' in {x.source for x"
        " in c.citations}]",
        answer=[("2024~", "exact", 175)],
    ),
    Statement(
        "seed-004-003",
        "IOM is in over 100 countries (undated)",
        call="[(str(c.as_of), c.modifier.value, c.value) for c in mg.counts('IOM',"
        " counted='countries-with-presence') if 'iom-kazakhstan-rcp-2015-frame' in"
        " {x.source for x in c.citations}]",
        answer=[("2024~", "over", 100)],
    ),
    Statement(
        "seed-004-004",
        "IOM is in Kazakhstan since 2002",
        call="[(p.state, str(p.start), p.end) for p in mg.history_of('IOM').presences if"
        " p.state == 'KAZ']",
        answer=[("KAZ", "2002", None)],
    ),
    Statement(
        "seed-004-005",
        "The announcement on the meeting in Cairo is dated 22 October 2015",
        call="[(source.title, str(source.published)) for source in mg.dataset().sources"
        " if source.id == 'iom-kazakhstan-rcp-2015']",
        answer=[
            (
                (
                    "The Fifth Global Meeting of Regional Consultative Processes on Migration"
                    " (RCPs), Cairo"
                ),
                "2015-10-22",
            ),
        ],
    ),
    Statement(
        "seed-004-006",
        "The title of the global meeting",
        call="(mg.meetings_of('GRCP')[4].title, mg.meetings_of('GRCP')[4].number)",
        answer=("Fifth Global RCP Meeting", "5"),
    ),
    Statement(
        "seed-004-007",
        "It was held in Cairo",
        call="[(each.place, each.hosts, str(each.date)) for each in mg.meetings_of('GRCP')"
        " if each.number == '5']",
        answer=[("Cairo", ("EGY",), "2015-10-21/2015-10-22")],
    ),
    Statement(
        "seed-004-008",
        "The theme of the global meeting",
        call="(mg.meetings_of('GRCP')[4].theme.split(':')[0],"
        " [claim.value for each in mg.disagreements('GRCP')"
        " if 'theme' in each.field for claim in each.claims])",
        answer=("Exploring Contemporary Migration Challenges", ["2013", "2012"]),
    ),
    Statement(
        "seed-004-009",
        "Kazakhstan was there as chair",
        call="(mg.process_participants('GRCP', on='2015-10-21').participants.answer('KAZ'),"
        " mg.chair_on('Almaty Process', '2015-10-21').codes)",
        answer=(Answer.YES, ("KAZ",)),
    ),
    Statement(
        "seed-004-010",
        "IOM was there as support unit",
        call="(mg.process_participants('GRCP', on='2015-10-21').participants.answer('IOM'),"
        " mg.process_participants('Almaty Process', on='2015-10-22').support.answer('IOM'))",
        answer=(Answer.YES, Answer.YES),
    ),
    Statement(
        "seed-004-011",
        "The outcomes shown there are those of 2011 to 2015",
        call="[(claim.value, cited.locator)"
        " for each in mg.disagreements('almaty-process', 'established')"
        " for claim in each.claims for cited in claim.citations"
        " if cited.source == 'iom-kazakhstan-rcp-2015']",
        answer=[("2011", "paragraph 2: outcomes of 2011-2015")],
    ),
    Statement(
        "seed-004-012",
        "It is a regional process for Central Asia, and reaches further",
        call="(mg.find_process('Almaty Process').kind.value,"
        " [(each.value, each.note) for each in mg.find_process('Almaty Process').characteristics"
        " if each.kind == 'region'])",
        answer=(
            "regional",
            [("Central Asia", "IOM calls it a process of Central Asia and the wider region.")],
        ),
    ),
    Statement(
        "seed-004-013",
        "It had a ministerial conference in 2013",
        call="[str(each.date) for each in"
        " mg.meetings_of('Almaty Process', level='ministerial')"
        " if each.date.earliest.year == 2013]",
        answer=["2013-06-05"],
    ),
    Statement(
        "seed-004-014",
        "It had had meetings of senior officials by then, more than one",
        call="[(each.number, str(each.date)) for each in"
        " mg.meetings_of('Almaty Process', level='senior-officials')"
        " if each.date.latest.isoformat() <= '2015-10-22']",
        answer=[("1", "2014-11-21"), ("2", "2015-09-22")],
    ),
    Statement(
        "seed-004-015",
        "It has seven member states",
        call="len(mg.process_participants('Almaty Process', on='2015-10-22', role='member'))",
        answer=7,
    ),
    Statement(
        "seed-004-016",
        "Afghanistan is a member",
        call="[each.role.value"
        " for each in mg.process_participants('Almaty Process', on='2015-10-22')"
        " if each.participant == 'AFG']",
        answer=["member"],
    ),
    Statement(
        "seed-004-017",
        "Azerbaijan is a member",
        call="[each.role.value"
        " for each in mg.process_participants('Almaty Process', on='2015-10-22')"
        " if each.participant == 'AZE']",
        answer=["member"],
    ),
    Statement(
        "seed-004-018",
        "Kazakhstan is a member, and in the chair",
        call="[each.role.value"
        " for each in mg.process_participants('Almaty Process', on='2015-10-22')"
        " if each.participant == 'KAZ']",
        answer=["member", "chair"],
    ),
    Statement(
        "seed-004-019",
        "Kyrgyzstan is a member",
        call="[each.role.value"
        " for each in mg.process_participants('Almaty Process', on='2015-10-22')"
        " if each.participant == 'KGZ']",
        answer=["member"],
    ),
    Statement(
        "seed-004-020",
        "Tajikistan is a member",
        call="[each.role.value"
        " for each in mg.process_participants('Almaty Process', on='2015-10-22')"
        " if each.participant == 'TJK']",
        answer=["member"],
    ),
    Statement(
        "seed-004-021",
        "Türkiye is a member",
        call="[each.role.value"
        " for each in mg.process_participants('Almaty Process', on='2015-10-22')"
        " if each.participant == 'TUR']",
        answer=["member"],
    ),
    Statement(
        "seed-004-022",
        "Turkmenistan is a member on that day; other sources doubt it for other days",
        call="([each.role.value"
        " for each in mg.process_participants('Almaty Process', on='2015-10-22')"
        " if each.participant == 'TKM'],"
        " [(len(each.claims), each.preferred) for each in mg.disagreements('TKM', 'member')])",
        answer=(["member"], [(4, None)]),
    ),
    Statement(
        "seed-004-023",
        "Iran is an observer",
        call="[each.role.value"
        " for each in mg.process_participants('Almaty Process', on='2015-10-22')"
        " if each.participant == 'IRN']",
        answer=["observer"],
    ),
    Statement(
        "seed-004-024",
        "Pakistan is an observer",
        call="[each.role.value"
        " for each in mg.process_participants('Almaty Process', on='2015-10-22')"
        " if each.participant == 'PAK']",
        answer=["observer"],
    ),
    Statement(
        "seed-004-025",
        "Kazakhstan is in the chair",
        call="[term.state for term in mg.chairs_of('Almaty Process', on='2015-10-22')]",
        answer=["KAZ"],
    ),
    Statement(
        "seed-004-026",
        "IOM runs the support unit, not alone",
        call="(mg.process_participants('Almaty Process', on='2015-10-22').support.answer('iom'),"
        " len(mg.process_participants('Almaty Process', on='2015-10-22').support))",
        answer=(Answer.YES, 2),
    ),
    Statement(
        "seed-004-027",
        "UNHCR runs the support unit, not alone",
        call="(mg.process_participants('Almaty Process', on='2015-10-22').support.answer('unhcr'),"
        " len(mg.process_participants('Almaty Process', on='2015-10-22').support))",
        answer=(Answer.YES, 2),
    ),
    Statement("seed-004-028", "Labour migration has good and bad effects", left=Left.COUNTRY),
    Statement("seed-004-029", "Crisis abroad lowers remittances", left=Left.COUNTRY),
    Statement("seed-004-030", "Bans keep migrants from returning", left=Left.COUNTRY),
    Statement(
        "seed-004-031",
        "The title of a project",
        call="[w.title for w in mg.history_of('IOM').works if w.id == 'iom-mixed-migration-2015']",
        answer=["Addressing Mixed Migration Flows through Capacity Building in Central Asia"],
    ),
    Statement(
        "seed-004-032",
        "A bureau of the United States paid for it",
        call="[w.funders for w in mg.history_of('IOM').works if w.id =="
        " 'iom-mixed-migration-2015']",
        answer=[("us-prm",)],
    ),
    Statement(
        "seed-004-033",
        "The aim of the project",
        call="[w.aim for w in mg.history_of('IOM').works if w.id == 'iom-mixed-migration-2015']",
        answer=[
            (
                "capacity of the states for mixed migration, protection of rights, dialogue in"
                " the region"
            )
        ],
    ),
    Statement(
        "seed-004-034",
        "IOM held three regional activities",
        call="[w.process for w in mg.history_of('IOM').works if w.kind == 'activity' and"
        " w.part_of == 'iom-mixed-migration-2015']",
        answer=["almaty-process", "almaty-process", "almaty-process"],
    ),
    Statement(
        "seed-004-035",
        "The second meeting of senior officials was in 2015",
        call="[str(each.date) for each in"
        " mg.meetings_of('Almaty Process', level='senior-officials') if each.number == '2']",
        answer=["2015-09-22"],
    ),
    Statement(
        "seed-004-036",
        "The title of the first activity",
        call="[w.title for w in mg.history_of('IOM').works if w.id == 'iom-activity-2015-1']",
        answer=[
            (
                'Regional training on "Migration Management and Capacity Building on'
                ' Irregular Migration"'
            )
        ],
    ),
    Statement(
        "seed-004-037",
        "The first was in Almaty",
        call="[(w.place, str(w.date)) for w in mg.history_of('IOM').works if w.id =="
        " 'iom-activity-2015-1']",
        answer=[("Almaty, Kazakhstan", "2015")],
    ),
    Statement(
        "seed-004-038",
        "The title of the second activity",
        call="[w.title for w in mg.history_of('IOM').works if w.id == 'iom-activity-2015-2']",
        answer=[
            (
                'Regional forum on "International Cooperation in the area of Migration and'
                ' Emergency Preparedness"'
            )
        ],
    ),
    Statement(
        "seed-004-039",
        "The second was in Ashgabat",
        call="[w.place for w in mg.history_of('IOM').works if w.id == 'iom-activity-2015-2']",
        answer=["Ashgabat, Turkmenistan"],
    ),
    Statement(
        "seed-004-040",
        "Who came to the second",
        call="[(w.states, w.with_whom) for w in mg.history_of('IOM').works if w.id =="
        " 'iom-activity-2015-2']",
        answer=[
            (
                ("AFG",),
                (
                    "high-level participants of Central Asian countries,"
                    " not named one by one, and of Afghanistan"
                ),
            )
        ],
    ),
    Statement(
        "seed-004-041",
        "The title of the third activity",
        call="[w.title.startswith('Regional training on disaster risk reduction, emergency"
        " response') for w in mg.history_of('IOM').works if w.id =="
        " 'iom-activity-2015-3']",
        answer=[True],
    ),
    Statement(
        "seed-004-042",
        "The third was in Almaty",
        call="[w.place for w in mg.history_of('IOM').works if w.id == 'iom-activity-2015-3']",
        answer=["Almaty, Kazakhstan"],
    ),
    Statement(
        "seed-004-043",
        "The office held them with governments",
        call="sorted({(w.unit, w.with_whom.partition(',')[0]) for w in"
        " mg.history_of('IOM').works if w.id in ('iom-activity-2015-1',"
        " 'iom-activity-2015-3')})",
        answer=[("iom-central-asia", "governments")],
    ),
    Statement(
        "seed-004-044",
        "What MCOF stands for",
        call="['Migration Crisis Operational Framework (MCOF)' in w.title for w in"
        " mg.history_of('IOM').works if w.id == 'iom-activity-2015-3']",
        answer=[True],
    ),
    Statement(
        "seed-004-045",
        "A report of IOM on irregular migration",
        call="[(w.title, str(w.date)) for w in mg.history_of('IOM').works if w.id =="
        " 'iom-mapping-2014']",
        answer=[
            ("Mapping of Irregular Migration in Central Asia 2014", "[2014-01-01..2015-10-22]")
        ],
    ),
    Statement(
        "seed-004-046",
        "A field study of IOM on banned migrants",
        call="[(w.kind.value, str(w.date.latest)) for w in mg.history_of('IOM').works if w.id"
        " == 'iom-reentry-bans-2015']",
        answer=[("report", "2015-10-22")],
    ),
    Statement("seed-004-047", "The Eurasian Economic Union grew", left=Left.COUNTRY),
    Statement("seed-004-048", "The process spreads practice on disaster risk", left=Left.OUTCOME),
    Statement("seed-004-049", "What has improved, as the unit sees it", left=Left.RHETORIC),
    Statement(
        "seed-004-050",
        "The Puebla Process is one IOM knows",
        call="mg.find_process('Puebla Process').id",
        answer="rcm",
    ),
    Statement(
        "seed-004-051",
        "The Bali Process is one IOM knows",
        call="mg.find_process('Bali Process').id",
        answer="bali-process",
    ),
    Statement(
        "seed-004-052",
        "The Prague Process is one IOM knows",
        call="mg.find_process('Prague Process').id",
        answer="prague-process",
    ),
    Statement("seed-004-053", "Puebla's practice was shown to Almaty's states", left=Left.OUTCOME),
)
