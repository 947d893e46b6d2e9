"""The menu of the page: what it offers at the caret, with the keys that the commands have."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from chengwen_desktop.draft.marks import FindingMark
from chengwen_desktop.draft.menu import page_menu
from chengwen_desktop.theme.marks import Severity
from chengwen_templates.checks.passages import Part
from chengwen_templates.structure import find_by_wid


@pytest.fixture
def window(begin, draft_file):
    return begin(draft_file)


@pytest.fixture
def menu(window):
    """The menu in the clause （一）, with a finding at the caret."""
    editor = window.draft.editor
    editor.show_findings([FindingMark("a", Part.TEXT, 0, 6, Severity.ERROR, "引用的条款不存在", "改为第（一）项")])
    editor.go_to("a")
    cursor = editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.Right, cursor.MoveMode.MoveAnchor, 8)
    editor.setTextCursor(cursor)
    made = page_menu(window.draft, window.actions_)
    yield made
    made.close()


def entry(menu: QMenu, words: str):
    return next(action for action in menu.actions() if words in action.text())


def test_what_is_wrong_at_the_caret_comes_first_with_its_fix(menu):
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[:2] == ["引用的条款不存在", "改为第（一）项(&G)"]
    assert not entry(menu, "引用的条款不存在").isEnabled()


def test_no_mnemonic_stands_twice(menu):
    words = [action.text() for action in menu.actions()]
    mnemonics = [word.split("(&")[1][0] for word in words if "(&" in word]
    assert len(mnemonics) > 10
    assert len(set(mnemonics)) == len(mnemonics)


def test_the_number_of_the_clause_is_locked(menu, window):
    entry(menu, "锁定编号").trigger()
    assert find_by_wid(window.documents.session.draft, "a").locked


@pytest.mark.parametrize(("words", "holder"), [("责任分工", "duties"), ("插入引用", "citing")])
def test_dialogs_about_the_clause_open(menu, window, qtbot, words, holder):
    entry(menu, words).trigger()
    qtbot.waitUntil(lambda: getattr(window, holder).dialog is not None)
    getattr(window, holder).dialog.reject()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("undo", "撤销"),
        ("paste_words", "只粘贴文字"),
        ("add", "新的一条"),
        ("remove", "删除这一条"),
        ("heading", "首句作条标"),
        ("lock", "锁定编号"),
        ("duties", "责任分工"),
        ("cite", "插入引用"),
    ],
)
def test_keys_that_were_changed_stand_in_the_menu(window, name, words):
    window.actions_.give_keys(name, [QKeySequence("Ctrl+Alt+F7")])
    menu = page_menu(window.draft, window.actions_)
    assert entry(menu, words).shortcut() == QKeySequence("Ctrl+Alt+F7")
    menu.close()


def test_a_draft_that_is_only_read_offers_no_change(window):
    window.actions_["read_only"].trigger()
    window.draft.editor.go_to("a")
    menu = page_menu(window.draft, window.actions_)
    can = {action.text() for action in menu.actions() if action.text() and action.isEnabled()}
    assert can <= {"复制(&C)", "全选(&A)", "看来源(&S)"}
    menu.close()


def test_the_right_button_opens_it_in_the_window(window, qtbot):
    place = QPoint(200, 200)
    viewport = window.draft.editor.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    assert event.type() == QEvent.Type.ContextMenu
    QApplication.sendEvent(viewport, event)
    shown = QApplication.activePopupWidget()
    assert shown.accessibleName() == "正文的菜单"
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
