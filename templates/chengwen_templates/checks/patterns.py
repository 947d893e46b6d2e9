"""Rules that are patterns of sentences: a table of what is said, when it does not count, and what to do.

The tables stand beside the families as TOML. `[parts]` names pieces of patterns, used as `<name>`;
every `[[pattern]]` has `rule`, `words` (one of them must occur: it keeps checking fast), `find`,
`unless` (does not count if this matches anywhere in the sentence or its lead), `needs` (counts only if
this matches there), `says`, `do`, and `ask`, the question that the fix asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import tomli

from chengwen_library.model import Span
from chengwen_templates.checks.finding import Finding, Fix, FixKind
from chengwen_templates.checks.rules import rule
from chengwen_templates.checks.sentences import Sentence, sentences
from chengwen_templates.checks.subject import Subject

_PART = re.compile(r"<([a-z][a-z-]*)>")
_NEVER = re.compile(r"(?!)")
_ANYTHING = re.compile("")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying what a rule looks for; `negative` says that its own words forbid something."""

    rule: str
    words: tuple[str, ...]
    find: re.Pattern[str]
    unless: re.Pattern[str]
    needs: re.Pattern[str]
    negative: bool
    led: bool
    says: str
    do: str
    ask: str


@dataclass(frozen=True)
class Table:
    """The patterns of a family and what turns any of them round."""

    patterns: tuple[Pattern, ...]
    words: re.Pattern[str]
    near: re.Pattern[str]
    far: re.Pattern[str]
    after: re.Pattern[str]

    def turned(self, pattern: Pattern, text: str, span: Span) -> bool:
        """Return whether the words at `span` are forbidden, lifted or looked into rather than ordered."""
        before = text[: span[0] if pattern.negative else span[1]]
        return bool(self.far.search(before) or self.near.search(before) or self.after.match(text[span[1] :]))


@cache
def table(family: str) -> Table:
    """Return the table of patterns of a family (`families/<family>.toml`), compiled."""
    source = files("chengwen_templates.checks.families") / f"{family}.toml"
    data: dict[str, Any] = tomli.loads(source.read_text(encoding="utf-8"))
    parts: dict[str, str] = data.get("parts", {})
    patterns = tuple(_pattern(one, parts, data.get("ask", "")) for one in data["pattern"])
    words = {word for pattern in patterns for word in pattern.words}
    turns = data.get("turned", {})
    near, far, after = (_compiled(turns.get(name, ""), parts) for name in ("near", "far", "after"))
    return Table(patterns, re.compile("|".join(map(re.escape, sorted(words)))), near, far, after)


def found(family: str, subject: Subject) -> Iterator[Finding]:
    """Yield what the patterns of a family find: of every rule the first place in each sentence."""
    for sentence in sentences(subject.measure, subject.passages):
        for number, span in hits(family, sentence.text, sentence.lead):
            yield _finding(table(family).patterns[number], sentence, span)


@lru_cache(maxsize=8192)
def hits(family: str, text: str, lead: str) -> tuple[tuple[int, Span], ...]:
    """Return the patterns (by place in the table) that hit a sentence, with spans; remembered between checks."""
    patterns = table(family)
    if not patterns.words.search(text):
        return ()
    first: dict[str, tuple[int, Span]] = {}
    for number, pattern in enumerate(patterns.patterns):
        if pattern.rule not in first and (span := _hit(patterns, pattern, text, lead)):
            first[pattern.rule] = number, span
    return tuple(first.values())


def _hit(patterns: Table, pattern: Pattern, text: str, lead: str) -> Span | None:
    if not any(word in text for word in pattern.words):
        return None
    before = f"{lead}，" if lead else ""
    whole = before + text
    if pattern.unless.search(whole) or not pattern.needs.search(whole):
        return None
    alone = (match.span() for match in pattern.find.finditer(text))
    spans = [(start + len(before), end + len(before)) for start, end in alone]
    if pattern.led and before:
        spans += [match.span() for match in pattern.find.finditer(whole)]
    for start, end in spans:
        if end > len(before) and not patterns.turned(pattern, whole, (start, end)):
            return max(0, start - len(before)), end - len(before)
    return None


def _finding(pattern: Pattern, sentence: Sentence, span: Span) -> Finding:
    words = sentence.original(span)
    fix = Fix(FixKind.ASK, pattern.ask) if pattern.ask else None
    message = f"“{words}”{pattern.says}。{pattern.do}。"
    return Finding(rule(pattern.rule), sentence.passage.place, words, message, sentence.placed(span), fix)


def _pattern(data: dict[str, Any], parts: dict[str, str], ask: str) -> Pattern:
    return Pattern(
        data["rule"],
        tuple(data["words"]),
        _compiled(data["find"], parts),
        _compiled(data.get("unless", ""), parts),
        _compiled(data["needs"], parts) if "needs" in data else _ANYTHING,
        data.get("negative", False),
        data.get("led", False),
        data["says"],
        data["do"],
        data.get("ask", ask),
    )


def _compiled(text: str, parts: dict[str, str]) -> re.Pattern[str]:
    while names := _PART.findall(text):
        for name in names:
            text = text.replace(f"<{name}>", f"(?:{parts[name]})")
    return re.compile(text, re.VERBOSE) if text else _NEVER
