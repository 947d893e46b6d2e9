"""Measuring a .docx without laying it out: what its own formatting fixes (GB/T 9704-2012 5 to 7)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from chengwen_library.model import Measure, PageForm
from chengwen_templates.measuring.finding import start_of
from chengwen_templates.measuring.formatting import Document, Letter, Paragraph, font_name, read_document
from chengwen_templates.measuring.measurement import Measured, Measurement
from chengwen_templates.measuring.pages import is_red
from chengwen_templates.measuring.wanted import Wanted, wanted

_MM_PER_TWIP = 25.4 / 1440
_EMU_PER_MM = 36000
_EIGHTH_POINT_MM = 25.4 / 72 / 8
_LONG_RULE_MM = 100.0
_HEADINGS = {
    "一级标题": "heading_first_font",
    "二级标题": "heading_second_font",
    "三级标题": "heading_third_font",
    "四级标题": "heading_fourth_font",
}
_FONTS = {
    "密级和保密期限": "secrecy_font",
    "紧急程度": "urgency_font",
    "发文机关标志": "mark_font",
    "发文字号": "number_font",
    "签发人": "signer_label_font",
    "签发人姓名": "signer_font",
    "标题": "title_font",
    "被印发文件标题": "title_font",
    "附件标记": "annex_mark_font",
    "版记主送": "moved_recipients_font",
    "抄送": "copies_font",
    "印发机关": "printer_font",
}
_SIZES = {
    "份号": "copy_number_size",
    "密级和保密期限": "secrecy_size",
    "紧急程度": "urgency_size",
    "发文字号": "number_size",
    "签发人姓名": "signer_size",
    "标题": "title_size",
    "被印发文件标题": "title_size",
    "正文": "text_size",
    "附件标记": "annex_mark_size",
    "版记主送": "moved_recipients_size",
    "抄送": "copies_size",
    "印发机关": "printer_size",
    "出席人员名单": "attendance_size",
}
_INDENTS = {
    "正文": "body_indent",
    "附注": "note_indent",
    "附件说明": "annex_list_indent",
    "出席人员名单": "attendance_indent",
}
_GAPS = {
    "发文字号": "number_gap",
    "标题": "title_gap",
    "主送机关": "recipients_gap",
    "署名": "signature_gap",
    "附件说明": "annex_list_gap",
    "成文日期": "date_below",
    "附注": "note_below",
}
_CENTRED = frozenset({"编标题", "章标题", "节标题"})
_NUMBER = re.compile("^[—–―－─][0-9]*[—–―－─]$")
_WHERE_LENGTH = 10


@dataclass(frozen=True, slots=True)
class _Element:
    wanted: Wanted
    letters: tuple[Letter, ...]
    paragraph: int

    def measured(self, value: float | str) -> Measurement:
        words = self.wanted.words
        return Measurement(0, value, f"“{words[:_WHERE_LENGTH]}{'…' if len(words) > _WHERE_LENGTH else ''}”")


def measure_docx(content: bytes, measure: Measure) -> Mapping[str, tuple[Measurement, ...]]:
    """Return what the .docx itself fixes, by the requirement's id; raises UnreadableFile.

    Where things end up on a page is known only after laying it out and has no entry.
    """
    document = read_document(content)
    measured: defaultdict[str, list[Measurement]] = defaultdict(list)
    for name, one in _measured(document, measure):
        measured[name].append(one)
    return {name: tuple(every) for name, every in measured.items()}


def _measured(document: Document, measure: Measure) -> Iterator[Measured]:
    elements = tuple(_found(document.paragraphs, wanted(measure)))
    yield from _page(document)
    for one in elements:
        yield from _letters(one)
        yield from _place(document, one)
    yield from _first_of_several(document, elements)
    yield from _rules(document, elements, measure)
    yield from _footers(document)


def _found(paragraphs: Sequence[Paragraph], elements: Sequence[Wanted]) -> Iterator[_Element]:
    letters = [(place, letter) for place, one in enumerate(paragraphs) for letter in one.letters]
    text = "".join(letter.text for _, letter in letters)
    used, position = bytearray(len(text)), 0
    for one in elements:
        start = start_of(text, one.words, position if one.ordered else 0, used)
        if start is not None:
            end = start + len(one.words)
            used[start:end] = b"\1" * (end - start)
            position = max(position, end) if one.ordered else position
            yield _Element(one, tuple(letter for _, letter in letters[start:end]), letters[start][0])


def _page(document: Document) -> Iterator[Measured]:
    for place, section in enumerate(document.sections, start=1):
        mm = {
            key: int(value) * _MM_PER_TWIP
            for key, value in section.items()
            if key.startswith(("pgSz.", "pgMar.")) and value.isdigit()
        }
        if section.get("pgSz.orient") == "landscape":
            continue
        where = f"第{place}节" if len(document.sections) > 1 else "页面设置"
        width, height = mm["pgSz.w"], mm["pgSz.h"]
        left, right = mm["pgMar.left"] + mm.get("pgMar.gutter", 0.0), mm["pgMar.right"]
        for name, value in (
            ("page_width", width),
            ("page_height", height),
            ("page_top", mm["pgMar.top"]),
            ("page_bottom", mm["pgMar.bottom"]),
            ("page_inner", left),
            ("page_outer", right),
            ("type_width", width - left - right),
            ("type_height", height - mm["pgMar.top"] - mm["pgMar.bottom"]),
        ):
            yield name, Measurement(0, value, where)
    mirrored = "mirrorMargins" in document.settings
    yield "binding_mirrored", Measurement(0, "对调" if mirrored else "不对调", "文档设置")


def _letters(one: _Element) -> Iterator[Measured]:
    element, lead = one.wanted.element, one.letters[: one.wanted.lead]
    rest = one.letters[one.wanted.lead :]
    if element in _SIZES:
        yield from ((_SIZES[element], one.measured(size)) for size in _sizes(one.letters))
    if element in _FONTS:
        yield from ((_FONTS[element], one.measured(font)) for font in _fonts(one.letters))
    if element == "正文":
        plain = rest if one.wanted.heading else one.letters
        yield from (("text_font", one.measured(font)) for font in _fonts(plain))
    if one.wanted.heading in _HEADINGS:
        yield from ((_HEADINGS[one.wanted.heading], one.measured(font)) for font in _fonts(lead))
        yield from (("heading_size", one.measured(size)) for size in _sizes(lead))
    if element == "出席人员名单":
        yield from (("attendance_label_font", one.measured(font)) for font in _fonts(lead))
        yield from (("attendance_font", one.measured(font)) for font in _fonts(rest))
    if element in ("标题", "被印发文件标题"):
        bold = any(letter.properties.get("b", "0") not in ("0", "false") for letter in one.letters)
        yield "title_bold", one.measured("加粗" if bold else "不加粗")
    if element == "发文机关标志":
        odd = [colour for colour in _colours(one.letters) if not is_red(colour)]
        yield "mark_colour", one.measured(f"#{odd[0]}" if odd else "红色")
    else:
        odd = [colour for colour in _colours(one.letters) if colour != "000000"]
        yield "text_colour", one.measured(f"#{odd[0]}" if odd else "黑色")


def _place(document: Document, one: _Element) -> Iterator[Measured]:
    element, paragraph = one.wanted.element, document.paragraphs[one.paragraph]
    character = _character(one.letters)
    first = -paragraph.twip("ind.hanging") or paragraph.twip("ind.firstLine")
    if chars := paragraph.properties.get("ind.firstLineChars", "0").lstrip("0"):
        first = float(chars) / 100 * character
    left = paragraph.twip("ind.left") + first
    if element == "正文":
        yield from _grid(document, one, paragraph)
        if one.wanted.heading in _CENTRED:
            return
        yield "body_left", one.measured(paragraph.twip("ind.left") * _MM_PER_TWIP)
    if element == "主送机关":
        yield "recipients_left", one.measured(left * _MM_PER_TWIP)
    if element in _INDENTS and (element != "附件说明" or one.wanted.words.startswith("附件：")):
        yield _INDENTS[element], one.measured(left / character)


def _grid(document: Document, one: _Element, paragraph: Paragraph) -> Iterator[Measured]:
    section = document.sections[-1]
    width = int(section["pgSz.w"]) - int(section["pgMar.left"]) - int(section["pgMar.right"])
    character = _character(one.letters)
    yield "character_gap", one.measured(character * _MM_PER_TWIP)
    yield "grid_characters_full", one.measured(int(width / character))
    if paragraph.properties.get("spacing.lineRule") == "exact":
        line = paragraph.twip("spacing.line")
        yield "line_closed_up" if paragraph.closed_up else "line_gap", one.measured(line * _MM_PER_TWIP)


def _first_of_several(document: Document, elements: Sequence[_Element]) -> Iterator[Measured]:
    """Yield the blank lines before the first paragraph of an element, and the lines that a face holds."""
    seen: set[str] = set()
    texts = (
        document.paragraphs[one.paragraph].twip("spacing.line") for one in elements if one.wanted.element == "正文"
    )
    line = next(texts, 0)
    signers = [one.paragraph for one in elements if one.wanted.element == "签发人姓名"]
    for one in elements:
        name = one.wanted.element
        place = min([one.paragraph, *signers]) if name == "发文字号" else one.paragraph
        if name in _GAPS and name not in seen and not _starts_a_face(document.paragraphs[place]):
            yield _GAPS[name], one.measured(_blank_lines(document.paragraphs, place, line))
        seen.add(name)
    section = document.sections[-1]
    height = int(section["pgSz.h"]) - int(section["pgMar.top"]) - int(section["pgMar.bottom"])
    bodies = [document.paragraphs[one.paragraph] for one in elements if one.wanted.element == "正文"]
    exact = [body for body in bodies if body.properties.get("spacing.lineRule") == "exact" and not body.closed_up]
    lines = [body.twip("spacing.line") for body in exact]
    if lines:
        yield "grid_lines", Measurement(0, height // max(lines), "行距")


def _blank_lines(paragraphs: Sequence[Paragraph], place: int, line: int) -> float:
    """Return how many lines (twip) of white the spacing and empty paragraphs above a paragraph make."""
    one = paragraphs[place]
    white = one.twip("spacing.before")
    for above in reversed(paragraphs[:place]):
        white += above.twip("spacing.after")
        if above.letters:
            break
        white += above.twip("spacing.line") + above.twip("spacing.before")
    return white / max(1, line or paragraphs[place].twip("spacing.line"))


def _starts_a_face(paragraph: Paragraph) -> bool:
    return paragraph.properties.get("pageBreakBefore", "0") not in ("0", "false")


def _rules(document: Document, elements: Sequence[_Element], measure: Measure) -> Iterator[Measured]:
    section = document.sections[-1]
    width = int(section["pgSz.w"]) - int(section["pgMar.left"]) - int(section["pgMar.right"])
    form = measure.notice.page_form if measure.notice else PageForm.GENERAL
    for one in elements:
        paragraph = document.paragraphs[one.paragraph]
        size = paragraph.properties.get("pBdr.bottom.sz")
        if one.wanted.element == "发文字号" and size and form is PageForm.GENERAL:
            colour = paragraph.properties.get("pBdr.bottom.color", "000000")
            length = width - paragraph.twip("ind.left") - paragraph.twip("ind.right")
            yield from _red_rule(length * _MM_PER_TWIP, int(size) * _EIGHTH_POINT_MM, colour)
    drawn = [line for shape in document.drawn if (line := _line(shape)) and line[0] > _LONG_RULE_MM]
    red = [line for line in drawn if is_red(line[2])]
    if form is PageForm.GENERAL:
        for line in red:
            yield from _red_rule(*line)
    if form is PageForm.LETTER:
        yield from (("letter_rule_width", Measurement(0, line[0], "双线")) for line in red)
        return
    black = [line for line in drawn if not is_red(line[2])]
    for place, line in enumerate(black):
        where = f"第{place + 1}条分隔线"
        yield "imprint_width", Measurement(0, line[0], where)
        outer = place in (0, len(black) - 1)
        yield ("imprint_thick" if outer else "imprint_thin"), Measurement(0, line[1], where)


def _red_rule(width: float, thickness: float, colour: str) -> Iterator[Measured]:
    yield "rule_width", Measurement(0, width, "红线")
    yield "rule_thickness", Measurement(0, thickness, "红线")
    yield "rule_colour", Measurement(0, "红色" if is_red(colour) else f"#{colour}", "红线")


def _line(shape: Element) -> tuple[float, float, str] | None:
    """Return length, thickness (mm) and colour of a drawn line; None for other shapes."""
    stroke, extent = shape.find(".//{*}spPr/{*}ln"), shape.find(".//{*}spPr/{*}xfrm/{*}ext")
    colour = shape.find(".//{*}ln/{*}solidFill/{*}srgbClr")
    if stroke is None or extent is None or int(str(extent.get("cy", "0"))) > _EMU_PER_MM:
        return None
    tone = "000000" if colour is None else str(colour.get("val"))
    return int(str(extent.get("cx"))) / _EMU_PER_MM, int(str(stroke.get("w", "9525"))) / _EMU_PER_MM, tone


def _footers(document: Document) -> Iterator[Measured]:
    for kind, paragraphs in document.footers.items():
        for one in paragraphs:
            digits = [letter for letter in one.letters if letter.text.isdigit()]
            if not digits:
                continue
            where = {"even": "双页页脚", "first": "首页页脚"}.get(kind, "单页页脚")
            size = int(digits[0].properties.get("sz", "0")) / 2
            yield "page_number_size", Measurement(0, size, where)
            yield "page_number_font", Measurement(0, font_name(digits[0]) or "", where)
            form = "合乎" if _NUMBER.match(one.text) else one.text
            yield "page_number_form", Measurement(0, form, where)
            aligned = one.properties.get("jc", "left")
            side, edge = ("left", "even") if kind == "even" else ("right", "odd")
            blank = one.twip(f"ind.{side}") / (size * 20) if size else 0.0
            yield (
                f"page_number_{edge}",
                Measurement(0, blank if aligned == side else f"没有居{'左' if side == 'left' else '右'}", where),
            )


def _sizes(letters: Sequence[Letter]) -> list[float]:
    return sorted({int(letter.properties.get("sz", "20")) / 2 for letter in letters})


def _fonts(letters: Sequence[Letter]) -> list[str]:
    """Return the fonts of the Chinese characters, each once."""
    return list(dict.fromkeys(font_name(letter) or "" for letter in letters if letter.text >= "⺀"))


def _colours(letters: Sequence[Letter]) -> list[str]:
    colours = {letter.properties.get("color", "000000").upper() for letter in letters}
    return sorted("000000" if colour == "AUTO" else colour for colour in colours)


def _character(letters: Sequence[Letter]) -> float:
    """Return how far one character moves the next on, in twip."""
    properties = letters[-1].properties
    return int(properties.get("sz", "20")) * 10 + int(properties.get("spacing", "0"))
