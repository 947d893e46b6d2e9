"""审阅意见 in our `proprietary` block: an element a remark, its words in elements of their own."""

from __future__ import annotations

from datetime import datetime

from lxml import etree
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from chengwen_library.akn.names import ours
from chengwen_library.model import Opinion, Remark, TextPart


def append_remarks(proprietary: Element, remarks: tuple[Remark, ...]) -> None:
    """Append the remarks; nothing if there are none."""
    for remark in remarks:
        element = etree.SubElement(proprietary, ours("remark"), id=remark.id, written=remark.written.isoformat())
        is_part = isinstance(remark.target, TextPart)
        element.set("part" if is_part else "wId", str(remark.target))
        if remark.opinion is not None:
            element.set("opinion", remark.opinion.value)
        if remark.resolved is not None:
            element.set("resolved", remark.resolved.isoformat())
        for name in ("about", "who", "text", "proposal"):
            words = getattr(remark, name)
            if words is not None:
                etree.SubElement(element, ours(name)).text = words


def read_remarks(root: Element) -> tuple[Remark, ...]:
    """Return the remarks of a file. Raises ValueError for what is no remark of ours."""
    return tuple(map(_remark, root.iterfind(f".//{ours('remark')}")))


def _remark(element: Element) -> Remark:
    part, opinion, resolved = element.get("part"), element.get("opinion"), element.get("resolved")
    return Remark(
        id=element.get("id", ""),
        target=TextPart(part) if part else element.get("wId", ""),
        about=_words(element, "about"),
        text=_words(element, "text"),
        opinion=Opinion(opinion) if opinion else None,
        who=_words(element, "who"),
        written=_moment(element.get("written", "")),
        proposal=element.findtext(ours("proposal")),
        resolved=_moment(resolved) if resolved else None,
    )


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


def _words(element: Element, name: str) -> str:
    return element.findtext(ours(name)) or ""
