"""Where a clause belongs in a draft by what it is about: a pure function beside the ones of `structure`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chengwen_index.comparing.affinity import Portrait, affinity
from chengwen_library.facts.topics import taxonomy, topics
from chengwen_library.model import Form, Measure, Unit
from chengwen_library.places import body
from chengwen_templates.structure import Position, is_part

LAST_TOPICS = frozenset({"组织保障", "资金保障", "考核评价", "附则"})
"""Topics of the parts that end a measure: among them stands only what is about the same."""

HEADING_SHARE = 0.5
"""What it is worth that a part's heading speaks of the clause's main topic; of its broader one, half of this."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Units that stand side by side and may be joined by a clause: those below a part, or the first level."""

    part: Unit | None
    units: tuple[Unit, ...]


def place_by_topic(draft: Measure, unit: Unit) -> Position:
    """Return where a clause goes by its topic: behind the clause most like it, where that topic is spoken of.

    A part without clauses is known by its heading. Where nothing in the draft speaks of the topic, the
    clause goes to the end of the last part that holds clauses; never among 组织保障 and 附则, unless
    that is what it is about.
    """
    mine = _portrait(unit)
    rows = [row for row in _rows(draft) if _may_join(row, mine)]
    best = max(rows, key=lambda row: _worth(row, mine), default=None)
    if best is None or _worth(best, mine) <= 0:
        held = [row for row in rows if row.units] or rows
        return _end(held[-1] if held else _Row(None, draft.units), mine)
    return _behind_most_alike(best, mine)


def _rows(draft: Measure) -> Iterator[_Row]:
    parts = [unit for unit in draft.walk() if _is_part(unit)]
    yield from (_Row(unit, unit.children) for unit in parts if not any(map(_is_part, unit.children)))
    if not parts:
        yield _Row(None, draft.units)


def _is_part(unit: Unit) -> bool:
    return is_part(unit) or any(child.form is Form.ARTICLE for child in unit.children)


def _may_join(row: _Row, mine: Portrait) -> bool:
    """Tell whether a clause may stand in a row: among the last parts only if it is about the same."""
    own = _main(mine)
    about = set(topics(row.part.heading, "")[:1]) if row.part else set[str]()
    if not about and row.part and row.units:
        about = {_main(_portrait(unit)) for unit in row.units}
    closing = bool(about) and about <= LAST_TOPICS
    return not closing or (own in LAST_TOPICS and ("附则" in about) == (own == "附则"))


def _worth(row: _Row, mine: Portrait) -> float:
    """Return how much a row speaks of the clause's topics; 0 where it speaks of others."""
    alike = [affinity(mine, other) for unit in row.units if _same_topic(mine, other := _portrait(unit))]
    return _by_heading(row, mine) + max(alike, default=0.0)


def _by_heading(row: _Row, mine: Portrait) -> float:
    named = topics(row.part.heading, "") if row.part else ()
    own = _main(mine)
    if own in named:
        return HEADING_SHARE
    broad = {_broader(topic) for topic in named}
    return HEADING_SHARE / 2 if own and _broader(own) in broad else 0.0


def _behind_most_alike(row: _Row, mine: Portrait) -> Position:
    portraits = [_portrait(unit) for unit in row.units]
    alike = [(affinity(mine, other), place) for place, other in enumerate(portraits) if _same_topic(mine, other)]
    if not alike:
        return _end(row, mine)
    return (row.part.wid if row.part else None), max(alike)[1] + 1


def _end(row: _Row, mine: Portrait) -> Position:
    """Return the end of a row, before what ends a measure there."""
    end = len(row.units)
    while end and _main(mine) not in LAST_TOPICS and _main(_portrait(row.units[end - 1])) in LAST_TOPICS:
        end -= 1
    return (row.part.wid if row.part else None), end


def _same_topic(one: Portrait, other: Portrait) -> bool:
    return bool(one.topics and other.topics) and one.topics[0] == other.topics[0]


def _main(portrait: Portrait) -> str:
    return portrait.topics[0] if portrait.topics else ""


def _portrait(unit: Unit) -> Portrait:
    words = body(unit)
    return Portrait(unit.heading or "", "\n".join(filter(None, [unit.heading, words])), topics(unit.heading, words))


def _broader(topic: str) -> str:
    return _parents().get(topic) or topic


def _parents() -> dict[str, str | None]:
    return {topic.name: topic.parent for topic in taxonomy()}
