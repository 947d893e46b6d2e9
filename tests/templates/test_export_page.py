"""The page as LibreOffice sets it, measured in mm from the PDF (GB/T 9704-2012)."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from chengwen_templates.content import whole
from chengwen_templates.export.docx import build_docx
from chengwen_templates.profile import load_profile
from notices import ONE, THREE, TITLE, TWO, notice_of
from pages import Box, black, red, render, render_all

PROFILE = load_profile("gbt9704")
TOP, BOTTOM, INNER, OUTER, WIDTH = 37.0, 262.0, 28.0, 184.0, 156.0
LINE = 579 / 1440 * 25.4
NEVER_FIRST = "，。、；：？！”’）》〉】〕…—％"
NEVER_LAST = "“‘（《〈【〔"


DOCUMENTS = {
    "one organ": notice_of(ONE),
    "two organs": notice_of(TWO, parts=1),
    "three organs": notice_of(THREE, parts=1),
}
every_document = pytest.mark.parametrize("name", DOCUMENTS)
every_joint_document = pytest.mark.parametrize("name", ["two organs", "three organs"])


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    contents = {name: build_docx(measure, PROFILE) for name, measure in DOCUMENTS.items()}
    return render_all(contents, tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def single(documents):
    return documents["one organ"]


@pytest.fixture(scope="module")
def turned_over(tmp_path_factory):
    return render(build_docx(notice_of(ONE), PROFILE), tmp_path_factory.mktemp("turned"), hang_right=True)


def measure_faces(pages):
    first = next(place for place, page in enumerate(pages) if place and TITLE in page.lines[0].text)
    return pages[first:]


def number_line(page):
    return next(line for line in page.lines if "〔2026〕" in line.text)


def mark_area(page):
    return Box(10, 20, 205, number_line(page).baseline - 8)


def names_and_word(page):
    area, size = mark_area(page), max(line.size for line in page.lines) * 25.4 / 72
    right = page.ink(area, red).right
    border = right - 2.2 * size
    names = page.ink(Box(area.left, area.top, border, area.bottom), red)
    return names, page.ink(Box(border, area.top, area.right, area.bottom), red)


def near(value):
    return pytest.approx(value, abs=1.0)


def test_every_full_face_has_22_lines(turned_over):
    full = measure_faces(turned_over)[1:-1]
    assert len(full) >= 3
    assert [len(page.body()) for page in full] == [22] * len(full)


def test_lines_keep_one_distance_and_fill_the_type_area(turned_over):
    for page in measure_faces(turned_over)[1:-1]:
        baselines = [line.baseline for line in page.body()]
        assert all(below - above == pytest.approx(LINE, abs=0.05) for above, below in pairwise(baselines))
        assert TOP < baselines[0] - 5 < TOP + LINE
        assert BOTTOM - LINE < baselines[-1] < BOTTOM


def test_the_measures_first_face_stands_on_the_same_lines(turned_over):
    first, second = (page.body()[-1].baseline for page in measure_faces(turned_over)[:2])
    assert first == pytest.approx(second, abs=0.1)


def test_no_line_holds_more_than_28_characters_and_the_type_area_is_kept(turned_over):
    lines = [(page.left(), line) for page in turned_over for line in page.body()]
    assert len(lines) > 80
    for left, line in lines:
        assert sum(0.5 if character.isascii() else 1 for character in line.text) <= 28
        assert line.left > left - 0.5
        assert line.right < left + WIDTH + 0.5


def test_every_line_that_nothing_shortens_holds_exactly_28_characters(turned_over):
    text = "".join("".join(block.words.split()) + "\n" for block in whole(notice_of(ONE)))
    position, full, shortened = text.index(TITLE, text.index("此件公开发布")), 0, []
    for left, line in ((page.left(), line) for page in measure_faces(turned_over) for line in page.body()):
        position = text.index(line.text, position) + len(line.text)
        indent = round((line.left - left) / (15.75 * 25.4 / 72))
        following = text[position : position + 2]
        if following[:1] == "\n" or not line.text.isprintable() or re.search(r"[!-~]", line.text + following):
            continue
        count = len(line.text) + (indent if indent in (1, 2) else 0)
        if count == 28:
            full += 1
        elif not (following[1] in NEVER_FIRST or following[0] in NEVER_LAST or line.text[-1] in NEVER_LAST):
            shortened.append((count, line.text))
    assert shortened == []
    assert full >= 40


def test_the_mark_of_one_organ_starts_72_mm_below_the_papers_edge(single):
    mark = single[0].ink(Box(20, 20, 200, 130), red)
    assert mark.top == near(72)


@every_joint_document
def test_a_joint_mark_starts_72_mm_below_the_papers_edge_and_keeps_to_the_type_area(name, documents):
    mark = documents[name][0].ink(mark_area(documents[name][0]), red)
    assert mark.top == near(72)
    assert INNER - 0.5 < mark.left < mark.right < OUTER + 0.5


@every_joint_document
def test_the_word_of_a_joint_mark_stands_in_the_middle_of_the_names(name, documents):
    names, word = names_and_word(documents[name][0])
    assert (word.top + word.bottom) / 2 == near((names.top + names.bottom) / 2)
    assert word.left - names.right > 2


@every_joint_document
def test_names_of_a_joint_mark_begin_and_end_at_the_same_edges(name, documents):
    page = documents[name][0]
    names, _ = names_and_word(page)
    height = (names.bottom - names.top) / len(DOCUMENTS[name].issuers) * 0.8
    upper = page.ink(Box(names.left - 1, names.top, names.right + 1, names.top + height), red)
    lower = page.ink(Box(names.left - 1, names.bottom - height, names.right + 1, names.bottom), red)
    assert lower.left == near(upper.left)
    assert lower.right == near(upper.right)


@every_document
def test_the_red_line_is_4_mm_below_the_number_and_156_mm_wide(name, documents):
    page = documents[name][0]
    (line,) = page.rules(Box(0, 85, 210, 200), red)
    number = number_line(page)
    ink = page.ink(Box(60, number.baseline - 6, 150, line.top - 0.5), black)
    assert line.top - ink.bottom == near(4)
    assert line.right - line.left == near(156)
    assert line.left == near(INNER)


def test_the_number_stands_two_blank_lines_below_the_mark(single):
    mark = single[0].ink(Box(20, 60, 200, 105), red)
    number = number_line(single[0])
    ink = single[0].ink(Box(60, number.baseline - 7, 150, number.baseline + 1), black)
    assert 2 * LINE < ink.top - mark.bottom < 3 * LINE


def test_the_notice_shows_text_and_date_on_its_first_face(single):
    first = "".join(line.text for line in single[0].lines)
    assert "认真贯彻落实。" in first
    assert "2026年3月5日" in first
    assert "（此件公开发布）" in first


def test_a_notice_of_two_organs_closes_up_so_that_its_date_stays_on_the_first_face(documents):
    lines = documents["two organs"][0].lines
    assert [line.text for line in lines[-4:-1]] == [TWO[1], "2026年3月5日", "（此件公开发布）"]
    assert lines[-2].baseline < BOTTOM


def test_a_notice_that_needs_two_faces_takes_text_over_to_the_face_of_its_date(documents):
    first, second = ("".join(line.text for line in page.lines) for page in documents["three organs"][:2])
    assert "认真贯彻落实。" in first
    assert second.startswith("执行中的具体问题")
    assert "2026年3月5日" in second


def test_the_date_starts_two_characters_right_of_the_signature(single):
    signature = next(line for line in single[0].lines if line.text == ONE[0] and line.size < 17)
    date = next(line for line in single[0].lines if line.text == "2026年3月5日")
    assert date.left - signature.left == near(2 * 15.75 * 25.4 / 72)
    assert OUTER - signature.right == near(2 * 15.75 * 25.4 / 72)


@every_document
def test_page_numbers_stand_7_mm_below_the_type_area_on_the_outer_side(name, documents):
    pages = documents[name]
    for number, page in enumerate(pages, start=1):
        ink = page.ink(Box(0, 264, 210, 297), black)
        line = page.lines[-1]
        assert line.text == f"—{number}—"
        dash_left = line.left if number % 2 == 0 else line.right - 14 * 25.4 / 72
        dash = page.ink(Box(dash_left, 264, dash_left + 4.5, 297), black)
        assert dash.top == near(269)
        blank = 14 * 25.4 / 72
        if number % 2:
            assert OUTER - ink.right == near(blank)
        else:
            assert ink.left - page.left() == near(blank)


@every_document
def test_the_imprint_ends_with_the_type_area_of_the_last_face(name, documents):
    pages = documents[name]
    rules = pages[-1].rules(Box(0, 200, 210, 264), black)
    assert len(rules) == 3
    assert rules[-1].bottom == near(BOTTOM)
    for rule in rules:
        assert rule.left == near(pages[-1].left())
        assert rule.right - rule.left == near(156)
    assert not any(page.rules(Box(0, 200, 210, 264), black) for page in pages[:-1])


@pytest.mark.parametrize("lines", [1, 13, 14, 15, 18, 19, 36, 37, 40])
def test_the_imprint_keeps_to_the_foot_wherever_the_text_ends(lines, feet):
    pages = feet[lines]
    rules = pages[-1].rules(Box(0, 200, 210, 264), black)
    assert rules[-1].bottom == near(BOTTOM)
    assert all(line.baseline < rules[0].top for line in pages[-1].body())
    assert sum(len(page.body()) for page in pages[1:]) == lines
    filled = pages[2:-1] if pages[-1].body() else pages[2:-2]
    assert all(len(page.body()) == 22 for page in filled)


@pytest.fixture(scope="module")
def feet(tmp_path_factory):
    short = replace(notice_of(ONE), preamble=None, units=())
    numbers = (1, 13, 14, 15, 18, 19, 36, 37, 40)
    texts = {number: "\n".join(f"第{line}项照此办理。" for line in range(number)) for number in numbers}
    contents = {str(number): build_docx(replace(short, closing=text), PROFILE) for number, text in texts.items()}
    return {int(name): pages for name, pages in render_all(contents, tmp_path_factory.mktemp("feet")).items()}


def test_the_other_profile_fills_its_faces_with_22_lines_too(tmp_path):
    pages = render(build_docx(notice_of(ONE), load_profile("gbt9704-ink")), tmp_path, hang_right=True)
    full = measure_faces(pages)[1:-1]
    assert len(full) >= 3
    assert [len(page.body()) for page in full] == [22] * len(full)
