"""字数、条数、页数: counted when the person pauses, the pages in a thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from chengwen_desktop.draft.editor import DraftEditor
from chengwen_desktop.draft.lines import figures
from chengwen_desktop.draft.session import Session
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import tr
from chengwen_library.model import Measure
from chengwen_templates.profile import Profile

PAUSE = 250
"""Milliseconds without a change before characters and clauses are counted."""

PAGES_PAUSE = 1500
"""Milliseconds without a change before the draft is laid out to count its pages."""


class Counting(QObject):
    """The figures of the open draft. `counted` says that there are other words for them."""

    counted = Signal()

    def __init__(self, editor: DraftEditor, tasks: Tasks, profile: Callable[[], Profile]) -> None:
        super().__init__(editor)
        self._editor, self._tasks, self._profile = editor, tasks, profile
        self._session: Session | None = None
        self._figures = (0, 0)
        self._pages: int | None = None
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._later = QTimer(self, singleShot=True, interval=PAGES_PAUSE)
        self._soon.timeout.connect(self._count)
        self._later.timeout.connect(self.count_pages)
        editor.selectionChanged.connect(self._on_selection)
        self._was_selected = False

    def use(self, session: Session | None) -> None:
        """Count another draft from now on, or none."""
        self._session, self._pages = session, None
        self._tasks.forget("pages")
        if session is not None:
            session.changed.connect(self._on_changed)
            self._count()
            self._later.start()

    def is_waiting(self) -> bool:
        """Tell whether the figures will be counted anew."""
        return self._soon.isActive()

    def words(self, *, with_pages: bool = True) -> str:
        """Return the figures as the status bar shows them: 选中 12 字　5,210 字　43 条　12 页."""
        characters, clauses = self._figures
        told = [tr("{count} 字", count=f"{characters:,}"), tr("{count} 条", count=clauses)]
        if with_pages and self._pages is not None:
            told.append(tr("{count} 页", count=self._pages))
        selected = self._editor.selected_characters()
        if selected:
            told.insert(0, tr("选中 {count} 字", count=f"{selected:,}"))
        return "　".join(told)

    def count_pages(self) -> None:
        """Lay the draft out in a thread and count its pages."""
        if self._session is not None:
            draft, profile = self._session.draft, self._profile()
            self._tasks.run("pages", lambda: pages(draft, profile), self._take_pages, _nobody_minds)

    def _on_changed(self) -> None:
        self._soon.start()
        self._later.start()

    def _on_selection(self) -> None:
        is_selected = self._editor.textCursor().hasSelection()
        if is_selected or self._was_selected:
            self._soon.start()
        self._was_selected = is_selected

    def _count(self) -> None:
        if self._session is not None:
            self._figures = figures(self._session.draft)
            self.counted.emit()

    def _take_pages(self, count: int) -> None:
        self._pages = count
        self.counted.emit()


def pages(draft: Measure, profile: Profile) -> int:
    """Return how many faces the draft takes as it prints on this machine, that of 版记 included. Runs in a thread."""
    from chengwen_desktop.fonts.raw import QtAdvances
    from chengwen_templates.layout.layout import lay_out

    return len(lay_out(draft, profile, QtAdvances()).faces)


def _nobody_minds(error: Exception) -> None:
    """Raise what only a fault of our own can be; the hook logs it."""
    raise error
