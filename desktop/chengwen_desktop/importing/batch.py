"""Many files in a thread: what becomes of each, as the list afterwards shows it. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from chengwen_desktop.importing.model import Review, begin
from chengwen_desktop.importing.source import load_source
from chengwen_desktop.translation import marked, tr
from chengwen_library.batch import Outcome, Progress, Result, files_below, import_files
from chengwen_library.errors import ChengwenError
from chengwen_library.library import Library

FEW = 5
"""So many files are looked at one by one; more are read in at once and listed."""

FINISHED = ".akn"
"""The ending of the library's own files, in which there is nothing to look at."""

WORDS = {
    Result.READ: marked("读入"),
    Result.WARNED: marked("有疑问"),
    Result.KNOWN: marked("已有"),
    Result.CONFLICT: marked("没有收入"),
    Result.FAILED: marked("没有收入"),
}
"""What became of a file, in the words of the window."""

_ORDER = [Result.FAILED, Result.CONFLICT, Result.WARNED, Result.KNOWN, Result.READ]


@dataclass(frozen=True, slots=True)
class Line:
    """A file of a batch, what became of it, and what a person should know; `ids` are the measures kept."""

    path: Path
    result: Result
    message: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """The files asked for: a few to be looked at with those that could not be read, or many to be read in."""

    reviews: tuple[Review, ...] = ()
    failed: tuple[Line, ...] = ()
    many: tuple[Path, ...] = ()


def prepare(paths: Sequence[Path], cancelled: Callable[[], bool]) -> Prepared:
    """Find the files, and read them if they are few. Stops between two files if `cancelled`."""
    files = files_below(paths)
    to_review = [path for path in files if path.suffix.lower() != FINISHED]
    if len(files) > FEW:
        return Prepared(many=tuple(files))
    reviews: list[Review] = []
    failed: list[Line] = []
    for path in to_review:
        if cancelled():
            return Prepared()
        try:
            reviews.append(begin(load_source(path)))
        except (ChengwenError, OSError) as error:
            failed.append(Line(path, Result.FAILED, str(error)))
    return Prepared(tuple(reviews), tuple(failed), tuple(path for path in files if path not in to_review))


def run(
    files: Sequence[Path],
    folder: Path,
    today: date,
    told: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> list[Line]:
    """Read the files into the library in `folder`; return what became of each that was come to."""

    def tell(progress: Progress) -> None:
        told(progress.done, progress.total)

    return [_line(outcome) for outcome in import_files(files, Library(folder), today, False, tell, cancelled)]


def in_order(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with those first that ask for a look."""
    return sorted(lines, key=lambda line: _ORDER.index(line.result))


def tally(lines: Sequence[Line]) -> str:
    """Return the counts in one sentence, those that are nought left out."""
    counts = Counter(WORDS[line.result] for line in lines)
    told = (word for word in dict.fromkeys(WORDS.values()) if counts[word])
    return tr(
        "{counts}。",
        counts=tr("，").join(tr("{word} {count:,} 件", word=tr(word), count=counts[word]) for word in told),
    )


def _line(outcome: Outcome) -> Line:
    warnings = [warning.message for reading in outcome.readings for warning in reading.warnings]
    message = outcome.message
    if outcome.result is Result.CONFLICT:
        message = tr("条款库里已有同一件，正文不同。双击核对，可以换成新读的。")
    elif outcome.result is Result.WARNED:
        more = tr("（共 {count} 处要看）", count=len(warnings)) if len(warnings) > 1 else ""
        message = "".join(filter(None, [message, *warnings[:1], more]))
    kept = outcome.result in (Result.READ, Result.WARNED)
    ids = tuple(reading.measure.id for reading in outcome.readings) if kept else ()
    return Line(outcome.path, outcome.result, message, ids)
