"""The menu of a finding: all that can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from chengwen_desktop.checking.looking import Row
from chengwen_desktop.translation import tr

Deeds = dict[str, Callable[[Row], object]]
"""What is done about a row: open, fix, ignore, off, explain, copy."""


def row_menu(parent: QWidget, row: Row, deeds: Deeds) -> QMenu:
    """Return the menu for a finding; it goes when it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(tr("这一处的菜单"))
    fix = tr("{fix}(&X)", fix=row.fix) if row.fix else tr("没有现成的改法(&X)")
    ignore = tr("不再忽略这一处(&I)") if row.is_ignored else tr("忽略这一处(&I)")
    entries = (
        ("open", tr("去这一处(&G)"), "Return", True),
        ("fix", fix, "Alt+Return", bool(row.fix)),
        ("", "", "", False),
        ("ignore", ignore, "Del", True),
        ("off", tr("关掉这条规则(&O)"), "", True),
        ("explain", tr("这条规则(&R)"), "F1", True),
        ("", "", "", False),
        ("copy", tr("复制(&C)"), "Ctrl+C", True),
    )
    for name, words, keys, can in entries:
        if not name:
            menu.addSeparator()
            continue
        action = menu.addAction(words)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.setEnabled(can)
        action.triggered.connect(partial(_do, deeds[name], row))
    return menu


def _do(deed: Callable[[Row], object], row: Row, *_signal: object) -> None:
    deed(row)
