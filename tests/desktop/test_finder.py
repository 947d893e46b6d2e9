"""The library as the window asks it: what narrows an answer down, similar clauses, and letting go of it."""

from datetime import date
from threading import Event, Thread

import pytest

from chengwen_desktop.home import index_folder, library_folder
from chengwen_desktop.search.finder import Replaced, open_finder
from chengwen_desktop.search.question import Question
from chengwen_index.comparing.similarity import Relation, words_of
from chengwen_library import library
from chengwen_library.clauses import clauses
from chengwen_library.library import Library, read_measure_file
from chengwen_library.model import Status


@pytest.fixture
def finder():
    made = open_finder(library_folder(), index_folder(), lambda _: None)
    yield made
    made.close()


def test_a_chosen_region_leaves_the_others_to_be_chosen(finder):
    everywhere = finder.find(Question("质押融资"))
    there = finder.find(everywhere.question.narrowed("region", "东莞市"))
    assert {hit.region for hit in there.answer.hits} == {"东莞市"}
    assert there.counts["region"] == everywhere.counts["region"]
    assert len(there.counts["region"]) > 1
    assert there.counts["topic"] != everywhere.counts["topic"]


def test_limits_combine_and_each_counts_what_the_others_leave(finder):
    question = Question("知识产权").narrowed("region", "武汉市")
    topic = max(finder.find(question).counts["topic"].items(), key=lambda item: item[1])[0]
    both = finder.find(question.narrowed("topic", topic))
    assert both.answer.hits
    assert all(hit.region == "武汉市" and topic in hit.topics for hit in both.answer.hits)
    for region, count in both.counts["region"].items():
        alone = finder.find(Question("知识产权").narrowed("topic", topic).narrowed("region", region))
        assert len(alone.answer.hits) == count


def test_what_bars_every_hit_is_named(finder):
    question = Question('"先使用后付费"')
    elsewhere = {"武汉市", "东莞市", "成都市", "鄂州市"} - finder.find(question).counts["region"].keys()
    barred = finder.find(question.narrowed("region", sorted(elsewhere)[0]))
    assert barred.answer.hits == ()
    assert barred.freeing == ("region",)


def test_repealed_measures_can_be_chosen_though_they_are_not_listed():
    first = open_finder(library_folder(), index_folder(), lambda _: None)
    measure = first.library.measures()[0]
    first.library.set_status(measure.id, Status.REPEALED, date(2026, 1, 2))
    assert first.is_stale()
    first.close()
    second = open_finder(library_folder(), index_folder(), lambda _: None)
    found = second.find(Question("知识产权"))
    assert measure.id not in {hit.measure_id for hit in found.answer.hits}
    repealed = second.find(found.question.narrowed("status", Status.REPEALED))
    assert {hit.measure_id for hit in repealed.answer.hits} == {measure.id}
    assert len(repealed.answer.hits) == found.counts["status"][Status.REPEALED]
    second.close()


def test_clauses_like_one_are_related_to_it_and_of_other_measures(finder):
    own = next(one for one in clauses(finder.library.measures()[0]) if "金融" in (one.heading or "") and one.unit)
    found = finder.similar(words_of(own), own.measure.id)
    assert found
    assert own.measure.id not in {one.hit.measure_id for one in found}
    assert [one.similarity for one in found] == sorted((one.similarity for one in found), reverse=True)
    assert None not in {one.relation for one in found}
    assert finder.similar(words_of(own), None)[0].relation is Relation.VERBATIM


def test_measures_are_found_by_id_number_or_title_and_only_these_are_read(finder, monkeypatch):
    read = []
    known = {measure.region: measure for measure in Library(library_folder()).measures()}
    monkeypatch.setattr(library, "read_measure_file", lambda path: read.append(path) or read_measure_file(path))
    first, second, third = known["鄂州市"], known["成都市"], known["东莞市"]
    found = finder.measures_named([first.id, second.doc_number, third.title, "没有这一件"])
    assert {measure.id for measure in found} == {first.id, second.id, third.id}
    assert len(read) == len(found)


def test_a_library_that_was_closed_answers_nobody(finder):
    finder.close()
    with pytest.raises(Replaced):
        finder.find(Question("质押融资"))


def test_closing_waits_for_who_is_asking(finder, monkeypatch):
    asked, go, answers = Event(), Event(), []
    search = finder._index.search

    def slow(*given, **named):
        asked.set()
        go.wait(5)
        return search(*given, **named)

    monkeypatch.setattr(finder._index, "search", slow)
    thread = Thread(target=lambda: answers.append(finder.find(Question("质押融资"))))
    thread.start()
    asked.wait(5)
    finder.close()
    go.set()
    thread.join(5)
    assert answers[0].answer.hits
    assert not finder._finish.alive
