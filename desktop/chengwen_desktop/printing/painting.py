"""Drawing faces with Qt: on paper, into a PDF, on the screen; the painter's unit is one pt."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, groupby

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPen

from chengwen_desktop.fonts.raw import glyph, raw_font
from chengwen_desktop.printing.face import Face, Stroke, Words


def paint_face(painter: QPainter, face: Face) -> None:
    """Draw what is printed of a face; the painter's origin is the paper's top left corner."""
    for words in face.words:
        _paint_words(painter, words)
    for stroke in face.strokes:
        _paint_stroke(painter, stroke)


def _paint_words(painter: QPainter, words: Words) -> None:
    painter.setPen(QColor(f"#{words.lettering.colour}"))
    if not words.turned:
        for left, run in _runs(words):
            painter.drawGlyphRun(QPointF(words.left + left, words.baseline), run)
        return
    painter.save()
    painter.translate(words.left, words.baseline)
    painter.rotate(90)
    for left, run in _runs(words):
        painter.drawGlyphRun(QPointF(left, 0), run)
    painter.restore()


def _runs(words: Words) -> Iterator[tuple[float, QGlyphRun]]:
    """Yield the glyphs, one run for each font, with where it begins."""
    name, size = words.lettering.font, words.lettering.size_pt
    lefts = [0.0, *accumulate(words.advances)]
    fonts = [raw_font(name, one, size) for one in words.text]
    at = 0
    for _, group in groupby(fonts, key=id):
        font, *more = group
        end = at + 1 + len(more)
        run = QGlyphRun()
        run.setRawFont(font)
        run.setGlyphIndexes([glyph(name, one) for one in words.text[at:end]])
        run.setPositions([QPointF(lefts[place] - lefts[at], 0) for place in range(at, end)])
        yield lefts[at], run
        at = end


def _paint_stroke(painter: QPainter, stroke: Stroke) -> None:
    pen = QPen(QColor(f"#{stroke.colour}"), stroke.thickness)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(stroke.left, stroke.top), QPointF(stroke.right, stroke.bottom))
