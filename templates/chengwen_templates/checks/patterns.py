"""Rules that are patterns of sentences: a table of what is said, when it does not count, and what to do.

The tables stand beside the families as TOML. `[parts]` names pieces of patterns, used as `<name>`;
every `[[pattern]]` has `rule`, `words` and perhaps `also` (one of each must occur: it keeps checking fast), `find`,
`unless` (does not count if this matches anywhere in the sentence or its lead), `needs` (counts only if
this matches there), `says`, `do`, and `ask`, the question that the fix asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

import tomli

from chengwen_library.model import Span
from chengwen_templates.checks.finding import Finding, Fix, FixKind
from chengwen_templates.checks.rules import rule
from chengwen_templates.checks.sentences import Sentence
from chengwen_templates.checks.subject import Subject

_PART = re.compile(r"<([a-z][a-z-]*)>")
_NEVER = re.compile(r"(?!)")


class Lazy:
    """A regular expression that is compiled when it is first asked for: most of a table never are."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled; what matches nothing for an empty source."""
        return re.compile(self._source, re.VERBOSE) if self._source else _NEVER


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying what a rule looks for; `negative` says that its own words forbid something."""

    rule: str
    words: frozenset[str]
    also: tuple[str, ...]
    find: Lazy
    unless: Lazy
    needs: Lazy | None
    negative: bool
    led: bool
    says: str
    do: str
    ask: str


@dataclass(frozen=True)
class Table:
    """The patterns of a family and what turns any of them round."""

    patterns: tuple[Pattern, ...]
    words: tuple[str, ...]
    near: Lazy
    far: Lazy
    after: Lazy

    def turned(self, pattern: Pattern, text: str, span: Span) -> bool:
        """Return whether the words at `span` are forbidden, lifted or looked into rather than ordered."""
        before = text[: span[0] if pattern.negative else span[1]]
        ahead = self.far.pattern.search(before) or self.near.pattern.search(before)
        return bool(ahead or self.after.pattern.match(text[span[1] :]))


@cache
def table(family: str) -> Table:
    """Return the table of patterns of a family (`families/<family>.toml` and what lies in `<family>-….toml`)."""
    folder = files("chengwen_templates.checks.families")
    names = (one.name for one in folder.iterdir() if re.fullmatch(rf"{family}(-\w+)?\.toml", one.name))
    tables = [tomli.loads((folder / name).read_text(encoding="utf-8")) for name in sorted(names, key=_in_order)]
    data: dict[str, Any] = {key: value for one in tables for key, value in one.items()}
    parts: dict[str, str] = data.get("parts", {})
    given = _with_words_of_earlier(one for table in tables for one in table.get("pattern", ()))
    patterns = tuple(_pattern(one, parts, data.get("ask", "")) for one in given)
    words = dict.fromkeys(word for pattern in patterns for word in sorted(pattern.words))
    turns = data.get("turned", {})
    near, far, after = (_expanded(turns.get(name, ""), parts) for name in ("near", "far", "after"))
    return Table(patterns, tuple(words), near, far, after)


def _in_order(name: str) -> tuple[int, str]:
    """Return the key that sorts fair.toml, fair-8.toml, fair-10.toml as their articles are."""
    number = re.search(r"\d+", name)
    return int(number[0]) if number else 0, name


def _with_words_of_earlier(patterns: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the patterns, each with `says`, `do` and `ask` of the first of its rule where it has none of its own."""
    first: dict[str, dict[str, Any]] = {}
    for one in patterns:
        told = first.setdefault(one["rule"], one)
        yield {**{key: told[key] for key in ("says", "do", "ask") if key in told}, **one}


def found(family: str, subject: Subject) -> Iterator[Finding]:
    """Yield what the patterns of a family find: of every rule the first place in each sentence."""
    for sentence in subject.sentences:
        for number, span in hits(family, sentence.text, sentence.lead):
            yield _finding(table(family).patterns[number], sentence, span)


@lru_cache(maxsize=8192)
def hits(family: str, text: str, lead: str) -> tuple[tuple[int, Span], ...]:
    """Return the patterns (by place in the table) that hit a sentence, with spans; remembered between checks."""
    patterns = table(family)
    there = {word for word in patterns.words if word in text}
    first: dict[str, tuple[int, Span]] = {}
    for number, pattern in enumerate(patterns.patterns) if there else ():
        if there.isdisjoint(pattern.words) or pattern.rule in first:
            continue
        if pattern.also and not any(word in text or word in lead for word in pattern.also):
            continue
        if span := _hit(patterns, pattern, text, lead):
            first[pattern.rule] = number, span
    return tuple(first.values())


def _hit(patterns: Table, pattern: Pattern, text: str, lead: str) -> Span | None:
    before = f"{lead}，" if lead else ""
    whole = before + text
    alone = (match.span() for match in pattern.find.pattern.finditer(text))
    spans = [(start + len(before), end + len(before)) for start, end in alone]
    if pattern.led and before:
        spans += [match.span() for match in pattern.find.pattern.finditer(whole)]
    if not spans or pattern.unless.pattern.search(whole):
        return None
    if pattern.needs and not pattern.needs.pattern.search(whole):
        return None
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
        frozenset(data["words"]),
        tuple(data.get("also", ())),
        _expanded(data["find"], parts),
        _expanded(data.get("unless", ""), parts),
        _expanded(data["needs"], parts) if "needs" in data else None,
        data.get("negative", False),
        data.get("led", False),
        data["says"],
        data["do"],
        data.get("ask", ask),
    )


def _expanded(text: str, parts: dict[str, str]) -> Lazy:
    while names := _PART.findall(text):
        for name in names:
            text = text.replace(f"<{name}>", f"(?:{parts[name]})")
    return Lazy(text)
