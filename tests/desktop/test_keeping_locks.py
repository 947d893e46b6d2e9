"""Two windows on one file: who has it, and what stays of those who are gone."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from chengwen_desktop.home import locks_folder
from chengwen_desktop.keeping import locks
from chengwen_desktop.keeping.locks import Holder
from chengwen_desktop.keeping.neighbour import Neighbour, show_window_of
from chengwen_desktop.keeping.sweeping import sweep_places
from holding import hold


def test_a_file_that_another_process_edits_says_which(tmp_path):
    path = tmp_path / "文稿.akn"
    process = hold(path)
    holder = locks.take(path)
    assert isinstance(holder, Holder)
    assert (holder.process, holder.is_here) == (process.pid, True)
    process.communicate("")
    assert isinstance(locks.take(path), QLockFile)


def test_the_lock_of_a_killed_process_is_taken_over(tmp_path):
    path = tmp_path / "文稿.akn"
    process = hold(path)
    process.kill()
    process.communicate()
    assert locks.beside(path).exists()
    lock = locks.take(path)
    assert isinstance(lock, QLockFile)
    lock.unlock()
    assert not locks.beside(path).exists()


def test_locks_of_dead_processes_are_swept_and_those_of_living_ones_stay(tmp_path):
    dead, living = tmp_path / "a.akn", tmp_path / "b.akn"
    process, other = hold(dead), hold(living)
    process.kill()
    process.communicate()
    sweep_places([dead, living, tmp_path / "gone" / "c.akn"], [tmp_path])
    assert not locks.beside(dead).exists()
    assert locks.beside(living).exists()
    other.communicate("")


def test_the_lock_of_another_machine_is_respected_until_it_is_seized(tmp_path):
    path = tmp_path / "文稿.akn"
    locks.beside(path).write_text("4711\nchengwen\nanother-machine\n\n\n")
    holder = locks.take(path)
    assert holder == Holder(4711, "another-machine")
    assert not holder.is_here
    locks.seize(path)
    assert isinstance(locks.take(path), QLockFile)


def test_where_the_folder_takes_no_lock_it_is_kept_in_the_users_folder():
    path = Path("/proc/文稿.akn")
    lock = locks.take(path)
    assert isinstance(lock, QLockFile)
    assert lock.isLocked()
    assert len(list(locks_folder().iterdir())) == 1
    assert locks.take(path) == Holder(os.getpid(), locks.QSysInfo.machineHostName())


def test_where_no_folder_takes_a_lock_the_file_counts_as_free(home):
    home.write_text("a file where the folder should be")
    lock = locks.take(Path("/proc/文稿.akn"))
    assert isinstance(lock, QLockFile)
    assert not lock.isLocked()


@pytest.mark.usefixtures("qapp")
def test_a_window_is_asked_to_come_to_the_front(qtbot):
    neighbour = Neighbour()
    neighbour.listen()
    with qtbot.waitSignal(neighbour.asked):
        assert show_window_of(os.getpid())
    neighbour.stop()
    assert not show_window_of(os.getpid())
