"""The draft's 条文对照表 as a file: a function for a thread, no Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from chengwen_desktop.compare.comparer import Comparer, trimmed
from chengwen_desktop.compare.covering import precedent_measures
from chengwen_library.model import Measure

PRECEDENTS = 3
"""Precedents of a clause that the table names."""


def write_table(
    draft: Measure,
    comparer: Comparer,
    path: Path,
    progress: Callable[[int, int], object],
    cancelled: Callable[[], bool],
) -> bool:
    """Compare a draft with the library and write the table; tell whether it was written, not if `cancelled`.

    `progress` gets how many clauses of how many are compared. Raises ChengwenError.
    """
    from chengwen_templates.comparison_table.against_library import library_document
    from chengwen_templates.comparison_table.export import export_table
    from chengwen_templates.profile import DEFAULT_PROFILE, load_profile

    compared = trimmed(comparer.compare(draft, progress, cancelled), PRECEDENTS)
    if cancelled():
        return False
    measures, searched = precedent_measures(comparer, draft, compared)
    today = date.today()  # noqa: DTZ011 (the day where the drafter sits)
    document = library_document(draft, compared, measures, today, searched)
    if cancelled():
        return False
    export_table(document, path, load_profile(DEFAULT_PROFILE))
    return True
