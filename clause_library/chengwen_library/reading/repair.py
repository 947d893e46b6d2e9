"""Numbers that the source lost are restored, and odd ones told; nothing is renumbered."""

from __future__ import annotations

from chengwen_library.model import Form
from chengwen_library.numbering import render_mark
from chengwen_library.reading.headings import split_heading
from chengwen_library.reading.nodes import Node
from chengwen_library.reading.report import ReadingWarning

_RESTORED = (Form.PART, Form.CHAPTER, Form.FIRST, Form.SECOND)


def repair(tree: Node) -> list[ReadingWarning]:
    """Restore lost first numbers in the tree; return a warning for each restored and each odd number."""
    reached: dict[Form, int] = {}
    for parent in list(tree.walk()):
        _restore_first(parent, reached)
        for child in parent.children:
            reached[child.form] = child.number or 0
    implied = [node for node in tree.walk() if node.implied]
    return [_restored(node) for node in implied] + _odd_numbers(tree)


def _restore_first(parent: Node, reached: dict[Form, int]) -> None:
    """Give the unit before a second one the first number, unless numbers run on from the part before."""
    for index, item in enumerate(parent.items):
        if item.form in _RESTORED:
            if item.number == 2 and reached.get(item.form) != 1 and index > 0:
                _wrap(parent, index, item.form)
            return


def _wrap(parent: Node, end: int, form: Form) -> None:
    """Put what stands before `end` below a unit with the restored number one."""
    start = _first_of(parent, end, form)
    if start is None:
        return
    before = parent.items[start:end]
    restored = Node(form, render_mark(form, 1), 1, implied=True)
    if before[0].is_paragraph:
        restored.words, restored.spots = before[0].words, before[0].spots
    restored.items = before[1:] if before[0].is_paragraph else before
    parent.items[start:end] = [restored]


def _first_of(parent: Node, end: int, form: Form) -> int | None:
    """Return where the unit without its number begins; a chapter may have lost its heading too."""
    if form is Form.CHAPTER:
        return 0
    paragraphs = [index for index in range(end) if parent.items[index].is_paragraph]
    headed = [
        i
        for i in paragraphs
        if split_heading(parent.items[i].words, form, followed=True, titled=False).heading is not None
    ]
    return headed[-1] if headed else None


def _restored(node: Node) -> ReadingWarning:
    name = split_heading(node.words, node.form, followed=True, titled=False).heading or node.words[:20]
    where = f"“{name}”前面的编号" if name else f"“{node.num}”的编号和标题"
    return ReadingWarning(
        "number.missing",
        node.line,
        f"{where}在原文里丢了，按上下文补为“{node.num}”。请核对。",
    )


def _odd_numbers(tree: Node) -> list[ReadingWarning]:
    """Return a warning for each number that neither follows the one before nor begins anew."""
    found: list[ReadingWarning] = []
    reached: dict[Form, int] = {}
    for node in tree.walk():
        if node.number is None:
            continue
        before = reached.get(node.form)
        if before is not None and node.number not in (before + 1, 1):
            code = "number.repeat" if node.number == before else "number.gap"
            message = f"“{node.num}”前面是“{render_mark(node.form, before)}”，编号不连续。原文如此，没有改动。"
            found.append(ReadingWarning(code, node.line, message))
        reached[node.form] = node.number
        for form in [form for form in reached if form is not node.form and _restarts_below(form, node.form)]:
            reached.pop(form, None)
    return found


def _restarts_below(form: Form, wider: Form) -> bool:
    return wider in (Form.ARTICLE, Form.CHAPTER) and form in (Form.SECTION, Form.THIRD, Form.FOURTH, Form.FIFTH)
