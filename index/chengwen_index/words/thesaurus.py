"""Words of the field that mean the same, or that one looks for with another (`thesaurus.toml`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from chengwen_index.words.normalizing import normal
from chengwen_index.words.tables import table

Entry = tuple[tuple[str, ...], tuple[str, ...]]
"""Words, and those that are looked for along with each of them."""


@dataclass(frozen=True, eq=False)
class _Layer:
    own: tuple[Entry, ...] = ()


_in_force = [_Layer()]


def synonyms(word: str) -> tuple[str, ...]:
    """Return the words that are looked for along with a word, all in normal form; often none."""
    return _synonyms(_in_force[0]).get(word, ())


def use_own_synonyms(own: Sequence[Entry]) -> None:
    """Lay an office's entries over those that ship, instead of those laid before. They count in questions alone."""
    if tuple(own) != _in_force[0].own:
        _in_force[0] = _Layer(tuple(own))


@cache
def listed_words() -> tuple[str, ...]:
    """Return all words of the thesaurus that ships, in normal form."""
    return tuple(dict.fromkeys(word for words, others in _entries() for word in (*words, *others)))


@lru_cache(maxsize=2)
def _synonyms(layer: _Layer) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for words, others in (*_entries(), *map(_in_normal_form, layer.own)):
        for word in words:
            found[word].update(dict.fromkeys(others))
    return {word: tuple(other for other in others if other != word) for word, others in found.items()}


@cache
def _entries() -> tuple[Entry, ...]:
    """Return what is listed, in normal form: words, and those that are looked for along with each of them."""
    content = table("thesaurus.toml")
    groups = [(group, group) for group in content["same"]]
    pairs = [([word], others) for word, others in content["also"].items()]
    return tuple(_in_normal_form((tuple(words), tuple(others))) for words, others in [*groups, *pairs])


def _in_normal_form(entry: Entry) -> Entry:
    return tuple(map(normal, entry[0])), tuple(map(normal, entry[1]))
