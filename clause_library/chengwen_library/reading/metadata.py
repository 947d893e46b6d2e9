"""Metadata of a measure from its sorted lines: issuers, region, type, dates, basis, validity."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from chengwen_library.akn.names import work_uri
from chengwen_library.facts.citations import citations, mentions
from chengwen_library.facts.validity import validity
from chengwen_library.model import Annex, Measure, Notice, Unit
from chengwen_library.places import whole
from chengwen_library.reading import wording
from chengwen_library.reading.zones import Zones
from chengwen_library.regions import find_region

_OWN_TYPE = re.compile(
    r"(?:提出以下|提出如下|制定本|制定如下|特制定本|本)([\u4e00-\u9fff]{2,6}?)(?=[。，：自的与由是有])"
)


def assemble(zones: Zones, units: tuple[Unit, ...], annexes: tuple[Annex, ...], first: Measure | None) -> Measure:
    """Return the measure that zones and units make up, with its metadata and id. Unknown stays None.

    A further measure of the same notice has number, issuers and date of the `first`.
    """
    measure = Measure(
        title=zones.title,
        doc_number=zones.doc_number,
        issuers=tuple(zones.signature),
        issue_date=_issue_date(zones.date_text),
        recipients=zones.recipients,
        notice=_notice(zones),
        preamble="\n".join(zones.preamble) or None,
        units=units,
        closing="\n".join(zones.closing) or None,
        annexes=annexes,
    )
    if first is not None and measure.notice is None:
        measure = _issued_with(first, measure)
    region = _region(measure)
    measure = replace(
        measure,
        doc_type=_doc_type(measure),
        region=region[0] if region else None,
        region_code=region[1] if region else None,
        effective=validity(_last_words(measure)),
        cites=citations(measure),
        mentions=mentions(measure),
    )
    return replace(measure, id=work_uri(measure.region_code, measure.issue_date, measure.doc_number, measure))


def _issued_with(first: Measure, measure: Measure) -> Measure:
    return replace(
        measure,
        doc_number=first.doc_number,
        issuers=first.issuers,
        issue_date=first.issue_date,
        recipients=first.recipients,
        notice=first.notice,
    )


def _notice(zones: Zones) -> Notice | None:
    issued = (
        zones.notice_title,
        zones.doc_number,
        zones.recipients,
        zones.date_text,
        *zones.signature,
        *zones.notice_body,
    )
    if not any(issued):
        return None
    return Notice(
        title=zones.notice_title,
        body=tuple(zones.notice_body),
        signature=tuple(zones.signature),
        date_text=zones.date_text,
        copies=zones.copies,
        note=zones.note,
        printer=zones.printer,
        print_date_text=zones.print_date_text,
    )


def _issue_date(text: str | None) -> date | None:
    return wording.whole_date(text) if text else None


def _doc_type(measure: Measure) -> str | None:
    """Return the type that the title ends with, or that the text calls itself (decisions 10)."""
    if measure.title is not None:
        return wording.title_type(measure.title)
    for text in (measure.closing, measure.preamble):
        for match in _OWN_TYPE.finditer(text or ""):
            if wording.title_type(match.group(1)):
                return match.group(1)
    return None


def _region(measure: Measure) -> tuple[str, str] | None:
    """Return name and code of the region: by the issuers, else by the title, else by the notice's title."""
    notice_title = measure.notice.title if measure.notice else None
    return _first_region([*measure.issuers, measure.title, notice_title, measure.doc_number])


def _first_region(texts: Iterable[str | None]) -> tuple[str, str] | None:
    return next((region for text in texts if text and (region := find_region(text))), None)


def _last_words(measure: Measure) -> str:
    return measure.closing or (whole(measure.units[-1]) if measure.units else "")
