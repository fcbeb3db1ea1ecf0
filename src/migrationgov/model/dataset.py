"""The dataset: all facts, each part loaded at its first use."""

from __future__ import annotations

from migrationgov.errors import (
    UnknownOrganizationError,
    UnknownProcessError,
    UnknownStateError,
    UnknownTreatyError,
)
from migrationgov.model.part_store import LazyParts, MemoryStore
from migrationgov.model.state_lives import lives_of, outlines_of, outlines_of_rows
from migrationgov.record import HtmlDisplay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import Any

    from migrationgov.dates.partial_date import PartialDate
    from migrationgov.model.manifest import Manifest
    from migrationgov.model.organization_history import History
    from migrationgov.model.organizations import Organization
    from migrationgov.model.process_outline import ProcessOutline
    from migrationgov.model.processes import ConsultativeProcess
    from migrationgov.model.published_counts import CountClaim, CountList
    from migrationgov.model.register import Register
    from migrationgov.model.resolutions import Resolution
    from migrationgov.model.sources import Disagreement, Source
    from migrationgov.model.states import State
    from migrationgov.model.treaties import Treaty
    from migrationgov.vocabularies import OrganizationId, ProcessId, TreatyId

    DateLike = date | PartialDate | str


class Dataset(LazyParts, HtmlDisplay):
    """
    All facts that a query uses: states, organizations, sources, registers, processes.

    Every query takes a dataset (``dataset=``); by default it uses the active dataset. A part is
    loaded at its first use and never changes afterwards; any number of threads may use it.
    """

    __slots__ = ()

    @classmethod
    def of(  # noqa: PLR0913 -- each is given by name
        cls,
        manifest: Manifest,
        *,
        states: Iterable[State] = (),
        organizations: Iterable[Organization] = (),
        treaties: Iterable[Treaty] = (),
        resolutions: Iterable[Resolution] = (),
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
            "treaties": tuple(treaties),
            "resolutions": tuple(resolutions),
            "sources": tuple(sources),
        }
        parts |= {f"memberships/{register.institution}": register for register in registers}
        parts |= {f"processes/{process.id}": process for process in processes}
        parts |= {f"histories/{history.organization}": history for history in histories}
        parts |= {f"counts/{each.organization}": each for each in counts}
        return cls(MemoryStore(parts))

    @property
    def manifest(self) -> Manifest:
        """The title page, with name, date and licence."""
        found: Manifest = self.part("manifest")
        return found

    @property
    def as_of(self) -> str:
        """The day up to which the evidence was collected, as text."""
        return str(self.manifest.as_of)

    @property
    def states(self) -> tuple[State, ...]:
        """All states and territories, by id."""
        found: tuple[State, ...] = self.part("states")
        return found

    @property
    def organizations(self) -> tuple[Organization, ...]:
        """All organizations, by id."""
        found: tuple[Organization, ...] = self.part("organizations")
        return found

    @property
    def treaties(self) -> tuple[Treaty, ...]:
        """All treaties, by id."""
        found: tuple[Treaty, ...] = self.part("treaties")
        return found

    @property
    def resolutions(self) -> tuple[Resolution, ...]:
        """All resolutions, by id."""
        found: tuple[Resolution, ...] = self.part("resolutions")
        return found

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources, by id."""
        found: tuple[Source, ...] = self.part("sources")
        return found

    @property
    def registers(self) -> tuple[Register, ...]:
        """The registers of members and of parties to treaties, by institution."""
        return tuple(self.part(f"memberships/{i}") for i in self.register_ids)

    @property
    def processes(self) -> tuple[ConsultativeProcess, ...]:
        """All consultative processes, by id."""
        return tuple(self.part(f"processes/{i}") for i in self.process_ids)

    @property
    def histories(self) -> tuple[History, ...]:
        """The histories of organizations, by organization."""
        return tuple(self.part(f"histories/{i}") for i in self.ids("histories"))

    @property
    def counts(self) -> tuple[CountList, ...]:
        """The published numbers, by organization."""
        return tuple(self.part(f"counts/{i}") for i in self.ids("counts"))

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """All disagreements, those of registers first, then of histories, then of processes."""
        holders: tuple[Any, ...] = (*self.registers, *self.histories, *self.processes)
        return tuple(each for holder in holders for each in holder.disagreements)

    @property
    def process_ids(self) -> tuple[ProcessId, ...]:
        """The ids of all processes, sorted; this loads no process."""
        return self.ids("processes")

    @property
    def history_ids(self) -> tuple[OrganizationId, ...]:
        """The ids of all organizations that have a history, sorted."""
        return self.ids("histories")

    @property
    def register_ids(self) -> tuple[OrganizationId, ...]:
        """The ids of all organizations and treaties that have a register, sorted."""
        return self.ids("memberships")

    def register(self, institution: str) -> Register:
        """Return the register of an institution, or raise `UnknownOrganizationError`."""
        found: Register = self._one_of("memberships", institution, "register of members")
        return found

    def history(self, organization: str) -> History:
        """Return the history of an organization, or raise `UnknownOrganizationError`."""
        found: History = self._one_of("histories", organization, "history")
        return found

    def counts_of(self, organization: str) -> tuple[CountClaim, ...]:
        """Return the published numbers about an organization, or raise an error without any."""
        found: CountList = self._one_of("counts", organization, "published number")
        return found.counts

    def _one_of(self, folder: str, organization: str, what: str) -> Any:
        ids = self.ids(folder)
        if organization not in ids:
            known = ", ".join(ids) or "none"
            raise UnknownOrganizationError(
                f"there is no {what} of {organization!r}; there is one of: {known}"
            )
        return self.part(f"{folder}/{organization}")

    def process(self, process: str) -> ConsultativeProcess:
        """Return a process by its id, or raise `UnknownProcessError`."""
        if process not in self.process_ids:
            known = ", ".join(self.process_ids) or "none"
            raise UnknownProcessError(f"there is no process {process!r}; there are: {known}")
        found: ConsultativeProcess = self.part(f"processes/{process}")
        return found

    def process_outline(self, process: str) -> ProcessOutline:
        """Return the values of which the timelines of a process are made, without its records."""
        raw = getattr(self._store, "raw", None)
        if raw is None or process not in self.process_ids:
            from migrationgov.model.process_outline import outline_of  # noqa: PLC0415 -- needs attrs

            return outline_of(self.process(process))
        from migrationgov.model.process_outline import outline_of_row  # noqa: PLC0415 -- not for IOM

        return outline_of_row(raw(f"processes/{process}"))

    def state_lives(self) -> dict[str, tuple[int, int]]:
        """Return the first and the last day of each state that has not existed always."""
        return self.derived("lives of states", lambda _: lives_of(self.state_outlines()))

    def state_outlines(self) -> list[tuple[str, str, PartialDate | None, PartialDate | None]]:
        """Return id, standing, first and last day of each state."""
        raw = getattr(self._store, "raw", None)
        return outlines_of(self.states) if raw is None else outlines_of_rows(raw("states"))

    def has_state(self, state: str) -> bool:
        """Return whether there is a state with this id."""
        return state in self.derived("states by id", _states_by_id)

    def has_organization(self, organization: str) -> bool:
        """Return whether there is an organization with this id."""
        return organization in self.derived("organizations by id", _organizations_by_id)

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
        return self.derived("organizations by id", _organizations_by_id)[organization]

    def institution(self, institution: str) -> Organization | Treaty | ConsultativeProcess:
        """Return the record of an institution by its id: an organization, treaty or process."""
        if institution in self.process_ids and institution not in self.register_ids:
            return self.process(institution)
        if self.has_organization(institution):
            return self.organization(institution)
        return self.treaty(institution)

    @property
    def treaty_ids(self) -> tuple[TreatyId, ...]:
        """The ids of all treaties, sorted."""
        return tuple(each.id for each in self.treaties)

    def treaty(self, treaty: str) -> Treaty:
        """Return a treaty by its id, or raise `UnknownTreatyError`."""
        known: dict[str, Treaty] = self.derived("treaties by id", _treaties_by_id)
        found = known.get(treaty)
        if found is None:
            ids = ", ".join(known) or "none"
            raise UnknownTreatyError(f"there is no treaty {treaty!r}; there are: {ids}")
        return found

    def _all(self) -> tuple[object, ...]:
        return (
            self.manifest, self.states, self.organizations, self.treaties, self.resolutions,
            self.sources, self.registers, self.processes, self.histories, self.counts,
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


def _states_by_id(facts: Dataset) -> dict[str, State]:
    return {state.id: state for state in facts.states}


def _organizations_by_id(facts: Dataset) -> dict[str, Organization]:
    return {each.id: each for each in facts.organizations}


def _treaties_by_id(facts: Dataset) -> dict[str, Treaty]:
    return {each.id: each for each in facts.treaties}


def _of(*parts: Any) -> Dataset:
    """Make a dataset from the parts of a pickle."""
    names = (
        "states", "organizations", "treaties", "resolutions", "sources", "registers", "processes",
        "histories", "counts",
    )  # fmt: skip
    manifest, *others = parts
    return Dataset.of(manifest, **dict(zip(names, others, strict=True)))
