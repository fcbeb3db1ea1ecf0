"""Rules that hold across records; what a single record must be stands with its type.

A new rule is a generator of problems in the module of its subject, one line in `RULES`, and a bad
miniature dataset in `tests/test_checks.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import frozen

from migrationgov.model.dataset import Dataset
from migrationgov.record import Record
from migrationgov.validation import (
    coverage,
    histories,
    processes,
    registers,
)
from migrationgov.validation import (
    references as identities,
)

Said = tuple[str, str]
Rule = Callable[[Dataset], Iterator[Said]]


@frozen(repr=False)
class Problem(Record):
    """
    One thing that is wrong with a dataset.

    Attributes:
        place: The file and the record.
        message: What is wrong there, and what would be right.
    """

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


RULES: tuple[Rule, ...] = (
    identities.ids_are_unique,
    identities.lists_are_sorted,
    identities.facts_stand_once,
    identities.references_resolve,
    identities.sources_are_used,
    identities.disagreements_are_about_something,
    identities.states_follow_each_other,
    registers.steps_are_legal,
    registers.steps_are_in_order,
    registers.steps_follow_the_founding,
    registers.conclusions_are_explained,
    registers.seats_pass_on_once,
    registers.attestations_fit,
    registers.subjects_are_sorted,
    processes.records_are_in_order,
    processes.lists_hold_nobody_twice,
    processes.totals_are_met,
    processes.meetings_resolve,
    processes.chairs_follow_each_other,
    histories.histories_are_in_order,
    histories.parts_of_histories_resolve,
    histories.conclusions_on_histories_are_explained,
    histories.attested_dates_lie_in_the_term,
    coverage.records_lie_before_as_of,
    coverage.states_existed,
)

#: Rules for what a file says of itself. They do not hold of two merged datasets: a single later
#: fact does not make a complete register complete until then.
FILE_RULES: tuple[Rule, ...] = (
    coverage.records_lie_within_coverage,
    coverage.coverage_is_consistent,
)


def check(
    dataset: Dataset, rules: tuple[Rule, ...] = (*RULES, *FILE_RULES)
) -> tuple[Problem, ...]:
    """Return everything that is wrong with a dataset, rule by rule; nothing if all is well."""
    return tuple(Problem(place, said) for rule in rules for place, said in rule(dataset))
