"""The export report for people, in Chinese lines, and for programs, as JSON."""

from __future__ import annotations

import unicodedata
from typing import Any

from chengwen_templates.measuring.outcome import ExportReport, NamedFont, Row, Verdict

MARKS = {
    Verdict.MET: "✓",
    Verdict.PROFILE: "◇",
    Verdict.PRACTICE: "◇",
    Verdict.SUBSTITUTED: "◇",
    Verdict.UNMEASURED: "…",
    Verdict.MISSED: "✗",
}
_WIDTHS = (20, 8, 62, 22, 22)


def as_json(report: ExportReport) -> dict[str, Any]:
    """Return the report as plain dicts and lists that json can write."""
    return {
        "standard": "GB/T 9704-2012",
        "profile": report.profile,
        "pages": report.pages,
        "conforms": report.conforms,
        "counts": {str(verdict): report.count(verdict) for verdict in Verdict},
        "rows": [_row(row) for row in report.rows],
        "fonts": [
            {"name": font.name, "kind": font.kind, "installed": font.installed, "substitute": font.substitute}
            for font in report.fonts
        ],
        "deviations": [
            {
                "field": one.field,
                "label": one.label,
                "clause": one.clause,
                "strength": str(one.strength),
                "standard": one.standard,
                "profile": one.profile,
                "unit": one.unit,
            }
            for one in report.deviations
        ],
    }


def as_lines(report: ExportReport) -> list[str]:
    """Return the report in lines of Chinese: the outcome, what is wrong, all figures, fonts, deviations."""
    missed = [row for row in report.rows if row.verdict is Verdict.MISSED]
    lines = [_outcome(report), *(f"✗ {row.requirement.element}：{row.requirement.what}，{row.why}" for row in missed)]
    lines += ["", *table(report)]
    lines += ["", "字体：", *(f"  {_font(font)}" for font in report.fonts)]
    if report.deviations:
        lines += ["", "本版式与国标版式的不同：", *(f"  {one.line}" for one in report.deviations)]
    return lines


def table(report: ExportReport) -> list[str]:
    """Return the figures as a table: 要素, 条款, 量什么, 要求, 实测, and a mark."""
    lines = [_cells("要素", "条款", "量什么", "要求", "实测") + "强度  结果"]
    for row in report.rows:
        one = row.requirement
        cells = _cells(one.element, one.clause, one.what, row.required, row.got or row.why)
        note = f"  {row.why}" if row.got and row.why else ""
        lines.append(f"{cells}{one.strength}  {MARKS[row.verdict]}{note}")
    return lines


def _outcome(report: ExportReport) -> str:
    measured = len(report.rows) - report.count(Verdict.UNMEASURED)
    start = "量过的都符合 GB/T 9704-2012。" if report.conforms else "有不符合 GB/T 9704-2012 的地方。"
    told = "，".join(f"{verdict} {report.count(verdict)} 项" for verdict in Verdict if report.count(verdict))
    return f"{start}量了 {measured} 项：{told}。"


def _row(row: Row) -> dict[str, Any]:
    one, measurement = row.requirement, row.measurement
    area = measurement.area if measurement else None
    return {
        "id": one.id,
        "element": one.element,
        "what": one.what,
        "clause": one.clause,
        "strength": str(one.strength),
        "required": row.required,
        "got": row.got or None,
        "value": _rounded(measurement.value) if measurement else None,
        "unit": one.unit,
        "verdict": str(row.verdict),
        "ok": row.ok,
        "why": row.why or None,
        "page": (measurement.page or None) if measurement else None,
        "where": measurement.where if measurement else None,
        "area": [round(edge, 2) for edge in (area.left, area.top, area.right, area.bottom)] if area else None,
    }


def _rounded(value: float | str) -> float | str:
    return value if isinstance(value, str) else round(value, 3)


def _font(font: NamedFont) -> str:
    kind = f"（{font.kind}）" if font.kind else ""
    if font.installed is None:
        return f"{font.name}{kind}"
    if font.installed:
        return f"{font.name}{kind}：本机有"
    shown = f"，显示时以 {font.substitute} 替代" if font.substitute else ""
    return f"{font.name}{kind}：本机没有{shown}；文件里仍写原名"


def _cells(*texts: str) -> str:
    return "".join(_padded(text, width) for text, width in zip(texts, _WIDTHS, strict=True))


def _padded(text: str, width: int) -> str:
    """Return the text filled up to a width in columns, in which a Chinese character takes two."""
    taken = sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)
    return text + " " * max(2, width - taken)
