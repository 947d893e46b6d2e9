"""Garbage is looked for on the window's thread and on no other."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from chengwen_desktop import garbage
from chengwen_desktop.garbage import Garbage


class Loop:
    """Holds on to itself; `gone` gets the thread that it is deleted on."""

    def __init__(self, gone: list[int]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: gone.append(threading.get_ident()))


@pytest.fixture
def looking(monkeypatch):
    monkeypatch.setattr(garbage, "YOUNG", 20)
    parent = QObject()
    made = Garbage(parent)
    made.begin()
    yield made
    parent.deleteLater()


def test_what_a_worker_leaves_is_deleted_on_the_window_s_thread(looking, qtbot):
    gone: list[int] = []

    def work() -> None:
        for _ in range(50):
            Loop(gone)
        _ = [[] for _ in range(100_000)]  # Python left to itself would look for garbage here

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert gone == []
    qtbot.waitUntil(lambda: len(gone) == 50)
    assert set(gone) == {threading.get_ident()}


def test_python_does_not_look_by_itself(looking):
    assert not gc.isenabled()
