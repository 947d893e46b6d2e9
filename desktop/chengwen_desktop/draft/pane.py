"""The middle of the window: the notice's form above the page; what is done there becomes a change of the session."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from chengwen_desktop.draft.breaking import broken, joined
from chengwen_desktop.draft.editor import DraftEditor
from chengwen_desktop.draft.lines import Key, Line, Part, figures, lines
from chengwen_desktop.draft.moving import moved_to
from chengwen_desktop.draft.notice_fields import NoticeField
from chengwen_desktop.draft.notice_form import NoticeForm
from chengwen_desktop.draft.pasting import Pasted, inserted, recognised, words_of
from chengwen_desktop.draft.ranges import Stretch, replaced
from chengwen_desktop.draft.rewriting import Edits, Splice, headed, spliced
from chengwen_desktop.draft.session import Session
from chengwen_desktop.origins import Origins
from chengwen_desktop.translation import marked, tr
from chengwen_library.model import Form, Measure, Notice, Unit
from chengwen_templates.draft import insert_unit, move_unit, new_unit, remove_unit
from chengwen_templates.structure import (
    Position,
    demoted,
    find_by_wid,
    last_place,
    locked,
    place_after,
    promoted,
    unlocked,
)

_PARTS = {Part.TITLE: marked("标题"), Part.PREAMBLE: marked("引言"), Part.CLOSING: marked("结尾")}


class DraftPane(QWidget):
    """Form and page of one session.

    `said` carries a sentence for the status bar, `chosen` the current unit's wid, `menu_asked` a place on the screen.
    """

    said = Signal(str)
    chosen = Signal(object)
    origin_asked = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, origins: Origins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = Session(Measure(), None, self)
        self._front: Measure | None = None
        self._session.changed.connect(self._refresh)
        self.form = NoticeForm()
        self.editor = DraftEditor(origins)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form)
        column.addWidget(self.editor, 1)
        self.form.changed.connect(self._on_notice)
        self.form.added.connect(self._add_notice)
        self.editor.typed.connect(self._on_typed)
        self.editor.replaced.connect(self.replace_stretch)
        self.editor.broken.connect(self._on_broken)
        self.editor.joined.connect(self._on_joined)
        self.editor.pasted.connect(self._on_pasted)
        self.editor.level_asked.connect(self.change_level)
        self.editor.menu_asked.connect(self.menu_asked)
        self.editor.chosen.connect(self.chosen)
        self.editor.origin_asked.connect(self.origin_asked)
        self.editor.refused.connect(self.said)

    def put_above(self, bar: QWidget) -> None:
        """Put a bar above the page."""
        self._column.insertWidget(self._column.indexOf(self.editor), bar)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave half of the height to the page."""
        super().resizeEvent(event)
        self.form.allow(max(180, self.height() // 2))

    def turn_notice(self) -> None:
        """Unfold the notice with the focus in its first field, or fold it and go back to the page."""
        if self.form.is_unfolded() or not self.form.has_notice:
            self.form.unfold(False)
            self.editor.setFocus()
        else:
            self.form.unfold(True)
            self.form.enter()

    def show_session(self, session: Session) -> None:
        """Show another session."""
        self._session.changed.disconnect(self._refresh)
        self._session = session
        session.changed.connect(self._refresh)
        self.form.unfold(False)
        self._front = None
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
        self.insert(new_unit(Form.FIRST if parent is None else Form.SECOND), tr("新的一条"))
        self.editor.setFocus()

    def remove(self) -> None:
        """Take out the current unit with all below it."""
        unit = self.current()
        if unit is None:
            return
        after = _neighbour(self._session.draft, unit.wid)
        name = tr("删除{unit}", unit=_called(unit))
        if self._session.change(name, lambda draft: remove_unit(draft, unit.wid), after, back=unit.wid):
            self.said.emit(tr("已删除{unit}，Ctrl+Z 撤销", unit=_called(unit)))

    def shift(self, by: int) -> None:
        """Move the current unit by so many places among its neighbours."""
        unit = self.current()
        if unit is not None:
            name = tr("上移") if by < 0 else tr("下移")
            self._session.change(name, lambda draft: move_unit(draft, unit.wid, by), unit.wid)

    def move_to(self, wid: str, position: Position) -> None:
        """Move a unit with all below it to another place."""
        unit = find_by_wid(self._session.draft, wid)
        if unit is None:
            return
        name = tr("移动{unit}", unit=_called(unit))
        if self._session.change(name, lambda draft: moved_to(draft, wid, position), wid):
            stands = find_by_wid(self._session.draft, wid)
            self.said.emit(tr("已移到{number}，Ctrl+Z 撤销", number=stands.num if stands else ""))

    def change_level(self, wid: str, by: int) -> None:
        """Lower the unit by one level, or lift it with a negative number."""
        change = demoted if by > 0 else promoted
        name = tr("降级") if by > 0 else tr("升级")
        if not self._session.change(name, lambda draft: change(draft, wid), wid):
            self.said.emit(tr("前面没有同级的条款，不能降级") if by > 0 else tr("已经是第一层，不能升级"))

    def change_current_level(self, by: int) -> None:
        """Change the level of the unit with the caret."""
        unit = self.current()
        if unit is not None:
            self.change_level(unit.wid, by)

    def toggle_heading(self) -> None:
        """Make the first sentence of the current unit its heading, or the heading plain text."""
        unit = self.current()
        if unit is not None:
            name = tr("取消条标") if unit.heading else tr("首句作条标")
            self._session.change(name, lambda draft: headed(draft, unit.wid), unit.wid)

    def toggle_lock(self) -> None:
        """Lock the number of the current unit, or let it follow from the tree again."""
        unit = self.current()
        if unit is not None:
            change, name = (unlocked, tr("解除编号锁定")) if unit.locked else (locked, tr("锁定编号"))
            self._session.change(name, lambda draft: change(draft, unit.wid), unit.wid)

    def replace_stretch(self, stretch: Stretch, words: str, name: str) -> None:
        """Put words in place of a stretch, as one step."""
        before = figures(self._session.draft)[1]
        self._session.change(name, lambda draft: replaced(draft, stretch, words), None, back=stretch.first[1] or None)
        self.editor.place_caret(*self._start_of(stretch, len(words)))
        gone = before - figures(self._session.draft)[1]
        if gone > 0:
            self.said.emit(tr("少了 {count} 条，Ctrl+Z 撤销", count=gone))

    def replace_words(self, edits: Edits, name: str) -> bool:
        """Put other words in place of some in many paragraphs, as one step; tell whether anything changed."""
        return self._session.change(name, lambda draft: spliced(draft, edits))

    def show_origin(self) -> None:
        """Ask for the precedent that the current unit was taken from."""
        unit = self.current()
        if unit is not None and unit.provenance:
            self.origin_asked.emit(unit.wid)

    @property
    def session_shown(self) -> Session:
        """The session on the page."""
        return self._session

    @property
    def measure(self) -> Measure:
        """The draft as it now is."""
        return self._session.draft

    def current(self) -> Unit | None:
        """Return the unit with the caret."""
        return find_by_wid(self._session.draft, self.editor.current_wid)

    def _refresh(self, wid: str | None) -> None:
        front = _with_text_of(_NO_TEXT, self._session.draft)
        if front != self._front:
            self._front = front
            self.form.show_draft(self._session.draft)
        self.editor.show_draft(self._session.draft, wid)

    def _position(self) -> Position:
        draft = self._session.draft
        return (
            last_place(draft)
            if self.editor.current_part is Part.CLOSING
            else place_after(draft, self.editor.current_wid)
        )

    def _on_typed(self, line: Line, splice: Splice) -> None:
        where = tr(_PARTS[line.part]) if line.part in _PARTS else _called(line.unit)
        merge = f"type {line.part} {line.key[1]}"
        wid = line.unit.wid if line.unit else None
        edits = {line.key: (splice,)}
        self._session.change(tr("改写{where}", where=where), lambda draft: spliced(draft, edits), wid, merge)

    def _on_broken(self, stretch: Stretch) -> None:
        """Enter: a new unit behind this one, with the text behind the caret; what is selected goes."""
        is_empty = not stretch.is_wide and stretch.start == stretch.end
        draft = self._session.draft if is_empty else replaced(self._session.draft, stretch)
        line = next((one for one in lines(draft) if one.key == stretch.first), None)
        if line is None:  # the paragraph was selected whole and is gone
            self.replace_stretch(stretch, "", tr("删除选中的文字"))
            return
        after, caret = broken(draft, line, stretch.start)
        self._session.change(tr("新的一条"), lambda _: after, caret[0][1] or None, back=stretch.first[1] or None)
        self.editor.place_caret(*caret)

    def _on_joined(self, key: Key) -> None:
        """Backspace at a paragraph's head: it is joined to the one before."""
        unit = find_by_wid(self._session.draft, key[1]) if key[0] is Part.UNIT else None
        if unit is not None and not (unit.heading or unit.text or unit.intro or unit.children):
            self._remove_empty(unit)
            return
        outcome = joined(self._session.draft, key)
        if outcome is not None:
            after, caret = outcome
            self._session.change(tr("合并到上一段"), lambda _: after, caret[0][1], back=key[1])
            self.editor.place_caret(*caret)

    def _remove_empty(self, unit: Unit) -> None:
        every = lines(self._session.draft)
        before = every[[line.key for line in every].index((Part.UNIT, unit.wid)) - 1]
        after = _neighbour(self._session.draft, unit.wid)
        name = tr("删除空条")
        if self._session.change(name, lambda draft: remove_unit(draft, unit.wid), after, back=unit.wid):
            self.editor.place_caret(before.key, len(before.text))

    def _on_pasted(self, there: Pasted, stretch: Stretch, as_words: bool) -> None:
        line = self.editor.line_of(stretch.first)
        is_whole = stretch.start == 0 and not stretch.is_wide and stretch.end == len(line.text if line else "")
        units = () if as_words else recognised(there, alone=is_whole)
        if units:
            self._paste_units(units, stretch)
        elif words := words_of(there):
            self._session.change(tr("粘贴"), lambda draft: replaced(draft, stretch, words), stretch.first[1] or None)
            self.editor.place_caret(stretch.first, stretch.start + len(words))

    def _paste_units(self, units: tuple[Unit, ...], stretch: Stretch) -> None:
        count = figures(Measure(units=units))[1] or len(units)
        is_empty = not stretch.is_wide and stretch.start == stretch.end

        def paste(draft: Measure) -> Measure:
            cleared = draft if is_empty else replaced(draft, stretch)
            held = {line.key for line in lines(cleared)}
            key = next((one for one in (stretch.first, stretch.last) if one in held), (Part.PREAMBLE, ""))
            return inserted(cleared, key, units)

        last = units[-1].wid
        self._session.change(tr("粘贴 {count} 条", count=count), paste, last, back=stretch.first[1] or None)
        line = self.editor.line_of((Part.UNIT, last))
        self.editor.place_caret((Part.UNIT, last), len(line.text) if line else 0)
        self.said.emit(tr("已粘贴 {count} 条，Ctrl+Z 撤销", count=count))

    def _start_of(self, stretch: Stretch, by: int) -> tuple[Key, int]:
        """Return where the caret stands after a stretch has been replaced by so many characters."""
        if self.editor.line_of(stretch.first) is not None:
            return stretch.first, stretch.start + by
        return (stretch.last, 0) if self.editor.line_of(stretch.last) is not None else (self.editor.current_key, 0)

    def _on_notice(self, field: NoticeField, after: Measure) -> None:
        """Take what the form says of the notice; it is not told of every word that is typed on the page."""
        name = tr("改写{where}", where=tr(field.label))
        self._session.change(name, lambda draft: _with_text_of(draft, after), None, f"notice {field.name}")

    def _add_notice(self) -> None:
        named = self._session.draft.title
        title = f"关于印发《{named}》的通知" if named else None
        self._session.change(tr("加上印发通知"), lambda draft: replace(draft, notice=Notice(title=title)))
        self.form.unfold(True)


def _neighbour(draft: Measure, wid: str) -> str | None:
    """Return the unit to go to when this one goes: the one before it in the text, else the one after."""
    units = [line.unit.wid for line in lines(draft) if line.unit is not None]
    before = units[: units.index(wid)] if wid in units else []
    return before[-1] if before else next((other for other in units if other != wid), None)


def _called(unit: Unit | None) -> str:
    return f"{unit.num}{unit.heading or ''}" if unit else ""


_NO_TEXT = Measure()


def _with_text_of(draft: Measure, other: Measure) -> Measure:
    """Return the other measure with the text of the draft."""
    return replace(
        other,
        preamble=draft.preamble,
        units=draft.units,
        closing=draft.closing,
        annexes=draft.annexes,
        remarks=draft.remarks,
    )
