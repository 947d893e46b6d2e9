"""Words of the field that mean the same, or that one looks for with another (`thesaurus.toml`)."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from chengwen_index.words.normalizing import normal
from chengwen_index.words.tables import table

_ENTRY = tuple[tuple[str, ...], tuple[str, ...]]


def synonyms(word: str) -> tuple[str, ...]:
    """Return the words that are looked for along with a word, all in normal form; often none."""
    return _synonyms().get(word, ())


@cache
def listed_words() -> tuple[str, ...]:
    """Return all words of the thesaurus in normal form."""
    return tuple(dict.fromkeys(word for words, others in _entries() for word in (*words, *others)))


@cache
def _synonyms() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for words, others in _entries():
        for word in words:
            found[word].update(dict.fromkeys(others))
    return {word: tuple(other for other in others if other != word) for word, others in found.items()}


@cache
def _entries() -> tuple[_ENTRY, ...]:
    """Return what is listed, in normal form: words, and those that are looked for along with each of them."""
    content = table("thesaurus.toml")
    groups = [(group, group) for group in content["same"]]
    pairs = [([word], others) for word, others in content["also"].items()]
    return tuple((tuple(map(normal, words)), tuple(map(normal, others))) for words, others in [*groups, *pairs])
