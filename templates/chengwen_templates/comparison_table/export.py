"""A table document as a .docx: built in memory, read back, written whole."""

from __future__ import annotations

from pathlib import Path

from chengwen_library.files import write_atomically
from chengwen_templates.comparison_table.content import TableDocument
from chengwen_templates.comparison_table.package import package
from chengwen_templates.export.verify import verify_docx
from chengwen_templates.profile import Profile


def build_table(document: TableDocument, profile: Profile) -> bytes:
    """Return the document's .docx, read back and found sound; a pure function. Raises ExportFailed."""
    content = package(document, profile)
    verify_docx(content, [paragraph.words for paragraph in document.paragraphs()])
    return content


def export_table(document: TableDocument, path: Path, profile: Profile) -> None:
    """Write the document's .docx to `path`, whole or not at all. Raises ExportFailed and UnwritableFile."""
    write_atomically(path, build_table(document, profile))
