"""Topics × measures, against a table made by hand (labels/coverage.toml): each half is held to the same figures."""

from collections.abc import Callable

import pytest

from chengwen_index.comparing.coverage import coverage, figures, figures_of, regulated, uncovered
from chengwen_index.comparing.token_patterns import TokenKind
from chengwen_library.clauses import clauses
from chengwen_library.model import Measure
from clause_labels import CITIES, HALVES, clause_at, five, half_of, labels


@pytest.mark.parametrize("half", HALVES)
def test_nine_of_ten_cells_agree_with_the_hand_table(half: str) -> None:
    found = coverage([five()[city] for city in CITIES])
    cells = {row.topic: dict(zip(CITIES, row.cells, strict=True)) for row in found.rows}
    wrong: list[tuple[str, str]] = []
    judged = 0
    for topic, row in labels("coverage.toml").items():
        for city, named in row.items():
            required = [label for label in named if not label.endswith("?")]
            if half_of(topic) == half and (required or not named):
                judged += 1
                if bool(cells.get(topic, {}).get(city)) != bool(required):
                    wrong.append((topic, city))
    assert judged > 60
    assert 1 - len(wrong) / judged >= 0.95, wrong


@pytest.mark.parametrize("half", HALVES)
def test_the_clauses_in_the_cells_are_those_a_reader_names(half: str) -> None:
    right = missed = extra = 0
    for topic, row in labels("coverage.toml").items():
        for city, named in row.items() if half_of(topic) == half else ():
            required = {clause_at(city, label).eid for label in named if not label.endswith("?")}
            allowed = {clause_at(city, label.rstrip("?")).eid for label in named}
            got = {clause.eid for clause in clauses(five()[city]) if topic in regulated(clause)}
            right, missed = right + len(got & required), missed + len(required - got)
            extra += len(got - allowed)
    assert right / (right + missed) >= 0.95
    assert right / (right + extra) >= 0.75


def test_a_clause_regulates_what_one_of_its_sentences_is_about() -> None:
    assert "开放许可" in regulated(clause_at("鄂州", "（六）"))
    assert regulated(clause_at("鄂州", "（六）"))[0] == "专利转化"


def test_general_clauses_regulate_nothing() -> None:
    assert regulated(clause_at("东莞", "二、")) == ()
    assert regulated(clause_at("成都", "closing")) == ()


def test_notes_of_responsibility_are_no_words_of_a_topic(measure: Callable[..., Measure]) -> None:
    (clause,) = clauses(measure(("推进专利导航", "开展专利导航。（责任单位：市版权局、市委人才办）")))
    assert regulated(clause) == ("专利导航",)


def test_what_precedents_regulate_and_the_draft_does_not_is_told_most_common_first(
    measure: Callable[..., Measure],
) -> None:
    draft = measure(("推进专利导航", "开展专利导航。"))
    first = measure(("发展质押融资", "扩大质押融资规模。"), ("培养人才", "建设知识产权学院。"), number=2)
    second = measure(("加强人才培养", "培养知识产权人才。"), ("深化专利导航", "推广专利导航。"), number=3)
    talent, finance = uncovered(draft, [first, second])
    assert (talent.topic, [one.id for one in talent.measures]) == ("人才", [first.id, second.id])
    assert (finance.topic, [clause.heading for clause in finance.clauses]) == ("质押融资", ["发展质押融资"])


def test_nothing_is_uncovered_against_the_draft_itself() -> None:
    draft = five()["武汉"]
    assert uncovered(draft, [draft]) == ()


def test_a_broad_topic_is_covered_by_a_narrower_one(measure: Callable[..., Measure]) -> None:
    draft = measure(("强化海外维权", "建立海外知识产权纠纷应对机制。"))
    broad = measure(("加强知识产权保护", "提升知识产权保护水平。"), number=2)
    assert "保护" not in [item.topic for item in uncovered(draft, [broad])]


def test_figures_stand_side_by_side_by_topic(measure: Callable[..., Measure]) -> None:
    ours = measure(("推进质押融资", "按实际支付利息的50%给予贴息，每家每年最高100万元，期限3年。"))
    theirs = measure(("推进质押贷款", "质押融资贴息最高80万元。"), number=2)
    (row,) = figures([ours, theirs])
    assert row.topic == "质押融资"
    left, right = row.cells
    assert [figure.text for figure in left] == ["50%", "每年", "最高100万元", "3年"]
    assert [(figure.text, figure.phrase) for figure in right] == [("最高80万元", "质押融资贴息最高80万元")]
    money = left[2].money
    assert money is not None
    assert (money.amount, money.cap, money.ratio) == (1_000_000, True, 0.5)


def test_figures_of_a_clause_keep_their_places() -> None:
    clause = clause_at("成都", "五、（二）")
    found = figures_of(clause)
    assert [(figure.kind, figure.text) for figure in found if figure.money] == [
        (TokenKind.AMOUNT, "50万元"),
        (TokenKind.AMOUNT, "80万元"),
    ]
    assert all(clause.text[slice(*figure.span)].strip() == figure.text for figure in found)
