"""The watched folder: files put there are offered for import, each once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from chengwen_library.batch import files_below

Stamp = tuple[int, int]


@dataclass(slots=True)
class Watch:
    """Looks at `folder`; a file is offered when it has stopped growing between two looks.

    `offered` holds the size and time of files offered before; it can be kept and
    given back at the next start.
    """

    folder: Path
    offered: dict[str, Stamp] = field(default_factory=dict[str, Stamp])
    _growing: dict[str, Stamp] = field(default_factory=dict[str, Stamp])

    def look(self) -> list[Path]:
        """Return the files that are new or changed since they were offered, and whole."""
        found: list[Path] = []
        seen: dict[str, Stamp] = {}
        for path in files_below([self.folder]) if self.folder.is_dir() else []:
            name = str(path.relative_to(self.folder))
            stamp = _stamp(path)
            if stamp is None or self.offered.get(name) == stamp:
                continue
            if self._growing.get(name) == stamp:
                found.append(path)
                self.offered[name] = stamp
            else:
                seen[name] = stamp
        self._growing = seen
        return found


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
