"""The number formats of Word's lists (w:numFmt), rendered as words that the reader of marks knows."""

from __future__ import annotations

from collections.abc import Callable

from chengwen_library.numbering import DIGITS, render_numeral

_CHINESE = frozenset({
    "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting",
    "japaneseDigitalTenThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "taiwaneseDigital",
})  # fmt: skip
_PLAIN = f"{DIGITS}十百"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_CIRCLES = ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))
_LARGEST_ROMAN = 3999
_MOST_LETTERS = 30


def render_number(number: int, number_format: str) -> str:
    """Return a number in one of Word's formats; decimal where the format is unknown or ends.

    Digits in a row (ideographDigital: 一〇) are written as numerals (十), and ⒈ ⑴ as 1. （1）: they are read as marks.
    """
    if number_format in ("none", "bullet"):
        return ""
    if number_format in _CHINESE:
        return _numeral(number)
    render = _RENDERERS.get(number_format)
    return (render(number) if render is not None else "") or str(number)


def circled(number: int) -> str:
    """Return the circled digit of 1 to 50; empty outside."""
    return next((chr(code + number - first) for first, last, code in _CIRCLES if first <= number <= last), "")


def _numeral(number: int) -> str:
    return render_numeral(number) if 1 <= number <= 999 else str(number)


def _formal(digits: str) -> Callable[[int], str]:
    table = str.maketrans(_PLAIN, digits)

    def render(number: int) -> str:
        words = _numeral(number)
        return (f"一{words}" if words.startswith("十") else words).translate(table)

    return render


def _in_turn(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1 : number] if number > 0 else ""


def _letters(first: str) -> Callable[[int], str]:
    def render(number: int) -> str:
        times, letter = divmod(number - 1, 26)
        return chr(ord(first) + letter) * (times + 1) if 0 <= times < _MOST_LETTERS else ""

    return render


def _roman(number: int) -> str:
    if not 1 <= number <= _LARGEST_ROMAN:
        return ""
    words = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        words += sign * times
    return words


_RENDERERS: dict[str, Callable[[int], str]] = {
    "decimalZero": "{:02d}".format,
    "decimalFullWidth": lambda number: str(number).translate(_WIDE_DIGITS),
    "decimalFullWidth2": lambda number: str(number).translate(_WIDE_DIGITS),
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedFullstop": "{}.".format,
    "decimalEnclosedParen": "（{}）".format,
    "numberInDash": "- {} -".format,
    "chineseLegalSimplified": _formal("零壹贰叁肆伍陆柒捌玖拾佰"),
    "ideographLegalTraditional": _formal("零壹貳參肆伍陸柒捌玖拾佰"),
    "japaneseLegal": _formal("零壱弐参四伍六七八九拾百"),
    "ideographTraditional": _in_turn(_STEMS),
    "ideographZodiac": _in_turn(_BRANCHES),
    "ideographEnclosedCircle": _in_turn("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
}
