"""The one measure of similarity (decisions 12), seen as a person judges clauses."""

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengwen_index.comparing.similarity import (
    ADAPTED_FROM,
    RELATED_FROM,
    Relation,
    most_alike,
    relation,
    same_subject,
    shared_spans,
    similarity,
    words_of,
)
from chengwen_library.clauses import clauses
from chengwen_library.model import ClauseKind
from clause_labels import CITIES, clause_at, five, labels

FINANCE = clause_at("鄂州", "（八）")
TEXTS = st.text(alphabet='知识产权质押融资企业高校应当可以，。（）()“”" \n1１5０%％第三条', max_size=40)


def words(city: str, label: str) -> str:
    return words_of(clause_at(city, label))


def test_texts_that_fold_alike_are_verbatim_whatever_their_width_quotes_and_spaces() -> None:
    assert similarity("开展“入园惠企”活动，最高100万元。", '开展 "入园惠企"活动,最高１００万元.') == 1
    assert relation(1.0) is Relation.VERBATIM


def test_one_character_makes_a_text_adapted() -> None:
    text = words_of(FINANCE)
    alike = similarity(text, text.replace("鼓励", "支持"))
    assert 0.95 < alike < 1
    assert relation(alike) is Relation.ADAPTED


def test_the_relation_is_told_by_the_bounds_of_decision_12() -> None:
    assert [relation(value) for value in (0.999, 0.60, 0.599, 0.40, 0.399, 0)] == [
        Relation.ADAPTED,
        Relation.ADAPTED,
        Relation.RELATED,
        Relation.RELATED,
        None,
        None,
    ]


def test_sentences_that_changed_places_are_the_same_wording() -> None:
    first, second, third = FINANCE.text.rstrip("。").split("。")
    assert similarity(FINANCE.text, f"{third}。{first}。{second}。") > 0.9


def test_a_clause_shortened_by_a_third_is_adapted_and_one_sentence_of_five_is_related() -> None:
    text = FINANCE.text
    assert relation(similarity(text, text[: len(text) * 2 // 3])) is Relation.ADAPTED
    assert relation(similarity(text, text[: len(text) // 5])) is Relation.RELATED


def test_the_same_subject_in_other_words_is_related_and_never_adapted() -> None:
    finance = [("东莞", "11."), ("广西", "（十二）"), ("成都", "（二）6."), ("武汉", "（四）4.")]
    found = [similarity(words_of(FINANCE), words(*place)) for place in finance]
    assert all(RELATED_FROM <= value < ADAPTED_FROM for value in found), found


def test_families_made_by_hand_are_mostly_related_and_other_clauses_hardly_ever() -> None:
    families = [
        [words(city, row[city][0]) for city in CITIES if row[city][0]] for row in labels("families.toml").values()
    ]
    inside = [similarity(*pair) for family in families for pair in combinations(family, 2)]
    across = [
        similarity(one, other)
        for mine, theirs in combinations(families, 2)
        for one in mine
        for other in theirs
        if one != other
    ]
    assert sum(value >= RELATED_FROM for value in inside) / len(inside) >= 0.6
    assert sum(value >= RELATED_FROM for value in across) / len(across) <= 0.05
    assert max(inside + across) < ADAPTED_FROM


def test_clauses_of_other_fields_are_unrelated() -> None:
    fire = "每半年组织一次消防演练，配齐灭火器材，保持疏散通道畅通，对隐患限期整改。"
    assert all(
        relation(similarity(fire, words_of(clause))) is None
        for city in CITIES
        for clause in clauses(five()[city])
        if clause.text
    )


def test_notes_of_responsibility_make_clauses_no_more_alike() -> None:
    note = "（牵头单位：市市场监管局；责任单位：市发改委、市科技局、市经信局，各区人民政府〈含开发区、长江新区管委会，下同〉）"
    one, other = "加强海外维权援助。", "培育植物新品种。"
    assert similarity(one + note, other + note) == similarity(one, other)
    assert 0.99 < similarity(one + note, one) < 1


@given(TEXTS, TEXTS)
def test_similarity_is_symmetrical_and_between_nought_and_one(one: str, other: str) -> None:
    assert similarity(one, other) == similarity(other, one)
    assert 0 <= similarity(one, other) <= 1


@pytest.mark.parametrize("seed", range(5))
def test_a_clause_with_one_character_in_twelve_changed_is_nearest_to_itself(seed: int) -> None:
    texts = [words_of(c) for city in CITIES for c in clauses(five()[city]) if c.kind is ClauseKind.NUMBERED]
    chance = random.Random(seed)
    for text in chance.sample(texts, 10):
        spoilt = "".join(chance.choice("甲乙丙丁") if chance.random() < 1 / 12 else character for character in text)
        assert max(texts, key=lambda other: similarity(spoilt, other)) == text


def test_the_most_alike_are_those_of_the_highest_similarity() -> None:
    text = words_of(FINANCE)
    others = [words_of(c) for city in CITIES for c in clauses(five()[city]) if c.kind is ClauseKind.NUMBERED]
    found = most_alike(text, others, 5)
    assert found == sorted(((similarity(text, other), n) for n, other in enumerate(others)), key=lambda x: -x[0])[:5]
    assert found[0] == (1.0, others.index(text))
    assert most_alike(text, [], 5) == []


def test_same_subject_does_not_look_at_wording() -> None:
    assert same_subject("鼓励银行开展质押融资", "扩大质押贷款规模，完善融资服务") == pytest.approx(1)
    assert same_subject("鼓励银行开展质押融资", "培养知识产权人才") == 0
    assert same_subject("", "培养知识产权人才") == 0


def test_shared_spans_are_the_words_that_stand_in_both() -> None:
    text = "市财政安排“风险补偿资金”，对质押贷款本金损失给予补偿。"
    other = '对 质押贷款本金损失 由"风险补偿资金"补偿。'
    assert [text[slice(*span)] for span in shared_spans(text, other)] == ["风险补偿资金", "对质押贷款本金损失"]


def test_everyday_words_and_short_runs_are_not_worth_showing() -> None:
    assert shared_spans("加强知识产权保护。", "完善知识产权服务。") == ()
    assert shared_spans("企业融资", "企业贷款") == ()
    assert shared_spans("", "企业贷款") == ()


@given(TEXTS, TEXTS)
def test_shared_spans_lie_in_the_text_in_order(text: str, other: str) -> None:
    spans = shared_spans(text, other)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert list(spans) == sorted(spans)
