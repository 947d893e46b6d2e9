"""The straight level rules of a PDF page: strokes and thin filled rectangles."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

_MM_PER_POINT = 25.4 / 72
_SHORTEST_MM = 5.0
_THICKEST_MM = 2.5
_LEVEL_MM = 0.1
_JOINED_MM = 0.2

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A level rule, in mm: its ends, the height of its middle, its thickness; colour is hex RGB."""

    left: float
    right: float
    y: float
    thickness: float
    colour: str

    @property
    def width(self) -> float:
        """Length of the rule in mm."""
        return self.right - self.left

    @property
    def top(self) -> float:
        """Upper edge in mm from the paper's top."""
        return self.y - self.thickness / 2

    @property
    def bottom(self) -> float:
        """Lower edge in mm from the paper's top."""
        return self.y + self.thickness / 2


def rules_of(page: pypdfium2.PdfPage, height_pt: float) -> tuple[Rule, ...]:
    """Return the page's level rules at least 5 mm long, from top to bottom; pieces of one rule are joined."""
    found = [rule for path in _paths(page) for rule in _rules(path, height_pt)]
    return _joined(sorted(found, key=lambda rule: (rule.y, rule.left)))


def _paths(page: pypdfium2.PdfPage) -> Iterator[pypdfium2.PdfObject]:
    return page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])


def _rules(path: pypdfium2.PdfObject, height_pt: float) -> Iterator[Rule]:
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    for points in _subpaths(path, height_pt):
        if stroke.value:
            yield from _stroked(path, points)
        elif fill.value:
            yield from _filled(path, points)


def _subpaths(path: pypdfium2.PdfObject, height_pt: float) -> Iterator[list[Point]]:
    """Yield the corners of each part of a path in mm."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, byref(matrix))
    points: list[Point] = []
    for place in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, place)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        x, y = c_float(), c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        across = matrix.a * x.value + matrix.c * y.value + matrix.e
        up = matrix.b * x.value + matrix.d * y.value + matrix.f
        points.append((across * _MM_PER_POINT, (height_pt - up) * _MM_PER_POINT))
    if points:
        yield points


def _stroked(path: pypdfium2.PdfObject, points: list[Point]) -> Iterator[Rule]:
    width, matrix = c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetStrokeWidth(path, byref(width))
    pdfium.FPDFPageObj_GetMatrix(path, byref(matrix))
    thickness = width.value * abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5 * _MM_PER_POINT
    for (x, y), (other_x, other_y) in pairwise(points):
        if abs(y - other_y) < _LEVEL_MM and abs(x - other_x) >= _SHORTEST_MM:
            ends = sorted((x, other_x))
            yield Rule(ends[0], ends[1], (y + other_y) / 2, thickness, _colour(path, stroke=True))


def _filled(path: pypdfium2.PdfObject, points: list[Point]) -> Iterator[Rule]:
    across, down = [x for x, _ in points], [y for _, y in points]
    left, right, top, bottom = min(across), max(across), min(down), max(down)
    if right - left >= _SHORTEST_MM and 0 < bottom - top <= _THICKEST_MM:
        yield Rule(left, right, (top + bottom) / 2, bottom - top, _colour(path, stroke=False))


def _colour(path: pypdfium2.PdfObject, *, stroke: bool) -> str:
    red, green, blue, opacity = (c_uint() for _ in range(4))
    read = pdfium.FPDFPageObj_GetStrokeColor if stroke else pdfium.FPDFPageObj_GetFillColor
    read(path, byref(red), byref(green), byref(blue), byref(opacity))
    return f"{red.value:02X}{green.value:02X}{blue.value:02X}"


def _joined(rules: list[Rule]) -> tuple[Rule, ...]:
    joined: list[Rule] = []
    for rule in rules:
        if joined and _continues(joined[-1], rule):
            joined[-1] = replace(joined[-1], right=max(joined[-1].right, rule.right))
        else:
            joined.append(rule)
    return tuple(joined)


def _continues(first: Rule, second: Rule) -> bool:
    alike = first.colour == second.colour and abs(first.thickness - second.thickness) < _LEVEL_MM / 4
    return alike and abs(first.y - second.y) < _LEVEL_MM / 4 and second.left <= first.right + _JOINED_MM
