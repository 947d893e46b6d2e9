"""The font table: what each font of the standard may be replaced by where it is missing.

The fonts are licensed and never shipped; Word picks the alternative by name, then by
panose and family.
"""

from __future__ import annotations

from importlib.resources import files

import tomli
from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_templates.export.xml import w
from chengwen_templates.profile import Profile


def font_table(profile: Profile) -> BaseOxmlElement:
    """Return `w:fonts` with the profile's fonts, each with its alternative from fonts.toml."""
    known = alternatives()
    names = (
        profile.body_font,
        profile.first_heading_font,
        profile.second_heading_font,
        profile.title_font,
        profile.mark_font,
        profile.page_number_font,
    )
    return w("fonts", *(_font(name, known.get(name, {})) for name in dict.fromkeys(names)))


def alternatives() -> dict[str, dict[str, str]]:
    """Return fonts.toml: by font name its `alternative`, `panose` and `family`."""
    source = files("chengwen_templates.export") / "fonts.toml"
    return tomli.loads(source.read_text(encoding="utf-8"))


def _font(name: str, facts: dict[str, str]) -> BaseOxmlElement:
    alternative, panose = facts.get("alternative"), facts.get("panose")
    return w(
        "font",
        w("altName", val=alternative) if alternative else None,
        w("panose1", val=panose) if panose else None,
        w("charset", val="86"),
        w("family", val=facts.get("family", "auto")),
        w("pitch", val="default"),
        name=name,
    )
