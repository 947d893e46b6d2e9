"""检查 in the window: it follows what is written; going, mending, passing over, switching off, by keys and mouse."""

from dataclasses import replace
from datetime import date
from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu

from chengwen_desktop import home
from chengwen_desktop.checking import asking, ignoring
from chengwen_desktop.checking.asking import How
from chengwen_desktop.checking.checking import PAUSE
from chengwen_desktop.checking.knowing import Known
from chengwen_desktop.checking.looking import look, mended
from chengwen_desktop.checking.ticks import LENGTHS
from chengwen_desktop.draft.lines import Part as Paragraph
from chengwen_desktop.exporting.choices import Choices, Kind
from chengwen_desktop.exporting.dialog import ExportDialog
from chengwen_desktop.main_window import MainWindow
from chengwen_desktop.pane_room import Pane
from chengwen_desktop.theme.marks import Severity
from chengwen_library.model import Form, Unit, Validity, replace_unit
from chengwen_templates.checks.checking import check
from chengwen_templates.checks.passages import Part, passages
from chengwen_templates.checks.rules import rules
from chengwen_templates.checks.subject import Subject
from chengwen_templates.draft import load_draft, renumbered, save_draft
from chengwen_templates.office import Office
from chengwen_templates.office_files.reading import load_office
from drafts import small_draft

TIMEOUT = 20_000
TODAY = date(2026, 11, 23)
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


def faulty_draft():
    """Return a draft with an error, two warnings that are mended without asking, and a field that is missing."""
    draft = small_draft()
    texts = {"a": "本项目于2026年2月30日前完成。", "b": "开展盘点,建立台账。", "c": "加强的的协同。"}
    for wid, text in texts.items():
        unit = next(unit for unit in draft.walk() if unit.wid == wid)
        draft = replace_unit(draft, wid, replace(unit, text=text))
    title = f"{draft.issuers[0]}关于印发《{draft.title}》的通知"
    return replace(draft, notice=replace(draft.notice, title=title, signature=draft.issuers))


@pytest.fixture
def faulty_file(tmp_path):
    path = tmp_path / "有错的文稿.akn"
    save_draft(faulty_draft(), path)
    return path


@pytest.fixture
def window(begin, qtbot, faulty_file):
    made = begin(faulty_file)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=TIMEOUT)
    wait_for_answer(made, qtbot)
    return made


def wait_for_answer(window: MainWindow, qtbot) -> None:
    """Wait until the draft as it is has been checked, the library held against it."""

    def is_done():
        looked, session, shelf = window.checking.looked, window.documents.session, window.checking._sources.shelf
        is_current = looked is not None and looked.draft is session.draft and not window.checking._timer.isActive()
        return is_current and shelf is not None and shelf.is_read

    qtbot.waitUntil(is_done, timeout=TIMEOUT)


def draft_of(window: MainWindow):
    return window.documents.session.draft


def text_of(window: MainWindow, wid: str) -> str:
    return next(unit for unit in draft_of(window).walk() if unit.wid == wid).text


def rules_shown(window: MainWindow) -> list[str]:
    return [row.finding.rule.id for row in window.checks.table.findings.rows]


def choose(window: MainWindow, rule: str) -> None:
    window.checks.table.choose(rules_shown(window).index(rule))
    window.checks.table.setFocus()


def press(window: MainWindow, qtbot, key: Qt.Key, modifier=NONE) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def test_findings_come_without_being_asked_for_the_gravest_first(window):
    rows = window.checks.table.findings.rows
    assert [row.severity for row in rows] == sorted((row.severity for row in rows), key=list(Severity).index)
    assert rows[0].finding.rule.id == "date.impossible"
    assert (rows[0].place, rows[0].fix) == ("（一）", "改日期…")
    assert {"text.halfwidth", "text.repeated"} <= set(rules_shown(window))
    assert window.checks.head.tallies[Severity.ERROR].text().endswith("错误 1")
    assert window.checking.count.text().startswith("1 个错误，")


def test_every_row_says_all_of_itself_to_a_screen_reader(window):
    model = window.checks.table.findings
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("错误", "（一）", "2026年2月30日", "依据：《党政机关公文处理工作条例》第十九条", "改日期…"):
        assert part in spoken


def test_marks_stand_on_the_page_in_the_outline_and_beside_the_scroll_bar(window):
    editor = window.draft.editor
    editor.place_caret((Paragraph.UNIT, "a"), len("培育专利。本项目于2026年"))
    assert editor.finding_at_caret().severity is Severity.ERROR
    index = next(item.index() for wid, item in window.outline._items.items() if wid == "a")
    assert window.outline.severity_at(index) is Severity.ERROR
    ticks = window.checking.ticks.places()
    assert {severity for _, severity in ticks} >= {Severity.ERROR, Severity.WARNING}
    assert all(0 <= top <= window.checking.ticks.height() for top, _ in ticks)
    assert len(set(LENGTHS.values())) == len(Severity)


def test_what_is_typed_is_checked_half_a_second_after_the_last_key(window, qtbot):
    window.draft.editor.place_caret((Paragraph.UNIT, "c"), len("协同保护。加强的的协同。"))
    before = len(rules_shown(window))
    qtbot.keyClicks(window.draft.editor, ",,")
    assert len(rules_shown(window)) == before
    begun = perf_counter()
    qtbot.waitUntil(lambda: len(rules_shown(window)) > before, timeout=TIMEOUT)
    assert perf_counter() - begun >= PAUSE / 1000 - 0.1


def test_nothing_is_checked_while_an_input_method_composes(window, qtbot):
    editor, before = window.draft.editor, window.checking.looked
    editor.place_caret((Paragraph.UNIT, "c"), 0)
    QApplication.sendEvent(editor, QInputMethodEvent("jia", []))
    window.checking.look()
    qtbot.wait(PAUSE + 300)
    assert window.checking.looked is before
    commit = QInputMethodEvent("", [])
    commit.setCommitString("加")
    QApplication.sendEvent(editor, commit)
    wait_for_answer(window, qtbot)
    assert window.checking.looked is not before


def test_an_answer_for_words_that_are_gone_is_dropped(window, qtbot):
    old = window.checking.looked
    session = window.documents.session
    window.checking.look()
    session.change("改", lambda draft: replace(draft, preamble="另起的引言。"))
    wait_for_answer(window, qtbot)
    assert window.checking.looked.draft is session.draft
    assert window.checking.looked is not old


def test_enter_goes_to_the_words_and_alt_enter_mends_them_on_the_page(window, qtbot):
    choose(window, "text.halfwidth")
    press(window, qtbot, Qt.Key.Key_Return)
    editor = window.draft.editor
    assert editor.hasFocus()
    assert editor.textCursor().selectedText() == ","
    press(window, qtbot, Qt.Key.Key_Return, ALT)
    assert text_of(window, "b") == "开展盘点，建立台账。"
    wait_for_answer(window, qtbot)
    assert "text.halfwidth" not in rules_shown(window)
    window.actions_["undo"].trigger()
    assert draft_of(window) == faulty_draft()


def test_alt_enter_in_the_table_mends_and_the_focus_stays_with_the_next_finding(window, qtbot):
    choose(window, "text.repeated")
    press(window, qtbot, Qt.Key.Key_Return, ALT)
    assert text_of(window, "c") == "加强的协同。"
    assert "Ctrl+Z 撤销" in window.status.words.text()
    wait_for_answer(window, qtbot)
    assert window.checks.table.hasFocus()
    assert window.checks.table.row is not None


def test_a_click_on_the_fix_mends_one_beside_it_goes_to_the_place(window, qtbot):
    table = window.checks.table
    choose(window, "text.repeated")
    rect = table.visualRect(table.currentIndex())
    table.scrollTo(table.currentIndex())
    rect = table.visualRect(table.currentIndex())
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(80, rect.center().y()))
    assert window.draft.editor.textCursor().selectedText() == "的的"
    fix = table.columns.fix(rect)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(fix.left() + 8, rect.center().y()))
    assert text_of(window, "c") == "加强的协同。"


def test_f8_walks_the_findings_round_and_back(window, qtbot):
    window.draft.editor.setFocus()
    count = len(rules_shown(window))
    press(window, qtbot, Qt.Key.Key_F8)
    assert window.status.words.text().startswith(f"第 1 处，共 {count} 处：")
    assert window.draft.editor.textCursor().selectedText() == "2026年2月30日"
    press(window, qtbot, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert window.status.words.text().startswith(f"第 {count} 处，")
    press(window, qtbot, Qt.Key.Key_F8)
    assert window.checks.table.currentIndex().row() == 0


def test_f7_checks_now_unfolds_the_pane_and_says_what_was_found(window, qtbot):
    qtbot.mouseClick(window.checks.head.fold, Qt.MouseButton.LeftButton)
    assert window.checks.is_folded()
    window.draft.editor.setFocus()
    press(window, qtbot, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: window.status.words.text().startswith("查完了："), timeout=TIMEOUT)
    assert "1 个错误" in window.status.words.text()
    assert not window.checks.is_folded()
    assert window.checks.table.hasFocus()


def test_a_fix_that_asks_writes_the_answer_as_one_step(window, qtbot):
    choose(window, "date.impossible")
    press(window, qtbot, Qt.Key.Key_Return, ALT)
    dialog = window.checking.mending.dialog
    assert dialog.windowTitle() == "改日期"
    assert not dialog.agree_button.isEnabled()
    dialog.field.insert("2026年2月28日")
    press_on(dialog.field, qtbot, Qt.Key.Key_Return)
    assert text_of(window, "a") == "本项目于2026年2月28日前完成。"
    window.actions_["undo"].trigger()
    assert draft_of(window) == faulty_draft()


def press_on(widget, qtbot, key: Qt.Key, modifier=NONE) -> None:
    qtbot.keyClick(widget, key, modifier)


def test_a_question_can_be_left_with_nothing_changed(window, qtbot):
    choose(window, "date.impossible")
    press(window, qtbot, Qt.Key.Key_Return, ALT)
    window.checking.mending.dialog.field.insert("不写了")
    press_on(window.checking.mending.dialog.field, qtbot, Qt.Key.Key_Escape)
    assert window.checking.mending.dialog is None
    assert draft_of(window) == faulty_draft()


def test_a_missing_field_of_the_notice_is_gone_to(window, qtbot):
    choose(window, "notice.recipient")
    assert window.checks.table.row.fix == "填写主送机关"
    press(window, qtbot, Qt.Key.Key_Return, ALT)
    assert window.draft.form.is_unfolded()
    assert QApplication.focusWidget().accessibleName() == "主送机关"


def test_all_mechanical_fixes_are_one_step_and_their_count_is_told(window, qtbot):
    count = len(window.checking.looked.mechanical)
    assert window.checks.head.all.text() == f"修正 {count} 处"
    qtbot.mouseClick(window.checks.head.all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: draft_of(window) != faulty_draft(), timeout=TIMEOUT)
    assert (text_of(window, "b"), text_of(window, "c")) == ("开展盘点，建立台账。", "加强的协同。")
    assert window.status.words.text() == f"修正了 {count} 处，Ctrl+Z 撤销"
    wait_for_answer(window, qtbot)
    assert not window.checking.looked.mechanical
    window.actions_["undo"].trigger()
    assert draft_of(window) == faulty_draft()


def test_what_is_passed_over_is_kept_in_the_file_and_can_count_again(window, qtbot):
    choose(window, "text.repeated")
    press(window, qtbot, Qt.Key.Key_Delete)
    wait_for_answer(window, qtbot)
    assert "text.repeated" not in rules_shown(window)
    assert window.checks.head.ignored.text().endswith("已忽略 1")
    window.actions_["save"].trigger()
    kept = load_draft(window.documents.session.path)
    assert len(ignoring.ignored(kept)) == 1
    qtbot.mouseClick(window.checks.head.ignored, Qt.MouseButton.LeftButton)
    assert rules_shown(window) == ["text.repeated"]
    choose(window, "text.repeated")
    press(window, qtbot, Qt.Key.Key_Delete)
    wait_for_answer(window, qtbot)
    assert "text.repeated" in rules_shown(window)
    assert not window.checks.head.ignored.isVisible()


def test_what_is_passed_over_is_not_mended_with_the_rest(window, qtbot):
    choose(window, "text.repeated")
    press(window, qtbot, Qt.Key.Key_Delete)
    wait_for_answer(window, qtbot)
    window.actions_["fix_all"].trigger()
    qtbot.waitUntil(lambda: text_of(window, "b") == "开展盘点，建立台账。", timeout=TIMEOUT)
    assert text_of(window, "c") == "加强的的协同。"


def test_a_rule_that_is_switched_off_is_the_offices_and_can_be_had_back(window, qtbot):
    choose(window, "text.halfwidth")
    window.checking.mending.switch_off(window.checks.table.row)
    qtbot.waitUntil(lambda: "text.halfwidth" not in rules_shown(window), timeout=TIMEOUT)
    assert load_office(home.office_folder()).switched_off == {"text.halfwidth"}
    assert window.checking.looked.rules == len(rules()) - 1
    assert draft_of(window) == faulty_draft()
    window.status.way.click()
    qtbot.waitUntil(lambda: "text.halfwidth" in rules_shown(window), timeout=TIMEOUT)
    assert load_office(home.office_folder()).switched_off == frozenset()


def test_the_menu_offers_everything_without_clashing_keys(window, qtbot):
    choose(window, "text.halfwidth")
    row = window.checks.table.row
    window.checks.table.menu_asked.emit(row, QPoint(10, 10))
    menu = window.checks.table.findChild(QMenu)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    letters = [text[text.index("&") + 1] for text in words]
    assert len(set(letters)) == len(letters) == 6
    copy = next(action for action in menu.actions() if action.text().startswith("复制"))
    copy.trigger()
    menu.close()
    assert QGuiApplication.clipboard().text().startswith("（二）：半角的“,”")


def test_f1_explains_the_rule_and_practice_is_not_called_a_standard(window, qtbot):
    choose(window, "text.halfwidth")
    press(window, qtbot, Qt.Key.Key_F1)
    told = "\n".join(label.text() for label in window.checking.mending.dialog.findChildren(type(window.checks.nothing)))
    for words in ("中文里用全角标点", "GB/T 9704-2012 9；GB/T 15834-2011", "警告", "text.halfwidth", "忽略这一处"):
        assert words in told
    window.checking.mending.dialog.close_button.click()
    assert window.checking.mending.dialog is None
    by_practice = [row for row in window.checking.looked.rows if row.finding.rule.strength == "惯例"]
    assert all(row.basis.startswith("惯例") for row in by_practice)


def test_the_head_filters_by_severity_and_a_second_click_shows_all(window, qtbot):
    head, everything = window.checks.head, rules_shown(window)
    qtbot.mouseClick(head.tallies[Severity.ERROR], Qt.MouseButton.LeftButton)
    assert rules_shown(window) == ["date.impossible"]
    qtbot.mouseClick(head.tallies[Severity.ERROR], Qt.MouseButton.LeftButton)
    assert rules_shown(window) == everything


def test_a_new_answer_keeps_what_is_chosen(window, qtbot):
    choose(window, "text.repeated")
    window.documents.session.change("改", lambda draft: replace(draft, preamble="为促进转化,制定本措施。"))
    wait_for_answer(window, qtbot)
    assert window.checks.table.row.finding.rule.id == "text.repeated"


def test_in_a_low_window_the_pane_is_one_line_with_the_gravest_finding(window, qtbot):
    window.resize(1366, 768)
    qtbot.waitUntil(window.checks.is_folded, timeout=TIMEOUT)
    head = window.checks.head
    assert window.checks.height() == head.height() <= 36
    assert "2026年2月30日" in head.words.accessibleName()
    assert head.fix.isVisible()
    qtbot.mouseClick(head.fix, Qt.MouseButton.LeftButton)
    assert window.checking.mending.dialog.windowTitle() == "改日期"
    window.checking.mending.dialog.reject()
    qtbot.mouseClick(head.fold, Qt.MouseButton.LeftButton)
    assert not window.checks.is_folded()
    assert window.frame.shows(Pane.BELOW)


def test_esc_leaves_the_table_for_the_page(window, qtbot):
    choose(window, "text.repeated")
    press(window, qtbot, Qt.Key.Key_Escape)
    assert window.draft.editor.hasFocus()


def test_while_reviewing_nothing_is_mended(window, qtbot):
    window.actions_["read_only"].setChecked(True)
    choose(window, "text.repeated")
    press(window, qtbot, Qt.Key.Key_Return, ALT)
    assert draft_of(window) == faulty_draft()


def test_where_nothing_is_found_the_pane_says_so_with_figures(begin, qtbot, tmp_path):
    path = tmp_path / "空.akn"
    save_draft(replace(small_draft(), notice=None, issuers=(), units=(), closing=None), path)
    window = begin(path)
    wait_for_answer(window, qtbot)
    told = window.checks.nothing.text()
    assert told.startswith(f"没有发现问题。查了 {len(rules())} 条规则，用时")
    assert told.endswith("秒。")
    assert not window.checking.count.isVisible()


def test_the_export_dialog_tells_of_errors_and_shows_them(window, qtbot, monkeypatch):
    window.draft.editor.setFocus()

    def look_first(dialog: ExportDialog) -> int:
        assert dialog.export_button.text() == "仍然导出"
        dialog.errors.show_button.click()
        return 0

    monkeypatch.setattr(ExportDialog, "exec", look_first)
    window.actions_["export"].trigger()
    assert window.checks.table.hasFocus()


def test_without_errors_the_export_dialog_says_nothing(qtbot, tmp_path):
    dialog = ExportDialog(tmp_path / "公文", Kind.WORD, Choices(), errors=0)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.errors.isVisible()
    assert dialog.export_button.text() == "导出"


def test_faulty_data_of_the_office_are_told_and_the_rest_is_checked(begin, qtbot, faulty_file):
    home.office_folder().mkdir(parents=True)
    (home.office_folder() / "rules.toml").write_text("switched_off = 3", encoding="utf-8")
    window = begin(faulty_file)
    wait_for_answer(window, qtbot)
    assert "rules.toml" in window.bar.message.words
    assert "date.impossible" in rules_shown(window)


def test_another_draft_shows_no_finding_of_the_one_before(window, qtbot):
    window.documents.begin(replace(small_draft(), notice=None, issuers=()))
    assert rules_shown(window) == []
    assert window.draft.editor.finding_at_caret() is None
    wait_for_answer(window, qtbot)
    assert "date.impossible" not in rules_shown(window)


# answers


def findings_of(draft, rule: str):
    return [one for one in check(Subject(draft, TODAY)) if one.rule.id == rule]


def noted_draft():
    """Return a draft of five clauses, all but the last with a note of who is responsible."""
    note = "（责任部门：市科技局）"
    clauses = [
        Unit(
            f"u{n}", Form.FIRST, heading=f"第{n}项工作", heading_mark="。", text="抓好落实。" + (note if n < 5 else "")
        )
        for n in range(1, 6)
    ]
    return renumbered(replace(small_draft(), units=tuple(clauses)))


def test_who_is_responsible_is_written_at_the_end_in_the_words_of_the_draft():
    draft = noted_draft()
    (finding,) = findings_of(draft, "responsible.missing")
    assert asking.manner(finding).how is How.NOTE
    after = asking.answered(draft, finding, "市财政局")
    assert after.units[4].text == "抓好落实。（责任部门：市财政局）"
    assert findings_of(after, "responsible.missing") == []


def test_validity_is_written_into_the_closing():
    draft = replace(small_draft(), closing=None, effective=Validity())
    (finding,) = findings_of(draft, "validity.missing")
    after = asking.answered(draft, finding, "本措施自2026年1月1日起施行，有效期5年。")
    assert findings_of(after, "validity.missing") == []
    assert after.closing == "本措施自2026年1月1日起施行，有效期5年。"


def test_an_answer_whose_words_are_gone_changes_nothing():
    draft = faulty_draft()
    (finding,) = findings_of(draft, "date.impossible")
    other = replace_unit(draft, "a", replace(draft.units[0].children[0], text="另写的话。"))
    assert asking.answered(other, finding, "2026年2月28日") is other


def test_a_sentence_is_asked_for_whole():
    unit = faulty_draft().units[0].children[0]
    text = "先说别的。优先购买本地企业生产的产品。再说别的。"
    draft = replace_unit(faulty_draft(), "a", replace(unit, text=text))
    finding = next(one for one in check(Subject(draft, TODAY)) if one.rule.family == "fair")
    question = asking.question(draft, finding)
    assert (question.now, question.is_long) == ("优先购买本地企业生产的产品。", True)
    after = asking.answered(draft, finding, "各类企业平等参加投标。")
    assert after.units[0].children[0].text == "先说别的。各类企业平等参加投标。再说别的。"


def test_a_finding_stays_passed_over_while_its_words_stay_wherever_they_move():
    draft = faulty_draft()
    (finding,) = findings_of(draft, "text.repeated")
    passed = ignoring.with_ignored(draft, ignoring.key(finding))
    unit = passed.units[1].children[0]
    moved = replace_unit(passed, "c", replace(unit, text="新加的一句。" + unit.text))
    known = Known(Office(), (), TODAY)
    assert [row.is_ignored for row in look(moved, known).rows if row.finding.rule.id == "text.repeated"] == [True]
    assert ignoring.ignored(ignoring.without_ignored(moved, ignoring.key(finding))) == frozenset()
    assert "的的" in mended(passed, known).units[1].children[0].text


def test_every_part_of_a_document_has_a_name_and_an_end():
    from chengwen_desktop.checking.words import PARTS, place_words

    of_units = {Part.NUMBER, Part.HEADING, Part.INTRO, Part.TEXT, Part.WRAP_UP}
    assert set(PARTS) == set(Part) - of_units
    draft = small_draft()
    assert all(place_words(passage.place, {"a": "（一）"}) for passage in passages(draft))
