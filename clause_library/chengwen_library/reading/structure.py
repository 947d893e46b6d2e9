"""The lines of a measure's body to a tree of nodes.

Levels are not fixed: a form that is already open closes everything below it; a
new form opens a level below those that are wider by nature (章 above 条, （一）
above 1.; where 条 and （一） stand is the document's own choice).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chengwen_library.facts.responsibility import note_spans
from chengwen_library.model import Form
from chengwen_library.numbering import parse_mark, render_mark
from chengwen_library.reading.corrections import NONE, Corrections, spot
from chengwen_library.reading.headings import begins_paragraph, is_lone_heading, told_heading
from chengwen_library.reading.hints import begins
from chengwen_library.reading.nodes import Node, root
from chengwen_library.reading.source import Segment

_WIDTH = {
    form: width
    for width, form in enumerate(
        (Form.PART, Form.CHAPTER, Form.SECTION, Form.FIRST, Form.SECOND, Form.THIRD, Form.FOURTH, Form.FIFTH)
    )
}
_HEADED = (Form.PART, Form.CHAPTER, Form.SECTION)
_ITEMS = (Form.SECOND, Form.THIRD, Form.FOURTH, Form.FIFTH)


def build_tree(lines: Sequence[Segment], corrections: Corrections = NONE) -> Node:
    """Return the root of the tree that the body's lines form."""
    stack = [root()]
    clauses = _clauses_below(lines)
    is_told = any(map(begins, lines))
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        node = _corrected(stack, line, corrections) or _marked(line) or _unmarked_heading(stack, line, following)
        if node is not None and not node.is_paragraph:
            _open(stack, node)
        elif not is_told:
            _add_paragraph(stack, line)
        elif begins(line):
            _add_clause(stack, line)
        else:
            _go_on(stack, line, clauses[index])
    return stack[0]


def _corrected(stack: list[Node], line: Segment, corrections: Corrections) -> Node | None:
    """Return the unit in the form that a person gave it; a paragraph stands for a line that is no unit."""
    form = corrections.forms.get(spot(line))
    if form is None:
        return None
    marked = _marked(line)
    if marked is not None or form is Form.PARAGRAPH:
        return replace(marked or Node(form), form=form)
    before = [node.number or 0 for open_node in stack for node in open_node.children if node.form is form]
    number = (before[-1] if before else 0) + 1
    return Node(form, render_mark(form, number), number, line.text, [spot(line)], implied=True)


def _marked(line: Segment) -> Node | None:
    mark = parse_mark(line.text)
    if mark is None:
        return None
    words = line.text[mark.length :].strip()
    told = told_heading(line, mark.length)
    node = Node(mark.form, line.text[: mark.length], mark.number, words, [spot(line)], told=told)
    if told is not None and begins_paragraph(line, mark.length):
        node.told = replace(told, text="")
        node.items = [Node(Form.PARAGRAPH, words=words, spots=[spot(line)])]
    return node


def _unmarked_heading(stack: list[Node], line: Segment, following: Segment | None) -> Node | None:
    """Return the unit whose number the source lost: a lone heading between units of the level below."""
    if (
        following is None
        or line.hint is not None
        or not is_lone_heading(line.text)
        or not (stack[-1].words or stack[-1].items)
    ):
        return None
    mark = parse_mark(following.text)
    forms = [node.form for node in stack]
    if mark is None or mark.form not in forms[2:]:
        return None
    above = stack[forms.index(mark.form, 2) - 1]
    number = (above.number or 0) + 1
    return Node(above.form, render_mark(above.form, number), number, line.text, [spot(line)], implied=True)


def _open(stack: list[Node], node: Node) -> None:
    """Put the node below the innermost unit of a wider form and make it the open one."""
    del stack[_depth(stack, node.form) :]
    stack[-1].items.append(node)
    stack.append(node)


def _depth(stack: Sequence[Node], form: Form) -> int:
    """Return how many nodes stay open when a unit of a form begins."""
    forms = [open_node.form for open_node in stack]
    depth = forms.index(form, 1) if form in forms[1:] else len(stack)
    while depth > 1 and _is_narrower(forms[depth - 1], form):
        depth -= 1
    return depth


def _is_narrower(form: Form, than: Form) -> bool:
    if Form.ARTICLE in (form, than):
        return form is Form.ARTICLE and than in _HEADED
    return _WIDTH[form] > _WIDTH[than]


def _add_paragraph(stack: list[Node], line: Segment) -> None:
    """Add an unmarked line to the open unit; one behind the last item of a list belongs to the unit above the list."""
    if len(stack) > 2 and _ends_list(stack[-2], stack[-1]):
        stack.pop()
    node = stack[-1]
    if len(stack) > 1 and not node.words and not node.items:
        _append(node, line)
    elif note_spans(line.text) == [(0, len(line.text))] and not node.children:
        _append(node.items[-1] if node.items else node, line)
    else:
        node.items.append(Node(Form.PARAGRAPH, words=line.text, spots=[spot(line)]))


def _clauses_below(lines: Sequence[Segment]) -> list[Segment | None]:
    """Return for each line the next one below that is told to begin a clause."""
    found: list[Segment | None] = []
    following: Segment | None = None
    for line in reversed(lines):
        found.append(following)
        following = line if begins(line) else following
    return found[::-1]


def _add_clause(stack: list[Node], line: Segment) -> None:
    """Add a paragraph that is told to be a clause of its own."""
    if len(stack) > 2 and _ends_list(stack[-2], stack[-1]):
        stack.pop()
    stack[-1].items.append(Node(Form.PARAGRAPH, words=line.text, spots=[spot(line)]))


def _go_on(stack: list[Node], line: Segment, following: Segment | None) -> None:
    """Add a paragraph that is told to begin no clause: text of the open unit, or what follows the units of one."""
    node = stack[-1]
    if node.told is None:
        _add_paragraph(stack, line)
        return
    is_listed = bool(node.items or node.told.text)
    parent = len(stack) - (1 if node.items else 2)
    if is_listed and parent > 0 and parent >= _next_depth(stack, following):
        stack[parent].wrap_up.append(line.text)
        stack[parent].spots.append(spot(line))
    elif node.items:
        _append_line(node.items[-1], line)
    else:
        _append_line(node, line)


def _next_depth(stack: Sequence[Node], following: Segment | None) -> int:
    """Return how many nodes stay open at the clause that follows; a paragraph of its own leaves them all open."""
    if following is None:
        return 1
    mark = parse_mark(following.text)
    return _depth(stack, mark.form) if mark is not None else len(stack)


def _append_line(node: Node, line: Segment) -> None:
    node.spots.append(spot(line))
    if node.told is None:
        node.words = "\n".join(filter(None, [node.words, line.text]))
    else:
        node.told = replace(node.told, text="\n".join(filter(None, [node.told.text, line.text])))


def _append(node: Node, line: Segment) -> None:
    node.words += line.text
    node.spots.append(spot(line))


def _ends_list(parent: Node, node: Node) -> bool:
    """Tell whether the open unit is the last item of an enumeration: those before it end with ；."""
    before = [child.words for child in parent.children if child is not node]
    return (
        node.form in _ITEMS and not node.items and node.words.endswith("。") and any(w.endswith("；") for w in before)
    )
