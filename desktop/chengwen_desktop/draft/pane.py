"""The middle of the window: the notice's form above the page; what is done there becomes a change of the session."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from chengwen_desktop.draft.editor import DraftEditor
from chengwen_desktop.draft.lines import BREAK, Line, Part, headed, lines, reworded
from chengwen_desktop.draft.notice_fields import NoticeField
from chengwen_desktop.draft.notice_form import NoticeForm
from chengwen_desktop.draft.session import Session
from chengwen_desktop.origins import Origins
from chengwen_library.model import Form, Measure, Notice, Unit
from chengwen_templates.draft import insert_unit, move_unit, new_unit, place_of, remove_unit
from chengwen_templates.structure import (
    Position,
    demoted,
    find_by_wid,
    is_part,
    last_place,
    place_after,
    promoted,
)

_PARTS = {Part.TITLE: "标题", Part.PREAMBLE: "引言", Part.CLOSING: "结尾"}


class DraftPane(QWidget):
    """Form and page of one session. `said` carries a sentence for the status bar, `chosen` the current unit's wid."""

    said = Signal(str)
    chosen = Signal(object)
    origin_asked = Signal(str)

    def __init__(self, origins: Origins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = Session(Measure(), None, self)
        self._session.changed.connect(self._refresh)
        self.form = NoticeForm()
        self.editor = DraftEditor(origins)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form)
        column.addWidget(self.editor, 1)
        self.form.changed.connect(self._on_notice)
        self.form.added.connect(self._add_notice)
        self.editor.typed.connect(self._on_typed)
        self.editor.entered.connect(self._on_entered)
        self.editor.level_asked.connect(self.change_level)
        self.editor.removal_asked.connect(self._on_removal)
        self.editor.chosen.connect(self.chosen)
        self.editor.origin_asked.connect(self.origin_asked)
        self.editor.refused.connect(self.said)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave half of the height to the page."""
        super().resizeEvent(event)
        self.form.allow(max(180, self.height() // 2))

    def show_session(self, session: Session) -> None:
        """Show another session."""
        self._session.changed.disconnect(self._refresh)
        self._session = session
        session.changed.connect(self._refresh)
        self.form.unfold(False)
        self._refresh(None)
        self.editor.verticalScrollBar().setValue(0)

    def insert(self, unit: Unit, name: str) -> Unit | None:
        """Put a unit after the current clause and return it as it stands there, numbered."""
        parent, index = self._position()
        self._session.change(name, lambda draft: insert_unit(draft, unit, parent, index), unit.wid)
        return find_by_wid(self._session.draft, unit.wid)

    def add_unit(self) -> None:
        """Put an empty unit after the current clause."""
        parent, _ = self._position()
        self.insert(new_unit(Form.FIRST if parent is None else Form.SECOND), "新的一条")
        self.editor.setFocus()

    def remove(self) -> None:
        """Take out the current unit with all below it."""
        unit = self._current()
        if unit is None:
            return
        after = _neighbour(self._session.draft, unit.wid)
        name = f"删除{unit.num}{unit.heading or ''}"
        if self._session.change(name, lambda draft: remove_unit(draft, unit.wid), after, back=unit.wid):
            self.said.emit(f"已删除{unit.num}{unit.heading or ''}，Ctrl+Z 撤销")

    def shift(self, by: int) -> None:
        """Move the current unit by so many places among its neighbours."""
        unit = self._current()
        if unit is not None:
            name = "上移" if by < 0 else "下移"
            self._session.change(name, lambda draft: move_unit(draft, unit.wid, by), unit.wid)

    def change_level(self, wid: str, by: int) -> None:
        """Lower the unit by one level, or lift it with a negative number."""
        change = demoted if by > 0 else promoted
        name = "降级" if by > 0 else "升级"
        if not self._session.change(name, lambda draft: change(draft, wid), wid):
            self.said.emit("前面没有同级的条款，不能降级" if by > 0 else "已经是第一层，不能升级")

    def change_current_level(self, by: int) -> None:
        """Change the level of the unit with the caret."""
        unit = self._current()
        if unit is not None:
            self.change_level(unit.wid, by)

    def toggle_heading(self) -> None:
        """Make the first sentence of the current unit its heading, or the heading plain text."""
        unit = self._current()
        if unit is not None:
            name = "取消条标" if unit.heading else "首句作条标"
            self._session.change(name, lambda draft: headed(draft, unit.wid), unit.wid)

    def _refresh(self, wid: str | None) -> None:
        self.form.show_draft(self._session.draft)
        self.editor.show_draft(self._session.draft, wid)

    def _current(self) -> Unit | None:
        return find_by_wid(self._session.draft, self.editor.current_wid)

    def _position(self) -> Position:
        draft = self._session.draft
        return (
            last_place(draft)
            if self.editor.current_part is Part.CLOSING
            else place_after(draft, self.editor.current_wid)
        )

    def _on_typed(self, line: Line, text: str) -> None:
        where = _PARTS.get(line.part) or (f"{line.unit.num}{line.unit.heading or ''}" if line.unit else "")
        merge = f"type {line.part} {line.key[1]}"
        wid = line.unit.wid if line.unit else None
        self._session.change(f"改写{where}", lambda draft: reworded(draft, line, text), wid, merge)

    def _on_entered(self, line: Line, at: int) -> None:
        """Enter: a new unit behind this one, with the text behind the caret."""
        if line.unit is None:
            return
        unit, draft = line.unit, self._session.draft
        if is_part(unit):
            self.add_unit()
            return
        kept, rest = line.text[:at], line.text[at:] if at >= line.heading else ""
        new = new_unit(unit.form, None, rest.replace(BREAK, "\n").strip())
        place = place_of(draft, unit.wid)
        if place is None:
            return
        parent, index = place

        def split(before: Measure) -> Measure:
            shortened = reworded(before, line, kept) if rest else before
            return insert_unit(shortened, new, parent, index + 1)

        self._session.change("新的一条", split, new.wid)

    def _on_removal(self, wid: str) -> None:
        after = _neighbour(self._session.draft, wid)
        self._session.change("删除空条", lambda draft: remove_unit(draft, wid), after, back=wid)

    def _on_notice(self, field: NoticeField, after: Measure) -> None:
        self._session.change(f"改写{field.label}", lambda _: after, None, f"notice {field.name}")

    def _add_notice(self) -> None:
        title = f"关于印发《{self._session.draft.title}》的通知" if self._session.draft.title else None
        self._session.change("加上印发通知", lambda draft: replace(draft, notice=Notice(title=title)))
        self.form.unfold(True)


def _neighbour(draft: Measure, wid: str) -> str | None:
    """Return the unit to go to when this one goes: the one before it in the text, else the one after."""
    units = [line.unit.wid for line in lines(draft) if line.unit is not None]
    before = units[: units.index(wid)] if wid in units else []
    return before[-1] if before else next((other for other in units if other != wid), None)
