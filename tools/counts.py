"""
Write the numbers of facts into README, changelog and docs: ``python tools/counts.py``.

A phrase is text as it stands in a file, with the names of numbers in braces; between its words may
be any white space. What is in the place of a name is replaced by the number of today. In the
changelog only the part of the release to come is written; what is released stays as it was.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import migrationgov as mg
from migrationgov.dates.in_words import words_of, written_out
from migrationgov.model.dataset import Dataset
from migrationgov.model.sources import citations_in

ROOT = Path(__file__).parent.parent
_RELEASE = re.compile(r"^## .*\(unreleased\)$.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)
_WHOLE = re.compile(r"\A.*\Z", re.DOTALL)
#: A number, or a day: "10 December 2025".
_VALUE = r"\b\d+(?:,\d{3})*(?: [A-Z][a-z]+ \d{4})?"
_FIGURE = "member states of IOM from 1951 to {year}"

PHRASES: dict[str, tuple[str, ...]] = {
    "README.md": (
        "IOM from 5 December 1951 to {until}: {transitions} transitions and",
        "{attestations} attestations of {recorded_states} states and {recorded_others} other",
        "{processes} consultative processes, regional",
        "{lists} lists of participants",
        "{terms} terms in the chair, {meetings} meetings",
        "{states} states and territories",
        "{names} names in the six",
        "{sessions} sessions",
        "{published} published numbers, each",
        "{equal} are equal, {possible} possible, {explained} explained",
        "{sources} sources, {citations} citations, {disagreements} disagreements",
        _FIGURE,
    ),
    "CHANGELOG.md": (
        "from 5 December 1951 to {until}: {transitions} transitions, {attestations} attestations",
        "{processes} consultative processes with",
        "{lists} lists of participants",
        "{terms} terms in the chair, {meetings} meetings",
        "{lists_of_almaty} lists, {terms_of_almaty} terms in the chair, {meetings_of_almaty}",
        "{states} states and territories with codes and names, {organizations} organizations",
        "{sessions} sessions",
        "{published_of_iom} published numbers",
        "{sources} sources, {citations} citations, {disagreements} disagreements",
    ),
    "docs/figures.md": (_FIGURE, "rising to {members}"),
    "docs/concepts.md": (_FIGURE,),
    "docs/how-to/notebooks.md": ("{published} published numbers",),
    "docs/how-to/bring-your-own.md": ("IOM and {processes} processes",),
}


def numbers(facts: Dataset) -> dict[str, str]:
    """Return the numbers that phrases name, and the day until which IOM is covered."""
    register = facts.register("iom")
    subjects = {(bool(each.organization), each.party) for each in register.transitions}
    subjects |= {(bool(each.organization), each.party) for each in register.attestations}
    almaty = facts.process("almaty-process")
    outcomes = Counter(
        each.outcome
        for about in facts.counts
        for each in mg.reconcile(about.organization, dataset=facts)
    )
    until = register.covered_until
    counts = {
        "transitions": len(register.transitions),
        "attestations": len(register.attestations),
        "recorded_states": sum(not is_organization for is_organization, _ in subjects),
        "recorded_others": sum(is_organization for is_organization, _ in subjects),
        "members": len(mg.members_on(until, "IOM", dataset=facts)),
        "processes": len(facts.processes),
        "lists": sum(len(each.participant_lists) for each in facts.processes),
        "terms": sum(len(each.terms) for each in facts.processes),
        "meetings": sum(len(each.meetings) for each in facts.processes),
        "lists_of_almaty": len(almaty.participant_lists),
        "terms_of_almaty": len(almaty.terms),
        "meetings_of_almaty": len(almaty.meetings),
        "states": len(facts.states),
        "names": sum(len(each.names) for each in facts.states),
        "organizations": len(facts.organizations),
        "sessions": sum(len(each.sessions) for each in facts.histories),
        "published_of_iom": len(facts.counts_of("iom")),
        "published": sum(len(each.counts) for each in facts.counts),
        "equal": outcomes[mg.vocabularies.ReconciliationOutcome.EQUAL],
        "possible": outcomes[mg.vocabularies.ReconciliationOutcome.POSSIBLE],
        "explained": outcomes[mg.vocabularies.ReconciliationOutcome.EXPLAINED],
        "sources": len(facts.sources),
        "citations": _citations(facts),
        "disagreements": len(facts.disagreements),
    }
    year = str(until)[:4]
    return {name: f"{count:,}" for name, count in counts.items()} | {
        "until": words_of(until, written_out),
        "year": year,
    }


def _citations(facts: Dataset) -> int:
    parts = [facts.states, facts.organizations, facts.processes, facts.histories, facts.counts]
    parts += [part for each in facts.registers for part in (each.transitions, each.attestations)]
    parts += [each.disagreements for each in facts.registers]
    return sum(len(list(citations_in(part))) for part in parts)


def written(text: str, file: str, values: dict[str, str]) -> str:
    """
    Return the text of a file with the numbers of today.

    Raises:
        ValueError: If the text has no such phrase.
    """
    part = (_RELEASE if file == "CHANGELOG.md" else _WHOLE).search(text)
    if part is None:  # everything is released: it stays as it was
        return text
    made = part[0]
    for phrase in PHRASES[file]:
        pattern = _pattern(phrase)
        if not pattern.search(made):
            raise ValueError(f'{file} has no text like "{phrase}"; correct PHRASES in {__file__}')
        made = pattern.sub(lambda found: _filled(found, values), made)
    return text[: part.start()] + made + text[part.end() :]


def _pattern(phrase: str) -> re.Pattern[str]:
    """Return a phrase as a pattern with a group for each name, any white space between words."""
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    return re.compile(re.sub(r"\\\{(\w+)\\\}", _group, words))


def _group(name: re.Match[str]) -> str:
    return f"(?P<{name[1]}>{_VALUE})"


def _filled(found: re.Match[str], values: dict[str, str]) -> str:
    text, start = found[0], found.start()
    for name in sorted(found.groupdict(), key=found.start, reverse=True):
        text = text[: found.start(name) - start] + values[name] + text[found.end(name) - start :]
    return text


def main() -> None:
    """Write all files."""
    values = numbers(mg.dataset())
    for name in PHRASES:
        file = ROOT / name
        text = file.read_text(encoding="utf-8")
        new = written(text, name, values)
        if new != text:
            file.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main()
