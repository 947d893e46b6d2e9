"""对照: the draft's clauses beside their precedents, by keys; 覆盖; what is compared again after an edit."""

from dataclasses import replace
from threading import Event
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QPoint, Qt

from chengwen_desktop import dialogs
from chengwen_desktop.compare import comparer as comparing
from chengwen_desktop.compare.pairs import Filter, changes, next_change
from chengwen_desktop.frame import View
from chengwen_index.comparing.similarity import Relation
from chengwen_library.model import replace_unit

TIMEOUT = 30_000


@pytest.fixture
def compared(begin, qtbot):
    """Open the sample in 对照 and wait until all of it is compared."""
    window = begin(sample=True)
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    pairs = window.compare.pane.list.pairs
    qtbot.waitUntil(lambda: bool(pairs.pairs) and not pairs.waiting, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: window.compare.side.table.rows.rowCount() > 0, timeout=TIMEOUT)
    return window


def listed(window):
    return window.compare.pane.list


def choose(window, fits):
    rows = listed(window).pairs
    row = next(row for row in range(rows.rowCount()) if fits(rows.pair(row)))
    listed(window).setCurrentIndex(rows.index(row))
    return row


def is_adapted(pair):
    return pair.compared.relation is Relation.ADAPTED


def test_every_clause_of_the_draft_stands_beside_its_best_precedent(compared):
    assert compared.frame.view is View.COMPARE
    assert listed(compared).hasFocus() or listed(compared).focusWidget() is None
    pairs = listed(compared).pairs.pairs
    draft = compared.documents.session.draft
    assert {pair.clause.measure.id for pair in pairs} == {draft.id}
    best = [pair.compared.precedents[0].similarity for pair in pairs if pair.compared.precedents]
    assert best == [max(one.similarity for one in pair.compared.precedents) for pair in pairs if pair.precedent]


def test_equal_clauses_are_one_line_until_they_are_unfolded(compared, qtbot):
    row = choose(compared, lambda pair: pair.compared.relation is Relation.VERBATIM)
    before = listed(compared).visualRect(listed(compared).pairs.index(row)).height()
    qtbot.keyClick(listed(compared), Qt.Key.Key_Space)
    after = listed(compared).visualRect(listed(compared).pairs.index(row)).height()
    assert before < 60 < after
    qtbot.keyClick(listed(compared), Qt.Key.Key_Space)
    assert listed(compared).pair.is_folded


def test_arrows_lead_through_the_precedents_of_a_clause_and_through_the_clauses(compared, qtbot):
    row = choose(compared, lambda pair: len(pair.compared.precedents) > 1)
    shown = [listed(compared).pair.precedent.hit.eid]
    qtbot.keyClick(listed(compared), Qt.Key.Key_Right)
    shown.append(listed(compared).pair.precedent.hit.eid)
    assert shown == [one.hit.eid for one in listed(compared).pair.compared.precedents[:2]]
    qtbot.keyClick(listed(compared), Qt.Key.Key_Left)
    assert listed(compared).pair.at == 0
    qtbot.keyClick(listed(compared), Qt.Key.Key_Down)
    assert listed(compared).currentIndex().row() == row + 1


def test_the_numbers_one_to_five_narrow_the_list_down(compared, qtbot):
    pane = compared.compare.pane
    for key, wanted in zip("12345", Filter, strict=True):
        listed(compared).setFocus()
        qtbot.keyClicks(listed(compared), key)
        rows = listed(compared).pairs
        assert pane.filters[wanted].isChecked()
        assert pane.filters[wanted].text().split()[-1] == str(rows.rowCount())
        assert all(rows.pair(row).fits(wanted) for row in range(rows.rowCount()))
    total = sum(int(pane.filters[one].text().split()[-1]) for one in list(Filter)[1:])
    assert total == len(listed(compared).pairs.pairs)


def test_space_frames_the_weightiest_difference_first_and_escape_takes_the_frame_away(compared, qtbot):
    choose(compared, lambda pair: len(changes(pair)) > 1)
    weightiest = changes(listed(compared).pair)[0][0]
    qtbot.keyClick(listed(compared), Qt.Key.Key_Space)
    pair = listed(compared).pair
    assert weightiest in pair.parts[pair.boxed].changes
    qtbot.keyClick(listed(compared), Qt.Key.Key_Escape)
    assert listed(compared).pair.boxed is None


def test_a_chip_leads_to_the_next_difference_of_its_kind(compared, qtbot):
    row = choose(compared, lambda pair: len(changes(pair)) > 1)
    pair = listed(compared).pair
    box = listed(compared).visualRect(listed(compared).pairs.index(row))
    chip = next(spot for spot in listed(compared).cells(pair).spots(pair, box) if spot.what == "change")
    qtbot.mouseClick(listed(compared).viewport(), Qt.MouseButton.LeftButton, pos=chip.rect.center())
    assert listed(compared).pair.boxed == next_change(pair, chip.change)


def test_enter_opens_the_clause_in_the_editor(compared, qtbot):
    choose(compared, lambda pair: pair.clause.unit is not None)
    wid = listed(compared).pair.clause.unit.wid
    qtbot.keyClick(listed(compared), Qt.Key.Key_Return)
    assert compared.frame.view is View.EDIT
    assert compared.draft.editor.current_wid == wid


def test_the_outline_leads_to_the_row_of_a_clause(compared):
    unit = next(pair.clause.unit for pair in reversed(listed(compared).pairs.pairs) if pair.clause.unit)
    compared.outline.opened.emit(unit.wid)
    assert compared.frame.view is View.COMPARE
    assert listed(compared).pair.clause.unit.wid == unit.wid


def test_the_view_begins_at_the_clause_with_the_caret(begin, qtbot):
    window = begin(sample=True)
    unit = [unit for unit in window.documents.session.draft.walk() if unit.heading and unit.text][5]
    window.draft.editor.go_to(unit.wid)
    window.actions_["compare_view"].trigger()
    qtbot.waitUntil(lambda: listed(window).pair is not None, timeout=TIMEOUT)
    assert listed(window).pair.clause.unit.wid == unit.wid


def test_after_an_edit_only_the_changed_clause_is_compared_again(compared, qtbot, monkeypatch):
    asked = []
    plain = comparing.compare_clause
    monkeypatch.setattr(
        comparing, "compare_clause", lambda clause, *rest: asked.append(clause.text) or plain(clause, *rest)
    )
    session = compared.documents.session
    unit = next(pair.clause.unit for pair in listed(compared).pairs.pairs if pair.clause.unit and pair.clause.text)
    changed = replace(unit, text=unit.text + "每年不少于三次。")
    session.change("改写", lambda draft: replace_unit(draft, unit.wid, changed), unit.wid)
    qtbot.waitUntil(lambda: bool(asked), timeout=TIMEOUT)
    pairs = listed(compared).pairs
    qtbot.waitUntil(lambda: not pairs.waiting and compared.compare.pane.line.isHidden(), timeout=TIMEOUT)
    assert len(asked) == 1
    assert asked[0].endswith("每年不少于三次。")


def test_a_stop_keeps_what_was_compared_and_the_rest_can_be_compared_later(begin, qtbot, monkeypatch):
    window = begin(sample=True)
    go, plain = Event(), comparing.compare_clause
    seen = []

    def slow(clause, *rest):
        seen.append(clause)
        if len(seen) > 2:
            go.wait(10)
        return plain(clause, *rest)

    monkeypatch.setattr(comparing, "compare_clause", slow)
    window.actions_["compare_view"].trigger()
    qtbot.waitUntil(lambda: len(seen) > 2, timeout=TIMEOUT)
    window.compare.stop()
    go.set()
    qtbot.waitUntil(window.compare.pane.go_on.isVisible, timeout=TIMEOUT)
    pairs = listed(window).pairs
    assert 0 < pairs.waiting < len(pairs.pairs)
    assert "还有" in window.status.words.text()
    qtbot.mouseClick(window.compare.pane.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not pairs.waiting, timeout=TIMEOUT)
    assert len(seen) == len(pairs.pairs)


def test_coverage_marks_what_precedents_regulate_and_the_draft_does_not(compared, qtbot):
    table = compared.compare.side.table
    missing = [row for row in range(table.rows.rowCount()) if table.rows.index(row, 1).data() == "无"]
    assert missing
    assert all(table.rows.row(table.rows.index(row, 0)).own == 0 for row in missing)
    assert all(table.rows.row(table.rows.index(row, 0)).held_by for row in missing)
    topic = table.rows.index(missing[0], 0).data()
    table.setCurrentIndex(table.rows.index(missing[0], 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert compared.frame.view is View.EDIT
    assert compared.search.box.text() == f"主题:{topic}"
    qtbot.waitUntil(lambda: compared.search.list.hit is not None, timeout=TIMEOUT)
    assert topic in compared.search.list.hit.topics


def test_the_table_is_exported_without_comparing_again(compared, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "对照表.docx"
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: target)
    monkeypatch.setattr(comparing, "compare_clause", lambda *_: pytest.fail("compared again"))
    qtbot.mouseClick(compared.compare.pane.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(target.exists, timeout=TIMEOUT)
    heading = listed(compared).pairs.pairs[1].clause.heading
    assert heading in ZipFile(target).read("word/document.xml").decode()
    qtbot.waitUntil(lambda: "已导出" in compared.status.words.text(), timeout=TIMEOUT)


def test_a_row_says_in_words_what_is_painted(compared):
    row = choose(compared, lambda pair: is_adapted(pair) and bool(pair.parts))
    spoken = listed(compared).pairs.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    pair = listed(compared).pair
    assert (pair.clause.heading or "引言") in spoken
    assert "改写" in spoken
    part = pair.parts[0]
    assert (part.new or part.base) in spoken


def test_what_stands_at_the_top_stays_there_when_rows_above_change_their_height(compared, qtbot):
    listed(compared).verticalScrollBar().setValue(listed(compared).verticalScrollBar().maximum() // 2)
    at = listed(compared).indexAt(QPoint(4, 4))
    before = listed(compared).visualRect(at).top()
    rows = listed(compared).pairs
    rows.change(rows.index(0), lambda pair: replace(pair, is_open=not pair.is_open, at=1))
    assert listed(compared).indexAt(QPoint(4, 4)) == at
    assert listed(compared).visualRect(at).top() == before
