"""Looking at pages: .docx to PDF by LibreOffice, then lines and ink measured in mm.

Every measure is counted from the paper's top left corner.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pdfplumber
import pytest
from PIL import Image, ImageChops

MM_PER_POINT = 25.4 / 72
RESOLUTION = 300
MM_PER_PIXEL = 25.4 / RESOLUTION
CONVERT_SECONDS = 180

# Where the fonts of the standard are missing, the same stand-ins are used on every machine.
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>{rules}</fontconfig>"""
RULE = """<match target="pattern"><test name="family"><string>{name}</string></test>
<edit name="family" mode="assign" binding="strong"><string>{stand_in}</string></edit>{bold}</match>"""
BOLD = '<edit name="weight" mode="assign" binding="strong"><const>bold</const></edit>'
STAND_INS = {
    "方正小标宋简体": ("Noto Serif CJK SC", BOLD),
    "仿宋_GB2312": ("Noto Serif CJK SC", ""),
    "楷体_GB2312": ("Noto Serif CJK SC", ""),
    "宋体": ("Noto Serif CJK SC", ""),
    "黑体": ("Noto Sans CJK SC", ""),
}


Colour = Callable[[Image.Image], Image.Image]

_above = [0] * 181 + [255] * 75
_below = [255] * 128 + [0] * 128


@dataclass(frozen=True)
class Line:
    """A line of text: its words without white space, baseline and left and right edge in mm, size in pt."""

    text: str
    baseline: float
    left: float
    right: float
    size: float


@dataclass(frozen=True)
class Box:
    """The edges of some ink, in mm."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """A rendered page: its PDF, its number, its lines from top to bottom, its picture when asked for."""

    path: Path
    number: int
    lines: tuple[Line, ...]

    @cached_property
    def picture(self) -> Image.Image:
        """The page in RGB at 300 dots an inch."""
        with pdfplumber.open(self.path, pages=[self.number]) as document:
            return document.pages[0].to_image(resolution=RESOLUTION).original.convert("RGB")

    def left(self) -> float:
        """Return the left edge of the type area: 28 mm inside, 26 mm outside (5.2.1), mirrored."""
        return 28.0 if self.number % 2 else 26.0

    def body(self) -> list[Line]:
        """Return the lines set in 3号 (16 pt)."""
        return [line for line in self.lines if abs(line.size - 16) < 0.2]

    def ink(self, area: Box, colour: Colour) -> Box | None:
        """Return the edges of the ink of a colour in `area`."""
        edges = colour(self._part(area)).getbbox()
        if edges is None:
            return None
        left, top, right, bottom = (edge * MM_PER_PIXEL for edge in edges)
        return Box(area.left + left, area.top + top, area.left + right, area.top + bottom)

    def rules(self, area: Box, colour: Colour) -> list[Box]:
        """Return the horizontal rules in `area`, from top to bottom: rows with over 100 mm of ink."""
        mask = colour(self._part(area))
        share = mask.resize((1, mask.height), Image.Resampling.BOX).tobytes()
        rows = [row for row, part in enumerate(share) if part / 255 * mask.width * MM_PER_PIXEL > 100]
        starts = [row for row in rows if row - 1 not in rows]
        ends = [row + 1 for row in rows if row + 1 not in rows]
        strips = [
            Box(area.left, area.top + start * MM_PER_PIXEL, area.right, area.top + end * MM_PER_PIXEL)
            for start, end in zip(starts, ends, strict=True)
        ]
        return [ink for strip in strips if (ink := self.ink(strip, colour))]

    def _part(self, area: Box) -> Image.Image:
        return self.picture.crop(
            tuple(round(edge / MM_PER_PIXEL) for edge in (area.left, area.top, area.right, area.bottom))
        )


def red(picture: Image.Image) -> Image.Image:
    """Return a mask of the red ink."""
    strong, green, blue = picture.split()
    return ImageChops.darker(strong.point(_above), ImageChops.darker(green.point(_below), blue.point(_below)))


def black(picture: Image.Image) -> Image.Image:
    """Return a mask of the black ink."""
    strong, green, blue = (channel.point(_below) for channel in picture.split())
    return ImageChops.darker(strong, ImageChops.darker(green, blue))


def render(content: bytes, folder: Path, *, hang_right: bool = False) -> list[Page]:
    """Return the pages of a .docx as LibreOffice sets them; skip the test without LibreOffice.

    LibreOffice reads `w:overflowPunct` the wrong way round: with `hang_right` a copy is
    rendered in which only this flag is turned over.
    """
    return render_all({"page": turned(content) if hang_right else content}, folder)["page"]


def render_all(contents: dict[str, bytes], folder: Path) -> dict[str, list[Page]]:
    """Return the pages of several .docx, by name, converted by one LibreOffice with a profile of its own."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("needs LibreOffice (soffice)")
    folder.mkdir(parents=True, exist_ok=True)
    sources = [folder / f"{name}.docx" for name in contents]
    for source, content in zip(sources, contents.values(), strict=True):
        source.write_bytes(content)
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(rules="".join(_rules())), encoding="utf-8")
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, sources)],
        env=os.environ | {"FONTCONFIG_FILE": str(fonts)},
        check=True,
        capture_output=True,
        timeout=CONVERT_SECONDS,
    )
    return {name: read(source.with_suffix(".pdf")) for name, source in zip(contents, sources, strict=True)}


def read(path: Path) -> list[Page]:
    """Return the pages of a PDF."""
    with pdfplumber.open(path) as document:
        return [Page(path, page.page_number, tuple(_lines(page))) for page in document.pages]


def turned(content: bytes) -> bytes:
    """Return the .docx with every `w:overflowPunct` turned from 0 to 1 and nothing else changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            target.writestr(name, re.sub(rb'(<w:overflowPunct w:val=)"0"', rb'\1"1"', source.read(name)))
    return stream.getvalue()


def _lines(page: pdfplumber.page.Page) -> Iterator[Line]:
    rows: defaultdict[int, list[dict]] = defaultdict(list)
    for char in page.chars:
        rows[round(char["matrix"][5] * 4)].append(char)
    for row in sorted(rows, reverse=True):
        chars = [char for char in sorted(rows[row], key=lambda char: char["x0"]) if char["text"].strip()]
        if chars:
            yield Line(
                "".join(char["text"] for char in chars),
                (float(page.height) - chars[0]["matrix"][5]) * MM_PER_POINT,
                chars[0]["x0"] * MM_PER_POINT,
                chars[-1]["x1"] * MM_PER_POINT,
                chars[0]["size"],
            )


def _rules() -> Iterator[str]:
    for name, (stand_in, bold) in STAND_INS.items():
        yield RULE.format(name=name, stand_in=stand_in, bold=bold)
