"""The whole document: faces and their numbers, 版记 and its face, annexes, preprinted sheets (7.3.7, 7.4, 7.5, 8)."""

from dataclasses import replace

import pytest

from chengwen_library.model import Annex, Measure, PageForm
from chengwen_library.styles import Role
from chengwen_templates.layout.faces import PlacedLine, PlacedMark
from chengwen_templates.layout.layout import Layout, imprint_height_twip, lay_out
from chengwen_templates.profile import load_profile
from laid import roles, text_alone, with_notice
from notices import CLAUSES, ONE, TWO, notice_of

PROFILE = load_profile("gbt9704")
ANY_FACE = replace(PROFILE, imprint_on_even_face=False)
LINE = PROFILE.line_twip
TABLE = (("序号", "任务"), *((str(place), "开展专利盘点" * 9) for place in range(1, 30)))


def of_lines(lines: int, **changes: object) -> Measure:
    """Return a measure with so many lines of text below its title, and its notice on one face."""
    text = "\n".join(["字"] * lines)
    return with_notice(notice_of(ONE, units=(), preamble=text, closing=None), note=None, **changes)


def with_annexes(*annexes: Annex) -> Measure:
    return replace(of_lines(3), annexes=annexes)


def imprint_face(layout: Layout) -> int:
    [number] = [face.number for face in layout.faces if face.imprint_top is not None]
    return number


def text_faces(layout: Layout) -> int:
    return sum(bool(face.placed) for face in layout.faces)


def test_the_imprint_ends_at_the_foot_of_the_type_area_of_the_last_face():
    layout = lay_out(of_lines(3), PROFILE)
    assert imprint_face(layout) == len(layout.faces)
    height = imprint_height_twip(layout.imprint, PROFILE)
    assert layout.faces[-1].imprint_top == PROFILE.type_height_twip - height


@pytest.mark.parametrize("lines", range(0, 64, 3))
def test_the_imprint_stands_on_an_even_face_below_all_text(lines):
    layout = lay_out(of_lines(lines), PROFILE)
    assert imprint_face(layout) % 2 == 0
    last = layout.faces[-1]
    assert all(one.top + LINE <= last.imprint_top for one in last.placed)


def test_text_that_ends_on_an_even_face_with_room_has_the_imprint_below_it():
    layout = lay_out(of_lines(3), PROFILE)
    assert (text_faces(layout), len(layout.faces)) == (2, 2)
    assert (layout.imprint_apart, layout.blank_before) == (False, False)


def test_text_that_ends_on_an_odd_face_has_the_imprint_on_the_back_with_a_number():
    layout = lay_out(of_lines(25), PROFILE)
    assert (text_faces(layout), len(layout.faces)) == (3, 4)
    assert (layout.imprint_apart, layout.blank_before) == (True, False)
    assert layout.faces[-1].shown


def test_text_that_leaves_no_room_on_an_even_face_is_followed_by_a_blank_face_and_both_bear_no_number():
    layout = lay_out(of_lines(17), PROFILE)
    assert (text_faces(layout), len(layout.faces)) == (2, 4)
    assert (layout.imprint_apart, layout.blank_before) == (True, True)
    assert [face.shown for face in layout.faces] == [True, True, False, False]
    assert layout.faces[2].imprint_top is None


def test_without_the_custom_of_even_faces_the_imprint_follows_the_text():
    assert len(lay_out(of_lines(25), ANY_FACE).faces) == 3
    full = lay_out(of_lines(17), ANY_FACE)
    assert (len(full.faces), full.imprint_apart, full.blank_before) == (3, True, False)
    assert all(face.shown for face in full.faces)


@pytest.mark.parametrize("form", [PageForm.LETTER, PageForm.MINUTES])
def test_letters_and_minutes_have_their_imprint_on_the_last_face_whichever_it_is(form):
    layout = lay_out(of_lines(25, page_form=form), PROFILE)
    assert (imprint_face(layout), len(layout.faces), layout.blank_before) == (3, 3, False)


def test_only_the_first_face_of_a_letter_bears_no_number():
    layout = lay_out(of_lines(25, page_form=PageForm.LETTER), PROFILE)
    assert [face.shown for face in layout.faces] == [False, True, True]


def test_without_rows_there_is_no_imprint_and_no_face_for_it():
    layout = lay_out(of_lines(25, copies=None, printer=None, print_date_text=None), PROFILE)
    assert layout.imprint == ()
    assert [face.imprint_top for face in layout.faces] == [None] * 3


def test_a_measure_without_a_notice_is_text_alone_from_its_title_on():
    layout = lay_out(text_alone(10), PROFILE)
    assert roles(layout.faces[0])[0] is Role.MEASURE_TITLE
    assert (layout.imprint, layout.choices.letter_line) == ((), LINE)


def test_the_measure_begins_a_face_below_two_blank_lines_and_its_text_stands_on_the_grid():
    second = lay_out(of_lines(3), PROFILE).faces[1]
    assert roles(second)[0] is Role.MEASURE_TITLE
    first_line = next(
        one for one in second.placed if isinstance(one, PlacedLine) and one.cut.paragraph.role is Role.BODY
    )
    assert first_line.top % LINE == 0
    assert second.placed[0].top == pytest.approx(2 * LINE, abs=LINE / 2)


def test_a_document_that_is_the_measure_has_it_below_the_head():
    first = lay_out(with_notice(notice_of(ONE), title=None, body=()), PROFILE).faces[0]
    assert Role.TITLE in roles(first)
    assert Role.BODY in roles(first)
    assert not any(Role.MEASURE_TITLE in roles(face) for face in lay_out(notice_of(ONE), PROFILE).faces[:1])


def test_each_annex_begins_a_face_and_its_title_stands_on_the_third_line():
    layout = lay_out(with_annexes(Annex("甲表", "文。"), Annex("乙表", "文。")), PROFILE)
    begun = [face for face in layout.faces if roles(face)[:1] == [Role.ANNEX_MARK]]
    assert [face.placed[0].top for face in begun] == [0, 0]
    assert [face.placed[1].top for face in begun] == [2 * LINE] * 2
    assert [face.number for face in begun] == [3, 4]


def test_annexes_follow_the_text_and_the_imprint_follows_them():
    layout = lay_out(with_annexes(Annex("甲表", "文。"), Annex("乙表", "文。")), PROFILE)
    assert imprint_face(layout) == 4


def test_a_wide_annex_is_a_part_of_its_own_whose_faces_lie_across():
    layout = lay_out(
        with_annexes(Annex("甲表", "文。"), Annex("乙表", "", TABLE, wide=True), Annex("丙表", "文。")), PROFILE
    )
    wide = [face.number for face in layout.faces if face.wide]
    first, middle, last = layout.part_starts
    assert (first, middle, last) == (1, 4, wide[-1] + 1)
    assert wide == list(range(middle, last))
    assert len(wide) > 1
    assert [part.wide for part in layout.composition.parts] == [False, True, False]


def test_an_annex_marked_wide_without_a_table_stands_upright():
    layout = lay_out(with_annexes(Annex("甲表", "文。", wide=True)), PROFILE)
    assert not any(face.wide for face in layout.faces)


def test_the_imprint_never_stands_on_a_face_that_lies_across():
    layout = lay_out(with_annexes(Annex("乙表", "", TABLE[:3], wide=True)), PROFILE)
    assert layout.imprint_apart
    assert not layout.faces[-1].wide
    assert imprint_face(layout) % 2 == 0


@pytest.mark.parametrize("issuers", [ONE, TWO], ids=len)
def test_on_preprinted_sheets_nothing_moves_and_the_mark_and_the_rule_are_left_blank(issuers):
    measure = notice_of(issuers, parts=1)
    printed, blank = lay_out(measure, PROFILE), lay_out(measure, PROFILE, preprinted=True)
    assert _places(blank) == _places(printed)
    first = blank.faces[0].placed
    assert not any(isinstance(one, PlacedMark) for one in first)
    assert "文件" not in "".join(blank.composition.words)[:40]
    assert all(one.cut.paragraph.shape.underline is None for one in first if isinstance(one, PlacedLine))
    assert any(one.cut.paragraph.shape.underline for one in printed.faces[0].placed if isinstance(one, PlacedLine))


def test_the_same_document_is_laid_out_the_same_again():
    measure = with_notice(notice_of(ONE), body=tuple(text for _, text in CLAUSES))
    assert lay_out(measure, PROFILE) == lay_out(measure, PROFILE)


def _places(layout: Layout) -> list[list[tuple[int, int]]]:
    """Return where everything but the mark stands, face by face."""
    return [
        [
            (one.item, one.top)
            for one in face.placed
            if isinstance(one, PlacedLine) and one.cut.paragraph.role is not Role.MARK
        ]
        for face in layout.faces
    ]


def with_annexes_apart(*annexes: Annex, **changes: object) -> Measure:
    return with_notice(with_annexes(*annexes), annexes_apart=True, **changes)


def test_annexes_apart_stand_behind_the_imprint_on_faces_whose_numbers_run_on():
    measure = with_annexes_apart(Annex("甲表", "文。"), Annex("乙表", "", TABLE, wide=True), Annex("丙表", "文。"))
    layout = lay_out(measure, PROFILE)
    assert imprint_face(layout) == 2
    assert [face.number for face in layout.faces] == list(range(1, len(layout.faces) + 1))
    assert all(face.shown for face in layout.faces[2:])
    wide = [face.number for face in layout.faces if face.wide]
    assert layout.part_starts == (1, 3, 4, wide[-1] + 1)
    assert wide == list(range(4, wide[-1] + 1))
    assert roles(layout.faces[2])[0] is Role.ANNEX_MARK


def test_annexes_apart_of_a_letter_bear_numbers():
    layout = lay_out(with_annexes_apart(Annex("甲表", "文。"), page_form=PageForm.LETTER), PROFILE)
    assert [face.shown for face in layout.faces] == [False, True, True]


def test_recipients_that_would_fill_more_than_a_face_of_the_imprint_stay_above_the_text():
    for count, moved in ((60, True), (200, False)):
        layout = lay_out(replace(of_lines(3), recipients="、".join(["各区县人民政府"] * count)), PROFILE)
        assert layout.choices.recipients_in_imprint is moved
        assert (Role.RECIPIENTS in roles(layout.faces[0])) is not moved
        assert imprint_height_twip(layout.imprint, PROFILE) <= PROFILE.type_height_twip


@pytest.mark.parametrize(("copies", "rows"), [("市委", 1), ("名" * 25, 1), ("名" * 60, 3)])
def test_the_imprint_is_as_high_as_its_lines_and_the_white_below_each_row(copies, rows):
    layout = lay_out(of_lines(3, copies=copies), PROFILE)
    assert [len(row.lines) for row in layout.imprint] == [rows, 1]
    assert imprint_height_twip(layout.imprint, PROFILE) == (rows + 1) * 448 + 2 * 56


@pytest.mark.parametrize(("lower_by", "is_apart"), [(0, False), (1, True)])
def test_the_imprint_stands_below_the_text_where_there_is_room_to_a_twip(lower_by, is_apart):
    measure = of_lines(1, title=None, body=(), copies=None)
    [face] = lay_out(measure, ANY_FACE).faces
    used = max(one.top + one.height for one in face.placed if isinstance(one, PlacedLine))
    height = used + imprint_height_twip(lay_out(measure, ANY_FACE).imprint, ANY_FACE) - lower_by
    bottom_mm = ANY_FACE.page_height_mm - ANY_FACE.margin_top_mm - height * 25.4 / 1440
    lower = replace(ANY_FACE, margin_bottom_mm=bottom_mm)
    assert lower.type_height_twip == height
    assert lay_out(measure, lower).imprint_apart is is_apart
