"""施行与有效期: which documents must say it, and the limits of the place."""

from dataclasses import replace
from datetime import date

import pytest

from checked import found, measure_of, words
from chengwen_library.model import Notice
from chengwen_templates.office import Limits, Office

FIVE = Office(limits=Limits(most_years=5, most_trial_years=2))
CLAUSE = "培育专利。开展培育。"


def closed(closing, title="示例市促进转化若干措施", **changes):
    return measure_of(CLAUSE, title=title, closing=closing, **changes)


# validity.missing


@pytest.mark.parametrize(
    ("closing", "lacking"),
    [
        (None, "施行日期和有效期"),
        ("本措施自印发之日起施行。", "没有写有效期"),
        ("本措施有效期5年。", "没有写施行日期"),
    ],
)
def test_a_normative_document_that_does_not_say_it_is_found(closing, lacking):
    (finding,) = found("validity.missing", closed(closing))
    assert lacking in finding.message


def test_a_last_clause_read_as_a_heading_says_it_too():
    last = "本措施自2026年4月1日起施行，有效期5年。原办法废止"
    draft = measure_of(CLAUSE, "附则。")
    part = draft.units[0]
    units = (replace(part, children=(part.children[0], replace(part.children[1], heading=last))),)
    assert words("validity.missing", replace(draft, units=units)) == []


@pytest.mark.parametrize(
    "title", ["示例市资金管理办法（试行）", "资金管理办法实施细则", "支持发展若干政策（征求意见稿）"]
)
def test_what_is_called_normative_is_whatever_stands_in_brackets_behind(title):
    assert len(words("validity.missing", closed(None, title))) == 1


@pytest.mark.parametrize(
    "title",
    [
        "示例市工作方案",
        "示例市三年行动计划",
        "关于报送材料的函",
        "《示例市若干措施》解读",
        "示例市落实专项行动工作措施",
    ],
)
def test_plans_letters_and_explanations_need_not_say_it(title):
    assert words("validity.missing", closed(None, title)) == []


@pytest.mark.parametrize(
    "closing",
    [
        "本措施自2026年4月1日起施行，有效期5年。",
        "本措施自印发之日起施行，有效期至2029年12月31日。",
        "本措施自发布之日起执行，试行2年。",
    ],
)
def test_a_document_that_says_both_is_left_alone(closing):
    assert words("validity.missing", closed(closing)) == []


def test_the_notice_can_say_it():
    notice = Notice(body=("现印发给你们。本通知自印发之日起施行，有效期3年。",))
    assert words("validity.missing", closed(None, notice=notice)) == []


def test_the_validity_of_a_licence_is_not_the_documents():
    measure = measure_of("办理证件。证件自发放之日起计算，有效期3年。", title="示例市若干措施")
    assert len(words("validity.missing", measure)) == 1


# validity.range


@pytest.mark.parametrize(
    ("closing", "title"),
    [
        ("本措施自印发之日起施行，有效期8年。", "示例市若干措施"),
        ("本办法自印发之日起施行，有效期3年。", "示例市管理办法（试行）"),
        ("本措施自2026年4月1日起施行，有效期至2032年3月31日。", "示例市若干措施"),
        ("本措施自2026年4月1日起施行，有效期至2025年12月31日。", "示例市若干措施"),
        ("本措施自2026年4月1日起施行，有效期5年，至2029年3月31日。", "示例市若干措施"),
    ],
    ids=["too long", "too long for a trial", "too late an end", "the end before the beginning", "years and end differ"],
)
def test_a_validity_beyond_the_limits_or_at_odds_with_itself_is_found(closing, title):
    assert len(found("validity.range", closed(closing, title), office=FIVE)) == 1


@pytest.mark.parametrize(
    ("closing", "title"),
    [
        ("本措施自印发之日起施行，有效期5年。", "示例市若干措施"),
        ("本办法自印发之日起施行，有效期2年。", "示例市管理办法（试行）"),
        ("本措施自2026年4月1日起施行，有效期至2031年3月31日。", "示例市若干措施"),
        ("本措施自2026年4月1日起施行，有效期5年，至2031年3月31日。", "示例市若干措施"),
    ],
)
def test_a_validity_within_the_limits_is_left_alone(closing, title):
    assert words("validity.range", closed(closing, title), office=FIVE) == []


def test_without_limits_of_the_place_no_length_is_wrong():
    assert words("validity.range", closed("本措施自印发之日起施行，有效期10年。")) == []


def test_the_years_are_counted_from_the_day_of_issue_where_the_text_says_so():
    measure = closed("本措施自印发之日起施行，有效期至2032年12月31日。", issue_date=date(2026, 3, 1))
    assert len(words("validity.range", measure, office=FIVE)) == 1


def test_a_date_that_does_not_exist_is_left_to_its_own_rule():
    closing = "本措施自2026年2月30日起施行，有效期至2031年2月29日。"
    assert words("validity.range", closed(closing), office=FIVE) == []
