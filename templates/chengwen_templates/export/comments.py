"""审阅意见 as Word's comments, each on the paragraphs of its clause; the text is set as without them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_library.model import Measure, Remark, TextPart, Unit
from chengwen_library.storable import storable
from chengwen_library.styles import Role
from chengwen_templates.export.runs import run
from chengwen_templates.export.style_properties import size
from chengwen_templates.export.xml import w
from chengwen_templates.layout.flow import Item, Paragraph
from chengwen_templates.remarks import GONE, Listed, Target, listed

NOBODY = "审阅意见"
"""The author Word is told of a remark for which nobody gave a name; Word wants one."""

_SIZE_PT = 10.5
_TITLES = (Role.MEASURE_TITLE, Role.ANNEX_TITLE, Role.TITLE)


class Comments:
    """The comments of one document: `marked` puts their ends into the elements, `part` is what they say.

    All remarks that are still open become comments. One whose clause has gone, or says nothing in
    print, stands on the title and begins with what it was about.
    """

    def __init__(self, measure: Measure, items: Sequence[Item]) -> None:
        anchors = _anchors(measure, [item for item in items if isinstance(item, Paragraph)])
        fallback = anchors.get(TextPart.TITLE) or [item for item in items if isinstance(item, Paragraph)][:1]
        self._starts: dict[int, list[int]] = {}
        self._ends: dict[int, list[int]] = {}
        self._comments: list[BaseOxmlElement] = []
        for one in listed(measure):
            if one.remark.resolved is None:
                self._add(one, anchors.get(one.remark.target, []), fallback)

    def marked(self, item: Item, element: BaseOxmlElement) -> BaseOxmlElement:
        """Return the element of an item with the beginnings and ends of the comments on it."""
        for number in reversed(self._starts.get(id(item), [])):
            element.insert(1, w("commentRangeStart", id=number))  # the properties stay first
        for number in self._ends.get(id(item), []):
            element.append(w("commentRangeEnd", id=number))
            element.append(w("r", w("commentReference", id=number)))
        return element

    @property
    def part(self) -> BaseOxmlElement | None:
        """`w:comments`; None if there are none."""
        return w("comments", *self._comments) if self._comments else None

    def _add(self, one: Listed, own: Sequence[Paragraph], fallback: Sequence[Paragraph]) -> None:
        paragraphs = own or fallback
        if not paragraphs:
            return
        number = len(self._comments)
        self._starts.setdefault(id(paragraphs[0]), []).append(number)
        self._ends.setdefault(id(paragraphs[-1]), []).append(number)
        self._comments.append(_comment(number, one.remark, _lines(one, is_elsewhere=not own)))


def _anchors(measure: Measure, items: Sequence[Paragraph]) -> Mapping[Target, list[Paragraph]]:
    """Return the paragraphs of the parts and units that are printed."""
    units = {unit.wid: unit for unit in measure.walk()}
    found: dict[Target, list[Paragraph]] = {}
    for place, item in enumerate(items):
        if item.wid in units:
            found[item.wid] = [item, *_own_behind(units[item.wid], items[place + 1 :])]
        if item.inner_wid in units:
            found[item.inner_wid] = [item]
    titles = [item for item in items if item.role in _TITLES and _bare(item.words) == _bare(measure.title or "")]
    if titles:
        found[TextPart.TITLE] = titles[:1]
    plain = [item for item in items if item.role is Role.BODY and item.wid is None]
    for part, text, wanted in (
        (TextPart.PREAMBLE, measure.preamble, plain),
        (TextPart.CLOSING, measure.closing, plain[::-1]),
    ):
        lines = _said(text)
        if own := [item for item in wanted if item.words in lines][: len(lines)]:
            found[part] = sorted(own, key=items.index)
    return found


def _own_behind(unit: Unit, following: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield the further paragraphs of a unit's own text, which follow on its first."""
    lines = _said(unit.intro if unit.children else unit.text)
    for item in following:
        if item.wid or item.role is not Role.BODY or item.words not in lines:
            return
        lines.remove(item.words)
        yield item


def _said(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def _bare(words: str) -> str:
    return "".join(words.split())


def _lines(one: Listed, *, is_elsewhere: bool) -> Iterator[str]:
    """Yield the paragraphs of a comment: what it was about if that cannot be seen, the verdict, the words."""
    remark = one.remark
    if is_elsewhere:
        yield f"{f'{GONE}：' if one.is_gone else ''}{one.place}"
    if remark.opinion is not None:
        yield f"意见：{remark.opinion}"
    yield from _said(remark.text)
    if remark.proposal:
        yield from _said(f"建议改为：{remark.proposal}")


def _comment(number: int, remark: Remark, lines: Iterator[str]) -> BaseOxmlElement:
    """Return `w:comment`; the time is the clock's where it was written, as Word has it."""
    author = storable(remark.who).strip() or NOBODY
    said = list(lines) or [""]
    paragraphs = [_paragraph(line, is_first=place == 0) for place, line in enumerate(said)]
    when = remark.written.replace(tzinfo=None).isoformat(timespec="seconds")
    return w("comment", *paragraphs, id=number, author=author, date=when, initials=author[:1])


def _paragraph(line: str, *, is_first: bool) -> BaseOxmlElement:
    properties = w("pPr", w("spacing", line=240, lineRule="auto"), w("jc", val="left"))
    mark = [w("r", w("annotationRef"))] if is_first else []
    return w("p", properties, *mark, run(line, None, *size(_SIZE_PT)))
