"""Precedents beside the draft: similar clauses follow the caret, differences, kept searches, the table, the library."""

from dataclasses import replace
from datetime import date
from threading import Event
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from chengwen_desktop import dialogs, library_watch
from chengwen_desktop.clause.beside import CHANGES
from chengwen_desktop.clause.pane import NO_OWN
from chengwen_desktop.draft.lines import Part
from chengwen_desktop.home import library_folder, searches_file
from chengwen_desktop.main_window import MainWindow
from chengwen_desktop.search.finder import Finder
from chengwen_desktop.search.model import HIT, LISTED
from chengwen_desktop.similar.pane import NO_CLAUSE, TOO_SHORT
from chengwen_desktop.theme import current
from chengwen_index.comparing.similarity import Relation
from chengwen_library.errors import UnwritableFile
from chengwen_library.library import Library
from chengwen_library.model import Form, Measure, Unit

TIMEOUT = 20_000


def similar_to(window: MainWindow, qtbot, wid: str) -> list:
    """Go to a unit with the tab of similar clauses in front, and return what is listed then."""
    pane = window.precedents.similar
    window.precedents.tabs.show_pane(pane)
    window.draft.editor.go_to(wid)
    num = next(unit.num for unit in window.documents.session.draft.walk() if unit.wid == wid)
    qtbot.waitUntil(lambda: pane.list.isVisible() and f"与{num}" in pane.heading._words, timeout=TIMEOUT)
    model = pane.list.rows
    return [model.index(row).data(LISTED) for row in range(model.rowCount())]


def taken(window: MainWindow) -> list[Unit]:
    return [unit for unit in window.documents.session.draft.walk() if unit.provenance]


def differing(window: MainWindow, qtbot) -> None:
    """Show the precedent of a clause whose words were changed as differences."""
    unit = taken(window)[0]
    window.draft.editor.go_to(unit.wid)
    qtbot.keyClicks(window.draft.editor, "AB")
    similar_to(window, qtbot, unit.wid)
    qtbot.waitUntil(
        lambda: window.clause._beside is not None and "AB" in (window.clause._beside.own.heading or ""),
        timeout=TIMEOUT,
    )
    window.clause.differences_button.click()


def test_similar_clauses_follow_the_caret(begin, qtbot):
    window = begin(sample=True)
    first, second = taken(window)[0], taken(window)[5]
    listed = similar_to(window, qtbot, first.wid)
    assert listed[0].relation is Relation.VERBATIM
    assert listed[0].hit.text == first.provenance[0].original
    assert similar_to(window, qtbot, second.wid)[0].hit.text == second.provenance[0].original
    qtbot.waitUntil(lambda: window.clause.clause.text == second.provenance[0].original, timeout=TIMEOUT)
    assert window.clause.alike.text().endswith("文字相同")


def test_a_similar_clause_is_inserted_like_a_hit(begin, qtbot):
    window = begin(sample=True)
    unit = taken(window)[0]
    similar_to(window, qtbot, unit.wid)
    window.precedents.similar.list.setFocus()
    qtbot.waitUntil(lambda: window.clause.clause is not None, timeout=TIMEOUT)
    count = len(taken(window))
    window.actions_["insert"].trigger()
    assert len(taken(window)) == count + 1
    assert window.draft.editor.current_wid not in {None, unit.wid}


def test_a_clause_too_short_and_no_clause_at_all_are_told_apart(begin, qtbot, draft_file):
    window = begin(draft_file)
    pane = window.precedents.similar
    window.precedents.tabs.show_pane(pane)
    window.draft.editor.go_to("a")
    qtbot.waitUntil(lambda: pane.words.text() == TOO_SHORT, timeout=TIMEOUT)
    window.documents.close()
    qtbot.waitUntil(lambda: pane.words.text() == NO_CLAUSE, timeout=TIMEOUT)


def test_nothing_is_looked_for_while_the_tab_is_hidden_or_an_input_method_composes(begin, qtbot, monkeypatch):
    window = begin(sample=True)
    asked = []
    monkeypatch.setattr(Finder, "similar", lambda _, text, own: asked.append(text) or ())
    window.draft.editor.go_to(taken(window)[1].wid)
    qtbot.wait(500)
    assert asked == []
    editor = window.draft.editor
    window.precedents.tabs.show_pane(window.precedents.similar)
    qtbot.waitUntil(lambda: len(asked) == 1)
    editor.go_to(taken(window)[2].wid)
    QApplication.sendEvent(editor, QInputMethodEvent("zhi", []))
    qtbot.wait(500)
    assert len(asked) == 1
    commit = QInputMethodEvent("", [])
    commit.setCommitString("知")
    QApplication.sendEvent(editor, commit)
    qtbot.waitUntil(lambda: len(asked) == 2, timeout=TIMEOUT)
    assert asked[1].startswith("知")


def test_an_answer_for_a_clause_the_caret_has_left_is_dropped(begin, qtbot, monkeypatch):
    window = begin(sample=True)
    go, similar = Event(), Finder.similar
    slow = taken(window)[0]

    def held(finder: Finder, text: str, own: str | None):
        if slow.heading in text:
            go.wait(5)
        return similar(finder, text, own)

    monkeypatch.setattr(Finder, "similar", held)
    window.precedents.tabs.show_pane(window.precedents.similar)
    window.draft.editor.go_to(slow.wid)
    qtbot.wait(500)
    similar_to(window, qtbot, taken(window)[5].wid)
    go.set()
    qtbot.wait(200)
    assert taken(window)[5].num in window.precedents.similar.heading._words


def test_differences_show_what_taking_the_precedent_would_do(begin, qtbot):
    window = begin(sample=True)
    differing(window, qtbot)
    pane = window.clause
    assert pane.shows_differences
    assert (pane.chips.isVisible(), pane.legend.isVisible()) == (True, True)
    assert "AB" in pane.text.toPlainText()
    assert pane.chips._row.count() > 0
    words = [pane.chips._row.itemAt(place).widget().text().split()[0] for place in range(pane.chips._row.count())]
    assert words == [word for word in CHANGES.values() if word in words]
    pane.chips._row.itemAt(0).widget().click()
    assert pane.text.boxed == 0
    pane.full_button.click()
    assert "AB" not in pane.text.toPlainText()
    assert not pane.legend.isVisible()


def test_the_lines_of_differences_are_painted_in_both_themes(begin, qtbot):
    window = begin(sample=True)
    differing(window, qtbot)
    for appearance in (current.Appearance.LIGHT, current.Appearance.DARK):
        current.apply(appearance)
        image = window.clause.text.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        assert current.tokens().delete.lower() in colours(image)
        assert current.tokens().add_bg.lower() in colours(window.clause.legend.grab().toImage())
    current.apply(current.Appearance.LIGHT)


def colours(image: QImage) -> set[str]:
    size = QSize(image.width(), image.height())
    places = (QPoint(x, y) for y in range(size.height()) for x in range(size.width()))
    return {image.pixelColor(place).name() for place in places}


def test_d_changes_between_text_and_differences_and_escape_leads_back(begin, qtbot):
    window = begin(sample=True)
    differing(window, qtbot)
    window.activateWindow()
    window.clause.text.setFocus()
    qtbot.keyClick(window.clause.text, Qt.Key.Key_D)
    assert not window.clause.shows_differences
    window.actions_["differences"].trigger()
    assert window.clause.shows_differences
    qtbot.keyClick(window.clause.text, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.precedents.similar.list


def test_d_counts_before_it_is_known_which_clause_the_caret_is_in(begin, qtbot):
    window = begin(sample=True)
    window.draft.editor.place_caret((Part.TITLE, ""), 0)
    qtbot.waitUntil(lambda: window.precedents._own is None, timeout=TIMEOUT)
    window.search.ask(taken(window)[0].heading)
    qtbot.waitUntil(lambda: window.clause.clause is not None, timeout=TIMEOUT)
    window.activateWindow()
    window.clause.text.setFocus()
    qtbot.keyClick(window.clause.text, Qt.Key.Key_D)
    assert not window.clause.shows_differences
    assert (window.clause.unmarked.isVisible(), window.clause.unmarked.text()) == (True, NO_OWN)
    window.draft.editor.go_to(taken(window)[0].wid)
    qtbot.waitUntil(lambda: window.clause.shows_differences, timeout=TIMEOUT)
    assert not window.clause.unmarked.isVisible()


def test_without_a_draft_there_is_nothing_to_compare_with(begin, qtbot):
    window = begin()
    window.search.ask("质押融资")
    qtbot.waitUntil(lambda: window.clause.clause is not None, timeout=TIMEOUT)
    assert not window.clause.differences_button.isEnabled()
    window.actions_["differences"].trigger()
    assert not window.clause.shows_differences


def test_a_search_is_kept_under_a_name_and_dropped_again(begin, qtbot, monkeypatch):
    window = begin()
    button = window.precedents.keep_button
    assert not button.isEnabled()
    window.search.ask("质押融资")
    qtbot.waitUntil(lambda: button.isEnabled() and window.search.model.rowCount() > 0, timeout=TIMEOUT)
    monkeypatch.setattr(dialogs, "ask_name", lambda *_: "融资的条款")
    button.click()
    assert button.isChecked()
    window.close()
    assert "融资的条款" in searches_file().read_text("utf-8")
    second = begin()
    second.search.repeat(second.precedents.searches.saved[0].question)
    qtbot.waitUntil(lambda: second.precedents.keep_button.isChecked(), timeout=TIMEOUT)
    second.precedents.keep_button.click()
    assert second.precedents.searches.saved == ()
    assert not second.precedents.keep_button.isChecked()


def test_a_search_that_is_not_given_a_name_is_not_kept(begin, qtbot, monkeypatch):
    window = begin()
    window.search.ask("质押融资")
    qtbot.waitUntil(window.precedents.keep_button.isEnabled, timeout=TIMEOUT)
    monkeypatch.setattr(dialogs, "ask_name", lambda *_: None)
    window.precedents.keep_button.click()
    assert not window.precedents.keep_button.isChecked()


def test_the_help_shows_the_query_language_and_tries_an_example(begin, qtbot):
    window = begin()
    window.actions_["query_help"].trigger()
    shown = window.precedents._help
    assert shown.isVisible()
    shown.asked.emit("质押融资 -保险")
    qtbot.waitUntil(lambda: window.search.model.rowCount() > 0, timeout=TIMEOUT)
    hits = [hit for row in range(window.search.model.rowCount()) if (hit := window.search.model.index(row).data(HIT))]
    assert not any("保险" in f"{hit.heading}{hit.text}" for hit in hits if hit.group == "all")
    shown.close()
    qtbot.waitUntil(lambda: window.precedents._help is None)


def test_the_table_is_exported(begin, qtbot, tmp_path, monkeypatch):
    window = begin(sample=True)
    target = tmp_path / "对照.docx"
    asked = []
    monkeypatch.setattr(dialogs, "ask_save", lambda _w, title, path, _k: asked.append((title, path.name)) or target)
    window.actions_["table"].trigger()
    assert window.table.line.isVisible()
    qtbot.waitUntil(lambda: window.status.words.text() == "已导出“对照.docx”", timeout=60_000)
    assert asked == [("导出条文对照表", f"{window.documents.session.draft.title}（条文对照表）.docx")]
    assert not window.table.line.isVisible()
    words = ZipFile(target).read("word/document.xml").decode()
    assert taken(window)[0].heading in words


def test_an_export_of_the_table_that_is_stopped_writes_nothing(begin, qtbot, tmp_path, monkeypatch):
    window = begin(sample=True)
    target = tmp_path / "对照.docx"
    go, candidates = Event(), Finder.candidates

    def slow(finder: Finder, text: str, limit: int):
        go.wait(5)
        return candidates(finder, text, limit)

    monkeypatch.setattr(Finder, "candidates", slow)
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: target)
    window.actions_["table"].trigger()
    window.table.line.stop_button.click()
    go.set()
    qtbot.waitUntil(lambda: window.status.words.text() == "没有导出条文对照表", timeout=TIMEOUT)
    assert not target.exists()
    assert not window.table.line.isVisible()


def test_a_table_that_cannot_be_written_is_told(begin, qtbot, tmp_path, monkeypatch):
    window = begin(sample=True)

    def refuse(*_):
        raise UnwritableFile("没能写入：磁盘已满。")

    monkeypatch.setattr("chengwen_desktop.compare.export.write_table", refuse)
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: tmp_path / "对照.docx")
    window.actions_["table"].trigger()
    qtbot.waitUntil(lambda: window.bar.isVisible(), timeout=TIMEOUT)
    assert window.bar.message.words == "没能写入：磁盘已满。"


@pytest.fixture
def strange():
    text = "建立甲乙丙丁鸿鹄机制，支持企业开展知识产权工作。"
    unit = Unit("u", Form.SECOND, heading="建立鸿鹄机制", heading_mark="。", text=text)
    return replace(Measure(id="/akn/cn-4401/act/2025-01-02/x", title="某市措施", region="广州市"), units=(unit,))


def test_what_comes_into_the_library_and_goes_is_found_and_no_longer_found(begin, qtbot, monkeypatch, strange):
    monkeypatch.setattr(library_watch, "PAUSE", 100)
    window = begin()
    window.search.ask("鸿鹄机制")
    qtbot.waitUntil(lambda: window.search.question.query == "鸿鹄机制")
    library = Library(library_folder())
    library.add(strange, date(2026, 3, 5))
    qtbot.waitUntil(lambda: hit_ids(window) >= {strange.id}, timeout=TIMEOUT)
    library.remove(strange.id)
    qtbot.waitUntil(lambda: strange.id not in hit_ids(window), timeout=TIMEOUT)


def hit_ids(window: MainWindow) -> set[str]:
    model = window.search.model
    return {hit.measure_id for row in range(model.rowCount()) if (hit := model.index(row).data(HIT))}
