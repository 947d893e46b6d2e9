"""Measures as the JSON objects that the command line's contract names."""

from __future__ import annotations

from typing import Any

from chengwen_library.facts.instruments import instruments
from chengwen_library.facts.money import amounts, ratios
from chengwen_library.facts.quantities import targets
from chengwen_library.facts.responsibility import responsibilities
from chengwen_library.facts.topics import topics
from chengwen_library.model import Measure, Notice
from chengwen_library.places import Place, body, siblings
from chengwen_library.reading.report import Reading

Json = dict[str, Any]


def reading_json(reading: Reading) -> Json:
    """Return the object of `import --dry-run --json` for one measure read."""
    return {
        "source": reading.source,
        **measure_json(reading.measure),
        "dropped": [
            {"line": item.line, "span": item.span, "text": item.text, "reason": item.reason} for item in reading.dropped
        ],
        "warnings": [{"code": item.code, "line": item.line, "message": item.message} for item in reading.warnings],
    }


def measure_json(measure: Measure) -> Json:
    """Return the object of `library show`."""
    return {
        "id": measure.id,
        "title": measure.title,
        "notice_title": measure.notice.title if measure.notice else None,
        "doc_number": measure.doc_number,
        "issuers": list(measure.issuers),
        "issue_date": measure.issue_date.isoformat() if measure.issue_date else None,
        "recipients": measure.recipients,
        "doc_type": measure.doc_type,
        "region": measure.region,
        "region_code": measure.region_code,
        "status": measure.status.value,
        "repeals": list(measure.repeals),
        "replaces": list(measure.replaces),
        "notice": _notice_json(measure.notice),
        "preamble": measure.preamble,
        "closing": measure.closing,
        "effective": {
            "from": measure.effective.start,
            "valid_years": measure.effective.years,
            "until": measure.effective.until,
        },
        "cites": [{"title": cite.title, "number": cite.number} for cite in measure.cites],
        "mentions": list(measure.mentions),
        "units": [_unit_json(place) for place in siblings(measure.units)],
        "annexes": [
            {"title": annex.title, "text": annex.text, "rows": [list(row) for row in annex.rows], "wide": annex.wide}
            for annex in measure.annexes
        ],
    }


def _notice_json(notice: Notice | None) -> Json | None:
    if notice is None:
        return None
    return {
        "body": "\n".join(notice.body),
        "signature": list(notice.signature),
        "date_text": notice.date_text,
        "copies": notice.copies,
        "note": notice.note,
        "printer": notice.printer,
        "print_date_text": notice.print_date_text,
        "page_form": notice.page_form.value,
        "copy_number": notice.copy_number,
        "secrecy": notice.secrecy,
        "urgency": notice.urgency,
        "signers": list(notice.signers),
        "sealing": notice.sealing.value,
        "posts": list(notice.posts),
        "attendance": [{"role": group.role, "names": group.names} for group in notice.attendance],
        "measure_as_annex": notice.measure_as_annex,
        "annexes_apart": notice.annexes_apart,
    }


def _unit_json(place: Place) -> Json:
    unit = place.unit
    return {
        "eid": place.eid,
        "wid": unit.wid,
        "form": unit.form.value,
        "num": unit.num,
        "number": unit.number,
        "implied": unit.implied,
        "heading": unit.heading,
        "heading_mark": unit.heading_mark,
        "text": unit.text,
        "intro": unit.intro,
        "wrap_up": unit.wrap_up,
        **_facts_json(unit.text or unit.wrap_up or ""),
        "topics": list(topics(unit.heading, body(unit))),
        "instruments": list(instruments(unit.heading, body(unit))),
        "children": [_unit_json(child) for child in siblings(unit.children, place.eid, place.path)],
    }


def _facts_json(text: str) -> Json:
    return {
        "responsible": [{"role": item.role, "organs": list(item.organs)} for item in responsibilities(text)],
        "targets": [
            {
                "text": item.text,
                "indicator": item.indicator,
                "comparator": item.comparator,
                "value": item.value,
                "unit": item.unit,
                "by": item.by,
                "span": item.span,
            }
            for item in targets(text)
        ],
        "money": [
            {"text": item.text, "amount": item.amount, "cap": item.cap, "ratio": item.ratio, "span": item.span}
            for item in amounts(text)
        ],
        "ratios": [
            {"text": item.text, "ratio": item.ratio, "cap": item.cap, "span": item.span} for item in ratios(text)
        ],
    }
