import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengwen_library.model import Form
from chengwen_library.numbering import (
    Mark,
    parse_mark,
    parse_numeral,
    render_mark,
    render_numeral,
)


@pytest.mark.parametrize("number", range(1, 1000))
def test_every_numeral_from_one_to_999_reads_back(number: int) -> None:
    assert parse_numeral(render_numeral(number)) == number


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (115, "一百一十五"),
        (200, "二百"),
        (999, "九百九十九"),
    ],
)
def test_numerals_are_written_as_usual(number: int, numeral: str) -> None:
    assert render_numeral(number) == numeral


@pytest.mark.parametrize("number", [0, -1, 1000])
def test_there_is_no_numeral_outside(number: int) -> None:
    with pytest.raises(ValueError, match="no numeral"):
        render_numeral(number)


@pytest.mark.parametrize("wrong", ["", "十十", "一二", "百", "一百五", "一百零十", "三百零", "零", "〇", "甲", "1.5"])
def test_what_is_no_numeral_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="not a numeral"):
        parse_numeral(wrong)


@pytest.mark.parametrize(("text", "number"), [("１２", 12), ("1 0", 10), ("一百〇三", 103)])
def test_width_and_spaces_do_not_matter(text: str, number: int) -> None:
    assert parse_numeral(text) == number


@pytest.mark.parametrize(
    ("text", "form", "number", "length"),
    [
        ("第一编 总则", Form.PART, 1, 3),
        ("第十二章附则", Form.CHAPTER, 12, 4),
        ("第二节 申报", Form.SECTION, 2, 3),
        ("第三条为了", Form.ARTICLE, 3, 3),
        ("第 1 0 条 对企业", Form.ARTICLE, 10, 7),
        ("第19条", Form.ARTICLE, 19, 4),
        ("一、总体要求", Form.FIRST, 1, 2),
        ("二 、支持范围", Form.FIRST, 2, 3),
        ("（十九）人才", Form.SECOND, 19, 4),
        ("(一)工作思路", Form.SECOND, 1, 3),
        ("（二）、培育", Form.SECOND, 2, 4),
        ("(三).培育", Form.SECOND, 3, 4),
        ("1.项目申报", Form.THIRD, 1, 2),
        ("１０．加强", Form.THIRD, 10, 3),
        ("3﹒提升", Form.THIRD, 3, 2),
        ("4、其他", Form.THIRD, 4, 2),
        ("（2）材料", Form.FOURTH, 2, 3),
        ("（2）．材料", Form.FOURTH, 2, 4),
        ("③证明", Form.FIFTH, 3, 1),
    ],
)
def test_marks_are_read_at_the_head_of_a_text(text: str, form: Form, number: int, length: int) -> None:
    assert parse_mark(text) == Mark(form, number, length)


@pytest.mark.parametrize(
    "text", ["", "知识产权", "1.5亿元", "2025年，建成", "一是加强", "（含开发区）", "本措施第三条", "0.5个"]
)
def test_other_heads_are_no_marks(text: str) -> None:
    assert parse_mark(text) is None


@given(st.sampled_from([form for form in Form if form is not Form.PARAGRAPH]), st.integers(1, 20))
def test_every_mark_that_is_written_reads_back(form: Form, number: int) -> None:
    mark = render_mark(form, number)
    assert parse_mark(f"{mark}标题") == Mark(form, number, len(mark))


def test_a_paragraph_has_no_mark() -> None:
    assert render_mark(Form.PARAGRAPH, 3) == ""


def test_circled_digits_end_at_twenty() -> None:
    assert render_mark(Form.FIFTH, 20) == "⑳"
    with pytest.raises(ValueError, match="circled"):
        render_mark(Form.FIFTH, 21)


@pytest.mark.parametrize(
    "text",
    [
        "第十三条项目单位应当按期验收",
        "第四章项目管理",
        "第五条所有单位应当配合",
        "第六条所需资金由财政安排",
        "第七条中小企业可以申请",
        "第八条中央财政资金另行管理",
        "第九条款项应当及时拨付",
        "第十条第三方机构应当独立评审",
        "第十一条到期未验收的",
        "第十二条及时公开结果",
    ],
)
def test_words_that_only_look_like_a_reference_begin_an_article(text: str) -> None:
    mark = parse_mark(text)
    assert mark is not None
    assert text[mark.length - 1] in "条章"


@pytest.mark.parametrize(
    "text",
    [
        "第十三条第一项规定的单位",
        "第十三条项规定",
        "第五条所称单位",
        "第五条所列情形",
        "第七条中的企业",
        "第七条中规定的企业",
        "第九条款规定的情形",
        "第十条第三款规定的机构",
        "第十一条到第十三条",
        "第十二条及第十三条",
        "第二条规定的条件",
        "第三条之一",
    ],
)
def test_a_reference_to_an_article_is_no_mark(text: str) -> None:
    assert parse_mark(text) is None
