"""核对读入结果: a real document mended by keyboard alone, and what the dialog says and refuses."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from chengwen_desktop.app import make_application
from chengwen_desktop.importing import dialog as dialogs
from chengwen_desktop.importing import model, questions
from chengwen_desktop.importing.dialog import ReviewDialog
from chengwen_desktop.importing.doubts_pane import spoken
from chengwen_desktop.importing.keeping import Kept, keep
from chengwen_desktop.importing.nodes import Node, Part
from chengwen_desktop.importing.source import load_source, pasted_source
from chengwen_desktop.theme import current
from chengwen_library.library import Library
from chengwen_library.model import Status
from material import seed

Key = Qt.Key
SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
DAY = date(2026, 1, 20)
TEXT = """首页 > 政策
示例市促进转化若干措施
为促进转化，制定本措施。
一、任务
（一）建平台。支持建设平台。
（二）育企业。支持培育企业。给予奖励。
强化保障
（三）强机制。支持完善机制。
三、附则
本措施自印发之日起施行。
"""


@pytest.fixture
def show(qtbot):
    """Open the dialog on sources, with a library behind it."""

    def open_dialog(*sources, folder: Path | None = None) -> ReviewDialog:
        make_application()
        dialog = ReviewDialog([model.begin(source) for source in sources or (pasted_source(TEXT),)])
        qtbot.addWidget(dialog, before_close_func=_forget)
        if folder is not None:
            dialog.keep_asked.connect(lambda review, raw, anyway: _keep(dialog, folder, review, raw, anyway))
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return open_dialog


def _keep(dialog: ReviewDialog, folder: Path, review, with_source: bool, anyway: bool) -> None:
    answer = keep(review, folder, DAY, with_source=with_source, anyway=anyway)
    if isinstance(answer, Kept):
        dialog.kept(answer.words)
    else:
        dialog.object(answer, with_source=with_source)


def _forget(dialog: ReviewDialog) -> None:
    for item in dialog._items:
        item.is_kept = True


def headings(dialog: ReviewDialog) -> list[str]:
    return [f"{unit.num}{unit.heading or unit.text}" for unit in dialog.page.review.measure(0).walk()]


def press(qtbot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifier)


def test_a_real_document_is_mended_by_keyboard_alone(show, qtbot, tmp_path):
    source = load_source(seed("guangxi.txt"))
    folder = tmp_path / "library"
    dialog = show(source, folder=folder)
    page = dialog.page
    assert "原文 4,473 字 = 收入 4,176 + 略去 297，没有丢字。" in dialog._figures.text()
    assert QApplication.focusWidget() is page.tree

    # to the first doubtful place; source, tree and list go there together
    press(qtbot, Key.Key_F8)
    assert page.doubts.doubt.lines == (27,)
    assert page.source.place == (27, 0)
    assert "健全知识产权高效益运用机制，补的编号" in page.tree.described(page.tree.node)

    # one level down, back up by undo, and the restored number refused and taken back
    press(qtbot, Key.Key_Tab)
    assert "（五）健全知识产权高效益运用机制" in headings(dialog)
    press(qtbot, Key.Key_Z, CONTROL)
    assert "二、健全知识产权高效益运用机制" in headings(dialog)
    press(qtbot, Key.Key_Return, ALT)
    assert "健全知识产权高效益运用机制" in headings(dialog)
    press(qtbot, Key.Key_Z, CONTROL)

    # a clause is split at the caret of the source and joined again
    press(qtbot, Key.Key_Down)
    assert page.source.place == (29, 0)
    press(qtbot, Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is page.source
    line = next(line for line in source.lines if line.line == 29)
    cut = line.raw.index("。", line.raw.index("。") + 1) + 1
    for _ in range(cut):
        press(qtbot, Key.Key_Right)
    press(qtbot, Key.Key_Return, SHIFT)
    assert len([heading for heading in headings(dialog) if heading.startswith("（六）")]) == 2
    assert page.source.place == (29, cut)
    press(qtbot, Key.Key_Backspace)
    assert len([heading for heading in headings(dialog) if heading.startswith("（六）")]) == 1

    # a line left out is wanted back, and left out again
    for _ in range(4):
        press(qtbot, Key.Key_F8)
    assert (page.doubts.doubt.lines, page.source.place) == ((5,), (5, 0))
    assert page.source.chip(5) == "网页时间和来源"
    press(qtbot, Key.Key_Insert)
    assert "阅读数" in page.review.measure(0).preamble
    assert page.source.chip(5) == ""
    press(qtbot, Key.Key_Delete)
    assert page.source.chip(5) == "标为无关"

    # the 文号 is filled in, Enter goes to the next field
    press(qtbot, Key.Key_F6)
    press(qtbot, Key.Key_F6)
    assert QApplication.focusWidget() is page.form.control("title")
    for name in ("doc_type", "region", "issuers", "doc_number"):
        press(qtbot, Key.Key_Return)
        assert page.form.control(name).hasFocus() or page.form.control(name).isAncestorOf(QApplication.focusWidget())
    QApplication.focusWidget().insert("桂办发〔2023〕")
    qtbot.keyClicks(QApplication.focusWidget(), "9")
    QApplication.focusWidget().insert("号")
    qtbot.keyClicks(QApplication.focusWidget(), " ")
    press(qtbot, Key.Key_Return)
    assert page.form.control("doc_number").text() == "桂办发〔2023〕9号"
    press(qtbot, Key.Key_Return, CONTROL)

    assert not dialog.isVisible()
    (measure,) = Library(folder).measures()
    assert (measure.doc_number, measure.status) == ("桂办发〔2023〕9号", Status.UNVERIFIED)
    assert [unit.num for unit in measure.units] == ["一、", "二、", "三、", "四、"]
    assert sum(unit.num.startswith("（") for unit in measure.walk()) == 19
    assert "阅读数" not in str(measure)
    assert [path.read_bytes() for path in Library(folder).sources(measure.id)] == [seed("guangxi.txt").read_bytes()]


def test_in_the_tree_the_keys_change_the_current_row(show, qtbot):
    dialog = show()
    tree = dialog.page.tree
    tree.chosen.emit(Node(0, Part.UNIT, "dvs_1__sdv_2"))
    tree.show_current(Node(0, Part.UNIT, "dvs_1__sdv_2"))
    qtbot.keyClick(tree, Key.Key_Backtab, SHIFT)
    assert [unit.heading for unit in dialog.page.review.measure(0).units][1] == "育企业"
    assert tree.node == dialog.page.review.places.nodes[6, 0]
    qtbot.keyClick(dialog, Key.Key_Z, CONTROL)
    qtbot.keyClick(tree, Key.Key_Delete)
    assert "育企业" not in "".join(headings(dialog))
    qtbot.keyClick(dialog, Key.Key_Z, CONTROL)
    qtbot.keyClick(dialog, Key.Key_Y, CONTROL)
    assert "育企业" not in "".join(headings(dialog))
    assert dialog._told.toolTip() == "已重做：标为无关"


def test_what_cannot_be_done_is_said_and_nothing_changes(show, qtbot):
    dialog = show()
    dialog.page.tree.chosen.emit(Node(0, Part.UNIT, "dvs_1"))
    qtbot.keyClick(dialog.page.tree, Key.Key_Backtab, SHIFT)
    assert dialog._told.toolTip() == "已经是最高一级。"
    qtbot.keyClick(dialog.page.tree, Key.Key_Return, SHIFT)
    assert "光标" in dialog._told.toolTip() or "开头" in dialog._told.toolTip()
    assert QApplication.focusWidget() is dialog.page.source
    assert not dialog.page.review.is_changed


def test_a_field_without_words_in_the_source_reads_so_and_is_never_filled_by_a_guess(show):
    dialog = show(pasted_source(TEXT.replace("示例市", "")))
    form = dialog.page.form
    for name in ("region", "issuers", "doc_number", "issue_date"):
        assert (form.control(name).text(), form.control(name).placeholderText()) == ("", "原文没有")
    assert form.control("status").currentText() == "未核实"


def test_words_that_cannot_stand_keep_the_button_off_until_they_are_mended(show, qtbot):
    dialog = show()
    field = dialog.page.form.control("issue_date")
    qtbot.keyClicks(field, "x")
    assert not dialog.keep_button.isEnabled()
    assert "日期写成" in field.parent()._wrong.text()
    qtbot.keyClick(field, Key.Key_Backspace)
    assert dialog.keep_button.isEnabled()


def test_the_button_is_off_while_the_figures_do_not_add_up(show, monkeypatch):
    lossy = model.begin(pasted_source(TEXT))
    broken = model.replace(lossy, figures=model.Figures(100, 90, 5, 5, 0))
    monkeypatch.setattr(model, "begin", lambda _: broken)
    dialog = show()
    assert not dialog.keep_button.isEnabled()
    assert "少了 5 字，不能收入" in dialog._figures.text()


@pytest.mark.parametrize(("answer", "closes"), [(False, False), (True, True)])
def test_escape_asks_only_if_something_was_changed(show, qtbot, monkeypatch, answer, closes):
    asked = []
    monkeypatch.setattr(questions, "ask_leave", lambda _, count: asked.append(count) or answer)
    dialog = show()
    qtbot.keyClick(dialog.page.tree, Key.Key_Escape)
    assert (dialog.isVisible(), asked) == (False, [])
    dialog = show()
    qtbot.keyClicks(dialog.page.form.control("doc_number"), "1")
    qtbot.keyClick(dialog.page.tree, Key.Key_Escape)
    assert (not dialog.isVisible(), asked) == (closes, [1])


def test_several_files_are_gone_through_one_by_one(show, qtbot, tmp_path):
    texts = [TEXT.replace("示例", name) for name in ("甲", "乙", "丙")]
    folder = tmp_path / "library"
    dialog = show(*map(pasted_source, texts), folder=folder)
    assert dialog._place.text() == "第 1 件，共 3 件"
    dialog.skip_button.click()
    assert dialog._place.text() == "第 2 件，共 3 件"
    qtbot.keyClick(dialog, Key.Key_Return, CONTROL)
    assert dialog._place.text() == "第 3 件，共 3 件"
    qtbot.keyClick(dialog, Key.Key_PageUp, CONTROL)
    assert dialog._place.text() == "第 1 件，共 3 件"
    qtbot.keyClick(dialog, Key.Key_Return, CONTROL)
    assert dialog._place.text() == "第 3 件，共 3 件"
    dialog.with_source.setChecked(False)
    monkey = dialog.keep_button
    monkey.click()
    assert not dialog.isVisible()
    assert dialog.kept_count == 3
    library = Library(folder)
    assert {measure.title[0] for measure in library.measures()} == {"甲", "乙", "丙"}
    assert sum(len(library.sources(measure.id)) for measure in library.measures()) == 2


@pytest.mark.parametrize("agrees", [True, False])
def test_a_measure_with_the_same_number_replaces_the_one_there_only_if_the_person_agrees(
    show, qtbot, tmp_path, monkeypatch, agrees
):
    folder = tmp_path / "library"
    numbered = TEXT.replace("为促进", "示科发〔2026〕1号\n为促进", 1)
    keep(model.begin(pasted_source(numbered)), folder, DAY, with_source=False, anyway=False)
    asked = []
    monkeypatch.setattr(questions, "ask_anyway", lambda _, objection: asked.append(objection.words) or agrees)
    dialog = show(pasted_source(numbered.replace("给予奖励", "不给奖励")), folder=folder)
    dialog.keep_button.click()
    assert "正文不同" in asked[0]
    (measure,) = Library(folder).measures()
    assert ("不给奖励" in str(measure)) is agrees
    assert len(Library(folder).history(measure.id)) == agrees
    assert dialog.isVisible() is not agrees


def test_the_same_text_under_another_number_is_asked_about(tmp_path):
    folder = tmp_path / "library"
    review = model.begin(pasted_source(TEXT))
    keep(review, folder, DAY, with_source=False, anyway=False)
    again = model.overridden(review, 0, "填写", {"doc_number": "示科发〔2026〕2号"})
    answer = keep(again, folder, DAY, with_source=False, anyway=False)
    assert "正文相同" in answer.words
    assert len(Library(folder).measures()) == 1


def test_every_control_has_a_name_and_tab_leads_through_all_fields(show, qtbot):
    dialog = show()
    controls = [*dialog.findChildren(QAbstractButton), *dialog.findChildren(QLineEdit), *dialog.findChildren(QComboBox)]
    seen = [widget for widget in controls if widget.isVisible()]
    assert len(seen) > 15
    assert [widget for widget in seen if not (widget.accessibleName() or getattr(widget, "text", str)())] == []
    page = dialog.page
    assert [pane.accessibleName() for pane in (page.source, page.tree, page.doubts)] == ["原文", "读成", "要看一眼的"]
    assert spoken(page.doubts._model.item(0).data(Qt.ItemDataRole.UserRole)).startswith("警告，第 7 行，")

    page.form.control("title").setFocus()
    passed = []
    for _ in range(7):
        passed.append(_field_of(dialog, QApplication.focusWidget()))
        press(qtbot, Key.Key_Tab)
    assert passed == ["标题", "类型", "地区", "发文机关", "发文字号", "成文日期", "状态"]


def _field_of(dialog: ReviewDialog, widget: QWidget) -> str:
    return widget.accessibleName()


def test_the_panes_are_reached_with_f6_both_ways(show, qtbot):
    dialog = show()
    assert dialog.page.tree.hasFocus()
    names = []
    for _ in range(5):
        press(qtbot, Key.Key_F6)
        names.append(QApplication.focusWidget().accessibleName())
    assert names == ["标题", "要看一眼的", "收入条款库", "原文", "读成"]
    press(qtbot, Key.Key_F6, SHIFT)
    assert QApplication.focusWidget().accessibleName() == "原文"


def test_rows_grow_with_the_type(show, qapp):
    usual = show().page.tree.sizeHintForRow(0)
    font = QFont(qapp.font())
    large = QFont(font)
    large.setPointSizeF(font.pointSizeF() * 2)
    try:
        qapp.setFont(large)
        dialog = show()
        needed = dialog.page.tree.fontMetrics().height()
        assert dialog.page.tree.sizeHintForRow(0) >= needed + 8 > usual
        assert dialog.page.doubts.sizeHintForRow(0) >= needed + 8
    finally:
        qapp.setFont(font)


@pytest.mark.parametrize("size", [(1296, 840), (1318, 744)])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_cut_in_both_sizes_and_themes(show, qapp, theme, size):
    current.apply(current.Appearance(theme))
    try:
        dialog = show()
        dialog.resize(*size)
        qapp.processEvents()
        assert dialog.size().toTuple() == size
        for button in (button for button in dialog.findChildren(QAbstractButton) if button.isVisible()):
            assert button.width() >= button.minimumSizeHint().width(), button.accessibleName()
        assert dialog.page.tree.viewport().height() >= 6 * dialog.page.tree.sizeHintForRow(0)
        image = dialog.grab().toImage()
        assert image.pixelColor(2, 200).name().upper() == current.tokens().base
    finally:
        current.apply(current.Appearance.LIGHT)


def test_the_figures_say_what_was_read(show):
    assert dialogs.figures_words(show().page.review).startswith("读入 1 件若干措施，2 个部分 4 条；略去 1 行。原文 ")
