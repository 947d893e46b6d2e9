"""发文机关标志: as large as fits, and what stands below it in a letter, an order and minutes (7.2.4, 10)."""

from dataclasses import replace

import pytest

from chengwen_library.model import Measure, PageForm
from chengwen_library.styles import Role
from chengwen_templates.content import Block, head
from chengwen_templates.layout.flow import Item, JointMark, Paragraph
from chengwen_templates.layout.head import double_rule_twip, head_items, letter_rule_top_twip
from chengwen_templates.layout.layout import lay_out
from chengwen_templates.layout.lines import pieces
from chengwen_templates.layout.shapes import Align, Tab
from chengwen_templates.profile import load_profile
from laid import SIX, lines_of, with_notice
from notices import ONE, THREE, TWO, notice_of

PROFILE = load_profile("gbt9704")
CHARACTER, LINE, WIDTH = PROFILE.character_twip, PROFILE.line_twip, PROFILE.type_width_twip
MM = 1440 / 25.4
OFFICE = notice_of(ONE, parts=1)


def items(measure: Measure, form: PageForm = PageForm.GENERAL, *, titled: bool = True, **changes: object) -> list[Item]:
    """Return what stands in the head of a measure."""
    changed = with_notice(measure, page_form=form, **changes)
    return head_items(tuple(head(changed)), form, PROFILE, titled=titled)


def of_role(found: list[Item], role: Role) -> list[Paragraph]:
    return [item for item in found if isinstance(item, Paragraph) and item.role is role]


def size_pt(name: str) -> float:
    [mark] = of_role(head_items([Block(Role.MARK, name)], PageForm.GENERAL, PROFILE, titled=True), Role.MARK)
    assert mark.words == name
    assert mark.shape.lettering == mark.runs[0].lettering
    assert mark.shape.line == pytest.approx(1.15 * mark.shape.lettering.em_twip, abs=1)
    return mark.shape.lettering.size_pt


@pytest.mark.parametrize(
    ("characters", "expected"), [(5, 54), (8, 54), (9, 49), (10, 44), (12, 36.5), (22, 20), (23, 19)]
)
def test_the_mark_is_set_in_54_pt_or_in_the_largest_half_point_that_fits_156_mm(characters, expected):
    assert size_pt("名" * characters) == expected
    assert expected == 54 or characters * expected * 20 <= WIDTH < characters * (expected + 0.5) * 20


def joint(*organs: str) -> JointMark:
    blocks = [Block(Role.MARK, words) for words in (*organs, "文件")]
    [mark] = [
        item for item in head_items(blocks, PageForm.GENERAL, PROFILE, titled=True) if isinstance(item, JointMark)
    ]
    return mark


@pytest.mark.parametrize(
    "organs",
    [("市政府", "市委"), ("名" * 12, "名" * 9), ("名" * 4, "名" * 5, "名" * 4), ("名" * 15,) * 3, ("市政府",) * 6, SIX],
    ids=lambda organs: f"{len(organs)}x{len(organs[0])}",
)
def test_a_joint_mark_is_as_large_as_its_width_its_height_and_54_pt_allow(organs):
    mark = joint(*organs)
    size, longest = mark.lettering.size_pt, max(map(len, organs))

    def fits(points: float) -> bool:
        wide = (longest + 0.5 + 2) * points * 20
        high = len(organs) * 1.2 * points * 20
        return points <= 54 and wide <= WIDTH and high <= PROFILE.mark_block_height_mm * MM

    assert (size * 2) % 1 == 0
    assert fits(size)
    assert not fits(size + 0.5)


def test_the_word_of_a_joint_mark_stands_half_a_character_right_of_the_longest_name():
    mark = joint("市政府", "市中级人民法院")
    em = mark.lettering.em_twip
    assert (mark.names_width, mark.word_width) == (round(7.25 * em), round(2.25 * em))
    assert mark.spread_width == 7 * em
    assert mark.line == round(1.2 * em)
    assert mark.height == mark.before + 2 * mark.line


@pytest.mark.parametrize(
    "elements",
    [{}, {"urgency": "特急"}, {"secrecy": "机密"}, {"copy_number": "000001", "secrecy": "机密", "urgency": "特急"}],
    ids=str,
)
@pytest.mark.parametrize("issuers", [ONE, TWO, THREE, SIX], ids=len)
def test_the_mark_stands_below_three_lines_whether_elements_stand_on_them_or_not(issuers, elements):
    found = items(notice_of(issuers, parts=1), **elements)
    above = [item for item in found[:3] if isinstance(item, Paragraph)]
    assert [(item.shape.line, item.shape.before) for item in above] == [(LINE, 0)] * 3
    assert {item.role for item in above} <= {Role.HEAD_GAP, Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY}
    assert isinstance(found[3], JointMark) or found[3].role is Role.MARK


@pytest.mark.parametrize("elements", [{}, {"urgency": "特急"}, {"secrecy": "机密", "urgency": "特急"}], ids=len)
def test_a_mark_that_begins_lower_has_white_above_it_and_no_more_lines(elements):
    changed = with_notice(OFFICE, **elements)
    found = head_items(tuple(head(changed)), PageForm.GENERAL, replace(PROFILE, mark_top_mm=80.0), titled=True)
    assert [item.role for item in found].index(Role.MARK) == 3
    assert found[3].shape.before > LINE


def test_above_a_mark_that_begins_higher_stand_as_many_lines_as_there_is_room_for():
    found = items(OFFICE, PageForm.ORDER)
    gaps = of_role(found, Role.HEAD_GAP)
    [mark] = of_role(found, Role.MARK)
    assert len(gaps) == 1
    assert 0 <= mark.shape.before < LINE
    assert not of_role(items(OFFICE, PageForm.ORDER, urgency="特急"), Role.HEAD_GAP)


def test_elements_that_reach_below_the_place_of_the_mark_push_it_down():
    all_elements = {"copy_number": "000001", "secrecy": "机密", "urgency": "特急"}
    found = items(OFFICE, PageForm.ORDER, **all_elements)
    [mark] = of_role(found, Role.MARK)
    assert (len(of_role(found, Role.HEAD_GAP)), mark.shape.before) == (0, 0)


@pytest.mark.parametrize(
    ("form", "titled", "blank_lines"),
    [(PageForm.ORDER, False, 2), (PageForm.ORDER, True, 0), (PageForm.MINUTES, False, 0)],
)
def test_below_the_number_of_an_order_without_a_title_stand_two_blank_lines(form, titled, blank_lines):
    [number] = of_role(items(OFFICE, form, titled=titled), Role.NUMBER)
    assert number.shape.after == blank_lines * LINE
    assert number.shape.underline is None


def test_two_blank_lines_part_the_mark_from_the_first_row_below_it_alone():
    found = items(OFFICE, signers=("甲乙丙", "丁戊己", "庚辛壬"))
    rows = [*of_role(found, Role.SIGNER), *of_role(found, Role.NUMBER)]
    assert [row.shape.before for row in rows] == [2 * LINE, 0]
    assert [row.shape.underline is not None for row in rows] == [False, True]
    assert {(row.shape.align, row.shape.first) for row in rows} == {(Align.LEFT, CHARACTER)}


def test_names_of_signers_of_any_length_stand_below_each_other_and_end_a_character_before_the_edge():
    found = items(OFFICE, signers=("甲乙", "丁戊己庚", "庚辛壬", "癸子"))
    [first], [last] = of_role(found, Role.SIGNER), of_role(found, Role.NUMBER)
    second_column = WIDTH / CHARACTER - 1 - 4
    first_column = second_column - 5
    assert [tab.position for tab in last.shape.tabs] == pytest.approx(
        [first_column * CHARACTER, second_column * CHARACTER], abs=1
    )
    assert [tab.position for tab in first.shape.tabs] == pytest.approx(
        [(first_column - len("签发人：")) * CHARACTER, second_column * CHARACTER], abs=1
    )


def test_the_rule_of_a_letter_stands_4_mm_below_the_ink_of_its_mark():
    ink_bottom = 30 * MM + 0.95 * 42 * 20
    assert letter_rule_top_twip(PROFILE) == pytest.approx(ink_bottom + 4 * MM, abs=2)
    assert double_rule_twip(PROFILE) == (2.25 + 1.5 + 0.75) * 20


@pytest.mark.parametrize("elements", [{}, {"copy_number": "000012"}, {"secrecy": "机密", "urgency": "加急"}], ids=str)
def test_the_first_line_of_a_letter_stands_seven_eighths_of_a_character_below_its_rule(elements):
    face = lay_out(with_notice(OFFICE, page_form=PageForm.LETTER, **elements), PROFILE).faces[0]
    [number] = lines_of(face, Role.NUMBER)
    ink_top = PROFILE.margin_top_mm * MM + number.top + 0.8 * LINE - PROFILE.mark_ink_ascent_em * 320
    assert ink_top == pytest.approx(letter_rule_top_twip(PROFILE) + double_rule_twip(PROFILE) + 7 / 8 * 320, abs=3)


def test_the_mark_of_a_letter_is_red_and_pinned_and_as_large_as_fits():
    for name, size in (("市政府", 42), ("名" * 10, 42), ("名" * 11, 40), ("名" * 20, 22)):
        blocks = [Block(Role.MARK, name), Block(Role.NUMBER, "示政办函〔2026〕8号")]
        [mark] = of_role(head_items(blocks, PageForm.LETTER, PROFILE, titled=True), Role.MARK)
        lettering = mark.shape.lettering
        assert (lettering.size_pt, lettering.colour, mark.shape.align) == (size, "FF0000", Align.CENTRE)
        assert mark.shape.line == pytest.approx(1.15 * size * 20, abs=1)
        ink_top = mark.shape.pinned_top + 0.8 * mark.shape.line - PROFILE.mark_ink_ascent_em * size * 20
        assert ink_top == pytest.approx(30 * MM, abs=2)


def test_in_a_letter_the_first_element_shares_the_line_of_the_number_and_the_others_stand_below():
    found = items(OFFICE, PageForm.LETTER, copy_number="000012", secrecy="机密★1年", urgency="加急")
    assert [(item.role, item.words) for item in found if isinstance(item, Paragraph)] == [
        (Role.MARK, "示例市人民政府办公室"),
        (Role.NUMBER, "000012\t示政办发〔2026〕8号"),
        (Role.SECRECY, "机密★1年"),
        (Role.URGENCY, "加急"),
    ]
    [number] = of_role(items(OFFICE, PageForm.LETTER, secrecy="机密★1年"), Role.NUMBER)
    assert [run.lettering.font for run in number.runs] == [PROFILE.first_heading_font, PROFILE.body_font]
    assert number.shape.tabs == (Tab(WIDTH, Align.RIGHT),)


def test_a_letter_without_number_or_issuer_keeps_its_line_free():
    bare = replace(OFFICE, doc_number=None, issuers=())
    found = items(bare, PageForm.LETTER)
    assert [(item.role, item.words) for item in found if isinstance(item, Paragraph)] == [(Role.NUMBER, "\t")]


def test_signers_of_a_letter_stand_in_lines_of_their_own_below_its_number():
    face = lay_out(
        with_notice(OFFICE, page_form=PageForm.LETTER, signers=("甲乙丙", "丁戊己", "庚辛壬")), PROFILE
    ).faces[0]
    [number] = lines_of(face, Role.NUMBER)
    rows = lines_of(face, Role.SIGNER)
    assert [row.cut.paragraph.words for row in rows] == ["签发人：甲乙丙\t丁戊己", "庚辛壬"]
    assert [row.top for row in rows] == [number.top + LINE, number.top + 2 * LINE]
    second = pieces(rows[0].cut, rows[0].line)[-1]
    assert (second.text, second.left) == ("丁戊己", 9 * CHARACTER)
