"""What XML cannot hold: control characters and halves of characters, as clipboards and broken files bring them."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

_REFUSED = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_Value = TypeVar("_Value")


def storable(text: str) -> str:
    """Return the text without the characters that XML cannot hold."""
    return _REFUSED.sub("", text)


def all_storable(value: _Value) -> _Value:
    """Return a measure, or a part of one, with every text in it storable."""
    found: Any = value
    if type(value) is str:
        found = storable(value)
    elif isinstance(value, tuple):
        found = tuple(map(all_storable, cast("tuple[object, ...]", value)))
    elif is_dataclass(value) and not isinstance(value, type):
        found = replace(value, **{one.name: all_storable(getattr(value, one.name)) for one in fields(value)})
    return found
