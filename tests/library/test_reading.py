"""The five measures, against what a person counted in their raw texts."""

from collections import Counter
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from chengwen_library.contract import reading_json
from chengwen_library.folding import fold
from chengwen_library.model import Form
from chengwen_library.reading.reader import read_text
from material import NAMES, all_units, expected, read_seed, seed

five = pytest.mark.parametrize("name", NAMES)


def right(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    return reading_json(read_seed(name)), expected(name)


def folded(value: Any) -> Any:
    return fold(value) if isinstance(value, str) else [fold(item) for item in value] if value else value


@five
@pytest.mark.parametrize(
    "field", ["title", "notice_title", "doc_number", "issuers", "issue_date", "doc_type", "recipients", "region"]
)
def test_metadata_is_read_as_a_person_reads_it(name: str, field: str) -> None:
    got, want = right(name)
    assert folded(got[field]) == folded(want.get(field, got[field] if field == "recipients" else None))


@five
def test_units_are_counted_right(name: str) -> None:
    got, want = right(name)
    counts = Counter(unit["form"] for unit in all_units(got["units"]))
    assert {form: counts[form] for form in want["counts"]} == want["counts"]


@five
def test_numbers_run_on_where_the_text_runs_on(name: str) -> None:
    got, want = right(name)
    parents = [{"children": got["units"]}, *all_units(got["units"])]
    for form in ("（一）", "1."):
        groups = [[child["number"] for child in parent["children"] if child["form"] == form] for parent in parents]
        filled = list(filter(None, groups))
        continued = [group for before, group in pairwise(filled) if group[0] == before[-1] + 1]
        assert bool(continued) == (form in want["runs_on"])
        assert all(group == list(range(group[0], group[0] + len(group))) for group in filled)


@five
def test_responsibility_notes_are_found(name: str) -> None:
    got, want = right(name)
    notes = [unit["responsible"] for unit in all_units(got["units"]) if unit["responsible"]]
    assert len(notes) == want["responsible_notes"]
    if "responsible_labels" in want:
        assert Counter(entry["role"] for note in notes for entry in note) == want["responsible_labels"]


@five
def test_targets_are_found(name: str) -> None:
    got, want = right(name)
    texts = [fold(target["text"]) for unit in all_units(got["units"]) for target in unit["targets"]]
    assert [words for words in want.get("targets", []) if not any(fold(words) in text for text in texts)] == []


@five
def test_basis_documents_and_validity_are_read(name: str) -> None:
    got, want = right(name)
    assert got["effective"] == want["effective"]
    if "cites" in want:
        assert [(fold(cite["title"]), cite["number"]) for cite in got["cites"]] == [
            (fold(cite["title"]), cite["number"]) for cite in want["cites"]
        ]


@five
def test_web_page_furniture_stays_out(name: str) -> None:
    got, want = right(name)
    kept = fold(f"{got['title']}{got['units']}{got['preamble']}{got['closing']}")
    assert [words for words in want.get("must_drop", []) if fold(words) in kept] == []


@five
def test_headings_of_the_first_level(name: str) -> None:
    got, want = right(name)
    headings = [unit["heading"] for unit in got["units"]]
    assert all(headings)
    assert folded(headings) == folded(want.get("headings", headings))


@five
def test_no_word_is_lost_or_added(name: str) -> None:
    got = reading_json(read_seed(name))
    notice = got["notice"] or {"body": "", "signature": [], "date_text": None, "copies": None, "note": None}
    parts = [got[field] for field in ("title", "notice_title", "doc_number", "recipients", "preamble", "closing")]
    parts += [notice["body"], *notice["signature"], notice["date_text"], notice["copies"], notice["note"]]
    for unit in all_units(got["units"]):
        parts += [unit[field] for field in ("heading", "heading_mark", "text", "intro", "wrap_up")]
        parts += [] if unit["implied"] else [unit["num"]]
    parts += [dropped["text"] for dropped in got["dropped"]]
    source = fold(seed(name).read_text(encoding="utf-8"))
    assert Counter(fold("".join(filter(None, parts)))) == Counter(source)


@five
def test_every_dropped_line_has_a_reason(name: str) -> None:
    assert all(dropped.reason and dropped.text for dropped in read_seed(name).dropped)


def test_lost_numbers_are_restored_with_a_warning() -> None:
    reading = read_seed("guangxi.txt")
    implied = [unit.num for unit in reading.measure.walk() if unit.implied]
    assert implied == ["二、", "三、"]
    assert [warning.code for warning in reading.warnings] == ["number.missing", "number.missing"]


def test_a_missing_title_is_not_invented() -> None:
    reading = read_seed("chengdu.txt")
    assert reading.measure.title is None
    assert "title.missing" in {warning.code for warning in reading.warnings}


NOTICE = """示例市市场监督管理局关于印发《示例市促进知识产权转化运用若干措施》的通知

各区人民政府，市政府各部门：
现将《示例市促进知识产权转化运用若干措施》印发给你们，请认真贯彻执行。

示例市市场监督管理局
{date}

示例市促进知识产权转化运用若干措施
一、提升创造质量
(一).培育高价值专利。支持企业建立专利培育中心。
（二）、开展专利导航。每年不少于10项。
"""


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024年8月9日", date(2024, 8, 9)),
        ("二〇二四年八月九日", date(2024, 8, 9)),
        ("二○一〇年十二月三十一日", date(2010, 12, 31)),
        ("一九九八年十月二十日", date(1998, 10, 20)),
        ("2024年2月30日", None),
    ],
)
def test_a_date_is_taken_as_it_is_written_even_if_no_calendar_has_it(written: str, day: date | None) -> None:
    (reading,) = read_text(NOTICE.format(date=written), "n.txt")
    measure = reading.measure
    assert (measure.notice.date_text, measure.issue_date) == (written, day)


@pytest.mark.parametrize("written", ["2024年8月9日", "2024年2月30日", "二〇二四年八月九日"])
def test_a_date_without_an_organ_ends_the_text_too(written: str) -> None:
    (reading,) = read_text(f"关于促进专利转化的若干措施\n一、甲。乙。\n二、其他。执行。\n{written}", "n.txt")
    assert (reading.measure.notice.date_text, [unit.text for unit in reading.measure.walk()][-1]) == (written, "执行。")


def test_a_stop_behind_the_brackets_belongs_to_the_number_and_not_to_the_heading() -> None:
    (reading,) = read_text(NOTICE.format(date="2024年8月9日"), "n.txt")
    units = [unit for unit in reading.measure.walk() if unit.form is Form.SECOND]
    assert [(unit.num, unit.heading) for unit in units] == [
        ("（一）。", "培育高价值专利"),
        ("（二）、", "开展专利导航"),
    ]


def test_unnumbered_principles_are_paragraphs() -> None:
    principles = next(unit for unit in read_seed("chengdu.txt").measure.walk() if unit.heading == "基本原则")
    assert [child.form.value for child in principles.children] == ["款", "款", "款"]
    assert principles.children[0].text.startswith("需求导向，精准施策。")


def test_standard_codes_stay_as_they_are() -> None:
    texts = "".join(unit.text for unit in read_seed("guangxi.txt").measure.walk())
    assert "《企业知识产权合规管理体系要求（GB/T29490—2023）》" in texts


SHORT = """示例市促进专利转化若干措施

为促进专利转化，制定本措施。
一、支持范围
在示例市注册的企业。
二、支持方式
（一）奖励。给予最高50万元奖励。
（二）贴息。按规定贴息。
（责任单位：市科技局）
三、附则
本措施自2026年3月1日起施行，有效期3年。

示例市科学技术局
2026年1月20日
"""


def test_a_sole_paragraph_is_text_and_a_note_behind_units_is_the_wrap_up() -> None:
    (reading,) = read_text(SHORT, "short.txt")
    scope, means, final = reading.measure.units
    assert scope.text == "在示例市注册的企业。"
    assert means.wrap_up is None
    assert [child.heading for child in means.children] == ["奖励", "贴息"]
    assert means.children[1].text.endswith("（责任单位：市科技局）") or means.children[1].children
    assert final.heading == "附则"
    assert reading.measure.effective.start == "2026-03-01"
    assert reading.measure.effective.years == 3


def test_a_text_without_a_measure_is_refused() -> None:
    from chengwen_library.errors import UnreadableFile

    with pytest.raises(UnreadableFile, match="没有找到措施的正文"):
        read_text("首页 > 资讯\n", "page.txt")
