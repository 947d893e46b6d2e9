"""Writing a draft's paragraphs into a Qt document, with the formats of the print."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from chengwen_desktop.draft.lines import Line, Part
from chengwen_desktop.draft.typography import heading_font, indent, line_height, number_advance, text_font, title_font
from chengwen_library.model import Form

_END = QTextCursor.MoveOperation.EndOfBlock
_KEEP = QTextCursor.MoveMode.KeepAnchor


def write(document: QTextDocument, lines: list[Line], zoom: float) -> None:
    """Fill the document with the paragraphs."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    for number, line in enumerate(lines):
        if number:
            cursor.insertBlock()
        _fill(cursor, line, zoom)
    cursor.endEditBlock()


def update(document: QTextDocument, old: Sequence[Line], new: Sequence[Line], zoom: float, doubtful: int) -> set[int]:
    """Make a document that holds the old paragraphs hold the new; only what has changed is written.

    The first paragraph must be the same one in both. The block `doubtful` may hold other words than the old.
    Return the blocks that look otherwise now.
    """
    if all(was is line for was, line in zip(old, new, strict=False)) and len(old) == len(new):
        return _mend(document, doubtful, new, zoom)
    first = _alike(old, new)
    last = min(_alike(old[::-1], new[::-1]), len(old) - first, len(new) - first)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _exchange(cursor, first, len(old) - first - last, new[first : len(new) - last], zoom)
    changed = set(range(first, len(new) - last))
    for number, line in enumerate(new):
        was = old[number] if number < first else old[number - len(new)] if number >= len(new) - last else line
        if was is not line and was.look != line.look:
            changed.add(number)
            _rewrite(document.findBlockByNumber(number), was, line, zoom)
    cursor.endEditBlock()
    return changed | _mend(document, doubtful, new, zoom)


def _mend(document: QTextDocument, number: int, lines: Sequence[Line], zoom: float) -> set[int]:
    """Write one paragraph anew if other words stand there, as after a change that was refused."""
    if number >= len(lines) or document.findBlockByNumber(number).text() == lines[number].text:
        return set()
    block = document.findBlockByNumber(number)
    cursor = QTextCursor(block)
    cursor.movePosition(_END, _KEEP)
    cursor.removeSelectedText()
    _fill(cursor, lines[number], zoom)
    return {number}


def number_width(line: Line, zoom: float) -> float:
    """Return the width in px of the number painted before the paragraph."""
    if line.part is not Part.UNIT or line.unit is None or not line.unit.num:
        return 0.0
    return number_advance(line.unit.num, line.unit.form, zoom)


def _alike(old: Sequence[Line], new: Sequence[Line]) -> int:
    """Return how many of the first paragraphs are the same in both, whatever they look like."""
    count = 0
    for was, line in zip(old, new, strict=False):
        if was is not line and was.key != line.key:
            break
        count += 1
    return count


def _exchange(cursor: QTextCursor, first: int, count: int, lines: Sequence[Line], zoom: float) -> None:
    """Put paragraphs in place of `count` blocks from `first` on."""
    if not count and not lines:
        return
    document = cursor.document()
    cursor.setPosition(document.findBlockByNumber(first).position() - 1)
    if count:
        end = document.findBlockByNumber(first + count - 1)
        cursor.setPosition(end.position() + end.length() - 1, _KEEP)
        cursor.removeSelectedText()
    for line in lines:
        cursor.insertBlock()
        _fill(cursor, line, zoom)


def _fill(cursor: QTextCursor, line: Line, zoom: float) -> None:
    """Write a paragraph into the empty block of the cursor."""
    cursor.setBlockFormat(_block_format(line, zoom))
    cursor.setBlockCharFormat(_text_format(line, zoom))
    cursor.setCharFormat(_text_format(line, zoom))
    cursor.insertText(line.text)
    _format_heading(cursor.block(), line, zoom)


def _rewrite(block: QTextBlock, was: Line, line: Line, zoom: float) -> None:
    """Make a block that holds the paragraph of old hold the one of now, with as little change as it takes."""
    alike = _is_lettered_alike(was, line)
    if alike and block.text() == line.text == was.text and number_width(was, zoom) == number_width(line, zoom):
        return  # another number of the same width: it is painted, not written
    cursor = QTextCursor(block)
    form = _block_format(line, zoom)
    if form != block.blockFormat():
        cursor.setBlockFormat(form)
    if block.text() != line.text:
        _splice(cursor, block, line, zoom)
    if alike and (was.text == line.text or _common(was.text, line.text) >= line.heading + (line.heading > 0)):
        return  # what is typed takes the letters of what stands before it
    cursor.setPosition(block.position())
    cursor.movePosition(_END, _KEEP)
    cursor.setCharFormat(_text_format(line, zoom))
    _format_heading(block, line, zoom)


def _splice(cursor: QTextCursor, block: QTextBlock, line: Line, zoom: float) -> None:
    old, new = block.text(), line.text
    before = _common(old, new)
    after = _common(old[before:][::-1], new[before:][::-1])
    cursor.setPosition(block.position() + before)
    cursor.setPosition(block.position() + len(old) - after, _KEEP)
    cursor.insertText(new[before : len(new) - after], _text_format(line, zoom))


def _is_lettered_alike(was: Line, line: Line) -> bool:
    forms = [one.unit.form if one.unit and (one.heading or one.awaits) else None for one in (was, line)]
    return forms[0] is forms[1] and (was.heading, was.awaits, was.part) == (line.heading, line.awaits, line.part)


def _block_format(line: Line, zoom: float) -> QTextBlockFormat:
    made = QTextBlockFormat()
    font = title_font(zoom) if line.part is Part.TITLE else text_font(zoom)
    made.setLineHeight(line_height(font), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    if line.part is Part.TITLE:
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        made.setTopMargin(line_height(font) / 2)
        made.setBottomMargin(line_height(font) / 2)
    else:
        made.setAlignment(Qt.AlignmentFlag.AlignJustify)
        made.setTextIndent(indent(zoom) + number_width(line, zoom))
    return made


def _text_format(line: Line, zoom: float) -> QTextCharFormat:
    if line.part is Part.TITLE:
        return _title_format(zoom)
    return _heading_format(line.unit.form, zoom) if line.awaits and line.unit else _plain_format(zoom)


def _format_heading(block: QTextBlock, line: Line, zoom: float) -> None:
    if not line.heading or line.unit is None:
        return
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + line.heading, _KEEP)
    cursor.setCharFormat(_heading_format(line.unit.form, zoom))


@lru_cache(maxsize=64)
def _title_format(zoom: float) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(title_font(zoom))
    return made


@lru_cache(maxsize=64)
def _plain_format(zoom: float) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(text_font(zoom))
    return made


@lru_cache(maxsize=256)
def _heading_format(form: Form, zoom: float) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(heading_font(form, zoom))
    return made


def _common(one: str, other: str) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
