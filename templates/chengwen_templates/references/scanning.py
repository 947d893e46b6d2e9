"""The small words of references, one regex each: numbers, levels, scopes, and what surrounds them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from chengwen_templates.references.reference import Level

NUMERAL = r"(?:×+|[零〇一二三四五六七八九十百]+|[0-9０-９]{1,3}(?![0-9０-９]))"
NUMBER = re.compile(rf"(?P<open>[（(]\s?)?(?P<numeral>{NUMERAL})(?(open)\s?[）)])")
ORDINAL = re.compile(r"第\s?")
RANGE = re.compile(r"\s?([至到—–\-~～－―]|——)\s?")
JOINER = re.compile(r"\s?(、|，(?=第)|以及|或者|和|及|与|或)\s?")
SPACE = re.compile(r"\s?")
SUFFIX = re.compile(r"之([一二三四五六七八九十])(?![一二三四五六七八九十般])")
LEVEL = re.compile(
    r"\s?(?:(编)(?![制号码辑组写])|(章)(?![程节])|(节)(?![约能点日课目])|(部分)|(条)(?![例件路线主生约道跑高铁街巷河航轨船管输产])|(款)(?![项式待])"
    r"|(项)(?!目)|(点)|(目)(?![标的录前]))"
)
OWN = re.compile(
    r"本(?:(编)(?![制号码辑组写])|(章)(?![程])|(节)(?![约能点日课目])|(部分)(?!的?产品)|(条)(?![例件路线]|款(?!第))"
    r"|(款)(?![项式待])|(项)(?![目工任])|(目)(?![标的录前]))"
)
RELATIVE = re.compile(
    r"(?:(?P<way>前)(?P<count>[一二两三四五六七八九十]|[0-9]{1,2})?"
    r"|(?P<way1>上|下)(?P<count1>一)?"
    r"|(?P<way2>后)(?P<count2>[一二两三四五六七八九十]))"
    r"(?P<level>编(?!制)|章(?!程)|节(?![约能点日])|部分|条(?![例件路线款街巷河])|款(?![项式待])|项(?!目)|目(?![标的录前]))"
)
ANNEX = re.compile(r"附件\s?(?=[0-9０-９一二三四五六七八九十×])")
_CHINESE = "[一二三四五六七八九十]+|×"
_ARABIC = "[0-9]{1,2}|×"
PATH = re.compile(
    rf"(?P<first>{_CHINESE})、\s?[（(](?P<second>{_CHINESE})[）)]"
    rf"(?:\s?(?P<third>{_ARABIC})(?:[.．](?![0-9])|(?=[”项条点])))?(?:[（(](?P<fourth>{_ARABIC})[）)])?"
)
SHORT_PATH = re.compile(rf"[（(](?P<second>{_CHINESE})[）)](?P<third>{_ARABIC})(?:[.．]|(?=[”项条点]))")
TITLE_BEFORE = re.compile(r"》(?:\s?[（(][^（）()]{0,60}[）)])?(?:规定|所列)?[的中之]?\s?$")
LINK = re.compile(r"(?:[的中之]|规定的|所列的|所列)?\s?")

_LEVELS = dict(zip(range(1, 10), ("编", "章", "节", "部分", "条", "款", "项", "点", "目"), strict=True))
_OWN_LEVELS = dict(zip(range(1, 9), ("编", "章", "节", "部分", "条", "款", "项", "目"), strict=True))


@cache
def words() -> dict[str, Any]:
    """Return the table of words (words.toml)."""
    return tomli.loads((files("chengwen_templates.references") / "words.toml").read_text(encoding="utf-8"))


@cache
def document_name() -> re.Pattern[str]:
    """Return the regex for the document's own name: 本办法, 本实施细则, 本若干措施."""
    between, documents = _any("between"), _any("documents")
    return re.compile(rf"本(?:{between}){{0,3}}(?:{documents})(?:（试行）)?")


@cache
def other_document() -> re.Pattern[str]:
    """Return the regex for words that end with another document's name: 民法典, 该条例."""
    return re.compile(rf"(?:{_any('documents')})(?:[（(][^（）()]{{0,40}}[）)])?(?:规定|所列)?[的中]?\s?$")


@cache
def word_before() -> re.Pattern[str]:
    """Return the regex for a word before a bare 第三项 that makes it a reference."""
    return re.compile(rf"(?:{_any('before')})\s?$")


@cache
def word_after() -> re.Pattern[str]:
    """Return the regex for a word behind a bare 第三项 that makes it a reference."""
    return re.compile(_any("after"))


def level_at(match: re.Match[str], *, own: bool = False) -> Level:
    """Return the level that LEVEL (or OWN) has matched."""
    return Level((_OWN_LEVELS if own else _LEVELS)[match.lastindex or 0])


def _any(name: str) -> str:
    return "|".join(map(re.escape, sorted(words()[name], key=len, reverse=True)))
