"""The commands of the window: words, keys, icons; one table from which menus, toolbar and tooltips come."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from chengwen_desktop.theme.icons import icon


@dataclass(frozen=True, slots=True)
class Spec:
    """A command: `words` with its mnemonic for menus, `tip` a sentence where the name is not enough."""

    id: str
    words: str
    keys: str = ""
    icon: str = ""
    tip: str = ""
    needs_draft: bool = True


SPECS = (
    Spec("new", "新建(&N)", "Ctrl+N", "file-plus", "从示例起步", needs_draft=False),
    Spec("open", "打开(&O)…", "Ctrl+O", "folder-open", needs_draft=False),
    Spec("import", "读入(&I)…", "Ctrl+I", "download-simple", "把文件读入条款库", needs_draft=False),
    Spec("import_folder", "读入文件夹(&D)…", needs_draft=False),
    Spec("import_pasted", "从剪贴板读入(&V)", needs_draft=False),
    Spec("watch", "监视文件夹(&W)…", tip="放进去的新文件会提示读入", needs_draft=False),
    Spec("save", "保存(&S)", "Ctrl+S", "floppy-disk"),
    Spec("save_as", "另存为(&A)…", "F12"),
    Spec("export", "导出公文(&E)…", "Ctrl+E", "export", "按 GB/T 9704-2012 的版式导出 Word 文件或 PDF"),
    Spec("print", "打印(&P)…", "Ctrl+P", "printer"),
    Spec("close", "关闭文稿(&C)", "Ctrl+W"),
    Spec("quit", "退出(&X)", "Ctrl+Q", needs_draft=False),
    Spec("add", "新的一条(&A)", "Ctrl+Shift+N", "plus", "在光标所在条款之后"),
    Spec("up", "上移(&U)", "Alt+Up", "arrow-up"),
    Spec("down", "下移(&D)", "Alt+Down", "arrow-down"),
    Spec("promote", "升级(&P)", "Alt+Left", "arrow-line-left", "在正文里也可以用 Shift+Tab"),
    Spec("demote", "降级(&L)", "Alt+Right", "arrow-line-right", "在正文里也可以用 Tab"),
    Spec("heading", "首句作条标，或取消条标(&H)", "Ctrl+H"),
    Spec("remove", "删除这一条(&R)", "Ctrl+Shift+Delete"),
    Spec("insert", "插入选中的条款(&I)", "Ctrl+Return", "plus", "插入到光标所在条款之后", needs_draft=False),
    Spec("adapt", "插入并改为本地名称(&M)", "Ctrl+Shift+Return", needs_draft=False),
    Spec("copy_clause", "复制选中的条款(&C)", needs_draft=False),
    Spec("differences", "全文或差异(&D)", "Ctrl+D", tip="选中的条款和本条的差别", needs_draft=False),
    Spec("table", "导出条文对照表(&T)…", tip="本措施逐条对照先例，存为 .docx"),
    Spec("query_help", "检索怎么写(&Q)", needs_draft=False),
    Spec("search", "检索先例(&F)", "Ctrl+Shift+F", "magnifying-glass", needs_draft=False),
    Spec("similar", "相似条款(&M)", "Ctrl+Shift+L", tip="跟着光标走", needs_draft=False),
    Spec("outline", "大纲(&O)", "Ctrl+Shift+O", needs_draft=False),
    Spec("notice", "印发通知(&N)", "Ctrl+Shift+I", tip="展开或折起印发通知"),
    Spec("edit_view", "编辑(&E)", "Ctrl+1"),
    Spec("preview", "版式预览(&V)", "Ctrl+3", tip="按公文版式一面一面地看"),
    Spec("next_pane", "下一个窗格(&G)", "F6", needs_draft=False),
    Spec("previous_pane", "上一个窗格(&H)", "Shift+F6", needs_draft=False),
    Spec("zoom_in", "放大文字(&I)", "Ctrl++"),
    Spec("zoom_out", "缩小文字(&U)", "Ctrl+-"),
    Spec("zoom_reset", "文字原大(&R)", "Ctrl+0"),
    Spec("system", "跟随系统(&S)", needs_draft=False),
    Spec("light", "浅色(&L)", needs_draft=False),
    Spec("dark", "深色(&D)", needs_draft=False),
)

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "文件(&F)",
        (
            *("new", "open", "", "save", "save_as", "export", "print", ""),
            *("import", "import_folder", "import_pasted", "watch", "", "close", "quit"),
        ),
    ),
    ("编辑(&E)", ("undo", "redo", "", "add", "up", "down", "promote", "demote", "heading", "remove")),
    ("条款(&L)", ("insert", "adapt", "copy_clause", "", "differences")),
    (
        "查看(&V)",
        (
            *("edit_view", "preview", ""),
            *("search", "similar", "outline", "notice", "next_pane", "previous_pane", ""),
            *("zoom_in", "zoom_out", "zoom_reset", ""),
        ),
    ),
    ("工具(&T)", ("table", "query_help")),
)

VIEW = 3
"""The menu that the appearances go to."""

APPEARANCE = ("外观(&A)", ("system", "light", "dark"))
TOOLS = ("new", "open", "save", "", "undo", "redo", "", "up", "down", "promote", "demote", "", "add", "search")
WITH_WORDS = {"new", "open", "save", "add", "search", "export"}
SHORT = {"search": "检索"}


class Actions:
    """The actions by their id; `undo` and `redo` are added by the window, since a stack makes them."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._by_id: dict[str, QAction] = {}
        for spec in SPECS:
            self.add(spec, QAction(window))

    def __getitem__(self, name: str) -> QAction:
        return self._by_id[name]

    def add(self, spec: Spec, action: QAction) -> None:
        """Take in an action and dress it."""
        action.setText(spec.words)
        plain = spec.words.split("(&")[0].rstrip("…")
        action.setIconText(f" {SHORT.get(spec.id, plain)}")  # Qt leaves no gap behind the icon
        action.setToolTip(plain + (f"（{spec.keys}）" if spec.keys else "") + spec.tip)
        if spec.keys:
            action.setShortcuts(_sequences(spec.keys))
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.setIconVisibleInMenu(False)
        self._by_id[spec.id] = action
        self._window.addAction(action)

    def enable_for(self, has_draft: bool) -> None:
        """Switch off what needs a draft while there is none."""
        for spec in SPECS:
            if spec.needs_draft:
                self._by_id[spec.id].setEnabled(has_draft)

    def fill_menus(self) -> None:
        """Make the menu bar."""
        menus = [self._window.menuBar().addMenu(words) for words, _ in MENUS]
        for menu, (_, names) in zip(menus, MENUS, strict=True):
            self._fill(menu, names)
        self._fill(menus[VIEW].addMenu(APPEARANCE[0]), APPEARANCE[1])

    def toolbar(self) -> QToolBar:
        """Return the toolbar with 导出公文 at its end."""
        bar = QToolBar("工具")
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setFixedHeight(40)
        bar.setIconSize(QSize(18, 18))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in TOOLS:
            self._add_tool(bar, name)
        spring = QWidget()
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(spring)
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


def _sequences(keys: str) -> list[QKeySequence]:
    """Return the keys; Return stands for both Enter keys, ++ for the key with = too."""
    twins = {"Ctrl+Return": "Ctrl+Enter", "Ctrl+Shift+Return": "Ctrl+Shift+Enter", "Ctrl++": "Ctrl+="}
    return [QKeySequence(each) for each in (keys, twins.get(keys)) if each]
