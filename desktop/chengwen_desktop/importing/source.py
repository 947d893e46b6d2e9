"""What is to be read in: a file or a pasted text, with the lines its reader found. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from chengwen_desktop.translation import marked, tr
from chengwen_library.reading.reader import file_content, source_lines, stated_of
from chengwen_library.reading.report import Dropped
from chengwen_library.reading.source import Segment, segment, segments
from chengwen_library.reading.stated import NOTHING, Stated

PASTED = marked("剪贴板里的文字")
"""The name of a source that is no file."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source's name, its raw content as it will be kept, its lines, and what its reader left out already.

    `replaces` are the ids of measures that a batch has kept from it, before anyone looked at them.
    """

    name: str
    suffix: str
    content: bytes
    lines: tuple[Segment, ...]
    dropped: tuple[Dropped, ...] = ()
    replaces: tuple[str, ...] = ()
    stated: Stated = NOTHING

    def all_lines(self) -> tuple[Segment, ...]:
        """Return the lines together with those that the reader left out, in the order of the source."""
        both = [*self.lines, *map(left_out, self.dropped)]
        return tuple(sorted(both, key=lambda line: (line.line, line.start)))


def load_source(path: Path, replaces: tuple[str, ...] = ()) -> Source:
    """Read a file's lines. Raises UnreadableFile."""
    content = file_content(path)
    lines, dropped = source_lines(path, content)
    stated = stated_of(path, content)
    return Source(path.name, path.suffix.lower(), content, tuple(lines), tuple(dropped), replaces, stated)


def pasted_source(text: str) -> Source:
    """Return the source that a pasted text is; its raw content is UTF-8."""
    return Source(tr(PASTED), ".txt", text.encode("utf-8", "replace"), tuple(segments(text)))


def left_out(dropped: Dropped) -> Segment:
    """Return the line that was left out."""
    return segment(dropped.line, dropped.span[0] if dropped.span else 0, dropped.text)
