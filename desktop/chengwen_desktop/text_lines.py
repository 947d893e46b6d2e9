"""Where spans of a text stand on its lines; lines that Qt draws too thin are painted there by us."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtGui import QTextLine

from chengwen_library.model import Span


def stretches(line: QTextLine, spans: Iterable[Span]) -> Iterator[tuple[float, float]]:
    """Yield the left and right end of each span on the line, in px of the layout; spans are of the layout's text."""
    first, last = line.textStart(), line.textStart() + line.textLength()
    for start, end in spans:
        if start < last and end > first:
            yield _at(line, max(start, first)), _at(line, min(end, last))


def _at(line: QTextLine, place: int) -> float:
    found: Any = line.cursorToX(place)  # PySide gives the place back too, its stubs do not say so
    return float(found[0])
