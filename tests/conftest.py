"""What every test stands on: Qt without a screen, and a user's folder of its own."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder that is empty, so that no test sees or touches the real one."""
    folder = tmp_path / "home"
    monkeypatch.setenv("CHENGWEN_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def clipboard() -> Iterator[None]:
    """A clipboard that is empty after the test: what Python put there must not outlive Python."""
    yield
    if "PySide6.QtGui" in sys.modules:
        application = sys.modules["PySide6.QtGui"].QGuiApplication
        if application.instance() is not None:
            application.clipboard().clear()
