"""The palette itself: a field above a list, over the window. It has the keys while it is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QInputMethodEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from chengwen_desktop.palette.delegate import PaletteDelegate
from chengwen_desktop.palette.entries import Entry, Group
from chengwen_desktop.palette.matching import Match
from chengwen_desktop.palette.model import MATCH, PaletteModel
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import label, sized_font, surface

WIDTH, TOP, LEAST_BELOW = 640, 48, 24
FIELD, FOOT, LIST = 48, 32, 416
"""Heights in px; that of the list is the greatest."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaletteField(QLineEdit):
    """The field. `settled` says that the text has changed and no input method is composing."""

    settled = Signal()
    left = Signal()

    def __init__(self, closing_keys: Callable[[], list[QKeySequence]]) -> None:
        super().__init__()
        self._closing_keys = closing_keys
        self._composing = False
        self._told = ""
        self.textChanged.connect(self._tell)

    def is_composing(self) -> bool:
        """Tell whether an input method has not committed yet."""
        return self._composing

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the window's commands from it, but for the one that closes the palette."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if QKeySequence(event.keyCombination()) in self._closing_keys():
            return super().event(event)
        event.accept()
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """Take in what an input method brings."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self._tell()

    def _tell(self) -> None:
        if not self._composing and self.text() != self._told:
            self._told = self.text()
            self.settled.emit()


class PalettePane(QFrame):
    """The palette. `asked` carries what was typed, `taken` the entry to do, `searched` words for the library."""

    asked = Signal(str)
    taken = Signal(object)
    searched = Signal(str)

    def __init__(self, window: QWidget, closing_keys: Callable[[], list[QKeySequence]]) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.setAccessibleName(tr("命令、条款、设置"))
        self.field = PaletteField(closing_keys)
        self.field.setAccessibleName(tr("命令、条款、设置"))
        self.field.setPlaceholderText(tr("命令、条款、设置"))
        self.field.setToolTip(tr("输入几个字、拼音首字母或条款的编号"))
        self.field.setFont(sized_font(1.15))
        self.field.setStyleSheet("QLineEdit, QLineEdit:focus, QLineEdit:hover { border: 0; background: transparent; }")
        self.rows = PaletteModel(self)
        self.list = QListView()
        self._delegate = PaletteDelegate(self.list)
        self.nothing = label(tr("没有这样的命令、条款或设置。"), "note")
        self._set_up_list()
        self._lay_out()
        self.field.installEventFilter(self)
        self.field.settled.connect(lambda: self.asked.emit(self.field.text()))
        self.list.clicked.connect(self._take)
        self.hide()

    @property
    def match(self) -> Match | None:
        """The row that is chosen."""
        found = self.list.currentIndex().data(MATCH)
        return found if isinstance(found, Match) else None

    def open(self) -> None:
        """Come up with an empty field."""
        self._before = QApplication.focusWidget()
        if self.field.text():
            self.field.clear()  # which asks
        else:
            self.asked.emit("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._window.installEventFilter(self)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def close_pane(self) -> None:
        """Go away; the focus goes back to where it was."""
        if self.isHidden():
            return
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._window.removeEventFilter(self)
        has_focus = self.field.hasFocus()
        self.hide()
        if has_focus and self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def show_found(self, groups: Sequence[tuple[Group, Sequence[Match]]]) -> None:
        """Show what was found, the first row chosen."""
        self._delegate.measure()
        self.rows.show_found(groups)
        self._choose(self.rows.step(-1, 1))
        self.list.scrollToTop()
        self.nothing.setVisible(not groups)
        self.list.setVisible(bool(groups))
        if self.isVisible():
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """↑↓ choose, Enter does, Alt+Enter searches the library, Esc and a click elsewhere close."""
        match event.type():
            case QEvent.Type.KeyPress if watched is self.field and isinstance(event, QKeyEvent):
                return not self.field.is_composing() and self._on_key(event)
            case QEvent.Type.FocusOut if watched is self.field and self.isVisible():
                if QApplication.activeWindow() is not None and QApplication.focusWidget() is not self.field:
                    self.close_pane()
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
                if watched is not self and not self.isAncestorOf(watched):
                    self.close_pane()
            case QEvent.Type.Resize if watched is self._window:
                self._place()
            case _:
                pass
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw the ground and an edge of one px."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens().base))
        painter.setPen(QColor(tokens().text3))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _on_key(self, event: QKeyEvent) -> bool:
        key, count = Qt.Key(event.key()), max(1, self.list.height() // 36 - 1)
        if key in _ENTER and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.searched.emit(self.field.text().strip())
        elif key in _ENTER:
            self._take(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.close_pane()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._choose(self.rows.step(self.list.currentIndex().row(), 1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._turn(count if key == Qt.Key.Key_PageDown else -count)
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):  # there is nowhere else to go
            return False
        return True

    def _turn(self, by: int) -> None:
        row = min(max(self.list.currentIndex().row() + by, 0), self.rows.rowCount() - 1)
        is_entry = self.rows.index(row).data(MATCH) is not None
        self._choose(row if is_entry else self.rows.step(row, 1))

    def _choose(self, row: int) -> None:
        index = self.rows.index(row) if row >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        if row == self.rows.step(-1, 1):
            self.list.scrollToTop()  # with its head

    def _take(self, index: QModelIndex) -> None:
        match = index.data(MATCH)
        if isinstance(match, Match) and not match.entry.off:
            self.close_pane()
            entry: Entry = match.entry
            self.taken.emit(entry)

    def _place(self) -> None:
        room = self._window.size()
        width = min(WIDTH, room.width() - 32)
        rows = sum(self.list.sizeHintForRow(row) for row in range(min(self.rows.rowCount(), 40)))
        greatest = min(LIST, room.height() - TOP - FIELD - FOOT - LEAST_BELOW)
        height = FIELD + FOOT + 2 + (min(rows, greatest) if rows else 64)
        self.resize(width, height)
        self.move(QPoint((room.width() - width) // 2, TOP))

    def _set_up_list(self) -> None:
        self.list.setModel(self.rows)
        self.list.setItemDelegate(self._delegate)
        self.list.setAccessibleName(tr("找到的命令、条款和设置"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out(self) -> None:
        top, foot = surface("base"), surface("head")
        top.setFixedHeight(FIELD)
        foot.setFixedHeight(FOOT)
        picture = QLabel()
        picture.setPixmap(icon("magnifying-glass").pixmap(18, 18))
        row, below = QHBoxLayout(top), QHBoxLayout(foot)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(picture)
        row.addWidget(self.field, 1)
        row.addWidget(_hint(tr("可用拼音首字母：dz")))
        below.setContentsMargins(16, 0, 16, 0)
        below.addWidget(_hint(tr("↑↓ 选择　Enter 执行　Esc 关闭")))
        below.addStretch(1)
        below.addWidget(_hint(tr("输入 > 只看命令，输入 # 只看条款")))
        self.nothing.setContentsMargins(16, 12, 16, 12)
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for widget in (top, self.list, self.nothing, foot):
            column.addWidget(widget, 1 if widget in (self.list, self.nothing) else 0)


def _hint(words: str) -> QLabel:
    made = label(words, "faint")
    made.setWordWrap(False)
    return made
