"""The middle in 版式预览: what shows, which face, how large; below it the faces in small and the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from chengwen_desktop.preview.desk import Desk
from chengwen_desktop.preview.screen import Shown
from chengwen_desktop.preview.thumbnails import Thumbnails
from chengwen_desktop.printing.face import Face
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.translation import before_key, tr
from chengwen_desktop.widgets import check, empty_page, head_strip, link_button, push_button, surface
from chengwen_templates.profile import Profile


class PreviewPane(QWidget):
    """Faces as they will print. `edit_asked` says that the person wants to write first."""

    edit_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()
        self.thumbnails = Thumbnails()
        self.where = QLabel()
        self.size_label = QLabel()
        self._faces: Sequence[Face] = ()
        self._pages = QStackedWidget()
        self._pages.addWidget(
            empty_page(
                tr("还没有可以排版的内容"),
                tr("写下标题和条款，加上印发通知，这里就按公文版式一面一面显示出来。"),
                link_button(tr("回到编辑"), tr("回到编辑（Ctrl+1）"), self.edit_asked.emit),
            )
        )
        self._pages.addWidget(self._body())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip())
        column.addWidget(self._pages, 1)
        self.desk.came_to.connect(self._on_came_to)
        self.desk.zoomed.connect(self._show_size)
        self.thumbnails.chosen.connect(self.desk.go_to)

    def show_faces(self, faces: Sequence[Face], profile: Profile) -> None:
        """Show other faces, or what to do where nothing stands on them."""
        self._faces = faces
        filled = any(face.words for face in faces if not _is_only_numbered(face))
        self._pages.setCurrentIndex(1 if filled else 0)
        self.thumbnails.show_faces(faces, profile)
        self.desk.show_faces(faces, profile)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to print."""
        return self._pages.currentIndex() == 0

    def _body(self) -> QWidget:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        line = surface("line")
        line.setFixedWidth(1)
        for widget in (self.thumbnails, line, self.desk):
            row.addWidget(widget, 1 if widget is self.desk else 0)
        return body

    def _strip(self) -> QWidget:
        strip, row = head_strip()
        row.setContentsMargins(12, 0, 12, 1)
        row.setSpacing(6)
        self._add_columns(row)
        for words, tip, name, on in (
            (tr("版心线"), tr("156 × 225 毫米（5.2.1），不打印"), "area", True),
            (tr("28×22 网格"), tr("每行 28 字，每面 22 行（5.2.3），不打印"), "grid", False),
            (tr("量线"), tr("在导出报告里选一项，就在这里画出量的位置，不打印"), "figures", True),
        ):
            box = check(words, tip)
            box.setChecked(on)
            box.toggled.connect(partial(self._show_line, name))
            row.addWidget(box)
        row.addStretch(1)
        row.addWidget(_tool("caret-left", tr("上一面（PageUp）"), lambda: self.desk.turn(-1)))
        row.addWidget(self.where)
        row.addWidget(_tool("caret-right", tr("下一面（PageDown）"), lambda: self.desk.turn(1)))
        row.addSpacing(8)
        row.addWidget(_tool("minus", tr("缩小（Ctrl+-）"), lambda: self.desk.zoom_by(-1)))
        self.size_label.setMinimumWidth(self.fontMetrics().horizontalAdvance("400%"))
        self.size_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.size_label.setAccessibleName(tr("显示比例"))
        row.addWidget(self.size_label)
        row.addWidget(_tool("plus", tr("放大（Ctrl++）"), lambda: self.desk.zoom_by(1)))
        whole = push_button(tr("整面"), tr("显示整面（Ctrl+0）"), self.desk.fit)
        whole.setProperty("facet", True)
        row.addWidget(whole)
        return strip

    def _add_columns(self, row: QHBoxLayout) -> None:
        """Add 单面 and 双面, of which one is on."""
        pair = QHBoxLayout()
        pair.setSpacing(0)
        self.columns: list[QPushButton] = []
        for columns, words, tip in ((1, tr("单面"), tr("一面接一面")), (2, tr("双面"), tr("两面并排"))):
            button = push_button(words, tip, partial(self._use_columns, columns))
            button.setProperty("segment", True)
            button.setCheckable(True)
            button.setChecked(columns == self.desk.columns)
            self.columns.append(button)
            pair.addWidget(button)
        row.addLayout(pair)

    def _use_columns(self, columns: int) -> None:
        for number, button in enumerate(self.columns, start=1):
            button.setChecked(number == columns)
        self.desk.use_columns(columns)

    def _show_line(self, name: str, on: bool) -> None:
        shown = self.desk.shown
        lines = {"area": shown.area, "grid": shown.grid, "figures": shown.figures} | {name: on}
        self.desk.show_lines(Shown(**lines))

    def _show_size(self, zoom: float) -> None:
        self.size_label.setText(f"{round(zoom * 100)}%")

    def _on_came_to(self, place: int) -> None:
        """Say which faces are looked at."""
        count = len(self._faces)
        first = place // self.desk.columns * self.desk.columns
        seen = tr("、").join(str(number + 1) for number in range(first, min(first + self.desk.columns, count)))
        self.where.setText(tr("第 {seen} 面，共 {count} 面", seen=seen, count=count) if count else "")
        self.thumbnails.show_current(place)


def _is_only_numbered(face: Face) -> bool:
    """Tell whether nothing but its number stands on a face."""
    return len(face.words) <= int(face.shown)


def _tool(name: str, tip: str, clicked: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(tip)
    button.setAccessibleName(before_key(tip))
    button.setProperty("words", False)
    button.clicked.connect(lambda: clicked())
    return button
