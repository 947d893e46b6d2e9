"""The checks of the open draft: they follow what is written, and what is done about a finding changes the draft."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from chengwen_desktop import home
from chengwen_desktop.checking.going import go_to
from chengwen_desktop.checking.knowing import OfficeFiles, Shelf, Sources
from chengwen_desktop.checking.looking import Looked, Row, look
from chengwen_desktop.checking.mending import Mending
from chengwen_desktop.checking.menu import Deeds, row_menu
from chengwen_desktop.checking.model import told
from chengwen_desktop.checking.pane import CheckingPane
from chengwen_desktop.checking.ticks import Ticks
from chengwen_desktop.checking.words import counted
from chengwen_desktop.documents import Documents
from chengwen_desktop.draft.marks import FindingMark
from chengwen_desktop.draft.outline import OutlinePane
from chengwen_desktop.draft.pane import DraftPane
from chengwen_desktop.draft.session import Session
from chengwen_desktop.frame import Frame, View
from chengwen_desktop.pane_room import Pane
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.theme.marks import Severity
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import link_button
from chengwen_library.errors import ChengwenError
from chengwen_library.library import Library
from chengwen_library.model import Measure

PAUSE = 500
"""Milliseconds without a change before the draft is checked."""

BREATH = 200
"""Milliseconds between two goes at reading the library."""

Deed = Callable[[], object]


class Checking(QObject):
    """Looks at the draft whenever the person pauses. `errors_changed` carries how many errors there are.

    `shelf_read` says that the library has been read, and `briefs` has it.
    """

    errors_changed = Signal(int)
    shelf_read = Signal()

    def __init__(
        self,
        window: QMainWindow,
        tasks: Tasks,
        documents: Documents,
        pane: CheckingPane,
        draft: DraftPane,
        outline: OutlinePane,
        frame: Frame,
        status: StatusLine,
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._documents = window, tasks, documents
        self._draft, self._outline, self._frame, self._status = draft, outline, frame, status
        self.pane, self.ticks = pane, Ticks(draft.editor)
        self.looked: Looked | None = None
        self._sources = Sources(OfficeFiles(home.office_folder()))
        self.mending = Mending(window, tasks, documents, draft.editor, self._sources, status)
        self._then: Callable[[Looked], object] | None = None
        self._failure = ""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.look)
        self._breath = QTimer(self, singleShot=True, interval=BREATH)
        self._breath.timeout.connect(self._read_on)
        self.count = link_button("", tr("看检查发现的问题（F7）"), self.show)
        self.count.hide()
        status.insertPermanentWidget(1, self.count)
        self._connect()

    def deeds(self) -> dict[str, Deed]:
        """Return what the commands of checking do."""
        return {
            "check": self.check,
            "next_finding": partial(self.step, 1),
            "previous_finding": partial(self.step, -1),
            "fix": self.fix_here,
            "fix_all": self.mending.fix_all,
            "checks": partial(self._frame.toggle, Pane.BELOW),
        }

    def use(self, session: Session | None) -> None:
        """Check another draft from now on; None checks nothing."""
        self._tasks.forget("check")
        self._timer.stop()
        self._then = None
        self._show(None)
        if session is not None:
            session.changed.connect(self._look_soon)
            if self._sources.shelf is None:  # the library is still being opened, and must not be held up
                self._look_soon()
            else:
                self.look()

    def use_library(self, library: Library) -> None:
        """Hold citations against this library from now on, as far as it has been read."""
        self._tasks.run("shelf", lambda: Shelf(library), self._use_shelf, self._documents.tell)

    @property
    def briefs(self) -> tuple[Measure, ...] | None:
        """The library's measures without their texts; None until they have all been read."""
        shelf = self._sources.shelf
        return shelf.measures if shelf is not None and shelf.is_read else None

    def look(self, then: Callable[[Looked], object] | None = None) -> None:
        """Check the draft now, then do `then`; not while an input method composes."""
        session = self._documents.session
        if session is None:
            return
        self._then = then or self._then
        if self._draft.editor.is_composing():
            self._look_soon()
            return
        self._timer.stop()
        draft, sources = session.draft, self._sources
        self._tasks.run("check", lambda: _look(draft, sources), self._take, self._fail)

    def check(self) -> None:
        """检查全文: check now, show the pane and say what was found."""
        self.show()
        self.look(self._tell)

    def show(self) -> None:
        """Bring the pane to the front."""
        self._frame.show_view(View.EDIT)
        if not self._frame.shows(Pane.BELOW):
            self._frame.wish(Pane.BELOW, shown=True)
        self.pane.setFocus()

    def step(self, by: int) -> None:
        """Go to the next finding of the table, or the one before; the focus stays in the table if it is there."""
        rows, table = self.pane.table.findings.rows, self.pane.table
        if not rows:
            self._status.say(tr("没有发现问题"))
            return
        self._frame.show_view(View.EDIT)
        at = table.currentIndex().row()
        number = (at + by) % len(rows) if at >= 0 else (0 if by > 0 else len(rows) - 1)
        table.choose(number)
        self.go(rows[number], with_focus=not table.hasFocus())
        place = tr("第 {number} 处，共 {count} 处", number=number + 1, count=len(rows))
        self._status.say(tr("{place}：{message}", place=place, message=rows[number].finding.message))

    def go(self, row: Row, *, with_focus: bool = True) -> None:
        """Show where a finding is."""
        if not go_to(self._draft, row, with_focus=with_focus):
            self._status.say(tr("“{place}”不在编辑页上，到 版式预览 里看", place=row.place))

    def fix_here(self) -> None:
        """Mend the finding at the caret, else the chosen one."""
        if self._draft.editor.hasFocus() and self._draft.editor.ask_fix():
            return
        row = self.pane.row
        if row is None or not row.fix:
            self._status.say(tr("这里没有现成的改法"))
        else:
            self.mending.fix(row)

    def copy(self, row: Row) -> None:
        """Copy what is said of a finding."""
        QGuiApplication.clipboard().setText(tr("{place}：{message}", place=row.place, message=told(row)))
        self._status.say(tr("已复制"))

    def _connect(self) -> None:
        table, pane = self.pane.table, self.pane
        table.opened.connect(self.go)
        table.ignore_asked.connect(self.mending.ignore)
        table.explain_asked.connect(self.mending.explain)
        table.copy_asked.connect(self.copy)
        table.menu_asked.connect(self._show_menu)
        table.left.connect(self._draft.editor.setFocus)
        pane.fix_asked.connect(self.mending.fix)
        pane.head.all_asked.connect(self.mending.fix_all)
        pane.head.next_asked.connect(partial(self.step, 1))
        pane.head.fold_asked.connect(partial(self._frame.toggle, Pane.BELOW))
        self._draft.editor.fix_asked.connect(self._on_mark)
        self.mending.look_asked.connect(self.look)
        self.mending.field_asked.connect(self.go)

    def _look_soon(self) -> None:
        self._timer.start()

    def _take(self, answer: tuple[Looked, ChengwenError | None]) -> None:
        """Show an answer, unless the draft has changed since or is being changed."""
        looked, fault = answer
        session = self._documents.session
        if fault is not None:
            self._documents.tell(fault)
        if session is None or looked.draft is not session.draft or self._draft.editor.is_composing():
            self._look_soon()
            return
        self._failure = ""
        self._show(looked)
        then, self._then = self._then, None
        if then is not None:
            then(looked)

    def _show(self, looked: Looked | None) -> None:
        self.looked = self.mending.looked = looked
        self.pane.show_looked(looked)
        self._draft.editor.show_findings(looked.marks if looked else [])
        self._outline.mark_findings(looked.severities if looked else {})
        self.ticks.show_ticks(looked.ticks if looked else {})
        self.count.setText(counted(looked.counts) if looked else "")
        self.count.setVisible(bool(self.count.text()))
        self.count.setAccessibleName(self.count.text() or tr("没有错误和警告"))
        self.errors_changed.emit(looked.counts[Severity.ERROR] if looked else 0)

    def _fail(self, error: Exception) -> None:
        """Tell a failure once, however often it comes back while one writes."""
        if repr(error) != self._failure:
            self._failure = repr(error)
            self._documents.tell(error)

    def _tell(self, looked: Looked) -> None:
        self._status.say(tr("查完了：{found}", found=counted(looked.counts, hints=True) or tr("没有发现问题")))
        self.pane.setFocus()

    def _on_mark(self, mark: FindingMark) -> None:
        looked = self.looked
        row = next((one for one in looked.counted if one.mark == mark), None) if looked else None
        if row is not None:
            self.mending.fix(row)

    def _show_menu(self, row: Row, place: QPoint) -> None:
        mending = self.mending
        deeds: Deeds = {
            "open": self.go,
            "fix": mending.fix,
            "ignore": mending.ignore,
            "off": mending.switch_off,
            "explain": mending.explain,
            "copy": self.copy,
        }
        row_menu(self.pane.table, row, deeds).popup(place)

    def _use_shelf(self, shelf: Shelf) -> None:
        self._sources.shelf = shelf
        self._read_on()

    def _read_on(self) -> None:
        shelf = self._sources.shelf
        if shelf is None or shelf.is_read:
            self.shelf_read.emit()
            if not self._timer.isActive():  # else it is checked soon in any case
                self.look()
        else:
            self._tasks.run("shelf", shelf.read_on, lambda _: self._breath.start(), self._documents.tell)


def _look(draft: Measure, sources: Sources) -> tuple[Looked, ChengwenError | None]:
    known, fault = sources.known()
    return look(draft, known), fault
