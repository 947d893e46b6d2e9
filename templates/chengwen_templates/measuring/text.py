"""Measuring 主体: title, 主送机关, text, headings, 附件说明, signature, annexes (7.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from chengwen_library.model import PageForm
from chengwen_templates.measuring.finding import Found, Line
from chengwen_templates.measuring.head import letter_rules
from chengwen_templates.measuring.laid import Laid, at, font_of, sized
from chengwen_templates.measuring.measurement import Measured
from chengwen_templates.measuring.wanted import bare

_HEADINGS = {
    "一级标题": ("heading_first", re.compile("^[一二三四五六七八九十百]+、"), "一、"),
    "二级标题": ("heading_second", re.compile("^（[一二三四五六七八九十百]+）"), "（一）"),
    "三级标题": ("heading_third", re.compile(r"^[0-9]+[.．]"), "1."),
    "四级标题": ("heading_fourth", re.compile("^（[0-9]+）"), "（1）"),
}
_CENTRED = frozenset({"编标题", "章标题", "节标题"})
_DATE = re.compile("^[0-9]{4}年[1-9][0-9]?月[1-9][0-9]?日$")
_STOPS = frozenset("。；，、;,.")
_STRAIGHT = 0.5
_SAME_ROW_MM = 0.5
SEAL_MM = 42.0
"""The seals that room is measured for; no standard sets their size (practice)."""

_SEAL_LOW_MM = 3.0
"""How far below a seal's centre 署名 and 成文日期 meet: 稍下 (7.3.5.1)."""

STAMP_HIGH_MM = 20.0
"""The 签名章 that room is measured for (practice)."""

_STAMP_RIGHT, _STAMP_LEFT = 4, 2


def text(laid: Laid) -> Iterator[Measured]:
    """Yield what 主体 measures."""
    yield from _titles(laid)
    yield from _recipients(laid)
    yield from _body(laid)
    yield from _headings(laid)
    yield from _annex_list(laid)
    yield from _signature(laid)
    yield from _note(laid)
    yield from _annexes(laid)
    yield from _attendance(laid)


def shape(widths: list[float]) -> str:
    """Return the shape of a title from the widths of its lines, in characters (7.3.1)."""
    steps = [second - first for first, second in pairwise(widths)]
    if not steps:
        return "一行"
    if all(abs(step) < _STRAIGHT for step in steps):
        return "长方形"
    rising = [step > 0 for step in steps if abs(step) >= _STRAIGHT]
    if all(rising):
        return "梯形"
    if not any(rising):
        return "倒梯形"
    turns = [first for first, second in pairwise(rising) if first is not second]
    return "菱形" if turns == [True] else "沙漏形"


def _titles(laid: Laid) -> Iterator[Measured]:
    for element in ("标题", "被印发文件标题"):
        for one in laid.part(element):
            yield from (("title_size", size) for size in sized(one))
            yield "title_shape", at(one.first, shape([(line.right - line.left) / line.em for line in one.lines]))
            if font := font_of((line.page, mark) for line in one.lines for mark in line.characters):
                yield "title_font", at(one.first, font)
            for line in one.lines:
                yield "title_centre", at(line, abs(line.middle - laid.area.middle(line.page)))
    for one in laid.part("标题")[:1]:
        rules = laid.long_rules(one.first.page, red=True)
        above = [rule for rule in rules if rule.y < one.first.baseline]
        if laid.notice.page_form is PageForm.LETTER:
            yield from _letter_title(laid, one)
        elif above:
            yield "title_gap", at(one.first, laid.blank_lines_below(above[-1].y, one.first))


def _letter_title(laid: Laid, title: Found) -> Iterator[Measured]:
    names = ("发文字号", "份号", "密级和保密期限", "紧急程度")
    above = [laid.part(name)[0].last for name in names if laid.part(name)]
    if above:
        lowest = max(above, key=lambda line: line.baseline)
        yield "letter_title_gap", at(title.first, laid.blank_lines(lowest, title.first))
    elif pairs := letter_rules(laid):
        yield "letter_title_gap", at(title.first, laid.blank_lines_below(pairs[0][-1].bottom, title.first))


def _recipients(laid: Laid) -> Iterator[Measured]:
    for one in laid.part("主送机关"):
        for line in one.lines:
            yield "recipients_left", at(line, line.left - laid.area.left(line.page))
        yield "recipients_colon", at(one.last, one.text[-1])
        titles = [title for title in laid.part("标题") if title.last.page.number == one.first.page.number]
        if titles:
            yield "recipients_gap", at(one.first, laid.blank_lines(titles[0].last, one.first))
        following = [body for body in laid.part("正文") if _below(one, body)]
        if following:
            yield "body_start", at(following[0].first, laid.blank_lines(one.last, following[0].first))


def _body(laid: Laid) -> Iterator[Measured]:
    bodies = laid.part("正文")
    shown = any(line.page.number == 1 for one in bodies for line in one.lines)
    if bodies:
        yield "body_first_face", at(bodies[0].first, "有" if shown else "没有", "首面")
    for one in bodies:
        if one.heading in _CENTRED:
            continue
        line = one.first
        yield "body_indent", at(line, (line.left - laid.area.left(line.page)) / laid.character)
        yield from (("text_size", size) for size in sized(one))
        for later in one.lines[1:]:
            yield "body_left", at(later, later.left - laid.area.left(later.page))
        plain = one.rest if one.heading else (*one.lead, *one.rest)
        if font := font_of(plain):
            yield "text_font", at(line, font)
    for one in laid.found:
        if one.element != "发文机关标志":
            odd = [mark.colour for line in one.lines for mark in line.characters if mark.colour != "000000"]
            yield "text_colour", at(one.first, f"#{odd[0]}" if odd else "黑色")
    numbers = laid.part("发文字号")
    if bodies and numbers and laid.notice.page_form is PageForm.ORDER:
        first = (laid.part("标题") or bodies)[0].first
        yield "order_body_gap", at(first, laid.blank_lines(numbers[0].last, first))


def _headings(laid: Laid) -> Iterator[Measured]:
    for one in laid.part("正文"):
        if one.heading not in _HEADINGS or not one.lead:
            continue
        key, pattern, mark = _HEADINGS[one.heading]
        if font := font_of(one.lead):
            yield f"{key}_font", at(one.first, font)
        words = "".join(character.text for _, character in one.lead)
        yield f"{key}_number", at(one.first, mark if pattern.match(words) else words[:4])
        for size in sorted({round(character.size_pt, 2) for _, character in one.lead}):
            yield "heading_size", at(one.first, size)


def _annex_list(laid: Laid) -> Iterator[Measured]:
    names = laid.part("附件说明")
    if not names:
        return
    first = names[0].first
    yield "annex_list_indent", at(first, (first.left - laid.area.left(first.page)) / laid.character)
    if (above := laid.before(names[0])) and above.last.page.number == first.page.number:
        yield "annex_list_gap", at(first, laid.blank_lines(above.last, first))
    starts = [mark.left for mark in first.characters[len("附件：") :]]
    lines = [line for one in names for line in one.lines][1:]
    margin = laid.area.left(first.page)
    for line in lines:
        if starts:
            yield "annex_list_aligned", at(line, _nearest(line, starts, margin, laid))
    for one in names:
        yield "annex_list_mark", at(one.last, one.text[-1] if one.text[-1] in _STOPS else "无")


def _nearest(line: Line, starts: list[float], margin: float, laid: Laid) -> float:
    """Return how far a later line of 附件说明 starts from the first name's number or first character."""
    place = line.left - laid.area.left(line.page) + margin
    return min((place - start for start in starts[:3]), key=abs)


def _signature(laid: Laid) -> Iterator[Measured]:
    organs, dates = laid.part("署名"), laid.part("成文日期")
    yield from _stamps(laid, dates)
    for date in dates[:1]:
        yield from _date(laid, date, organs)
    if not organs:
        return
    first = organs[0].first
    above = laid.before(organs[0])
    if above and above.last.page.number == first.page.number:
        yield "signature_gap", at(first, laid.blank_lines(above.last, first))
    yield from _seals(laid, organs, dates)
    longest = max((one.last for one in (*organs, *dates)), key=_characters)
    right = laid.area.right(longest.page) - longest.right
    yield "signature_right", at(longest, right / laid.character)


def _date(laid: Laid, date: Found, organs: list[Found]) -> Iterator[Measured]:
    line, area = date.first, laid.area
    yield "date_form", at(line, "合乎" if _DATE.match(date.text) else date.text)
    bodies = [one for one in laid.part("正文") if any(part.page.number == line.page.number for part in one.lines)]
    above = [part for one in bodies for part in one.lines if part.baseline < line.baseline]
    together = any(part.page.number == line.page.number for part in above)
    yield "signature_face", at(line, "同面" if together else "不同面")
    blank = (area.right(line.page) - line.right) / laid.character
    middle = (area.right(line.page) - line.middle) / laid.character
    yield "date_right_sealed", at(line, middle - _characters(line) / 2)
    yield "date_right_stamped", at(line, blank)
    if organs:
        yield "date_offset", at(line, (line.left - organs[0].first.left) / laid.character)
        yield "signature_centred", at(line, abs(line.middle - organs[0].first.middle))
        if organs[-1].last.page.number == line.page.number:
            yield "date_below", at(line, laid.blank_lines(organs[-1].last, line))


def _seals(laid: Laid, organs: list[Found], dates: list[Found]) -> Iterator[Measured]:
    """Yield the room for seals of 42 mm, each on its organ's name, the last on the date too (7.3.5.1)."""
    rows: list[list[Line]] = []
    for line in (one.first for one in organs):
        if rows and _beside(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        edges = [line.middle - SEAL_MM / 2 for line in row], [line.middle + SEAL_MM / 2 for line in row]
        beyond = max(laid.area.left(row[0].page) - min(edges[0]), max(edges[1]) - laid.area.right(row[0].page), 0.0)
        yield "seal_row_beyond", at(row[0], beyond, f"{len(row)}枚印章的一排")
        for one, other in pairwise(row):
            yield "seal_apart", at(other, other.middle - one.middle - SEAL_MM)
    first = rows[0][0]
    above = laid.before(organs[0])
    if above and above.last.page.number == first.page.number:
        top = first.box.bottom - _SEAL_LOW_MM - SEAL_MM / 2
        yield "seal_top", at(first, (top - above.last.box.bottom) / laid.pitch_on(first.page))
    for date in dates[:1]:
        yield "last_signature_centred", at(date.first, abs(date.first.middle - organs[-1].first.middle))


def _characters(line: Line) -> float:
    """Return the width of a line in characters, digits being half as wide: another font's may be wider."""
    return sum(0.5 if mark.text.isascii() else 1.0 for mark in line.characters)


def _beside(first: Line, second: Line) -> bool:
    return first.page.number == second.page.number and abs(first.baseline - second.baseline) < _SAME_ROW_MM


def _stamps(laid: Laid, dates: list[Found]) -> Iterator[Measured]:
    """Yield the room for 签名章 of 40 by 20 mm beside the posts (7.3.5.3)."""
    posts = [one.first for one in laid.part("签发人职务")]
    if not posts:
        return
    character, first, last = laid.character, posts[0], posts[-1]
    for post in posts:
        right = laid.area.right(post.page) - post.right
        yield "stamp_width", at(post, right - (_STAMP_RIGHT + _STAMP_LEFT) * character)
    bodies = [line for one in laid.part("正文") for line in one.lines if line.page.number == first.page.number]
    above = [line for line in bodies if line.baseline < first.baseline]
    leading = laid.pitch_on(first.page) - first.em
    if above:
        white = _centre(first) - STAMP_HIGH_MM / 2 - above[-1].box.bottom - leading / 2
        yield "stamp_gap", at(first, white / laid.pitch_on(first.page))
    for date in dates[:1]:
        white = date.first.box.top - leading / 2 - _centre(last) - STAMP_HIGH_MM / 2
        yield "stamp_date_gap", at(date.first, white / laid.pitch_on(first.page))


def _centre(line: Line) -> float:
    return (line.box.top + line.box.bottom) / 2


def _note(laid: Laid) -> Iterator[Measured]:
    for one in laid.part("附注"):
        line = one.first
        yield "note_indent", at(line, (line.left - laid.area.left(line.page)) / laid.character)
        yield "note_brackets", at(line, one.text[0] + one.text[-1])
        dates = laid.part("成文日期")
        if dates and dates[0].last.page.number == line.page.number:
            yield "note_below", at(line, laid.blank_lines(dates[0].last, line))


def _annexes(laid: Laid) -> Iterator[Measured]:
    for one in laid.part("附件标记"):
        line = one.first
        yield "annex_mark_line", at(line, laid.line_number(line))
        yield "annex_mark_left", at(line, line.left - laid.area.left(line.page))
        yield from (("annex_mark_size", size) for size in sized(one))
        if font := font_of((line.page, mark) for mark in line.characters):
            yield "annex_mark_font", at(line, font)
        number = bare(laid.measure.doc_number or "")
        yield "annex_apart_number", at(line, "有" if number and one.text.startswith(number) else "没有")
        imprints = [*laid.part("抄送"), *laid.part("印发机关")]
        before = all(_below(one, other) for other in imprints)
        yield "annex_before_imprint", at(line, "在版记之前" if before else "不在版记之前")
    for one in laid.part("附件标题"):
        yield "annex_title_line", at(one.first, laid.line_number(one.first))
        for line in one.lines:
            yield "annex_title_centre", at(line, abs(line.middle - laid.area.middle(line.page)))


def _attendance(laid: Laid) -> Iterator[Measured]:
    for place, one in enumerate(laid.part("出席人员名单")):
        line = one.first
        yield "attendance_indent", at(line, (line.left - laid.area.left(line.page)) / laid.character)
        yield from (("attendance_size", size) for size in sized(one))
        for key, part in (("attendance_label_font", one.lead), ("attendance_font", one.rest)):
            if font := font_of(part):
                yield key, at(line, font)
        above = [part for body in laid.part("正文") for part in body.lines if part.page.number == line.page.number]
        if place == 0 and above:
            yield "attendance_gap", at(line, laid.blank_lines(above[-1], line))


def _below(upper: Found, lower: Found) -> bool:
    first, second = upper.last, lower.first
    return (second.page.number, second.baseline) > (first.page.number, first.baseline)
