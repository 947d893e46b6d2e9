"""The window's stories: search, choose, insert, write, take back, save, export; and what goes wrong on the way."""

import errno
import sys
import threading
from threading import Event
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)

from chengwen_desktop import dialogs, faults, home
from chengwen_desktop.exporting import exporter
from chengwen_desktop.exporting.choices import Choices, Kind
from chengwen_desktop.exporting.dialog import Order
from chengwen_desktop.main_window import MainWindow
from chengwen_desktop.search.finder import Finder, Found
from chengwen_desktop.search.model import GROUP, HIT
from chengwen_desktop.search.question import Question
from chengwen_desktop.status_line import SHOWN
from chengwen_index.finding.filters import Filters
from chengwen_index.search import Answer
from chengwen_library.errors import UnwritableFile
from chengwen_templates.draft import load_draft
from drafts import small_draft

TIMEOUT = 20_000


def search(window: MainWindow, qtbot, query: str) -> None:
    window.search.box.setFocus()
    window.search.box.clear()
    window.search.box.insert(query)
    qtbot.waitUntil(lambda: window.search.model.rowCount() > 0, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: window.clause.clause is not None, timeout=TIMEOUT)


def field_of(window: MainWindow, name: str) -> QWidget:
    return next(entry for entry in window.draft.form._entries if entry.field.name == name).focusProxy()


def draft_of(window: MainWindow):
    return window.documents.session.draft


def test_from_a_query_to_an_exported_document(begin, qtbot, draft_file, tmp_path, monkeypatch):
    window = begin(draft_file)
    search(window, qtbot, "质押融资")
    hits = [window.search.model.index(row).data(HIT) for row in range(window.search.model.rowCount())]
    assert all("质押融资" in f"{hit.heading}{hit.text}" for hit in hits if hit and hit.group == "all")
    assert window.clause.clause.text in window.clause.text.toPlainText()

    window.draft.editor.go_to("a")
    window.actions_["insert"].trigger()
    inserted = draft_of(window).units[0].children[1]
    assert (inserted.num, inserted.provenance[0].original) == ("（二）", window.clause.clause.text)
    assert window.draft.editor.current_wid == inserted.wid
    assert window.status.words.text() == "已插入为（二），Ctrl+Z 撤销"
    assert window.isWindowModified()

    qtbot.keyClicks(window.draft.editor, "Q")
    assert draft_of(window).units[0].children[1].heading.startswith("Q")
    window.actions_["undo"].trigger()
    assert draft_of(window).units[0].children[1] == inserted
    window.actions_["undo"].trigger()
    assert draft_of(window) == load_draft(draft_file)
    assert not window.isWindowModified()
    window.actions_["redo"].trigger()

    window.actions_["save"].trigger()
    assert load_draft(draft_file) == draft_of(window)
    assert not window.isWindowModified()
    assert window.status.words.text() == "已保存“文稿.akn”"

    target = tmp_path / "公文.docx"
    monkeypatch.setattr(exporter, "ask_order", lambda *_: Order(target, Kind.WORD, Choices()))
    said = []  # as soon as it is exported it is measured, and that is said next
    window.exporter.measuring.connect(lambda _: said.append(window.status.words.text()))
    window.actions_["export"].trigger()
    qtbot.waitUntil(lambda: said == ["已导出“公文.docx”"], timeout=TIMEOUT)
    assert inserted.heading in ZipFile(target).read("word/document.xml").decode()


def test_the_sample_opens_as_a_new_draft_with_clauses_of_five_measures(begin):
    window = begin(sample=True)
    draft = draft_of(window)
    assert len({unit.provenance[0].measure for unit in draft.walk() if unit.provenance}) == 5
    assert window.windowTitle() == f"{draft.title}.akn[*] — 成文"
    assert not window.isWindowModified()


def test_with_nothing_open_one_can_search_but_not_insert(begin, qtbot):
    window = begin()
    assert window.windowTitle() == "未打开文稿 — 成文"
    assert window.start_page.isVisible()
    search(window, qtbot, "质押融资")
    assert not window.clause.replace_button.isEnabled()
    assert not window.actions_["save"].isEnabled()
    assert not window.actions_["replace_clause"].isEnabled()
    assert window.documents.session is None


def test_the_next_start_opens_the_last_draft(begin, draft_file):
    first = begin(draft_file)
    first.close()
    second = begin()
    assert second.settings.last_file == draft_file
    assert [path.name for path in second.settings.recent] == ["文稿.akn"]


def test_words_found_are_marked_and_groups_say_why_they_are_there(begin, qtbot):
    window = begin()
    search(window, qtbot, "质押融资 风险补偿")
    model = window.search.model
    groups = [model.index(row).data(GROUP).words for row in range(model.rowCount()) if model.index(row).data(GROUP)]
    assert groups[0] == "含全部词"
    assert "含“质押融资”" in groups
    first = model.first_hit().data(HIT)
    assert {first.snippet[start:end] for start, end in first.marks} >= {"质押融资"}


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text().split("\t")[0] == words).trigger()


def hits_of(window: MainWindow) -> list:
    model = window.search.model
    return [hit for row in range(model.rowCount()) if (hit := model.index(row).data(HIT))]


def test_a_region_narrows_the_answer_and_all_widens_it_again(begin, qtbot):
    window = begin()
    search(window, qtbot, "知识产权")
    everything = window.search.model.rowCount()
    chip = window.search.facets.chips["region"]
    chip.fill_menu()
    choose(chip.menu, "鄂州市")
    qtbot.waitUntil(lambda: window.search.model.rowCount() < everything)
    assert {hit.region for hit in hits_of(window)} == {"鄂州市"}
    assert chip.button.text().strip() == "鄂州"
    chip.clear_button.click()
    qtbot.waitUntil(lambda: window.search.model.rowCount() == everything)


def test_nothing_found_is_said_with_ways_out(begin, qtbot):
    window = begin()
    window.search.box.setText('质押融资 "甲乙丙丁"')
    qtbot.waitUntil(lambda: window.search.nothing.isVisible(), timeout=TIMEOUT)
    assert window.clause.clause is None
    _button(window.search, "只查“质押融资”").click()
    qtbot.waitUntil(lambda: window.search.model.rowCount() > 0, timeout=TIMEOUT)


def test_a_limit_that_bars_every_hit_can_be_taken_away(begin, qtbot):
    window = begin()
    window.search.repeat(Question('"先使用后付费"', Filters(region="广西壮族自治区", doc_type="若干措施")))
    qtbot.waitUntil(lambda: window.search.nothing.isVisible(), timeout=TIMEOUT)
    _button(window.search, "去掉“广西”").click()
    qtbot.waitUntil(lambda: window.search.model.rowCount() > 0, timeout=TIMEOUT)
    assert window.search.question.chosen == {"doc_type": "若干措施"}


def _button(parent: QWidget, words: str) -> QAbstractButton | None:
    return next((button for button in parent.findChildren(QAbstractButton) if button.text() == words), None)


class SlowFinder:
    """Answers the query “old” only when it is let go."""

    def __init__(self) -> None:
        self.go = Event()

    def find(self, question: Question) -> Found:
        if question.query == "old":
            self.go.wait(5)
        return Found(question, Answer(question.query, 0, 0.0, (), {}), {})


def test_the_answer_of_an_older_query_never_shows(begin, qtbot, monkeypatch):
    window = begin()
    slow, shown = SlowFinder(), []
    monkeypatch.setattr(window.search, "_say_nothing_found", lambda found: shown.append(found.question.query))
    window.search.use(slow)
    window.search.box.setText("old")
    qtbot.wait(250)
    window.search.box.setText("new")
    qtbot.waitUntil(lambda: shown == ["new"], timeout=TIMEOUT)
    slow.go.set()
    qtbot.wait(100)
    assert shown == ["new"]


def test_a_search_waits_until_one_pauses(begin, qtbot, monkeypatch):
    window = begin()
    asked = []
    found = Found(Question("x"), Answer("x", 0, 0, (), {}), {})
    monkeypatch.setattr(Finder, "find", lambda _, question: asked.append(question.query) or found)
    qtbot.keyClicks(window.search.box, "abc", delay=10)
    qtbot.waitUntil(lambda: bool(asked), timeout=TIMEOUT)
    assert asked == ["abc"]


def test_keys_lead_from_the_box_to_the_hits_and_back(begin, qtbot):
    window = begin()
    window.activateWindow()
    search(window, qtbot, "质押融资")
    qtbot.keyClick(window.search.box, Qt.Key.Key_Return)
    assert window.focusWidget() is window.search.list
    window.search.box.setFocus()
    qtbot.keyClick(window.search.box, Qt.Key.Key_Down)
    assert window.focusWidget() is window.search.list
    qtbot.keyClick(window.search.list, Qt.Key.Key_Return)
    assert window.focusWidget() is window.clause.text
    qtbot.keyClick(window.search.list, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.search.box
    qtbot.keyClick(window.search.box, Qt.Key.Key_Escape)
    assert window.search.box.text() == ""
    assert window.clause.clause is None


def test_success_is_said_for_five_seconds(begin, qtbot, monkeypatch):
    window = begin()
    assert SHOWN == 5000
    window.status._timer.setInterval(50)
    window.status.say("已保存")
    assert window.status.words.text() == "已保存"
    qtbot.waitUntil(lambda: window.status.words.text() == "")


@pytest.mark.parametrize(
    ("answer", "closes", "saved"),
    [(dialogs.Keep.CANCEL, False, False), (dialogs.Keep.DISCARD, True, False), (dialogs.Keep.SAVE, True, True)],
)
def test_closing_asks_about_unsaved_changes(begin, qtbot, draft_file, monkeypatch, answer, closes, saved):
    window = begin(draft_file)
    window.draft.editor.go_to("a")
    qtbot.keyClicks(window.draft.editor, "X")
    monkeypatch.setattr(dialogs, "ask_keep", lambda *_: answer)
    assert window.close() is closes
    assert (load_draft(draft_file) != small_draft()) is saved


def test_closing_does_not_ask_when_nothing_changed(begin, draft_file, monkeypatch):
    window = begin(draft_file)
    monkeypatch.setattr(dialogs, "ask_keep", lambda *_: pytest.fail("asked"))
    assert window.close()


def test_a_draft_without_a_file_asks_where_to_save(begin, tmp_path, monkeypatch):
    window = begin(sample=True)
    asked = []
    target = tmp_path / "新.akn"
    monkeypatch.setattr(dialogs, "ask_save", lambda _w, _t, proposed, _k: asked.append(proposed) or target)
    window.actions_["save"].trigger()
    assert asked[0].name == f"{draft_of(window).title}.akn"
    assert load_draft(target) == draft_of(window)
    assert window.windowTitle().startswith("新.akn")


def test_a_failed_save_is_said_above_the_page_and_loses_nothing(begin, qtbot, draft_file, monkeypatch):
    window = begin(draft_file)
    window.draft.editor.go_to("a")
    qtbot.keyClicks(window.draft.editor, "X")

    def refuse(*_):
        raise UnwritableFile("没能写入“文稿.akn”") from OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("chengwen_desktop.draft.session.write_atomically", refuse)
    window.actions_["save"].trigger()
    assert window.bar.isVisible()
    assert window.bar.message.words == "没能保存：磁盘已满。改动还在备份里，请换个位置保存。"
    assert window.isWindowModified()
    assert load_draft(draft_file) == small_draft()
    _button(window.bar, "关闭").click()
    assert not window.bar.isVisible()


def test_a_file_that_cannot_be_read_is_said_and_the_open_draft_stays(begin, qtbot, draft_file, tmp_path):
    window = begin(draft_file)
    bad = tmp_path / "坏.akn"
    bad.write_bytes(b"<broken")
    window.documents.open(bad)
    qtbot.waitUntil(lambda: window.bar.isVisible(), timeout=TIMEOUT)
    assert "坏.akn" in window.bar.message.words
    assert "Traceback" not in window.bar.message.words
    assert draft_of(window) == load_draft(draft_file)


def test_a_failed_export_is_said(begin, qtbot, draft_file, tmp_path, monkeypatch):
    window = begin(draft_file)
    folder = tmp_path / "占用.docx"
    folder.mkdir()
    monkeypatch.setattr(exporter, "ask_order", lambda *_: Order(folder, Kind.WORD, Choices()))
    window.actions_["export"].trigger()
    qtbot.waitUntil(lambda: window.bar.isVisible(), timeout=TIMEOUT)
    assert "占用" in window.bar.message.words


def test_our_own_fault_goes_into_the_log_and_is_told(begin, monkeypatch):
    window = begin()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(faults, "_catch_qt", lambda _: None)
    monkeypatch.setattr(faults._log, "handlers", [])
    faults.start_log()
    said = []
    faults.catch(lambda: True, said.append)
    error = RuntimeError("boom")
    sys.excepthook(RuntimeError, error, None)
    assert said == [True]
    assert "boom" in home.log_file().read_text("utf-8")
    for handler in faults._log.handlers:
        handler.close()
    window.close()


def test_the_outline_leads_to_the_clause_and_follows_the_caret(begin, draft_file):
    window = begin(draft_file)
    window.actions_["outline"].trigger()
    item = window.outline._items["c"]
    window.outline.clicked.emit(item.index())
    assert window.draft.editor.current_wid == "c"
    window.draft.editor.go_to("b")
    assert window.outline.currentIndex() == window.outline._items["b"].index()


def test_an_origins_mark_shows_its_precedent(begin, qtbot):
    window = begin(sample=True)
    taken = next(unit for unit in draft_of(window).walk() if unit.provenance)
    window.draft.origin_asked.emit(taken.wid)
    qtbot.waitUntil(lambda: window.clause.clause is not None, timeout=TIMEOUT)
    assert window.clause.clause.text == taken.provenance[0].original


def test_panes_are_walked_with_f6(begin, qtbot, draft_file):
    window = begin(draft_file)
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: bool(window.checks.table.findings.rows), timeout=TIMEOUT)
    window.search.box.setFocus()
    seen = []
    for _ in range(4):
        window.actions_["next_pane"].trigger()
        seen.append(window.focusWidget())
    assert seen == [window.outline, window.draft.editor, window.checks.table, window.search.box]


INTERACTIVE = (QAbstractButton, QLineEdit, QTextEdit, QAbstractItemView)
QTS_OWN = ("ScrollLeftButton", "ScrollRightButton", "qt_toolbar_ext_button", "qt_menubar_ext_button")


def test_every_control_has_an_accessible_name(begin, draft_file):
    window = begin(draft_file)
    controls = [child for child in window.findChildren(QWidget) if isinstance(child, INTERACTIVE)]
    assert len(controls) > 30
    nameless = [
        child
        for child in controls
        if not child.accessibleName()
        and child.objectName() not in QTS_OWN
        and not isinstance(child.parent(), QLineEdit)
    ]
    assert [(child, child.parent()) for child in nameless] == []


def test_no_key_means_two_things(begin):
    window = begin()
    keys = [key.toString() for action in window.actions_._by_id.values() for key in action.shortcuts()]
    assert len(keys) > 20
    assert len(keys) == len(set(keys))


def test_no_mnemonic_stands_twice_in_one_menu(begin):
    window = begin()
    menus = [window.menuBar(), *window.menuBar().findChildren(QMenu)]
    assert len(menus) > 4
    for menu in menus:
        letters = [_mnemonic(action.text()) for action in menu.actions() if not action.isSeparator()]
        assert len(letters) == len(set(letters)), menu.actions()[0].text()


def _mnemonic(words: str) -> str:
    assert "(&" in words, words
    return words.split("(&")[1][0]


def test_both_themes_draw_the_whole_window(begin, draft_file, qtbot):
    window = begin(draft_file)
    search(window, qtbot, "质押融资")
    window.actions_["light"].trigger()
    light = window.grab().toImage()
    window.actions_["dark"].trigger()
    dark = window.grab().toImage()
    middle = window.draft.mapTo(window, window.draft.rect().center())
    place = (middle.x(), window.height() - 60)
    assert dark.pixelColor(*place).lightnessF() < 0.3 < 0.7 < light.pixelColor(*place).lightnessF()
    window.actions_["system"].trigger()


def test_shape_and_appearance_are_remembered(begin):
    first = begin()
    first.resize(960, 650)
    first.actions_["dark"].trigger()
    first.close()
    second = begin(size=None)
    assert (second.width(), second.height()) == (960, 650)
    assert second.actions_["dark"].isChecked()
    second.actions_["system"].trigger()


def test_side_panes_do_not_scroll_sideways(begin, draft_file, qtbot):
    window = begin(draft_file)
    window.resize(960, 600)
    search(window, qtbot, "质押融资")
    for area in window.findChildren(QAbstractScrollArea):
        if area.isVisible():
            assert not area.horizontalScrollBar().isVisible(), area.accessibleName()


def test_what_is_folded_in_the_outline_stays_so_while_one_writes(begin, qtbot, draft_file):
    window = begin(draft_file)
    window.outline.collapse(window.outline._items["p1"].index())
    window.draft.editor.go_to("c")
    qtbot.keyClicks(window.draft.editor, "X")
    assert window.outline._items["c"].text() == "（三）X协同保护"
    assert not window.outline.isExpanded(window.outline._items["p1"].index())
    assert window.outline.isExpanded(window.outline._items["p2"].index())


def test_a_clause_that_is_no_unit_of_its_source_can_be_inserted_and_saved(begin, qtbot, draft_file):
    window = begin(draft_file)
    search(window, qtbot, '"国际竞争力的核心要素"')
    assert window.clause.clause.unit is None
    window.draft.editor.go_to("a")
    window.clause.insert_button.click()
    inserted = draft_of(window).units[0].children[1]
    assert (inserted.num, inserted.text) == ("（二）", window.clause.clause.text)
    window.actions_["save"].trigger()
    assert load_draft(draft_file) == draft_of(window)


@pytest.mark.parametrize("where", ["page", "box", "form"])
def test_every_key_works_wherever_the_focus_is(begin, qtbot, draft_file, where):
    window = begin(draft_file)
    qtbot.keyClicks(window.draft.editor, "x")
    window.draft.form.unfold(True)
    window.activateWindow()
    places = {"page": window.draft.editor, "box": window.search.box, "form": field_of(window, "doc_number")}
    seen = []
    asked = {}
    for name, action in window.actions_._by_id.items():
        action.triggered.disconnect()
        action.setEnabled(True)
        action.triggered.connect(lambda _checked=False, name=name: seen.append(name))
        asked.update({key.toString(): (name, key[0]) for key in action.shortcuts()})
    for _name, combination in asked.values():
        places[where].setFocus()
        qtbot.keyClick(places[where], combination.key(), combination.keyboardModifiers())
    assert seen == [name for name, _ in asked.values()]


def test_a_way_on_in_the_status_bar_goes_with_its_draft(begin, draft_file):
    window = begin(draft_file)
    window.status.say("量过", "看导出报告", lambda: None)
    window.actions_["close"].trigger()
    assert window.status.way is None
