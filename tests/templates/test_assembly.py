from datetime import date
from pathlib import Path

import pytest

from chengwen_library.akn.read import parse_measure
from chengwen_library.akn.schema import schema_errors
from chengwen_library.akn.write import render_measure
from chengwen_library.errors import ChengwenError, InvalidAnswers, NotInLibrary
from chengwen_library.library import Library
from chengwen_library.model import Citation, Form, Measure, Validity
from chengwen_library.places import body
from chengwen_templates.adopting import open_points
from chengwen_templates.answers import parse_answers
from chengwen_templates.answers_kept import answers_of, render_answers
from chengwen_templates.assembly import Assembled, assemble, assemble_for, find_in_measure, find_measure
from chengwen_templates.office import Office, Organ
from chengwen_templates.sample import sample_draft
from chengwen_templates.template import find_template

DAY = date(2026, 1, 20)

HEAD = """
[measure]
region = "示例市"
matter = "促进专利转化"
aim = "促进专利转化"
parts = ["提升创造质量", "强化保障"]
"""

EZHOU_ONE = """
[[clauses]]
measure = "鄂州市监〔2024〕35号"
eid = "（一）"
under = "提升创造质量"
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Measure, ...]:
    library = Library(tmp_path_factory.mktemp("library") / "library")
    library.fill()
    return library.measures()


def assembled(answers: str, library: tuple[Measure, ...]) -> Measure:
    return assemble(find_template("若干措施", "measure"), parse_answers(answers, "answers.toml"), library, DAY)


def test_the_sample_takes_clauses_from_all_five_measures(library: tuple[Measure, ...]) -> None:
    draft = sample_draft(library, DAY)
    taken = [unit.provenance[0] for unit in draft.walk() if unit.provenance]
    assert len(taken) >= 12
    assert {source.measure for source in taken} == {measure.id for measure in library}
    numbers = [unit.number for unit in draft.walk() if unit.num.startswith("（")]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_sample_is_a_valid_file_that_reads_back(library: tuple[Measure, ...]) -> None:
    draft = sample_draft(library, DAY)
    content = render_measure(draft)
    assert schema_errors(content) == []
    assert parse_measure(content, "sample.akn") == draft


def test_title_preamble_and_closing_come_from_the_template(library: tuple[Measure, ...]) -> None:
    draft = sample_draft(library, DAY)
    assert draft.title == "示例市促进知识产权转化运用若干措施"
    assert (draft.preamble or "").endswith("结合我市实际，制定本措施。")
    assert draft.closing == "本措施自印发之日起施行，有效期5年。"
    assert draft.effective == Validity("自印发之日起", 5)
    assert draft.cites == (
        Citation("国务院办公厅关于印发〈专利转化运用专项行动方案（2023-2025年）〉的通知", "国办发〔2023〕37号"),
    )


def test_the_notice_issues_the_measure(library: tuple[Measure, ...]) -> None:
    draft = sample_draft(library, DAY)
    notice = draft.notice
    assert notice is not None
    assert notice.title == "示例市人民政府办公室关于印发《示例市促进知识产权转化运用若干措施》的通知"
    assert notice.body == (
        "《示例市促进知识产权转化运用若干措施》已经市人民政府同意，现印发给你们，请结合实际认真贯彻落实。",
    )
    assert (notice.signature, notice.date_text) == (("示例市人民政府办公室",), "2026年1月20日")
    assert draft.doc_number == "示政办发〔2026〕12号"


def test_a_joint_notice_names_all_organs(library: tuple[Measure, ...]) -> None:
    notice = """
[notice]
template = "印发通知"
issuers = ["示例市市场监督管理局", "示例市科学技术局"]
recipients = "各区市场监督管理局"
"""
    draft = assembled(HEAD + notice, library)
    assert draft.issuers == ("示例市市场监督管理局", "示例市科学技术局")
    assert draft.notice is not None
    assert (draft.notice.title or "").startswith("示例市市场监督管理局 示例市科学技术局关于印发")
    assert draft.notice.body[0].startswith("现将《示例市促进专利转化若干措施》印发给你们")
    assert draft.notice.date_text is None


def test_without_a_notice_there_is_only_the_measure(library: tuple[Measure, ...]) -> None:
    draft = assembled(HEAD + EZHOU_ONE, library)
    assert draft.notice is None
    assert draft.issuers == ()


def test_every_clause_knows_where_it_came_from(library: tuple[Measure, ...]) -> None:
    (unit,) = assembled(HEAD + EZHOU_ONE, library).units[0].children
    (source,) = unit.provenance
    assert (source.region, source.doc_number, source.path, source.taken) == (
        "鄂州市", "鄂州市监〔2024〕35号", ("一、", "（一）"), DAY,
    )  # fmt: skip
    assert source.original == body(unit)


def test_the_regions_name_stays_unless_the_person_says_so(library: tuple[Measure, ...]) -> None:
    clause = '[[clauses]]\nmeasure = "鄂州市监〔2024〕35号"\neid = "（十八）"\nunder = "一、"\n'
    kept = assembled(HEAD + clause, library).units[0].children[0]
    changed = assembled(HEAD + clause + "adapt = true\n", library).units[0].children[0]
    assert "打造鄂州市知识产权服务业集聚区" in kept.text
    assert "打造示例市知识产权服务业集聚区" in changed.text
    assert "鄂州市" in changed.provenance[0].original


def test_own_words_may_be_put_in_place_of_others(library: tuple[Measure, ...]) -> None:
    clause = EZHOU_ONE + 'adapt = { "我市" = "全市", "龙头企业" = "骨干企业" }\n'
    (unit,) = assembled(HEAD + clause, library).units[0].children
    assert unit.text.startswith("支持引导全市骨干企业")


OFFICE = Office("示例市", (Organ("示例市人民政府国有资产监督管理委员会", ("市政府国资委",)),))
DONGGUAN_FOUR = """
[[clauses]]
measure = "东莞市落实专利转化运用专项行动工作措施"
eid = "4."
under = "提升创造质量"
"""
CHENGDU_FUNDS = """
[[clauses]]
measure = "成知发〔2024〕3号"
eid = "五、（二）"
under = "强化保障"
"""


def assembled_for_office(answers: str, library: tuple[Measure, ...]) -> Assembled:
    template = find_template("若干措施", "measure")
    return assemble_for(OFFICE, template, parse_answers(answers, "answers.toml"), library, DAY)


def test_organs_take_the_names_of_the_register_and_each_is_told(library: tuple[Measure, ...]) -> None:
    made = assembled_for_office(HEAD + DONGGUAN_FOUR + "adapt = true\n", library)
    unit = made.draft.units[0].children[0]
    assert "市政府国资委" in body(unit)
    assert "市国资委" not in body(unit)
    assert {(one.old, one.new, one.place.wid) for one in made.made} == {("市国资委", "市政府国资委", unit.wid)}


def test_what_was_not_put_in_other_words_is_proposed(library: tuple[Measure, ...]) -> None:
    made = assembled_for_office(HEAD + DONGGUAN_FOUR, library)
    assert made.made == ()
    points = open_points(made.draft, OFFICE)
    assert {(one.old, one.new) for one in points.proposed} == {("市国资委", "市政府国资委")}


def test_amounts_and_years_stay_unless_they_are_to_be_blank(library: tuple[Measure, ...]) -> None:
    draft = assembled(HEAD + CHENGDU_FUNDS, library)
    assert [one.words for one in open_points(draft, OFFICE).kept] == ["50万元", "80万元", "3个年度"]
    assert open_points(draft, OFFICE).blanks == ()


def test_blanks_are_listed_until_they_have_values(library: tuple[Measure, ...]) -> None:
    blank = open_points(assembled(HEAD + CHENGDU_FUNDS + "slots = true\n", library), OFFICE)
    assert (blank.kept, [one.words for one in blank.blanks]) == ((), ["【填写金额】", "【填写金额】", "【填写期限】"])
    given = 'slots = { "50万元" = "20万元", "80万元" = "" }\n'
    some = assembled(HEAD + CHENGDU_FUNDS + given, library)
    assert "20万元、【填写金额】" in body(some.units[1].children[0])
    assert [one.words for one in open_points(some, OFFICE).blanks] == ["【填写金额】", "【填写期限】"]


def test_a_clause_may_find_its_place_by_its_topic(library: tuple[Measure, ...]) -> None:
    by_topic = CHENGDU_FUNDS.replace('under = "强化保障"', 'place = "topic"')
    draft = assembled(HEAD + by_topic + EZHOU_ONE.replace('under = "提升创造质量"', 'place = "topic"'), library)
    assert [[unit.heading for unit in part.children] for part in draft.units] == [
        ["构建科技创新知识产权高质量创造机制"],
        ["加强资金保障"],
    ]


def test_place_and_slots_stay_with_the_draft(library: tuple[Measure, ...]) -> None:
    by_topic = CHENGDU_FUNDS.replace('under = "强化保障"', 'place = "topic"\nslots = { "50万元" = "20万元" }')
    answers = parse_answers(HEAD + by_topic, "answers.toml")
    assert answers_of(assembled(HEAD + by_topic, library)) == answers
    assert parse_answers(render_answers(answers), "answers.toml") == answers


def test_clauses_of_the_drafters_own_words_have_no_source(library: tuple[Measure, ...]) -> None:
    own = '[[clauses]]\nheading = "加强领导"\ntext = "抓好落实。"\nunder = "强化保障"\n'
    (unit,) = assembled(HEAD + own, library).units[1].children
    assert (unit.num, unit.heading, unit.text, unit.provenance) == ("（一）", "加强领导", "抓好落实。", ())


@pytest.mark.parametrize("key", ["id", "number", "title"])
def test_a_measure_is_named_by_id_number_or_title(library: tuple[Measure, ...], key: str) -> None:
    ezhou = next(measure for measure in library if measure.region == "鄂州市")
    names = {
        "id": ezhou.id,
        "number": "鄂州市监（2024）35号".replace("（", "〔").replace("）", "〕"),
        "title": ezhou.title or "",
    }
    assert find_measure(library, names[key]) == ezhou


def test_a_clause_is_named_by_eid_or_by_its_printed_marks(library: tuple[Measure, ...]) -> None:
    chengdu = next(measure for measure in library if measure.region == "成都市")
    by_marks = find_in_measure(chengdu, "三、(一)1.")
    assert by_marks.heading == "推进实施专利导航"
    assert find_in_measure(chengdu, by_marks.eid) == by_marks


def test_marks_that_fit_several_clauses_are_refused(library: tuple[Measure, ...]) -> None:
    chengdu = next(measure for measure in library if measure.region == "成都市")
    with pytest.raises(NotInLibrary, match="请从第一层写起"):
        find_in_measure(chengdu, "（二）")


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ("not toml", "不是正确的 TOML"),
        ("[other]\n", "没有“other”这一节"),
        (HEAD.replace('region = "示例市"\n', ""), "“地区”（region）还没有填"),
        (HEAD + 'colour = "red"\n', "没有“colour”这个字段"),
        (HEAD + 'valid_years = "五"\n', "应当是整数"),
        (HEAD.replace('["提升创造质量", "强化保障"]', '"一部分"'), "应当是几行文字"),
        (HEAD + "[[clauses]]\nunder = 1\n", "应当是文字"),
        (HEAD + '[[clauses]]\nunder = "一、"\n', "要么写 measure 和 eid，要么写 text"),
        (HEAD + EZHOU_ONE.replace("提升创造质量", "没有的部分"), "没有“没有的部分”这一部分"),
        (HEAD + EZHOU_ONE.replace("35号", "99号"), "条款库里没有"),
        (HEAD + EZHOU_ONE.replace("（一）", "（九十）"), "没有“（九十）”这一条"),
        (HEAD + '[notice]\nissuers = ["某局"]\n', "要用 template 写明"),
        (HEAD + '[notice]\ntemplate = "没有"\n', "没有叫“没有”的模板"),
        (
            HEAD + '[notice]\ntemplate = "印发通知"\nissuers = ["某局"]\nrecipients = "各区"\nissue_date = "昨天"\n',
            "应当是日期",
        ),
        (HEAD + EZHOU_ONE + "adapt = 3\n", "adapt 应当是"),
        (HEAD + EZHOU_ONE + 'adapt = { "我市" = 3 }\n', "adapt 应当是"),
        (HEAD + EZHOU_ONE + "slots = 3\n", "slots 应当是"),
        (HEAD + EZHOU_ONE + 'place = "topic"\n', "不同时写 under"),
        (HEAD + EZHOU_ONE.replace("under", "place"), "place 只能写 topic"),
    ],
)
def test_wrong_answers_are_told_in_one_line(library: tuple[Measure, ...], answers: str, message: str) -> None:
    with pytest.raises(ChengwenError, match=message) as caught:
        assembled(answers, library)
    assert "\n" not in str(caught.value)


def test_an_unknown_region_has_no_code(library: tuple[Measure, ...]) -> None:
    draft = assembled(HEAD, library)
    assert (draft.region, draft.region_code) == ("示例市", None)


def test_answers_need_a_part_to_stand_under(library: tuple[Measure, ...]) -> None:
    with pytest.raises(InvalidAnswers):
        assembled(HEAD + EZHOU_ONE.replace('"提升创造质量"', '"（九）"'), library)


def test_the_answers_stay_with_the_draft(library: tuple[Measure, ...], tmp_path: Path) -> None:
    draft = assembled(HEAD, library)
    assert draft.drafting is not None
    assert draft.drafting.template == "several-measures"
    assert '"region": "示例市"' in draft.drafting.answers


ARTICLES = """
[measure]
region = "示例市"
matter = "专项资金"
aim = "规范资金管理"
definition = "本办法适用于专项资金。\\n其他资金不适用本办法。"
[[measure.articles]]
part = "使用"
text = "资金每年安排一次。市财政局应当按时拨付。"
[[measure.articles]]
text = "资金专款专用。\\n（一）不得挪用；\\n（二）不得截留。"
[[measure.articles]]
text = "适用范围"
"""


def test_the_first_sentence_of_an_article_is_no_heading(library: tuple[Measure, ...]) -> None:
    template = find_template("管理办法", "measure")
    draft = assemble(template, parse_answers(ARTICLES, "answers.toml"), library, DAY)
    general, rules = draft.units[0].children, draft.units[1].children
    assert [unit.text for unit in general[1].children] == ["本办法适用于专项资金。", "其他资金不适用本办法。"]
    assert [unit.form for unit in general[1].children] == [Form.PARAGRAPH, Form.PARAGRAPH]
    assert (rules[0].heading, rules[0].text) == (None, "资金每年安排一次。市财政局应当按时拨付。")
    assert (rules[1].heading, rules[1].intro) == (None, "资金专款专用。")
    assert [unit.text for unit in rules[1].children] == ["不得挪用；", "不得截留。"]
    assert rules[2].heading == "适用范围"
    assert len({unit.wid for unit in draft.walk()}) == len(list(draft.walk()))


def test_clauses_of_the_library_become_articles_of_a_chapter(library: tuple[Measure, ...]) -> None:
    wanted = '[[clauses]]\nmeasure = "鄂州市监〔2024〕35号"\neid = "（一）"\nunder = "使用"\n'
    draft = assemble(find_template("管理办法", "measure"), parse_answers(ARTICLES + wanted, "a.toml"), library, DAY)
    taken = next(unit for unit in draft.walk() if unit.provenance)
    assert (taken.form, taken.num) == (Form.ARTICLE, "第六条")
    assert draft.units[-1].children[-1].num == "第七条"


def test_a_draft_keeps_its_answers_whole(library: tuple[Measure, ...]) -> None:
    answers = parse_answers(HEAD + EZHOU_ONE, "answers.toml")
    assert answers_of(assembled(HEAD + EZHOU_ONE, library)) == answers
