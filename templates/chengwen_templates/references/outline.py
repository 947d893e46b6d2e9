"""A measure's tree as references see it: who stands below whom, and which paragraphs and items there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from chengwen_library.model import Form, Measure, Unit
from chengwen_templates.checks.passages import Part, Place

ANNEX_WID = "annex-"
"""With the number of an annex: what stands for its identity."""
WRAP_UP = 1000
"""Added to the number of a line of the wrap-up, to tell it from lines before the units below."""
ENUMERATED = frozenset({Form.SECOND, Form.THIRD, Form.FOURTH, Form.FIFTH})
"""The forms of 项 and 目."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a number means: a unit by wid, or with `paragraph` > 0 a 款 that is a line of the unit's own text."""

    wid: str
    paragraph: int = 0


@dataclass(eq=False, slots=True)
class Node:
    """A unit with its surroundings; the root stands for the measure and has no unit."""

    unit: Unit | None
    parent: Node | None
    index: int = 0
    children: list[Node] = field(default_factory=list["Node"])

    @property
    def form(self) -> Form | None:
        """The unit's form; None for the root."""
        return self.unit.form if self.unit else None

    @property
    def number(self) -> int | None:
        """The unit's number."""
        return self.unit.number if self.unit else None

    @property
    def target(self) -> Target:
        """The unit as a target."""
        return Target(self.unit.wid if self.unit else "")

    def up(self) -> Iterator[Node]:
        """Yield this node and those above it, without the root."""
        node: Node | None = self
        while node is not None and node.unit is not None:
            yield node
            node = node.parent

    def walk(self) -> Iterator[Node]:
        """Yield the nodes below this one, in the order of the text."""
        for child in self.children:
            yield child
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a reference stands: the node whose text it is in (the root for texts of the measure), part and line."""

    node: Node
    part: Part
    line: int = 0


class Outline:
    """The tree of one measure, with what resolving asks of it again and again."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self.root = Node(None, None)
        self.nodes: dict[str, Node] = {}
        self.by_form: defaultdict[Form, list[Node]] = defaultdict(list)
        self._through: dict[Form, bool] = {}
        self._by_number: dict[Form, defaultdict[int | None, list[Node]]] = {}
        self._add(self.root, measure.units)

    def _add(self, parent: Node, units: tuple[Unit, ...]) -> None:
        for index, unit in enumerate(units):
            node = Node(unit, parent, index)
            parent.children.append(node)
            self.nodes[unit.wid] = node
            self.by_form[unit.form].append(node)
            if unit.children:
                self._add(node, unit.children)

    @cached_property
    def has_articles(self) -> bool:
        """Whether the measure has 条."""
        return bool(self.by_form[Form.ARTICLE])

    @cached_property
    def clause_forms(self) -> tuple[Form, ...]:
        """The forms that 第三条 can mean in a measure without 条: those whose numbers run through it."""
        parts = all(
            any(below.unit and below.unit.heading for below in node.children) for node in self.by_form[Form.FIRST]
        )
        first = (Form.FIRST,) if not parts else ()
        return (*first, *(form for form in (Form.SECOND, Form.THIRD) if self.runs_on(form)))

    @property
    def running_on(self) -> tuple[Form, ...]:
        """The forms whose numbers the draft lets run on across their parents."""
        return self.measure.drafting.running_on if self.measure.drafting else ()

    def runs_on(self, form: Form) -> bool:
        """Tell whether every number of the form stands but once."""
        if form not in self._through:
            numbers = [node.number for node in self.by_form[form]]
            self._through[form] = bool(numbers) and len(set(numbers)) == len(numbers)
        return self._through[form]

    def numbered(self, form: Form, number: int) -> list[Node]:
        """Return all units of a form with a number."""
        if form not in self._by_number:
            self._by_number[form] = defaultdict(list)
            for node in self.by_form[form]:
                self._by_number[form][node.number].append(node)
        return self._by_number[form][number]

    def spot(self, place: Place, text: str, at: int) -> Spot:
        """Return where the character `at` of the text at a place stands."""
        node = self.nodes.get(place.wid or "", self.root)
        return Spot(node, place.part, text.count("\n", 0, at))

    def container(self, node: Node) -> Node:
        """Return the 条 that a node stands in, or else the nearest unit that is no 款."""
        for above in node.up():
            if above.form is Form.ARTICLE:
                return above
        return next((above for above in node.up() if above.form is not Form.PARAGRAPH), self.root)

    def alive(self, target: Target) -> bool:
        """Tell whether there is such a unit, and in it such a paragraph."""
        if target.wid.startswith(ANNEX_WID):
            return int(target.wid.removeprefix(ANNEX_WID)) <= len(self.measure.annexes)
        node = self.nodes.get(target.wid)
        return node is not None and (target.paragraph == 0 or target in paragraphs(node))


def paragraphs(node: Node) -> list[Target]:
    """Return the 款 of a unit: the lines of its own text, the units of form 款 below it, the lines behind them."""
    unit = node.unit
    if unit is None:
        return []
    own = _lines(unit.intro if unit.children else unit.text)
    below = [child.target for child in node.children if child.form is Form.PARAGRAPH]
    return [
        *(Target(unit.wid, line + 1) for line in range(own)),
        *below,
        *(Target(unit.wid, WRAP_UP + line) for line in range(_lines(unit.wrap_up))),
    ]


def items_of_paragraph(node: Node, target: Target) -> list[Node]:
    """Return the numbered units that belong to a 款 of a unit: below it, or behind it up to the next one."""
    if target.wid != node.target.wid:
        inner = node.children[_index(node, target.wid)]
        if inner.children:
            return [child for child in inner.children if child.form is not Form.PARAGRAPH]
        rest = node.children[inner.index + 1 :]
    else:
        rest = node.children if target.paragraph < WRAP_UP else []
    result: list[Node] = []
    for child in rest:
        if child.form is Form.PARAGRAPH:
            break
        result.append(child)
    return result


def position(node: Node, spot: Spot) -> int | None:
    """Return which of the 款 of a unit (from 0) a spot within the unit stands in; None before the first."""
    all_of_them = paragraphs(node)
    if spot.node is node:
        wrapped = spot.part is Part.WRAP_UP
        own = Target(node.target.wid, WRAP_UP + spot.line if wrapped else spot.line + 1)
        return all_of_them.index(own) if own in all_of_them else None
    inner = next(above for above in spot.node.up() if above.parent is node)
    before = [child.target for child in node.children[: inner.index + 1] if child.form is Form.PARAGRAPH]
    if before:
        return all_of_them.index(before[-1])
    own_lines = [target for target in all_of_them if target.wid == node.target.wid and target.paragraph < WRAP_UP]
    return len(own_lines) - 1 if own_lines else None


def _index(node: Node, wid: str) -> int:
    return next(child.index for child in node.children if child.target.wid == wid)


def _lines(text: str | None) -> int:
    return text.count("\n") + 1 if text else 0
