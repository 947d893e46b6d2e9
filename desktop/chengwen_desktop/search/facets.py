"""The regions that were found, as buttons that narrow the answer to one of them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

from chengwen_desktop.origins import Origins
from chengwen_desktop.widgets import NOTE, sized_font
from chengwen_library.regions import short_name


class RegionFacets(QWidget):
    """A button for all and one for each region with its count. `chosen` carries a region, None for all."""

    chosen = Signal(object)

    def __init__(self, origins: Origins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._origins = origins
        self._row = FlowLayout(self)
        self._group = QButtonGroup(self)
        self._shown: tuple[dict[str, int], str | None] | None = None
        self.setAccessibleName("按地区筛选")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_counts(self, regions: dict[str, int], chosen: str | None) -> None:
        """Show a button for each region; nothing for none."""
        if self._shown == (regions, chosen):
            return
        self._shown = (regions, chosen)
        self._clear()
        for region, words in {None: f"全部 {sum(regions.values())}", **_named(regions)}.items():
            self._add(region, words, region == chosen)
        self.setVisible(bool(regions))
        self.updateGeometry()

    def _add(self, region: str | None, words: str, checked: bool) -> None:
        button = QPushButton(words)
        button.setProperty("facet", True)
        button.setFont(sized_font(NOTE))
        button.setCheckable(True)
        button.setChecked(checked)
        button.setAccessibleName(f"{words} 条")
        button.setToolTip("各地的条款都列出" if region is None else f"只列出{region}的条款")
        if region is not None:
            button.setIcon(_square(self._origins.colour(region)))
            button.setIconSize(QSize(12, 8))
        button.clicked.connect(lambda: self.chosen.emit(region))
        self._group.addButton(button)
        self._row.addWidget(button)

    def _clear(self) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()


class FlowLayout(QLayout):
    """Lays widgets side by side and begins a new row where there is no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(6)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Take an item in."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return an item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # noqa: N802 - Qt wants None
        """Take an item out and return it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Say that a narrow row becomes two."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all rows."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Put the items where they belong."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the least size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Ask for no more room than needed."""
        return Qt.Orientation(0)

    def _place(self, rect: QRect, *, move: bool) -> int:
        left, top, height = rect.left(), rect.top(), 0
        for item in self._items:
            size = item.sizeHint()
            if left > rect.left() and left + size.width() > rect.right() + 1:
                left, top, height = rect.left(), top + height + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self.spacing()
            height = max(height, size.height())
        return top + height - rect.top()


def _named(regions: dict[str, int]) -> dict[str | None, str]:
    return {region: f"{short_name(region)} {count}" for region, count in regions.items()}


def _square(colour: str) -> QIcon:
    pixmap = QPixmap(48, 32)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.fillRect(0, 0, 32, 32, QColor(colour))
    painter.end()
    return QIcon(pixmap)
