"""The page of one treaty: what it is, who is bound since when, and by which acts."""

from __future__ import annotations

import migrationgov as mg
from migrationgov.vocabularies import Basis, Clock, MilestoneKind
from migrationgov_docs.dates_in_words import when
from migrationgov_docs.disagreement_parts import add_disagreements
from migrationgov_docs.grades import numbers
from migrationgov_docs.html_page import Page, ask_explorer, escape, prose
from migrationgov_docs.institution_sheet import add_sheet
from migrationgov_docs.register_sections import (
    add_lists,
    add_statuses,
    add_totals,
    coverage,
    index_of,
    last_day,
)
from migrationgov_docs.shared import add_gaps, add_milestones, add_names, names_in
from migrationgov_docs.treaty_acts import add_acts
from migrationgov_docs.treaty_gaps import of_treaty

_CLOCKS = """\
<em>By effect</em>: the treaty is in force for the party on the day. <em>By deposit</em>: the party
has deposited its instrument, as depositaries count. <em>Signatory</em>: it has signed, and is no
party; depositaries publish as signatories all that ever signed."""
_STATUSES = (
    ("party", Clock.EFFECT.value),
    ("party", Clock.DEPOSIT.value),
    ("signatory", Clock.DEPOSIT.value),
)


def treaty_page(treaty: mg.model.Treaty, facts: mg.Dataset) -> str:
    """Return the page of one treaty."""
    page = Page(facts, folders=1)
    page.title(treaty.name, [treaty.title, *names_in(treaty.name, treaty.names)])
    page.lead(_lead(page, treaty))
    if page.has_register(treaty.id):
        add_sheet(page, treaty.id, _box(page, treaty), growth=True)
    else:
        page.facts_table(_box(page, treaty))
    page.heading(2, "What it is")
    page.facts_table(_about(page, treaty))
    if page.has_register(treaty.id):
        register = facts.register(treaty.id)
        _add_parties(page, register)
        add_acts(page, register)
        add_lists(page, register.lists)
        rivals = register.disagreements
    else:
        rivals = ()
    add_totals(page, treaty.id)
    add_milestones(page, treaty.milestones)
    add_disagreements(page, rivals)
    add_gaps(page, of_treaty(treaty, page))
    add_names(page, treaty.names)
    return page.text()


def _lead(page: Page, treaty: mg.model.Treaty) -> str:
    """Return what a treaty is, since when it is in force, and how many parties it has."""
    adopted = f", adopted {when(treaty.adopted)}" if treaty.adopted else ""
    in_force = f", in force since {when(treaty.in_force)}" if treaty.in_force else ""
    parties = f" Parties: {_parties(page, treaty)}." if page.has_register(treaty.id) else ""
    return f"{escape(treaty.title)}: {escape(treaty.kind)}{adopted}{in_force}.{parties}"


def _parties(page: Page, treaty: mg.model.Treaty) -> str:
    """Return the number of parties on the last day of the register, by grade."""
    last = last_day(page.facts.register(treaty.id))
    return f"{numbers(mg.parties_on(last, treaty.id, dataset=page.facts))} on {when(last)}"


def _box(page: Page, treaty: mg.model.Treaty) -> list[tuple[str, str]]:
    return [
        ("title", escape(treaty.title)),
        ("kind", escape(treaty.kind)),
        ("adopted", _event(page, treaty, MilestoneKind.ADOPTED)),
        ("in force since", _event(page, treaty, MilestoneKind.IN_FORCE)),
        ("depositary", page.link(treaty.depositary) if treaty.depositary else ""),
        ("protocol to", page.link(treaty.parent) if treaty.parent else ""),
        ("open to", _open_to(page, treaty)),
        ("id", f"<code>{escape(treaty.id)}</code>"),
    ]


def _about(page: Page, treaty: mg.model.Treaty) -> list[tuple[str, str]]:
    return [
        ("in force for a party", "; ".join(_clause(page, each) for each in treaty.clauses)),
        ("note", prose(treaty.note)),
        ("sources", page.cite(treaty.citations)),
    ]


def _event(page: Page, treaty: mg.model.Treaty, kind: MilestoneKind) -> str:
    its = [each for each in treaty.milestones if each.kind is kind]
    return "; ".join(f"{when(each.date)} {page.marks(each.citations)}" for each in its)


def _open_to(page: Page, treaty: mg.model.Treaty) -> str:
    return f"members of the {page.link(treaty.open_to)}" if treaty.open_to else "all states"


def _clause(page: Page, clause: mg.model.FinalClause) -> str:
    derived = " (our conclusion)" if clause.basis is Basis.DERIVED else ""
    note = f". {prose(clause.note)}" if clause.note else ""
    return f"{escape(str(clause))}{derived}{note} {page.cite(clause.citations)}"


def _add_parties(page: Page, register: mg.model.Register) -> None:
    last = last_day(register)
    page.heading(2, "Parties and signatories")
    page.paragraph(coverage(register))
    page.paragraph(f"On {when(last)}, its last day:")
    add_statuses(page, register, _STATUSES)
    page.paragraph(_CLOCKS)
    question = f"institution={register.institution}&date={register.covered_until}"
    page.paragraph(ask_explorer(question))
    day = last.last_ordinal
    effect, deposit, signed = (index_of(page, register, *each).on(day, None) for each in _STATUSES)
    waiting = [party for party in deposit.codes if party not in effect.codes]
    page.items(
        f"{words}: {page.links(parties)}."
        for words, parties in (
            ("Deposited, and not yet bound", waiting),
            ("Possible, not certain, as a party by effect", effect.possible),
            ("Signatories that are no party", signed.codes),
        )
        if parties
    )
