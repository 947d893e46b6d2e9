"""What a Word file tells of a paragraph beside its words: the element its style names, where a heading ends, clauses.

Documents whose styles are named after the elements of an official document tell what words alone
do not: which line is the title, where the notice ends, whose text a paragraph goes on with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from chengwen_library.styles import FOUR_LEVELS, HEADINGS, LEAD_SUFFIX, Role


@dataclass(frozen=True, slots=True)
class Hint:
    """What is told of a line: its element; how many characters as they stand are a heading that runs into the text.

    `begins` says that a clause begins with the line, as a bookmark tells; `inner` how many characters
    stand before the first 款 of that clause, if a second bookmark tells that it begins on the same line.
    """

    named: Role
    lead: int = 0
    begins: bool = False
    inner: int = 0


class Hinted(Protocol):
    """A line that may have a hint."""

    @property
    def hint(self) -> Hint | None:
        """Return what is told of it."""
        ...


def begins(line: Hinted) -> bool:
    """Tell whether a clause begins with a line, as a bookmark tells."""
    return line.hint is not None and line.hint.begins


def named(name: str) -> Role | None:
    """Return the element that a style's name stands for, or None."""
    return _BY_NAME.get(name.strip())


def of_word(name: str) -> Role | None:
    """Return the heading for which one of Word's own styles stands in a document whose other styles are named."""
    return _OF_WORD.get(name.strip().lower())


def is_lead(name: str) -> bool:
    """Tell whether a character style is that of a heading that runs into its text."""
    return _BY_NAME.get(name.strip().removesuffix(LEAD_SUFFIX)) in HEADINGS and name.strip().endswith(LEAD_SUFFIX)


_OF_WORD = {f"heading {level}": heading for level, heading in enumerate(FOUR_LEVELS, start=1)}
_BY_NAME = {str(one): one for one in Role}
