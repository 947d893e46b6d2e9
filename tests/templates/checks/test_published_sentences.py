"""公平竞争, 合法性, 减负 and 用词 on documents as published: every finding was looked at by hand."""

from pathlib import Path

import pytest
import tomli

from chengwen_library.model import Form, Measure, Unit
from chengwen_library.reading.reader import read_file
from material import SEEDS, shipped_measures
from rule_cases import CASES, findings

CORPUS = SEEDS.parent / "corpus"
FAMILIES = ("fair", "review", "burden", "wording")
LISTED = tomli.loads((CASES / "published_sentences.toml").read_text(encoding="utf-8"))


def found(measure: Measure) -> list[list[str]]:
    return sorted([one.rule.id, one.text] for family in FAMILIES for one in findings(family, measure))


def listed(name: str) -> list[list[str]]:
    return sorted(entry[:2] for entry in LISTED.get(name, {}).get("true", []))


def corpus_texts() -> list[Path]:
    return sorted(CORPUS.glob("*.txt"))


def test_the_measures_that_ship_have_the_listed_findings_and_no_others(tmp_path):
    shipped = shipped_measures(tmp_path)
    assert {measure.id: found(measure) for measure in shipped} == {
        measure.id: listed(measure.title or "") for measure in shipped
    }


def test_the_corpus_has_the_listed_findings_and_no_others():
    if not CORPUS.is_dir():
        pytest.skip("needs the raw texts (../shared/corpus)")
    read = [(path.stem, one.measure) for path in corpus_texts() for one in read_file(path)]
    named = [(measure.title or name, measure) for name, measure in read]
    assert {name: found(measure) for name, measure in named} == {name: listed(name) for name, _ in named}


def test_an_item_of_a_list_is_read_with_what_leads_to_it():
    items = (Unit("i", Form.SECOND, num="（一）", number=1, text="在本市登记注册，具有独立法人资格；"),)
    rewarded = Unit("a", Form.ARTICLE, num="第一条", number=1, intro="申请奖励的企业应当符合下列条件：", children=items)
    forbidden = Unit("a", Form.ARTICLE, num="第一条", number=1, intro="奖励不得规定下列条件：", children=items)
    assert [one.rule.id for one in findings("fair", Measure(units=(rewarded,)))] == ["fair.10-2"]
    assert findings("fair", Measure(units=(forbidden,))) == []


@pytest.mark.parametrize("name", ["黄石", "黄石市", "本市"])
def test_the_own_place_by_its_name_is_the_own_place(name):
    text = f"同等条件下优先选用{name}企业生产的产品。"
    unit = Unit("a", Form.FIRST, num="一、", number=1, text=text)
    (one,) = findings("fair", Measure(region="黄石市", units=(unit,)))
    assert (one.rule.id, one.text) == ("fair.9-1", f"优先选用{name}企业生产的产品")
    assert findings("fair", Measure(region="鄂州市", units=(unit,))) == [one] * (name == "本市")


@pytest.mark.parametrize("text", ["优先使用黄石市大数据中心平台的产品。", "支持黄石造产品，鼓励使用黄石制造品牌。"])
def test_a_body_named_after_the_place_is_not_the_place(text):
    unit = Unit("a", Form.FIRST, num="一、", number=1, text=text)
    assert findings("fair", Measure(region="黄石市", units=(unit,))) == []


def test_titles_of_documents_are_not_looked_at():
    text = "落实《关于对迁出本区的企业收回奖励资金的规定》有关要求。"
    unit = Unit("a", Form.ARTICLE, num="第一条", number=1, text=text)
    assert [findings(family, Measure(units=(unit,))) for family in FAMILIES] == [[], [], [], []]


def test_a_finding_says_the_words_and_asks_for_the_exception():
    text = "加强管理。企业需将注册地迁入本区，方可享受奖励。"
    (one,) = findings("fair", Measure(units=(Unit("a", Form.FIRST, num="一、", number=1, text=text),)))
    assert one.span is not None
    assert text[slice(*one.span)] == one.text
    assert one.text in one.message
    assert one.fix is not None
    assert "第十二条" in (one.fix.text or "")


def test_what_a_statute_should_say_is_not_asked_of_a_plan():
    unit = Unit("a", Form.FIRST, num="一、", number=1, text="各部门必须高度重视，严禁推诿。")
    assert findings("wording", Measure(title="示例市促进创新若干措施", units=(unit,))) == []


@pytest.mark.parametrize("rule", ["wording.modal", "wording.conjunction", "wording.bounds"])
def test_mending_leaves_nothing_to_mend(rule):
    for text in tomli.loads((CASES / "wording.toml").read_text(encoding="utf-8"))[rule]["found"]:
        mended = text
        for one in reversed(findings("wording", article_of(text))):
            if one.fix is not None and one.span is not None:
                mended = mended[: one.span[0]] + (one.fix.text or "") + mended[one.span[1] :]
        assert [one for one in findings("wording", article_of(mended)) if one.fix] == []


def article_of(text: str) -> Measure:
    return Measure(title="示例市管理办法", units=(Unit("a", Form.ARTICLE, number=1, text=text),))


def _passed(family: str) -> list[str]:
    table = tomli.loads((CASES / f"{family}.toml").read_text(encoding="utf-8"))
    return [text for sides in table.values() for text in sides["passed"]]
