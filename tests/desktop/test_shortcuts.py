"""Keys that can be changed: pressed in the dialog, applied at once, kept, told by tooltips, never held twice."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QToolBar

from chengwen_desktop.actions import sequences
from chengwen_desktop.command_table import MENUS, SPECS
from chengwen_desktop.shortcuts.keymap import Keymap, keymap, may_be_given

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def small() -> Keymap:
    return Keymap({"save": sequences("Ctrl+S"), "open": sequences("Ctrl+O"), "about": []})


def keys_of(held: Keymap, name: str) -> list[str]:
    return [keys.toString() for keys in held.keys(name)]


def dialog_of(window, qtbot):
    window.actions_["shortcuts"].trigger()
    return window.shortcuts.dialog


def test_a_key_given_to_another_command_is_taken_from_the_first():
    held = small()
    held.give("about", QKeySequence("Ctrl+S"))
    assert (keys_of(held, "about"), keys_of(held, "save")) == (["Ctrl+S"], [])


def test_restoring_one_command_takes_its_key_back():
    held = small()
    held.give("about", QKeySequence("Ctrl+S"))
    held.restore("save")
    assert (keys_of(held, "about"), keys_of(held, "save")) == ([], ["Ctrl+S"])
    assert held.chosen == {}


def test_the_factory_key_given_by_hand_is_no_change():
    held = small()
    held.take("save")
    held.give("save", QKeySequence("Ctrl+S"))
    assert held.chosen == {}


def test_kept_keys_that_cannot_be_are_dropped():
    kept = {"save": "Ctrl+Alt+S", "gone": "Ctrl+G", "open": "a", "about": "Ctrl+C"}
    assert keymap(small().factory, kept).chosen == {"save": "Ctrl+Alt+S"}


@pytest.mark.parametrize(
    ("keys", "may"),
    [
        *((keys, True) for keys in ("Ctrl+G", "F4", "Shift+F4", "Alt+Z")),
        *((keys, False) for keys in ("G", "Shift+G", "Return", "", "Ctrl+C", "Alt+Return")),
    ],
)
def test_letters_alone_and_what_fields_need_cannot_be_given(keys, may):
    assert may_be_given(QKeySequence(keys)) is may


def test_no_two_commands_leave_the_factory_with_the_same_key():
    keys = [keys for spec in SPECS for keys in (each.toString() for each in sequences(spec.keys))]
    assert sorted(keys) == sorted(set(keys))


def test_every_command_of_the_menus_exists_and_no_mnemonic_is_twice_in_a_menu():
    words = {spec.id: spec.words for spec in SPECS} | {"undo": "(&Z)", "redo": "(&Y)"}
    for menu, names in MENUS:
        letters = [words[name].partition("(&")[2][:1] for name in names if name]
        assert sorted(letters) == sorted(set(letters)), menu
    letters = [menu.partition("(&")[2][:1] for menu, _ in MENUS]
    assert sorted(letters) == sorted(set(letters))


def test_a_new_key_works_at_once_is_told_and_is_there_the_next_time(begin, qtbot, draft_file):
    window = begin(draft_file)
    dialog = dialog_of(window, qtbot)
    dialog.choose("search")
    qtbot.keyClick(dialog.field, Qt.Key.Key_J, CTRL | ALT)
    assert dialog.words.text() == "“检索先例”的键是 Ctrl+Alt+J。"
    dialog.accept()
    assert window.actions_["search"].shortcut() == QKeySequence("Ctrl+Alt+J")
    assert window.actions_["search"].toolTip() == "检索先例（Ctrl+Alt+J）"
    assert "（Ctrl+Alt+J）" in window.search.box.toolTip()
    bar = window.findChild(QToolBar, "tools")
    assert bar.widgetForAction(window.actions_["search"]).toolTip() == "检索先例（Ctrl+Alt+J）"
    window.draft.editor.setFocus()
    qtbot.waitUntil(lambda: window.isActiveWindow())
    qtbot.keyClick(window.draft.editor, Qt.Key.Key_J, CTRL | ALT)
    assert window.search.box.hasFocus()
    second = begin()
    assert second.actions_["search"].shortcut() == QKeySequence("Ctrl+Alt+J")
    assert "（Ctrl+Alt+J）" in second.search.box.toolTip()


def test_a_key_that_is_taken_is_named_and_moved_only_when_asked(begin, qtbot, draft_file):
    window = begin(draft_file)
    dialog = dialog_of(window, qtbot)
    dialog.choose("save")
    qtbot.keyClick(dialog.field, Qt.Key.Key_D, CTRL)
    assert dialog.words.text() == "Ctrl+D 现在是“全文或差异”的键。"
    assert window.actions_["save"].shortcut() == QKeySequence("Ctrl+S")
    dialog.move_button.click()
    assert window.actions_["save"].shortcut() == QKeySequence("Ctrl+D")
    assert window.actions_["differences"].shortcuts() == []
    dialog.restore_all_button.click()
    assert window.actions_["save"].shortcut() == QKeySequence("Ctrl+S")
    assert window.actions_["differences"].shortcut() == QKeySequence("Ctrl+D")
    assert window.settings.shortcuts == {}
    dialog.accept()


def test_tooltips_are_what_they_were_after_a_key_was_taken_away_and_restored(begin, qtbot):
    window = begin()
    dialog = dialog_of(window, qtbot)
    before = window.search.box.toolTip()
    dialog.choose("search")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Backspace)
    assert "Ctrl+Shift+F" not in window.search.box.toolTip()
    dialog.restore_button.click()
    assert window.search.box.toolTip() == before
    dialog.accept()


def test_keys_for_writing_and_keys_needed_everywhere_are_refused(begin, qtbot):
    window = begin()
    dialog = dialog_of(window, qtbot)
    dialog.choose("save")
    qtbot.keyClick(dialog.field, Qt.Key.Key_G)
    assert dialog.words.text() == "G 要用来写字。带上 Ctrl 或 Alt，或用 F1 到 F12。"
    qtbot.keyClick(dialog.field, Qt.Key.Key_C, CTRL)
    assert dialog.words.text() == "Ctrl+C 到处都用来复制、剪切、粘贴和全选，不能改。"
    assert window.settings.shortcuts == {}
    dialog.accept()


def test_commands_are_found_by_name_and_by_key(begin, qtbot):
    window = begin()
    dialog = dialog_of(window, qtbot)
    dialog.search.setText("预览")
    assert dialog.name == "preview"
    dialog.search.setText("ctrl+shift+f")
    assert dialog.name == "search"
    dialog.accept()


def test_every_control_of_the_dialog_has_a_name_and_a_tooltip(begin, qtbot):
    dialog = dialog_of(begin(), qtbot)
    for control in (dialog.search, dialog.field, dialog.empty_button, dialog.restore_button, dialog.restore_all_button):
        assert control.accessibleName()
        assert control.toolTip()
    assert isinstance(dialog.field, QLineEdit)
    dialog.accept()
