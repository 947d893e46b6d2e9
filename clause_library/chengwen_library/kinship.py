"""Whether a measure just read is one that the library has: the same text, the same 文号, or nearly the same wording."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from chengwen_library.catalogue import Entry
from chengwen_library.folding import fold
from chengwen_library.likeness import imprint, resemblance
from chengwen_library.model import Measure

NEAR = 0.6
"""Share of wording in common from which two measures are told to be near-same texts."""

MOST_HOLDERS = 40
"""Measures; a phrase that more of them use tells nothing of kinship."""


class Kind(StrEnum):
    """How a measure just read is related to one that the library has."""

    SAME_TEXT = "same text"
    SAME_NUMBER = "same number"
    NEAR_TEXT = "near text"


@dataclass(frozen=True, slots=True)
class Relative:
    """A library measure that a measure just read is related to; `share` is the wording in common, 0 to 1."""

    kind: Kind
    entry: Entry
    share: float


class Kinship:
    """The library's entries, so arranged that the nearest to a measure is found without looking at all of them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_id: dict[str, Entry] = {}
        self._by_digest: dict[str, Entry] = {}
        self._by_number: dict[str, Entry] = {}
        self._by_hash: defaultdict[int, list[str]] = defaultdict(list)
        for entry in entries:
            self.put(entry)

    def put(self, entry: Entry) -> None:
        """Take a further entry into account, or a newer one of the same measure."""
        self._by_id[entry.id] = entry
        self._by_digest[entry.digest] = entry
        if entry.doc_number is not None:
            self._by_number[fold(entry.doc_number)] = entry
        for value in entry.sketch:
            self._by_hash[value].append(entry.id)

    def same_identity(self, measure: Measure) -> Entry | None:
        """Return the entry of the measure with the same id, or None."""
        return self._by_id.get(measure.id)

    def nearest(self, measure: Measure) -> Relative | None:
        """Return the library measure that this one is most closely related to, or None."""
        own = imprint(measure).sketch
        same = self._by_digest.get(imprint(measure).digest)
        if same is not None:
            return Relative(Kind.SAME_TEXT, same, 1.0)
        numbered = self._by_number.get(fold(measure.doc_number)) if measure.doc_number else None
        if numbered is not None:
            return Relative(Kind.SAME_NUMBER, numbered, resemblance(own, numbered.sketch))
        near = max((Relative(Kind.NEAR_TEXT, entry, resemblance(own, entry.sketch)) for entry in self._candidates(own)),
                   key=lambda found: found.share, default=None)  # fmt: skip
        return near if near is not None and near.share >= NEAR else None

    def _candidates(self, own: tuple[int, ...]) -> list[Entry]:
        """Return the entries that share the most phrases, those phrases left out that many measures use."""
        telling = [holders for value in own if len(holders := self._by_hash.get(value, [])) <= MOST_HOLDERS]
        shared = Counter(identity for holders in telling for identity in holders)
        return [self._by_id[identity] for identity, count in shared.most_common(8) if count * 4 >= len(telling)]
