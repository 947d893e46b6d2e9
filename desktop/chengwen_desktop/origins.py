"""Origins: each region's one-character name and its colour.

A region gets the next free colour the first time it is seen and keeps it; from the
sixth on it is `text2`. Colour never stands alone, the character or name is beside it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from chengwen_desktop.theme.current import tokens
from chengwen_desktop.translation import day_words, tr
from chengwen_library.model import Measure, Provenance, Unit
from chengwen_library.places import body
from chengwen_library.regions import short_name


class Origins:
    """The colours given out so far."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def meet(self, draft: Measure) -> None:
        """Give colours to the regions of a draft in the order in which they are used."""
        for unit in draft.walk():
            for source in unit.provenance:
                self.colour(source.region)

    def colour(self, region: str | None) -> str:
        """Return the region's colour in the theme in force; None stands for the drafter's own words."""
        if region is None:
            return tokens().own
        number = self._given.setdefault(region, len(self._given))
        colours = tokens().origins
        return colours[number] if number < len(colours) else tokens().text2


def character(region: str | None) -> str:
    """Return the one-character name: 鄂州市 → 鄂; 撰 for the drafter's own words."""
    if region is None:
        return str(_table()["own"])
    return str(_table()["characters"].get(region) or short_name(region)[0])


def place_name(region: str | None, mark: str) -> str:
    """Return where a clause stands: 鄂州（八）; a gap is only before Latin marks: 成都 6."""
    name = short_name(region) if region else ""
    return f"{name} {mark}" if name and mark[:1].isascii() and mark else name + mark


def is_verbatim(unit: Unit) -> bool:
    """Tell whether the unit's words are still those of its source."""
    return bool(unit.provenance) and unit.provenance[0].original == body(unit)


def told(unit: Unit) -> str:
    """Return one line that says where a unit is from: 改写自 鄂州（八），鄂州市监〔2024〕35号，2026年1月12日取用."""
    if not unit.provenance:
        return tr("自己撰写，没有取自先例")
    verb = tr("照录") if is_verbatim(unit) else tr("改写自")
    return f"{verb} " + tr("；").join(map(_source, unit.provenance))


def _source(source: Provenance) -> str:
    name = source.doc_number or source.title or ""
    taken = tr("{day}取用", day=day_words(source.taken))
    return tr("，").join(filter(None, [place_name(source.region, "".join(source.path)), name, taken]))


@cache
def _table() -> dict[str, Any]:
    return tomli.loads(files("chengwen_desktop").joinpath("origins.toml").read_text(encoding="utf-8"))
