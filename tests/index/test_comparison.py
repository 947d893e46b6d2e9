"""A draft beside the library, whatever finds the candidates."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from chengwen_index.comparing.among import among
from chengwen_index.comparing.comparison import CANDIDATES, Candidate, Compared, Progress, compare
from chengwen_index.comparing.diff import Change
from chengwen_index.comparing.similarity import Relation
from chengwen_index.search import Index
from chengwen_library.model import Measure
from clause_labels import five

FINANCE = "鼓励银行开发质押融资产品，扩大质押贷款规模，对贷款利息给予50%贴息，最高100万元。"


def test_a_copied_clause_is_verbatim_an_edited_one_adapted_and_a_new_one_has_no_precedent(
    measure: Callable[..., Measure],
) -> None:
    library = measure(("推进质押融资", FINANCE), ("加强人才培养", "支持高校建设知识产权学院。"), number=1)
    draft = measure(
        ("推进质押融资", FINANCE),
        ("推进质押融资", FINANCE.replace("最高100万元", "最高80万元").replace("鼓励", "支持")),
        ("组织消防演练", "每半年开展一次灭火演练，配齐器材。"),
        number=2,
    )
    copied, edited, new = compare(draft, among([library]))
    assert (copied.relation, copied.precedents[0].changes) == (Relation.VERBATIM, ())
    assert (edited.relation, edited.precedents[0].changes) == (Relation.ADAPTED, (Change.MODAL, Change.AMOUNT))
    assert (new.relation, new.precedents) == (None, ())


def test_the_precedent_is_the_base_of_the_difference(measure: Callable[..., Measure]) -> None:
    library = measure(("推进质押融资", FINANCE), number=1)
    draft = measure(("推进质押贷款", FINANCE.replace("50%", "30%")), number=2)
    (compared,) = compare(draft, among([library]))
    (precedent,) = compared.precedents
    (change,) = precedent.diff.changed
    assert (change.base, change.new) == ("50%", "30%")
    assert "".join(part.base for part in precedent.heading.parts) == "推进质押融资"
    assert precedent.changes == (Change.AMOUNT, Change.WORDING)


def test_the_best_precedents_come_first_and_no_more_than_asked_for() -> None:
    draft = five()["鄂州"]
    others = [five()[city] for city in ("东莞", "广西", "成都", "武汉")]
    finance = next(item for item in compare(draft, among([*others]), precedents=2) if item.clause.eid == "dvs_2__sdv_8")
    alike = [precedent.similarity for precedent in finance.precedents]
    assert len(alike) == 2
    assert alike == sorted(alike, reverse=True)
    assert finance.relation is Relation.RELATED


def test_a_draft_is_not_its_own_precedent_and_measures_can_be_chosen(measure: Callable[..., Measure]) -> None:
    draft = measure(("推进质押融资", FINANCE), number=1)
    first, second = measure(("推进质押融资", FINANCE), number=2), measure(("推进质押融资", FINANCE), number=3)
    find = among([draft, first, second])
    (compared,) = compare(draft, find)
    assert [precedent.hit.measure_id for precedent in compared.precedents] == [first.id, second.id]
    (compared,) = compare(draft, find, measures=frozenset([second.id]))
    assert [precedent.hit.measure_id for precedent in compared.precedents] == [second.id]


def test_the_index_finds_the_candidates(index_of_five: Index) -> None:
    draft = replace(five()["鄂州"], id="")
    compared = list(compare(draft, index_of_five.similar, precedents=2))
    assert {item.relation for item in compared} == {Relation.VERBATIM}
    others = frozenset(five()[city].id for city in ("东莞", "广西", "成都", "武汉"))
    finance = next(
        item for item in compare(draft, index_of_five.similar, measures=others) if item.clause.eid == "dvs_2__sdv_8"
    )
    assert {precedent.hit.region for precedent in finance.precedents} <= {
        "东莞市",
        "成都市",
        "武汉市",
        "广西壮族自治区",
    }
    assert all("融资" in precedent.hit.text for precedent in finance.precedents)
    assert len(finance.precedents) >= 2


def test_headings_without_words_are_left_out_and_preamble_and_closing_are_not() -> None:
    compared = list(compare(five()["鄂州"], among([five()["成都"]])))
    eids = [item.clause.eid for item in compared]
    assert eids[0] == "preamble"
    assert eids[-1] == "closing"
    assert "dvs_1" not in eids
    assert len(eids) == 21


def test_progress_is_told_and_a_cancelled_comparison_keeps_what_it_had() -> None:
    told: list[Progress] = []
    kept: list[Compared] = list(
        compare(
            five()["鄂州"],
            among([five()["成都"]]),
            progress=told.append,
            cancelled=lambda: len(told) == 3,
        )
    )
    assert [(step.done, step.total) for step in told] == [(1, 21), (2, 21), (3, 21)]
    assert kept == [step.compared for step in told]


def test_the_finder_is_asked_with_heading_and_text(measure: Callable[..., Measure]) -> None:
    asked: list[tuple[str, int]] = []

    def find(text: str, limit: int) -> Iterator[Candidate]:
        asked.append((text, limit))
        return iter(())

    list(compare(measure(("推进质押融资", "支持企业。")), find))
    assert asked == [("推进质押融资\n支持企业。", CANDIDATES)]
