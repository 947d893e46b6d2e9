"""Lines that belong to the web page and not to the document: each is dropped with a reason."""

from __future__ import annotations

import re
from functools import cache

from chengwen_library.data import load_table


def furniture_reason(text: str) -> str | None:
    """Return why a line is web page furniture, or None if it may belong to the document."""
    return next((reason for reason, pattern in _patterns() if pattern.search(text)), None)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds = load_table("reading/furniture.toml")["kind"]
    return tuple((kind["reason"], re.compile("|".join(kind["patterns"]))) for kind in kinds)
