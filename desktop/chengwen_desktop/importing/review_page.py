"""One source under review: its lines, what was read, its metadata and the doubtful places, all moving together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget

from chengwen_desktop.importing import model
from chengwen_desktop.importing.doubts import Doubt, doubts
from chengwen_desktop.importing.doubts_pane import DoubtsPane
from chengwen_desktop.importing.fields import MetadataField
from chengwen_desktop.importing.form_pane import FormPane
from chengwen_desktop.importing.model import NotPossible, Review
from chengwen_desktop.importing.nodes import Node, Part
from chengwen_desktop.importing.source_pane import SourcePane
from chengwen_desktop.importing.tree_pane import TreePane
from chengwen_desktop.rows import row_height
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import bold, head_strip, label, surface
from chengwen_library.errors import ChengwenError
from chengwen_library.reading.corrections import Spot

FEWEST_ROWS, MOST_ROWS = 2, 4
"""Doubtful places that are seen at once."""

_Key = Qt.Key
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier


class ReviewPage(QWidget):
    """The page. `changed` says that the review did, `said` carries a sentence for the person."""

    changed = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.review: Review | None = None
        self._typed_in = ""
        self.source = SourcePane()
        self.tree = TreePane()
        self.form = FormPane()
        self.doubts = DoubtsPane()
        self._doubts_head = QLabel()
        self._buttons: dict[str, QToolButton] = {}
        self._lay_out()
        self._connect()

    def show_review(self, review: Review) -> None:
        """Show another review from its beginning."""
        self.review = review
        self._typed_in = ""
        self._refresh()
        self.tree.show_current(None)
        self._show_node(Node(0, Part.TITLE))

    def step(self, by: int) -> None:
        """Go to the next doubtful place (1) or the one before (-1)."""
        doubt = self.doubts.step(by)
        if doubt is None:
            self.said.emit(tr("没有要看一眼的地方"))
        else:
            self._show_doubt(doubt)

    def undo(self) -> None:
        """Take back the last change."""
        self._turn(tr("撤销"), model.undone, back=True)

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self._turn(tr("重做"), model.redone, back=False)

    def accept_doubt(self) -> None:
        """Do what the current doubt offers."""
        doubt = self.doubts.doubt
        if doubt is not None:
            self._accept(doubt)

    def panes(self) -> list[QWidget]:
        """Return the panes in the order of F6."""
        return [self.source, self.tree, self.form.control("title"), self.doubts]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Tab, Shift+Enter, Backspace, Delete and Insert correct the reading where the caret or the row is."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            deed = self._deeds(in_tree=watched is self.tree).get((_Key(event.key()), event.modifiers()))
            if deed is not None:
                deed()
                return True
        return super().eventFilter(watched, event)

    def _deeds(self, *, in_tree: bool) -> dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], None]]:
        deeds: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], None]] = {
            (_Key.Key_Return, _SHIFT): self._split,
            (_Key.Key_Enter, _SHIFT): self._split,
            (_Key.Key_Backspace, _NONE): partial(self._correct, model.joined),
            (_Key.Key_Delete, _NONE): partial(self._correct, model.dropped),
            (_Key.Key_Insert, _NONE): partial(self._correct, model.restored),
        }
        if in_tree:
            deeds[_Key.Key_Tab, _NONE] = partial(self._shift, 1)
            deeds[_Key.Key_Backtab, _SHIFT] = partial(self._shift, -1)
            deeds[_Key.Key_Backtab, _NONE] = partial(self._shift, -1)
        return deeds

    def _shift(self, by: int) -> None:
        self._correct(lambda review, place: model.shifted(review, place, by))

    def _correct(self, deed: Callable[[Review, Spot], Review]) -> None:
        """Correct the piece of the source that is current."""
        if self.review is None:
            return
        place = self.review.places.at(self.source.place)
        if place is not None:
            self._try(lambda review: deed(review, place), place)

    def _split(self) -> None:
        place = self.source.place
        self._try(lambda review: model.split(review, place), place)
        if self.review is not None and place not in self.review.state.corrections.splits:
            self.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self, deed: Callable[[Review], Review], place: Spot | None) -> None:
        """Change the review, and stay at `place`; what cannot be done is said."""
        if self.review is None:
            return
        try:
            self.review = deed(self.review)
        except (NotPossible, ChengwenError) as error:
            self.said.emit(str(error))
            return
        self._typed_in = ""
        self._refresh()
        if place is not None:
            self._show_place(place)

    def _turn(self, word: str, way: Callable[[Review], Review], *, back: bool) -> None:
        before = self.review
        if before is None:
            return
        self.review = way(before)
        if self.review is before:
            self.said.emit(tr("没有可以{word}的改动", word=word))
            return
        deed = before.state.deed if back else self.review.state.deed
        place = self.source.place
        self._typed_in = ""
        self._refresh()
        self._show_place(place)
        self.said.emit(tr("已{word}：{deed}", word=word, deed=deed))

    def _refresh(self) -> None:
        """Show what the review has become."""
        if self.review is None:
            return
        found = doubts(self.review)
        marks = {doubt.node: doubt.severity for doubt in reversed(found)}
        self.source.show_review(self.review)
        self.tree.show_review(self.review, marks)
        self.doubts.show_doubts(found)
        self._doubts_head.setText(tr("要看一眼的 {count} 处", count=len(found)) if found else tr("没有要看一眼的地方"))
        rows = min(max(len(found), FEWEST_ROWS), MOST_ROWS)
        self.doubts.setFixedHeight(rows * row_height(self.doubts, 28))
        self._show_form()
        self.changed.emit()

    def _show_form(self) -> None:
        node = self.tree.node
        if self.review is not None:
            self.form.show_measure(self.review.measure(node.measure if node is not None else 0))

    def _show_place(self, place: Spot) -> None:
        """Show a place of the source and the row it is in."""
        self.source.go_to(place)
        self._follow_source(place)

    def _follow_source(self, place: Spot) -> None:
        """Make the row current that the words at a place went into."""
        if self.review is None:
            return
        begins = self.review.places.at(place)
        node = self.review.places.nodes.get(begins) if begins is not None else None
        if node is not None:
            self.tree.show_current(node)
        self._show_form()
        self._enable(begins)

    def _show_node(self, node: Node) -> None:
        """Show the place of the source that a row came from."""
        place = self.review.places.first(node) if self.review is not None else None
        if place is not None:
            self.source.go_to(place)
        self._show_form()
        self._enable(place)

    def _show_doubt(self, doubt: Doubt) -> None:
        self.tree.show_current(doubt.node)
        self._show_form()
        if doubt.place is not None:
            self.source.go_to(doubt.place)
            self._enable(doubt.place)

    def _enable(self, place: Spot | None) -> None:
        if self.review is None:
            return
        stretch = self.review.places.left_out.get(place) if place is not None else None
        is_in = place in self.review.places.nodes
        for name, button in self._buttons.items():
            button.setEnabled(bool(stretch and stretch.whole) if name == tr("恢复此行") else is_in)

    def _accept(self, doubt: Doubt) -> None:
        if doubt.do is not None:
            self._try(doubt.do, doubt.place)
            self.said.emit(tr("已{deed}，Ctrl+Z 撤销", deed=doubt.deed))

    def _on_field(self, field: MetadataField, values: Mapping[str, Any]) -> None:
        if self.review is None:
            return
        node = self.tree.node
        number = node.measure if node is not None else 0
        merge = self._typed_in == field.name
        self.review = model.overridden(self.review, number, tr("填写{label}", label=tr(field.label)), values, merge)
        self._typed_in = field.name
        self.form.show_measure(self.review.measure(number))
        self.doubts.show_doubts(doubts(self.review))
        self.changed.emit()

    def _connect(self) -> None:
        self.tree.chosen.connect(self._show_node)
        self.source.moved.connect(self._follow_source)
        self.doubts.chosen.connect(self._show_doubt)
        self.doubts.accepted.connect(self._accept)
        self.form.changed.connect(self._on_field)
        self.form.wrong_changed.connect(self.changed)
        self.tree.installEventFilter(self)
        self.source.installEventFilter(self)

    def _tool(self, words: str, keys: str, deed: Callable[[], None], glyph: str = "") -> QToolButton:
        button = QToolButton()
        button.setText(f" {words}" if glyph else words)
        button.setToolTip(tr("{words}（{key}）", words=words, key=keys))
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if glyph:
            button.setIcon(icon(glyph))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(lambda: deed())
        self._buttons[words] = button
        return button

    def _lay_out(self) -> None:
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self._source_side())
        panes.addWidget(self._tree_side())
        panes.setSizes([540, 708])
        panes.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(panes, 1)
        column.addWidget(_line())
        column.addWidget(self._doubts_strip())
        column.addWidget(self.doubts)

    def _source_side(self) -> QWidget:
        strip, row = head_strip()
        row.addWidget(_head(tr("原文")))
        row.addStretch(1)
        note = label(tr("删除线：没有收入的行"), "note")
        note.setWordWrap(False)
        row.addWidget(note)
        row.addWidget(self._tool(tr("恢复此行"), "Insert", partial(self._correct, model.restored)))
        row.addWidget(self._tool(tr("略去此行"), "Delete", partial(self._correct, model.dropped)))
        return _side(strip, self.source)

    def _tree_side(self) -> QWidget:
        strip, row = head_strip()
        row.addWidget(_head(tr("读成")))
        row.addStretch(1)
        row.setSpacing(2)
        row.addWidget(self._tool(tr("升级"), "Shift+Tab", partial(self._shift, -1), "arrow-line-left"))
        row.addWidget(self._tool(tr("降级"), "Tab", partial(self._shift, 1), "arrow-line-right"))
        row.addWidget(self._tool(tr("分成两条"), "Shift+Enter", self._split))
        row.addWidget(self._tool(tr("并入上条"), "Backspace", partial(self._correct, model.joined)))
        row.addWidget(self._tool(tr("标为无关"), "Delete", partial(self._correct, model.dropped)))
        return _side(strip, self.tree, _line(), self.form)

    def _doubts_strip(self) -> QWidget:
        strip, row = head_strip()
        row.setContentsMargins(16, 0, 16, 1)
        self._doubts_head.setFont(bold(self._doubts_head.font()))
        keys = label(tr("F8 下一处　Shift+F8 上一处　Alt+Enter 照办"), "faint")
        keys.setWordWrap(False)
        row.addWidget(self._doubts_head)
        row.addStretch(1)
        row.addWidget(keys)
        return strip


def _head(words: str) -> QLabel:
    made = QLabel(words)
    made.setFont(bold(made.font()))
    return made


def _line() -> QWidget:
    line = surface("line")
    line.setFixedHeight(1)
    return line


def _side(*widgets: QWidget) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget, 1 if isinstance(widget, SourcePane | TreePane) else 0)
    return side
