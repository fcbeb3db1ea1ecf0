"""What the library never does, and what it does when many ask at once."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import migrationgov as mg

#: Every question once, in an interpreter that writes down what it does.
AUDITED = """
import sys
seen = []
sys.addaudithook(lambda event, args: seen.append((event, args)))
import warnings
import migrationgov as mg
warnings.simplefilter("ignore")
mg.members_on("2002-12-02"), mg.observers_on("2002"), mg.is_member("Kazakhstan", "2 December 2002")
mg.status_on("KAZ", "2002"), mg.memberships_of("AUS"), mg.transitions("KAZ")
mg.process_participants("Almaty Process"), mg.processes_of("TUR")
mg.shared_processes("KAZ", "TUR")
mg.chairs_of("IGC"), mg.meetings_of(between=("2015", "2016")), mg.published_totals("Bali Process")
mg.officeholders_on("IOM", "2003"), mg.name_on("IOM", "1975"), mg.relations_on("IOM", "2015")
mg.decisions_of("iom-council-84"), mg.counts("IOM"), mg.reconcile("IOM"), mg.disagreements()
mg.cite(mg.members_on("2002"), style="bibtex")
then = mg.as_known_on(mg.dataset(), "2002-11-30")
mg.diff(then, mg.as_known_on(mg.dataset(), "2002-12-31"))
mg.loads(mg.dumps(mg.dataset()))
{own}
for event, args in seen:
    print(event, repr(args[:2]))
"""

#: What would be a network, a process, a pickle, code from text, or a way around the file system.
NEVER = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib.",
    "http.", "ftplib.", "smtplib.", "pickle.", "os.putenv", "os.remove", "os.rename", "os.mkdir",
    "os.rmdir", "os.chmod", "shutil.", "winreg.",
)  # fmt: skip


def events() -> list[str]:
    """What an interpreter does that asks every question."""
    code = AUDITED.replace("{own}", "")
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_no_network_no_process_no_pickle_no_writing() -> None:
    """Shown by an audit hook over the import and all queries."""
    seen = events()
    assert len(seen) > 100
    assert [] == [line for line in seen if line.startswith(NEVER)]
    opened = [line for line in seen if line.startswith("open ")]
    assert opened
    writing = [line for line in opened if ", 'w" in line or ", 'a" in line or ", 'x" in line]
    assert [] == writing
    data = [line for line in opened if "/data/" in line]
    assert all("migrationgov/data/" in line for line in data)


def test_nothing_is_made_into_code_from_data() -> None:
    """What is compiled comes from imports and from attrs, which writes classes."""
    compiled = [line for line in events() if line.startswith("compile ")]
    known = (".py')", "attrs generated", "cattrs generated", "<string>", "None")
    assert [] == [line for line in compiled if not any(each in line for each in known)]


STORM = """
import threading, sys
import migrationgov as mg
start, said = threading.Barrier(32), []
def ask(number):
    start.wait()
    if number % 4 == 0: said.append(len(mg.members_on("2002-12-02")))
    elif number % 4 == 1: said.append(len(mg.process_participants("IGC").members) + 80)
    elif number % 4 == 2: said.append(len(mg.find_state("Kyrgyz Republic").id) + 95)
    else: said.append(len(mg.transitions("KAZ", "IOM")) + 94)
threads = [threading.Thread(target=ask, args=(n,)) for n in range(32)]
for each in threads: each.start()
for each in threads: each.join()
print(sorted(set(said)), len(said), any(t.is_alive() for t in threads))
a, b = mg.dataset().states, mg.dataset().states
print(a is b)
"""


@pytest.mark.parametrize("run", range(3))
def test_32_threads_ask_their_first_question_at_once(run: int) -> None:
    """In a fresh interpreter: one load, one result, no deadlock."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", STORM],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ["[98] 32 False", "True"] == done.stdout.splitlines()


PROCESSES = """
import multiprocessing, sys
import migrationgov as mg
def ask(day):
    return len(mg.members_on(day))
if __name__ == "__main__":
    len(mg.members_on("2002-12-02"))
    with multiprocessing.get_context(sys.argv[1]).Pool(2) as pool:
        print(pool.map(ask, ["2002-12-01", "2002-12-02"] * 4))
"""


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_after_fork_and_spawn(method: str, tmp_path: Path) -> None:
    """The answers are the same."""
    script = tmp_path / "ask.py"
    script.write_text(PROCESSES, "utf-8")
    done = subprocess.run(
        [sys.executable, script, method], capture_output=True, text=True, check=True
    )
    assert "[93, 98, 93, 98, 93, 98, 93, 98]" == done.stdout.strip()


ANSWERS = {
    "roll": mg.members_on("2002-12-02"),
    "roster": mg.process_participants("Almaty Process"),
    "status": mg.status_on("KAZ", "2002"),
    "held": mg.officeholders_on("IOM", "2003"),
    "records": mg.reconcile("IOM"),
    "changes": mg.diff(None, mg.restricted_to(mg.dataset(), kinds=["press"])),
    "dataset": mg.dataset(),
    "cut down": mg.as_known_on(mg.dataset(), "2002-11-30"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_copies_equal_their_originals(name: str) -> None:
    """Pickled, copied deep and copied."""
    answer = ANSWERS[name]
    for other in (pickle.loads(pickle.dumps(answer)), copy.deepcopy(answer), copy.copy(answer)):
        assert answer == other


@pytest.mark.parametrize("name", sorted(set(ANSWERS) - {"records", "changes", "status"}))
def test_what_is_given_out_cannot_be_changed(name: str) -> None:
    """No attribute can be set, or none but those that are made when they are asked for."""
    with pytest.raises(AttributeError):
        ANSWERS[name].nickname = "x"  # type: ignore[attr-defined]  # on purpose
