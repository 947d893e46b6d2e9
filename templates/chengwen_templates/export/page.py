"""The page: paper, type area, line grid, and page numbers (GB/T 9704-2012 5, 7.5)."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_templates.layout.heights import page_number_line_twip
from chengwen_templates.export.runs import run
from chengwen_templates.export.style_properties import style_id
from chengwen_templates.export.styles import PAGE_NUMBER
from chengwen_templates.export.xml import w
from chengwen_templates.profile import Profile
from chengwen_templates.units import mm_to_twip, pt_to_twip

_DASH = "—"
_DASH_EM = 0.36
"""How far the ink of a dash rises over the baseline, in em."""

_BASELINE = 0.8
_HEADER_MM = 15.0


def section(profile: Profile, odd_footer: str, even_footer: str) -> BaseOxmlElement:
    """Return `w:sectPr`; the footers are named by their relationship ids."""
    width, height = mm_to_twip(profile.page_width_mm), mm_to_twip(profile.page_height_mm)
    top, outer = mm_to_twip(profile.margin_top_mm), mm_to_twip(profile.margin_outer_mm)
    footers = (("default", odd_footer), ("even", even_footer))
    return w(
        "sectPr",
        *(_reference(kind, identity) for kind, identity in footers),
        w("pgSz", w=width, h=height),
        w(
            "pgMar",
            top=top,
            right=outer,
            bottom=height - top - profile.type_height_twip,
            left=width - outer - profile.type_width_twip,
            header=mm_to_twip(_HEADER_MM),
            footer=footer_distance_twip(profile),
            gutter=0,
        ),
        w("cols", space=0),
        w("docGrid", type="lines", linePitch=profile.line_twip),
    )


def footer(profile: Profile, *, odd: bool) -> BaseOxmlElement:
    """Return `w:ftr` with — 1 —, one character from the outer edge of the type area."""
    blank = pt_to_twip(profile.page_number_size_pt)
    side = w("ind", right=blank) if odd else w("ind", left=blank)
    properties = w("pPr", w("pStyle", val=style_id(PAGE_NUMBER)), side, w("jc", val="right" if odd else "left"))
    return w("ftr", w("p", properties, run(f"{_DASH} "), *_page_field(), run(f" {_DASH}")))


def footer_distance_twip(profile: Profile) -> int:
    """Return how far the footer's line ends above the paper's lower edge, so that 7.5 holds.

    The top of the dash lies `page_number_gap_mm` below the type area.
    """
    bottom = mm_to_twip(profile.margin_bottom_mm) - mm_to_twip(profile.page_number_gap_mm)
    dash = round(_DASH_EM * profile.page_number_size_pt * 20)
    below_baseline = round((1 - _BASELINE) * page_number_line_twip(profile))
    return bottom - dash - below_baseline


def _reference(kind: str, identity: str) -> BaseOxmlElement:
    element = w("footerReference", type=kind)
    element.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", identity)
    return element


def _page_field() -> list[BaseOxmlElement]:
    instruction = w("instrText")
    instruction.text = "PAGE"
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", instruction),
        w("r", w("fldChar", fldCharType="separate")),
        run("1"),
        w("r", w("fldChar", fldCharType="end")),
    ]
