"""Where the clauses of a benchmark come from: measures in memory, or a library of files."""

from collections.abc import Iterable
from pathlib import Path

from chengwen_library.akn.write import render_measure
from chengwen_library.library import Library, file_name
from chengwen_library.model import Measure


class MemoryShelf:
    """Measures that are at hand, named by their order."""

    def __init__(self, measures: Iterable[Measure]) -> None:
        self._measures = {f"{number:06}.akn": measure for number, measure in enumerate(measures)}

    def stamps(self) -> dict[str, str]:
        return dict.fromkeys(self._measures, "as made")

    def read(self, name: str) -> Measure | None:
        return self._measures.get(name)


def library_of(measures: Iterable[Measure], folder: Path) -> Library:
    """Return a library in a new folder that holds the measures."""
    folder.mkdir()
    for measure in measures:
        (folder / file_name(measure.id)).write_bytes(render_measure(measure))
    return Library(folder)
