"""Keeping what was worked out, up to so many bytes: what was asked for last stays longest."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import ParamSpec, Protocol, TypeVar, cast

import numpy as np
from cachetools import LRUCache, cached

from chengwen_index.storage.term import Term

MEGABYTE = 1 << 20
_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")
_Given = TypeVar("_Given", covariant=True)


class Kept(Protocol[_Asked, _Given]):
    """A function whose answers are kept."""

    def __call__(self, *args: _Asked.args, **named: _Asked.kwargs) -> _Given:
        """Return an answer, the kept one if there is one."""
        ...

    def cache_clear(self) -> None:
        """Let go of the answers."""
        ...


def kept(size: int) -> Callable[[Callable[_Asked, _Answer]], Kept[_Asked, _Answer]]:
    """Return a decorator that keeps what was answered last, up to so many bytes of numbers."""
    decorator = cached(LRUCache(size, getsizeof=_bytes), lock=Lock())
    return cast("Callable[[Callable[_Asked, _Answer]], Kept[_Asked, _Answer]]", decorator)


def _bytes(value: object) -> int:
    """Return the memory that an answer takes, with something for the answer itself."""
    if isinstance(value, Term):
        return _bytes(value.documents) + _bytes(value.scores)
    if isinstance(value, tuple):
        return sum(map(_bytes, value))
    return 100 + (value.nbytes if isinstance(value, np.ndarray) else 0)
