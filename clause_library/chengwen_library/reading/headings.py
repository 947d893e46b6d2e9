"""The heading of a numbered unit: alone on its line, or run in at the head of its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chengwen_library.facts.responsibility import note_spans
from chengwen_library.model import Form
from chengwen_library.reading.punctuation import normalised
from chengwen_library.reading.source import Segment
from chengwen_library.styles import HEADINGS

LONGEST_ALONE = 60
"""Characters; a longer line without a full stop is text."""

LEAST_TITLED, LEAST_SHARE = 3, 1 / 3
"""How many articles, and what share of them, begin with a title where articles have titles at all."""

_ENDS = "。；：，！？…"
_RUN_IN = re.compile(r"([^。：；！？]{2,40})。(.+)", re.DOTALL)
_RUN_IN_COLON = re.compile(r"([^。：；！？，、]{2,16})：(.+)", re.DOTALL)
_TITLE = re.compile(r"([^。：；！？，（）《》0-9]{4,20})。(.+)", re.DOTALL)
_ALONE = re.compile(r"(?!.*(?:下列|如下|以下))[^。：；！？，]{2,20}[：。]")
_PROVISION = re.compile(r"给予|不超过|不低于|应当|不得|[0-9]+(?:\.[0-9]+)?(?:万|亿)?(?:元|%|％)|制定本|根据《|下列")
_DIVISIONS = frozenset({Form.PART, Form.CHAPTER, Form.SECTION})


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands behind a mark: heading and its final mark, if there is one, and the text that follows."""

    heading: str | None
    mark: str | None
    text: str


def split_heading(words: str, form: Form, *, followed: bool, titled: bool) -> Heading:
    """Split the words behind a unit's mark; `followed` says that more lines belong to the unit.

    The heading of an article stands alone and ends without a mark (第三条　适用范围); its first
    sentence is text, unless the articles of the document are `titled` (see `are_titled`).
    """
    if form in _DIVISIONS:
        return Heading(words or None, None, "")
    if words and words[-1] not in _ENDS and len(words) <= LONGEST_ALONE and not note_spans(words):
        return Heading(words, None, "")
    if form is Form.ARTICLE:
        match = _TITLE.fullmatch(words) if titled else None
        return Heading(match.group(1), "。", match.group(2)) if match else Heading(None, None, words)
    if followed and _ALONE.fullmatch(words):
        return Heading(words[:-1], words[-1], "")
    for pattern, mark in ((_RUN_IN, "。"), (_RUN_IN_COLON, "：")):
        match = pattern.fullmatch(words)
        if match and _reads_as_heading(match.group(1)):
            return Heading(match.group(1), mark, match.group(2))
    return Heading(None, None, words)


def are_titled(articles: Sequence[str]) -> bool:
    """Tell whether a document's articles, by their words, as a rule begin with a title (鼓励产品研发。对……)."""
    titled = sum(_TITLE.fullmatch(words) is not None for words in articles)
    return titled >= LEAST_TITLED and titled >= len(articles) * LEAST_SHARE


def told_heading(line: Segment, mark: int) -> Heading | None:
    """Return the heading that a style tells of the line of a clause, its mark being `mark` characters long."""
    hint, words = line.hint, line.text[mark:].strip()
    if hint is None or not hint.begins:
        return None
    if hint.named in HEADINGS:
        return _parted(words, "")
    lead = normalised(line.raw[: hint.lead])
    if not line.text.startswith(lead):
        return None
    return _parted(lead[mark:].strip(), line.text[len(lead) :].strip()) if lead else Heading(None, None, words)


def begins_paragraph(line: Segment, mark: int) -> bool:
    """Tell whether the first 款 of a clause begins behind its mark of `mark` characters, as a bookmark tells."""
    inner = line.hint.inner if line.hint is not None else 0
    return inner > 0 and normalised(line.raw[:inner]).strip() == line.text[:mark].strip()


def _parted(words: str, text: str) -> Heading:
    """Return a heading with its final mark taken off."""
    if words[-1:] in ("。", "："):
        return Heading(words[:-1], words[-1], text)
    return Heading(words or None, None, text)


def is_lone_heading(text: str) -> bool:
    """Tell whether an unmarked line reads as a heading whose number was lost."""
    return 4 <= len(text) <= 30 and not re.search(r"[。；：，！？…（）《》0-9]", text)


def _reads_as_heading(words: str) -> bool:
    return not _PROVISION.search(words) and all(len(part) <= 30 for part in words.split("，"))
