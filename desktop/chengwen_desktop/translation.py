"""The interface's words: Chinese is the source, Qt's translation system has the rest.

Words that are looked up when the module is read (tables of commands) are marked with
`marked` and given to `tr` when they are shown.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "chengwen"
"""The one context of all words, so that the same words are translated once."""


def tr(words: str, **values: object) -> str:
    """Return the words in the interface's language, with `values` for their {names}."""
    translated = QCoreApplication.translate(CONTEXT, words)
    return translated.format(**values) if values else translated


def marked(words: str) -> str:
    """Return the words as they are; they are taken up for translation, and `tr` is called when they are shown."""
    return words
