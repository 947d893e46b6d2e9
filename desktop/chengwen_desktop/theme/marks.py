"""Marks that are painted, not taken from the icon font: of severities and relations, told apart by their shape."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from chengwen_desktop.theme.current import tokens
from chengwen_index.comparing.similarity import Relation


class Severity(StrEnum):
    """How grave something is; the value is the token of its colour."""

    ERROR = "err"
    WARNING = "warn"
    HINT = "hint"


def severity_colour(severity: Severity) -> QColor:
    """Return the colour in the theme in force."""
    return QColor(getattr(tokens(), severity.value))


def paint_severity(painter: QPainter, box: QRectF, severity: Severity) -> None:
    """Paint a disc with ×, a triangle with ! or a ring with i."""
    colour = severity_colour(severity)
    painter.save()
    painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    inner = box.adjusted(1, 1, -1, -1)
    if severity is Severity.ERROR:
        _paint_disc(painter, inner, colour)
    elif severity is Severity.WARNING:
        corners = [QPointF(inner.center().x(), inner.top()), inner.bottomRight(), inner.bottomLeft()]
        painter.drawPolygon(QPolygonF(corners))
        _paint_strokes(painter, inner, (0.42, 0.66), 0.84)
    else:
        painter.drawEllipse(inner)
        _paint_strokes(painter, inner, (0.46, 0.72), 0.27)
    painter.restore()


def paint_relation(painter: QPainter, box: QRectF, relation: Relation | None) -> None:
    """Paint a disc for 照录, a half disc for 改写, a ring for 相关, a dashed ring for 无先例."""
    colour = QColor(tokens().text2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    style = Qt.PenStyle.SolidLine if relation else Qt.PenStyle.DotLine
    painter.setPen(QPen(colour, 1.5, style))
    inner = box.adjusted(1, 1, -1, -1)
    painter.drawEllipse(inner)
    painter.setBrush(colour)
    if relation is Relation.VERBATIM:
        painter.drawEllipse(inner)
    elif relation is Relation.ADAPTED:
        painter.drawPie(inner, -90 * 16, -180 * 16)
    painter.restore()


def _paint_disc(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawEllipse(box)
    painter.setPen(QPen(QColor(tokens().base), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    centre, arm = box.center(), box.width() * 0.19
    painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
    painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))


def _paint_strokes(painter: QPainter, box: QRectF, line: tuple[float, float], dot: float) -> None:
    middle = box.center().x()
    painter.drawLine(
        QPointF(middle, box.top() + box.height() * line[0]), QPointF(middle, box.top() + box.height() * line[1])
    )
    painter.drawPoint(QPointF(middle, box.top() + box.height() * dot))
