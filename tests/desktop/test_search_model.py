"""The rows of an answer: hits, and the groups that say why they are there."""

import pytest
from PySide6.QtCore import Qt

from chengwen_desktop.search.delegate import source_words
from chengwen_desktop.search.finder import place_words
from chengwen_desktop.search.model import HIT, Group, HitModel, rows
from chengwen_index.search import Answer, Hit


def hit(eid: str, group: str = "all", words: tuple[str, ...] = (), **other) -> Hit:
    values = {
        "measure_id": "/akn/x",
        "eid": eid,
        "region": "鄂州市",
        "doc_type": None,
        "title": "若干措施",
        "doc_number": None,
        "date": None,
        "path": ("二、", "（八）"),
        "heading": "支持融资",
        "text": "支持。",
        "snippet": "支持。",
        "marks": (),
        "heading_marks": (),
        "score": 1.0,
        "kind": "numbered",
        "topics": (),
        "status": "未核实",
    }
    return Hit(**{**values, **other}, group=group, words=words)


def answer(*hits: Hit) -> Answer:
    return Answer("x", len(hits), 0.1, hits, {})


def test_hits_that_all_have_everything_stand_without_groups():
    assert rows(answer(hit("a"), hit("b"))) == [hit("a"), hit("b")]


def test_each_reason_has_one_group_in_the_order_of_its_best_hit():
    found = [hit("a"), hit("b", "partial", ("融资",)), hit("c", "partial", ("补偿",)), hit("d", "partial", ("融资",))]
    listed = [row.words if isinstance(row, Group) else row.eid for row in rows(answer(*found))]
    assert listed == ["要找的词都有", "a", "只有“融资”", "b", "d", "只有“补偿”", "c"]


def test_parts_of_a_word_that_was_found_whole_are_not_named():
    group = rows(answer(hit("a", "partial", ("质押融资", "质押", "融资"))))[0]
    assert (group.words, group.count) == ("只有“质押融资”", "1 条")


@pytest.fixture
def model(qapp, qtmodeltester):
    made = HitModel()
    made.show_answer(answer(hit("a"), hit("b", "partial", ("融资",))))
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
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "要找的词都有，1 条"
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "支持融资，鄂州二、（八），支持。"


def test_the_source_is_short_in_the_list():
    assert source_words(hit("a", doc_number="鄂州市监〔2024〕35号")) == "鄂州（八）　鄂州市监〔2024〕35号"
    assert source_words(hit("a", region="东莞市", path=("三、", "11."))) == "东莞 11.　若干措施"
    assert place_words(hit("preamble", kind="preamble", path=())) == "引言"
