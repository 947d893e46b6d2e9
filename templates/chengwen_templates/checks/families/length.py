"""篇幅: characters of the measure's own text against the office's limits.

Counted are the characters of title, preamble, units and closing without spaces; the notice and annexes are not.
Not a finding: measures of 章 and 条 (办法, 细则, 条例: no 政策性文件), measures issued
before the limits were set, measures read from a file that does not tell when they were issued.
A title with 专项 counts as a special task.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date

from chengwen_library.model import Form, Measure
from chengwen_library.reading import wording
from chengwen_templates.checks.finding import Finding
from chengwen_templates.checks.passages import Part, Place
from chengwen_templates.checks.rules import rule
from chengwen_templates.checks.subject import Subject

SET_ON = date(2024, 8, 6)
"""The day from which on 整治形式主义为基层减负若干规定 asks for short documents."""

_COUNTED = frozenset({Part.TITLE, Part.PREAMBLE, Part.NUMBER, Part.HEADING, Part.INTRO, Part.TEXT, Part.WRAP_UP, Part.CLOSING})  # fmt: skip  # noqa: E501


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the finding of length.limit, if the text is too long."""
    measure, limits = subject.measure, subject.office.limits
    if _is_exempt(measure):
        return
    is_special = "专项" in (measure.title or "")
    most = limits.most_characters_of_special_work if is_special else limits.most_characters
    count = characters(subject)
    if count > most:
        kind = "部署专项工作的文件" if is_special else "文件"
        message = f"正文{count}字，{kind}一般不超过{most}字。删去背景、意义和重复上位文件的内容。"
        yield Finding(rule("length.limit"), Place(Part.TITLE), measure.title or "", message)


def characters(subject: Subject) -> int:
    """Return how many characters the text of the measure has, spaces left out."""
    texts = (passage.text for passage in subject.passages if passage.place.part in _COUNTED)
    return sum(len("".join(text.split())) for text in texts)


def _is_exempt(measure: Measure) -> bool:
    issued = _issued(measure)
    if issued is None and measure.drafting is None:
        return True
    if issued is not None and issued < SET_ON:
        return True
    return any(unit.form in (Form.CHAPTER, Form.ARTICLE) for unit in measure.walk())


def _issued(measure: Measure) -> date | None:
    printed = measure.notice.print_date_text if measure.notice else None
    plain = unicodedata.normalize("NFKC", printed or "").removesuffix("印发")
    return measure.issue_date or wording.whole_date(plain)
