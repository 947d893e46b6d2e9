"""The long checks: fuzzing every reader, killing the writers and the window, undoing whatever was done, mutants.

    python tests/long/run.py [--seconds SECONDS_FOR_EACH_READER] [--kills KILLS] [PART …]

Writes a dated result file beside this one, a row as soon as a check has ended; rows of other parts that the
file of that day has stay in it.
"""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent))

from seeds import write_seeds  # noqa: E402

FOUND = HERE / "found"
SEQUENCES = 1_000


def fuzz(seconds: int) -> Iterator[str]:
    """Fuzz every reader; yield a row of the result table for each."""
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(os.cpu_count()) as pool:
        folders = write_seeds(Path(scratch))
        logs = [Path(scratch) / f"{reader}.log" for reader in folders]
        yield from pool.map(fuzz_one, folders, folders.values(), [seconds] * len(folders), logs)


def fuzz_one(reader: str, seeds: Path, seconds: int, log: Path) -> str:
    """Fuzz a reader; return its row."""
    before = set(FOUND.glob(f"{reader}-*"))
    command = [sys.executable, str(HERE / "fuzz.py"), reader, str(seconds), str(seeds), str(FOUND)]
    with log.open("wb") as output:
        done = subprocess.run(command, stdout=output, stderr=subprocess.STDOUT, check=False)
    told = log.read_text(encoding="utf-8", errors="replace")
    figures = dict(re.findall(r"stat::(\w+):\s+(\d+)", told))
    faults = len(set(FOUND.glob(f"{reader}-*")) - before)
    runs, memory = figures.get("number_of_executed_units", "?"), figures.get("peak_rss_mb", "?")
    return f"| fuzz {reader} | {seconds} s | {runs} inputs, {memory} MB | {faults} faults, exit {done.returncode} |"


def kill(times: int) -> str:
    """Kill the writers; return the row of the result table."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(HERE.parent / "killing.py"), folder, str(times), "1"]
        result = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return f"| kill save and export | {times} kills | {result['hit']} hit a write | {result['broken']} broken, {result['left']} left |"


def kill_window(times: int) -> str:
    """Kill the window at its work; return the row of the result table."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(HERE / "killing_window.py"), folder, str(times), "1"]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    result = json.loads(told.splitlines()[-1])
    outcome = f"{len(result['broken'])} broken, {len(result['left'])} left, {len(result['failed'])} failed"
    done = f"{result['typed']} words typed, {result['offered']} copies offered, at most {result['lost']} s lost"
    return f"| kill the window at work | {result['kills']} kills | {done} | {outcome} |"


def undo(sequences: int) -> str:
    """Undo random sequences of edits to the start and redo them; return the row of the result table."""
    test = HERE.parent / "desktop" / "test_editing_at_random.py"
    how = "--quiet --numprocesses logical -k undone_to_the_start"
    command = [sys.executable, "-m", "pytest", *how.split(), test]
    environment = {**os.environ, "CHENGWEN_SEQUENCES": str(sequences)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    passed = sum(map(int, re.findall(r"(\d+) passed", done.stdout)))
    outcome = f"{passed} identical, {sequences - passed} not, exit {done.returncode}"
    return f"| undo to the start and redo | {sequences} sequences | of 200 operations | {outcome} |"


def soak() -> str:
    """Work for long in one window; return the row of the result table."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(HERE / "soaking.py"), folder]
        told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    result = json.loads(told.splitlines()[-1])
    memory = result["memory"]
    seen = f"third time {memory[2]} MB, last {memory[-1]} MB, most {max(memory)} MB"
    return f"| work on in one window | {len(memory)} times 20 s | {seen} | {result['faults']} faults |"


def mutants() -> Iterator[str]:
    """Try mutants of the core rooms; yield a row of the result table for each."""
    command = [sys.executable, str(HERE / "mutants.py")]
    told = json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)
    for core, result in told.items():
        share = result["noticed"] / result["mutants"]
        yield f"| mutants of {core} | {result['mutants']} | {result['noticed']} noticed | {share:.0%} |"


def write(rows: Iterable[str]) -> Path:
    """Put rows into the table of today, each in the place of the one with the same beginning, if there is one."""
    path = HERE / "results" / f"{datetime.now(UTC):%Y-%m-%d}.md"
    machine = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    head = f"# Long checks of {path.stem}\n\n{machine}\n\n| check | length | done | outcome |\n|---|---|---|---|\n"
    kept = path.read_text(encoding="utf-8").splitlines()[6:] if path.exists() else []
    table = {row.split("|")[1].strip(): row for row in [*kept, *rows]}
    path.parent.mkdir(exist_ok=True)
    path.write_text(head + "".join(f"{row}\n" for row in table.values()), encoding="utf-8")
    return path


def main() -> None:
    """Run the parts that are asked for, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("parts", nargs="*", metavar="PART")
    wanted = parser.parse_args()
    parts: dict[str, Callable[[], Iterable[str]]] = {
        "fuzz": lambda: fuzz(wanted.seconds),
        "kill": lambda: [kill(wanted.kills)],
        "window": lambda: [kill_window(wanted.kills // 2)],
        "undo": lambda: [undo(SEQUENCES)],
        "soak": lambda: [soak()],
        "mutants": mutants,
    }
    if unknown := set(wanted.parts) - parts.keys():
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(parts)}")
    for name in wanted.parts or parts:
        for row in parts[name]():
            print(row, flush=True)
            write([row])


if __name__ == "__main__":
    main()
