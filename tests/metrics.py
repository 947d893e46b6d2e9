"""Widths of characters in the fonts of this machine, and what LibreOffice adds between scripts."""

import shutil
import subprocess
from functools import cache

import pytest
from PIL import ImageFont

_UNITS = 1000


class FontAdvances:
    """The advances of named fonts, read from their files; `script_gap_em` stands between Chinese and Western."""

    def __init__(self, script_gap_em: float = 0.0) -> None:
        self.script_gap_em = script_gap_em

    def em(self, character: str, lettering) -> float:
        return _font(lettering.font).getlength(character) / _UNITS


@cache
def _font(name: str) -> ImageFont.FreeTypeFont:
    if shutil.which("fc-match") is None:
        pytest.skip("needs fontconfig (fc-match)")
    answer = subprocess.run(["fc-match", "-f", "%{family}|%{file}|%{index}", name], capture_output=True, text=True)
    families, file, index = answer.stdout.split("|")
    if name not in families.split(","):
        pytest.skip(f"needs the font {name}")
    return ImageFont.truetype(file, _UNITS, index=int(index))
