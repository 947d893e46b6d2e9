"""The user's library and index, opened for a command."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from chengwen_desktop.commands.output import tell
from chengwen_desktop.home import index_folder, library_folder, office_folder
from chengwen_library.library import Library

if TYPE_CHECKING:
    from chengwen_index.search import Index


def open_library() -> Library:
    """Return the user's library, filled with the measures that ship on first use; the office's own words count."""
    from chengwen_index.own_words import use_own_words

    for fault in use_own_words(office_folder()):
        tell(str(fault))
    library = Library(library_folder())
    library.fill()
    return library


def today() -> date:
    """Return the day where the drafter sits."""
    return date.today()  # noqa: DTZ011


def open_user_index(library: Library) -> Index:
    """Return the index of the library, rebuilt if it no longer fits, with a word on stderr."""
    from chengwen_index.opening import open_index

    index = open_index(library, index_folder(), tell)
    for path, reason in library.unreadable.items():
        tell(f"{path.name}：{reason}")
    return index
