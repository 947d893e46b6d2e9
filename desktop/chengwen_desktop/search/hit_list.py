"""A list of clauses of the library: the hits of a search, or clauses like one of the draft."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView

from chengwen_desktop.origins import Origins
from chengwen_desktop.search.delegate import HitDelegate
from chengwen_desktop.search.model import HIT, HitModel
from chengwen_desktop.theme import current
from chengwen_index.search import Hit


class HitList(QListView):
    """The list. `chosen` carries the hit a person went to, None when there is none."""

    chosen = Signal(object)

    def __init__(self, origins: Origins, name: str) -> None:
        super().__init__()
        self._last: Hit | None = None
        self.rows = HitModel(self)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(HitDelegate(origins, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._on_current)
        current.changed.connect(self.viewport().update)

    @property
    def hit(self) -> Hit | None:
        """The hit that is chosen."""
        return self.currentIndex().data(HIT)

    def choose_again(self) -> None:
        """Choose in new rows the hit that was chosen before, or the first."""
        last = self._last
        kept = self.rows.row_of(last.measure_id, last.eid) if last else QModelIndex()
        self.setCurrentIndex(kept if kept.isValid() else self.rows.first_hit())

    def choose_first(self) -> None:
        """Choose the best hit."""
        self.setCurrentIndex(self.rows.first_hit())
        self.scrollToTop()

    def _on_current(self, index: QModelIndex) -> None:
        hit = index.data(HIT)
        if hit is not None:
            self._last = hit
        self.chosen.emit(hit)
