"""The rows of an answer: hits, and the groups that say why they are there."""

import pytest
from PySide6.QtCore import Qt

from chengwen_desktop.search.delegate import source_words
from chengwen_desktop.search.finder import place_words
from chengwen_desktop.search.held import held
from chengwen_desktop.search.model import HIT, Group, HitModel, rows, share_words, similar_rows
from chengwen_index.comparing.similarity import Relation
from chengwen_index.search import Answer, Hit, SimilarHit
from hits import hit


def answer(*hits: Hit, query: str = "质押融资 补偿") -> Answer:
    return Answer(query, sum(hit.group != "partial" for hit in hits), 0.1, hits, {})


def listed(found: Answer) -> list[str]:
    return [row.words if isinstance(row, Group) else row.hit.eid for row in rows(found)]


def test_hits_with_everything_say_so():
    both = ("质押融资", "补偿")
    assert listed(answer(hit("a", words=both), hit("b", words=both))) == ["含全部词", "a", "b"]
    assert listed(answer(hit("a", words=("补偿",)), query="补偿")) == ["含“补偿”", "a"]
    assert listed(answer(hit("a"), query="地区:东莞")) == ["符合条件", "a"]


def test_more_hits_than_are_listed_are_counted():
    found = Answer("补偿", 1234, 0.1, (hit("a", words=("补偿",)),), {})
    assert rows(found)[0] == Group("含“补偿”", "1,234 条")


def test_each_reason_has_one_group_in_the_order_of_its_best_hit():
    found = [
        hit("a", words=("融资", "补偿")),
        hit("b", "partial", ("融资",)),
        hit("c", "partial", ("补偿",)),
        hit("d", "partial", ("融资",)),
    ]
    assert listed(answer(*found)) == ["含全部词", "a", "含“融资”", "b", "d", "含“补偿”", "c"]


def test_hits_with_whole_words_are_named_and_those_with_bits_of_words_stand_together_behind_them():
    held_by = ["质", "押", "补偿", "融", "质"]
    found = [hit(str(n), "partial", (word,)) for n, word in enumerate(held_by)]
    assert listed(answer(*found)) == ["含“补偿”", "2", "含部分字词", "0", "1", "3", "4"]


def test_many_combinations_are_one_group_that_keeps_the_order():
    held_by = [("甲",), ("乙",), ("甲", "乙"), ("丙",)]
    found = [hit(str(n), "partial", words) for n, words in enumerate(held_by)]
    assert listed(answer(*found, query="甲 乙 丙 丁")) == ["含部分词", "0", "1", "2", "3"]


def test_parts_of_a_word_that_was_found_whole_are_not_named():
    group = rows(answer(hit("a", "partial", ("质押融资", "质押", "融资"))))[0]
    assert (group.words, group.count) == ("含“质押融资”", "1 条")


def test_a_synonym_is_named_and_told_from_what_was_typed():
    found = hit("a", "synonym", ("质押融资", "贴息"), snippet="质押融资贴息", marks=((0, 4), (4, 6)))
    group, row = rows(answer(found))
    assert group.words == "含“贴息”，近义"
    assert row.held.split(found.marks, found.snippet) == (((0, 4),), ((4, 6),))


def test_a_longer_word_around_a_typed_one_and_other_numerals_are_no_synonyms():
    found = hit("a", "synonym", ("质押融资", "知识产权质押融资", "15日"))
    what = held(found, "质押融资 十五日")
    assert (what.whole, what.others) == (("质押融资", "十五日"), ())
    assert what.is_typed("知识产权质押融资")


def test_words_that_run_together_count_as_typed_when_one_of_them_was():
    what = held(hit("a", "partial", ("赋权改革", "长期使用权")), "高校 赋权")
    assert what.whole == ("赋权",)
    assert what.is_typed("赋权改革长期使用权")
    assert not what.is_typed("长期使用权")


def test_a_part_of_a_typed_word_is_no_synonym():
    what = held(hit("a", "partial", ("知识产权质押融资", "质押贷")), "质押融资 风险补偿")
    assert (what.whole, what.others) == (("质押融资",), ("质押贷",))
    assert what.is_typed("融资")
    assert not what.is_typed("质押贷")


def test_clauses_like_a_text_are_listed_with_how_alike_they_are():
    row = similar_rows((SimilarHit(hit("a"), 0.628, ()),))[0]
    assert (row.share, row.relation) == (0.628, Relation.ADAPTED)
    assert share_words(row.relation, row.share) == "改写 62%"


@pytest.fixture
def model(qapp, qtmodeltester):
    made = HitModel()
    made.show_answer(answer(hit("a", words=("质押融资", "补偿")), hit("b", "partial", ("融资",))))
    qtmodeltester.check(made)
    return made


def test_groups_cannot_be_chosen(model):
    assert model.first_hit().row() == 1
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_a_clause_is_found_again_in_another_answer(model):
    assert model.row_of("/akn/x", "b").data(HIT).eid == "b"
    assert not model.row_of("/akn/x", "?").isValid()


def test_rows_are_spoken_with_place_and_words(model):
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "含全部词，1 条"
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "支持融资，鄂州二、（八），支持。"


def test_the_source_is_short_in_the_list():
    assert source_words(hit("a", doc_number="鄂州市监〔2024〕35号")) == "鄂州（八）　鄂州市监〔2024〕35号"
    assert source_words(hit("a", region="东莞市", path=("三、", "11."))) == "东莞 11.　若干措施"
    assert place_words(hit("preamble", kind="preamble", path=())) == "引言"
