"""How a hit looks: heading, two lines of snippet with the words found, the source."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontInfo,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from chengwen_desktop.origins import Origins, place_name
from chengwen_desktop.rows import paint_ground, read_row
from chengwen_desktop.search.finder import place_words
from chengwen_desktop.search.held import Held
from chengwen_desktop.search.model import GROUP, LISTED, Group, Index, Listed
from chengwen_desktop.text_lines import stretches
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.theme.marks import paint_relation
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import NOTE, bold, sized_font
from chengwen_index.search import Hit
from chengwen_library.model import Span

LEFT, RIGHT, TOP = 12, 16, 8
SNIPPET_LINES = 2
LEADING = 1.5
"""Distance of the snippet's lines, of the font's size in px."""


class HitDelegate(QStyledItemDelegate):
    """Paints the rows of a HitModel."""

    def __init__(self, origins: Origins, view: QListView) -> None:
        super().__init__(view)
        self._origins = origins

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return 96 px for a hit and 24 for a group at the usual size of type, more for larger type."""
        note = QFontMetrics(sized_font(NOTE))
        if isinstance(index.data(GROUP), Group):
            return QSize(200, max(24, note.height() + 6))
        heading = QFontMetrics(bold(read_row(option).font)).height()
        wanted = TOP + heading + 2 + SNIPPET_LINES * round(_leading()) + 4 + note.height() + TOP
        return QSize(200, max(96, wanted))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a group's head or a hit."""
        painter.save()
        row, listed, group = read_row(option), index.data(LISTED), index.data(GROUP)
        if isinstance(group, Group):
            _paint_group(painter, row.rect, group)
        elif isinstance(listed, Listed):
            paint_ground(painter, row, tokens().base)
            painter.fillRect(row.rect.left(), row.rect.bottom(), row.rect.width(), 1, QColor(tokens().hair))
            self._paint_hit(painter, row.rect.adjusted(LEFT, TOP, -RIGHT, -TOP), listed, row.font)
        painter.restore()

    def _paint_hit(self, painter: QPainter, box: QRect, listed: Listed, font: QFont) -> None:
        hit, note = listed.hit, sized_font(NOTE)
        title = QFontMetrics(bold(font))
        room = box.width() - (0 if listed.share is None else _paint_share(painter, box, listed, title.height()))
        if hit.heading:
            heading = title.elidedText(hit.heading, Qt.TextElideMode.ElideRight, room)
            marks = Marks(hit.heading_marks, hit.heading, listed.held).within(len(heading))
            draw_marked(painter, QRectF(box).adjusted(0, 0, room - box.width(), 0), heading, marks, bold(font), 1, 0)
        else:
            painter.setFont(font)
            painter.setPen(QColor(tokens().text2))
            painter.drawText(
                box, Qt.AlignmentFlag.AlignTop, place_words(hit) if hit.kind != "numbered" else tr("原文没有条标")
            )
        below = QRectF(box).adjusted(0, title.height() + 2, 0, 0)
        marks = Marks(hit.marks, hit.snippet, listed.held)
        draw_marked(painter, below, hit.snippet.replace("\n", " "), marks, note, SNIPPET_LINES, _leading())
        self._paint_source(painter, box, hit, note)

    def _paint_source(self, painter: QPainter, box: QRect, hit: Hit, note: QFont) -> None:
        painter.setFont(note)
        metrics = painter.fontMetrics()
        line = QRect(box.left(), box.bottom() - metrics.height() + 1, box.width(), metrics.height())
        square = QRect(line.left(), line.center().y() - 3, 8, 8)
        painter.fillRect(square, QColor(self._origins.colour(hit.region)))
        painter.setPen(QColor(tokens().text2))
        when = str(hit.date.year) if hit.date else tr("未署日期")
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, when)
        room = line.width() - 14 - metrics.horizontalAdvance(when) - 8
        words = metrics.elidedText(source_words(hit), Qt.TextElideMode.ElideRight, room)
        painter.drawText(line.adjusted(14, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)


def source_words(hit: Hit) -> str:
    """Return the source of a hit: 鄂州（八）　鄂州市监〔2024〕35号."""
    mark = place_words(hit) if hit.kind != "numbered" or not hit.path else hit.path[-1]
    return f"{place_name(hit.region, mark)}　{hit.doc_number or hit.title}"


class Marks:
    """The spans of a text that are marked: words that were typed, and synonyms of them."""

    def __init__(self, spans: tuple[Span, ...], text: str, held: Held) -> None:
        self.typed, self.synonyms = held.split(spans, text)

    def within(self, length: int) -> Marks:
        """Return the marks that stand in so many characters, an … at the end left out."""
        made = Marks((), "", Held())
        made.typed, made.synonyms = (
            tuple((first, end if end <= length else length - 1) for first, end in spans if first < length - 1)
            for spans in (self.typed, self.synonyms)
        )
        return made


def draw_marked(
    painter: QPainter, box: QRectF, text: str, marks: Marks, font: QFont, lines: int, leading: float
) -> None:
    """Draw at most so many lines of text, the last one ending in …; what was typed on the ground of a match.

    Synonyms have a dotted line below them.
    """
    layout = _layout(text, marks, font, box.width())
    if layout.lineCount() > lines:
        last = layout.lineAt(lines - 1)
        start = last.textStart()
        rest = QFontMetricsF(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, box.width())
        whole = text[:start] + rest
        marks = marks.within(len(whole))
        layout = _layout(whole, marks, font, box.width())
    painter.setPen(QColor(tokens().text))
    for number in range(min(lines, layout.lineCount())):
        layout.lineAt(number).setPosition(QPointF(0, number * leading))
    layout.draw(painter, box.topLeft())
    painter.setPen(QPen(QColor(tokens().warn), 2, Qt.PenStyle.DotLine))
    for number in range(min(lines, layout.lineCount())):
        line = layout.lineAt(number)
        for left, right in stretches(line, marks.synonyms):
            height = box.top() + line.y() + line.ascent() + 3
            painter.drawLine(QPointF(box.left() + left, height), QPointF(box.left() + right, height))


def _layout(text: str, marks: Marks, font: QFont, width: float) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_mark(first, end) for first, end in marks.typed if end > first])
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def _mark(first: int, end: int) -> QTextLayout.FormatRange:
    made: Any = QTextLayout.FormatRange()  # PySide's stubs leave out its members
    made.start, made.length = first, end - first
    ground = QTextCharFormat()
    ground.setBackground(QBrush(QColor(tokens().hit)))
    made.format = ground
    return made


def _paint_share(painter: QPainter, box: QRect, listed: Listed, height: int) -> int:
    """Draw how alike the clause is at the right of the first line; return the room this takes."""
    painter.setFont(sized_font(NOTE))
    painter.setPen(QColor(tokens().text2))
    words = f"{int((listed.share or 0) * 100)}%"
    width = painter.fontMetrics().horizontalAdvance("100%")
    line = QRect(box.right() - width, box.top(), width + 1, height)
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    paint_relation(painter, QRectF(line.left() - 18, line.center().y() - 6, 13, 13), listed.relation)
    return width + 18 + 8


def _paint_group(painter: QPainter, box: QRect, group: Group) -> None:
    painter.fillRect(box, QColor(tokens().window))
    painter.setFont(sized_font(NOTE))
    painter.setPen(QColor(tokens().text2))
    inner = box.adjusted(LEFT, 0, -RIGHT, 0)
    painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, group.count)
    room = inner.width() - painter.fontMetrics().horizontalAdvance(group.count) - 8
    words = painter.fontMetrics().elidedText(group.words, Qt.TextElideMode.ElideRight, room)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)


def _leading() -> float:
    return QFontInfo(sized_font(NOTE)).pixelSize() * LEADING
