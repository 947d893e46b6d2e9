"""公文 as a PDF: the faces of the layout in vectors, fonts embedded, headings as bookmarks (GB/T 9704-2012).

Runs without a screen; imported only when a PDF is asked for.
"""

from __future__ import annotations

import os
import re
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from chengwen_desktop.fonts.raw import glyph
from chengwen_desktop.printing.bookmarks import bookmarks
from chengwen_desktop.printing.face import Face
from chengwen_desktop.printing.finishing import finished
from chengwen_desktop.printing.painting import paint_face
from chengwen_desktop.printing.printed import printed
from chengwen_desktop.printing.sheet import all_words, texts_by_font
from chengwen_desktop.translation import tr
from chengwen_library.files import write_atomically
from chengwen_library.model import Measure
from chengwen_templates.export.verify import ExportFailed
from chengwen_templates.layout.layout import Layout
from chengwen_templates.profile import Profile

RESOLUTION = 1200
"""Dots an inch that lengths are counted in; nothing is rounded to them."""

PDFIUM = threading.Lock()
"""Held by whoever reads a PDF in this process: PDFium runs in one thread at a time."""

_POINTS = 72
_SPACE = re.compile(r"[\s\ufeff]+")


@dataclass(frozen=True, slots=True)
class PdfExport:
    """A PDF as it was made: its bytes and the layout that it shows."""

    content: bytes
    layout: Layout


def export_pdf(measure: Measure, path: Path, profile: Profile, *, preprinted: bool = False) -> Layout:
    """Write the measure's PDF to `path`, whole or not at all, and return its layout.

    Raises ExportFailed and UnwritableFile; an older file at `path` is then untouched.
    """
    made = build_pdf(measure, profile, preprinted=preprinted)
    write_atomically(path, made.content)
    return made.layout


def build_pdf(measure: Measure, profile: Profile, *, preprinted: bool = False) -> PdfExport:
    """Return the measure's PDF, read back and found whole. Raises ExportFailed.

    Makes a QGuiApplication where there is none; else it may run in any thread.
    """
    ensure_application()
    layout, faces = printed(measure, profile, preprinted=preprinted)
    _refuse_what_no_font_has(faces)
    drawn = _drawn(faces)
    content = finished(drawn, measure, faces, bookmarks(layout, faces))
    _verify(content, faces)
    return PdfExport(content, layout)


def ensure_application() -> None:
    """Make a Qt application where none runs; on a machine without a screen one that needs none."""
    if QGuiApplication.instance() is not None:
        return
    screen = sys.platform != "linux" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))
    if not screen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _kept.append(QGuiApplication(["chengwen"]))


_kept: list[QGuiApplication] = []
"""The application of the command line; Qt wants it kept to the end."""


def paper_layout(face: Face) -> QPageLayout:
    """Return the paper of a face, without margins: our own are drawn."""
    size = QPageSize(QSizeF(min(face.width, face.height), max(face.width, face.height)), QPageSize.Unit.Point)
    turned = QPageLayout.Orientation.Landscape if face.wide else QPageLayout.Orientation.Portrait
    return QPageLayout(size, turned, QMarginsF())


def _drawn(faces: tuple[Face, ...]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setCreator("成文")
    writer.setPageLayout(paper_layout(faces[0]))
    painter = QPainter(writer)
    for place, face in enumerate(faces):
        if place:
            writer.setPageLayout(paper_layout(face))
            writer.newPage()
        painter.save()
        painter.scale(RESOLUTION / _POINTS, RESOLUTION / _POINTS)
        paint_face(painter, face)
        painter.restore()
    painter.end()
    return bytes(buffer.data().data())


def _refuse_what_no_font_has(faces: tuple[Face, ...]) -> None:
    used = {(font, one) for font, text in texts_by_font(faces).items() for one in set(text)}
    lacking = sorted({one for font, one in used if not one.isspace() and not glyph(font, one)})
    if lacking:
        raise ExportFailed(
            tr(
                "本机没有字体能写出“{characters}”，没有导出 PDF。请安装字体，或导出 Word 文件。",
                characters=tr("”“").join(lacking[:5]),
            )
        )


def _verify(content: bytes, faces: tuple[Face, ...]) -> None:
    """Raise ExportFailed unless the PDF has all faces, and their words in the order of reading."""
    with PDFIUM, pypdfium2.PdfDocument(content) as document:
        if len(document) != len(faces):
            raise ExportFailed(
                tr(
                    "导出的 PDF 有 {count} 面，应当是 {expected} 面，没有保存。这是程序的错误，文稿没有改动。",
                    count=len(document),
                    expected=len(faces),
                )
            )
        found = "".join(document[place].get_textpage().get_text_range() for place in range(len(document)))
    if sorted(_SPACE.sub("", found)) != sorted(_SPACE.sub("", all_words(faces))):
        raise ExportFailed(tr("导出的 PDF 里的字与文稿不一致，没有保存。这是程序的错误，文稿没有改动。"))
