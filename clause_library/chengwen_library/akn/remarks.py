"""审阅意见: the words of each as a `note`, what is decided of it in our `proprietary` block (decisions 4)."""

from __future__ import annotations

from datetime import datetime

from lxml import etree
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from chengwen_library.akn.names import akn, ours
from chengwen_library.model import Opinion, Remark, TextPart

_TEXT, _PROPOSAL = "text", "proposal"


def append_notes(meta: Element, remarks: tuple[Remark, ...], prefix: str, source: str) -> None:
    """Append the words of the remarks; nothing if there are none. `prefix` begins the eIds of what is attached."""
    if not remarks:
        return
    notes = etree.SubElement(meta, akn("notes"), source=source)
    for number, remark in enumerate(remarks, start=1):
        note = etree.SubElement(notes, akn("note"), eId=f"{prefix}note_{number}", wId=remark.id)
        for kind, words in ((_TEXT, remark.text), (_PROPOSAL, remark.proposal)):
            if words is not None:
                etree.SubElement(note, akn("p"), {"class": kind}).text = words


def append_remarks(proprietary: Element, remarks: tuple[Remark, ...]) -> None:
    """Append what each remark is about and what came of it; nothing if there are none."""
    for remark in remarks:
        element = etree.SubElement(proprietary, ours("remark"), id=remark.id, written=remark.written.isoformat())
        is_part = isinstance(remark.target, TextPart)
        element.set("part" if is_part else "wId", str(remark.target))
        if remark.opinion is not None:
            element.set("opinion", remark.opinion.value)
        if remark.resolved is not None:
            element.set("resolved", remark.resolved.isoformat())
        for name in ("about", "who"):
            etree.SubElement(element, ours(name)).text = getattr(remark, name)


def read_remarks(root: Element) -> tuple[Remark, ...]:
    """Return the remarks of a file. Raises ValueError for what is no remark of ours."""
    notes = {note.get("wId"): note for note in root.iterfind(f".//{akn('notes')}/{akn('note')}")}
    return tuple(_remark(element, notes.get(element.get("id"))) for element in root.iterfind(f".//{ours('remark')}"))


def _remark(element: Element, note: Element | None) -> Remark:
    part, opinion, resolved = element.get("part"), element.get("opinion"), element.get("resolved")
    return Remark(
        id=element.get("id", ""),
        target=TextPart(part) if part else element.get("wId", ""),
        about=_words(element, "about"),
        text=_said(note, _TEXT) or "",
        opinion=Opinion(opinion) if opinion else None,
        who=_words(element, "who"),
        written=_moment(element.get("written", "")),
        proposal=_said(note, _PROPOSAL),
        resolved=_moment(resolved) if resolved else None,
    )


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


def _words(element: Element, name: str) -> str:
    return element.findtext(ours(name)) or ""


def _said(note: Element | None, kind: str) -> str | None:
    found = [] if note is None else [words for words in note.iterfind(akn("p")) if words.get("class") == kind]
    return (found[0].text or "") if found else None
