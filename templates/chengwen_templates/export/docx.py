"""A measure with its notice as a Word document after GB/T 9704-2012; it follows the layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_library.files import write_atomically
from chengwen_library.model import Measure, PageForm
from chengwen_templates.export.comments import Comments
from chengwen_templates.export.imprint import imprint_elements, tail
from chengwen_templates.export.package import Stretch, package
from chengwen_templates.export.paragraphs import Writer
from chengwen_templates.export.sections import Kind
from chengwen_templates.export.verify import verify_docx
from chengwen_templates.layout.flow import Item
from chengwen_templates.layout.layout import Layout, lay_out
from chengwen_templates.profile import Profile


def build_docx(measure: Measure, profile: Profile, *, preprinted: bool = False, remarks: bool = False) -> bytes:
    """Return the measure's .docx, read back and found sound; a pure function.

    With a notice: 版头, the notice, the measure on a face of its own, annexes, 版记.
    Without one: the measure and its annexes alone. For `preprinted` sheets (套打) the red
    head is left blank. With `remarks` the open 审阅意见 are Word's comments; without, there is
    no trace of them. Raises ExportFailed.
    """
    layout = lay_out(measure, profile, preprinted=preprinted)
    comments = Comments(measure if remarks else replace(measure, remarks=()), _items(layout))
    content = package(_stretches(layout, profile, comments), measure, profile, comments.part)
    verify_docx(content, list(layout.composition.words))
    return content


def export_docx(measure: Measure, path: Path, profile: Profile, *, preprinted: bool = False) -> None:
    """Write the measure's .docx to `path`, whole or not at all.

    Raises ExportFailed and UnwritableFile; an older file at `path` is then untouched.
    """
    write_atomically(path, build_docx(measure, profile, preprinted=preprinted))


def _items(layout: Layout) -> list[Item]:
    return [item for part in (*layout.composition.parts, *layout.composition.apart) for item in part.items]


def _stretches(layout: Layout, profile: Profile, comments: Comments) -> list[Stretch]:
    """Return the document section by section: its parts, and 版记 where it needs one of its own."""
    writer = Writer(profile)
    composition = layout.composition
    stretches = [
        Stretch(
            _kind(layout, wide=part.wide, first_face=start),
            [comments.marked(item, writer.elements(item)) for item in part.items],
        )
        for part, start in zip((*composition.parts, *composition.apart), layout.part_starts, strict=True)
    ]
    bound = len(composition.parts)
    *text, last = _with_imprint(stretches[:bound], layout, profile)
    if layout.composition.apart:  # LibreOffice pins 版记 only if a paragraph stands between it and the section's end
        last = Stretch(last.kind, [*last.elements, tail()])
    return [*text, last, *stretches[bound:]]


def _with_imprint(stretches: list[Stretch], layout: Layout, profile: Profile) -> list[Stretch]:
    rows = imprint_elements(layout.imprint, layout.composition.page_form, profile)
    if layout.blank_before:
        return [*stretches, Stretch(Kind.UNNUMBERED, [tail(), tail(new_face=True), *rows])]
    if rows and layout.composition.parts[-1].wide:
        return [*stretches, Stretch(Kind.UPRIGHT, [tail(), *rows])]
    last = stretches[-1] if stretches else Stretch(Kind.UPRIGHT, [])
    return [*stretches[:-1], Stretch(last.kind, [*last.elements, *_apart(layout), *rows])]


def _apart(layout: Layout) -> Sequence[BaseOxmlElement]:
    """Return what begins the face of 版记, where it has one of its own."""
    return [tail(new_face=True)] if layout.imprint_apart else []


def _kind(layout: Layout, *, wide: bool, first_face: int) -> Kind:
    if wide:
        return Kind.WIDE_ODD if first_face % 2 else Kind.WIDE_EVEN
    if layout.composition.page_form is not PageForm.LETTER or first_face != 1:
        return Kind.UPRIGHT
    return Kind.PREPRINTED_LETTER if layout.composition.preprinted else Kind.LETTER
