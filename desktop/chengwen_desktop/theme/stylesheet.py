"""The short style sheet made from window.qss and the tokens."""

from __future__ import annotations

import re
from dataclasses import asdict
from functools import cache
from importlib.resources import files

from chengwen_desktop.theme.tokens import Tokens


@cache
def stylesheet(tokens: Tokens) -> str:
    """Return the style sheet of a theme. Raises KeyError for a token that does not exist."""
    colours = asdict(tokens)
    source = files("chengwen_desktop").joinpath("theme", "window.qss").read_text(encoding="utf-8")
    return re.sub(r"@(\w+)", lambda match: colours[match.group(1)], source)
