"""The facts as a whole, each part loaded when it is first asked for."""

from __future__ import annotations

from migrationgov.errors import (
    UnknownOrganizationError,
    UnknownProcessError,
    UnknownStateError,
    WrongTypeError,
    shown,
)
from migrationgov.model.part_store import LazyParts, MemoryStore

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import Any

    from migrationgov.dates.partial_date import PartialDate
    from migrationgov.model.manifest import Manifest
    from migrationgov.model.organization_history import History
    from migrationgov.model.organizations import Organization
    from migrationgov.model.processes import ConsultativeProcess
    from migrationgov.model.published_counts import CountClaim, CountList
    from migrationgov.model.register import Register
    from migrationgov.model.sources import Disagreement, Source
    from migrationgov.model.states import State
    from migrationgov.vocabularies import OrganizationId, ProcessId, SourceKind

    DateLike = date | PartialDate | str


class Dataset(LazyParts):
    """
    The facts: states, organizations, sources, registers of members, consultative processes.

    Every query takes one (``dataset=``); without it the bundled one is used. A part is loaded when
    it is first asked for and never changes afterwards; any number of threads may ask.
    """

    __slots__ = ()

    @classmethod
    def of(
        cls,
        manifest: Manifest,
        *,
        states: Iterable[State] = (),
        organizations: Iterable[Organization] = (),
        sources: Iterable[Source] = (),
        registers: Iterable[Register] = (),
        processes: Iterable[ConsultativeProcess] = (),
        histories: Iterable[History] = (),
        counts: Iterable[CountList] = (),
    ) -> Dataset:
        """Make a dataset from records."""
        parts: dict[str, Any] = {
            "manifest": manifest,
            "states": tuple(states),
            "organizations": tuple(organizations),
            "sources": tuple(sources),
        }
        parts |= {f"memberships/{register.organization}": register for register in registers}
        parts |= {f"processes/{process.id}": process for process in processes}
        parts |= {f"histories/{history.organization}": history for history in histories}
        parts |= {f"counts/{each.organization}": each for each in counts}
        return cls(MemoryStore(parts))

    @property
    def manifest(self) -> Manifest:
        """What the dataset is, as of when, under which licence."""
        found: Manifest = self._part("manifest")
        return found

    @property
    def as_of(self) -> str:
        """The day up to which the evidence was collected, as text."""
        return str(self.manifest.as_of)

    @property
    def states(self) -> tuple[State, ...]:
        """All states and territories, by id."""
        found: tuple[State, ...] = self._part("states")
        return found

    @property
    def organizations(self) -> tuple[Organization, ...]:
        """All organizations, by id."""
        found: tuple[Organization, ...] = self._part("organizations")
        return found

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources, by id."""
        found: tuple[Source, ...] = self._part("sources")
        return found

    @property
    def registers(self) -> tuple[Register, ...]:
        """The registers of members, by organization."""
        return tuple(self._part(f"memberships/{i}") for i in self.register_ids)

    @property
    def processes(self) -> tuple[ConsultativeProcess, ...]:
        """All consultative processes, by id."""
        return tuple(self._part(f"processes/{i}") for i in self.process_ids)

    @property
    def histories(self) -> tuple[History, ...]:
        """What is recorded about organizations besides their members, by organization."""
        return tuple(self._part(f"histories/{i}") for i in self._ids("histories"))

    @property
    def counts(self) -> tuple[CountList, ...]:
        """The published numbers, by organization."""
        return tuple(self._part(f"counts/{i}") for i in self._ids("counts"))

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """All disagreements, those of registers first, then of histories, then of processes."""
        holders: tuple[Any, ...] = (*self.registers, *self.histories, *self.processes)
        return tuple(each for holder in holders for each in holder.disagreements)

    @property
    def process_ids(self) -> tuple[ProcessId, ...]:
        """The ids of all processes, sorted; of the bundled ones none is loaded for that."""
        return self._ids("processes")

    @property
    def history_ids(self) -> tuple[OrganizationId, ...]:
        """The ids of all organizations that have a history, sorted."""
        return self._ids("histories")

    @property
    def register_ids(self) -> tuple[OrganizationId, ...]:
        """The ids of all organizations that have a register, sorted."""
        return self._ids("memberships")

    def register(self, organization: OrganizationId) -> Register:
        """Return the register of an organization, or raise `UnknownOrganizationError`."""
        found: Register = self._one_of("memberships", organization, "register of members")
        return found

    def history(self, organization: OrganizationId) -> History:
        """Return the history of an organization, or raise `UnknownOrganizationError`."""
        found: History = self._one_of("histories", organization, "history")
        return found

    def counts_of(self, organization: OrganizationId) -> tuple[CountClaim, ...]:
        """Return the published numbers on one, or raise `UnknownOrganizationError`."""
        found: CountList = self._one_of("counts", organization, "published number")
        return found.counts

    def _one_of(self, folder: str, organization: OrganizationId, what: str) -> Any:
        ids = self._ids(folder)
        if organization not in ids:
            known = ", ".join(ids) or "none"
            raise UnknownOrganizationError(
                f"there is no {what} of {organization!r}; there is one of: {known}"
            )
        return self._part(f"{folder}/{organization}")

    def process(self, process: ProcessId) -> ConsultativeProcess:
        """Return a process by its id, or raise `UnknownProcessError`."""
        if process not in self.process_ids:
            known = ", ".join(self.process_ids) or "none"
            raise UnknownProcessError(f"there is no process {process!r}; there are: {known}")
        found: ConsultativeProcess = self._part(f"processes/{process}")
        return found

    def has_state(self, state: str) -> bool:
        """Tell whether there is a state of that id."""
        return state in self.derived("states by id", _states_by_id)

    def has_organization(self, organization: str) -> bool:
        """Tell whether there is an organization of that id."""
        return organization in self.derived("bodies by id", _bodies_by_id)

    def state(self, state: str) -> State:
        """Return a state by its id, or raise `UnknownStateError`; `find_state` takes names."""
        if not self.has_state(state):
            raise UnknownStateError(f"there is no state with the id {state!r}; try find_state")
        return self.derived("states by id", _states_by_id)[state]

    def organization(self, organization: str) -> Organization:
        """Return an organization by its id, or raise `UnknownOrganizationError`."""
        if not self.has_organization(organization):
            raise UnknownOrganizationError(
                f"there is no organization with the id {organization!r}; try find_organization"
            )
        return self.derived("bodies by id", _bodies_by_id)[organization]

    def as_known_on(self, day: DateLike, *, undated: bool = False) -> Dataset:
        """
        Return what one could have known on a day: only what sources published by then tell.

        A source counts if it was certainly published by the end of the day; one whose date is
        doubted or reaches beyond the day does not, nor does an undated one unless asked for. A
        conclusion stands only if all its sources had been published. Where the source of a date
        had not, the date is what another one gives. Registers are no longer complete, so whoever
        is not on a roll of theirs is unknown, not absent. States and organizations stay, as the
        names that questions are asked with; notes and reasons stay in the words of today.

        Args:
            day: The day; of an imprecise date its last.
            undated: Whether to hear undated sources, too.

        Raises:
            InvalidDateError: If *day* is not a date, is open or doubted, or lies before the first
                source.

        >>> from migrationgov import dataset, status_on
        >>> then = mg.as_known_on(dataset(), "2002-11-30")
        >>> status_on("KAZ", "2002-11-30", dataset=then).applicant
        <Answer.YES: 'yes'>
        """
        from migrationgov.datasets.source_filter.store import filter_by_day  # noqa: PLC0415 -- builds records

        return Dataset(filter_by_day(self, day, undated=undated))

    def restricted_to(
        self,
        *,
        sources: Iterable[Source | str] | None = None,
        kinds: Iterable[SourceKind | str] | None = None,
    ) -> Dataset:
        """
        Return what some sources alone tell, by the rules of `as_known_on`.

        Args:
            sources: The sources, or their ids.
            kinds: Kinds of source ("official-document", "press", ...). With both, a source must be
                among the sources and of one of the kinds.

        Raises:
            UnknownRecordError: If a source is not in the dataset; all that are not are named.
            UnknownTermError: If there is no such kind.
            WrongTypeError: If neither is given, or something else than a source.

        >>> from migrationgov import dataset, is_member
        >>> press = mg.restricted_to(dataset(), kinds=["press"])
        >>> is_member("KAZ", "2003", dataset=press), is_member("NZL", "2003", dataset=press)
        (<Answer.YES: 'yes'>, <Answer.UNKNOWN: 'unknown'>)
        """
        from migrationgov.datasets.source_filter.store import filter_by_sources  # noqa: PLC0415 -- builds records

        return Dataset(filter_by_sources(self, sources, kinds))

    def merge(self, other: Dataset, *, on_conflict: str = "error") -> Dataset:
        """
        Return a dataset that holds this one and another; neither is changed.

        A fact told by both gains the sources of the other. A less exact date of the same step is
        kept as what its source gives; a more exact one is used, and the old one kept that way.
        What is left open here is taken from there. What is new is added at its place. Registers
        stay as complete as they are here, and cover more days only by a complete one that joins.

        Args:
            other: The other dataset, as `load` and `loads` give it.
            on_conflict: What becomes of a rival value for one fact: "error" refuses the merge;
                "disagreement" keeps the value of this dataset and records both. Who a state, an
                organization or a source is cannot be left open: that is an error either way.

        Raises:
            MergeConflictError: If values contradict each other, or a rule does not hold for the
                whole; every problem is named, with its file.
            UnknownTermError: If *on_conflict* is another word.
            WrongTypeError: If *other* is no dataset.
        """
        from migrationgov.datasets.merge import merge_parts  # noqa: PLC0415 -- builds records

        if not isinstance(other, Dataset):
            raise WrongTypeError(f"give a Dataset, not {short_repr(other)}")
        return Dataset.of(**merge_parts(self, other, on_conflict))

    def _all(self) -> tuple[object, ...]:
        return (
            self.manifest, self.states, self.organizations, self.sources, self.registers,
            self.processes, self.histories, self.counts,
        )  # fmt: skip

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Dataset):
            return NotImplemented
        return self is other or (self._all() == other._all() and self.whole == other.whole)

    def __hash__(self) -> int:
        return hash(self.manifest)

    def __reduce__(self) -> tuple[object, ...]:
        reduced = getattr(self._store, "reduced", None)
        return reduced() if reduced else (_of, self._all())

    def __repr__(self) -> str:
        return f"<Dataset {self.manifest.name!r}, as of {self.as_of}>"

    def _repr_html_(self) -> str:
        from migrationgov.record import render_html  # noqa: PLC0415 -- only notebooks need it

        return render_html(self)


def _states_by_id(facts: Dataset) -> dict[str, State]:
    return {state.id: state for state in facts.states}


def _bodies_by_id(facts: Dataset) -> dict[str, Organization]:
    return {body.id: body for body in facts.organizations}


def _of(*parts: Any) -> Dataset:
    """Make a dataset from the parts of a pickle."""
    names = ("states", "organizations", "sources", "registers", "processes", "histories", "counts")
    manifest, *others = parts
    return Dataset.of(manifest, **dict(zip(names, others, strict=True)))
