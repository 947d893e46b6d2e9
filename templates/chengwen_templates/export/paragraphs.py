"""Paragraphs, marks and tables of the layout as elements of Word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import count

from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_library.styles import CLAUSE_BOOKMARK, LEAD_SUFFIX, Role
from chengwen_templates.export.runs import run
from chengwen_templates.export.shaping import paragraph_properties, run_properties
from chengwen_templates.export.style_properties import exact_line, style_id
from chengwen_templates.export.styles import BLACK_LETTERS, SCRIPT_LETTERS
from chengwen_templates.export.xml import no_cell_margins, w
from chengwen_templates.layout.flow import Item, JointMark, Paragraph, Run, Table
from chengwen_templates.layout.shapes import Shape, lead_lettering, shapes
from chengwen_templates.layout.tables import RULE_TWIP
from chengwen_templates.layout.text import cell_margin_twip
from chengwen_templates.layout.title import width
from chengwen_templates.profile import Profile
from chengwen_templates.units import TWIP_PER_POINT, pt_to_eighths

_LONGEST_BOOKMARK = 40
_DIGEST_BYTES = 6


def bookmark_name(wid: str) -> str:
    """Return the name of a clause's bookmark: its wId as Word allows it (letters, digits and _, 40 at most).

    A wId that had to be changed is marked with a digest of it, so that no two clauses share a name.
    """
    plain = re.sub(r"\W", "_", wid)
    if plain == wid and len(CLAUSE_BOOKMARK + wid) <= _LONGEST_BOOKMARK:
        return CLAUSE_BOOKMARK + wid
    digest = f"_{blake2b(wid.encode(), digest_size=_DIGEST_BYTES).hexdigest()}"
    return (CLAUSE_BOOKMARK + plain)[: _LONGEST_BOOKMARK - len(digest)] + digest


class Writer:
    """Turns the items of a layout into Word's elements; numbers the bookmarks of one document."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._shapes = shapes(profile)
        self._letters = {
            profile.second_heading_font: style_id(SCRIPT_LETTERS),
            profile.first_heading_font: style_id(BLACK_LETTERS),
        }
        self._numbers = count(1)

    def elements(self, item: Item) -> BaseOxmlElement:
        """Return an item's element."""
        match item:
            case Paragraph():
                return self.paragraph(item)
            case JointMark():
                return _joint_mark(item)
            case Table():
                return self._table(item)

    def paragraph(self, item: Paragraph) -> BaseOxmlElement:
        """Return `w:p` in its role's style, with the formatting in which it differs from that."""
        style = self._shapes[item.role]
        different = paragraph_properties(item.shape, style)
        properties = w("pPr", w("pStyle", val=style_id(item.role)), *_in_order(item.shape, different))
        runs = [self._run(one, style) for one in item.runs if one.text]
        if item.inner_wid:
            runs[1:] = self._bookmarked(runs[1:], item.inner_wid)
        return w("p", properties, *self._bookmarked(runs, item.wid))

    def _run(self, one: Run, style: Shape) -> BaseOxmlElement:
        if one.level is None:
            named = self._letters.get(one.lettering.font) if one.lettering.font != style.lettering.font else None
            base = replace(style.lettering, font=one.lettering.font) if named else style.lettering
            return run(one.text, named, *run_properties(one.lettering, base))
        lead = lead_lettering(one.level, self._profile)
        return run(one.text, style_id(one.level + LEAD_SUFFIX), *run_properties(one.lettering, lead))

    def _bookmarked(self, runs: Sequence[BaseOxmlElement], wid: str | None) -> Iterator[BaseOxmlElement]:
        """Yield the runs between a bookmark's ends, so that a clause is known again after work elsewhere."""
        number = next(self._numbers) if wid else 0
        if wid:
            yield w("bookmarkStart", id=number, name=bookmark_name(wid))
        yield from runs
        if wid:
            yield w("bookmarkEnd", id=number)

    def _table(self, table: Table) -> BaseOxmlElement:
        margin = cell_margin_twip(self._profile)
        properties = w(
            "tblPr",
            w("tblW", w=sum(table.widths), type="dxa"),
            w("jc", val="center"),
            _rules(),
            w("tblLayout", type="fixed"),
            w("tblCellMar", *(w(side, w=margin, type="dxa") for side in ("left", "right"))),
        )
        grid = w("tblGrid", *(w("gridCol", w=one) for one in table.widths))
        rows = [self._row(row, table.widths, head=place == 0) for place, row in enumerate(table.rows)]
        return w("tbl", properties, grid, *rows)

    def _row(self, row: tuple[Paragraph, ...], widths: tuple[int, ...], *, head: bool) -> BaseOxmlElement:
        cells = [
            w("tc", w("tcPr", w("tcW", w=one, type="dxa"), w("vAlign", val="center")), self.paragraph(cell))
            for cell, one in zip(row, widths, strict=True)
        ]
        return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if head else None), *cells)


def _in_order(shape: Shape, properties: list[BaseOxmlElement]) -> list[BaseOxmlElement]:
    """Return the properties with the frame of what is pinned, where the schema wants it."""
    if shape.pinned_top is None:
        return properties
    frame = w(
        "framePr",
        hRule="exact",
        h=shape.line,
        hSpace=0,
        wrap="notBeside",
        vAnchor="page",
        hAnchor="margin",
        xAlign="center",
        y=shape.pinned_top,
    )
    return [frame, *properties]


def _rules() -> BaseOxmlElement:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return w(
        "tblBorders",
        *(
            w(side, val="single", sz=pt_to_eighths(RULE_TWIP / TWIP_PER_POINT), space=0, color="000000")
            for side in sides
        ),
    )


def _joint_mark(mark: JointMark) -> BaseOxmlElement:
    """Return a joint 标志 (7.2.4): names stacked to equal width, 文件 centred beside them."""
    befores = [mark.before, *[0] * len(mark.names)]
    names = [_spread(name, mark, before) for name, before in zip(mark.names, befores, strict=False)]
    cells = [_mark_cell(mark.names_width, names), _mark_cell(mark.word_width, [_mark_line(mark.word, mark, "right")])]
    properties = w(
        "tblPr",
        w("tblW", w=mark.names_width + mark.word_width, type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
        no_cell_margins(),
    )
    grid = w("tblGrid", w("gridCol", w=mark.names_width), w("gridCol", w=mark.word_width))
    return w("tbl", properties, grid, w("tr", *cells))


def _mark_line(words: str, mark: JointMark, align: str) -> BaseOxmlElement:
    return w("p", _mark_properties(mark, mark.before, align), run(words, None, *_mark_letters(mark)))


def _spread(name: str, mark: JointMark, before: int) -> BaseOxmlElement:
    """Return a name spread over the width of the longest, by space between its characters."""
    gaps = len(name) - 1
    missing = mark.spread_width - width(name) * mark.lettering.em_twip
    letters = _mark_letters(mark)
    if gaps < 1 or missing <= 0:
        return w("p", _mark_properties(mark, before, "left"), run(name, None, *letters))
    most = run(name[:-1], None, w("spacing", val=int(missing / gaps)), *letters)
    return w("p", _mark_properties(mark, before, "left"), most, run(name[-1], None, *letters))


def _mark_properties(mark: JointMark, before: int, align: str) -> BaseOxmlElement:
    return w("pPr", w("pStyle", val=style_id(Role.MARK)), exact_line(mark.line, before), w("jc", val=align))


def _mark_letters(mark: JointMark) -> list[BaseOxmlElement]:
    return run_properties(mark.lettering)[-2:]


def _mark_cell(width_twip: int, paragraphs: list[BaseOxmlElement]) -> BaseOxmlElement:
    properties = w("tcPr", w("tcW", w=width_twip, type="dxa"), w("noWrap"), w("vAlign", val="center"))
    return w("tc", properties, *paragraphs)
