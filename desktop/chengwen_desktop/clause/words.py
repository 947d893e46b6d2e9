"""What the pane of the chosen clause says: pure functions without Qt."""

from __future__ import annotations

from collections.abc import Iterator

from chengwen_desktop.origins import place_name
from chengwen_desktop.translation import day_words, marked, tr
from chengwen_library.facts.responsibility import responsibilities
from chengwen_library.model import Clause, Span

_KINDS = {"preamble": marked("引言"), "closing": marked("结尾")}


def place(clause: Clause) -> str:
    """Return region and place: 鄂州（八）."""
    return place_name(clause.measure.region, _kind(clause) or "".join(clause.path))


def short_place(clause: Clause) -> str:
    """Return region and last mark: 鄂州（八）."""
    return place_name(clause.measure.region, _kind(clause) or "".join(clause.path[-1:]))


def heading(clause: Clause) -> str:
    """Return the clause's heading, or what it is if the source has none."""
    return clause.heading or _kind(clause) or tr("原文没有条标")


def source_lines(clause: Clause) -> Iterator[str]:
    """Yield the title, then number, date and status of the measure; what the source lacks is said."""
    measure = clause.measure
    yield f"《{measure.title}》" if measure.title else tr("原文没有标题")
    day = measure.issue_date
    when = day_words(day) if day else tr("未署日期")
    yield "　".join(filter(None, [measure.doc_number, when, tr("效力{status}", status=tr(measure.status.value))]))


def responsibility_lines(clause: Clause) -> Iterator[str]:
    """Yield a line for each role: 牵头单位：市市场监管局."""
    for note in responsibilities(clause.text):
        yield f"{note.role}：{'、'.join(note.organs)}"


def matches(text: str, words: tuple[str, ...]) -> tuple[Span, ...]:
    """Return the spans of the words in the text, whatever the case of their letters; none overlap."""
    lowered = text.lower()
    taken: list[Span] = []
    for word in sorted({word.lower() for word in words if word}, key=len, reverse=True):
        at = lowered.find(word)
        while at >= 0:
            if all(at >= end or at + len(word) <= start for start, end in taken):
                taken.append((at, at + len(word)))
            at = lowered.find(word, at + len(word))
    return tuple(sorted(taken))


def _kind(clause: Clause) -> str:
    kind = _KINDS.get(clause.kind)
    return tr(kind) if kind else ""
