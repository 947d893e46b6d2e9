"""The lines of a measure's body to its tree of units.

Levels are not fixed: a form that is already open closes everything below it, a
new form opens a level. Numbers that the source lost are restored as `implied`,
each with a warning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from chengwen_library.facts.responsibility import note_spans
from chengwen_library.model import Form, Unit
from chengwen_library.numbering import parse_mark, render_mark
from chengwen_library.places import with_fresh_wids
from chengwen_library.reading.headings import is_lone_heading, split_heading
from chengwen_library.reading.report import ReadingWarning
from chengwen_library.reading.source import Segment


@dataclass(slots=True)
class _Node:
    """A unit in the making: `items` holds its paragraphs and the units below it in the order of the text."""

    form: Form
    num: str
    number: int | None
    implied: bool = False
    words: str = ""
    items: list[str | _Node] = field(default_factory=list["str | _Node"])

    @property
    def children(self) -> list[_Node]:
        return [item for item in self.items if isinstance(item, _Node)]


def build_units(lines: Sequence[Segment]) -> tuple[tuple[Unit, ...], list[ReadingWarning]]:
    """Return the tree that the body's lines form, and what the reader was unsure of."""
    root = _Node(Form.PARAGRAPH, "", None)
    stack = [root]
    warnings: list[ReadingWarning] = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        mark = parse_mark(line.text)
        if mark is not None:
            node = _Node(mark.form, line.text[: mark.length], mark.number, words=line.text[mark.length :].strip())
            _open(stack, node)
        elif (lost := _lost_number(stack, line, following)) is not None:
            _open(stack, lost)
            warnings.append(ReadingWarning("number.missing", line.line, _missing(lost)))
        elif stack[-1] is not root and not stack[-1].words and not stack[-1].items:
            stack[-1].words = line.text
        else:
            stack[-1].items.append(line.text)
    return with_fresh_wids(map(_unit, _as_nodes(root.items))), warnings


def _open(stack: list[_Node], node: _Node) -> None:
    """Put the node below the innermost unit of a wider form and make it the open one."""
    forms = [open_node.form for open_node in stack[1:]]
    if node.form in forms:
        del stack[1 + forms.index(node.form) :]
    stack[-1].items.append(node)
    stack.append(node)


def _lost_number(stack: list[_Node], line: Segment, following: Segment | None) -> _Node | None:
    """Return the unit whose number the source lost: a lone heading between units of the level below."""
    if following is None or not is_lone_heading(line.text):
        return None
    mark = parse_mark(following.text)
    forms = [node.form for node in stack]
    if mark is None or mark.form not in forms[2:]:
        return None
    above = stack[forms.index(mark.form, 2) - 1]
    number = (above.number or 0) + 1
    return _Node(above.form, render_mark(above.form, number), number, implied=True, words=line.text)


def _missing(node: _Node) -> str:
    return f"“{node.words}”前面的编号在原文里丢了，按上下文补为“{node.num}”。请核对。"


def _as_nodes(items: Sequence[str | _Node]) -> list[_Node]:
    return [item if isinstance(item, _Node) else _Node(Form.PARAGRAPH, "", None, words=item) for item in items]


def _unit(node: _Node) -> Unit:
    if node.form is Form.PARAGRAPH:
        return Unit(wid="", form=node.form, text=node.words)
    head = split_heading(node.words, node.form, followed=bool(node.items))
    items = [head.text, *node.items] if head.text else node.items
    lead, rest = _split_lead(items)
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


def _with_body(plain: Unit, lead: list[str], rest: list[str | _Node], wrap_up: str | None) -> Unit:
    """Fill in text, or intro, units below and wrap-up (decisions 3)."""
    if not rest and len(lead) <= 1:
        return replace(plain, text="".join(lead))
    if len(lead) == 1:
        return replace(plain, intro=lead[0], children=tuple(map(_unit, _as_nodes(rest))), wrap_up=wrap_up)
    return replace(plain, children=tuple(map(_unit, _as_nodes([*lead, *rest]))), wrap_up=wrap_up)


def _split_lead(items: Sequence[str | _Node]) -> tuple[list[str], list[str | _Node]]:
    lead: list[str] = []
    for item in items:
        if isinstance(item, _Node):
            break
        lead.append(item)
    return lead, list(items[len(lead) :])


def _split_note(rest: list[str | _Node]) -> tuple[list[str | _Node], str | None]:
    """Take off a responsibility note that stands alone behind the units below: it is the wrap-up."""
    last = rest[-1] if rest else None
    if isinstance(last, str) and len(rest) > 1 and note_spans(last) == [(0, len(last))]:
        return rest[:-1], last
    return rest, None
