"""第一次使用的五步: notes on the draft that point at the outline, the page, the search, the checks, the export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QToolBar, QWidget

from chengwen_desktop.draft.session import Session
from chengwen_desktop.frame import View
from chengwen_desktop.help.callout import Callout, Spotlight
from chengwen_desktop.translation import marked, tr

if TYPE_CHECKING:
    from chengwen_desktop.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is said, and the part of the window it is about."""

    title: str
    words: str
    target: Callable[[MainWindow], QWidget | None]


STEPS = (
    Step(
        marked("大纲"),
        marked("文稿的每一条都在这里，编号自动排。点一条，光标就到那一条；右边的字是这一条取自哪个城市。"),
        lambda window: window.outline,
    ),
    Step(
        marked("正文"),
        marked("直接写。Enter 新起一条，Tab 降一级，Shift+Tab 升一级，Alt+↑↓ 上移下移。写错了按 Ctrl+Z，都能撤销。"),
        lambda window: window.draft.editor,
    ),
    Step(
        marked("检索先例"),
        marked(
            "输入几个词，比如“质押融资”，马上列出各地怎么写。选中一条看全文，按 Ctrl+Enter 插入到光标所在条款之后。"
        ),
        lambda window: window.search.box,
    ),
    Step(
        marked("检查"),
        marked("写的时候随时检查：引用的条款在不在，数字前后是否一致，有没有责任单位。点一条就到那个地方。"),
        lambda window: window.checking.pane,
    ),
    Step(
        marked("导出公文"),
        marked("写好以后导出 Word 文件或 PDF，版式按 GB/T 9704-2012。需要时随时按 F1 看手册，按 Ctrl+K 找命令。"),
        lambda window: _tool(window, "export"),
    ),
)


class Tour(QObject):
    """The five steps. They hinder nothing: one can work on while they show."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._step: int | None = None
        self._target: QWidget | None = None
        self._is_wanted = False
        self.spotlight = Spotlight(window)
        self.callout = Callout(window)
        self.callout.turned.connect(self._turn)
        self.callout.ended.connect(self.end)
        window.documents.opened.connect(self._on_opened)
        window.start_page.sample_asked.connect(self._on_sample_asked)

    @property
    def step(self) -> int | None:
        """The step that shows, counted from 0; None if none does."""
        return self._step

    def begin(self) -> None:
        """Begin the steps on the draft that is open, or on the sample."""
        if self._window.documents.session is None:
            self._is_wanted = True
            self._window.creating.show_sample()
        else:
            self._show(0)

    def end(self) -> None:
        """Go away, and remember that the steps were seen; the focus goes to the page."""
        if self._step is None:
            return
        self._step = None
        self._window.settings.has_seen_tour = True
        self._watch(None)
        had_focus = self.callout.isAncestorOf(self._window.focusWidget() or self._window)
        self.callout.hide()
        self.spotlight.hide()
        if had_focus:
            self._window.draft.editor.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay beside the part that is meant when it or the window moves."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
            QTimer.singleShot(0, self, self._place)
        return super().eventFilter(watched, event)

    def _on_sample_asked(self) -> None:
        """Let the steps begin on the sample when it is asked for on the start page the first time."""
        self._is_wanted = not self._window.settings.has_seen_tour

    def _on_opened(self, session: Session | None) -> None:
        if session is None:
            self.end()
        elif self._is_wanted:
            self._is_wanted = False
            QTimer.singleShot(0, self, lambda: self._show(0))  # when the page has been laid out

    def _turn(self, by: int) -> None:
        if self._step is not None and 0 <= self._step + by < len(STEPS):
            self._show(self._step + by)

    def _show(self, number: int) -> None:
        step = STEPS[number]
        self._step = number
        self._window.frame.show_view(View.EDIT)
        target = step.target(self._window)
        if target is not None and not target.isVisible():
            self._window.frame.reveal(target)
        self._watch(target)
        self.callout.say(tr(step.title), tr(step.words), number, len(STEPS))
        self._place()
        for widget in (self.spotlight, self.callout):
            widget.show()
            widget.raise_()
        self.callout.take_focus()

    def _watch(self, target: QWidget | None) -> None:
        for widget in filter(None, (self._target, self._window if self._target else None)):
            widget.removeEventFilter(self)
        self._target = target
        for widget in filter(None, (target, self._window if target else None)):
            widget.installEventFilter(self)

    def _place(self) -> None:
        if self._step is None:
            return
        target = self._target if self._target is not None and self._target.isVisible() else None
        box = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size()) if target else None
        self.spotlight.setVisible(box is not None)
        if box is not None:
            self.spotlight.setGeometry(box.adjusted(-2, -2, 2, 2).intersected(self._window.rect()))
        self.callout.point_at(box, self._window.size())


def _tool(window: MainWindow, name: str) -> QWidget | None:
    bar = window.findChild(QToolBar, "tools")
    return bar.widgetForAction(window.actions_[name]) if isinstance(bar, QToolBar) else None
