"""The .docx package of a table document: its parts, its properties, fixed zip times."""

from __future__ import annotations

from datetime import UTC, datetime

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package

from chengwen_library.storable import storable
from chengwen_templates.comparison_table.content import TableDocument
from chengwen_templates.comparison_table.document import elements, footer, section
from chengwen_templates.comparison_table.styles import styles
from chengwen_templates.export.fonts import font_table
from chengwen_templates.export.settings import settings
from chengwen_templates.export.xml import w
from chengwen_templates.export.zipping import zipped
from chengwen_templates.profile import Profile

_PROPERTY_LENGTH = 255
_BOUND = ("w:mirrorMargins", "w:evenAndOddHeaders")
"""Settings of a bound document, which a table is not."""


def package(document: TableDocument, profile: Profile) -> bytes:
    """Return a .docx of the document; the same input gives the same bytes."""
    whole = Package()
    body = w("document", w("body", *elements(document, profile)))
    main = XmlPart(PackURI("/word/document.xml"), CONTENT_TYPE.WML_DOCUMENT_MAIN, body, whole)
    whole.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    parts = {
        "styles": (CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, styles(profile)),
        "settings": (CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, _settings()),
        "fontTable": (CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, font_table(profile)),
        "footer1": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, footer()),
    }
    related = {
        name: main.relate_to(XmlPart(PackURI(f"/word/{name}.xml"), kind, element, whole), relation)
        for name, (kind, relation, element) in parts.items()
    }
    body[0].append(section(profile, related["footer1"]))
    _add_properties(whole, document)
    return zipped(whole)


def _settings() -> BaseOxmlElement:
    part = settings()
    for name in _BOUND:
        if (setting := part.find(qn(name))) is not None:
            part.remove(setting)
    return part


def _add_properties(whole: Package, document: TableDocument) -> None:
    part = CorePropertiesPart(
        PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, CT_CoreProperties.new(), whole
    )
    properties = part.core_properties
    properties.title = storable(document.title)[:_PROPERTY_LENGTH]
    properties.subject = document.subject
    properties.language = "zh-CN"
    properties.created = properties.modified = datetime.fromisoformat(document.day).replace(tzinfo=UTC)
    whole.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
