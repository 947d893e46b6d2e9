"""The long checks: fuzzing every reader, killing the writers and the window, undoing whatever was done, mutants.

python tests/long/run.py [SECONDS_FOR_EACH_READER] [KILLS]

Writes a dated result file beside this one.
"""

import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent))

from seeds import write_seeds  # noqa: E402

FOUND = HERE / "found"
SEQUENCES = 1_000


def fuzz(reader: str, seeds: Path, seconds: int, log: Path) -> str:
    """Fuzz a reader; return the row of the result table."""
    before = set(FOUND.glob("*"))
    command = [sys.executable, str(HERE / "fuzz.py"), reader, str(seconds), str(seeds), str(FOUND)]
    with log.open("wb") as output:
        done = subprocess.run(command, stdout=output, stderr=subprocess.STDOUT, check=False)
    told = log.read_text(encoding="utf-8", errors="replace")
    figures = dict(re.findall(r"stat::(\w+):\s+(\d+)", told))
    faults = len(set(FOUND.glob("*")) - before)
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


def main(seconds: int, kills: int, chosen: list[str]) -> None:
    day = datetime.now(UTC).strftime("%Y-%m-%d")
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(os.cpu_count()) as pool:
        folders = {
            reader: folder for reader, folder in write_seeds(Path(scratch)).items() if not chosen or reader in chosen
        }
        logs = [Path(scratch) / f"{reader}.log" for reader in folders]
        rows = list(pool.map(fuzz, folders, folders.values(), [seconds] * len(folders), logs))
    rows.append(kill(kills))
    rows.append(kill_window(kills // 2))
    rows.append(undo(SEQUENCES))
    rows.append(soak())
    rows.extend(mutants())
    machine = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    table = "\n".join(["| check | length | done | outcome |", "|---|---|---|---|", *rows])
    results = HERE / "results" / f"{day}.md"
    results.parent.mkdir(exist_ok=True)
    results.write_text(f"# Long checks of {day}\n\n{machine}\n\n{table}\n", encoding="utf-8")
    print(results.read_text(encoding="utf-8"))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(int(arguments[0]) if arguments else 600, int(arguments[1]) if arguments[1:] else 200, arguments[2:])
