"""The desk on which the faces lie, one below the other or two side by side; scrolled, zoomed, walked by keys."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from chengwen_desktop.preview.screen import Figure, Shown, paint_figure, paint_paper
from chengwen_desktop.printing.face import Face
from chengwen_desktop.theme import current
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.theme.tokens import LIGHT
from chengwen_desktop.translation import tr
from chengwen_templates.profile import Profile

GAP = 12
"""px between faces and around them."""

SMALLEST, LARGEST = 0.25, 4.0
STEP = 1.15
_POINTS = 72
_KEPT = 24
"""Pictures of faces that are kept."""


class Desk(QAbstractScrollArea):
    """The faces.

    `came_to` carries the place (from 0) of the face that is looked at, `zoomed` the zoom (1.0: real size).
    """

    came_to = Signal(int)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("版式预览"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._faces: Sequence[Face] = ()
        self._profile: Profile | None = None
        self._shown = Shown()
        self._figure: Figure | None = None
        self._columns = 2
        self._zoom = 1.0
        self._fits = True
        self._current = 0
        self._boxes: list[QRectF] = []
        self._pictures: dict[int, QPixmap] = {}
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        current.changed.connect(self.viewport().update)

    @property
    def zoom(self) -> float:
        """The zoom; 1.0 is the paper's real size on a screen that tells its density truly."""
        return self._zoom

    @property
    def current(self) -> int:
        """The place (from 0) of the face that is looked at."""
        return self._current

    @property
    def columns(self) -> int:
        """How many faces lie side by side."""
        return self._columns

    @property
    def shown(self) -> Shown:
        """Which lines show."""
        return self._shown

    @property
    def box_count(self) -> int:
        """How many faces lie on the desk."""
        return len(self._boxes)

    def show_faces(self, faces: Sequence[Face], profile: Profile) -> None:
        """Show other faces; the place that is looked at stays in view."""
        share = self._share_of_current()
        first = not self._faces
        self._faces, self._profile = faces, profile
        self._current = min(self._current, max(0, len(faces) - 1))
        self._lay_anew()
        if not first:
            self._look_at_current(share)
        self.came_to.emit(self._current)

    def show_lines(self, shown: Shown) -> None:
        """Show these of the lines that are never printed."""
        self._shown = shown
        self._pictures.clear()
        self.viewport().update()

    def show_figure(self, figure: Figure | None) -> None:
        """Draw a measured place, and go to it."""
        self._figure = figure
        if figure is not None and figure.face != self._current:
            self.go_to(figure.face)
        self.viewport().update()

    def use_columns(self, columns: int) -> None:
        """Lay one face or two side by side."""
        self._columns = columns
        self._lay_anew()
        self.go_to(self._current)

    def zoom_to(self, zoom: float) -> None:
        """Show the faces in this size from now on."""
        self._fits = False
        self._set_zoom(zoom)

    def zoom_by(self, steps: float) -> None:
        """Zoom in by so many steps, out with a negative number."""
        self.zoom_to(self._zoom * STEP**steps)

    def fit(self) -> None:
        """Show whole faces, whatever size the window has."""
        self._fits = True
        self._lay_anew()
        self.go_to(self._current)

    def go_to(self, place: int) -> None:
        """Bring a face to the top."""
        if not self._boxes:
            return
        self._current = max(0, min(place, len(self._boxes) - 1))
        self._scroll_to(self._boxes[self._current].top() - GAP)
        self.came_to.emit(self._current)

    def turn(self, by: int) -> None:
        """Go so many faces on, two side by side together."""
        self.go_to((self._current // self._columns + by) * self._columns)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay the faces anew; whole faces stay whole."""
        super().resizeEvent(event)
        self._lay_anew()
        if self._fits:
            self.go_to(self._current)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """PageUp and PageDown turn the faces, Home and End go to the first and the last."""
        turns = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in turns:
            self.turn(turns[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Home:
            self.go_to(0)
        elif event.key() == Qt.Key.Key_End:
            self.go_to(len(self._boxes) - 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120)
            event.accept()
        else:
            super().wheelEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a size for two faces."""
        return QSize(720, 600)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the desk and the faces in view."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(tokens().press))
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = QRectF(event.rect()).translated(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for place, box in enumerate(self._boxes):
            if box.intersects(seen):
                painter.drawPixmap(box.topLeft(), self._picture(place))
                painter.setPen(QPen(QColor(tokens().line), 1))
                painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
        self._paint_figure(painter)
        if self.hasFocus():
            painter.resetTransform()
            painter.setPen(QPen(QColor(tokens().accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint_figure(self, painter: QPainter) -> None:
        if self._figure is None or not self._shown.figures or self._figure.face >= len(self._boxes):
            return
        painter.save()
        painter.translate(self._boxes[self._figure.face].topLeft())
        painter.scale(self._scale, self._scale)
        paint_figure(painter, self._figure)
        painter.restore()

    @property
    def _scale(self) -> float:
        """Px for a pt."""
        return self._zoom * self.logicalDpiY() / _POINTS

    def _picture(self, place: int) -> QPixmap:
        """Return the picture of a face in the size it shows in."""
        if place not in self._pictures:
            while len(self._pictures) >= _KEPT:
                self._pictures.pop(next(iter(self._pictures)))
            self._pictures[place] = self._painted(self._faces[place])
        return self._pictures[place]

    def _painted(self, face: Face) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(ceil(face.width * self._scale * ratio), ceil(face.height * self._scale * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(LIGHT.base))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        if self._profile is not None:
            paint_paper(painter, face, self._profile, self._shown)
        painter.end()
        return pixmap

    def _set_zoom(self, zoom: float) -> None:
        share = self._share_of_current()
        self._zoom = max(SMALLEST, min(LARGEST, zoom))
        self._lay_anew()
        self._look_at_current(share)

    def _look_at_current(self, share: float) -> None:
        """Scroll so that this share of the face that is looked at lies above the window's edge."""
        if self._boxes:
            box = self._boxes[self._current]
            self._scroll_to(box.top() - GAP + share * box.height())

    def _scroll_to(self, top: float) -> None:
        bar = self.verticalScrollBar()
        bar.blockSignals(True)  # what is scrolled past is not looked at
        bar.setValue(round(top))
        bar.blockSignals(False)
        self.viewport().update()

    def _share_of_current(self) -> float:
        """Return how much of the face that is looked at lies above the window's edge."""
        if not self._boxes or self._current >= len(self._boxes):
            return 0.0
        box = self._boxes[self._current]
        return (self.verticalScrollBar().value() - box.top() + GAP) / box.height()

    def _lay_anew(self) -> None:
        if self._fits and self._faces:
            self._zoom = self._zoom_for_whole_faces()
        self._pictures.clear()
        self._boxes = list(self._laid())
        size = self.viewport().size()
        bottom = max((box.bottom() for box in self._boxes), default=0.0) + GAP
        right = max((box.right() for box in self._boxes), default=0.0) + GAP
        for bar, whole, seen in (
            (self.verticalScrollBar(), bottom, size.height()),
            (self.horizontalScrollBar(), right, size.width()),
        ):
            spare = ceil(whole) - seen
            bar.blockSignals(True)  # nobody has scrolled
            bar.setRange(0, spare if spare > 1 else 0)  # a px too much is what rounding makes
            bar.blockSignals(False)
            bar.setPageStep(seen)
            bar.setSingleStep(48)
        self.viewport().update()
        self.zoomed.emit(self._zoom)

    def _zoom_for_whole_faces(self) -> float:
        """Return the zoom at which a row of faces is seen whole."""
        size = self.viewport().size()
        widest = max(self._row_width(row) for row in self._rows())
        highest = max(face.height for face in self._faces)
        dense = self.logicalDpiY() / _POINTS
        gaps = GAP * (self._columns + 1)
        fits = min((size.width() - gaps) / widest / dense, (size.height() - 2 * GAP) / highest / dense)
        return max(SMALLEST, min(LARGEST, fits))

    def _rows(self) -> list[Sequence[Face]]:
        return [self._faces[at : at + self._columns] for at in range(0, len(self._faces), self._columns)]

    def _row_width(self, row: Sequence[Face]) -> float:
        return sum(face.width for face in row)

    def _laid(self) -> list[QRectF]:
        """Return where the faces lie, in px; a row that is narrower than the window stands in its middle."""
        boxes: list[QRectF] = []
        rows, top = self._rows(), float(GAP)
        if not rows:
            return boxes
        widest = max(self._row_width(row) * self._scale + GAP * (self._columns - 1) for row in rows)
        begin = max(float(GAP), (self.viewport().width() - widest) / 2)
        for row in rows:
            left = begin
            for face in row:
                boxes.append(QRectF(left, top, face.width * self._scale, face.height * self._scale))
                left += face.width * self._scale + GAP
            top += max(face.height for face in row) * self._scale + GAP
        return boxes

    def _on_scrolled(self, value: int) -> None:
        """Note which face is looked at: another one once most of the last one has left the window."""
        self.viewport().update()
        if self._current < len(self._boxes):
            box = self._boxes[self._current]
            if value < box.bottom() - box.height() / 3 and box.top() < value + self.viewport().height() / 2:
                return
        seen = next((place for place, box in enumerate(self._boxes) if box.bottom() - box.height() / 3 > value), None)
        if seen is not None and seen != self._current:
            self._current = seen
            self.came_to.emit(seen)
