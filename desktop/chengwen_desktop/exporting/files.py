"""Writing a draft as a file of any kind, and measuring what was written; for the window and the command line.

Qt is imported only where a PDF is asked for.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from chengwen_desktop.exporting.choices import Choices, Kind, kind_of
from chengwen_library.akn.write import render_measure
from chengwen_library.files import write_atomically
from chengwen_library.model import Measure
from chengwen_library.storable import storable
from chengwen_templates.measuring.outcome import ExportReport
from chengwen_templates.profile import Profile


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was written."""

    path: Path
    kind: Kind
    content: bytes
    measure: Measure
    profile: Profile
    preprinted: bool = False


def write(measure: Measure, path: Path, choices: Choices, *, remarks: bool = False) -> Written:
    """Write the draft in the format of the file's ending, whole or not at all.

    With `remarks` its open remarks are comments of the Word file. Raises UnwritableFile,
    ExportFailed and UnknownProfile; an older file is then untouched.
    """
    kind, profile = kind_of(path), choices.chosen_profile()
    content = build(measure, kind, profile, preprinted=choices.preprinted, remarks=remarks)
    write_atomically(path, content)
    return Written(path, kind, content, measure, profile, choices.preprinted)


def build(measure: Measure, kind: Kind, profile: Profile, *, preprinted: bool, remarks: bool = False) -> bytes:
    """Return the content of the draft's file of this kind; Word files alone have comments. Raises ExportFailed."""
    match kind:
        case Kind.WORD:
            from chengwen_templates.export.docx import build_docx

            return build_docx(measure, profile, preprinted=preprinted, remarks=remarks)
        case Kind.PDF:
            from chengwen_desktop.printing.pdf import build_pdf

            return build_pdf(measure, profile, preprinted=preprinted).content
        case Kind.TEXT:
            from chengwen_templates.export.text import build_text

            return storable(build_text(measure)).encode()
        case Kind.MARKDOWN:
            from chengwen_templates.export.text import build_markdown

            return storable(build_markdown(measure)).encode()
        case Kind.DRAFT:
            return render_measure(measure)


def report_of(written: Written, installed: Collection[str] | None = None) -> ExportReport | None:
    """Return what a written file measures; None for kinds without pages. `installed` are the machine's fonts."""
    from chengwen_templates.measuring.report import report_of_docx, report_of_pdf

    match written.kind:
        case Kind.WORD:
            return report_of_docx(
                written.content, written.measure, written.profile, installed, preprinted=written.preprinted
            )
        case Kind.PDF:
            from chengwen_desktop.printing.pdf import PDFIUM

            with PDFIUM:
                return report_of_pdf(
                    written.content, written.measure, written.profile, installed, preprinted=written.preprinted
                )
        case _:
            return None
