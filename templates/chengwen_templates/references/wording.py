"""The words of a reference for the units it means now, in the writer's style as far as it goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from chengwen_library.model import Form, Span
from chengwen_library.numbering import render_numeral
from chengwen_templates.references.outline import ANNEX_WID, Node, Outline, Target, paragraphs
from chengwen_templates.references.reference import REMOVED, Level, Number, Reference, Step
from chengwen_templates.references.resolve import BoundItem, Resolution

Numbers = Sequence[int | None]
"""Numbers to be written; None is written as ×."""

_WORDS = {
    Form.PART: ("第", "编", False, False),
    Form.CHAPTER: ("第", "章", False, False),
    Form.SECTION: ("第", "节", False, False),
    Form.ARTICLE: ("第", "条", False, False),
    Form.FIRST: ("第", "部分", False, False),
    Form.SECOND: ("第", "项", True, False),
    Form.THIRD: ("第", "目", False, True),
    Form.FOURTH: ("第", "目", True, True),
    Form.FIFTH: ("第", "目", False, True),
    Form.PARAGRAPH: ("第", "款", False, False),
}
"""How a unit of a form is referred to: before and behind its number, in brackets or not, Arabic or not."""


def number_of(outline: Outline, target: Target) -> int | None:
    """Return the number by which a target is referred to now; None if it is gone."""
    if target.wid.startswith(ANNEX_WID):
        return int(target.wid.removeprefix(ANNEX_WID)) if outline.alive(target) else None
    node = outline.nodes.get(target.wid)
    if node is None or not outline.alive(target):
        return None
    if target.paragraph:
        return paragraphs(node).index(target) + 1
    if node.form is Form.PARAGRAPH and node.parent is not None and node.parent.unit is not None:
        return paragraphs(node.parent).index(target) + 1
    return node.number


def same_shape(outline: Outline, words: str, reference: Reference, resolution: Resolution) -> str:
    """Return the words with other numbers in the same places; lists that rose still rise."""
    edits: list[tuple[Span, str]] = []
    for step, items in zip(reference.own_steps, resolution.steps[reference.inherited :], strict=True):
        written = [number for item in step.items for number in item.numbers]
        means = [
            target
            for item, read in zip(items, step.items, strict=False)
            for target in _ends(item.first, item.last, bool(read.last))
        ]
        numbers = [number_of(outline, target) if target else None for target in means]
        if all(item.last is None for item in step.items) and _rises([one.value for one in written]):
            numbers.sort(key=lambda number: (number is None, number or 0))
        edits += [
            (one.span, _numeral(number, arabic=one.arabic)) for one, number in zip(written, numbers, strict=False)
        ]
    return _edited(words, reference.span[0], edits)


def same_level(outline: Outline, words: str, reference: Reference, resolution: Resolution, numbers: Numbers) -> str:
    """Return the words with the last step written anew: ranges that no longer hold become lists."""
    last = reference.last
    head = Reference(
        reference.span, reference.scope, reference.steps[:-1], min(reference.inherited, len(reference.steps) - 1)
    )
    shaped = same_shape(outline, words[: last.span[0] - reference.span[0]], head, Resolution(resolution.steps[:-1]))
    return shaped + step_words(last, numbers)


def step_words(step: Step, numbers: Numbers) -> str:
    """Return numbers written in the style of a step."""
    style = step.items[0].first
    before = "附件" if step.level is Level.ANNEX else "第" if step.ordinal else ""
    behind = step.level.value if step.suffixed and step.level is not Level.ANNEX else ""
    groups = _runs(numbers) if any(item.last for item in step.items) else [(number, number) for number in numbers]

    def one(number: int | None) -> str:
        return _bracketed(number, style)

    if step.repeated:
        return _listed(
            [_range(before + one(a) + behind, before + one(b) + behind, step, a == b) for a, b in groups], step
        )
    return before + _listed([_range(one(a), one(b), step, a == b) for a, b in groups], step) + behind


def plain(outline: Outline, here: Node, targets: Sequence[Target], gone: int, level: Level) -> Iterator[str]:
    """Yield words for targets, as seen from `here`, whatever the writer's were: 第二款, 本条第二款, 第五条第二款."""
    nodes = [_node(outline, target) for target in targets]
    if not targets or len({id(above) for above, _ in nodes}) > 1 or len({form for _, form in nodes}) > 1:
        yield "、".join(
            _path(*node) + _plain_list(node[1], [number_of(outline, target)])
            for node, target in zip(nodes, targets, strict=True)
        ) + ("、" * bool(targets and gone) + _unknown(level) * bool(gone))
        return
    above, form = nodes[0]
    numbers = sorted(filter(None, (number_of(outline, target) for target in targets)))
    listed = _plain_list(form, [*numbers, *[None] * gone])
    around = [*here.up()]
    if form in _ALONE or above in around or form in outline.running_on:
        yield listed
    if above in around:
        yield f"本条{listed}"
    if above in around[-1:]:
        yield f"本部分{listed}"
    yield _path(above, form) + listed
    yield f"“{_marks(above)}{_mark_list(form, numbers)}”" if form not in _UNMARKED and not gone else listed


_ALONE = frozenset({Form.ARTICLE, Form.CHAPTER, Form.PART, Form.FIRST})
"""The forms whose numbers say enough by themselves."""
_UNMARKED = frozenset({Form.PARAGRAPH, Form.ARTICLE, Form.CHAPTER, Form.SECTION, Form.PART})


def _node(outline: Outline, target: Target) -> tuple[Node, Form]:
    """Return the unit that a target is written below, and its form."""
    node = outline.nodes[target.wid]
    if target.paragraph:
        return node, Form.PARAGRAPH
    return node.parent or outline.root, node.form or Form.PARAGRAPH


def _path(above: Node, form: Form) -> str:
    """Return the words for what a unit stands below: 第五条第二款."""
    if form in (Form.ARTICLE, Form.CHAPTER, Form.PART, Form.FIRST):
        return ""
    words = ""
    node = above
    while node.unit is not None and node.form is not None:
        number = node.number
        if node.form is Form.PARAGRAPH and node.parent is not None and node.parent.unit is not None:
            number = paragraphs(node.parent).index(node.target) + 1
        words = _plain_list(node.form, [number]) + words
        if node.form is Form.ARTICLE or node.parent is None:
            break
        node = node.parent
    return words


def _marks(above: Node) -> str:
    return "".join(node.unit.num for node in reversed([*above.up()]) if node.unit)


def _mark_list(form: Form, numbers: Sequence[int]) -> str:
    style = {Form.FIRST: "{}、", Form.SECOND: "（{}）", Form.THIRD: "{}.", Form.FOURTH: "（{}）"}.get(form, "{}")
    arabic = form in (Form.THIRD, Form.FOURTH, Form.FIFTH)
    return "、".join(style.format(_numeral(number, arabic=arabic)) for number in numbers)


def _plain_list(form: Form, numbers: Numbers) -> str:
    before, behind, bracketed, arabic = _WORDS[form]
    style = Number(1, (0, 0), bracketed, arabic)
    return "、".join(f"{before}{_bracketed(number, style)}{behind}" for number in numbers)


def _unknown(level: Level) -> str:
    if level in (Level.ITEM, Level.SECOND):
        return f"第（{REMOVED}）项"
    return f"附件{REMOVED}" if level is Level.ANNEX else f"第{REMOVED}{level.value if len(level.value) == 1 else '项'}"


def unknown(outline: Outline, words: str, reference: Reference, resolution: Resolution) -> str:
    """Return the words of a reference to nothing that is left: its numbers as ×, 前款 as 第×款.

    What is above it and still there keeps its number.
    """
    if not reference.last.items:
        return _unknown(reference.last.level)
    if resolution.steps:
        nothing = tuple(BoundItem(None, None, ()) for _ in reference.last.items)
        return same_shape(outline, words, reference, Resolution((*resolution.steps[:-1], nothing)))
    edits = [(number.span, REMOVED) for step in reference.own_steps for item in step.items for number in item.numbers]
    return _edited(words, reference.span[0], edits)


def _ends(first: Target | None, last: Target | None, is_range: bool) -> list[Target | None]:
    return [first, last] if is_range else [first]


def _edited(words: str, start: int, edits: Sequence[tuple[Span, str]]) -> str:
    for (begin, end), new in sorted(edits, reverse=True):
        words = words[: begin - start] + new + words[end - start :]
    return words


def _numeral(number: int | None, *, arabic: bool) -> str:
    if number is None:
        return REMOVED
    return str(number) if arabic else render_numeral(number)


def _bracketed(number: int | None, style: Number) -> str:
    numeral = _numeral(number, arabic=style.arabic)
    return f"（{numeral}）" if style.bracketed else numeral


def _rises(values: Sequence[int | None]) -> bool:
    return all(a is not None and b is not None and a < b for a, b in pairwise(values))


def _runs(numbers: Numbers) -> list[tuple[int | None, int | None]]:
    runs: list[tuple[int | None, int | None]] = []
    for number in sorted(filter(None, numbers)):
        last = runs[-1] if runs else None
        if last is not None and last[1] is not None and number == last[1] + 1:
            runs[-1] = (last[0], number)
        else:
            runs.append((number, number))
    return runs + [(None, None)] * sum(number is None for number in numbers)


def _range(first: str, last: str, step: Step, alone: bool) -> str:
    return first if alone else f"{first}{step.range_mark}{last}"


def _listed(words: Sequence[str], step: Step) -> str:
    if len(words) < 2:
        return "".join(words)
    return step.separator.join(words[:-1]) + step.final + words[-1]
