"""Writing a draft's paragraphs into a Qt document, with the formats of the print."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from chengwen_desktop.draft.lines import Line, Part
from chengwen_desktop.draft.typography import em, heading_font, line_height, text_font, title_font

INDENT = 2
"""First line of a paragraph, in characters (GB/T 9704-2012 7.3.3)."""


def write(document: QTextDocument, lines: list[Line], zoom: float) -> None:
    """Fill the document with the paragraphs."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    for number, line in enumerate(lines):
        if number:
            cursor.insertBlock()
        cursor.setBlockFormat(_block_format(line, zoom))
        cursor.setCharFormat(_text_format(line, zoom))
        cursor.insertText(line.text)
        _format_heading(cursor.block(), line, zoom)
    cursor.endEditBlock()


def rewrite(block: QTextBlock, line: Line, zoom: float) -> None:
    """Make a block that holds the paragraph of old hold the one of now."""
    cursor = QTextCursor(block)
    cursor.beginEditBlock()
    if block.text() != line.text:
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.setPosition(block.position())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(line.text, _text_format(line, zoom))
    cursor.setPosition(block.position())
    cursor.setBlockFormat(_block_format(line, zoom))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(_text_format(line, zoom))
    _format_heading(block, line, zoom)
    cursor.endEditBlock()


def number_width(line: Line, zoom: float) -> float:
    """Return the width in px of the number painted before the paragraph."""
    if line.part is not Part.UNIT or line.unit is None or not line.unit.num:
        return 0.0
    return QFontMetricsF(heading_font(line.unit.form, zoom)).horizontalAdvance(line.unit.num)


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
        made.setTextIndent(INDENT * em(font) + number_width(line, zoom))
    return made


def _text_format(line: Line, zoom: float) -> QTextCharFormat:
    made = QTextCharFormat()
    font = title_font(zoom) if line.part is Part.TITLE else text_font(zoom)
    if line.awaits and line.unit is not None:
        font = heading_font(line.unit.form, zoom)
    made.setFont(font)
    return made


def _format_heading(block: QTextBlock, line: Line, zoom: float) -> None:
    if not line.heading or line.unit is None:
        return
    made = QTextCharFormat()
    made.setFont(heading_font(line.unit.form, zoom))
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + line.heading, QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(made)
