"""Clauses like a text, among the five and among a thousand made of them."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from random import Random

import pytest

from chengwen_index.comparing.similarity import SHORTEST_SHARED, Relation, similarity, words_of
from chengwen_index.finding.filters import Filters
from chengwen_index.opening import open_index
from chengwen_index.search import Index
from chengwen_library.clauses import clauses
from chengwen_library.folding import fold
from chengwen_library.library import Library
from chengwen_library.model import Clause, Measure, Status
from recombined import SEED, measures, perturbed

COUNT = 1_000
ASKED = 120
RIGHT = 0.99


class Made:
    """A shelf of measures that were made."""

    def __init__(self, made: list[Measure]) -> None:
        self._by_id = {measure.id: measure for measure in made}

    def stamps(self) -> Mapping[str, str]:
        return dict.fromkeys(self._by_id, "")

    def read(self, name: str) -> Measure:
        return self._by_id[name]


@pytest.fixture(scope="module")
def made() -> list[Measure]:
    return list(measures(COUNT))


@pytest.fixture(scope="module")
def index(made: list[Measure], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    opened = open_index(Made(made), tmp_path_factory.mktemp("made") / "index")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def sought(made: list[Measure]) -> list[Clause]:
    in_force = [clause for one in made if one.status is not Status.REPEALED for clause in clauses(one)]
    return Random(SEED).sample(in_force, ASKED)


def stands(words: str, place: int, given: str) -> bool:
    """Tell whether a character is part of a run that stands in the given text."""
    starts = range(max(0, place - SHORTEST_SHARED + 1), place + 1)
    return any(fold(words[start : start + SHORTEST_SHARED]) in given for start in starts)


class TestVerbatim:
    @pytest.mark.parametrize("with_heading", [True, False], ids=["with heading", "without"])
    def test_the_same_words_come_first_and_are_verbatim(self, index: Index, sought: list[Clause], with_heading: bool):
        wrong: list[str] = []
        for clause in sought:
            text = words_of(clause) if with_heading else clause.text
            first = index.similar(text, 1)[0]
            if (first.hit.text, first.similarity, first.relation) != (clause.text, 1.0, Relation.VERBATIM):
                wrong.append(text)
        assert wrong == []

    def test_of_the_five_every_clause_is_its_own_best_precedent(self, index_of_five: Index, five: Library):
        texts = [words_of(clause) for measure in five.measures() for clause in clauses(measure)]
        assert [text for text in texts if index_of_five.similar(text, 1)[0].similarity < 1] == []

    @pytest.mark.parametrize(
        "text", ["资助PCT专利申请，给予补助。", "资助ＰＣＴ专利申请, 给予补助。", " 资助 PCT 专利申请，\n给予补助。"]
    )
    def test_what_is_equal_after_folding_is_verbatim(self, index_of, measure, text: str):
        alike = index_of(measure((None, "资助PCT专利申请，给予补助。"), (None, "无关。"))).similar(text)
        assert (alike[0].hit.text, alike[0].similarity) == ("资助PCT专利申请，给予补助。", 1.0)

    def test_one_character_more_is_not(self, index_of, measure):
        alike = index_of(measure((None, "资助专利申请，给予补助。"))).similar("资助专利申请，给予补助的。")
        assert alike[0].similarity < 1
        assert alike[0].relation is Relation.ADAPTED

    def test_twins_both_come_first(self, index_of, measure):
        index = index_of(measure((None, "资助专利申请。"), number=1), measure((None, "资助专利申请。"), number=2))
        assert [alike.similarity for alike in index.similar("资助专利申请。")] == [1.0, 1.0]


class TestAdapted:
    def test_a_clause_with_one_character_in_twelve_wrong_finds_its_source(self, index: Index, sought: list[Clause]):
        rng = Random(SEED)
        firsts = [(clause, index.similar(perturbed(clause.text, rng), 1)[0]) for clause in sought]
        right = sum(first.hit.text == clause.text for clause, first in firsts)
        assert right >= RIGHT * ASKED

    def test_so_it_does_with_its_heading(self, index: Index, sought: list[Clause]):
        rng = Random(SEED)
        firsts = [(clause, index.similar(perturbed(words_of(clause), rng), 1)[0]) for clause in sought]
        right = sum(first.hit.text == clause.text for clause, first in firsts)
        assert right >= RIGHT * ASKED

    def test_a_part_of_a_clause_finds_it(self, index: Index, sought: list[Clause]):
        long = [clause for clause in sought if len(clause.text) > 100][:40]
        found = [index.similar(clause.text[: len(clause.text) * 2 // 3], 3) for clause in long]
        missed = [one for one, alike in zip(long, found, strict=True) if one.text not in {a.hit.text for a in alike}]
        assert missed == []


class TestOrder:
    def test_the_most_alike_come_first_and_no_more_than_asked_for(self, index: Index, sought: list[Clause]):
        for clause in sought[:20]:
            alike = index.similar(words_of(clause), 8)
            assert len(alike) == 8
            assert all(one.similarity >= other.similarity for one, other in pairwise(alike))
            assert list(index.similar(words_of(clause), 3)) == list(alike[:3])

    def test_no_clause_is_named_twice(self, index: Index, sought: list[Clause]):
        for clause in sought[:20]:
            places = [(alike.hit.measure_id, alike.hit.eid) for alike in index.similar(words_of(clause), 10)]
            assert len(places) == len(set(places))

    def test_the_figure_is_the_one_similarity(self, index_of, measure):
        index = index_of(measure(("质押融资", "支持企业以专利质押融资，给予贴息。")))
        text = "鼓励企业用专利权质押融资，按规定贴息。"
        heard = index.similar(text)[0].similarity
        assert heard == pytest.approx(
            max(
                similarity(text, own)
                for own in ("支持企业以专利质押融资，给予贴息。", "质押融资\n支持企业以专利质押融资，给予贴息。")
            )
        )

    def test_who_regulates_the_same_in_other_words_is_related(self, index_of, measure):
        index = index_of(
            measure(
                ("质押融资", "推动银行开展专利质押贷款，建立风险补偿机制。"), ("宣传", "举办宣传周，普及版权知识。")
            )
        )
        alike = index.similar("支持企业以知识产权质押融资，对贷款损失给予风险补偿。")
        assert (alike[0].hit.heading, alike[0].relation) == ("质押融资", Relation.RELATED)
        assert all(one.relation is None for one in alike[1:])


class TestFilters:
    TEXT = "资助专利申请，给予补助。"

    def test_retired_clauses_are_left_out_unless_asked_for(self, index_of, measure):
        index = index_of(
            measure((None, self.TEXT), number=1, status=Status.REPEALED), measure((None, "资助专利。"), number=2)
        )
        assert [alike.hit.text for alike in index.similar(self.TEXT)] == ["资助专利。"]
        retired = index.similar(self.TEXT, 10, Filters(status="已废止"))
        assert [(alike.hit.text, alike.similarity) for alike in retired] == [(self.TEXT, 1.0)]

    def test_filters_narrow_what_is_looked_at(self, index_of, measure):
        index = index_of(measure((None, self.TEXT), number=1), measure((None, self.TEXT), number=2, region="样本市"))
        assert [alike.hit.region for alike in index.similar(self.TEXT, 10, Filters(region="样本"))] == ["样本市"]


class TestSame:
    def test_the_spans_are_words_of_both(self, index: Index, sought: list[Clause]):
        rng = Random(1)
        for clause in sought[:40]:
            text = perturbed(words_of(clause), rng)
            for alike in index.similar(text, 5):
                words, given = alike.hit.text, fold(text)
                assert all(stands(words, place, given) for span in alike.same for place in range(*span))
                assert all(end - start >= SHORTEST_SHARED for start, end in alike.same)

    def test_the_spans_stand_in_order_and_do_not_overlap(self, index: Index, sought: list[Clause]):
        for clause in sought[:20]:
            for alike in index.similar(words_of(clause), 5):
                assert all(end <= start for (_, end), (start, _) in pairwise(alike.same))

    def test_all_of_a_verbatim_clause_is_the_same(self, index_of, measure):
        (alike,) = index_of(measure((None, "支持专利申请补助"))).similar("支持专利申请补助")
        assert alike.same == ((0, 8),)

    def test_what_differs_is_not(self, index_of, measure):
        (alike,) = index_of(measure((None, "对专利质押融资给予贴息补助"))).similar("对专利质押融资给予担保补助")
        assert [alike.hit.text[start:end] for start, end in alike.same] == ["对专利质押融资给予"]


class TestOtherTexts:
    @pytest.mark.parametrize("text", ["", " ", "\n\u3000", "\u200b"])
    def test_a_text_of_nothing_has_none(self, index_of_five: Index, text: str):
        assert index_of_five.similar(text) == ()

    @pytest.mark.parametrize("text", ["龘龘龘龘", "\ud800", "lorem ipsum"])
    def test_strange_words_are_related_to_none(self, index_of_five: Index, text: str):
        assert [alike for alike in index_of_five.similar(text) if alike.relation] == []

    @pytest.mark.parametrize("text", ["专", "专利", "，"])
    def test_texts_of_a_character_or_two_do_no_harm(self, index_of_five: Index, text: str):
        assert all(0 <= alike.similarity < 1 for alike in index_of_five.similar(text))

    def test_a_whole_measure_finds_its_clauses(self, index_of_five: Index, five: Library):
        measure = five.measures()[0]
        whole = "\n".join(words_of(clause) for clause in clauses(measure))
        assert measure.id in {alike.hit.measure_id for alike in index_of_five.similar(whole, 5)}

    def test_an_empty_index_has_none(self, index_of):
        assert index_of().similar("专利") == ()
