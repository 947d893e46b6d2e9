"""Bytes of a file to the segments that the later stages sort: decoding and line splitting."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace
from itertools import pairwise

from chengwen_library.errors import UnreadableFile
from chengwen_library.reading.hints import Hint
from chengwen_library.reading.punctuation import normalised

ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

MOST_CHARACTERS = 300_000
"""Characters of one source; the longest Chinese statutes have half of that."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the table's number in its file, the words of its cells, a paragraph a line.

    `plain` says that no cell is merged or holds a table; `wide` that the table lies across the page.
    """

    table: int
    cells: tuple[str, ...]
    plain: bool = True
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one source line: its number (from 1), where it starts, its words as they stand and normalised.

    `row` is set for a whole row of a table, where the format tells rows; a stretch cut from one has none.
    `hint` is what the format tells of the line beside its words, if anything.
    """

    line: int
    start: int
    raw: str
    text: str
    row: Row | None = None
    hint: Hint | None = None

    @property
    def end(self) -> int:
        """Return where the stretch ends in its line."""
        return self.start + len(self.raw)


def decode(content: bytes, name: str) -> str:
    """Return the text of a file called `name`: UTF-8, UTF-16 with a byte order mark, or GB18030.

    Raises UnreadableFile for empty and binary files, and for texts that are too long.
    """
    text = _any_encoding(content, name)
    refuse_too_long(len(text), name)
    return text


def refuse_too_long(characters: int, name: str) -> None:
    """Raise UnreadableFile if a source has more characters than a measure can have."""
    if characters > MOST_CHARACTERS:
        limit = MOST_CHARACTERS // 10_000
        raise UnreadableFile(f"“{name}”有 {characters // 10_000} 万字，超过 {limit} 万字的上限。请拆成几个文件再读入。")


def _any_encoding(content: bytes, name: str) -> str:
    if not content.strip():
        raise UnreadableFile(f"“{name}”是空文件，没有可以读入的文字。")
    for mark, encoding in ENCODINGS:
        if content.startswith(mark):
            return _decoded(content, encoding, name)
    if b"\0" in content:
        raise UnreadableFile(f"“{name}”不是文本文件。请另存为 .txt（UTF-8 或 GB18030 编码）再读入。")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(content, "gb18030", name)


def segment(line: int, start: int, raw: str, row: Row | None = None, hint: Hint | None = None) -> Segment:
    """Return the segment of `raw`, which starts at `start` of its line."""
    return Segment(line, start, raw, normalised(raw), row, hint)


def segments(text: str) -> list[Segment]:
    """Return a segment for each line of the text that is not blank."""
    return [segment(number, 0, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]


def cut(whole: Segment, *places: int) -> list[Segment]:
    """Cut a segment at the given places of its raw text; blank pieces vanish, for they hold no words."""
    if not places:
        return [whole]
    borders = [0, *places, len(whole.raw)]
    pieces = [(start, whole.raw[start:end]) for start, end in pairwise(borders)]
    return [
        segment(whole.line, whole.start + start, raw, hint=_hint_of_piece(whole, start))
        for start, raw in pieces
        if raw.strip()
    ]


def _hint_of_piece(whole: Segment, start: int) -> Hint | None:
    """Return the hint of a piece that begins at `start`: only the first one has the heading and the clause."""
    return whole.hint if whole.hint is None or start == 0 else replace(whole.hint, lead=0, begins=False, inner=0)


def _decoded(content: bytes, encoding: str, name: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"“{name}”的文字编码认不出来（不是 UTF-8、UTF-16 或 GB18030），或者不是文本文件。请另存为 UTF-8 再读入。"
        ) from error
    if "\0" in text or _looks_binary(text):
        raise UnreadableFile(f"“{name}”不是文本文件。请另存为 .txt（UTF-8 或 GB18030 编码）再读入。")
    return text


def _looks_binary(text: str) -> bool:
    """Tell whether more than one in a hundred characters is a control or private one, as in decoded rubbish."""
    odd = sum(
        1 for character in text if character < "\t" or "\x0e" <= character < " " or "\ue000" <= character < "\uf900"
    )
    return odd * 100 > len(text)
