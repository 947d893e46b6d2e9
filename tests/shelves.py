"""Where the measures of an index come from: some at hand, or a library of files."""

from collections.abc import Iterable
from pathlib import Path

from chengwen_library.akn.write import render_measure
from chengwen_library.library import Library, file_name
from chengwen_library.model import Measure


class Shelf:
    """Measures at hand by the names of their files, in the order of the names; tells which were read."""

    def __init__(self, measures: Iterable[Measure]) -> None:
        self.measures = {file_name(measure.id): measure for measure in measures}
        self.read_names: list[str] = []
        self._stamped: dict[str, tuple[Measure, str]] = {}

    def stamps(self) -> dict[str, str]:
        return {name: self._stamp(name) for name in sorted(self.measures)}

    def _stamp(self, name: str) -> str:
        """Tell one measure from another; what has not been put in anew is not looked at again."""
        measure = self.measures[name]
        known = self._stamped.get(name)
        if known is None or known[0] is not measure:
            known = self._stamped[name] = (measure, f"{hash(measure)}")
        return known[1]

    def read(self, name: str) -> Measure | None:
        self.read_names.append(name)
        return self.measures[name]


def library_of(measures: Iterable[Measure], folder: Path) -> Library:
    """Return a library in a new folder that holds the measures."""
    folder.mkdir()
    for measure in measures:
        (folder / file_name(measure.id)).write_bytes(render_measure(measure))
    return Library(folder)
