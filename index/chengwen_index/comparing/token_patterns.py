"""The kinds of tokens of clause text, the lists in `tokens.toml`, and the pattern that finds tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from importlib.resources import files

import tomli

from chengwen_library.facts.figures import BETWEEN, NUMBER, NUMERAL
from chengwen_library.facts.words import any_of
from chengwen_library.folding import fold


class TokenKind(StrEnum):
    """What a token is.

    MARK is the number of a unit at the head of a line; SCOPE says to whom or to what a
    clause applies (高新技术, 企业).
    """

    MODAL = "modal"
    AMOUNT = "amount"
    PERCENTAGE = "percentage"
    QUANTITY = "quantity"
    PERIOD = "period"
    DATE = "date"
    DOC_NUMBER = "doc_number"
    TITLE = "title"
    REFERENCE = "reference"
    MARK = "mark"
    ORGAN = "organ"
    SCOPE = "scope"
    WORD = "word"
    PUNCTUATION = "punctuation"


@cache
def word_list(name: str) -> frozenset[str]:
    """Return a list of `tokens.toml`, folded."""
    return frozenset(map(fold, _table()[name]))


@cache
def token_pattern() -> re.Pattern[str]:
    """Return the pattern of all tokens that are more than words; its groups are named for their kinds."""
    kinds = {TokenKind.TITLE: r"《(?:[^《》]|《[^《》]*》)*》", **_numbers(), **_names()}
    starts = _first_characters(kinds)
    return re.compile("|".join(f"(?P<{kind.value}>{starts.get(kind, '')}(?:{kinds[kind]}))" for kind in kinds))


def _numbers() -> dict[TokenKind, str]:
    """Return the patterns of what holds numbers; the earlier ones come before the later ones."""
    year, day = r"(?:19|20)\d\d", r"\d{1,2}月(?:\d{1,2}日|[底末初])?"
    plan = '"?十[三四五六七]五"?(?:期间|时期|末)?'
    figures = rf"(?:{NUMBER}|{NUMERAL})(?:{BETWEEN}(?:{NUMBER}|{NUMERAL}))?"
    counted = rf"(?!一[^\d零一二三四五六七八九十百千]){figures}"
    limit, some = rf"(?:{_any('limits')})?", "[多余几]?"
    scale = f"{some}(?:千亿|百亿|亿|千万|百万|万|千|百)?{some}"
    return {
        TokenKind.DATE: rf"{year}(?:[-~至]{{1,2}}{year})?年(?:[底末初]|{day})?|{day}|{plan}",
        TokenKind.PERIOD: rf"{limit}{figures}{some}(?:{_any('periods')})|{_any('period_words')}",
        TokenKind.AMOUNT: rf"{limit}{figures}{scale}元(?![件素器宇旦])",
        TokenKind.PERCENTAGE: rf"{limit}(?:{figures}(?:[%‰]|个?百分点)|百分之{NUMERAL})",
        TokenKind.REFERENCE: _references(),
        TokenKind.QUANTITY: rf"{limit}(?:{counted}{scale}(?:{_any('counters')})(?!之)|{NUMBER}{scale})|翻[一两三]?番",
    }


def _references() -> str:
    numeral = "(?:[零一二三四五六七八九十百]+|\\d+)"
    article = rf"第\(?{numeral}\)?[编章节条款项目](?:之[一二三四五六七八九十])?"
    items = rf"\({numeral}\)(?:[至、和]\({numeral}\))*项"
    return (
        rf"(?:本[\u4e00-\u9fff]{{2}})?(?:{article})+|{items}|前(?:[一二三]?[条款项]|述规定)|上[条款]|本[条款项]|附件\d*"
    )


def _names() -> dict[TokenKind, str]:
    level = f"(?:{_any('organ_levels')})"
    plain = f"{_any('organs')}|{'|'.join(_table()['organ_patterns'])}"
    organ = rf"(?:{level}?(?:{plain})(?!门)|{level}(?:{_any('organs_with_level')}))"
    modifiers, nouns = f"(?:{_any('scope_modifiers')})", f"(?:{_any('scope_nouns')})(?!:)"
    return {
        TokenKind.ORGAN: rf"{organ}(?:\({organ}\))?",
        TokenKind.SCOPE: rf"{modifiers}(?={modifiers}*{nouns})|{nouns}",
    }


def _first_characters(kinds: Iterable[TokenKind]) -> dict[TokenKind, str]:
    """Return what looks ahead for a character that a kind may begin with; without it most time is spent in vain."""
    numerals = r"\d十一二两三四五六七八九百"
    lists = {
        TokenKind.PERIOD: ("limits", "period_words"),
        TokenKind.AMOUNT: ("limits",),
        TokenKind.PERCENTAGE: ("limits",),
        TokenKind.QUANTITY: ("limits",),
        TokenKind.ORGAN: ("organs", "organ_levels", "organ_patterns"),
        TokenKind.SCOPE: ("scope_nouns", "scope_modifiers"),
    }
    found = {
        kind: "".join(sorted({word[0] for name in lists[kind] for word in word_list(name)}))
        for kind in kinds
        if kind in lists
    }
    for kind in (TokenKind.PERIOD, TokenKind.AMOUNT, TokenKind.PERCENTAGE, TokenKind.QUANTITY):
        found[kind] += numerals + "翻"
    return {kind: f"(?=[{characters}])" for kind, characters in found.items()}


@cache
def _table() -> dict[str, list[str]]:
    return tomli.loads(files("chengwen_index.comparing").joinpath("tokens.toml").read_text(encoding="utf-8"))


def _any(name: str) -> str:
    return any_of(word_list(name)).pattern
