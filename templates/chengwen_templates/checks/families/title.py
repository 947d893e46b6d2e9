"""标题: no stops in titles; a notice's title is organ, matter and 文种 and names what it issues.

Not a finding: 、 and spaces between names, 《》, （试行）, quotes; a notice's title without the organ in a
measure that was read without its signature; a title that names the measure without 《》 or without its
organ; 本通知 (the notice speaks of itself), 本… inside 《》 and in annexes, a shorter name of the same type
(本措施 for 工作措施, 本政策 for 若干政策措施), measures whose title names no type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from chengwen_library.folding import fold
from chengwen_library.model import Measure
from chengwen_library.reading import wording
from chengwen_templates.checks.finding import Finding, Fix, FixKind
from chengwen_templates.checks.passages import Part, Passage, Place
from chengwen_templates.checks.subject import Subject
from chengwen_templates.checks.texts import PROSE, Hit, asked, family_table, findings, replaced, without_titles

_TITLES = (Part.NOTICE_TITLE, Part.TITLE, Part.ANNEX_TITLE)
_STOPS = re.compile(r"[。，；：！？,;!?]|(?<![0-9A-Za-z])\.(?![0-9A-Za-z])|、$")
_ISSUES = re.compile(r"(?:印发|转发|批转|公布|发布)(.+?)的(?:通知|公告|通告|函)(?:（[^（）]*）)?$")
_STOPPED = re.compile(r"(?!为|根据|依据|现|按)[\u4e00-\u9fff\s]{4,40}[^。；，：]*[。；，：]")
_OWN_NAME = re.compile(
    r"(?<![基样版课文成资剧根日原])本((?:实施|工作|若干|行动|管理|暂行)*(?:措施|政策|意见|方案|计划|办法|细则|规定))"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the findings of the rules on titles."""
    for passage in subject.passages:
        part = passage.place.part
        if part in _TITLES:
            yield from findings(_stops(passage.text), passage)
        if part is Part.NOTICE_TITLE:
            yield from findings(_of_notice(passage.text, subject.measure), passage)
    yield from _own_names(subject)
    notice = subject.measure.notice
    if subject.measure.title is None or notice is None or notice.title is None:
        yield from _in_source(subject)


def _in_source(subject: Subject) -> Iterator[Finding]:
    """Yield the stop behind a title, for which reading did not take the line for one: it is the first that could be."""
    for line in subject.lines:
        words = line.text
        if wording.title_type(words):
            return
        if _STOPPED.fullmatch(words) and "关于" in words and wording.title_type(words[:-1]):
            hit = Hit("title.punctuation", (len(words) - 1, len(words)), f"标题末尾不加“{words[-1]}”。")
            here = Passage(Place(Part.NOTICE_TITLE), words)
            for one in findings([hit], here):
                yield replace(one, span=None, line=line.line)
            return


@lru_cache(maxsize=512)
def _stops(text: str) -> tuple[Hit, ...]:
    hits: list[Hit] = []
    for match in _STOPS.finditer(without_titles(text)):
        if match.end() == len(text):
            message = f"标题末尾不加“{match.group()}”。"
            hits.append(Hit("title.punctuation", match.span(), message, Fix(FixKind.DELETE)))
        else:
            message = f"标题中间一般不用“{match.group()}”。改写标题，或者改用空格分行。"
            hits.append(Hit("title.punctuation", match.span(), message))
    return tuple(hits)


def _of_notice(text: str, measure: Measure) -> Iterator[Hit]:
    whole = (0, len(text))
    bare = re.sub(r"[。，；：！？]$", "", text)
    if not bare.endswith(_kinds()) and not re.search(r"（[^（）]*）$", bare):
        kinds = "“通知”等文种"
        yield Hit("title.agreement", whole, f"标题“{text}”没有以{kinds}结尾。补上文种。", asked("用哪个文种？"))
    if measure.notice and measure.notice.signature and re.match(r"关于|印发|转发", bare):
        organs = " ".join(measure.notice.signature)
        told = f"标题“{text}”没有发文机关名称。在前面写上“{organs}”。"
        yield Hit("title.agreement", (0, 0), told, Fix(FixKind.INSERT, organs))
    yield from _issued(text, bare, measure)


def _issued(text: str, bare: str, measure: Measure) -> Iterator[Hit]:
    """Yield a hit where the notice issues another title than the measure has."""
    match = _ISSUES.search(bare)
    title = measure.title
    if match is None or not title:
        return
    named, own = _folded(match.group(1)), _folded(title)
    if own in named or (len(named) >= _SHORTEST and own.endswith(named)):
        return
    quoted = re.findall(r"《([^《》]*(?:《[^《》]*》[^《》]*)*)》", match.group(1))
    message = f"通知标题里写的是“{match.group(1)}”，所印发文件的标题是“{title}”。改为一致。"
    start = text.find(quoted[0]) if len(quoted) == 1 else -1
    span = (start, start + len(quoted[0])) if start >= 0 else match.span(1)
    fix = replaced(title) if start >= 0 else asked("哪一个标题是对的？")
    yield Hit("title.agreement", span, message, fix)


_SHORTEST = 6
"""Characters of a title that a notice can shorten by the organ's name."""


def _own_names(subject: Subject) -> Iterator[Finding]:
    """Yield the first place of each name that is not the measure's own (本办法 in 若干措施)."""
    title = subject.measure.title
    own = wording.title_type(title) if title else None
    if title is None or own is None or own == "通知":
        return
    told: set[str] = set()
    for passage in subject.passages:
        if passage.place.part not in PROSE - {Part.NOTICE_BODY, Part.ANNEX_TEXT}:
            continue
        for name, span in _named(passage.text):
            if name not in told and not _is_own(name, title, own):
                told.add(name)
                yield from findings([_other_name(name, span, own)], passage)


@lru_cache(maxsize=8192)
def _named(text: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    if "本" not in text:
        return ()
    return tuple((match.group(1), match.span()) for match in _OWN_NAME.finditer(without_titles(text)))


def _is_own(name: str, title: str, own: str) -> bool:
    alike = family_table("words.toml")["own_names"]
    kind = next((kind for kind in alike if name.endswith(kind)), name)
    return any(word in title or word in own for word in (name, *alike.get(kind, [kind])))


def _other_name(name: str, span: tuple[int, int], own: str) -> Hit:
    message = f"标题是“{own}”，正文自称“本{name}”。改为一致。"
    return Hit("title.agreement", span, message, asked(f"“本{name}”是指本文件吗？是的话改成什么？"))


def _folded(title: str) -> str:
    bare = re.sub(r"[《》〈〉“”\s—\-－–~～]|（[^（）]*(?:稿|试行|暂行)[^（）]*）", "", fold(title))
    own = wording.title_type(bare)
    return bare.removesuffix(own).removesuffix("的") + own if own else bare


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(family_table("words.toml")["kinds"])
