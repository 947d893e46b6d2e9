"""Akoma Ntoso files of our subset to Measure; hostile or foreign files are refused with one line."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from chengwen_library.akn.elements import FORMS
from chengwen_library.akn.meta import read_facts, read_notice_facts, read_provenance
from chengwen_library.akn.names import akn, ours
from chengwen_library.akn.tables import is_wide, read_rows
from chengwen_library.errors import UnreadableFile
from chengwen_library.model import Annex, Attendance, Measure, Notice, Provenance, Unit
from chengwen_library.places import CLOSING


def parse_measure(content: bytes, name: str) -> Measure:
    """Return the measure or draft in the content of an .akn file called `name`. Raises UnreadableFile."""
    root = _parse(content, name)
    act = root.find(f".//{akn('act')}[@name='measure']")
    if act is None:
        raise UnreadableFile(f"“{name}”不是成文的文件：里面没有措施正文。")
    try:
        return _measure(root, act)
    except (KeyError, ValueError, TypeError) as error:
        raise UnreadableFile(f"“{name}”已经损坏，读不出来。请用备份或原来的文件重新读入。") from error


def _parse(content: bytes, name: str) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(f"“{name}”不完整或已经损坏，读不出来。请用备份或原来的文件重新读入。") from error
    if root.getroottree().docinfo.doctype or root.tag != akn("akomaNtoso"):
        raise UnreadableFile(f"“{name}”不是成文能打开的 Akoma Ntoso 文件。")
    return root


def _measure(root: Element, act: Element) -> Measure:
    provenance = read_provenance(act)
    body = _child(act, "body")
    return replace(
        read_facts(act),
        title=_inline(act, "docTitle"),
        notice=_notice(root),
        preamble=_lines(act.find(akn("preamble"))),
        units=tuple(_unit(element, provenance) for element in body if element.tag != akn("hcontainer")),
        closing=_closing(body),
        annexes=tuple(map(_annex, act.iterfind(f"{akn('attachments')}/{akn('attachment')}/{akn('doc')}"))),
    )


def _notice(root: Element) -> Notice | None:
    document = root.find(akn("doc"))
    if document is None:
        return None
    conclusions = _child(document, "conclusions")
    preface = document.find(akn("preface"))
    preface = etree.Element(akn("preface")) if preface is None else preface
    return replace(
        read_notice_facts(document),
        title=_inline(document, "docTitle"),
        body=_classed(_child(document, "mainBody"), "paragraph"),
        signature=_classed(conclusions, "signature"),
        date_text=_first(conclusions, "date") or None,
        copies=_first(conclusions, "copies"),
        note=_first(conclusions, "note"),
        printer=_first(conclusions, "printer"),
        print_date_text=_first(conclusions, "print_date_text"),
        copy_number=_first(preface, "copy_number"),
        secrecy=_first(preface, "secrecy"),
        urgency=_first(preface, "urgency"),
        signers=_classed(preface, "signer"),
        posts=_classed(conclusions, "post"),
        attendance=tuple(map(_attendance, conclusions.iterfind(f"{akn('p')}[@class='attendance']"))),
    )


def _attendance(element: Element) -> Attendance:
    return Attendance(element.attrib[ours("role")], element.text or "")


def _unit(element: Element, provenance: dict[str, tuple[Provenance, ...]]) -> Unit:
    wid = element.get("wId", "")
    number = element.get(ours("number"))
    children = [child for child in element if etree.QName(child).localname in FORMS]
    return Unit(
        wid=wid,
        form=FORMS[etree.QName(element).localname],
        num=element.findtext(akn("num")) or "",
        number=int(number) if number else None,
        implied=element.get(ours("implied")) == "true",
        heading=element.findtext(akn("heading")),
        heading_mark=element.get(ours("headingMark")),
        text=_lines(element.find(akn("content"))) or "",
        intro=_lines(element.find(akn("intro"))),
        wrap_up=_lines(element.find(akn("wrapUp"))),
        children=tuple(_unit(child, provenance) for child in children),
        provenance=provenance.get(wid, ()),
        locked=element.get(ours("locked")) == "true",
    )


def _closing(body: Element) -> str | None:
    return _lines(body.find(f"{akn('hcontainer')}[@name='{CLOSING}']/{akn('content')}")) or None


def _annex(document: Element) -> Annex:
    body = document.find(akn("mainBody"))
    return Annex(_inline(document, "docTitle"), _lines(body) or "", read_rows(body), is_wide(body))


def _inline(parent: Element, name: str) -> str | None:
    element = parent.find(f"{akn('preface')}/{akn('p')}/{akn(name)}")
    return None if element is None else element.text or ""


def _lines(parent: Element | None) -> str | None:
    if parent is None:
        return None
    return "\n".join("".join(map(str, paragraph.itertext())) for paragraph in parent.iterfind(akn("p")))


def _classed(parent: Element, kind: str) -> tuple[str, ...]:
    return tuple(element.text or "" for element in parent.iterfind(f"{akn('p')}[@class='{kind}']"))


def _first(parent: Element, kind: str) -> str | None:
    return next(iter(_classed(parent, kind)), None)


def _child(parent: Element, name: str) -> Element:
    element = parent.find(akn(name))
    if element is None:
        raise ValueError(f"no {name}")
    return element
