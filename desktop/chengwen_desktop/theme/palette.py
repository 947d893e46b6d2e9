"""Qt's palette made from the tokens."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from chengwen_desktop.theme.tokens import Tokens

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of a theme."""
    made = QPalette()
    roles = {
        _Role.Window: tokens.window,
        _Role.WindowText: tokens.text,
        _Role.Base: tokens.base,
        _Role.AlternateBase: tokens.alt,
        _Role.Text: tokens.text,
        _Role.Button: tokens.raised,
        _Role.ButtonText: tokens.text,
        _Role.BrightText: tokens.err,
        _Role.Mid: tokens.line,
        _Role.Midlight: tokens.hair,
        _Role.Light: tokens.raised,
        _Role.Dark: tokens.line,
        _Role.Shadow: tokens.line,
        _Role.Highlight: tokens.sel,
        _Role.HighlightedText: tokens.text,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.accent,
        _Role.LinkVisited: tokens.accent,
        _Role.PlaceholderText: tokens.text3,
        _Role.ToolTipBase: tokens.raised,
        _Role.ToolTipText: tokens.text,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    made.setColor(_Group.Inactive, _Role.Highlight, QColor(tokens.sel_off))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        made.setColor(_Group.Disabled, role, QColor(tokens.disabled))
    return made
