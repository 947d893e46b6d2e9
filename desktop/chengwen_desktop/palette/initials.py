"""The initials of pinyin: 责任分工 is found by zrfg.

GB2312 orders its first level of 3,755 characters by their sound, so the place of a character's code tells
its initial on every platform, without data of ours and without a library of several megabytes. They are
99.9 % of the characters of the measures that come with the program; readings.toml has what is left over.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from importlib.resources import files

import tomli

_FIRST_CODES = {
    "a": 0xB0A1,
    "b": 0xB0C5,
    "c": 0xB2C1,
    "d": 0xB4EE,
    "e": 0xB6EA,
    "f": 0xB7A2,
    "g": 0xB8C1,
    "h": 0xB9FE,
    "j": 0xBBF7,
    "k": 0xBFA6,
    "l": 0xC0AC,
    "m": 0xC2E8,
    "n": 0xC4C3,
    "o": 0xC5B6,
    "p": 0xC5BE,
    "q": 0xC6DA,
    "r": 0xC8BB,
    "s": 0xC8F6,
    "t": 0xCBFA,
    "w": 0xCDDA,
    "x": 0xCEF4,
    "y": 0xD1B9,
    "z": 0xD4D1,
}
"""The first code of each initial in the first level of GB2312, which ends at D7F9."""

_LETTERS, _CODES = tuple(_FIRST_CODES), tuple(_FIRST_CODES.values())
_LAST = 0xD7F9

Sounds = tuple[tuple[int, str], ...]
"""Places in a text with the initials that the character there may have; marks have none."""


def sounds(text: str) -> Sounds:
    """Return the initials of a text; Latin letters and digits stand for themselves."""
    return tuple((place, letters) for place, letters in enumerate(map(_letters, text)) if letters)


def find_initials(wanted: str, held: Sounds) -> tuple[int, ...]:
    """Return the places of the characters whose initials are `wanted` (lower case), one after the other; or none."""
    for start in range(len(held) - len(wanted) + 1):
        if all(letter in held[start + number][1] for number, letter in enumerate(wanted)):
            return tuple(place for place, _ in held[start : start + len(wanted)])
    return ()


@cache
def _letters(character: str) -> str:
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    if character in _readings("others"):
        return _readings("others")[character]
    code = int.from_bytes(character.encode("gb2312", errors="ignore"), "big")
    if not _CODES[0] <= code <= _LAST:
        return ""
    return _LETTERS[bisect_right(_CODES, code) - 1] + _readings("second").get(character, "")


@cache
def _readings(kind: str) -> dict[str, str]:
    source = files("chengwen_desktop").joinpath("palette", "readings.toml").read_text(encoding="utf-8")
    return {character: letter for letter, held in tomli.loads(source)[kind].items() for character in held}
