"""Where a text names organs: as its words tell, and as the register and the old names of organs do."""

from __future__ import annotations

import re
from functools import lru_cache

from chengwen_index.comparing.token_patterns import TokenKind
from chengwen_index.comparing.tokens import tokens
from chengwen_library.facts.words import any_of
from chengwen_library.model import Span
from chengwen_templates.office import Organ, old_names

_PIECE = re.compile(r"[^（）()〈〉\s]+")
_LEVELS = "省市区县州盟旗"
_GOES_ON = tuple("门分署件")
"""Behind the end of a name they show that it is none: 农业部门, 农业部署."""


@lru_cache(maxsize=4096)
def organ_spans(text: str, regions: tuple[str, ...], register: tuple[Organ, ...]) -> tuple[Span, ...]:
    """Return where organs are named in a text, in its order; what is in brackets behind a name by itself.

    `regions` are full names of places that may stand before an old name. Names with 原 before them are
    left out: they are meant to be the old ones.
    """
    found = (token for token in tokens(text) if token.kind is TokenKind.ORGAN)
    spans = [match.span() for token in found for match in _PIECE.finditer(text, *token.span)]
    for match in _known(register).finditer(text):
        span = _with_region(text, match.span(), regions)
        if text[span[1] : span[1] + 1] not in _GOES_ON and not any(a < span[1] and span[0] < b for a, b in spans):
            spans.append(span)
    return tuple(sorted(span for span in spans if text[span[0] - 1 : span[0]] != "原" and span[1] - span[0] > 1))


def _with_region(text: str, span: Span, regions: tuple[str, ...]) -> Span:
    """Return the span of a name that begins with its level, with the place before it: 市工商局, 鄂州市工商局."""
    start, end = span
    before = next((name for name in regions if name[-1] == text[start] and text.endswith(name[:-1], 0, start)), "")
    return start - max(len(before) - 1, 0), end


@lru_cache(maxsize=16)
def _known(register: tuple[Organ, ...]) -> re.Pattern[str]:
    """Return what finds the names of the register, full and short, and the names that organs no longer have."""
    national, local = old_names()
    names = {name for organ in register for name in (organ.name, *organ.short_names)}
    return any_of([*names, *national, *(level + name for level in _LEVELS for name in local)])
