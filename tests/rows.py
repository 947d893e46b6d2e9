"""Rows of text as we lay them out and as LibreOffice sets them, side by side; places in mm from the paper's top."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chengwen_templates.layout.faces import PlacedLine, PlacedMark, PlacedRow
from chengwen_templates.layout.heights import imprint_line_twip
from chengwen_templates.layout.layout import LaidFace, Layout
from chengwen_templates.layout.lines import Cut
from chengwen_templates.profile import Profile, load_profile
from pages import Page

MM_PER_TWIP = 25.4 / 1440
BASELINE = 0.8
"""Of an exact line's height, as Word and its kin have it."""
ONE_ROW_MM = 0.2
SERIF, SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"


@dataclass(frozen=True)
class Row:
    """A row of words without white space, and its baseline."""

    text: str
    baseline: float


@dataclass(frozen=True)
class Comparison:
    """How many rows we lay out; those that were rendered otherwise; how far (mm) baselines of the others are off."""

    rows: int
    otherwise: tuple[str, ...]
    distances: tuple[float, ...]


def in_noto(name: str = "gbt9704") -> Profile:
    """Return a profile whose fonts are named Noto fonts, which the machines of the tests have."""
    return replace(
        load_profile(name),
        mark_font=SERIF,
        title_font=SERIF,
        body_font=SERIF,
        first_heading_font=SANS,
        second_heading_font=SERIF,
        page_number_font=SERIF,
    )


def laid_rows(layout: Layout, profile: Profile) -> list[list[Row]]:
    """Return the rows of every face of a layout as LibreOffice has them; page numbers are none of them.

    It sets the lines of the grid in the middle of the type area, and knows one upper margin
    for all faces of an annex that lies across.
    """
    tops = _tops(layout, profile)
    return [_merged(_rows_of(face, tops[face.number], layout, profile)) for face in layout.faces]


def rendered_rows(pages: Sequence[Page], layout: Layout, profile: Profile) -> list[list[Row]]:
    """Return the rows of every page, its number left out; the layout tells which pages lie across."""
    wide = {face.number for face in layout.faces if face.wide}
    return [list(_rows_on(page, page.number in wide, profile)) for page in pages]


def compared(ours: Sequence[Sequence[Row]], theirs: Sequence[Sequence[Row]]) -> Comparison:
    """Return how far two lists of faces are the same; a row is otherwise if its face has no row of the same words."""
    otherwise: list[str] = []
    distances: list[float] = []
    for number, rows in enumerate(ours, start=1):
        left = list(theirs[number - 1]) if number <= len(theirs) else []
        for row in rows:
            alike = [other for other in left if other.text == row.text]
            if not alike:
                otherwise.append(f"{number}：{row.text}")
                continue
            nearest = min(alike, key=lambda other: abs(other.baseline - row.baseline))
            left.remove(nearest)
            distances.append(nearest.baseline - row.baseline)
    return Comparison(sum(map(len, ours)), tuple(otherwise), tuple(distances))


def _rows_of(face: LaidFace, top: float, layout: Layout, profile: Profile) -> Iterator[Row]:
    for one in face.placed:
        match one:
            case PlacedLine():
                height = one.cut.paragraph.shape.line
                yield Row(_words(one.cut, one.line.start, one.line.end), top + _mm(one.top + BASELINE * height))
            case PlacedMark():
                mark = one.mark
                for place, name in enumerate(mark.names):
                    yield Row(name, top + _mm(one.top + mark.before + (place + BASELINE) * mark.line))
                middle = one.top + mark.before + (len(mark.names) - 1) * mark.line / 2
                yield Row(mark.word, top + _mm(middle + BASELINE * mark.line))
            case PlacedRow():
                yield from _cells(one, top)
    if face.imprint_top is not None:
        yield from _imprint(layout, face.imprint_top, profile.margin_top_mm, profile)


def _cells(placed: PlacedRow, top: float) -> Iterator[Row]:
    """Yield the rows of cells, which stand in the middle of the height of their row."""
    for cell in placed.row.cells:
        line = cell.paragraph.shape.line
        above = (placed.row.height - len(cell.lines) * line) / 2
        for place, one in enumerate(cell.lines):
            baseline = top + _mm(placed.top + above + (place + BASELINE) * line)
            yield Row(_words(cell, one.start, one.end), baseline)


def _imprint(layout: Layout, top_twip: int, top: float, profile: Profile) -> Iterator[Row]:
    line, below = imprint_line_twip(profile)
    for row in layout.imprint:
        for one in row.lines:
            yield Row(_words(row, one.start, one.end), top + _mm(top_twip + BASELINE * line))
            top_twip += line
        top_twip += below


def _rows_on(page: Page, wide: bool, profile: Profile) -> Iterator[Row]:
    lowest = profile.page_width_mm if wide else profile.page_height_mm - profile.margin_bottom_mm
    leftmost = profile.margin_bottom_mm - 1 if wide else 0.0
    for line in page.lines:
        if line.baseline < lowest and line.right > leftmost:
            yield Row(line.text, line.baseline)


def _merged(rows: Iterator[Row]) -> list[Row]:
    """Return the rows with words, those on one baseline (cells, names and 文件) as one."""
    merged: list[Row] = []
    for row in rows:
        beside = next((one for one in merged if abs(one.baseline - row.baseline) < ONE_ROW_MM), None)
        if beside is not None:
            merged[merged.index(beside)] = Row(beside.text + row.text, beside.baseline)
        elif row.text:
            merged.append(row)
    return merged


def _words(cut: Cut, start: int, end: int) -> str:
    return re.sub(r"\s", "", cut.paragraph.words[start:end])


def _tops(layout: Layout, profile: Profile) -> dict[int, float]:
    """Return where the rows of each face are counted from."""
    spare = profile.type_height_twip - profile.lines_per_page * profile.line_twip
    tops: dict[int, float] = {}
    for face in layout.faces:
        if not face.wide:
            tops[face.number] = profile.margin_top_mm + _mm(spare / 2)
        elif face.number in layout.part_starts:
            tops[face.number] = profile.margin_inner_mm if face.number % 2 else profile.margin_outer_mm
        else:
            tops[face.number] = tops[face.number - 1]
    return tops


def _mm(twip: float) -> float:
    return twip * MM_PER_TWIP
