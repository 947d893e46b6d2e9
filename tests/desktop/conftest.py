"""A window with its library, and a draft to open in it."""

from pathlib import Path

import pytest

from chengwen_desktop.app import make_application, open_window
from chengwen_desktop.main_window import MainWindow
from chengwen_templates.draft import save_draft
from drafts import small_draft

TIMEOUT = 20_000


@pytest.fixture
def begin(qtbot, qapp):
    """Open a window and wait for its library."""
    opened = []

    def start(file: Path | None = None, *, sample: bool = False) -> MainWindow:
        make_application()
        window = open_window(file, sample=sample)
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
