"""The `meta` block of an Akoma Ntoso document: identification, and our own `proprietary` part."""

from __future__ import annotations

import json
from datetime import date

from lxml import etree
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from chengwen_library.akn.names import NAMESPACES, UNKNOWN_AUTHOR, UNKNOWN_DATE, akn, ours
from chengwen_library.akn.remarks import append_remarks, read_remarks
from chengwen_library.json_text import parsed_json
from chengwen_library.model import (
    Citation,
    Drafting,
    Form,
    Measure,
    Notice,
    PageForm,
    Provenance,
    Sealing,
    Status,
    Validity,
)

SOURCE = "#chengwen"


def append_meta(parent: Element, uri: str, issued: date | None, author: str | None) -> Element:
    """Append `meta` with the FRBR identification; an unknown date or author is said to be unknown (decisions 5)."""
    meta = etree.SubElement(parent, akn("meta"))
    identification = etree.SubElement(meta, akn("identification"), source=SOURCE)
    day = issued.isoformat() if issued else UNKNOWN_DATE
    for level, suffix in (("Work", ""), ("Expression", "/zho@"), ("Manifestation", "/zho@.akn")):
        frbr = etree.SubElement(identification, akn(f"FRBR{level}"))
        etree.SubElement(frbr, akn("FRBRthis"), value=f"{uri}{suffix}/!main")
        etree.SubElement(frbr, akn("FRBRuri"), value=f"{uri}{suffix}")
        etree.SubElement(frbr, akn("FRBRdate"), date=day, name="issued" if issued else "unknown")
        etree.SubElement(frbr, akn("FRBRauthor"), href="#issuer" if author else UNKNOWN_AUTHOR)
        if level == "Work":
            etree.SubElement(frbr, akn("FRBRcountry"), value=uri.split("/")[2])
        if level == "Expression":
            etree.SubElement(frbr, akn("FRBRlanguage"), language="zho")
    return meta


def append_references(meta: Element, issuers: tuple[str, ...]) -> None:
    """Append the organisations that are named as sources and authors."""
    references = etree.SubElement(meta, akn("references"), source=SOURCE)
    organisations = [("chengwen", "成文"), *zip(_issuer_ids(len(issuers)), issuers, strict=True)]
    for identity, name in organisations:
        href = f"/akn/ontology/organization/cn/{identity}"
        etree.SubElement(references, akn("TLCOrganization"), eId=identity, href=href, showAs=name)


def _issuer_ids(count: int) -> list[str]:
    return ["issuer", *(f"issuer-{number}" for number in range(2, count + 1))][:count]


def append_facts(meta: Element, measure: Measure) -> None:
    """Append what Akoma Ntoso has no place for as one `proprietary` block in our namespace."""
    proprietary = etree.SubElement(meta, akn("proprietary"), nsmap=NAMESPACES, source=SOURCE)
    facts = etree.SubElement(proprietary, ours("measure"), _present(
        id=measure.id, type=measure.doc_type, region=measure.region, regionCode=measure.region_code,
        status=measure.status.value, issued=measure.issue_date.isoformat() if measure.issue_date else None,
        number=measure.doc_number, recipients=measure.recipients,
    ))  # fmt: skip
    for name in measure.issuers:
        etree.SubElement(facts, ours("issuer")).text = name
    effective = measure.effective
    years = str(effective.years) if effective.years is not None else None
    etree.SubElement(facts, ours("effective"), _present(start=effective.start, years=years, until=effective.until))
    for cite in measure.cites:
        etree.SubElement(facts, ours("cite"), _present(title=cite.title, number=cite.number))
    for tag, names in (("mention", measure.mentions), ("repeals", measure.repeals), ("replaces", measure.replaces)):
        for name in names:
            etree.SubElement(facts, ours(tag)).text = name
    _append_provenance(proprietary, measure)
    if measure.drafting is not None:
        drafting = measure.drafting
        forms = " ".join(form.name for form in drafting.running_on)
        element = etree.SubElement(proprietary, ours("drafting"), _present(
            template=drafting.template, runningOn=forms, identity=drafting.identity or None,
        ))  # fmt: skip
        element.text = drafting.answers
        for known_by in drafting.ignored:
            etree.SubElement(element, ours("ignored")).text = known_by
    append_remarks(proprietary, measure.remarks)


def append_notice_facts(meta: Element, notice: Notice) -> None:
    """Append how a notice is set and sealed as a `proprietary` block of its own; nothing for what is usual."""
    facts = _present(
        pageForm=notice.page_form.value if notice.page_form is not PageForm.GENERAL else None,
        sealing=notice.sealing.value if notice.sealing is not Sealing.NONE else None,
        measureAsAnnex="true" if notice.measure_as_annex else None,
        annexesApart="true" if notice.annexes_apart else None,
    )
    if facts:
        proprietary = etree.SubElement(meta, akn("proprietary"), nsmap=NAMESPACES, source=SOURCE)
        etree.SubElement(proprietary, ours("notice"), facts)


def read_notice_facts(document: Element) -> Notice:
    """Return a notice that holds what `append_notice_facts` wrote. Raises ValueError for unknown names."""
    facts = document.find(f"{akn('meta')}/{akn('proprietary')}/{ours('notice')}")
    if facts is None:
        return Notice()
    return Notice(
        page_form=PageForm(facts.get("pageForm", PageForm.GENERAL.value)),
        sealing=Sealing(facts.get("sealing", Sealing.NONE.value)),
        measure_as_annex=facts.get("measureAsAnnex") == "true",
        annexes_apart=facts.get("annexesApart") == "true",
    )


def read_facts(root: Element) -> Measure:
    """Return a measure that holds the metadata of our `proprietary` block and no text."""
    facts = root.find(f".//{ours('measure')}")
    if facts is None:
        return Measure()
    issued = facts.get("issued")
    effective = facts.find(ours("effective"))
    return Measure(
        id=facts.get("id", ""),
        doc_number=facts.get("number"),
        issuers=_texts(facts, "issuer"),
        issue_date=date.fromisoformat(issued) if issued else None,
        recipients=facts.get("recipients"),
        doc_type=facts.get("type"),
        region=facts.get("region"),
        region_code=facts.get("regionCode"),
        status=Status(facts.get("status", Status.UNVERIFIED.value)),
        repeals=_texts(facts, "repeals"),
        replaces=_texts(facts, "replaces"),
        effective=_validity(effective) if effective is not None else Validity(),
        cites=tuple(Citation(cite.get("title", ""), cite.get("number")) for cite in facts.iterfind(ours("cite"))),
        mentions=_texts(facts, "mention"),
        drafting=_drafting(root),
        remarks=read_remarks(root),
    )


def read_provenance(root: Element) -> dict[str, tuple[Provenance, ...]]:
    """Return the provenance of units by their wId."""
    return {
        element.get("wId", ""): tuple(map(_source, element.iterfind(ours("source"))))
        for element in root.iterfind(f".//{ours('provenance')}")
    }


def _append_provenance(proprietary: Element, measure: Measure) -> None:
    for unit in measure.walk():
        if not unit.provenance:
            continue
        element = etree.SubElement(proprietary, ours("provenance"), wId=unit.wid)
        for source in unit.provenance:
            entry = etree.SubElement(element, ours("source"), _present(
                measure=source.measure, eId=source.eid, region=source.region, number=source.doc_number,
                title=source.title, path=json.dumps(source.path, ensure_ascii=False), taken=source.taken.isoformat(),
            ))  # fmt: skip
            entry.text = source.original


def _source(element: Element) -> Provenance:
    return Provenance(
        measure=element.get("measure", ""),
        eid=element.get("eId", ""),
        region=element.get("region"),
        doc_number=element.get("number"),
        title=element.get("title"),
        path=_path(element.get("path", "[]")),
        taken=date.fromisoformat(element.get("taken", UNKNOWN_DATE)),
        original=element.text or "",
    )


def _path(content: str) -> tuple[str, ...]:
    marks: list[object] = list(parsed_json(content))
    return tuple(map(str, marks))


def _validity(element: Element) -> Validity:
    years = element.get("years")
    return Validity(element.get("start"), int(years) if years else None, element.get("until"))


def _drafting(root: Element) -> Drafting | None:
    element = root.find(f".//{ours('drafting')}")
    if element is None:
        return None
    forms = tuple(Form[name] for name in element.get("runningOn", "").split())
    identity, ignored = element.get("identity", ""), _texts(element, "ignored")
    return Drafting(element.get("template", ""), element.text or "{}", forms, identity, ignored)


def _texts(parent: Element, name: str) -> tuple[str, ...]:
    return tuple(element.text or "" for element in parent.iterfind(ours(name)))


def _present(**attributes: str | None) -> dict[str, str]:
    return {name: value for name, value in attributes.items() if value is not None}
