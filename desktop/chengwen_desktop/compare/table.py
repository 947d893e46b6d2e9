"""The draft's 条文对照表 as a file: a function for a thread, no Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from chengwen_desktop.search.finder import Finder
from chengwen_library.model import Measure

if TYPE_CHECKING:
    from chengwen_index.comparing.comparison import Progress


def write_table(
    draft: Measure,
    finder: Finder,
    path: Path,
    progress: Callable[[int, int], object],
    cancelled: Callable[[], bool],
) -> bool:
    """Compare a draft with the library and write the table; tell whether it was written, not if `cancelled`.

    `progress` gets how many clauses of how many are compared. Raises ChengwenError.
    """
    from chengwen_desktop.side_by_side import set_beside
    from chengwen_index.comparing.comparison import compare
    from chengwen_templates.comparison_table.against_library import library_document
    from chengwen_templates.comparison_table.export import export_table
    from chengwen_templates.profile import DEFAULT_PROFILE, load_profile

    def told(step: Progress) -> None:
        progress(step.done, step.total)

    compared = tuple(compare(draft, finder.candidates, progress=told, cancelled=cancelled))
    if cancelled():
        return False
    measures = [measure for measure in set_beside(compared, finder.library) if measure.id != draft.id]
    searched = sum(entry.id != draft.id for entry in finder.library.entries())
    today = date.today()  # noqa: DTZ011 (the day where the drafter sits)
    document = library_document(draft, compared, measures, today, searched)
    if cancelled():
        return False
    export_table(document, path, load_profile(DEFAULT_PROFILE))
    return True
