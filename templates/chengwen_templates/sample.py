"""Sample answers for every template, and the sample draft of 示例市, assembled from the measures that ship."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from importlib.resources import files

from chengwen_library.model import Measure
from chengwen_templates.answers import Answers, parse_answers
from chengwen_templates.assembly import assemble
from chengwen_templates.template import find_template

FIRST = "several-measures"
"""The template of the sample draft; its clauses come from the library."""


def sample_draft(library: Sequence[Measure], today: date) -> Measure:
    """Return the sample draft. Raises NotInLibrary if a measure that ships is no longer in the library."""
    return assemble(find_template(FIRST, "measure"), sample_answers(FIRST), library, today)


def sample_answers(template: str) -> Answers:
    """Return the sample answers for a measure's template that ships, by its id."""
    name = "sample.toml" if template == FIRST else f"{template}.toml"
    content = files("chengwen_templates").joinpath("samples", name).read_text(encoding="utf-8")
    return parse_answers(content, name)
