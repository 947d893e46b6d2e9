"""大纲: where a unit goes that is dragged, the marks of findings, and that rows stay while one writes."""

import pytest
from PySide6.QtCore import Qt

from chengwen_desktop.draft.moving import Drop, drop_place, moved_to
from chengwen_desktop.draft.outline import OutlinePane
from chengwen_desktop.draft.rewriting import headed
from chengwen_desktop.origins import Origins
from chengwen_desktop.theme.marks import Severity
from chengwen_library.model import Form
from chengwen_templates.draft import remove_unit
from chengwen_templates.structure import find_by_wid
from drafts import small_draft


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


def test_the_tree_follows_the_draft(outline):
    draft = remove_unit(small_draft(), "a")
    outline.show_draft(draft)
    assert rows(outline) == ["一、提升创造质量", "（一）盘活存量", "二、加强保护", "（二）协同保护"]
    outline.show_draft(small_draft())
    assert len(rows(outline)) == 5
    outline.show_draft(moved_to(small_draft(), "a", ("p2", 0)))
    assert rows(outline) == ["一、提升创造质量", "（一）盘活存量", "二、加强保护", "（二）培育专利", "（三）协同保护"]
    outline.show_draft(headed(small_draft(), "a"))
    assert "（一）培育专利。建立机制。" in rows(outline)


def test_a_findings_mark_is_shown_and_told_and_a_folded_part_shows_the_gravest_below(outline):
    outline.mark_findings({"a": Severity.WARNING, "b": Severity.ERROR})
    part = outline.model().index(0, 0)
    first = outline.model().index(0, 0, part)
    assert outline.severity_at(first) is Severity.WARNING
    assert "有警告" in first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert outline.severity_at(part) is None
    outline.collapse(part)
    assert outline.severity_at(part) is Severity.ERROR
    outline.mark_findings({})
    assert outline.severity_at(part) is None
    assert "有警告" not in first.data(Qt.ItemDataRole.AccessibleTextRole)
