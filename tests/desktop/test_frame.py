"""The frame: three views, panes that give way to little room, what a person opened or closed by hand."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolBar

from chengwen_desktop.frame import View
from chengwen_desktop.pane_room import Pane, Wishes, has_room
from chengwen_desktop.widgets import head_height

TIMEOUT = 30_000


@pytest.fixture
def window(begin, draft_file):
    made = begin(draft_file)
    made.resize(1440, 900)
    return made


def test_a_pane_has_room_from_its_size_on():
    assert has_room(Pane.LEFT, QSize(1160, 700))
    assert not has_room(Pane.LEFT, QSize(1159, 700))
    assert has_room(Pane.RIGHT, QSize(1000, 700))
    assert not has_room(Pane.RIGHT, QSize(999, 900))
    assert not has_room(Pane.BELOW, QSize(1440, 799))


def test_wishes_are_kept_and_what_cannot_be_read_is_dropped():
    wishes, again = Wishes(), Wishes()
    wishes.wish("EDIT", Pane.LEFT, shown=False)
    again.restore(wishes.kept())
    assert not again.shows("EDIT", Pane.LEFT, QSize(1440, 900))
    assert again.shows("COMPARE", Pane.LEFT, QSize(1440, 900))
    again.restore(wishes.kept().left(5))
    assert again.shows("EDIT", Pane.LEFT, QSize(1440, 900))


def test_control_one_two_three_change_the_view(window, qtbot):
    for key, view in ((Qt.Key.Key_2, View.COMPARE), (Qt.Key.Key_3, View.PREVIEW), (Qt.Key.Key_1, View.EDIT)):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.frame.view is view


def test_panes_give_way_in_turn_and_come_back(window):
    left, right = window.frame.left, window.precedents
    window.resize(1100, 900)
    assert (left.isVisible(), right.isVisible()) == (False, True)
    window.resize(980, 900)
    assert (left.isVisible(), right.isVisible()) == (False, False)
    window.resize(1440, 900)
    assert (left.isVisible(), right.isVisible()) == (True, True)


def test_what_was_opened_by_hand_stays_in_a_small_window(window, qtbot):
    window.resize(1100, 900)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert window.frame.left.isVisible()
    assert window.actions_["left_pane"].isChecked()
    window.resize(990, 900)
    assert window.frame.left.isVisible()


def test_what_was_closed_by_hand_stays_closed_and_only_in_its_view(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    window.resize(1500, 900)
    assert not window.precedents.isVisible()
    assert not window.actions_["right_pane"].isChecked()
    window.actions_["compare_view"].trigger()
    assert window.compare.side.isVisible()
    window.actions_["edit_view"].trigger()
    assert not window.precedents.isVisible()


def test_a_pane_hidden_for_want_of_room_opens_with_its_key(window):
    window.resize(980, 900)
    window.actions_["outline"].trigger()
    assert window.outline.isVisible()
    window.actions_["search"].trigger()
    assert window.search.box.isVisible()


def test_searching_leads_from_any_view_to_the_search_box(window):
    window.actions_["preview"].trigger()
    window.actions_["search"].trigger()
    assert window.frame.view is View.EDIT
    assert window.search.box.isVisible()


def test_f6_goes_round_the_panes_that_show(window, qtbot):
    window.draft.editor.setFocus()
    passed = []
    for _ in range(5):
        window.actions_["next_pane"].trigger()
        passed.append(window.focusWidget())
    assert window.checks.isAncestorOf(passed[0])
    assert passed[1:4] == [window.search.box, window.outline, window.draft.editor]


def test_f6_in_the_comparison_goes_from_the_outline_to_the_pairs_to_coverage(window, qtbot):
    window.actions_["compare_view"].trigger()
    qtbot.waitUntil(window.compare.pane.list.isVisible, timeout=TIMEOUT)
    window.outline.setFocus()
    passed = []
    for _ in range(3):
        window.actions_["next_pane"].trigger()
        passed.append(window.focusWidget())
    assert passed == [window.compare.pane.list, window.compare.side.table, window.outline]


def test_each_view_remembers_its_own_widths(window, begin):
    window.frame.setSizes([300, 700, 440])
    edit = window.frame.sizes()
    window.actions_["compare_view"].trigger()
    window.frame.setSizes([220, 820, 400])
    compare = window.frame.sizes()
    window.actions_["edit_view"].trigger()
    assert window.frame.sizes() == edit
    window.actions_["compare_view"].trigger()
    assert window.frame.sizes() == compare


def test_words_leave_the_toolbar_of_a_narrow_window(window, qtbot):
    bar = window.findChild(QToolBar, "tools")
    button = bar.widgetForAction(window.actions_["save"])
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon, timeout=TIMEOUT)
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly, timeout=TIMEOUT)
    assert button.accessibleName() == "保存"
    assert "保存" in button.toolTip()


def test_the_checks_are_one_line_in_a_low_window_and_unfold_by_hand(window):
    window.resize(1440, 780)
    assert window.checks.height() == head_height()
    assert window.draft.editor.isVisible()
    window.frame.toggle(Pane.BELOW)
    assert window.checks.height() > 2 * head_height()
    window.resize(1440, 700)
    assert window.checks.height() > 2 * head_height()
    window.frame.toggle(Pane.BELOW)
    assert window.checks.height() == head_height()
