"""Failures a drafter can understand: each message says what, why and what to do, in Chinese."""

from __future__ import annotations

import unicodedata

_NEVER_SHOWN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Kinds of characters that break a line, command a terminal, turn the direction of words, or are none."""


class ChengwenError(Exception):
    """Base of all failures shown to people; the message is one line of Chinese.

    Names of files and words from them stand in messages: what is no plain character in them becomes “�”.
    """

    def __init__(self, message: str) -> None:
        super().__init__(plain(message))


def plain(words: str) -> str:
    """Return words as they can be shown in one line, with “�” for whatever would do something instead."""
    return "".join("\ufffd" if unicodedata.category(letter) in _NEVER_SHOWN else letter for letter in words)


class UnreadableFile(ChengwenError):
    """An input could not be read; nothing was changed."""


class UnwritableFile(ChengwenError):
    """An output could not be written; the old file, if any, is whole."""


class NotInLibrary(ChengwenError):
    """A measure or clause was named that the library does not hold."""


class InvalidAnswers(ChengwenError):
    """Answers of a template are missing or wrong."""


class TemplateFailed(ChengwenError):
    """A template is faulty or went beyond its limits."""
