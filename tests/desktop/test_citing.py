"""插入引用…: a clause is chosen by number, words or initials, and the words that mean it stand at the caret."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from chengwen_desktop.citing.units import unit_entries
from chengwen_desktop.draft.lines import Part, lines, place_at
from chengwen_library.model import Form, Unit, replace_unit
from chengwen_templates.checks import passages
from chengwen_templates.draft import move_unit, renumbered, save_draft
from chengwen_templates.references.bind import bind, texts
from chengwen_templates.structure import find_by_wid
from drafts import small_draft

TIMEOUT = 20_000
SHIFTED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(begin, draft_file):
    """A window on the small draft, with the caret behind 加强协同 in （三）."""
    made = begin(draft_file)
    made.activateWindow()
    made.draft.editor.setFocus()
    made.draft.editor.place_caret((Part.UNIT, "c"), len("协同保护。加强协同"))
    return made


def asked(window, qtbot):
    """Press the command's keys and return the dialog."""
    QTest.keyClick(window.draft.editor, Qt.Key.Key_E, SHIFTED)
    qtbot.waitUntil(lambda: window.citing.dialog is not None, timeout=TIMEOUT)
    qtbot.waitUntil(window.citing.dialog.field.hasFocus, timeout=TIMEOUT)
    return window.citing.dialog


def text_of(window, wid: str = "c") -> str:
    return find_by_wid(window.documents.session.draft, wid).text


@pytest.mark.parametrize("typed", ["（一）", "1", "py", "培育"])
def test_a_clause_is_chosen_by_its_number_its_words_or_their_initials(window, qtbot, typed):
    dialog = asked(window, qtbot)
    dialog.field.insert(typed)
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.field, Qt.Key.Key_Up)
    while "（一）培育专利" not in dialog.list.currentIndex().data():
        QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.preview.text() == "写成：本措施第（一）项"
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert text_of(window) == "加强协同本措施第（一）项。"


def test_the_caret_stands_behind_the_words_and_one_undo_takes_them_away(window, qtbot):
    dialog = asked(window, qtbot)
    dialog.field.insert("盘活")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert window.focusWidget() is window.draft.editor
    QTest.keyClicks(window.draft.editor, "A")
    assert text_of(window) == "加强协同本措施第（二）项A。"
    stack = window.documents.session.stack
    stack.undo()
    assert stack.undoText() == "插入引用"
    stack.undo()
    assert text_of(window) == "加强协同。"


def test_what_was_inserted_follows_its_clause(window, qtbot):
    dialog = asked(window, qtbot)
    dialog.field.insert("盘活")
    dialog.insert_button.click()
    window.documents.session.change("上移", lambda draft: move_unit(draft, "b", -1))
    assert text_of(window) == "加强协同本措施第（一）项。"


def test_selected_words_are_replaced(window, qtbot):
    window.draft.editor.select_words((Part.UNIT, "c"), (7, 9))
    dialog = asked(window, qtbot)
    dialog.field.insert("培育")
    dialog.insert_button.click()
    assert text_of(window) == "加强本措施第（一）项。"


def test_a_double_click_inserts(window, qtbot):
    dialog = asked(window, qtbot)
    place = dialog.list.visualRect(dialog.list.model().index(2)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert text_of(window) == "加强协同本措施第（一）项。"


def test_where_no_words_can_stand_it_is_said_and_nothing_is_inserted(window, qtbot):
    window.documents.session.change("写", lambda draft: replace_unit(draft, "c", quoting()))
    window.draft.editor.place_caret((Part.UNIT, "c"), len("协同保护。按《某"))
    dialog = asked(window, qtbot)
    assert "书名号" in dialog.preview.text()
    assert not dialog.insert_button.isEnabled()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.field.insert("没有这样的词")
    assert dialog.preview.text() == "文稿里没有这样的条款。"


def quoting() -> Unit:
    return Unit("c", Form.SECOND, heading="协同保护", heading_mark="。", text="按《某办法》执行。")


def test_esc_leaves_the_draft_alone(window, qtbot):
    before = window.documents.session.draft
    dialog = asked(window, qtbot)
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.citing.dialog is None, timeout=TIMEOUT)
    assert window.documents.session.draft is before


def test_in_the_title_and_while_reviewing_it_is_said_why_not(window, qtbot):
    window.draft.editor.place_caret((Part.TITLE, ""), 0)
    window.actions_["cite"].trigger()
    assert "把光标放到正文里" in window.status.words.text()
    window.actions_["read_only"].trigger()
    window.actions_["cite"].trigger()
    assert "只读审阅" in window.status.words.text()
    assert window.citing.dialog is None


def test_every_place_of_the_page_is_a_place_in_a_text_of_the_draft():
    items = (Unit("i1", Form.THIRD, text="任务一。"), Unit("i2", Form.THIRD, heading="任务二"))
    clause = Unit("a", Form.SECOND, heading="培育", heading_mark="。", intro="做好：", children=items, wrap_up="以上。")
    draft = renumbered(replace_unit(small_draft(), "a", clause))
    known = dict(texts(draft))
    for line in lines(draft):
        for at in range(len(line.text) + 1):
            found = place_at(line, at)
            if found is None:
                assert line.part is Part.TITLE
            elif at < len(line.text) and line.text[at] != (line.unit and line.unit.heading_mark):
                place, start = found
                assert known[place][start] == line.text[at]


def test_in_articles_their_paragraphs_can_be_referred_to():
    paragraphs = (Unit("p", Form.PARAGRAPH, text="一般规定。"), Unit("q", Form.PARAGRAPH, text="特别规定。"))
    articles = (Unit("x", Form.ARTICLE, children=paragraphs), Unit("y", Form.ARTICLE, text="附则。"))
    draft = renumbered(replace(small_draft(), units=articles))
    assert [f"{one.mark}{one.words}" for one in unit_entries(draft)] == [
        "第一条还没有写",
        "第一款一般规定。",
        "第二款特别规定。",
        "第二条附则。",
    ]
    assert [one.mark for one in unit_entries(small_draft())] == ["一、", "（一）", "（二）", "二、", "（三）"]


def test_a_reference_typed_into_an_empty_clause_is_bound(begin, qtbot, tmp_path):
    empty = renumbered(replace_unit(small_draft(), "c", Unit("c", Form.SECOND, heading="协同保护", heading_mark="。")))
    save_draft(empty, tmp_path / "稿.akn")
    window = begin(tmp_path / "稿.akn")
    window.activateWindow()
    window.draft.editor.setFocus()
    window.draft.editor.place_caret((Part.UNIT, "c"), len("协同保护。"))
    dialog = asked(window, qtbot)
    dialog.field.insert("培育")
    dialog.insert_button.click()
    (bound,) = bind(window.documents.session.draft)
    assert (bound.place.part, bound.resolution.targets[0].wid) == (passages.Part.TEXT, "a")
