"""Finding and replacing: what is found, in a paragraph and in the window, by keys."""

import pytest
from PySide6.QtCore import Qt

from chengwen_desktop.find.matching import Question, spans
from chengwen_templates.structure import find_by_wid
from drafts import small_draft

BREAK = "\u2028"


def found(text: str, words: str, *, wildcards: bool = True, widths: bool = False) -> list[str]:
    return [text[start:end] for start, end in spans(text, Question(words, wildcards, widths))]


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("支持", ["支持", "支持"]),
        ("支?企业", ["支持企业"]),
        ("支持*业", ["支持企业", "支持产业"]),
        ("持*", ["持企业，支持产业"]),
        ("*企", ["支持企"]),
        ("无", []),
        ("", []),
    ],
)
def test_wildcards_stand_for_characters_of_a_line(words, hits):
    assert found(f"支持企业，支持产业{BREAK}其他", words) == hits


def test_a_star_does_not_reach_over_a_line():
    assert found(f"支持{BREAK}企业支持企业", "支持*企业") == ["支持企业"]


def test_a_backslash_takes_the_meaning_from_a_wildcard():
    assert found("是否？是*", r"是\*") == ["是*"]
    assert found("问?问甲", r"问\?") == ["问?"]
    assert found("问?问甲", "问?", wildcards=False) == ["问?"]


def test_full_and_half_width_are_the_same_unless_told_apart():
    assert found("第１条，ABC", "1条,abc") == ["１条，ABC"]
    assert found("第１条，ABC", "1条", widths=True) == []


def test_many_stars_on_a_long_text_take_no_time_to_speak_of():
    assert found("一" * 20_000, "*".join("一" * 30) + "二") == []


@pytest.fixture
def window(begin, draft_file):
    made = begin(draft_file)
    made.draft.editor.setFocus()
    return made


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(widget, key, modifier)


def ask(window, qtbot, words: str) -> None:
    window.actions_["replace"].trigger()
    bar = window.finding.bar
    bar.words.clear()
    bar.words.insert(words)  # QTest has no keys for Chinese


def selected(window) -> tuple[str | None, str]:
    return window.draft.editor.current_wid, window.draft.editor.textCursor().selectedText()


def test_enter_walks_the_places_and_begins_anew_behind_the_last(window, qtbot):
    ask(window, qtbot, "。")
    bar = window.finding.bar
    total = int(bar.count.text().split("/")[1])
    assert total > 5
    assert bar.count.text().startswith("1/")
    press(qtbot, bar.words, Qt.Key.Key_Return)
    assert bar.count.text().startswith("2/")
    press(qtbot, bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text().startswith("1/")
    press(qtbot, bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == f"{total}/{total}"
    window.actions_["find_next"].trigger()
    assert bar.count.text().startswith("1/")


def test_esc_closes_and_leaves_the_place_selected_on_the_page(window, qtbot):
    ask(window, qtbot, "盘活")
    press(qtbot, window.finding.bar.words, Qt.Key.Key_Escape)
    assert window.finding.bar.isHidden()
    assert selected(window) == ("b", "盘活")
    assert window.draft.editor.hasFocus() or not window.isActiveWindow()


def test_nothing_found_is_said(window, qtbot):
    ask(window, qtbot, "没有这个词")
    assert window.finding.bar.count.text() == "没有找到"


def test_only_the_clause_with_the_caret_is_searched_if_that_is_wanted(window, qtbot):
    window.draft.editor.go_to("a")
    ask(window, qtbot, "。")
    window.finding.bar.scope.setCurrentIndex(1)
    assert window.finding.bar.count.text() == "1/2"


def test_one_place_is_replaced_and_the_next_one_shown(window, qtbot):
    ask(window, qtbot, "保护")
    window.finding.bar.others.insert("维权")
    window.finding.bar.others.setFocus()
    press(qtbot, window.finding.bar.others, Qt.Key.Key_Return)
    assert find_by_wid(window.documents.session.draft, "p2").heading == "加强维权"
    assert selected(window) == ("c", "保护")


def test_all_places_are_replaced_in_one_step_that_says_how_many(window, qtbot):
    before = window.documents.session.draft
    ask(window, qtbot, "保护")
    window.finding.bar.others.insert("维权")
    window.finding.bar.replace_all_asked.emit()
    units = [unit.heading for unit in window.documents.session.draft.walk()]
    assert units == ["提升创造质量", "培育专利", "盘活存量", "加强维权", "协同维权"]
    assert window.status.words.text() == "已替换 2 处，Ctrl+Z 撤销"
    assert window.documents.session.stack.undoText() == "全部替换"
    window.undoing.undo()
    assert window.documents.session.draft == before == small_draft()


def test_the_figures_count_what_is_selected_and_the_pages(window, qtbot):
    window.counting.count_pages()
    qtbot.waitUntil(lambda: "页" in window.status.figures.text(), timeout=20_000)
    assert "3 条" in window.status.figures.text()
    window.draft.editor.selectAll()
    qtbot.waitUntil(lambda: window.status.figures.text().startswith("选中"), timeout=5_000)
