"""The findings on the page: which characters of which paragraph, kept in place while one writes, and their lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from chengwen_desktop.draft.lines import Key, Line, span_in
from chengwen_desktop.draft.marks import FindingMark, gravest
from chengwen_desktop.draft.rewriting import Splice, splice_between
from chengwen_desktop.theme.marks import Severity, severity_colour

BELOW = 4.0
"""Distance in px of the lines from the baseline."""

_THICK, _WAVE = 1.5, 4.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark at characters of a paragraph."""

    start: int
    end: int
    mark: FindingMark


class Marking:
    """The marks by paragraph."""

    def __init__(self) -> None:
        self._by_key: dict[Key, tuple[Placed, ...]] = {}

    def take(self, marks: Iterable[FindingMark], lines: Sequence[Line]) -> None:
        """Take other marks in place of those there are; what stands in no paragraph is left out."""
        of_unit: dict[str, list[Line]] = {}
        for line in lines:
            of_unit.setdefault(line.key[1], []).append(line)
        found: dict[Key, list[Placed]] = {}
        for mark in marks:
            for line in of_unit.get(mark.wid or "", []):
                span = span_in(line, mark.part, mark.start, mark.end)
                if span is not None:
                    found.setdefault(line.key, []).append(Placed(*span, mark))
        self._by_key = {key: tuple(placed) for key, placed in found.items()}

    def follow(self, old: Sequence[Line], new: Sequence[Line]) -> None:
        """Keep the marks with their words in paragraphs that read otherwise now; words changed lose theirs."""
        if not self._by_key:
            return
        now = {id(line) for line in new}
        before = {line.key: line.text for line in old if id(line) not in now}
        after = {line.key: line.text for line in new if line.key in before}
        for key in before.keys() & self._by_key.keys():
            if key not in after:
                del self._by_key[key]
            elif before[key] != after[key]:
                self._by_key[key] = tuple(_moved(self._by_key[key], splice_between(before[key], after[key])))

    def of(self, key: Key) -> tuple[Placed, ...]:
        """Return the marks of a paragraph."""
        return self._by_key.get(key, ())

    def severity(self, key: Key) -> Severity | None:
        """Return the gravest severity in a paragraph."""
        return gravest([one.mark.severity for one in self.of(key)])

    def at(self, key: Key, place: int) -> FindingMark | None:
        """Return the mark at a character of a paragraph or just behind it: the gravest, first one with a fix."""
        here = [one.mark for one in self.of(key) if one.start < one.end and one.start <= place <= one.end]
        worst = gravest([mark.severity for mark in here if mark.fix_words] or [mark.severity for mark in here])
        fixable = [mark for mark in here if mark.fix_words] or here
        return next((mark for mark in fixable if mark.severity is worst), None)


def paint_line(painter: QPainter, left: float, right: float, height: float, severity: Severity) -> None:
    """Paint the line under a finding: wavy for an error, dashes for a warning, dots for a hint."""
    pen = QPen(severity_colour(severity), _THICK)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if severity is Severity.ERROR:
        painter.setPen(pen)
        painter.drawPath(_wave(left, right, height))
    else:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([3.0, 1.7] if severity is Severity.WARNING else [1.0, 1.7])
        painter.setPen(pen)
        painter.drawLine(QPointF(left, height), QPointF(right, height))
    painter.restore()


def _wave(left: float, right: float, height: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, height))
    at, up = left, True
    while at < right:
        step = min(_WAVE, right - at)
        middle = height + (-_WAVE if up else _WAVE) * 0.75 * step / _WAVE
        path.quadTo(QPointF(at + step / 2, middle), QPointF(at + step, height))
        at, up = at + step, not up
    return path


def _moved(placed: Sequence[Placed], splice: Splice) -> Iterable[Placed]:
    by = len(splice.words) - (splice.end - splice.start)
    for one in placed:
        if one.end <= splice.start:
            yield one
        elif one.start >= splice.end:
            yield replace(one, start=one.start + by, end=one.end + by)
