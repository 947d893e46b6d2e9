"""The window 设置: pages at the left, the page at the right; a change counts at once and can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QUndoCommand, QUndoStack
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from chengwen_desktop.message_bar import Message, MessageBar
from chengwen_desktop.preferences.frame import PageFrame
from chengwen_desktop.preferences.kept import ChangedOutside
from chengwen_desktop.preferences.page import Spot
from chengwen_desktop.preferences.plain_rows import PlainRows
from chengwen_desktop.preferences.section import Section
from chengwen_desktop.rows import row_height
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.theme.marks import Severity
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import FieldEdit, label, push_button, surface
from chengwen_library.errors import ChengwenError

USUAL = QSize(1040, 700)
SMALLEST = QSize(820, 540)
SIDE = 232
MOST_FOUND = 200
_PLACE = Qt.ItemDataRole.UserRole


class PreferencesWindow(QDialog):
    """The sections in their order. `changed` carries the id of a section whose file has just been written."""

    changed = Signal(str)

    def __init__(self, sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections = list(sections)
        self.setWindowTitle(tr("设置"))
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self.stack = QUndoStack(self)
        self.bar = MessageBar()
        self.search = FieldEdit()
        self.list = QListWidget()
        self.frames: dict[str, PageFrame] = {}
        self.pages = QStackedWidget()
        self._shown = self.sections[0]
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._make_one)
        self.undo_button = push_button(tr("撤销"), tr("撤销（Ctrl+Z）"), self.undo)
        self.redo_button = push_button(tr("重做"), tr("重做（Ctrl+Y）"), self.redo)
        self.words = label("", "note")
        self._lay_out()
        self._connect()
        self._list_pages()
        self.list.setCurrentRow(0)
        self._refresh()
        self._later.start()

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self._shown

    def go_to(self, identity: str, key: object = None) -> None:
        """Show a section, and a place on it."""
        place = next(n for n, one in enumerate(self.sections) if one.id == identity)
        if self.search.text():
            self.search.clear()
        self.list.setCurrentRow(place)
        if key is not None:
            self.sections[place].page.go_to(key)

    def undo(self) -> None:
        """Take the last change back."""
        self.section.page.finish()
        self.stack.undo()

    def redo(self) -> None:
        """Make it again."""
        self.stack.redo()

    def put(self, section: Section, state: object, *, follow: bool) -> None:
        """Show a state and write it; `follow` brings the section to the front."""
        section.show(state)
        if follow and section is not self.section:
            self.go_to(section.id)
        self._write(section)

    def restore(self, section: Section) -> None:
        """恢复出厂: say what goes, ask once, do it as a change that can be taken back."""
        if section.kept is None:
            return
        if section.fault is not None:
            self._replace_broken(section)
        elif not section.is_shipped and self._ask(
            tr("“{name}”恢复出厂？", name=tr(section.words)), section.page.loss(section.state), tr("恢复出厂")
        ):
            name = tr("“{name}”恢复出厂", name=tr(section.words))
            self.stack.push(_Change(self, section, name, section.kept.shipped))

    def may_leave(self) -> bool:
        """Ask before rows with faults, or a file that could not be written, are left behind."""
        made = [one for one in self.sections if one.is_made]
        for section in made:
            section.page.finish()
        left = [(one, words) for one in made if (words := self._left(one))]
        if not left:
            return True
        section, words = left[0]
        title = tr("“{name}”有改动没有存。", name=tr(section.words))
        if self._ask(title, words, tr("不存，关闭"), tr("回去改")):
            for one, _ in left:
                one.load()
            self.stack.clear()
            return True
        self.go_to(section.id)
        return False

    def look_again(self) -> None:
        """Show what others have written into the files meanwhile."""
        made = [one for one in self.sections if one.is_made and not one.is_behind]
        stale = [one for one in made if one.kept and one.kept.is_stale()]
        if not stale:
            return
        self.stack.clear()
        files = {one.kept.file for one in stale if one.kept}
        for section in self.sections:
            if section.kept and section.kept.file in files:
                section.load()
                self.changed.emit(section.id)
        self._refresh()
        self._say(tr("“{name}”被别的程序改过，已经重新读了。", name=next(iter(files)).name))

    def reject(self) -> None:
        """Close, if nothing is left behind."""
        if self.may_leave():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Close, if nothing is left behind."""
        if self.may_leave():
            event.accept()
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Look at the files again when the person comes back to the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.look_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """撤销, 重做, 查找; Esc empties the search first."""
        standard = QKeySequence.StandardKey
        if event.matches(standard.Undo):
            self.undo()
        elif event.matches(standard.Redo) or QKeySequence(event.keyCombination()) == _REDO:
            self.redo()
        elif event.matches(standard.Find):
            self.search.setFocus()
            self.search.selectAll()
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.search.setFocus()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self._into_found(open_it=False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # Enter in a field takes its words over and presses no button
        else:
            super().keyPressEvent(event)

    def _left(self, section: Section) -> str:
        if section.is_behind:
            return tr("“{name}”没能写入。", name=section.kept.file.name if section.kept else "")
        return section.page.unsaved() if section.fault is None else ""

    def _on_edited(self, section: Section, name: str, state: object) -> None:
        if state != section.state:
            self.stack.push(_Change(self, section, name, state))

    def _write(self, section: Section, *, over: bool = False) -> None:
        if section.kept is None:
            return
        self.bar.clear()
        try:
            if over:
                section.kept.save_over(section.state)
            else:
                section.kept.save(section.state)
        except ChangedOutside as error:
            section.is_behind = True
            ways = (
                (tr("用窗口里的"), partial(self._write, section, over=True)),
                (tr("重新读文件"), partial(self._reload, section)),
            )
            self.bar.say(Message(Severity.WARNING, str(error), ways))
        except ChengwenError as error:
            section.is_behind = True
            self.bar.say(Message(Severity.ERROR, str(error), ((tr("再存一次"), partial(self._write, section)),)))
        else:
            section.is_behind = False
            self._refresh()
            self.changed.emit(section.id)

    def _reload(self, section: Section) -> None:
        self.stack.clear()
        section.load()
        self._refresh()
        self.changed.emit(section.id)

    def _replace_broken(self, section: Section) -> None:
        if section.kept is None or not self._ask(
            tr("“{name}”恢复出厂？", name=tr(section.words)),
            tr("读不懂的“{name}”会改名留在旁边，不删。", name=section.kept.file.name),
            tr("恢复出厂"),
        ):
            return
        try:
            aside = section.kept.save_over(section.kept.shipped)
        except ChengwenError as error:
            self.bar.say(Message(Severity.ERROR, str(error)))
            return
        for one in self.sections:
            if one.kept and one.kept.file == section.kept.file:
                one.load()
        self._refresh()
        if aside is not None:
            self._say(tr("原来的文件留作“{name}”。", name=aside.name))
        self.changed.emit(section.id)

    def _ask(self, words: str, more: str, agree: str, refuse: str = "") -> bool:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(tr("设置"))
        box.setText(words)
        box.setInformativeText(more)
        yes = box.addButton(agree, QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(refuse or tr("取消"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.exec()
        agreed = box.clickedButton() is yes
        box.deleteLater()
        return agreed

    def _say(self, words: str) -> None:
        self.words.setText(words)

    def _refresh(self) -> None:
        for frame in self.frames.values():
            frame.refresh()
        for button, can, verb, key, what in (
            (self.undo_button, self.stack.canUndo(), tr("撤销"), "Ctrl+Z", self.stack.undoText()),
            (self.redo_button, self.stack.canRedo(), tr("重做"), "Ctrl+Y", self.stack.redoText()),
        ):
            button.setEnabled(can)
            button.setToolTip(
                tr("{verb}：{what}（{key}）", verb=verb, what=what, key=key)
                if can
                else tr("{verb}（{key}）", verb=verb, key=key)
            )
        self._say(self.stack.undoText())

    def _list_pages(self) -> None:
        self.list.clear()
        height = row_height(self.list, 32)
        for place, section in enumerate(self.sections):
            self.list.addItem(_entry(tr(section.words), section.icon, (place, None), height))

    def _find(self, words: str) -> None:
        """List what holds the words, on whatever page; the pages themselves when nothing is looked for."""
        wanted = words.strip().lower()
        if not wanted:
            self._list_pages()
            self.list.setCurrentRow(self.sections.index(self._shown))
            return
        while self._make_one():
            pass
        self.list.clear()
        height = row_height(self.list, 32)
        for place, section in enumerate(self.sections):
            spots = [Spot(tr(section.words)), Spot(tr(section.note)), *section.page.spots()]
            for spot in [one for one in spots if wanted in one.words.lower()][: MOST_FOUND // 10]:
                head = tr(section.words)
                words_ = head if spot.words == head else f"{head} › {spot.words}"
                self.list.addItem(_entry(words_, section.icon, (place, spot.key), height))
        if not self.list.count():
            item = QListWidgetItem(tr("没有这样的设置"))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)

    def _into_found(self, *, open_it: bool) -> None:
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        if open_it:
            self._open(self.list.currentItem())
        else:
            self.list.setFocus()

    def _on_row(self, row: int) -> None:
        item = self.list.item(row) if row >= 0 else None
        place = item.data(_PLACE) if item else None
        if place is None:
            return
        self._show(self.sections[place[0]])
        if place[1] is not None and self.search.text():
            self.section.page.go_to(place[1])
            self.list.setFocus() if not self.search.hasFocus() else None

    def _open(self, item: QListWidgetItem | None) -> None:
        place = item.data(_PLACE) if item else None
        if place is not None:
            self._show(self.sections[place[0]])
            self.section.page.go_to(place[1])

    def _show(self, section: Section) -> None:
        """Bring a section to the front."""
        if self._shown.is_made:
            self._shown.page.finish()
        frame = self._frame(section)
        self._shown = section
        self.pages.setCurrentWidget(frame)
        section.page.begin()

    def _make_one(self) -> bool:
        """Make one of the pages that nobody has seen yet; tell whether there was one."""
        section = next((one for one in self.sections if not one.is_made), None)
        if section is None:
            self._later.stop()
            return False
        self._frame(section)
        return True

    def _frame(self, section: Section) -> PageFrame:
        if section.id not in self.frames:
            frame = self.frames[section.id] = PageFrame(section)
            self.pages.addWidget(frame)
            section.page.edited.connect(partial(self._on_edited, section))
            if section.kept is not None:
                section.page.touched.connect(section.kept.note)
            frame.restore_asked.connect(partial(self.restore, section))
            frame.reload_asked.connect(partial(self._reload, section))
            frame.refresh()
        return self.frames[section.id]

    def _connect(self) -> None:
        self.stack.indexChanged.connect(self._refresh)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(partial(self._into_found, open_it=True))
        self.list.currentRowChanged.connect(self._on_row)
        self.list.itemActivated.connect(self._open)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(tr("查找设置"))
        self.search.setAccessibleName(tr("查找设置"))
        self.search.setToolTip(tr("查找设置（Ctrl+F）"))
        self.search.setClearButtonEnabled(True)
        self.list.setAccessibleName(tr("设置的各页"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setIconSize(QSize(18, 18))
        self.list.setItemDelegate(PlainRows(self.list))
        self.list.setMouseTracking(True)
        side = surface("window")
        side.setFixedWidth(max(SIDE, self.fontMetrics().horizontalAdvance("设") * 17))
        left = QVBoxLayout(side)
        left.setContentsMargins(8, 12, 8, 8)
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        foot = surface("foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        close = push_button(tr("关闭"), tr("关闭（Esc）"), self.reject)
        for button in (self.undo_button, self.redo_button):
            row.addWidget(button)
        row.addWidget(self.words, 1)
        row.addWidget(close)
        for button in (self.undo_button, self.redo_button, close):
            button.setAutoDefault(False)
            button.setMinimumHeight(32)
        upper = QHBoxLayout()
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(0)
        line = surface("line")
        line.setFixedWidth(1)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self.pages, 1)
        upper.addWidget(side)
        upper.addWidget(line)
        upper.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(foot)


_REDO = QKeySequence("Ctrl+Y")


class _Change(QUndoCommand):
    """A named change of one section."""

    def __init__(self, window: PreferencesWindow, section: Section, name: str, state: object) -> None:
        super().__init__(name)
        self._window, self._section = window, section
        self._before, self._after = section.state, state
        self._is_first = True

    def redo(self) -> None:
        """Make the change, for the first time or again."""
        self._window.put(self._section, self._after, follow=not self._is_first)
        self._is_first = False

    def undo(self) -> None:
        """Take it back."""
        self._window.put(self._section, self._before, follow=True)


def _entry(words: str, glyph: str, place: tuple[int, object], height: int) -> QListWidgetItem:
    item = QListWidgetItem(icon(glyph), words)
    item.setData(_PLACE, place)
    item.setToolTip(words)
    item.setSizeHint(QSize(0, height))
    return item
