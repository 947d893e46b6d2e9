"""The page that stands in the middle while nothing is open: where to begin."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from chengwen_desktop.creating.recent import when
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import ElidedLabel, bold, empty, label, sized_font, surface

WIDTH = 560
HIGH = 86
"""Px of a way to begin, at least."""

SHOWN = 5
"""Drafts of late that are listed."""


class StartPage(QScrollArea):
    """The ways to begin and the drafts of late, which come first once there are any. `recent_asked` carries a path."""

    new_asked = Signal()
    open_asked = Signal()
    sample_asked = Signal()
    import_asked = Signal()
    recent_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ways: list[QPushButton] = []
        self.rows: list[RecentRow] = []
        self._recent, self._none = QVBoxLayout(), QVBoxLayout()
        for layout in (self._recent, self._none):
            layout.setSpacing(4)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(label(tr("从哪里开始？"), "hello"))
        column.addWidget(label(tr("检索先例、起草条文、检查、对照、导出公文，都在这台电脑上完成，不联网。"), "note"))
        column.addSpacing(8)
        column.addLayout(self._recent)
        self.first = self._add(
            column, "file-plus", tr("新建文稿"), tr("选文种，填要素，从先例里挑几条起步"), "Ctrl+N", self.new_asked.emit
        )
        self._add(column, "folder-open", tr("打开文稿"), tr("继续写以前保存的文稿"), "Ctrl+O", self.open_asked.emit)
        self._add(column, "play-circle", tr("看示例"), tr("打开一份写好的若干措施，随便改"), "", self.sample_asked.emit)
        self._add(
            column,
            "download-simple",
            tr("读入文件"),
            tr("Word、WPS、PDF、网页或文本，拖到窗口里也可以；核对后收入条款库"),
            "Ctrl+I",
            self.import_asked.emit,
        )
        column.addLayout(self._none)
        column.addStretch(3)
        self.setWidget(_holder(column))

    def show_recent(self, paths: list[Path]) -> None:
        """List the drafts of late, the latest first."""
        empty(self._recent)
        empty(self._none)
        name = label(tr("最近的文稿"))
        name.setFont(bold(name.font()))
        if not paths:
            self._none.addSpacing(4)
            self._none.addWidget(name)
            self._none.addWidget(label(tr("还没有。保存过的文稿会列在这里。"), "note"))
            self.rows = []
            return
        self._recent.addWidget(name)
        now = datetime.now()  # noqa: DTZ005 (the clock on the desk)
        self.rows = [RecentRow(path, when(path, now), self.recent_asked.emit) for path in paths[:SHOWN]]
        for row in self.rows:
            row.installEventFilter(self)
            self._recent.addWidget(row)
        self._recent.addSpacing(12)

    def show_states(self, states: Mapping[Path, str]) -> None:
        """Say of each draft of late how far it is."""
        for row in self.rows:
            row.show_state(states.get(row.path, ""))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """↑ and ↓ lead from one way to the next, Enter takes it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QPushButton):
            every: list[QPushButton] = [*self.rows, *self._ways]
            at = every.index(watched)
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                following = every[(at + (1 if event.key() == Qt.Key.Key_Down else -1)) % len(every)]
                following.setFocus(Qt.FocusReason.TabFocusReason)
                self.ensureWidgetVisible(following)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                watched.click()
                return True
        return super().eventFilter(watched, event)

    def _add(
        self, column: QVBoxLayout, glyph: str, name: str, words: str, keys: str, clicked: Callable[[], object]
    ) -> QPushButton:
        button = _choice(glyph, name, words, keys, clicked)
        button.installEventFilter(self)
        column.addWidget(button)
        self._ways.append(button)
        return button


class RecentRow(QPushButton):
    """A draft of late: its name, where it lies, when it was written, how far it is."""

    def __init__(self, path: Path, written: str, opened: Callable[[Path], object]) -> None:
        super().__init__()
        self.path = path
        self._written = written
        self.setProperty("plain", True)
        self.setToolTip(str(path))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: opened(path))
        name, self._where = ElidedLabel(), ElidedLabel(Qt.TextElideMode.ElideMiddle)
        name.set_words(path.stem)
        self._where.set_words(str(path.parent))
        self._where.setProperty("role", "note")
        self._where.setFont(sized_font(0.92))
        self._state, clock = label("", "note"), label(written, "note")
        for one in (self._state, clock):
            one.setWordWrap(False)
            one.setAlignment(Qt.AlignmentFlag.AlignRight)
        left, right = QVBoxLayout(), QVBoxLayout()
        for layout, upper, lower in ((left, name, self._where), (right, clock, self._state)):
            layout.setSpacing(2)
            layout.addWidget(upper)
            layout.addWidget(lower)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addLayout(right)
        for child in (name, self._where, self._state, clock):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_state("")

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return room for two lines."""
        return QSize(WIDTH, round(self.fontMetrics().height() * 2.1) + 12)

    def show_state(self, words: str) -> None:
        """Say how far the draft is."""
        self._state.setText(words)
        self.setAccessibleName(
            tr("，").join(filter(None, (self.path.stem, str(self.path.parent), self._written, words)))
        )


def _holder(column: QVBoxLayout) -> QWidget:
    holder = surface("alt")
    holder.setMaximumWidth(max(WIDTH, holder.fontMetrics().horizontalAdvance("中") * 40))
    holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    holder.setLayout(column)
    page = surface("alt")
    row = QHBoxLayout(page)
    row.setContentsMargins(24, 16, 24, 16)
    row.addStretch(1)
    row.addWidget(holder, 20)
    row.addStretch(1)
    return page


class _Way(QPushButton):
    """A way to begin, as high as its words need in the width it has."""

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return room for all the words."""
        layout = self.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        return QSize(WIDTH, max(HIGH, needed + 16))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Take the height that the new width asks for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def _choice(glyph: str, name: str, words: str, keys: str, clicked: Callable[[], object]) -> QPushButton:
    button = _Way()
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setProperty("choice", True)
    button.setAccessibleName(name)
    button.setAccessibleDescription(words)
    button.clicked.connect(lambda: clicked())
    picture = QLabel()
    picture.setPixmap(icon(glyph).pixmap(QSize(28, 28)))
    head, more, key = QLabel(name), label(words, "note"), label(keys, "faint")
    head.setFont(sized_font(1.15))
    key.setWordWrap(False)
    lines = QVBoxLayout()
    lines.setSpacing(2)
    lines.addStretch(1)
    lines.addWidget(head)
    lines.addWidget(more)
    lines.addStretch(1)
    row = QHBoxLayout(button)
    row.setContentsMargins(24, 0, 20, 0)
    row.setSpacing(20)
    row.addWidget(picture)
    row.addLayout(lines, 1)
    row.addWidget(key)
    for child in (picture, head, more, key):
        child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return button
