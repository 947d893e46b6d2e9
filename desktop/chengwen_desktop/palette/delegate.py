"""How a row of the palette looks: icon, words with what was typed marked, where it stands, its key or why it is off."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from chengwen_desktop.palette.matching import Match
from chengwen_desktop.palette.model import HEAD, MATCH, Index
from chengwen_desktop.rows import paint_ground, read_row, row_height
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.theme.marks import paint_severity
from chengwen_desktop.widgets import NOTE, bold, sized_font

ROW, GROUP_ROW = 36, 24
LEFT, WORDS_LEFT, RIGHT, GAP = 16, 44, 16, 12
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class PaletteDelegate(QStyledItemDelegate):
    """Paints the rows of a PaletteModel."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.measure()

    def measure(self) -> None:
        """Take the heights of rows anew: 36 px for an entry and 24 for a head, more for larger type."""
        self._entry, self._head = (QSize(200, row_height(self._view, figure)) for figure in (ROW, GROUP_ROW))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Return the height of a row; hundreds are asked for at once."""
        return self._head if index.data(HEAD) is not None else self._entry

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a head or an entry."""
        row, match = read_row(option), index.data(MATCH)
        painter.save()
        if isinstance(match, Match):
            paint_ground(painter, row, tokens().base)
            if row.chosen:  # the field has the focus, the list is what the arrows move in
                painter.fillRect(row.rect, QColor(tokens().sel))
                painter.fillRect(QRect(0, row.rect.top(), 3, row.rect.height()), QColor(tokens().accent))
            _paint_entry(painter, row.rect, match, row.font)
        else:
            _paint_head(painter, row.rect, index.data(HEAD))
        painter.restore()


def _paint_head(painter: QPainter, box: QRect, words: str) -> None:
    painter.fillRect(box, QColor(tokens().window))
    painter.setFont(sized_font(NOTE))
    painter.setPen(QColor(tokens().text2))
    painter.drawText(box.adjusted(LEFT, 0, -RIGHT, 0), MIDDLE, words)


def _paint_entry(painter: QPainter, box: QRect, match: Match, font: QFont) -> None:
    entry = match.entry
    _paint_picture(painter, QRect(box.left() + LEFT, box.center().y() - 8, 16, 16), match)
    right = box.right() - RIGHT - _paint_right(painter, box, entry.off or entry.keys)
    plain = tokens().disabled if entry.off else tokens().text
    left = box.left() + WORDS_LEFT
    if entry.mark:
        left += _draw(painter, QRect(left, box.top(), right - left, box.height()), entry.mark, font, tokens().text2)
    for is_meant, places in groupby(range(len(entry.words)), lambda place: place in match.places):
        part = "".join(entry.words[place] for place in places)
        face, colour = (_underlined(font), tokens().accent) if is_meant and not entry.off else (font, plain)
        left += _draw(painter, QRect(left, box.top(), right - left, box.height()), part, face, colour)
    if match.note:
        room = QRect(left + GAP, box.top(), right - left - GAP, box.height())
        _draw(painter, room, match.note, sized_font(NOTE), tokens().disabled if entry.off else tokens().text2)


def _paint_picture(painter: QPainter, box: QRect, match: Match) -> None:
    entry = match.entry
    if entry.severity is not None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_severity(painter, QRectF(box), entry.severity)
    elif entry.icon:
        mode = QIcon.Mode.Disabled if entry.off else QIcon.Mode.Normal
        icon(entry.icon).paint(painter, box, Qt.AlignmentFlag.AlignCenter, mode)


def _paint_right(painter: QPainter, box: QRect, words: str) -> int:
    """Draw the key, or why the entry is off, at the right; return the room this takes."""
    if not words:
        return 0
    painter.setFont(sized_font(NOTE))
    painter.setPen(QColor(tokens().text3))
    painter.drawText(box.adjusted(0, 0, -RIGHT, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
    return painter.fontMetrics().horizontalAdvance(words) + GAP


def _draw(painter: QPainter, box: QRect, words: str, font: QFont, colour: str) -> int:
    """Draw words, with … where there is no room; return their width."""
    if box.width() <= 0:
        return 0
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, MIDDLE, shown)
    return metrics.horizontalAdvance(shown)


def _underlined(font: QFont) -> QFont:
    made = bold(font)
    made.setUnderline(True)
    return made
