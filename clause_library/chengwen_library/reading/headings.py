"""The heading of a numbered unit: alone on its line, or run in at the head of its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chengwen_library.facts.responsibility import note_spans
from chengwen_library.model import Form
from chengwen_library.reading.hints import HEADINGS
from chengwen_library.reading.punctuation import normalised
from chengwen_library.reading.source import Segment

LONGEST_ALONE = 60
"""Characters; a longer line without a full stop is text."""

_ENDS = "。；：，！？…"
_RUN_IN = re.compile(r"([^。：；！？]{2,40})。(.+)", re.DOTALL)
_RUN_IN_COLON = re.compile(r"([^。：；！？，、]{2,16})：(.+)", re.DOTALL)
_ALONE = re.compile(r"(?!.*(?:下列|如下|以下))[^。：；！？，]{2,20}[：。]")
_PROVISION = re.compile(r"给予|不超过|不低于|应当|不得|[0-9]+(?:\.[0-9]+)?(?:万|亿)?(?:元|%|％)|制定本|根据《|下列")
_DIVISIONS = frozenset({Form.PART, Form.CHAPTER, Form.SECTION})
LONGEST_OF_ARTICLE = 12


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands behind a mark: heading and its final mark, if there is one, and the text that follows."""

    heading: str | None
    mark: str | None
    text: str


def split_heading(words: str, form: Form, followed: bool) -> Heading:
    """Split the words behind a unit's mark; `followed` says that more lines belong to the unit."""
    if form in _DIVISIONS:
        return Heading(words or None, None, "")
    if words and words[-1] not in _ENDS and len(words) <= LONGEST_ALONE and not note_spans(words):
        return Heading(words, None, "")
    if followed and _ALONE.fullmatch(words):
        return Heading(words[:-1], words[-1], "")
    for pattern, mark in ((_RUN_IN, "。"), (_RUN_IN_COLON, "：")):
        match = pattern.fullmatch(words)
        if match and _reads_as_heading(match.group(1), form):
            return Heading(match.group(1), mark, match.group(2))
    return Heading(None, None, words)


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


def _parted(words: str, text: str) -> Heading:
    """Return a heading with its final mark taken off."""
    if words[-1:] in ("。", "："):
        return Heading(words[:-1], words[-1], text)
    return Heading(words or None, None, text)


def is_lone_heading(text: str) -> bool:
    """Tell whether an unmarked line reads as a heading whose number was lost."""
    return 4 <= len(text) <= 30 and not re.search(r"[。；：，！？…（）《》0-9]", text)


def _reads_as_heading(words: str, form: Form) -> bool:
    if form is Form.ARTICLE and len(words) > LONGEST_OF_ARTICLE:
        return False
    return not _PROVISION.search(words) and all(len(part) <= 30 for part in words.split("，"))
