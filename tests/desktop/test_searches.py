"""The searches of late and those that are kept, from one day to the next."""

import json

import pytest

from chengwen_desktop.home import searches_file
from chengwen_desktop.search.memory import LONGEST, Searches
from chengwen_desktop.search.question import Question, question_of
from chengwen_desktop.tasks import Tasks
from chengwen_index.finding.filters import Filters

NARROW = Question("质押融资", Filters(region="东莞市", status="现行有效"), "date")


@pytest.fixture
def reopen(qapp):
    """Open the file of the user's folder, as each start of the window does."""
    started = []

    def start() -> Searches:
        for searches in started:
            searches.write()
        tasks = Tasks()
        tasks.stop()  # what threads would write is written by `write`
        started.append(Searches(searches_file(), tasks))
        return started[-1]

    return start


def test_the_latest_search_comes_first_and_stands_once(reopen):
    searches = reopen()
    for words in ("甲", "乙", "甲"):
        searches.remember(Question(words))
    assert [question.query for question in searches.history] == ["甲", "乙"]


def test_of_the_searches_of_late_fifty_are_remembered(reopen):
    searches = reopen()
    for number in range(LONGEST + 5):
        searches.remember(Question(f"词{number}"))
    again = reopen()
    assert len(again.history) == LONGEST == 50
    assert again.history[0].query == f"词{LONGEST + 4}"


def test_a_search_is_asked_again_the_next_day_with_its_limits_and_order(reopen):
    searches = reopen()
    searches.remember(NARROW)
    searches.keep("东莞的", NARROW)
    again = reopen()
    assert again.history == (NARROW,)
    assert again.kept(NARROW).name == "东莞的"
    assert again.kept(NARROW.freed()) is None


def test_forgetting_leaves_what_is_kept(reopen):
    searches = reopen()
    searches.remember(NARROW)
    searches.keep("东莞的", NARROW)
    searches.forget_history()
    again = reopen()
    assert (again.history, [saved.name for saved in again.saved]) == ((), ["东莞的"])
    again.drop(NARROW)
    assert reopen().saved == ()


def test_a_name_and_a_search_are_kept_once(reopen):
    searches = reopen()
    searches.keep("甲", NARROW)
    searches.keep("乙", NARROW)
    searches.keep("乙", Question("丙"))
    assert [(saved.name, saved.question.query) for saved in searches.saved] == [("乙", "丙")]


@pytest.mark.parametrize("content", ["{", "[]", '{"history": 7}', '{"history": null, "saved": []}', "\udcff"])
def test_a_damaged_file_is_put_aside_and_one_begins_anew(reopen, content):
    searches_file().parent.mkdir(parents=True)
    searches_file().write_bytes(content.encode("utf-8", "surrogateescape"))
    searches = reopen()
    assert (searches.history, searches.saved) == ((), ())
    assert searches_file().with_name("searches.json.damaged").is_file()
    searches.remember(NARROW)
    assert reopen().history == (NARROW,)


def test_an_entry_that_is_none_is_left_out_and_the_others_stay(reopen):
    entries = [NARROW.told(), 7, {"query": ""}, {"sort": "date"}, {"query": "甲", "region": 3, "sort": "?"}]
    searches_file().parent.mkdir(parents=True)
    saved = [{"name": "乙", "query": "甲"}, {"query": "甲"}]
    searches_file().write_text(json.dumps({"history": entries, "saved": saved}), "utf-8")
    searches = reopen()
    assert searches.history == (NARROW, Question("甲"))
    assert [saved.name for saved in searches.saved] == ["乙"]


def test_a_file_that_cannot_be_written_is_told(qtbot, tmp_path):
    blocked = tmp_path / "file"
    blocked.touch()
    tasks, told = Tasks(), []
    searches = Searches(blocked / "searches.json", tasks)
    searches.failed.connect(told.append)
    searches.remember(NARROW)
    qtbot.waitUntil(lambda: bool(told))
    assert "没能写入" in str(told[0])
    tasks.stop()


def test_a_search_is_called_by_its_words_and_limits():
    assert NARROW.words == "质押融资　东莞、现行有效、按日期"
    assert question_of(NARROW.told()) == NARROW
