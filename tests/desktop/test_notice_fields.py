"""The fields of the notice, read from a draft and written into it."""

from datetime import date

import pytest

from chengwen_desktop.draft.notice_fields import FIELDS, WrongValue, date_words, parsed_date, summary
from chengwen_library.model import Measure
from drafts import small_draft

VALUES = {
    "issuers": "甲局、乙局",
    "doc_number": "示政办发〔2026〕12号",
    "title": "通知",
    "recipients": "各区人民政府",
    "body": "第一段。\n第二段。",
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
