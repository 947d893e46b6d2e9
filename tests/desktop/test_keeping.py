"""Nothing is lost: what a crash leaves is offered, what others do to the file is told, closing is safe at any moment."""

import errno
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from chengwen_desktop import dialogs, faults
from chengwen_desktop.differences_dialog import DifferencesDialog
from chengwen_desktop.home import recovery_folder
from chengwen_desktop.keeping import autosave, backups, locks
from chengwen_desktop.keeping.backups_dialog import BackupsDialog
from chengwen_desktop.keeping.copies import read_copy, write_copy
from chengwen_library.errors import UnwritableFile
from chengwen_templates.draft import load_draft, reword_unit, save_draft
from drafts import small_draft
from holding import hold

CHANGED = reword_unit(small_draft(), "b", "盘活存量", "开展全面盘点。")
TIMEOUT = 10_000


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Copies are written after a tenth of the usual pause."""
    monkeypatch.setattr(autosave, "PAUSE", 0.1)
    monkeypatch.setattr(autosave, "LATEST", 0.3)


def reword(window, text="开展全面盘点。"):
    window.documents.session.change("改写", lambda draft: reword_unit(draft, "b", "盘活存量", text), "b")


def copies():
    return sorted(recovery_folder().glob("*.akn"))


def left(path: Path | None, draft=CHANGED, name="文稿.akn"):
    """Leave a copy as a program that was killed leaves it."""
    recovery_folder().mkdir(parents=True, exist_ok=True)
    file = recovery_folder() / f"dead{len(copies())}-1.akn"
    write_copy(file, draft, path, name)
    return file


def words(window):
    return window.bar.message.words if window.bar.message else ""


def deed(window, label):
    """Press a button of the message bar."""
    buttons = [each for each in window.bar.findChildren(QPushButton) if each.isVisible()]
    next(each for each in buttons if each.text() == label).click()


def answer(kind, act):
    """Wait for a dialog of this kind and act on it."""
    seen = []

    def look():
        found = QApplication.activeModalWidget()
        if isinstance(found, kind) and not (isinstance(found, DifferencesDialog) and not found.found):
            timer.stop()
            seen.append(found)
            act(found)

    timer = QTimer(QApplication.instance(), interval=20)
    timer.timeout.connect(look)
    timer.start()
    return seen


def strip(message):
    """The words with the time taken out."""
    return re.sub(r"\d\d:\d\d", "14:31", message)


def test_unsaved_changes_have_a_copy_within_seconds_and_saving_removes_it(begin, draft_file, qtbot):
    window = begin(draft_file)
    assert copies() == []
    reword(window)
    qtbot.waitUntil(lambda: len(copies()) == 1, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: read_copy(copies()[0]).draft == window.documents.session.draft, timeout=TIMEOUT)
    assert read_copy(copies()[0]).path == draft_file
    assert load_draft(draft_file) == small_draft()
    window.actions_["save"].trigger()
    assert copies() == []
    assert load_draft(draft_file) == CHANGED


def test_typing_without_a_pause_is_copied_all_the_same(begin, draft_file, qtbot, monkeypatch):
    monkeypatch.setattr(autosave, "PAUSE", 60.0)
    window = begin(draft_file)
    for number in range(8):
        reword(window, f"第{number}次。")
        qtbot.wait(60)
    assert len(copies()) == 1


def test_a_change_that_is_taken_back_needs_no_copy(begin, draft_file, qtbot):
    window = begin(draft_file)
    reword(window)
    qtbot.waitUntil(lambda: len(copies()) == 1, timeout=TIMEOUT)
    window.documents.session.stack.undo()
    qtbot.waitUntil(lambda: copies() == [], timeout=TIMEOUT)


def test_after_a_crash_the_copy_is_offered_and_restored_as_one_step(begin, draft_file, qtbot):
    file = left(draft_file)
    window = begin(draft_file)
    qtbot.waitUntil(lambda: "上次没有正常关闭" in words(window), timeout=TIMEOUT)
    assert strip(words(window)) == "上次没有正常关闭，找到 14:31 的备份，比文件多 1 条改动。"
    deed(window, "恢复备份")
    assert window.documents.session.draft == CHANGED
    assert window.documents.session.is_dirty
    assert not file.exists()
    assert [read_copy(copy).draft for copy in copies()] == [CHANGED]
    window.documents.session.stack.undo()
    assert window.documents.session.draft == small_draft()


def test_what_differs_is_shown_before_it_is_restored(begin, draft_file, qtbot):
    left(draft_file)
    window = begin(draft_file)
    qtbot.waitUntil(lambda: "上次没有正常关闭" in words(window), timeout=TIMEOUT)
    seen = answer(DifferencesDialog, lambda dialog: dialog.agree_button.click())
    deed(window, "看差别")
    assert [(one.label, one.after) for one in seen[0].found] == [("（二）盘活存量", "盘活存量。开展全面盘点。")]
    assert window.documents.session.draft == CHANGED


def test_a_look_at_the_differences_decides_nothing(begin, draft_file, qtbot):
    file = left(draft_file)
    window = begin(draft_file)
    qtbot.waitUntil(lambda: "上次没有正常关闭" in words(window), timeout=TIMEOUT)
    answer(DifferencesDialog, lambda dialog: dialog.reject())
    deed(window, "看差别")
    assert "上次没有正常关闭" in words(window)
    assert file.exists()


def test_closing_the_offer_keeps_the_copy_and_removing_it_asks(begin, draft_file, qtbot):
    file = left(draft_file)
    window = begin(draft_file)
    qtbot.waitUntil(lambda: "上次没有正常关闭" in words(window), timeout=TIMEOUT)
    answer(QMessageBox, lambda box: box.reject())
    deed(window, "删除备份")
    assert file.exists()
    assert "上次没有正常关闭" in words(window)
    deed(window, "关闭")
    assert file.exists()
    assert [offer.copy.file for offer in window.keeping.recovery.offers] == [file]
    answer(QMessageBox, lambda box: next(b for b in box.buttons() if "删除" in b.text()).click())
    window.keeping.recovery.remove(window.keeping.recovery.offers[0])
    assert not file.exists()


def test_a_draft_that_was_never_saved_comes_back(begin, qtbot):
    file = left(None, name="示例市若干措施.akn")
    window = begin()
    qtbot.waitUntil(lambda: "上次没有正常关闭" in words(window), timeout=TIMEOUT)
    assert strip(words(window)) == "上次没有正常关闭，找到“示例市若干措施.akn” 14:31 的备份，它还没有保存过。"
    deed(window, "恢复备份")
    session = window.documents.session
    assert (session.draft, session.path, session.is_dirty) == (CHANGED, None, True)
    assert not file.exists()
    assert [read_copy(copy).draft for copy in copies()] == [CHANGED]


def test_the_copy_of_a_file_that_is_gone_comes_back_under_its_name(begin, tmp_path, qtbot):
    path = tmp_path / "away" / "文稿.akn"
    left(path)
    window = begin()
    qtbot.waitUntil(lambda: "上次没有正常关闭" in words(window), timeout=TIMEOUT)
    assert "原来的文件读不到了" in words(window)
    deed(window, "恢复备份")
    assert window.documents.save()
    assert load_draft(path) == CHANGED


def test_the_copy_of_another_file_opens_that_file(begin, draft_file, tmp_path, qtbot):
    other = tmp_path / "另一份.akn"
    save_draft(small_draft(), other)
    left(other, name=other.name)
    window = begin(draft_file)
    qtbot.waitUntil(lambda: "“另一份.akn”" in words(window), timeout=TIMEOUT)
    deed(window, "恢复备份")
    qtbot.waitUntil(lambda: window.documents.session.path == other, timeout=TIMEOUT)
    assert window.documents.session.draft == CHANGED


def test_a_copy_with_nothing_new_is_not_offered(begin, draft_file, qtbot):
    file = left(draft_file, small_draft())
    window = begin(draft_file)
    qtbot.waitUntil(lambda: not file.exists(), timeout=TIMEOUT)
    assert words(window) == ""


def test_a_file_changed_by_another_program_is_noticed_and_ours_is_kept_before_it_is_read(begin, draft_file, qtbot):
    window = begin(draft_file)
    reword(window)
    theirs = reword_unit(small_draft(), "c", "协同保护", "另有规定。")
    save_draft(theirs, draft_file)
    qtbot.waitUntil(lambda: words(window) == "这个文件刚被别的程序改过。", timeout=TIMEOUT)
    deed(window, "重新打开")
    qtbot.waitUntil(lambda: window.documents.session.draft == theirs, timeout=TIMEOUT)
    (kept,) = backups.listed(draft_file)
    assert (kept.reason, load_draft(kept.file)) == (backups.Reason.OURS, CHANGED)


def test_our_own_saving_is_not_taken_for_anothers(begin, draft_file, qtbot):
    window = begin(draft_file)
    for number in range(3):
        reword(window, f"第{number}次。")
        window.documents.save()
        qtbot.wait(500)
    assert words(window) == ""


def test_saving_over_what_another_program_wrote_keeps_it(begin, draft_file):
    window = begin(draft_file)
    window.keeping.outside.stop()
    theirs = reword_unit(small_draft(), "c", "协同保护", "另有规定。")
    save_draft(theirs, draft_file)
    reword(window)
    assert window.documents.save()
    (kept,) = backups.listed(draft_file)
    assert (kept.reason, load_draft(kept.file)) == (backups.Reason.OUTSIDE, theirs)
    assert "别的程序改过的那份" in window.status.words.text()


def test_a_file_that_was_taken_away_is_told_and_can_be_saved_again(begin, draft_file, qtbot):
    window = begin(draft_file)
    draft_file.unlink()
    qtbot.waitUntil(lambda: "被移走或删除" in words(window), timeout=TIMEOUT)
    deed(window, "保存")
    assert load_draft(draft_file) == small_draft()
    assert words(window) == ""


def test_a_file_that_another_window_edits_is_told_and_opens_read_only(begin, draft_file, tmp_path, qtbot, monkeypatch):
    process = hold(draft_file)
    window = begin()
    window.documents.open(draft_file)
    qtbot.waitUntil(lambda: words(window) == "这份文稿正在另一个窗口编辑。", timeout=TIMEOUT)
    assert window.documents.session is None
    deed(window, "只读打开")
    qtbot.waitUntil(lambda: window.documents.session is not None, timeout=TIMEOUT)
    assert window.documents.session.is_read_only
    elsewhere = tmp_path / "另存.akn"
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: elsewhere)
    reword(window)
    assert window.documents.save()
    assert (load_draft(elsewhere), load_draft(draft_file)) == (CHANGED, small_draft())
    assert not window.documents.session.is_read_only
    process.communicate("")


def test_a_file_that_another_window_edits_is_not_saved_over(begin, draft_file, tmp_path, monkeypatch):
    other = tmp_path / "另一份.akn"
    save_draft(small_draft(), other)
    process = hold(other)
    window = begin(draft_file)
    reword(window)
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: other)
    assert not window.documents.save_as()
    assert "正在另一个窗口编辑" in words(window)
    assert load_draft(other) == small_draft()
    process.communicate("")


def test_a_window_that_cannot_be_reached_is_told(begin, draft_file, qtbot):
    process = hold(draft_file)
    window = begin()
    window.documents.open(draft_file)
    qtbot.waitUntil(lambda: window.bar.message is not None, timeout=TIMEOUT)
    deed(window, "转到那个窗口")
    assert window.status.words.text() == "没能转到那个窗口"
    assert words(window) == "这份文稿正在另一个窗口编辑。"
    process.communicate("")


def test_closing_lets_go_of_the_file(begin, draft_file):
    window = begin(draft_file)
    assert locks.beside(draft_file).exists()
    window.close()
    assert not locks.beside(draft_file).exists()
    assert not any(recovery_folder().iterdir())


def refuse(number):
    """Return a write that fails as a full disk does."""

    def write(path, content):
        raise UnwritableFile(f"没能写入“{path}”") from OSError(number, "no")

    return write


def test_a_full_disk_is_told_with_a_way_out_and_the_copy_has_the_changes(begin, draft_file, monkeypatch):
    window = begin(draft_file)
    reword(window)
    monkeypatch.setattr("chengwen_desktop.draft.session.write_atomically", refuse(errno.ENOSPC))
    assert not window.documents.save()
    assert words(window) == "没能保存：磁盘已满。改动还在备份里，请换个位置保存。"
    assert [label for label, _ in window.bar.message.deeds] == ["另存为"]
    assert window.documents.session.is_dirty
    assert [read_copy(copy).draft for copy in copies()] == [CHANGED]


def test_where_nothing_can_be_written_at_all_that_is_told_too(begin, draft_file, monkeypatch, qtbot):
    window = begin(draft_file)
    monkeypatch.setattr("chengwen_desktop.keeping.copies.write_atomically", refuse(errno.EROFS))
    reword(window)
    qtbot.waitUntil(lambda: words(window).startswith("没能写下备份：磁盘是只读的。"), timeout=TIMEOUT)
    monkeypatch.setattr("chengwen_desktop.draft.session.write_atomically", refuse(errno.EACCES))
    assert not window.documents.save()
    assert words(window) == "没能保存：没有权限。备份也没能写下，请换个位置保存。"


def test_copies_that_can_be_written_again_end_the_warning(begin, draft_file, monkeypatch, qtbot):
    window = begin(draft_file)
    with monkeypatch.context() as patch:
        patch.setattr("chengwen_desktop.keeping.copies.write_atomically", refuse(errno.ENOSPC))
        reword(window)
        qtbot.waitUntil(lambda: words(window).startswith("没能写下备份"), timeout=TIMEOUT)
    qtbot.waitUntil(lambda: words(window) == "", timeout=TIMEOUT)
    assert len(copies()) == 1


def test_a_backup_that_fails_does_not_keep_the_draft_from_being_saved(begin, draft_file, home):
    window = begin(draft_file)
    (home / "backups").write_text("a file where the folder should be")
    reword(window)
    assert window.documents.save()
    assert load_draft(draft_file) == CHANGED


def test_the_backup_of_the_day_is_in_the_list_and_opens_as_a_copy(begin, draft_file, qtbot):
    window = begin(draft_file)
    reword(window)
    window.documents.save()
    seen = answer(BackupsDialog, lambda dialog: dialog.open_button.click())
    window.actions_["backups"].trigger()
    assert seen[0].list.count() == 1
    assert seen[0].list.item(0).text().endswith("当天第一次保存前")
    qtbot.waitUntil(lambda: window.documents.session.path is None, timeout=TIMEOUT)
    assert (window.documents.session.draft, window.documents.session.is_dirty) == (small_draft(), True)
    assert load_draft(draft_file) == CHANGED


def test_a_backup_is_compared_with_the_window(begin, draft_file, qtbot):
    window = begin(draft_file)
    reword(window)
    window.documents.save()

    shown = []

    def compare(dialog):
        answer(DifferencesDialog, lambda found: (shown.extend(found.found), found.reject(), dialog.reject()))
        dialog.compare_button.click()

    answer(BackupsDialog, compare)
    window.actions_["backups"].trigger()
    assert [one.label for one in shown] == ["（二）盘活存量"]


def test_without_backups_the_list_says_when_they_are_made(begin, draft_file):
    window = begin(draft_file)
    seen = answer(BackupsDialog, lambda dialog: dialog.reject())
    window.actions_["backups"].trigger()
    assert seen[0].words.text().startswith("还没有备份。每天第一次保存前")
    assert not seen[0].open_button.isEnabled()


def test_a_fault_saves_first_then_is_logged_then_told(begin, draft_file, monkeypatch, qtbot):
    window = begin(draft_file)
    reword(window)
    order = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(faults, "_catch_qt", lambda _: None)
    monkeypatch.setattr(faults, "record", lambda error: order.append("logged"))

    def save():
        order.append("saved")
        return window.keeping.save_at_once()

    faults.catch(save, lambda saved: (order.append("told"), window.keeping.fault_told.emit(saved)))
    sys.excepthook(ValueError, ValueError("x"), None)
    assert order == ["saved", "logged", "told"]
    assert [read_copy(copy).draft for copy in copies()] == [CHANGED]
    qtbot.waitUntil(lambda: words(window) == "程序出了问题，文稿已经保存到备份。", timeout=TIMEOUT)
    assert [each.text() for each in window.bar.findChildren(QPushButton) if each.isVisible()] == [
        "重新启动",
        "复制出错记录",
        "继续",
    ]


def test_a_fault_in_a_thread_is_told_in_the_window(begin, draft_file, monkeypatch, qtbot):
    window = begin(draft_file)
    reword(window)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(faults, "_catch_qt", lambda _: None)
    faults.catch(window.keeping.save_at_once, window.keeping.fault_told.emit)
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: words(window) == "程序出了问题，文稿已经保存到备份。", timeout=TIMEOUT)
    deed(window, "复制出错记录")
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()


def test_a_handler_that_fails_itself_raises_nothing(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(faults, "_catch_qt", lambda _: None)

    def fail(*_):
        raise RuntimeError

    faults.catch(fail, fail)
    sys.excepthook(ValueError, ValueError("x"), None)
    assert "ValueError: x" in faults.last()


def test_when_the_session_ends_the_window_goes_without_a_question_and_the_copy_stays(begin, draft_file, monkeypatch):
    window = begin(draft_file)
    reword(window)
    monkeypatch.setattr(dialogs, "ask_keep", lambda *_: pytest.fail("asked"))
    window.keeping._flush_for_the_end()
    assert window.close()
    assert [read_copy(copy).draft for copy in copies()] == [CHANGED]


def test_an_end_that_did_not_come_asks_again(begin, draft_file, monkeypatch):
    window = begin(draft_file)
    window.keeping._flush_for_the_end()
    reword(window)
    monkeypatch.setattr(dialogs, "ask_keep", lambda *_: dialogs.Keep.CANCEL)
    assert not window.close()


def test_changes_that_nobody_wants_leave_no_copy(begin, draft_file, monkeypatch, qtbot):
    window = begin(draft_file)
    reword(window)
    qtbot.waitUntil(lambda: len(copies()) == 1, timeout=TIMEOUT)
    monkeypatch.setattr(dialogs, "ask_keep", lambda *_: dialogs.Keep.DISCARD)
    window.actions_["close"].trigger()
    assert copies() == []


RUNS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from chengwen_desktop import app
from chengwen_templates.draft import reword_unit
def look():
    window = next(each for each in QApplication.topLevelWidgets() if each.inherits("QMainWindow"))
    if window.documents.session is None or window.finder is None:
        return
    timer.stop()
    window.documents.session.change("改写", lambda draft: reword_unit(draft, "b", "盘活存量", "开展全面盘点。"), "b")
    print("changed", flush=True)
    if sys.argv[2] == "slot":
        QTimer.singleShot(0, lambda: 1 / 0)
    if sys.argv[2] == "fatal":
        from PySide6.QtCore import qFatal
        QTimer.singleShot(0, lambda: qFatal("the end"))
made = app.make_application
def watched():
    global timer
    application = made()
    timer = QTimer(application, interval=20)
    timer.timeout.connect(look)
    timer.start()
    return application
app.make_application = watched
sys.exit(app.run(Path(sys.argv[1]), False))
"""


def run(draft_file, how):
    process = subprocess.Popen(
        [sys.executable, "-c", RUNS, str(draft_file), how],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "changed\n"
    return process


def test_a_signal_to_end_is_obeyed_with_every_change_in_the_copy(draft_file):
    process = run(draft_file, "wait")
    process.terminate()
    process.communicate(timeout=20)
    assert process.returncode == 0
    assert [read_copy(copy).draft for copy in copies()] == [CHANGED]
    assert not locks.beside(draft_file).exists()


def test_a_fault_in_a_slot_leaves_the_window_running_and_the_draft_in_the_copy(draft_file):
    process = run(draft_file, "slot")
    for _ in range(100):
        if copies():
            break
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.05)
    assert process.poll() is None
    assert [read_copy(copy).draft for copy in copies()] == [CHANGED]
    process.terminate()
    process.communicate(timeout=20)


def test_before_qt_ends_the_program_the_draft_is_saved(draft_file):
    process = run(draft_file, "fatal")
    process.communicate(timeout=20)
    assert process.returncode < 0
    assert [read_copy(copy).draft for copy in copies()] == [CHANGED]
    assert any(file.stat().st_size for file in recovery_folder().glob("*.crash"))


def test_a_crash_of_the_last_time_is_told_at_the_next_start(begin, draft_file, qtbot):
    recovery_folder().mkdir(parents=True)
    (recovery_folder() / "dead.crash").write_text("Fatal Python error: Segmentation fault")
    window = begin(draft_file)
    qtbot.waitUntil(lambda: words(window) == "程序上次意外中断，出错记录已经留下。", timeout=TIMEOUT)
    deed(window, "复制出错记录")
    assert "Segmentation fault" in QGuiApplication.clipboard().text()
    assert not (recovery_folder() / "dead.crash").exists()


def test_a_crash_of_the_last_time_is_told_though_a_draft_is_opened_after_it(begin, draft_file, qtbot):
    recovery_folder().mkdir(parents=True)
    (recovery_folder() / "dead.crash").write_text("Fatal Python error: Segmentation fault")
    window = begin()
    qtbot.waitUntil(lambda: words(window) == "程序上次意外中断，出错记录已经留下。", timeout=TIMEOUT)
    window.documents.open(draft_file)
    qtbot.waitUntil(lambda: window.documents.session is not None, timeout=TIMEOUT)
    assert words(window) == "程序上次意外中断，出错记录已经留下。"
