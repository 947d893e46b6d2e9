"""Printing: the same faces on the printer's paper. Imported only when somebody prints."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from chengwen_desktop.printing.face import Face
from chengwen_desktop.printing.painting import paint_face
from chengwen_desktop.printing.pdf import paper_layout
from chengwen_desktop.translation import tr
from chengwen_library.errors import ChengwenError

_POINTS = 72


class NotPrinted(ChengwenError):
    """The printer took nothing."""


def ask_printer(faces: Sequence[Face], title: str, parent: QWidget) -> QPrinter | None:
    """Ask for a printer, the faces and both sides; None if the person thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    printer.setPageLayout(paper_layout(faces[0]))
    printer.setFromTo(1, len(faces))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(tr("打印"))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, len(faces))
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


def print_faces(faces: Sequence[Face], printer: QPrinter) -> int:
    """Print the faces that the printer was asked for, and return how many; may run in any thread. Raises NotPrinted."""
    chosen = chosen_faces(faces, printer)
    painter = QPainter()
    for place, face in enumerate(chosen):
        upright = QPageLayout.Orientation.Landscape if face.wide else QPageLayout.Orientation.Portrait
        printer.setPageOrientation(upright)
        begun = painter.begin(printer) if place == 0 else printer.newPage()
        if not begun:
            raise NotPrinted(tr("打印机没有接受。请检查打印机是否接通，再打印。"))
        painter.save()
        painter.scale(printer.resolution() / _POINTS, printer.resolution() / _POINTS)
        paint_face(painter, face)
        painter.restore()
    painter.end()
    return len(chosen)


def chosen_faces(faces: Sequence[Face], printer: QPrinter) -> Sequence[Face]:
    """Return the faces from–to of the printer; all of them where it names none."""
    if not printer.fromPage():
        return faces
    return faces[printer.fromPage() - 1 : printer.toPage() or len(faces)]
