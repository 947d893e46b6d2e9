"""Colours come from the tokens alone, and every word can be read on every ground."""

import re
from dataclasses import asdict
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon, QPalette

import chengwen_desktop
from chengwen_desktop.theme import current
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.theme.palette import palette
from chengwen_desktop.theme.stylesheet import stylesheet
from chengwen_desktop.theme.tokens import DARK, LIGHT

ROOM = Path(chengwen_desktop.__file__).parent
WORDS = ("text", "text2", "text3", "accent", "err", "warn", "hint", "ok")
GROUNDS = ("window", "base", "alt", "raised", "sel", "sel_off", "hover", "cur")
PAIRS = (("on_accent", "accent"), ("text", "hit"), ("add", "add_bg"), ("delete", "del_bg"), ("text", "press"))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("word", "ground"), [*product(WORDS, GROUNDS), *PAIRS])
def test_words_can_be_read(tokens, word, ground):
    assert contrast(getattr(tokens, word), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_characters_of_origins_can_be_read_on_page_and_outline(tokens):
    for colour, ground in product((*tokens.origins, tokens.own), ("base", "alt", "cur")):
        assert contrast(colour, getattr(tokens, ground)) >= 4.5, (colour, ground)


def test_no_other_file_has_a_colour_of_its_own():
    named = re.compile(r"#[0-9A-Fa-f]{3,8}\b|Qt\.GlobalColor\.(?!transparent)|rgba?\(")
    files = [path for path in ROOM.rglob("*") if path.suffix in (".py", ".qss") and path.name != "tokens.py"]
    assert len(files) > 20
    assert [path.name for path in files if named.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_names_only_tokens(tokens):
    made = stylesheet(tokens)
    assert "@" not in made
    assert set(re.findall(r"#\w+", made)) <= {str(value) for value in asdict(tokens).values()}


def test_the_palette_has_the_tokens(qapp):
    made = palette(DARK)
    assert made.color(QPalette.ColorRole.Base).name().upper() == DARK.base
    inactive = made.color(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight)
    assert inactive.name().upper() == DARK.sel_off


def test_icons_follow_the_theme(qapp):
    current.apply(current.Appearance.LIGHT)
    made = icon("floppy-disk")

    def darkest() -> float:
        image = made.pixmap(32, 32).toImage()
        inked = [
            image.pixelColor(x, y) for x, y in product(range(32), range(32)) if image.pixelColor(x, y).alpha() > 200
        ]
        return inked[0].lightnessF()

    light = darkest()
    current.apply(current.Appearance.DARK)
    assert darkest() > light
    current.apply(current.Appearance.LIGHT)


def test_a_disabled_icon_looks_different(qapp):
    made = icon("floppy-disk")
    normal, disabled = (made.pixmap(32, 32, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled))
    assert normal != disabled
