"""What a profile does otherwise than GB/T 9704-2012, value by value."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from chengwen_templates.measuring.requirements import Strength
from chengwen_templates.profile import DEFAULT_PROFILE, Profile, load_profile

_UNNAMED = {"clause": "", "strength": Strength.PRACTICE, "unit": ""}
_NOT_A_VALUE = "label"


@dataclass(frozen=True, slots=True)
class Deviation:
    """A value of a profile that is not the standard's; `field` is its name in the profile's file."""

    field: str
    label: str
    clause: str
    strength: Strength
    standard: float | str
    profile: float | str
    unit: str

    @property
    def line(self) -> str:
        """The deviation in one line of Chinese."""
        place = f"（{self.clause}，{self.strength}）" if self.clause else "（国标没有写）"
        unit = f" {self.unit}" if self.unit else ""
        return f"{self.label}：国标版式 {_words(self.standard)}{unit}，本版式 {_words(self.profile)}{unit}{place}"


def deviations(profile: Profile) -> tuple[Deviation, ...]:
    """Return what `profile` changes, in the order of its file, with clause and strength."""
    standard = load_profile(DEFAULT_PROFILE)
    names = [field.name for field in fields(Profile) if field.name != _NOT_A_VALUE]
    return tuple(_deviation(name, standard, profile) for name in names if _changed(name, standard, profile))


@cache
def named_fields() -> dict[str, dict[str, Any]]:
    """Return profile_fields.toml: label, clause, strength and unit by the field of Profile."""
    source = files("chengwen_templates.measuring") / "profile_fields.toml"
    return tomli.loads(source.read_text(encoding="utf-8"))


def _changed(name: str, standard: Profile, profile: Profile) -> bool:
    return getattr(standard, name) != getattr(profile, name)


def _deviation(name: str, standard: Profile, profile: Profile) -> Deviation:
    facts = {"label": name} | _UNNAMED | named_fields().get(name, {})
    return Deviation(
        name,
        str(facts["label"]),
        str(facts["clause"]),
        Strength(facts["strength"]),
        getattr(standard, name),
        getattr(profile, name),
        str(facts["unit"]),
    )


def _words(value: float | str) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return value if isinstance(value, str) else f"{value:g}"
