"""Starting the window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QIcon
from PySide6.QtWidgets import QApplication

from chengwen_desktop import faults
from chengwen_desktop.garbage import Garbage
from chengwen_desktop.keeping.ending import Ending
from chengwen_desktop.language import speak
from chengwen_desktop.main_window import MainWindow
from chengwen_desktop.theme import current
from chengwen_desktop.theme.plain_style import PlainStyle

START = 2000
"""Milliseconds after which the window is taken to have started."""

TURN = 0.001
"""Seconds after which a thread that computes lets the others have a turn: the window's, and one that searches."""

SUBSTITUTES = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei")
"""Interface fonts with Chinese, the best first."""


def run(file: Path | None, sample: bool) -> int:
    """Open the window with `file`, the sample draft, the draft of last time or nothing; return when it is closed."""
    faults.start_log()
    application = make_application()
    garbage = Garbage(application)
    window = open_window(file, sample=sample)
    faults.catch(window.keeping.save_at_once, window.keeping.fault_told.emit)
    ending = Ending(application)
    window.keeping.end_with(ending)
    application.aboutToQuit.connect(window.keeping.save_at_once)
    QTimer.singleShot(START, garbage.begin)
    status = application.exec()
    window.tasks.stop()
    ending.stop()
    return status


def open_window(file: Path | None, *, sample: bool) -> MainWindow:
    """Show the window and let it begin; library and draft come when they are ready."""
    window = MainWindow()
    window.show()
    window.begin(file, sample=sample)
    return window


def interface_font(given: QFont) -> QFont:
    """Return the system's interface font; where it has no Chinese, one that has, in the same size.

    Left to itself Qt would take the next best glyphs, which may be those of Japanese.
    """
    chinese = QFontDatabase.WritingSystem.SimplifiedChinese
    if chinese in QFontDatabase.writingSystems(QFontInfo(given).family()):
        return given
    known = set(QFontDatabase.families(chinese))
    family = next((family for family in SUBSTITUTES if family in known), None)
    if family is None:
        return given
    made = QFont(given)
    made.setFamily(family)
    return made


def make_application() -> QApplication:
    """Return the application in our style, which speaks the language that was chosen."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    sys.setswitchinterval(TURN)
    application.setApplicationName("chengwen")
    application.setApplicationDisplayName("")
    application.setDesktopFileName("chengwen")
    application.setWindowIcon(QIcon(str(Path(current.__file__).with_name("program.svg"))))
    application.setStyle(PlainStyle())
    application.setFont(interface_font(application.font()))
    from chengwen_desktop.settings import Settings

    settings = Settings()
    speak(application, settings.language)
    current.apply(settings.appearance)
    return application
