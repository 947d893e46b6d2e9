"""A hostile file on its whole way: read, kept in a library, exported."""

from datetime import date

from attacks.attempts import everything, nothing_lost, one_line, refused_or, shown
from attacks.guard import Guard
from chengwen_library.akn.read import parse_measure
from chengwen_library.akn.write import render_measure
from chengwen_library.batch import Outcome, Result, import_files
from chengwen_library.errors import ChengwenError
from chengwen_library.library import Library
from chengwen_library.model import Measure
from chengwen_templates.checks.checking import check
from chengwen_templates.checks.subject import Subject
from chengwen_templates.export.docx import build_docx
from chengwen_templates.export.text import build_markdown, build_text
from chengwen_templates.profile import load_profile

DAY = date(2026, 1, 20)
BODY = ("示例市促进转化若干措施", "一、提升质量", "（一）培育专利。建立机制，支持企业。")
"""The lines of a small sound measure, into which hostile things are put."""


def imported(name: str, content: bytes, library: Library, guard: Guard) -> str:
    """Import a file called `name` as a person does; return what came of it. The library keeps all it had."""
    path = guard.folder / name
    path.write_bytes(content)
    before = everything(library.folder)
    with guard.watching():
        words = refused_or(lambda: _told(next(import_files([path], library, DAY)), library, guard))
    nothing_lost(before, library.folder)
    return words


def _told(outcome: Outcome, library: Library, guard: Guard) -> str:
    if outcome.result is Result.FAILED:
        return f"refused: {shown(one_line(outcome.message))}"
    for reading in outcome.readings:
        used(reading.measure, guard)
    assert not [path for path in library.paths() if not library.read(path.name)]
    return f"read as {len(outcome.readings)} measure(s), harmless"


def used(measure: Measure, guard: Guard) -> None:
    """Do with a measure what people do: keep, check, export; nothing of it may be the secret."""
    kept = render_measure(measure)
    assert parse_measure(kept, "甲.akn") == measure
    check(Subject(measure, DAY))
    guard.check(kept.decode() + build_text(measure) + build_markdown(measure))
    try:
        build_docx(measure, load_profile("gbt9704"))
    except ChengwenError as error:
        one_line(error)
