"""All data pages, written into the folder that Sphinx reads."""

from __future__ import annotations

from pathlib import Path

import migrationgov as mg
from migrationgov_docs.data_index import index_page
from migrationgov_docs.disagreements_page import disagreements_page
from migrationgov_docs.evidence_quality_page import evidence_quality_page
from migrationgov_docs.names import organizations_with_page
from migrationgov_docs.organization_page import organization_page
from migrationgov_docs.process_page import process_page
from migrationgov_docs.state_pages import state_page
from migrationgov_docs.states_index import states_page
from migrationgov_docs.totals import summary, totals_page
from migrationgov_docs.treaty_page import treaty_page
from migrationgov_docs.votes_page import votes_page


def all_pages(facts: mg.Dataset) -> dict[str, str]:
    """Return the text of every page by its path in `docs/data`."""
    pages = {
        "index.md": index_page(facts),
        "disagreements.md": disagreements_page(facts),
        "totals.md": totals_page(facts),
        "evidence-quality.md": evidence_quality_page(facts),
        "votes.md": votes_page(facts),
        "states/index.md": states_page(facts),
        "summary.html": summary(facts),
    }
    for organization in organizations_with_page(facts):
        pages[f"organizations/{organization}.md"] = organization_page(organization, facts)
    for treaty in facts.treaties:
        pages[f"treaties/{treaty.id}.md"] = treaty_page(treaty, facts)
    for process in facts.processes:
        pages[f"processes/{process.id}.md"] = process_page(process, facts)
    for state in facts.states:
        pages[f"states/{state.id.lower()}.md"] = state_page(state, facts)
    return pages


def write_pages(facts: mg.Dataset, folder: Path) -> None:
    """Write the pages into a folder; a page that has not changed is not written again."""
    pages = all_pages(facts)
    for path, text in pages.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
    for file in (*folder.rglob("*.md"), *folder.rglob("*.txt"), *folder.glob("*.html")):
        if file.relative_to(folder).as_posix() not in pages:
            file.unlink()
