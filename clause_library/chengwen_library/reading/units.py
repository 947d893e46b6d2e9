"""The mended tree of nodes to the units of a measure (decisions 2 and 3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chengwen_library.facts.responsibility import note_spans
from chengwen_library.model import Form, Unit
from chengwen_library.places import with_fresh_wids
from chengwen_library.reading.corrections import Spot
from chengwen_library.reading.headings import Heading, are_titled, split_heading
from chengwen_library.reading.nodes import Node


@dataclass(frozen=True, slots=True)
class BuiltUnits:
    """The units of a measure, and for each place of the source the unit (by wid) that its words are in."""

    units: tuple[Unit, ...]
    spots: dict[Spot, str]


@dataclass(frozen=True, slots=True)
class _Built:
    """A unit whose `children` are still to be filled in, and the places of its own words."""

    unit: Unit
    spots: tuple[Spot, ...]
    children: tuple[_Built, ...] = ()

    def whole(self) -> Unit:
        return replace(self.unit, children=tuple(child.whole() for child in self.children))

    def walk(self) -> Iterator[_Built]:
        yield self
        for child in self.children:
            yield from child.walk()


def units_of(tree: Node) -> BuiltUnits:
    """Return the units of the first level with all below them; the identities are those of a measure just read."""
    titled = are_titled([node.words for node in tree.walk() if node.form is Form.ARTICLE])
    built = [_build(item, titled) for item in tree.items]
    units = with_fresh_wids(item.whole() for item in built)
    flat = [unit for top in units for unit in top.walk()]
    spots: dict[Spot, str] = {}
    for unit, source in zip(flat, (part for top in built for part in top.walk()), strict=True):
        for spot in source.spots:
            spots.setdefault(spot, unit.wid)
    return BuiltUnits(units, spots)


def _build(node: Node, titled: bool) -> _Built:
    if node.is_paragraph:
        return _Built(Unit(wid="", form=Form.PARAGRAPH, text=node.words), tuple(node.spots))
    if node.told is not None:
        return _told(node, node.told, titled)
    head = split_heading(node.words, node.form, followed=bool(node.items), titled=titled)
    text = [Node(Form.PARAGRAPH, words=head.text, spots=node.spots)] if head.text else []
    lead, rest = _split_lead([*text, *node.items])
    rest, wrap_up = _split_note(rest)
    plain = Unit(
        wid="",
        form=node.form,
        num=node.num,
        number=node.number,
        implied=node.implied,
        heading=head.heading,
        heading_mark=head.mark,
        wrap_up="\n".join([*([wrap_up.words] if wrap_up else []), *node.wrap_up]) or None,
    )
    return _with_body(plain, [*node.spots, *(wrap_up.spots if wrap_up else [])], lead, rest, titled)


def _told(node: Node, head: Heading, titled: bool) -> _Built:
    """Return the unit of a node whose heading and own text the source tells."""
    unit = Unit(
        wid="",
        form=node.form,
        num=node.num,
        number=node.number,
        implied=node.implied,
        heading=head.heading,
        heading_mark=head.mark,
        text="" if node.items else head.text,
        intro=head.text or None if node.items else None,
        wrap_up="\n".join(node.wrap_up) or None,
    )
    return _Built(unit, tuple(node.spots), tuple(_build(item, titled) for item in node.items))


def _with_body(plain: Unit, spots: Sequence[Spot], lead: list[Node], rest: list[Node], titled: bool) -> _Built:
    """Fill in text, or intro and units below."""
    if len(lead) > 1 or not lead:
        return _Built(plain, tuple(spots), tuple(_build(item, titled) for item in (*lead, *rest)))
    own = (*spots, *lead[0].spots)
    if rest:
        return _Built(replace(plain, intro=lead[0].words), own, tuple(_build(item, titled) for item in rest))
    return _Built(replace(plain, text=lead[0].words), own)


def _split_lead(items: Sequence[Node]) -> tuple[list[Node], list[Node]]:
    """Part the paragraphs before the first marked unit from what follows."""
    first = next((index for index, item in enumerate(items) if not item.is_paragraph), len(items))
    return list(items[:first]), list(items[first:])


def _split_note(rest: list[Node]) -> tuple[list[Node], Node | None]:
    """Take off a responsibility note that stands alone behind the units below: it is the wrap-up."""
    last = rest[-1] if rest else None
    if last is not None and last.is_paragraph and len(rest) > 1 and note_spans(last.words) == [(0, len(last.words))]:
        return rest[:-1], last
    return rest, None
