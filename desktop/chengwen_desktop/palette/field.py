"""The field of the toolbar that opens the palette: a button that looks like a field and names its key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from chengwen_desktop.theme.current import tokens
from chengwen_desktop.translation import tr

LEAST, USUAL = 160, 240
"""Widths in px."""

_EDGE = 10


class PaletteField(QPushButton):
    """The field. Its words and its key are painted, so that the key follows what the person has chosen."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.setProperty("field", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the usual size."""
        return QSize(USUAL, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size."""
        return QSize(LEAST, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground, the words and the key."""
        super().paintEvent(event)
        painter = QPainter(self)
        room = QRectF(self.rect()).adjusted(_EDGE, 0, -_EDGE, 0)
        key = self._action.shortcut().toString()
        painter.setPen(QColor(tokens().text3))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, key)
        room.setRight(room.right() - self.fontMetrics().horizontalAdvance(key) - _EDGE)
        words = self.fontMetrics().elidedText(tr("命令、条款、设置"), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _follow(self) -> None:
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(tr("命令、条款、设置"))
        self.update()
