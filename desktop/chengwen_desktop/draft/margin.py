"""What is painted around the page's words: numbers, the band of the current clause, bars and characters of origins."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from chengwen_desktop.draft.lines import Line, Part
from chengwen_desktop.draft.page import number_width
from chengwen_desktop.draft.typography import heading_font, text_font
from chengwen_desktop.origins import Origins, character, is_verbatim
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.theme.marks import Severity, paint_severity
from chengwen_desktop.translation import marked, tr
from chengwen_library.model import Measure, Unit
from chengwen_templates.structure import is_part

BAR = 4.0
"""Width of an origin's bar in px; two sources share it."""

_PLACEHOLDERS = {
    Part.TITLE: marked("文稿的标题"),
    Part.PREAMBLE: marked("引言：依据和目的"),
    Part.CLOSING: marked("施行日期和有效期"),
}
_HEADING, _TEXT = marked("条标，以句号收尾，接着写正文"), marked("正文")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a paragraph stands in the viewport: its rectangle, the first line's height and baseline, in px."""

    rect: QRectF
    first_height: float
    baseline: float
    text_left: float
    indent: float


def sources(draft: Measure) -> dict[str, Unit]:
    """Return for each unit the one whose origin it shows: itself or the unit above that was taken; parts have none."""
    found: dict[str, Unit] = {}
    for unit in draft.units:
        found.update(_known_sources(unit))
    return found


_KNOWN: dict[int, tuple[Unit, dict[str, Unit]]] = {}
"""What units of the first level show, by their identity: a key changes one of them."""

_MOST_KNOWN = 1024


def _known_sources(unit: Unit) -> dict[str, Unit]:
    known = _KNOWN.get(id(unit))
    if known is not None and known[0] is unit:
        return known[1]
    found: dict[str, Unit] = {}
    _note_sources(unit, found, None)
    if len(_KNOWN) > _MOST_KNOWN:
        _KNOWN.clear()
    _KNOWN[id(unit)] = unit, found
    return found


def paint_band(painter: QPainter, spot: Spot, width: float) -> None:
    """Paint the ground of a paragraph of the current clause over the whole width."""
    painter.fillRect(QRectF(0, spot.rect.top(), width, spot.rect.height()), QColor(tokens().cur))


def paint_number(painter: QPainter, line: Line, spot: Spot, zoom: float) -> None:
    """Paint the computed number before the paragraph, or what is missing in an empty one."""
    if line.part is Part.UNIT and line.unit is not None and line.unit.num:
        painter.setFont(heading_font(line.unit.form, zoom))
        painter.setPen(QColor(tokens().text2))
        left = spot.text_left + spot.indent - number_width(line, zoom)
        painter.drawText(QPointF(left, spot.baseline), line.unit.num)
    if not line.text:
        painter.setFont(text_font(zoom))
        painter.setPen(QColor(tokens().text3))
        words = tr(_PLACEHOLDERS.get(line.part, _HEADING if line.awaits else _TEXT))
        centre = line.part is Part.TITLE
        left = spot.rect.center().x() - painter.fontMetrics().horizontalAdvance(words) / 2 if centre else None
        painter.drawText(QPointF(spot.text_left + spot.indent if left is None else left, spot.baseline), words)


def paint_origin(painter: QPainter, line: Line, unit: Unit, spot: Spot, origins: Origins) -> None:
    """Paint the bar of a clause's origin and, beside its first line, the character."""
    top, bottom = spot.rect.top() + 4, spot.rect.bottom() - 4
    regions = [source.region for source in unit.provenance][:2] or [None]
    for number, region in enumerate(regions):
        left = spot.text_left - 20 + number * BAR / len(regions)
        _paint_bar(painter, QRectF(left, top, BAR / len(regions), bottom - top), origins.colour(region), unit)
    if line.part is Part.UNIT and line.unit is unit:
        box = QRectF(spot.text_left - 44, spot.rect.top(), 20, spot.first_height)
        painter.setFont(_note_font())
        painter.setPen(QColor(origins.colour(regions[0])))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, character(regions[0]))


def paint_gravest(painter: QPainter, severity: Severity, spot: Spot) -> None:
    """Paint the mark of a finding's severity beside the first line of its paragraph, left of the origin's character."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_severity(painter, severity_box(spot), severity)
    painter.restore()


def severity_box(spot: Spot) -> QRectF:
    """Return where the mark of the severity stands, in px of the viewport."""
    return QRectF(spot.text_left - 66, spot.rect.top() + (spot.first_height - 16) / 2, 16, 16)


def _paint_bar(painter: QPainter, bar: QRectF, colour: str, unit: Unit) -> None:
    if not unit.provenance:
        painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(bar.left() + 1.5, bar.top()), QPointF(bar.left() + 1.5, bar.bottom()))
    elif is_verbatim(unit):
        painter.fillRect(bar, QColor(colour))
    else:
        top = bar.top()
        while top < bar.bottom():
            painter.fillRect(QRectF(bar.left(), top, bar.width(), min(6.0, bar.bottom() - top)), QColor(colour))
            top += 9


def _note_font() -> QFont:
    font = QFont()
    font.setPointSizeF(font.pointSizeF() * 0.92)
    return font


def _note_sources(unit: Unit, found: dict[str, Unit], above: Unit | None) -> None:
    own = unit if unit.provenance or above is None else above
    taken = own if own.provenance else None
    if taken is not None or not is_part(unit):
        found[unit.wid] = own
    for child in unit.children:
        _note_sources(child, found, taken if taken is not None else (None if is_part(unit) else own))
