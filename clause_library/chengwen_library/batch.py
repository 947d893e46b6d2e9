"""Files into the library, one or thousands: read, compare with what is there, keep.

What was read once is never lost: a file that fails does not stop the others, and
a cancelled batch keeps what it had done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from chengwen_library.catalogue import Entry
from chengwen_library.errors import ChengwenError, plain
from chengwen_library.files import reason
from chengwen_library.kinship import Kind, Kinship
from chengwen_library.library import Library
from chengwen_library.reading.reader import SUFFIXES, read_file
from chengwen_library.reading.report import Reading


class Result(StrEnum):
    """What became of a file."""

    READ = "read"
    WARNED = "read with warnings"
    KNOWN = "already there"
    CONFLICT = "conflict"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file of the batch and what became of it; `message` says what a person should know or do."""

    path: Path
    result: Result
    readings: tuple[Reading, ...] = ()
    message: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is."""

    done: int
    total: int
    outcome: Outcome


def files_below(paths: Sequence[Path]) -> list[Path]:
    """Return the files named, and those in the folders named that can be read, in a fixed order."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
            found += sorted(file for file in inside if not file.name.startswith((".", "~$")))
        else:
            found.append(path)
    return found


def import_files(
    paths: Sequence[Path],
    library: Library,
    today: date,
    replace: bool = False,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Outcome]:
    """Read the files and keep their measures; yield what became of each. Stops between two files if `cancelled`."""
    kinship = Kinship(library.entries())
    for done, path in enumerate(paths, start=1):
        if cancelled():
            return
        outcome = _import_file(path, library, kinship, today, replace)
        progress(Progress(done, len(paths), outcome))
        yield outcome


def keep_reading(
    reading: Reading, library: Library, kinship: Kinship, today: date, replace: bool
) -> tuple[Result, str]:
    """Keep a measure that was read unless the library has it; return what became of it, and what to tell a person."""
    measure = reading.measure
    known, near = kinship.same_identity(measure), kinship.nearest(measure)
    if near is not None and near.kind is Kind.SAME_TEXT and not replace:
        return Result.KNOWN, f"条款库里已有这件文件：{_name(near.entry)}。"
    if known is not None and not replace:
        return Result.CONFLICT, f"没有收入：条款库里已有“{_name(known)}”，正文不同。要换成新读的，加 --replace。"
    kinship.put(library.add(measure, today))
    told = near is not None and known is None
    words = f"与库里的“{_name(near.entry)}”相同 {near.share:.0%}，可能是它的另一版。" if told and near else ""
    return (Result.WARNED if reading.warnings or words else Result.READ), words


def _import_file(path: Path, library: Library, kinship: Kinship, today: date, replace: bool) -> Outcome:
    try:
        readings = tuple(read_file(path))
        kept = [keep_reading(reading, library, kinship, today, replace) for reading in readings]
        for reading, (result, _) in zip(readings, kept, strict=True):
            if result in (Result.READ, Result.WARNED):
                library.keep_source(reading.measure.id, path.read_bytes(), path.suffix.lower())
    except ChengwenError as error:
        return Outcome(path, Result.FAILED, (), str(error))
    except OSError as error:
        return Outcome(path, Result.FAILED, (), plain(f"没能读入“{path.name}”：{reason(error)}。"))
    text = " ".join(message for _, message in kept if message)
    return Outcome(path, _worst([result for result, _ in kept]), readings, text)


def _worst(results: Sequence[Result]) -> Result:
    order = [Result.FAILED, Result.CONFLICT, Result.WARNED, Result.READ, Result.KNOWN]
    return min(results, key=order.index)


def _name(entry: Entry) -> str:
    return entry.title or entry.doc_number or entry.id
