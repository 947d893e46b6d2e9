"""Several processes at one library and its index, and writers that are killed: nothing is lost, nothing is left."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest

from chengwen_index.opening import open_index
from chengwen_index.storage.cache import POINTER
from chengwen_library.clauses import clauses
from chengwen_library.library import Library
from recombined import measures
from shelves import library_of

CLAUSES = 1_000
KILLS = 30
TESTS = Path(__file__).parents[1]

ADD_AND_OPEN = """
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from chengwen_index.opening import open_index
from chengwen_library.library import Library
from chengwen_library.model import Form, Unit
library, cache, name, times = Library(Path(sys.argv[1])), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
model = library.read(library.paths()[0].name)
print("ready", flush=True)
for number in range(times):
    unit = Unit("w1", Form.FIRST, "一、", 1, heading="标记", heading_mark="。", text=f"记号{name}第{number}次。")
    library.add(replace(model, id=f"/akn/cn-0000/act/2024-01-01/{name}", units=(unit,)), date(2026, 1, 1))
    index = open_index(library, cache)
    assert index.search(f'"记号{name}第{number}次"').total == 1
    index.close()
    print(number, flush=True)
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(measures(CLAUSES), tmp_path / "library")


def start(library: Library, cache: Path, name: str, times: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", ADD_AND_OPEN, str(library.folder), str(cache), name, str(times)]
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, encoding="utf-8", cwd=TESTS)


def assert_sound(library: Library, cache: Path) -> None:
    """The index answers for just the library, and its folder holds nothing else."""
    index = open_index(library, cache)
    assert index.clause_count == sum(len(clauses(measure)) for measure in library.measures())
    assert library.unreadable == {}
    index.close()
    segments = {entry["folder"] for entry in json.loads((cache / POINTER).read_bytes())["segments"]}
    assert {path.name for path in cache.iterdir()} == {POINTER, "writer.lock", *segments}


def test_two_processes_that_change_the_library_and_a_reader_disturb_nobody(library: Library, tmp_path: Path):
    cache = tmp_path / "index"
    reader = open_index(library, cache)
    before = reader.search("知识产权").total
    writers = [start(library, cache, name, 5) for name in ("a1", "b2")]
    while any(writer.poll() is None for writer in writers):
        assert reader.search("知识产权").total == before
        time.sleep(0.02)
    assert [writer.communicate()[0].splitlines()[-1] for writer in writers] == ["4", "4"]
    reader.close()
    assert_sound(library, cache)
    index = open_index(library, cache)
    assert [index.search(f'"记号{name}第4次"').total for name in ("a1", "b2")] == [1, 1]
    index.close()


def test_a_writer_that_is_killed_thirty_times_leaves_nothing_and_loses_nothing(library: Library, tmp_path: Path):
    cache = tmp_path / "index"
    open_index(library, cache).close()
    chance = random.Random(7)
    interrupted = 0
    for kill in count():
        if kill >= KILLS and interrupted:  # at least one of them has to hit a write
            break
        writer = start(library, cache, f"k{kill}", 100)
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.0, 0.4))
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        known = {entry["folder"] for entry in json.loads((cache / POINTER).read_bytes())["segments"]}
        interrupted += {path.name for path in cache.iterdir()} != {POINTER, "writer.lock", *known}
        assert_sound(library, cache)
    library.fill()
    assert list(library.folder.glob("*.tmp")) == []
