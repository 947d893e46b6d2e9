"""What the program gives back while it rests, and that it answers as before."""

import re
import sys
from pathlib import Path

import pytest

from chengwen_desktop import tasks as tasks_module
from chengwen_desktop.home import index_folder, library_folder
from chengwen_desktop.resting import Resting, trim
from chengwen_desktop.search.finder import open_finder
from chengwen_desktop.search.question import Question
from chengwen_desktop.tasks import Tasks

SMALL, MANY = 600, 200_000
MEGABYTE = 1 << 20


@pytest.fixture
def finder():
    made = open_finder(library_folder(), index_folder(), lambda _: None)
    yield made
    made.close()


def mapped(folder: Path) -> int:
    """Return how many kB of files in a folder this process has in memory."""
    parts = re.split(r"(?m)^(?=[0-9a-f]+-[0-9a-f]+ )", Path("/proc/self/smaps").read_text())
    return sum(int(re.search(r"Rss:\s+(\d+)", part)[1]) for part in parts if str(folder) in part)


def in_memory() -> int:
    return int(re.search(r"RssAnon:\s+(\d+)", Path("/proc/self/status").read_text())[1]) * 1024


@pytest.mark.skipif(sys.platform != "linux", reason="looks at memory by /proc")
def test_an_index_that_gave_its_pages_back_answers_as_before(finder):
    question = Question("质押融资")
    before = finder.find(question)
    assert mapped(index_folder()) > 0
    finder.give_back()
    assert mapped(index_folder()) == 0
    assert finder.find(question).answer.hits == before.answer.hits


def test_an_index_that_is_closed_gives_nothing_back_and_says_nothing(finder):
    finder.close()
    finder.give_back()


@pytest.mark.skipif(sys.platform != "linux", reason="looks at memory by /proc")
def test_memory_that_lies_free_between_what_is_used_is_given_back():
    made = [bytes(SMALL) for _ in range(MANY)]
    held = made[::50]
    taken = in_memory()
    del made
    trim()
    assert taken - in_memory() > 50 * MEGABYTE
    assert len(held) == MANY / 50


def test_the_program_rests_when_no_answer_has_come_for_a_while(qtbot, monkeypatch):
    monkeypatch.setattr(tasks_module, "REST", 100)
    given_back = []
    monkeypatch.setattr("chengwen_desktop.resting.trim", lambda: given_back.append(True))
    tasks = Tasks()
    resting = Resting(tasks, lambda: None, tasks)
    for _ in range(4):
        tasks.run("x", lambda: None, lambda _: None, lambda _: None)
        qtbot.wait(50)
        assert given_back == []
    qtbot.waitUntil(lambda: given_back == [True])
    assert resting.parent() is tasks
    tasks.stop()
