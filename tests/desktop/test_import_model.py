"""A reading under review, without the window: corrections, their undo, figures, doubts and metadata."""

import pytest

from chengwen_desktop.draft.notice_fields import WrongValue
from chengwen_desktop.importing import model
from chengwen_desktop.importing.doubts import doubts
from chengwen_desktop.importing.fields import FIELDS
from chengwen_desktop.importing.model import NotPossible, Review
from chengwen_desktop.importing.nodes import Node, Part
from chengwen_desktop.importing.source import Source, load_source, pasted_source
from chengwen_library.errors import UnreadableFile
from chengwen_library.model import Form, Status
from chengwen_library.reading.report import Dropped
from chengwen_library.reading.source import segments
from material import NAMES, seed
from scoring import CORPUS, labels

TEXT = """首页 > 政策
示例市促进转化若干措施
为促进转化，制定本措施。
一、任务
（一）建平台。支持建设平台。
联系方式见网站。
（二）育企业。支持培育企业。给予奖励。
强化保障
（三）强机制。支持完善机制。
三、附则
本措施自印发之日起施行。
点此分享
"""


@pytest.fixture
def review() -> Review:
    return model.begin(pasted_source(TEXT))


def outline(review: Review) -> list[str]:
    return [f"{unit.num}{unit.heading or unit.text}" for unit in review.measure(0).walk()]


def test_the_characters_of_the_source_are_those_taken_in_and_those_left_out(review):
    figures = review.figures
    assert figures.add_up
    assert (figures.source, figures.lost, figures.added) == (figures.kept + figures.dropped, 0, 0)
    assert figures.dropped == len("首页>政策点此分享")


@pytest.mark.parametrize("name", NAMES)
def test_no_character_of_the_five_measures_is_lost(name):
    assert model.begin(load_source(seed(name))).figures.add_up


def test_no_character_of_the_practice_corpus_is_lost():
    labels()
    files = [path for path in sorted(CORPUS.iterdir()) if path.suffix in (".txt", ".html")]
    assert len(files) >= 10
    assert [path.name for path in files if not model.begin(load_source(path)).figures.add_up] == []


def test_every_piece_of_the_source_leads_to_its_row_or_says_why_it_was_left_out(review):
    assert {place: stretch.reason for place, stretch in review.places.left_out.items()} == {
        (1, 0): "网页导航",
        (12, 0): "正文之后的网页文字",
    }
    assert review.places.nodes[2, 0] == Node(0, Part.TITLE)
    assert review.places.nodes[3, 0] == Node(0, Part.PREAMBLE)
    assert review.places.first(Node(0, Part.UNIT, "dvs_1")) == (4, 0)
    assert set(review.places.order) == set(review.places.nodes) | set(review.places.left_out)


def test_a_unit_goes_down_and_up_again(review):
    down = model.shifted(review, (7, 0), 1)
    assert [unit.form for unit in down.measure(0).walk() if unit.heading == "育企业"] == [Form.THIRD]
    up = model.shifted(down, (7, 0), -1)
    assert up.readings == review.readings
    assert model.shifted(review, (7, 0), -1).measure(0).units[1].heading == "育企业"


def test_a_paragraph_goes_up_to_a_unit_with_the_next_number(review):
    assert "强化保障" in outline(model.without_number(review, (8, 0)))
    raised = model.shifted(model.without_number(review, (8, 0)), (8, 0), -1)
    assert "（三）强化保障" in outline(raised)


def test_a_line_above_the_first_unit_can_become_one(review):
    raised = model.shifted(review, (3, 0), -1)
    assert raised.measure(0).units[0].text.startswith("为促进转化")
    assert raised.figures.add_up


def test_the_ends_of_the_levels_are_told(review):
    with pytest.raises(NotPossible, match="最高一级"):
        model.shifted(review, (4, 0), -1)
    with pytest.raises(NotPossible, match="最低一级"):
        model.shifted(review, (6, 0), 1)
    with pytest.raises(NotPossible, match="略去"):
        model.shifted(review, (1, 0), 1)


def test_a_unit_is_split_and_joined_again(review):
    place = (7, len("（二）育企业。支持培育企业。"))
    cut = model.split(review, place)
    assert "（三）给予奖励" in "".join(outline(cut))
    assert cut.places.at((7, place[1] + 2)) == place
    assert model.joined(cut, place).readings == review.readings


@pytest.mark.parametrize("place", [(7, 0), (7, 100), (99, 3)])
def test_only_the_inside_of_a_line_can_be_split(review, place):
    with pytest.raises(NotPossible, match=r"光标|开头"):
        model.split(review, place)


def test_a_line_is_joined_to_the_one_before(review):
    joined = model.joined(review, (6, 0))
    assert joined.measure(0).units[0].children[0].text == "支持建设平台。联系方式见网站。"
    numbered = model.joined(review, (7, 0))
    assert "（二）育企业" not in [line[:6] for line in outline(numbered)][:3]
    assert numbered.figures.add_up
    with pytest.raises(NotPossible, match="略去"):
        model.joined(review, (2, 0))


def test_a_line_is_left_out_and_wanted_back(review):
    without = model.dropped(review, (6, 0))
    assert "联系方式" not in str(without.measure(0))
    assert without.places.left_out[6, 0].reason == "标为无关"
    assert without.figures.add_up
    assert model.restored(without, (6, 0)).readings == review.readings
    back = model.restored(review, (12, 0))
    assert "点此分享" in str(back.measure(0))
    assert back.figures.dropped == len("首页>政策")


def test_a_piece_of_a_line_is_left_out_alone(review):
    place = (7, len("（二）育企业。支持培育企业。"))
    without = model.dropped(model.split(review, place), place)
    assert "给予奖励" not in str(without.measure(0))
    assert "支持培育企业" in str(without.measure(0))
    assert without.figures.add_up


def test_what_a_reader_of_a_format_left_out_can_be_wanted_back():
    source = Source("页.html", ".html", b"", tuple(segments(TEXT)[1:]), (Dropped(1, None, "首页 > 政策", "导航"),))
    review = model.begin(source)
    assert review.places.left_out[1, 0].reason == "导航"
    assert review.figures.add_up
    back = model.restored(review, (1, 0))
    assert back.figures.add_up
    assert (1, 0) in back.places.nodes


def test_the_last_measure_cannot_be_left_out():
    review = model.begin(pasted_source("示例市若干措施\n一、任务。支持建设。"))
    with pytest.raises(UnreadableFile):
        model.dropped(model.dropped(review, (1, 0)), (2, 0))


def test_every_change_can_be_undone_and_made_again(review):
    steps = [review]
    steps.append(model.shifted(steps[-1], (7, 0), 1))
    steps.append(model.dropped(steps[-1], (6, 0)))
    steps.append(model.overridden(steps[-1], 0, "填写标题", {"title": "新"}))
    assert not review.is_changed
    assert all(step.is_changed for step in steps[1:])
    now = steps[-1]
    for earlier in reversed(steps[:-1]):
        now = model.undone(now)
        assert (now.readings, now.state) == (earlier.readings, earlier.state)
    assert model.undone(now) is now
    for later in steps[1:]:
        now = model.redone(now)
        assert (now.readings, now.state) == (later.readings, later.state)
    assert model.redone(now) is now


def test_typing_in_one_field_is_one_step(review):
    first = model.overridden(review, 0, "填写标题", {"title": "新"})
    second = model.overridden(first, 0, "填写标题", {"title": "新的"}, merge=True)
    assert second.measure(0).title == "新的"
    assert model.undone(second).measure(0).title == review.measure(0).title


def test_metadata_is_mended_and_the_identity_follows(review):
    assert review.measure(0).status is Status.UNVERIFIED
    parse = {field.name: field.parse for field in FIELDS}
    values = {
        **parse["doc_number"]("示科发 [2026] 12 号"),
        **parse["issue_date"]("2024-8-9"),
        **parse["region"]("鄂州"),
        **parse["issuers"]("鄂州市人民政府、鄂州市科学技术局"),
        **parse["status"]("现行有效"),
    }
    measure = model.overridden(review, 0, "填写", values).measure(0)
    assert (measure.doc_number, measure.region_code) == ("示科发〔2026〕12号", "4207")
    assert measure.issuers == ("鄂州市人民政府", "鄂州市科学技术局")
    assert measure.status is Status.IN_FORCE
    assert measure.id.startswith("/akn/cn-4207/act/2024-08-09/2026-12-")


@pytest.mark.parametrize(
    ("name", "words"),
    [("issue_date", "明天"), ("issue_date", "2999年1月1日"), ("region", "大荒山"), ("doc_number", "无")],
)
def test_words_that_cannot_stand_in_a_field_are_refused(name, words):
    field = next(field for field in FIELDS if field.name == name)
    with pytest.raises(WrongValue):
        field.parse(words)


def test_doubts_come_in_the_order_of_the_text_with_what_may_be_done():
    review = model.begin(load_source(seed("guangxi.txt")))
    found = doubts(review)
    assert [(doubt.lines, doubt.deed) for doubt in found] == [
        ((27,), "不补编号"),
        ((39,), "不补编号"),
        ((9, 11), ""),
        ((5,), "填为成文日期"),
        ((7,), "填为发文机关"),
    ]
    assert review.places.nodes[found[0].place] == found[0].node
    taken = found[3].do(found[4].do(found[0].do(review)))
    assert taken.measure(0).issuers == ("自治区党委办公厅", "自治区政府办公厅")
    assert taken.measure(0).issue_date.isoformat() == "2023-12-27"
    assert [doubt.lines for doubt in doubts(taken)] == [(39,), (51,), (9, 11)]  # 四、 now follows on 二、
