"""Copies of unsaved work: whole files of their own, offered only when the program that wrote them is gone."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from chengwen_desktop.home import recovery_folder
from chengwen_desktop.keeping.copies import Presence, read_copy, remove_copy, write_copy
from chengwen_library.akn.write import render_measure
from chengwen_library.errors import UnreadableFile
from chengwen_library.library import read_measure_file
from drafts import small_draft

DIES = """
import os, signal, sys
from pathlib import Path
from chengwen_desktop.keeping.copies import Presence, write_copy
from drafts import small_draft
presence = Presence()
presence.begin()
write_copy(presence.new_file(), small_draft(), Path("/somewhere/文稿.akn"), "文稿.akn")
if sys.argv[1:] == ["live"]:
    print("ready", flush=True)
    sys.stdin.read()
if sys.argv[1:] == ["crash"]:
    import ctypes
    ctypes.string_at(0)
os.kill(os.getpid(), signal.SIGKILL)
"""


def start(*arguments: str) -> subprocess.Popen:
    tests = str(Path(__file__).parent.parent)
    environment = {**os.environ, "PYTHONPATH": tests}
    return subprocess.Popen(
        [sys.executable, "-c", DIES, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        text=True,
    )


@pytest.fixture
def presence():
    made = Presence()
    made.begin()
    yield made
    made.end()


def test_a_copy_says_whose_it_is_and_can_be_opened_like_any_draft(tmp_path):
    file = tmp_path / "a-1.akn"
    path = Path("/a folder/文?>稿--.akn")
    write_copy(file, small_draft(), path, "文?>稿--.akn")
    copy = read_copy(file)
    assert (copy.path, copy.name, copy.draft) == (path, "文?>稿--.akn", small_draft())
    assert abs((datetime.now().astimezone() - copy.at).total_seconds()) < 60
    assert read_measure_file(file) == small_draft()


def test_a_copy_that_has_lost_its_note_is_still_a_draft(tmp_path):
    file = tmp_path / "a-1.akn"
    file.write_bytes(render_measure(small_draft()))
    copy = read_copy(file)
    assert (copy.path, copy.name, copy.draft) == (None, "示例市若干措施", small_draft())


def test_a_broken_copy_is_refused_and_left_where_it_is(presence):
    file = recovery_folder() / "gone-1.akn"
    file.write_bytes(b"<akomaNtoso")
    with pytest.raises(UnreadableFile):
        read_copy(file)
    assert presence.left_behind() == []
    assert file.exists()


def test_the_copy_of_a_killed_program_is_found_by_one_program_only(presence):
    process = start()
    process.communicate()
    (copy,) = presence.left_behind()
    assert copy.draft == small_draft()
    other = Presence()
    other.begin()
    assert other.left_behind() == []
    presence.end()
    assert [found.file for found in other.left_behind()] == [copy.file]
    other.end()


def test_the_copy_of_a_program_that_runs_is_its_own(presence):
    process = start("live")
    assert process.stdout.readline() == "ready\n"
    assert presence.left_behind() == []
    process.communicate("")
    assert len(presence.left_behind()) == 1


def test_our_own_copies_are_not_offered_to_us(presence):
    write_copy(presence.new_file(), small_draft(), None, "文稿")
    assert presence.left_behind() == []


def test_nothing_stays_of_a_program_that_was_killed_without_unsaved_work(presence):
    process = start()
    process.communicate()
    remove_copy(next(recovery_folder().glob("*.akn")))
    presence.crash_reports()
    presence.left_behind()
    presence.end()
    assert list(recovery_folder().iterdir()) == []


def test_what_the_interpreter_wrote_when_it_was_brought_down_is_read_once(presence):
    process = start("crash")
    process.communicate()
    report = presence.crash_reports()
    assert "Segmentation fault" in report or "Fatal Python error" in report
    assert presence.crash_reports() == ""
    assert len(presence.left_behind()) == 1


def test_where_the_folder_cannot_be_written_the_program_runs_all_the_same(home, tmp_path, monkeypatch):
    blocked = tmp_path / "a file"
    blocked.write_text("")
    monkeypatch.setenv("CHENGWEN_HOME", str(blocked))
    presence = Presence()
    presence.begin()
    assert (presence.crash_reports(), presence.left_behind()) == ("", [])
    presence.end()
