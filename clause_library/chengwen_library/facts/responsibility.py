"""责任分工: the notes that name who is responsible for a clause.

Read from the note's own words: in brackets with or without a label, or as a
sentence of its own:
（牵头单位：市市场监管局；责任单位：市发改委、市科技局，各区人民政府）
（市科技局牵头，市财政局配合）
责任单位：市科技局、市财政局。
市商务局，联系电话：…
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from chengwen_library.data import load_table
from chengwen_library.model import Responsibility, Span

CONTACT_ROLE = "咨询单位"
"""The role of an organ that a text names with its telephone, to be asked about the clause."""

_CONTACT = re.compile(r"(?:^|(?<=；))([\u4e00-\u9fff（）、]{3,60})[，：]\s*联系电话[：:]")
_OPEN, _CLOSE = "（(〔［[【", "）)〕］]】"
_BRACKETS = re.compile(rf"[{re.escape(_OPEN + _CLOSE)}\n]")
_INNER_OPEN, _INNER_CLOSE = "（(〈《〔", "）)〉》〕"
_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[^。]+。?")
_PART = re.compile(r"[^，；,;]+")
_AND_OTHERS = re.compile(r"等(?:\d*个?(?:市直|省直|相关|有关|各)*(?:部门|单位|机构)?)$")
_BY_DUTY = re.compile(r"(?:等[^、，]{0,8})?(?:按照?|依照?|根据)?(?:各自)?职责(?:分工)?(?:负责|落实)?$")
_LONGEST_NOTE = 1000
_LONGEST_ORGAN = 60


def responsibilities(text: str) -> tuple[Responsibility, ...]:
    """Return the responsibilities that the text's notes name, in the order of the text."""
    found: list[Responsibility] = []
    for start, end in note_spans(text):
        found += _read_note(text, *_inner(text, start, end))
    if "联系电话" in text:
        found += [Responsibility(CONTACT_ROLE, _organs(m.group(1)), m.span(1)) for m in _CONTACT.finditer(text)]
    return tuple(sorted(found, key=lambda item: item.span))


def note_spans(text: str) -> list[Span]:
    """Return the spans of the responsibility notes in a text: brackets, and the full stop of a sentence, included."""
    return sorted([*(span for span in _bracketed(text) if _is_note(text, *span)), *_sentences(text)])


def _inner(text: str, start: int, end: int) -> Span:
    """Return the span within the brackets of a note, the whole one if it has none."""
    return (start + 1, end - (text[end - 1] in _CLOSE)) if text[start] in _OPEN else (start, end)


def _bracketed(text: str) -> Iterator[Span]:
    """Yield the spans of outermost brackets; one that is never closed ends with its line."""
    depth = start = 0
    for match in _BRACKETS.finditer(text):
        character = match.group()
        if character in _OPEN:
            start = match.start() if depth == 0 else start
            depth += 1
        elif character in _CLOSE and depth:
            depth -= 1
            if depth == 0:
                yield start, match.end()
        elif character == "\n" and depth:
            yield start, match.start()
            depth = 0
    if depth:
        yield start, len(text)


def _sentences(text: str) -> Iterator[Span]:
    """Yield the spans of notes without brackets: labelled sentences, and lines of nothing but organs and verbs."""
    if not _hint().search(text):
        return
    for line in _LINE.finditer(text):
        for sentence in _SENTENCE.finditer(text, *line.span()):
            words = sentence.group().rstrip("。")
            alone = len(words) + 1 >= len(line.group())
            if _is_labelled_sentence(words) or (("牵头" in words or alone) and _is_unlabelled(words)):
                yield sentence.span()


def _is_labelled_sentence(words: str) -> bool:
    label = _labels().match(words)
    if label is None or label.group("short") or len(words) > _LONGEST_NOTE:
        return False
    organs = [organ for note in _read_note(words, 0, len(words)) for organ in note.organs]
    return bool(organs) and all(_organ_end().search(organ) for organ in organs)


def _is_note(text: str, start: int, end: int) -> bool:
    """Tell whether the brackets at a span hold a note."""
    inner = _inner(text, start, end)
    words = _opening().sub("", text[slice(*inner)])
    if not 2 <= len(words) <= _LONGEST_NOTE:
        return False
    if _labels().match(words):
        return bool(_read_note(words, 0, len(words)))
    return _is_unlabelled(words) or _is_bare_list(text, start, end, words)


def _is_bare_list(text: str, start: int, end: int, words: str) -> bool:
    """Tell whether brackets behind the last full stop of a line hold nothing but organs: 。（市科技局、市财政局）."""
    if text[max(start - 1, 0) : start] != "。" or text[end : end + 1] not in ("", "\n") or text[start] not in "（(":
        return False
    return _are_organs(_organs(words), started=True)


def _is_unlabelled(words: str) -> bool:
    """Tell whether words are nothing but organs and what they do."""
    if not 3 <= len(words) <= _LONGEST_NOTE or re.search(r"[。：:！？]", words) or not _verb().search(words):
        return False
    return _are_organs([organ for note in _read_unlabelled(words, 0, len(words)) for organ in note.organs])


def _are_organs(names: Sequence[str], *, started: bool = False) -> bool:
    """Tell whether all names read as names of organs; `started` asks for their beginnings too."""
    begun = tuple(_table()["name_starts"]) if started else ""
    return bool(names) and all(
        len(name) > 1 and name.startswith(begun) and _organ_end().search(name) and not _no_name().search(name)
        for name in names
    )


def _read_note(text: str, start: int, end: int) -> list[Responsibility]:
    opening = _opening().match(text, start, end)
    start = opening.end() if opening else start
    labels = [match for match in _labels().finditer(text, start, end) if _is_outside(text, start, match.start())]
    if not labels:
        return _read_unlabelled(text, start, end) or _read_list(text, start, end)
    found: list[Responsibility] = []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        role = label.group("role") or (label.group("short") and label.group("short") + "单位")
        if role:
            found += _read_labelled(text, role, label.end(), following.start() if following else end)
    return found


def _read_list(text: str, start: int, end: int) -> list[Responsibility]:
    return [Responsibility("责任单位", organs, (start, end))] if (organs := _organs(text[start:end])) else []


def _is_outside(text: str, start: int, place: int) -> bool:
    """Tell whether a label begins a note or follows a stop; 主责任单位 in the midst of a name is none."""
    return place == start or text[place - 1] in "；;，,。 、：:" or not text[place - 1].isalnum()


def _read_labelled(text: str, role: str, start: int, stop: int) -> Iterator[Responsibility]:
    """Yield the organs behind a label; a part behind ； may say by a verb what its organs do."""
    for index, part in enumerate(re.finditer(r"[^；;]+", text[start:stop])):
        first, last = start + part.start(), _trimmed(text, start + part.start(), start + part.end())
        by_verb = _read_unlabelled(text, first, last) if index else []
        organs = _organs(text[first:last])
        if by_verb:
            yield from by_verb
        elif organs:
            yield Responsibility(role, organs, (first, last))


def _read_unlabelled(text: str, start: int, end: int) -> list[Responsibility]:
    """Return what the parts of an unlabelled note say; [] if one of them ends in no verb."""
    found: list[Responsibility] = []
    waiting: int | None = None
    for part in _PART.finditer(text, start, end):
        first = part.start() if waiting is None else waiting
        last = _trimmed(text, part.start(), part.end())
        match = _verb().search(text, part.start(), last)
        if match is None:
            waiting = first
            continue
        waiting = None
        lead = _leading().search(text, first, match.start())
        if lead is not None:
            found += _organs_doing(text, first, lead.start(), "牵头")
            first = lead.end()
        found += _organs_doing(text, first, match.start(), match.group(1))
    return found if waiting is None else []


def _organs_doing(text: str, start: int, end: int, verb: str) -> list[Responsibility]:
    start += text.startswith("由", start, end)
    organs = _organs(text[start:end])
    return [Responsibility(_verbs()[verb], organs, (start, end))] if organs else []


def _trimmed(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1] in "；;，,。. ":
        stop -= 1
    return stop


def _organs(words: str) -> tuple[str, ...]:
    """Split a list of organs at 、 ， and 会同 outside of brackets; what is no organ is left out."""
    organs: list[str] = []
    depth = begin = 0
    words = words.replace("会同", "、、")
    for index, character in enumerate(words):
        depth += (character in _INNER_OPEN) - (character in _INNER_CLOSE)
        if character in "、，,；;" and depth <= 0:
            organs.append(words[begin:index])
            begin = index + 1
    organs.append(words[begin:])
    return tuple(organ for organ in map(_named, organs) if organ and len(organ) <= _LONGEST_ORGAN)


def _named(words: str) -> str:
    """Return the name of an organ without 等部门 and 按职责分工, "" if the words are no organ."""
    name = _AND_OTHERS.sub("", _BY_DUTY.sub("", words.strip(" 。\n"))).strip()
    return "" if _no_organ().match(name) else name


@cache
def _table() -> dict[str, list[str]]:
    return load_table("facts/responsibility.toml")


def _any(name: str) -> str:
    return "|".join(sorted(_table()[name], key=len, reverse=True))


@cache
def _labels() -> re.Pattern[str]:
    full = rf"(?P<role>(?:{_any('roles')})(?:{_any('kinds')}))"
    return re.compile(rf"(?:{full}|(?P<short>{_any('short_roles')})|(?P<other>{_any('others')}))\s*[：:]")


@cache
def _hint() -> re.Pattern[str]:
    """Return what a text without it cannot hold a note outside of brackets."""
    return re.compile(rf"(?:{_any('kinds')})\s*[：:]|牵头|(?:{'|'.join(_verbs())})(?:。|$|\n)")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('openings')})[：:]")


@cache
def _organ_end() -> re.Pattern[str]:
    return re.compile(rf"(?:^各|(?:{_any('organ_ends')})(?:[〈（(].*[〉）)])?$)")


@cache
def _no_organ() -> re.Pattern[str]:
    return re.compile(_any("no_organs"))


@cache
def _no_name() -> re.Pattern[str]:
    return re.compile(_any("no_names"))


@cache
def _verbs() -> dict[str, str]:
    return load_table("facts/responsibility.toml")["verbs"]


@cache
def _verb() -> re.Pattern[str]:
    verbs = "|".join(sorted(_verbs(), key=len, reverse=True))
    return re.compile(rf"(?:分别|共同|具体|等部门|等单位)?(?:予以)?({verbs})$")


@cache
def _leading() -> re.Pattern[str]:
    return re.compile("牵头[，、]?(?:会同|联合(?!会))")
