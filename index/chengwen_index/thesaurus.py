"""Words of the field that mean the same, or that one looks for with another (`thesaurus.toml`)."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from chengwen_index.normalizing import normal
from chengwen_index.tables import table


def synonyms(word: str) -> tuple[str, ...]:
    """Return the words that are looked for along with a word, all in normal form; often none."""
    return _synonyms().get(word, ())


@cache
def listed_words() -> tuple[str, ...]:
    """Return all words of the thesaurus in normal form."""
    content = table("thesaurus.toml")
    found = [word for group in content["same"] for word in group]
    found += [word for pair in content["also"].items() for word in (pair[0], *pair[1])]
    return tuple(dict.fromkeys(map(normal, found)))


@cache
def _synonyms() -> dict[str, tuple[str, ...]]:
    content = table("thesaurus.toml")
    found: defaultdict[str, list[str]] = defaultdict(list)
    for group in content["same"]:
        for word in group:
            found[normal(word)] += map(normal, group)
    for word, others in content["also"].items():
        found[normal(word)] += map(normal, others)
    return {word: tuple(dict.fromkeys(other for other in others if other != word)) for word, others in found.items()}
