"""A field for names of organs, with what is meant offered below it while one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from chengwen_desktop.duties.names import Name, matching, name_at, split_names
from chengwen_desktop.search.suggesting import Suggestions
from chengwen_desktop.translation import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NamesField(QLineEdit):
    """The field; the list of names lies over `page`."""

    def __init__(self, role: str, organs: Sequence[str], known: Sequence[Name], page: QWidget) -> None:
        super().__init__("、".join(organs))
        self._known = known
        self.role = role
        self.setAccessibleName(role)
        self.setPlaceholderText(tr("几个单位用顿号隔开"))
        self.setToolTip(tr("输入几个字或拼音首字母，按 ↓ 选机关名录里的单位"))
        self.offered = Suggestions(self, page, tr("机关名录里的单位"))
        self.offered.taken.connect(self._take)
        self.textEdited.connect(self._offer)

    @property
    def organs(self) -> tuple[str, ...]:
        """The organs that stand in the field."""
        return split_names(self.text())

    def event(self, event: QEvent) -> bool:
        """Keep Esc and Enter from the dialog while names are offered."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """↓ and ↑ go through the names, Enter takes one, Esc puts them away."""
        if event.key() == Qt.Key.Key_Down and not self.offered.isVisible():
            self._offer()
            self.offered.step(1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.offered.isVisible():
            self.offered.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in _ENTER and self.offered.chosen is not None:
            self._take(self.offered.chosen)
        elif event.key() == Qt.Key.Key_Escape and self.offered.isVisible():
            self.offered.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Put the names away."""
        self.offered.hide()
        super().focusOutEvent(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        takes = event.key() in _ENTER and self.offered.chosen is not None
        return takes or (event.key() == Qt.Key.Key_Escape and self.offered.isVisible())

    def _offer(self) -> None:
        start, end = name_at(self.text(), self.cursorPosition())
        typed = self.text()[start:end]
        found = matching(self._known, typed, [one for one in self.organs if one != typed])
        self.offered.offer(tuple(found) if found != [typed] else ())

    def _take(self, name: str) -> None:
        start, end = name_at(self.text(), self.cursorPosition())
        self.setSelection(start, end - start)
        self.insert(name)
        self.offered.hide()
