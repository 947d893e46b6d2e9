"""How measures and places in them are called in a table."""

from __future__ import annotations

from chengwen_index.comparing.comparison import Source
from chengwen_library.model import Clause, ClauseKind, Measure
from chengwen_templates.comparison_table.phrases import phrase


def name_of(measure: Measure) -> str:
    """Return a measure's title, or what it is called by where it has none."""
    notice = measure.notice.title if measure.notice else None
    named = measure.title or notice or measure.doc_number
    return named or "".join(filter(None, [measure.region, measure.doc_type])) or phrase("titles", "untitled")


def place_of(kind: str, path: tuple[str, ...]) -> str:
    """Return the printed place of a clause: its marks, or that it is the beginning or the end."""
    match kind:
        case ClauseKind.PREAMBLE | ClauseKind.CLOSING:
            return phrase("places", kind)
        case ClauseKind.LEAD:
            return "".join(path) + phrase("places", "lead")
        case _:
            return "".join(path)


def source_of(hit: Source) -> str:
    """Return region, 文号 (or title) and place of a precedent."""
    number = hit.doc_number or (f"《{hit.title}》" if hit.title else None)
    return "　".join(filter(None, [region_of(hit.region), number, place_of(hit.kind, hit.path)]))


def short_source_of(hit: Source) -> str:
    """Return region and place of a precedent."""
    return f"{region_of(hit.region)}　{place_of(hit.kind, hit.path)}"


def clause_name(clause: Clause) -> str:
    """Return place and heading of a clause."""
    return place_of(clause.kind, clause.path) + (clause.heading or "")


def bare_place_of(kind: str, path: tuple[str, ...]) -> str:
    """Return the printed place of a clause without the stop at its end, for use within a sentence."""
    return place_of(kind, path).rstrip("、.．")


def region_of(region: str | None) -> str:
    """Return the region's name, or that it is not known."""
    return region or phrase("places", "no_region")
