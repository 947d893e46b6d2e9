"""Walks a window as somebody does who cannot see it well, or has no mouse: what stands in the way is a fault."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from chengwen_desktop.theme.current import tokens
from chengwen_desktop.widgets import ElidedLabel, ElidedLink

_LETTER = re.compile(r"&([^&\s])")
_MOST_STOPS = 300
_MOST_LINKS = 60
SETTLED = 300
"""Milliseconds in which a window is laid out anew."""

SLACK = 1
"""Pixels that rounding may take."""


def faults(top: QWidget, *, keeps_tab: frozenset[str] = frozenset()) -> list[str]:
    """Return what is wrong with a window that shows; `keeps_tab` are the editors in which Tab has a meaning."""
    found = _faults(top, keeps_tab)
    if found:  # what has just come may not be laid out yet
        QTest.qWait(SETTLED)
        found = _faults(top, keeps_tab)
    return found


def _faults(top: QWidget, keeps_tab: frozenset[str]) -> list[str]:
    return [*nameless(top), *unreached(top, keeps_tab), *clashes(top), *cut(top), *strange_colours(top)]


def walked(top: QWidget) -> list[QWidget]:
    """Return what a person meets in a window: its own controls that show, without the innards of Qt's."""
    return [one for one in top.findChildren(QWidget) if one.window() is top and one.isVisible() and not _is_inner(one)]


def nameless(top: QWidget) -> Iterator[str]:
    """Tell of controls that a screen reader has no words for."""
    for widget in walked(top):
        if _takes_focus(widget):
            found = QAccessible.queryAccessibleInterface(widget)
            if not found or not found.text(QAccessible.Text.Name).strip():
                yield f"no name: {_called(widget)}"


def unreached(top: QWidget, keeps_tab: frozenset[str]) -> Iterator[str]:
    """Press Tab until it comes round, and tell of controls that it has not come to, or does not get out of."""
    stops = [one for one in walked(top) if _takes_tab(one)]
    if len(stops) < 2:
        return
    top.activateWindow()
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    reached: list[QWidget] = []
    for _ in range(_MOST_STOPS):
        here = QApplication.focusWidget()
        if here is None or here in reached:
            break
        reached.append(here)
        if type(here).__name__ not in keeps_tab:
            _press_tab(here)
        if QApplication.focusWidget() is here:
            if type(here).__name__ not in keeps_tab:
                yield f"Tab does not get out of {_called(here)}"
            _step_over(here)
    for one in stops:
        if one not in reached and _takes_tab(one) and not _stands_for(one, reached):
            yield f"Tab does not come to {_called(one)}"


def clashes(top: QWidget) -> Iterator[str]:
    """Tell of letters that two entries of a menu, or two controls of a window, have for their own."""
    menus = [one for one in top.findChildren(QMenu) if one.actions()]
    for bar in [*top.findChildren(QMenuBar), *menus]:
        yield from _twice(_called(bar), [action.text() for action in bar.actions() if _is_seen(action)])
    words = [bar.text() for menu in top.findChildren(QMenuBar) for bar in menu.actions()]
    yield from _twice(_called(top), [*words, *_lettered(top)])


def cut(top: QWidget) -> Iterator[str]:
    """Tell of words that there is no room for, unless they end in … with the whole in a tooltip."""
    for widget in walked(top):
        words = _words(widget)
        if not words or isinstance(widget, ElidedLabel | ElidedLink):
            continue
        wanted, given = _wanted(widget), widget.size()
        if wanted[0] > given.width() + SLACK or wanted[1] > given.height() + SLACK:
            yield f"cut: {_called(widget)} wants {wanted[0]}×{wanted[1]}, has {given.width()}×{given.height()}"
        elif hidden := _hidden_by(widget):
            yield f"cut: {_called(widget)} stands out of {_called(hidden)}"
    for bar in (one for one in walked(top) if isinstance(one, QTabBar)):
        yield from _cut_tabs(bar)
    for view in (one for one in walked(top) if isinstance(one, QAbstractItemView)):
        yield from _cut_rows(view)


def strange_colours(top: QWidget) -> Iterator[str]:
    """Tell of words whose colour is none of the theme's; that those can be read is seen to elsewhere."""
    known = {value.upper() for value in asdict(tokens()).values() if isinstance(value, str)}
    for widget in walked(top):
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit) and _words(widget):
            colour = widget.palette().color(widget.foregroundRole()).name().upper()
            if colour not in known:
                yield f"colour {colour}: {_called(widget)}"
        if widget.styleSheet():
            yield f"a style of its own: {_called(widget)}"


def _is_inner(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(parent, QComboBox)


def _takes_focus(widget: QWidget) -> bool:
    has_policy = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    return has_policy and widget.isEnabled() and widget.focusProxy() is None


def _takes_tab(widget: QWidget) -> bool:
    tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(tab) and _takes_focus(widget) and widget.isVisible()


def _stands_for(widget: QWidget, reached: list[QWidget]) -> bool:
    """Tell whether the arrow keys lead here from another button of the group, or the focus is within."""
    if isinstance(widget, QRadioButton) or (isinstance(widget, QAbstractButton) and widget.autoExclusive()):
        return True
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive() and any(one in reached for one in group.buttons()):
        return True
    return any(widget.isAncestorOf(one) for one in reached) and widget.findChild(QLineEdit) is not None


def _press_tab(widget: QWidget) -> None:
    """Press Tab until the focus is elsewhere; a page of help goes from link to link first."""
    for _ in range(_MOST_LINKS):
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not widget:
            return


def _step_over(widget: QWidget) -> None:
    following = widget.nextInFocusChain()
    while following is not widget and not (following.window() is widget.window() and _takes_tab(following)):
        following = following.nextInFocusChain()
    following.setFocus(Qt.FocusReason.TabFocusReason)


def _twice(where: str, texts: list[str]) -> Iterator[str]:
    by_letter: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        if found := _LETTER.search(text.replace("&&", "")):
            by_letter[found.group(1).upper()].append(text)
    for letter, owners in by_letter.items():
        if len(owners) > 1:
            yield f"{letter} twice in {where}: {'、'.join(owners)}"


def _lettered(top: QWidget) -> Iterator[str]:
    for widget in walked(top):
        if isinstance(widget, QLabel):
            if widget.buddy() is not None:
                yield widget.text()
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(place) for place in range(widget.count()))
        elif isinstance(widget, QGroupBox):
            yield widget.title()
        elif isinstance(widget, QPushButton | QCheckBox | QRadioButton):
            yield widget.text()


def _is_seen(action: QAction) -> bool:
    return action.isVisible() and not action.isSeparator()


def _words(widget: QWidget) -> str:
    if isinstance(widget, QToolButton):
        shows = widget.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly or widget.icon().isNull()
        return widget.text() if shows else ""
    if isinstance(widget, QLabel | QPushButton | QCheckBox | QRadioButton):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return "文字" if isinstance(widget, QLineEdit | ElidedLabel) else ""


def _wanted(widget: QWidget) -> tuple[int, int]:
    """Return the width and height in px that a control's words need; a line to type in may be narrower than they."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return 0, widget.heightForWidth(widget.width())
    line = widget.fontMetrics().height()
    if isinstance(widget, QLineEdit):
        return 0, line
    hint = widget.sizeHint()
    if isinstance(widget, QComboBox):
        return 0, max(line, hint.height())
    return hint.width(), max(line, hint.height())


def _hidden_by(widget: QWidget) -> QWidget | None:
    """Return what cuts a control off; what can be scrolled to is not cut off."""
    parent = widget.parentWidget()
    while parent is not None and not widget.isWindow():
        place = QRect(widget.mapTo(parent, QPoint()), widget.size())
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea):
            is_beyond = place.right() > parent.width() + SLACK and not area.horizontalScrollBar().isVisible()
            return area if is_beyond else None
        if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(place):
            return parent
        if parent.isWindow():
            return None
        parent = parent.parentWidget()
    return None


def _cut_tabs(bar: QTabBar) -> Iterator[str]:
    for place in range(bar.count()):
        rect, words = bar.tabRect(place), bar.tabText(place)
        needs = bar.fontMetrics().horizontalAdvance(words.replace("&", ""))
        room = bar.rect().intersected(rect)
        if bar.isTabVisible(place) and (room.width() < needs or room.height() < bar.fontMetrics().height()):
            size = f"{needs}×{bar.fontMetrics().height()}, has {room.width()}×{room.height()}"
            yield f"cut: tab {words} of {_called(bar)} wants {size}"


def _cut_rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    first = model.index(0, 0, view.rootIndex()) if model and model.rowCount(view.rootIndex()) else None
    if first is not None and 0 < view.visualRect(first).height() < view.fontMetrics().height():
        yield f"cut: rows of {_called(view)} are {view.visualRect(first).height()} high"


def _called(widget: QWidget) -> str:
    words = widget.accessibleName() or _words(widget) or widget.windowTitle() or widget.objectName()
    if isinstance(widget, QMenu):
        words = widget.title()
    within = widget.parentWidget()
    while within is not None and not type(within).__module__.startswith("chengwen"):
        within = within.parentWidget()
    return f"{type(widget).__name__}“{words[:24]}” in {type(within).__name__}"
