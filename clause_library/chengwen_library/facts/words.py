"""Finding many words at once: a regex that takes, at each place, the longest of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_END = ""


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a regex that finds any of the words, the longest at its place; its work is linear in the text."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[_END] = {}
    return re.compile(_branches(tree))


def _branches(tree: dict[str, Any]) -> str:
    """Return the regex of a tree of words in which words with the same beginning share it."""
    longer = [re.escape(character) + _branches(below) for character, below in sorted(tree.items()) if character]
    if not longer:
        return ""
    joined = longer[0] if len(longer) == 1 else f"(?:{'|'.join(longer)})"
    return f"(?:{joined})?" if _END in tree else joined
