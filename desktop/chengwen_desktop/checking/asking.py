"""What is asked before a finding can be mended, and where the answer goes: a table by rule, and pure functions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from chengwen_desktop.translation import marked
from chengwen_library.model import Measure, Span
from chengwen_templates.checks.finding import Finding
from chengwen_templates.checks.passages import Part, passages, with_text
from chengwen_templates.duties import bracketed, with_note
from chengwen_templates.structure import unlocked

_SENTENCE = re.compile(r"[^。！？\n]*[。！？]?")


class How(Enum):
    """Where an answer goes.

    WORDS: in the place of the words meant; SENTENCE: of their sentence; BEHIND: in brackets behind
    them; NOTE: as a note of responsibility at the end of the unit; CLOSING: it is the draft's closing;
    FIELD: it is typed into the notice's form; UNLOCK: nothing is typed, agreeing unlocks the number.
    """

    WORDS = auto()
    SENTENCE = auto()
    BEHIND = auto()
    NOTE = auto()
    CLOSING = auto()
    FIELD = auto()
    UNLOCK = auto()


@dataclass(frozen=True, slots=True)
class Manner:
    """How a rule's findings are asked about: where the answer goes, the button's words, a proposal in the question."""

    how: How
    words: str
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question; `now` is what the answer takes the place of, `proposed` what is proposed instead.

    `is_long` says that the answer is a sentence or more.
    """

    words: str
    now: str
    proposed: str
    is_long: bool
    how: How


_MANNERS = {
    "basis.number": Manner(How.BEHIND, marked("补写文号…")),
    "basis.retired": Manner(How.WORDS, marked("改引文件…")),
    "responsible.missing": Manner(How.NOTE, marked("补写责任分工…")),
    "responsible.label": Manner(How.SENTENCE, marked("写明牵头单位…")),
    "target.conflict": Manner(How.WORDS, marked("统一指标…")),
    "validity.missing": Manner(How.CLOSING, marked("补写有效期…")),
    "numbering.sequence": Manner(How.WORDS, marked("改序号…")),
    "text.placeholder": Manner(How.WORDS, marked("填上…")),
    "text.leftover-place": Manner(How.WORDS, marked("改地名…"), "改成“(.+)”吗"),
    "title.agreement": Manner(How.WORDS, marked("改标题…")),
    "notice.signature": Manner(How.FIELD, ""),
    "date": Manner(How.WORDS, marked("改日期…")),
    "docnumber": Manner(How.WORDS, marked("改文号…")),
    "attachment": Manner(How.WORDS, marked("改附件…")),
    "fair": Manner(How.SENTENCE, marked("改写这一句…")),
    "review": Manner(How.SENTENCE, marked("改写这一句…")),
}
"""By the rule's id, or by its family."""

_OTHERS = Manner(How.WORDS, marked("改写…"))
_FIELD = Manner(How.FIELD, "")
_UNLOCK = Manner(How.UNLOCK, marked("解除锁定…"))
_NOTICE = frozenset(part for part in Part if part.startswith("notice.")) | {Part.DOC_NUMBER, Part.RECIPIENTS}


def manner(finding: Finding) -> Manner:
    """Return how a finding whose fix asks is asked about."""
    if finding.place.part is Part.NUMBER and finding.span is None:
        return _UNLOCK
    if finding.place.part in _NOTICE and not finding.text:
        return _FIELD
    return _MANNERS.get(finding.rule.id) or _MANNERS.get(finding.rule.family) or _OTHERS


def question(draft: Measure, finding: Finding) -> Question:
    """Return what to ask about a finding of the draft."""
    given = manner(finding)
    asked = (finding.fix.text or "") if finding.fix else ""
    proposed = re.search(given.proposal, asked) if given.proposal else None
    now = _now(draft, finding, given.how)
    is_long = given.how in (How.SENTENCE, How.CLOSING)
    return Question(asked, now, proposed.group(1) if proposed else now, is_long, given.how)


def answered(draft: Measure, finding: Finding, answer: str) -> Measure:
    """Return the draft with the answer where it goes; unchanged where the words asked about are gone."""
    match manner(finding).how:
        case How.UNLOCK:
            return unlocked(draft, finding.place.wid or "")
        case How.NOTE:
            return with_note(draft, finding.place.wid or "", answer.strip())
        case How.CLOSING:
            return replace(draft, closing=answer.strip() or None)
        case how:
            return _reworded(draft, finding, how, answer.strip())


def _reworded(draft: Measure, finding: Finding, how: How, answer: str) -> Measure:
    text = _text(draft, finding)
    start, end = span = finding.span or (0, len(text))
    if finding.span is not None and text[start:end] != finding.text:
        return draft
    if how is How.SENTENCE:
        start, end = _sentence(text, span)
    words = text[start:end] + bracketed(answer) if how is How.BEHIND else answer
    return with_text(draft, finding.place, text[:start] + words + text[end:])


def _now(draft: Measure, finding: Finding, how: How) -> str:
    if how is How.CLOSING:
        return draft.closing or ""
    if how not in (How.WORDS, How.SENTENCE):
        return ""
    text = _text(draft, finding)
    span = finding.span or (0, len(text))
    return text[slice(*(_sentence(text, span) if how is How.SENTENCE else span))]


def _text(draft: Measure, finding: Finding) -> str:
    return next((one.text for one in passages(draft) if one.place == finding.place), "")


def _sentence(text: str, span: Span) -> Span:
    """Return the sentence that holds a span, its stop included."""
    found = (match.span() for match in _SENTENCE.finditer(text))
    return next(((start, end) for start, end in found if start <= span[0] < end), span)
