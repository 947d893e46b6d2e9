"""The fields of the notice, read from a draft and written into it."""

from datetime import date

import pytest

from chengwen_desktop.draft.notice_fields import (
    FIELDS,
    YES,
    WrongValue,
    date_words,
    is_used,
    parsed_date,
    summary,
)
from chengwen_library.model import Attendance, Measure, Notice, PageForm, Sealing
from drafts import small_draft

VALUES = {
    "page_form": "信函格式",
    "copy_number": "000012",
    "secrecy": "机密★1年",
    "urgency": "特急",
    "issuers": "甲局、乙局",
    "doc_number": "示政办发〔2026〕12号",
    "signers": "张三、李四",
    "title": "通知",
    "recipients": "各区人民政府",
    "body": "第一段。\n第二段。",
    "measure_as_annex": YES,
    "annexes_apart": YES,
    "present": "张三　李四",
    "excused": "王五",
    "listening": "赵六",
    "sealing": "加盖签发人签名章",
    "posts": "市长、局长",
    "date": "2026年1月20日",
    "note": "此件公开发布",
    "copies": "市委",
    "printer": "办公室",
    "print_date": "2026年1月21日",
}


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_what_is_written_is_read_back_and_nothing_else_changes(field):
    draft = small_draft()
    after = field.write(draft, draft.notice, VALUES[field.name])
    assert field.read(after, after.notice) == VALUES[field.name]
    others = [other for other in FIELDS if other is not field]
    assert [o.read(after, after.notice) for o in others] == [o.read(draft, draft.notice) for o in others]


def test_issuers_sign_the_notice():
    field = next(field for field in FIELDS if field.name == "issuers")
    after = field.write(small_draft(), small_draft().notice, "甲局、乙局")
    assert after.issuers == after.notice.signature == ("甲局", "乙局")


@pytest.mark.parametrize("words", ["2026年1月20日", "2026-01-20", " 2026.1.20 ", "2026/1/20"])
def test_dates_are_read_as_people_write_them(words):
    assert parsed_date(words) == date(2026, 1, 20)


@pytest.mark.parametrize("words", ["2026年2月30日", "明天", "2026年1月"])
def test_what_is_no_date_is_refused_with_the_right_form(words):
    with pytest.raises(WrongValue, match="2026年1月20日"):
        parsed_date(words)


def test_no_date_is_no_date():
    assert parsed_date(" ") is None
    assert date_words(None) == ""


def test_the_folded_form_says_who_and_what():
    assert summary(small_draft()) == "示例市人民政府办公室　关于印发的通知"
    assert "还没有印发通知" in summary(Measure())


def field(name):
    return next(field for field in FIELDS if field.name == name)


def test_a_field_emptied_again_holds_nothing():
    for one in FIELDS:
        if not one.choices:
            draft = small_draft()
            filled = one.write(draft, draft.notice, VALUES[one.name])
            after = one.write(filled, filled.notice, "")
            assert one.read(after, after.notice) == ""


@pytest.mark.parametrize("words", ["12", "0000123", "甲00012"])
def test_a_copy_number_has_six_digits(words):
    with pytest.raises(WrongValue, match="6 位"):
        field("copy_number").write(small_draft(), Notice(), words)


@pytest.mark.parametrize("words", ["机密", "机密★1年", "绝密★30年", "秘密★6个月", "机密★长期", "机密*1年"])
def test_secrecy_is_a_grade_with_or_without_its_period(words):
    after = field("secrecy").write(small_draft(), Notice(), words)
    assert after.notice.secrecy == words.replace("*", "★")


@pytest.mark.parametrize("words", ["内部", "机密1年", "机密★一年", "机密★"])
def test_what_is_no_secrecy_is_refused_with_the_right_form(words):
    with pytest.raises(WrongValue, match="机密★1年"):
        field("secrecy").write(small_draft(), Notice(), words)


def test_attendance_stands_in_the_order_of_minutes_and_other_roles_stay():
    draft = small_draft()
    notice = Notice(attendance=(Attendance("记录", "钱七"),))
    for name, words in (("listening", "赵六"), ("present", "张三"), ("excused", "王五")):
        notice = field(name).write(draft, notice, words).notice
    assert [group.role for group in notice.attendance] == ["出席", "请假", "列席", "记录"]


def test_fields_of_one_format_are_asked_for_only_there():
    assert not field("present").applies(Notice())
    assert field("present").applies(Notice(page_form=PageForm.MINUTES))
    assert not field("posts").applies(Notice(sealing=Sealing.SEAL))
    assert field("posts").applies(Notice(sealing=Sealing.STAMP))


def test_a_field_is_used_once_it_holds_something_else_than_from_the_start():
    draft = small_draft()
    assert [one.name for one in FIELDS if one.rare and is_used(one, draft, draft.notice)] == []
    after = field("sealing").write(draft, draft.notice, "加盖印章")
    assert is_used(field("sealing"), after, after.notice)
