"""条款库: measures in groups, their clauses, what can be done with a measure, and a library with nothing in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from chengwen_desktop import home
from chengwen_desktop.library_pane import desk
from chengwen_desktop.library_pane.grouping import Grouping, fitting, groups, in_order
from chengwen_desktop.library_pane.model import PAGE, LibraryModel, More
from chengwen_index.holdings import Held, Holdings
from chengwen_library.library import Library
from chengwen_library.model import Clause, Status

TIMEOUT = 30_000


@pytest.fixture
def shown(begin, qtbot):
    """Open a window with 条款库 at the left."""
    window = begin()
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: window.library.pane.rows.rowCount() > 0, timeout=TIMEOUT)
    return window


def rows_of(window):
    return window.library.pane.rows


def open_measure(window, qtbot, group=0):
    """Unfold a group and its first measure by keys; return the place of the measure."""
    tree, rows = window.library.pane.tree, rows_of(window)
    tree.setFocus()
    tree.setCurrentIndex(rows.index(group))
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    place = rows.index(0, 0, rows.index(group))
    tree.setCurrentIndex(place)
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: rows.rowCount(place) > 0, timeout=TIMEOUT)
    return place


def held_by(window, number=0):
    return window.library._finder.holdings().measures[number]


def test_measures_stand_in_groups_with_their_number(shown):
    rows = rows_of(shown)
    assert sum(len(rows.item(rows.index(row)).measures) for row in range(rows.rowCount())) == 5
    assert "5 件，156 条" in shown.library.pane.figures.accessibleName()


@pytest.mark.parametrize("by", list(Grouping))
def test_every_way_of_grouping_shows_every_measure(shown, qtbot, by):
    qtbot.mouseClick(shown.library.pane.switches[by], Qt.MouseButton.LeftButton)
    rows = rows_of(shown)
    found = {held.measure_id for row in range(rows.rowCount()) for held in rows.item(rows.index(row)).measures}
    assert len(found) == 5


def test_a_clause_shows_at_the_right_and_enter_goes_there_to_insert_it(begin, qtbot, draft_file):
    window = begin(draft_file)
    window.actions_["library"].trigger()
    qtbot.waitUntil(lambda: rows_of(window).rowCount() > 0, timeout=TIMEOUT)
    place = open_measure(window, qtbot)
    tree, rows = window.library.pane.tree, rows_of(window)
    tree.setCurrentIndex(rows.index(2, 0, place))
    clause = tree.clause
    qtbot.waitUntil(lambda: window.clause.clause is not None, timeout=TIMEOUT)
    assert (window.clause.clause.eid, window.clause.clause.text) == (clause.eid, clause.text)
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert window.focusWidget() is window.clause.text
    before = sum(1 for _ in window.documents.session.draft.walk())
    window.actions_["insert"].trigger()
    assert sum(1 for _ in window.documents.session.draft.walk()) > before


def test_a_topic_lists_only_the_clauses_about_it(shown, qtbot):
    shown.library.pane.group_by(Grouping.TOPIC)
    rows = rows_of(shown)
    row = next(row for row in range(rows.rowCount()) if rows.item(rows.index(row)).name == "质押融资")
    place = open_measure(shown, qtbot, row)
    clauses = [rows.item(rows.index(number, 0, place)) for number in range(rows.rowCount(place))]
    assert all(isinstance(clause, Clause) for clause in clauses)
    assert 0 < len(clauses) < rows.item(place).clauses
    assert all("质押" in f"{clause.heading}{clause.text}" for clause in clauses)


def test_words_in_the_field_narrow_the_measures_down_and_escape_brings_them_back(shown, qtbot):
    pane = shown.library.pane
    pane.field.setFocus()
    qtbot.keyClicks(pane.field, "35")
    qtbot.waitUntil(lambda: pane.rows.found == 1, timeout=TIMEOUT)
    assert pane.tree.isExpanded(pane.rows.index(0))
    qtbot.keyClick(pane.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: pane.rows.found == 5, timeout=TIMEOUT)


def test_the_status_of_a_measure_is_changed_and_changed_back(shown, qtbot):
    held = held_by(shown)
    library = Library(home.library_folder())
    menu = shown.library.pane.menu(held)
    (states,) = menu.findChildren(QMenu)
    next(action for action in states.actions() if Status.REPEALED.value in action.text()).trigger()
    qtbot.waitUntil(lambda: library.measure(held.measure_id).status is Status.REPEALED, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: "已废止" in shown.status.words.text() and shown.status.way is not None, timeout=TIMEOUT)
    shown.status.way.click()
    qtbot.waitUntil(lambda: library.measure(held.measure_id).status is Status.UNVERIFIED, timeout=TIMEOUT)


def test_a_measure_is_deleted_with_consent_and_put_back(shown, qtbot, monkeypatch):
    held = held_by(shown)
    library = Library(home.library_folder())
    monkeypatch.setattr(desk, "ask_removal", lambda *_: False)
    shown.library.pane.removal_asked.emit(held)
    assert len(library.paths()) == 5
    monkeypatch.setattr(desk, "ask_removal", lambda *_: True)
    shown.library.pane.removal_asked.emit(held)
    qtbot.waitUntil(lambda: len(library.paths()) == 4, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: shown.library.pane.rows.found == 4, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: shown.status.way is not None, timeout=TIMEOUT)
    shown.status.way.click()
    qtbot.waitUntil(lambda: shown.library.pane.rows.found == 5, timeout=TIMEOUT)


def test_the_whole_of_a_measure_can_be_read(shown, qtbot):
    shown.library.pane.read_asked.emit(held_by(shown))
    qtbot.waitUntil(lambda: shown.library.reading is not None, timeout=TIMEOUT)
    words = shown.library.reading.text
    assert words.isReadOnly()
    clause = Library(home.library_folder()).measure(held_by(shown).measure_id).units[0]
    assert (clause.heading or clause.text)[:10] in words.toPlainText()
    shown.library.reading.close()


def test_without_a_kept_source_there_is_nothing_to_correct(shown):
    shown.library.pane.correction_asked.emit(held_by(shown))
    assert "没有留下原文件" in shown.status.words.text()


def test_a_kept_source_opens_for_correction_and_replaces_what_was_read(shown, qtbot):
    held = held_by(shown)
    text = "示例市若干措施\n一、支持创造\n（一）培育专利。支持企业培育高价值专利。\n（二）加强导航。开展专利导航。\n"
    Library(home.library_folder()).keep_source(held.measure_id, text.encode(), ".txt")
    shown.library.pane.correction_asked.emit(held)
    qtbot.waitUntil(lambda: shown.importing.desk.dialog is not None, timeout=TIMEOUT)
    dialog = shown.importing.desk.dialog
    dialog.reject()
    qtbot.waitUntil(lambda: shown.importing.desk.dialog is None, timeout=TIMEOUT)


def test_an_empty_library_offers_the_measures_that_ship(begin, qtbot):
    home.library_folder().mkdir(parents=True)
    window = begin()
    window.actions_["library"].trigger()
    pane = window.library.pane
    qtbot.waitUntil(lambda: pane._stack.currentIndex() == 2, timeout=TIMEOUT)
    pane.shipped_asked.emit()
    qtbot.waitUntil(lambda: pane.rows.found == 5, timeout=TIMEOUT)
    assert len(list(home.library_folder().glob("*.akn"))) == 5


def large(count: int) -> Holdings:
    made = [Held(f"/akn/{n}", f"文件{n}", None, "示例市", "若干措施", None, "未核实", 25) for n in range(count)]
    return Holdings(tuple(made), {"专利导航": tuple(range(count))})


def test_a_large_group_is_listed_a_page_at_a_time():
    model = LibraryModel()
    model.show_holdings(in_order(large(1200)), Grouping.REGION, "")
    group = model.index(0)
    model.fetchMore(group)
    assert model.rowCount(group) == PAGE + 1
    more = model.index(PAGE, 0, group)
    assert isinstance(model.item(more), More)
    model.list_more(more)
    assert model.rowCount(group) == 2 * PAGE + 1
    model.list_more(model.index(2 * PAGE, 0, group))
    assert model.rowCount(group) == 1200
    names = {model.item(model.index(row, 0, group)).title for row in range(1200)}
    assert len(names) == 1200


def test_the_parent_of_a_row_is_the_row_it_was_reached_from():
    model = LibraryModel()
    model.show_holdings(in_order(large(3)), Grouping.TOPIC, "")
    group = model.index(0)
    model.fetchMore(group)
    assert model.index(2, 0, group).parent() == group
    assert not model.parent(group).isValid()


def test_groups_hold_only_what_has_all_the_words():
    holdings = in_order(large(30))
    (group,) = groups(holdings, Grouping.REGION, fitting(holdings, "文件2 示例"))
    assert {held.title for held in group.measures} == {"文件2", *(f"文件2{n}" for n in range(10))}


def test_the_menu_opens_where_the_pointer_is(shown, qtbot):
    place = open_measure(shown, qtbot)
    tree = shown.library.pane.tree
    tree.customContextMenuRequested.emit(tree.visualRect(place).center())
    (menu,) = [menu for menu in shown.library.pane.findChildren(QMenu) if menu.isVisible()]
    assert menu.actions()[0].text() == "打开原文(&O)"
    menu.close()
