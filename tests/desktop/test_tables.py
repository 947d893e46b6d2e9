"""任务分工、指标和来源: the tables of the draft on the screen, as they are exported, following what is written."""

from datetime import date

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from chengwen_desktop import dialogs
from chengwen_desktop.draft.lines import Part
from chengwen_desktop.tables.sheets import Sheet, cell_words, sheets
from chengwen_desktop.tables.table import SheetTable, shared_out
from chengwen_library.places import places
from chengwen_templates.comparison_table.content import Table
from chengwen_templates.tables.document import tables_document
from drafts import small_draft

TIMEOUT = 20_000
RESPONSIBLE = "（牵头单位：市科技局；责任单位：市财政局）"


@pytest.fixture
def window(begin, qtbot):
    """A window on the sample draft with its tables beside it."""
    made = begin(sample=True)
    made.actions_["tables"].trigger()
    shown = made.tables.window
    qtbot.waitUntil(lambda: bool(shown.pages[2].table.sheet.rows), timeout=TIMEOUT)
    return made


def words_of(table: SheetTable) -> list[tuple[str, ...]]:
    return [cell_words(row) for row in table.sheet.rows]


def center(table: SheetTable, row: int):
    return table.visualRect(table.model().index(row, 1)).center()


def test_the_tables_on_the_screen_are_those_of_the_document(window):
    draft = window.documents.session.draft
    document = tables_document(draft, window.finder.library.measures(), date.today())  # noqa: DTZ011
    assert tuple(page.table.sheet for page in window.tables.window.pages) == sheets(document)


def test_each_tab_says_how_many_rows_it_has_and_what_the_document_says_above_it(window):
    shown = window.tables.window
    counts = [len(page.table.sheet.rows) for page in shown.pages]
    names = [shown.tabs.tabs.tabText(place) for place in range(3)]
    assert counts[0] > 0
    assert counts[1] == 0
    assert names == [f"任务分工 {counts[0]}", "量化指标", f"来源说明 {counts[2]}"]
    assert "按文稿的责任分工列出" in shown.table.sheet.notes[0][0]


def test_a_click_shows_the_clause_and_enter_goes_there(window, qtbot):
    shown, table = window.tables.window, window.tables.window.table
    by_eid = {place.eid: place.unit.wid for place in places(window.documents.session.draft)}
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=center(table, 2))
    assert window.draft.editor.current_wid == by_eid[table.sheet.rows[2].eid]
    assert shown.table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert window.draft.editor.current_wid == by_eid[table.sheet.rows[3].eid]
    qtbot.waitUntil(window.draft.editor.hasFocus, timeout=TIMEOUT)


def test_the_tables_follow_what_is_written(window, qtbot):
    table = window.tables.window.table
    before = len(table.sheet.rows)
    window.draft.add_unit()
    QTest.keyClicks(window.draft.editor, "A")
    window.draft.editor.insertPlainText(f"保护专利。开展保护。{RESPONSIBLE}")
    qtbot.waitUntil(lambda: len(table.sheet.rows) == before + 1, timeout=TIMEOUT)
    assert any("市科技局" in words[2] and "市财政局" in words[3] for words in words_of(table))


def test_selected_rows_are_copied_for_a_spreadsheet(window):
    table = window.tables.window.table
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=center(table, 0))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, center(table, 1))
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [tuple(line.split("\t")) for line in lines] == words_of(table)[:2]
    assert window.tables.window.words.text() == "已复制 2 行"


def test_the_document_is_written_where_one_says_with_the_rows_that_show(window, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "三张表.docx"
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: path)
    shown = window.tables.window
    shown.export_button.click()
    qtbot.waitUntil(lambda: "已导出" in shown.words.text(), timeout=TIMEOUT)
    told = docx.Document(str(path)).tables
    written = [[tuple(cell.text for cell in row.cells) for row in table.rows[1:]] for table in told]
    assert written == [words_of(page.table) for page in shown.pages if page.table.sheet.rows]


def test_what_cannot_be_written_is_told_with_another_try(window, qtbot, tmp_path, monkeypatch):
    (tmp_path / "没有的文件夹").write_text("是文件", encoding="utf-8")
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: tmp_path / "没有的文件夹" / "表.docx")
    window.tables.window.export_button.click()
    qtbot.waitUntil(lambda: window.tables.window.words.text() == "没有导出", timeout=TIMEOUT)
    assert window.bar.isVisible()


def test_a_table_without_rows_says_what_would_bring_some(begin, qtbot, draft_file):
    window = begin(draft_file)
    window.actions_["tables"].trigger()
    shown = window.tables.window
    qtbot.waitUntil(lambda: bool(shown.pages[2].table.sheet.rows), timeout=TIMEOUT)
    tasks = shown.pages[0]
    (said,) = [one for one in tasks.findChildren(QLabel) if one.text() == "文稿没有写责任分工。"]
    qtbot.waitUntil(said.isVisible, timeout=TIMEOUT)
    assert not shown.copy_button.isEnabled()
    assert shown.export_button.isEnabled()


def test_nothing_is_made_while_the_window_is_closed_and_it_goes_with_its_draft(window, qtbot):
    shown = window.tables.window
    QTest.keyClick(shown.table, Qt.Key.Key_Escape)
    assert shown.isHidden()
    before = shown.table.sheet
    window.ways.to_clause(before.rows[0].eid)
    window.draft.remove()
    qtbot.wait(700)
    assert shown.table.sheet is before
    window.actions_["tables"].trigger()
    qtbot.waitUntil(lambda: shown.table.sheet is not before, timeout=TIMEOUT)
    window.documents.session.stack.setClean()
    window.actions_["close"].trigger()
    assert shown.isHidden()


def test_a_document_is_cut_at_its_sections():
    document = tables_document(small_draft(), (), date(2026, 3, 5))
    tasks, targets, sources = sheets(document)
    assert tasks == Sheet((("文稿没有写责任分工。", False),))
    assert targets == Sheet((("文稿没有写量化指标。", False),))
    assert [row.eid for row in sources.rows]
    assert sources.table == next(block for block in document.blocks if isinstance(block, Table))


def test_the_caret_goes_to_the_end_for_a_row_about_the_closing(window):
    window.ways.to_clause("closing")
    assert window.draft.editor.current_part is Part.CLOSING


def test_columns_have_the_documents_proportions_and_room_for_their_heads():
    assert shared_out(300, (1.0, 2.0), (50, 50)) == [100, 200]
    assert shared_out(300, (1.0, 9.0), (60, 60)) == [60, 240]
    assert shared_out(100, (1.0, 1.0), (60, 60)) == [60, 60]
