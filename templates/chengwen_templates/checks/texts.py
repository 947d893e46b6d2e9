"""What the families of rules share: hits in a text, titles masked, words of a source line found in the measure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import tomli

from chengwen_library.model import Span
from chengwen_templates.checks.finding import Finding, Fix, FixKind
from chengwen_templates.checks.passages import Part, Passage, Place
from chengwen_templates.checks.rules import rule
from chengwen_templates.checks.subject import Subject

MASK = "\u3000"
"""Stands for every character of a masked stretch, so that spans stay right."""

PROSE = frozenset(
    {
        Part.NOTICE_BODY, Part.PREAMBLE, Part.HEADING, Part.INTRO, Part.TEXT, Part.WRAP_UP, Part.CLOSING,
        Part.ANNEX_TEXT,
    }
)  # fmt: skip
"""The parts that are sentences or headings."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found in a text: the id of the rule, the words' place, the message and the fix."""

    rule: str
    span: Span
    message: str
    fix: Fix | None = None


def finding(hit: Hit, passage: Passage, line: int | None = None) -> Finding:
    """Return the finding of a hit in a passage."""
    start, end = hit.span
    return Finding(rule(hit.rule), passage.place, passage.text[start:end], hit.message, hit.span, hit.fix, line)


def findings(hits: Iterable[Hit], passage: Passage) -> list[Finding]:
    """Return the findings of the hits in a passage."""
    return [finding(hit, passage) for hit in hits]


def replaced(text: str) -> Fix:
    """Return the fix that puts other words in the place of those found."""
    return Fix(FixKind.REPLACE, text)


def asked(question: str) -> Fix:
    """Return the fix that only a person can make, by answering the question."""
    return Fix(FixKind.ASK, question)


@lru_cache(maxsize=8192)
def without_titles(text: str) -> str:
    """Return the text, equally long, with what stands in 《 》 masked; 《 》 themselves stay."""
    if "《" not in text:
        return text
    characters, depth = list(text), 0
    for index, character in enumerate(text):
        depth -= character == "》" and depth > 0
        if depth > 0:
            characters[index] = MASK
        depth += character == "《"
    return "".join(characters) if depth == 0 else text


SHORTEST = 4
"""Characters of words by which a place is looked for."""


def place_of_words(subject: Subject, words: str) -> Place | None:
    """Return the place of the first passage that holds the words, spaces aside, or None."""
    wanted = re.sub(r"\s", "", words)
    if len(wanted) < SHORTEST:
        return None
    return next((one.place for one in subject.passages if wanted in re.sub(r"\s", "", one.text)), None)


@cache
def family_table(name: str) -> dict[str, Any]:
    """Return the TOML table `name` that lies beside the families."""
    source = files("chengwen_templates.checks.families") / name
    return tomli.loads(source.read_text(encoding="utf-8"))
