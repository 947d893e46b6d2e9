"""版本: a draft kept under a name, its history, differences, going back; by keys and mouse."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

import docx
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication

from chengwen_desktop import dialogs
from chengwen_desktop.home import versions_folder
from chengwen_desktop.main_window import MainWindow
from chengwen_desktop.translation import moment_words
from chengwen_desktop.versions import versions
from chengwen_desktop.versions.entries import Entry, history, restored
from chengwen_desktop.versions.identity import identified
from chengwen_desktop.versions.store import AUTOMATIC_KEPT, Store, store_of
from chengwen_library.errors import UnreadableFile
from chengwen_library.files import PREFIX
from chengwen_library.model import Drafting, Measure
from chengwen_templates.draft import load_draft, remove_unit, reword_unit, save_draft
from drafts import small_draft

NOON = datetime.fromisoformat("2026-01-20T12:00")
Key = Qt.Key
Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TIMEOUT = 20_000


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "versions")


def reworded(words: str) -> Measure:
    return reword_unit(small_draft(), "b", "盘活存量", words)


def test_a_version_is_kept_as_the_draft_was_and_the_latest_comes_first(store):
    first = store.keep(small_draft(), "送审稿", NOON)
    second = store.keep(reworded("全面盘点。"), "修改稿", NOON + timedelta(minutes=1))
    assert store.versions() == [second, first]
    assert [store.read(one) for one in (first, second)] == [small_draft(), reworded("全面盘点。")]


def test_versions_of_one_moment_do_not_meet(store):
    store.keep(small_draft(), "甲", NOON)
    store.keep(small_draft(), "乙", NOON + timedelta(microseconds=1))
    assert [one.name for one in store.versions()] == ["乙", "甲"]


def test_a_version_is_renamed_and_dropped(store):
    kept = store.keep(small_draft(), "甲", NOON, is_automatic=True)
    renamed = store.rename(kept, "乙／“定稿”")
    assert store.versions() == [renamed]
    assert not renamed.is_automatic
    store.remove(renamed)
    assert store.versions() == []


@pytest.mark.parametrize("names", ["{", "[]", '{"x": 3}', ""])
def test_lost_names_lose_no_version(store, tmp_path, names):
    kept = store.keep(small_draft(), "甲", NOON)
    (tmp_path / "versions" / "names.json").write_text(names)
    assert [(one.key, one.name) for one in store.versions()] == [(kept.key, "")]


def test_foreign_files_in_the_folder_are_no_versions(store, tmp_path):
    store.keep(small_draft(), "甲", NOON)
    save_draft(small_draft(), tmp_path / "versions" / "抄件.akn")
    assert [one.name for one in store.versions()] == ["甲"]


def test_only_so_many_are_kept_of_our_own_accord_and_no_named_one_is_dropped(store):
    named = store.keep(small_draft(), "送审稿", NOON)
    for minute in range(1, AUTOMATIC_KEPT + 4):
        store.keep(small_draft(), "恢复前", NOON + timedelta(minutes=minute), is_automatic=True)
    kept = store.versions()
    assert len(kept) == AUTOMATIC_KEPT + 1
    assert kept[-1] == named


def test_what_is_kept_already_is_not_kept_twice(store):
    first = store.keep(small_draft(), "送审稿", NOON)
    assert store.keep_unless_kept(small_draft(), "恢复前", NOON + timedelta(hours=1)) == first
    store.keep_unless_kept(reworded("另写。"), "恢复前", NOON + timedelta(hours=2))
    assert [one.name for one in store.versions()] == ["恢复前", "送审稿"]


def test_nothing_half_written_stays(store, tmp_path):
    store.keep(small_draft(), "甲", NOON)
    assert [entry.name for entry in (tmp_path / "versions").iterdir() if entry.name.startswith(PREFIX)] == []


def test_the_history_tells_what_each_state_holds_and_how_it_came_about(store):
    store.keep(small_draft(), "送审稿", NOON)
    store.keep(reworded("全面盘点。"), "修改稿", NOON + timedelta(minutes=1))
    found = history(store, remove_unit(reworded("全面盘点。"), "a"))
    assert [(one.name, one.clauses, one.changes) for one in found] == [
        ("现在的文稿", 2, "删去 1 处"),
        ("修改稿", 3, "改写 1 处"),
        ("送审稿", 3, "最早的版本"),
    ]
    assert [one.characters for one in found] == [63, 73, 73]


def test_a_damaged_version_is_told_and_the_others_are_there(store, tmp_path):
    broken = store.keep(small_draft(), "坏了", NOON)
    store.keep(small_draft(), "好的", NOON + timedelta(minutes=1))
    (tmp_path / "versions" / f"{broken.key}.akn").write_bytes(b"<akomaNtoso")
    with pytest.raises(UnreadableFile):
        store.read(broken)
    assert [(one.name, one.changes) for one in history(store, small_draft())] == [
        ("现在的文稿", "没有改动"),
        ("好的", "最早的版本"),
        ("坏了", "已经损坏，读不出来"),
    ]


def test_going_back_brings_the_words_and_leaves_remarks_and_identity():
    now = replace(reworded("另写。"), remarks=("意见",))  # type: ignore[arg-type]
    former = replace(small_draft(), drafting=Drafting("别的模板", identity="f" * 32))
    back = restored(now, former)
    assert (back.units, back.remarks) == (small_draft().units, now.remarks)
    assert back.drafting == Drafting("别的模板", identity=now.drafting.identity)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (datetime.fromisoformat("2026-01-20T08:05"), "08:05"),
        (datetime.fromisoformat("2026-01-19T14:31"), "1月19日 14:31"),
        (datetime.fromisoformat("2025-12-31T23:59"), "2025年12月31日 23:59"),
    ],
)
def test_times_read_as_the_office_writes_them(when, words):
    assert moment_words(when, NOON.date()) == words


def test_an_old_file_gets_the_same_identity_each_time_and_another_file_another(tmp_path):
    old = replace(small_draft(), drafting=Drafting("x"))
    here, there = (identified(old, tmp_path / name).drafting.identity for name in ("甲.akn", "乙.akn"))
    assert here == identified(old, tmp_path / "甲.akn").drafting.identity != there
    assert identified(small_draft(), tmp_path / "丙.akn") == small_draft()


def test_new_drafts_have_identities_of_their_own():
    new = replace(small_draft(), drafting=Drafting("x"))
    assert identified(new, None).drafting.identity != identified(new, None).drafting.identity


@pytest.mark.parametrize("identity", ["../../etc", "A" * 32, "0" * 31, "."])
def test_what_is_no_identity_of_ours_names_no_folder(identity, tmp_path):
    hostile = replace(small_draft(), drafting=Drafting("x", identity=identity))
    made = identified(hostile, tmp_path / "甲.akn").drafting.identity
    assert made != identity
    assert len(made) == 32


def test_a_measure_that_is_no_draft_has_no_versions():
    assert store_of(Measure()) is None


@pytest.fixture
def window(begin, qtbot, draft_file, monkeypatch):
    window = begin(draft_file)
    window.activateWindow()
    window.draft.editor.go_to("b")
    window.draft.editor.setFocus()
    names = iter(["送审稿", "修改稿", "定稿"])
    monkeypatch.setattr(dialogs, "ask_name", lambda *_: next(names))
    yield window
    if window.versions.dialog is not None:
        window.versions.dialog.reject()


def draft_of(window: MainWindow) -> Measure:
    return window.documents.session.draft


def keep(window, qtbot) -> None:
    """Keep a version by its key."""
    count = len(kept(window))
    window.draft.editor.setFocus()
    qtbot.keyClick(window.draft.editor, Key.Key_S, Ctrl | Shift)
    qtbot.waitUntil(lambda: len(kept(window)) == count + 1, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: "已存为版本" in window.status.words.text(), timeout=TIMEOUT)


def kept(window) -> list[str]:
    return [one.name for one in store_of(draft_of(window)).versions()]


def shown(window, qtbot, count: int):
    """Show the history and wait for its rows."""
    if window.versions.dialog is None:
        window.actions_["versions"].trigger()
    wait_for_rows(window, qtbot, count)
    return window.versions.dialog


def wait_for_rows(window, qtbot, count: int) -> None:
    qtbot.waitUntil(lambda: window.versions.dialog.table.model().rowCount() == count, timeout=TIMEOUT)


def cells(dialog) -> list[list[str]]:
    model = dialog.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def choose(dialog, *rows: int) -> None:
    selection = dialog.table.selectionModel()
    selection.clearSelection()
    for row in rows:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        selection.setCurrentIndex(dialog.table.model().index(row, 0), flags)


def look_at_differences(monkeypatch, qtbot) -> list[str]:
    """Return the list that the titles of the dialogs come to, each of which is closed when its list is there."""
    seen: list[str] = []

    def look(dialog) -> None:
        dialog.show()
        qtbot.waitUntil(lambda: dialog.list.count() > 0, timeout=TIMEOUT)
        seen.append(dialog.windowTitle())
        dialog.reject()

    monkeypatch.setattr(versions.DifferencesDialog, "exec", look)
    return seen


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_draft_is_kept_changed_compared_and_brought_back(window, qtbot, monkeypatch):
    keep(window, qtbot)
    assert window.status.words.text() == "已存为版本“送审稿”"
    qtbot.keyClicks(window.draft.editor, "abc")
    changed = draft_of(window)
    dialog = shown(window, qtbot, 2)
    assert [row[0] for row in cells(dialog)] == ["现在的文稿", "送审稿"]
    assert [row[4] for row in cells(dialog)] == ["改写 1 处", "最早的版本"]

    compared = look_at_differences(monkeypatch, qtbot)
    click(qtbot, dialog.compare_button)
    assert compared == ["“现在的文稿”与“送审稿”的差别"]

    click(qtbot, dialog.restore_button)
    qtbot.waitUntil(lambda: draft_of(window) == small_draft(), timeout=TIMEOUT)
    assert window.versions.dialog is None
    assert kept(window) == ["恢复前", "送审稿"]
    assert window.undoing.stack.undoText() == "恢复到版本“送审稿”"
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=TIMEOUT)
    qtbot.keyClick(window.draft.editor, Key.Key_Z, Ctrl)
    assert draft_of(window) == changed


def test_two_versions_are_compared_with_each_other_and_exported_as_a_table(window, qtbot, monkeypatch, tmp_path):
    keep(window, qtbot)
    qtbot.keyClicks(window.draft.editor, "abc")
    keep(window, qtbot)
    dialog = shown(window, qtbot, 3)
    choose(dialog, 1, 2)
    assert not dialog.restore_button.isEnabled()
    compared = look_at_differences(monkeypatch, qtbot)
    click(qtbot, dialog.compare_button)
    assert compared == ["“修改稿”与“送审稿”的差别"]

    target = tmp_path / "对照表.docx"
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: target)
    click(qtbot, dialog.export_button)
    qtbot.waitUntil(target.exists, timeout=TIMEOUT)
    words = "".join(paragraph.text for paragraph in docx.Document(str(target)).paragraphs)
    assert "修改稿" in words
    assert "送审稿" in words
    qtbot.waitUntil(lambda: window.status.words.text() == "已导出“对照表.docx”", timeout=TIMEOUT)


def test_a_version_is_renamed_and_dropped_by_its_keys(window, qtbot, monkeypatch):
    keep(window, qtbot)
    dialog = shown(window, qtbot, 2)
    qtbot.keyClick(dialog.table, Key.Key_F2)
    qtbot.waitUntil(lambda: cells(dialog)[1][0] == "修改稿", timeout=TIMEOUT)
    asked = []
    monkeypatch.setattr(versions, "ask_removal", lambda _, name: bool(asked.append(name)) or len(asked) > 1)
    qtbot.keyClick(dialog.table, Key.Key_Delete)
    assert kept(window) == ["修改稿"]
    qtbot.keyClick(dialog.table, Key.Key_Delete)
    wait_for_rows(window, qtbot, 1)
    assert asked == ["修改稿", "修改稿"]
    assert kept(window) == []


def test_the_draft_as_it_is_now_can_be_neither_renamed_nor_dropped(window, qtbot):
    keep(window, qtbot)
    dialog = shown(window, qtbot, 2)
    choose(dialog, 0)
    buttons = (dialog.rename_button, dialog.remove_button, dialog.restore_button, dialog.compare_button)
    assert [button.isEnabled() for button in buttons] == [False] * 4


def test_without_versions_the_history_says_what_they_are_for(window, qtbot):
    dialog = shown(window, qtbot, 1)
    assert "还没有版本" in dialog.words.text()


def test_the_versions_follow_the_draft_to_another_file(window, qtbot, tmp_path, monkeypatch):
    keep(window, qtbot)
    target = tmp_path / "别处" / "另一个名字.akn"
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: target)
    window.actions_["save_as"].trigger()
    identity = load_draft(target).drafting.identity
    assert [one.name for one in Store(versions_folder() / identity).versions()] == ["送审稿"]


def test_a_draft_is_kept_before_something_replaces_it(window, qtbot):
    qtbot.keyClicks(window.draft.editor, "abc")
    done = []
    window.versions.keep_before("重新打开前", lambda: done.append(kept(window)))
    qtbot.waitUntil(lambda: done == [["重新打开前"]], timeout=TIMEOUT)
    names = json.loads(next(versions_folder().glob("*/names.json")).read_text(encoding="utf-8"))
    assert [one["automatic"] for one in names.values()] == [True]


def test_what_cannot_be_kept_is_said_and_nothing_is_replaced(window, qtbot):
    versions_folder().parent.mkdir(parents=True, exist_ok=True)
    versions_folder().write_text("a file in the way")
    done = []
    window.versions.keep_before("恢复前", lambda: done.append(True))
    qtbot.waitUntil(lambda: window.bar.message is not None, timeout=TIMEOUT)
    assert "没能写入" in window.bar.message.words
    assert done == []


def test_going_back_is_not_done_while_reviewing(window, qtbot):
    keep(window, qtbot)
    qtbot.keyClicks(window.draft.editor, "abc")
    changed = draft_of(window)
    window.actions_["read_only"].trigger()
    dialog = shown(window, qtbot, 2)
    click(qtbot, dialog.restore_button)
    qtbot.waitUntil(lambda: window.versions.dialog is None, timeout=TIMEOUT)
    assert draft_of(window) == changed
    assert window.status.words.text() == "正在只读审阅，文稿没有改动"


def test_the_rows_are_told_to_those_who_cannot_see_them(window, qtbot):
    keep(window, qtbot)
    dialog = shown(window, qtbot, 2)
    told = dialog.table.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("名称 送审稿，时间 ")
    assert "条数 3，与前一版相比 最早的版本" in told
    assert isinstance(dialog.chosen[0], Entry)
    assert QApplication.focusWidget() in (dialog.table, None)
