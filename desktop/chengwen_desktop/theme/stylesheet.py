"""The short style sheet made from window.qss and the tokens."""

from __future__ import annotations

import re
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path

from chengwen_desktop.theme.tokens import Tokens

_PICTURES = ("caret", "check")
"""Pictures that Qt's style sheets take from files, one a theme."""


@cache
def stylesheet(tokens: Tokens) -> str:
    """Return the style sheet of a theme. Raises KeyError for a token that does not exist."""
    colours = asdict(tokens)
    folder = Path(str(files("chengwen_desktop") / "theme"))
    pictures = {name: _url(folder / f"{name}-{'dark' if tokens.dark else 'light'}.svg") for name in _PICTURES}
    source = (folder / "window.qss").read_text(encoding="utf-8")
    return re.sub(r"@(\w+)", lambda match: (colours | pictures)[match.group(1)], source)


def _url(picture: Path) -> str:
    return f'url("{picture.as_posix()}")'
