"""Which measures of the library have their topics and figures set beside a draft's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from chengwen_index.comparing.comparison import Compared
from chengwen_library.library import Library
from chengwen_library.model import Measure, Status

SIDE_BY_SIDE = 30
"""Measures whose topics and figures are set side by side; of a larger library, those used most."""


def set_beside(compared: Sequence[Compared], library: Library) -> tuple[Measure, ...]:
    """Return the measures of the library whose topics and figures are set beside a draft's.

    All that are not retired, or of more than `SIDE_BY_SIDE` those that were used most as
    precedents, the most used first.
    """
    entries = [entry for entry in library.entries() if entry.status != Status.REPEALED]
    if len(entries) <= SIDE_BY_SIDE:
        chosen = [entry.id for entry in entries]
    else:
        used = Counter(precedent.hit.measure_id for one in compared for precedent in one.precedents)
        chosen = [identity for identity, _ in used.most_common(SIDE_BY_SIDE)]
    return tuple(library.measure(identity) for identity in chosen)
