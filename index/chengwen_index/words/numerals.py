"""Other ways of writing the numbers of a word: 十五日 and 15日, 百分之三十 and 30%."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache, lru_cache

from chengwen_index.words import analysis
from chengwen_library.numbering import parse_numeral, render_numeral

_CHINESE = "[零〇一二三四五六七八九十百]+"
_PERCENT_IN_WORDS = re.compile(rf"百分之({_CHINESE})")
_YEAR_IN_CHARACTERS = re.compile(r"[一二][〇零一二三四五六七八九]{3}(?=年)")
_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?=年)")
_TO_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_TO_CHARACTERS = str.maketrans("0123456789", "〇一二三四五六七八九")
_REMEMBERED = 4096
_PERCENT = re.compile(r"(?<![0-9.])([0-9]{1,3})%")


@lru_cache(_REMEMBERED)
def ways_of_writing(word: str) -> tuple[str, ...]:
    """Return the word (in normal form) as it is, with its numbers in digits, and with them in characters.

    Only numbers that count something (with a measure word behind them or 第 before) are rewritten: 一站式 stays.
    """
    return tuple(dict.fromkeys([word, _in_digits(word), _in_characters(word)]))


def _in_digits(word: str) -> str:
    word = _YEAR_IN_CHARACTERS.sub(lambda found: found[0].translate(_TO_DIGITS), word)
    word = _PERCENT_IN_WORDS.sub(lambda found: _digits(found[1], found[0], "%"), word)
    return _counted_in_characters().sub(lambda found: _digits(found[0], found[0]), word)


def _in_characters(word: str) -> str:
    word = _YEAR.sub(lambda found: found[0].translate(_TO_CHARACTERS), word)
    word = _PERCENT.sub(lambda found: _characters(found[1], found[0], "百分之"), word)
    return _counted_in_digits().sub(lambda found: _characters(found[0], found[0]), word)


def _digits(numeral: str, otherwise: str, behind: str = "") -> str:
    with suppress(ValueError):
        return f"{parse_numeral(numeral)}{behind}"
    return otherwise


def _characters(digits: str, otherwise: str, before: str = "") -> str:
    with suppress(ValueError):
        return f"{before}{render_numeral(int(digits))}"
    return otherwise


@cache
def _counted_in_characters() -> re.Pattern[str]:
    return re.compile(rf"(?<=第){_CHINESE}|{_CHINESE}(?={_units()})")


@cache
def _counted_in_digits() -> re.Pattern[str]:
    return re.compile(rf"(?<=第)[0-9]{{1,3}}(?![0-9.])|(?<![0-9.])[0-9]{{1,3}}(?={_units()})")


def _units() -> str:
    return "|".join(map(re.escape, analysis.units()))
