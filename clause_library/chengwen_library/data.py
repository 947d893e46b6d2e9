"""Tables that ship inside this package as TOML, for people to read and change."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import tomli


@cache
def load_table(name: str) -> dict[str, Any]:
    """Return the TOML table at `name`, a path inside this package (`facts/topics.toml`)."""
    resource = files("chengwen_library").joinpath(name)
    return tomli.loads(resource.read_text(encoding="utf-8"))
