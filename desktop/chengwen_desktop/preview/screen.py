"""What only the screen shows of a face: the paper, the type area, the grid, places of seals, a measured distance."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from chengwen_desktop.printing.face import Face
from chengwen_desktop.printing.painting import paint_face
from chengwen_desktop.theme.tokens import LIGHT
from chengwen_desktop.translation import tr
from chengwen_templates.profile import Profile

_PLACE_FONT_PX = 9
_LINE = 0.6


@dataclass(frozen=True, slots=True)
class Shown:
    """Which of the lines that are never printed show."""

    area: bool = True
    grid: bool = False
    figures: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """A place that was measured: on which face, where (pt from the paper's corner), and the figure in words."""

    face: int
    box: QRectF
    words: str


def paint_paper(painter: QPainter, face: Face, profile: Profile, shown: Shown) -> None:
    """Draw a face as it prints, on white paper in both themes, with the lines that show; one unit is one pt."""
    painter.fillRect(QRectF(0, 0, face.width, face.height), QColor(LIGHT.base))
    if shown.grid:
        _paint_grid(painter, face, profile)
    paint_face(painter, face)
    if shown.area:
        _paint_area(painter, face)
    _paint_places(painter, face)


def paint_figure(painter: QPainter, figure: Figure) -> None:
    """Draw the frame of a measured place and its figure; one unit is one pt."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(LIGHT.accent), 1.0))
    painter.drawRect(figure.box)
    font = painter.font()
    font.setPixelSize(_PLACE_FONT_PX)
    painter.setFont(font)
    size = painter.fontMetrics().boundingRect(figure.words).size()
    tag = QRectF(figure.box.left(), max(0.0, figure.box.top() - size.height() - 4), size.width() + 8, size.height() + 4)
    painter.fillRect(tag, QColor(LIGHT.accent))
    painter.setPen(QColor(LIGHT.on_accent))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, figure.words)


def _paint_area(painter: QPainter, face: Face) -> None:
    area = face.type_area
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(LIGHT.hint), _LINE, Qt.PenStyle.DashLine))
    painter.drawRect(QRectF(area.left, area.top, area.width, area.height))


def _paint_grid(painter: QPainter, face: Face, profile: Profile) -> None:
    area, line = face.type_area, profile.line_twip / 20
    advance = profile.character_twip / 20
    painter.setPen(QPen(QColor(LIGHT.line), _LINE / 2))
    right, bottom = area.left + area.width, area.top + area.height
    rows = [area.top + place * line for place in range(int(area.height / line + 0.01) + 1)]
    columns = [area.left + place * advance for place in range(int(area.width / advance + 0.01) + 1)]
    painter.drawLines([QLineF(area.left, y, right, y) for y in rows])
    painter.drawLines([QLineF(x, area.top, x, bottom) for x in columns])


def _paint_places(painter: QPainter, face: Face) -> None:
    """Draw where seals and 签名章 will stand, dashed, with a word (7.3.5)."""
    font = painter.font()
    font.setPixelSize(_PLACE_FONT_PX)
    painter.setFont(font)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(LIGHT.official), _LINE, Qt.PenStyle.DashLine))
    for place in face.places:
        box = QRectF(place.left, place.top, place.width, place.height)
        if place.round:
            painter.drawEllipse(box)
        else:
            painter.drawRect(box)
        words = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(box.adjusted(0, 8 if place.round else 3, 0, 0), words, tr("{name}位置", name=place.name))
