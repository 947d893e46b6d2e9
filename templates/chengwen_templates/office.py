"""本单位: what an office knows that no standard says: its organs, its limits, its words, the rules it does without."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ of the 机关名录: full name, short names, and the full name of its successor, if it was renamed."""

    name: str
    short_names: tuple[str, ...] = ()
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What the place's rules on normative documents allow: years of validity, also of trial measures; characters.

    None where the office has not said.
    """

    most_years: int | None = None
    most_trial_years: int | None = None
    most_characters: int = 5000
    most_characters_of_special_work: int = 4000


@dataclass(frozen=True, slots=True)
class Office:
    """The office's own data; an empty one knows nothing and forbids nothing.

    `terms` are words by what they should be: pairs of a word to avoid and the word in its place;
    `switched_off` are ids of rules.
    """

    region: str | None = None
    organs: tuple[Organ, ...] = ()
    limits: Limits = Limits()
    terms: tuple[tuple[str, str], ...] = ()
    switched_off: frozenset[str] = frozenset()

    def organ(self, name: str) -> Organ | None:
        """Return the organ of the register that has this full or short name, or None."""
        return next((one for one in self.organs if name == one.name or name in one.short_names), None)

    def full_name(self, name: str) -> str | None:
        """Return the full name of the organ that has this full or short name; None if the register lacks it."""
        organ = self.organ(name)
        return organ.name if organ else None

    def successor(self, name: str) -> str | None:
        """Return what an organ is called now that was renamed; None if it was not, as far as is known.

        The register is asked first, then the renamings of organs that are known throughout the country.
        A short name gives the successor's short name where it has one.
        """
        organ = self.organ(name)
        if organ is None:
            return _renamed(name)
        if organ.successor is None:
            return None
        heir = self.organ(organ.successor)
        if name != organ.name and heir is not None and heir.short_names:
            return heir.short_names[0]
        return organ.successor


def old_names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names that organs of the state no longer have, and the ends of such names of a place's organs."""
    renamed = _renamings()
    return tuple(renamed["national"]), tuple(renamed["local"])


def _renamed(name: str) -> str | None:
    """Return the new name of an organ of the state or, by the end of its name, of a place."""
    renamed = _renamings()
    if name in renamed["national"]:
        return renamed["national"][name]
    for old, new in renamed["local"].items():
        place = name.removesuffix(old)
        if place != name and place.endswith(tuple("省市区县州盟旗")):
            return place + new
    return None


@cache
def _renamings() -> dict[str, dict[str, str]]:
    source = files("chengwen_templates.office_files") / "renamed.toml"
    return tomli.loads(source.read_text(encoding="utf-8"))
