"""What the library knows of the documents that a text cites: whether one is held, and whether another ended it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from chengwen_library.facts.citations import Named
from chengwen_library.folding import fold
from chengwen_library.model import Measure, Status

_INNER = re.compile(r"^.*关于(?:印发|转发|发布)|[〈《〉》]|的?通知$")


class Known:
    """The measures of a library, without the one that is checked, by what a citation can say of them."""

    def __init__(self, library: Sequence[Measure], without: str) -> None:
        self._library = library
        self._by_number: defaultdict[str, list[int]] = defaultdict(list)
        self._by_title: defaultdict[str, list[int]] = defaultdict(list)
        self._ending: defaultdict[str, list[int]] = defaultdict(list)
        for place, measure in enumerate(library):
            if measure.id != without:
                self._add(place, measure)

    def _add(self, place: int, measure: Measure) -> None:
        if measure.doc_number:
            self._by_number[_folded(measure.doc_number)].append(place)
        for title in (measure.title, measure.notice.title if measure.notice else None):
            for key in _titles(title) if title else ():
                self._by_title[key].append(place)
        for ended in (*measure.repeals, *measure.replaces):
            self._ending[_folded(ended.strip("《》"))].append(place)

    def held(self, named: Named) -> Measure | None:
        """Return the document: by 文号 if both have one, else by its title or its notice's."""
        places = [place for key in _titles(named.title) for place in self._by_title.get(key, ())]
        if named.number:
            places = [place for place in places if not self._library[place].doc_number]
            places += self._by_number.get(_folded(named.number), [])
        return self._first(places)

    def ended_by(self, named: Named) -> Measure | None:
        """Return a measure that says that it repeals or replaces the document."""
        keys = {_folded(named.title), _folded(named.number or named.title)}
        return self._first(place for key in keys for place in self._ending.get(key, ()))

    def _first(self, places: Iterable[int]) -> Measure | None:
        first = min(places, default=None)
        return None if first is None else self._library[first]


def why_retired(known: Known, named: Named, today: date) -> str | None:
    """Return why the library takes a document to be out of force, None if it does not."""
    held, newer = known.held(named), known.ended_by(named)
    name = f"《{named.title}》"
    if newer is not None:
        by = newer.title or newer.doc_number or newer.id
        return f"条款库里《{by}》废止或者代替了{name}。核对后改引现行的文件。"
    if held is not None and held.status is Status.REPEALED:
        return f"{name}在条款库里是“{held.status.value}”。核对后改引现行的文件。"
    if held is not None and held.effective.until and held.effective.until < today.isoformat():
        return f"按条款库的记载，{name}的有效期到 {held.effective.until}，已经过了。核对是否还有效。"
    return None


@lru_cache(maxsize=16384)
def _titles(title: str) -> frozenset[str]:
    """Return the title as it is compared, whole and without the words of a notice around it."""
    return frozenset((fold(title), fold(_INNER.sub("", title))))


@lru_cache(maxsize=16384)
def _folded(words: str) -> str:
    return fold(words)
