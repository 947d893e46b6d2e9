"""快捷键: all commands with their keys; a new key is pressed, a key that is taken is moved only when asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QTreeView, QVBoxLayout, QWidget

from chengwen_desktop.actions import key_words
from chengwen_desktop.rows import row_height
from chengwen_desktop.shortcuts.field import KeyField
from chengwen_desktop.shortcuts.keymap import Keymap, may_be_given, reserved_for
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import FieldEdit, label, link_button, push_button, surface

USUAL = QSize(680, 560)
HEADS = (marked("命令"), marked("在哪里"), marked("键"), marked("出厂的键"))
ROW = 28
_NAME = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Command:
    """A command as the dialog lists it: its words and the menu it stands in."""

    words: str
    place: str


class ShortcutsDialog(QDialog):
    """The table. Every change is made in the keymap at once and told by `changed`."""

    changed = Signal()

    def __init__(self, commands: Mapping[str, Command], keys: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands, self._keys = commands, keys
        self._wanted: QKeySequence | None = None
        self.setWindowTitle(tr("快捷键"))
        self.setModal(True)
        self.resize(USUAL)
        self._model = QStandardItemModel(self)
        self._rows = QSortFilterProxyModel(self)
        self.search = FieldEdit()
        self.table = self._make_table()
        self.field = KeyField()
        self.words = label("", "note")
        self.move_button = link_button("", "", self._move)
        self.empty_button = push_button(tr("去掉这个键"), tr("让这个命令没有键（Backspace）"), self._empty)
        self.restore_button = push_button(tr("恢复这一个"), tr("用这个命令出厂的键"), self._restore)
        self.restore_all_button = push_button(tr("全部恢复出厂"), tr("所有命令都用出厂的键"), self._restore_all)
        self._lay_out()
        self._connect()
        self._fill()
        self._choose(0)
        self.search.setFocus()

    @property
    def name(self) -> str | None:
        """The command that is chosen."""
        found = self.table.currentIndex().siblingAtColumn(0).data(_NAME)
        return str(found) if found else None

    def choose(self, name: str) -> None:
        """Go to a command."""
        for row in range(self._rows.rowCount()):
            if self._rows.index(row, 0).data(_NAME) == name:
                self._choose(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter in the table, and ↓ in the field above it, go on to the next."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.field.setFocus()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def _on_pressed(self, keys: QKeySequence) -> None:
        name = self.name
        if name is None:
            return
        self._wanted = None
        owner = self._keys.owner(keys, besides=name)
        if reserved_for(keys):
            words = tr("{keys} 到处都用来{what}，不能改。", keys=key_words(keys), what=tr(reserved_for(keys)))
            self._say(words, wrong=True)
        elif not may_be_given(keys):
            self._say(tr("{keys} 要用来写字。带上 Ctrl 或 Alt，或用 F1 到 F12。", keys=key_words(keys)), wrong=True)
        elif owner is None:
            self._give(name, keys)
        else:
            self._wanted = keys
            taken = tr("{keys} 现在是“{other}”的键。", keys=key_words(keys), other=self._commands[owner].words)
            self._say(taken, wrong=True)
            move = tr("改给“{name}”", name=self._commands[name].words)
            self.move_button.setText(move)
            self.move_button.setAccessibleName(move)
            self.move_button.setToolTip(tr("“{other}”就没有键了", other=self._commands[owner].words))
            self.move_button.show()

    def _move(self) -> None:
        if self.name is not None and self._wanted is not None:
            self._give(self.name, self._wanted)
            self.field.setFocus()

    def _give(self, name: str, keys: QKeySequence) -> None:
        self._keys.give(name, keys)
        self._after(tr("“{name}”的键是 {keys}。", name=self._commands[name].words, keys=key_words(keys)))

    def _empty(self) -> None:
        if self.name is not None:
            self._keys.take(self.name)
            self._after(tr("“{name}”没有键了。", name=self._commands[self.name].words))

    def _restore(self) -> None:
        if self.name is not None:
            self._keys.restore(self.name)
            self._after(tr("“{name}”用出厂的键。", name=self._commands[self.name].words))

    def _restore_all(self) -> None:
        self._keys.restore_all()
        self._after(tr("所有命令都用出厂的键。"))

    def _after(self, words: str) -> None:
        self._fill()
        self.changed.emit()
        self._refresh()
        self._say(words)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.words.setText(words)
        self.words.setProperty("role", "wrong" if wrong else "note")
        self.words.style().polish(self.words)
        self.move_button.hide()

    def _refresh(self) -> None:
        name = self.name
        keys = self._keys.keys(name) if name else []
        self.field.setText(key_words(keys[0]) if keys else "")
        self.field.setEnabled(name is not None)
        self.empty_button.setEnabled(bool(keys))
        self.restore_button.setEnabled(name is not None and self._keys.is_changed(name))
        self.restore_all_button.setEnabled(bool(self._keys.chosen))

    def _on_chosen(self) -> None:
        self._refresh()
        self._say("")

    def _fill(self) -> None:
        if self._model.rowCount() == 0:
            for name in self._commands:
                self._model.appendRow(_items(name, len(HEADS), row_height(self.table, ROW)))
            self._model.setHorizontalHeaderLabels([tr(head) for head in HEADS])
        for row, (name, command) in enumerate(self._commands.items()):
            now, then = self._keys.keys(name), self._keys.factory[name]
            changed = key_words(then[0]) if then and self._keys.is_changed(name) else ""
            cells = (command.words, command.place, key_words(now[0]) if now else "", changed)
            spoken = tr("，").join(f"{tr(head)} {cell}" for head, cell in zip(HEADS, cells, strict=True) if cell)
            for column, words in enumerate(cells):
                item = self._model.item(row, column)
                item.setText(words)
                item.setToolTip(words)
            self._model.item(row, 0).setData(spoken, Qt.ItemDataRole.AccessibleTextRole)

    def _choose(self, row: int) -> None:
        index = self._rows.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index if index.isValid() else QModelIndex(), flags)
        self._refresh()

    def _on_search(self, words: str) -> None:
        self._rows.setFilterFixedString(words.strip())
        if not self.table.currentIndex().isValid():
            self._choose(0)

    def _to_field(self) -> None:
        self.field.setFocus()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.table.selectionModel().currentChanged.connect(self._on_chosen)
        self.table.doubleClicked.connect(self._to_field)
        self.field.pressed.connect(self._on_pressed)
        self.field.emptied.connect(self._empty)

    def _make_table(self) -> QTreeView:
        self._rows.setSourceModel(self._model)
        self._rows.setFilterKeyColumn(-1)
        self._rows.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        table = QTreeView()
        self._model.setColumnCount(len(HEADS))
        table.setModel(self._rows)
        table.setProperty("report", True)
        table.setAccessibleName(tr("命令和键"))
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAllColumnsShowFocus(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = table.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate((240, 130, 140)):
            table.setColumnWidth(column, width)
        return table

    def _lay_out(self) -> None:
        self.search.setAccessibleName(tr("查找命令或键"))
        self.search.setPlaceholderText(tr("查找命令或键"))
        self.search.setToolTip(tr("输入命令的名称，或 Ctrl+S 这样的键"))
        self.search.setClearButtonEnabled(True)
        head, below, foot = surface("head"), surface("foot"), surface("foot")
        top, change, row = QHBoxLayout(head), QVBoxLayout(below), QHBoxLayout(foot)
        top.setContentsMargins(16, 10, 16, 11)
        top.addWidget(self.search)
        line, said = QHBoxLayout(), QHBoxLayout()
        for layout in (line, said, row):
            layout.setSpacing(8)
        line.addWidget(self.field, 1)
        for button in (self.empty_button, self.restore_button):
            line.addWidget(button)
        said.addWidget(self.words, 1)
        said.addWidget(self.move_button)
        self.words.setMinimumHeight(28)
        change.setContentsMargins(16, 12, 16, 8)
        change.setSpacing(4)
        change.addLayout(line)
        change.addLayout(said)
        close = push_button(tr("关闭"), tr("关闭（Esc）"), self.accept)
        row.setContentsMargins(16, 12, 16, 12)
        row.addWidget(self.restore_all_button)
        row.addStretch(1)
        row.addWidget(close)
        for button in (self.empty_button, self.restore_button, self.restore_all_button, self.move_button, close):
            button.setAutoDefault(False)
        for button in (self.restore_all_button, close):
            button.setMinimumHeight(32)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (head, self.table, below, foot):
            column.addWidget(widget, 1 if widget is self.table else 0)


def _items(name: str, count: int, height: int) -> list[QStandardItem]:
    items = [QStandardItem() for _ in range(count)]
    items[0].setSizeHint(QSize(0, height))
    items[0].setData(name, _NAME)
    return items
