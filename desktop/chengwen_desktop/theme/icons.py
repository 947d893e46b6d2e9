"""Icons: Phosphor's glyphs from QtAwesome's font files, in the colours of the theme.

QtAwesome itself is not imported: with QtPy below it that touches every name of Qt and takes
longer than all else the window needs to start. Its font and the table of names are used as they are.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from chengwen_desktop.theme.current import tokens


def icon(name: str, role: str = "text2") -> QIcon:
    """Return the icon `ph.<name>` in the colour of the token `role`; disabled, it is drawn in `disabled`.

    Colours are looked up when it is drawn, so an icon follows the theme.
    """
    return QIcon(_Glyph(_characters()[name], role))


@cache
def _fonts() -> Path:
    found = find_spec("qtawesome")
    if found is None or found.origin is None:
        raise FileNotFoundError("QtAwesome")
    return Path(found.origin).parent / "fonts"


@cache
def _characters() -> dict[str, str]:
    table = json.loads(next(_fonts().glob("phosphor-charmap-*.json")).read_text(encoding="utf-8"))
    return {name: chr(int(code, 16)) for name, code in table.items()}


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(next(_fonts().glob("phosphor-*.ttf"))))
    return QFontDatabase.applicationFontFamilies(number)[0]


class Drawn(QIconEngine):
    """An icon that is drawn each time it is shown, so that it follows the theme."""

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the picture on a transparent ground."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap


class _Glyph(Drawn):
    def __init__(self, character: str, role: str) -> None:
        super().__init__()
        self._character = character
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        """Draw the glyph so that it fills `rect`."""
        role = "disabled" if mode == QIcon.Mode.Disabled else self._role
        font = QFont(_family())
        font.setPixelSize(rect.height())
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(getattr(tokens(), role)))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._character)
        painter.restore()

    def clone(self) -> QIconEngine:
        """Return a copy; Qt asks for one when an icon is changed."""
        return _Glyph(self._character, self._role)
