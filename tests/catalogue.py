"""The words of the interface and what they are in English, as `chengwen_en.ts` has them; and what was left in Chinese."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from xml.etree import ElementTree

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu, QTabBar, QWidget

from chengwen_desktop.translation import CONTEXT, plain
from walking import walked

SOURCE = files("chengwen_desktop").joinpath("translations", "chengwen_en.ts")
FIELDS = re.compile(r"\{(\w+)[^{}]*\}")
CHINESE = re.compile(r"[\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e]")

DOCUMENT = frozenset({"FieldEntry", "RecordsEdit", "GuideBrowser"})
"""Widgets that show the words of templates or of the guide, which are in the language of the documents."""


@cache
def english() -> dict[str, str]:
    """Return the words with their translation; "" for those that are not finished."""
    found: dict[str, str] = {}
    for message in ElementTree.fromstring(SOURCE.read_text(encoding="utf-8")).iter("message"):
        translation = message.find("translation")
        done = translation is not None and translation.get("type") is None
        found[message.findtext("source", "")] = (translation.text or "") if done else ""
    return found


def left_in_chinese(top: QWidget) -> Iterator[str]:
    """Tell of words of the interface that stand in a window as they are in Chinese."""
    for widget in walked(top):
        if not _shows_documents(widget):
            for words in {plain(words) for words in _words(widget)} & _interface():
                yield f"Chinese: {words} in {type(widget).__name__} of {type(widget.parentWidget()).__name__}"
    for menu in top.findChildren(QMenu):
        for action in menu.actions():
            if {plain(action.text()), action.toolTip()} & _interface():
                yield f"Chinese: {action.text()} in a menu"


class Untranslated(QTranslator):
    """Takes down what is asked for in vain: words that are not in the catalogue. It translates nothing itself."""

    def __init__(self) -> None:
        super().__init__()
        self.words: set[str] = set()

    def translate(self, context: str, words: str, _told: str | None = None, _number: int = -1) -> None:
        """Take the words down if nobody has them."""
        if context == CONTEXT and not english().get(words):
            self.words.add(words)


@cache
def _interface() -> frozenset[str]:
    return frozenset(plain(words) for words, other in english().items() if CHINESE.search(words) and words != other)


def _shows_documents(widget: QWidget | None) -> bool:
    while widget is not None and not widget.isWindow():
        if type(widget).__name__ in DOCUMENT:
            return True
        widget = widget.parentWidget()
    return False


def _words(widget: QWidget) -> Iterator[str]:
    spoken = QAccessible.queryAccessibleInterface(widget)
    if spoken:
        yield spoken.text(QAccessible.Text.Name)
    yield from (widget.accessibleName(), widget.toolTip(), widget.windowTitle())
    for name in ("text", "placeholderText", "currentText", "title"):
        told = getattr(widget, name, None)
        if callable(told):
            yield str(told())
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
