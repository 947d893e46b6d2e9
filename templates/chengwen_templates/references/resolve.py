"""From the words of a reference to the units it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chengwen_library.model import Form
from chengwen_templates.checks.passages import Part
from chengwen_templates.references.outline import (
    ANNEX_WID,
    ENUMERATED,
    Node,
    Outline,
    Spot,
    Target,
    items_of_paragraph,
    paragraphs,
    position,
)
from chengwen_templates.references.reference import MARKS, Item, Level, Number, Reference, Step


class Reason(StrEnum):
    """Why a reference is not bound; the words are for people."""

    MISSING = "没有这一条"
    AMBIGUOUS = "有几条都可能是所指的"
    REMOVED = "所指的已删去"


@dataclass(frozen=True, slots=True)
class BoundItem:
    """What the numbers of one item mean; `members` are all that a range takes in, or the one."""

    first: Target | None
    last: Target | None
    members: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a reference means: an entry for each step, of its items; `reason` says why some of it is not bound."""

    steps: tuple[tuple[BoundItem, ...], ...]
    reason: Reason | None = None

    @property
    def targets(self) -> tuple[Target, ...]:
        """The units that are meant, in the order of the words."""
        return tuple(target for item in self.steps[-1] for target in item.members) if self.steps else ()


Base = Node | tuple[Node, Target]
"""What a step looks below: a unit, or a 款 that is no unit of its own, with the unit that it is in."""


class _Failure(Exception):
    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def resolved(outline: Outline, reference: Reference, spot: Spot) -> Resolution:
    """Return what the reference at a spot means in the tree."""
    bases: list[Base] | None = [outline.root] if reference.scope else None
    done: list[tuple[BoundItem, ...]] = []
    reason: Reason | None = None
    for place, step in enumerate(reference.steps):
        try:
            if step.items:
                items, bases, failed = _absolute(outline, step, bases, spot)
                reason = reason or failed
            else:
                following = reference.steps[place + 1] if place + 1 < len(reference.steps) else None
                items, bases = _by_place(outline, step, spot, following)
            done.append(items)
        except _Failure as failure:
            return Resolution((), failure.reason)
        if reason is not None and place + 1 < len(reference.steps):
            return Resolution((), reason)
    return Resolution(tuple(done), reason)


def _absolute(
    outline: Outline, step: Step, bases: list[Base] | None, spot: Spot
) -> tuple[tuple[BoundItem, ...], list[Base], Reason | None]:
    items: list[BoundItem] = []
    found: list[Base] = []
    reason: Reason | None = None
    for item in step.items:
        try:
            bound, nodes = _item(outline, step, item, bases, spot)
        except _Failure as failure:
            bound, nodes = BoundItem(None, None, ()), []
            reason = reason or failure.reason
        if bound.first is None or (item.last and bound.last is None):
            reason = reason or Reason.REMOVED
        items.append(bound)
        found.extend(nodes)
    return tuple(items), found, reason


def _item(
    outline: Outline, step: Step, item: Item, bases: list[Base] | None, spot: Spot
) -> tuple[BoundItem, list[Base]]:
    first = _one(outline, step, item.first, bases, spot) if item.first.value is not None else None
    if item.last is None:
        target = _target(first)
        return BoundItem(target, None, (target,) if target else ()), [first] if first else []
    last = _one(outline, step, item.last, bases, spot) if item.last.value is not None else None
    if first is None or last is None:
        members = tuple(filter(None, [_target(first), _target(last)]))
        return BoundItem(_target(first), _target(last), members), [base for base in (first, last) if base]
    between = _between(outline, first, last)
    if not between:
        raise _Failure(Reason.MISSING)
    targets = tuple(filter(None, map(_target, between)))
    return BoundItem(targets[0], targets[-1], targets), between


def _between(outline: Outline, first: Base, last: Base) -> list[Base]:
    """Return all from first to last, of one form; nothing if they are not in this order."""
    if isinstance(first, tuple) or isinstance(last, tuple) or first.form is Form.PARAGRAPH:
        node = _container_of(first)
        line = paragraphs(node)
        start, end = _target(first), _target(last)
        if start not in line or end not in line:
            return []
        return [_paragraph_base(node, target) for target in line[line.index(start) : line.index(end) + 1]]
    if first.form is None or first.form is not last.form:
        return []
    row = outline.by_form[first.form]
    if first.parent is last.parent and first.parent is not None:
        row = [node for node in first.parent.children if node.form is first.form]
    return [*row[row.index(first) : row.index(last) + 1]]


def _one(outline: Outline, step: Step, number: Number, bases: list[Base] | None, spot: Spot) -> Base:
    value = number.value or 0
    if step.suffix:
        raise _Failure(Reason.MISSING)
    if step.level is Level.ANNEX:
        if value > len(outline.measure.annexes):
            raise _Failure(Reason.MISSING)
        return outline.root, Target(f"{ANNEX_WID}{value}")
    if step.level is Level.PARAGRAPH:
        return _paragraph(outline, value, bases, spot)
    forms = _forms(outline, step, number)
    if bases is None:
        return _climbing(outline, forms, value, spot)
    found = [one for base in bases for one in _below(outline, base, forms, value)]
    return _only(found)


def _only(found: Sequence[Base]) -> Base:
    if not found:
        raise _Failure(Reason.MISSING)
    if len(found) > 1:
        raise _Failure(Reason.AMBIGUOUS)
    return found[0]


def _forms(outline: Outline, step: Step, number: Number) -> tuple[Form, ...]:
    """Return the forms that a level with a number so written can mean, the likeliest first."""
    if step.level in MARKS:
        return (MARKS[step.level],)
    match step.level:
        case Level.PART:
            return (Form.PART,)
        case Level.CHAPTER:
            return (Form.CHAPTER,)
        case Level.SECTION:
            return (Form.SECTION,)
        case Level.DIVISION:
            return (Form.FIRST,)
        case Level.ARTICLE if not number.bracketed:
            return (Form.ARTICLE,) if outline.has_articles else outline.clause_forms
        case _ if number.bracketed:
            return (Form.FOURTH, Form.SECOND) if number.arabic else (Form.SECOND,)
        case Level.SUBITEM:
            return (Form.THIRD, Form.FOURTH, Form.FIFTH)
        case _ if number.arabic:
            return (Form.THIRD, Form.FOURTH, Form.FIFTH, Form.SECOND)
        case _:
            return (Form.SECOND, Form.THIRD, Form.FOURTH, Form.FIFTH, Form.FIRST)


def _below(outline: Outline, base: Base, forms: Sequence[Form], value: int) -> list[Base]:
    """Return the nearest units of a number below a base; of the root, any with that number."""
    if isinstance(base, tuple):
        return [node for node in items_of_paragraph(*base) if node.form in forms and node.number == value]
    if base.unit is None:
        for form in forms:
            if outline.by_form[form]:
                return [*outline.numbered(form, value)]
        return []
    if base.form is Form.PARAGRAPH and not base.children and base.parent is not None:
        beside = items_of_paragraph(base.parent, base.target)
        return [node for node in beside if node.form in forms and node.number == value]
    row = base.children
    while row:
        found = [node for form in forms for node in row if node.form is form and node.number == value]
        if found:
            return [*(node for node in found if node.form is found[0].form)]
        row = [below for node in row for below in node.children]
    return []


def _climbing(outline: Outline, forms: Sequence[Form], value: int, spot: Spot) -> Base:
    """Return the unit that a number without anything above it means: the nearest list of the form, then all."""
    for above in spot.node.up():
        found = [node for form in forms if form in ENUMERATED for node in _row(above, form) if node.number == value]
        if found:
            return _only([node for node in found if node.form is found[0].form])
    if not any(form in ENUMERATED and _row(above, form) for above in spot.node.up() for form in forms):
        near = [above for above in spot.node.up() if above.form in (Form.PART, Form.CHAPTER)]
        for above in near:
            found = [node for node in above.walk() if node.form in forms and node.number == value]
            if len(found) == 1:
                return found[0]
    return _anywhere(outline, forms, value)


def _anywhere(outline: Outline, forms: Sequence[Form], value: int) -> Base:
    """Return the only unit of the measure with a number; forms whose numbers run through it count before others."""
    for through in (True, False):
        for form in forms:
            if outline.runs_on(form) is through and (found := outline.numbered(form, value)):
                return _only(found)
    raise _Failure(Reason.MISSING)


def _row(node: Node, form: Form) -> Iterator[Node]:
    for child in node.children:
        if child.form is form:
            yield child
        elif child.form is Form.PARAGRAPH:
            yield from (below for below in child.children if below.form is form)


def _paragraph(outline: Outline, value: int, bases: list[Base] | None, spot: Spot) -> Base:
    nodes = [outline.container(spot.node)] if bases is None else [base for base in bases if isinstance(base, Node)]
    found = [(node, line) for node in nodes if len(line := paragraphs(node)) >= value > 0]
    if not found:
        raise _Failure(Reason.MISSING)
    node, line = found[0]
    return _paragraph_base(node, line[value - 1])


def _paragraph_base(node: Node, target: Target) -> Base:
    if target.wid == node.target.wid:
        return node, target
    return next(child for child in node.children if child.target == target)


def _by_place(
    outline: Outline, step: Step, spot: Spot, following: Step | None
) -> tuple[tuple[BoundItem, ...], list[Base]]:
    """Return what 前款, 上一条, 本条 … mean at a spot."""
    found = _own(outline, step.level, spot, following) if step.offset == 0 else _counted(outline, step, spot)
    items = tuple(BoundItem(target, None, (target,)) for base in found if (target := _target(base)))
    return items, found


def _own(outline: Outline, level: Level, spot: Spot, following: Step | None) -> list[Base]:
    node = spot.node
    match level:
        case Level.PART | Level.CHAPTER | Level.SECTION:
            form = {Level.PART: Form.PART, Level.CHAPTER: Form.CHAPTER, Level.SECTION: Form.SECTION}[level]
            found = [above for above in node.up() if above.form is form][:1]
        case Level.DIVISION:
            found = list(node.up())[-1:]
        case Level.PARAGRAPH:
            container = outline.container(node)
            at = position(container, spot) if container.unit else None
            return [_paragraph_base(container, paragraphs(container)[at])] if at is not None else _missing()
        case Level.ARTICLE:
            found = _own_article(outline, spot, following)
        case _:
            found = [above for above in node.up() if above.form in ENUMERATED][:1]
    return [*found] or _missing()


def _own_article(outline: Outline, spot: Spot, following: Step | None) -> list[Node]:
    """Return the 条 around a spot; without 条, the nearest unit in which there is what follows."""
    if outline.has_articles:
        return [above for above in spot.node.up() if above.form is Form.ARTICLE][:1]
    around = [above for above in spot.node.up() if above.form is not Form.PARAGRAPH]
    if following is None or following.level is Level.PARAGRAPH:
        return around[:1]
    return [above for above in around if any(child.form in ENUMERATED for child in above.children)][:1]


def _missing() -> list[Base]:
    raise _Failure(Reason.MISSING)


def _counted(outline: Outline, step: Step, spot: Spot) -> list[Base]:
    """Return so many before the spot (offset < 0), or behind it."""
    row, at = _row_around(outline, step.level, spot)
    found = row[at + 1 : at + 1 + step.offset] if step.offset > 0 else row[max(0, at + step.offset) : at]
    return found if len(found) == abs(step.offset) else _missing()


def _row_around(outline: Outline, level: Level, spot: Spot) -> tuple[list[Base], int]:
    """Return the row that is counted along, and the spot's own place in it (its length, if behind all)."""
    if level is Level.PARAGRAPH:
        container = outline.container(spot.node)
        at = position(container, spot) if container.unit else None
        if at is None:
            raise _Failure(Reason.MISSING)
        return [_paragraph_base(container, target) for target in paragraphs(container)], at
    if level in (Level.ITEM, Level.POINT, Level.SUBITEM):
        return _items_around(spot)
    forms = {
        Level.PART: Form.PART,
        Level.CHAPTER: Form.CHAPTER,
        Level.SECTION: Form.SECTION,
        Level.DIVISION: Form.FIRST,
    }
    form = forms.get(level, Form.ARTICLE)
    around = [above for above in spot.node.up() if above.form is form]
    if not around and level is Level.ARTICLE and not outline.has_articles:
        around = [above for above in spot.node.up() if above.form is not Form.PARAGRAPH]
    if not around:
        raise _Failure(Reason.MISSING)
    row = _same_form(outline, around[0])
    return [*row], row.index(around[0])


def _same_form(outline: Outline, node: Node) -> list[Node]:
    if node.form is Form.ARTICLE or (node.form and outline.runs_on(node.form)):
        return outline.by_form[node.form]
    beside = node.parent.children if node.parent else []
    return [other for other in beside if other.form is node.form]


def _items_around(spot: Spot) -> tuple[list[Base], int]:
    node = spot.node
    if spot.part is Part.WRAP_UP:
        row = [child for child in node.children if child.form in ENUMERATED]
        return [*row], len(row)
    if node.form is Form.PARAGRAPH and node.parent is not None:
        row = [child for child in node.parent.children[: node.index] if child.form in ENUMERATED]
        return [*row], len(row)
    inner = next((above for above in node.up() if above.form in ENUMERATED), None)
    if inner is None or inner.parent is None:
        raise _Failure(Reason.MISSING)
    beside = [child for child in inner.parent.children if child.form is inner.form]
    return [*beside], beside.index(inner)


def _target(base: Base | None) -> Target | None:
    if base is None:
        return None
    return base[1] if isinstance(base, tuple) else base.target


def _container_of(base: Base) -> Node:
    if isinstance(base, tuple):
        return base[0]
    return base.parent or base
