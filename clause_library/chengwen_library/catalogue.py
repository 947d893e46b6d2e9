"""The catalogue: what is known of each library file without parsing it. A cache, rebuilt when it does not fit."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from types import NoneType
from typing import Any

from chengwen_library.clauses import clauses
from chengwen_library.errors import ChengwenError
from chengwen_library.files import write_atomically
from chengwen_library.json_text import parsed_json
from chengwen_library.likeness import imprint
from chengwen_library.model import ClauseKind, Measure

NAME = ".catalogue.json"
FORMAT = 2
_KINDS: dict[str, type] = {
    **dict.fromkeys(("file", "id", "status", "digest"), str),
    **dict.fromkeys(("size", "changed", "clauses"), int),
    "sketch": tuple,
}
"""Of what kind the values of an entry are; the others are texts or nothing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A library file as the catalogue knows it; `sketch` and `digest` tell how like another text is."""

    file: str
    size: int
    changed: int
    id: str
    title: str | None
    region: str | None
    doc_type: str | None
    doc_number: str | None
    date: str | None
    status: str
    clauses: int
    digest: str
    sketch: tuple[int, ...]


def entry_of(measure: Measure, path: Path) -> Entry:
    """Return the catalogue's entry for a measure kept at `path`."""
    status, likeness = path.stat(), imprint(measure)
    return Entry(
        file=path.name,
        size=status.st_size,
        changed=status.st_mtime_ns,
        id=measure.id,
        title=measure.title,
        region=measure.region,
        doc_type=measure.doc_type,
        doc_number=measure.doc_number,
        date=measure.issue_date.isoformat() if measure.issue_date else None,
        status=measure.status.value,
        clauses=sum(clause.kind is ClauseKind.NUMBERED for clause in clauses(measure)),
        digest=likeness.digest,
        sketch=likeness.sketch,
    )


class Catalogue:
    """The entries of the files in `folder`, brought up to date whenever they are asked for."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._known: dict[str, Entry] | None = None
        self._saved: dict[str, Entry] = {}

    def entries(self, paths: Iterable[Path], parse: Callable[[Path], Measure]) -> list[Entry]:
        """Return the entries of the files; those that are new or changed are parsed, unreadable ones left out."""
        known = self._all()
        current: dict[str, Entry] = {}
        for path in paths:
            with suppress(FileNotFoundError):  # somebody else has just taken it out
                entry = _fitting(known.get(path.name), path) or _parsed(path, parse)
                if entry is not None:
                    current[path.name] = entry
        if current != self._saved:
            self._save(current)
        self._known = current
        return list(current.values())

    def put(self, entry: Entry) -> None:
        """Take note of a file just written, so that it need not be parsed; the next `entries` saves it."""
        self._all()[entry.file] = entry

    def _all(self) -> dict[str, Entry]:
        if self._known is None:
            self._saved = self._load()
            self._known = dict(self._saved)
        return self._known

    def _load(self) -> dict[str, Entry]:
        try:
            table = parsed_json(self._path.read_text(encoding="utf-8"))
            if table["format"] != FORMAT:
                return {}
            return {entry["file"]: _entry(entry) for entry in table["entries"]}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def _save(self, entries: dict[str, Entry]) -> None:
        table = {"format": FORMAT, "entries": [asdict(entry) for entry in entries.values()]}
        try:
            write_atomically(self._path, json.dumps(table, ensure_ascii=False).encode())
            self._saved = entries
        except ChengwenError:
            return  # a library that cannot be written can still be read


def _entry(table: dict[str, Any]) -> Entry:
    values: dict[str, Any] = table | {"sketch": tuple(map(int, table["sketch"]))}
    if not all(isinstance(value, _KINDS.get(name, (str, NoneType))) for name, value in values.items()):
        raise TypeError("not an entry")
    return Entry(**values)


def _fitting(entry: Entry | None, path: Path) -> Entry | None:
    status = path.stat()
    fits = entry is not None and (entry.size, entry.changed) == (status.st_size, status.st_mtime_ns)
    return entry if fits else None


def _parsed(path: Path, parse: Callable[[Path], Measure]) -> Entry | None:
    try:
        return entry_of(parse(path), path)
    except ChengwenError:
        return None
