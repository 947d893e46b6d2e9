"""Lines, marks and tables set on faces: 22 lines each, and what stays together (5.2.3, 7.3.7)."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chengwen_library.styles import Role
from chengwen_templates.layout.advances import NominalAdvances
from chengwen_templates.layout.faces import Face, PlacedLine, PlacedMark, PlacedRow, fill
from chengwen_templates.layout.flow import Item, JointMark, Paragraph, Part, Run
from chengwen_templates.layout.layout import lay_out
from chengwen_templates.layout.shapes import Shape, Underline, body_lettering
from chengwen_templates.layout.text import table
from chengwen_templates.profile import load_profile, profile_names
from laid import text_alone

PROFILE = load_profile("gbt9704")
BODY = body_lettering(PROFILE)
LINE, LINES = PROFILE.line_twip, PROFILE.lines_per_page


def lines(count: int = 1, word: str = "字", **shape: object) -> Paragraph:
    """Return a paragraph of so many lines."""
    return Paragraph(Role.BODY, Shape(BODY, LINE, **shape), (Run("\n".join([word] * count), BODY),))  # type: ignore[arg-type]


def faces(*items: Item) -> list[Face]:
    return fill([Part(items)], PROFILE, NominalAdvances())


def counts(*items: Item) -> list[int]:
    return [len(face.placed) for face in faces(*items)]


def words(face: Face) -> list[str]:
    return [
        one.cut.paragraph.words[one.line.start : one.line.end] for one in face.placed if isinstance(one, PlacedLine)
    ]


@pytest.mark.parametrize("name", profile_names())
def test_every_full_face_holds_22_lines(name):
    laid = lay_out(text_alone(60), load_profile(name))
    assert len(laid.faces) > 10
    assert [len(face.placed) for face in laid.faces[1:-1]] == [22] * (len(laid.faces) - 2)


def test_a_document_without_anything_is_one_empty_face():
    (face,) = fill([], PROFILE, NominalAdvances())
    assert (face.placed, face.used) == ([], 0)


def test_lines_stand_below_each_other():
    (face,) = faces(lines(2), lines(1))
    assert [one.top for one in face.placed] == [0, LINE, 2 * LINE]


def test_white_above_and_below_a_paragraph_and_its_rule_take_room():
    rule = Underline(gap_pt=5, thickness_pt=1.0, colour="FF0000")
    (face,) = faces(lines(before=100, after=50, underline=rule), lines())
    assert [one.top for one in face.placed] == [100, 100 + LINE + 50 + 120]


def test_the_white_above_a_paragraph_that_goes_on_to_the_next_face_falls_away():
    _, second = faces(lines(LINES), lines(before=300))
    assert second.placed[0].top == 0
    _, second = faces(lines(LINES - 1), lines(before=300, keep_next=True), lines())
    assert second.placed[0].top == 0


def test_the_white_above_a_paragraph_that_begins_a_face_stays():
    _, second = faces(lines(), lines(before=300, new_face=True))
    assert second.placed[0].top == 300


def test_what_is_kept_with_the_next_goes_to_its_face():
    assert counts(lines(LINES - 1), lines(keep_next=True), lines()) == [LINES - 1, 2]


def test_of_the_last_of_a_chain_the_first_line_is_kept():
    assert counts(lines(LINES - 2), lines(keep_next=True), lines(5)) == [LINES, 4]


def test_a_chain_of_several_stays_whole():
    chain = [lines(keep_next=True), lines(2, keep_next=True), lines(keep_next=True), lines()]
    assert counts(lines(LINES - 4), *chain) == [LINES - 4, 5]
    assert counts(lines(LINES - 5), *chain) == [LINES]


def test_a_chain_too_high_for_any_face_breaks_where_the_face_ends():
    assert counts(lines(3), lines(LINES, keep_next=True), lines()) == [LINES, 4]


def test_a_paragraph_that_begins_a_face_leaves_none_empty():
    assert counts(lines(new_face=True), lines(new_face=True)) == [1, 1]


def test_each_part_begins_a_face_and_one_without_items_none():
    parts = [Part((lines(),)), Part(()), Part((lines(),), wide=True)]
    laid = fill(parts, PROFILE, NominalAdvances())
    assert [(face.wide, face.height) for face in laid] == [
        (False, PROFILE.type_height_twip),
        (True, PROFILE.type_width_twip),
    ]


def test_what_is_pinned_stands_above_the_type_area_and_takes_no_room():
    (face,) = faces(lines(pinned_top=1000), lines())
    pinned, line = face.placed
    assert pinned.top == 1000 - round(PROFILE.margin_top_mm * 1440 / 25.4)
    assert line.top == 0


def test_a_joint_mark_takes_its_names_height():
    mark = JointMark(("甲", "乙"), "文件", BODY, line=800, before=200, names_width=1, word_width=1)
    (face,) = faces(mark, lines())
    assert [type(one) for one in face.placed] == [PlacedMark, PlacedLine]
    assert face.placed[1].top == 200 + 2 * 800


def test_a_joint_mark_stays_on_the_face_of_what_is_kept_with_it():
    mark = JointMark(("甲", "乙"), "文件", BODY, line=800, before=200, names_width=1, word_width=1)
    room = (2 * 800 + 200) // LINE + 1
    assert counts(lines(LINES - room - 1), lines(keep_next=True), mark) == [LINES - room + 1]
    assert counts(lines(LINES - room), lines(keep_next=True), mark) == [LINES - room, 2]


def test_white_within_a_chain_is_a_part_of_its_height():
    chain = [lines(before=300, after=300, keep_next=True), lines(after=300)]
    assert counts(lines(LINES - 4), *chain) == [LINES - 2]
    assert counts(lines(LINES - 3), *chain) == [LINES - 3, 2]
    assert counts(lines(LINES - 3), lines(after=LINE, keep_next=True), lines(after=LINE)) == [LINES - 1]


def test_a_chain_as_high_as_a_face_stands_on_one():
    assert counts(lines(), lines(LINES - 1, keep_next=True), lines()) == [1, LINES]
    assert counts(lines(), lines(LINES, keep_next=True), lines()) == [LINES, 2]


def test_a_part_that_lies_across_has_longer_and_fewer_lines_on_every_face():
    long = Paragraph(Role.BODY, Shape(BODY, LINE), (Run("字" * 40 * 50, BODY),))
    laid = fill([Part((long,), wide=True)], PROFILE, NominalAdvances())
    assert {face.wide for face in laid} == {True}
    assert [len(face.placed) for face in laid] == [15, 15, 15, 5]
    assert laid[0].placed[0].line.end == 40


def test_items_are_numbered_through_the_document():
    mark = JointMark(("甲",), "文件", BODY, line=800, before=0, names_width=1, word_width=1)
    parts = [Part((lines(), mark)), Part((table([("甲",), ("乙",)], 5000, PROFILE), lines(2)), wide=True)]
    laid = fill(parts, PROFILE, NominalAdvances())
    assert [[one.item for one in face.placed] for face in laid] == [[0, 1], [2, 2, 3, 3]]


def test_what_is_pinned_has_a_number_of_its_own_and_one_line():
    (face,) = faces(lines(pinned_top=1000), lines())
    assert [(one.item, one.line.start) for one in face.placed] == [(0, 0), (1, 0)]


def test_rows_and_marks_stand_below_what_is_above_them():
    mark = JointMark(("甲",), "文件", BODY, line=800, before=0, names_width=1, word_width=1)
    (face,) = faces(lines(2), mark, table([("甲",), ("乙",)], 5000, PROFILE))
    row = 1.5 * 240 + 10
    assert [one.top for one in face.placed] == [0, LINE, 2 * LINE, 2 * LINE + 800, 2 * LINE + 800 + row]


@pytest.mark.parametrize(("higher_by", "expected"), [(0, [LINES]), (1, [LINES - 1, 1])])
def test_a_line_that_fills_a_face_to_the_last_twip_stands_on_it(higher_by, expected):
    height = PROFILE.type_height_twip - (LINES - 1) * LINE + higher_by
    assert counts(lines(LINES - 1), replace(lines(), shape=Shape(BODY, height))) == expected


@pytest.mark.parametrize(("higher_by", "expected"), [(0, [LINES]), (1, [LINES - 2, 2])])
def test_a_chain_that_fills_a_face_to_the_last_twip_stands_on_it(higher_by, expected):
    height = PROFILE.type_height_twip - (LINES - 1) * LINE + higher_by
    kept = lines(keep_next=True)
    assert counts(lines(LINES - 2), kept, replace(lines(), shape=Shape(BODY, height))) == expected


def test_a_row_that_fills_a_face_to_the_last_twip_stands_on_it():
    rows = table([("甲",), *[("乙",)] * 60], 5000, PROFILE)
    height = 1.5 * 240 + 10
    above = PROFILE.type_height_twip % height
    for more, fits in ((0, True), (1, False)):
        first = faces(replace(lines(), shape=Shape(BODY, int(above) + more)), rows)[0]
        assert len(first.placed) == PROFILE.type_height_twip // height + (1 if fits else 0)


def test_a_row_higher_than_a_face_stands_on_one_all_the_same():
    rows = [("甲",), ("字" * 4000,), ("乙",)]
    laid = faces(table(rows, 5000, PROFILE))
    assert [one.row.cells[0].paragraph.words[:1] for face in laid for one in face.placed].count("字") == 1


def test_the_head_of_a_table_is_repeated_on_every_face_and_no_row_is_parted():
    rows = [("序号", "任务"), *((str(place), "开展专利盘点" * 12) for place in range(40))]
    laid = faces(table(rows, PROFILE.type_width_twip, PROFILE))
    assert len(laid) > 1
    seen = []
    for face in laid:
        placed = [one for one in face.placed if isinstance(one, PlacedRow)]
        head, *below = [row.row.cells[0].paragraph.words for row in placed]
        assert head == "序号"
        assert placed[-1].top + placed[-1].row.height <= PROFILE.type_height_twip
        seen += below
    assert seen == [str(place) for place in range(40)]


def test_a_row_is_as_high_as_its_highest_cell():
    (face,) = faces(table([("序号", "任务"), ("1", "开展专利盘点" * 12)], PROFILE.type_width_twip, PROFILE))
    head, row = (one.row for one in face.placed if isinstance(one, PlacedRow))
    assert row.height > head.height
    assert max(len(cell.lines) for cell in row.cells) * row.cells[0].paragraph.shape.line == pytest.approx(
        row.height, abs=20
    )


HEIGHTS = st.lists(st.tuples(st.integers(1, 30), st.booleans(), st.sampled_from((0, 300, LINE))), max_size=30)


@settings(deadline=None)
@given(HEIGHTS)
def test_no_line_is_lost_and_none_stands_below_the_type_area(paragraphs):
    items = [
        replace(lines(count, str(place)), shape=Shape(BODY, LINE, keep_next=keep, before=before))
        for place, (count, keep, before) in enumerate(paragraphs)
    ]
    laid = faces(*items)
    expected = [str(place) for place, (count, _, _) in enumerate(paragraphs) for _ in range(count)]
    assert [word for face in laid for word in words(face)] == expected
    assert all(one.top + LINE <= PROFILE.type_height_twip for face in laid for one in face.placed)


@settings(deadline=None)
@given(HEIGHTS)
def test_what_is_kept_with_the_next_is_never_parted_from_it_where_a_face_could_hold_both(paragraphs):
    kept = [(min(count, 3), before) for count, _, before in paragraphs]
    items = []
    for place, (count, before) in enumerate(kept):
        items += [
            replace(lines(count, f"上{place}"), shape=Shape(BODY, LINE, keep_next=True, before=before)),
            lines(4, f"下{place}"),
        ]
    laid = faces(*items)
    for place in range(len(kept)):
        assert any({f"上{place}", f"下{place}"} <= set(words(face)) for face in laid)
