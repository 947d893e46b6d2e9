"""来源: a library clause becomes a draft's unit that knows where it came from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from chengwen_library.model import Clause, Form, Provenance, Unit
from chengwen_library.regions import short_name
from chengwen_templates.draft import new_wid


def taken_unit(clause: Clause, today: date) -> Unit:
    """Return a copy of the clause as a unit with an identity and a provenance of its own, its numbers not locked."""
    mark = "。" if clause.heading and clause.text else None
    unit = clause.unit or Unit("", Form.SECOND, heading=clause.heading, heading_mark=mark, text=clause.text)
    return replace(_with_new_wids(unit), provenance=(provenance(clause, today),))


def provenance(clause: Clause, today: date) -> Provenance:
    """Return where a clause taken today comes from."""
    measure = clause.measure
    return Provenance(
        measure=measure.id,
        eid=clause.eid,
        region=measure.region,
        doc_number=measure.doc_number,
        title=measure.title,
        path=clause.path,
        taken=today,
        original=clause.text,
    )


def adapted(unit: Unit, replacements: dict[str, str]) -> Unit:
    """Return the unit with words replaced in headings and texts, the longest first; provenance stays."""

    def other(text: str | None) -> str | None:
        return _replaced(text, replacements) if text is not None else None

    return replace(
        unit,
        heading=other(unit.heading),
        text=_replaced(unit.text, replacements),
        intro=other(unit.intro),
        wrap_up=other(unit.wrap_up),
        children=tuple(adapted(child, replacements) for child in unit.children),
    )


def region_replacements(source: str | None, own: str) -> dict[str, str]:
    """Return the words by which a source's region becomes the draft's own: full name and short name."""
    if source is None:
        return {}
    return {source: own, short_name(source): short_name(own)}


def _replaced(text: str, replacements: dict[str, str]) -> str:
    for old in sorted(replacements, key=len, reverse=True):
        text = text.replace(old, replacements[old])
    return text


def _with_new_wids(unit: Unit) -> Unit:
    return replace(unit, wid=new_wid(), children=tuple(map(_with_new_wids, unit.children)), locked=False)
