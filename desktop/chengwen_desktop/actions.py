"""The commands of the window as actions: menus, toolbar and tooltips come from the one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from chengwen_desktop.command_table import APPEARANCE, MENUS, SHORT, SPECS, TOOLS, VIEW, WITH_WORDS, Spec
from chengwen_desktop.palette.field import PaletteField
from chengwen_desktop.theme.current import growth
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.translation import plain, tr


class Actions:
    """The actions by their id; `undo` and `redo` are added by the window, since a stack makes them."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._by_id: dict[str, QAction] = {}
        self._specs: dict[str, Spec] = {}
        for spec in SPECS:
            self.add(spec, QAction(window))

    def __getitem__(self, name: str) -> QAction:
        return self._by_id[name]

    def add(self, spec: Spec, action: QAction) -> None:
        """Take in an action and dress it."""
        action.setText(tr(spec.words))
        action.setIconText(
            f" {tr(SHORT[spec.id]) if spec.id in SHORT else spec.plain}"
        )  # Qt leaves no gap behind the icon
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.setIconVisibleInMenu(False)
        self._by_id[spec.id] = action
        self._specs[spec.id] = spec
        self._window.addAction(action)
        self.give_keys(spec.id, sequences(spec.keys))

    @property
    def specs(self) -> list[Spec]:
        """All commands, in the order of the table; those that others have added come last."""
        return list(self._specs.values())

    def places(self, said: Callable[[str], str] = tr) -> dict[str, str]:
        """Return the commands of the menus in their order, each with where it stands: 文件, 查看 › 外观.

        `said` turns the words of the table into those that are wanted.
        """
        names = {id(action): name for name, action in self._by_id.items()}
        found = _places(self._window.menuBar().actions(), "", said)
        return {names[number]: place for number, place in found if number in names}

    def give_keys(self, name: str, keys: list[QKeySequence]) -> None:
        """Give a command these keys, the first of them being the one that is shown."""
        action, spec = self._by_id[name], self._specs[name]
        action.setShortcuts(keys)
        name = spec.plain + (tr("（{key}）", key=key_words(keys[0])) if keys else "")
        action.setToolTip(tr("{name}{tip}", name=name, tip=tr(spec.tip)) if spec.tip else name)

    def enable_for(self, has_draft: bool) -> None:
        """Switch off what needs a draft while there is none."""
        for spec in SPECS:
            if spec.needs_draft:
                self._by_id[spec.id].setEnabled(has_draft)

    def fill_menus(self) -> None:
        """Make the menu bar."""
        for words, names in MENUS:
            menu = _menu(self._window.menuBar().addMenu(tr(words)), words)
            self._fill(menu, names)
            if words == VIEW:
                self._fill(_menu(menu.addMenu(tr(APPEARANCE[0])), APPEARANCE[0]), APPEARANCE[1])

    def toolbar(self) -> QToolBar:
        """Return the toolbar with 导出公文 at its end."""
        bar = QToolBar(tr("工具"))
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setFixedHeight(40 + growth())
        bar.setIconSize(QSize(18, 18))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in TOOLS:
            self._add_tool(bar, name)
        spring = QWidget()
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(spring)
        bar.addWidget(PaletteField(self["palette"]))
        bar.addSeparator()
        self._add_tool(bar, "print")
        self._add_tool(bar, "export")
        edge = QWidget()
        edge.setFixedWidth(4)
        bar.addWidget(edge)
        button = bar.widgetForAction(self["export"])
        if isinstance(button, QToolButton):
            button.setProperty("primary", True)
            self["export"].setIcon(icon("export", "on_accent"))
        return bar

    def _add_tool(self, bar: QToolBar, name: str) -> None:
        if not name:
            bar.addSeparator()
            return
        bar.addAction(self[name])
        button = bar.widgetForAction(self[name])
        if isinstance(button, QToolButton):
            button.setAccessibleName(self[name].iconText().strip())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("words", name in WITH_WORDS)
            if name in WITH_WORDS:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _fill(self, menu: QMenu, names: tuple[str, ...]) -> None:
        for name in names:
            if name:
                menu.addAction(self[name])
            else:
                menu.addSeparator()


def _menu(menu: QMenu, words: str) -> QMenu:
    """Return the menu, which is called by its words as the table has them.

    They are not data of its action: asking a menu for that makes a cycle, and the thread that happens to
    look for garbage would delete the menu.
    """
    menu.setObjectName(words)
    return menu


def _places(actions: list[QAction], above: str, said: Callable[[str], str]) -> Iterator[tuple[int, str]]:
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            name = plain(said(menu.objectName()))
            yield from _places(menu.actions(), f"{above} › {name}" if above else name, said)
        else:
            yield id(action), above


def sequences(keys: str) -> list[QKeySequence]:
    """Return the keys; Return stands for both Enter keys, ++ for the key with = too."""
    twin = "Ctrl+=" if keys == "Ctrl++" else keys.replace("Return", "Enter") if keys.endswith("Return") else ""
    return [QKeySequence(each) for each in (keys, twin) if each]


def key_words(keys: QKeySequence) -> str:
    """Return keys as they are written on the keyboard: Ctrl+Enter, not Ctrl+Return."""
    words = keys.toString(QKeySequence.SequenceFormat.PortableText)
    return words.replace("Return", "Enter").replace("Del", "Delete")
