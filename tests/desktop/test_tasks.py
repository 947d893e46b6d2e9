"""Work off the GUI thread: answers come back there, stale ones are dropped, failures are told."""

from threading import Event, current_thread, main_thread

from chengwen_desktop.tasks import Tasks


def never(error: Exception) -> None:
    raise AssertionError(error)


def test_the_work_is_done_elsewhere_and_its_result_comes_back_here(qtbot):
    tasks, seen = Tasks(), []
    tasks.run("x", lambda: current_thread() is main_thread(), lambda r: seen.append((r, current_thread())), never)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(False, main_thread())]
    tasks.stop()


def test_a_failure_comes_back_too(qtbot):
    tasks, seen = Tasks(), []
    tasks.run("x", lambda: 1 // 0, lambda _: seen.append("done"), seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], ZeroDivisionError)
    tasks.stop()


def test_the_answer_of_older_work_of_the_same_kind_is_dropped(qtbot):
    tasks, seen, go = Tasks(), [], Event()
    tasks.run("search", lambda: go.wait(5) and "old", seen.append, never)
    tasks.run("search", lambda: "new", seen.append, never)
    tasks.run("export", lambda: "other", seen.append, never)
    qtbot.waitUntil(lambda: len(seen) == 2)
    go.set()
    qtbot.wait(50)
    assert sorted(seen) == ["new", "other"]
    tasks.stop()


def test_work_that_is_forgotten_brings_nothing(qtbot):
    tasks, seen, go = Tasks(), [], Event()
    tasks.run("search", lambda: go.wait(5), seen.append, never)
    tasks.forget("search")
    go.set()
    qtbot.wait(50)
    assert seen == []
    tasks.stop()


def test_after_the_stop_nothing_runs_and_nothing_comes(qtbot):
    tasks, seen, ended = Tasks(), [], []
    tasks.run("x", lambda: ended.append(True), seen.append, never)
    tasks.stop()
    tasks.run("y", lambda: ended.append(True), seen.append, never)
    qtbot.wait(50)
    assert seen == []
    assert len(ended) <= 1
