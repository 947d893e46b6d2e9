"""The faces in small, at the left of the desk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from chengwen_desktop.preview.screen import Shown, paint_paper
from chengwen_desktop.printing.face import Face
from chengwen_desktop.rows import read_row
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import NOTE, sized_font
from chengwen_templates.profile import Profile

WIDTH = 80
"""Width in px of the list."""

_FACE_WIDTH = 54
_NOTHING = Shown(area=False, grid=False, figures=False)
Index = QModelIndex | QPersistentModelIndex


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.faces: Sequence[Face] = ()
        self.profile: Profile | None = None
        self._pictures: dict[int, QPixmap] = {}

    def show_faces(self, faces: Sequence[Face], profile: Profile) -> None:
        """Show other faces; rows stay where they are."""
        before, after = len(self.faces), len(faces)
        if after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
        elif after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
        self.faces, self.profile = faces, profile
        self._pictures.clear()
        if after < before:
            self.endRemoveRows()
        elif after > before:
            self.endInsertRows()
        self.dataChanged.emit(self.index(0), self.index(max(0, after - 1)))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return how many faces there are."""
        return 0 if parent.isValid() else len(self.faces)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the face's number and name."""
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self.faces[index.row()].number)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("第 {number} 面", number=self.faces[index.row()].number)
        return None

    def picture(self, place: int, ratio: float) -> QPixmap:
        """Return a face in small."""
        if place not in self._pictures:
            self._pictures[place] = self._painted(self.faces[place], ratio)
        return self._pictures[place]

    def _painted(self, face: Face, ratio: float) -> QPixmap:
        scale = _FACE_WIDTH / min(face.width, face.height)
        scale = min(scale, (WIDTH - 16) / face.width)
        pixmap = QPixmap(round(face.width * scale * ratio), round(face.height * scale * ratio))
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        if self.profile is not None:
            paint_paper(painter, face, self.profile, _NOTHING)
        painter.end()
        return pixmap


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: _Model) -> None:
        super().__init__()
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Return room for an upright face and its number."""
        return QSize(WIDTH - 14, 104)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the face, framed when it is looked at, and its number below."""
        row = read_row(option)
        ratio = row.view.devicePixelRatioF() if row.view else 1.0
        picture = self._model.picture(index.row(), ratio)
        size = picture.deviceIndependentSize()
        middle = row.rect.center().x()
        box = QRectF(middle - size.width() / 2, row.rect.top() + 6, size.width(), size.height())
        painter.drawPixmap(box.topLeft(), picture)
        painter.setPen(QPen(QColor(tokens().accent if row.chosen else tokens().line), 2 if row.chosen else 1))
        painter.drawRect(box)
        painter.setPen(QColor(tokens().text if row.chosen else tokens().text2))
        painter.setFont(sized_font(NOTE))
        below = row.rect.adjusted(0, round(size.height()) + 8, 0, 0)
        words = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(below, words, str(index.data()))


class Thumbnails(QListView):
    """The list. `chosen` carries the place (from 0) of the face that was asked for."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._model = _Model()
        self._delegate = _Delegate(self._model)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("各面"))
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def show_faces(self, faces: Sequence[Face], profile: Profile) -> None:
        """Show other faces."""
        self._model.show_faces(faces, profile)

    def show_current(self, place: int) -> None:
        """Frame the face that is looked at."""
        index = self._model.index(place)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())
