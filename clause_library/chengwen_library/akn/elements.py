"""The one table that maps the forms of units to Akoma Ntoso elements and eId prefixes (decisions 4)."""

from __future__ import annotations

from dataclasses import dataclass

from chengwen_library.model import Form


@dataclass(frozen=True, slots=True)
class Element:
    """An Akoma Ntoso element and the prefix of its eId."""

    name: str
    prefix: str


ELEMENTS: dict[Form, Element] = {
    Form.PART: Element("part", "part"),
    Form.CHAPTER: Element("chapter", "chp"),
    Form.SECTION: Element("section", "sec"),
    Form.ARTICLE: Element("article", "art"),
    Form.FIRST: Element("division", "dvs"),
    Form.SECOND: Element("subdivision", "sdv"),
    Form.THIRD: Element("clause", "cls"),
    Form.FOURTH: Element("subclause", "scl"),
    Form.FIFTH: Element("point", "pnt"),
    Form.PARAGRAPH: Element("paragraph", "para"),
}

FORMS: dict[str, Form] = {element.name: form for form, element in ELEMENTS.items()}
