"""What differs between two wordings; the labelled pairs are in labels/diffs.toml, each half held to the same figure."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengwen_index.comparing.diff import (
    Change,
    Diff,
    Operation,
    apply,
    diff,
    revert,
)
from chengwen_library.clauses import clauses
from chengwen_library.folding import fold
from clause_labels import HALVES, clause_at, five, half_of, labels

ALPHABET = '市科技局财政应当可以鼓励企业中小第（）一三十条款项，。；《》〔〕2023号0１5万元%年个月“”" \n\u3000①㎡的和'
TEXTS = st.text(alphabet=ALPHABET, max_size=50)


def changes(difference: Diff) -> list[tuple[str, str, str | None]]:
    return [(part.base, part.new, part.change) for part in difference.parts if part.operation is not Operation.EQUAL]


def judged(pair: dict[str, Any]) -> tuple[int, int, int]:
    """Return how many classes were found, named in vain, and missed."""
    found = Counter(change.value for part in diff(pair["base"], pair["new"]).parts for change in part.changes)
    required = Counter(change for change in pair["changes"] if not change.startswith("("))
    allowed = Counter(change.strip("()") for change in pair["changes"])
    return (found & required).total(), (found - allowed).total(), (required - found).total()


@pytest.mark.parametrize("half", HALVES)
def test_changes_are_classed_as_a_reader_classes_them(half: str) -> None:
    pairs = [pair for pair in labels("diffs.toml")["pair"] if half_of(pair["base"]) == half]
    right, extra, missed = map(sum, zip(*map(judged, pairs), strict=True))
    assert len(pairs) >= 20
    assert right / (right + extra + missed) >= 0.95, [pair for pair in pairs if any(judged(pair)[1:])]


@given(TEXTS, TEXTS)
def test_the_difference_gives_either_text_back(base: str, new: str) -> None:
    found = diff(base, new)
    assert apply(found, base) == new
    assert revert(found, new) == base


@given(TEXTS, TEXTS)
def test_spans_and_operations_tell_the_truth(base: str, new: str) -> None:
    for part in diff(base, new).parts:
        assert (base[slice(*part.base_span)], new[slice(*part.new_span)]) == (part.base, part.new)
        if part.operation is Operation.EQUAL:
            assert part.changes == ()
        else:
            assert bool(part.base) == (part.operation is not Operation.INSERT)
            assert bool(part.new) == (part.operation is not Operation.DELETE)


@given(TEXTS)
def test_a_text_does_not_differ_from_itself_in_another_width(text: str) -> None:
    folds_singly = "".join(character for character in text if character not in "\n①㎡")
    assert diff(folds_singly, fold(folds_singly)).classes == ()
    assert diff(text, text).classes == ()


def test_the_difference_of_any_two_clauses_gives_either_back() -> None:
    ours = [clause.text for clause in clauses(five()["武汉"]) if clause.text]
    theirs = [clause.text for clause in clauses(five()["广西"]) if clause.text]
    for base, new in zip(ours, theirs, strict=False):
        assert apply(diff(base, new), base) == new


def test_a_difference_of_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="another text"):
        apply(diff("应当公开", "可以公开"), "应当保密")
    with pytest.raises(ValueError, match="another text"):
        revert(diff("应当公开", "可以公开"), "应当公开")


def test_changes_come_the_weightiest_first() -> None:
    base = "市财政局应当在10日内给予企业50万元，资金公开，程序公示。"
    new = "市科技局可以在15日内给予中小企业80万元，资金公开；程序公布。"
    found = diff(base, new)
    assert found.classes == (
        Change.MODAL,
        Change.AMOUNT,
        Change.PERIOD,
        Change.ORGAN,
        Change.SCOPE,
        Change.WORDING,
        Change.PUNCTUATION,
    )
    assert [part.change for part in found.changed] == list(found.classes)
    assert set(found.counts().values()) == {1}


def test_amounts_are_replaced_whole() -> None:
    assert changes(diff("按50%补助，最高100万元。", "按30%补助，最高80万元。")) == [
        ("50%", "30%", "amount"),
        ("最高100万元", "最高80万元", "amount"),
    ]


def test_what_is_only_renumbered_is_equal_and_keeps_both_numbers() -> None:
    found = diff("（三）按照本措施第（一）项执行。", "（五）按照本措施第（二）项执行。")
    assert [(part.operation, part.base, part.new) for part in found.parts] == [
        (Operation.EQUAL, "（三）按照本措施第（一）项执行。", "（五）按照本措施第（二）项执行。")
    ]


def test_another_article_of_a_law_is_another_reference() -> None:
    base, new = "依照《中华人民共和国专利法》第五十条执行。", "依照《中华人民共和国专利法》第五十一条执行。"
    assert diff(base, new).classes == (Change.REFERENCE,)


def test_a_sentence_put_in_is_one_change_cut_at_the_stops() -> None:
    base = "支持企业融资。加强宣传。"
    new = "支持企业融资。鼓励银行开发知识产权质押融资产品。加强宣传。"
    assert changes(diff(base, new)) == [("", "鼓励银行开发知识产权质押融资产品。", "wording")]


def test_an_amount_in_a_sentence_put_in_is_named() -> None:
    new = "支持企业融资。对质押贷款的本金损失给予补偿，单户最高100万元。"
    assert diff("支持企业融资。", new).classes == (Change.AMOUNT,)


def test_a_duty_in_a_sentence_put_in_is_named() -> None:
    new = "支持企业融资。不得将财政资助政策与专利申请数量简单挂钩。"
    assert diff("支持企业融资。", new).classes == (Change.MODAL,)


def test_two_wordings_of_one_matter_are_not_shredded() -> None:
    found = diff(clause_at("东莞", "11.").text, clause_at("广西", "（十二）").text)
    for before, part, after in zip(found.parts, found.parts[1:], found.parts[2:], strict=False):
        if part.operation is Operation.EQUAL and Operation.EQUAL not in (before.operation, after.operation):
            assert fold(part.base).strip(",.、的和与等") == "" or len(fold(part.base)) > 1
    assert len(found.parts) <= 40


def test_empty_sides_are_insertions_and_deletions() -> None:
    assert changes(diff("", "支持企业。")) == [("", "支持企业。", "modal")]
    assert [part.operation for part in diff("支持企业。", "").parts] == [Operation.DELETE]
    assert diff("", "").parts == ()


def test_every_change_has_a_class_but_for_marks_put_in_or_taken_out() -> None:
    assert diff("推进融资。", "（三）推进融资。").classes == ()
    assert diff("（三）推进融资。", "推进融资。").classes == ()
    assert diff("推进融资。", "（三）推进质押融资。").classes == (Change.WORDING,)


@given(TEXTS, TEXTS)
def test_whatever_is_no_mark_and_differs_has_a_class(base: str, new: str) -> None:
    old, young = ("。" + text.replace("\n", "") for text in (base, new))  # marks stand at the head of a line
    for part in diff(old, young).parts:
        assert bool(part.changes) == (part.operation is not Operation.EQUAL)


def test_words_in_another_order_are_another_wording() -> None:
    assert changes(diff("税的机制", "机制的税")) == [("税的机制", "机制的税", "wording")]


def test_a_duty_that_stands_elsewhere_in_a_new_wording_is_no_change_of_duties() -> None:
    found = diff("应当абвгдеж协同机制зийклмно", "прстуфхц协同机制应当чшщъыьэ")
    assert len(found.parts) == 1
    assert found.classes == (Change.WORDING,)


def test_changes_of_one_weight_come_in_the_order_of_the_text_and_are_counted() -> None:
    found = diff(
        "经费公开，每户50万元，名单公示，比例30%，10日内办结。", "经费保密，每户80万元，名单报送，比例40%，15日内办结。"
    )
    assert [part.new for part in found.changed] == ["80万元", "40%", "15日", "保密", "报送"]
    assert list(found.counts().items()) == [(Change.AMOUNT, 2), (Change.PERIOD, 1), (Change.WORDING, 2)]


def strange(count: int) -> str:
    """Return so many different letters, each a token."""
    return "абвгдежзийклмнопрстуфхцчшщъыьэюя"[:count]


@pytest.mark.parametrize(
    ("old", "new", "longest", "end"),
    [
        ("50万元", "80万元", 30, "。"),
        ("10日", "15日", 30, "。"),
        ("市财政局", "市科技局", 30, "。"),
        ("前款", "附件", 30, "。"),
        ("应当", "可以", 12, "公开。"),
        ("企业", "高校", 12, "。"),
    ],
)
def test_what_answers_what_is_told_in_stretches_that_are_not_too_long(
    old: str, new: str, longest: int, end: str
) -> None:
    for more, is_told in ((longest - 1, True), (longest, False)):
        around = strange(more)
        for base, other, swapped in ((old, around + new, False), (around + old, new, True)):
            pairs = [(mine, theirs) for mine, theirs, _ in changes(diff(base + end, other + end))]
            apart = [(around, "") if swapped else ("", around), (old, new)]
            assert pairs == (apart if is_told else [(base, other)])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("鼓励企业。", (Change.MODAL, Change.SCOPE)),
        ("鼓励企业开展培训交流。", (Change.MODAL, Change.SCOPE)),
        ("鼓励企业开展培训和交流。", (Change.WORDING,)),
        ("鼓励中小企业、高新技术企业和高校参与。", (Change.MODAL, Change.SCOPE)),
        ("鼓励高新技术企业开展培训。", (Change.WORDING,)),
        ("应当组织企业开展培训和交流。", (Change.MODAL,)),
        ("由市财政局支持企业开展培训和交流。", (Change.ORGAN,)),
    ],
)
def test_in_a_sentence_of_its_own_only_duties_are_modal_and_nobody_is_a_scope(
    words: str, expected: tuple[Change, ...]
) -> None:
    assert diff("推进融资。", f"推进融资。{words}").classes == expected
    assert diff(f"推进融资。{words}", "推进融资。").classes == expected


def test_changes_of_one_class_side_by_side_are_one_change() -> None:
    assert changes(diff("给予50万元30%补助。", "给予80万元20%补助。")) == [("50万元30%", "80万元20%", "amount")]
    assert changes(diff("给予10%50万元补助。", "给予80万元补助。")) == [("10%50万元", "80万元", "amount")]
    assert changes(diff("给予50万元10日内。", "给予80万元15日内。")) == [
        ("50万元", "80万元", "amount"),
        ("10日", "15日", "period"),
    ]


@pytest.mark.parametrize(
    ("base", "new"),
    [
        ("依照《专利法》第五条执行。", "依照《专利法》第六条执行。"),
        ("依照《专利法》（第五条）执行。", "依照《专利法》（第六条）执行。"),
        ("依照《专利办法》（国办发〔2023〕37号）第五条执行。", "依照《专利办法》（国办发〔2023〕37号）第六条执行。"),
    ],
)
def test_numbers_of_another_documents_articles_are_its_own(base: str, new: str) -> None:
    assert diff(base, new).classes == (Change.REFERENCE,)


def test_numbers_of_the_measures_own_articles_say_nothing_behind_the_title_of_another_document() -> None:
    assert diff("依照《专利法》和第五条执行。", "依照《专利法》和第六条执行。").classes == ()
    assert diff("第五条执行。", "第六条执行。").classes == ()


def test_what_stands_between_two_changed_amounts_is_equal() -> None:
    found = diff("给予最高50万元、最高10日。", "给予最高80万元、最高15日。")
    assert [(part.base, part.new) for part in found.parts] == [
        ("给予", "给予"),
        ("最高50万元", "最高80万元"),
        ("、", "、"),
        ("最高10日", "最高15日"),
        ("。", "。"),
    ]
    assert [part.operation for part in found.parts].count(Operation.EQUAL) == 3


@pytest.mark.parametrize(
    ("base", "new", "expected"),
    [
        ("50万元补贴", "奖励80万元", [("", "奖励"), ("50万元", "80万元"), ("补贴", "")]),
        ("奖励50万元", "80万元补贴", [("奖励", ""), ("50万元", "80万元"), ("", "补贴")]),
        ("奖励50万元扶持", "借款80万元", [("奖励", "借款"), ("50万元", "80万元"), ("扶持", "")]),
        ("奖励50万元", "借款80万元扶持", [("奖励", "借款"), ("50万元", "80万元"), ("", "扶持")]),
        ("50万元", "80万元", [("50万元", "80万元")]),
    ],
)
def test_before_and_behind_what_answers_each_other_nothing_is_lost(
    base: str, new: str, expected: list[tuple[str, str]]
) -> None:
    assert [(part.base, part.new) for part in diff(base, new).parts] == expected
