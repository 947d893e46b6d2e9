"""Reading in from the window: one file, a batch with its list, pasted text, drops, and the watched folder."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from chengwen_desktop import home
from chengwen_desktop.app import make_application, open_window
from chengwen_desktop.importing import batch, questions, watching
from chengwen_desktop.importing.batch import WORDS
from chengwen_desktop.main_window import MainWindow
from chengwen_desktop.search.model import HIT
from chengwen_library.batch import Result
from chengwen_library.library import Library

TIMEOUT = 20_000


@pytest.fixture
def begin(qtbot, qapp):
    """Open a window and wait for its library."""
    opened = []

    def start() -> MainWindow:
        make_application()
        window = open_window(None, sample=False)
        opened.append(window)
        qtbot.addWidget(window)
        qtbot.waitUntil(lambda: window.finder is not None, timeout=TIMEOUT)
        return window

    yield start
    for window in opened:
        window.importing.stop()
        window.tasks.stop()
        if window.importing.desk.dialog is not None:
            _forget(window)
            window.importing.desk.dialog.reject()


def _forget(window: MainWindow) -> None:
    for item in window.importing.desk.dialog._items:
        item.is_kept = True


def text(number: int, words: str = "") -> str:
    clauses = "".join(
        f"（{mark}）推进第{number}项工作{mark}。支持企业开展第{number}号{mark}类奇巧转化{words}。\n"
        for mark in "一二三"
    )
    return f"示例市第{number}项若干措施\n示科发〔2026〕{number}号\n为推进工作，制定本措施。\n一、任务\n{clauses}"


def written(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(1, count + 1):
        (folder / f"{number:03}.txt").write_text(text(number), encoding="utf-8")
    return folder


def titles() -> set[str]:
    return {measure.title for measure in Library(home.library_folder()).measures()}


def dialog_of(window: MainWindow, qtbot):
    qtbot.waitUntil(lambda: window.importing.desk.dialog is not None, timeout=TIMEOUT)
    return window.importing.desk.dialog


def test_a_file_is_reviewed_kept_and_found_by_search_at_once(begin, qtbot, tmp_path, monkeypatch):
    window = begin()
    file = tmp_path / "措施.txt"
    file.write_text(text(1), encoding="utf-8")
    monkeypatch.setattr(questions, "ask_files", lambda *_: [file])
    window.actions_["import"].trigger()
    dialog = dialog_of(window, qtbot)
    assert dialog.isModal()
    window.search.box.setText("奇巧转化")
    qtbot.wait(300)
    before = window.finder
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.finder is not before, timeout=TIMEOUT)
    assert "示例市第1项若干措施" in titles()
    model = window.search.model
    qtbot.waitUntil(lambda: model.rowCount() > 0, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: model.first_hit().data(HIT).title == "示例市第1项若干措施", timeout=TIMEOUT)
    assert window.importing.desk.dialog is None


def test_a_file_that_cannot_be_read_is_said_and_the_others_are_reviewed(begin, qtbot, tmp_path):
    window = begin()
    folder = written(tmp_path / "in", 2)
    (folder / "002.txt").write_bytes(b"")
    window.importing.desk.read_in([folder])
    dialog = dialog_of(window, qtbot)
    assert dialog._place.text() == "第 1 件，共 1 件"
    assert "002.txt" in window.bar.message.words


def test_pasted_text_is_read_in_and_nothing_to_paste_is_said(begin, qtbot):
    window = begin()
    QGuiApplication.clipboard().setText("  ")
    window.actions_["import_pasted"].trigger()
    assert window.status.words.text() == "剪贴板里没有文字"
    QGuiApplication.clipboard().setText(text(1))
    window.actions_["import_pasted"].trigger()
    dialog = dialog_of(window, qtbot)
    dialog.keep_button.click()
    qtbot.waitUntil(lambda: "示例市第1项若干措施" in titles(), timeout=TIMEOUT)
    library = Library(home.library_folder())
    (kept,) = [measure for measure in library.measures() if measure.title == "示例市第1项若干措施"]
    assert [path.read_text("utf-8") for path in library.sources(kept.id)] == [text(1)]


def test_files_dropped_on_the_draft_are_read_in(begin, qtbot, tmp_path):
    window = begin()
    file = tmp_path / "措施.txt"
    file.write_text(text(1), encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    window.actions_["sample"].trigger()
    qtbot.waitUntil(lambda: window.documents.session is not None, timeout=TIMEOUT)
    target = window.draft.editor.viewport()
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), *how)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPoint(5, 5), *how))
    assert dialog_of(window, qtbot).page.review.source.name == "措施.txt"


def test_many_files_are_read_in_the_background_and_listed(begin, qtbot, tmp_path):
    window = begin()
    folder = written(tmp_path / "in", 12)
    (folder / "003.txt").write_bytes(b"\0\1")
    (folder / "004.txt").write_text(text(4).replace("一、任务", "任务"), encoding="utf-8")
    window.importing.desk.read_in([folder])
    qtbot.waitUntil(lambda: window.importing.desk.outcomes is not None, timeout=TIMEOUT)
    assert window.importing.line.isHidden()
    outcomes = window.importing.desk.outcomes
    assert outcomes.words.text().startswith("读入 1")
    assert "没有收入 1 件" in outcomes.words.text()
    first = outcomes.line
    assert (first.path.name, WORDS[first.result]) == ("003.txt", "没有收入")
    assert "003.txt" in first.message
    assert len(titles()) == 5 + 11 - 0


def test_a_batch_is_stopped_and_what_was_done_stays(begin, qtbot, tmp_path, monkeypatch):
    window = begin()
    folder = written(tmp_path / "in", 30)
    go, real = Event(), batch.import_files

    def slow(paths, library, today, replace, progress, cancelled):
        for number, outcome in enumerate(real(paths, library, today, replace, progress, cancelled), start=1):
            yield outcome
            if number == 4:
                go.wait(10)

    monkeypatch.setattr(batch, "import_files", slow)
    window.importing.desk.read_in([folder])
    line = window.importing.line
    qtbot.waitUntil(lambda: line.words.text() == "正在读入 4 件，共 30 件。", timeout=TIMEOUT)
    window.importing.desk.read_in([folder])
    assert window.status.words.text() == "正在读入别的文件，读完再来"
    line.stop_button.click()
    assert line.words.text() == "正在停下…"
    go.set()
    qtbot.waitUntil(lambda: window.importing.desk.outcomes is not None, timeout=TIMEOUT)
    assert window.importing.desk.outcomes.words.text() == "停下了，30 件里读了 4 件。读入 4 件。"
    assert len(titles()) == 5 + 4


def test_a_conflict_is_listed_and_mended_from_the_list(begin, qtbot, tmp_path, monkeypatch):
    window = begin()
    folder = written(tmp_path / "in", 6)
    window.importing.desk.read_in([folder])
    qtbot.waitUntil(lambda: window.importing.desk.outcomes is not None, timeout=TIMEOUT)
    window.importing.desk.outcomes.accept()
    (folder / "001.txt").write_text(text(1, "和玄妙"), encoding="utf-8")
    window.importing.desk.read_in([folder])
    qtbot.waitUntil(lambda: window.importing.desk.outcomes is not None, timeout=TIMEOUT)
    outcomes = window.importing.desk.outcomes
    assert outcomes.words.text() == "已有 5 件，没有收入 1 件。"
    assert outcomes.line.result is Result.CONFLICT
    assert "--" not in outcomes.line.message
    assert "和玄妙" not in str(Library(home.library_folder()).measures())
    monkeypatch.setattr(questions, "ask_anyway", lambda *_: True)
    outcomes.list.activated.emit(outcomes.list.currentIndex())
    dialog_of(window, qtbot).keep_button.click()
    qtbot.waitUntil(lambda: window.importing.desk.dialog is None, timeout=TIMEOUT)
    assert (outcomes.line.result, outcomes.line.message) == (Result.READ, "已核对")
    assert "和玄妙" in str(Library(home.library_folder()).measures())


def test_a_file_mended_after_a_batch_takes_the_place_of_what_the_batch_kept(begin, qtbot, tmp_path):
    window = begin()
    folder = written(tmp_path / "in", 6)
    (folder / "001.txt").write_text(text(1).replace("示科发〔2026〕1号\n", ""), encoding="utf-8")
    window.importing.desk.read_in([folder])
    qtbot.waitUntil(lambda: window.importing.desk.outcomes is not None, timeout=TIMEOUT)
    before = Library(home.library_folder()).measures()
    outcomes = window.importing.desk.outcomes
    rows = [outcomes._model.item(row) for row in range(6)]
    outcomes.list.setCurrentIndex(next(item.index() for item in rows if "001.txt" in item.text()))
    outcomes.review_button.click()
    dialog = dialog_of(window, qtbot)
    dialog.page.form.control("doc_number").setFocus()
    dialog.page.form.control("doc_number").insert("示科发〔2026〕9")
    qtbot.keyClicks(dialog.page.form.control("doc_number"), "9")
    dialog.keep_button.click()
    qtbot.waitUntil(lambda: window.importing.desk.dialog is None, timeout=TIMEOUT)
    after = Library(home.library_folder()).measures()
    assert len(after) == len(before)
    assert [measure.title for measure in Library(home.library_folder()).removed()] == ["示例市第1项若干措施"]


def test_a_new_file_in_the_watched_folder_is_offered_and_read_in(begin, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(watching, "INTERVAL", 50)
    window = begin()
    folder = written(tmp_path / "watched", 1)
    monkeypatch.setattr(questions, "ask_folder", lambda *_: folder)
    watch = window.importing.watching
    watch.timer.setInterval(50)
    window.actions_["watch"].trigger()
    qtbot.waitUntil(lambda: window.bar.message is not None, timeout=TIMEOUT)
    assert window.bar.message.words == "监视的文件夹里有 1 个新文件。"
    assert [words for words, _ in window.bar.message.deeds] == ["读入", "以后再说"]
    (folder / "002.txt").write_text(text(2), encoding="utf-8")
    qtbot.waitUntil(lambda: "2 个" in window.bar.message.words, timeout=TIMEOUT)
    assert window.settings.offered == {}
    window.documents.close()
    assert window.bar.message.words == "监视的文件夹里有 2 个新文件。"
    window.bar.message.deeds[0][1]()
    dialog = dialog_of(window, qtbot)
    assert dialog._place.text() == "第 1 件，共 2 件"
    assert set(window.settings.offered) == {"001.txt", "002.txt"}


def test_what_was_put_off_is_offered_again_at_the_next_start(begin, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(watching, "INTERVAL", 50)
    folder = written(tmp_path / "watched", 1)
    first = begin()
    monkeypatch.setattr(questions, "ask_folder", lambda *_: folder)
    first.actions_["watch"].trigger()
    first.importing.watching.timer.setInterval(50)
    qtbot.waitUntil(lambda: first.bar.message is not None, timeout=TIMEOUT)
    first.bar._act(dict(first.bar.message.deeds)["以后再说"])
    qtbot.wait(300)
    assert first.bar.message is None
    first.close()
    second = begin()
    second.importing.watching.timer.setInterval(50)
    qtbot.waitUntil(lambda: second.bar.message is not None, timeout=TIMEOUT)
    monkeypatch.setattr(questions, "ask_stop_watching", lambda *_: True)
    second.actions_["watch"].trigger()
    assert second.settings.watched is None
    assert second.bar.message is None
