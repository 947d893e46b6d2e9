"""A precedent beside the clause of the draft: how alike they are, what taking the precedent would change. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from chengwen_desktop.translation import marked, tr
from chengwen_index.comparing.diff import Change, Diff, Part, diff
from chengwen_index.comparing.similarity import Relation, relation, similarity, words_of
from chengwen_library.model import Clause
from chengwen_templates.comparison_table.marking import is_marked

CHANGES = {
    Change.MODAL: marked("情态"),
    Change.AMOUNT: marked("金额"),
    Change.PERIOD: marked("期限"),
    Change.ORGAN: marked("机关"),
    Change.REFERENCE: marked("引用"),
    Change.SCOPE: marked("范围"),
    Change.WORDING: marked("措辞"),
    Change.PUNCTUATION: marked("标点"),
}
"""What the classes of changes are called, the weightiest first."""

_KINDS = {"preamble": marked("引言"), "closing": marked("结尾")}


@dataclass(frozen=True, slots=True)
class Beside:
    """Both clauses; the draft's is the base of the differences, for the precedent would take its place."""

    own: Clause
    precedent: Clause
    similarity: float
    relation: Relation | None
    heading: Diff
    text: Diff

    @property
    def is_marked(self) -> bool:
        """Whether the differences are worth marking word by word."""
        return is_marked(self.relation, self.text)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What differs, heading first, in the order of the text."""
        return tuple(part for part in (*self.heading.parts, *self.text.parts) if is_change(part))


def beside(own: Clause, precedent: Clause) -> Beside:
    """Compare a clause of the draft with a precedent."""
    alike = similarity(words_of(own), words_of(precedent))
    heading = diff(own.heading or "", precedent.heading or "")
    return Beside(own, precedent, alike, relation(alike), heading, diff(own.text, precedent.text))


def is_change(part: Part) -> bool:
    """Tell whether a part differs at all; marks put in or taken out have no class but are shown."""
    return part.operation.value != "equal"


def counts(found: Beside) -> Iterator[tuple[Change, int]]:
    """Yield the classes of changes with how often each occurs, the weightiest first."""
    number = Counter(change for part in found.parts for change in part.changes)
    return ((change, number[change]) for change in CHANGES if number[change])


def own_place(own: Clause) -> str:
    """Return what the draft's clause is called: （六）, 引言."""
    kind = _KINDS.get(own.kind)
    return tr(kind) if kind else own.path[-1] if own.path else ""


def told(found: Beside) -> str:
    """Return how alike they are: 与本条（六）相同 62%."""
    place = own_place(found.own)
    if found.relation is Relation.VERBATIM:
        return tr("与本条{place}文字相同", place=place)
    return tr("与本条{place}相同 {share}%", place=place, share=int(found.similarity * 100))
