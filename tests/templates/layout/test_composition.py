"""A document part by part: which paragraphs in which order, what is closed up, what lies across (7.3, 7.4, 8)."""

from dataclasses import replace

import pytest

from chengwen_library.model import Annex, Measure, PageForm
from chengwen_library.styles import Role
from chengwen_templates.layout.composition import Choices, Composition, compose, compose_letter, without_red
from chengwen_templates.layout.flow import JointMark, Paragraph, Part, Table
from chengwen_templates.profile import load_profile
from laid import text_alone, with_notice
from notices import ONE, TWO, notice_of

PROFILE = load_profile("gbt9704")
LINE = PROFILE.line_twip
ROWS = (("序号", "任务"), ("1", "盘点"))
SHORT = notice_of(ONE, units=(), preamble="前言。", closing=None)


def composed(measure: Measure, *, moved: bool = False) -> Composition:
    return compose(measure, PROFILE, Choices(LINE, recipients_in_imprint=moved))


def roles(part: Part) -> list[Role]:
    return [item.role for item in part.items if isinstance(item, Paragraph)]


def marks(parts: tuple[Part, ...]) -> list[list[str]]:
    """Return the words of the marks of annexes in each part."""
    return [[one.words for one in part.items if isinstance(one, Paragraph) and one.role is Role.ANNEX_MARK] for part in parts]  # fmt: skip


def test_a_document_is_its_head_its_notice_its_measure_and_its_imprint():
    document = composed(SHORT)
    [part] = document.parts
    assert roles(part) == [
        Role.HEAD_GAP,
        Role.HEAD_GAP,
        Role.HEAD_GAP,
        Role.MARK,
        Role.NUMBER,
        Role.TITLE,
        Role.RECIPIENTS,
        Role.BODY,
        Role.SIGNATURE,
        Role.DATE,
        Role.NOTE,
        Role.MEASURE_TITLE,
        Role.BODY,
    ]
    assert [row.role for row in document.imprint] == [Role.COPIES, Role.IMPRINT]
    assert (document.page_form, document.preprinted, document.apart) == (PageForm.GENERAL, False, ())


def test_recipients_stand_above_the_text_or_in_the_imprint_and_never_in_both():
    document = composed(SHORT, moved=True)
    assert Role.RECIPIENTS not in roles(document.parts[0])
    assert [row.role for row in document.imprint] == [Role.MOVED_RECIPIENTS, Role.COPIES, Role.IMPRINT]


def test_without_a_notice_there_is_neither_head_nor_imprint():
    document = composed(text_alone(1))
    assert roles(document.parts[0])[0] is Role.MEASURE_TITLE
    assert (document.imprint, document.page_form) == ((), PageForm.GENERAL)
    assert compose_letter(text_alone(1), PROFILE, Choices(LINE)) == Part(())


def test_annexes_that_lie_the_same_way_are_one_part():
    upright, across = Annex("甲表", "文。", ROWS), Annex("乙表", "文。", ROWS, wide=True)
    document = composed(replace(SHORT, annexes=(upright, across, across, upright, upright)))
    assert [part.wide for part in document.parts] == [False, True, False]
    assert marks(document.parts) == [["附件1"], ["附件2", "附件3"], ["附件4", "附件5"]]
    assert composed(replace(SHORT, annexes=(upright,))).parts[0].wide is False


def test_the_table_of_an_annex_stands_below_its_text_as_wide_as_the_face():
    document = composed(replace(SHORT, annexes=(Annex("甲表", "文。", ROWS), Annex("乙表", "", ROWS, wide=True))))
    tables = [item for part in document.parts for item in part.items if isinstance(item, Table)]
    rooms = [PROFILE.type_width_twip, PROFILE.type_height_twip]
    assert [sum(one.widths) for one in tables] == pytest.approx(rooms, abs=2)
    assert [type(part.items[-1]) for part in document.parts] == [Table, Table]


def test_annexes_that_are_not_bound_with_the_text_come_apart():
    annexes = (Annex("甲表", "文。"), Annex("乙表", "文。"))
    bound = composed(replace(SHORT, annexes=annexes))
    assert (marks(bound.parts), bound.apart) == ([["附件1", "附件2"]], ())
    apart = composed(with_notice(replace(SHORT, annexes=annexes), annexes_apart=True))
    assert marks(apart.parts) == [[]]
    assert marks(apart.apart) == [["示政办发〔2026〕8号附件1", "示政办发〔2026〕8号附件2"]]


def test_the_words_of_a_document_come_in_its_order():
    measure = with_notice(replace(notice_of(TWO, units=(), preamble="前言。"), annexes=(Annex("甲表", "文。", ROWS),)))
    measure = with_notice(measure, annexes_apart=True)
    words = list(composed(measure).words)
    found = [words.index(one) for one in (*TWO, "文件", "前言。")]
    assert found == sorted(found)
    imprint = next(place for place, one in enumerate(words) if one.startswith("抄送："))
    assert words[-len(ROWS) * 2 :] == ["序号", "任务", "1", "盘点"]
    assert max(found) < imprint < words.index("文。")


@pytest.mark.parametrize("line", [LINE, 520, 460])
def test_a_notice_that_closes_up_has_lower_lines_and_blank_lines_and_the_measure_has_not(line):
    [part] = compose(SHORT, PROFILE, Choices(line)).parts
    made = [item for item in part.items if isinstance(item, Paragraph)]
    begun = [one.role for one in made].index(Role.MEASURE_TITLE)
    of_text = {Role.NUMBER, Role.RECIPIENTS, Role.BODY, Role.SIGNATURE, Role.DATE, Role.NOTE}
    assert {one.shape.line for one in made[:begun] if one.role in of_text} == {line}
    title = next(one.shape for one in made if one.role is Role.TITLE)
    assert title.line / PROFILE.title_line_twip == pytest.approx(line / LINE, abs=0.002)
    assert (title.before, title.after) == (2 * line, line)
    assert {one.shape.line for one in made[begun + 1 :]} == {LINE}
    assert made[begun].shape.line == PROFILE.title_line_twip


@pytest.mark.parametrize("issuers", [ONE, TWO], ids=len)
def test_without_red_the_mark_is_an_empty_line_of_its_height_and_the_rule_is_white(issuers):
    printed = composed(notice_of(issuers, units=(), preamble="前言。"))
    blank = without_red(printed)
    assert blank.preprinted
    for before, after in zip(printed.parts[0].items, blank.parts[0].items, strict=True):
        if isinstance(before, JointMark) or before.role is Role.MARK:
            assert (after.role, after.runs) == (Role.MARK, ())
            assert after.shape.line + after.shape.before == (
                before.height if isinstance(before, JointMark) else before.shape.line + before.shape.before
            )
        elif before.shape.underline:
            assert after.shape.after == before.shape.after + before.shape.underline.height_twip
            assert (after.shape.underline, after.runs) == (None, before.runs)
        else:
            assert after == before
