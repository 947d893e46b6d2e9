"""Whatever is typed in whatever order: the page shows the draft, it can be saved and read again, and all taken back."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from chengwen_desktop.draft.lines import lines
from chengwen_desktop.draft.pane import DraftPane
from chengwen_desktop.draft.session import Session
from chengwen_desktop.origins import Origins
from chengwen_library.akn.read import parse_measure
from chengwen_library.akn.write import render_measure
from chengwen_library.model import Form
from chengwen_templates.draft import new_unit, renumbered
from drafts import small_draft

STEPS = 120
KEYS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_A,
)


def move(pane: DraftPane, chance: random.Random) -> None:
    cursor = pane.editor.textCursor()
    cursor.setPosition(chance.randrange(pane.editor.document().characterCount()))
    if chance.random() < 0.3:
        reach = min(cursor.position() + chance.randrange(12), pane.editor.document().characterCount() - 1)
        cursor.setPosition(reach, QTextCursor.MoveMode.KeepAnchor)
    pane.editor.setTextCursor(cursor)


def compose(pane: DraftPane, chance: random.Random) -> None:
    QApplication.sendEvent(pane.editor, QInputMethodEvent("zhi", []))
    event = QInputMethodEvent("", [])
    event.setCommitString(chance.choice(["知识", "。", "：", "", "（市）"]))
    QApplication.sendEvent(pane.editor, event)


def step(pane: DraftPane, session: Session, chance: random.Random, qtbot) -> None:
    move(pane, chance)
    match chance.randrange(8):
        case 0 | 1 | 2:
            qtbot.keyClick(pane.editor, chance.choice(KEYS))
        case 3 | 4:
            compose(pane, chance)
        case 5:
            pane.insert(new_unit(Form.SECOND, "插入的条", "正文。"), "插入")
        case 6:
            chance.choice([lambda: pane.shift(1), lambda: pane.shift(-1), pane.toggle_heading, pane.remove])()
        case _:
            chance.choice([session.stack.undo, session.stack.redo])()


@pytest.mark.parametrize("seed", range(6))
def test_page_and_draft_never_part(qtbot, seed):
    chance = random.Random(seed)
    pane = DraftPane(Origins())
    qtbot.addWidget(pane)
    pane.resize(760, 600)
    pane.show()
    session = Session(small_draft(), None, pane)
    pane.show_session(session)
    for _ in range(STEPS):
        step(pane, session, chance, qtbot)
        blocks = [
            pane.editor.document().findBlockByNumber(n).text() for n in range(pane.editor.document().blockCount())
        ]
        assert blocks == [line.text for line in lines(session.draft)]
        assert renumbered(session.draft) == session.draft
    assert session.stack.count() > STEPS / 8
    assert parse_measure(render_measure(session.draft), "x") == session.draft
    while session.stack.canUndo():
        session.stack.undo()
    assert session.draft == small_draft()
