"""The figures of a profile as a table: what the standard says, what this one says, unit and clause. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from functools import lru_cache

from chengwen_desktop.preferences.sheets import CellFault, Cells, Column, Rows, Sheet, rows_of
from chengwen_desktop.translation import marked, tr
from chengwen_templates.measuring.deviations import named_fields
from chengwen_templates.own_profiles import OwnProfile
from chengwen_templates.profile import DEFAULT_PROFILE, Profile, UnknownProfile, load_profile, profile_of

Value = float | str | bool

VALUE = 2
"""The column in which a profile's own figure stands."""

SMALLEST_AREA = 50.0
"""Millimetres; on a smaller type area nothing can be set."""

_TWIP_PER_MM = 1440 / 25.4


def names() -> tuple[str, ...]:
    """Return the figures in the order of the profile, each with a label and a clause."""
    return tuple(one.name for one in fields(Profile) if one.name in named_fields())


def figures_sheet(*, may_edit: bool) -> Sheet:
    """Return the table of figures."""
    return Sheet(
        (
            Column(marked("项目"), "", 4, told=True),
            Column(marked("国标版式"), "", 3, told=True),
            Column(marked("这个版式"), marked("空着就同国标版式一样"), 3, told=not may_edit),
            Column(marked("单位"), "", 2, told=True),
            Column(marked("国标条款"), "", 3, told=True),
        ),
        check_figures,
        "",
    )


def figure_rows(profile: Profile) -> Rows:
    """Return the figures of a profile."""
    standard = load_profile(DEFAULT_PROFILE)
    rows: list[Cells] = []
    for name in names():
        facts = named_fields()[name]
        clause, strength = facts["clause"], tr(facts["strength"])
        asked = tr("{clause}（{strength}）", clause=clause, strength=strength) if clause else ""
        own = value_words(getattr(profile, name))
        rows.append((facts["label"], value_words(getattr(standard, name)), own, facts["unit"], asked))
    return rows_of(rows)


def with_figures(own: OwnProfile, rows: Sequence[Cells]) -> OwnProfile:
    """Return the profile with the figures of a table without faults; those that are the standard's are left out."""
    standard = load_profile(DEFAULT_PROFILE)
    listed = names()
    values: dict[str, Value] = {name: value for name, value in own.values.items() if name not in listed}
    for name, cells in zip(listed, rows, strict=True):
        value = parsed(name, cells[VALUE])
        if value is not None and value != getattr(standard, name):
            values[name] = value
    return replace(own, values=values)


@lru_cache(maxsize=4)
def check_figures(rows: tuple[Cells, ...]) -> list[CellFault]:
    """Return what is wrong with the figures."""
    found: list[CellFault] = []
    values: dict[str, Value] = {}
    for place, (name, cells) in enumerate(zip(names(), rows, strict=True)):
        try:
            value = parsed(name, cells[VALUE])
            if value is not None:
                profile_of("", {name: value})
                values[name] = value
        except (ValueError, OverflowError, UnknownProfile):
            found.append(CellFault(place, VALUE, _wanted(name)))
    return found or _check_area(values)


def parsed(name: str, words: str) -> Value | None:
    """Return the value that is written; None where nothing is. Raises ValueError."""
    words = words.strip()
    standard = getattr(load_profile(DEFAULT_PROFILE), name)
    if not words:
        return None
    if isinstance(standard, bool):
        return {tr("是"): True, tr("否"): False}[words] if words in (tr("是"), tr("否")) else _refuse(words)
    if isinstance(standard, str):
        return words
    return int(words) if isinstance(standard, int) else float(words)


def value_words(value: Value) -> str:
    """Return a value as the table shows it."""
    if isinstance(value, bool):
        return tr("是") if value else tr("否")
    return value if isinstance(value, str) else f"{value:g}"


def _refuse(words: str) -> bool:
    raise ValueError(words)


def _wanted(name: str) -> str:
    standard = getattr(load_profile(DEFAULT_PROFILE), name)
    shown = value_words(standard)
    if isinstance(standard, bool):
        return tr("这里写“是”或“否”。")
    if isinstance(standard, str):
        return tr("这里写字体的名称，如“{example}”。", example=shown)
    kind = tr("整数") if isinstance(standard, int) else tr("数")
    return tr("这里应当是大小合适的{kind}，如 {example}。", kind=kind, example=shown)


def _check_area(values: Mapping[str, Value]) -> list[CellFault]:
    """Return what is wrong with a page on which too little room is left for the text."""
    profile = profile_of("", {"label": "版式", **values})
    for twip, name in ((profile.type_height_twip, "margin_top_mm"), (profile.type_width_twip, "margin_inner_mm")):
        left = twip / _TWIP_PER_MM
        if left < SMALLEST_AREA:
            words = tr(
                "这样版心只剩 {left} 毫米，至少要 {least} 毫米。", left=f"{left:g}"[:6], least=f"{SMALLEST_AREA:g}"
            )
            return [CellFault(names().index(name), VALUE, words)]
    return []
