"""The theme in force, and the change from one to the other."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication

from chengwen_desktop.theme.palette import palette
from chengwen_desktop.theme.stylesheet import stylesheet
from chengwen_desktop.theme.tokens import DARK, LIGHT, Tokens

USUAL_LINE = 20
"""Height in px of a line of the interface font, up to which everything has the height of the design."""


class Appearance(StrEnum):
    """What a person can choose; the value is kept in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class _Theme(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens = LIGHT
        self.appearance = Appearance.SYSTEM
        self.follows = False


_theme = _Theme()
changed = _theme.changed
"""Emitted after the theme has changed; views that cache colours listen to it."""


def tokens() -> Tokens:
    """Return the tokens in force."""
    return _theme.tokens


def growth() -> int:
    """Return by how many px a line of the interface font is higher than usual: what holds one grows by as much."""
    if QGuiApplication.instance() is None:  # there are no letters yet, and to ask for their height would abort
        return 0
    return max(0, QFontMetrics(QGuiApplication.font()).height() - USUAL_LINE)


def apply(appearance: Appearance) -> None:
    """Use the theme, or follow the system's from now on."""
    _theme.appearance = appearance
    hints = QGuiApplication.styleHints()
    if not _theme.follows:
        _theme.follows = True
        hints.colorSchemeChanged.connect(_follow)
    _use(_wanted(appearance))


def _follow() -> None:
    if _theme.appearance is Appearance.SYSTEM:
        _use(_wanted(Appearance.SYSTEM))


def _wanted(appearance: Appearance) -> Tokens:
    if appearance is Appearance.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if appearance is Appearance.DARK else LIGHT


def _use(wanted: Tokens) -> None:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    _theme.tokens = wanted
    application.setPalette(palette(wanted))
    application.setStyleSheet(stylesheet(wanted, growth()))
    _theme.changed.emit()
