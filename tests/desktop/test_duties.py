"""责任分工…: who leads and who is responsible, asked for the clause with the caret and written as its note."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from chengwen_desktop import home
from chengwen_desktop.draft.lines import Part
from chengwen_desktop.duties.names import Name, matching, name_at, names, split_names
from chengwen_library.model import Form, Unit, replace_unit
from chengwen_templates.duties import Duty, with_duties
from chengwen_templates.office import Office, Organ
from chengwen_templates.office_files.writing import save_organs
from chengwen_templates.structure import find_by_wid
from drafts import small_draft

TIMEOUT = 20_000
OFFICE = Office(
    organs=(
        Organ("示例市市场监督管理局", ("市市场监管局", "市监局")),
        Organ("示例市财政局", ("市财政局",)),
        Organ("示例市科学技术局", ("市科技局",)),
        Organ("示例市知识产权局", ("市知识产权局",), "示例市市场监督管理局"),
    )
)


@pytest.fixture
def window(begin, qtbot, draft_file):
    """A window on the small draft, with the caret in （一）."""
    save_organs(home.office_folder(), OFFICE)
    made = begin(draft_file)
    made.activateWindow()
    made.draft.editor.go_to("a")
    made.draft.editor.setFocus()
    return made


def asked(window, qtbot):
    """Press the command's keys and return the dialog."""
    QTest.keyClick(
        window.draft.editor, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(lambda: window.duties.dialog is not None, timeout=TIMEOUT)
    dialog = window.duties.dialog
    qtbot.waitUntil(dialog.fields[0].hasFocus, timeout=TIMEOUT)
    return dialog


def text_of(window, wid: str) -> str:
    return find_by_wid(window.documents.session.draft, wid).text


def test_a_clause_gets_its_note_by_keys_and_one_undo_takes_it_back(window, qtbot):
    dialog = asked(window, qtbot)
    lead, duty = dialog.fields
    assert (lead.role, duty.role) == ("牵头单位", "责任单位")
    QTest.keyClicks(lead, "scjg")
    assert lead.offered.isVisible()
    QTest.keyClick(lead, Qt.Key.Key_Down)
    QTest.keyClick(lead, Qt.Key.Key_Return)
    assert lead.text() == "市市场监管局"
    assert dialog.isVisible()
    QTest.keyClick(lead, Qt.Key.Key_Tab)
    duty.insert("市财政局、")
    QTest.keyClicks(duty, "k")
    QTest.keyClick(duty, Qt.Key.Key_Down)
    QTest.keyClick(duty, Qt.Key.Key_Return)
    written = "（牵头单位：市市场监管局；责任单位：市财政局、市科技局）"
    assert dialog.preview.text() == written
    QTest.keyClick(duty, Qt.Key.Key_Return)
    assert text_of(window, "a") == f"建立机制。{written}"
    assert "Ctrl+Z" in window.status.words.text()
    assert window.documents.session.stack.undoText() == "责任分工"
    window.documents.session.stack.undo()
    assert text_of(window, "a") == "建立机制。"


def test_the_note_that_is_there_is_edited_in_place(window, qtbot):
    duties = (Duty("责任单位", ("市财政局",)), Duty("配合单位", ("市科技局",)))
    window.documents.session.change("写", lambda draft: with_duties(draft, "a", duties))
    dialog = asked(window, qtbot)
    assert [(field.role, field.text()) for field in dialog.fields] == [
        ("牵头单位", ""),
        ("责任单位", "市财政局"),
        ("配合单位", "市科技局"),
    ]
    assert not dialog.agree_button.isEnabled()
    dialog.fields[1].setText("市教育局，市财政局")
    qtbot.mouseClick(dialog.agree_button, Qt.MouseButton.LeftButton)
    assert text_of(window, "a") == "建立机制。（责任单位：市教育局、市财政局；配合单位：市科技局）"


def test_with_all_organs_gone_the_note_goes(window, qtbot):
    window.documents.session.change("写", lambda draft: with_duties(draft, "a", (Duty("责任单位", ("市财政局",)),)))
    dialog = asked(window, qtbot)
    dialog.fields[1].clear()
    assert dialog.preview.text() == "原来的责任分工会删去。"
    assert dialog.agree_button.text() == "删去责任分工"
    dialog.agree_button.click()
    assert text_of(window, "a") == "建立机制。"


def test_esc_puts_the_names_away_first_and_leaves_the_draft_alone(window, qtbot):
    before = window.documents.session.draft
    dialog = asked(window, qtbot)
    QTest.keyClicks(dialog.fields[0], "s")
    QTest.keyClick(dialog.fields[0], Qt.Key.Key_Escape)
    assert not dialog.fields[0].offered.isVisible()
    assert dialog.isVisible()
    QTest.keyClick(dialog.fields[0], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.duties.dialog is None, timeout=TIMEOUT)
    assert window.documents.session.draft is before


def test_a_name_is_taken_with_the_mouse(window, qtbot):
    field = asked(window, qtbot).fields[0]
    QTest.keyClicks(field, "c")
    rows = field.offered
    wanted = rows.model().index(0, 0).data()
    place = rows.visualRect(rows.model().index(0, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert field.text() == wanted


def test_an_item_below_a_clause_stands_for_its_clause(window, qtbot):
    items = (Unit("i1", Form.THIRD, text="任务一。"), Unit("i2", Form.THIRD, text="任务二。"))
    clause = Unit("a", Form.SECOND, heading="培育专利", heading_mark="。", intro="做好：", children=items)
    window.documents.session.change("写", lambda draft: replace_unit(draft, "a", clause), "i1")
    dialog = asked(window, qtbot)
    dialog.fields[0].setText("市科技局")
    dialog.agree_button.click()
    assert text_of(window, "i2") == "任务二。（牵头单位：市科技局）"


@pytest.mark.parametrize("part", [Part.PREAMBLE, Part.CLOSING, Part.TITLE])
def test_outside_of_clauses_it_is_said_where_to_go(window, qtbot, part):
    window.draft.editor.place_caret((part, ""), 0)
    window.actions_["duties"].trigger()
    qtbot.waitUntil(lambda: "把光标放到" in window.status.words.text(), timeout=TIMEOUT)
    assert window.duties.dialog is None


def test_while_reviewing_nothing_is_asked(window):
    window.actions_["read_only"].trigger()
    window.actions_["duties"].trigger()
    assert "只读审阅" in window.status.words.text()
    assert window.duties.dialog is None


def test_the_registers_first_short_names_are_offered_without_those_that_were_renamed():
    draft = with_duties(small_draft(), "a", (Duty("责任单位", ("市教育局", "市监局")),))
    assert [one.words for one in names(OFFICE, draft)] == ["市市场监管局", "市财政局", "市科技局", "市教育局"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("市场监督", ["市市场监管局"]),
        ("sjyj", []),
        ("czj", ["市财政局"]),
        ("市", ["市市场监管局", "市财政局", "市科技局"]),
        ("示例市科", ["市科技局"]),
    ],
)
def test_a_name_is_meant_by_any_of_its_names_or_by_initials(typed, found):
    assert matching(names(OFFICE, small_draft()), typed) == found


def test_names_are_told_apart_by_the_marks_people_type():
    assert split_names("市科技局、市财政局，市教育局; 市科技局") == ("市科技局", "市财政局", "市教育局")
    assert name_at("市科技局、市财", 7) == (5, 7)
    assert name_at("市科技局、", 5) == (5, 5)
    assert matching([Name("甲"), Name("乙")], "", ["甲"]) == ["乙"]
