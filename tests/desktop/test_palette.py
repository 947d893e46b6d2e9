"""Ctrl+K: commands, clauses, the library and settings are found by words, initials and numbers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from chengwen_desktop.main_window import MainWindow
from chengwen_desktop.palette.entries import Entry, Group
from chengwen_desktop.palette.initials import sounds
from chengwen_desktop.palette.matching import Rank, asked, find, first_of_late, match_entry
from chengwen_desktop.palette.model import HEAD, MATCH

TIMEOUT = 20_000


def entry(words: str, group: Group = Group.COMMANDS, mark: str = "", body: str = "", **more) -> Entry:
    return Entry(more.pop("name", words), group, words, lambda: None, mark=mark, body=body, **more)


def listed(window: MainWindow) -> list:
    rows = window.command_palette.pane.rows
    return [found for row in range(rows.rowCount()) if (found := rows.index(row).data(MATCH))]


def heads(window: MainWindow) -> list[str]:
    rows = window.command_palette.pane.rows
    return [words for row in range(rows.rowCount()) if (words := rows.index(row).data(HEAD))]


def open_palette(window: MainWindow, qtbot):
    qtbot.waitUntil(lambda: window.isActiveWindow(), timeout=TIMEOUT)
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    pane = window.command_palette.pane
    qtbot.waitUntil(lambda: pane.isVisible() and pane.field.hasFocus(), timeout=TIMEOUT)
    return pane


@pytest.mark.parametrize(
    ("words", "initials"),
    [
        ("责任分工", "zrfg"),
        ("导出公文", "dcgw"),
        ("检索先例", "jsxl"),
        ("版式预览", "bsyl"),
        ("鄂州东莞武汉成都广西", "ezdgwhcdgx"),
        ("阿啊座做", "aazz"),
        ("印发 PDF 2份", "yfpdf2f"),
    ],
)
def test_initials_follow_the_order_of_gb2312(words, initials):
    assert [letters[0] for _, letters in sounds(words)] == list(initials)


def test_both_readings_of_a_character_are_known():
    row = entry("调整长度")
    assert match_entry(row, asked("tzcd")).rank is Rank.INITIALS
    assert match_entry(row, asked("dzcd")).rank is Rank.INITIALS
    assert match_entry(row, asked("xzcd")) is None


def test_a_beginning_comes_before_words_inside_and_those_before_initials_and_these_before_the_text():
    rows = [
        entry("落实", Group.CLAUSES, "（三）", "压实责任"),
        entry("补写责任分工"),
        entry("责任单位"),
    ]
    ranks = [match.rank for _, group in find(rows, asked("责任")) for match in group]
    assert ranks == [Rank.BEGINNING, Rank.INSIDE, Rank.TEXT]
    found = [
        (match.entry.words, match.rank) for _, group in find([*rows, entry("ZR1 表")], asked("zr")) for match in group
    ]
    assert found == [("ZR1 表", Rank.BEGINNING), ("补写责任分工", Rank.INITIALS), ("责任单位", Rank.INITIALS)]


@pytest.mark.parametrize("typed", ["6", "六", "（六）", "(六)", "第六条"])
def test_a_number_means_the_clause_in_all_its_writings(typed):
    rows = [entry("推进质押融资", Group.CLAUSES, "（六）"), entry("设立资金", Group.CLAUSES, "（七）")]
    assert [match.entry.mark for _, group in find(rows, asked(typed)) for match in group] == ["（六）"]


def test_the_mark_itself_comes_before_other_marks_of_the_number():
    rows = [entry("提升", Group.CLAUSES, "一、"), entry("构建", Group.CLAUSES, "（一）")]
    assert [match.entry.mark for _, group in find(rows, asked("（一）")) for match in group] == ["（一）", "一、"]


def test_all_words_must_be_there_and_what_was_meant_is_marked():
    row = entry("导出条文对照表")
    assert match_entry(row, asked("导出 对照")).places == {0, 1, 4, 5}
    assert match_entry(row, asked("导出 预览")) is None


def test_a_first_character_narrows_the_list_down():
    rows = [entry("责任"), entry("责任", Group.CLAUSES, "（一）")]
    assert [group for group, _ in find(rows, asked("> 责任"))] == [Group.COMMANDS]
    assert [group for group, _ in find(rows, asked("＃责任"))] == [Group.CLAUSES]


def test_what_was_used_of_late_comes_first_and_once():
    rows = [entry("甲"), entry("乙"), entry("丙")]
    groups = first_of_late(rows, ["丙", "没有了", "乙"])
    assert [(group, [match.entry.words for match in found]) for group, found in groups] == [
        (Group.RECENT, ["丙", "乙"]),
        (Group.COMMANDS, ["甲"]),
    ]


def test_a_command_is_done_by_keys_alone_and_comes_first_the_next_time(begin, qtbot, draft_file):
    window = begin(draft_file)
    pane = open_palette(window, qtbot)
    qtbot.keyClicks(pane.field, "bsyl")
    assert pane.match.entry.words == "版式预览"
    qtbot.keyClick(pane.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.frame.view.name == "PREVIEW", timeout=TIMEOUT)
    assert pane.isHidden()
    assert window.settings.commands_of_late[0] == "preview"
    open_palette(window, qtbot)
    assert heads(window)[0] == "最近用过"
    assert listed(window)[0].entry.id == "preview"


def test_a_clause_is_gone_to_by_its_number(begin, qtbot, draft_file):
    window = begin(draft_file)
    pane = open_palette(window, qtbot)
    pane.field.setText("（二）")
    clause = pane.match.entry
    assert clause.mark == "（二）"
    qtbot.keyClick(pane.field, Qt.Key.Key_Return)
    units = {unit.wid: unit.num for unit in window.documents.session.draft.walk()}
    qtbot.waitUntil(lambda: units.get(window.draft.editor.current_wid or "") == "（二）", timeout=TIMEOUT)
    assert window.draft.editor.hasFocus()


def test_without_a_draft_a_command_says_that_one_must_be_open_and_does_nothing(begin, qtbot):
    window = begin()
    pane = open_palette(window, qtbot)
    pane.field.setText("另存为")
    assert pane.match.entry.off == "要先打开文稿"
    assert "要先打开文稿" in pane.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.keyClick(pane.field, Qt.Key.Key_Return)
    assert pane.isVisible()


def test_words_can_be_searched_in_the_library_from_there(begin, qtbot):
    window = begin()
    pane = open_palette(window, qtbot)
    pane.field.setText("质押融资")
    assert "在条款库里检索“质押融资”" in [match.entry.words for match in listed(window)]
    qtbot.keyClick(pane.field, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.search.model.rowCount() > 0, timeout=TIMEOUT)
    assert window.search.box.text() == "质押融资"


def test_a_measure_of_the_library_leads_to_its_clauses(begin, qtbot):
    window = begin()
    qtbot.waitUntil(lambda: bool(window.command_palette._measures), timeout=TIMEOUT)
    pane = open_palette(window, qtbot)
    measure = window.command_palette._measures[0]
    pane.field.setText(measure.words)
    assert measure in [match.entry for match in listed(window)]
    measure.run()
    qtbot.waitUntil(lambda: window.search.model.rowCount() > 0, timeout=TIMEOUT)


def test_arrows_pass_over_heads_and_go_round(begin, qtbot, draft_file):
    window = begin(draft_file)
    pane = open_palette(window, qtbot)
    pane.field.setText("条")
    first = pane.match
    qtbot.keyClick(pane.field, Qt.Key.Key_Up)
    assert pane.match is listed(window)[-1]
    qtbot.keyClick(pane.field, Qt.Key.Key_Down)
    assert pane.match is first


def test_esc_closes_it_and_the_focus_is_where_it_was(begin, qtbot, draft_file):
    window = begin(draft_file)
    window.search.box.setFocus()
    pane = open_palette(window, qtbot)
    qtbot.keyClick(pane.field, Qt.Key.Key_Escape)
    assert pane.isHidden()
    assert window.search.box.hasFocus()


def test_while_it_is_open_keys_do_not_reach_the_draft(begin, qtbot, draft_file):
    window = begin(draft_file)
    before = window.documents.session.draft
    pane = open_palette(window, qtbot)
    qtbot.keyClick(
        pane.field, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert window.documents.session.draft == before
    assert pane.isVisible()


def test_nothing_happens_while_an_input_method_composes(begin, qtbot, draft_file):
    window = begin(draft_file)
    pane = open_palette(window, qtbot)
    before = [match.entry.words for match in listed(window)]
    QApplication.sendEvent(pane.field, QInputMethodEvent("zeren", []))
    assert [match.entry.words for match in listed(window)] == before
    qtbot.keyClick(pane.field, Qt.Key.Key_Return)
    assert pane.isVisible()


def test_nothing_found_is_said(begin, qtbot, draft_file):
    window = begin(draft_file)
    pane = open_palette(window, qtbot)
    pane.field.setText("> 没有这种命令")
    assert pane.nothing.isVisible()


def test_three_hundred_commands_and_two_hundred_clauses_are_all_listed(begin, qtbot, draft_file):
    window = begin(draft_file)
    rows = [entry(f"命令{number}") for number in range(300)]
    rows += [entry(f"条款{number}", Group.CLAUSES, "（一）", "正文" * 100) for number in range(200)]
    window.command_palette._entries = rows
    window.command_palette.pane.open()
    assert len(listed(window)) == 500
