"""The sample draft of 示例市, assembled from the measures that ship."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from importlib.resources import files

from chengwen_library.model import Measure
from chengwen_templates.answers import parse_answers
from chengwen_templates.assembly import assemble
from chengwen_templates.template import find_template


def sample_draft(library: Sequence[Measure], today: date) -> Measure:
    """Return the sample draft. Raises NotInLibrary if a measure that ships is no longer in the library."""
    content = files("chengwen_templates").joinpath("samples", "sample.toml").read_text(encoding="utf-8")
    return assemble(find_template("若干措施", "measure"), parse_answers(content, "sample.toml"), library, today)
