"""The index is a cache: what does not fit is built anew, whatever happened to it."""

import errno
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from chengwen_index import indexer
from chengwen_index.search import open_index
from chengwen_library.clauses import clauses
from chengwen_library.errors import UnwritableFile
from chengwen_library.library import Library
from chengwen_library.model import Measure

ABSENT = "第一次建检索目录"
CHANGED = "条款库有变动"
DAMAGED = "检索目录损坏"
FOREIGN = "不同版本"

OPEN_THE_FIVE = """
import sys
from importlib.resources import files
from pathlib import Path
from chengwen_index.search import open_index
from chengwen_library.library import Library
library = Library(Path(str(files("chengwen_library").joinpath("measures"))))
tell = lambda message: print(message, flush=True)
index = open_index(library.measures, library.fingerprint(), Path(sys.argv[1]), tell)
print(index.clause_count, index.search("质押融资").total, flush=True)
"""


@pytest.fixture(scope="module")
def counts(five: Library) -> tuple[int, int]:
    """The number of clauses of the five, and of those with 质押融资."""
    texts = [f"{clause.heading}\n{clause.text}" for measure in five.measures() for clause in clauses(measure)]
    return len(texts), sum("质押融资" in text for text in texts)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index"


@pytest.fixture
def opened(cache: Path, measure) -> Callable[..., list[str]]:
    """Open the index of one measure, search it, and return what was told."""

    def open_it(fingerprint: str = "one") -> list[str]:
        told: list[str] = []
        index = open_index(lambda: [measure(("质押融资", "支持质押融资。"))], fingerprint, cache, told.append)
        assert index.search('"质押融资"').total == 1
        index.close()
        return told

    return open_it


def builds(cache: Path) -> list[Path]:
    return [path for path in cache.iterdir() if path.is_dir()]


def files_of(cache: Path) -> list[Path]:
    return sorted(path for path in cache.rglob("*") if path.is_file())


def test_the_first_time_it_is_built_and_says_so(opened):
    (told,) = opened()
    assert ABSENT in told


def test_the_second_time_it_is_opened_without_reading_the_library(opened, cache: Path):
    opened()

    def refuse() -> list[Measure]:
        raise AssertionError

    open_index(refuse, "one", cache).close()


def test_a_changed_library_is_indexed_anew(opened):
    opened("one")
    (told,) = opened("two")
    assert CHANGED in told
    assert opened("two") == []


def test_an_empty_library_has_an_index(cache: Path):
    index = open_index(list, "none", cache)
    assert (index.clause_count, index.search("专利").hits) == (0, ())


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("harm", ["truncated", "emptied", "deleted", "overwritten", "one bit"])
def test_a_damaged_file_is_noticed(opened, cache: Path, place: int, harm: str):
    opened()
    file = files_of(cache)[place]
    content = file.read_bytes()
    changed = {
        "truncated": content[: len(content) // 2],
        "emptied": b"",
        "overwritten": os.urandom(len(content)),
        "one bit": content[:-9] + bytes([content[-9] ^ 1]) + content[-8:],
    }
    file.unlink() if harm == "deleted" else file.write_bytes(changed[harm])
    (told,) = opened()
    assert told
    assert opened() == []
    assert len(builds(cache)) == 1


def test_there_are_four_files(opened, cache: Path):
    opened()
    assert len(files_of(cache)) == 4


def test_a_file_that_is_none_of_ours_is_noticed(opened, cache: Path):
    opened()
    (builds(cache)[0] / "_MAIN_9.toc").write_bytes(b"\x80")
    (told,) = opened()
    assert DAMAGED in told


@pytest.mark.parametrize("key", ["format", "engine"])
def test_an_index_of_another_version_is_replaced(opened, cache: Path, key: str):
    opened()
    pointer = cache / "current.json"
    pointer.write_text(json.dumps(json.loads(pointer.read_text()) | {key: "0"}))
    (told,) = opened()
    assert FOREIGN in told


@pytest.mark.parametrize("content", ["[]", "{}", '{"format": 1}', "null"])
def test_a_stamp_that_makes_no_sense_is_damage(opened, cache: Path, content: str):
    opened()
    (cache / "current.json").write_text(content)
    (told,) = opened()
    assert DAMAGED in told


def test_a_stamp_cannot_name_a_folder_elsewhere(opened, cache: Path, tmp_path: Path):
    opened()
    pointer = cache / "current.json"
    builds(cache)[0].rename(tmp_path / "elsewhere")
    pointer.write_text(json.dumps(json.loads(pointer.read_text()) | {"folder": str(tmp_path / "elsewhere")}))
    (told,) = opened()
    assert DAMAGED in told


def test_a_folder_in_the_place_of_the_stamp_is_replaced(opened, cache: Path):
    (cache / "current.json" / "inner").mkdir(parents=True)
    assert len(opened()) == 1
    assert opened() == []


@pytest.mark.skipif(os.name == "nt", reason="no such permissions")
class TestFolder:
    def test_only_the_owner_can_enter_it(self, opened, cache: Path):
        opened()
        assert cache.stat().st_mode & 0o777 == 0o700
        assert builds(cache)[0].stat().st_mode & 0o777 == 0o700

    def test_a_folder_others_could_write_to_is_not_trusted(self, opened, cache: Path):
        opened()
        cache.chmod(0o777)
        assert len(opened()) == 1
        assert cache.stat().st_mode & 0o777 == 0o700

    def test_a_link_is_removed_and_not_followed(self, opened, cache: Path, tmp_path: Path):
        target = tmp_path / "target"
        target.mkdir()
        cache.parent.mkdir()
        cache.symlink_to(target)
        opened()
        assert not cache.is_symlink()
        assert list(target.iterdir()) == []

    def test_a_linked_stamp_is_replaced_and_not_written_through(self, opened, cache: Path, tmp_path: Path):
        target = tmp_path / "target"
        target.write_text("{}")
        cache.mkdir(parents=True)
        (cache / "current.json").symlink_to(target)
        opened()
        assert target.read_text() == "{}"

    def test_a_folder_of_another_user_is_refused(self, opened, cache: Path, monkeypatch: pytest.MonkeyPatch):
        opened()
        monkeypatch.setattr(os, "getuid", lambda: cache.stat().st_uid + 1)
        with pytest.raises(UnwritableFile, match="别的用户"):
            opened()

    def test_a_file_in_its_place_is_refused_in_one_line(self, opened, cache: Path):
        cache.parent.mkdir()
        cache.write_text("")
        with pytest.raises(UnwritableFile, match="没能建立检索目录"):
            opened()


def test_a_build_without_room_on_the_disk_leaves_the_old_index_whole(opened, cache: Path, measure, monkeypatch):
    opened()
    before = files_of(cache)

    def fail(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(indexer, "save_records", fail)
    with pytest.raises(UnwritableFile, match="没能写入检索目录"):
        open_index(lambda: [measure((None, "专利。"))], "two", cache)
    assert files_of(cache) == before
    assert len(builds(cache)) == 1
    assert opened() == []


def test_an_open_index_answers_while_it_is_replaced(opened, cache: Path, measure):
    opened("one")
    index = open_index(list, "one", cache)
    opened("two")
    assert [index.search(query).total for query in ("质押", "融资", '"支持"')] == [1, 1, 1]
    index.close()


def test_several_threads_build_and_search_at_once(five: Library, cache: Path, counts):
    totals: list[int] = []

    def work(fingerprint: str) -> None:
        index = open_index(five.measures, fingerprint, cache)
        totals.extend(index.search(query).total for query in ("质押融资", "押融", '"质押融资"'))
        index.close()

    threads = [threading.Thread(target=work, args=(str(number % 2),)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert totals == [counts[1]] * 9


def test_several_processes_build_at_once(cache: Path, counts):
    processes = [start(cache) for _ in range(3)]
    answers = [process.communicate(timeout=60)[0].splitlines()[-1] for process in processes]
    assert answers == ["{} {}".format(*counts)] * 3
    assert finish(cache) == answers[:1]
    assert len(builds(cache)) == 1


def test_a_build_that_was_killed_is_swept_away(cache: Path, counts):
    for moment in range(8):
        process = start(cache)
        assert process.stdout is not None
        assert ABSENT in process.stdout.readline()
        time.sleep(moment * 0.08)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if (cache / "current.json").exists():
            break
    assert finish(cache)[-1] == "{} {}".format(*counts)
    assert len(builds(cache)) == 1
    assert [path for path in cache.iterdir() if path.suffix == ".tmp"] == []


def test_a_build_folder_of_a_living_process_is_left_alone(opened, cache: Path):
    foreign = cache / f"index-{os.getppid()}-abc"
    foreign.mkdir(parents=True)
    opened()
    assert foreign.exists()
    os.utime(foreign, (0, 0))
    opened()
    assert not foreign.exists()


def test_nobody_sees_warnings_of_the_engine(tmp_path: Path):
    environment = os.environ | {"PYTHONPYCACHEPREFIX": str(tmp_path / "cold")}
    command = [sys.executable, "-W", "always", "-c", OPEN_THE_FIVE, str(tmp_path / "index")]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=120)
    assert (done.returncode, done.stderr) == (0, "")


def start(cache: Path) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", OPEN_THE_FIVE, str(cache)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, encoding="utf-8")


def finish(cache: Path) -> list[str]:
    return start(cache).communicate(timeout=60)[0].splitlines()
