"""Kills the window at random moments of its work, starts it again and looks at what is left; run as a program.

    python killing_window.py FOLDER TIMES SEED [SECONDS]

`working.py` works in a real window; it is killed with SIGKILL within SECONDS (20). Then every
file must be whole, `restoring.py` takes the copy that is offered, saves and closes, and what
was typed longer than five seconds before the kill must be in the file. Prints as JSON: how
many seconds of typing were lost at most, how many files were broken, what was left over.
"""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from chengwen_library.akn.read import parse_measure  # noqa: E402
from chengwen_templates.draft import save_draft  # noqa: E402
from drafts import small_draft  # noqa: E402

READY = 60
"""Seconds that a window has to get ready, and a restart to end."""

REST = 10.0
"""Seconds within which processes that a killed window had started must be gone."""


@dataclass
class Outcome:
    """What one kill has shown."""

    lost: float = 0.0
    typed: int = 0
    was_offered: bool = False
    broken: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    failed: str = ""


def kill_once(folder: Path, home: Path, seed: int, longest: float) -> Outcome:
    """Work, kill, start again, and look."""
    (folder / "tmp").mkdir(parents=True)
    shutil.copytree(home, folder / "home")
    save_draft(small_draft(), folder / "文稿.akn")
    told = folder / "told"
    with told.open("w") as output, (folder / "errors").open("w") as errors:
        process = start("working.py", folder, str(seed), stdout=output, stderr=errors)
        wait_for(lambda: "ready" in told.read_text() or process.poll() is not None, READY)
        if "ready" not in told.read_text():
            process.kill()
            return Outcome(failed=f"{seed}: not ready\n" + (folder / "errors").read_text()[-2000:])
        time.sleep(random.Random(seed).uniform(0, longest))
        ended = process.poll()
        killed = time.time()
        process.send_signal(signal.SIGKILL)
        process.wait()
    if ended not in (None, 0):
        return Outcome(failed=f"{seed}: ended with {ended}\n" + (folder / "errors").read_text()[-2000:])
    outcome = Outcome(broken=list(broken(folder)))
    if not wait_for(lambda: not has_group(process.pid), REST):
        outcome.left.append("a process")
        os.killpg(process.pid, signal.SIGKILL)
    again = start("restoring.py", folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        answer, errors = again.communicate(timeout=READY)
    except subprocess.TimeoutExpired:
        again.terminate()
        answer, errors = again.communicate()
    if again.returncode or not answer:
        return Outcome(failed=f"{seed}: the restart ended with {again.returncode}\n{errors[-2000:]}")
    found = json.loads(answer.splitlines()[-1])
    outcome.was_offered = found["offered"] > 0
    lines = [line.split() for line in told.read_text().splitlines() if len(line.split()) == 3]
    typed = {int(number): float(at) for at, what, number in lines if what == "typed"}
    there = {int(number) for number in re.findall(r"N(\d+) ", found["text"])}
    outcome.typed = len(typed)
    outcome.lost = max((killed - at for number, at in typed.items() if number not in there), default=0.0)
    outcome.broken += broken(folder)
    outcome.left += left(folder)
    return outcome


def start(program: str, folder: Path, *arguments: str, **streams) -> subprocess.Popen:
    environment = {
        **os.environ,
        "CHENGWEN_HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join(filter(None, [str(HERE.parent), os.environ.get("PYTHONPATH")])),
    }
    command = [sys.executable, str(HERE / program), str(folder), *arguments]
    return subprocess.Popen(command, env=environment, start_new_session=True, **streams)


def wait_for(is_so, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.05)
    return is_so()


def has_group(process: int) -> bool:
    """Tell whether a process of the group runs; those that have ended and wait for their parent do not."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(state[2]) == process and state[0] != "Z":
                return True
    return False


def broken(folder: Path) -> Iterator[str]:
    """Yield the files that are not whole."""
    for path in [*folder.glob("文稿.*"), *(folder / "home").rglob("*.akn")]:
        content = path.read_bytes()
        try:
            match path.suffix:
                case ".akn":
                    parse_measure(content, path.name)
                case ".docx":
                    with ZipFile(path) as archive:
                        assert archive.testzip() is None
                case ".pdf":
                    assert content.startswith(b"%PDF")
                    assert content.rstrip().endswith(b"%%EOF")
                case _:
                    assert content.decode().strip()
        except Exception as error:
            yield f"{path.name}: {error!r}"


def left(folder: Path) -> Iterator[str]:
    """Yield what a program that has ended well should not have left."""
    yield from (str(path.relative_to(folder)) for path in (folder / "tmp").rglob("*"))
    yield from (str(path.relative_to(folder)) for path in (folder / "home" / "recovery").rglob("*"))
    for path in folder.rglob(".*"):
        if path.name.startswith(".chengwen-") or path.name.endswith(".lock"):
            yield str(path.relative_to(folder))


def main(folder: Path, times: int, seed: int, longest: float) -> int:
    first = folder / "first"
    (first / "tmp").mkdir(parents=True)
    save_draft(small_draft(), first / "文稿.akn")
    start("restoring.py", first, stdout=subprocess.DEVNULL).wait()  # fills the library, once for all
    with ThreadPoolExecutor(max(1, (os.cpu_count() or 1) // 2)) as pool:
        jobs = [
            pool.submit(kill_once, folder / str(turn), first / "home", seed * 1000 + turn, longest)
            for turn in range(times)
        ]
        outcomes = [job.result() for job in jobs]
    print(
        json.dumps(
            {
                "kills": times,
                "typed": sum(one.typed for one in outcomes),
                "offered": sum(one.was_offered for one in outcomes),
                "lost": round(max(one.lost for one in outcomes), 2),
                "broken": [what for one in outcomes for what in one.broken],
                "left": [what for one in outcomes for what in one.left],
                "failed": [one.failed for one in outcomes if one.failed],
            },
            ensure_ascii=False,
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), float((*sys.argv[4:], "20")[0])))
