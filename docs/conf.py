"""Configuration of the documentation."""

import sys
from pathlib import Path
from typing import Any

from sphinx.addnodes import desc_signature

import migrationgov

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))  # where what draws the figures and writes the pages is

project = "migrationgov"
author = migrationgov.dataset().manifest.authors
project_copyright = f"2026, {author}"
release = version = migrationgov.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
    "sphinx_copybutton",
    "draw_figures",
    "migrationgov_docs",
]
exclude_patterns = ["_build", "_ext"]
myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3
myst_ref_domains = ["std", "py"]  # looking through all others costs seconds
smartquotes = False  # what sources give is shown as it is written
html_theme = "furo"
html_title = "migrationgov"
html_favicon = "favicon.svg"
html_static_path = ["_static"]
html_search_scorer = str(HERE / "search-scorer.js")
html_copy_source = False  # the data pages are written by the build
html_css_files = ["site.css"]
copybutton_prompt_text = r">>> |\.\.\. "  # the button copies what a reader types, and no output
copybutton_prompt_is_regexp = True
copybutton_copy_empty_lines = False
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_class_signature = "separated"
napoleon_google_docstring = True
napoleon_use_ivar = True
nitpicky = True
# Names for type checkers alone, of the standard library, or of the inside of the library.
_ELSEWHERE = (
    "pathlib.Path nx.MultiGraph DateLike PartyLike OrganizationLike ProcessLike"
    " OrganizationId ProcessId TreatyId Lists Treaty Resolution Value Store Outline StateOutline"
    " Attested Contents date datetime.date"
    " Graded InstitutionTimelines ProcessOutline Day mg.typing.RoleLike collections.abc.Iterable"
    " migrationgov.results.record_list.Cited migrationgov.results.dated_answer.Dated_co"
    " migrationgov.results.record_list.Record_co migrationgov.queries.source_ids.Table"
    " os.PathLike Axes matplotlib.axes.Axes collections.abc.Mapping"
    " migrationgov.frames.annotate.Native migrationgov.frames.dyads.Native"
)
nitpick_ignore = [("py:class", name) for name in _ELSEWHERE.split()]
nitpick_ignore_regex = [("py:class", r"migrationgov\.plots\.signatures\.\w+Row")]


def _add_short_anchors(_: Any, doctree: Any) -> None:
    """Add the anchor `migrationgov.Change` to `migrationgov.results.Change`: viewcode needs it."""
    for signature in doctree.findall(desc_signature):
        if signature.get("module", "").startswith("migrationgov."):
            signature["ids"].append(f"migrationgov.{signature['fullname']}")


def setup(app: Any) -> None:
    """Add anchors to the API page."""
    app.connect("doctree-read", _add_short_anchors)
