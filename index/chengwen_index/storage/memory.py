"""Keeping what was worked out, up to so many bytes: what was asked for last stays longest."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import ParamSpec, TypeVar

import numpy as np
from cachetools import LRUCache, cached

from chengwen_index.storage.term import Term

MEGABYTE = 1 << 20
_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


def kept(size: int) -> Callable[[Callable[_Asked, _Answer]], Callable[_Asked, _Answer]]:
    """Return a decorator that keeps what was answered last, up to so many bytes of numbers."""
    return cached(LRUCache(size, getsizeof=_bytes), lock=Lock())


def _bytes(value: object) -> int:
    """Return the memory that an answer takes, with something for the answer itself."""
    if isinstance(value, Term):
        return _bytes(value.documents) + _bytes(value.scores)
    if isinstance(value, tuple):
        return sum(map(_bytes, value))
    return 100 + (value.nbytes if isinstance(value, np.ndarray) else 0)
