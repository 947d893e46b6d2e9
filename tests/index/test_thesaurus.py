import tomllib
from importlib.resources import files

import pytest

from chengwen_index.search import Index, marked
from chengwen_index.words.normalizing import normal
from chengwen_index.words.thesaurus import listed_words, synonyms

TABLE = tomllib.loads(files("chengwen_index.words").joinpath("thesaurus.toml").read_text(encoding="utf-8"))
SAME: list[list[str]] = TABLE["same"]
ALSO: dict[str, list[str]] = TABLE["also"]
MOST = 6
TOO_BROAD = {"知识产权", "支持", "企业", "加强", "推进"}


def all_words() -> list[str]:
    return [word for group in [*SAME, *([word, *others] for word, others in ALSO.items())] for word in group]


class TestTables:
    def test_there_are_two_and_neither_is_empty(self):
        assert set(TABLE) == {"same", "also"}
        assert len(SAME) > 200
        assert len(ALSO) > 1_000

    def test_every_word_has_two_characters_at_least_and_no_spaces(self):
        assert [word for word in all_words() if len(normal(word)) < 2 or any(map(str.isspace, word))] == []

    def test_every_group_holds_two_different_words_at_least_and_none_twice(self):
        assert [group for group in SAME if len(group) < 2 or len(set(map(normal, group))) < len(group)] == []

    def test_every_word_looked_up_has_one_to_six_others_none_twice_and_not_itself(self):
        assert [
            word
            for word, others in ALSO.items()
            if not 1 <= len(set(map(normal, others)) - {normal(word)}) == len(others) <= MOST
        ] == []

    def test_no_word_is_looked_up_twice_in_other_characters(self):
        assert len(set(map(normal, ALSO))) == len(ALSO)

    def test_nothing_leads_to_words_that_nearly_every_clause_has(self):
        assert [word for word, others in ALSO.items() if TOO_BROAD & set(others)] == []

    def test_all_words_are_listed_in_normal_form(self):
        assert set(listed_words()) == set(map(normal, all_words()))
        assert len(listed_words()) == len(set(listed_words()))


class TestSynonyms:
    def test_words_of_a_group_lead_to_each_other(self):
        for group in SAME:
            for word in map(normal, group):
                assert set(map(normal, group)) - {word} <= set(synonyms(word)), word

    def test_a_word_looked_up_leads_to_its_others(self):
        for word, others in ALSO.items():
            assert set(map(normal, others)) <= set(synonyms(normal(word))), word

    def test_what_it_leads_to_does_not_lead_back(self):
        assert "诉讼" in synonyms("打官司")
        assert "打官司" not in synonyms("诉讼")

    def test_no_word_leads_anywhere_but_where_the_tables_say(self):
        said = {(normal(word), normal(other)) for group in SAME for word in group for other in group}
        said |= {(normal(word), normal(other)) for word, others in ALSO.items() for other in others}
        assert {(word, other) for word in listed_words() for other in synonyms(word)} <= said

    def test_no_word_leads_to_itself(self):
        assert [word for word in listed_words() if word in synonyms(word)] == []

    @pytest.mark.parametrize("word", ["龘龘", "", "的", "先用后付。"])
    def test_other_words_lead_nowhere(self, word: str):
        assert synonyms(word) == ()


class TestHits:
    @pytest.mark.parametrize(
        ("query", "text"),
        [
            ("先用后付", "推广先使用后付费。"),
            ("先使用后付费", "推广先用后付。"),
            ("赋权", "赋予所有权或长期使用权。"),
            ("打官司", "支持诉讼。"),
            ("專利池", "组织专利联合许可。"),
        ],
    )
    def test_a_clause_with_a_synonym_is_found_and_told_apart(self, index_of, measure, query: str, text: str):
        answer = index_of(measure((None, text), (None, "无关。"))).search(query)
        assert [(hit.text, hit.group) for hit in answer.hits] == [(text, "synonym")]
        assert answer.total == 1

    @pytest.mark.parametrize(("query", "text"), [("诉讼", "帮忙打官司。"), ("先用后付", "先付后用。")])
    def test_what_is_no_synonym_is_not_found(self, index_of, measure, query: str, text: str):
        assert index_of(measure((None, text))).search(query).total == 0

    def test_it_names_the_synonym_and_marks_it(self, index_of, measure):
        hit = index_of(measure(("延期支付", "推广先使用后付费。"))).search("先用后付").hits[0]
        assert hit.words == ("先使用后付费", "延期支付")
        assert marked(hit) == "推广<mark>先使用后付费</mark>。"
        assert hit.heading_marks == ((0, 4),)

    def test_literal_hits_come_before_all_others_whatever_they_score(self, index_of, measure):
        articles = [
            ("先使用后付费", "先使用后付费。"),
            (None, f"{'其他的各种事情，' * 30}先用后付。"),
            ("延期支付", "延期支付。"),
        ]
        hits = index_of(measure(*articles)).search("先用后付").hits
        assert [hit.group for hit in hits] == ["all", "synonym", "synonym"]
        assert hits[0].words == ("先用后付",)

    def test_with_many_literal_hits_synonyms_still_follow(self, index_of, measure):
        articles = [(None, f"先用后付{place}。") for place in range(9)]
        answer = index_of(measure(*articles, (None, "先使用后付费。"))).search("先用后付")
        assert [hit.group for hit in answer.hits] == ["all"] * 9 + ["synonym"]
        assert answer.total == 10

    def test_beside_another_word_the_other_must_be_there_too(self, index_of, measure):
        index = index_of(measure((None, "高校先使用后付费。"), (None, "先使用后付费。"), (None, "高校先用后付。")))
        groups = {hit.text: hit.group for hit in index.search("高校 先用后付").hits}
        assert groups == {"高校先用后付。": "all", "高校先使用后付费。": "synonym", "先使用后付费。": "partial"}

    def test_exact_and_excluded_words_have_no_synonyms(self, index_of, measure):
        index = index_of(measure((None, "专利先使用后付费。"), (None, "专利先用后付。")))
        assert [hit.text for hit in index.search('"先用后付"').hits] == ["专利先用后付。"]
        assert [hit.text for hit in index.search("专利 -先用后付").hits] == ["专利先使用后付费。"]

    def test_the_five_answer_in_words_they_do_not_use(self, index_of_five: Index):
        assert index_of_five.search('"打官司"').total == 0
        assert {hit.group for hit in index_of_five.search("打官司").hits} == {"synonym"}
