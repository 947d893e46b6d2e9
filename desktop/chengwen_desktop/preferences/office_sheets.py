"""机关名录, 用词表, 有效期规定 and 本单位 as tables and forms: their columns, their checks, their files. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from chengwen_desktop.preferences.kept import Broken, Kept, Stamps
from chengwen_desktop.preferences.sheets import CellFault, Cells, Column, Row, Rows, Sheet, joined, rows_of, split_words
from chengwen_desktop.translation import marked, tr
from chengwen_library.own_files import Fault
from chengwen_library.regions import find_region
from chengwen_templates.office import Limits, Office, Organ
from chengwen_templates.office_files.reading import LIMITS, ORGANS, RULES, TERMS, check_part, load_part
from chengwen_templates.office_files.writing import save_limits, save_organs, save_switched_off, save_terms

_ORGAN_KEYS = ("name", "short_names", "successor")
_LIMITS: tuple[tuple[str, str, str, str], ...] = (
    ("most_years", marked("有效期最长"), marked("年"), marked("不写就不检查")),
    ("most_trial_years", marked("试行、暂行的最长"), marked("年"), marked("标题带“试行”“暂行”的；不写就不检查")),
    ("most_characters", marked("一般文件最多"), marked("字"), marked("不写就按附带的 5000 字")),
    (
        "most_characters_of_special_work",
        marked("部署专项工作的最多"),
        marked("字"),
        marked("不写就按附带的 4000 字"),
    ),
)
LIMIT_UNITS = tuple(unit for _, _, unit, _ in _LIMITS)
"""What the limits are counted in."""


def organs_sheet() -> Sheet:
    """Return the table of organs."""
    return Sheet(
        (
            Column(marked("全称"), marked("机关的全称，如“示例市市场监督管理局”"), 4),
            Column(marked("简称"), marked("几个简称用顿号隔开，常用的写在前面"), 4),
            Column(
                marked("现在的机关"), marked("已经改名或者撤并的，写继任机关的全称；没有就空着"), 4, suggests_column=0
            ),
        ),
        _check_organs,
        marked("个机关"),
    )


def terms_sheet() -> Sheet:
    """Return the table of words to write and words to avoid."""
    return Sheet(
        (
            Column(marked("应当写"), marked("本单位统一的写法"), 3),
            Column(marked("不再写"), marked("会被检查出来的写法，几个用顿号隔开"), 5),
        ),
        _check_terms,
        marked("个用词"),
    )


def unit_sheet() -> Sheet:
    """Return the form of what the office is."""
    return Sheet(
        (
            Column(marked("本地"), marked("本地的全称，如“鄂州市”。插入外地条款时，地名和机关名称照它改")),
            Column(marked("意见署名"), marked("写审阅意见时署的姓名或处室")),
        ),
        _check_unit,
        "",
    )


def limits_sheet() -> Sheet:
    """Return the form of what the place's rules allow."""
    columns = tuple(Column(words, help_) for _, words, _, help_ in _LIMITS)
    return Sheet(columns, _check_limits, "")


def organs_kept(folder: Path, stamps: Stamps, sheet: Sheet) -> Kept[Rows]:
    """Return where the organs are kept."""

    def read() -> Rows:
        organs = _loaded(folder, ORGANS).organs
        return rows_of([(one.name, joined(one.short_names), one.successor or "") for one in organs])

    def write(rows: Rows) -> None:
        organs = tuple(
            Organ(name, tuple(split_words(short)), heir or None) for name, short, heir in sheet.written(rows)
        )
        save_organs(folder, replace(_loaded(folder, ORGANS), organs=organs))

    return Kept(folder / ORGANS, (), read, write, stamps)


def unit_kept(
    folder: Path, stamps: Stamps, sheet: Sheet, who: Callable[[], str], say_who: Callable[[str], None]
) -> Kept[Rows]:
    """Return where the office's place is kept; who signs remarks is kept by the program itself."""

    def read() -> Rows:
        return rows_of([(_loaded(folder, ORGANS).region or "", who())])

    def write(rows: Rows) -> None:
        region, name = next(iter(sheet.written(rows)), ("", ""))
        say_who(name)
        before = _loaded(folder, ORGANS)
        if (before.region or "") != region:
            save_organs(folder, replace(before, region=region or None))

    return Kept(folder / ORGANS, (Row(("", "")),), read, write, stamps)


def terms_kept(folder: Path, stamps: Stamps, sheet: Sheet) -> Kept[Rows]:
    """Return where the words are kept."""

    def read() -> Rows:
        wrongs: dict[str, list[str]] = {}
        for wrong, right in _loaded(folder, TERMS).terms:
            wrongs.setdefault(right, []).append(wrong)
        return rows_of([(right, joined(words)) for right, words in wrongs.items()])

    def write(rows: Rows) -> None:
        save_terms(folder, [(wrong, right) for right, words in sheet.written(rows) for wrong in split_words(words)])

    return Kept(folder / TERMS, (), read, write, stamps)


def limits_kept(folder: Path, stamps: Stamps, sheet: Sheet) -> Kept[Rows]:
    """Return where the limits are kept."""

    def read() -> Rows:
        return rows_of([_limit_cells(_loaded(folder, LIMITS).limits)])

    def write(rows: Rows) -> None:
        cells = next(iter(sheet.written(rows)), ("",) * len(_LIMITS))
        save_limits(folder, check_part(LIMITS, _limit_values(cells)).office.limits)

    return Kept(folder / LIMITS, rows_of([_limit_cells(Limits())]), read, write, stamps)


def rules_kept(folder: Path, stamps: Stamps) -> Kept[frozenset[str]]:
    """Return where the rules are kept that the office does without."""
    return Kept(
        folder / RULES,
        frozenset(),
        lambda: _loaded(folder, RULES).switched_off,
        lambda off: save_switched_off(folder, off),
        stamps,
    )


def region_words(region: str) -> str:
    """Say whether a place is known, by its full name."""
    found = find_region(region) if region.strip() else None
    return found[0] if found else ""


def _loaded(folder: Path, name: str) -> Office:
    part = load_part(folder, name)
    if part.faults:
        raise Broken(part.faults)
    return part.office


@lru_cache(maxsize=4)
def _check_organs(rows: tuple[Cells, ...]) -> list[CellFault]:
    tables: list[dict[str, Any]] = [
        {"name": name, "short_names": split_words(short)} | ({"successor": heir} if heir else {})
        for name, short, heir in rows
    ]
    return [
        CellFault(fault.entry or 0, _ORGAN_KEYS.index(fault.key or "name"), _without_keys(fault))
        for fault in check_part(ORGANS, {"organ": tables}).faults
    ]


@lru_cache(maxsize=4)
def _check_terms(rows: tuple[Cells, ...]) -> list[CellFault]:
    found: list[CellFault] = []
    table: dict[str, list[str]] = {}
    places: list[int] = []
    for place, (right, wrongs) in enumerate(rows):
        if not right:
            found.append(CellFault(place, 0, tr("没有写应当怎样写。")))
        elif right in table:
            found.append(CellFault(place, 0, tr("“{right}”前面已经写过，在那一行的右边添就可以。", right=right)))
        elif not split_words(wrongs):
            found.append(CellFault(place, 1, tr("没有写不再用的写法。")))
        else:
            table[right] = split_words(wrongs)
            places.append(place)
    faults = check_part(TERMS, {"terms": table}).faults
    return [*found, *(CellFault(places[fault.entry or 0], 1, _without_keys(fault)) for fault in faults)]


def _check_unit(rows: Sequence[Cells]) -> list[CellFault]:
    too_long = [column for row in rows for column, cell in enumerate(row) if len(cell) > 60]
    return [CellFault(0, column, tr("太长，最多 60 个字。")) for column in too_long]


def _check_limits(rows: Sequence[Cells]) -> list[CellFault]:
    names = [name for name, *_ in _LIMITS]
    faults = [fault for row in rows for fault in check_part(LIMITS, _limit_values(row)).faults]
    highest = {name: 99 if name.endswith("years") else 1_000_000 for name in names}
    return [
        CellFault(0, names.index(fault.key), tr("应当是 1 到 {highest} 的整数。", highest=highest[fault.key]))
        for fault in faults
        if fault.key in highest
    ]


def _limit_values(cells: Cells) -> dict[str, object]:
    given = {name: cell.strip() for (name, *_), cell in zip(_LIMITS, cells, strict=True) if cell.strip()}
    return {name: int(cell) if cell.isdecimal() and len(cell) < 10 else cell for name, cell in given.items()}


def _limit_cells(limits: Limits) -> Cells:
    values = {one.name: getattr(limits, one.name) for one in fields(Limits)}
    return tuple("" if values[name] is None else str(values[name]) for name, *_ in _LIMITS)


def _without_keys(fault: Fault) -> str:
    """Return the message without the names that only the file has."""
    message = fault.message
    for key in _ORGAN_KEYS:
        message = message.replace(f"（{key}）", "")
    return message
