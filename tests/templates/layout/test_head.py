"""版头: where 份号, 密级, 紧急程度, 标志, 签发人 and 发文字号 stand (7.2, 10)."""

from dataclasses import replace

import pytest

from chengwen_library.model import Measure, PageForm
from chengwen_library.styles import Role
from chengwen_templates.layout.faces import PlacedLine, PlacedMark
from chengwen_templates.layout.layout import lay_out
from chengwen_templates.layout.lines import pieces
from chengwen_templates.profile import load_profile
from laid import SIX, lines_of, with_notice
from notices import ONE, THREE, TWO, notice_of

PROFILE = load_profile("gbt9704")
CHARACTER, LINE, WIDTH = PROFILE.character_twip, PROFILE.line_twip, PROFILE.type_width_twip
BASELINE = 0.8
MM = 1440 / 25.4
OFFICE = notice_of(ONE, parts=1)
NAMES = ("甲乙丙", "丁戊", "己庚辛", "壬癸", "子丑寅")


def first_face(measure: Measure, **changes: object):
    return lay_out(with_notice(measure, **changes), PROFILE).faces[0]


def tops(face, *roles: Role) -> list[int]:
    return [one.top for role in roles for one in lines_of(face, role)]


def words(one: PlacedLine) -> list[tuple[str, float, float]]:
    """Return the words of a line that tabs part, each with its left and right edge in twip."""
    found = [(piece.text, piece.left, piece.left + sum(piece.advances)) for piece in pieces(one.cut, one.line)]
    return [(text, left, right) for text, left, right in found if text]


def ink_top_of_the_mark(face) -> float:
    """Return where the ink of the first line of the 标志 begins, in mm below the type area's top."""
    [one] = [one for one in face.placed if isinstance(one, PlacedMark)] or lines_of(face, Role.MARK)
    if isinstance(one, PlacedMark):
        top, line, lettering = one.top + one.mark.before, one.mark.line, one.mark.lettering
    else:
        shape = one.cut.paragraph.shape
        top, line, lettering = one.top, shape.line, shape.lettering
    return (top + BASELINE * line - PROFILE.mark_ink_ascent_em * lettering.em_twip) / MM


@pytest.mark.parametrize(
    ("elements", "expected"),
    [
        ({"copy_number": "000001", "secrecy": "机密★1年", "urgency": "特急"}, [0, LINE, 2 * LINE]),
        ({"copy_number": "000001", "urgency": "特急"}, [0, LINE]),
        ({"secrecy": "秘密"}, [LINE]),
        ({"secrecy": "秘密", "urgency": "加急"}, [LINE, 2 * LINE]),
        ({"urgency": "加急"}, [0]),
    ],
)
def test_copy_number_stands_on_the_first_line_secrecy_on_the_second_urgency_below(elements, expected):
    face = first_face(OFFICE, **elements)
    assert tops(face, Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY) == expected


@pytest.mark.parametrize("issuers", [ONE, TWO, THREE, SIX], ids=len)
@pytest.mark.parametrize(
    "elements", [{}, {"urgency": "特急"}, {"copy_number": "000001", "secrecy": "机密★1年", "urgency": "特急"}], ids=len
)
def test_the_ink_of_the_mark_begins_35_mm_below_the_type_areas_top(issuers, elements):
    face = first_face(notice_of(issuers, parts=1), **elements)
    assert ink_top_of_the_mark(face) == pytest.approx(35, abs=0.1)


@pytest.mark.parametrize(("form", "top"), [(PageForm.ORDER, 20), (PageForm.MINUTES, 35)])
def test_the_mark_of_an_order_begins_20_mm_and_that_of_minutes_35_mm_below(form, top):
    assert ink_top_of_the_mark(first_face(OFFICE, page_form=form)) == pytest.approx(top, abs=0.1)


def test_the_mark_of_a_letter_begins_30_mm_below_the_papers_edge():
    face = first_face(OFFICE, page_form=PageForm.LETTER)
    assert ink_top_of_the_mark(face) + PROFILE.margin_top_mm == pytest.approx(30, abs=0.1)


@pytest.mark.parametrize("issuers", [("示例市人民政府",), ("中共示例市委全面深化改革委员会知识产权专项小组办公室",)])
def test_the_mark_is_one_line_within_the_type_area(issuers):
    [mark] = lines_of(first_face(notice_of(issuers, parts=1)), Role.MARK)
    assert mark.line.width <= WIDTH
    assert (mark.line.start, mark.line.end) == (0, len(mark.cut.paragraph.words))


@pytest.mark.parametrize("issuers", [TWO, THREE, SIX], ids=len)
def test_the_names_of_a_joint_mark_and_its_word_fit_the_type_area(issuers):
    [one] = [one for one in first_face(notice_of(issuers, parts=1)).placed if isinstance(one, PlacedMark)]
    assert one.mark.names == issuers
    assert one.mark.word == "文件"
    assert one.mark.spread_width <= one.mark.names_width
    assert one.mark.names_width + one.mark.word_width <= WIDTH
    assert one.mark.height - one.mark.before <= PROFILE.mark_block_height_mm * MM + LINE / 20


def test_the_number_stands_in_the_middle_two_blank_lines_below_the_mark():
    face = first_face(OFFICE)
    [mark], [number] = lines_of(face, Role.MARK), lines_of(face, Role.NUMBER)
    assert number.top - (mark.top + mark.height) == 2 * LINE
    [(_, left, right)] = words(number)
    assert left == pytest.approx(WIDTH - right, abs=2)


@pytest.mark.parametrize("count", range(1, 6))
def test_names_of_signers_stand_two_a_row_and_the_number_beside_the_last_of_them(count):
    face = first_face(OFFICE, signers=NAMES[:count])
    rows = [*lines_of(face, Role.SIGNER), *lines_of(face, Role.NUMBER)]
    assert len(rows) == (count + 1) // 2
    assert [one.top for one in rows] == [rows[0].top + place * rows[0].height for place in range(len(rows))]
    found = [text for row in rows for text, _, _ in words(row)]
    assert words(rows[-1])[-1][0] == NAMES[count - 1]
    assert [text for text in found if text in NAMES] == list(NAMES[:count])
    assert found.count("签发人：") == 1
    number = words(rows[-1])[0]
    assert number[0] == "示政办发〔2026〕8号"
    assert number[1] == CHARACTER


@pytest.mark.parametrize("count", range(1, 6))
def test_signers_end_one_character_before_the_edge_and_stand_below_each_other(count):
    face = first_face(OFFICE, signers=NAMES[:count])
    rows = [words(one) for one in (*lines_of(face, Role.SIGNER), *lines_of(face, Role.NUMBER))]
    columns = [[one for one in row if one[0] in NAMES] for row in rows]
    widest = max(right for row in columns for _, _, right in row)
    longest = max(map(len, NAMES[:count]))
    last_column = [row[1] for row in columns if len(row) == 2] or [row[0] for row in columns]
    assert {left for _, left, _ in last_column} == {last_column[0][1]}
    assert last_column[0][1] + longest * CHARACTER == pytest.approx(WIDTH - CHARACTER, abs=CHARACTER)
    assert widest <= WIDTH - CHARACTER + 2
    assert len({row[0][1] for row in columns}) == 1


def test_the_names_of_signers_are_set_in_the_font_of_the_second_level():
    [number] = lines_of(first_face(OFFICE, signers=("甲乙丙",)), Role.NUMBER)
    fonts = {piece.text: piece.lettering.font for piece in pieces(number.cut, number.line) if piece.text}
    assert fonts["签发人："] == PROFILE.body_font
    assert fonts["甲乙丙"] == PROFILE.second_heading_font


def test_the_number_of_a_letter_ends_at_the_right_edge_beside_the_first_element():
    face = first_face(OFFICE, page_form=PageForm.LETTER, copy_number="000012", urgency="加急")
    [number] = lines_of(face, Role.NUMBER)
    (first, left, _), (second, _, right) = words(number)
    assert (first, left, second) == ("000012", 0, "示政办发〔2026〕8号")
    assert right == pytest.approx(WIDTH)
    assert tops(face, Role.URGENCY) == [number.top + LINE]


def test_only_the_general_form_has_a_red_rule_below_its_number():
    for form in PageForm:
        [number] = lines_of(first_face(OFFICE, page_form=form), Role.NUMBER)
        assert (number.cut.paragraph.shape.underline is not None) == (form is PageForm.GENERAL)


def test_a_document_without_issuers_and_number_still_has_its_title():
    face = first_face(replace(OFFICE, issuers=(), doc_number=None))
    assert lines_of(face, Role.MARK) == []
    assert lines_of(face, Role.TITLE)
