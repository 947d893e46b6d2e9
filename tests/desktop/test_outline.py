"""大纲: where a unit goes that is dragged, the marks of findings, and that rows stay while one writes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from chengwen_desktop.draft.legend import regions
from chengwen_desktop.draft.lines import Part
from chengwen_desktop.draft.moving import Drop, drop_place, moved_to
from chengwen_desktop.draft.outline import OutlinePane
from chengwen_desktop.draft.outline_page import OutlinePage
from chengwen_desktop.draft.outline_parts import Head, drop_target, row_of_place
from chengwen_desktop.draft.rewriting import headed
from chengwen_desktop.frame import View
from chengwen_desktop.origins import Origins
from chengwen_desktop.theme.marks import Severity
from chengwen_library.model import Form, Measure
from chengwen_templates.checks.passages import Part as Passage
from chengwen_templates.checks.passages import Place
from chengwen_templates.draft import remove_unit
from chengwen_templates.structure import find_by_wid
from drafts import small_draft
from hands import Hands


def dragged(wid: str, target: str | None, drop: Drop) -> list[str]:
    draft = small_draft()
    after = moved_to(draft, wid, drop_place(draft, wid, target, drop))
    return [f"{unit.num}{unit.wid}" for unit in after.walk()]


@pytest.mark.parametrize(
    ("wid", "target", "drop", "marks"),
    [
        ("b", "a", Drop.ABOVE, ["一、p1", "（一）b", "（二）a", "二、p2", "（三）c"]),
        ("a", "b", Drop.BELOW, ["一、p1", "（一）b", "（二）a", "二、p2", "（三）c"]),
        ("a", "c", Drop.ABOVE, ["一、p1", "（一）b", "二、p2", "（二）a", "（三）c"]),
        ("a", "p2", Drop.ON, ["一、p1", "（一）b", "二、p2", "（二）c", "（三）a"]),
        ("c", "p2", Drop.ABOVE, ["一、p1", "（一）a", "（二）b", "（三）c", "二、p2"]),
        ("a", None, Drop.BELOW, ["一、p1", "（一）b", "二、p2", "（二）c", "（三）a"]),
        ("p2", "p1", Drop.ABOVE, ["一、p2", "（一）c", "二、p1", "（二）a", "（三）b"]),
        ("p1", "c", Drop.ON, ["一、p2", "（一）c", "二、p1", "（二）a", "（三）b"]),
        ("p1", "a", Drop.BELOW, ["一、p1", "（一）a", "（二）b", "二、p2", "（三）c"]),
    ],
)
def test_a_dragged_unit_goes_where_it_is_meant_and_takes_the_number_of_its_place(wid, target, drop, marks):
    assert dragged(wid, target, drop) == marks


def test_a_clause_moved_to_the_first_level_takes_its_form():
    after = moved_to(small_draft(), "b", (None, 1))
    assert find_by_wid(after, "b").form is Form.FIRST


@pytest.fixture
def outline(qtbot):
    made = OutlinePane(Origins())
    qtbot.addWidget(made)
    made.show()
    made.show_draft(small_draft())
    return made


def rows(outline) -> list[str]:
    model = outline.model()
    found, waiting = [], [model.index(row, 0) for row in range(model.rowCount())]
    while waiting:
        index = waiting.pop(0)
        found.append(index.data())
        waiting = [model.index(row, 0, index) for row in range(model.rowCount(index))] + waiting
    return found


def units(outline) -> list[str]:
    """Return the rows between the title and the closing."""
    return rows(outline)[2:-1]


def test_the_tree_follows_the_draft(outline):
    draft = remove_unit(small_draft(), "a")
    outline.show_draft(draft)
    assert units(outline) == ["一、提升创造质量", "（一）盘活存量", "二、加强保护", "（二）协同保护"]
    outline.show_draft(small_draft())
    assert len(units(outline)) == 5
    outline.show_draft(moved_to(small_draft(), "a", ("p2", 0)))
    assert units(outline) == ["一、提升创造质量", "（一）盘活存量", "二、加强保护", "（二）培育专利", "（三）协同保护"]
    outline.show_draft(headed(small_draft(), "a"))
    assert "（一）培育专利。建立机制。" in rows(outline)


def test_a_findings_mark_is_shown_and_told_and_a_folded_part_shows_the_gravest_below(outline):
    outline.mark_findings({"a": Severity.WARNING, "b": Severity.ERROR})
    part = outline.model().index(2, 0)
    first = outline.model().index(0, 0, part)
    assert outline.severity_at(first) is Severity.WARNING
    assert "有警告" in first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert outline.severity_at(part) is None
    outline.collapse(part)
    assert outline.severity_at(part) is Severity.ERROR
    outline.mark_findings({})
    assert outline.severity_at(part) is None
    assert "有警告" not in first.data(Qt.ItemDataRole.AccessibleTextRole)


def test_notice_title_and_closing_have_rows_around_the_units(outline):
    assert rows(outline)[:2] == ["印发通知", "示例市若干措施"]
    assert rows(outline)[-1] == "施行与有效期"
    outline.show_draft(replace(small_draft(), notice=None, closing="具体办法另行规定。", title=None))
    assert (rows(outline)[0], rows(outline)[1], rows(outline)[-1]) == ("还没有标题", "一、提升创造质量", "结尾")
    outline.show_draft(replace(small_draft(), closing=None))
    assert rows(outline)[-1] == "（三）协同保护"
    outline.show_draft(Measure())
    assert rows(outline) == ["还没有标题"]


def test_findings_of_the_notice_the_title_and_the_closing_are_marked_on_their_rows(outline):
    outline.mark_findings({Head.NOTICE: Severity.HINT, Head.CLOSING: Severity.ERROR})
    marked = {
        outline.model().index(row, 0).data(): outline.severity_at(outline.model().index(row, 0)) for row in (0, 1, 4)
    }
    assert marked == {"印发通知": Severity.HINT, "示例市若干措施": None, "施行与有效期": Severity.ERROR}
    assert "有提示" in outline.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert row_of_place(Place(Passage.NOTICE_TITLE)) == Head.NOTICE
    assert row_of_place(Place(Passage.PREAMBLE)) == Head.TITLE
    assert row_of_place(Place(Passage.TEXT, "a")) == "a"
    assert row_of_place(Place(Passage.ANNEX_TEXT)) is None


@pytest.mark.parametrize(
    ("target", "drop", "place"),
    [
        (Head.NOTICE, Drop.BELOW, None),
        (Head.TITLE, Drop.ABOVE, None),
        (Head.TITLE, Drop.ON, None),
        (Head.TITLE, Drop.BELOW, ("p1", Drop.ABOVE)),
        (Head.CLOSING, Drop.ABOVE, (None, Drop.BELOW)),
        (Head.CLOSING, Drop.ON, None),
        (Head.CLOSING, Drop.BELOW, None),
        ("b", Drop.ON, ("b", Drop.ON)),
        (None, Drop.BELOW, (None, Drop.BELOW)),
    ],
)
def test_nothing_is_dropped_above_the_title_or_below_the_closing(target, drop, place):
    assert drop_target(small_draft(), target, drop) == place


def test_rows_that_are_no_units_cannot_be_dragged(outline):
    flags = [outline.model().index(row, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled for row in range(5)]
    assert list(map(bool, flags)) == [False, False, True, True, False]


def test_a_click_on_them_leads_to_the_form_the_title_and_the_closing(begin, qtbot, draft_file):
    window = begin(draft_file)
    window.activateWindow()
    hands = Hands()
    outline, editor = window.outline, window.draft.editor
    hands.click_row(outline, outline.model().index(0, 0))
    assert window.draft.form.is_unfolded()
    assert window.draft.form.isAncestorOf(window.focusWidget())
    hands.click_row(outline, outline.model().index(4, 0))
    assert editor.current_part is Part.CLOSING
    assert window.focusWidget() is editor
    outline.setFocus()
    outline.setCurrentIndex(outline.model().index(1, 0))
    hands.press("Enter")
    assert editor.current_part is Part.TITLE
    window.frame.show_view(View.COMPARE)
    outline.head_opened.emit(Head.CLOSING)
    assert window.frame.view is View.EDIT


def test_the_row_with_the_caret_is_current_in_title_and_closing_too(begin, draft_file):
    window = begin(draft_file)
    window.draft.editor.place_caret((Part.CLOSING, ""), 0)
    assert window.outline.currentIndex().data() == "施行与有效期"
    window.draft.editor.place_caret((Part.PREAMBLE, ""), 0)
    assert window.outline.currentIndex().data() == "示例市若干措施"
    window.draft.editor.go_to("b")
    assert window.outline.currentIndex().data() == "（二）盘活存量"


def test_the_legend_names_the_regions_and_ones_own_words_and_goes_where_there_is_no_room(begin, draft_file):
    window = begin(draft_file)
    legend = window.outline_page.legend
    assert legend.isVisible()
    assert legend.accessibleName() == "来源的颜色：鄂 鄂州、撰 自撰"
    window.resize(1366, 768)
    assert not legend.isVisible()
    window.resize(1440, 900)
    assert legend.isVisible()
    assert [*regions(replace(small_draft(), units=()))] == []


def test_a_narrow_legend_has_more_lines(qtbot):
    page = OutlinePage(Origins())
    qtbot.addWidget(page)
    page.resize(400, 600)
    page.show()
    page.show_draft(small_draft())
    one = page.legend.height()
    page.resize(90, 600)
    assert page.legend.height() > one


def test_the_menu_at_the_head_unfolds_and_folds_all_while_the_outline_shows(begin, qtbot, draft_file):
    window = begin(draft_file)
    more, outline = window.outline_page.more, window.outline
    unfold, fold = more.menu().actions()
    fold.trigger()
    part = outline.model().index(2, 0)
    assert not outline.isExpanded(part)
    unfold.trigger()
    assert outline.isExpanded(part)
    assert more.isVisible()
    window.frame.reveal(window.library.pane)
    assert not more.isVisible()
    window.frame.reveal(outline)
    assert more.isVisible()
