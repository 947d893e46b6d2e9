"""A window with its library, and a draft to open in it."""

from pathlib import Path
from shutil import copytree

import pytest

from chengwen_desktop.app import make_application, open_window
from chengwen_desktop.garbage import Garbage
from chengwen_desktop.main_window import MainWindow
from chengwen_desktop.search.finder import open_finder
from chengwen_templates.draft import save_draft
from drafts import small_draft
from quiet import left_behind, listening

TIMEOUT = 20_000
SIZE = (1440, 900)
"""Pixels: wide enough for all panes."""


@pytest.fixture(scope="session", autouse=True)
def garbage(qapp):
    """Garbage is looked for as in the program: on this thread, so that no worker deletes what is Qt's."""
    made = Garbage(qapp)
    made.begin()
    return made


@pytest.fixture(scope="session")
def filled_home(tmp_path_factory):
    """A user's folder with the measures that ship and their index, to be copied and not touched."""
    folder = tmp_path_factory.mktemp("filled") / "home"
    open_finder(folder / "library", folder / "index", lambda _: None).close()
    return folder


@pytest.fixture
def begin(qtbot, qapp, home, filled_home):
    """Open a window and wait for its library."""
    opened = []

    def start(file: Path | None = None, *, sample: bool = False, size: tuple[int, int] | None = SIZE) -> MainWindow:
        make_application()
        if not (home / "library").exists():
            copytree(filled_home, home, dirs_exist_ok=True)
        window = open_window(file, sample=sample)
        if size is not None:
            window.resize(*size)
        opened.append(window)
        qtbot.addWidget(window, before_close_func=_forget_changes)
        qtbot.waitUntil(lambda: window.finder is not None, timeout=TIMEOUT)
        if file or sample:
            qtbot.waitUntil(lambda: window.documents.session is not None, timeout=TIMEOUT)
        return window

    yield start
    for window in opened:
        window.tasks.stop()


def _forget_changes(window: MainWindow) -> None:
    window.documents.session = None


@pytest.fixture
def draft_file(tmp_path):
    path = tmp_path / "文稿.akn"
    save_draft(small_draft(), path)
    return path


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item):
    """Fail a test that leaves something behind, or makes Qt warn while it ends."""
    with listening() as said:
        result = yield
        found = left_behind(with_timers="begin" in getattr(item, "fixturenames", ()))
    if said or found:
        pytest.fail("\n".join([*said, *found]), pytrace=False)
    return result
