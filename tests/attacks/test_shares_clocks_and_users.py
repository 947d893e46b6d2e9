"""A library on a network drive: it goes away, clocks are wrong, two people work on it, another program had its index."""

import json
import os
import pickle
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from attacks.attempts import Attempt, Escaped, attempts, everything, nothing_lost, one_line, refused_or, shown
from attacks.reading import DAY
from chengwen_desktop.keeping import backups
from chengwen_index.opening import open_index
from chengwen_library.errors import ChengwenError
from chengwen_library.files import PREFIX, SUFFIX, write_atomically
from chengwen_library.library import Library, file_name
from chengwen_library.model import Status
from chengwen_library.packs import write_pack
from chengwen_library.watch import Watch
from chengwen_templates.draft import load_draft, save_draft
from drafts import small_draft

pytestmark = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # numpy and Whoosh leave broken files open

ID = "/akn/cn-4201/act/0001/c641f724"


@attempts(
    Attempt("add", "adding when the folder has gone", lambda library: library.add(small_draft(), DAY)),
    Attempt("retire", "retiring when the folder has gone", lambda library: library.set_status(ID, Status.REPEALED, DAY)),
    Attempt("remove", "taking out when the folder has gone", lambda library: library.remove(ID)),
    Attempt("restore", "putting back when the folder has gone", lambda library: library.restore(ID, DAY)),
    Attempt("show", "showing a measure when the folder has gone", lambda library: library.measure(ID)),
    Attempt("pack", "packing when the folder has gone", lambda library: write_pack(library, [ID], library.folder.parent / "甲.cwpack")),
    Attempt("list", "listing when the folder has gone", lambda library: library.entries()),
    Attempt("index", "indexing when the folder has gone", lambda library: open_index(library, library.folder.parent / "index").close()),
)  # fmt: skip
def test_a_share_that_goes_away_between_two_steps_is_told(
    attempt: Attempt, library: Library, outcome: Callable[[str], None]
) -> None:
    library.measures()
    away = library.folder.rename(library.folder.with_name("away"))
    before = everything(away)
    outcome(refused_or(lambda: (attempt.made(library) and "done without it") or "nothing there"))
    nothing_lost(before, away)


@attempts(
    Attempt("file", "a file in place of the folder", lambda path: path.write_bytes(b"x")),
    Attempt("loop", "a link to itself in place of the folder", lambda path: path.symlink_to(path)),
    Attempt("dangling", "a link to nowhere in place of the folder", lambda path: path.symlink_to(path.with_name("nowhere") / "x")),
)  # fmt: skip
def test_a_library_whose_folder_is_none_is_told(
    attempt: Attempt, tmp_path: Path, outcome: Callable[[str], None]
) -> None:
    attempt.made(tmp_path / "library")
    library = Library(tmp_path / "library")
    outcome(refused_or(lambda: f"{library.fill() or len(library.entries())} measures"))


FAR = {"the year 1970": 0.0, "the year 1901": -2e9, "the year 2500": 1.67e10, "a day ahead": time.time() + 86400}


@attempts(*(Attempt(name, f"files of {name}, when clocks differ", lambda at=at: at) for name, at in FAR.items()))
def test_files_of_another_clock_are_read_found_and_offered_once(
    attempt: Attempt, library: Library, tmp_path: Path, outcome: Callable[[str], None]
) -> None:
    for path in library.paths():
        os.utime(path, (attempt.made(), attempt.made()))
    index = open_index(library, tmp_path / "index")
    assert index.clause_count > 100
    index.close()
    assert len(library.entries()) == len(Library(library.folder).entries()) == 5
    watch = Watch(library.folder)
    looks = [watch.look() for _ in range(4)]
    assert [len(look) for look in looks] == [0, 5, 0, 0]
    outcome("listed, found, offered once")


@attempts(
    Attempt("back", "a clock that is set back a year", lambda: timedelta(days=-365)),
    Attempt("ahead", "a clock that jumps to the end of all days", lambda: datetime(9999, 12, 31, 23) - datetime(2026, 1, 20, 9)),  # noqa: DTZ001
    Attempt("to-and-fro", "a clock that jumps to and fro forty times", lambda: timedelta(days=3)),
)  # fmt: skip
def test_a_clock_that_jumps_drops_no_backup(attempt: Attempt, tmp_path: Path, outcome: Callable[[str], None]) -> None:
    path, moment = tmp_path / "文稿.akn", datetime(2026, 1, 20, 9)  # noqa: DTZ001
    times = 40 if attempt.name == "to-and-fro" else 1
    kept: set[bytes] = set()
    for turn in range(times * 2):
        content = f"{turn}".encode()
        path.write_bytes(content)
        if backups.keep_former(path, moment + attempt.made() * (turn % 2)) is not None:
            kept.add(content)
    held = {one.file.read_bytes() for one in backups.listed(path)}
    newest = {f"{turn}".encode() for turn in range(times * 2)[-backups.MOST_DAYS :]}
    assert kept & newest <= held
    outcome(f"{len(held)} backups kept")


def test_a_clock_that_jumps_ahead_while_somebody_writes_loses_neither_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "甲.akn"
    path.write_bytes(b"old")
    theirs = tmp_path / f"{PREFIX}{os.getppid()}-x{SUFFIX}"
    theirs.write_bytes(b"half")
    monkeypatch.setattr(time, "time", lambda: 9e9)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


WRITER = """
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from chengwen_library.library import Library
library, name = Library(Path(sys.argv[1])), sys.argv[2]
mine = library.measure(sys.argv[3])
for number in range(15):
    library.add(replace(mine, title=f"{name} {number}"), date(2026, 1, 20))
"""


def test_two_people_who_replace_one_measure_at_once_keep_every_version(library: Library) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(library.folder), name, ID]) for name in ("甲", "乙")]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    titles = [load_draft(version.path).title for version in library.history(ID)] + [library.measure(ID).title]
    missing = {f"{name} {number}" for name in ("甲", "乙") for number in range(15)} - set(titles)
    assert missing == set()
    assert len(titles) == 31


def test_one_who_takes_out_and_puts_back_while_another_indexes_disturbs_nobody(
    library: Library, tmp_path: Path
) -> None:
    script = (
        "import sys\nfrom datetime import date\nfrom pathlib import Path\nfrom chengwen_library.library import Library\n"
        "library = Library(Path(sys.argv[1]))\n"
        "for _ in range(60):\n    library.remove(sys.argv[2])\n    library.restore(sys.argv[2], date(2026, 1, 20))\n"
    )
    other = subprocess.Popen([sys.executable, "-c", script, str(library.folder), ID])
    while other.poll() is None:
        open_index(library, tmp_path / "index").close()
        library.entries()
        library.measures()
    assert other.returncode == 0
    assert library.measure(ID)


def test_a_library_that_is_locked_for_long_is_told_and_nothing_is_written(
    library: Library, monkeypatch: pytest.MonkeyPatch, outcome: Callable[[str], None]
) -> None:
    monkeypatch.setattr("chengwen_library.library._PATIENCE", 0.2)
    script = f"import time\nfrom filelock import FileLock\nwith FileLock({str(library.folder / '.writer.lock')!r}):\n    print('held', flush=True)\n    time.sleep(60)\n"
    holder = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    try:
        with pytest.raises(ChengwenError) as refused:
            library.add(small_draft(), DAY)
    finally:
        holder.kill()
        holder.communicate()
    assert not (library.folder / file_name(small_draft().id)).exists()
    outcome(f"refused: {shown(one_line(refused.value))}")


def test_a_draft_saved_by_two_windows_is_one_of_the_two_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "文稿.akn"
    script = "import sys\nfrom dataclasses import replace\nfrom pathlib import Path\nfrom chengwen_templates.draft import load_draft, save_draft\npath = Path(sys.argv[1])\ndraft = load_draft(path)\nfor _ in range(40):\n    save_draft(replace(draft, title=sys.argv[2] * 2000), path)\n"
    save_draft(small_draft(), path)
    writers = [subprocess.Popen([sys.executable, "-c", script, str(path), name]) for name in "甲乙"]
    while any(writer.poll() is None for writer in writers):
        assert load_draft(path).title in (small_draft().title, "甲" * 2000, "乙" * 2000)
    assert [writer.returncode for writer in writers] == [0, 0]


class Owned:
    """What a hostile pickle makes when it is opened."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, (f"touch {self._place}",)


def seal(cache: Path) -> None:
    """Write the check sums of an index anew, as somebody would who made it."""
    pointer = cache / "current.json"
    table = json.loads(pointer.read_text())
    for segment in table["segments"]:
        for name in segment["sums"]:
            segment["sums"][name] = zlib.crc32((cache / segment["folder"] / name).read_bytes())
    pointer.write_text(json.dumps(table))


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


@attempts(
    Attempt("cut", "a segment cut short by a machine that sealed it", lambda: ("*", cut)),
    Attempt("deep", "names nested a hundred thousand deep, sealed", lambda: ("names.json", lambda file: file.write_text("[" * 100_000))),
    Attempt("columns", "columns that hold objects, sealed", lambda: ("columns.npz", lambda file: file.write_bytes(b"PK\x03\x04" + b"\0" * 99))),
    Attempt("pointer", "a list of segments nested a hundred thousand deep", lambda: ("../current.json", lambda file: file.write_text("[" * 100_000))),
)  # fmt: skip
def test_an_index_that_another_machine_made_and_sealed_is_built_anew(
    attempt: Attempt, library: Library, tmp_path: Path, outcome: Callable[[str], None]
) -> None:
    cache = tmp_path / "index"
    open_index(library, cache).close()
    pattern, harm = attempt.made()
    for folder in [path for path in cache.iterdir() if path.is_dir()]:
        for file in list(folder.glob(pattern)):
            harm(file)
    if attempt.name != "pointer":
        seal(cache)

    def act() -> str:
        index = open_index(library, cache)
        total = index.search("质押融资").total
        index.close()
        return f"answers with {total} clauses"

    outcome(refused_or(act))


def test_a_pickle_put_into_a_sealed_index_is_not_opened(
    library: Library, tmp_path: Path, outcome: Callable[[str], None]
) -> None:
    cache, sign = tmp_path / "index", tmp_path / "owned"
    open_index(library, cache).close()
    for file in cache.rglob("*.toc"):
        content = file.read_bytes()
        start = content.rfind(b"\x80\x05")
        assert b"W3Segment" in content[start:]
        file.write_bytes(content[:start] + pickle.dumps(Owned(sign)))
    seal(cache)
    said = refused_or(lambda: open_index(library, cache).close() or "built anew")
    if sign.exists():
        raise Escaped("the index ran code")
    outcome(said)
