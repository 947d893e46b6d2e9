"""What differs between a clause and its precedent, in plain words, the weightiest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chengwen_index.comparing.diff import WEIGHT, Change, Diff, Part
from chengwen_index.comparing.token_patterns import TokenKind
from chengwen_index.comparing.tokens import Token, tokens
from chengwen_library.facts.responsibility import note_spans
from chengwen_library.folding import fold
from chengwen_library.model import Span
from chengwen_library.regions import short_name
from chengwen_templates.comparison_table.phrases import phrase, words
from chengwen_templates.comparison_table.sentences import EDGES, NOTE, fact, sentence

SHORT = 20
"""Characters of a change that is told as it stands; of a longer one its amounts, periods … are told apart."""

SHOWN = 10
"""Differences that are told; the others are counted."""

_WEIGHTY = (Change.MODAL, Change.AMOUNT, Change.PERIOD)
_KINDS = {
    Change.MODAL: frozenset([TokenKind.MODAL]),
    Change.AMOUNT: frozenset([TokenKind.AMOUNT, TokenKind.PERCENTAGE, TokenKind.QUANTITY]),
    Change.PERIOD: frozenset([TokenKind.PERIOD, TokenKind.DATE]),
    Change.ORGAN: frozenset([TokenKind.ORGAN]),
    Change.REFERENCE: frozenset([TokenKind.REFERENCE, TokenKind.DOC_NUMBER, TokenKind.TITLE]),
    Change.SCOPE: frozenset([TokenKind.SCOPE]),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A difference in words; `change` is its class, None for what is only counted."""

    change: Change | None
    text: str

    @property
    def is_weighty(self) -> bool:
        """Tell whether it changes who must do what, how much, or until when."""
        return self.change in _WEIGHTY


def remarks(difference: Diff, theirs: str | None, own: str | None) -> list[Remark]:
    """Return the differences, the weightiest first, equal ones made one; `theirs` and `own` are the two regions.

    At most `SHOWN` are told; further ones, changes of punctuation and of place names
    are counted only.
    """
    teller = _Teller(difference)
    changed = [part for part in difference.parts if part.changes]
    swapped = [part for part in changed if _is_place_name(part, theirs, own)]
    dots = [part for part in changed if part.change is Change.PUNCTUATION]
    found = [remark for part in changed if part not in swapped and part not in dots for remark in teller.told(part)]
    counted = Counter(sorted(found, key=lambda remark: WEIGHT[remark.change or Change.PUNCTUATION]))
    told = [_repeated(remark, times) for remark, times in counted.items()]
    numbers = {"more": len(told) - SHOWN, "place_names": len(swapped), "punctuation": len(dots)}
    counts = [Remark(None, phrase("differences", name, count=count)) for name, count in numbers.items() if count > 0]
    return told[:SHOWN] + counts


class _Teller:
    """Tells the parts of a difference; a token is what it is by the text around it."""

    def __init__(self, difference: Diff) -> None:
        self._old = tokens("".join(part.base for part in difference.parts))
        self._new = tokens("".join(part.new for part in difference.parts))

    def told(self, part: Part) -> Iterator[Remark]:
        """Yield what a change is: what weighs in it by its class, the rest as rewritten, put in or taken out."""
        if part.new and part.base:
            yield from self._replaced(part)
        elif _is_note(part.new or part.base):
            yield Remark(Change.ORGAN, sentence(NOTE, [part.base], [part.new]))
        elif len(part.new or part.base) <= SHORT:
            yield Remark(part.changes[0], sentence(part.changes[0], [part.base], [part.new]))
        else:
            yield Remark(part.changes[0], self._sentence_with_facts(part))

    def _replaced(self, part: Part) -> Iterator[Remark]:
        """Yield what answers what by class; a short change that answers as a whole is told as it stands."""
        is_short = max(len(part.new), len(part.base)) <= SHORT
        for change in part.changes:
            gone, come = self._gone_and_come(part, change)
            if is_short and gone and come:
                yield Remark(change, sentence(change, [part.base], [part.new]))
                return
            if not is_short and change is not Change.SCOPE and (gone or come):
                yield Remark(change, sentence(change, gone, come))
        rest = part.changes[0] if is_short else Change.WORDING
        yield Remark(rest, sentence(Change.WORDING, [part.base], [part.new]))

    def _sentence_with_facts(self, part: Part) -> str:
        """Return the sentence that was put in or taken out with the sums, periods and duties in it."""
        text = sentence(Change.WORDING, [part.base], [part.new])
        weighty = (change for change in part.changes if change in _WEIGHTY)
        named = {change: self._gone_and_come(part, change)[bool(part.new)] for change in weighty}
        facts = [fact(change, those) for change, those in named.items() if those]
        return phrase("differences", "within", sentence=text, facts="、".join(facts)) if facts else text

    def _gone_and_come(self, part: Part, change: Change) -> tuple[list[str], list[str]]:
        """Return the words of a class that stand on one side of a part only: in the base, in the new text."""
        old, new = _named(self._old, part.base_span, change), _named(self._new, part.new_span, change)
        return [old[word] for word in old if word not in new], [new[word] for word in new if word not in old]


def _named(found: Sequence[Token], span: Span, change: Change) -> dict[str, str]:
    """Return the words of a class within a span, each once, by their folded form."""
    inside = (token for token in found if span[0] <= token.span[0] < span[1])
    return {
        fold(token.text): token.text.strip(EDGES) for token in inside if token.kind in _KINDS.get(change, frozenset())
    }


def _repeated(remark: Remark, times: int) -> Remark:
    more = phrase("differences", "times", count=times) if times > 1 else ""
    return Remark(remark.change, remark.text + more)


def _is_note(text: str) -> bool:
    bare = text.strip(EDGES)
    spans = note_spans(bare)
    return bool(spans) and spans[0][0] == 0 and spans[-1][1] >= len(bare)


def _is_place_name(part: Part, theirs: str | None, own: str | None) -> bool:
    """Tell whether nothing but the precedent's region was changed to the draft's own."""
    if not theirs or not part.base or not part.new:
        return False
    names = [*filter(None, [own, own and short_name(own)]), *words("own_names")]
    old = [name for name in (theirs, short_name(theirs)) if name in part.base]
    return any(fold(part.base.replace(name, other)) == fold(part.new) for name in old for other in names)
