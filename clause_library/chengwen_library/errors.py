"""Failures a drafter can understand: each message says what, why and what to do, in Chinese."""


class ChengwenError(Exception):
    """Base of all failures shown to people; the message is one line of Chinese."""


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
