"""依据 and other documents named in 《》."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chengwen_library.model import Citation, Form, Measure, Span
from chengwen_library.places import whole

LONGEST_SENTENCE = 600
"""Characters before a title among which the word is looked for that makes it a basis."""

_BASIS = re.compile(r"根据|依据|按照|依照|贯彻|落实|执行")
_TITLE_MARK = re.compile(r"[《》]")
_NUMBER = re.compile(
    r"\s*[（(]([\u4e00-\u9fff]{2,14})\s*[〔\[［【（(]\s*(\d{4})\s*[〕\]］】）)]\s*(?:第\s*)?(\d{1,5})\s*号[）)]"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A document named in a text: its title without the outer 《》, its 文号 if one follows, and where it stands."""

    title: str
    number: str | None
    span: Span


def named_documents(text: str) -> Iterator[Named]:
    """Yield the documents named in 《》, outermost ones only; those inside keep their marks."""
    for start, end in _titles(text):
        match = _NUMBER.match(text, end)
        number = f"{match.group(1)}〔{match.group(2)}〕{match.group(3)}号" if match else None
        yield Named(text[start + 1 : end - 1], number, (start, match.end() if match else end))


def citations(measure: Measure) -> tuple[Citation, ...]:
    """Return the basis documents: those that preamble or first article says it follows (decisions 11)."""
    basis = _basis_text(measure)
    found = [Citation(named.title, named.number) for named in named_documents(basis) if _is_basis(basis, named)]
    return tuple(dict.fromkeys(found))


def mentions(measure: Measure) -> tuple[str, ...]:
    """Return the titles of all other documents that the measure names, in the order of the text."""
    basis = {cite.title for cite in citations(measure)}
    words = "\n".join([measure.preamble or "", *map(whole, measure.units), measure.closing or ""])
    return tuple(dict.fromkeys(named.title for named in named_documents(words) if named.title not in basis))


def _basis_text(measure: Measure) -> str:
    article = next((unit for unit in measure.walk() if unit.form is Form.ARTICLE), None)
    first = whole(article) if article is not None and article.number == 1 else ""
    paragraphs = [*(measure.preamble or "").split("\n"), first if "制定" in first else ""]
    return "\n".join(text for text in paragraphs if not text.startswith("（"))


def _is_basis(text: str, named: Named) -> bool:
    """Tell whether a 根据 or 贯彻落实 stands before the document in its sentence; lists of documents count whole."""
    before = text[max(named.span[0] - LONGEST_SENTENCE, 0) : named.span[0]]
    sentence = before[max(before.rfind(mark) for mark in "。；") + 1 :]
    return _BASIS.search(sentence) is not None


def _titles(text: str) -> Iterator[Span]:
    depth = start = 0
    for match in _TITLE_MARK.finditer(text):
        if match.group() == "《":
            start = match.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, match.end()
