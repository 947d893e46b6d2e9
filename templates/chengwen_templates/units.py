"""Lengths of paper, type and file formats, each way the exporter needs.

One twip is 1/20 pt; one pt is 1/72 inch; one EMU (DrawingML) is 1/635 twip.
"""

from __future__ import annotations

MM_PER_INCH = 25.4
POINTS_PER_INCH = 72
TWIP_PER_POINT = 20
EMU_PER_MM = 36000
EMU_PER_TWIP = 635


def mm_to_twip(length_mm: float) -> int:
    """Return mm as twip, rounded."""
    return round(length_mm * POINTS_PER_INCH * TWIP_PER_POINT / MM_PER_INCH)


def mm_to_pt(length_mm: float) -> float:
    """Return mm as pt."""
    return length_mm * POINTS_PER_INCH / MM_PER_INCH


def mm_to_emu(length_mm: float) -> int:
    """Return mm as EMU, rounded."""
    return round(length_mm * EMU_PER_MM)


def pt_to_twip(size_pt: float) -> int:
    """Return pt as twip, rounded."""
    return round(size_pt * TWIP_PER_POINT)


def pt_to_half_points(size_pt: float) -> int:
    """Return pt as half points, the unit of `w:sz`."""
    return round(size_pt * 2)


def pt_to_eighths(width_pt: float) -> int:
    """Return pt as eighths of a point, the unit of a border's `w:sz`."""
    return round(width_pt * 8)


def twip_to_emu(length_twip: int) -> int:
    """Return twip as EMU, the unit of DrawingML."""
    return length_twip * EMU_PER_TWIP
