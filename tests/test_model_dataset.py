"""The dataset: lazy parts, one load for any number of threads, values that travel."""

from __future__ import annotations

import copy
import gc
import json
import multiprocessing
import pickle
import subprocess
import sys
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest

import migrationgov as mg
from migrationgov.lookup.bundled import BundledStore, bundled_dataset
from migrationgov.model.dataset import Dataset
from miniature import body, dataset, process, register, snapshot
from strategies import transition


class CountingStore(BundledStore):
    """The bundled store, counting what it reads."""

    def __init__(self) -> None:
        self.read_parts: list[str] = []

    def read(self, part: str) -> object:
        """Note the part and read it."""
        self.read_parts.append(part)
        return super().read(part)


def test_a_question_on_iom_reads_one_file() -> None:
    """Neither states nor sources nor processes are read for it."""
    store = CountingStore()
    assert 98 == len(mg.members_on("2002-12-02", dataset=Dataset(store)))
    assert ["memberships/iom"] == store.read_parts


def test_many_threads_load_each_part_once() -> None:
    """32 threads ask their first question at once: one load, one result."""
    store = CountingStore()
    facts, start = Dataset(store), threading.Barrier(32)

    def ask(_: int) -> tuple[str, ...]:
        start.wait()
        names = [state.name for state in mg.members_on("2002-12-02", dataset=facts)]
        mg.process_participants("Almaty Process", dataset=facts)
        return tuple(names)

    with ThreadPoolExecutor(32) as pool:
        answers = set(pool.map(ask, range(32)))
    assert 1 == len(answers)
    assert len(store.read_parts) == len(set(store.read_parts))


def test_threads_in_a_fresh_interpreter() -> None:
    """The lazy face itself is safe to be used first by many threads."""
    code = """
import threading, migrationgov as mg
start, answers = threading.Barrier(16), []
def ask():
    start.wait()
    answers.append(len(mg.members_on("2002-12-02")))
threads = [threading.Thread(target=ask) for _ in range(16)]
[t.start() for t in threads]; [t.join() for t in threads]
print(set(answers), len(answers))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "{98} 16" == done.stdout.strip()


def in_another_process(facts: mg.Dataset) -> tuple[int, bool]:
    """Ask in another process; at the top of the module, so that spawning finds it."""
    return len(mg.members_on("2002-12-02", dataset=facts)), facts is bundled_dataset()


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_other_processes_get_the_same_answers(method: str) -> None:
    """The bundled dataset travels as what it is."""
    context = multiprocessing.get_context(method)
    with context.Pool(1) as pool:
        assert (98, True) == pool.apply(in_another_process, (bundled_dataset(),))


def test_pickles_and_copies_are_equal() -> None:
    """The bundled one stays itself, another takes its records along."""
    assert bundled_dataset() is pickle.loads(pickle.dumps(bundled_dataset()))
    facts = dataset()
    for copied in (pickle.loads(pickle.dumps(facts)), copy.deepcopy(facts)):
        assert facts == copied
        assert hash(facts) == hash(copied)
    assert facts != dataset(processes=())
    assert facts != dataset(registers=())
    assert facts != "dataset"


def test_registers_are_values() -> None:
    """Equal by content, and never equal to anything else."""
    one = register(transition("AAA", "joined", "1990"))
    assert one == copy.deepcopy(one)
    assert hash(one) == hash(copy.deepcopy(one))
    assert one != register()
    assert one != "register"
    assert "<Register of iom, 1951-12-05 to 2025-12-31>" == repr(one)


def test_a_dataset_tells_what_it_is() -> None:
    """Name, date, licence, parts."""
    facts = mg.dataset()
    assert "<Dataset 'migrationgov', as of 2025-12-12>" == repr(facts)
    assert "2025-12-12" == facts.as_of
    assert "CC0-1.0" == facts.manifest.licence
    assert ("iom",) == facts.register_ids
    assert 46 == len(facts.process_ids)
    assert facts.disagreements == (
        *facts.registers[0].disagreements,
        *facts.histories[0].disagreements,
        *(each for process in facts.processes for each in process.disagreements),
    )


def test_missing_parts_are_named() -> None:
    """An organization without a register, a process that is not there, an empty dataset."""
    facts = dataset(processes=(process(snapshot("2001", ("member", "stated", "AAA"))),))
    with pytest.raises(
        mg.errors.UnknownProcessError, match="no process 'other'; there are: a-process"
    ):
        facts.process("other")
    empty = Dataset.of(facts.manifest)
    assert ((), (), (), ()) == (empty.states, empty.sources, empty.registers, empty.processes)
    with pytest.raises(mg.errors.UnknownProcessError, match="there are: none"):
        empty.process("other")
    with pytest.raises(mg.errors.UnknownOrganizationError, match="one of: none"):
        empty.register(body("iom").id)


def test_the_import_loads_next_to_nothing() -> None:
    """And the first answer neither attrs nor anything slower."""
    code = """
import sys, json
import migrationgov as mg
bare = [m for m in sys.modules if m.startswith("migrationgov.")]
len(mg.members_on("2002-12-02"))
slow = "attr attrs cattrs dateutil importlib.metadata importlib.resources numpy pandas typing"
slow += " pathlib threading"
print(json.dumps([bare, [m for m in slow.split() if m in sys.modules]]))
"""
    command = [
        sys.executable,
        "-I",
        "-S",
        "-c",
        f"import sys; sys.path[:0] = {sys.path!r}; {code}",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert [["migrationgov.lazy_names", "migrationgov.record"], []] == json.loads(done.stdout)


def test_dropped_datasets_are_let_go() -> None:
    """Timelines are kept with the facts of which they are made, not beyond them."""
    facts = dataset()
    assert mg.process_participants("a-process", dataset=facts).members.codes
    seen = weakref.ref(facts.made(("timelines", "a-process", "")))
    del facts
    gc.collect()
    assert seen() is None


def test_records_by_id() -> None:
    """Ids only, and our own errors."""
    with pytest.raises(mg.errors.UnknownStateError, match="no state with the id 'Kazakhstan'"):
        mg.dataset().state("Kazakhstan")
    with pytest.raises(
        mg.errors.UnknownOrganizationError, match="no organization with the id 'IOM'"
    ):
        mg.dataset().organization("IOM")
