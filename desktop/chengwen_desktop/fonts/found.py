"""Which of a profile's fonts this machine has, and which installed one stands in for each that it lacks.

One rule, in `stand_ins.toml`, for the editor, the preview, the printer and the PDF.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli
from PySide6.QtGui import QFontDatabase

from chengwen_desktop.translation import tr
from chengwen_templates.profile import Profile

_REGULAR = 400
_OTHER = "宋体"
"""A font that the table does not know is stood in for as this one is."""


@dataclass(frozen=True, slots=True)
class FoundFont:
    """A font of a profile as this machine draws it: `family` in `weight` (400 regular, 700 bold).

    `family` is None where the machine has nothing of the table; Qt then takes what it finds.
    """

    name: str
    family: str | None
    weight: int
    stands_in: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the table says of a font: its other names, then pairs of stand-in and weight."""

    names: tuple[str, ...]
    stand_ins: tuple[tuple[str, int], ...]


@cache
def found_font(name: str) -> FoundFont:
    """Return the font `name` of a profile as this machine has it. Needs a QGuiApplication."""
    return choose(name, installed_families())


@cache
def installed_families() -> frozenset[str]:
    """Return the families of this machine. Needs a QGuiApplication."""
    return frozenset(QFontDatabase.families())


def choose(name: str, installed: frozenset[str]) -> FoundFont:
    """Return what is drawn for the font `name` where the families `installed` are there."""
    entry = _table().get(name)
    for own in entry.names if entry else (name,):
        if own in installed:
            return FoundFont(name, own, _REGULAR, stands_in=False)
    for family, weight in (entry or _table()[_OTHER]).stand_ins:
        if family in installed:
            return FoundFont(name, family, weight, stands_in=True)
    if entry is None and _OTHER in installed:
        return FoundFont(name, _OTHER, _REGULAR, stands_in=True)
    return FoundFont(name, None, _REGULAR, stands_in=True)


def fonts_of(profile: Profile) -> tuple[str, ...]:
    """Return the names of the profile's fonts, each once, that of the text first."""
    names = (
        profile.body_font,
        profile.first_heading_font,
        profile.second_heading_font,
        profile.title_font,
        profile.mark_font,
        profile.page_number_font,
    )
    return tuple(dict.fromkeys(names))


def stood_in(profile: Profile) -> tuple[FoundFont, ...]:
    """Return the profile's fonts that this machine lacks, with what is drawn for them."""
    return tuple(font for font in map(found_font, fonts_of(profile)) if font.stands_in)


def lacking_words(fonts: Sequence[FoundFont]) -> str:
    """Say which fonts are missing and what is drawn for them; nothing where none is."""
    by_family: dict[str, list[str]] = {}
    for font in fonts:
        bold = tr("（粗体）") if font.weight > _REGULAR else ""
        by_family.setdefault(f"{font.family}{bold}" if font.family else tr("系统字体"), []).append(font.name)
    said = [
        tr("没有{names}，以 {family} 代替", names=tr("、").join(names), family=family)
        for family, names in by_family.items()
    ]
    return tr("本机{said}。", said=tr("；").join(said)) if said else ""


@cache
def _table() -> dict[str, _Entry]:
    source = files("chengwen_desktop").joinpath("fonts", "stand_ins.toml").read_text(encoding="utf-8")
    table: dict[str, _Entry] = {}
    for font in tomli.loads(source)["font"]:
        pairs = [(family, font["weight"]) for family in font["stand_ins"]]
        pairs += [(family, font["last_weight"]) for family in font.get("last", ())]
        table[font["name"]] = _Entry((font["name"], *font["also"]), tuple(pairs))
    return table
