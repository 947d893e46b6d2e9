"""The .docx package: parts made from nothing, document properties, fixed zip times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package

from chengwen_library.model import Measure
from chengwen_library.reading.formats.docx_stated import PAGE_FORM, SEALING
from chengwen_library.storable import storable
from chengwen_templates.export.drawing import number_drawings
from chengwen_templates.export.fonts import font_table
from chengwen_templates.export.sections import Kind, parts_of, section
from chengwen_templates.export.settings import settings
from chengwen_templates.export.style_properties import style_id
from chengwen_templates.export.styles import TAIL, styles
from chengwen_templates.export.xml import w
from chengwen_templates.export.zipping import zipped
from chengwen_templates.profile import Profile

_PROPERTY_LENGTH = 255
_EDGES = {
    "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}
_APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Chengwen</Application></Properties>"
)
_CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_CUSTOM_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{}</Properties>'
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A section: what its faces are, and its elements."""

    kind: Kind
    elements: Sequence[BaseOxmlElement]


def package(
    stretches: Sequence[Stretch], measure: Measure, profile: Profile, comments: BaseOxmlElement | None = None
) -> bytes:
    """Return a .docx of these sections and `w:comments`, if any; the same input gives the same bytes."""
    whole = Package()
    body = w("body")
    main = _part(whole, "/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, w("document", body))
    body = main.element[0]
    whole.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    _relate(whole, main, "styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, styles(profile))
    _relate(whole, main, "settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, settings())
    _relate(whole, main, "fontTable", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, font_table(profile))
    identities: dict[str, str] = {}
    edges = parts_of({stretch.kind for stretch in stretches}, profile)
    number_drawings([*edges.values(), *(one for stretch in stretches for one in stretch.elements)])
    for name, element in edges.items():
        kind, relation = _EDGES[name.rstrip("0123456789")]
        identities[name] = _relate(whole, main, name, kind, relation, element)
    if comments is not None:
        _relate(whole, main, "comments", CONTENT_TYPE.WML_COMMENTS, RELATIONSHIP_TYPE.COMMENTS, comments)
    for stretch in stretches[:-1]:
        body.extend(_closed(stretch.elements, section(stretch.kind, profile, identities)))
    body.extend([*stretches[-1].elements, section(stretches[-1].kind, profile, identities)])
    _add_properties(whole, measure)
    return zipped(whole)


def _closed(elements: Sequence[BaseOxmlElement], properties: BaseOxmlElement) -> list[BaseOxmlElement]:
    """Return the elements of a section that others follow: its last paragraph carries its properties."""
    last = elements[-1] if elements else None
    if last is None or last.tag != qn("w:p"):
        last = w("p", w("pPr", w("pStyle", val=style_id(TAIL))))
        elements = [*elements, last]
    last[0].append(properties)
    return list(elements)


def _part(whole: Package, name: str, kind: str, element: BaseOxmlElement) -> XmlPart:
    return XmlPart(PackURI(name), kind, element, whole)


def _relate(whole: Package, main: XmlPart, name: str, kind: str, relation: str, element: BaseOxmlElement) -> str:
    return main.relate_to(_part(whole, f"/word/{name}.xml", kind, element), relation)


def _add_properties(whole: Package, measure: Measure) -> None:
    """Add title, subject (文号) and author (organs); the time is the date of issue, if known."""
    part = CorePropertiesPart(
        PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, CT_CoreProperties.new(), whole
    )
    properties = part.core_properties
    title = (measure.notice.title if measure.notice else None) or measure.title
    properties.title = storable(title or "")[:_PROPERTY_LENGTH]
    properties.subject = storable(measure.doc_number or "")[:_PROPERTY_LENGTH]
    properties.author = storable("；".join(measure.issuers))[:_PROPERTY_LENGTH]
    properties.language = "zh-CN"
    if measure.issue_date is not None:
        issued = datetime.combine(measure.issue_date, time(), UTC)
        properties.created = properties.modified = issued
    whole.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    application = Part(PackURI("/docProps/app.xml"), CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, _APPLICATION.encode(), whole)
    whole.relate_to(application, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    if measure.notice is not None:
        _add_statements(whole, {PAGE_FORM: measure.notice.page_form, SEALING: measure.notice.sealing})


def _add_statements(whole: Package, statements: Mapping[str, str]) -> None:
    """Add what no line of the document tells as properties of the file, so that it reads back the same."""
    made = [
        f'<property fmtid="{_CUSTOM}" pid="{number}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(statements.items(), start=2)
    ]
    content = _CUSTOM_PROPERTIES.format("".join(made)).encode()
    part = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, content, whole)
    whole.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
