"""Which of the words that were typed a hit holds, and which it has in their place. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from chengwen_index.finding.query import parse
from chengwen_index.search import Hit
from chengwen_index.words.normalizing import normal
from chengwen_index.words.numerals import ways_of_writing
from chengwen_library.model import Span


@dataclass(frozen=True, slots=True)
class Held:
    """What a hit holds of the words `wanted`: `whole` ones, `parts` of them, `others` in their place (synonyms)."""

    whole: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()

    def is_typed(self, marked: str) -> bool:
        """Tell whether marked words hold some that were typed, or are part of one; without synonyms all do."""
        plain = normal(marked)
        if not self.others or any(plain in word for word in self.wanted):
            return True
        return any(way in plain for word in (*self.whole, *self.parts) for way in ways_of_writing(word))

    def split(self, marks: tuple[Span, ...], text: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Return the marked spans of a text, those with typed words and those of synonyms."""
        others = tuple(span for span in marks if not self.is_typed(text[span[0] : span[1]]))
        return tuple(span for span in marks if span not in others), others


def held(hit: Hit, query: str) -> Held:
    """Return what of a query a hit holds."""
    wanted, typed = _wanted(query)
    whole = tuple(word for word in wanted if any(way in own for way in ways_of_writing(word) for own in hit.words))
    rest = [word for word in hit.words if not any(way in word for one in whole for way in ways_of_writing(one))]
    parts = [word for word in rest if any(way in typed for way in ways_of_writing(word))]
    others = () if hit.group == "all" else longest(tuple(word for word in rest if word not in parts))
    free = tuple(word for word in parts if not any(word in one for one in whole))
    return Held(whole, longest(free), others, wanted)


def longest(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that are no part of another one."""
    return tuple(word for word in words if not any(word != other and word in other for other in words))


@lru_cache(maxsize=64)
def _wanted(query: str) -> tuple[tuple[str, ...], str]:
    """Return the words a query asks for, exact ones too, and all that was typed, in normal form."""
    parsed = parse(query)
    words = dict.fromkeys([*(word.whole for word in parsed.words), *parsed.exact])
    return tuple(words), normal(query)
