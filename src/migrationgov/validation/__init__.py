"""Rules across records; a rule for one record is a validator of its class.

A new rule is a generator of problems in the module of its subject, one line in `RULES`, and a bad
miniature dataset in `tests/test_checks.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import frozen

from migrationgov.model.dataset import Dataset
from migrationgov.progress import watched
from migrationgov.record import Record
from migrationgov.validation import (
    coverage,
    groups,
    processes,
    references,
    registers,
    treaties,
)

Rule = Callable[[Dataset], Iterator[tuple[str, str]]]


@frozen(repr=False)
class Problem(Record):
    """
    One thing that is wrong with a dataset.

    Attributes:
        place: The file and the record.
        message: What is wrong there, and what to do.
    """

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


RULES: tuple[Rule, ...] = (
    references.ids_are_unique,
    references.lists_are_sorted,
    references.facts_are_recorded_once,
    references.references_resolve,
    references.ids_within_files_resolve,
    references.conclusions_are_explained,
    references.sources_are_used,
    references.disagreements_are_about_something,
    references.states_follow_each_other,
    registers.transitions_are_legal,
    registers.transitions_are_in_order,
    registers.transitions_follow_the_founding,
    registers.memberships_have_one_successor,
    registers.attestations_fit_transitions,
    registers.lists_agree_with_transitions,
    processes.lists_name_no_party_twice,
    processes.totals_are_met,
    processes.terms_of_a_party_follow_each_other,
    processes.meetings_have_their_own_numbers,
    processes.chairs_are_numbered,
    processes.nothing_follows_the_end,
    processes.founders_are_of_foundings,
    groups.groups_are_written_out,
    treaties.treaties_have_registers,
    treaties.treaties_are_open_to_groups,
    treaties.treaties_enter_into_force_once,
    treaties.voters_are_members,
    coverage.records_lie_before_as_of,
    coverage.states_existed,
    coverage.attested_dates_lie_in_the_period,
)

#: Rules for the dates in the head of a file, and of reading. A merged dataset may break them: a
#: single later fact does not make a register complete until then.
FILE_RULES: tuple[Rule, ...] = (
    coverage.records_lie_within_coverage,
    coverage.coverage_is_consistent,
    coverage.sources_were_read_in_time,
)


def check(
    dataset: Dataset, rules: tuple[Rule, ...] = (*RULES, *FILE_RULES)
) -> tuple[Problem, ...]:
    """Return all that is wrong with a dataset, rule by rule."""
    watching = watched(rules, "checks", len(rules))
    return tuple(Problem(place, message) for rule in watching for place, message in rule(dataset))
