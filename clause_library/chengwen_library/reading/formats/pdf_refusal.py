"""Why a PDF is refused: what the reading process and the program both know."""

from __future__ import annotations


class Refused(Exception):
    """A file could not be read; `reason` is one of password, form, broken, pages, characters, killed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
