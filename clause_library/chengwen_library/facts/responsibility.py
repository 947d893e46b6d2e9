"""责任分工: the notes in brackets that name who is responsible for a clause.

Read from the note's own words, with or without a label:
（牵头单位：市市场监管局；责任单位：市发改委、市科技局，各区人民政府）
（市科技局牵头，市财政局配合）
市商务局，联系电话：…
"""

from __future__ import annotations

import re
from functools import cache

from chengwen_library.data import load_table
from chengwen_library.model import Responsibility, Span

CONTACT_ROLE = "咨询单位"
"""The role of an organ that a text names with its telephone, to be asked about the clause."""

_CONTACT = re.compile(r"([\u4e00-\u9fff（）、]{3,60})[，：]\s*联系电话[：:]")


def responsibilities(text: str) -> tuple[Responsibility, ...]:
    """Return the responsibilities that the text's notes name, in the order of the text."""
    found: list[Responsibility] = []
    for start, end in note_spans(text):
        found += _read_note(text, start + 1, end - 1)
    contact = _CONTACT.match(text)
    if contact is not None:
        found.append(Responsibility(CONTACT_ROLE, _organs(contact.group(1)), contact.span(1)))
    return tuple(found)


def note_spans(text: str) -> list[Span]:
    """Return the spans, brackets included, of the responsibility notes in a text."""
    return [span for span in _bracketed(text) if _is_note(text[span[0] + 1 : span[1] - 1])]


def _bracketed(text: str) -> list[Span]:
    """Return the spans of outermost round brackets."""
    spans: list[Span] = []
    depth = start = 0
    for index, character in enumerate(text):
        if character in "（(":
            start = index if depth == 0 else start
            depth += 1
        elif character in "）)" and depth:
            depth -= 1
            if depth == 0:
                spans.append((start, index + 1))
    return spans


def _is_note(words: str) -> bool:
    return bool(_labels().match(words)) or bool(_unlabelled().fullmatch(words))


def _read_note(text: str, start: int, end: int) -> list[Responsibility]:
    words = text[start:end]
    labels = list(_labels().finditer(words))
    if not labels:
        return _read_unlabelled(text, start, end)
    found: list[Responsibility] = []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        stop = start + (following.start() if following else len(words))
        span = (start + label.end(), _trimmed(text, start + label.end(), stop))
        found.append(Responsibility(label.group(1), _organs(text[slice(*span)]), span))
    return found


def _read_unlabelled(text: str, start: int, end: int) -> list[Responsibility]:
    found: list[Responsibility] = []
    for part in re.finditer(r"[^，；,;]+", text[start:end]):
        match = _verb().search(part.group())
        if match is None:
            continue
        role = _verbs()[match.group(1)]
        organs = part.group()[: match.start()].removeprefix("由")
        first = start + part.start() + part.group().index(organs)
        found.append(Responsibility(role, _organs(organs), (first, first + len(organs))))
    return found


def _trimmed(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1] in "；;，,。. ":
        stop -= 1
    return stop


def _organs(words: str) -> tuple[str, ...]:
    """Split a list of organs at 、 and ， outside of brackets."""
    organs: list[str] = []
    depth = 0
    current = ""
    for character in words:
        depth += (character in "（(〈《") - (character in "）)〉》")
        if character in "、，," and depth == 0:
            organs.append(current)
            current = ""
        else:
            current += character
    organs.append(current)
    return tuple(organ.strip() for organ in organs if organ.strip())


@cache
def _labels() -> re.Pattern[str]:
    names = "|".join(sorted(load_table("facts/responsibility.toml")["labels"], key=len, reverse=True))
    return re.compile(rf"({names})\s*[：:]")


@cache
def _verbs() -> dict[str, str]:
    return load_table("facts/responsibility.toml")["verbs"]


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?:分别)?({'|'.join(_verbs())})$")


@cache
def _unlabelled() -> re.Pattern[str]:
    verbs = "|".join(_verbs())
    return re.compile(rf"(?:由)?[^，；。：]{{2,}}?(?:分别)?(?:{verbs})(?:[，；][^，；。：]+(?:{verbs}))*")
