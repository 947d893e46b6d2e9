"""版式: the measures and fonts of a page, read from `profiles/*.toml`.

A profile is GB/T 9704-2012 or an office's deviation from it. Every value
carries its unit in its name: mm, pt, twip (1/20 pt), em (of the font's size).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import tomli

from chengwen_library.errors import ChengwenError, plain
from chengwen_library.files import read_limited
from chengwen_library.own_files import LARGEST_FILE

DEFAULT_PROFILE = "gbt9704"
"""The profile that follows GB/T 9704-2012 with margins of 37/35/28/26 mm."""

_TWIP_PER_MM = 1440 / 25.4
_FOLDER = files("chengwen_templates") / "profiles"
_MOST_TIMES = 4
"""No value is as many times the standard's, or its as many times the value: Word could not show such a page."""

_LONGEST_SIDE = 558.0
"""Millimetres (22 inches): the largest page of Word."""

_FEWEST = 8
"""Characters that a line has at least."""

_COLOUR = re.compile("[0-9A-Fa-f]{6}")


class UnknownProfile(ChengwenError):
    """A profile was named that the program does not have, or its file is faulty."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The measures of a page. Clauses are those of GB/T 9704-2012.

    Page and type area (5.1, 5.2.1): `page_*`, `margin_*`; inner is the binding side.
    Grid (5.2.3): `lines_per_page` lines of exactly `line_twip`, `characters_per_line`
    characters, each of `body_size_pt` set closer by `character_spacing_twip`.
    `least_line_twip` is how far the notice's lines may close up (7.3.5.5).
    Sizes: body 3号 (5.2.2), title 2号 (7.3.1) on lines of `title_line_twip`, imprint
    4号 (7.4.2), page number 4号 (7.5).
    发文机关标志 (7.2.4): its ink starts `mark_top_mm` below the type area's top, at most
    `mark_size_pt` large; the names of a joint issue at most `mark_block_height_mm` high;
    `mark_ink_ascent_em` is how far the ink of a Chinese character rises over the baseline.
    发文字号 (7.2.5): `number_blank_lines` below the 标志. Red line (7.2.7):
    `red_rule_gap_mm` below the 发文字号, `red_rule_pt` thick, of colour `red` (hex RGB).
    Room for a seal (7.3.5.1), a circle of `seal_mm`, seals `seal_gap_mm` apart, or for a 签名章
    (7.3.5.3); nothing is printed there. Tables of annexes are set in `table_size_pt`.
    版记 (7.4.1): first and last rule `thick_rule_mm`, inner rules `thin_rule_mm`; where
    `imprint_on_even_face`, it stands on the back of a sheet, if need be on one of its own.
    Page number (7.5): the top of its dash `page_number_gap_mm` below the type area.
    信函 (10.1): the 标志's ink `letter_mark_top_mm` below the paper's edge; double rules
    `letter_rule_gap_mm` below it and `letter_rule_bottom_mm` above the lower edge.
    命令 (10.2) and 纪要 (10.3): how far the 标志's ink starts below the type area's top.
    Fonts are names as Word knows them; the standard names only their classes.
    """

    label: str
    page_width_mm: float
    page_height_mm: float
    margin_top_mm: float
    margin_bottom_mm: float
    margin_inner_mm: float
    margin_outer_mm: float
    lines_per_page: int
    characters_per_line: int
    line_twip: int
    character_spacing_twip: int
    least_line_twip: int
    body_size_pt: float
    title_size_pt: float
    title_line_twip: int
    imprint_size_pt: float
    page_number_size_pt: float
    mark_top_mm: float
    mark_size_pt: float
    mark_block_height_mm: float
    mark_ink_ascent_em: float
    number_blank_lines: int
    red_rule_gap_mm: float
    red_rule_pt: float
    red: str
    thick_rule_mm: float
    thin_rule_mm: float
    imprint_on_even_face: bool
    page_number_gap_mm: float
    seal_mm: float
    seal_gap_mm: float
    stamp_width_mm: float
    stamp_height_mm: float
    table_size_pt: float
    letter_mark_top_mm: float
    letter_mark_size_pt: float
    letter_rule_gap_mm: float
    letter_rule_bottom_mm: float
    letter_rule_width_mm: float
    letter_thick_rule_pt: float
    letter_thin_rule_pt: float
    letter_rules_apart_pt: float
    order_mark_top_mm: float
    minutes_mark_top_mm: float
    mark_font: str
    title_font: str
    body_font: str
    first_heading_font: str
    second_heading_font: str
    page_number_font: str

    @property
    def type_width_twip(self) -> int:
        """Width of the type area (版心) in twip: 8844 for 156 mm (5.2.1)."""
        return round((self.page_width_mm - self.margin_inner_mm - self.margin_outer_mm) * _TWIP_PER_MM)

    @property
    def type_height_twip(self) -> int:
        """Height of the type area (版心) in twip: 12756 for 225 mm (5.2.1)."""
        return round((self.page_height_mm - self.margin_top_mm - self.margin_bottom_mm) * _TWIP_PER_MM)

    @property
    def character_twip(self) -> int:
        """Advance of one character of the body in twip (the 字 of 3.1): 315."""
        return round(self.body_size_pt * 20) + self.character_spacing_twip


def load_profile(name: str, own: Path | None = None) -> Profile:
    """Return the profile of the file `<name>.toml` among those that ship or, if it is not there, in the folder `own`.

    A file says only what differs from the standard's. Raises UnknownProfile with what is wrong with it.
    """
    path = own / f"{name}.toml" if own else None
    if name not in _shipped_names() and path is not None and path.is_file():
        return _profile(name, _content(name, path))
    return _shipped(name)


def profile_names(own: Path | None = None) -> tuple[str, ...]:
    """Return the names that `load_profile` takes."""
    theirs = own.glob("*.toml") if own and own.is_dir() else ()
    return tuple(sorted({*_shipped_names(), *(path.stem for path in theirs)}))


def profile_of(name: str, values: Mapping[str, Any]) -> Profile:
    """Return the profile that a file `<name>.toml` of these values gives. Raises UnknownProfile as `load_profile`."""
    return _profile(name, dict(values))


def shipped_names() -> tuple[str, ...]:
    """Return the names of the profiles that ship; an office's own cannot have them."""
    return _shipped_names()


@cache
def _shipped(name: str) -> Profile:
    if name not in _shipped_names():
        raise UnknownProfile(f"没有名为“{name}”的版式。现有版式：{'、'.join(_shipped_names())}。")
    return _profile(name, _content(name, _FOLDER / f"{name}.toml"))


@cache
def _shipped_names() -> tuple[str, ...]:
    return tuple(sorted(entry.name[:-5] for entry in _FOLDER.iterdir() if entry.name.endswith(".toml")))


def _content(name: str, source: Traversable) -> dict[str, Any]:
    try:
        content = read_limited(source, LARGEST_FILE) if isinstance(source, Path) else source.read_bytes()
        return tomli.loads(content.decode())
    except (OSError, ValueError, RecursionError) as error:
        raise UnknownProfile(f"版式“{name}”的文件读不出来：{error}。请改正后再用，或换一种版式。") from error


def _profile(name: str, values: dict[str, Any]) -> Profile:
    """Return the profile of these values over the standard's, each of the standard's kind."""
    standard = values if name == DEFAULT_PROFILE else _content(DEFAULT_PROFILE, _FOLDER / f"{DEFAULT_PROFILE}.toml")
    if unknown := sorted(set(values) - {field.name for field in fields(Profile)}):
        raise UnknownProfile(f"版式“{name}”里有不认识的项：{'、'.join(unknown)}。请删去或改正。")
    if wrong := sorted(key for key, value in values.items() if not _is_like(value, standard[key])):
        raise UnknownProfile(
            f"版式“{name}”里这些项的值不对（应当像标准版式那样是数、是字或是 true、false）：{'、'.join(wrong)}。"
        )
    made = Profile(**{**standard, **values})
    if not _is_page(made):
        raise UnknownProfile(f"版式“{name}”的纸太大，或者页边距和字号留不下几个字的版心。请核对后改正。")
    return made


def _is_like(value: object, example: object) -> bool:
    """Tell whether a value is of the kind of the standard's; numbers are not far from it, colours are six digits."""
    if isinstance(example, bool) or isinstance(value, bool):
        return isinstance(example, bool) and isinstance(value, bool)
    if isinstance(example, int | float):
        return isinstance(value, (int,) if isinstance(example, int) else (int, float)) and _is_near(value, example)
    if not isinstance(value, str) or not value.strip() or value != plain(value):
        return False
    return not _COLOUR.fullmatch(str(example)) or bool(_COLOUR.fullmatch(value))


def _is_near(value: float, example: float) -> bool:
    if example <= 0:
        return abs(value) <= _MOST_TIMES * -example
    return example / _MOST_TIMES < value < example * _MOST_TIMES


def _is_page(profile: Profile) -> bool:
    """Tell whether Word takes the page's size, and the margins leave room for a line of a few characters."""
    fits = max(profile.page_width_mm, profile.page_height_mm) <= _LONGEST_SIDE
    fits = fits and profile.type_width_twip >= _FEWEST * profile.character_twip > 0
    return fits and profile.type_height_twip >= profile.line_twip
