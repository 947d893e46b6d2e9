"""The lines above a table that say how it is to be read."""

from __future__ import annotations

from collections.abc import Iterator

from chengwen_templates.comparison_table.content import Mark, Paragraph, Role, Run, plain
from chengwen_templates.comparison_table.phrases import phrase


def legend() -> Iterator[Paragraph]:
    """Yield how the marks, the similarity and the order of the differences are to be read."""
    yield Paragraph(
        Role.NOTE,
        (
            Run(phrase("intro", "legend")),
            Run(phrase("intro", "legend_added"), Mark.ADDED),
            Run(phrase("intro", "legend_between")),
            Run(phrase("intro", "legend_removed"), Mark.REMOVED),
            Run(phrase("intro", "legend_end")),
        ),
    )
    yield plain(Role.NOTE, phrase("intro", "similarity"))
