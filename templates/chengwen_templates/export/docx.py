"""A measure with its notice as a Word document in the general format of GB/T 9704-2012."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_library.files import write_atomically
from chengwen_library.model import Measure
from chengwen_templates.content import Block, annexes, head, imprint, letter, substance, whole
from chengwen_templates.export.body import letter_elements, text_elements
from chengwen_templates.export.fit import close_up, first_face_line_twip
from chengwen_templates.export.head import head_elements
from chengwen_templates.export.imprint import imprint_elements
from chengwen_templates.export.package import package
from chengwen_templates.export.verify import verify_docx
from chengwen_templates.profile import Profile


def build_docx(measure: Measure, profile: Profile) -> bytes:
    """Return the measure's .docx, read back and found sound; a pure function.

    With a notice: 版头, the notice, the measure on a face of its own, annexes, 版记.
    Without one: the measure and its annexes alone. Raises ExportFailed.
    """
    content = package(_body(measure, profile), measure, profile)
    verify_docx(content, [block.words for block in whole(measure)])
    return content


def export_docx(measure: Measure, path: Path, profile: Profile) -> None:
    """Write the measure's .docx to `path`, whole or not at all.

    Raises ExportFailed and UnwritableFile; an older file at `path` is then untouched.
    """
    write_atomically(path, build_docx(measure, profile))


def _body(measure: Measure, profile: Profile) -> list[BaseOxmlElement]:
    notice = measure.notice
    elements: list[BaseOxmlElement] = []
    if notice is not None:
        elements += _first_face(tuple(head(measure)), tuple(letter(measure, notice)), profile)
    elements += text_elements(tuple(substance(measure)), profile)
    for annex in annexes(measure):
        elements += text_elements(annex, profile)
    if notice is not None:
        elements += imprint_elements(tuple(imprint(notice)), profile)
    return elements


def _first_face(top: Sequence[Block], text: Sequence[Block], profile: Profile) -> list[BaseOxmlElement]:
    """Return 版头 and the notice, closed up where 署名 and 成文日期 would not fit (7.3.5.5)."""
    elements = [*head_elements(top, profile), *letter_elements(text, profile)]
    line = first_face_line_twip(top, text, profile)
    if line != profile.line_twip:
        close_up(elements, line, profile)
    return elements
