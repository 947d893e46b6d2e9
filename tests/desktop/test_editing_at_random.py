"""Whatever is typed in whatever order: the page shows the draft, it can be saved and read again, and all taken back."""

import os
import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from chengwen_desktop.draft.lines import lines
from chengwen_desktop.draft.moving import Drop, drop_place
from chengwen_desktop.draft.pane import DraftPane
from chengwen_desktop.draft.rewriting import Splice
from chengwen_desktop.draft.session import Session
from chengwen_desktop.find.matching import Question, spans
from chengwen_desktop.origins import Origins
from chengwen_library.akn.read import parse_measure
from chengwen_library.akn.write import render_measure
from chengwen_library.model import Form
from chengwen_templates.draft import new_unit, renumbered
from drafts import small_draft

STEPS = 120
OPERATIONS = 200
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


def paste(pane: DraftPane, chance: random.Random) -> None:
    texts = (
        "（一）开放许可。支持高校。\n（二）风险补偿。设立资金。",
        "一、总体要求\n（一）目标。分三步。",
        "两行\n文字",
        "词",
    )
    QGuiApplication.clipboard().setText(chance.choice(texts))
    chance.choice([pane.editor.paste, pane.editor.paste, pane.editor.paste_words, pane.editor.cut])()


def replace_all(pane: DraftPane, chance: random.Random) -> None:
    question = Question(chance.choice(["。", "（", "保护", "支?", "条*"]), wildcards=True)
    words = chance.choice(["", "新", "第（一）项", "。"])
    edits = {line.key: [Splice(*span, words) for span in spans(line.text, question)] for line in pane.editor.lines}
    pane.replace_words(edits, "全部替换")


def drag(pane: DraftPane, chance: random.Random) -> None:
    wids = [unit.wid for unit in pane.measure.walk()]
    if wids:
        wid, target = chance.choice(wids), chance.choice([*wids, None])
        pane.move_to(wid, drop_place(pane.measure, wid, target, chance.choice(list(Drop))))


def operation(pane: DraftPane, chance: random.Random, qtbot) -> None:
    move(pane, chance)
    match chance.randrange(10):
        case 0 | 1 | 2:
            qtbot.keyClick(pane.editor, chance.choice(KEYS))
        case 3:
            compose(pane, chance)
        case 4:
            pane.insert(new_unit(Form.SECOND, "插入的条", "按照本措施第（一）项执行。"), "插入")
        case 5:
            paste(pane, chance)
        case 6:
            replace_all(pane, chance)
        case 7:
            drag(pane, chance)
        case _:
            chance.choice(
                [lambda: pane.shift(1), lambda: pane.shift(-1), pane.toggle_heading, pane.toggle_lock, pane.remove]
            )()


def shown(pane: DraftPane) -> list[str]:
    document = pane.editor.document()
    return [document.findBlockByNumber(number).text() for number in range(document.blockCount())]


def open_pane(qtbot) -> DraftPane:
    pane = DraftPane(Origins())
    qtbot.addWidget(pane)
    pane.resize(760, 600)
    pane.show()
    return pane


@pytest.mark.parametrize("seed", range(6))
def test_page_and_draft_never_part(qtbot, seed):
    chance = random.Random(seed)
    pane = open_pane(qtbot)
    session = Session(small_draft(), None, pane)
    pane.show_session(session)
    for _ in range(STEPS):
        step(pane, session, chance, qtbot)
        assert shown(pane) == [line.text for line in lines(session.draft)]
        assert renumbered(session.draft) == session.draft
    assert session.stack.count() > STEPS / 8
    assert parse_measure(render_measure(session.draft), "x") == session.draft
    while session.stack.canUndo():
        session.stack.undo()
    assert session.draft == small_draft()


@pytest.mark.parametrize("seed", range(int(os.environ.get("CHENGWEN_SEQUENCES", "3"))))
def test_whatever_is_done_can_be_undone_to_the_start_and_done_again(qtbot, seed):
    chance = random.Random(seed)
    pane = open_pane(qtbot)
    session = Session(small_draft(), None, pane)
    pane.show_session(session)
    states = [session.draft]
    for _ in range(OPERATIONS):
        operation(pane, chance, qtbot)
        del states[session.stack.index() :]
        states.append(session.draft)
        assert len({unit.wid for unit in session.draft.walk()}) == len(list(session.draft.walk()))
    assert shown(pane) == [line.text for line in lines(session.draft)]
    assert parse_measure(render_measure(session.draft), "x") == session.draft
    for state in reversed(states[:-1]):
        session.stack.undo()
        assert session.draft == state
    assert shown(pane) == [line.text for line in lines(small_draft())]
    for state in states[1:]:
        session.stack.redo()
        assert session.draft == state
    assert shown(pane) == [line.text for line in lines(session.draft)]
