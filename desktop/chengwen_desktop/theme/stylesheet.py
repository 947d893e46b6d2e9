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


_LEAST = re.compile(r"(?<=min-height: )\d+(?=px)")


@cache
def stylesheet(tokens: Tokens, growth: int = 0) -> str:
    """Return the style sheet of a theme. Raises KeyError for a token that does not exist.

    Whatever has a least height gets `growth` px more, so that letters larger than usual have room.
    """
    colours = asdict(tokens)
    folder = Path(str(files("chengwen_desktop") / "theme"))
    pictures = {name: _url(folder / f"{name}-{'dark' if tokens.dark else 'light'}.svg") for name in _PICTURES}
    source = (folder / "window.qss").read_text(encoding="utf-8")
    coloured = re.sub(r"@(\w+)", lambda match: (colours | pictures)[match.group(1)], source)
    return _LEAST.sub(lambda match: str(int(match.group()) + growth), coloured)


def _url(picture: Path) -> str:
    return f'url("{picture.as_posix()}")'
