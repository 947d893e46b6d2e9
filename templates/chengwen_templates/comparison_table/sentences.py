"""The sentences that tell a difference, made of the phrases and of words quoted from the texts."""

from __future__ import annotations

from collections.abc import Sequence

from chengwen_index.comparing.diff import Change
from chengwen_library.folding import fold
from chengwen_templates.comparison_table.phrases import phrase

QUOTED = 30
"""Characters quoted at most; the middle of longer words is left out."""

EDGES = "，。；：、 \n"
"""What is not quoted at the ends of words."""

NOTE = "note"
"""The kind of words that say who is responsible."""

_UNNAMED = frozenset([Change.WORDING, Change.PUNCTUATION])


def sentence(kind: str, old: Sequence[str], new: Sequence[str]) -> str:
    """Return the sentence for words of a class (or `NOTE`) replaced, put in or taken out."""
    before, after = quoted("、".join(filter(None, old))), quoted("、".join(filter(None, new)))
    if kind in _UNNAMED:
        which = "reworded" if before and after else "written" if after else "struck"
        return phrase("differences", which, old=before, new=after)
    which = "replaced" if before and after else "added" if after else "removed"
    return phrase("differences", which, label=_label(kind, before + after), old=before, new=after)


def fact(change: Change, words: Sequence[str]) -> str:
    """Return words of a class with its label."""
    text = quoted("、".join(words))
    return phrase("differences", "fact", label=_label(change, text), words=text)


def heading_sentence(base: str | None, new: str | None) -> str | None:
    """Return how the heading differs from the precedent's, or None."""
    old, young = base or "", new or ""
    if fold(old) == fold(young):
        return None
    kind = "heading" if old and young else "heading_added" if young else "heading_removed"
    return phrase("differences", kind, old=quoted(old), new=quoted(young))


def quoted(text: str) -> str:
    """Return words for quoting: without stops at the ends, quotes turned to inner ones, long ones shortened."""
    bare = text.strip(EDGES).replace("\n", "") or text.strip("\n")
    if bare.startswith("“") and bare.find("”") == len(bare) - 1:
        bare = bare[1:-1]
    bare = bare.replace("“", "‘").replace("”", "’")
    return bare if len(bare) <= QUOTED else f"{bare[: QUOTED * 2 // 3]}……{bare[-QUOTED // 3 :]}"


def _label(kind: str, words: str) -> str:
    return phrase("labels", "money" if kind == Change.AMOUNT and "元" in words else kind)
