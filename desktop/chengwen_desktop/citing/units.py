"""The units of a draft that a reference can be written for, as rows to choose from. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

from chengwen_desktop.palette.entries import Entry, clause_entry
from chengwen_library.model import Form, Measure
from chengwen_library.numbering import render_numeral
from chengwen_templates.references.outline import Outline, Target
from chengwen_templates.references.wording import number_of


def unit_entries(draft: Measure) -> Iterator[Entry]:
    """Yield a row for each unit by its number; its id is the unit's wid. 款 are there where there are 条."""
    outline = Outline(draft)
    for unit in draft.walk():
        mark = unit.num
        if unit.form is Form.PARAGRAPH:
            number = number_of(outline, Target(unit.wid)) if outline.has_articles else None
            mark = f"第{render_numeral(number)}款" if number else ""
        if mark:
            yield clause_entry(unit, lambda: None, mark=mark, name=unit.wid)
