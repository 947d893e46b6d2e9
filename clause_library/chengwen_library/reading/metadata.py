"""Metadata of a measure from its sorted lines: issuers, region, type, dates, basis, validity."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from chengwen_library.akn.names import work_uri
from chengwen_library.facts.citations import citations, mentions
from chengwen_library.facts.validity import validity
from chengwen_library.model import Annex, Measure, Notice, PageForm, Sealing, Unit, Validity
from chengwen_library.places import whole
from chengwen_library.reading import wording
from chengwen_library.reading.zones import Zones
from chengwen_library.regions import find_region

_OWN_TYPE = re.compile(
    r"(?:提出以下|提出如下|制定以下|制定如下|制定本|制定|本)([\u4e00-\u9fff]{2,8}?)(?=[。，：；自的与由是有中所及内第涉遵适主如])"
)


def assemble(zones: Zones, units: tuple[Unit, ...], annexes: tuple[Annex, ...], before: Sequence[Measure]) -> Measure:
    """Return the measure that zones and units make up, with its metadata and id. Unknown stays None.

    A further measure of the same notice has number, issuers and date of the first of those `before` it.
    """
    measure = Measure(
        title=zones.title,
        doc_number=zones.doc_number,
        issuers=_issuers(zones),
        issue_date=_issue_date(zones.date_text),
        recipients=zones.recipients,
        notice=_notice(zones),
        preamble="\n".join(zones.preamble) or None,
        units=units,
        closing="\n".join(zones.closing) or None,
        annexes=annexes,
    )
    if before and measure.notice is None:
        measure = _issued_with(before[0], measure)
    region = _region(measure)
    measure = replace(
        measure,
        doc_type=_doc_type(measure),
        region=region[0] if region else None,
        region_code=region[1] if region else None,
        effective=_validity(measure),
        cites=citations(measure),
        mentions=mentions(measure),
    )
    identity = work_uri(measure.region_code, measure.issue_date, measure.doc_number, measure)
    return replace(measure, id=f"{identity}-{len(before) + 1}" if before else identity)


def _issuers(zones: Zones) -> tuple[str, ...]:
    """Return the organs of 署名, else those of 标志; the other way round where a style tells the 标志 of all."""
    if zones.has_named_mark and zones.page_form is PageForm.GENERAL:
        return tuple(zones.letterhead or zones.signature)
    return tuple(zones.signature or zones.letterhead)


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
    notice = Notice(
        title=zones.notice_title,
        body=tuple(zones.notice_body),
        signature=tuple(zones.signature),
        date_text=zones.date_text,
        copies=zones.copies,
        note=zones.note,
        printer=zones.printer,
        print_date_text=zones.print_date_text,
        page_form=zones.page_form,
        copy_number=zones.copy_number,
        secrecy=zones.secrecy,
        urgency=zones.urgency,
        signers=tuple(zones.signers),
        sealing=Sealing.STAMP if zones.posts else Sealing.NONE,
        posts=tuple(zones.posts),
        attendance=tuple(zones.attendance),
        measure_as_annex=zones.measure_as_annex,
        annexes_apart=zones.annexes_apart,
    )
    return notice if zones.doc_number or zones.recipients or notice != Notice() else None


def _issue_date(text: str | None) -> date | None:
    return wording.whole_date(text) if text else None


def _doc_type(measure: Measure) -> str | None:
    """Return the type that the title ends with, or that the text calls itself (decisions 10)."""
    named = wording.title_type(measure.title) if measure.title else _own_type(measure)
    return wording.usual_type(named) if named else None


def _own_type(measure: Measure) -> str | None:
    """Return the type that the text calls itself most often (本细则), in its longest form (本实施细则)."""
    words = "\n".join([measure.preamble or "", *map(whole, measure.units), measure.closing or ""])
    named = Counter(match.group(1) for match in _OWN_TYPE.finditer(words) if wording.is_type(match.group(1)))
    if not named:
        return None
    most = max(named, key=lambda name: (named[name], len(name)))
    return max((name for name in named if name.endswith(most)), key=len)


def _region(measure: Measure) -> tuple[str, str] | None:
    """Return name and code of the region: by the issuers, else by the title, else by the notice's title."""
    notice_title = measure.notice.title if measure.notice else None
    return _first_region([*measure.issuers, measure.title, notice_title, measure.doc_number])


def _first_region(texts: Iterable[str | None]) -> tuple[str, str] | None:
    return next((region for text in texts if text and (region := find_region(text))), None)


def _validity(measure: Measure) -> Validity:
    """Return what the closing says of validity, or else the last unit that says anything."""
    texts = [measure.closing or "", *(unit.text for unit in reversed(list(measure.walk())))]
    return next((found for found in map(validity, texts) if found != Validity()), Validity())
