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
    from chengwen_desktop.draft.pane import DraftPane

_Entry = tuple[str, str, Callable[[], object], bool]
"""Words with their mnemonic, the key that does the same, the deed, and whether it can be done now."""


def page_menu(pane: DraftPane) -> QMenu:
    """Return the menu for the caret's place; it goes when it closes."""
    menu = QMenu(pane)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(tr("正文的菜单"))
    _add_fix(menu, pane)
    for group in (_of_words(pane), _of_the_tree(pane), _of_the_unit(pane)):
        for words, keys, deed, can in group:
            action = menu.addAction(words)
            action.setShortcut(QKeySequence(keys))
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


def _of_words(pane: DraftPane) -> list[_Entry]:
    editor = pane.editor
    chosen, can = editor.textCursor().hasSelection(), not editor.isReadOnly()
    there = can and editor.can_paste()
    session = pane.session_shown
    return [
        (tr("撤销(&Z)"), "Ctrl+Z", session.stack.undo, session.stack.canUndo() and session.may_step(back=True)),
        (tr("重做(&Y)"), "Ctrl+Y", session.stack.redo, session.stack.canRedo() and session.may_step(back=False)),
        (tr("剪切(&T)"), "Ctrl+X", editor.cut, chosen and can),
        (tr("复制(&C)"), "Ctrl+C", editor.copy, chosen),
        (tr("粘贴(&P)"), "Ctrl+V", editor.paste, there),
        (tr("只粘贴文字(&W)"), "Ctrl+Shift+V", editor.paste_words, there),
        (tr("全选(&A)"), "Ctrl+A", editor.selectAll, True),
    ]


def _of_the_tree(pane: DraftPane) -> list[_Entry]:
    unit = pane.current()
    can = not pane.editor.isReadOnly()
    head = can and unit is not None and pane.editor.current_part is Part.UNIT
    return [
        (tr("新的一条(&N)"), "Ctrl+Shift+N", pane.add_unit, can),
        (tr("升级(&U)"), "Shift+Tab", lambda: pane.change_current_level(-1), head),
        (tr("降级(&D)"), "Tab", lambda: pane.change_current_level(1), head),
        (tr("删除这一条(&R)"), "Ctrl+Shift+Del", pane.remove, can and unit is not None),
    ]


def _of_the_unit(pane: DraftPane) -> list[_Entry]:
    unit = pane.current()
    can = unit is not None and not pane.editor.isReadOnly()
    is_locked, numbered = bool(unit and unit.locked), can and bool(unit and unit.number)
    heading = tr("取消条标(&H)") if unit and unit.heading else tr("首句作条标(&H)")
    return [
        (heading, "", pane.toggle_heading, can),
        (tr("解除编号锁定(&K)") if is_locked else tr("锁定编号(&K)"), "", pane.toggle_lock, numbered),
        (tr("看来源(&S)"), "", pane.show_origin, bool(unit and unit.provenance)),
    ]


def _do(deed: Callable[[], object], *_signal: object) -> None:
    deed()
