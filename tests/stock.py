"""Whoosh as it comes: our index has it read only the pickles that an index of ours holds."""

from __future__ import annotations

import pickle
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Whoosh 2.7.4 has invalid escapes
    from whoosh.codec import whoosh3
    from whoosh.filedb import structfile


@contextmanager
def stock_whoosh() -> Iterator[None]:
    """Have Whoosh read pickles as it comes."""
    ours = whoosh3.loads, structfile.load_pickle
    whoosh3.loads, structfile.load_pickle = pickle.loads, pickle.load
    try:
        yield
    finally:
        whoosh3.loads, structfile.load_pickle = ours
