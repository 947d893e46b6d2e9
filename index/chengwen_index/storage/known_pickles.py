"""Reading what Whoosh pickles, and nothing else: a pickle can name any function, which is called when it is read.

The check sums of `cache` tell what was damaged, not who wrote it: an index may have come on a memory stick.
"""

from __future__ import annotations

import io
import pickle
from typing import Any, BinaryIO

_KNOWN = frozenset(
    {
        ("array", "array"), ("array", "_array_reconstructor"), ("builtins", "int"), ("collections", "defaultdict"),
        ("whoosh.codec.whoosh3", "W3Codec"), ("whoosh.codec.whoosh3", "W3Segment"),
    }
)  # fmt: skip
"""The modules and names that a segment's pickles use."""


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as pickle has it
        if (module, name) not in _KNOWN:
            raise pickle.UnpicklingError(f"{module}.{name} is none of an index")
        return super().find_class(module, name)


def read(file: BinaryIO) -> Any:  # noqa: ANN401
    """Return what the pickle says that begins where `file` stands. Raises UnpicklingError for any that is not ours."""
    return _Reader(file).load()


def read_bytes(content: bytes) -> Any:  # noqa: ANN401
    """Return what a pickle says. Raises UnpicklingError for any that is not ours."""
    return read(io.BytesIO(content))
