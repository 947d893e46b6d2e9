"""导出报告: what an exported file measures beside what GB/T 9704-2012 requires."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from chengwen_library.model import Measure
from chengwen_templates.measuring.deviations import deviations
from chengwen_templates.measuring.docx import measure_docx
from chengwen_templates.measuring.elements import measure_pages
from chengwen_templates.measuring.finding import type_area
from chengwen_templates.measuring.formatting import read_document
from chengwen_templates.measuring.measurement import Measurement
from chengwen_templates.measuring.outcome import ExportReport, NamedFont, Row, Verdict
from chengwen_templates.measuring.pages import Page, read_pages
from chengwen_templates.measuring.requirements import (
    Comparison,
    Requirement,
    Strength,
    font_kinds,
    is_of_kind,
    requirement,
    requirements,
)
from chengwen_templates.measuring.wanted import applies
from chengwen_templates.profile import DEFAULT_PROFILE, Profile, load_profile

_ONLY_WHERE_SEEN = frozenset({"空白面", "版记主送", "收紧的行距"})
"""Parts that only the laid-out document shows to be there."""

_RED = frozenset({"发文机关标志", "分隔线", "信函双线"})
_FROM_THE_RED = frozenset({"number_gap", "order_number_gap", "signer_gap", "title_gap", "letter_number_gap"})

UNMEASURED = "未测量（需要排版后的页面）"


def report_of_docx(
    content: bytes,
    measure: Measure,
    profile: Profile,
    installed_fonts: Collection[str] | None = None,
    pages: Sequence[Page] | None = None,
    *,
    preprinted: bool = False,
) -> ExportReport:
    """Return the report of a .docx; with `pages`, a rendering of it, what only pages show is measured too.

    `installed_fonts` are the families of this machine. Of a `preprinted` sheet (套打) the red
    head is not asked for. Raises UnreadableFile.
    """
    measured = dict(measure_docx(content, measure))
    if pages:
        laid = measure_pages(pages, measure, type_area(profile))
        fonts = {one.id for one in requirements() if one.is_font}
        measured |= {name: found for name, found in laid.items() if name not in fonts or name not in measured}
    names = sorted(read_document(content).fonts)
    return _report(measured, measure, profile, names, installed_fonts, len(pages) if pages else None, preprinted)


def report_of_pdf(
    content: bytes,
    measure: Measure,
    profile: Profile,
    installed_fonts: Collection[str] | None = None,
    *,
    preprinted: bool = False,
) -> ExportReport:
    """Return the report of a PDF; raises UnreadableFile. `preprinted` as in `report_of_docx`.

    A font embedded in place of the profile's counts as substituted where `installed_fonts`
    lacks the profile's, as wrong where it has it.
    """
    pages = read_pages(content)
    names = sorted({character.font for page in pages for character in page.characters})
    measured = measure_pages(pages, measure, type_area(profile))
    return _report(measured, measure, profile, names, installed_fonts, len(pages), preprinted)


def _report(
    measured: Mapping[str, tuple[Measurement, ...]],
    measure: Measure,
    profile: Profile,
    names: Sequence[str],
    installed: Collection[str] | None,
    pages: int | None,
    preprinted: bool,
) -> ExportReport:
    seen = {requirement(name).needs for name in measured}
    absent = (_ONLY_WHERE_SEEN - seen) | ({"主送机关"} if "版记主送" in seen else set())
    rows = tuple(
        _row(one, measured[one.id], profile, installed) if one.id in measured else _missing(one, pages, seen)
        for one in requirements()
        if applies(one, measure, pages) and one.needs not in absent and not (preprinted and _is_printed(one))
    )
    fonts = tuple(_font(name, installed) for name in names)
    return ExportReport(profile.label, pages, rows, fonts, deviations(profile))


def _row(
    one: Requirement,
    found: Sequence[Measurement],
    profile: Profile,
    installed: Collection[str] | None,
) -> Row:
    required = one.required()
    if one.is_font:
        return _font_row(one, found, profile, installed)
    worst = max(found, key=lambda measurement: _off(one, measurement.value))
    row = Row(one, Verdict.MET, required, _got(one, worst, found), "", worst, len(found))
    if all(one.met(measurement.value) for measurement in found):
        return row
    wanted = _by_profile(one, profile)
    if wanted is not None and all(one.met(measurement.value, wanted) for measurement in found):
        return replace(row, verdict=Verdict.PROFILE, why=f"版式“{profile.label}”要求 {one.required(wanted)}")
    if one.strength is Strength.PRACTICE:
        return replace(row, verdict=Verdict.PRACTICE, why=f"{_place(worst)}；国标没有写，不算不符合")
    return replace(row, verdict=Verdict.MISSED, why=f"{_place(worst)}量得 {_value(one, worst.value)}，要求 {required}")


def _is_printed(one: Requirement) -> bool:
    """Tell whether a requirement is about the red head, or about how far something stands from it."""
    return one.needs in _RED or one.id in _FROM_THE_RED


def _missing(one: Requirement, pages: int | None, seen: Collection[str]) -> Row:
    """Return the row of what has no figure; `seen` are the parts of the document that have some."""
    required = one.required()
    if pages is None:
        return Row(one, Verdict.UNMEASURED, required, "", UNMEASURED, None, 0)
    if one.needs in seen:
        return Row(one, Verdict.UNMEASURED, required, "", "未测量（页面上没有可量之处）", None, 0)
    return Row(one, Verdict.MISSED, required, "", "排版后的页面上没有找到", None, 0)


def _by_profile(one: Requirement, profile: Profile) -> float | None:
    """Return what a profile asks for instead of the standard; None if it asks for nothing else."""
    standard = load_profile(DEFAULT_PROFILE)
    if isinstance(one.value, str):
        return None
    if one.field and getattr(profile, one.field) != getattr(standard, one.field):
        return one.value + getattr(profile, one.field) - getattr(standard, one.field)
    derived = _derived(profile).get(one.id)
    return derived if derived is not None and derived != _derived(standard)[one.id] else None


def _derived(profile: Profile) -> dict[str, float]:
    """Return the figures that follow from several values of a profile, in mm."""
    area = type_area(profile)
    return {
        "imprint_bottom": area.bottom,
        "type_height": area.bottom - area.top,
        "grid_height": profile.lines_per_page * profile.line_twip * 25.4 / 1440,
        "type_width": area.width,
        "rule_width": area.width,
        "imprint_width": area.width,
        "line_closed_up": profile.line_twip * 25.4 / 1440,
        "line_gap": profile.line_twip * 25.4 / 1440,
        "character_gap": profile.character_twip * 25.4 / 1440,
        "rule_thickness": profile.red_rule_pt * 25.4 / 72,
    }


def _font_row(
    one: Requirement, found: Sequence[Measurement], profile: Profile, installed: Collection[str] | None
) -> Row:
    kind = str(one.value)
    others = [measurement for measurement in found if not is_of_kind(str(measurement.value), kind)]
    chosen = (others or list(found))[0]
    row = Row(one, Verdict.MET, kind, str(chosen.value), "", chosen, len(found))
    if not others:
        return row
    if str(chosen.value) in _fonts_of(profile):
        return replace(row, verdict=Verdict.PROFILE, why=f"版式“{profile.label}”用的是 {chosen.value}")
    if installed is not None and chosen.page and not any(is_of_kind(name, kind) for name in installed):
        return replace(row, verdict=Verdict.SUBSTITUTED, why=f"本机没有{kind}，页面上以 {chosen.value} 替代")
    return replace(row, verdict=Verdict.MISSED, why=f"{_place(chosen)}用的是 {chosen.value}，要求{kind}")


def _fonts_of(profile: Profile) -> frozenset[str]:
    """Return the fonts that a profile names otherwise than the standard profile does."""
    return frozenset(str(one.profile) for one in deviations(profile) if one.field.endswith("_font"))


def _font(name: str, installed: Collection[str] | None) -> NamedFont:
    kind = next((kind for kind in font_kinds() if is_of_kind(name, kind)), "")
    there = None if installed is None else any(name.casefold() == one.casefold() for one in installed)
    alike = font_kinds().get(kind, ())
    substitute = next((one for one in alike if installed and one != name and one in installed), None)
    return NamedFont(name, kind, there, None if there or there is None else substitute)


def _off(one: Requirement, got: float | str) -> float:
    """Return how far a figure is from what is required; texts are right (0) or wrong (1)."""
    if isinstance(got, str) or isinstance(one.value, str):
        return 0.0 if one.met(got) else 1.0
    if one.compare is Comparison.AT_MOST:
        return got - one.value
    if one.compare is Comparison.AT_LEAST:
        return one.value - got
    return abs(got - one.value)


def _got(one: Requirement, worst: Measurement, found: Sequence[Measurement]) -> str:
    """Return what was measured in words: the span of the figures, or the text that is furthest off."""
    figures = [measurement.value for measurement in found if not isinstance(measurement.value, str)]
    if isinstance(worst.value, str) or not figures:
        return str(worst.value)
    if one.compare is not Comparison.EQUAL:
        return f"{_number(worst.value)} {one.unit}"
    low, high = _number(min(figures)), _number(max(figures))
    span = low if low == high else f"{low}—{high}"
    return f"{span} {one.unit}"


def _value(one: Requirement, value: float | str) -> str:
    return value if isinstance(value, str) else f"{_number(value)} {one.unit}"


def _number(value: float) -> str:
    """Return a figure to a hundredth, without a minus before nothing."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _place(measurement: Measurement) -> str:
    page = f"第 {measurement.page} 面" if measurement.page else ""
    return f"{page}{measurement.where}"
