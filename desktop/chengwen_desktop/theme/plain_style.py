"""Fusion, in which words are words: no label, tooltip or message box takes text of a file for HTML."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QProxyStyle, QWidget


class PlainStyle(QProxyStyle):
    """Shows what could be HTML as it stands, unless a label says that it is HTML.

    Left to itself Qt guesses, and a title with `<img src="file://server/x">` in it would open that
    file, on Windows with the person's name and password hash. Tooltips and message boxes are labels.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    def polish(self, one: QWidget | QPalette | QApplication) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Prepare a widget before it is shown or measured for the first time."""
        if isinstance(one, QLabel) and one.textFormat() is Qt.TextFormat.AutoText:
            one.setTextFormat(Qt.TextFormat.PlainText)
        super().polish(one)  # pyright: ignore[reportCallIssue, reportArgumentType] - one call for three overloads
