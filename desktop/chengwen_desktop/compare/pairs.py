"""A clause of the draft beside one of its precedents, as a row shows it. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chengwen_desktop.clause.beside import CHANGES, is_change
from chengwen_desktop.origins import place_name
from chengwen_desktop.search.model import share_words
from chengwen_desktop.translation import day_words, marked, tr
from chengwen_index.comparing.comparison import Compared, Precedent
from chengwen_index.comparing.diff import WEIGHT, Change, Part
from chengwen_index.comparing.similarity import Relation
from chengwen_library.model import Clause, ClauseKind
from chengwen_templates.comparison_table.marking import is_marked


class Filter(StrEnum):
    """Which rows show; the value is its name."""

    ALL = marked("全部")
    VERBATIM = marked("照录")
    ADAPTED = marked("改写")
    RELATED = marked("相关")
    NONE = marked("无先例")


FILTERED = {Filter.VERBATIM: Relation.VERBATIM, Filter.ADAPTED: Relation.ADAPTED, Filter.RELATED: Relation.RELATED}
_KINDS = {ClauseKind.PREAMBLE: marked("引言"), ClauseKind.LEAD: marked("总述"), ClauseKind.CLOSING: marked("结尾")}

Numbered = tuple[int, int, int]
"""Start and end of changed words, and the number of their change."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A clause, its precedents (None while it is not compared yet), and which of them shows.

    `is_open` unfolds a pair of equal texts; `boxed` is the number of the change with the frame.
    """

    clause: Clause
    compared: Compared | None = None
    at: int = 0
    is_open: bool = False
    boxed: int | None = None

    @property
    def precedent(self) -> Precedent | None:
        """The precedent that shows."""
        found = self.compared.precedents if self.compared else ()
        return found[min(self.at, len(found) - 1)] if found else None

    @property
    def is_folded(self) -> bool:
        """Whether it is one line, since both texts are the same."""
        precedent = self.precedent
        return precedent is not None and precedent.relation is Relation.VERBATIM and not self.is_open

    @property
    def is_marked(self) -> bool:
        """Whether the differences are worth marking word by word."""
        precedent = self.precedent
        return precedent is not None and is_marked(precedent.relation, precedent.diff)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What differs, heading first, in the order of the text; nothing where it is not marked."""
        precedent = self.precedent
        if precedent is None or not self.is_marked:
            return ()
        return tuple(part for part in (*precedent.heading.parts, *precedent.diff.parts) if is_change(part))

    def fits(self, wanted: Filter) -> bool:
        """Tell whether it shows under a filter; what is not compared yet shows under 全部 only."""
        if wanted is Filter.ALL:
            return True
        return self.compared is not None and self.compared.relation is FILTERED.get(wanted)


def counts(pairs: Sequence[Pair]) -> dict[Filter, int]:
    """Return how many rows each filter shows."""
    return {wanted: sum(pair.fits(wanted) for pair in pairs) for wanted in Filter}


def changes(pair: Pair) -> list[tuple[Change, int]]:
    """Return the classes of changes with how often each occurs, the weightiest first."""
    number = Counter(change for part in pair.parts for change in part.changes)
    return [(change, number[change]) for change in CHANGES if number[change]]


def next_change(pair: Pair, wanted: Change | None = None) -> int | None:
    """Return the number of the change after the framed one, of a class or of all, the weightiest first."""
    parts = pair.parts
    numbers = [number for number, part in enumerate(parts) if wanted is None or wanted in part.changes]
    if wanted is None:
        numbers.sort(key=lambda number: (min((WEIGHT[one] for one in parts[number].changes), default=99), number))
    if not numbers:
        return None
    at = numbers.index(pair.boxed) if pair.boxed in numbers else -1
    return numbers[(at + 1) % len(numbers)]


def own_words(parts: Sequence[Part], first: int) -> tuple[str, tuple[Numbered, ...]]:
    """Return the draft's text with what the precedent lacks; its changes are numbered from `first` on."""
    return _numbered(parts, first, "new")


def precedent_words(parts: Sequence[Part], first: int) -> tuple[str, tuple[Numbered, ...]]:
    """Return the precedent's text with what the draft lacks; its changes are numbered from `first` on."""
    return _numbered(parts, first, "base")


def _numbered(parts: Sequence[Part], number: int, side: str) -> tuple[str, tuple[Numbered, ...]]:
    text = ""
    found: list[Numbered] = []
    for part in parts:
        words = part.new if side == "new" else part.base
        if is_change(part):
            if words:
                found.append((len(text), len(text) + len(words), number))
            number += 1
        text += words
    return text, tuple(found)


def own_place(clause: Clause) -> str:
    """Return the mark of a clause, or what part of the draft it is: （六）, 引言, 二、总述."""
    kind = _KINDS.get(clause.kind)
    mark = clause.path[-1] if clause.path else ""
    return (mark if clause.kind is ClauseKind.LEAD else "") + tr(kind) if kind else mark


def own_heading(clause: Clause) -> str:
    """Return the heading; a lead has the one of its part."""
    return clause.heading or ""


def precedent_place(precedent: Precedent) -> str:
    """Return region and place of a precedent: 鄂州（八）."""
    hit = precedent.hit
    kinds = {"preamble": tr("引言"), "closing": tr("结尾")}
    mark = kinds.get(hit.kind) or (hit.path[-1] if hit.path else "")
    return place_name(hit.region, mark)


def relation_words(pair: Pair) -> str:
    """Return what the clause is to the precedent that shows: 改写 62%."""
    precedent = pair.precedent
    return share_words(precedent.relation, precedent.similarity) if precedent else tr("无先例")


def further_words(pair: Pair) -> str:
    """Return which of the precedents shows: 另 2 条; 第 2 条，共 3 条."""
    total = len(pair.compared.precedents) if pair.compared else 0
    if total < 2:
        return ""
    return (
        tr("第 {at} 条，共 {total} 条", at=pair.at + 1, total=total)
        if pair.at
        else tr("另 {count} 条", count=total - 1)
    )


def spoken(pair: Pair) -> str:
    """Return a row in words, for those who cannot see it."""
    head = f"{own_place(pair.clause)}{own_heading(pair.clause)}"
    if pair.compared is None:
        return tr("{clause}，还没有对照", clause=head)
    precedent = pair.precedent
    if precedent is None:
        return tr("{clause}，无先例。{text}", clause=head, text=pair.clause.text)
    found = tr("，").join(f"{tr(CHANGES[change])} {count}" for change, count in changes(pair))
    source = f"{precedent_place(precedent)}{precedent.hit.heading or ''}"
    return tr("，").join(filter(None, [head, relation_words(pair), source, found, _in_words(pair)]))


def tip(pair: Pair) -> str:
    """Return what a row says when it is pointed at: where the precedent stands."""
    precedent = pair.precedent
    if precedent is None:
        return ""
    hit = precedent.hit
    place = place_name(hit.region, "".join(hit.path))
    when = day_words(hit.date) if hit.date else tr("未署日期")
    return "\n".join(filter(None, [f"{place}{hit.heading or ''}", f"《{hit.title}》", hit.doc_number, when]))


def _in_words(pair: Pair) -> str:
    def told() -> Iterator[str]:
        for part in pair.parts:
            if part.new and part.base:
                yield tr("“{old}”改为“{new}”", old=part.base, new=part.new)
            elif part.new:
                yield tr("增加“{new}”", new=part.new)
            else:
                yield tr("没有“{old}”", old=part.base)

    return tr("；").join(told())
