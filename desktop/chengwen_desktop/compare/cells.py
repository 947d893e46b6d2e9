"""A row of 对照 as it is painted: both texts laid out, and where in it a click does something."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from chengwen_desktop.clause.beside import CHANGES, is_change
from chengwen_desktop.clause.paragraphs import Mark
from chengwen_desktop.compare import pairs
from chengwen_desktop.compare.pairs import Pair
from chengwen_desktop.compare.words import Words, estimated_height
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.theme.marks import paint_relation
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import NOTE, bold, sized_font
from chengwen_index.comparing.diff import Change
from chengwen_index.comparing.similarity import Relation

EDGE, GAP, TOP, BOTTOM = 16, 32, 6, 12
"""Distances in px: from the sides, between the columns, above the head of a row, below its texts."""

HEAD, FOLDED = 30, 36
"""Least heights in px of the head of a row, and of a row of equal texts."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The two columns of a row so many px wide: where each begins, and how wide both are."""

    left: int
    right: int
    width: int

    @property
    def rule(self) -> int:
        """Where the line between them stands."""
        return self.right - GAP // 2


def columns(width: int) -> Columns:
    """Return the columns of a row."""
    each = max(40, (width - 2 * EDGE - GAP) // 2)
    return Columns(EDGE, EDGE + each + GAP, each)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a row where a click does something: `what` names it, `change` the class of a chip."""

    rect: QRect
    what: str
    change: Change | None = None


class Cells:
    """Both texts of a pair for one width (px), laid out."""

    def __init__(self, pair: Pair, width: int, font: QFont) -> None:
        self.columns = columns(width)
        self._font = font
        self.head = head_height(font)
        self._changes = pairs.changes(pair)
        self._precedent = precedent = pair.precedent  # kept, since layouts are found by its identity
        if pair.is_folded:
            self.own = self.heading = self.theirs = None
            self.height = max(FOLDED, self.head)
            return
        first = sum(map(is_change, precedent.heading.parts)) if precedent and pair.is_marked else 0
        own_parts = precedent.diff.parts if precedent and pair.is_marked else None
        text, spans = pairs.own_words(own_parts, first) if own_parts else (pair.clause.text, ())
        self.own: Words | None = self._words(text, spans, Mark.ADDED)
        self.heading: Words | None = None
        if precedent is None:
            self.theirs: Words | None = self._words(_without(pair), (), Mark.REMOVED, "text2")
        else:
            if precedent.hit.heading and precedent.hit.heading != pair.clause.heading:
                words = (
                    pairs.precedent_words(precedent.heading.parts, 0) if pair.is_marked else (precedent.hit.heading, ())
                )
                self.heading = Words(words[0], words[1], Mark.REMOVED, bold(font), self.columns.width)
            text, spans = pairs.precedent_words(own_parts, first) if own_parts else (precedent.hit.text, ())
            self.theirs = self._words(text, spans, Mark.REMOVED)
        theirs = self.theirs.height + (self.heading.height if self.heading else 0)
        self.height = TOP + self.head + max(self.own.height, theirs) + BOTTOM

    def _words(self, text: str, spans: tuple[pairs.Numbered, ...], mark: Mark, role: str = "text") -> Words:
        return Words(text, spans, mark, self._font, self.columns.width, role)

    def top_of(self, change: int) -> int:
        """Return how far below the top of the row a change stands."""
        below = TOP + self.head
        for words, top in ((self.heading, below), (self.own, below), (self.theirs, below)):
            found = words.top_of(change) if words else None
            if found is not None:
                return top + found
        return 0

    def draw(self, painter: QPainter, pair: Pair, box: QRect) -> None:
        """Draw the row into its box."""
        head = QRect(box.left(), box.top() + (0 if pair.is_folded else TOP), box.width(), self._head_room(pair))
        painter.setFont(self._font)
        tag = self._tag(painter, pair, head)
        self._draw_own_head(painter, pair, head, tag.left() - 8)
        for spot in self.spots(pair, box):
            _draw_spot(painter, pair, spot, self._changes)
        if pair.compared is not None and pair.precedent is not None:
            self._draw_their_head(painter, pair, head)
        if self.own is None or self.theirs is None:
            return
        top = box.top() + TOP + self.head
        painter.fillRect(box.left() + self.columns.rule, top, 1, box.bottom() - BOTTOM - top, QColor(tokens().line))
        self.own.draw(painter, QPointF(box.left() + self.columns.left, top), pair.boxed)
        right = QPointF(box.left() + self.columns.right, top)
        if self.heading is not None:
            self.heading.draw(painter, right, pair.boxed)
            right += QPointF(0, self.heading.height)
        self.theirs.draw(painter, right, pair.boxed)

    def spots(self, pair: Pair, box: QRect) -> list[Spot]:
        """Return where a click does something: chips from the right, then the word on further precedents."""
        precedent = pair.precedent
        head = QRect(box.left(), box.top() + (0 if pair.is_folded else TOP), box.width(), self._head_room(pair))
        right = box.left() + self.columns.right + self.columns.width
        if precedent is None:
            return []
        note = QFontMetrics(sized_font(NOTE))
        found: list[Spot] = []
        if precedent.relation is Relation.VERBATIM:
            fold = QRect(right - 24, head.top(), 24, head.height())
            found.append(Spot(fold, "fold"))
            right -= 28
        left = self._place_end(pair, box)
        further = pairs.further_words(pair)
        width = note.horizontalAdvance(further)
        if further and left + width <= right:
            found.append(Spot(QRect(left, head.top(), width, head.height()), "next"))
            left += width + 12
        chips = self._changes
        widths = [note.horizontalAdvance(f"{tr(CHANGES[change])} {count}") + 12 for change, count in chips]
        while widths and sum(widths) + 6 * len(widths) > right - left:
            widths.pop()
        at = right - sum(widths) - 6 * max(0, len(widths) - 1)
        for (change, _), chip in zip(chips, widths, strict=False):
            height = note.height() + 4
            found.append(Spot(QRect(at, head.center().y() - height // 2, chip, height), "change", change))
            at += chip + 6
        return found

    def _head_room(self, pair: Pair) -> int:
        return self.height if pair.is_folded else self.head

    def _place_end(self, pair: Pair, box: QRect) -> int:
        precedent = pair.precedent
        place = pairs.precedent_place(precedent) if precedent else ""
        return box.left() + self.columns.right + 14 + QFontMetrics(self._font).horizontalAdvance(place) + 12

    def _tag(self, painter: QPainter, pair: Pair, head: QRect) -> QRect:
        """Draw what the clause is to its precedent, at the right of the left column; return where."""
        right = head.left() + self.columns.left + self.columns.width
        note = sized_font(NOTE)
        metrics = QFontMetrics(note)
        words = tr("正在对照…") if pair.compared is None else pairs.relation_words(pair)
        width, height = metrics.horizontalAdvance(words) + 32, metrics.height() + 6
        box = QRect(right - width, head.center().y() - height // 2, width, height)
        painter.setFont(note)
        if pair.compared is None:
            painter.setPen(QColor(tokens().text3))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
            return box
        _frame(painter, box)
        relation = pair.precedent.relation if pair.precedent else None
        paint_relation(painter, QRectF(box.left() + 8, box.center().y() - 5.5, 12, 12), relation)
        painter.setPen(QColor(tokens().text))
        painter.drawText(box.adjusted(24, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        return box

    def _draw_own_head(self, painter: QPainter, pair: Pair, head: QRect, right: int) -> None:
        left = head.left() + self.columns.left
        font = bold(self._font)
        mark = pairs.own_place(pair.clause)
        painter.setFont(font)
        painter.setPen(QColor(tokens().text))
        painter.drawText(QRect(left, head.top(), right - left, head.height()), Qt.AlignmentFlag.AlignVCenter, mark)
        left += QFontMetrics(font).horizontalAdvance(mark) + (4 if mark[-1:].isalnum() or mark[-1:] == "." else 0)
        heading = pair.clause.heading or ""
        metrics = QFontMetrics(font)
        precedent = pair.precedent
        if precedent and pair.is_marked and heading and metrics.horizontalAdvance(heading) <= right - left:
            text, spans = pairs.own_words(precedent.heading.parts, 0)
            words = Words(text, spans if precedent.hit.heading else (), Mark.ADDED, font, right - left + 2)
            words.draw(painter, QPointF(left, head.center().y() - words.leading / 2 + 1), pair.boxed)
            return
        shown = metrics.elidedText(heading, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, head.top(), right - left, head.height()), Qt.AlignmentFlag.AlignVCenter, shown)

    def _draw_their_head(self, painter: QPainter, pair: Pair, head: QRect) -> None:
        precedent = pair.precedent
        if precedent is None:
            return
        left = head.left() + self.columns.right
        painter.setFont(self._font)
        painter.setPen(QColor(tokens().text))
        room = QRect(left + 14, head.top(), self.columns.width - 14, head.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, pairs.precedent_place(precedent))
        if pair.is_folded:
            end = self._place_end(pair, head)
            further = QFontMetrics(sized_font(NOTE)).horizontalAdvance(pairs.further_words(pair))
            at = end + (further + 12 if further else 0)
            painter.setPen(QColor(tokens().text2))
            room = QRect(at, head.top(), max(0, left + self.columns.width - 28 - at), head.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, tr("文字相同"))


def head_height(font: QFont) -> int:
    """Return the height in px of a row's head."""
    return max(HEAD, QFontMetrics(font).height() + 8)


def estimated(pair: Pair, width: int, head: int, size: int) -> int:
    """Return about how high a row will be, with a head so high and words so large (px)."""
    if pair.is_folded:
        return max(FOLDED, head)
    each = columns(width).width
    theirs = pair.precedent.hit.text if pair.precedent else ""
    texts = max(estimated_height(pair.clause.text, size, each), estimated_height(theirs, size, each))
    return TOP + head + texts + BOTTOM


def paint_square(painter: QPainter, corner: QPointF, colour: str) -> None:
    """Paint the square of a region."""
    painter.fillRect(QRectF(corner.x(), corner.y(), 8, 8), QColor(colour))


def _without(pair: Pair) -> str:
    return "" if pair.compared is None else tr("没有足够相近的先例。按 S 检索这一条的条标。")


def _frame(painter: QPainter, box: QRect) -> None:
    painter.setPen(QColor(tokens().line))
    painter.setBrush(QColor(tokens().base))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _draw_spot(painter: QPainter, pair: Pair, spot: Spot, changes: list[tuple[Change, int]]) -> None:
    painter.setFont(sized_font(NOTE))
    if spot.what == "fold":
        box = QRect(spot.rect.center().x() - 6, spot.rect.center().y() - 6, 12, 12)
        icon("caret-right" if pair.is_folded else "caret-down", "text3").paint(painter, box)
    elif spot.what == "next":
        painter.setPen(QColor(tokens().text2))
        painter.drawText(spot.rect, Qt.AlignmentFlag.AlignVCenter, pairs.further_words(pair))
    elif spot.change is not None:
        count = dict(changes)[spot.change]
        _frame(painter, spot.rect)
        painter.setPen(QColor(tokens().text))
        painter.drawText(spot.rect, Qt.AlignmentFlag.AlignCenter, f"{tr(CHANGES[spot.change])} {count}")
