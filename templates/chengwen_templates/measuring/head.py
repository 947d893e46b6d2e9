"""Measuring 版头: 份号 to the red line, and what 信函, 命令（令） and 纪要 have instead (7.2, 10)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from chengwen_library.model import PageForm
from chengwen_templates.measuring.finding import Found, Line
from chengwen_templates.measuring.laid import Laid, at, font_of, sized
from chengwen_templates.measuring.measurement import Box, Measured, Measurement
from chengwen_templates.measuring.pages import ink_in, is_red
from chengwen_templates.measuring.rules import Rule

_NUMBER = re.compile(r"^[^0-9〔〕]+〔[0-9]{4}〕[1-9][0-9]*号$")
_TOP_LEFT = {"copy_number": "份号", "secrecy": "密级和保密期限", "urgency": "紧急程度"}
_MARK_TOPS = {
    PageForm.GENERAL: "mark_top",
    PageForm.ORDER: "order_mark_top",
    PageForm.MINUTES: "minutes_mark_top",
    PageForm.LETTER: "letter_mark_top",
}
_INK_ROOM_MM = 1.5
_SAME_ROW_MM = 0.5
_DOUBLE_MM = 3.0


def head(laid: Laid) -> Iterator[Measured]:
    """Yield what 版头 measures."""
    yield from _top_left(laid)
    marks = laid.part("发文机关标志")
    if marks:
        yield from _mark(laid, marks)
    for number in laid.part("发文字号")[:1]:
        yield from _number(laid, number, marks)
        yield from _red_rule(laid, number)
    yield from _signers(laid, marks)
    if laid.notice.page_form is PageForm.LETTER:
        yield from _letter(laid, marks)


def mark_ink(marks: Sequence[Found]) -> Box | None:
    """Return the edges of the ink of the whole 标志."""
    lines = [one.first for one in marks]
    edges = _around(lines)
    return ink_in(lines[0].page, edges, "红色") or ink_in(lines[0].page, edges, "黑色")


def letter_rules(laid: Laid) -> list[list[Rule]]:
    """Return the double lines of a letter's first face, each as its strokes from top to bottom (10.1)."""
    pairs: list[list[Rule]] = []
    for rule in laid.long_rules(laid.pages[0], red=True):
        if pairs and rule.y - pairs[-1][-1].y < _DOUBLE_MM:
            pairs[-1].append(rule)
        else:
            pairs.append([rule])
    return pairs


def _top_left(laid: Laid) -> Iterator[Measured]:
    general = laid.notice.page_form is PageForm.GENERAL
    found = {key: laid.part(name)[0] for key, name in _TOP_LEFT.items() if laid.part(name)}
    for key, one in found.items():
        line = one.first
        prefix = "" if general else "letter_"
        yield f"{prefix}{key}_left", at(line, line.left - laid.area.left(line.page))
        if general and key != "urgency":
            yield f"{key}_line", at(line, laid.line_number(line))
        yield from ((f"{key}_size", size) for size in sized(one))
        if key == "copy_number":
            yield "copy_number_digits", at(line, sum(character.isdecimal() for character in one.text))
        elif font := font_of((line.page, character) for character in line.characters):
            yield f"{key}_font", at(line, font)
    if "urgency" in found:
        heights = [one.first.baseline for one in found.values()]
        ordered = all(second - first > _SAME_ROW_MM for first, second in pairwise(heights))
        yield "urgency_order", at(found["urgency"].first, "自上而下" if ordered else "次序不对")


def _mark(laid: Laid, marks: Sequence[Found]) -> Iterator[Measured]:
    line, ink = marks[0].first, mark_ink(marks)
    area, page = laid.area, marks[0].first.page
    if ink is not None:
        letter = laid.notice.page_form is PageForm.LETTER
        place = Measurement(page.number, ink.top - (0 if letter else area.top), "标志的上边缘", ink)
        yield _MARK_TOPS[laid.notice.page_form], place
        middle = abs((ink.left + ink.right) / 2 - area.middle(page))
        yield "mark_centre", Measurement(page.number, middle, "标志", ink)
        beyond = max(0.0, area.left(page) - ink.left, ink.right - area.right(page))
        yield "mark_inside", Measurement(page.number, beyond, "标志", ink)
    placed = [(page, character) for one in marks for character in one.first.characters]
    if font := font_of(placed):
        yield "mark_font", at(line, font)
    odd = [character.colour for _, character in placed if not is_red(character.colour)]
    yield "mark_colour", at(line, f"#{odd[0]}" if odd else "红色")
    if len(marks) > 2 and marks[-1].text == "文件":
        yield from _joint([one.first for one in marks[:-1]], marks[-1].first)


def _joint(names: Sequence[Line], word: Line) -> Iterator[Measured]:
    right = max(line.right for line in names)
    if word.left >= right:
        block = ink_in(word.page, _around(names), "红色")
        ink = ink_in(word.page, _around([word]), "红色")
        if block and ink:
            off = abs((block.top + block.bottom) / 2 - (ink.top + ink.bottom) / 2)
            yield "mark_word_middle", at(word, off)
    yield "mark_word_right", at(word, word.left - right)


def _number(laid: Laid, number: Found, marks: Sequence[Found]) -> Iterator[Measured]:
    line, area, form = number.first, laid.area, laid.notice.page_form
    yield "number_form", at(line, "合乎" if _NUMBER.match(number.text) else number.text)
    yield from (("number_size", size) for size in sized(number))
    if font := font_of((line.page, character) for character in line.characters):
        yield "number_font", at(line, font)
    if form is PageForm.LETTER:
        yield "letter_number_right", at(line, area.right(line.page) - line.right)
        return
    yield "number_centre", at(line, abs(line.middle - area.middle(line.page)))
    if marks:
        lowest = max((one.first for one in marks), key=lambda mark: mark.box.bottom)
        name = "order_number_gap" if form is PageForm.ORDER else "number_gap"
        first = min([line, *(one.first for one in laid.part("签发人姓名"))], key=lambda one: one.baseline)
        yield name, at(line, laid.blank_lines(lowest, first))


def _red_rule(laid: Laid, number: Found) -> Iterator[Measured]:
    line = number.first
    rules = [rule for rule in line.page.rules if rule.width > 2 * line.em and rule.y > line.baseline]
    if laid.notice.page_form is not PageForm.GENERAL or not rules:
        return
    rule, page = rules[0], line.page
    edges = Box(rule.left, rule.top, rule.right, rule.bottom)
    ink = ink_in(page, Box(line.left - 1, line.box.top - 1, line.right + 1, rule.top - 0.3), "黑色")
    if ink is not None:
        yield "rule_gap", Measurement(page.number, rule.top - ink.bottom, "发文字号与红线之间", edges)
    for name, value in (
        ("rule_width", rule.width),
        ("rule_centre", abs((rule.left + rule.right) / 2 - laid.area.middle(page))),
        ("rule_colour", "红色" if is_red(rule.colour) else f"#{rule.colour}"),
        ("rule_thickness", rule.thickness),
    ):
        yield name, Measurement(page.number, value, "红线", edges)


def _signers(laid: Laid, marks: Sequence[Found]) -> Iterator[Measured]:
    names, labels = laid.part("签发人姓名"), laid.part("签发人")
    if not names or not labels:
        return
    label, page, area = labels[0].first, names[0].first.page, laid.area
    if font := font_of((page, character) for character in label.characters):
        yield "signer_label_font", at(label, font)
    if marks:
        lowest = max((one.first for one in marks), key=lambda mark: mark.box.bottom)
        yield "signer_gap", at(label, laid.blank_lines(lowest, label))
    rows: list[list[Line]] = []
    for line in sorted((one.first for one in names), key=lambda one: (round(one.baseline), one.left)):
        if rows and abs(rows[-1][0].baseline - line.baseline) < _SAME_ROW_MM:
            rows[-1].append(line)
        else:
            rows.append([line])
    rightmost = max((row[-1] for row in rows), key=lambda line: line.right)
    yield "signer_right", at(rightmost, (area.right(page) - rightmost.right) / rightmost.em)
    for row in rows:
        yield "signer_row", at(row[0], len(row))
        yield "signer_aligned", at(row[0], row[0].left - rows[0][0].left)
    for one in names:
        yield from (("signer_size", size) for size in sized(one))
        if font := font_of((page, character) for character in one.first.characters):
            yield "signer_font", at(one.first, font)
    for number in laid.part("发文字号")[:1]:
        yield "number_beside_signer", at(number.first, number.first.baseline - rows[-1][-1].baseline)
        yield "number_left", at(number.first, (number.first.left - area.left(page)) / number.first.em)


def _letter(laid: Laid, marks: Sequence[Found]) -> Iterator[Measured]:
    doubles, page = letter_rules(laid), laid.pages[0]
    for place, pair in enumerate(doubles):
        edges = Box(pair[0].left, pair[0].top, pair[0].right, pair[-1].bottom)
        where = "第一条双线" if place == 0 else "第二条双线"
        off = abs((edges.left + edges.right) / 2 - page.width / 2)
        yield "letter_rule_width", Measurement(1, edges.right - edges.left, where, edges)
        yield "letter_rule_centre", Measurement(1, off, where, edges)
        yield "letter_rule_colour", Measurement(1, "红色", where, edges)
        yield ("letter_rule_last" if place else "letter_rule_first"), Measurement(1, _stroke_order(pair), where, edges)
    if doubles:
        yield from _below_first(laid, doubles[0], marks)
    if len(doubles) > 1:
        yield "letter_rule_foot", Measurement(1, page.height - doubles[-1][-1].bottom, "第二条双线")


def _below_first(laid: Laid, first: Sequence[Rule], marks: Sequence[Found]) -> Iterator[Measured]:
    ink = mark_ink(marks) if marks else None
    if ink is not None:
        yield "letter_rule_gap", Measurement(1, first[0].top - ink.bottom, "标志与第一条双线之间")
    for number in laid.part("发文字号")[:1]:
        yield "letter_number_gap", at(number.first, number.first.box.top - first[-1].bottom)
    left = [laid.part(name)[0].first for name in _TOP_LEFT.values() if laid.part(name)]
    if left:
        line = min(left, key=lambda one: one.baseline)
        yield "letter_first_gap", at(line, line.box.top - first[-1].bottom)


def _stroke_order(pair: Sequence[Rule]) -> str:
    if len(pair) != 2:
        return "不是双线"
    return "上粗下细" if pair[0].thickness > pair[1].thickness else "上细下粗"


def _around(lines: Sequence[Line]) -> Box:
    """Return the room in which the ink of some lines may lie."""
    return Box(
        min(line.left for line in lines) - _INK_ROOM_MM,
        min(line.box.top for line in lines) - _INK_ROOM_MM,
        max(line.right for line in lines) + _INK_ROOM_MM,
        max(line.box.bottom for line in lines) + _INK_ROOM_MM,
    )
