"""署名 and 成文日期: without a seal, under one to six seals, beside 签名章 (7.3.5)."""

from dataclasses import replace
from itertools import pairwise

import pytest

from chengwen_library.model import Sealing
from chengwen_library.styles import Role
from chengwen_templates.content import Block
from chengwen_templates.layout.advances import NominalAdvances
from chengwen_templates.layout.ending import seal_centres, seal_lines, seal_rows, signed
from chengwen_templates.layout.flow import Paragraph
from chengwen_templates.layout.lines import cut, pieces
from chengwen_templates.layout.shapes import Align
from chengwen_templates.profile import load_profile

PROFILE = load_profile("gbt9704")
CHARACTER, LINE, WIDTH = PROFILE.character_twip, PROFILE.line_twip, PROFILE.type_width_twip
MM = 1440 / 25.4
SEAL, GAP = PROFILE.seal_mm * MM, PROFILE.seal_gap_mm * MM
DATE = "2026年3月5日"
SHORT = ("市教育局", "市财政局", "市科技局", "市民政局", "市水利局", "市审计局")
LONG = (
    "示例市市场监督管理局（市知识产权局）",
    "示例市地方金融管理局",
    "国家金融监督管理总局示例监管分局",
    "示例市工业和信息化局",
    "示例市人力资源和社会保障局",
    "示例市规划和自然资源局",
)
organs_of_a_joint_issue = pytest.mark.parametrize(
    "organs", [names[:count] for names in (SHORT, LONG) for count in range(1, 7)], ids=lambda names: f"{names[0]}{len(names)}"
)  # fmt: skip


def blocks(organs: tuple[str, ...], date: str = DATE, role: Role = Role.SIGNATURE) -> list[Block]:
    return [*(Block(role, organ) for organ in organs), Block(Role.DATE, date)]


def spans(paragraph: Paragraph) -> list[tuple[str, float, float]]:
    """Return the words of a one-line paragraph, each with its left and right edge in twip."""
    done = cut(paragraph, WIDTH, NominalAdvances())
    assert len(done.lines) == 1
    found = pieces(done, done.lines[0])
    return [(piece.text, piece.left, piece.left + sum(piece.advances)) for piece in found if piece.text]


def made(organs: tuple[str, ...], sealing: Sealing, **more: str) -> tuple[list[list[tuple[str, float, float]]], tuple]:
    *rows, date = (spans(paragraph) for paragraph in signed(blocks(organs, **more), sealing, PROFILE))
    return rows, date[0]


def near(value: float):
    """Return what is within 0.35 mm of a length in twip; digits are a little narrower than half a character."""
    return pytest.approx(value, abs=20)


def test_without_a_seal_the_organ_ends_two_characters_before_the_edge_below_a_blank_line():
    rows, (_, date_left, _) = made(("示例市人民政府办公室",), Sealing.NONE)
    [(_, left, right)] = rows[0]
    assert right == near(WIDTH - 2 * CHARACTER)
    assert date_left == near(left + 2 * CHARACTER)
    first, second = signed(blocks(("示例市人民政府办公室",)), Sealing.NONE, PROFILE)
    assert (first.shape.before, second.shape.before) == (LINE, 0)


def test_without_a_seal_a_date_longer_than_the_organ_ends_two_characters_before_the_edge():
    rows, (_, date_left, date_right) = made(("市政府",), Sealing.NONE)
    assert date_right == near(WIDTH - 2 * CHARACTER)
    assert rows[0][0][1] == near(date_left - 2 * CHARACTER)


def test_joint_organs_without_seals_stand_below_each_other_the_first_on_top():
    rows, _ = made(LONG[:3], Sealing.NONE)
    assert [row[0][0] for row in rows] == list(LONG[:3])
    assert len({row[0][1] for row in rows}) == 1
    assert max(right for row in rows for _, _, right in row) == near(WIDTH - 2 * CHARACTER)


def test_under_a_seal_the_date_ends_four_characters_before_the_edge_and_the_organ_is_centred_on_it():
    [[(_, left, right)]], (_, date_left, date_right) = made(("示例市财政局",), Sealing.SEAL)
    assert date_right == near(WIDTH - 4 * CHARACTER)
    assert (left + right) / 2 == near((date_left + date_right) / 2)


def test_a_long_name_under_a_seal_stays_within_the_type_area_and_on_the_date():
    [[(_, left, right)]], (_, date_left, date_right) = made((LONG[2] + "办公室",), Sealing.SEAL)
    assert right <= WIDTH + 1
    assert (left + right) / 2 == near((date_left + date_right) / 2)


@organs_of_a_joint_issue
def test_organs_under_seals_keep_their_order(organs):
    rows, _ = made(organs, Sealing.SEAL)
    assert [name for row in rows for name, _, _ in row] == list(organs)


@organs_of_a_joint_issue
def test_no_name_under_seals_touches_another_or_leaves_the_type_area(organs):
    rows, _ = made(organs, Sealing.SEAL)
    for row in rows:
        assert all(left >= -1 and right <= WIDTH + 1 for _, left, right in row)
        assert all(other[1] > one[2] for one, other in pairwise(row))


@organs_of_a_joint_issue
def test_no_seal_touches_another_or_leaves_the_type_area(organs):
    centres = seal_centres(organs, (DATE,), PROFILE)
    assert centres[0] - SEAL / 2 >= -1
    assert centres[-1] + SEAL / 2 <= WIDTH + 1
    assert all(other - one >= SEAL + GAP - 1 for one, other in pairwise(centres))
    _, between = seal_lines(PROFILE)
    assert (between + 1) * LINE >= SEAL + GAP or len(seal_rows(organs, len(centres))) == 1


@organs_of_a_joint_issue
def test_seals_stand_below_each_other_and_the_last_organ_is_centred_on_the_date(organs):
    rows, (_, date_left, date_right) = made(organs, Sealing.SEAL)
    centres = seal_centres(organs, (DATE,), PROFILE)
    assert [(left + right) / 2 for _, left, right in rows[-1]][-1] == near((date_left + date_right) / 2)
    for row in rows:
        assert [(left + right) / 2 for _, left, right in row] == near(centres[len(centres) - len(row) :])


def test_as_many_seals_share_a_row_as_the_type_area_holds():
    assert len(seal_centres(SHORT, (DATE,), PROFILE)) == 3
    assert len(seal_centres(LONG[:2], (DATE,), PROFILE)) == 1
    assert seal_rows(SHORT, 3) == [SHORT[:3], SHORT[3:]]
    assert seal_rows(SHORT[:5], 2) == [SHORT[:2], SHORT[2:4], SHORT[4:5]]


def test_the_upper_edge_of_the_first_seals_is_less_than_a_line_below_the_text():
    first, _ = seal_lines(PROFILE)
    middle = (first + 1) * LINE - 0.3 * LINE
    assert 0 <= middle - SEAL / 2 < LINE


def test_rows_of_seals_stay_on_one_face_where_they_fit_one():
    few = signed(blocks(SHORT), Sealing.SEAL, PROFILE)
    assert [paragraph.shape.keep_next for paragraph in few] == [True, True, False]
    many = signed(blocks(LONG), Sealing.SEAL, PROFILE)
    assert many[-2].shape.keep_next


def test_a_post_stands_two_characters_left_of_the_stamp_and_level_with_its_middle():
    post, date = signed(blocks(("市长",), role=Role.POST), Sealing.STAMP, PROFILE)
    [(_, _, right)] = spans(post)
    assert right == near(WIDTH - 4 * CHARACTER - PROFILE.stamp_width_mm * MM - 2 * CHARACTER)
    stamp_top = post.shape.before + LINE / 2 - PROFILE.stamp_height_mm * MM / 2
    assert stamp_top == near(2 * LINE)
    [(_, _, date_right)] = spans(date)
    assert (date.shape.align, date_right) == (Align.RIGHT, near(WIDTH - 4 * CHARACTER))


def test_the_date_stands_a_blank_line_below_the_last_stamp():
    posts = signed(blocks(("局长", "主任"), role=Role.POST), Sealing.STAMP, PROFILE)
    high = (PROFILE.stamp_height_mm * MM - LINE) / 2
    assert posts[-1].shape.before == near(high + LINE)
    assert posts[1].shape.before == near(2 * high)
    assert [paragraph.shape.keep_next for paragraph in posts] == [True, True, False]


def test_a_date_without_organs_still_stands_in_its_place():
    *_, last = signed([Block(Role.DATE, DATE)], Sealing.SEAL, PROFILE)
    [(_, _, right)] = spans(last)
    assert right <= WIDTH - 4 * CHARACTER + 2


def test_a_name_as_long_as_the_line_begins_at_the_edge_and_its_date_two_characters_right_of_it():
    organ, date = signed(blocks(("示" * 27,)), Sealing.NONE, PROFILE)
    assert (organ.shape.left, date.shape.left) == (0, 2 * CHARACTER)
    assert (organ.shape.right, date.shape.right) == (-2 * CHARACTER, -2 * CHARACTER)


def test_a_date_as_long_as_the_organ_begins_right_of_it_all_the_same():
    organ, date = signed(blocks(("示例市政府",), date="五个字的日"), Sealing.NONE, PROFILE)
    assert date.shape.left == organ.shape.left + 2 * CHARACTER
    assert organ.shape.left == WIDTH - 7 * CHARACTER


@pytest.mark.parametrize("seal_mm", [10, 20, 30, 36, 42, 45, 50, 58])
def test_seals_of_any_size_begin_within_a_line_below_the_text_and_are_as_near_as_can_be(seal_mm):
    profile = replace(PROFILE, seal_mm=float(seal_mm))
    first, between = seal_lines(profile)
    top = (first + 1) * LINE - 0.3 * LINE - seal_mm * MM / 2
    assert top < LINE
    assert top >= 0 or first == 0
    pitch = (seal_mm + profile.seal_gap_mm) * MM
    assert (between + 1) * LINE >= pitch - 1
    assert between * LINE < pitch or between == 0


@pytest.mark.parametrize(("organs", "columns"), [(SHORT[:1], 1), (SHORT[:2], 2), (SHORT[:4], 3), (LONG, 1)])
def test_each_organ_has_a_seal_in_its_row(organs, columns):
    assert len(seal_centres(organs, (DATE,), PROFILE)) == columns


@pytest.mark.parametrize(("gap_mm", "columns"), [(2.046, 2), (2.064, 1)])
def test_two_seals_that_fill_the_type_area_to_the_last_twip_share_a_row(gap_mm, columns):
    profile = replace(PROFILE, seal_mm=76.98, seal_gap_mm=gap_mm)  # 2 × 4364 twip and 116 or 117 between them
    assert len(seal_centres(("市局", "省厅"), (), profile)) == columns


def test_names_wider_than_seals_stand_a_character_apart():
    one, other = seal_centres(("示例市市场监督局", "示例市财政局"), (DATE,), PROFILE)
    assert other - one == pytest.approx((8 / 2 + 1 + 6 / 2) * CHARACTER, abs=1)
    assert other - one > SEAL + GAP


def test_names_narrower_than_seals_leave_the_gap_between_the_seals():
    one, other = seal_centres(SHORT[:2], (DATE,), PROFILE)
    assert other - one == pytest.approx(SEAL + GAP, abs=2)


def test_a_large_seal_without_a_date_stays_within_the_type_area():
    profile = replace(PROFILE, seal_mm=60.0)
    [centre] = seal_centres(("市政府",), (), profile)
    assert centre == pytest.approx(WIDTH - 30 * MM, abs=1)


@pytest.mark.parametrize(("count", "kept"), [(3, [True, True, True, False]), (4, [False, False, False, True, False])])
def test_rows_of_seals_that_fill_more_than_a_face_are_parted_but_for_the_last(count, kept):
    made = signed(blocks(LONG[:count]), Sealing.SEAL, PROFILE)
    assert [paragraph.shape.keep_next for paragraph in made] == kept


def test_white_for_seals_stands_above_each_row_and_none_above_the_date():
    first, between = seal_lines(PROFILE)
    made = signed(blocks(SHORT), Sealing.SEAL, PROFILE)
    assert [paragraph.shape.before for paragraph in made] == [first * LINE, between * LINE, 0]


def test_a_stamp_lower_than_a_line_takes_no_more_than_the_blank_lines():
    posts = signed(blocks(("局长", "主任"), role=Role.POST), Sealing.STAMP, replace(PROFILE, stamp_height_mm=5.0))
    assert [paragraph.shape.before for paragraph in posts] == [2 * LINE, 0, LINE]


def test_a_date_alone_under_a_stamp_stands_below_two_blank_lines():
    [date] = signed([Block(Role.DATE, DATE)], Sealing.STAMP, PROFILE)
    high = (PROFILE.stamp_height_mm * MM - LINE) / 2
    assert date.shape.before == near(2 * LINE + high)
