"""A measure as plain text and as Markdown: the same words as the Word document."""

from __future__ import annotations

import re

from chengwen_library.model import Measure
from chengwen_library.styles import Role
from chengwen_templates.content import Block, whole

_FLUSH = frozenset({Role.NUMBER, Role.RECIPIENTS, Role.ANNEX_MARK, Role.COPIES, Role.IMPRINT, Role.MARK})
_TITLES = frozenset({Role.TITLE, Role.MEASURE_TITLE, Role.ANNEX_TITLE})
_DEPTHS = {
    Role.TITLE: 1,
    Role.MEASURE_TITLE: 1,
    Role.ANNEX_TITLE: 1,
    Role.PART: 2,
    Role.CHAPTER: 2,
    Role.SECTION: 3,
    Role.ARTICLE: 4,
    Role.FIRST: 2,
    Role.SECOND: 3,
    Role.THIRD: 4,
    Role.FOURTH: 5,
}
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~])")
_MARKDOWN_START = re.compile(r"^(\d+)\.(?=\s)|^([#+-])(?=\s)")


def build_text(measure: Measure) -> str:
    """Return the export as plain text: one paragraph a line, indented by two full-width blanks.

    Titles have an empty line around them; the text ends with a line feed.
    """
    lines: list[str] = []
    for block in whole(measure):
        lines += ["", block.words, ""] if block.role in _TITLES else [_line(block)]
    return "\n".join(lines).strip("\n") + "\n"


def build_markdown(measure: Measure) -> str:
    """Return the export as Markdown; a heading that runs into its text is bold."""
    parts = [_markdown(block) for block in whole(measure) if block.words.strip()]
    return "\n\n".join(parts) + "\n"


def _line(block: Block) -> str:
    words = block.words.replace("\t", "　　").strip()
    return words if block.role in _FLUSH or not words else f"　　{words}"


def _markdown(block: Block) -> str:
    if depth := _DEPTHS.get(block.role):
        return f"{'#' * depth} {_escaped(block.words)}"
    lead = f"**{_escaped(block.lead.strip())}**" if block.level else _escaped(block.lead)
    gap = "　" if block.lead.endswith("　") and block.level else ""
    return _MARKDOWN_START.sub(r"\\\g<0>", lead + gap + _escaped(block.text.replace("\t", "　　")))


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)
