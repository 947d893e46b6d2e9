"""Starting: the style, Qt's own words in Chinese, a font that has Chinese."""

import os
import subprocess
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from chengwen_desktop.app import interface_font, make_application
from chengwen_templates.draft import save_draft
from drafts import small_draft

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from chengwen_desktop import app
shown = []
def look():
    window = next(each for each in QApplication.topLevelWidgets() if each.inherits("QMainWindow"))
    if window.documents.session is None or window.finder is None or not window.isVisible():
        return
    shown.append(window.windowTitle())
    window.close()
made = app.make_application
def watched():
    application = made()
    timer = QTimer(application, interval=20)
    timer.timeout.connect(look)
    timer.start()
    return application
app.make_application = watched
status = app.run(Path(sys.argv[1]) if len(sys.argv) > 1 else None, len(sys.argv) == 1)
print(status, shown)
"""


def start(*arguments: str) -> str:
    answer = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ,
        timeout=60,
    )
    return answer.stdout


def test_a_given_draft_is_opened_and_closing_the_window_ends_the_program(tmp_path):
    path = tmp_path / "文稿.akn"
    save_draft(small_draft(), path)
    assert start(str(path)) == "0 ['文稿.akn[*] — 成文']\n"


def test_the_sample_is_opened_on_a_fresh_machine():
    assert start() == "0 ['示例市促进知识产权转化运用若干措施.akn[*] — 成文']\n"


def test_qts_own_words_are_chinese(qapp):
    make_application()
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_the_interface_font_has_chinese_and_the_size_of_the_systems(qapp):
    given = QFont("a font that is not there", 11)
    chosen = interface_font(given)
    assert chosen.pointSize() == 11
    systems = QFontDatabase.writingSystems(QFontInfo(chosen).family())
    assert QFontDatabase.WritingSystem.SimplifiedChinese in systems


def test_a_font_with_chinese_is_left_alone(qapp):
    family = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)[0]
    assert interface_font(QFont(family, 10)).family() == family


def test_windows_have_the_program_s_icon(qapp):
    picture = make_application().windowIcon().pixmap(64, 64).toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() // 14).name() == "#c8161d"
