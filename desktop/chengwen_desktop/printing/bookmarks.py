"""The headings of a document as bookmarks of its PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chengwen_desktop.printing.face import Face
from chengwen_library.styles import Role
from chengwen_templates.layout.faces import PlacedLine
from chengwen_templates.layout.flow import Paragraph
from chengwen_templates.layout.layout import Layout

_LEVELS = {
    Role.TITLE: 0,
    Role.MEASURE_TITLE: 0,
    Role.ANNEX_MARK: 0,
    Role.PART: 1,
    Role.CHAPTER: 1,
    Role.SECTION: 2,
    Role.FIRST: 1,
    Role.ARTICLE: 2,
    Role.SECOND: 2,
    Role.THIRD: 3,
    Role.FOURTH: 4,
}


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading: its words, level (0 outermost), face (from 0) and top in pt below the paper's edge."""

    words: str
    level: int
    face: int
    top: float


def bookmarks(layout: Layout, faces: Sequence[Face]) -> Iterator[Bookmark]:
    """Yield the headings in the order of the text; an annex is called by its mark and its title."""
    mark = ""
    seen: set[int] = set()
    for place, (laid, face) in enumerate(zip(layout.faces, faces, strict=True)):
        for one in laid.placed:
            if not isinstance(one, PlacedLine) or one.item in seen:
                continue
            seen.add(one.item)
            paragraph = one.cut.paragraph
            if paragraph.role is Role.ANNEX_MARK:
                mark = paragraph.words
            found = _heading(paragraph, mark)
            if found is not None:
                yield Bookmark(found[0], found[1], place, face.type_area.top + one.top / 20)


def _heading(paragraph: Paragraph, mark: str) -> tuple[str, int] | None:
    """Return a heading's words and level; None for other paragraphs."""
    if paragraph.role is Role.ANNEX_TITLE:
        return f"{mark}　{_plain(paragraph.words)}", 0
    level = next((run.level for run in paragraph.runs if run.level), None)
    if level is not None and level in _LEVELS:
        words = "".join(run.text for run in paragraph.runs if run.level)
        return _plain(words), _LEVELS[level]
    if paragraph.role in _LEVELS and paragraph.role is not Role.ANNEX_MARK:
        return _plain(paragraph.words), _LEVELS[paragraph.role]
    return None


def _plain(words: str) -> str:
    return words.replace("\n", "").strip().rstrip("。：")
