"""依据: cited documents have their 文号, stand in the order of their rank, and are in force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import tomli

from chengwen_library.facts.citations import Named, named_documents
from chengwen_library.folding import fold
from chengwen_library.model import Form, Measure
from chengwen_library.regions import find_region
from chengwen_templates.checks.families.known import Known, why_retired
from chengwen_templates.checks.finding import Finding, Fix, FixKind
from chengwen_templates.checks.passages import RUNNING, Part, Passage
from chengwen_templates.checks.rules import rule
from chengwen_templates.checks.subject import Subject

_BASIS = re.compile(r"根据|依据|按照|依照|贯彻|落实")
_BETWEEN = re.compile(r"(?:等[^《。；]{0,12})?[、，和及与以并\s]{0,4}(?:[^《。；，]{0,14})?$")
_LAW = re.compile(r"(?:法|法典)(?:[（(][^（）()]*[）)])?$")
_NO_LAW = re.compile(r"(?:办法|方法|做法|立法)(?:[（(][^（）()]*[）)])?$")


class Rank(IntEnum):
    """What is cited before what."""

    LAW = 1
    REGULATION = 2
    LOCAL_REGULATION = 3
    NATIONAL = 4
    PROVINCIAL = 5
    CITY = 6


_NAMES = {
    Rank.LAW: "法律", Rank.REGULATION: "行政法规", Rank.LOCAL_REGULATION: "地方性法规",
    Rank.NATIONAL: "国家层面的文件", Rank.PROVINCIAL: "省级文件", Rank.CITY: "市级文件",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Cited:
    """A document named in a passage."""

    passage: Passage
    named: Named

    @property
    def before(self) -> str:
        """The words of the sentence before the document."""
        text = self.passage.text[: self.named.span[0]]
        return text[max(text.rfind(mark) for mark in "。；\n") + 1 :]

    @property
    def sentence(self) -> str:
        """The sentence in which the document is named."""
        rest = re.split(r"[。；\n]", self.passage.text[self.named.span[0] :], maxsplit=1)[0]
        return self.before + rest


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is to be said of the documents that the measure cites."""
    cited = list(_cited(subject))
    basis = [one for one in cited if _is_basis(subject.measure, one)]
    yield from _number(cited, basis)
    yield from _order(basis)
    yield from _retired(subject, cited)


def rank(named: Named) -> Rank | None:
    """Return the rank of a document as far as title and 文号 tell it; None where they do not."""
    title = named.title
    region = find_region(title)
    if region is None and named.number is None:
        if _LAW.search(title) and not _NO_LAW.search(title):
            return Rank.LAW
        if title.endswith("条例") or (title.startswith("中华人民共和国") and title.endswith("实施细则")):
            return Rank.REGULATION
    if region is not None and title.endswith("条例") and named.number is None:
        return Rank.LOCAL_REGULATION
    return _rank_of_document(named, region)


def _rank_of_document(named: Named, region: tuple[str, str] | None) -> Rank | None:
    table = _table()
    if region is not None:
        return Rank.PROVINCIAL if len(region[1]) == 2 else Rank.CITY
    if named.title.startswith(("国务院", "中共中央", "国家")) or (
        named.number is not None and named.number.startswith(tuple(table["national"]))
    ):
        return Rank.NATIONAL
    number = named.number or "－"
    if number[0] in table["provinces"] and number[1:].startswith(tuple(table["provincial"])):
        return Rank.PROVINCIAL
    return None


def _cited(subject: Subject) -> Iterator[_Cited]:
    for passage in subject.passages:
        if passage.place.part in RUNNING and passage.place.part is not Part.ANNEX_TEXT and "《" in passage.text:
            yield from (_Cited(passage, named) for named in _named(passage.text))


@lru_cache(maxsize=4096)
def _named(text: str) -> tuple[Named, ...]:
    """Return the documents that a text names; kept, for most texts are checked again unchanged."""
    return tuple(named_documents(text))


def _is_basis(measure: Measure, one: _Cited) -> bool:
    """Tell whether a document is one that the measure is made by: in preamble, notice or first article."""
    first = one.passage.unit is not None and one.passage.unit.form is Form.ARTICLE and one.passage.unit.number == 1
    opening = one.passage.place.part in (Part.PREAMBLE, Part.NOTICE_BODY)
    own = fold(one.named.title) == fold(measure.title or "-")
    return (opening or first) and not own and _BASIS.search(one.before) is not None


# basis.number


def _number(cited: Sequence[_Cited], basis: Sequence[_Cited]) -> Iterator[Finding]:
    """Yield the basis documents without a 文号: of an organ's notices all, of others where some have theirs.

    Laws have none, later mentions need none.
    """
    numbered = {fold(one.named.title) for one in cited if one.named.number}
    others = any(one.named.number for one in basis)
    for one in basis:
        named = one.named
        if named.number or fold(named.title) in numbered or not _has_number(named.title) or "（" in _behind(one):
            continue
        if not others and not _is_notice_of_an_organ(named.title):
            continue
        beside = "，同处引用的其他文件写了" if others else ""
        told = f"《{named.title}》没有写文号{beside}。在书名号后面补上，如“（国发〔2023〕1号）”。"
        numbered.add(fold(named.title))
        fix = Fix(FixKind.ASK, "这份文件的文号是什么？")
        text = one.passage.text[slice(*named.span)]
        yield Finding(rule("basis.number"), one.passage.place, text, told, named.span, fix)


def _has_number(title: str) -> bool:
    table = _table()
    bare = re.sub(r"[（(][^（）()]*[）)]$", "", title)
    return bare.endswith(tuple(table["numbered"])) and not any(re.search(word, title) for word in table["unnumbered"])


def _is_notice_of_an_organ(title: str) -> bool:
    """Tell whether a title is whole, organ and matter and 通知: such a document always has its 文号."""
    organ, about, _ = title.partition("关于")
    return bool(about) and title.endswith("通知") and re.search(_table()["organs"], organ) is not None


def _behind(one: _Cited) -> str:
    """Return the character behind a document: a bracket may hold what the reader does not take for a 文号."""
    return one.passage.text[one.named.span[1] : one.named.span[1] + 1]


# basis.order


def _order(basis: Sequence[_Cited]) -> Iterator[Finding]:
    """Yield the documents that follow one of lower rank in the same list."""
    before: _Cited | None = None
    for one in basis:
        if before is not None and _in_one_list(before, one):
            yield from _misplaced(before, one)
        before = one


def _in_one_list(before: _Cited, one: _Cited) -> bool:
    if before.passage.place != one.passage.place:
        return False
    between = one.passage.text[before.named.span[1] : one.named.span[0]]
    return _BETWEEN.fullmatch(between) is not None and _BASIS.search(between) is None


def _misplaced(before: _Cited, one: _Cited) -> Iterator[Finding]:
    earlier, later = rank(before.named), rank(one.named)
    if earlier is None or later is None or later >= earlier:
        return
    told = (
        f"《{one.named.title}》是{_NAMES[later]}，排在{_NAMES[earlier]}《{before.named.title}》后面。"
        "按法律、行政法规、部门规章、上级文件、本级文件的次序写。"
    )
    text = one.passage.text[slice(*one.named.span)]
    yield Finding(rule("basis.order"), one.passage.place, text, told, one.named.span)


# basis.retired


def _retired(subject: Subject, cited: Sequence[_Cited]) -> Iterator[Finding]:
    """Yield the documents of which the library knows that they are no longer in force; each is told once."""
    told: set[str] = set()
    known = Known(subject.library, subject.measure.id)
    for one in cited:
        key = fold(one.named.number or one.named.title)
        if key in told or any(word in one.sentence for word in _table()["past"]):
            continue
        reason = why_retired(known, one.named, subject.today)
        if reason is not None:
            told.add(key)
            text = one.passage.text[slice(*one.named.span)]
            fix = Fix(FixKind.ASK, "改引哪一份现行的文件？")
            yield Finding(rule("basis.retired"), one.passage.place, text, reason, one.named.span, fix)


@cache
def _table() -> dict[str, Any]:
    source = files("chengwen_templates.checks.families") / "basis.toml"
    return tomli.loads(source.read_text(encoding="utf-8"))
