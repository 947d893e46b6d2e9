"""The page: what is typed reaches the draft, and the draft is always what shows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QInputMethodEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip

from chengwen_desktop.draft.lines import Part
from chengwen_desktop.draft.marks import FindingMark
from chengwen_desktop.draft.pane import DraftPane
from chengwen_desktop.draft.session import Session
from chengwen_desktop.draft.sheet import FLASH
from chengwen_desktop.origins import Origins
from chengwen_desktop.theme.marks import Severity
from chengwen_library.model import PageForm
from chengwen_templates.checks.passages import Part as TextPart
from chengwen_templates.structure import find_by_wid
from drafts import small_draft


@pytest.fixture
def pane(qtbot):
    made = DraftPane(Origins())
    qtbot.addWidget(made)
    made.resize(760, 800)
    made.show()
    made.session = Session(small_draft(), None, made)
    made.show_session(made.session)
    made.said_words = []
    made.said.connect(made.said_words.append)
    made.editor.setFocus()
    return made


def at(pane: DraftPane, wid: str, offset: int = 0, select: int = 0) -> None:
    pane.editor.go_to(wid)
    cursor = pane.editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, offset)
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, select)
    pane.editor.setTextCursor(cursor)


def unit(pane: DraftPane, wid: str):
    return find_by_wid(pane.session.draft, wid)


def marks(pane: DraftPane) -> list[str]:
    return [each.num + (each.heading or "") for each in pane.session.draft.walk()]


def shown(pane: DraftPane) -> list[str]:
    return pane.editor.toPlainText().split("\n")


def test_typing_changes_heading_and_text_and_keeps_the_caret(pane, qtbot):
    at(pane, "a", 4)
    qtbot.keyClicks(pane.editor, "x")
    assert unit(pane, "a").heading == "培育专利x"
    at(pane, "a", 6)
    qtbot.keyClicks(pane.editor, "y")
    assert (unit(pane, "a").heading, unit(pane, "a").text) == ("培育专利x", "y建立机制。")
    assert pane.editor.textCursor().positionInBlock() == 7


def test_typing_in_one_paragraph_is_undone_as_one_step(pane, qtbot):
    at(pane, "a", 5)
    qtbot.keyClicks(pane.editor, "abc")
    at(pane, "b", 5)
    qtbot.keyClicks(pane.editor, "d")
    assert pane.session.stack.count() == 2
    pane.session.stack.undo()
    pane.session.stack.undo()
    assert pane.session.draft == small_draft()
    assert shown(pane)[3] == "培育专利。建立机制。"
    pane.session.stack.redo()
    assert unit(pane, "a").text == "abc建立机制。"
    assert shown(pane)[3] == "培育专利。abc建立机制。"


def test_enter_begins_a_new_numbered_unit_whose_first_sentence_is_its_heading(pane, qtbot):
    at(pane, "a", 10)
    qtbot.keyClick(pane.editor, Qt.Key.Key_Return)
    for character in "新条。正文":
        compose(pane, "x")
        compose(pane, "", character)
    assert marks(pane) == [
        "一、提升创造质量",
        "（一）培育专利",
        "（二）新条",
        "（三）盘活存量",
        "二、加强保护",
        "（四）协同保护",
    ]
    assert pane.session.draft.units[0].children[1].text == "正文"


def test_enter_within_the_text_splits_it(pane, qtbot):
    at(pane, "a", 7)
    qtbot.keyClick(pane.editor, Qt.Key.Key_Return)
    first, second, _ = pane.session.draft.units[0].children
    assert (first.text, second.text) == ("建立", "机制。")


def test_enter_on_a_part_begins_its_first_clause(pane, qtbot):
    at(pane, "p2", 4)
    qtbot.keyClick(pane.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(pane.editor, "q")
    assert marks(pane)[3:] == ["二、加强保护", "（三）q", "（四）协同保护"]


def test_backspace_takes_an_empty_unit_away_and_goes_to_the_one_before(pane, qtbot):
    at(pane, "a", 10)
    qtbot.keyClick(pane.editor, Qt.Key.Key_Return)
    qtbot.keyClick(pane.editor, Qt.Key.Key_Backspace)
    assert marks(pane) == marks_of_small_draft()
    assert pane.editor.current_wid == "a"


def marks_of_small_draft() -> list[str]:
    return [each.num + (each.heading or "") for each in small_draft().walk()]


def test_backspace_at_the_head_joins_a_unit_to_the_one_before(pane, qtbot):
    at(pane, "b")
    qtbot.keyClick(pane.editor, Qt.Key.Key_Backspace)
    assert unit(pane, "b") is None
    assert unit(pane, "a").text == "建立机制。盘活存量。开展盘点。"
    assert pane.editor.textCursor().positionInBlock() == len("培育专利。建立机制。")
    assert pane.session.stack.count() == 1
    assert pane.session.stack.undoText() == "合并到上一段"
    pane.session.stack.undo()
    assert pane.session.draft == small_draft()


def test_delete_at_the_end_joins_the_next_unit(pane, qtbot):
    at(pane, "a", 10)
    qtbot.keyClick(pane.editor, Qt.Key.Key_Delete)
    assert unit(pane, "a").text == "建立机制。盘活存量。开展盘点。"


@pytest.mark.parametrize(("wid", "offset", "key"), [("p1", 0, Qt.Key.Key_Backspace), ("c", 10, Qt.Key.Key_Delete)])
def test_preamble_and_closing_stay_by_themselves(pane, qtbot, wid, offset, key):
    at(pane, wid, offset)
    qtbot.keyClick(pane.editor, key)
    assert pane.session.draft == small_draft()


def refer(pane, words: str) -> None:
    pane.session.change("引用", lambda draft: replace(draft, closing=words))


def test_a_reference_goes_with_its_unit_when_one_is_split_or_joined(pane, qtbot):
    refer(pane, "按照本措施第（三）项执行。")
    at(pane, "a", 7)
    qtbot.keyClick(pane.editor, Qt.Key.Key_Return)
    assert pane.session.draft.closing == "按照本措施第（四）项执行。"
    qtbot.keyClick(pane.editor, Qt.Key.Key_Backspace)
    assert pane.session.draft.closing == "按照本措施第（三）项执行。"
    at(pane, "b")
    qtbot.keyClick(pane.editor, Qt.Key.Key_Backspace)
    assert pane.session.draft.closing == "按照本措施第（二）项执行。"


def test_shift_enter_begins_a_line_in_the_same_unit(pane, qtbot):
    at(pane, "a", 7)
    qtbot.keyClick(pane.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert unit(pane, "a").text == "建立\n机制。"
    assert len(marks(pane)) == 5


def test_enter_at_the_head_puts_an_empty_unit_before(pane, qtbot):
    at(pane, "a")
    qtbot.keyClick(pane.editor, Qt.Key.Key_Return)
    assert marks(pane)[1:3] == ["（一）", "（二）培育专利"]
    assert pane.editor.current_wid == "a"


@pytest.mark.parametrize(
    ("key", "kept"),
    [
        (Qt.Key.Key_Delete, "培育开展盘点。"),
        (Qt.Key.Key_Backspace, "培育开展盘点。"),
        (Qt.Key.Key_A, "培育a开展盘点。"),
    ],
)
def test_a_selection_over_several_paragraphs_is_replaced_in_one_step(pane, qtbot, key, kept):
    refer(pane, "按照本措施第（三）项执行。")
    before = pane.session.draft
    at(pane, "a", 2, 14)
    qtbot.keyClick(pane.editor, key)
    assert shown(pane)[3] == kept
    assert pane.session.draft.closing == "按照本措施第（二）项执行。"
    assert pane.session.stack.count() == 2
    pane.session.stack.undo()
    assert pane.session.draft == before


def test_all_can_be_selected_and_taken_out_and_brought_back(pane, qtbot):
    pane.editor.selectAll()
    qtbot.keyClick(pane.editor, Qt.Key.Key_Delete)
    assert (pane.session.draft.title, pane.session.draft.units, pane.session.draft.closing) == (None, (), None)
    assert "Ctrl+Z" in pane.said_words[-1]
    pane.session.stack.undo()
    assert pane.session.draft == small_draft()


def test_what_is_copied_has_the_numbers_as_they_print(pane):
    at(pane, "p1", 0, 19)
    pane.editor.copy()
    assert QGuiApplication.clipboard().text() == "一、提升创造质量\n（一）培育专利。建立机制。\n（二）盘"
    at(pane, "a", 5, 2)
    pane.editor.copy()
    assert QGuiApplication.clipboard().text() == "建立"


def test_clauses_cut_and_pasted_keep_their_origin(pane, qtbot):
    at(pane, "a", 0, 10)
    pane.editor.cut()
    assert "培育专利" not in "".join(shown(pane))
    at(pane, "c", 3)
    pane.editor.paste()
    assert marks(pane)[-2:] == ["（三）协同保护", "（四）培育专利"]
    assert list(pane.session.draft.walk())[-1].provenance == small_draft().units[0].children[0].provenance


def test_numbered_lines_are_pasted_as_units(pane, qtbot):
    before = pane.session.draft
    QGuiApplication.clipboard().setText(
        "（一）开放许可。支持高校。\r\n（二）风险补偿。设立资金。\r\n1.额度不超过十万元。\r\n2.比例不超过三成。"
    )
    at(pane, "a", 4)
    pane.editor.paste()
    assert marks(pane) == [
        *("一、提升创造质量", "（一）培育专利", "（二）开放许可", "（三）风险补偿", "1.", "2."),
        *("（四）盘活存量", "二、加强保护", "（五）协同保护"),
    ]
    assert pane.said_words[-1] == "已粘贴 2 条，Ctrl+Z 撤销"
    assert pane.session.stack.count() == 1
    pane.session.stack.undo()
    assert pane.session.draft == before


def test_a_web_page_is_pasted_as_units_where_its_plain_text_has_no_numbers(pane):
    data = QMimeData()
    data.setHtml("<ol><li>甲</li></ol><p>（一）开放许可。支持高校。</p><p>（二）风险补偿。设立资金。</p>")
    QGuiApplication.clipboard().setMimeData(data)
    at(pane, "b", 3)
    pane.editor.paste()
    assert [mark for mark in marks(pane) if "开放许可" in mark or "风险补偿" in mark]


def test_only_words_are_pasted_if_that_is_wanted(pane):
    QGuiApplication.clipboard().setText("（一）开放许可。\n（二）风险补偿。")
    at(pane, "a", 5)
    pane.editor.paste_words()
    assert unit(pane, "a").text == "（一）开放许可。\n（二）风险补偿。建立机制。"
    assert pane.editor.document().blockCount() == 8


def test_whatever_else_changes_the_page_the_draft_shows_again(pane):
    cursor = QTextCursor(pane.editor.document())
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    assert pane.session.draft == small_draft()
    assert len(shown(pane)) == 8


def test_pasted_lines_stay_in_the_paragraph_as_plain_text(pane, qtbot):
    data = QMimeData()
    data.setHtml("<b>粗</b>")
    data.setText("一行\n二行")
    QGuiApplication.clipboard().setMimeData(data)
    at(pane, "a", 5)
    pane.editor.paste()
    assert unit(pane, "a").text == "一行\n二行建立机制。"
    assert len(shown(pane)) >= 8
    assert pane.editor.document().blockCount() == 8


def compose(pane: DraftPane, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(pane.editor, event)


def test_while_an_input_method_composes_the_draft_does_not_change(pane):
    at(pane, "a", 5)
    compose(pane, "zhi")
    compose(pane, "zhi'chan")
    assert pane.editor.is_composing()
    assert not pane.session.is_dirty
    compose(pane, "", "知产")
    assert unit(pane, "a").text == "知产建立机制。"
    assert pane.session.stack.count() == 1


def test_a_composition_that_is_given_up_leaves_no_trace(pane):
    at(pane, "a", 5)
    compose(pane, "zhi")
    compose(pane, "")
    assert pane.session.draft == small_draft()
    assert not pane.session.is_dirty


def test_a_composition_takes_the_place_of_what_is_selected_once_it_is_final(pane):
    at(pane, "a", 2, 14)
    compose(pane, "zhi")
    compose(pane, "zhi'chan")
    assert pane.session.draft == small_draft()
    compose(pane, "", "知产")
    assert shown(pane)[3] == "培育知产开展盘点。"
    assert pane.session.stack.count() == 1
    pane.session.stack.undo()
    assert pane.session.draft == small_draft()


def test_a_composition_over_a_selection_that_is_given_up_leaves_it_selected(pane):
    at(pane, "a", 2, 14)
    selected = pane.editor.textCursor().selectedText()
    compose(pane, "zhi")
    compose(pane, "")
    assert pane.session.draft == small_draft()
    assert pane.editor.textCursor().selectedText() == selected


def mark_of(wid: str, start: int, end: int, severity: Severity = Severity.ERROR) -> FindingMark:
    return FindingMark(wid, TextPart.TEXT, start, end, severity, "引用的条款不存在", "改为第（一）项")


def test_a_finding_stays_with_its_words_while_one_writes(pane, qtbot):
    pane.editor.show_findings([mark_of("a", 2, 4)])
    at(pane, "a", 8)
    assert pane.editor.finding_at_caret().wid == "a"
    at(pane, "a", 5)
    qtbot.keyClicks(pane.editor, "xyz")
    at(pane, "a", 11)
    assert pane.editor.finding_at_caret() is not None
    at(pane, "a", 6)
    assert pane.editor.finding_at_caret() is None
    at(pane, "a", 10, 2)
    qtbot.keyClick(pane.editor, Qt.Key.Key_Delete)
    at(pane, "a", 10)
    assert pane.editor.finding_at_caret() is None


def test_alt_enter_in_a_finding_asks_for_its_fix(pane, qtbot):
    pane.editor.show_findings([mark_of("a", 2, 4)])
    at(pane, "a", 8)
    with qtbot.waitSignal(pane.editor.fix_asked) as asked:
        qtbot.keyClick(pane.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert asked.args[0].fix_words == "改为第（一）项"
    assert pane.session.draft == small_draft()


def test_the_pointer_on_a_finding_says_what_is_wrong_and_how_it_is_mended(pane):
    pane.editor.show_findings([mark_of("a", 2, 4), mark_of("a", 0, 0, Severity.HINT)])
    at(pane, "a", 8)
    place = pane.editor.cursorRect().center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, pane.editor.viewport().mapToGlobal(place))
    QApplication.sendEvent(pane.editor.viewport(), event)
    assert QToolTip.text() == "引用的条款不存在\nAlt+Enter 改为第（一）项"


def test_a_number_that_is_locked_stays_and_is_let_go_again(pane):
    at(pane, "b")
    pane.toggle_lock()
    at(pane, "a")
    pane.remove()
    assert unit(pane, "b").num == "（二）"
    at(pane, "b")
    pane.toggle_lock()
    assert unit(pane, "b").num == "（一）"
    assert pane.session.stack.undoText() == "解除编号锁定"


def test_tab_lowers_a_unit_and_shift_tab_lifts_it(pane, qtbot):
    at(pane, "b")
    qtbot.keyClick(pane.editor, Qt.Key.Key_Tab)
    assert marks(pane) == ["一、提升创造质量", "（一）培育专利", "1.盘活存量", "二、加强保护", "（二）协同保护"]
    qtbot.keyClick(pane.editor, Qt.Key.Key_Backtab)
    assert pane.session.draft == small_draft()


def test_what_cannot_be_lowered_is_said(pane, qtbot):
    at(pane, "a")
    qtbot.keyClick(pane.editor, Qt.Key.Key_Tab)
    assert "不能降级" in pane.said_words[-1]


def test_units_move_among_their_neighbours_with_the_caret(pane):
    at(pane, "a")
    pane.shift(1)
    assert marks(pane)[1:3] == ["（一）盘活存量", "（二）培育专利"]
    assert pane.editor.current_wid == "a"
    pane.session.stack.undo()
    assert marks(pane) == marks_of_small_draft()


def test_a_removed_unit_comes_back_in_its_place(pane):
    at(pane, "b")
    pane.remove()
    assert marks(pane) == ["一、提升创造质量", "（一）培育专利", "二、加强保护", "（二）协同保护"]
    assert "Ctrl+Z" in pane.said_words[-1]
    pane.session.stack.undo()
    assert pane.session.draft == small_draft()
    assert pane.editor.current_wid == "b"


def test_title_preamble_and_closing_are_written_on_the_page(pane, qtbot):
    cursor = pane.editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    pane.editor.setTextCursor(cursor)
    qtbot.keyClicks(pane.editor, "T")
    cursor.movePosition(QTextCursor.MoveOperation.End)
    pane.editor.setTextCursor(cursor)
    qtbot.keyClicks(pane.editor, "E")
    assert (pane.session.draft.title, pane.session.draft.closing) == ("T示例市若干措施", "本措施自印发之日起施行。E")
    assert pane.editor.current_wid is None


def test_the_keys_for_undo_are_left_to_the_draft(pane, qtbot):
    at(pane, "a", 5)
    qtbot.keyClicks(pane.editor, "x")
    event = QKeySequence(QKeySequence.StandardKey.Undo)[0]
    qtbot.keyClick(pane.editor, event.key(), event.keyboardModifiers())
    assert unit(pane, "a").text == "x建立机制。"


def test_a_mark_in_the_margin_says_where_the_clause_is_from(pane, qtbot):
    at(pane, "a")
    left = pane.editor.document().rootFrame().frameFormat().leftMargin()
    place = QPoint(int(left) - 18, pane.editor.cursorRect().center().y())
    event = QHelpEvent(QEvent.Type.ToolTip, place, pane.editor.viewport().mapToGlobal(place))
    QApplication.sendEvent(pane.editor.viewport(), event)
    assert QToolTip.text() == "照录 鄂州（八），鄂州市监〔2024〕35号，2026年1月12日取用"
    with qtbot.waitSignal(pane.origin_asked) as asked:
        qtbot.mouseClick(pane.editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == ["a"]


def test_the_notice_is_filled_in_above_the_page(pane, qtbot):
    pane.form.unfold(True)
    number = next(entry for entry in pane.form._entries if entry.field.name == "doc_number")
    qtbot.keyClicks(number.focusProxy(), "No. 12")
    assert pane.session.draft.doc_number == "No. 12"
    assert pane.session.stack.count() == 1
    pane.session.stack.undo()
    assert pane.session.draft == small_draft()
    assert number.words() == ""


def entry_of(pane, name):
    return next(entry for entry in pane.form._entries if entry.field.name == name)


def test_what_few_documents_need_is_folded_until_it_is_used(pane, qtbot):
    pane.form.unfold(True)
    secrecy, present = entry_of(pane, "secrecy"), entry_of(pane, "present")
    assert not secrecy.isVisible()
    pane.form.show_rare(True)
    assert secrecy.isVisible()
    assert not present.isVisible()
    pane.form.show_rare(False)
    assert not secrecy.isVisible()
    pane.session.change("密级", lambda draft: replace(draft, notice=replace(draft.notice, secrecy="机密")))
    assert secrecy.isVisible()
    assert secrecy.words() == "机密"


def test_choosing_and_switching_are_steps_that_can_be_undone(pane, qtbot):
    pane.form.unfold(True)
    pane.form.show_rare(True)
    form, annex = entry_of(pane, "page_form"), entry_of(pane, "measure_as_annex")
    form.editor.setCurrentIndex(form.editor.findData("纪要格式"))
    annex.editor.setChecked(True)
    notice = pane.session.draft.notice
    assert (notice.page_form, notice.measure_as_annex) == (PageForm.MINUTES, True)
    assert entry_of(pane, "present").isVisible()
    assert [pane.session.stack.text(place) for place in range(2)] == ["改写公文格式", "改写措施作为附件"]
    pane.session.stack.undo()
    assert not annex.editor.isChecked()
    pane.session.stack.undo()
    assert form.words() == "通用格式"
    assert pane.session.draft == small_draft()


def test_a_secrecy_half_written_is_said_and_taken_once_it_is_whole(pane, qtbot):
    pane.form.unfold(True)
    pane.form.show_rare(True)
    entry = entry_of(pane, "secrecy")
    entry.editor.setFocus()
    entry.editor.textEdited.emit("机")
    assert entry.is_wrong()
    assert pane.session.draft == small_draft()
    entry.editor.textEdited.emit("机密*1年")
    assert not entry.is_wrong()
    assert pane.session.draft.notice.secrecy == "机密★1年"


def test_a_word_that_the_choices_lack_is_kept(pane):
    pane.session.change("急", lambda draft: replace(draft, notice=replace(draft.notice, urgency="特提")))
    assert entry_of(pane, "urgency").words() == "特提"


def test_what_is_no_date_is_said_below_the_field_and_not_taken(pane, qtbot):
    pane.form.unfold(True)
    entry = next(entry for entry in pane.form._entries if entry.field.name == "date")
    qtbot.keyClicks(entry.focusProxy(), "2026")
    assert entry.is_wrong()
    assert pane.session.draft == small_draft()
    qtbot.keyClicks(entry.focusProxy(), "-1-20")
    assert not entry.is_wrong()
    assert (entry.words(), pane.session.draft.notice.date_text) == ("2026-1-20", "2026年1月20日")
    qtbot.keyClick(entry.focusProxy(), Qt.Key.Key_Return)
    assert entry.words() == "2026年1月20日"


def test_the_size_of_the_text_stays_between_80_and_200_percent(pane):
    pane.editor.zoom_to(9)
    assert pane.editor.zoom == 2.0
    pane.editor.zoom_to(0.1)
    assert pane.editor.zoom == 0.8
    assert shown(pane)[3] == "培育专利。建立机制。"


def test_a_clause_that_has_come_in_stands_out_for_a_moment(begin, qtbot, draft_file):
    window = begin(draft_file)
    editor = window.draft.editor

    def ground() -> str:
        block = editor.document().findBlockByNumber(editor.number_of((Part.UNIT, "b")))
        top = editor._spot(block).rect.top()
        return editor.viewport().grab().toImage().pixelColor(4, int(top) + 4).name()

    plain = ground()
    editor.flash("b")
    editor.go_to("a")
    assert ground() != plain
    qtbot.waitUntil(lambda: ground() == plain, timeout=FLASH * 3)
