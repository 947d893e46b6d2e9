"""Numbers in running text: digits of any width, stray blanks, thousands, numerals."""

from __future__ import annotations

import re

_RUN = r"\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,3}(?: \d{3}){1,4}(?! ?\d)|\d(?: \d){1,12}(?! ?\d)|\d{1,15}(?!\d)"
NUMBER = rf"(?<![\d.．])(?:{_RUN})(?:[.．]\d{{1,6}})?"
"""A regex for a number in Arabic digits: 1000, 1,000, １０００, 1 0 0 0, 2.5."""

NUMERAL = (
    r"(?<![数几上近余第百千万一二三四五六七八九十])"
    r"(?:[一二两三四五六七八九][十百千]?|十)(?:零?[一二三四五六七八九][十百]?){0,3}"
)
"""A regex for a Chinese numeral below ten thousand: 五十, 两, 一千二百."""

BETWEEN = r"(?:[-—–－~～至、/和或]|——)"
"""A regex for what stands between the numbers of a range or a list that shares its unit."""

_PLACES = {"十": 10, "百": 100, "千": 1000}
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2}


def value_of(words: str) -> float:
    """Return what a text that NUMBER or NUMERAL matched stands for."""
    plain = re.sub(r"[ ,]", "", words).replace("．", ".")
    return float(plain) if plain[0].isdecimal() else float(_numeral(plain))


def _numeral(words: str) -> int:
    total = digit = 0
    for character in words:
        if character in _PLACES:
            total += (digit or 1) * _PLACES[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit
