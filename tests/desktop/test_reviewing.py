"""审阅: remarks written, listed, resolved by keys and mouse; a draft opened for remarks alone."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from chengwen_desktop.exporting import exporter
from chengwen_desktop.exporting.choices import Choices, Kind
from chengwen_desktop.exporting.dialog import Order
from chengwen_desktop.main_window import MainWindow
from chengwen_desktop.settings import Settings
from chengwen_library.model import Opinion, TextPart
from chengwen_templates.draft import load_draft, move_unit, remove_unit
from drafts import small_draft

Key = Qt.Key
Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(begin, qtbot, draft_file):
    window = begin(draft_file)
    window.activateWindow()
    window.draft.editor.go_to("b")
    window.draft.editor.setFocus()
    return window


def draft_of(window: MainWindow):
    return window.documents.session.draft


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def write(window, qtbot, words: str, opinion: int = 0) -> None:
    """Write a remark on the clause with the caret: Ctrl+M, the verdict, the words, Ctrl+Enter."""
    window.draft.editor.setFocus()
    press(qtbot, Key.Key_M, Ctrl)
    form = window.reviewing.pane.form
    click(qtbot, form.opinions[opinion])
    form.text.setFocus()
    form.text.insertPlainText(words)  # as an input method commits
    press(qtbot, Key.Key_Return, Ctrl)


def listed(window) -> list[str]:
    return [one.remark.text for one in window.reviewing.pane.list.all_listed]


def tab_name(window) -> str:
    tabs = window.precedents.tabs.tabs
    return tabs.tabText(2)


def test_a_remark_is_written_resolved_opened_again_and_taken_out_and_all_of_it_undone(window, qtbot):
    pane = window.reviewing.pane
    write(window, qtbot, "列明时限。", opinion=2)
    remark = draft_of(window).remarks[0]
    assert (remark.target, remark.opinion, remark.text, remark.about) == (
        "b",
        Opinion.CHANGE,
        "列明时限。",
        "（二）盘活存量",
    )
    assert not pane.form.isVisible()
    assert window.draft.editor.hasFocus()
    assert (listed(window), tab_name(window)) == (["列明时限。"], "审阅意见 1")
    assert window.status.words.text() == "已写下对（二）盘活存量的意见，Ctrl+Z 撤销"

    click(qtbot, pane.settle_button)
    assert (listed(window), tab_name(window)) == ([], "审阅意见")
    assert pane.nothing.text() == "1 条意见都处理了。"
    click(qtbot, pane.all_button)
    assert pane.settle_button.text() == "重新打开"
    click(qtbot, pane.settle_button)
    assert draft_of(window).remarks == (remark,)
    pane.list.setFocus()
    press(qtbot, Key.Key_Delete)
    assert draft_of(window) == small_draft()

    steps = ["删除意见", "重新打开意见", "处理意见", "写意见"]
    for step in steps:
        assert window.undoing.stack.undoText() == step
        press(qtbot, Key.Key_Z, Ctrl)
    assert draft_of(window) == small_draft()
    assert not window.isWindowModified()


def test_the_remark_is_kept_in_the_file_and_stays_with_its_clause(window, qtbot, draft_file):
    write(window, qtbot, "写具体。", opinion=1)
    press(qtbot, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(qtbot, Key.Key_S, Ctrl)
    kept = load_draft(draft_file)
    assert [(one.target, one.opinion) for one in kept.remarks] == [("b", Opinion.AGREE)]
    assert window.reviewing.pane.list.listed.place == "（一）盘活存量"


def test_the_form_asks_for_other_wording_only_where_something_is_to_be_changed(window, qtbot):
    form = window.reviewing.pane.form
    press(qtbot, Key.Key_M, Ctrl)
    assert (form.isVisible(), form.text.hasFocus(), form.proposal.isVisible()) == (True, True, False)
    assert not form.agree_button.isEnabled()
    click(qtbot, form.opinions[2])
    assert form.proposal.isVisible()
    form.proposal.setPlainText("开展全面盘点。")
    form.who.setText("法规科")
    click(qtbot, form.agree_button)
    remark = draft_of(window).remarks[0]
    assert (remark.text, remark.proposal, remark.who) == ("", "开展全面盘点。", "法规科")


def test_nobodys_name_is_assumed_and_the_one_given_is_proposed_the_next_time(window, qtbot):
    form = window.reviewing.pane.form
    press(qtbot, Key.Key_M, Ctrl)
    assert form.who.text() == ""
    form.text.setPlainText("甲")
    form.who.setText("法规科")
    form.who.setFocus()
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_M, Ctrl)
    assert form.who.text() == "法规科"
    assert Settings().review_who == "法规科"


def test_what_was_begun_is_there_again_after_esc(window, qtbot):
    form = window.reviewing.pane.form
    press(qtbot, Key.Key_M, Ctrl)
    form.text.setPlainText("写了一半")
    press(qtbot, Key.Key_Escape)
    assert not form.isVisible()
    assert window.draft.editor.hasFocus()
    window.draft.editor.go_to("c")
    press(qtbot, Key.Key_M, Ctrl)
    assert form.text.toPlainText() == ""
    press(qtbot, Key.Key_Escape)
    window.draft.editor.go_to("b")
    window.draft.editor.setFocus()
    press(qtbot, Key.Key_M, Ctrl)
    assert form.text.toPlainText() == "写了一半"
    assert draft_of(window) == small_draft()


def test_a_remark_is_written_anew_in_its_place(window, qtbot):
    write(window, qtbot, "旧意见", opinion=2)
    before = draft_of(window).remarks[0]
    pane = window.reviewing.pane
    pane.list.setFocus()
    press(qtbot, Key.Key_F2)
    assert (pane.form.text.toPlainText(), pane.form.wording.opinion) == ("旧意见", Opinion.CHANGE)
    pane.form.text.setPlainText("新意见")
    press(qtbot, Key.Key_Return, Ctrl)
    after = draft_of(window).remarks
    assert [(one.id, one.text) for one in after] == [(before.id, "新意见")]


def test_title_and_closing_have_remarks_too_and_the_list_leads_to_every_place(window, qtbot):
    editor, pane = window.draft.editor, window.reviewing.pane
    for place in ("start", "b", "end"):
        cursor = editor.textCursor()
        if place == "b":
            editor.go_to("b")
        else:
            cursor.movePosition(cursor.MoveOperation.Start if place == "start" else cursor.MoveOperation.End)
            editor.setTextCursor(cursor)
        write(window, qtbot, place)
    assert [one.target for one in draft_of(window).remarks] == [TextPart.TITLE, "b", TextPart.CLOSING]
    for row, expected in enumerate([(None, "title"), ("b", "unit"), (None, "closing")]):
        click_row(pane.list, qtbot, row)
        assert (editor.current_wid, editor.current_part.value) == expected


def click_row(view, qtbot, row) -> None:
    place = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_remark_whose_clause_was_taken_out_says_so(window, qtbot):
    write(window, qtbot, "这条不要。", opinion=3)
    press(qtbot, Key.Key_Delete, Ctrl | Shift)
    one = window.reviewing.pane.list.listed
    assert (one.place, one.is_gone) == ("（二）盘活存量", True)
    spoken = window.reviewing.pane.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken is None or "原条款已删除" in spoken
    assert "原条款已删除" in window.reviewing.pane.list.currentIndex().data()
    click_row(window.reviewing.pane.list, qtbot, 0)
    assert window.status.words.text() == "（二）盘活存量已经不在文稿里"


def test_a_draft_under_review_takes_remarks_and_nothing_else(window, qtbot):
    editor, session = window.draft.editor, window.documents.session
    qtbot.keyClicks(editor, "x")
    changed = session.draft
    window.actions_["read_only"].trigger()
    assert window.reviewing.read_only_link.isVisible()
    editor.setFocus()
    shown = editor.toPlainText()
    qtbot.keyClicks(editor, "abc")
    for key in (Key.Key_Return, Key.Key_Tab, Key.Key_Delete, Key.Key_Backspace):
        press(qtbot, key)
    for name in ("add", "remove", "up", "demote", "heading", "undo"):
        window.actions_[name].trigger()
    assert (session.draft, editor.toPlainText()) == (changed, shown)
    assert window.status.words.text() == "正在只读审阅，文稿没有改动"

    write(window, qtbot, "可以写意见。")
    assert len(session.draft.remarks) == 1
    window.actions_["undo"].trigger()
    assert session.draft == changed
    window.actions_["undo"].trigger()
    assert session.draft == changed

    click(qtbot, window.reviewing.read_only_link)
    assert not window.actions_["read_only"].isChecked()
    window.actions_["undo"].trigger()
    assert session.draft == small_draft()


def test_the_caret_walks_through_a_draft_under_review(window, qtbot):
    window.actions_["read_only"].trigger()
    window.draft.editor.setFocus()
    before = window.draft.editor.textCursor().position()
    press(qtbot, Key.Key_Right)
    assert window.draft.editor.textCursor().position() == before + 1


def test_another_draft_is_opened_for_writing(window, qtbot, tmp_path):
    write(window, qtbot, "意见")
    window.documents.save()
    window.actions_["read_only"].trigger()
    window.documents.close()
    assert not window.actions_["read_only"].isChecked()
    assert not window.draft.editor.isReadOnly()
    assert listed(window) == []


def test_remarks_go_along_to_word_as_comments(window, qtbot, tmp_path, monkeypatch):
    write(window, qtbot, "写具体。", opinion=2)
    target = tmp_path / "送审稿.docx"
    monkeypatch.setattr(exporter, "ask_order", lambda *_: Order(target, Kind.WORD, Choices(), remarks=True))
    press(qtbot, Key.Key_E, Ctrl)
    qtbot.waitUntil(target.exists, timeout=20_000)
    comments = list(docx.Document(str(Path(target))).comments)
    assert [one.text for one in comments] == ["意见：修改\n写具体。"]


def test_f6_leads_to_the_remarks_while_they_are_in_front(window, qtbot):
    pane = window.reviewing.pane
    press(qtbot, Key.Key_M, Ctrl | Shift)
    assert pane.write_button.hasFocus()
    assert not window.clause.isVisible()
    write(window, qtbot, "意见")
    for _ in range(4):
        press(qtbot, Key.Key_F6)
        if pane.list.hasFocus():
            break
    assert pane.list.hasFocus()
    press(qtbot, Key.Key_Escape)
    assert window.draft.editor.hasFocus()
    window.actions_["search"].trigger()
    assert window.clause.isVisible()


def test_structure_operations_of_the_window_keep_the_remarks_listed(window, qtbot):
    write(window, qtbot, "甲")
    session = window.documents.session
    session.change("下移", lambda draft: move_unit(draft, "b", -1))
    session.change("删除", lambda draft: remove_unit(draft, "a"))
    assert [one.place for one in window.reviewing.pane.list.all_listed] == ["（一）盘活存量"]
