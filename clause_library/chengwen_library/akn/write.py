"""Measure to Akoma Ntoso 3.0, valid against the strict schema.

A measure with a notice is `doc name="notice"` with the measure attached as
`act name="measure"`; without one the act is the root (decisions 4).
"""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from chengwen_library.akn.elements import ELEMENTS
from chengwen_library.akn.meta import SOURCE, append_facts, append_meta, append_notice_facts, append_references
from chengwen_library.akn.names import NAMESPACES, akn, ours
from chengwen_library.akn.remarks import append_notes
from chengwen_library.akn.tables import append_table
from chengwen_library.model import Measure, Notice, Unit
from chengwen_library.places import CLOSING, Place, siblings
from chengwen_library.storable import all_storable

ATTACHMENT = "att_1"


def render_measure(measure: Measure) -> bytes:
    """Return the .akn file of a measure or draft; characters that XML cannot hold are left out rather than all lost."""
    try:
        return _rendered(measure)
    except ValueError:
        return _rendered(all_storable(measure))


def _rendered(measure: Measure) -> bytes:
    root = etree.Element(akn("akomaNtoso"), nsmap=NAMESPACES)
    if measure.notice is None:
        _append_act(root, measure, prefix="")
    else:
        _append_notice(root, measure, measure.notice)
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _append_notice(root: Element, measure: Measure, notice: Notice) -> None:
    document = etree.SubElement(root, akn("doc"), name="notice")
    author = measure.issuers[0] if measure.issuers else None
    meta = append_meta(document, f"{measure.id}-notice", measure.issue_date, author)
    append_references(meta, measure.issuers)
    append_notice_facts(meta, notice)
    preface = etree.SubElement(document, akn("preface"))
    _append_inline(preface, "docNumber", measure.doc_number)
    _append_inline(preface, "docTitle", notice.title)
    _append_p(preface, "issuers", " ".join(measure.issuers))
    _append_head(preface, notice)
    body = etree.SubElement(document, akn("mainBody"))
    _append_p(body, "recipients", measure.recipients or "")
    for paragraph in notice.body:
        _append_p(body, "paragraph", paragraph)
    conclusions = etree.SubElement(document, akn("conclusions"))
    for group in notice.attendance:
        _append_p(conclusions, "attendance", group.names).set(ours("role"), group.role)
    for organ in notice.signature:
        _append_p(conclusions, "signature", organ)
    for post in notice.posts:
        _append_p(conclusions, "post", post)
    _append_p(conclusions, "date", notice.date_text or "")
    for name in ("note", "copies", "printer", "print_date_text"):
        value = getattr(notice, name)
        if value is not None:
            _append_p(conclusions, name, value)
    attachments = etree.SubElement(document, akn("attachments"))
    attachment = etree.SubElement(attachments, akn("attachment"), eId=ATTACHMENT)
    _append_act(attachment, measure, prefix=f"{ATTACHMENT}__")


def _append_head(preface: Element, notice: Notice) -> None:
    """Append the elements of 版头 that few documents have (GB/T 9704-2012 7.2.1 to 7.2.3, 7.2.6)."""
    for name in ("copy_number", "secrecy", "urgency"):
        value = getattr(notice, name)
        if value is not None:
            _append_p(preface, name, value)
    for name in notice.signers:
        _append_p(preface, "signer", name)


def _append_act(parent: Element, measure: Measure, prefix: str) -> None:
    act = etree.SubElement(parent, akn("act"), name="measure")
    author = measure.issuers[0] if measure.issuers else None
    meta = append_meta(act, measure.id, measure.issue_date, author)
    if not prefix:
        append_references(meta, measure.issuers)
    append_notes(meta, measure.remarks, prefix, SOURCE)
    append_facts(meta, measure)
    if measure.title is not None:
        _append_inline(etree.SubElement(act, akn("preface")), "docTitle", measure.title)
    if measure.preamble is not None:
        _append_lines(etree.SubElement(act, akn("preamble")), measure.preamble)
    body = etree.SubElement(act, akn("body"))
    for place in siblings(measure.units):
        _append_unit(body, place, prefix)
    if measure.closing is not None or not measure.units:
        closing = etree.SubElement(body, akn("hcontainer"), name=CLOSING, eId=prefix + CLOSING)
        _append_lines(etree.SubElement(closing, akn("content")), measure.closing or "")
    if measure.annexes:
        _append_annexes(act, measure, prefix)


def _append_unit(parent: Element, place: Place, prefix: str) -> None:
    unit = place.unit
    element = etree.SubElement(parent, akn(ELEMENTS[unit.form].name), eId=prefix + place.eid, wId=unit.wid)
    _set_own_attributes(element, unit)
    if unit.num:
        etree.SubElement(element, akn("num")).text = unit.num
    if unit.heading is not None:
        etree.SubElement(element, akn("heading")).text = unit.heading
    if unit.children:
        _append_optional(element, "intro", unit.intro)
        for child in siblings(unit.children, place.eid):
            _append_unit(element, child, prefix)
        _append_optional(element, "wrapUp", unit.wrap_up)
    else:
        _append_lines(etree.SubElement(element, akn("content")), unit.text)


def _set_own_attributes(element: Element, unit: Unit) -> None:
    if unit.number is not None:
        element.set(ours("number"), str(unit.number))
    if unit.implied:
        element.set(ours("implied"), "true")
    if unit.locked:
        element.set(ours("locked"), "true")
    if unit.heading_mark is not None:
        element.set(ours("headingMark"), unit.heading_mark)


def _append_annexes(act: Element, measure: Measure, prefix: str) -> None:
    attachments = etree.SubElement(act, akn("attachments"))
    for number, annex in enumerate(measure.annexes, start=1):
        attachment = etree.SubElement(attachments, akn("attachment"), eId=f"{prefix}annex_{number}")
        document = etree.SubElement(attachment, akn("doc"), name="annex")
        append_meta(document, f"{measure.id}-annex-{number}", measure.issue_date, None)
        if annex.title is not None:
            _append_inline(etree.SubElement(document, akn("preface")), "docTitle", annex.title)
        body = etree.SubElement(document, akn("mainBody"))
        _append_lines(body, annex.text)
        append_table(body, annex)


def _append_optional(parent: Element, name: str, text: str | None) -> None:
    if text is not None:
        _append_lines(etree.SubElement(parent, akn(name)), text)


def _append_lines(parent: Element, text: str) -> None:
    for line in text.split("\n"):
        etree.SubElement(parent, akn("p")).text = line


def _append_inline(parent: Element, name: str, text: str | None) -> None:
    if text is not None:
        etree.SubElement(etree.SubElement(parent, akn("p")), akn(name)).text = text


def _append_p(parent: Element, kind: str, text: str) -> Element:
    element = etree.SubElement(parent, akn("p"), {"class": kind})
    element.text = text
    return element
