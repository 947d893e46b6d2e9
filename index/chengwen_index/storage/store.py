"""The clauses of one segment on disk: lines of JSON for people, folded words for looking into, columns for counting.

    clauses.jsonl   what only this clause has, a line each
    folded.txt      of each clause the folded heading and text, each closed by a line feed, and the same
                    in normal form where that differs
    columns.npz     where the lines begin, and what clauses are filtered and counted by
    names.json      the measures, and the names that the columns' numbers stand for
    words.json      how many clauses have each word of the texts, and each heading

Nothing but the columns is read when a segment is opened.
"""

from __future__ import annotations

import json
import mmap
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chengwen_index.storage.columns import Column, Numbers, column
from chengwen_index.storage.records import Origin, Record, origin_from, origin_json, record_from, record_line

_LINES, _FOLDED, _COLUMNS, _NAMES = "clauses.jsonl", "folded.txt", "columns.npz", "names.json"
_WORDS = "words.json"
END = "\n"
"""Closes a folded heading or text; folding leaves no white space, so that it stands in no clause."""
_REMEMBERED = 1024


@dataclass(frozen=True, slots=True)
class Looked:
    """Where words were looked for: for each clause whether it has them, whether in its heading, and as all of it."""

    found: NDArray[np.bool_]
    in_heading: NDArray[np.bool_]
    is_heading: NDArray[np.bool_]


class Writing:
    """Gathers the clauses of a segment, to be written at once."""

    def __init__(self) -> None:
        self._origins: list[Origin] = []
        self._of_origin: list[int] = []
        self._lines = bytearray()
        self._folded = bytearray()
        self._line_ends = [0]
        self._places: list[tuple[int, int, int, int, int, int]] = []
        self._topics: list[tuple[str, ...]] = []
        self._organs: list[tuple[str, ...]] = []
        self._kinds: list[tuple[str]] = []
        self._headings: Counter[str] = Counter()

    def add_origin(self, origin: Origin) -> None:
        """Take a measure, to which the records added next belong."""
        self._origins.append(origin)

    def add(self, record: Record) -> None:
        """Take a clause of the measure added last."""
        self._of_origin.append(len(self._origins) - 1)
        self._lines += record_line(record)
        self._line_ends.append(len(self._lines))
        exact = self._put(record.heading.folded, record.text.folded)
        if record.heading.lowered == record.heading.folded and record.text.lowered == record.text.folded:
            self._places.append(exact + exact)
        else:
            self._places.append(exact + self._put(record.heading.lowered, record.text.lowered))
        self._topics.append(record.topics)
        self._organs.append(record.organs)
        self._kinds.append((record.kind,))
        if record.heading.original:
            self._headings[record.heading.original] += 1

    def write(
        self, folder: Path, heading_lengths: Sequence[int], text_lengths: Sequence[int], words: Mapping[str, int]
    ) -> None:
        """Write the segment's files into a folder that nobody reads yet.

        The lengths are counted in terms; `words` says how many texts have each.
        """
        named = {"topics": column(self._topics), "organs": column(self._organs), "kinds": column(self._kinds)}
        arrays: dict[str, Any] = {
            "origin": np.array(self._of_origin, np.int32),
            "line_ends": np.array(self._line_ends, np.int64),
            "places": np.array(self._places, np.int64).reshape(-1, 6),
            "heading_lengths": np.array(heading_lengths, np.float32),
            "text_lengths": np.array(text_lengths, np.float32),
        }
        for name, one in named.items():
            arrays |= {f"{name}_offsets": one.offsets, f"{name}_codes": one.codes}
        np.savez(folder / _COLUMNS, **arrays)
        names: dict[str, Any] = {name: one.names for name, one in named.items()}
        names["origins"] = [origin_json(origin) for origin in self._origins]
        (folder / _NAMES).write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")
        known = {"words": words, "headings": self._headings}
        (folder / _WORDS).write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
        (folder / _LINES).write_bytes(self._lines)
        (folder / _FOLDED).write_bytes(self._folded)

    def _put(self, heading: str, text: str) -> tuple[int, int, int]:
        """Append heading and text; return where they begin, where the heading ends and where the text does."""
        start = len(self._folded)
        self._folded += f"{heading}{END}".encode()
        middle = len(self._folded)
        self._folded += f"{text}{END}".encode()
        return start, middle, len(self._folded)


class Stored:
    """The clauses of a segment, numbered from 0."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        names = json.loads((folder / _NAMES).read_text(encoding="utf-8"))
        with np.load(folder / _COLUMNS, allow_pickle=False) as arrays:
            self.origin_of: Numbers = arrays["origin"]
            self.lengths: dict[str, NDArray[np.float32]] = {
                field: arrays[f"{field}_lengths"] for field in ("heading", "text")
            }
            self.topics, self.organs, self.kinds = (
                Column(tuple(names[name]), arrays[f"{name}_offsets"], arrays[f"{name}_codes"])
                for name in ("topics", "organs", "kinds")
            )
            self._line_ends: Numbers = arrays["line_ends"]
            places = arrays["places"].T
        self.origins = tuple(map(origin_from, names["origins"]))
        self._places = {True: np.ascontiguousarray(places[:3]), False: np.ascontiguousarray(places[3:])}
        self._altered: NDArray[np.bool_] = places[0] != places[3]
        self._lines, self._folded = _Mapped(folder / _LINES), _Mapped(folder / _FOLDED)
        self.record = lru_cache(_REMEMBERED)(self._record)

    @property
    def count(self) -> int:
        """The number of clauses."""
        return len(self.origin_of)

    def look(self, words: str, clauses: Numbers, *, exactly: bool) -> Looked:
        """Look for folded words (in normal form unless `exactly`) in the headings and texts of the clauses."""
        starts, middles, ends = (row[clauses] for row in self._places[exactly])
        needle = words.encode("utf-8", "surrogatepass")
        find = self._folded.bytes.find
        at = [find(needle, start, end) for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
        places = np.array(at, np.int64)
        in_heading = (places >= 0) & (places < middles)
        return Looked(places >= 0, in_heading, in_heading & (middles - starts == len(needle) + len(END)))

    def plain(self, clause: int) -> tuple[str, str]:
        """Return heading and text of a clause in normal form."""
        return self._words(clause, exactly=False)

    def altered(self, clauses: Numbers) -> NDArray[np.bool_]:
        """Return for each clause whether its normal form differs from its folded words."""
        return self._altered[clauses]

    def words(self) -> tuple[dict[str, int], dict[str, int]]:
        """Return how many clauses have each word in their text, and how many each heading."""
        known = json.loads((self._folder / _WORDS).read_text(encoding="utf-8"))
        return known["words"], known["headings"]

    def give_back(self) -> None:
        """Give the system back the pages of the files that it has read for us."""
        self._lines.give_back()
        self._folded.give_back()

    def close(self) -> None:
        """Let go of the files."""
        self._lines.close()
        self._folded.close()

    def _record(self, clause: int) -> Record:
        line = self._lines.bytes[self._line_ends[clause] : self._line_ends[clause + 1]]
        origin = self.origins[self.origin_of[clause]]
        folded = self._words(clause, exactly=True)
        lowered = self._words(clause, exactly=False) if self._altered[clause] else folded
        return record_from(line, origin, self.topics.of(clause), self.organs.of(clause), folded, lowered)

    def _words(self, clause: int, *, exactly: bool) -> tuple[str, str]:
        """Return heading and text of a clause folded, and in normal form unless `exactly`."""
        start, middle, end = self._places[exactly][:, clause].tolist()
        heading, text = self._folded.bytes[start:middle], self._folded.bytes[middle:end]
        return heading.decode().removesuffix(END), text.decode().removesuffix(END)


class _Mapped:
    """A file's bytes, read by the system where they are asked for."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            empty = path.stat().st_size == 0
            self.bytes: mmap.mmap | bytes = b"" if empty else mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def give_back(self) -> None:
        """Give back the pages that were read; only POSIX has a way to say so."""
        if isinstance(self.bytes, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            self.bytes.madvise(mmap.MADV_DONTNEED)

    def close(self) -> None:
        """Let go of the file."""
        if isinstance(self.bytes, mmap.mmap):
            self.bytes.close()
