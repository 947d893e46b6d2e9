"""Where the draft's clauses are from: each region's colour, its character and its name, at the foot of the outline."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from chengwen_desktop.origins import Origins, character
from chengwen_desktop.theme import current
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import NOTE, sized_font
from chengwen_library.model import Measure
from chengwen_library.regions import short_name

SIDE, SQUARE, GAP, BETWEEN = 12, 8, 4, 12
"""White at the sides, size of a square, and the distances within and between entries: px."""


class OriginLegend(QWidget):
    """The legend: as many lines as its entries need."""

    def __init__(self, origins: Origins) -> None:
        super().__init__()
        self._origins = origins
        self._regions: tuple[str | None, ...] = ()
        self.setFont(sized_font(NOTE))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current.changed.connect(self.update)

    def show_draft(self, draft: Measure) -> None:
        """Show the regions that a draft's clauses are from, and whether some are the drafter's own."""
        found = tuple(regions(draft))
        if found != self._regions:
            self._regions = found
            self.setAccessibleName(tr("来源的颜色：{names}", names=tr("、").join(map(self._said, found))))
            self._fit()
            self.update()

    @property
    def has_entries(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._regions)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Take as many lines as the width asks for."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw a line above, and the entries."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens().alt))
        painter.fillRect(0, 0, self.width(), 1, QColor(tokens().line))
        for region, box in self._placed(self.width()):
            colour = QColor(self._origins.colour(region))
            painter.fillRect(box.left(), box.center().y() - SQUARE // 2 + 1, SQUARE, SQUARE, colour)
            painter.setPen(colour)
            mark = box.adjusted(SQUARE + GAP, 0, 0, 0)
            painter.drawText(mark, Qt.AlignmentFlag.AlignVCenter, character(region))
            painter.setPen(QColor(tokens().text2))
            name = mark.adjusted(painter.fontMetrics().horizontalAdvance(character(region)) + GAP, 0, 0, 0)
            painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, _name(region))

    def _fit(self) -> None:
        self.setFixedHeight(max((box.bottom() for _, box in self._placed(self.width())), default=0) + SIDE // 2)

    def _placed(self, width: int) -> Iterator[tuple[str | None, QRect]]:
        """Yield the entries with where they stand, line by line."""
        metrics = QFontMetrics(self.font())
        left, top, height = SIDE, SIDE // 2 + 1, metrics.height() + GAP
        for region in self._regions:
            wide = SQUARE + 2 * GAP + metrics.horizontalAdvance(character(region) + _name(region))
            if left > SIDE and left + wide > width - SIDE:
                left, top = SIDE, top + height
            yield region, QRect(left, top, wide, height)
            left += wide + BETWEEN

    def _said(self, region: str | None) -> str:
        return f"{character(region)} {_name(region)}"


def regions(draft: Measure) -> Iterator[str | None]:
    """Yield the regions of a draft's sources in the order of the text, and last None if it has words of its own."""
    found: dict[str, None] = {}
    is_own = False
    for unit in draft.walk():
        found |= dict.fromkeys(source.region for source in unit.provenance if source.region)
        is_own = is_own or not (unit.provenance or unit.children)
    yield from found
    if found and is_own:
        yield None


def _name(region: str | None) -> str:
    return short_name(region) if region else tr("自撰")
