"""Rules that hold across records; what a single record must be stands with its type.

A new rule is a generator of problems in the module of its subject, one line in `RULES`, and a bad
miniature dataset in `tests/test_checks.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import frozen

from migrationgov.model.dataset import Dataset
from migrationgov.record import Record
from migrationgov.validation import histories, processes, registers
from migrationgov.validation import references as identities

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
    identities.sources_resolve,
    identities.sources_are_used,
    identities.states_and_bodies_resolve,
    identities.disagreements_are_about_something,
    identities.states_follow_each_other,
    registers.steps_are_legal,
    registers.steps_are_in_order,
    registers.steps_lie_in_the_life_of_the_organization,
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
)


def check(dataset: Dataset) -> tuple[Problem, ...]:
    """Return everything that is wrong with a dataset, rule by rule; nothing if all is well."""
    return tuple(Problem(place, said) for rule in RULES for place, said in rule(dataset))
