"""The menu of the page: what can be done with what is pointed at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from chengwen_desktop.draft.lines import Part
from chengwen_desktop.translation import tr

if TYPE_CHECKING:
    from chengwen_desktop.actions import Actions
    from chengwen_desktop.draft.pane import DraftPane

_Entry = tuple[str, QKeySequence, Callable[[], object], bool]
"""Words with their mnemonic, the key that does the same, the deed, and whether it can be done now."""


def page_menu(pane: DraftPane, actions: Actions) -> QMenu:
    """Return the menu for the caret's place, with the keys that the commands have now; it goes when it closes."""
    menu = QMenu(pane)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(tr("正文的菜单"))
    _add_fix(menu, pane)
    for group in (_of_words(pane, actions), _of_the_tree(pane, actions), _of_the_unit(pane, actions)):
        for words, keys, deed, can in group:
            action = menu.addAction(words)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
            action.setEnabled(can)
            action.triggered.connect(partial(_do, deed))
        menu.addSeparator()
    return menu


def _add_fix(menu: QMenu, pane: DraftPane) -> None:
    mark = pane.editor.finding_at_caret()
    if mark is None:
        return
    told = menu.addAction(mark.message)
    told.setEnabled(False)
    if mark.fix_words:
        fix = menu.addAction(f"{mark.fix_words}(&G)")
        fix.setShortcut(QKeySequence("Alt+Return"))
        fix.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        fix.setShortcutVisibleInContextMenu(True)
        fix.triggered.connect(lambda: pane.editor.fix_asked.emit(mark))
    menu.addSeparator()


def _of_words(pane: DraftPane, actions: Actions) -> list[_Entry]:
    editor = pane.editor
    chosen, can = editor.textCursor().hasSelection(), not editor.isReadOnly()
    there = can and editor.can_paste()
    session, keys = pane.session_shown, QKeySequence.StandardKey
    undo, redo, paste_words = (actions[name].shortcut() for name in ("undo", "redo", "paste_words"))
    return [
        (tr("撤销(&Z)"), undo, session.stack.undo, session.stack.canUndo() and session.may_step(back=True)),
        (tr("重做(&Y)"), redo, session.stack.redo, session.stack.canRedo() and session.may_step(back=False)),
        (tr("剪切(&T)"), QKeySequence(keys.Cut), editor.cut, chosen and can),
        (tr("复制(&C)"), QKeySequence(keys.Copy), editor.copy, chosen),
        (tr("粘贴(&P)"), QKeySequence(keys.Paste), editor.paste, there),
        (tr("只粘贴文字(&W)"), paste_words, editor.paste_words, there),
        (tr("全选(&A)"), QKeySequence(keys.SelectAll), editor.selectAll, True),
    ]


def _of_the_tree(pane: DraftPane, actions: Actions) -> list[_Entry]:
    unit = pane.current()
    can = not pane.editor.isReadOnly()
    head = can and unit is not None and pane.editor.current_part is Part.UNIT
    return [
        (tr("新的一条(&N)"), actions["add"].shortcut(), pane.add_unit, can),
        (tr("升级(&U)"), QKeySequence("Shift+Tab"), lambda: pane.change_current_level(-1), head),
        (tr("降级(&D)"), QKeySequence("Tab"), lambda: pane.change_current_level(1), head),
        (tr("删除这一条(&R)"), actions["remove"].shortcut(), pane.remove, can and unit is not None),
    ]


def _of_the_unit(pane: DraftPane, actions: Actions) -> list[_Entry]:
    unit = pane.current()
    can = unit is not None and not pane.editor.isReadOnly()
    is_locked, numbered = bool(unit and unit.locked), can and bool(unit and unit.number)
    heading = tr("取消条标(&H)") if unit and unit.heading else tr("首句作条标(&H)")
    lock = tr("解除编号锁定(&K)") if is_locked else tr("锁定编号(&K)")
    in_text = not pane.editor.isReadOnly() and pane.editor.current_part is not Part.TITLE
    return [
        (heading, actions["heading"].shortcut(), pane.toggle_heading, can),
        (lock, actions["lock"].shortcut(), pane.toggle_lock, numbered),
        (tr("责任分工(&F)…"), actions["duties"].shortcut(), actions["duties"].trigger, can),
        (tr("插入引用(&E)…"), actions["cite"].shortcut(), actions["cite"].trigger, in_text),
        (tr("看来源(&S)"), QKeySequence(), pane.show_origin, bool(unit and unit.provenance)),
    ]


def _do(deed: Callable[[], object], *_signal: object) -> None:
    deed()
