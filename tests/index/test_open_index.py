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
from dataclasses import replace
from pathlib import Path

import pytest

from chengwen_index.opening import MERGED_BELOW, open_index
from chengwen_index.storage.store import Writing
from chengwen_library.clauses import clauses
from chengwen_library.errors import UnwritableFile
from chengwen_library.library import Library
from chengwen_library.model import Status
from shelves import Shelf

ABSENT = "第一次建检索目录"
CHANGED = "条款库有变动"
DAMAGED = "检索目录损坏"
FOREIGN = "不同版本"

OPEN_THE_FIVE = """
import sys
from importlib.resources import files
from pathlib import Path
from chengwen_index.opening import open_index
from chengwen_library.library import Library
library = Library(Path(str(files("chengwen_library").joinpath("measures"))))
tell = lambda message: print(message, flush=True)
index = open_index(library, Path(sys.argv[1]), tell)
print(index.clause_count, index.search("质押融资").total, flush=True)
index.close()
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
def one(measure) -> Shelf:
    return Shelf([measure(("质押融资", "支持质押融资。"))])


@pytest.fixture
def opened(cache: Path, one: Shelf) -> Callable[..., list[str]]:
    """Open the index of one measure, search it, and return what was told."""

    def open_it(title: str = "示例市若干措施") -> list[str]:
        told: list[str] = []
        one.measures = {name: replace(measure, title=title) for name, measure in one.measures.items()}
        index = open_index(one, cache, told.append)
        assert [hit.title for hit in index.search('"质押融资"').hits] == [title]
        index.close()
        return told

    return open_it


def builds(cache: Path) -> list[Path]:
    return [path for path in cache.iterdir() if path.is_dir()]


def kept(cache: Path) -> list[Path]:
    """The files of the index; the lock is empty and says nothing."""
    return sorted(path for path in cache.rglob("*") if path.is_file() and path.name != "writer.lock")


def test_the_first_time_it_is_built_and_says_so(opened):
    (told,) = opened()
    assert ABSENT in told


def test_the_second_time_it_is_opened_without_reading_the_library(opened, one: Shelf):
    opened()
    one.read_names.clear()
    assert opened() == []
    assert one.read_names == []


def test_a_changed_library_is_indexed_anew(opened):
    opened("旧题")
    (told,) = opened("新题")
    assert CHANGED in told
    assert opened("新题") == []


def test_an_empty_library_has_an_index(cache: Path):
    index = open_index(Shelf([]), cache)
    assert (index.clause_count, index.search("专利").hits) == (0, ())


@pytest.mark.parametrize("place", range(12))
@pytest.mark.parametrize("harm", ["truncated", "emptied", "deleted", "overwritten", "one bit"])
def test_a_damaged_file_is_noticed(opened, cache: Path, place: int, harm: str):
    opened()
    file = kept(cache)[place]
    content = file.read_bytes()
    middle = len(content) // 2
    changed = {
        "truncated": content[:middle],
        "emptied": b"",
        "overwritten": os.urandom(len(content)),
        "one bit": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
    }
    file.unlink() if harm == "deleted" else file.write_bytes(changed[harm])
    (told,) = opened()
    assert told
    assert opened() == []
    assert len(builds(cache)) == 1


def test_these_are_all_the_files(opened, cache: Path):
    opened()
    assert len(kept(cache)) == 12


def test_a_file_that_is_none_of_ours_is_noticed(opened, cache: Path):
    opened()
    (builds(cache)[0] / "_MAIN_9.toc").write_bytes(b"\x80")
    (told,) = opened()
    assert DAMAGED in told


def test_an_index_of_another_version_is_replaced(opened, cache: Path):
    opened()
    pointer = cache / "current.json"
    pointer.write_text(json.dumps(json.loads(pointer.read_text()) | {"format": "0"}))
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
    content = json.loads(pointer.read_text())
    content["segments"][0]["folder"] = str(tmp_path / "elsewhere")
    pointer.write_text(json.dumps(content))
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


def test_a_build_without_room_on_the_disk_leaves_the_old_index_whole(opened, cache: Path, monkeypatch):
    opened("旧题")
    before = kept(cache)

    def fail(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as patched:
        patched.setattr(Writing, "write", fail)
        with pytest.raises(UnwritableFile, match="没能写入检索目录"):
            opened("新题")
    assert kept(cache) == before
    assert opened("旧题") == []


def test_an_open_index_answers_while_it_is_replaced(opened, cache: Path, one: Shelf):
    opened("旧题")
    index = open_index(one, cache)
    opened("新题")
    assert [index.search(query).total for query in ("质押", "融资", '"支持"')] == [1, 1, 1]
    index.close()


class TestUpdates:
    """What came or went is all that is indexed."""

    @pytest.fixture
    def many(self, measure) -> Shelf:
        return Shelf([measure((f"第{n}号文", f"支持专利{n}号。"), number=n, title=f"文件{n}") for n in range(20)])

    def totals(self, shelf: Shelf, cache: Path, *queries: str) -> list[int]:
        index = open_index(shelf, cache)
        found = [index.search(query).total for query in queries]
        index.close()
        return found

    def test_a_new_measure_is_the_only_one_that_is_read(self, many: Shelf, cache: Path, measure):
        self.totals(many, cache)
        many.measures["new.akn"] = measure((None, "支持商标。"), number=99)
        many.read_names.clear()
        assert self.totals(many, cache, "商标", "专利") == [1, 20]
        assert many.read_names == ["new.akn"]
        assert len(builds(cache)) == 2

    def test_a_changed_measure_is_found_as_it_is_now(self, many: Shelf, cache: Path, measure):
        self.totals(many, cache)
        many.measures["cn-0000_act_2024-01-01_0007.akn"] = measure((None, "支持商标。"), number=7, title="改过")
        assert self.totals(many, cache, "商标", "专利", '"7号"') == [1, 19, 1]

    def test_a_measure_that_is_gone_is_found_no_more_and_nothing_is_built(self, many: Shelf, cache: Path):
        self.totals(many, cache)
        many.read_names.clear()
        del many.measures["cn-0000_act_2024-01-01_0007.akn"]
        assert self.totals(many, cache, "专利", '"支持专利7号"') == [19, 0]
        assert many.read_names == []

    def test_a_measure_that_comes_back_is_found_again(self, many: Shelf, cache: Path):
        self.totals(many, cache)
        gone = many.measures.pop("cn-0000_act_2024-01-01_0007.akn")
        self.totals(many, cache)
        many.measures["cn-0000_act_2024-01-01_0007.akn"] = gone
        assert self.totals(many, cache, "专利") == [20]

    def test_a_repealed_measure_is_hidden_at_once(self, many: Shelf, cache: Path):
        self.totals(many, cache)
        many.measures["cn-0000_act_2024-01-01_0007.akn"] = replace(
            many.measures["cn-0000_act_2024-01-01_0007.akn"], status=Status.REPEALED
        )
        assert self.totals(many, cache, "专利", "专利 状态:已废止") == [19, 1]

    def test_many_small_changes_leave_few_segments(self, many: Shelf, cache: Path, measure):
        for number in range(100, 100 + 30):
            many.measures[f"{number}.akn"] = measure((None, f"支持商标{number}。"), number=number)
            assert self.totals(many, cache, "商标") == [number - 99]
            assert len(builds(cache)) <= MERGED_BELOW

    def test_an_unreadable_file_is_not_tried_again_until_it_changes(self, many: Shelf, cache: Path):
        many.read = lambda name: many.read_names.append(name)
        assert self.totals(many, cache, "专利") == [0]
        assert len(many.read_names) == 20
        self.totals(many, cache)
        assert len(many.read_names) == 20

    def test_a_damaged_segment_is_built_anew_and_the_others_stay(self, many: Shelf, cache: Path, measure):
        self.totals(many, cache)
        many.measures["new.akn"] = measure((None, "支持商标。"), number=99)
        self.totals(many, cache)
        small = min(builds(cache), key=lambda folder: (folder / "clauses.jsonl").stat().st_size)
        (small / "clauses.jsonl").write_bytes(b"")
        many.read_names.clear()
        assert self.totals(many, cache, "商标", "专利") == [1, 20]
        assert many.read_names == ["new.akn"]

    def test_long_building_tells_how_far_it_is_and_can_be_stopped(self, measure, cache: Path):
        shelf = Shelf([measure((None, "专利。"), number=n) for n in range(450)])
        told: list[str] = []

        def stop_at_two_hundred(message: str) -> None:
            told.append(message)
            if "200/450" in message:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            open_index(shelf, cache, stop_at_two_hundred)
        assert len(told) == 2
        told.clear()
        open_index(shelf, cache, told.append).close()
        assert told[1:] == ["正在建检索目录：200/450 件。", "正在建检索目录：400/450 件。"]


def test_several_threads_build_and_search_at_once(five: Library, cache: Path, counts):
    totals: list[int] = []

    def work() -> None:
        index = open_index(five, cache)
        totals.extend(index.search(query).total for query in ("质押融资", "押融", '"质押融资"'))
        index.close()

    threads = [threading.Thread(target=work) for _ in range(3)]
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


def test_what_a_killed_writer_left_is_swept_away_even_if_nothing_is_new(opened, cache: Path):
    opened()
    (cache / "segment-abc").mkdir()
    (cache / "stray").write_text("")
    assert opened() == []
    assert len(builds(cache)) == 1
    assert not (cache / "stray").exists()


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
