"""The icon in all the sizes and forms that desktops ask for, drawn from one SVG."""

from __future__ import annotations

import os
import shutil
import struct
from pathlib import Path

from build_spec.package.places import NAME, OUT, ROOT

SVG = ROOT / "desktop" / "chengwen_desktop" / "theme" / "program.svg"
"""The program itself shows it on its windows."""

ICONS = OUT / "icons"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
SIZES_OF_WINDOWS = (16, 24, 32, 48, 64, 256)


def draw_icons() -> None:
    """Write `<size>.png` for every size and the Windows icon into `ICONS`."""
    shutil.rmtree(ICONS, ignore_errors=True)
    ICONS.mkdir(parents=True)
    for size in SIZES:
        _draw(size, ICONS / f"{size}.png")
    pictures = {size: (ICONS / f"{size}.png").read_bytes() for size in SIZES_OF_WINDOWS}
    (ICONS / f"{NAME}.ico").write_bytes(windows_icon(pictures))


def windows_icon(pictures: dict[int, bytes]) -> bytes:
    """Return an .ico that holds PNG pictures by their size in pixels: a head, an entry for each, the pictures."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries: list[bytes] = []
    for size, picture in pictures.items():
        side = size % 256  # 256 is written as 0
        entries.append(struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset))
        offset += len(picture)
    return b"".join([head, *entries, *pictures.values()])


def _draw(size: int, path: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    if not image.save(str(path)):
        raise OSError(path)
