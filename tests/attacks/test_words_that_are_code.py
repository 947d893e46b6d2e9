"""Words of files that a window could take for HTML, and texts that a clipboard brings: they are words and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from attacks.attempts import Attempt, Escaped, attempts
from attacks.guard import Guard
from chengwen_desktop import dialogs
from chengwen_desktop.app import make_application, open_window
from chengwen_desktop.widgets import ElidedLabel, label
from chengwen_templates.draft import save_draft
from drafts import small_draft

SIDE = 700
"""Pixels of a picture that nothing plain is as large as."""


@pytest.fixture
def picture(tmp_path: Path) -> str:
    """HTML that would show a file of this machine."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    path = tmp_path / "secret.png"
    assert image.save(str(path))
    return f'<img src="{path.as_uri()}"><b>甲</b>'


def shown(widget: QWidget, qtbot) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    QApplication.processEvents()
    return widget


def in_label(words: str, qtbot) -> QWidget:
    holder = QWidget()
    QVBoxLayout(holder).addWidget(QLabel(words))
    return shown(holder, qtbot)


def in_wrapped_label(words: str, qtbot) -> QWidget:
    made = label(words)
    made.setWordWrap(True)
    return shown(made, qtbot)


def in_elided_label(words: str, qtbot) -> QWidget:
    made = shown(ElidedLabel(), qtbot)
    made.set_words(words)
    QToolTip.showText(QPoint(9, 9), made.toolTip(), made)
    return made


def set_later(words: str, qtbot) -> QWidget:
    made = shown(QLabel("先是平常的话"), qtbot)
    made.setText(words)
    QApplication.processEvents()
    made.adjustSize()
    return made


def in_tooltip(words: str, qtbot) -> QWidget:
    holder = shown(QListWidget(), qtbot)
    item = QListWidgetItem("甲", holder)
    item.setToolTip(words)
    QToolTip.showText(QPoint(9, 9), item.toolTip(), holder)
    assert QToolTip.text() == words
    return holder


def in_message(words: str, qtbot) -> QWidget:
    box = QMessageBox()
    box.setText(words)
    box.setInformativeText(words)
    return shown(box, qtbot)


@attempts(
    Attempt("label", "HTML in a label", in_label),
    Attempt("wrapped", "HTML in a label that wraps", in_wrapped_label),
    Attempt("elided", "HTML in a label that is cut short", in_elided_label),
    Attempt("later", "HTML put into a label that is shown already", set_later),
    Attempt("tooltip", "HTML in a tooltip", in_tooltip),
    Attempt("message", "HTML in a message box", in_message),
)  # fmt: skip
def test_no_words_open_a_file(attempt: Attempt, qapp, qtbot, picture: str, outcome: Callable[[str], None]) -> None:
    make_application()
    widget = attempt.made(picture, qtbot)
    labels = [widget] if isinstance(widget, QLabel) else widget.findChildren(QLabel)
    QApplication.processEvents()
    if (
        any(one.textFormat() is not Qt.TextFormat.PlainText for one in labels)
        or max(one.height() for one in labels) >= SIDE
    ):
        raise Escaped("the words were taken for HTML")
    outcome("shown as it stands")


def html(source: str) -> Callable[[Guard], QMimeData]:
    def made(guard: Guard) -> QMimeData:
        data = QMimeData()
        data.setHtml(source.replace("ADDRESS", guard.address).replace("SECRET", guard.secret.as_uri()))
        return data

    return made


def text(words: str) -> Callable[[Guard], QMimeData]:
    def made(_: Guard) -> QMimeData:
        data = QMimeData()
        data.setText(words)
        return data

    return made


def urls(guard: Guard) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(guard.secret.as_uri()), QUrl(guard.address)])
    return data


def picture_alone(_: Guard) -> QMimeData:
    data = QMimeData()
    data.setImageData(QImage(4000, 4000, QImage.Format.Format_RGB32))
    return data


@attempts(
    Attempt("html", "HTML with a script and pictures of elsewhere", html('<script>fetch("ADDRESS")</script><img src="ADDRESS/a.png"><img src="SECRET"><p>甲</p>')),
    Attempt("urls", "addresses of files", urls),
    Attempt("picture", "a picture of sixty-four megabytes", picture_alone),
    Attempt("controls", "control characters, half characters and a zero byte", text("甲\x00\x1b[2J\ud800乙\u2028丙\u202e")),
    Attempt("lines", "five thousand lines", text("\n".join(f"第{n}行" for n in range(5000)))),
    Attempt("marks", "numbers nested in each other beyond all levels", text("\n".join(["一、甲", "（一）乙", "1.丙", "（1）丁", "①戊"] * 50))),
    Attempt("foreign", "our own format with rubbish in it", lambda guard: foreign(guard)),
)  # fmt: skip
def test_what_a_clipboard_brings_is_words(
    attempt: Attempt, qapp, qtbot, tmp_path: Path, outcome: Callable[[str], None]
) -> None:
    guard = Guard(tmp_path)
    make_application()
    file = tmp_path / "文稿.akn"
    save_draft(small_draft(), file)
    window = open_window(file, sample=False)
    qtbot.addWidget(window)
    try:
        qtbot.waitUntil(lambda: window.documents.session is not None, timeout=30_000)
        editor = window.draft.editor
        editor.go_to("b")
        editor.insertFromMimeData(attempt.made(guard))
        QApplication.processEvents()
        draft = window.documents.session.draft
        save_draft(replace(draft, title="存一次"), file)
        guard.check(str(draft))
        assert "<script" not in str(draft)
        outcome(f"taken as {sum(1 for _ in draft.walk())} units of words")
    finally:
        window.documents.session = None
        window.tasks.stop()
        window.close()
        QGuiApplication.clipboard().clear()
    guard.close()


def foreign(_: Guard) -> QMimeData:
    data = QMimeData()
    data.setData("application/x-chengwen", b"\x80\x04\x95garbage" * 100)
    data.setData('application/x-qt-windows-mime;value="Rich Text Format"', b"{\\rtf1{\\object\\objdata 0105}}" * 100)
    data.setText("甲")
    return data


@pytest.mark.parametrize("name", ["<img src=x>.akn", "a" * 80 + "<b>.akn", "&文&稿.akn"])
def test_the_name_of_a_file_is_words_in_a_question(
    name: str, qapp, qtbot, monkeypatch: pytest.MonkeyPatch, outcome: Callable[[str], None]
) -> None:
    make_application()
    asked: list[QMessageBox] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box) or 0)
    holder = shown(QWidget(), qtbot)
    dialogs.ask_keep(holder, name)
    asked[0].ensurePolished()
    asked[0].show()
    QApplication.processEvents()
    formats = {one.textFormat() for one in asked[0].findChildren(QLabel)}
    asked[0].close()
    assert formats == {Qt.TextFormat.PlainText}
    outcome("shown as it stands")
