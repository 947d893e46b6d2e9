"""Measuring the page itself, its grid, 版记 and page numbers (5, 7.4, 7.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from chengwen_library.model import PageForm
from chengwen_templates.measuring.finding import Found, Line, page_lines, page_number
from chengwen_templates.measuring.laid import PITCH_MM, Laid, at, font_of, sized
from chengwen_templates.measuring.measurement import Box, Measured, Measurement
from chengwen_templates.measuring.pages import Character, Page, ink_in, upright
from chengwen_templates.measuring.rules import Rule
from chengwen_templates.measuring.wanted import bare

_PAGE_NUMBER = re.compile("^[—–―－─]([0-9]+)[—–―－─]$")
_PRINTED = re.compile("^[0-9]{4}年[1-9][0-9]?月[1-9][0-9]?日印发$")
_STARTS_A_FACE = frozenset({"被印发文件标题", "附件标记", "发文机关标志"})
_NOT_TEXT = _STARTS_A_FACE | {"附件标题", "标题", "署名", "成文日期", "附注", "抄送", "印发机关", "印发日期"}
_NEVER_FIRST = frozenset("，。、；：？！”’）》〉】〕…—％")
_NEVER_LAST = frozenset("“‘（《〈【〔")
_INK_ABOVE_IMPRINT_MM = 12.0
_LONG_RULE_MM = 100.0
_CLOSER_MM = 0.05
_LABEL = len("抄送：")
_BASELINE = 0.8
"""Word and its kin put the baseline of a line at four fifths of its height; the type area begins with the line."""


def page(laid: Laid) -> Iterator[Measured]:
    """Yield what paper, type area and grid measure."""
    for one in laid.pages:
        yield "page_width", Measurement(one.number, min(one.width, one.height), "整面")
        yield "page_height", Measurement(one.number, max(one.width, one.height), "整面")
    yield from _edges(laid)
    yield from _full_faces(laid)
    yield from _counts(laid)


def imprint(laid: Laid) -> Iterator[Measured]:
    """Yield what 版记 measures; a letter's has no rules."""
    parts = [one for name in ("版记主送", "抄送", "印发机关", "印发日期") for one in laid.part(name)]
    if not parts:
        return
    face = parts[0].first.page
    top = min(one.first.box.top for one in parts) - _INK_ABOVE_IMPRINT_MM
    rules = [rule for rule in face.rules if rule.width > _LONG_RULE_MM and top < rule.y]
    if laid.notice.page_form is PageForm.LETTER:
        unruled = not any(rule for rule in laid.long_rules(face, red=False) if rule.y > top)
        yield "letter_imprint", at(parts[0].first, "不加" if unruled and not laid.part("印发机关") else "加了")
    else:
        yield from _imprint_rules(laid, face, rules)
    for name, prefix in (("版记主送", "moved_recipients"), ("抄送", "copies")):
        for one in laid.part(name):
            yield from _names(laid, one, prefix)
    yield from _between(laid, rules)
    yield from _printed(laid)


def page_numbers(laid: Laid) -> Iterator[Measured]:
    """Yield what page numbers measure."""
    letter = laid.notice.page_form is PageForm.LETTER
    shown: list[tuple[Page, int]] = []
    for one in laid.pages:
        line = page_number(upright(one) if one.wide else one, laid.area)
        if letter and one.number == 1:
            hidden = line is None or not _PAGE_NUMBER.match(line.text)
            yield "letter_first_number", Measurement(1, "不显示" if hidden else "显示", "首页")
        elif line is not None:
            yield from _page_number(laid, line, wide=one.wide)
            if match := _PAGE_NUMBER.match(line.text):
                shown.append((one, int(match[1])))
    if shown:
        running = all(number == one.number for one, number in shown) and _only_ends_bare(shown)
        yield "page_number_running", Measurement(0, "连续" if running else "不连续", "各面")
    yield from _unnumbered(laid)
    yield from _wide_tables(laid)


def _unnumbered(laid: Laid) -> Iterator[Measured]:
    """Yield whether a blank face before 版记, and the face of 版记 after it, are without a number."""
    for blank, last in pairwise(laid.pages):
        if last.number == laid.pages[-1].number and not any(_is_inside(laid, one, blank) for one in blank.characters):
            bare = not any(page_number(one, laid.area) for one in (blank, last))
            yield "blank_face_number", Measurement(blank.number, "不编" if bare else "编了", "空白面和版记面")


def _is_inside(laid: Laid, one: Character, face: Page) -> bool:
    return one.baseline < laid.area.bottom_of(face)


def _wide_tables(laid: Laid) -> Iterator[Measured]:
    """Yield on which side of the bound sheet the heads of wide tables lie (8)."""
    heads = {bare("".join(annex.rows[0])) for annex in laid.measure.annexes if annex.wide and annex.rows}
    for one in laid.pages:
        lines = page_lines(one, laid.area) if one.wide else ()
        above = next((line for line in lines if line.text in heads), None)
        if above is None:
            continue
        number = page_number(upright(one), laid.area)
        at_foot = number is not None and bool(_PAGE_NUMBER.match(number.text))
        highest = all(line.baseline >= above.baseline for line in lines if line.size_pt == above.size_pt)
        yield "wide_table_head", at(above, "合乎" if at_foot and highest else "表头不在规定的一侧")


def _only_ends_bare(shown: list[tuple[Page, int]]) -> bool:
    """Tell whether faces without a number stand only before the first or after the last one with a number."""
    numbers = [one.number for one, _ in shown]
    return numbers == list(range(numbers[0], numbers[-1] + 1))


def _edges(laid: Laid) -> Iterator[Measured]:
    area = laid.area
    for one in laid.part("正文"):
        for line in one.lines:
            marks = (line.characters[0], line.characters[-1])
            left = max(marks[0].left, marks[0].ink.left)
            right = min(marks[1].right, marks[1].ink.right)
            beyond = max(0.0, area.left(line.page) - left, right - area.right(line.page))
            yield "text_beyond", at(line, beyond)
            below = max(0.0, area.top_of(line.page) - line.box.top, line.box.bottom - area.bottom_of(line.page))
            yield "text_below", at(line, below)
    yield from _sides(laid)


def _sides(laid: Laid) -> Iterator[Measured]:
    """Yield the white beside the text of each face that has lines as wide as the type area."""
    lefts: dict[bool, float] = {}
    for one in laid.pages:
        lines = [line for part in laid.part("正文") for line in part.lines if line.page.number == one.number]
        if not lines or one.wide:
            continue
        left, right = min(lines, key=lambda line: line.left), max(lines, key=lambda line: line.right)
        odd = bool(one.number % 2)
        lefts.setdefault(odd, left.left)
        if right.right - left.left > laid.area.width - left.em:
            yield ("page_inner" if odd else "page_outer"), at(left, left.left)
            yield ("page_outer" if odd else "page_inner"), at(right, one.width - right.right)
            yield "type_width", at(right, right.right - left.left)
    if len(lefts) > 1:
        mirrored = abs(lefts[True] - lefts[False]) > 1 or abs(laid.area.inner - laid.area.outer) < 1
        yield "binding_mirrored", Measurement(0, "对调" if mirrored else "不对调", "各面")


def _full_faces(laid: Laid) -> Iterator[Measured]:
    for one in laid.pages:
        if not _is_full(laid, one):
            continue
        lines = page_lines(one, laid.area)
        gaps = [below.baseline - above.baseline for above, below in pairwise(lines)]
        if _is_closed_up(laid, one, median(gaps)):
            yield "line_closed_up", Measurement(one.number, median(gaps), "全面")
            continue
        yield "grid_lines", Measurement(one.number, len(lines), "全面")
        yield from (("line_gap", at(line, gap)) for line, gap in zip(lines[1:], gaps, strict=True))
        pitch = median(gaps)
        yield "page_top", at(lines[0], lines[0].baseline - _BASELINE * pitch)
        yield "page_bottom", at(lines[-1], one.height - lines[-1].baseline - (1 - _BASELINE) * pitch)
        yield "grid_height", Measurement(one.number, pitch * len(lines), "全面")


def _is_closed_up(laid: Laid, face: Page, pitch: float) -> bool:
    """Tell whether a face that comes before 成文日期 has lower lines, to make room for that (7.3.5.5)."""
    return pitch < PITCH_MM - _CLOSER_MM and any(one.first.page.number >= face.number for one in laid.part("成文日期"))


def _is_full(laid: Laid, face: Page) -> bool:
    """Tell whether a face holds text alone, and text goes on from it without a new face being asked for."""
    here = [one for one in laid.found if any(line.page.number == face.number for line in one.lines)]
    if not here or any(one.element in _NOT_TEXT for one in here):
        return False
    place = laid.found.index(here[-1])
    if here[-1].last.page.number > face.number:
        return True
    following = laid.found[place + 1 : place + 2]
    return bool(following) and following[0].element == "正文" and following[0].first.page.number == face.number + 1


def _counts(laid: Laid) -> Iterator[Measured]:
    advances: list[float] = []
    for one in laid.part("正文"):
        for place, line in enumerate(one.lines):
            if line.page.wide:
                continue
            indent = round((line.left - laid.area.left(line.page)) / line.advance)
            count = indent + sum(0.5 if mark.text.isascii() else 1.0 for mark in line.characters)
            yield "grid_characters_most", at(line, count)
            advances.append(line.advance)
            following = one.lines[place + 1 : place + 2]
            if following and not _shortened(line, following[0]):
                yield "grid_characters_full", at(line, count)
    if advances:
        yield "character_gap", Measurement(0, median(advances), "正文各行")


def _shortened(line: Line, following: Line) -> bool:
    """Tell whether 禁则, digits or Latin words may have shortened a line (or set it wider)."""
    if any(mark.text.isascii() for mark in (*line.characters, following.characters[0])):
        return True
    heads = [mark.text for mark in following.characters[:2]]
    return (
        line.characters[-1].text in _NEVER_LAST
        or heads[0] in _NEVER_LAST
        or any(head in _NEVER_FIRST for head in heads)
    )


def _imprint_rules(laid: Laid, face: Page, rules: list[Rule]) -> Iterator[Measured]:
    yield "imprint_last_face", Measurement(face.number, _last_face(laid, face), "版记")
    yield "imprint_even_face", Measurement(face.number, "奇数面" if face.number % 2 else "偶数面", "版记")
    for place, rule in enumerate(rules):
        edges, where = Box(rule.left, rule.top, rule.right, rule.bottom), f"第{place + 1}条分隔线"
        yield "imprint_width", Measurement(face.number, rule.width, where, edges)
        yield "imprint_left", Measurement(face.number, rule.left - laid.area.left(face), where, edges)
        outer = place in (0, len(rules) - 1)
        thickness = Measurement(face.number, rule.thickness, where, edges)
        yield ("imprint_thick" if outer else "imprint_thin"), thickness
    if rules:
        edges = Box(rules[-1].left, rules[-1].top, rules[-1].right, rules[-1].bottom)
        yield "imprint_bottom", Measurement(face.number, rules[-1].y, "末条分隔线", edges)


def _last_face(laid: Laid, face: Page) -> str:
    """Tell whether a face is the document's last one; annexes that are not bound with it come behind."""
    last = laid.pages[-1].number
    if laid.notice.annexes_apart and (marks := laid.part("附件标记")):
        last = marks[0].first.page.number - 1
    return "最后一面" if face.number == last else f"第{face.number}面"


def _between(laid: Laid, rules: list[Rule]) -> Iterator[Measured]:
    """Yield whether there is a rule between 主送, where it was moved to 版记, and 抄送 (7.3.2)."""
    for upper, lower in zip(laid.part("版记主送"), laid.part("抄送"), strict=False):
        ruled = any(upper.last.baseline < rule.y < lower.first.baseline for rule in rules)
        yield "moved_recipients_rule", at(lower.first, "加了" if ruled else "不加")


def _names(laid: Laid, one: Found, prefix: str) -> Iterator[Measured]:
    """Yield what 抄送 measures, or 主送 in 版记, which is set alike (7.4.2)."""
    yield from ((f"{prefix}_size", size) for size in sized(one))
    if font := font_of((line.page, mark) for line in one.lines for mark in line.characters):
        yield f"{prefix}_font", at(one.first, font)
    left = laid.area.left(one.first.page)
    yield f"{prefix}_left", at(one.first, (one.first.left - left) / one.first.em)
    for line in one.lines:
        yield f"{prefix}_right", at(line, (laid.area.right(line.page) - line.right) / line.em)
    start = one.first.characters[_LABEL].left if len(one.first.characters) > _LABEL else one.first.left
    for line in one.lines[1:]:
        yield f"{prefix}_aligned", at(line, line.left - start)
    yield f"{prefix}_stop", at(one.last, one.text[-1])


def _printed(laid: Laid) -> Iterator[Measured]:
    for one in laid.part("印发机关"):
        yield "printer_left", at(one.first, (one.first.left - laid.area.left(one.first.page)) / one.first.em)
        yield from (("printer_size", size) for size in sized(one))
        if font := font_of((line.page, mark) for line in one.lines for mark in line.characters):
            yield "printer_font", at(one.first, font)
    for one in laid.part("印发日期"):
        yield "print_date_right", at(one.first, (laid.area.right(one.first.page) - one.first.right) / one.first.em)
        yield "print_date_form", at(one.first, "合乎" if _PRINTED.match(one.text) else one.text)


def _page_number(laid: Laid, line: Line, *, wide: bool) -> Iterator[Measured]:
    one = line.page
    well_formed = bool(_PAGE_NUMBER.match(line.text))
    yield "page_number_form", at(line, "合乎" if well_formed else line.text)
    yield "page_number_size", at(line, round(line.size_pt, 2))
    yield "page_number_font", at(line, next(mark.font for mark in line.characters[1:2] or line.characters))
    if one.number % 2:
        yield "page_number_odd", at(line, (laid.area.right(one) - line.right) / line.em)
    else:
        yield "page_number_even", at(line, (line.left - laid.area.left(one)) / line.em)
    dash = line.characters[0]
    ink = ink_in(one, Box(dash.left, laid.area.bottom + 2, dash.right, one.height), "黑色") if well_formed else None
    if ink is not None:
        name = "wide_table_number" if wide else "page_number_gap"
        yield name, Measurement(one.number, ink.top - laid.area.bottom, "一字线的上边缘", ink)
