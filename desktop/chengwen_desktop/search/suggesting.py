"""Completions below a field. The list never has the focus, so that typing and input methods go on."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListView, QWidget


class Suggestions(QListView):
    """The list, a child of the pane that lies over what is below the box. `taken` carries the one chosen."""

    taken = Signal(str)

    def __init__(self, box: QLineEdit, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._box, self._pane = box, parent
        self._model = QStringListModel(self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setProperty("dropdown", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.entered.connect(self.setCurrentIndex)
        self.clicked.connect(self._take)
        self.hide()

    @property
    def chosen(self) -> str | None:
        """The one that was gone to with the keys or the pointer."""
        return self.currentIndex().data() if self.isVisible() and self.currentIndex().isValid() else None

    def offer(self, queries: tuple[str, ...]) -> None:
        """Show these; none hides the list."""
        self._model.setStringList(list(queries))
        self.setCurrentIndex(QModelIndex())
        if not queries:
            self.hide()
            return
        corner = self._box.mapTo(self._pane, QPoint(0, self._box.height() + 1))
        self.setGeometry(
            corner.x(), corner.y(), self._box.width(), self.sizeHintForRow(0) * len(queries) + 2 * self.frameWidth()
        )
        self.show()
        self.raise_()

    def _take(self, index: QModelIndex) -> None:
        self.taken.emit(index.data())

    def step(self, by: int) -> bool:
        """Go to the next or the one before; False if there is none, above the first stands what was typed."""
        row = self.currentIndex().row() + by
        if row >= self._model.rowCount():
            return False
        self.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())
        return True
