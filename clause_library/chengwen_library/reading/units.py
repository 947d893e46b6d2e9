"""The mended tree of nodes to the units of a measure (decisions 2 and 3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chengwen_library.facts.responsibility import note_spans
from chengwen_library.model import Form, Unit
from chengwen_library.places import with_fresh_wids
from chengwen_library.reading.headings import split_heading
from chengwen_library.reading.nodes import Node


def units_of(tree: Node) -> tuple[Unit, ...]:
    """Return the units of the first level with all below them; the identities are those of a measure just read."""
    return with_fresh_wids(map(_unit, _as_nodes(tree.items)))


def _as_nodes(items: Sequence[str | Node]) -> list[Node]:
    return [item if isinstance(item, Node) else Node(Form.PARAGRAPH, "", None, 0, item) for item in items]


def _unit(node: Node) -> Unit:
    if node.form is Form.PARAGRAPH:
        return Unit(wid="", form=node.form, text=node.words)
    head = split_heading(node.words, node.form, followed=bool(node.items))
    lead, rest = _split_lead([head.text, *node.items] if head.text else node.items)
    rest, wrap_up = _split_note(rest)
    plain = Unit(
        wid="",
        form=node.form,
        num=node.num,
        number=node.number,
        implied=node.implied,
        heading=head.heading,
        heading_mark=head.mark,
    )
    return _with_body(plain, lead, rest, wrap_up)


def _with_body(plain: Unit, lead: list[str], rest: list[str | Node], wrap_up: str | None) -> Unit:
    """Fill in text, or intro, units below and wrap-up."""
    if not rest and len(lead) <= 1:
        return replace(plain, text="".join(lead))
    if len(lead) == 1:
        return replace(plain, intro=lead[0], children=tuple(map(_unit, _as_nodes(rest))), wrap_up=wrap_up)
    return replace(plain, children=tuple(map(_unit, _as_nodes([*lead, *rest]))), wrap_up=wrap_up)


def _split_lead(items: Sequence[str | Node]) -> tuple[list[str], list[str | Node]]:
    lead: list[str] = []
    for item in items:
        if isinstance(item, Node):
            break
        lead.append(item)
    return lead, list(items[len(lead) :])


def _split_note(rest: list[str | Node]) -> tuple[list[str | Node], str | None]:
    """Take off a responsibility note that stands alone behind the units below: it is the wrap-up."""
    last = rest[-1] if rest else None
    if isinstance(last, str) and len(rest) > 1 and note_spans(last) == [(0, len(last))]:
        return rest[:-1], last
    return rest, None
