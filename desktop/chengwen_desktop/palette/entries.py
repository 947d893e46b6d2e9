"""What the palette lists."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from chengwen_desktop.palette.initials import Sounds, sounds
from chengwen_desktop.theme.marks import Severity
from chengwen_desktop.translation import marked, tr
from chengwen_library.model import Unit
from chengwen_library.numbering import Mark, parse_mark


def fold(text: str) -> str:
    """Return a text in small letters with plain ones for the full-width, each character in its place."""
    plain = (unicodedata.normalize("NFKC", character).lower() for character in text)
    return "".join(one if len(one) == 1 else given for one, given in zip(plain, text, strict=True))


class Group(StrEnum):
    """The groups in the order in which they stand; the value is what is written above them."""

    RECENT = marked("最近用过")
    COMMANDS = marked("命令")
    CLAUSES = marked("本稿")
    LIBRARY = marked("条款库")
    SETTINGS = marked("设置")


LONGEST = 40
"""Characters of a clause without heading that are shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row.

    `mark` is a clause's number with its brackets, `body` its text, which is searched too; `note` says
    where a command stands. `off` says why it cannot be done now, empty if it can. `id` is kept in the
    settings where the entry is one that lasts, so it is empty for what belongs to one draft.
    """

    id: str
    group: Group
    words: str
    run: Callable[[], object]
    note: str = ""
    keys: str = ""
    icon: str = ""
    off: str = ""
    mark: str = ""
    body: str = ""
    severity: Severity | None = None
    folded: str = field(init=False)
    sounds: Sounds = field(init=False)
    number: Mark | None = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", fold(self.words))
        object.__setattr__(self, "sounds", sounds(self.words))
        object.__setattr__(self, "number", parse_mark(self.mark) if self.mark else None)


def clause_entry(
    unit: Unit, run: Callable[[], object], *, mark: str, name: str = "", severity: Severity | None = None
) -> Entry:
    """Return the row of one of the draft's units, called by its number and found by its words."""
    text = "\n".join(filter(None, [unit.intro, unit.text, unit.wrap_up]))
    words = unit.heading or text[:LONGEST] or tr("还没有写")
    return Entry(name, Group.CLAUSES, words, run, icon="article", mark=mark, body=text, severity=severity)
