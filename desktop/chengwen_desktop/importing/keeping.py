"""What was reviewed into the library: compared with what is there, then kept with its raw source. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from chengwen_desktop.importing.model import Review
from chengwen_desktop.translation import tr
from chengwen_library.catalogue import Entry
from chengwen_library.errors import NotInLibrary
from chengwen_library.kinship import Kind, Kinship
from chengwen_library.library import Library
from chengwen_library.model import Measure


@dataclass(frozen=True, slots=True)
class Objection:
    """Why measures were not kept yet: `words` ask, `way` is what keeping them all the same is called."""

    words: str
    way: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The measures that were kept, and what a person should know of them."""

    measures: tuple[Measure, ...]
    words: str


def keep(review: Review, folder: Path, today: date, *, with_source: bool, anyway: bool) -> Kept | Objection:
    """Keep the measures in the library in `folder`, unless one is there already and it is not to be kept `anyway`.

    With the same id the one there becomes an earlier version; what a batch kept from the
    same source under another id is removed. Raises ChengwenError.
    """
    library = Library(folder)
    before = review.source.replaces
    kinship = Kinship(entry for entry in library.entries() if entry.id not in before)
    measures = review.measures()
    objection = _objection(measures, kinship)
    if objection is not None and not anyway:
        return objection
    told = "".join(_told(measure, kinship) for measure in measures) if objection is None else ""
    for measure in measures:
        library.add(measure, today)
        if with_source:
            library.keep_source(measure.id, review.source.content, review.source.suffix)
    for identity in set(before) - {measure.id for measure in measures}:
        with suppress(NotInLibrary):
            library.remove(identity)
    return Kept(tuple(measures), told)


def _objection(measures: Sequence[Measure], kinship: Kinship) -> Objection | None:
    for measure in measures:
        known, near = kinship.same_identity(measure), kinship.nearest(measure)
        if known is not None:
            same = near is not None and near.kind is Kind.SAME_TEXT and near.entry.id == known.id
            differs = tr("正文也一样") if same else tr("正文不同")
            return Objection(
                tr(
                    "条款库里已有“{name}”，{differs}。换成新读的，原来的留作更早的版本。",
                    name=_name(known),
                    differs=differs,
                ),
                tr("换成新读的"),
            )
        if near is not None and near.kind is Kind.SAME_TEXT:
            return Objection(
                tr("条款库里已有正文相同的“{name}”。再收入一次，就有两件一样的。", name=_name(near.entry)),
                tr("仍然收入"),
            )
    return None


def _told(measure: Measure, kinship: Kinship) -> str:
    near = kinship.nearest(measure)
    return (
        tr("与库里的“{name}”相同 {share:.0%}，可能是它的另一版。", name=_name(near.entry), share=near.share)
        if near is not None
        else ""
    )


def _name(entry: Entry) -> str:
    return entry.title or entry.doc_number or entry.id
