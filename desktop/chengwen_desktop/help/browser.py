"""A page of the guide as it is read: Markdown with pictures, links, back and forward."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from chengwen_desktop.help import pages
from chengwen_desktop.theme import current
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.translation import tr

WIDEST = 700
"""Width in px that pictures take at most."""

LEADING = 160.0
"""Distance of lines in per cent."""

_SIZES = {1: 1.5, 2: 1.2, 3: 1.0}
_MARKDOWN = QTextDocument.ResourceType.MarkdownResource
_IMAGE = QTextDocument.ResourceType.ImageResource


class GuideBrowser(QTextBrowser):
    """The page that is read; `commands` tells the commands with their keys of now."""

    def __init__(self, commands: Callable[[], list[pages.Command]]) -> None:
        super().__init__()
        self._commands = commands
        self._found = self._name = ""
        self.setAccessibleName(tr("使用手册的正文"))
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(24)
        self.sourceChanged.connect(self._on_page)
        current.changed.connect(self._repaint)

    @property
    def page_name(self) -> str:
        """The page that shows."""
        return self._name

    def open_page(self, name: str, found: str = "") -> None:
        """Show a page, with the words that were looked for marked."""
        self._found = found
        url = QUrl.fromLocalFile(str(pages.folder() / f"{name}.md"))
        if url == self.source():
            self._mark()
        else:
            self.setSource(url, _MARKDOWN)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802, ANN401 - Qt's own
        """Return a page with the keys of now, or a picture in a size that fits."""
        path = Path(QUrl(name).path())
        if kind == _MARKDOWN.value and path.suffix == ".md":
            return pages.with_keys(pages.page(path.stem).text, self._commands())
        if kind == _IMAGE.value:
            picture = QImage(str(pages.folder() / "pictures" / path.name))
            smooth = Qt.TransformationMode.SmoothTransformation
            return picture.scaledToWidth(WIDEST, smooth) if picture.width() > WIDEST else picture
        return super().loadResource(kind, name)

    def _on_page(self, url: QUrl) -> None:
        self._name = Path(url.path()).stem  # `source` tells the page before, as long as this one is being opened
        self._dress()

    def _repaint(self) -> None:
        if not self.source().isEmpty():
            self.reload()
            self._dress()

    def _dress(self) -> None:
        document = self.document()
        block = document.begin()
        while block.isValid():
            _dress_block(block, self.font().pointSizeF())
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _dress_table(frame)
        self._mark()

    def _mark(self) -> None:
        """Mark what was looked for, and go to the first place."""
        marks: list[QTextEdit.ExtraSelection] = []
        word = (self._found.split() or [""])[0]
        cursor = self.document().find(word) if word else QTextCursor()
        first = QTextCursor(cursor)
        while not cursor.isNull():
            mark: Any = QTextEdit.ExtraSelection()  # PySide's stubs leave out its members
            mark.cursor = QTextCursor(cursor)
            mark.format.setBackground(QColor(tokens().hit))
            marks.append(mark)
            cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)
        if not first.isNull():
            first.setPosition(first.selectionStart())
            self.setTextCursor(first)
            self.ensureCursorVisible()


def _dress_block(block: QTextBlock, size: float) -> None:
    level = block.blockFormat().headingLevel()
    cursor = QTextCursor(block)
    form = QTextBlockFormat()
    form.setLineHeight(LEADING if not _has_picture(block) else 100.0, 1)  # proportional
    form.setTopMargin({2: 18.0, 3: 12.0}.get(level, 0.0))
    form.setBottomMargin(0.0 if cursor.currentTable() else 4.0 if block.textList() else 8.0)
    cursor.mergeBlockFormat(form)
    if level:
        _size_heading(block, size * _SIZES.get(level, 1.0))


def _size_heading(block: QTextBlock, size: float) -> None:
    """Give a heading its size; what Markdown's headings come with would win over it."""
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    face = cursor.charFormat()
    face.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
    face.setFontPointSize(size)
    cursor.setCharFormat(face)


def _has_picture(block: QTextBlock) -> bool:
    return "\ufffc" in block.text()


def _dress_table(table: QTextTable) -> None:
    form = table.format()
    form.setBorderCollapse(True)
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QColor(tokens().line))
    form.setCellPadding(QFontInfo(table.document().defaultFont()).pixelSize() * 0.35)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)
