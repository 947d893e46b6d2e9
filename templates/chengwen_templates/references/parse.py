"""Reading the references in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from chengwen_library.model import Span
from chengwen_templates.references.atoms import (
    absolute_step,
    annex_step,
    is_below,
    merged,
    own_step,
    path_steps,
    relative_step,
)
from chengwen_templates.references.reference import RANKS, Level, Reference, Step
from chengwen_templates.references.scanning import (
    JOINER,
    LINK,
    PATH,
    RANGE,
    TITLE_BEFORE,
    document_name,
    other_document,
    word_after,
    word_before,
)

_START = re.compile(r"[本第（(前上下后]|附件|《|[一二三四五六七八九十×]+、[（(]")
_MAY_REFER = re.compile(
    r"第|前[款项条章节两一二三四五六七八九1-9]|[上下]一?[款项条章节部]|附件\s?[0-9０-９一二三四五六七八九十×]|[）)]\s?[项条款点目]|、[（(]|[）)][0-9×]"
)
_SENTENCE_END = "。；\n"
_LOOSE = frozenset({Level.PARAGRAPH, Level.ITEM, Level.POINT, Level.SUBITEM})
_NEVER_BEFORE = "目当之此提以"
_BEFORE_RELATIVE = "按照据依反合除行实对由在将与同见及和或于用有因属具备述受享为经是其且但若如当款条项的"


@lru_cache(maxsize=8192)
def references(text: str, title: str = "") -> tuple[Reference, ...]:
    """Return the references of a text to its own document, in their order.

    Not among them: what follows another document's name (《…》第三条, 民法典第…条), what stands in
    titles and quotation marks, 第三方, 第一批 and the like. `title` is the document's own title,
    so that 《title》第三条 is a reference to it.
    """
    if not _MAY_REFER.search(text):
        return ()
    return tuple(_references(_Text(text, title)))


@dataclass
class _Text:
    text: str
    title: str
    titles: list[Span] = field(init=False)
    quotes: list[Span] = field(init=False)
    others: list[int] = field(default_factory=list[int])
    """Where references to other documents stand."""

    def __post_init__(self) -> None:
        self.titles = [match.span() for match in re.finditer(r"《[^》\n]*(?:》[^《\n]*(?=》))?》", self.text)]
        self.quotes = [match.span() for match in re.finditer(r"“[^”\n]*”", self.text)]


def _references(source: _Text) -> Iterator[Reference]:
    at = 0
    while (match := _START.search(source.text, at)) is not None:
        at = match.start()
        inside = next((span for span in source.titles if span[0] <= at < span[1]), None)
        if inside is not None:
            at = inside[1]
            continue
        group = _group(source, at)
        if group is None:
            at += 1
            continue
        found, end = group
        yield from found
        at = max(end, at + 1)


def _group(source: _Text, at: int) -> tuple[list[Reference], int] | None:
    """Return the references joined to each other from a place on, none if they are another document's."""
    text = source.text
    scope, begin = _scope(source, at)
    read = _path_group(source, scope, at, begin) or _chain(text, scope, at, begin)
    if read is None:
        return None
    found, end = read
    quote = next((span for span in source.quotes if span[0] < at < span[1]), None)
    if quote is not None and (quote[0] + 1, quote[1] - 1) != (at, end):
        return None
    if _is_other(source, found, at):
        source.others.append(at)
        return [], end
    firm = quote is not None or _is_firm(text, found, end)
    if not firm and not _may_stand(text, found, at):
        return [], end
    return [replace(one, firm=firm) for one in found], end


def _scope(source: _Text, at: int) -> tuple[str, int]:
    """Return the document's own name at a place, or before it as a title, and the place of what follows."""
    name = document_name().match(source.text, at)
    if name is not None:
        link = LINK.match(source.text, name.end())
        return name.group(), link.end() if link else name.end()
    return "", at


def _path_group(source: _Text, scope: str, start: int, begin: int) -> tuple[list[Reference], int] | None:
    """Return 三、（四）11. where it stands in quotation marks, behind a name or 第, or before 项 or 规定."""
    text = source.text
    if text.startswith("第", begin) and PATH.match(text, begin + 1):
        begin += 1
    read = path_steps(text, begin)
    if read is None:
        return None
    steps, end = read
    quoted = any(span == (start - 1, end + 1) for span in source.quotes)
    before = text[max(0, start - 4) : start]
    named = bool(scope) or begin > start or word_before().search(before) or re.match(r"[项条点]|规定|所列", text[end:])
    if not quoted and not (named and (start > 0 or scope)):
        return None
    return [Reference((start, end), scope, steps)], end


def _chain(text: str, scope: str, start: int, begin: int) -> tuple[list[Reference], int] | None:
    """Return the references that begin at a place: steps below each other and lists of them."""
    first = _first_step(text, begin, scope)
    if first is None:
        return None
    building = _Building(text, scope, start)
    building.leaves = [("", first[0])]
    end = first[1]
    while (following := building.following(end)) is not None:
        end = following
    building.close()
    last = building.found[-1].last
    alone = len(building.found) == 1 and len(building.found[0].steps) == 1
    if alone and not last.items and last.offset == 0:
        return None
    return building.found, end


def _first_step(text: str, at: int, scope: str) -> tuple[Step, int] | None:
    if scope:
        return annex_step(text, at) or absolute_step(text, at, bare=True)
    if text.startswith("本", at):
        return own_step(text, at)
    if text[at : at + 1] in "前上下后":
        return relative_step(text, at) if _relative_may_stand(text, at) else None
    return annex_step(text, at) or absolute_step(text, at, bare=False)


def _relative_may_stand(text: str, at: int) -> bool:
    before = text[at - 1] if at else "。"
    if text[at] == "前":
        return before not in _NEVER_BEFORE or (before == "以" and text[at + 1 : at + 2] in ("款", "条"))
    return not "\u4e00" <= before <= "\u9fff" or before in _BEFORE_RELATIVE


@dataclass
class _Building:
    """References being read: the steps above, and the list that is being read below them."""

    text: str
    scope: str
    start: int
    parents: list[Step] = field(default_factory=list[Step])
    leaves: list[tuple[str, Step]] = field(default_factory=list[tuple[str, Step]])
    inherited: int = 0
    found: list[Reference] = field(default_factory=list[Reference])

    def following(self, end: int) -> int | None:
        """Take in the step that follows, below the last one or joined to it; return the place behind it."""
        return self._below(end) or self._beside(end)

    def close(self) -> None:
        """Finish the reference that is being read."""
        step = merged(self.leaves)
        self.found.append(Reference((self.start, step.span[1]), self.scope, (*self.parents, step), self.inherited))

    def _below(self, end: int) -> int | None:
        last = self.leaves[-1][1]
        link = LINK.match(self.text, end)
        begin = link.end() if link and self.text.startswith("第", link.end()) else end
        read = absolute_step(self.text, begin, bare=True)
        if read is None and not last.items and last.offset == 0 and self.text[end : end + 1] == "前":
            read = relative_step(self.text, end)
        if read is None or not (is_below(read[0], last) or read[0].offset):
            return None
        if len(self.leaves) > 1:
            self._close_before_last()
        self.parents.append(self.leaves[-1][1])
        self.leaves = [("", read[0])]
        return read[1]

    def _close_before_last(self) -> None:
        step = merged(self.leaves[:-1])
        self.found.append(Reference((self.start, step.span[1]), self.scope, (*self.parents, step), self.inherited))
        self.start, self.inherited = self.leaves[-1][1].span[0], len(self.parents)
        self.leaves = self.leaves[-1:]

    def _beside(self, end: int) -> int | None:
        joint = RANGE.match(self.text, end) or JOINER.match(self.text, end)
        if joint is None:
            return None
        begin = joint.end()
        last = self.leaves[-1][1]
        read = annex_step(self.text, begin) if last.level is Level.ANNEX else None
        read = read or absolute_step(self.text, begin, bare=not last.suffixed)
        if read is None or not last.items:
            return None
        step = read[0]
        if step.level is last.level and step.suffixed == last.suffixed:
            self.leaves.append((joint.group().strip(), step))
            return read[1]
        return read[1] if self._anew(step) else None

    def _anew(self, step: Step) -> bool:
        levels = [parent.level for parent in self.parents]
        if step.level not in levels and RANKS[step.level] >= RANKS[self.leaves[-1][1].level]:
            return False
        self.close()
        keep = levels.index(step.level) if step.level in levels else 0
        self.parents = self.parents[:keep]
        self.start, self.inherited, self.leaves = step.span[0], keep, [("", step)]
        return True


def _is_other(source: _Text, found: Sequence[Reference], at: int) -> bool:
    first = found[0]
    if first.scope or not first.steps[0].items or first.steps[0].level is Level.ANNEX:
        return False
    before = source.text[:at]
    if TITLE_BEFORE.search(before[-80:]) or other_document().search(before[-50:]):
        return not _is_own_title(source, before)
    if first.steps[0].level not in (Level.ARTICLE, Level.PARAGRAPH, Level.CHAPTER, Level.PART):
        return False
    since = max(before.rfind(mark) for mark in _SENTENCE_END)
    return any(other > since for other in source.others)


def _is_own_title(source: _Text, before: str) -> bool:
    return bool(source.title) and re.search(rf"《{re.escape(source.title)}》[的中]?\s?$", before) is not None


def _is_firm(text: str, found: Sequence[Reference], end: int) -> bool:
    """Tell whether the words can be nothing but a reference, by themselves or by what stands around them."""
    first, last = found[0], found[-1]
    begin = first.span[0]
    uncounted = not first.steps[0].items and first.steps[0].level in (Level.PARAGRAPH, Level.ARTICLE)
    if first.scope or len(first.steps) > 1 or len(found) > 1 or uncounted:
        return True
    step = last.last
    if step.items and step.items[0].first.bracketed and step.suffixed:
        return True
    near = word_before().search(text[max(0, begin - 4) : begin]) is not None
    behind = word_after().match(text, end)
    if behind is not None and (behind.group()[0] not in "，。；、）”" or near):
        return True
    numbered = bool(step.items) and step.items[0].first.arabic
    return near and (step.level not in _LOOSE or numbered or behind is not None or end == len(text))


def _may_stand(text: str, found: Sequence[Reference], at: int) -> bool:
    """Tell whether words that are not certainly a reference are one all the same."""
    step = found[0].last
    if step.level is Level.ANNEX:
        line_start = at == 0 or text[at - 1] == "\n"
        return not (line_start or text[found[-1].span[1] : found[-1].span[1] + 1] in ("：", ":", ".", "．"))
    return step.level not in _LOOSE
